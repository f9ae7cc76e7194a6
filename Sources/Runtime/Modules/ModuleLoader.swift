// Loading a module: its file is read and run in a scope of its own, what it needs before it, what it consists of inside it.

import Patterns
import Scalars

/// How a module is asked for.
public struct ModuleRequest {
    public var wanted: ModuleSpecification
    public var arguments: [Value] = []
    /// Loads again what is loaded.
    public var isForced = false
    /// Where the request was made, and where messages go.
    public var caller: Scope
    public var streams: Streams
    /// Told what happens, for `-Verbose`.
    public var note: (String) throws -> Void = { _ in }
    /// Paths are meant from this folder; nil: from the current location.
    public var folder: String?
    public init(_ wanted: ModuleSpecification, caller: Scope, streams: Streams) {
        self.wanted = wanted
        self.caller = caller
        self.streams = streams
    }
}

public struct ModuleLoader {
    private let session: Session
    private let request: ModuleRequest
    /// How many modules deep modules may load modules.
    private static let deepest = 10
    private let depth: Int

    public init(_ session: Session, _ request: ModuleRequest) { self.init(session, request, depth: 0) }
    private init(_ session: Session, _ request: ModuleRequest, depth: Int) {
        self.session = session
        self.request = request
        self.depth = depth
    }

    /// The module, loaded now or before. Nothing of it is imported yet.
    /// - Throws: `Modules_ModuleNotFound`, `Modules_ModuleWithVersionNotFound` and what the module's own code throws.
    public func load() throws -> ModuleInfo {
        let wanted = request.wanted
        if !ModuleFiles.isPlace(wanted.name), !request.isForced,
            let known = session.modules(seenFrom: request.caller).first(where: { $0.name.equalsIgnoringCase(wanted.name) && wanted.accepts($0) })
        {
            return known
        }
        if let path = ModuleFiles(session).file(wanted, from: request.folder) { return try load(path) }
        if let own = session.builtInModule(named: wanted.name), wanted.accepts(own) { return own }
        throw ModuleErrors.notFound(wanted)
    }

    private func load(_ path: String) throws -> ModuleInfo {
        if depth > ModuleLoader.deepest { throw ModuleErrors.tooDeep(path) }
        if let known = session.loadedModules.first(where: { $0.path == path || $0.manifestPath == path }) {
            if !request.isForced || depth > 0 {
                guard request.wanted.accepts(known) else { throw ModuleErrors.notFound(request.wanted) }
                return known
            }
            try session.remove(known, caller: request.caller)
        }
        try request.note("Loading module from path '\(path)'.")
        let lower = path.lowercased()
        if lower.hasSuffix(".psd1") { return try manifest(path) }
        guard lower.hasSuffix(".psm1") || lower.hasSuffix(".ps1") else { throw ModuleErrors.badEnding(path) }
        let module = session.makeModule(name: ModuleNames.plain(path), path: path)
        guard request.wanted.accepts(module) else { throw ModuleErrors.notFound(request.wanted) }
        module.base = ModuleNames.folder(path)
        try run(path, in: module)
        session.settleExports(of: module)
        try noteExports(module)
        return module
    }

    private func noteExports(_ module: ModuleInfo) throws {
        for function in module.exports.functions { try request.note("Exporting function '\(function.name)'.") }
        for variable in module.exports.variables { try request.note("Exporting variable '\(variable.name)'.") }
        for alias in module.exports.aliases { try request.note("Exporting alias '\(alias.name)'.") }
    }

    private func run(_ path: String, in module: ModuleInfo) throws {
        let block = try session.scriptBlock(ScriptReader.text(of: path), path: path, module: module)
        try ScriptPreparation.prepare(block, module.scope ?? session.global, isFile: true, module: module)
        _ = try session.run(block, in: module, arguments: request.arguments, caller: request.caller, streams: request.streams)
    }

    // MARK: Manifests

    private func manifest(_ path: String) throws -> ModuleInfo {
        let manifest = try ModuleManifest.read(path, session)
        let version = try manifest.moduleVersion(session)
        guard request.wanted.accepts(version, guid: try manifest.text("GUID", session)) else { throw ModuleErrors.notFound(request.wanted) }
        try ModuleRequirements.checkVersion(manifest, session)
        let module = session.makeModule(name: ModuleNames.plain(path), path: path, kind: .manifest)
        module.base = ModuleNames.folder(path)
        module.manifestPath = path
        module.entries = manifest.entries
        module.version = version
        module.describedAs = try manifest.text("Description", session)
        for value in try manifest.list("RequiredModules", session) ?? [] {
            module.required.append(try ModuleRequirements.load(try ModuleSpecification(value, session), neededBy: path, request, session))
        }
        for script in try manifest.texts("ScriptsToProcess", session) ?? [] { try process(script, module) }
        try readFiles("TypesToProcess", "Update-TypeData", of: module, manifest)
        try readFiles("FormatsToProcess", "Update-FormatData", of: module, manifest)
        for value in try manifest.list("NestedModules", session) ?? [] { try nest(value, in: module) }
        if let root = try manifest.root(session) { try runRoot(root, module) }
        try settle(module, manifest)
        try noteExports(module)
        return module
    }

    /// A script that runs in the scope of whoever imports.
    private func process(_ script: String, _ module: ModuleInfo) throws {
        let path = session.fullPath(module.base + "/" + script)
        guard ModuleFiles.isFile(path) else { throw ModuleErrors.missingFile(script, module.manifestPath ?? module.path) }
        let block = try session.scriptBlock(ScriptReader.text(of: path), path: path, module: request.caller.module).bound(to: request.caller.module)
        let output = NullSink()
        _ = try session.runDotted(
            block, CallArguments(), request.caller, output: output, streams: request.streams, command: ScriptInfo(path: path, block: block))
    }

    /// Type data and views that come with the module, read by the command that reads such files. A module imported again has them already.
    private func readFiles(_ entry: String, _ command: String, of module: ModuleInfo, _ manifest: ModuleManifest) throws {
        for name in try manifest.texts(entry, session) ?? [] {
            let path = session.fullPath(module.base + "/" + name)
            guard ModuleFiles.isFile(path) else { throw ModuleErrors.missingFile(name, module.manifestPath ?? module.path) }
            _ = try session.call(session.scriptBlock("param($path) \(command) -PrependPath $path"), arguments: [.text(path)])
        }
    }

    private func nest(_ value: Value, in module: ModuleInfo) throws {
        var inner = request
        inner.wanted = try ModuleSpecification(value, session)
        inner.folder = module.base
        inner.caller = module.scope ?? request.caller
        inner.arguments = []
        guard let path = ModuleFiles(session).file(inner.wanted, from: module.base) else {
            if let own = session.builtInModule(named: inner.wanted.name) {
                module.nested.append(own)
                return
            }
            throw ModuleErrors.missingFile(inner.wanted.name, module.manifestPath ?? module.path)
        }
        // A plain script becomes part of the module itself.
        if path.lowercased().hasSuffix(".ps1") { return try run(path, in: module) }
        let made = try ModuleLoader(session, inner, depth: depth + 1).load(path)
        module.nested.append(made)
        if let home = module.scope { session.importMembers(of: made, into: home) }
    }

    private func runRoot(_ root: String, _ module: ModuleInfo) throws {
        guard let path = ModuleFiles(session).file(ModuleSpecification(root), from: module.base) else {
            throw ModuleErrors.missingFile(root, module.manifestPath ?? module.path)
        }
        guard path.lowercased().hasSuffix(".psm1") || path.lowercased().hasSuffix(".ps1") else { throw ModuleErrors.badEnding(path) }
        module.moduleKind = .script
        module.path = path
        try run(path, in: module)
    }

    /// What the manifest lets through of what the code has to show.
    private func settle(_ module: ModuleInfo, _ manifest: ModuleManifest) throws {
        let functions = try patterns("FunctionsToExport", manifest), aliases = try patterns("AliasesToExport", manifest)
        let variables = try patterns("VariablesToExport", manifest)
        if module.usesExportList {
            var shown = module.exports
            for inner in module.nested {
                for function in inner.exports.functions where !shown.functions.contains(where: { $0.name.equalsIgnoringCase(function.name) }) {
                    shown.functions.append(function)
                }
                for alias in inner.exports.aliases where !shown.aliases.contains(where: { $0.name.equalsIgnoringCase(alias.name) }) {
                    shown.aliases.append(alias)
                }
            }
            if let functions { shown.functions = shown.functions.filter { functions($0.name) } }
            if let aliases { shown.aliases = shown.aliases.filter { aliases($0.name) } }
            if let variables { shown.variables = shown.variables.filter { variables($0.name) } }
            module.exports = shown.sorted
        } else {
            session.export(from: module, functions: functions ?? { _ in true }, aliases: aliases ?? { _ in true }, variables: variables)
        }
        for inner in module.nested { module.exports.cmdlets += inner.exports.cmdlets }
        // What comes from inside counts as this module's own.
        module.exports.functions = module.exports.functions.map { function in
            guard let inner = function.module, inner !== module, module.nested.contains(where: { $0 === inner }) else { return function }
            let other = function.renamed(function.name)
            other.module = module
            return other
        }
    }

    private func patterns(_ key: String, _ manifest: ModuleManifest) throws -> ((String) -> Bool)? {
        guard let texts = try manifest.texts(key, session) else { return nil }
        return ModuleLoader.anyOf(texts)
    }

    /// True for names that one of the patterns fits; a pattern that cannot be read fits its own text.
    public static func anyOf(_ texts: [String]) -> (String) -> Bool {
        let patterns = texts.map { text in (text, try? WildcardPattern(text, ignoreCase: true)) }
        return { name in patterns.contains { $0.1?.matches(name) ?? $0.0.equalsIgnoringCase(name) } }
    }
}

/// What a manifest or a script asks for before it runs.
enum ModuleRequirements {
    static func checkVersion(_ manifest: ModuleManifest, _ session: Session) throws {
        guard let needed = try manifest.version("PowerShellVersion", session), let own = try? NetVersion.parse(Version.language), needed > own else { return }
        throw ShellError(
            "Modules_InsufficientPowerShellVersion",
            "The module '\(manifest.path)' needs version \(needed) of the language at least; this shell has \(Version.language).",
            type: "System.InvalidOperationException", category: .resourceUnavailable, target: .text(manifest.path))
    }

    /// A module that another one needs: loaded for the whole session.
    static func load(_ wanted: ModuleSpecification, neededBy path: String, _ request: ModuleRequest, _ session: Session) throws -> ModuleInfo {
        if let known = session.modules.first(where: { $0.name.equalsIgnoringCase(wanted.name) && wanted.accepts($0) }) { return known }
        var inner = request
        inner.wanted = wanted
        inner.arguments = []
        inner.isForced = false
        inner.folder = nil
        inner.caller = session.global
        do {
            let module = try ModuleLoader(session, inner).load()
            session.add(module, importedBy: session.global, globally: true)
            session.importMembers(of: module, into: session.global)
            return module
        } catch let failure as ShellError where failure.record.errorId.hasPrefix("Modules_Module") {
            throw ShellError(
                "Modules_InvalidManifest", "The module '\(path)' needs the module '\(wanted.name)', which cannot be loaded: \(failure.record.message)",
                type: "System.MissingMemberException", category: .resourceUnavailable, target: .text(path))
        }
    }
}

public enum ModuleErrors {
    public static func notFound(_ wanted: ModuleSpecification) -> ShellError {
        if wanted.hasBounds {
            let version = wanted.exact?.description ?? wanted.minimum?.description ?? wanted.maximum ?? ""
            return ShellError(
                "Modules_ModuleWithVersionNotFound",
                "The specified module '\(wanted.name)' with version '\(version)' was not loaded because no valid module file was found in any module directory.",
                type: "System.IO.FileNotFoundException", category: .resourceUnavailable, target: .text(wanted.name))
        }
        return ShellError(
            "Modules_ModuleNotFound", "The specified module '\(wanted.name)' was not loaded because no valid module file was found in any module directory.",
            type: "System.IO.FileNotFoundException", category: .resourceUnavailable, target: .text(wanted.name))
    }
    static func missingFile(_ name: String, _ manifest: String) -> ShellError {
        ShellError(
            "Modules_ModuleFileNotFound", "The module file '\(name)' that the manifest '\(manifest)' names was not found.",
            type: "System.IO.FileNotFoundException",
            category: .resourceUnavailable, target: .text(manifest))
    }
    static func badEnding(_ path: String) -> ShellError {
        ShellError(
            "Modules_InvalidModuleExtension", "The module file '\(path)' must end in .psd1, .psm1 or .ps1.", type: "System.InvalidOperationException",
            category: .invalidOperation, target: .text(path))
    }
    static func tooDeep(_ path: String) -> ShellError {
        ShellError(
            "Modules_ModuleTooDeeplyNested", "The module '\(path)' was not loaded: modules load modules too deeply.", type: "System.InvalidOperationException",
            category: .invalidOperation, target: .text(path))
    }
}
