// Import-PowerShellDataFile: a file with one table of data, no code.

import Diagnostics
import Runtime
import Syntax

final class ImportPowerShellDataFile: Command {
    static let name = "Import-PowerShellDataFile"
    static let path = Parameter<[String]>(
        "Path", position: 0, mandatory: true, sets: ["ByPath"], validations: [.notNullOrEmpty], help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], position: 0, mandatory: true, byName: true, sets: ["ByLiteralPath"], validations: [.notNullOrEmpty],
        help: "The files, without wildcards.")
    static let skipLimitCheck = Parameter<Bool>("SkipLimitCheck", help: "Tables with more than 500 keys too.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads a table of data from a file.",
        description: "The file holds one table, as in a module manifest; anything that would run code is refused.",
        parameters: [path, literalPath, skipLimitCheck], defaultSet: "ByPath",
        examples: [
            CommandExample(
                "A file", "$f = Join-Path ([IO.Path]::GetTempPath()) 'r.psd1'; Set-Content $f \"@{Room = 'lobby'}\"; (Import-PowerShellDataFile $f).Room",
                output: "lobby\n")
        ])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        for text in literal ?? run[Self.path] ?? [] {
            let item = try OutputPath.file(text, isLiteral: literal != nil, run)
            guard FileStatus(item.path) != nil else {
                try run.writeError(
                    "PathNotFound", "Cannot find path '\(item.path)' because it does not exist.", type: "ItemNotFoundException", category: .objectNotFound,
                    target: .text(text))
                continue
            }
            try read(item.path, run)
        }
    }

    private func read(_ path: String, _ run: Invocation) throws {
        let text: String
        do { text = try ScriptReader.text(of: path) } catch let failure as ShellError { return try run.writeError(failure.record) }
        let parsed = parse(SourceText(text, path: path))
        if !parsed.diagnostics.isEmpty {
            return try run.writeError(
                "CouldNotParseAsPowerShellDataFile", "The file '\(path)' could not be parsed as a data file: \(parsed.diagnostics[0].message)",
                type: "System.InvalidOperationException", category: .invalidData, target: .text(path))
        }
        guard let table = DataTable.table(in: parsed.root) else {
            return try run.writeError(
                "CouldNotParseAsPowerShellDataFileNoHashtableRoot", "The file '\(path)' could not be parsed as a data file: it must hold a table.",
                type: "System.InvalidOperationException", category: .invalidData, target: .text(path))
        }
        let source = SourceText(text, path: path)
        guard DataTable.isData(table) else {
            throw run.failure(
                "System.InvalidOperationException",
                "The file '\(path)' holds more than data: code and variables other than $true, $false and $null are not allowed.",
                type: "System.InvalidOperationException", category: .notSpecified, target: .text(path))
        }
        let value = try run.session.evaluate(run.session.scriptBlock(DataTable.text(of: table, source)), scope: run.scope)
        if let made = value.asTable, made.table.count > 500, !run.has(Self.skipLimitCheck) {
            throw run.failure(
                "System.InvalidOperationException", "The table has more than 500 keys; -SkipLimitCheck allows that.", type: "System.InvalidOperationException",
                category: .notSpecified, target: .text(path))
        }
        try run.write(value)
    }
}
