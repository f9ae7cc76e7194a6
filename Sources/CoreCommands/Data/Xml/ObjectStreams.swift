// Objects of all streams as CLIXML, for processes of this shell that call each other.

import Runtime
import TypeSystem
import XmlDocuments

extension CoreCommands {
    /// CLIXML in which each object names its stream.
    public static var objectText: ObjectText {
        ObjectText(
            encode: { entries, session in
                var writer = CliXmlWriter(depth: 2, session, session.global, isIndented: false)
                for entry in entries {
                    try writer.add(entry.value.asErrorRecord.map { carried($0, session) } ?? plain(entry.value), stream: streamName(entry.stream))
                }
                return writer.finish()
            },
            decode: { text, session in
                try CliXmlReader(session).entries(of: text).map { stream, value in
                    let kind = kind(stream)
                    return ObjectText.Entry(kind, kind == .output ? value : restored(value, kind, session))
                }
            }, base64: CliXmlText.base64, bytes: CliXmlText.bytes(base64:))
    }

    private static let names: [(Streams.Kind, String)] = [
        (.output, "Output"), (.error, "Error"), (.warning, "Warning"), (.verbose, "Verbose"), (.debug, "Debug"), (.information, "Information"),
    ]
    private static func streamName(_ kind: Streams.Kind) -> String { names.first { $0.0 == kind }?.1 ?? "Output" }
    private static func kind(_ name: String?) -> Streams.Kind { names.first { $0.1.equalsIgnoringCase(name ?? "") }?.0 ?? .output }

    /// Records of the other streams travel as their message.
    private static func plain(_ value: Value) -> Value { (value.object as? StreamRecord)?.message ?? value }

    private static func carried(_ record: ErrorRecord, _ session: Session) -> Value {
        session.record(
            [
                ("Message", .text(record.message)), ("FullyQualifiedErrorId", .text(record.fullyQualifiedErrorId)),
                ("ErrorCategory_Category", .int(Int32(record.category.rawValue))), ("ErrorType", .text(record.exception.type.fullName)),
                ("ScriptStackTrace", .text(record.scriptStackTrace)),
            ], typeName: "System.Management.Automation.ErrorRecord")
    }

    private static func restored(_ value: Value, _ kind: Streams.Kind, _ session: Session) -> Value {
        guard kind == .error else { return .object(StreamRecord(kind, value)) }
        func text(_ name: String) -> String { value.asRecord?[name]?.asString ?? "" }
        let message = value.asString ?? text("Message")
        let category = (value.asRecord?["ErrorCategory_Category"]?.asInt64).flatMap { ErrorCategory(rawValue: Int($0)) } ?? .notSpecified
        let record = ErrorRecord(
            ExceptionObject("System.Management.Automation.RemoteException", message), id: text("FullyQualifiedErrorId"), category: category)
        record.scriptStackTrace = text("ScriptStackTrace")
        return .object(record)
    }
}
