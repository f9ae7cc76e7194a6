// Out-String: what would appear on the screen, as text.

import Formatting
import Runtime

final class OutString: Command {
    static let name = "Out-String"
    static let aliases = ["oss"]
    private static let plainSet = "NoNewLineFormatting", streamSet = "StreamFormatting"
    static let stream = Parameter<Bool>("Stream", sets: [streamSet], help: "Writes each line by itself.")
    static let width = Parameter<Int>("Width", validations: [.range(2, .integer(Int(Int32.max)))], help: "Columns to use.")
    static let noNewline = Parameter<Bool>("NoNewline", sets: [plainSet], help: "Leaves all line breaks out.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to turn into text.")

    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into the text the screen would show.",
        description: "Formats what comes, or takes what a formatting command made of it, and writes it as one string.",
        parameters: [stream, width, noNewline, inputObject], defaultSet: plainSet, outputTypes: ["System.String"],
        examples: [
            CommandExample("One string", "(1, 2 | Out-String).Length", output: "4\n"),
            CommandExample(
                "Line by line", "[pscustomobject]@{ Room = 'lobby' } | Format-List | Out-String -Stream | Where-Object { $_ }", output: "Room : lobby\n"),
        ])

    private var text: TextOutput?
    private var isStreaming = false

    func begin(_ run: Invocation) throws {
        isStreaming = run.has(Self.stream)
        text = TextOutput(run.session, width: run[Self.width], keepsLines: isStreaming, endsLines: !run.has(Self.noNewline))
    }

    func process(_ run: Invocation) throws {
        try text?.write(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input)
        try passLines(run)
    }

    func end(_ run: Invocation) throws {
        try text?.finish()
        try passLines(run)
        if !isStreaming, let text { try run.write(.text(text.takeText())) }
    }

    private func passLines(_ run: Invocation) throws {
        guard isStreaming, let text else { return }
        for line in text.takeLines() { try run.write(.text(line)) }
    }
}
