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
            KnownType(StreamRecord.informationType) {
                MemberTable(properties: [
                    property("MessageData", .object) { $0.tags.contains("PSHOST") ? .object(HostMessageObject($0)) : $0.message },
                    property("Source", .string) { .text($0.source) },
                    property("Tags", .object) { .strings($0.tags) },
                ])
            },
            hostMessage,
        ]

    static let hostMessage = KnownType(HostMessageObject.typeInfo) {
        func own(_ name: String, _ type: TypeInfo, _ get: @escaping @Sendable (StreamRecord) -> Value) -> Property {
            Property(name, type, get: { target, _ in (target.object as? HostMessageObject).map { get($0.record) } ?? .null })
        }
        return MemberTable(properties: [
            own("Message", .string) { $0.message }, own("NoNewLine", .object) { .bool($0.noNewLine) }, own("ForegroundColor", .object) { $0.foreground },
            own("BackgroundColor", .object) { $0.background },
        ])
    }

    private static func property(_ name: String, _ type: TypeInfo, _ get: @escaping @Sendable (StreamRecord) -> Value) -> Property {
        Property(name, type, get: { target, _ in (target.unwrapped.object as? StreamRecord).map(get) ?? .null })
    }
}

/// What `Write-Host` puts into its record: the text and how it is shown.
final class HostMessageObject: Box, @unchecked Sendable {
    let record: StreamRecord
    init(_ record: StreamRecord) { self.record = record }
    override var type: TypeInfo { HostMessageObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.HostInformationMessage", base: .object)
    override func describe(_ session: Session) throws -> String { try record.message.toText(session) }
}
