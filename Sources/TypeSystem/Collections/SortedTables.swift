// Typed tables beside `Dictionary<K, V>`: those that keep their keys in order, the concurrent and the read-only one, and the untyped `SortedList`.

import Runtime
import Scalars

enum SortedTables {
    static let dictionary = generic("System.Collections.Generic.SortedDictionary", isSorted: true)
    static let list = generic("System.Collections.Generic.SortedList", isSorted: true)
    static let concurrent = generic("System.Collections.Concurrent.ConcurrentDictionary", isSorted: false)
    static let readOnly = generic("System.Collections.ObjectModel.ReadOnlyDictionary", isSorted: false)

    private static let plainList = TypeInfo("System.Collections.SortedList", base: .object, interfaces: [.iDictionary, .iCloneable], code: .dictionary)
    private static let untyped: [TypeInfo] = ["System.Collections.Specialized.ListDictionary", "System.Collections.Specialized.HybridDictionary"].map {
        TypeInfo($0, base: .object, interfaces: [.iDictionary], code: .dictionary)
    }

    /// The order of keys: as values compare, or as the comparer given says.
    private static func order(_ comparer: Value, _ session: Session) -> (Value, Value) throws -> Int {
        { [unowned session] a, b in try Comparers.compare(comparer, a, b, session) }
    }

    private static func make(_ type: TypeInfo, _ arguments: [TypeInfo], _ comparer: Value, isSorted: Bool, _ session: Session) -> TableObject {
        let made = TableObject(
            HashTable(TableMembers.comparison(comparer)), type: type, keyType: arguments.first ?? .object, valueType: arguments.last ?? .object)
        if isSorted { made.order = order(comparer, session) }
        return made
    }

    private static func fill(_ made: TableObject, from other: Value, _ session: Session) throws -> Value {
        for (key, value) in other.asTable?.table.pairs ?? [] {
            try made.put(session.convert(key, to: made.keyType), session.convert(value, to: made.valueType))
        }
        return .object(made)
    }

    private static func constructors(_ type: TypeInfo, _ arguments: [TypeInfo], isSorted: Bool) -> [Overload] {
        let comparer = OverloadParameter.of("comparer", Comparers.interface), table = OverloadParameter.of("dictionary", .iDictionary)
        return [
            Overload(returns: type) { _, _, session in .object(make(type, arguments, .null, isSorted: isSorted, session)) },
            Overload([.int("capacity")], returns: type) { _, _, session in .object(make(type, arguments, .null, isSorted: isSorted, session)) },
            Overload([comparer], returns: type) { _, a, session in .object(make(type, arguments, a[0], isSorted: isSorted, session)) },
            Overload([table], returns: type) { _, a, session in
                if a[0].isNull { throw Refusals.null("dictionary") }
                return try fill(make(type, arguments, .null, isSorted: isSorted, session), from: a[0], session)
            },
            Overload([table, comparer], returns: type) { _, a, session in
                try fill(make(type, arguments, a[1], isSorted: isSorted, session), from: a[0], session)
            },
        ]
    }

    /// What lists with keys can do by place.
    private static func byPlace(_ key: TypeInfo, _ value: TypeInfo, isTyped: Bool) -> [Method] {
        @Sendable func pair(_ t: Value, _ index: Int) throws -> (key: Value, value: Value) {
            guard let found = TableMembers.table(t).table.pair(at: index) else { throw Refusals.outOfRange("index") }
            return found
        }
        return [
            Method(isTyped ? "GetKeyAtIndex" : "GetKey", [.int("index")], returns: key) { t, a, _ in try pair(t, a.int(0)).key },
            Method(isTyped ? "GetValueAtIndex" : "GetByIndex", [.int("index")], returns: value) { t, a, _ in try pair(t, a.int(0)).value },
            Method("IndexOfKey", [.of("key", key)], returns: .int32) { t, a, _ in
                .int(Int32(TableMembers.table(t).table.keys.firstIndex { HashTable.areEqual($0, a[0], .ordinal) } ?? -1))
            },
            Method("IndexOfValue", [.of("value", value)], returns: .int32) { t, a, _ in
                .int(Int32(TableMembers.table(t).table.values.firstIndex { HashTable.areEqual($0, a[0], .ordinal) } ?? -1))
            },
            Method("RemoveAt", [.int("index")]) { t, a, _ in
                _ = try pair(t, a.int(0))
                try TableMembers.writable(t).table.remove(at: a.int(0))
                return .nothing
            },
            Method("SetByIndex", [.int("index"), .of("value", value)]) { t, a, _ in
                _ = try pair(t, a.int(0))
                try TableMembers.writable(t).table.setValue(at: a.int(0), a[1])
                return .nothing
            },
        ]
    }

    private static func generic(_ fullName: String, isSorted: Bool) -> KnownGeneric {
        KnownGeneric(fullName, arity: 2) { arguments in
            let type = TypeInfo("\(fullName)`2", base: .object, interfaces: [.iDictionary], code: .dictionary, genericArguments: arguments)
            @Sendable func inner(_ name: String) -> TypeInfo {
                TypeInfo("\(fullName)`2+\(name)", base: .object, interfaces: [.iCollection], code: .list, genericArguments: arguments)
            }
            let isList = fullName.hasSuffix("SortedList"), isConcurrent = fullName.contains("Concurrent"), isReadOnly = fullName.contains("ReadOnly")
            let value = arguments[1]
            return KnownType(type) {
                let order =
                    isConcurrent
                    ? ["Comparer", "Count", "IsEmpty", "Keys", "Values", "IsReadOnly", "IsFixedSize", "SyncRoot", "IsSynchronized"]
                    : isList
                        ? ["Capacity", "Comparer", "Count", "Keys", "Values", "IsReadOnly", "IsFixedSize", "SyncRoot", "IsSynchronized"]
                        : ["Count", "Comparer", "Keys", "Values", "IsReadOnly", "IsFixedSize", "SyncRoot", "IsSynchronized"]
                var made = constructors(type, arguments, isSorted: isSorted)
                if isReadOnly {
                    made = [
                        Overload([.of("dictionary", .iDictionary)], returns: type) { _, a, session in
                            let copy = make(type, arguments, .null, isSorted: false, session)
                            copy.table = a[0].asTable?.table ?? copy.table
                            copy.isReadOnly = true
                            return .object(copy)
                        }
                    ]
                }
                return MemberTable(
                    properties: TableMembers.properties(keys: inner("KeyCollection"), values: inner("ValueCollection"), order: order),
                    methods: TableMembers.methods(key: arguments[0], value: value, isGeneric: true)
                        + [
                            Method("TryGetValue", [.of("key", arguments[0]), .byReference("value", value)], returns: .bool) { t, a, session in
                                let found = TableMembers.table(t).table[try TableMembers.present(a[0])]
                                try (a[1].object as? ReferenceObject)?.variable.write(found ?? session.defaultValue(of: value), session)
                                return .bool(found != nil)
                            }
                        ] + (isList ? byPlace(arguments[0], value, isTyped: true) : []) + (isConcurrent ? concurrentMethods(arguments) : []),
                    constructors: made)
            }
        }
    }

    /// What may be changed or made in one step.
    private static func concurrentMethods(_ arguments: [TypeInfo]) -> [Method] {
        let key = OverloadParameter.of("key", arguments[0]), value = OverloadParameter.of("value", arguments[1])
        @Sendable func computed(_ maker: Value, _ parameters: [Value], _ session: Session) throws -> Value {
            try session.convert(session.call(Delegates.block(maker), arguments: parameters), to: arguments[1])
        }
        return [
            Method("TryAdd", [key, value], returns: .bool) { t, a, _ in
                let own = TableMembers.table(t)
                if own.table.contains(a[0].unwrapped) { return .false }
                own.table.set(a[0].unwrapped, a[1])
                return .true
            },
            Method("TryRemove", [key, .byReference("value", arguments[1])], returns: .bool) { t, a, session in
                let removed = TableMembers.table(t).table.remove(a[0].unwrapped)
                try (a[1].object as? ReferenceObject)?.variable.write(removed ?? session.defaultValue(of: arguments[1]), session)
                return .bool(removed != nil)
            },
            Method("TryUpdate", [key, .of("newValue", arguments[1]), .of("comparisonValue", arguments[1])], returns: .bool) { t, a, _ in
                let own = TableMembers.table(t)
                guard let old = own.table[a[0].unwrapped], HashTable.areEqual(old, a[2], .ordinal) else { return .false }
                own.table.set(a[0].unwrapped, a[1])
                return .true
            },
            Method(
                "GetOrAdd",
                [
                    Overload([key, value], returns: arguments[1]) { t, a, _ in
                        let own = TableMembers.table(t)
                        if let found = own.table[a[0].unwrapped] { return found }
                        own.table.set(a[0].unwrapped, a[1])
                        return a[1]
                    },
                    Overload([key, .of("valueFactory", .scriptBlock)], returns: arguments[1]) { t, a, session in
                        let own = TableMembers.table(t)
                        if let found = own.table[a[0].unwrapped] { return found }
                        let made = try computed(a[1], [a[0]], session)
                        own.table.set(a[0].unwrapped, made)
                        return made
                    },
                ]),
            Method(
                "AddOrUpdate",
                [
                    Overload([key, .of("addValue", arguments[1]), .of("updateValueFactory", .scriptBlock)], returns: arguments[1]) { t, a, session in
                        let own = TableMembers.table(t)
                        let made = try own.table[a[0].unwrapped].map { try computed(a[2], [a[0], $0], session) } ?? a[1]
                        own.table.set(a[0].unwrapped, made)
                        return made
                    },
                    Overload([key, .of("addValueFactory", .scriptBlock), .of("updateValueFactory", .scriptBlock)], returns: arguments[1]) { t, a, session in
                        let own = TableMembers.table(t)
                        let made = try own.table[a[0].unwrapped].map { try computed(a[2], [a[0], $0], session) } ?? computed(a[1], [a[0]], session)
                        own.table.set(a[0].unwrapped, made)
                        return made
                    },
                ]),
            Method("ToArray", returns: .arrayBase) { t, _, _ in .array(TableMembers.table(t).entries) },
        ]
    }

    static let types: [KnownType] =
        [
            KnownType(plainList) {
                MemberTable(
                    properties: TableMembers.properties(
                        keys: TypeInfo("System.Collections.SortedList+KeyList", base: .object, interfaces: [.iList], code: .list),
                        values: TypeInfo("System.Collections.SortedList+ValueList", base: .object, interfaces: [.iList], code: .list),
                        order: ["Capacity", "Count", "Keys", "Values", "IsReadOnly", "IsFixedSize", "IsSynchronized", "SyncRoot"]),
                    methods: TableMembers.methods(key: .object, value: .object, isGeneric: false) + byPlace(.object, .object, isTyped: false) + [
                        Method("Clone", returns: .object) { t, _, session in
                            let copy = make(plainList, [], .null, isSorted: true, session)
                            copy.table = TableMembers.table(t).table
                            return .object(copy)
                        },
                        Method("GetKeyList", returns: .iList) { t, _, _ in .array(TableMembers.table(t).table.keys) },
                        Method("GetValueList", returns: .iList) { t, _, _ in .array(TableMembers.table(t).table.values) },
                    ],
                    constructors: constructors(plainList, [], isSorted: true),
                    convert: { value, session in
                        guard value.asTable != nil else { return nil }
                        return try fill(make(plainList, [], .null, isSorted: true, session), from: value, session)
                    })
            }
        ]
        + untyped.map { type in
            KnownType(type) {
                MemberTable(
                    properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.insertionOrder),
                    methods: TableMembers.methods(key: .object, value: .object, isGeneric: false),
                    constructors: [
                        Overload(returns: type) { _, _, session in .object(make(type, [], .null, isSorted: false, session)) },
                        Overload([.bool("caseInsensitive")], returns: type) { _, a, session in
                            .object(make(type, [], .object(StringComparerObject(a.bool(0) ? 5 : 4)), isSorted: false, session))
                        },
                    ])
            }
        }
}
