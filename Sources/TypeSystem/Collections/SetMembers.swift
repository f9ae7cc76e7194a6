// `HashSet<T>` and `SortedSet<T>`.

import Runtime
import Scalars

/// A set: a table without values. A sorted one gives its elements in their order.
final class SetObject: Box, @unchecked Sendable {
    var table: HashTable
    let setType: TypeInfo
    let elementType: TypeInfo
    let isSorted: Bool

    init(type: TypeInfo, elementType: TypeInfo, isSorted: Bool, _ comparison: KeyComparison = .ordinal) {
        table = HashTable(comparison)
        setType = type
        self.elementType = elementType
        self.isSorted = isSorted
    }
    override var type: TypeInfo { setType }

    func insert(_ value: Value) -> Bool {
        let key = value.unwrapped
        if table.contains(key) { return false }
        table.set(key, .null)
        return true
    }

    func elements(_ session: Session) throws -> [Value] {
        isSorted ? try table.keys.sorted { try session.compare($0, $1, ignoreCase: false) < 0 } : table.keys
    }

    /// An empty set of the same kind.
    func empty() -> SetObject { SetObject(type: setType, elementType: elementType, isSorted: isSorted, table.comparison) }

    /// The other collection as a set compared like this one.
    func other(_ value: Value, _ session: Session) throws -> SetObject {
        if value.isNull { throw Refusals.null("other") }
        let made = empty()
        for item in try session.elements(of: value) ?? [value] { _ = made.insert(try session.convert(item, to: elementType)) }
        return made
    }

    func isSubset(of other: SetObject) -> Bool { table.keys.allSatisfy { other.table.contains($0) } }
}

enum SetMembers {
    private static func own(_ value: Value) throws -> SetObject {
        guard let set = value.object as? SetObject else { throw Refusals.null("this") }
        return set
    }

    static let hashSet = KnownGeneric("System.Collections.Generic.HashSet", arity: 1) { known("System.Collections.Generic.HashSet", $0, isSorted: false) }
    static let sortedSet = KnownGeneric("System.Collections.Generic.SortedSet", arity: 1) { known("System.Collections.Generic.SortedSet", $0, isSorted: true) }

    private static func question(_ name: String, _ body: @escaping @Sendable (SetObject, SetObject) -> Bool) -> Method {
        Method(name, [.object("other")], returns: .bool) { t, a, session in .bool(body(try own(t), try own(t).other(a[0], session))) }
    }
    private static func change(_ name: String, _ body: @escaping @Sendable (SetObject, SetObject) -> Void) -> Method {
        Method(name, [.object("other")]) { t, a, session in
            body(try own(t), try own(t).other(a[0], session))
            return .nothing
        }
    }

    private static func known(_ fullName: String, _ arguments: [TypeInfo], isSorted: Bool) -> KnownType {
        let element = arguments[0]
        let type = TypeInfo("\(fullName)`1[[\(element.fullName)]]", base: .object, interfaces: [.iCollection], genericArguments: arguments)
        @Sendable func make(_ elements: [Value], _ comparer: Value, _ session: Session) throws -> Value {
            let set = SetObject(
                type: type, elementType: element, isSorted: isSorted,
                ((comparer.object as? StringComparerObject)?.comparison ?? 4) % 2 == 1 ? .ignoringCase : .ordinal)
            for item in elements { _ = set.insert(try session.convert(item, to: element)) }
            return .object(set)
        }
        return KnownType(type) {
            MemberTable(
                properties: [
                    Property("Capacity", .int32, get: { t, _ in .int(Int32(try own(t).table.count)) }),
                    Property("Comparer", .object, get: { t, _ in .object(StringComparerObject(try own(t).table.comparison == .ignoringCase ? 5 : 4)) }),
                    Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).table.count)) }), Property("IsReadOnly", .bool, get: { _, _ in false }),
                ]
                    + (isSorted
                        ? [
                            Property("Min", element, get: { t, session in try own(t).elements(session).first ?? .null }),
                            Property("Max", element, get: { t, session in try own(t).elements(session).last ?? .null }),
                        ] : []),
                methods: [
                    Method("Add", [.of("item", element)], returns: .bool) { t, a, _ in .bool(try own(t).insert(a[0])) },
                    Method("Clear") { t, _, _ in
                        try own(t).table.removeAll()
                        return .nothing
                    },
                    Method("Contains", [.of("item", element)], returns: .bool) { t, a, _ in .bool(try own(t).table.contains(a[0].unwrapped)) },
                    Method("Remove", [.of("item", element)], returns: .bool) { t, a, _ in .bool(try own(t).table.remove(a[0].unwrapped) != nil) },
                    Method("RemoveWhere", [.object("match")], returns: .int32) { t, a, session in
                        let set = try own(t)
                        var count: Int32 = 0
                        for item in try set.elements(session) {
                            guard let block = a[0].asScriptBlock, try session.call(block, arguments: [item]).isTrue(session) else { continue }
                            set.table.remove(item)
                            count += 1
                        }
                        return .int(count)
                    },
                    Method("TryGetValue", [.of("equalValue", element), .byReference("actualValue", element)], returns: .bool) { t, a, session in
                        let found = try own(t).table.storedKey(a[0].unwrapped)
                        try (a[1].object as? ReferenceObject)?.variable.write(found ?? session.defaultValue(of: element), session)
                        return .bool(found != nil)
                    },
                    Method("CopyTo", [.of("array", .arrayBase), .optional("arrayIndex", .int32, .int(0)), .optional("count", .int32, .int(.max))]) {
                        t, a, session in
                        guard let target = a[0].asArray else { throw Refusals.null("array") }
                        let items = try own(t).elements(session).prefix(a.int(2))
                        guard a.int(1) >= 0, a.int(1) + items.count <= target.elements.count else {
                            throw Refusals.argument(
                                "Destination array is not long enough to copy all the items in the collection. Check array index and length.")
                        }
                        for (i, item) in items.enumerated() { target.elements[a.int(1) + i] = item }
                        return .nothing
                    },
                    Method("EnsureCapacity", [.int("capacity")], returns: .int32) { _, a, _ in a[0] },
                    Method("TrimExcess") { _, _, _ in .nothing },
                    Method("GetEnumerator", returns: .iEnumerator) { t, _, session in .object(ForEachEnumerator(try own(t).elements(session))) },
                    change("UnionWith") { set, other in for item in other.table.keys { _ = set.insert(item) } },
                    change("ExceptWith") { set, other in for item in other.table.keys { set.table.remove(item) } },
                    change("IntersectWith") { set, other in for item in set.table.keys where !other.table.contains(item) { set.table.remove(item) } },
                    change("SymmetricExceptWith") { set, other in for item in other.table.keys where set.table.remove(item) == nil { _ = set.insert(item) } },
                    question("IsSubsetOf") { $0.isSubset(of: $1) }, question("IsSupersetOf") { $1.isSubset(of: $0) },
                    question("IsProperSubsetOf") { $0.isSubset(of: $1) && $0.table.count < $1.table.count },
                    question("IsProperSupersetOf") { $1.isSubset(of: $0) && $1.table.count < $0.table.count },
                    question("SetEquals") { $0.isSubset(of: $1) && $1.isSubset(of: $0) },
                    question("Overlaps") { set, other in other.table.keys.contains { set.table.contains($0) } },
                ]
                    + (isSorted
                        ? [
                            Method("Reverse", returns: .iEnumerable) { t, _, session in
                                .object(ArrayObject(try own(t).elements(session).reversed(), elementType: element))
                            },
                            Method("GetViewBetween", [.of("lowerValue", element), .of("upperValue", element)], returns: type) { t, a, session in
                                try make(
                                    try own(t).elements(session).filter {
                                        try session.compare($0, a[0], ignoreCase: false) >= 0 && session.compare($0, a[1], ignoreCase: false) <= 0
                                    }, .null, session)
                            },
                        ] : []),
                constructors: [
                    Overload(returns: type) { _, _, session in try make([], .null, session) },
                    Overload([.int("capacity")], returns: type) { _, _, session in try make([], .null, session) },
                    Overload([.of("comparer", StringComparerObject.typeInfo)], returns: type) { _, a, session in try make([], a[0], session) },
                    Overload([.of("collection", element.arrayType())], returns: type) { _, a, session in try make(a.values(0), .null, session) },
                    Overload([.of("collection", .iCollection)], returns: type) { _, a, session in try make(session.elements(of: a[0]) ?? [a[0]], .null, session)
                    },
                    Overload([.of("collection", element.arrayType()), .of("comparer", StringComparerObject.typeInfo)], returns: type) { _, a, session in
                        try make(a.values(0), a[1], session)
                    },
                ],
                enumerate: { value, session in try own(value).elements(session) },
                convert: { value, session in
                    if let elements = value.asTable == nil ? try session.elements(of: value) : nil { return try make(elements, .null, session) }
                    return value.asString != nil ? try make([value], .null, session) : nil
                })
        }
    }
}
