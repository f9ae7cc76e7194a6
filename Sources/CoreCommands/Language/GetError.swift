// Get-Error: errors in every detail, those inside others too.

import Diagnostics
import Formatting
import Runtime
import TypeSystem

final class GetError: Command {
    static let name = "Get-Error"
    static let aliases = ["gerr"]
    static let newest = Parameter<Int>(
        "Newest", aliases: ["Last"], sets: ["Newest"], validations: [.range(1, .int(.max))], help: "How many of the newest errors.")
    static let input = Parameter<Value>(
        "InputObject", position: 0, pipeline: true, sets: ["Error"], validations: [.notNullOrEmpty], help: "The error record or exception to look into.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows errors in every detail.", description: "Gets the newest error, or the one it is given, for a view that shows all its parts.",
        parameters: [newest, input], defaultSet: "Newest",
        outputTypes: ["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
        examples: [CommandExample("The newest", "Write-Error 'pool offline' 2>$null\n(Get-Error).Exception.Message", output: "pool offline\n")])

    private var given: [Value] = []

    func process(_ run: Invocation) throws { if let value = run[Self.input] { given.append(value) } }

    func end(_ run: Invocation) throws {
        let session = run.session
        _ = session.attachment(ErrorDetail.Installed.self) {
            ViewTable.of(session).add(ErrorDetail.views)
            return ErrorDetail.Installed()
        }
        let all = run.isBound(Self.input) || run.hasPipelineInput ? given : Array(session.errors.elements.prefix(run[Self.newest] ?? 1))
        for value in all {
            let base = value.unwrapped
            let name = base.asErrorRecord != nil ? "System.Management.Automation.ErrorRecord" : "System.Exception"
            let members = ExtendedMembers()
            // Without its own name an error is not shown as one.
            members.typeNames = [name + "#PSExtendedError"] + session.typeNames(of: base).filter { $0 != "System.Management.Automation.ErrorRecord" }
            try run.write(.object(ExtendedObject(base, members)))
        }
    }
}

/// The lines of the view: every part by name, what is inside indented.
enum ErrorDetail {
    final class Installed {}

    static let views: [View] = [
        View(
            "error details", types: ["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
            .custom { value, session in
                let base = value.unwrapped
                return (base.asErrorRecord.map { record($0, session, depth: 0) } ?? base.asException.map { exception($0, session, depth: 0) } ?? []) + [
                    ""
                ]
            })
    ]

    /// A part: one value, or further parts.
    private enum Part {
        case text(String)
        case parts([String])
    }

    private static func lines(_ parts: [(String, Part)]) -> [String] {
        let width = parts.map(\.0.count).max() ?? 0
        return parts.flatMap { name, part -> [String] in
            let head = name + String(repeating: " ", count: width - name.count) + " : "
            switch part {
            case .text(let text):
                let pieces = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                let margin = String(repeating: " ", count: head.count)
                return [head + (pieces.first ?? "")] + pieces.dropFirst().map { margin + $0 }
            case .parts(let inner): return [head] + inner.map { "    " + $0 }
            }
        }
    }

    private static let deepest = 10

    private static func record(_ record: ErrorRecord, _ session: Session, depth: Int) -> [String] {
        if depth > deepest { return [] }
        var parts: [(String, Part)] = [("Exception", .parts(exception(record.exception, session, depth: depth + 1)))]
        // What cannot be told as text is left out of a view.
        if !record.target.isNull, let text = try? record.target.toText(session) { parts.append(("TargetObject", .text(text))) }
        if let category = try? CategoryInfoObject(record).describe(session) { parts.append(("CategoryInfo", .text(category))) }
        parts.append(("FullyQualifiedErrorId", .text(record.fullyQualifiedErrorId)))
        if let details = record.detailsMessage { parts.append(("ErrorDetails", .text(details))) }
        if let place = ErrorPlace(record) { parts.append(("InvocationInfo", .parts(self.place(record, place)))) }
        if !record.scriptStackTrace.isEmpty { parts.append(("ScriptStackTrace", .text(record.scriptStackTrace))) }
        return lines(parts)
    }

    private static func place(_ record: ErrorRecord, _ place: ErrorPlace) -> [String] {
        var parts: [(String, Part)] = []
        if let command = record.invocation?.command, !command.name.isEmpty { parts.append(("MyCommand", .text(command.name))) }
        let position = place.position
        parts += [
            ("ScriptLineNumber", .text(String(position.line))), ("OffsetInLine", .text(String(position.column))), ("HistoryId", .text("-1")),
        ]
        if let path = place.source.path { parts.append(("ScriptName", .text(path))) }
        parts += [
            ("Line", .text(place.source.lineText(position.line))), ("Statement", .text(place.source.text(place.range))),
            ("PositionMessage", .text(place.message)),
        ]
        if let path = place.source.path { parts += [("PSScriptRoot", .text(ModuleNames.folder(path))), ("PSCommandPath", .text(path))] }
        if let name = record.invocation?.invocationName, !name.isEmpty { parts.append(("InvocationName", .text(name))) }
        return lines(parts + [("CommandOrigin", .text("Internal"))])
    }

    private static func exception(_ exception: ExceptionObject, _ session: Session, depth: Int) -> [String] {
        if depth > deepest { return [] }
        var parts: [(String, Part)] = [("Type", .text(exception.type.fullName))]
        if exception.type.isAssignable(to: ExceptionTypes.named("RuntimeException")) {
            let inner = ErrorRecord(ExceptionObject("ParentContainsErrorRecordException", exception.message), id: "RuntimeException", category: .notSpecified)
            parts.append(("ErrorRecord", .parts(record(inner, session, depth: depth + 1))))
        }
        parts.append(("Message", .text(exception.message)))
        if let inner = exception.inner { parts.append(("InnerException", .parts(self.exception(inner, session, depth: depth + 1)))) }
        for (name, value) in exception.details.sorted(by: { $0.key < $1.key }) where name != "Data" && name != "HResult" && name != "Errors" {
            if let text = try? value.toText(session), !text.isEmpty { parts.append((name, .text(text))) }
        }
        let result = try? session.property(of: .object(exception), "HResult").toText(session)
        return lines(parts + [("HResult", .text(result ?? "-2146233088"))])
    }
}
