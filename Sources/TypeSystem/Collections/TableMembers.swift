// Hashtables, ordered tables, dictionaries.

import Runtime
import Scalars

enum TableMembers {
    static func table(_ value: Value) -> TableObject { value.asTable ?? TableObject() }
    static let keysType = TypeInfo("System.Collections.Hashtable+KeyCollection", base: .object, interfaces: [.iCollection], code: .list)
    static let valuesType = TypeInfo("System.Collections.Hashtable+ValueCollection", base: .object, interfaces: [.iCollection], code: .list)

    static func collection(_ values: [Value], _ type: TypeInfo, of table: TableObject) -> Value {
        let list = ListObject(values, type: type)
        list.source = table
        list.isReadOnly = true
        return .object(list)
    }

    static func present(_ key: Value) throws -> Value {
        if key.isNull { throw Refusals.null("key") }
        return key.unwrapped
    }

    static func writable(_ value: Value) throws -> TableObject {
        let own = table(value)
        if own.isReadOnly { throw MethodFailure("System.NotSupportedException", "Collection is read-only.") }
        return own
    }

    private static func added(_ key: Value, _ value: Value, to own: TableObject, _ session: Session) throws {
        let key = try present(key)
        if own.table.contains(key) {
            let text = try key.toText(session)
            throw Refusals.argument(
                own.tableType.code == .hashtable || own.tableType.code == .orderedDictionary
                    ? "Item has already been added. Key in dictionary: '\(text)'  Key being added: '\(text)'"
                    : "An item with the same key has already been added. Key: \(text)")
        }
        try own.put(key, value.isAbsent ? .null : value)
    }

    static func methods(key: TypeInfo, value: TypeInfo, isGeneric: Bool) -> [Method] {
        let removal =
            isGeneric
            ? Method("Remove", [Overload([.of("key", key)], returns: .bool) { t, a, _ in .bool(try writable(t).table.remove(try present(a[0])) != nil) }])
            : Method("Remove", [.object("key")]) { t, a, _ in
                try writable(t).table.remove(try present(a[0]))
                return .nothing
            }
        return [
            Method("Add", [.of("key", key), .of("value", value)]) { t, a, session in
                try added(a[0], a[1], to: try writable(t), session)
                return .nothing
            },
            removal,
            Method("Clear") { t, _, _ in
                try writable(t).table.removeAll()
                return .nothing
            },
            Method("ContainsKey", [.of("key", key)], returns: .bool) { t, a, _ in .bool(table(t).table.contains(try present(a[0]))) },
            Method("Contains", [.object("key")], returns: .bool) { t, a, _ in .bool(table(t).table.contains(try present(a[0]))) },
            Method("ContainsValue", [.object("value")], returns: .bool) { t, a, _ in
                .bool(table(t).table.values.contains { HashTable.areEqual($0, a[0], .ordinal) })
            },
            Method("GetEnumerator", returns: isGeneric ? .iEnumerator : entryEnumerator) { t, _, _ in
                .object(
                    ForEachEnumerator(
                        table(t).entries, type: isGeneric ? pairEnumerator : table(t).tableType.code == .hashtable ? hashEnumerator : orderedEnumerator))
            },
            Method("CopyTo", [.of("array", .arrayBase), .int("index")]) { t, a, _ in
                guard let target = a[0].asArray else { throw Refusals.null("array") }
                try target.overwrite(from: a.int(1), with: table(t).entries)
                return .nothing
            },
        ]
    }

    // What walks through a table shows the entry where it stands.
    static let entryEnumerator = TypeInfo("System.Collections.IDictionaryEnumerator", interfaces: [.iEnumerator], isInterface: true)
    private static let hashEnumerator = TypeInfo(
        "System.Collections.Hashtable+HashtableEnumerator", base: .object, interfaces: [entryEnumerator, .iEnumerator])
    private static let orderedEnumerator = TypeInfo(
        "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator", base: .object, interfaces: [entryEnumerator, .iEnumerator])
    private static let pairEnumerator = TypeInfo(
        "System.Collections.Generic.Dictionary`2+Enumerator", base: .valueType, interfaces: [entryEnumerator, .iEnumerator])
    static let walking = KnownType(entryEnumerator) {
        @Sendable func part(_ name: String) -> Property {
            Property(
                name, .object,
                get: { t, session in
                    guard let current = (t.object as? ForEachEnumerator)?.current, !current.isNull else { return .null }
                    return name == "Entry" ? current : try session.property(of: current, name)
                })
        }
        return MemberTable(properties: [part("Key"), part("Value"), part("Entry")])
    }

    /// The properties of a table in the order its type declares them.
    static func properties(keys: TypeInfo, values: TypeInfo, order: [String]) -> [Property] {
        let all = [
            Property("Comparer", .object, get: { t, _ in .object(StringComparerObject(table(t).table.comparison == .ignoringCase ? 5 : 4)) }),
            Property("Capacity", .int32, get: { t, _ in .int(Int32(table(t).table.count)) }),
            Property("IsReadOnly", .bool, get: { t, _ in .bool(table(t).isReadOnly) }), Property("IsFixedSize", .bool, get: { _, _ in false }),
            Property("IsSynchronized", .bool, get: { t, _ in .bool(table(t).isSynchronized) }),
            Property("Keys", .iCollection, get: { t, _ in collection(table(t).table.keys, keys, of: table(t)) }),
            Property("Values", .iCollection, get: { t, _ in collection(table(t).table.values, values, of: table(t)) }),
            Property("SyncRoot", .object, get: { t, _ in t }), Property("Count", .int32, get: { t, _ in .int(Int32(table(t).table.count)) }),
            Property("IsEmpty", .bool, get: { t, _ in .bool(table(t).table.count == 0) }),
        ]
        return order.compactMap { name in all.first { $0.name == name } }
    }
    static let plainOrder = ["IsReadOnly", "IsFixedSize", "IsSynchronized", "Keys", "Values", "SyncRoot", "Count"]
    static let insertionOrder = ["Count", "IsReadOnly", "Keys", "Values", "IsFixedSize", "SyncRoot", "IsSynchronized"]
    static let typedOrder = ["Comparer", "Count", "Capacity", "Keys", "Values", "IsReadOnly", "IsFixedSize", "SyncRoot", "IsSynchronized"]

    static func comparison(_ comparer: Value) -> KeyComparison {
        ((comparer.object as? StringComparerObject)?.comparison ?? 4) % 2 == 1 ? .ignoringCase : .ordinal
    }

    static let hashtable = KnownType(.hashtable) {
        MemberTable(
            properties: properties(keys: keysType, values: valuesType, order: plainOrder),
            methods: methods(key: .object, value: .object, isGeneric: false) + [
                Method("Clone", returns: .object) { t, _, _ in .object(TableObject(table(t).table, type: table(t).tableType)) }
            ],
            staticMethods: [
                Method("Synchronized", [.of("table", .hashtable)], returns: .hashtable) { _, a, _ in
                    guard let own = a[0].asTable else { throw Refusals.null("table") }
                    own.isSynchronized = true
                    return a[0]
                }
            ],
            constructors: [
                Overload(returns: .hashtable) { _, _, _ in .object(TableObject(HashTable(.ordinal))) },
                Overload([.int("capacity")], returns: .hashtable) { _, _, _ in .object(TableObject(HashTable(.ordinal))) },
                Overload([.of("d", .iDictionary)], returns: .hashtable) { _, a, _ in
                    let made = TableObject(HashTable(.ordinal))
                    for (key, value) in a[0].asTable?.table.pairs ?? [] { made.table.set(key, value) }
                    return .object(made)
                },
                Overload([.of("comparer", StringComparerObject.typeInfo)], returns: .hashtable) { _, a, _ in
                    .object(TableObject(HashTable(((a[0].object as? StringComparerObject)?.comparison ?? 4) % 2 == 1 ? .ignoringCase : .ordinal)))
                },
                Overload([.int("capacity"), .of("comparer", StringComparerObject.typeInfo)], returns: .hashtable) { _, a, _ in
                    .object(TableObject(HashTable(comparison(a[1]))))
                },
                Overload([.of("d", .iDictionary), .of("comparer", StringComparerObject.typeInfo)], returns: .hashtable) { _, a, _ in
                    let made = TableObject(HashTable(comparison(a[1])))
                    for (key, value) in a[0].asTable?.table.pairs ?? [] { made.table.set(key, value) }
                    return .object(made)
                },
            ])
    }

    static let ordered = KnownType(.orderedDictionary) {
        MemberTable(
            properties: properties(
                keys: TypeInfo(
                    "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection", base: .object, interfaces: [.iCollection],
                    code: .list),
                values: TypeInfo(
                    "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection", base: .object, interfaces: [.iCollection],
                    code: .list), order: insertionOrder),
            methods: methods(key: .object, value: .object, isGeneric: false).filter { $0.name != "ContainsValue" && $0.name != "ContainsKey" } + [
                Method("Insert", [.int("index"), .object("key"), .object("value")]) { t, a, session in
                    let own = try writable(t)
                    guard a.int(0) >= 0, a.int(0) <= own.table.count else { throw Refusals.outOfRange("index") }
                    if own.table.contains(a[1].unwrapped) { try added(a[1], a[2], to: own, session) }
                    own.table.insert(at: a.int(0), a[1].unwrapped, a[2])
                    return .nothing
                },
                Method("RemoveAt", [.int("index")]) { t, a, _ in
                    let own = try writable(t)
                    guard a.int(0) >= 0, a.int(0) < own.table.count else { throw Refusals.outOfRange("index") }
                    own.table.remove(at: a.int(0))
                    return .nothing
                },
                Method("AsReadOnly", returns: .orderedDictionary) { t, _, _ in
                    let copy = TableObject(table(t).table, type: .orderedDictionary)
                    copy.isReadOnly = true
                    return .object(copy)
                },
            ],
            constructors: [
                Overload(returns: .orderedDictionary) { _, _, _ in .object(TableObject(HashTable(.ordinal), type: .orderedDictionary)) },
                Overload([.int("capacity")], returns: .orderedDictionary) { _, _, _ in .object(TableObject(HashTable(.ordinal), type: .orderedDictionary)) },
                Overload([.of("comparer", StringComparerObject.typeInfo)], returns: .orderedDictionary) { _, a, _ in
                    .object(TableObject(HashTable(comparison(a[0])), type: .orderedDictionary))
                },
            ])
    }

    /// One entry of a table.
    static let entry = KnownType(EntryObject.typeInfo) {
        MemberTable(
            properties: [
                Property("Name", .string, memberType: "AliasProperty", get: { t, _ in (t.object as? EntryObject)?.key ?? .null }),
                Property("Key", .object, get: { t, _ in (t.object as? EntryObject)?.key ?? .null }),
                Property(
                    "Value", .object, get: { t, _ in (t.object as? EntryObject)?.value ?? .null },
                    set: { t, value, _ in (t.object as? EntryObject)?.value = value }),
            ],
            constructors: [Overload([.object("key"), .object("value")], returns: EntryObject.typeInfo) { _, a, _ in .object(EntryObject(a[0], a[1])) }])
    }

    /// `$PSBoundParameters`: names and values of what a call has given.
    static let bound = KnownType(Scope.boundParametersType) {
        MemberTable(
            properties: properties(keys: keysType, values: valuesType, order: plainOrder) + [
                Property("BoundPositionally", .object, get: { _, _ in .object(ListObject([], type: .list(of: .string))) })
            ],
            methods: methods(key: .string, value: .object, isGeneric: true) + [
                Method("TryGetValue", [.text("key"), .byReference("value", .object)], returns: .bool) { t, a, session in
                    let found = table(t).table[try present(a[0])]
                    try (a[1].object as? ReferenceObject)?.variable.write(found ?? .null, session)
                    return .bool(found != nil)
                },
                Method("TryAdd", [.text("key"), .object("value")], returns: .bool) { t, a, _ in
                    let own = table(t)
                    if own.table.contains(a[0].unwrapped) { return .false }
                    own.table.set(a[0].unwrapped, a[1])
                    return .true
                },
            ])
    }

    static let dictionary = KnownGeneric("System.Collections.Generic.Dictionary", arity: 2) { arguments in
        let type = TypeInfo(
            "System.Collections.Generic.Dictionary`2[[\(arguments[0].fullName)],[\(arguments[1].fullName)]]", base: .object, interfaces: [.iDictionary],
            code: .dictionary, genericArguments: arguments)
        @Sendable func make(_ comparison: KeyComparison = .ordinal) -> TableObject {
            TableObject(HashTable(comparison), type: type, keyType: arguments[0], valueType: arguments[1])
        }
        return KnownType(type) {
            MemberTable(
                properties: properties(
                    keys: TypeInfo(
                        "System.Collections.Generic.Dictionary`2+KeyCollection", base: .object, interfaces: [.iCollection], code: .list,
                        genericArguments: arguments),
                    values: TypeInfo(
                        "System.Collections.Generic.Dictionary`2+ValueCollection", base: .object, interfaces: [.iCollection], code: .list,
                        genericArguments: arguments),
                    order: typedOrder),
                methods: methods(key: arguments[0], value: arguments[1], isGeneric: true) + [
                    Method("TryAdd", [.of("key", arguments[0]), .of("value", arguments[1])], returns: .bool) { t, a, _ in
                        let own = table(t)
                        if own.table.contains(a[0].unwrapped) { return .false }
                        own.table.set(a[0].unwrapped, a[1])
                        return .true
                    },
                    Method("TryGetValue", [.of("key", arguments[0]), .byReference("value", arguments[1])], returns: .bool) { t, a, session in
                        let found = table(t).table[try present(a[0])]
                        try (a[1].object as? ReferenceObject)?.variable.write(found ?? session.defaultValue(of: arguments[1]), session)
                        return .bool(found != nil)
                    },
                    Method(
                        "Remove",
                        [
                            Overload([.of("key", arguments[0])], returns: .bool) { t, a, _ in .bool(try writable(t).table.remove(try present(a[0])) != nil) },
                            Overload([.of("key", arguments[0]), .byReference("value", arguments[1])], returns: .bool) { t, a, session in
                                let removed = try writable(t).table.remove(try present(a[0]))
                                try (a[1].object as? ReferenceObject)?.variable.write(removed ?? session.defaultValue(of: arguments[1]), session)
                                return .bool(removed != nil)
                            },
                        ]),
                    Method("EnsureCapacity", [.int("capacity")], returns: .int32) { t, a, _ in .int(Int32(max(a.int(0), table(t).table.count))) },
                    Method("TrimExcess") { _, _, _ in .nothing },
                ],
                constructors: [
                    Overload([.int("capacity"), .of("comparer", StringComparerObject.typeInfo)], returns: type) { _, a, _ in .object(make(comparison(a[1]))) },
                    Overload([.of("dictionary", .iDictionary), .of("comparer", StringComparerObject.typeInfo)], returns: type) { _, a, session in
                        let made = make(comparison(a[1]))
                        for (key, value) in a[0].asTable?.table.pairs ?? [] {
                            made.table.set(try session.convert(key, to: arguments[0]), try session.convert(value, to: arguments[1]))
                        }
                        return .object(made)
                    },
                    Overload(returns: type) { _, _, _ in .object(make()) }, Overload([.int("capacity")], returns: type) { _, _, _ in .object(make()) },
                    Overload([.of("comparer", StringComparerObject.typeInfo)], returns: type) { _, a, _ in
                        .object(make(((a[0].object as? StringComparerObject)?.comparison ?? 4) % 2 == 1 ? .ignoringCase : .ordinal))
                    },
                    Overload([.of("dictionary", .iDictionary)], returns: type) { _, a, session in
                        let made = make()
                        for (key, value) in a[0].asTable?.table.pairs ?? [] {
                            made.table.set(try session.convert(key, to: arguments[0]), try session.convert(value, to: arguments[1]))
                        }
                        return .object(made)
                    },
                ])
        }
    }
}

/// `DictionaryEntry`.
public final class EntryObject: Box, @unchecked Sendable {
    public let key: Value
    public var value: Value
    public init(_ key: Value, _ value: Value) { self.key = key; self.value = value }
    public override var type: TypeInfo { EntryObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Collections.DictionaryEntry", base: .valueType, isValueType: true)
    public override func describe(_ session: Session) throws -> String { tableText(key, value, session) }
    private func tableText(_ key: Value, _ value: Value, _ session: Session) -> String { "System.Collections.DictionaryEntry" }
}

extension TableObject {
    /// The entries as objects with `Key` and `Value`.
    public var entries: [Value] {
        let arguments = tableType.genericArguments.isEmpty ? tableType.base?.genericArguments ?? [] : tableType.genericArguments
        guard arguments.count == 2 else { return table.pairs.map { .object(EntryObject($0.key, $0.value)) } }
        let type = TypeInfo("System.Collections.Generic.KeyValuePair`2", base: .valueType, isValueType: true, genericArguments: arguments)
        return table.pairs.map { .object(PairObject([$0.key, $0.value], type)) }
    }
}
