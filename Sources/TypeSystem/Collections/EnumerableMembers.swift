// `System.Linq.Enumerable`: what scripts call of it. Sequences must be typed; `object[]` fits only where a predicate says what to do.

import Runtime
import Scalars

enum EnumerableMembers {
    private static func elements(_ value: Value, _ session: Session) throws -> [Value] {
        if value.isNull { throw Refusals.null("source") }
        return try session.elements(of: value) ?? [value]
    }

    /// The elements of a sequence whose element type can be told from its type.
    private static func typed(_ name: String, _ value: Value, _ session: Session) throws -> [Value] {
        if let array = value.asArray, array.elementType.code == .object {
            throw ShellError(
                "MethodCountCouldNotFindBest", "Cannot find an overload for \"\(name)\" and the argument count: \"1\".", type: "MethodException",
                category: .notSpecified)
        }
        return try elements(value, session)
    }
    private static func array(_ elements: [Value], like value: Value) -> Value {
        .object(ArrayObject(elements, elementType: value.asArray?.elementType ?? value.asList?.elementType ?? .object))
    }

    private static func one(_ name: String, returns: TypeInfo = .object, _ body: @escaping @Sendable ([Value], Value, Session) throws -> Value) -> Method {
        Method(name, [.object("source")], returns: returns) { _, a, session in try body(typed(name, a[0], session), a[0], session) }
    }
    private static func chosen(_ name: String, _ body: @escaping @Sendable ([Value], Value, Value, Session) throws -> Value) -> Method {
        Method(name, [.object("source"), .object("argument")], returns: .object) { _, a, session in try body(elements(a[0], session), a[0], a[1], session) }
    }
    private static func sum(_ elements: [Value], _ session: Session) throws -> Value {
        guard let first = elements.first else { return .int(0) }
        var total = 0.0, whole: Int64 = 0, isWhole = true
        for element in elements {
            if isWhole, let number = element.asInt64 { whole += number } else { isWhole = false }
            total += element.asDouble ?? 0
        }
        return try session.convert(isWhole ? .long(whole) : .double(total), to: first.type)
    }
    private static func distinct(_ elements: [Value]) -> [Value] {
        var seen = HashTable(.ordinal)
        for element in elements where !seen.contains(element) { seen.set(element, .null) }
        return seen.keys
    }
    private static func some(_ elements: [Value]) throws -> [Value] {
        if elements.isEmpty { throw Refusals.invalid("Sequence contains no elements") }
        return elements
    }

    /// A method with and without a script block at the end: `First(source)` and `First(source, predicate)`.
    private static func both(
        _ name: String, _ alone: @escaping @Sendable ([Value], Value, Session) throws -> Value,
        _ with: @escaping @Sendable ([Value], Value, Value, Session) throws -> Value
    ) -> Method {
        Method(
            name,
            [
                Overload([.object("source")], returns: .object) { _, a, session in try alone(typed(name, a[0], session), a[0], session) },
                Overload([.object("source"), .object("argument")], returns: .object) { _, a, session in
                    try with(elements(a[0], session), a[0], a[1], session)
                },
            ],
            generic: { _ in
                [
                    Overload([.object("source")], returns: .object) { _, a, session in try alone(elements(a[0], session), a[0], session) },
                    Overload([.object("source"), .object("argument")], returns: .object) { _, a, session in
                        try with(elements(a[0], session), a[0], a[1], session)
                    },
                ]
            })
    }
    private static func three(_ name: String, _ body: @escaping @Sendable ([Value], Value, Value, Session) throws -> Value) -> Overload {
        Overload([.object("source"), .object("first"), .object("second")], returns: .object) { _, a, session in
            try body(elements(a[0], session), a[1], a[2], session)
        }
    }

    private static func applied(_ block: Value, _ arguments: [Value], _ session: Session) throws -> Value {
        let result = try session.call(Delegates.block(block), arguments: arguments)
        guard let wanted = block.asScriptBlock?.delegate, wanted.name.hasPrefix("Func"), let returns = wanted.genericArguments.last else {
            return result.isAbsent ? .null : result
        }
        return try session.convert(result, to: returns)
    }
    private static func result(of block: Value) -> TypeInfo { block.asScriptBlock?.delegate?.genericArguments.last ?? .object }
    private static func fallback(_ source: Value, _ session: Session) -> Value {
        session.defaultValue(of: source.asArray?.elementType ?? source.asList?.elementType ?? .object)
    }
    private static func single(_ elements: [Value]) throws -> Value {
        if elements.count > 1 { throw Refusals.invalid("Sequence contains more than one element") }
        return try some(elements)[0]
    }
    private static func matching(_ elements: [Value], _ block: Value, _ session: Session) throws -> [Value] {
        try elements.filter { try Delegates.holds(block, $0, session) }
    }
    private static func oneMatching(_ elements: [Value]) throws -> [Value] {
        if elements.isEmpty { throw Refusals.invalid("Sequence contains no matching element") }
        return elements
    }

    /// In the order of keys; equal ones stay as they came.
    private static func ordered(_ elements: [Value], by block: Value, descending: Bool, _ session: Session) throws -> [Value] {
        let keyed = try elements.map { (key: try applied(block, [$0], session), value: $0) }
        return try keyed.enumerated().sorted {
            let order = try session.compare($0.element.key, $1.element.key, ignoreCase: false)
            return order == 0 ? $0.offset < $1.offset : descending ? order > 0 : order < 0
        }.map(\.element.value)
    }
    /// `ThenBy` needs the groups the first ordering left equal.
    private static func thenOrdered(_ source: Value, by block: Value, descending: Bool, _ session: Session) throws -> Value {
        guard let first = source.object as? OrderedSequence else { throw Refusals.argument("The sequence must have been ordered before.") }
        return .object(
            OrderedSequence(
                try first.groups.flatMap { try regrouped(ordered($0, by: block, descending: descending, session), by: block, session) }))
    }
    private static func regrouped(_ elements: [Value], by block: Value, _ session: Session) throws -> [[Value]] {
        var groups: [[Value]] = []
        var last: Value?
        for element in elements {
            let key = try applied(block, [element], session)
            if let last, try session.compare(last, key, ignoreCase: false) == 0 { groups[groups.count - 1].append(element) } else { groups.append([element]) }
            last = key
        }
        return groups
    }
    private static func grouped(_ elements: [Value], by block: Value, _ session: Session, _ value: (Value) throws -> Value = { $0 }) throws -> [GroupingObject]
    {
        var groups: [GroupingObject] = []
        var places = HashTable(.ordinal)
        for element in elements {
            let key = try applied(block, [element], session)
            if let place = places[key]?.asInt64 {
                groups[Int(place)].elements.append(try value(element))
            } else {
                places.set(key, .long(Int64(groups.count)))
                groups.append(GroupingObject(key, [try value(element)]))
            }
        }
        return groups
    }
    private static func extreme(_ name: String, isLargest: Bool) -> Method {
        @Sendable func chosen(_ elements: [Value], _ keys: [Value], _ session: Session) throws -> Int {
            var best = 0
            for i in keys.indices.dropFirst() {
                let order = try session.compare(keys[i], keys[best], ignoreCase: false)
                if isLargest ? order > 0 : order < 0 { best = i }
            }
            return best
        }
        if name.hasSuffix("By") {
            return self.chosen(name) { elements, _, block, session in
                let all = try some(elements)
                return all[try chosen(all, all.map { try applied(block, [$0], session) }, session)]
            }
        }
        return both(
            name, { elements, _, session in try some(elements)[chosen(elements, elements, session)] },
            { elements, _, block, session in
                let keys = try some(elements).map { try applied(block, [$0], session) }
                return keys[try chosen(keys, keys, session)]
            })
    }
    private static func table(_ elements: [Value], key: Value, value: Value?, _ session: Session) throws -> Value {
        guard let type = session.types.genericType(named: "System.Collections.Generic.Dictionary", [result(of: key), value.map { result(of: $0) } ?? .object]),
            let made = try session.construct(type, []).asTable
        else { return .null }
        for element in elements {
            let name = try applied(key, [element], session)
            if made.table.contains(name) { throw Refusals.argument("An item with the same key has already been added. Key: \(try name.toText(session))") }
            made.table.set(name, try value.map { try applied($0, [element], session) } ?? element)
        }
        return .object(made)
    }
    private static func list(_ elements: [Value], _ type: TypeInfo) -> Value { .object(ListObject(elements, type: .list(of: type), elementType: type)) }
    private static func elementType(_ source: Value) -> TypeInfo { source.asArray?.elementType ?? source.asList?.elementType ?? .object }
    private static func count(_ value: Value) -> Int { max(0, Int(value.asInt64 ?? 0)) }

    static let known = KnownType(TypeInfo("System.Linq.Enumerable", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: making + reading + choosing + ordering + combining)
    }

    private static var making: [Method] {
        [
            Method("Range", [.int("start"), .int("count")], returns: .iEnumerable) { _, a, _ in
                if a.int(1) < 0 { throw Refusals.outOfRange("count", "Specified argument was out of the range of valid values.") }
                if a.int(0) + a.int(1) - 1 > Int(Int32.max) { throw Refusals.outOfRange("count", "Specified argument was out of the range of valid values.") }
                try Room.check(elements: a.int(1))
                return .object(ArrayObject((0..<a.int(1)).map { .int(Int32(truncatingIfNeeded: a.int(0) + $0)) }, elementType: .int32))
            },
            Method("Repeat", [.object("element"), .int("count")], returns: .iEnumerable) { _, a, _ in
                if a.int(1) < 0 { throw Refusals.outOfRange("count", "Specified argument was out of the range of valid values.") }
                try Room.check(elements: a.int(1))
                return .object(ArrayObject(Array(repeating: a[0], count: a.int(1)), elementType: a[0].isNull ? .object : a[0].unwrapped.type))
            },
            Method(
                "Empty", [Overload(returns: .iEnumerable) { _, _, _ in .array([]) }],
                generic: { types in [Overload(returns: types[0].arrayType()) { _, _, _ in .object(ArrayObject([], elementType: types[0])) }] }),
            Method(
                "OfType", [Overload([.object("source")], returns: .iEnumerable) { _, a, session in .array(try elements(a[0], session)) }],
                generic: { types in
                    [
                        Overload([.object("source")], returns: .iEnumerable) { _, a, session in
                            .object(
                                ArrayObject(
                                    try elements(a[0], session).filter { !$0.isNull && $0.unwrapped.type.isAssignable(to: types[0]) }, elementType: types[0]))
                        }
                    ]
                }),
            Method(
                "Cast", [Overload([.object("source")], returns: .iEnumerable) { _, a, session in .array(try elements(a[0], session)) }],
                generic: { types in
                    [
                        Overload([.object("source")], returns: .iEnumerable) { _, a, session in
                            .object(
                                ArrayObject(
                                    try elements(a[0], session).map { element in
                                        guard element.isNull || element.unwrapped.type.isAssignable(to: types[0]) else {
                                            throw MethodFailure(
                                                "System.InvalidCastException",
                                                "Unable to cast object of type '\(element.type.plainName)' to type '\(types[0].plainName)'.")
                                        }
                                        return element
                                    }, elementType: types[0]))
                        }
                    ]
                }),
        ]
    }

    private static var reading: [Method] {
        [
            both(
                "Sum", { elements, _, session in try sum(elements, session) },
                { elements, _, block, session in try sum(elements.map { try applied(block, [$0], session) }, session) }),
            both(
                "Average", { elements, _, _ in .double(try some(elements).reduce(0) { $0 + ($1.asDouble ?? 0) } / Double(elements.count)) },
                { elements, _, block, session in
                    let numbers = try some(elements).map { try session.convert(applied(block, [$0], session), to: .double).asDouble ?? 0 }
                    return .double(numbers.reduce(0, +) / Double(numbers.count))
                }),
            extreme("Max", isLargest: true), extreme("Min", isLargest: false), extreme("MaxBy", isLargest: true), extreme("MinBy", isLargest: false),
            both(
                "Count", { elements, _, _ in .int(Int32(elements.count)) },
                { elements, _, block, session in .int(Int32(try matching(elements, block, session).count)) }),
            both(
                "LongCount", { elements, _, _ in .long(Int64(elements.count)) },
                { elements, _, block, session in .long(Int64(try matching(elements, block, session).count)) }),
            both(
                "First", { elements, _, _ in try some(elements)[0] }, { elements, _, block, session in try oneMatching(matching(elements, block, session))[0] }),
            both(
                "Last", { elements, _, _ in try some(elements)[elements.count - 1] },
                { elements, _, block, session in try oneMatching(matching(elements, block, session)).last ?? .null }),
            both(
                "Single", { elements, _, _ in try single(elements) },
                { elements, _, block, session in try single(oneMatching(matching(elements, block, session))) }),
            both(
                "SingleOrDefault", { elements, source, session in elements.isEmpty ? fallback(source, session) : try single(elements) },
                { elements, source, block, session in
                    let found = try matching(elements, block, session)
                    return found.isEmpty ? fallback(source, session) : try single(found)
                }),
            both(
                "FirstOrDefault", { elements, source, session in elements.first ?? fallback(source, session) },
                { elements, source, block, session in
                    block.asScriptBlock == nil ? elements.first ?? block : try matching(elements, block, session).first ?? fallback(source, session)
                }),
            both(
                "LastOrDefault", { elements, source, session in elements.last ?? fallback(source, session) },
                { elements, source, block, session in
                    block.asScriptBlock == nil ? elements.last ?? block : try matching(elements, block, session).last ?? fallback(source, session)
                }),
            both(
                "Any", { elements, _, _ in .bool(!elements.isEmpty) }, { elements, _, block, session in .bool(try !matching(elements, block, session).isEmpty) }
            ),
            chosen("All") { elements, _, block, session in .bool(try elements.allSatisfy { try Delegates.holds(block, $0, session) }) },
            chosen("ElementAt") { elements, _, index, _ in
                guard let place = index.asInt64, elements.indices.contains(Int(place)) else { throw Refusals.outOfRange("index") }
                return elements[Int(place)]
            },
            chosen("ElementAtOrDefault") { elements, source, index, session in
                guard let place = index.asInt64, elements.indices.contains(Int(place)) else { return fallback(source, session) }
                return elements[Int(place)]
            },
            chosen("Contains") { elements, _, item, _ in .bool(ArrayMembers.index(elements, of: item) >= 0) },
            chosen("SequenceEqual") { a, _, b, session in
                let other = try elements(b, session)
                return .bool(a.count == other.count && zip(a, other).allSatisfy { HashTable.areEqual($0, $1, .ordinal) })
            },
            Method(
                "Aggregate",
                [
                    Overload([.object("source"), .object("func")], returns: .object) { _, a, session in
                        let all = try some(elements(a[0], session))
                        return try all.dropFirst().reduce(all[0]) { try applied(a[1], [$0, $1], session) }
                    },
                    three("Aggregate") { all, seed, block, session in try all.reduce(seed) { try applied(block, [$0, $1], session) } },
                ]),
        ]
    }

    private static var choosing: [Method] {
        [
            chosen("Where") { elements, source, block, session in array(try matching(elements, block, session), like: source) },
            chosen("Select") { elements, _, block, session in
                .object(ArrayObject(try elements.map { try applied(block, [$0], session) }, elementType: result(of: block)))
            },
            chosen("SelectMany") { elements, _, block, session in
                .array(
                    try elements.flatMap { element in
                        let inner = try applied(block, [element], session)
                        return try session.elements(of: inner) ?? [inner]
                    })
            },
            chosen("Take") { elements, source, number, _ in array(Array(elements.prefix(count(number))), like: source) },
            chosen("Skip") { elements, source, number, _ in array(Array(elements.dropFirst(count(number))), like: source) },
            chosen("TakeLast") { elements, source, number, _ in array(Array(elements.suffix(count(number))), like: source) },
            chosen("SkipLast") { elements, source, number, _ in array(Array(elements.dropLast(count(number))), like: source) },
            chosen("TakeWhile") { elements, source, block, session in
                array(Array(try elements.prefix { try Delegates.holds(block, $0, session) }), like: source)
            },
            chosen("SkipWhile") { elements, source, block, session in array(Array(try elements.drop { try Delegates.holds(block, $0, session) }), like: source)
            },
            one("Distinct") { elements, source, _ in array(distinct(elements), like: source) },
            chosen("DistinctBy") { elements, source, block, session in array(try grouped(elements, by: block, session).map { $0.elements[0] }, like: source) },
            one("Reverse") { elements, source, _ in array(elements.reversed(), like: source) },
            one("ToArray") { elements, source, _ in array(elements, like: source) },
            one("ToList") { elements, source, _ in list(elements, elementType(source)) },
            one("ToHashSet") { elements, source, session in
                guard let type = session.types.genericType(named: "System.Collections.Generic.HashSet", [elementType(source)]) else { return .null }
                return try session.construct(type, [array(elements, like: source)])
            },
            Method("AsEnumerable", [.object("source")], returns: .iEnumerable) { _, a, _ in a[0] },
            one("DefaultIfEmpty") { elements, source, session in elements.isEmpty ? array([fallback(source, session)], like: source) : source },
            chosen("Chunk") { elements, source, size, _ in
                let width = max(1, count(size))
                return .array(stride(from: 0, to: elements.count, by: width).map { array(Array(elements[$0..<min($0 + width, elements.count)]), like: source) })
            },
            Method(
                "ToDictionary",
                [
                    Overload([.object("source"), .object("keySelector")], returns: .object) { _, a, session in
                        try table(elements(a[0], session), key: a[1], value: nil, session)
                    },
                    three("ToDictionary") { all, key, value, session in try table(all, key: key, value: value, session) },
                ]),
            Method(
                "GroupBy",
                [
                    Overload([.object("source"), .object("keySelector")], returns: .object) { _, a, session in
                        .array(try grouped(elements(a[0], session), by: a[1], session).map { .object($0) })
                    },
                    three("GroupBy") { all, key, value, session in
                        .array(try grouped(all, by: key, session) { try applied(value, [$0], session) }.map { .object($0) })
                    },
                ]),
            chosen("ToLookup") { elements, _, block, session in .array(try grouped(elements, by: block, session).map { .object($0) }) },
        ]
    }

    private static var ordering: [Method] {
        func by(_ name: String, descending: Bool) -> Method {
            chosen(name) { elements, _, block, session in
                .object(OrderedSequence(try regrouped(ordered(elements, by: block, descending: descending, session), by: block, session)))
            }
        }
        func then(_ name: String, descending: Bool) -> Method {
            Method(name, [.object("source"), .object("keySelector")], returns: .object) { _, a, session in
                try thenOrdered(a[0], by: a[1], descending: descending, session)
            }
        }
        func plain(_ name: String, descending: Bool) -> Method {
            one(name) { elements, source, session in
                let sorted = try elements.sorted { try session.compare($0, $1, ignoreCase: false) < 0 }
                return array(descending ? sorted.reversed() : sorted, like: source)
            }
        }
        return [
            by("OrderBy", descending: false), by("OrderByDescending", descending: true), then("ThenBy", descending: false),
            then("ThenByDescending", descending: true), plain("Order", descending: false), plain("OrderDescending", descending: true),
        ]
    }

    /// Where a second sequence says by its keys what is taken of the first.
    private static func keyed(_ name: String, isKept: Bool) -> Method {
        Method(
            name,
            [
                three(name) { all, other, block, session in
                    var seen = HashTable(.ordinal)
                    let wanted = try elements(other, session)
                    return .object(
                        ArrayObject(
                            try all.filter { element in
                                let key = try applied(block, [element], session)
                                guard (ArrayMembers.index(wanted, of: key) >= 0) == isKept, !seen.contains(key) else { return false }
                                seen.set(key, .null)
                                return true
                            }, elementType: block.asScriptBlock?.delegate?.genericArguments.first ?? .object))
                }
            ])
    }
    /// Pairs of the elements of two sequences that have the same key.
    private static func joining(_ name: String, isGrouped: Bool) -> Method {
        Method(
            name, [.object("outer"), .object("inner"), .object("outerKeySelector"), .object("innerKeySelector"), .object("resultSelector")], returns: .object
        ) {
            _, a, session in
            let inner = try elements(a[1], session).map { (key: try applied(a[3], [$0], session), value: $0) }
            var result: [Value] = []
            for outer in try elements(a[0], session) {
                let key = try applied(a[2], [outer], session)
                let matching = inner.filter { HashTable.areEqual($0.key, key, .ordinal) }.map(\.value)
                if isGrouped {
                    result.append(try applied(a[4], [outer, array(matching, like: a[1])], session))
                } else {
                    for item in matching { result.append(try applied(a[4], [outer, item], session)) }
                }
            }
            return .object(ArrayObject(result, elementType: self.result(of: a[4])))
        }
    }
    /// Pairs of key and value.
    private static func pairs(_ items: [(Value, Value)], _ name: String, _ key: TypeInfo, _ value: TypeInfo, _ session: Session) -> Value {
        guard let type = session.types.genericType(named: name, [key, value]) else { return .null }
        return .object(ArrayObject(items.map { .object(PairObject([$0.0, $0.1], type)) }, elementType: type))
    }
    private static func elementType(of value: Value) -> TypeInfo { value.asArray?.elementType ?? value.asList?.elementType ?? .object }

    private static var keying: [Method] {
        [
            keyed("ExceptBy", isKept: false), keyed("IntersectBy", isKept: true), joining("Join", isGrouped: false), joining("GroupJoin", isGrouped: true),
            Method(
                "UnionBy",
                [
                    three("UnionBy") { all, other, block, session in
                        let both = try all + elements(other, session)
                        return .object(
                            ArrayObject(
                                try grouped(both, by: block, session).map { $0.elements[0] },
                                elementType: block.asScriptBlock?.delegate?.genericArguments.first ?? .object))
                    }
                ]),
            chosen("CountBy") { elements, _, block, session in
                pairs(
                    try grouped(elements, by: block, session).map { ($0.key, .int(Int32($0.elements.count))) }, "System.Collections.Generic.KeyValuePair",
                    result(of: block), .int32, session)
            },
            Method("AggregateBy", [.object("source"), .object("keySelector"), .object("seed"), .object("func")], returns: .object) { _, a, session in
                let groups = try grouped(elements(a[0], session), by: a[1], session)
                let sums = try groups.map { group in
                    let seed = a[2].asScriptBlock != nil ? try applied(a[2], [group.key], session) : a[2]
                    return (group.key, try group.elements.reduce(seed) { try applied(a[3], [$0, $1], session) })
                }
                return pairs(sums, "System.Collections.Generic.KeyValuePair", result(of: a[1]), result(of: a[3]), session)
            },
            one("Index") { elements, source, session in
                pairs(elements.enumerated().map { (.int(Int32($0.offset)), $0.element) }, "System.ValueTuple", .int32, elementType(of: source), session)
            },
        ]
    }

    private static var combining: [Method] {
        keying + [
            chosen("Concat") { a, source, b, session in array(a + (try elements(b, session)), like: source) },
            chosen("Append") { elements, source, item, _ in array(elements + [item], like: source) },
            chosen("Prepend") { elements, source, item, _ in array([item] + elements, like: source) },
            chosen("Union") { a, source, b, session in array(distinct(a + (try elements(b, session))), like: source) },
            chosen("Except") { a, source, b, session in
                let other = try elements(b, session)
                return array(distinct(a).filter { ArrayMembers.index(other, of: $0) < 0 }, like: source)
            },
            chosen("Intersect") { a, source, b, session in
                let other = try elements(b, session)
                return array(distinct(a).filter { ArrayMembers.index(other, of: $0) >= 0 }, like: source)
            },
            Method(
                "Zip",
                [
                    Overload([.object("first"), .object("second")], returns: .object) { _, a, session in
                        let pairs = zip(try elements(a[0], session), try elements(a[1], session))
                        guard let type = session.types.genericType(named: "System.ValueTuple", [elementType(a[0]), elementType(a[1])]) else { return .null }
                        return .array(pairs.map { .object(PairObject([$0, $1], type)) })
                    },
                    three("Zip") { all, other, block, session in
                        .object(
                            ArrayObject(try zip(all, elements(other, session)).map { try applied(block, [$0, $1], session) }, elementType: result(of: block)))
                    },
                ]),
        ]
    }
}

/// What `GroupBy` gives: a key with its elements.
final class GroupingObject: Box, @unchecked Sendable {
    let key: Value
    var elements: [Value]
    init(_ key: Value, _ elements: [Value]) {
        self.key = key
        self.elements = elements
    }
    override var type: TypeInfo { GroupingObject.typeInfo }
    static let typeInfo = TypeInfo("System.Linq.Grouping`2", base: .object, interfaces: [.iEnumerable])
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [Property("Key", .object, get: { t, _ in (t.object as? GroupingObject)?.key ?? .null })],
            enumerate: { t, _ in (t.object as? GroupingObject)?.elements ?? [] })
    }
}

/// An ordered sequence that remembers which of its elements were equal, so that `ThenBy` can go on.
final class OrderedSequence: Box, @unchecked Sendable {
    let groups: [[Value]]
    init(_ groups: [[Value]]) { self.groups = groups }
    override var type: TypeInfo { OrderedSequence.typeInfo }
    static let typeInfo = TypeInfo("System.Linq.OrderedEnumerable`2", base: .object, interfaces: [.iEnumerable])
    static let known = KnownType(typeInfo) { MemberTable(enumerate: { t, _ in (t.object as? OrderedSequence)?.groups.flatMap { $0 } ?? [] }) }
}
