// A `.psd1`: one table that says what a module consists of and what it shows.

import Scalars
import Syntax
import Diagnostics

public struct ModuleManifest {
    public let path: String
    /// By key in lower case.
    public let entries: [String: Value]
    public let keys: [String]

    /// Every key a manifest may have.
    public static let known = [
        "RootModule", "ModuleToProcess", "ModuleVersion", "CompatiblePSEditions", "GUID", "Author", "CompanyName", "Copyright", "Description",
        "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "DotNetFrameworkVersion", "CLRVersion", "ProcessorArchitecture", "RequiredModules",
        "RequiredAssemblies", "ScriptsToProcess", "TypesToProcess", "FormatsToProcess", "NestedModules", "FunctionsToExport", "CmdletsToExport",
        "VariablesToExport", "AliasesToExport", "DscResourcesToExport", "ModuleList", "FileList", "PrivateData", "HelpInfoURI", "DefaultCommandPrefix",
    ]

    /// - Throws: `Modules_InvalidManifest` for what is no table of data or lacks a version, `Modules_InvalidManifestMember` for keys that are not known.
    public static func read(_ path: String, _ session: Session) throws -> ModuleManifest {
        let source = SourceText(try ScriptReader.text(of: path), path: path)
        let parsed = parse(source)
        if !parsed.diagnostics.isEmpty { throw invalid(path, "it cannot be read: \(parsed.diagnostics[0].message)") }
        guard let table = DataTable.table(in: parsed.root) else { throw invalid(path, "it must hold a table and nothing else.") }
        guard DataTable.isData(table, allowing: DataTable.manifestVariables) else { throw invalid(path, "it must hold data, but would run code.") }
        let block = ScriptBlock(parsed.root, session: session)
        guard let made = try session.evaluate(block, scope: session.global).asTable else { throw invalid(path, "it must hold a table.") }
        var entries: [String: Value] = [:]
        var keys: [String] = []
        for (key, value) in made.table.pairs {
            let name = try key.toText(session)
            keys.append(name)
            entries[name.lowercased()] = value
        }
        let manifest = ModuleManifest(path: path, entries: entries, keys: keys)
        let unknown = keys.filter { key in !known.contains { $0.equalsIgnoringCase(key) } }
        if !unknown.isEmpty {
            throw ShellError(
                "Modules_InvalidManifestMember",
                "The manifest '\(path)' has keys that a manifest cannot have: \(unknown.joined(separator: ", ")). The keys are: \(known.joined(separator: ", ")).",
                type: "System.InvalidOperationException", category: .invalidData, target: .text(path))
        }
        return manifest
    }

    static func invalid(_ path: String, _ reason: String) -> ShellError {
        ShellError(
            "Modules_InvalidManifest", "The module manifest '\(path)' is not valid: \(reason)", type: "System.ArgumentException",
            category: .resourceUnavailable,
            target: .text(path))
    }

    public func value(_ key: String) -> Value? {
        guard let value = entries[key.lowercased()], !value.isNull else { return nil }
        return value
    }
    public func text(_ key: String, _ session: Session) throws -> String? { try value(key)?.toText(session) }

    /// A list that may be written as one value; nil where the key is missing.
    public func list(_ key: String, _ session: Session) throws -> [Value]? {
        guard let value = value(key) else { return nil }
        return try session.elements(of: value) ?? [value]
    }
    public func texts(_ key: String, _ session: Session) throws -> [String]? { try list(key, session)?.map { try $0.toText(session) } }

    public func version(_ key: String, _ session: Session) throws -> NetVersion? {
        guard let text = try text(key, session) else { return nil }
        do { return try NetVersion.parse(text) } catch { throw ModuleManifest.invalid(path, "\(key) must be a version such as 1.0, but is '\(text)'.") }
    }

    /// The module's version.
    /// - Throws: `Modules_InvalidManifest` if there is none.
    public func moduleVersion(_ session: Session) throws -> NetVersion {
        guard let version = try version("ModuleVersion", session) else { throw ModuleManifest.invalid(path, "ModuleVersion must be given.") }
        return version
    }

    /// The file or name of the module that does the work.
    public func root(_ session: Session) throws -> String? {
        let text = try text("RootModule", session) ?? text("ModuleToProcess", session)
        return text?.isEmpty == true ? nil : text
    }
}
