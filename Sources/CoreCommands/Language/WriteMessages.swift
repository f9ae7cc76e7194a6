// Write-Warning, Write-Verbose, Write-Debug, Write-Information, Write-Host, Write-Progress: messages beside the output.

import Runtime

final class WriteWarning: Command {
    static let name = "Write-Warning"
    static let message = Parameter<String>(
        "Message", aliases: ["Msg"], position: 0, mandatory: true, pipeline: true, allowsEmptyString: true, help: "The warning.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes a warning.", description: "Writes a message to the warning stream.", parameters: [message],
        examples: [CommandExample("Captured", "Write-Warning 'legacy pool' 3>&1 | ForEach-Object { \"$_\" }", output: "legacy pool\n")])
    func process(_ run: Invocation) throws { try run.writeWarning(run[Self.message] ?? "") }
}

final class WriteVerbose: Command {
    static let name = "Write-Verbose"
    static let message = Parameter<String>(
        "Message", aliases: ["Msg"], position: 0, mandatory: true, pipeline: true, allowsEmptyString: true, help: "The message.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes a message for those who ask for details.", description: "Writes to the verbose stream, which is shown under -Verbose.",
        parameters: [message], examples: [CommandExample("Captured", "Write-Verbose 'moving' -Verbose 4>&1 | ForEach-Object { \"$_\" }", output: "moving\n")])
    func process(_ run: Invocation) throws { try run.writeVerbose(run[Self.message] ?? "") }
}

final class WriteDebug: Command {
    static let name = "Write-Debug"
    static let message = Parameter<String>(
        "Message", aliases: ["Msg"], position: 0, mandatory: true, pipeline: true, allowsEmptyString: true, help: "The message.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes a message for finding faults.", description: "Writes to the debug stream, which is shown under -Debug.", parameters: [message],
        examples: [CommandExample("Captured", "Write-Debug 'state 3' -Debug 5>&1 | ForEach-Object { \"$_\" }", output: "state 3\n")])
    func process(_ run: Invocation) throws { try run.writeDebug(run[Self.message] ?? "") }
}

final class WriteInformation: Command {
    static let name = "Write-Information"
    static let messageData = Parameter<Value>(
        "MessageData", aliases: ["Msg", "Message"], position: 0, mandatory: true, pipeline: true, allowsNull: true, allowsEmptyString: true,
        help: "The message or object.")
    static let tags = Parameter<[String]>("Tags", position: 1, help: "Words to find the record by.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes to the information stream.", description: "The record is shown if $InformationPreference says so.", parameters: [messageData, tags],
        examples: [CommandExample("Captured", "Write-Information 'done' 6>&1 | ForEach-Object { \"$_\" }", output: "done\n")])
    func process(_ run: Invocation) throws {
        try run.writeInformation(StreamRecord(.information, run.input.isMissing ? run[Self.messageData] ?? .null : run.input, tags: run[Self.tags] ?? []))
    }
}

final class WriteHost: Command {
    static let name = "Write-Host"
    static let colors = TypeInfo.enumeration(
        "System.ConsoleColor",
        EnumerationInfo(names: [
            "Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray", "DarkGray", "Blue", "Green", "Cyan", "Red", "Magenta",
            "Yellow", "White",
        ]))
    static let object = Parameter<Value>("Object", aliases: ["Msg", "Message"], position: 0, pipeline: true, remaining: true, help: "What to show.")
    static let noNewline = Parameter<Bool>("NoNewline", help: "Without a line break.")
    static let separator = Parameter<Value>("Separator", help: "Text between several objects; a space unless given.")
    static let foreground = Parameter<Value>("ForegroundColor", type: colors, help: "The colour of the text.")
    static let background = Parameter<Value>("BackgroundColor", type: colors, help: "The colour behind it.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows text to the person at the terminal.", description: "Writes to the information stream and the screen, not to the pipeline.",
        parameters: [object, noNewline, separator, foreground, background],
        examples: [CommandExample("Captured", "$null = Write-Host 'hello' 6>&1 | ForEach-Object { $seen = \"$_\" }\n$seen", output: "hello\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let value = run.input.isMissing ? run[Self.object] ?? .text("") : run.input
        let separator = try run[Self.separator]?.toText(session) ?? " "
        func text(_ value: Value) throws -> String {
            try run.session.checkDepth()
            guard let elements = try value.asTable.map({ try $0.entriesText(session) }) ?? session.elements(of: value) else { return try value.toText(session) }
            return try elements.map(text).joined(separator: separator)
        }
        let message = HostMessage(
            try text(value), noNewLine: run.has(Self.noNewline), foreground: run[Self.foreground] ?? .null, background: run[Self.background] ?? .null)
        let record = StreamRecord(.information, .object(message), tags: ["PSHOST"])
        record.noNewLine = run.has(Self.noNewline)
        record.foreground = run[Self.foreground] ?? .null
        record.background = run[Self.background] ?? .null
        try run.writeInformation(record)
    }
}

extension TableObject {
    /// As a table prints where each entry stands for itself.
    fileprivate func entriesText(_ session: Session) throws -> [Value] {
        try table.pairs.map { .text("[\(try $0.key.toText(session)), \(try $0.value.toText(session))]") }
    }
}

final class WriteProgress: Command {
    static let name = "Write-Progress"
    static let activity = Parameter<String>("Activity", position: 0, mandatory: true, help: "What is going on.")
    static let status = Parameter<String>("Status", position: 1, validations: [.notNullOrEmpty], help: "How it stands.")
    static let id = Parameter<Int>("Id", position: 2, validations: [.range(0, .int(.max))], help: "Tells several bars apart.")
    static let percent = Parameter<Int>("PercentComplete", validations: [.range(-1, 100)], help: "Per cent done.")
    static let seconds = Parameter<Int>("SecondsRemaining", help: "Seconds left.")
    static let current = Parameter<String>("CurrentOperation", help: "The step under way.")
    static let parent = Parameter<Int>("ParentId", validations: [.range(-1, .int(.max))], help: "The bar above.")
    static let completed = Parameter<Bool>("Completed", help: "The bar goes away.")
    static let source = Parameter<Int>("SourceId", help: "Who reports.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows how far something has come.", description: "Shows a line of progress on a terminal; without one it does nothing.",
        parameters: [activity, status, id, percent, seconds, current, parent, completed, source],
        examples: [CommandExample("Nothing without a terminal", "Write-Progress Moving -PercentComplete 50\n'still here'", output: "still here\n")])

    func process(_ run: Invocation) throws {
        guard run.session.host.isInteractive, run.session.preference("ProgressPreference", in: run.scope) == ActionPreference.continue else { return }
        if run.has(Self.completed) { return run.session.host.writeError("\r\u{1B}[K") }
        let share = run[Self.percent].map { " \($0) %" } ?? ""
        run.session.host.writeError("\r\(run[Self.activity] ?? ""): \(run[Self.status] ?? "Processing")\(share)\u{1B}[K")
    }
}

/// `HostInformationMessage`: what `Write-Host` leaves in the information stream.
final class HostMessage: Box, @unchecked Sendable {
    let text: String, noNewLine: Bool, foreground: Value, background: Value
    init(_ text: String, noNewLine: Bool, foreground: Value, background: Value) {
        self.text = text; self.noNewLine = noNewLine; self.foreground = foreground; self.background = background
    }
    override var type: TypeInfo { HostMessage.typeInfo }
    override func describe(_ session: Session) throws -> String { text }
    static let typeInfo = TypeInfo("System.Management.Automation.HostInformationMessage", base: .object)
    static let known = KnownType(typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (HostMessage) -> Value) -> Property {
            Property(name, type, get: { t, _ in (t.object as? HostMessage).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("Message", .string) { .text($0.text) }, property("NoNewLine", .bool) { .bool($0.noNewLine) },
            property("ForegroundColor", .object) { $0.foreground }, property("BackgroundColor", .object) { $0.background },
        ])
    }
}
