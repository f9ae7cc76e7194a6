// Finds types by name and members by type. Filled from literal tables when a session is made; tables are built when first asked for.

/// An entry of the table of known types.
public struct KnownType: Sendable {
    public let type: TypeInfo
    /// Further names, such as a second accelerator.
    public let aliases: [String]
    public let members: @Sendable () -> MemberTable
    public init(_ type: TypeInfo, aliases: [String] = [], members: @escaping @Sendable () -> MemberTable = { MemberTable() }) {
        self.type = type; self.aliases = aliases; self.members = members
    }
}

/// A generic type: makes the entry for given arguments.
public struct KnownGeneric: Sendable {
    /// Full name without arity: `System.Collections.Generic.List`.
    public let fullName: String
    public let arity: Int
    public let make: @Sendable ([TypeInfo]) -> KnownType
    public init(_ fullName: String, arity: Int, make: @escaping @Sendable ([TypeInfo]) -> KnownType) {
        self.fullName = fullName; self.arity = arity; self.make = make
    }
}

/// A literal table of types that a target brings.
public struct TypeCatalogue: Sendable {
    public let types: [KnownType]
    public let generics: [KnownGeneric]
    public init(types: [KnownType], generics: [KnownGeneric] = []) { self.types = types; self.generics = generics }
}

public final class TypeRegistry {
    private let catalogues: [TypeCatalogue]
    private var names: [String: KnownType] = [:]
    private var generics: [String: KnownGeneric] = [:]
    private var madeGenerics: [String: TypeInfo] = [:]
    private var entries: [ObjectIdentifier: KnownType] = [:]
    private var tables: [ObjectIdentifier: MemberTable] = [:]
    private var resolved: [ObjectIdentifier: [String: Member?]] = [:]
    private var isIndexed = false
    /// Grows whenever a type gains members: inline caches compare it.
    public private(set) var epoch = 0
    /// Members that type data (`Update-TypeData`) adds, by type name in lower case.
    public private(set) var typeData: [String: ExtendedMembers] = [:]
    /// The names of types with type data as they were written, by the name in lower case.
    private var typeDataNames: [String: String] = [:]

    public init(_ catalogues: [TypeCatalogue]) { self.catalogues = catalogues }

    private func index() {
        isIndexed = true
        for catalogue in catalogues {
            for entry in catalogue.types { add(entry) }
            for generic in catalogue.generics {
                generics[generic.fullName.lowercased() + "`\(generic.arity)"] = generic
            }
        }
    }

    private func add(_ entry: KnownType) {
        entries[ObjectIdentifier(entry.type)] = entry
        names[entry.type.fullName.lowercased()] = entry
        if let accelerator = entry.type.accelerator { names[accelerator.lowercased()] = entry }
        for alias in entry.aliases { names[alias.lowercased()] = entry }
    }

    /// Registers a type made at run time.
    public func register(_ entry: KnownType) {
        if !isIndexed { index() }
        add(entry)
    }

    /// Short names that scripts have given to types, in small letters, with how they wrote them.
    private var ownShortNames: [String: (name: String, type: TypeInfo)] = [:]

    /// The short names of types: the language's and those of scripts.
    public var shortNames: [(name: String, type: TypeInfo)] {
        if !isIndexed { index() }
        var result: [(name: String, type: TypeInfo)] = []
        for entry in Set(names.values.map { ObjectIdentifier($0.type) }).compactMap({ entries[$0] }) {
            for name in [entry.type.accelerator].compactMap({ $0 }) + entry.aliases where !name.contains(".") { result.append((name, entry.type)) }
        }
        return (result + ownShortNames.values).sorted { $0.name < $1.name }
    }

    /// Gives a type a short name; one that is there already keeps its type.
    /// - Returns: false if the name is taken.
    public func addShortName(_ name: String, _ type: TypeInfo) -> Bool {
        if !isIndexed { index() }
        let key = name.lowercased()
        if names[key] != nil { return false }
        ownShortNames[key] = (name, type)
        epoch += 1
        return true
    }
    public func removeShortName(_ name: String) -> Bool {
        epoch += 1
        return ownShortNames.removeValue(forKey: name.lowercased()) != nil
    }

    /// By full name, name without `System.`, accelerator or alias; case does not matter.
    public func type(named name: String, namespaces: [String] = []) -> TypeInfo? {
        if !isIndexed { index() }
        let key = name.lowercased()
        if let known = names[key] ?? names["system." + key] { return known.type }
        for namespace in namespaces {
            if let known = names[namespace.lowercased() + "." + key] { return known.type }
        }
        return ownShortNames.isEmpty ? nil : ownShortNames[key]?.type
    }

    public func genericType(named name: String, _ arguments: [TypeInfo], namespaces: [String] = []) -> TypeInfo? {
        if !isIndexed { index() }
        let plain = name.lowercased().prefix { $0 != "`" }
        let suffix = "`\(arguments.count)"
        var found = generics[plain + suffix] ?? generics["system." + plain + suffix]
        for namespace in namespaces where found == nil { found = generics[namespace.lowercased() + "." + plain + suffix] }
        guard let found else { return nil }
        let key = found.fullName + "[" + arguments.map(\.fullName).joined(separator: ",") + "]"
        if let known = madeGenerics[key] { return known }
        let entry = found.make(arguments)
        madeGenerics[key] = entry.type
        entries[ObjectIdentifier(entry.type)] = entry
        return entry.type
    }

    /// The type without its arguments: `List`1`. Nothing can be made of it but the type with arguments.
    public func genericDefinition(named name: String, namespaces: [String] = []) -> TypeInfo? {
        if !isIndexed { index() }
        let key = name.lowercased()
        let candidates = [key, "system." + key] + namespaces.map { $0.lowercased() + "." + key }
        guard let found = candidates.compactMap({ generics[$0] }).first else {
            return key.hasSuffix("nullable`1") ? TypeInfo("System.Nullable`1", base: .valueType, isValueType: true) : nil
        }
        let fullName = found.fullName + "`\(found.arity)"
        if let known = madeGenerics[fullName] { return known }
        let type = TypeInfo(fullName, base: .object)
        madeGenerics[fullName] = type
        return type
    }

    public func hasGeneric(named name: String) -> Bool {
        if !isIndexed { index() }
        let key = name.lowercased()
        return generics.keys.contains { $0.hasPrefix(key + "`") || $0.hasPrefix("system." + key + "`") }
    }

    /// All names known, for completion.
    public var allTypes: [TypeInfo] {
        if !isIndexed { index() }
        return entries.values.map(\.type)
    }

    /// Full names of the types that take arguments, without their number, for completion.
    public var genericNames: Set<String> {
        if !isIndexed { index() }
        return Set(generics.values.map(\.fullName))
    }

    /// The table of one type alone.
    public func table(of type: TypeInfo) -> MemberTable {
        let id = ObjectIdentifier(type)
        if let known = tables[id] { return known }
        if !isIndexed { index() }
        let table: MemberTable
        if let enumeration = type.enumeration {
            table = EnumerationMembers.table(type, enumeration)
        } else if let entry = entries[id] {
            table = entry.members()
        } else if let entry = names[type.fullName.lowercased()] {
            table = entry.members()
        } else if !type.genericArguments.isEmpty, let known = genericType(named: String(type.fullName.prefix { $0 != "`" }), type.genericArguments),
            known !== type
        {
            // The same type made elsewhere.
            return self.table(of: known)
        } else if let scriptClass = type.scriptClass {
            table = scriptClass.memberTable(self)
        } else if type.code == .list, type !== TypeInfo.arrayList {
            // Collections without a table of their own can do what lists can.
            table = self.table(of: .arrayList)
        } else if type.code == .hashtable || type.code == .dictionary, type !== TypeInfo.hashtable {
            table = self.table(of: .hashtable)
        } else {
            table = MemberTable()
        }
        tables[id] = table
        return table
    }

    /// The tables of the type, its bases and its interfaces, most specific first.
    public func tables(of type: TypeInfo) -> [MemberTable] {
        var result = type.ancestors.map { table(of: $0) }
        for ancestor in type.ancestors { for interface in ancestor.interfaces { result.append(table(of: interface)) } }
        return result
    }

    /// An instance member by name, from the type or what it derives from.
    public func member(of type: TypeInfo, _ name: String) -> Member? {
        let id = ObjectIdentifier(type)
        if let known = resolved[id]?[name] { return known }
        var found: Member?
        if type.scriptClass != nil { found = ownMember(of: type, name) }
        for table in found == nil ? tables(of: type) : [] {
            if let member = table.member(name) {
                found = member
                break
            }
        }
        resolved[id, default: [:]][name] = .some(found)
        return found
    }

    /// A member of a script's class; what a known base type brings works on the object that does the base's work.
    private func ownMember(of type: TypeInfo, _ name: String) -> Member? {
        var overloads: [Overload] = []
        var shown = name
        for ancestor in type.ancestors {
            guard let member = table(of: ancestor).member(name) else { continue }
            switch member {
            case .property(let property):
                if !overloads.isEmpty { break }
                return ancestor.scriptClass != nil || ancestor.code == .object || ancestor.code == .exception
                    ? member : .property(TypeRegistry.onNative(property))
            case .method(let method):
                let isOwn = ancestor.scriptClass != nil || ancestor.code == .object || ancestor.code == .exception
                if overloads.isEmpty { shown = method.name }
                // What is there under the same parameters takes the place of the base's.
                for overload in method.overloads
                where !overloads.contains(where: { $0.parameters.map(\.type.fullName) == overload.parameters.map(\.type.fullName) }) {
                    overloads.append(isOwn ? overload : TypeRegistry.onNative(overload))
                }
            }
        }
        return overloads.isEmpty ? nil : .method(Method(shown, overloads))
    }

    private static func onNative(_ property: Property) -> Property {
        let get = property.get
        let read: Property.Getter = { target, session in try get(Instance.native(target), session) }
        var write: Property.Setter?
        if let set = property.set { write = { target, value, session in try set(Instance.native(target), value, session) } }
        return Property(property.name, property.type, memberType: property.memberType, get: read, set: write)
    }

    private static func onNative(_ overload: Overload) -> Overload {
        let body = overload.body
        return Overload(overload.parameters, returns: overload.returns) { target, arguments, session in try body(Instance.native(target), arguments, session) }
    }

    public func staticMember(of type: TypeInfo, _ name: String) -> Member? {
        for ancestor in type.ancestors {
            if let member = table(of: ancestor).staticMember(name) { return member }
        }
        return nil
    }

    /// Adds members for every object of a type name.
    public func addTypeData(_ typeName: String, _ change: (ExtendedMembers) -> Void) {
        let members = typeData[typeName.lowercased()] ?? ExtendedMembers()
        typeDataNames[typeName.lowercased()] = typeName
        change(members)
        typeData[typeName.lowercased()] = members
        epoch += 1
    }

    /// The spelling under which type data was added.
    public func typeDataName(_ key: String) -> String { typeDataNames[key] ?? key }

    public func removeTypeData(_ typeName: String) {
        typeData[typeName.lowercased()] = nil
        epoch += 1
    }
}
