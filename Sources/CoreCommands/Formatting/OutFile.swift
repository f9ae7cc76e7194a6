// Out-File: what would appear on the screen, into a file.

import Formatting
import Glibc
import Runtime

final class OutFile: Command {
    static let name = "Out-File"
    static let filePath = Parameter<String>("FilePath", aliases: ["Path"], position: 0, mandatory: true, sets: ["ByPath"], help: "The file to write.")
    static let literalPath = Parameter<String>("LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The file to write, without wildcards.")
    static let encoding = Parameter<Value>("Encoding", position: 1, validations: [.notNullOrEmpty], completions: FileEncoding.names, help: "How characters become bytes; UTF-8 without a mark unless given.")
    static let append = Parameter<Bool>("Append", help: "Writes behind what the file holds.")
    static let force = Parameter<Bool>("Force", help: "Writes read-only files too.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Refuses to overwrite a file.")
    static let width = Parameter<Int>("Width", validations: [.range(2, .integer(Int(Int32.max)))], help: "Columns to use.")
    static let noNewline = Parameter<Bool>("NoNewline", help: "Leaves all line breaks out.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to write.")

    static let declaration = CommandDeclaration(
        synopsis: "Writes objects into a file as the screen would show them.",
        description: "Formats what comes and writes the text into a file, which is made or overwritten.",
        parameters: [filePath, encoding, literalPath, append, force, noClobber, width, noNewline, inputObject], defaultSet: "ByPath", supportsShouldProcess: true,
        examples: [CommandExample("Into a file and back", "'lobby' | Out-File rooms.txt; 'annex' | Out-File rooms.txt -Append; [System.IO.File]::ReadAllText(\"$pwd/rooms.txt\")", output: "lobby\nannex\n\n")])

    private var text: TextOutput?
    private var file: FileText?

    func begin(_ run: Invocation) throws {
        let given = run[Self.filePath] ?? run[Self.literalPath] ?? ""
        if given.isEmpty { throw run.failure("ArgumentNull", "The path of the file to write must not be empty.", type: "System.Management.Automation.PSArgumentNullException", category: .invalidArgument) }
        let path = run.session.fullPath(given)
        guard try run.shouldProcess(path, "Output to File") else { return }
        let encoding = try FileEncoding.read(run[Self.encoding], run)
        file = try FileText(path, encoding: encoding, append: run.has(Self.append), noClobber: run.has(Self.noClobber), force: run.has(Self.force), run)
        text = TextOutput(run.session, width: run[Self.width], endsLines: !run.has(Self.noNewline))
    }

    func process(_ run: Invocation) throws {
        guard let text else { return }
        try text.write(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input)
        if text.pendingCount > 1 << 16 { try file?.write(text.takeText()) }
    }

    func end(_ run: Invocation) throws {
        guard let text else { return }
        try text.finish()
        try file?.write(text.takeText())
    }

    func clean(_ run: Invocation) { file?.close() }
}
