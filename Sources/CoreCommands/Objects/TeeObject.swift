// Tee-Object: keeps what passes, in a file or a variable.

import Formatting
import Runtime

final class TeeObject: Command {
    static let name = "Tee-Object"
    static let aliases: [String] = []
    static let filePath = Parameter<String>("FilePath", aliases: ["Path"], position: 0, mandatory: true, sets: ["File"], help: "The file to write.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to keep and pass on.")
    static let append = Parameter<Bool>("Append", sets: ["File", "Variable"], help: "Adds to what is there.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralFile"], help: "The file to write; wildcards count as they stand.")
    static let variable = Parameter<String>("Variable", mandatory: true, sets: ["Variable"], help: "The variable to fill, without $.")

    static let encoding = EncodingArgument.parameter(sets: ["File", "LiteralFile"])

    static let declaration = CommandDeclaration(
        synopsis: "Passes objects on and keeps them too.",
        description: "Writes each object to a file, formatted as on the screen, or collects them in a variable, and passes them on.",
        parameters: [inputObject, filePath, literalPath, append, encoding, variable], defaultSet: "File",
        examples: [CommandExample("Into a variable", "1, 2 | Tee-Object -Variable seen | Measure-Object | ForEach-Object Count\n\"$seen\"", output: "2\n1 2\n")]
    )

    private var kept: [Value] = []
    private var file: OutputFile?
    private var text: TextOutput?
    private var encodes = TextEncoding.utf8

    func begin(_ run: Invocation) throws {
        guard let given = run[Self.filePath] ?? run[Self.literalPath] else { return }
        let path = run.session.fullPath(given)
        encodes = run.encoding(Self.encoding) ?? .utf8
        do {
            let made = try OutputFile(path, append: run.has(Self.append), run.session)
            if !run.has(Self.append) || FileStatus(path)?.size ?? 0 == 0 { made.write(encodes.mark) }
            file = made
        } catch {
            // What writes the file is the command that only does that, and its failures are its own.
            let failure = OutputPath.failure(error, run)
            failure.record.idSource = "Microsoft.PowerShell.Commands.OutFileCommand"
            throw failure
        }
        text = TextOutput(run.session, width: nil, endsLines: true)
    }

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if let text { try text.write(item) } else { kept.append(item) }
        try run.write(item)
    }

    func end(_ run: Invocation) throws {
        if let text, let file {
            try text.finish()
            file.write(encodes.encode(text.takeText()))
            do { try file.close() } catch { throw OutputPath.failure(error, run) }
        }
        guard let name = run[Self.variable] else { return }
        var all = kept
        if run.has(Self.append), let old = run.session.variable(name, in: run.scope), !old.isNull { all = (try run.session.elements(of: old) ?? [old]) + kept }
        try run.session.setVariable(name, all.count == 1 ? all[0] : .array(all), in: run.scope)
    }
}
