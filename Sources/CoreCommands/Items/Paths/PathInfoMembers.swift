// The members of `PathInfo`: the path, and the drive and provider it belongs to.

import Runtime

enum PathInfoMembers {
    static var known: KnownType {
        @Sendable func item(_ value: Value, _ session: Session) -> ItemPath? {
            guard let info = value.object as? PathInfo else { return nil }
            // A drive that has gone since leaves a path without one.
            return try? ItemPath.read(info.path, session)
        }
        return KnownType(PathInfo.typeInfo) {
            MemberTable(
                properties: [
                    Property("Drive", Drive.typeInfo, get: { t, session in item(t, session).map { .object($0.drive) } ?? .null }),
                    Property(
                        "Provider", ProviderInfoObject.typeInfo,
                        get: { t, session in item(t, session).map { .object(session.drives.providerInfo($0.drive.provider)) } ?? .null }),
                    Property("ProviderPath", .string, get: { t, session in .text(item(t, session)?.path ?? "") }),
                    Property("Path", .string, get: { t, _ in .text((t.object as? PathInfo)?.path ?? "") }),
                ],
                methods: [Method("ToString", [OverloadParameter](), returns: .string) { t, _, _ in .text((t.object as? PathInfo)?.path ?? "") }])
        }
    }
}
