// Export-Alias and Import-Alias: aliases as lines of a file, and back. They share the form of the lines.

import Glibc
import Runtime
import TypeSystem

final class ExportAlias: Command {
    static let name = "Export-Alias"
    static let aliases = ["epal"]
    static let formats = TypeInfo.enumeration("Microsoft.PowerShell.Commands.ExportAliasFormat", EnumerationInfo(names: ["Csv", "Script"]))
    static let path = Parameter<String>("Path", position: 0, mandatory: true, sets: ["ByPath"], help: "The file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let names = Parameter<[String]>("Name", position: 1, byName: true, help: "The aliases; wildcards allowed.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the aliases too.")
    static let shape = Parameter<Value>("As", type: formats, help: "Csv, or Script for commands that make the aliases.")
    static let append = Parameter<Bool>("Append", help: "Adds to what the file holds.")
    static let force = Parameter<Bool>("Force", help: "Writes over a read-only file.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Leaves a file that is there.")
    static let described = Parameter<String>("Description", help: "A line of the file's head.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes aliases into a file.", description: "Import-Alias reads the file; as a script it can be run.",
        parameters: [path, literalPath, names, passThru, shape, append, force, noClobber, described, VariableScope.scope], defaultSet: "ByPath",
        supportsShouldProcess: true, outputTypes: ["System.Management.Automation.AliasInfo"],
        examples: [
            CommandExample(
                "One alias", "Set-Alias rooms Get-ChildItem; Export-Alias a.csv rooms; (Get-Content a.csv)[-1]",
                output: "\"rooms\",\"Get-ChildItem\",\"\",\"None\"\n")
        ])

    private var chosen: [String] = []

    func process(_ run: Invocation) throws { chosen += run[Self.names] ?? [] }

    func end(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let item = try OutputPath.file(literal ?? run[Self.path] ?? "", isLiteral: literal != nil, run)
        guard try run.shouldProcess(item.path, "Export-Alias") else { return }
        let status = FileStatus(item.path)
        if status != nil, run.has(Self.noClobber), !run.has(Self.append) {
            throw run.failure(
                "NoClobber", "The file '\(item.path)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(item.path))
        }
        let mode = status.map { $0.link.st_mode & 0o7777 }
        if let mode, status?.isReadOnly == true, run.has(Self.force) { chmod(item.path, mode | 0o200) }
        defer { if let mode, status?.isReadOnly == true, run.has(Self.force) { chmod(item.path, mode) } }
        let isScript = run[Self.shape]?.asEnumeration?.rawValue == 1
        let file: OutputFile
        do { file = try OutputFile(item.path, append: run.has(Self.append)) } catch { throw OutputPath.failure(error, run) }
        for line in try head(run) { file.write(Array((line + "\n").utf8)) }
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        let all = run.session.aliases(in: scope).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
        for pattern in chosen.isEmpty ? ["*"] : chosen {
            let found = all.filter { WildcardName.matches($0.name, pattern) }
            if found.isEmpty, !WildcardName.isWildcard(pattern) {
                try run.writeError(
                    "AliasNotFound", "This command cannot find a matching alias because an alias with the name '\(pattern)' does not exist.",
                    type: "ItemNotFoundException", category: .objectNotFound, target: .text(pattern))
            }
            for alias in found {
                file.write(Array(((isScript ? script(alias) : csv(alias)) + "\n").utf8))
                if run.has(Self.passThru) { try run.write(.object(alias)) }
            }
        }
        do { try file.close() } catch { throw OutputPath.failure(error, run) }
    }

    private func head(_ run: Invocation) throws -> [String] {
        let session = run.session
        let user = session.environment["USER"] ?? "", host = session.environment["HOSTNAME"] ?? ""
        let time = try session.format(.object(DateObject(session.localNow)), as: "F")
        var lines = ["# Alias File", "# Exported by : \(user)", "# Date/Time : \(time)", "# Computer : \(host)"]
        if let text = run[Self.described] { lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" } }
        return lines
    }

    private func options(_ alias: AliasInfo) -> String { PSObjectTable.variableOptions.enumeration?.name(of: Int64(alias.options.rawValue)) ?? "None" }
    private func csv(_ alias: AliasInfo) -> String {
        [alias.name, alias.definition, alias.describedAs, options(alias)].map { "\"\($0)\"" }.joined(separator: ",")
    }
    private func script(_ alias: AliasInfo) -> String {
        func quoted(_ text: String) -> String { text.replacing("`", with: "``").replacing("$", with: "`$").replacing("\"", with: "`\"") }
        return
            "set-alias -Name:\"\(quoted(alias.name))\" -Value:\"\(quoted(alias.definition))\" -Description:\"\(quoted(alias.describedAs))\" -Option:\"\(options(alias))\""
    }
}

final class ImportAlias: Command {
    static let name = "Import-Alias"
    static let aliases = ["ipal"]
    static let path = Parameter<String>("Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["ByPath"], help: "The file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the aliases too.")
    static let force = Parameter<Bool>("Force", help: "Also aliases that are there already.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads aliases from a file that Export-Alias has written.", description: "Aliases that are there already stay unless -Force is given.",
        parameters: [path, literalPath, VariableScope.scope, passThru, force], defaultSet: "ByPath", supportsShouldProcess: true,
        outputTypes: ["System.Management.Automation.AliasInfo"],
        examples: [
            CommandExample(
                "There and back",
                "Set-Alias rooms Get-ChildItem; Export-Alias a.csv rooms; Remove-Alias rooms; Import-Alias a.csv; (Get-Alias rooms).Definition",
                output: "Get-ChildItem\n")
        ])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let item = try OutputPath.file(literal ?? run[Self.path] ?? "", isLiteral: literal != nil, run)
        let bytes: [UInt8]
        do { bytes = try FileAccess.read(item.path) } catch {
            throw error.code == ENOENT
                ? run.failure(
                    "FileOpenFailure", "Could not find file '\(item.path)'.", type: "System.IO.FileNotFoundException", category: .openError,
                    target: .text(item.path)) : OutputPath.failure(error, run)
        }
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        var number = 0
        for line in TextEncoding.utf8.text(of: bytes).split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            try add(fields(String(line), number, item.path, run), scope, run)
        }
    }

    /// The four parts of a line.
    private func fields(_ line: String, _ number: Int, _ path: String, _ run: Invocation) throws -> [String] {
        var fields: [String] = [], field = "", isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append(field)
                field = ""
            } else {
                field.append(character)
            }
        }
        fields.append(field)
        guard fields.count == 4 else {
            throw run.failure(
                "ImportAliasFileFormatError",
                "Cannot import an alias. Line number \(number) in the file '\(path)' is not a properly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks.",
                type: "System.IO.FileFormatException", category: .readError, target: .text(path))
        }
        return fields
    }

    private func add(_ fields: [String], _ scope: Scope, _ run: Invocation) throws {
        let session = run.session
        guard try run.shouldProcess("Name: \(fields[0]) Value: \(fields[1])", "Import Alias") else { return }
        if let old = session.aliases(in: scope)[fields[0].lowercased()] {
            if !run.has(Self.force) {
                return try run.writeError(
                    "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '\(fields[0])' already exists.",
                    type: "SessionStateException", category: .resourceExists, target: .text(fields[0]))
            }
            if old.options.contains(.constant) {
                return try run.writeError(
                    "AliasNotWritable", "Alias is not writeable because alias \(fields[0]) is read-only or constant and cannot be written to.",
                    type: "SessionStateUnauthorizedAccessException", category: .writeError, target: .text(fields[0]))
            }
        }
        let alias = AliasInfo(name: fields[0], definition: fields[1])
        alias.describedAs = fields[2]
        if let options = session.converted(.text(fields[3]), to: PSObjectTable.variableOptions)?.asEnumeration {
            alias.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: options.rawValue))
        }
        session.setAlias(alias, in: scope)
        if run.has(Self.passThru) { try run.write(.object(alias)) }
    }
}
