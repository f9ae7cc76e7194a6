// Export-Clixml: objects into a file that gives them back with their types.

import Glibc
import Runtime

final class ExportClixml: Command {
    static let name = "Export-Clixml"
    static let path = Parameter<String>("Path", position: 0, mandatory: true, sets: ["ByPath"], help: "The file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let depth = Parameter<Int>("Depth", validations: [.range(.int(1), .int(.max))], help: "How many levels of objects are written out; 2 if not given.")
    static let inputObject = Parameter<Value>("InputObject", mandatory: true, pipeline: true, allowsNull: true, help: "The objects.")
    static let force = Parameter<Bool>("Force", help: "Writes over a read-only file.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Leaves a file that is there.")
    static let encoding = EncodingArgument.parameter()
    static let declaration = CommandDeclaration(
        synopsis: "Writes objects into a file with their types.",
        description: "Import-Clixml gives the objects back: plain values as they were, others with their properties.",
        parameters: [path, literalPath, depth, inputObject, force, noClobber, encoding], defaultSet: "ByPath", supportsShouldProcess: true,
        examples: [
            CommandExample(
                "There and back",
                "$f = Join-Path ([IO.Path]::GetTempPath()) 'seats.xml'; @{Seats = 3} | Export-Clixml $f; (Import-Clixml $f).Seats.GetType().Name",
                output: "Int32\n")
        ])

    private var file: OutputFile?
    private var writer: CliXmlWriter?
    private var encodes: TextEncoding = .utf8
    private var restores: (path: String, mode: mode_t)?

    func begin(_ run: Invocation) throws {
        let item = try OutputPath.file(run[Self.literalPath] ?? run[Self.path] ?? "", isLiteral: run.isBound(Self.literalPath), run)
        guard try run.shouldProcess(item.path, "Export-Clixml") else { return }
        if let status = FileStatus(item.path) {
            if run.has(Self.noClobber) {
                throw run.failure(
                    "NoClobber", "The file '\(item.path)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(item.path))
            }
            if status.isReadOnly, run.has(Self.force) {
                restores = (item.path, status.link.st_mode & 0o7777)
                chmod(item.path, status.link.st_mode & 0o7777 | 0o200)
            }
        }
        encodes = run.encoding(Self.encoding) ?? .utf8
        do {
            let made = try OutputFile(item.path, append: false, run.session)
            made.write(encodes.mark)
            file = made
        } catch { throw OutputPath.failure(error, run) }
        writer = CliXmlWriter(depth: run[Self.depth] ?? 2, run)
    }

    func process(_ run: Invocation) throws {
        guard let file else { return }
        try writer?.add(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input)
        if let text = writer?.take() { file.write(encodes.encode(text)) }
    }

    func end(_ run: Invocation) throws {
        if let text = writer?.finish() { file?.write(encodes.encode(text)) }
        do { try file?.close() } catch { throw OutputPath.failure(error, run) }
    }

    func clean(_ run: Invocation) {
        if let restores { chmod(restores.path, restores.mode) }
    }
}
