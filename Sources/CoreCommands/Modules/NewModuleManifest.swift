// New-ModuleManifest: writes a manifest from what it is given.

import Glibc
import Runtime
import Scalars
import TypeSystem

final class NewModuleManifest: Command {
    static let name = "New-ModuleManifest"
    static let path = Parameter<String>("Path", position: 0, mandatory: true, help: "The file to write; it must end in .psd1.")
    static let nested = Parameter<[Value]>("NestedModules", allowsEmptyCollection: true, help: "Modules that run inside this one.")
    static let guid = Parameter<Value>("Guid", type: GuidObject.typeInfo, help: "The module's identifier; a new one if none is given.")
    static let author = Parameter<String>("Author", allowsEmptyString: true, help: "Who wrote it.")
    static let company = Parameter<String>("CompanyName", allowsEmptyString: true, help: "For whom.")
    static let copyright = Parameter<String>("Copyright", allowsEmptyString: true, help: "Whose it is.")
    static let root = Parameter<String>("RootModule", aliases: ["ModuleToProcess"], allowsEmptyString: true, help: "The file that does the work.")
    static let version = Parameter<Value>("ModuleVersion", type: VersionObject.typeInfo, validations: [.notNull], help: "The version; 0.0.1 if none is given.")
    static let described = Parameter<String>("Description", allowsEmptyString: true, help: "What it is for.")
    static let architecture = Parameter<String>("ProcessorArchitecture", help: "The processor it needs.")
    static let shellVersion = Parameter<Value>("PowerShellVersion", type: VersionObject.typeInfo, help: "The lowest version of the language it needs.")
    static let clr = Parameter<Value>("ClrVersion", type: VersionObject.typeInfo, help: "The runtime version it needs.")
    static let framework = Parameter<Value>("DotNetFrameworkVersion", type: VersionObject.typeInfo, help: "The framework version it needs.")
    static let hostName = Parameter<String>("PowerShellHostName", help: "The host it needs.")
    static let hostVersion = Parameter<Value>("PowerShellHostVersion", type: VersionObject.typeInfo, help: "The version of that host.")
    static let required = Parameter<[Value]>("RequiredModules", help: "Modules that must be there.")
    static let typeFiles = Parameter<[String]>("TypesToProcess", allowsEmptyCollection: true, help: "Type files.")
    static let formatFiles = Parameter<[String]>("FormatsToProcess", allowsEmptyCollection: true, help: "Format files.")
    static let scripts = Parameter<[String]>("ScriptsToProcess", allowsEmptyCollection: true, help: "Scripts that run in the importer's scope.")
    static let assemblies = Parameter<[String]>("RequiredAssemblies", allowsEmptyCollection: true, help: "Assemblies it needs.")
    static let files = Parameter<[String]>("FileList", allowsEmptyCollection: true, help: "All files of the module.")
    static let moduleList = Parameter<[Value]>("ModuleList", allowsEmptyCollection: true, help: "All modules it brings.")
    static let functions = Parameter<[String]>("FunctionsToExport", allowsEmptyCollection: true, help: "Functions it shows.")
    static let exportedAliases = Parameter<[String]>("AliasesToExport", allowsEmptyCollection: true, help: "Aliases it shows.")
    static let variables = Parameter<[String]>("VariablesToExport", allowsEmptyCollection: true, help: "Variables it shows.")
    static let cmdlets = Parameter<[String]>("CmdletsToExport", allowsEmptyCollection: true, help: "Commands it shows.")
    static let resources = Parameter<[String]>("DscResourcesToExport", allowsEmptyCollection: true, help: "Resources it shows.")
    static let editions = Parameter<[String]>(
        "CompatiblePSEditions", validations: [.set(["Desktop", "Core"], ignoreCase: true, message: nil)], allowsEmptyCollection: true,
        help: "Editions it is for.")
    static let privateData = Parameter<Value>("PrivateData", allowsNull: true, help: "Data for the module itself.")
    static let tags = Parameter<[String]>("Tags", validations: [.notNullOrEmpty], help: "Words to find it by.")
    static let project = Parameter<String>("ProjectUri", validations: [.notNullOrEmpty], help: "Its home.")
    static let license = Parameter<String>("LicenseUri", validations: [.notNullOrEmpty], help: "Its licence.")
    static let icon = Parameter<String>("IconUri", validations: [.notNullOrEmpty], help: "Its picture.")
    static let notes = Parameter<String>("ReleaseNotes", validations: [.notNullOrEmpty], help: "What is new.")
    static let prerelease = Parameter<String>("Prerelease", validations: [.notNullOrEmpty], help: "The name of a version before the version.")
    static let acceptance = Parameter<Bool>("RequireLicenseAcceptance", help: "Whoever installs it must accept the licence.")
    static let external = Parameter<[String]>("ExternalModuleDependencies", validations: [.notNullOrEmpty], help: "Modules from elsewhere that it needs.")
    static let helpInfo = Parameter<String>("HelpInfoUri", allowsNull: true, help: "Where its help is.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the text of the manifest too.")
    static let prefix = Parameter<String>("DefaultCommandPrefix", help: "Stands in front of the nouns of its commands.")

    static let declaration = CommandDeclaration(
        synopsis: "Writes a module manifest.", description: "Writes a .psd1 with the entries that are given; the others stand in it as remarks.",
        parameters: [
            path, nested, guid, author, company, copyright, root, version, described, architecture, shellVersion, clr, framework, hostName, hostVersion,
            required,
            typeFiles, formatFiles, scripts, assemblies, files, moduleList, functions, exportedAliases, variables, cmdlets, resources, editions, privateData,
            tags,
            project, license, icon, notes, prerelease, acceptance, external, helpInfo, passThru, prefix,
        ], supportsShouldProcess: true, outputTypes: ["System.String"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "Written and read",
                "$f = Join-Path ([IO.Path]::GetTempPath()) 'Rooms.psd1'\nNew-ModuleManifest $f -ModuleVersion 2.1 -Author Alva\n(Import-PowerShellDataFile $f).ModuleVersion",
                output: "2.1\n")
        ])

    func process(_ run: Invocation) throws {
        let given = run[Self.path] ?? "", path = run.session.fullPath(given)
        guard path.lowercased().hasSuffix(".psd1") else {
            throw run.failure(
                "Modules_InvalidModuleManifestPath", "A manifest must end in .psd1, but is '\(given)'.", type: "System.InvalidOperationException",
                category: .invalidArgument, target: .text(given))
        }
        guard try run.shouldProcess(path, "Creating the module manifest file") else { return }
        let text = try text(of: run)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw run.failure(
                "Modules_ModuleManifestCannotBeWritten", "The manifest '\(path)' cannot be written: \(String(cString: strerror(errno))).",
                type: "System.IO.IOException", category: .writeError, target: .text(given))
        }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written <= 0 {
                throw run.failure(
                    "Modules_ModuleManifestCannotBeWritten", "The manifest '\(path)' cannot be written to the end: \(String(cString: strerror(errno))).",
                    type: "System.IO.IOException", category: .writeError, target: .text(given))
            }
            bytes = bytes.dropFirst(written)
        }
        if run.has(Self.passThru) { try run.write(.text(text)) }
    }

    // MARK: Text

    private func text(of run: Invocation) throws -> String {
        let session = run.session
        let name = ModuleNames.plain(run[Self.path] ?? "")
        let author = run[Self.author] ?? session.environment["USER"] ?? ""
        let company = run[Self.company] ?? "Unknown"
        let identifier =
            (run[Self.guid]?.object as? GuidObject)?.value.description ?? NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) })?.description
            ?? ""
        let date = session.today
        var text = "# Manifest of the module \(quoted(name)), written by \(author) on \(date.year)-\(padded(date.month))-\(padded(date.day)).\n\n@{\n\n"
        func entry(_ key: String, _ remark: String, _ value: String?, _ placeholder: String = "''") {
            text += "    # \(remark)\n"
            text += value.map { "    \(key) = \($0)\n\n" } ?? "    # \(key) = \(placeholder)\n\n"
        }
        func one(_ parameter: Parameter<String>) -> String? { run[parameter].flatMap { $0.isEmpty ? nil : quoted($0) } }
        func number(_ parameter: Parameter<Value>) -> String? { (run[parameter]?.object as? VersionObject).map { quoted($0.value.description) } }
        func many(_ parameter: Parameter<[String]>) -> String? { run[parameter].map { list($0.map(quoted)) } }
        func mixed(_ parameter: Parameter<[Value]>) throws -> String? { try run[parameter].map { list(try $0.map { try literal($0, session) }) } }
        entry("RootModule", "The file that does the module's work.", one(Self.root))
        entry("ModuleVersion", "The version of this module.", number(Self.version) ?? "'0.0.1'")
        entry("CompatiblePSEditions", "Editions of the shell it is for.", many(Self.editions), "@()")
        entry("GUID", "Tells this module from all others.", quoted(identifier))
        entry("Author", "Who wrote it.", quoted(author))
        entry("CompanyName", "For whom it was written.", quoted(company))
        entry("Copyright", "Whose it is.", quoted(run[Self.copyright] ?? "(c) \(author). All rights reserved."))
        entry("Description", "What it is for.", one(Self.described))
        entry("PowerShellVersion", "The lowest version of the language it needs.", number(Self.shellVersion))
        entry("PowerShellHostName", "The host it needs.", one(Self.hostName))
        entry("PowerShellHostVersion", "The lowest version of that host.", number(Self.hostVersion))
        entry("DotNetFrameworkVersion", "The lowest framework version it needs.", number(Self.framework))
        entry("ClrVersion", "The lowest runtime version it needs.", number(Self.clr))
        entry("ProcessorArchitecture", "The processor it needs.", one(Self.architecture))
        entry("RequiredModules", "Modules that are imported before it.", try mixed(Self.required), "@()")
        entry("RequiredAssemblies", "Assemblies that are loaded before it.", many(Self.assemblies), "@()")
        entry("ScriptsToProcess", "Scripts that run in the importer's scope before it.", many(Self.scripts), "@()")
        entry("TypesToProcess", "Type files that are read with it.", many(Self.typeFiles), "@()")
        entry("FormatsToProcess", "Format files that are read with it.", many(Self.formatFiles), "@()")
        entry("NestedModules", "Modules that run inside it.", try mixed(Self.nested), "@()")
        entry("FunctionsToExport", "Functions it shows; name them one by one.", many(Self.functions) ?? "@()")
        entry("CmdletsToExport", "Commands it shows.", many(Self.cmdlets) ?? "@()")
        entry("VariablesToExport", "Variables it shows.", many(Self.variables) ?? "'*'")
        entry("AliasesToExport", "Aliases it shows.", many(Self.exportedAliases) ?? "@()")
        entry("DscResourcesToExport", "Resources it shows.", many(Self.resources), "@()")
        entry("ModuleList", "All modules it brings.", try mixed(Self.moduleList), "@()")
        entry("FileList", "All files it consists of.", many(Self.files), "@()")
        text += "    # Data for the module itself.\n" + (try privateData(run)) + "\n"
        entry("HelpInfoURI", "Where its help is.", one(Self.helpInfo))
        entry("DefaultCommandPrefix", "Stands in front of the nouns of its commands.", one(Self.prefix))
        return text + "}\n"
    }

    private func privateData(_ run: Invocation) throws -> String {
        let session = run.session
        var text = "    PrivateData = @{\n\n        PSData = @{\n\n"
        func entry(_ key: String, _ value: String?, _ placeholder: String = "''") {
            text += "            " + (value.map { "\(key) = \($0)\n\n" } ?? "# \(key) = \(placeholder)\n\n")
        }
        entry("Tags", run[Self.tags].map { list($0.map(quoted)) }, "@()")
        entry("LicenseUri", run[Self.license].map(quoted))
        entry("ProjectUri", run[Self.project].map(quoted))
        entry("IconUri", run[Self.icon].map(quoted))
        entry("ReleaseNotes", run[Self.notes].map(quoted))
        entry("Prerelease", run[Self.prerelease].map(quoted))
        entry("RequireLicenseAcceptance", run.isBound(Self.acceptance) ? (run.has(Self.acceptance) ? "$true" : "$false") : nil, "$false")
        entry("ExternalModuleDependencies", run[Self.external].map { list($0.map(quoted)) }, "@()")
        text += "        }\n\n"
        if let own = run[Self.privateData], !own.isNull {
            guard let table = own.asTable else { return "    PrivateData = \(try literal(own, session))\n" }
            for (key, value) in table.table.pairs where !(try key.toText(session).equalsIgnoringCase("PSData")) {
                text += "        \(quoted(try key.toText(session))) = \(try literal(value, session))\n\n"
            }
        }
        return text + "    }\n"
    }

    private func quoted(_ text: String) -> String { "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'" }
    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private func list(_ items: [String]) -> String { items.isEmpty ? "@()" : items.count == 1 ? items[0] : items.joined(separator: ", ") }

    /// A value as a script would write it.
    private func literal(_ value: Value, _ session: Session) throws -> String {
        if value.isNull { return "$null" }
        if case .bool(let flag) = value.unwrapped { return flag ? "$true" : "$false" }
        if value.unwrapped.isNumber { return try value.toText(session) }
        if let table = value.asTable {
            return "@{" + (try table.table.pairs.map { "\(quoted(try $0.0.toText(session))) = \(try literal($0.1, session))" }).joined(separator: "; ") + "}"
        }
        if value.asString == nil, let elements = try session.elements(of: value) {
            return "@(" + (try elements.map { try literal($0, session) }).joined(separator: ", ") + ")"
        }
        return quoted(try value.toText(session))
    }
}
