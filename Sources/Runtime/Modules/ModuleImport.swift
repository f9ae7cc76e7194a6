// Importing: what a module shows becomes visible from another scope, perhaps under other names; and how all of it goes again.

/// What of a module's exports is wanted, and how.
public struct ImportSelection {
    /// nil: none of the kind.
    public var functions: ((String) -> Bool)? = { _ in true }
    public var aliases: ((String) -> Bool)? = { _ in true }
    public var variables: ((String) -> Bool)? = { _ in true }
    /// Stands in front of the noun of each command.
    public var prefix = ""
    /// Leaves alone what is there under the name already.
    public var keepsExisting = false
    public init() {}
}

/// One thing that was imported, for messages.
public struct ImportedMember {
    public let kind: String
    public let name: String
}

extension Session {
    /// The scope that imports from a place in code go to: that of its module, or the session's.
    public func importTarget(for scope: Scope) -> Scope { scope.module?.scope ?? global }

    /// Makes a module's exports visible from a scope.
    @discardableResult
    public func importMembers(of module: ModuleInfo, into target: Scope, _ selection: ImportSelection = ImportSelection()) -> [ImportedMember] {
        var done: [ImportedMember] = []
        let prefix = selection.prefix
        module.prefix = prefix
        if let wanted = selection.functions {
            for function in module.exports.functions where wanted(function.name) {
                let name = ModuleNames.prefixed(function.name, prefix)
                if selection.keepsExisting, findCommand(name, target) != nil { continue }
                let known = name == function.name ? function : function.renamed(name)
                target.madeExtras.functions[name.lowercased()] = known
                done.append(ImportedMember(kind: "function", name: name))
            }
        }
        if let wanted = selection.variables {
            for cell in module.exports.variables where wanted(cell.name) {
                install(cell, in: target)
                done.append(ImportedMember(kind: "variable", name: cell.name))
            }
        }
        if let wanted = selection.aliases {
            for alias in module.exports.aliases where wanted(alias.name) {
                let name = ModuleNames.prefixed(alias.name, prefix)
                if selection.keepsExisting, findCommand(name, target) != nil { continue }
                let known = AliasInfo(
                    name: name, definition: module.showsFunction(alias.definition) ? ModuleNames.prefixed(alias.definition, prefix) : alias.definition)
                known.options = alias.options
                known.describedAs = alias.describedAs
                known.module = module
                target.madeExtras.aliases[name.lowercased()] = known
                done.append(ImportedMember(kind: "alias", name: name))
            }
        }
        placesEpoch &+= 1
        commandEpoch += 1
        return done
    }

    /// Lists a module among those that a place in code has imported.
    public func add(_ module: ModuleInfo, importedBy scope: Scope, globally: Bool) {
        if let owner = scope.module, !globally, owner !== module {
            if !owner.imported.contains(where: { $0 === module }) { owner.imported.append(module) }
        } else {
            addModule(module)
        }
        attachment(ModuleShelf.self) { ModuleShelf() }.add(module)
        commandEpoch += 1
    }

    /// Modules a place in code has imported, with those of the session.
    public func modules(seenFrom scope: Scope) -> [ModuleInfo] {
        var seen = scope.module?.imported ?? []
        for module in modules where !seen.contains(where: { $0 === module }) { seen.append(module) }
        return seen
    }

    /// Every module that is loaded, those inside others too.
    public var loadedModules: [ModuleInfo] { attachment(ModuleShelf.self) { ModuleShelf() }.all }

    /// Takes back everything a module has brought, after its own last act.
    public func remove(_ module: ModuleInfo, caller: Scope) throws {
        if let block = module.onRemove {
            try invoke(block, arguments: [.object(module)], caller: caller, output: NullSink(), streams: caller.streams)
        }
        for inner in module.nested.reversed() { try remove(inner, caller: caller) }
        var scopes: [Scope] = [global]
        scopes += loadedModules.compactMap(\.scope)
        var current: Scope? = caller
        while let here = current {
            scopes.append(here)
            current = here.caller ?? here.parent
        }
        let cells = module.exports.variables
        for scope in scopes where scope !== module.scope {
            guard let extras = scope.extras else { continue }
            for (key, function) in extras.functions where function.module === module { extras.functions[key] = nil }
            for (key, alias) in extras.aliases where alias.module === module { extras.aliases[key] = nil }
            for cell in cells {
                if let storage = scope.ownStorage(symbols.symbol(cell.name)), case .object(let object) = storage.pointee, object === cell {
                    storage.pointee = .missing
                }
            }
        }
        removeModule(module)
        for other in loadedModules { other.imported.removeAll { $0 === module } }
        attachment(ModuleShelf.self) { ModuleShelf() }.all.removeAll { $0 === module }
        commandEpoch += 1
    }
}

/// All loaded modules, in order of loading.
final class ModuleShelf {
    var all: [ModuleInfo] = []
    func add(_ module: ModuleInfo) {
        if !all.contains(where: { $0 === module }) { all.append(module) }
        for inner in module.nested { add(inner) }
    }
}

extension ModuleInfo {
    func showsFunction(_ name: String) -> Bool { exports.functions.contains { $0.name.equalsIgnoringCase(name) } }
}

public enum ModuleNames {
    /// `Get-Room` with prefix `Chat` is `Get-ChatRoom`; a name without a verb has the prefix in front.
    public static func prefixed(_ name: String, _ prefix: String) -> String {
        if prefix.isEmpty { return name }
        guard let dash = name.firstIndex(of: "-") else { return prefix + name }
        return name[...dash] + prefix + name[name.index(after: dash)...]
    }

    /// The part of a path behind its last `/`, without a module file's ending.
    public static func plain(_ path: String) -> String {
        let leaf = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".psd1", ".psm1", ".ps1"] where leaf.lowercased().hasSuffix(ending) { return String(leaf.dropLast(ending.count)) }
        return leaf
    }

    public static func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension ModuleInfo {
    /// The source of a script's module; empty for others.
    public var definition: String { moduleKind == .script ? body ?? "" : "" }
    public var importedModules: [ModuleInfo] { imported }
    /// Classes and enumerations its code defines, by name.
    public var definedTypes: [TypeInfo] { types.values.sorted { $0.name < $1.name } }
}

extension Scope {
    /// Whose call this scope serves.
    public var callingScope: Scope? { caller }
    /// What `$PSCmdlet.SessionState` speaks of: a module's function sees the state of whoever called it.
    public var stateScope: Scope {
        guard let caller, caller.module !== module else { return self }
        return caller
    }
}

extension Session {
    /// An object whose methods are the functions a module shows and whose properties are its variables, live.
    public func customObject(of module: ModuleInfo) -> Value {
        let record = Record(shape: emptyShape, values: [])
        for cell in module.exports.variables {
            let property = Property(
                cell.name, .object, memberType: "NoteProperty", get: { _, session in cell.read(session) },
                set: { _, value, session in try cell.write(value, session) })
            record.set(Text(cell.name), .object(AddedMemberBox(AddedMember(cell.name, .codeProperty(property)))))
        }
        for function in module.exports.functions {
            record.set(Text(function.name), .object(AddedMemberBox(AddedMember(function.name, .scriptMethod(function.block)))))
        }
        return .object(record)
    }
}
