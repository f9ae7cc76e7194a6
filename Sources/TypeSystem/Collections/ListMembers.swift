// Lists that grow: `ArrayList`, `List<T>`, `Collection<T>`.

import Runtime
import Scalars

enum ListMembers {
    private static func list(_ value: Value) -> ListObject { value.asList ?? ListObject([], type: .arrayList) }

    private static func place(_ index: Int, _ list: ListObject, _ name: String = "index") throws -> Int {
        guard list.elements.indices.contains(index) else { throw Refusals.outOfRange(name) }
        return index
    }

    private static func writable(_ value: Value) throws -> ListObject {
        let own = list(value)
        if own.isReadOnly { throw MethodFailure("System.NotSupportedException", "Collection is read-only.") }
        if own.isFixedSize { throw Refusals.notSupported }
        return own
    }

    private static func element(_ value: Value, _ list: ListObject, _ session: Session) throws -> Value {
        list.elementType.code == .object ? (value.isAbsent ? .null : value) : try session.convert(value, to: list.elementType)
    }

    /// Room doubles from 4 as elements come.
    private static func capacity(_ list: ListObject) -> Int {
        while list.room < list.elements.count { list.room = max(4, list.room * 2) }
        return list.room
    }

    static var properties: [Property] {
        [
            Property("Count", .int32, get: { t, _ in .int(Int32(list(t).elements.count)) }),
            Property(
                "Capacity", .int32, get: { t, _ in .int(Int32(capacity(list(t)))) },
                set: { t, value, _ in
                    let wanted = Int(value.asInt64 ?? 0)
                    guard wanted >= list(t).elements.count else { throw Refusals.outOfRange("value", "capacity was less than the current size.") }
                    list(t).room = wanted
                }),
            Property("IsReadOnly", .bool, get: { t, _ in .bool(list(t).isReadOnly) }),
            Property("IsFixedSize", .bool, get: { t, _ in .bool(list(t).isFixedSize) }),
            Property("IsSynchronized", .bool, get: { t, _ in .bool(list(t).isSynchronized) }), Property("SyncRoot", .object, get: { t, _ in t }),
        ]
    }

    /// What all lists can do.
    static var shared: [Method] {
        [
            Method("Clear") { t, _, _ in
                try writable(t).elements.removeAll()
                return .nothing
            },
            Method("Contains", [.object("item")], returns: .bool) { t, a, _ in .bool(ArrayMembers.index(list(t).elements, of: a[0]) >= 0) },
            Method(
                "IndexOf",
                [
                    Overload([.object("item")], returns: .int32) { t, a, _ in .int(Int32(ArrayMembers.index(list(t).elements, of: a[0]))) },
                    Overload([.object("item"), .int("index")], returns: .int32) { t, a, _ in
                        let found = try ArrayMembers.index(Array(list(t).elements.part(from: a.int(1))), of: a[0])
                        return .int(Int32(found < 0 ? -1 : found + a.int(1)))
                    },
                    Overload([.object("item"), .int("index"), .int("count")], returns: .int32) { t, a, _ in
                        let own = list(t)
                        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= own.elements.count else { throw Refusals.outOfRange("count") }
                        return .int(Int32(own.elements[a.int(1)..<a.int(1) + a.int(2)].firstIndex { HashTable.areEqual($0, a[0], .ordinal) } ?? -1))
                    },
                ]),
            Method(
                "LastIndexOf",
                [
                    Overload([.object("item")], returns: .int32) { t, a, _ in
                        .int(Int32(list(t).elements.lastIndex { HashTable.areEqual($0, a[0], .ordinal) } ?? -1))
                    },
                    Overload([.object("item"), .int("index")], returns: .int32) { t, a, _ in
                        let own = list(t).elements
                        if own.isEmpty { return -1 }
                        guard own.indices.contains(a.int(1)) else { throw Refusals.outOfRange("index") }
                        return .int(Int32(own.prefix(a.int(1) + 1).lastIndex { HashTable.areEqual($0, a[0], .ordinal) } ?? -1))
                    },
                ]),
            Method("Insert", [.int("index"), .object("item")]) { t, a, session in
                let own = try writable(t)
                guard a.int(0) >= 0, a.int(0) <= own.elements.count else { throw Refusals.outOfRange("index", "Index must be within the bounds of the List.") }
                own.elements.insert(try element(a[1], own, session), at: a.int(0))
                return .nothing
            },
            Method("RemoveAt", [.int("index")]) { t, a, _ in
                let own = try writable(t)
                own.elements.remove(at: try place(a.int(0), own))
                return .nothing
            },
            Method("RemoveRange", [.int("index"), .int("count")]) { t, a, _ in
                let own = try writable(t)
                guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= own.elements.count else {
                    throw Refusals.argument(
                        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                    )
                }
                own.elements.removeSubrange(a.int(0)..<a.int(0) + a.int(1))
                return .nothing
            },
            Method("AddRange", [.object("collection")]) { t, a, session in
                let own = try writable(t)
                if a[0].isNull { throw Refusals.null("collection") }
                for item in try session.elements(of: a[0]) ?? [a[0]] { own.elements.append(try element(item, own, session)) }
                return .nothing
            },
            Method("InsertRange", [.int("index"), .object("collection")]) { t, a, session in
                let own = try writable(t)
                guard a.int(0) >= 0, a.int(0) <= own.elements.count else { throw Refusals.outOfRange("index") }
                own.elements.insert(contentsOf: try (session.elements(of: a[1]) ?? [a[1]]).map { try element($0, own, session) }, at: a.int(0))
                return .nothing
            },
            Method("GetRange", [.int("index"), .int("count")], returns: .object) { t, a, _ in
                let own = list(t)
                guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= own.elements.count else {
                    throw Refusals.argument(
                        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                    )
                }
                return .object(ListObject(Array(own.elements[a.int(0)..<a.int(0) + a.int(1)]), type: own.listType, elementType: own.elementType))
            },
            Method(
                "Reverse",
                [
                    Overload { t, _, _ in
                        list(t).elements.reverse()
                        return .nothing
                    },
                    Overload([.int("index"), .int("count")]) { t, a, _ in
                        if a.int(0) < 0 { throw Refusals.outOfRange("index", "Non-negative number required.") }
                        if a.int(1) < 0 { throw Refusals.outOfRange("count", "Non-negative number required.") }
                        if a.int(1) > list(t).elements.count - a.int(0) {
                            throw Refusals.argument(
                                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                            )
                        }
                        list(t).elements[a.int(0)..<a.int(0) + a.int(1)].reverse()
                        return .nothing
                    },
                ]),
            Method(
                "Sort",
                [
                    Overload { t, _, session in
                        list(t).elements = try list(t).elements.sorted { try session.compare($0, $1, ignoreCase: false) < 0 }
                        return .nothing
                    },
                    Overload([.object("comparison")]) { t, a, session in
                        if let block = a[0].asScriptBlock {
                            list(t).elements = try list(t).elements.sorted { x, y in (try session.call(block, arguments: [x, y]).asInt64 ?? 0) < 0 }
                        } else {
                            list(t).elements = try list(t).elements.sorted { try Comparers.compare(a[0], $0, $1, session) < 0 }
                        }
                        return .nothing
                    },
                    Overload([.int("index"), .int("count"), .object("comparer")]) { t, a, session in
                        let own = list(t), start = a.int(0), end = a.int(0) + a.int(1)
                        guard start >= 0, a.int(1) >= 0, end <= own.elements.count else { throw Refusals.outOfRange("count") }
                        own.elements[start..<end] = ArraySlice(try own.elements[start..<end].sorted { try Comparers.compare(a[2], $0, $1, session) < 0 })
                        return .nothing
                    },
                ]),
            Method(
                "ToArray",
                [
                    Overload(returns: .objectArray) { t, _, _ in .object(ArrayObject(list(t).elements, elementType: list(t).elementType)) },
                    Overload([.of("type", .type)], returns: .arrayBase) { t, a, session in
                        let type = a[0].asType?.value ?? .object
                        return .object(ArrayObject(try list(t).elements.map { try session.convert($0, to: type) }, elementType: type))
                    },
                ]),
            Method(
                "CopyTo",
                [
                    Overload([.of("array", .arrayBase)]) { t, a, _ in
                        guard let target = a[0].asArray else { throw Refusals.null("array") }
                        try target.overwrite(from: 0, with: list(t).elements)
                        return .nothing
                    },
                    Overload([.of("array", .arrayBase), .int("index")]) { t, a, _ in
                        guard let target = a[0].asArray else { throw Refusals.null("array") }
                        guard a.int(1) >= 0, a.int(1) + list(t).elements.count <= target.elements.count else {
                            throw Refusals.argument(
                                "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')"
                            )
                        }
                        for (i, value) in list(t).elements.enumerated() { target.elements[i + a.int(1)] = value }
                        return .nothing
                    },
                    Overload([.int("index"), .of("array", .arrayBase), .int("arrayIndex"), .int("count")]) { t, a, _ in
                        guard let target = a[1].asArray else { throw Refusals.null("array") }
                        guard a.int(0) >= 0, a.int(3) >= 0, a.int(0) + a.int(3) <= list(t).elements.count, a.int(2) >= 0,
                            a.int(2) + a.int(3) <= target.elements.count
                        else {
                            throw Refusals.outOfRange("count")
                        }
                        for i in 0..<a.int(3) { target.elements[a.int(2) + i] = list(t).elements[a.int(0) + i] }
                        return .nothing
                    },
                ]),
            Method(
                "BinarySearch",
                [
                    Overload([.object("item")], returns: .int32) { t, a, session in .int(Int32(try searched(list(t).elements, a[0], .null, session))) },
                    Overload([.object("item"), .object("comparer")], returns: .int32) { t, a, session in
                        .int(Int32(try searched(list(t).elements, a[0], a[1], session)))
                    },
                ]),
            Method("EnsureCapacity", [.int("capacity")], returns: .int32) { t, a, _ in
                list(t).room = max(capacity(list(t)), a.int(0))
                return .int(Int32(list(t).room))
            },
            Method("Slice", [.int("start"), .int("length")], returns: .object) { t, a, _ in
                let own = list(t)
                guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= own.elements.count else { throw Refusals.outOfRange("length") }
                return .object(ListObject(Array(own.elements[a.int(0)..<a.int(0) + a.int(1)]), type: own.listType, elementType: own.elementType))
            },
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(list(t).elements)) },
            Method("TrimExcess") { t, _, _ in
                list(t).room = list(t).elements.count
                return .nothing
            },
            Method("TrimToSize") { t, _, _ in
                list(t).room = list(t).elements.count
                return .nothing
            },
        ]
    }

    /// The place of an item in ordered elements; the complement of where it would stand if it is not there.
    static func searched(_ elements: [Value], _ item: Value, _ comparer: Value, _ session: Session) throws -> Int {
        var low = 0, high = elements.count - 1
        while low <= high {
            let middle = (low + high) / 2
            let order = try Comparers.compare(comparer, elements[middle], item, session)
            if order == 0 { return middle }
            if order < 0 { low = middle + 1 } else { high = middle - 1 }
        }
        return ~low
    }

    static let arrayList = KnownType(.arrayList) {
        MemberTable(
            properties: properties,
            methods: shared + [
                Method("Add", [.object("value")], returns: .int32) { t, a, _ in
                    let own = try writable(t)
                    try Room.check(grown: own.elements.count, own.elements.capacity)
                    own.elements.append(a[0].isAbsent ? .null : a[0])
                    return .int(Int32(own.elements.count - 1))
                },
                Method("Remove", [.object("obj")]) { t, a, _ in
                    let own = try writable(t)
                    let found = ArrayMembers.index(own.elements, of: a[0])
                    if found >= 0 { own.elements.remove(at: found) }
                    return .nothing
                },
                Method("Clone", returns: .object) { t, _, _ in .object(ListObject(list(t).elements, type: .arrayList)) },
                Method("SetRange", [.int("index"), .of("c", .iCollection)]) { t, a, session in
                    let own = try writable(t), new = try session.elements(of: a[1]) ?? []
                    guard a.int(0) >= 0, a.int(0) + new.count <= own.elements.count else { throw Refusals.outOfRange("index") }
                    own.elements.replaceSubrange(a.int(0)..<a.int(0) + new.count, with: new)
                    return .nothing
                },
            ],
            staticMethods: [
                Method("Repeat", [.object("value"), .int("count")], returns: .arrayList) { _, a, _ in
                    if a.int(1) < 0 { throw Refusals.outOfRange("count", "Non-negative number required.") }
                    try Room.check(elements: a.int(1))
                    return .object(ListObject(Array(repeating: a[0], count: a.int(1)), type: .arrayList))
                },
                Method("Adapter", [.of("list", .iList)], returns: .arrayList) { _, a, session in
                    .object(ListObject(try session.elements(of: a[0]) ?? [], type: .arrayList))
                },
                Method("ReadOnly", [.of("list", .iList)], returns: .arrayList) { _, a, session in
                    let made = ListObject(try session.elements(of: a[0]) ?? [], type: .arrayList)
                    made.isReadOnly = true
                    made.isFixedSize = true
                    return .object(made)
                },
                Method("FixedSize", [.of("list", .iList)], returns: .arrayList) { _, a, session in
                    let made = ListObject(try session.elements(of: a[0]) ?? [], type: .arrayList)
                    made.isFixedSize = true
                    return .object(made)
                },
                Method("Synchronized", [.of("list", .iList)], returns: .arrayList) { _, a, _ in
                    a[0].asList?.isSynchronized = true
                    return a[0]
                },
            ],
            constructors: [
                Overload(returns: .arrayList) { _, _, _ in .object(ListObject([], type: .arrayList)) },
                Overload([.int("capacity")], returns: .arrayList) { _, a, _ in
                    if a.int(0) < 0 { throw Refusals.outOfRange("capacity", "Non-negative number required.") }
                    let made = ListObject([], type: .arrayList)
                    made.room = a.int(0)
                    return .object(made)
                },
                Overload([.of("c", .iCollection)], returns: .arrayList) { _, a, session in
                    .object(ListObject(try session.elements(of: a[0]) ?? [a[0]], type: .arrayList))
                },
            ])
    }

    /// `List<T>` and kin whose `Add` gives nothing and whose `Remove` says whether it did.
    static func generic(_ fullName: String, _ arguments: [TypeInfo], further: [Method] = []) -> KnownType {
        let element = arguments[0]
        let type = TypeInfo(
            "\(fullName)`1[[\(element.fullName)]]", base: .object, interfaces: [.iList], code: .list, elementType: element, genericArguments: arguments)
        return KnownType(type) {
            MemberTable(
                properties: properties,
                methods: shared + further + [
                    Method("Add", [.of("item", element)]) { t, a, _ in
                        let own = try writable(t)
                        try Room.check(grown: own.elements.count, own.elements.capacity)
                        own.elements.append(a[0])
                        return .nothing
                    },
                    Method("Remove", [.of("item", element)], returns: .bool) { t, a, _ in
                        let own = try writable(t)
                        let found = ArrayMembers.index(own.elements, of: a[0])
                        if found >= 0 { own.elements.remove(at: found) }
                        return .bool(found >= 0)
                    },
                    Method("RemoveAll", [.of("match", .scriptBlock)], returns: .int32) { t, a, session in
                        let own = try writable(t)
                        let kept = try own.elements.filter { try !Delegates.holds(a[0], $0, session) }
                        let removed = own.elements.count - kept.count
                        own.elements = kept
                        return .int(Int32(removed))
                    },
                    Method("Exists", [.of("match", .scriptBlock)], returns: .bool) { t, a, session in
                        .bool(try list(t).elements.contains { try Delegates.holds(a[0], $0, session) })
                    },
                    Method("Find", [.of("match", .scriptBlock)], returns: element) { t, a, session in
                        try list(t).elements.first { try Delegates.holds(a[0], $0, session) } ?? session.defaultValue(of: element)
                    },
                    Method("FindLast", [.of("match", .scriptBlock)], returns: element) { t, a, session in
                        try list(t).elements.last { try Delegates.holds(a[0], $0, session) } ?? session.defaultValue(of: element)
                    },
                    Method(
                        "FindIndex",
                        [
                            Overload([.of("match", .scriptBlock)], returns: .int32) { t, a, session in
                                .int(Int32(try list(t).elements.firstIndex { try Delegates.holds(a[0], $0, session) } ?? -1))
                            },
                            Overload([.int("startIndex"), .of("match", .scriptBlock)], returns: .int32) { t, a, session in
                                guard a.int(0) >= 0, a.int(0) <= list(t).elements.count else { throw Refusals.outOfRange("startIndex") }
                                return .int(Int32(try list(t).elements[a.int(0)...].firstIndex { try Delegates.holds(a[1], $0, session) } ?? -1))
                            },
                        ]),
                    Method("FindLastIndex", [.of("match", .scriptBlock)], returns: .int32) { t, a, session in
                        .int(Int32(try list(t).elements.lastIndex { try Delegates.holds(a[0], $0, session) } ?? -1))
                    },
                    Method("FindAll", [.of("match", .scriptBlock)], returns: type) { t, a, session in
                        .object(ListObject(try list(t).elements.filter { try Delegates.holds(a[0], $0, session) }, type: type, elementType: element))
                    },
                    Method("TrueForAll", [.of("match", .scriptBlock)], returns: .bool) { t, a, session in
                        .bool(try list(t).elements.allSatisfy { try Delegates.holds(a[0], $0, session) })
                    },
                    Method(
                        "ConvertAll",
                        [
                            Overload([.of("converter", .scriptBlock)], returns: .object) { t, a, session in
                                let wanted = a[0].asScriptBlock?.delegate?.genericArguments.last ?? .object
                                return .object(
                                    ListObject(
                                        try list(t).elements.map { try session.convert(session.call(Delegates.block(a[0]), arguments: [$0]), to: wanted) },
                                        type: .list(of: wanted), elementType: wanted))
                            }
                        ],
                        generic: { types in
                            [
                                Overload([.of("converter", .scriptBlock)], returns: .object) { t, a, session in
                                    .object(
                                        ListObject(
                                            try list(t).elements.map {
                                                try session.convert(session.call(Delegates.block(a[0]), arguments: [$0]), to: types[0])
                                            },
                                            type: .list(of: types[0]), elementType: types[0]))
                                }
                            ]
                        }),
                    // A generic list has a `ForEach` of its own, which gives nothing.
                    Method("ForEach", [.of("action", .scriptBlock)]) { t, a, session in
                        for item in list(t).elements { _ = try session.call(Delegates.block(a[0]), arguments: [item]) }
                        return .nothing
                    },
                    Method("AsReadOnly", returns: .object) { t, _, _ in
                        let copy = ListObject(
                            list(t).elements,
                            type: TypeInfo(
                                "System.Collections.ObjectModel.ReadOnlyCollection`1[[\(element.fullName)]]", base: .object, interfaces: [.iList], code: .list,
                                elementType: element, genericArguments: arguments), elementType: element)
                        copy.isReadOnly = true
                        return .object(copy)
                    },
                ],
                constructors: [
                    Overload(returns: type) { _, _, _ in .object(ListObject([], type: type, elementType: element)) },
                    Overload([.int("capacity")], returns: type) { _, a, _ in
                        if a.int(0) < 0 { throw Refusals.outOfRange("capacity", "Non-negative number required.") }
                        let made = ListObject([], type: type, elementType: element)
                        made.room = a.int(0)
                        return .object(made)
                    },
                    Overload([.of("collection", element.arrayType())], returns: type) { _, a, _ in
                        .object(ListObject(a.values(0), type: type, elementType: element))
                    },
                    Overload([.of("collection", .iCollection)], returns: type) { _, a, session in
                        .object(
                            ListObject(
                                try (session.elements(of: a[0]) ?? [a[0]]).map { try session.convert($0, to: element) }, type: type, elementType: element))
                    },
                ])
        }
    }
}

/// `IComparer` objects and comparison delegates.
enum Comparers {
    static let interface = TypeInfo("System.Collections.IComparer", isInterface: true)
    static func compare(_ comparer: Value, _ a: Value, _ b: Value, _ session: Session) throws -> Int {
        if let block = comparer.asScriptBlock { return Int(try session.call(block, arguments: [a, b]).asInt64 ?? 0) }
        if comparer.isNull { return try session.compare(a, b, ignoreCase: false) }
        if let known = comparer.object as? StringComparerObject { return StringStatics.compare(a.asString ?? "", b.asString ?? "", known.comparison) }
        return Int(try session.call(comparer, "Compare", [a, b], session.scope).asInt64 ?? 0)
    }
}

/// `[StringComparer]::OrdinalIgnoreCase`.
final class StringComparerObject: Box, @unchecked Sendable {
    let comparison: Int64
    init(_ comparison: Int64) { self.comparison = comparison }
    override func isEqual(to other: Object) -> Bool { (other as? StringComparerObject)?.comparison == comparison }
    override var equalityHash: Int { Int(comparison) }
    override var type: TypeInfo {
        comparison == 5 ? StringComparerObject.ignoringCase : comparison == 4 ? StringComparerObject.ordinal : StringComparerObject.cultural
    }
    static let typeInfo = TypeInfo("System.StringComparer", base: .object, interfaces: [Comparers.interface])
    private static let ignoringCase = TypeInfo("System.OrdinalIgnoreCaseComparer", base: typeInfo)
    private static let ordinal = TypeInfo("System.OrdinalCaseSensitiveComparer", base: typeInfo)
    private static let cultural = TypeInfo("System.CultureAwareComparer", base: typeInfo)
    static let known = KnownType(typeInfo) {
        MemberTable(
            methods: [
                Method("Compare", [.text("x"), .text("y")], returns: .int32) { t, a, _ in
                    .int(Int32(StringStatics.compare(a.text(0), a.text(1), (t.object as? StringComparerObject)?.comparison ?? 4)))
                },
                Method("GetHashCode", [.text("obj")], returns: .int32) { t, a, _ in
                    let isFolded = ((t.object as? StringComparerObject)?.comparison ?? 4) % 2 == 1
                    return .int(Int32(bitPattern: HashTable.hash(.text(isFolded ? SimpleCase.upper(a.text(0)) : a.text(0)))))
                },
                Method("Equals", [.text("x"), .text("y")], returns: .bool) { t, a, _ in
                    .bool(StringStatics.equal(a.text(0), a.text(1), (t.object as? StringComparerObject)?.comparison ?? 4))
                },
            ],
            staticProperties: ["CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal", "OrdinalIgnoreCase"]
                .enumerated().map { index, name in
                    Property(name, typeInfo, get: { _, _ in .object(StringComparerObject(Int64(index))) })
                },
            staticMethods: [
                Method("FromComparison", [.of("comparisonType", Enumerations.stringComparison)], returns: typeInfo) { _, a, _ in
                    .object(StringComparerObject(a.enumeration(0)))
                },
                Method("Create", [.of("culture", CultureMembers.type), .bool("ignoreCase")], returns: typeInfo) { _, a, _ in
                    .object(StringComparerObject(a.bool(1) ? 1 : 0))
                },
            ])
    }
}
