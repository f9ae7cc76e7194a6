// What `Write-Warning`, `Write-Verbose`, `Write-Debug` and `Write-Information` leave behind when their stream is caught.

import Runtime

enum MessageMembers {
    static let types: [KnownType] =
        [StreamRecord.warningType, StreamRecord.verboseType, StreamRecord.debugType].map { type in
            KnownType(type) {
                MemberTable(properties: [
                    property("Message", .string) { $0.message },
                    property("InvocationInfo", InvocationInfo.typeInfo) { $0.invocation.map { .object($0) } ?? .null },
                    property("PipelineIterationInfo", .object) { _ in .null },
                ])
            }
        } + [
            KnownType(StreamRecord.recordBase),
            KnownType(StreamRecord.informationType) {
                MemberTable(properties: [
                    property("MessageData", .object) { $0.message },
                    property("Source", .string) { .text($0.source) },
                    property("Tags", .object) { .strings($0.tags) },
                ])
            },
        ]

    private static func property(_ name: String, _ type: TypeInfo, _ get: @escaping @Sendable (StreamRecord) -> Value) -> Property {
        Property(name, type, get: { target, _ in (target.unwrapped.object as? StreamRecord).map(get) ?? .null })
    }
}
