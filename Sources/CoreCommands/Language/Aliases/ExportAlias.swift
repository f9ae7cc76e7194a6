// Export-Alias: aliases written to a file, as rows or as a script.

import Glibc
import Runtime
import Scalars
import TypeSystem

final class ExportAlias: Command {
    static let name = "Export-Alias"
    static let aliases = ["epal"]
    static let formats = TypeInfo.enumeration("Microsoft.PowerShell.Commands.ExportAliasFormat", EnumerationInfo(names: ["Csv", "Script"]))
    static let path = Parameter<String>("Path", position: 0, mandatory: true, sets: ["ByPath"], help: "The file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let names = Parameter<[String]>("Name", position: 1, byName: true, help: "Aliases; wildcards allowed.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the aliases too.")
    static let format = Parameter<Value>("As", type: formats, help: "Csv or Script.")
    static let append = Parameter<Bool>("Append", help: "Adds to what the file holds.")
    static let force = Parameter<Bool>("Force", help: "Also a read-only file.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Leaves a file that is there alone.")
    static let described = Parameter<String>("Description", help: "A remark at the file's head.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes aliases to a file.", description: "Writes the aliases seen from here as rows of four values, or as a script that sets them.",
        parameters: [path, literalPath, names, passThru, format, append, force, noClobber, described, VariableScope.scope], defaultSet: "ByPath",
        supportsShouldProcess: true, outputTypes: ["System.Management.Automation.AliasInfo"],
        examples: [
            CommandExample(
                "One", "$f = Join-Path ([IO.Path]::GetTempPath()) 'al.csv'\nSet-Alias say Write-Output\nExport-Alias $f -Name say\n(Get-Content $f)[-1]",
                output: "\"say\",\"Write-Output\",\"\",\"None\"\n")
        ])

    private var chosen: [AliasInfo] = []

    func process(_ run: Invocation) throws {
        let all = run.session.aliases(in: try VariableScope.find(run[VariableScope.scope], run)).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
        for name in run[Self.names] ?? ["*"] {
            let hits = all.filter { WildcardName.isWildcard(name) && name != "?" ? WildcardName.matches($0.name, name) : $0.name.equalsIgnoringCase(name) }
            if hits.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "AliasNotFound", "This command cannot find a matching alias because an alias with the name '\(name)' does not exist.",
                    type: "ItemNotFoundException", category: .objectNotFound, target: .text(name))
            }
            chosen += hits
        }
    }

    func end(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let item = try OutputPath.file(literal ?? run[Self.path] ?? "", isLiteral: literal != nil, run)
        guard try run.shouldProcess(item.path, "Export-Alias") else { return }
        let status = FileStatus(item.path)
        if run.has(Self.noClobber), status != nil {
            throw run.failure(
                "NoClobber", "The file '\(item.path)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(item.path))
        }
        let isLocked = status?.isReadOnly == true
        if isLocked, run.has(Self.force) { chmod(item.path, 0o644) }
        defer { if isLocked, run.has(Self.force) { chmod(item.path, 0o444) } }
        let isScript = run[Self.format]?.asEnumeration?.rawValue == 1
        var text = ""
        if !run.has(Self.append) || status == nil { text = header(run) }
        for alias in chosen {
            let options = EnumerationObject(PSObjectTable.variableOptions, Int64(alias.options.rawValue)).name
            text +=
                isScript
                ? "set-alias -Name:\"\(alias.name)\" -Value:\"\(alias.definition)\" -Description:\"\(alias.describedAs)\" -Option:\"\(options)\"\n"
                : "\"\(alias.name)\",\"\(alias.definition)\",\"\(alias.describedAs)\",\"\(options)\"\n"
        }
        try write(text, to: item.path, run)
        if run.has(Self.passThru) { for alias in chosen { try run.write(.object(alias)) } }
    }

    private func header(_ run: Invocation) -> String {
        var name = [CChar](repeating: 0, count: 256)
        let computer = gethostname(&name, name.count) == 0 ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "localhost"
        var text = "# Alias File\n# Exported by : \(run.session.environment["USER"] ?? "")\n# Date/Time : \(run.session.localNow)\n# Computer : \(computer)\n"
        for line in (run[Self.described] ?? "").split(separator: "\n") { text += "# \(line)\n" }
        return text
    }

    private func write(_ text: String, to path: String, _ run: Invocation) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (run.has(Self.append) ? O_APPEND : O_TRUNC), 0o666)
        guard descriptor >= 0 else { throw OutputPath.failure(FileFailure(path: path, code: errno), run) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written <= 0 { throw OutputPath.failure(FileFailure(path: path, code: errno), run) }
            bytes = bytes.dropFirst(written)
        }
    }
}
