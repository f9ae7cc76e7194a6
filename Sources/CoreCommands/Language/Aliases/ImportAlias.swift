// Import-Alias: aliases read from a file that Export-Alias has written as rows.

import Runtime
import TypeSystem

final class ImportAlias: Command {
    static let name = "Import-Alias"
    static let aliases = ["ipal"]
    static let path = Parameter<String>("Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["ByPath"], help: "The file; wildcards allowed.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, pipeline: true, byName: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the aliases.")
    static let force = Parameter<Bool>("Force", help: "Changes aliases that are there.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads aliases from a file.", description: "Makes the aliases that the rows of a file name: alias, command, description, options.",
        parameters: [path, literalPath, VariableScope.scope, passThru, force], defaultSet: "ByPath", supportsShouldProcess: true,
        outputTypes: ["System.Management.Automation.AliasInfo"],
        examples: [
            CommandExample(
                "One", "$f = Join-Path ([IO.Path]::GetTempPath()) 'al.csv'\nSet-Content $f '\"tell\",\"Write-Output\",\"\",\"None\"'\nImport-Alias $f\ntell hello",
                output: "hello\n")
        ])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let session = run.session
        for file in try OutputPath.filesToRead([literal ?? run[Self.path] ?? ""], isLiteral: literal != nil, run) {
            let text = try ScriptReader.text(of: file)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let plain = line.hasSuffix("\r") ? line.dropLast() : line
                if plain.isEmpty || plain.hasPrefix("#") { continue }
                let values = ImportAlias.values(String(plain))
                guard values.count == 4 else {
                    throw run.failure(
                        "ImportAliasFileFormatError",
                        "Cannot import an alias. Line number \(number + 1) in the file '\(file)' is not a properly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks.",
                        type: "System.IO.FileFormatException", category: .readError, target: .text(file))
                }
                guard let options = session.converted(.text(values[3]), to: PSObjectTable.variableOptions)?.asEnumeration else {
                    throw run.failure(
                        "ImportAliasOptionsError", "'\(values[3])' in line \(number + 1) of '\(file)' names no options of an alias.", type: "System.ArgumentException",
                        category: .readError, target: .text(file))
                }
                try make(values, VariableOptions(rawValue: UInt8(truncatingIfNeeded: options.rawValue)), run)
            }
        }
    }

    private func make(_ values: [String], _ options: VariableOptions, _ run: Invocation) throws {
        let session = run.session
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        if let old = session.aliases(in: scope)[values[0].lowercased()] {
            if !run.has(Self.force) {
                return try run.writeError(
                    "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '\(values[0])' already exists.",
                    type: "SessionStateException", category: .resourceExists, target: .text(values[0]))
            }
            if old.options.contains(.constant) { return try run.writeError(AliasParameters.notWritable(values[0])) }
        }
        guard try run.shouldProcess("Name: \(values[0]) Value: \(values[1])", "Import Alias") else { return }
        let alias = AliasInfo(name: values[0], definition: values[1])
        alias.describedAs = values[2]
        alias.options = options
        session.setAlias(alias, in: scope)
        if run.has(Self.passThru) { try run.write(.object(alias)) }
    }

    /// The values of a row: parted by commas, quotes around a value go.
    private static func values(_ line: String) -> [String] {
        var values: [String] = []
        var current = "", isQuoted = false, rest = line[...]
        while let character = rest.popFirst() {
            switch character {
            // A quote closes only at the end of its value.
            case "\"" where isQuoted && !(rest.isEmpty || rest.first == ","): current.append(character)
            case "\"" where isQuoted || current.isEmpty: isQuoted.toggle()
            case "," where !isQuoted:
                values.append(current)
                current = ""
            default: current.append(character)
            }
        }
        return values + [current]
    }
}
