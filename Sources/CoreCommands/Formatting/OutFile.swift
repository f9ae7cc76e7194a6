// Out-File: what would appear on the screen, into a file.

import Formatting
import Glibc
import Runtime

final class OutFile: Command {
    static let name = "Out-File"
    static let filePath = Parameter<String>("FilePath", aliases: ["Path"], position: 0, mandatory: true, sets: ["ByPath"], help: "The file to write.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The file to write, without wildcards.")
    static let encoding = EncodingArgument.parameter(position: 1)
    static let append = Parameter<Bool>("Append", help: "Writes behind what the file holds.")
    static let force = Parameter<Bool>("Force", help: "Writes read-only files too.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Refuses to overwrite a file.")
    static let width = Parameter<Int>("Width", validations: [.range(2, .integer(Int(Int32.max)))], help: "Columns to use.")
    static let noNewline = Parameter<Bool>("NoNewline", help: "Leaves all line breaks out.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to write.")

    static let declaration = CommandDeclaration(
        synopsis: "Writes objects into a file as the screen would show them.",
        description: "Formats what comes and writes the text into a file, which is made or overwritten.",
        parameters: [filePath, encoding, literalPath, append, force, noClobber, width, noNewline, inputObject], defaultSet: "ByPath",
        supportsShouldProcess: true,
        examples: [
            CommandExample(
                "Into a file and back", "'lobby' | Out-File rooms.txt; 'annex' | Out-File rooms.txt -Append; [System.IO.File]::ReadAllText(\"$pwd/rooms.txt\")",
                output: "lobby\nannex\n\n")
        ])

    private var text: TextOutput?
    private var file: OutputFile?
    private var encoding = TextEncoding.utf8

    func begin(_ run: Invocation) throws {
        let given = run[Self.filePath] ?? run[Self.literalPath] ?? ""
        if given.isEmpty {
            throw run.failure(
                "ArgumentNull", "The path of the file to write must not be empty.", type: "System.Management.Automation.PSArgumentNullException",
                category: .invalidArgument)
        }
        let path = run.session.fullPath(given)
        guard try run.shouldProcess(path, "Output to File") else { return }
        encoding = run.encoding(Self.encoding) ?? .utf8
        file = try open(path, run)
        text = TextOutput(run.session, width: run[Self.width], endsLines: !run.has(Self.noNewline))
    }

    /// - Throws: `NoClobber` for a file that is there, `FileOpenFailure`.
    private func open(_ path: String, _ run: Invocation) throws -> OutputFile {
        var status = stat()
        let exists = stat(path, &status) == 0
        if run.has(Self.noClobber), !run.has(Self.append), exists {
            throw run.failure("NoClobber", "The file '\(path)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(path))
        }
        if run.has(Self.force), exists, status.st_mode & S_IWUSR == 0 { chmod(path, (status.st_mode & 0o7777) | S_IWUSR) }
        do {
            let opened = try OutputFile(path, append: run.has(Self.append), run.session)
            if !run.has(Self.append) || !exists || status.st_size == 0 { opened.write(encoding.mark) }
            return opened
        } catch {
            let isMissing = error.code == ENOENT
            throw run.failure(
                "FileOpenFailure", isMissing ? "Could not find a part of the path '\(path)'." : error.message,
                type: isMissing ? "System.IO.DirectoryNotFoundException" : error.exceptionType, category: .openError, target: .text(path))
        }
    }

    func process(_ run: Invocation) throws {
        guard let text else { return }
        try text.write(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input)
        if text.pendingCount > 1 << 16 { file?.write(encoding.encode(text.takeText())) }
    }

    func end(_ run: Invocation) throws {
        guard let text, let file else { return }
        try text.finish()
        file.write(encoding.encode(text.takeText()))
        do { try file.close() } catch {
            throw run.failure("FileWriteFailure", error.message, type: error.exceptionType, category: .writeError, target: .text(file.path))
        }
    }
}
