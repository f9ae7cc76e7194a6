// What `Write-Warning`, `Write-Verbose`, `Write-Debug` and `Write-Information` leave behind when their stream is caught.

import Glibc
import Runtime
import Scalars

enum MessageMembers {
    static let types: [KnownType] =
        [StreamRecord.warningType, StreamRecord.verboseType, StreamRecord.debugType].map { type in
            KnownType(type) {
                MemberTable(
                    properties: (type === StreamRecord.warningType ? [property("FullyQualifiedWarningId", .string) { _ in "" }] : []) + [
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
                    property("Tags", .object) { record in
                        .object(ListObject(record.tags.map { .text($0) }, type: .list(of: .string)))
                    },
                    property("TimeGenerated", .dateTime) { .object(DateObject($0.time)) },
                    property("User", .string) { _ in getpwuid(getuid()).map { .text(String(cString: $0.pointee.pw_name)) } ?? "" },
                    property("Computer", .string) { _ in .text(EnvironmentMembers.hostName) }, property("ProcessId", .uint32) { _ in .uint(UInt32(getpid())) },
                    property("NativeThreadId", .uint32) { _ in .uint(UInt32(getpid())) }, property("ManagedThreadId", .uint32) { _ in .uint(1) },
                ])
            },
        ]

    private static func property(_ name: String, _ type: TypeInfo, _ get: @escaping @Sendable (StreamRecord) -> Value) -> Property {
        Property(name, type, get: { target, _ in (target.unwrapped.object as? StreamRecord).map(get) ?? .null })
    }
}
