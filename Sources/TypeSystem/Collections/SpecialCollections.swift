// Collections scripts meet more rarely: `NameValueCollection`, `BitArray`, `StringCollection`, `ObservableCollection<T>`, `ConcurrentBag<T>`.

import Runtime
import Scalars

/// Names with several values each; case does not matter.
final class NameValues: Box, @unchecked Sendable {
    var entries: [(name: String?, values: [String])] = []
    private let ownType: TypeInfo
    init(type: TypeInfo = NameValues.typeInfo) { ownType = type }
    override var type: TypeInfo { ownType }
    /// What the query of an address holds; as text it is one again.
    static let queryType = TypeInfo("System.Web.HttpQSCollection", base: typeInfo)
    override func describe(_ session: Session) throws -> String {
        guard ownType === NameValues.queryType else { return ownType.fullName }
        return entries.flatMap { entry in
            entry.values.map { (entry.name.map { $0.isEmpty ? "" : $0 + "=" } ?? "") + WebText.formEncoded($0) }
        }.joined(separator: "&")
    }
    static let typeInfo = TypeInfo("System.Collections.Specialized.NameValueCollection", base: .object, interfaces: [.iCollection])

    func index(_ name: String?) -> Int? { entries.firstIndex { ($0.name ?? "").equalsIgnoringCase(name ?? "") && ($0.name == nil) == (name == nil) } }
    func add(_ name: String?, _ value: String) {
        if let found = index(name) { entries[found].values.append(value) } else { entries.append((name, [value])) }
    }
    func set(_ name: String?, _ value: String) {
        if let found = index(name) { entries[found].values = [value] } else { entries.append((name, [value])) }
    }

    private static func own(_ value: Value) throws -> NameValues {
        guard let values = value.object as? NameValues else { throw Refusals.null("this") }
        return values
    }
    private static func joined(_ entry: (name: String?, values: [String])) -> Value { .text(entry.values.joined(separator: ",")) }
    private static func found(_ t: Value, _ key: Value, _ session: Session) throws -> Value {
        let own = try own(t)
        if let position = key.asInt64, !(key.object?.kind == .text) {
            guard own.entries.indices.contains(Int(position)) else { throw Refusals.outOfRange("index") }
            return joined(own.entries[Int(position)])
        }
        return own.index(key.isNull ? nil : try key.toText(session)).map { joined(own.entries[$0]) } ?? .null
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).entries.count)) }),
                Property("Keys", .iCollection, get: { t, _ in .strings(try own(t).entries.map { $0.name ?? "" }) }),
                Property("AllKeys", .stringArray, get: { t, _ in .strings(try own(t).entries.map { $0.name ?? "" }) }),
            ],
            methods: [
                Method(
                    "Add",
                    [
                        Overload([.of("c", typeInfo)]) { t, a, _ in
                            for entry in try own(a[0]).entries { for value in entry.values { try own(t).add(entry.name, value) } }
                            return .nothing
                        },
                        Overload([.text("name"), .text("value")]) { t, a, _ in
                            try own(t).add(a[0].isNull ? nil : a.text(0), a.text(1))
                            return .nothing
                        },
                    ]),
                Method("Set", [.text("name"), .text("value")]) { t, a, _ in
                    try own(t).set(a.text(0), a.text(1))
                    return .nothing
                },
                Method("Get", [.object("name")], returns: .string) { t, a, session in try found(t, a[0], session) },
                Method("GetValues", [.object("name")], returns: .stringArray) { t, a, session in
                    let list = try own(t)
                    if let position = a[0].asInt64, list.entries.indices.contains(Int(position)) { return .strings(list.entries[Int(position)].values) }
                    return list.index(try a[0].toText(session)).map { .strings(list.entries[$0].values) } ?? .null
                },
                Method("GetKey", [.int("index")], returns: .string) { t, a, _ in
                    guard try own(t).entries.indices.contains(a.int(0)) else { throw Refusals.outOfRange("index") }
                    return .text(try own(t).entries[a.int(0)].name ?? "")
                },
                Method("Remove", [.text("name")]) { t, a, _ in
                    if let found = try own(t).index(a.text(0)) { try own(t).entries.remove(at: found) }
                    return .nothing
                },
                Method("Clear") { t, _, _ in
                    try own(t).entries = []
                    return .nothing
                },
                Method("ToString", returns: .string) { t, _, session in .text(try own(t).describe(session)) },
                Method("HasKeys", returns: .bool) { t, _, _ in .bool(try own(t).entries.contains { $0.name != nil }) },
                Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(try own(t).entries.map { .text($0.name ?? "") })) },
            ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(NameValues()) },
                Overload([.int("capacity")], returns: typeInfo) { _, _, _ in .object(NameValues()) },
                Overload([.of("col", typeInfo)], returns: typeInfo) { _, a, _ in
                    let made = NameValues()
                    made.entries = try own(a[0]).entries
                    return .object(made)
                },
            ],
            indexer: (
                get: { t, a, session in try found(t, a[0], session) },
                set: { t, a, session in
                    try own(t).set(a[0].toText(session), a[1].toText(session))
                    return .nothing
                }
            ), enumerate: { t, _ in try own(t).entries.map { .text($0.name ?? "") } })
    }
}

/// A row of truth values.
final class BitRow: Box, @unchecked Sendable {
    var bits: [Bool]
    init(_ bits: [Bool]) { self.bits = bits }
    override var type: TypeInfo { BitRow.typeInfo }
    static let typeInfo = TypeInfo("System.Collections.BitArray", base: .object, interfaces: [.iCollection, .iCloneable])

    private static func own(_ value: Value) throws -> BitRow {
        guard let row = value.object as? BitRow else { throw Refusals.null("this") }
        return row
    }
    private static func at(_ t: Value, _ index: Int) throws -> Int {
        guard try own(t).bits.indices.contains(index) else { throw Refusals.outOfRange("index") }
        return index
    }
    private static func combined(_ name: String, _ body: @escaping @Sendable (Bool, Bool) -> Bool) -> Method {
        Method(name, [.of("value", typeInfo)], returns: typeInfo) { t, a, _ in
            let row = try own(t), other = try own(a[0])
            guard row.bits.count == other.bits.count else { throw Refusals.argument("Array lengths must be the same.") }
            row.bits = zip(row.bits, other.bits).map(body)
            return t
        }
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property(
                    "Length", .int32, get: { t, _ in .int(Int32(try own(t).bits.count)) },
                    set: { t, value, _ in
                        let wanted = max(0, Int(value.asInt64 ?? 0)), row = try own(t)
                        row.bits = Array((row.bits + Array(repeating: false, count: max(0, wanted - row.bits.count))).prefix(wanted))
                    }), Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).bits.count)) }),
                Property("IsReadOnly", .bool, get: { _, _ in false }), Property("IsSynchronized", .bool, get: { _, _ in false }),
                Property("SyncRoot", .object, get: { t, _ in t }),
            ],
            methods: [
                Method("Get", [.int("index")], returns: .bool) { t, a, _ in .bool(try own(t).bits[at(t, a.int(0))]) },
                Method("Set", [.int("index"), .bool("value")]) { t, a, _ in
                    try own(t).bits[at(t, a.int(0))] = a.bool(1)
                    return .nothing
                },
                Method("SetAll", [.bool("value")]) { t, a, _ in
                    try own(t).bits = try own(t).bits.map { _ in a.bool(0) }
                    return .nothing
                },
                combined("And") { $0 && $1 }, combined("Or") { $0 || $1 }, combined("Xor") { $0 != $1 },
                Method("Not", returns: typeInfo) { t, _, _ in
                    try own(t).bits = try own(t).bits.map { !$0 }
                    return t
                },
                Method("HasAllSet", returns: .bool) { t, _, _ in .bool(try own(t).bits.allSatisfy { $0 }) },
                Method("HasAnySet", returns: .bool) { t, _, _ in .bool(try own(t).bits.contains(true)) },
                Method("Clone", returns: .object) { t, _, _ in .object(BitRow(try own(t).bits)) },
                Method("CopyTo", [.of("array", .arrayBase), .int("index")]) { t, a, _ in
                    guard let target = a[0].asArray else { throw Refusals.null("array") }
                    guard a.int(1) >= 0 else { throw Refusals.outOfRange("index", "Non-negative number required.") }
                    let bits = try own(t).bits
                    if target.elementType.code == .bool {
                        for (i, bit) in bits.enumerated() where a.int(1) + i < target.elements.count { target.elements[a.int(1) + i] = .bool(bit) }
                    } else {
                        let width = target.elementType.code == .byte ? 8 : 32
                        for start in stride(from: 0, to: bits.count, by: width) {
                            let number = bits[start..<min(start + width, bits.count)].enumerated().reduce(UInt32(0)) {
                                $0 | ($1.element ? 1 << UInt32($1.offset) : 0)
                            }
                            let place = a.int(1) + start / width
                            guard place < target.elements.count else { throw Refusals.argument("Destination array was not long enough.") }
                            target.elements[place] = width == 8 ? .byte(UInt8(truncatingIfNeeded: number)) : .int(Int32(bitPattern: number))
                        }
                    }
                    return .nothing
                },
            ],
            constructors: [
                Overload([.int("length")], returns: typeInfo) { _, a, _ in .object(BitRow(Array(repeating: false, count: max(0, a.int(0))))) },
                Overload([.int("length"), .bool("defaultValue")], returns: typeInfo) { _, a, _ in
                    .object(BitRow(Array(repeating: a.bool(1), count: max(0, a.int(0)))))
                },
                Overload([.of("values", TypeInfo.bool.arrayType())], returns: typeInfo) { _, a, _ in
                    .object(BitRow(a.values(0).map { if case .bool(true) = $0.unwrapped { true } else { false } }))
                },
                Overload([.of("bytes", TypeInfo.byte.arrayType())], returns: typeInfo) { _, a, _ in
                    .object(BitRow(ConvertMembers.bytes(a[0]).flatMap { byte in (0..<8).map { byte >> UInt8($0) & 1 == 1 } }))
                },
                Overload([.of("values", TypeInfo.int32.arrayType())], returns: typeInfo) { _, a, _ in
                    .object(BitRow(a.values(0).flatMap { value in (0..<32).map { (value.asInt64 ?? 0) >> Int64($0) & 1 == 1 } }))
                },
            ],
            indexer: (
                get: { t, a, _ in .bool(try own(t).bits[at(t, Int(a[0].asInt64 ?? -1))]) },
                set: { t, a, session in
                    try own(t).bits[at(t, Int(a[0].asInt64 ?? -1))] = a[1].isTrue(session)
                    return .nothing
                }
            ), enumerate: { t, _ in try own(t).bits.map { .bool($0) } })
    }
}

enum SpecialCollections {
    private static let stringCollection = TypeInfo(
        "System.Collections.Specialized.StringCollection", base: .object, interfaces: [.iList], code: .list, elementType: .string)

    static let types: [KnownType] = [
        NameValues.known, BitRow.known,
        KnownType(stringCollection) {
            MemberTable(
                properties: ListMembers.properties.filter { $0.name != "Capacity" },
                methods: ListMembers.shared + [
                    Method("Add", [.text("value")], returns: .int32) { t, a, _ in
                        t.asList?.elements.append(a[0])
                        return .int(Int32((t.asList?.elements.count ?? 1) - 1))
                    },
                    Method("Remove", [.text("value")]) { t, a, _ in
                        if let list = t.asList, let found = list.elements.firstIndex(where: { HashTable.areEqual($0, a[0], .ordinal) }) {
                            list.elements.remove(at: found)
                        }
                        return .nothing
                    },
                ],
                constructors: [
                    Overload(returns: stringCollection) { _, _, _ in .object(ListObject([], type: stringCollection, elementType: .string)) }
                ])
        },
        KnownType(Comparers.interface),
        KnownType(TypeInfo("System.Collections.StructuralComparisons", base: .object, isAbstract: true)) {
            MemberTable(
                staticProperties: ["StructuralEqualityComparer", "StructuralComparer"].map { name in
                    Property(name, StructuralComparer.typeInfo, get: { _, _ in .object(StructuralComparer()) })
                })
        }, StructuralComparer.known, comparer,
    ]

    /// `[Collections.Comparer]::Default` and `CaseInsensitiveComparer`.
    private static let comparer = KnownType(TypeInfo("System.Collections.Comparer", base: .object, interfaces: [Comparers.interface])) {
        MemberTable(
            staticProperties: ["Default", "DefaultInvariant"].map { name in
                Property(name, .object, get: { _, _ in .object(StructuralComparer()) })
            })
    }

    static let generics: [KnownGeneric] = [
        KnownGeneric("System.Collections.ObjectModel.ObservableCollection", arity: 1) {
            ListMembers.generic(
                "System.Collections.ObjectModel.ObservableCollection", $0,
                further: [
                    Method("Move", [.int("oldIndex"), .int("newIndex")]) { t, a, _ in
                        guard let list = t.asList, list.elements.indices.contains(a.int(0)), list.elements.indices.contains(a.int(1)) else {
                            throw Refusals.outOfRange("index")
                        }
                        list.elements.insert(list.elements.remove(at: a.int(0)), at: a.int(1))
                        return .nothing
                    }
                ])
        },
        KnownGeneric("System.Collections.ObjectModel.ReadOnlyCollection", arity: 1) { arguments in
            let type = TypeInfo(
                "System.Collections.ObjectModel.ReadOnlyCollection`1", base: .object, interfaces: [.iList], code: .list, elementType: arguments[0],
                genericArguments: arguments)
            return KnownType(type) {
                // What would change it is refused there.
                let reading: Set<String> = ["Contains", "IndexOf", "CopyTo", "GetEnumerator", "Clear", "Insert", "RemoveAt"]
                let refused = ["Add", "Remove"].map { name in
                    Method(name, [.object("value")]) { _, _, _ in throw MethodFailure("System.NotSupportedException", "Collection is read-only.") }
                }
                return MemberTable(
                    properties: ListMembers.properties.filter { $0.name != "Capacity" },
                    methods: ListMembers.shared.filter { reading.contains($0.name) } + refused,
                    constructors: [
                        Overload([.of("list", arguments[0].arrayType())], returns: type) { _, a, _ in
                            let made = ListObject(a.values(0), type: type, elementType: arguments[0])
                            made.isReadOnly = true
                            return .object(made)
                        }
                    ])
            }
        },
        KnownGeneric("System.Collections.Concurrent.ConcurrentBag", arity: 1) { arguments in
            let type = TypeInfo(
                "System.Collections.Concurrent.ConcurrentBag`1", base: .object, interfaces: [.iCollection], code: .list, elementType: arguments[0],
                genericArguments: arguments)
            @Sendable func taking(_ name: String, removes: Bool) -> Method {
                Method(name, [.byReference("result", arguments[0])], returns: .bool) { t, a, session in
                    let found = removes ? t.asList?.elements.popLast() : t.asList?.elements.last
                    try (a[0].object as? ReferenceObject)?.variable.write(found ?? session.defaultValue(of: arguments[0]), session)
                    return .bool(found != nil)
                }
            }
            return KnownType(type) {
                MemberTable(
                    properties: [
                        Property("Count", .int32, get: { t, _ in .int(Int32(t.asList?.elements.count ?? 0)) }),
                        Property("IsEmpty", .bool, get: { t, _ in .bool(t.asList?.elements.isEmpty ?? true) }),
                    ],
                    methods: [
                        Method("Add", [.of("item", arguments[0])]) { t, a, _ in
                            t.asList?.elements.append(a[0])
                            return .nothing
                        },
                        taking("TryTake", removes: true), taking("TryPeek", removes: false),
                        Method("Clear") { t, _, _ in
                            t.asList?.elements = []
                            return .nothing
                        },
                        Method("ToArray", returns: arguments[0].arrayType()) { t, _, _ in
                            .object(ArrayObject((t.asList?.elements ?? []).reversed(), elementType: arguments[0]))
                        },
                        Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator((t.asList?.elements ?? []).reversed())) },
                    ],
                    constructors: [
                        Overload(returns: type) { _, _, _ in .object(ListObject([], type: type, elementType: arguments[0])) },
                        Overload([.of("collection", arguments[0].arrayType())], returns: type) { _, a, _ in
                            .object(ListObject(a.values(0), type: type, elementType: arguments[0]))
                        },
                    ])
            }
        },
    ]
}

/// Compares arrays by their elements, everything else as values compare.
final class StructuralComparer: Box, @unchecked Sendable {
    override var type: TypeInfo { StructuralComparer.typeInfo }
    static let typeInfo = TypeInfo("System.Collections.StructuralEqualityComparer", base: .object, interfaces: [Comparers.interface])

    private static func equal(_ a: Value, _ b: Value) -> Bool {
        if let x = a.asArray, let y = b.asArray { return x.elements.count == y.elements.count && zip(x.elements, y.elements).allSatisfy { equal($0, $1) } }
        return HashTable.areEqual(a, b, .ordinal)
    }

    static let known = KnownType(typeInfo) {
        MemberTable(methods: [
            Method("Equals", [.object("x"), .object("y")], returns: .bool) { _, a, _ in .bool(equal(a[0], a[1])) },
            Method("Compare", [.object("x"), .object("y")], returns: .int32) { _, a, session in
                .int(Int32(try session.compare(a[0], a[1], ignoreCase: false).signum()))
            },
            Method("GetHashCode", [.object("obj")], returns: .int32) { _, a, _ in
                .int(Int32(bitPattern: (a[0].asArray?.elements ?? [a[0]]).reduce(UInt32(17)) { $0 &* 31 &+ HashTable.hash($1) }))
            },
        ])
    }
}
