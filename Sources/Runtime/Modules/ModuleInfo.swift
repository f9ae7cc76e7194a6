// A module: a home for functions and variables with what it shows to others.

import Diagnostics
import Scalars
import Syntax

/// What a module is made of, as `ModuleType` names it.
public enum ModuleKind: Int64, Sendable { case script = 0, binary, manifest }

/// What a module shows to whoever imports it, each list by name.
public struct ModuleExports {
    public var functions: [FunctionInfo] = []
    public var aliases: [AliasInfo] = []
    public var variables: [VariableCell] = []
    public var cmdlets: [CmdletInfo] = []
    public init() {}
}

public final class ModuleInfo: Box, @unchecked Sendable {
    public internal(set) var name: String
    /// The file it was read from, or an identifier of its own for one made in memory.
    public internal(set) var path: String
    /// The folder of its files; empty for one made in memory.
    public internal(set) var base = ""
    public internal(set) var moduleKind: ModuleKind
    public internal(set) var version = NetVersion(major: 0, minor: 0)
    /// Where its code runs; nil for modules written in Swift and for those that were only looked at.
    public internal(set) var scope: Scope?
    public internal(set) var exports = ModuleExports()
    /// `Export-ModuleMember` was called: what it named is all that is shown.
    public internal(set) var usesExportList = false
    /// The manifest it came from, if any, and that file's entries by name in lower case.
    public internal(set) var manifestPath: String?
    public internal(set) var entries: [String: Value] = [:]
    public internal(set) var nested: [ModuleInfo] = []
    public internal(set) var required: [ModuleInfo] = []
    /// Modules that its own code has imported.
    var imported: [ModuleInfo] = []
    /// Runs when the module is removed.
    public var onRemove: ScriptBlock?
    /// `ReadWrite`, `ReadOnly` or `Constant`: whether `Remove-Module` may.
    public var accessMode: Int64 = 0
    public var describedAs: String?
    /// Classes and enumerations its code defines, by name in lower case.
    var types: [String: TypeInfo] = [:]
    /// The text of its code.
    var body: String?
    /// Made by `GetNewClosure`: holds variables and nothing else.
    var isClosure = false
    /// The prefix under which its commands were imported.
    public internal(set) var prefix = ""

    public init(name: String, path: String, kind: ModuleKind = .script) {
        self.name = name
        self.path = path
        moduleKind = kind
    }
    public override var type: TypeInfo { ModuleInfo.typeInfo }
    public override func describe(_ session: Session) throws -> String { name }
    public static let typeInfo = TypeInfo("System.Management.Automation.PSModuleInfo", accelerator: "psmoduleinfo", base: .object)

    /// A manifest's entry by name.
    public func entry(_ name: String) -> Value? { entries[name.lowercased()] }
}

extension Session {
    /// A module with a scope of its own beneath the session's.
    public func makeModule(name: String, path: String, kind: ModuleKind = .script) -> ModuleInfo {
        let module = ModuleInfo(name: name, path: path, kind: kind)
        module.scope = Scope(
            self, layout: ScopeLayout([], isOpen: true), parent: global, kind: .module, output: NullSink(), streams: global.streams, module: module)
        return module
    }

    /// Runs a module's code in its scope, as if it stood there.
    /// - Returns: what it wrote.
    public func run(_ body: ScriptBlock, in module: ModuleInfo, arguments: [Value], caller: Scope, streams: Streams) throws -> Value {
        guard let home = module.scope else { return .nothing }
        let block = body.bound(to: module)
        module.body = block.body
        var given = CallArguments()
        for argument in arguments { given.append(argument) }
        let output = Collector()
        home.caller = caller
        defer { home.caller = nil }
        let command = block.syntax.source.path.map { ScriptInfo(path: $0, block: block) } ?? BlockCommand(block)
        _ = try runDotted(block, given, home, output: output, streams: streams, command: command, invokedAs: "")
        return output.result
    }

    /// After its code has run: without `Export-ModuleMember` all functions and aliases are shown.
    public func settleExports(of module: ModuleInfo) {
        if !module.usesExportList { export(from: module, functions: { _ in true }, aliases: { _ in true }, variables: nil) }
    }

    /// Adds what is there now under the chosen names to what a module shows; nil: nothing of the kind.
    public func export(
        from module: ModuleInfo, functions: ((String) -> Bool)?, aliases: ((String) -> Bool)?, variables: ((String) -> Bool)?
    ) {
        guard let home = module.scope else { return }
        var shown = module.exports
        if let functions, let all = home.extras?.functions {
            for (_, function) in all where functions(function.name) && !shown.functions.contains(where: { $0 === function }) {
                shown.functions.append(function)
            }
        }
        if let aliases, let all = home.extras?.aliases {
            for (_, alias) in all where aliases(alias.name) && !shown.aliases.contains(where: { $0 === alias }) { shown.aliases.append(alias) }
        }
        if let variables {
            for cell in self.variables(in: home, onlyThere: true)
            where cell.computed == nil && variables(cell.name) && !shown.variables.contains(where: { $0 === cell }) {
                shown.variables.append(cell)
            }
        }
        module.exports = shown.sorted
    }

    /// Of the functions only these are shown.
    public func narrowExports(of module: ModuleInfo, functions: (String) -> Bool) {
        module.exports.functions = module.exports.functions.filter { functions($0.name) }
    }

    /// A module as its files describe it, without running anything; nil for files that cannot be read.
    public func outlinedModule(_ file: String) -> ModuleInfo? {
        let module = ModuleInfo(name: ModuleNames.plain(file), path: file)
        module.base = ModuleNames.folder(file)
        if file.lowercased().hasSuffix(".psd1") {
            guard let manifest = try? ModuleManifest.read(file, self) else { return nil }
            module.manifestPath = file
            module.entries = manifest.entries
            module.version = ((try? manifest.version("ModuleVersion", self)) ?? nil) ?? module.version
            module.describedAs = (try? manifest.text("Description", self)) ?? nil
            module.moduleKind = ((try? manifest.root(self)) ?? nil) == nil ? .manifest : .script
            for value in ((try? manifest.list("RequiredModules", self)) ?? nil) ?? [] {
                guard let wanted = try? ModuleSpecification(value, self) else { continue }
                let needed = ModuleInfo(name: wanted.name, path: "")
                needed.version = wanted.exact ?? wanted.minimum ?? needed.version
                module.required.append(needed)
            }
        }
        let outline = ModuleOutline.of(file, self)
        let empty = ScriptBlock(parse(SourceText("")).root, session: self, module: module)
        module.exports.functions = outline.functions.map { name in
            let function = FunctionInfo(name: name, block: empty, isFilter: false)
            function.module = module
            return function
        }
        module.exports.aliases = outline.aliases.map { AliasInfo(name: $0, definition: "") }
        module.exports = module.exports.sorted
        return module
    }

    /// Keeps a module's scope among those that are searched when a module goes.
    public func keep(_ module: ModuleInfo) { attachment(ModuleShelf.self) { ModuleShelf() }.add(module) }

    /// `Export-ModuleMember`: from now on only what is named is shown.
    public func useExportList(_ module: ModuleInfo) { module.usesExportList = true }
}

extension ModuleExports {
    var sorted: ModuleExports {
        var other = self
        other.functions.sort { $0.name.lowercased() < $1.name.lowercased() }
        other.aliases.sort { $0.name.lowercased() < $1.name.lowercased() }
        other.variables.sort { $0.name.lowercased() < $1.name.lowercased() }
        return other
    }
}
