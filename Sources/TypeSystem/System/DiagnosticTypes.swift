// What the framework offers those who look for faults: `Debug`, `Trace`, `Debugger`; and `AppDomain`, the place a program runs in.

import Runtime
import Scalars

enum DiagnosticTypes {
    private static func silent(_ name: String) -> Method { Method(name, [.rest("arguments", .object)]) { _, _, _ in .nothing } }
    private static func plain(_ fullName: String, _ members: @escaping @Sendable () -> MemberTable) -> KnownType {
        KnownType(TypeInfo(fullName, base: .object, isAbstract: true), members: members)
    }
    /// Nobody listens: what is written there is seen in a debugger alone.
    private static func listening(_ fullName: String) -> KnownType {
        plain(fullName) {
            MemberTable(
                staticProperties: [
                    Property("AutoFlush", .bool, get: { _, _ in false }, set: { _, _, _ in }),
                    Property("IndentLevel", .int32, get: { _, _ in 0 }, set: { _, _, _ in }),
                    Property("IndentSize", .int32, get: { _, _ in 4 }, set: { _, _, _ in }),
                ], staticMethods: ["Write", "WriteLine", "WriteIf", "WriteLineIf", "Indent", "Unindent", "Flush", "Close", "Assert"].map(silent))
        }
    }

    private static let domain = TypeInfo("System.AppDomain", base: TypeInfo("System.MarshalByRefObject", base: .object))

    static let types: [KnownType] = [
        listening("System.Diagnostics.Debug"), listening("System.Diagnostics.Trace"),
        plain("System.Diagnostics.Debugger") {
            MemberTable(
                staticProperties: [Property("IsAttached", .bool, get: { _, _ in false })],
                staticMethods: [silent("Break"), silent("Log"), Method("Launch", returns: .bool) { _, _, _ in false }])
        },
        KnownType(domain) {
            MemberTable(
                properties: [
                    Property("FriendlyName", .string, get: { _, _ in .text(String(ThreadMembers.programPath.split(separator: "/").last ?? "")) }),
                    Property("Id", .int32, get: { _, _ in 1 }),
                    Property("BaseDirectory", .string, get: { _, _ in .text((PathMembers.directory(ThreadMembers.programPath) ?? "/") + "/") }),
                    Property("IsFullyTrusted", .bool, get: { _, _ in true }),
                ],
                methods: [
                    Method("GetAssemblies", returns: .objectArray) { _, _, session in
                        let all = Set(session.types.allTypes.map(\.assemblyName))
                        return .array(
                            try all.sorted().map { name in
                                guard let type = session.types.allTypes.first(where: { $0.assemblyName == name }) else { return .null }
                                return try session.property(of: .object(TypeObject(type)), "Assembly")
                            })
                    }
                ], staticProperties: [Property("CurrentDomain", domain, get: { _, _ in .object(DomainObject()) })])
        },
    ]

    private final class DomainObject: Box, @unchecked Sendable {
        override var type: TypeInfo { DiagnosticTypes.domain }
        override func isEqual(to other: Object) -> Bool { other is DomainObject }
    }
}
