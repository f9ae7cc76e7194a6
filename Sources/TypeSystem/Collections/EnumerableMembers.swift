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

    static let known = KnownType(TypeInfo("System.Linq.Enumerable", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: [
            Method("Range", [.int("start"), .int("count")], returns: .iEnumerable) { _, a, _ in
                if a.int(1) < 0 { throw Refusals.outOfRange("count", "Specified argument was out of the range of valid values.") }
                return .object(ArrayObject((0..<a.int(1)).map { .int(Int32(truncatingIfNeeded: a.int(0) + $0)) }, elementType: .int32))
            },
            Method("Repeat", [.object("element"), .int("count")], returns: .iEnumerable) { _, a, _ in
                .object(ArrayObject(Array(repeating: a[0], count: max(0, a.int(1))), elementType: a[0].type))
            },
            one("Sum") { elements, _, session in try sum(elements, session) },
            one("Average", returns: .double) { elements, _, _ in .double(try some(elements).reduce(0) { $0 + ($1.asDouble ?? 0) } / Double(elements.count)) },
            one("Max") { elements, _, session in try some(elements).max { try session.compare($0, $1, ignoreCase: false) < 0 } ?? .null },
            one("Min") { elements, _, session in try some(elements).min { try session.compare($0, $1, ignoreCase: false) < 0 } ?? .null },
            one("Count", returns: .int32) { elements, _, _ in .int(Int32(elements.count)) },
            one("First") { elements, _, _ in try some(elements)[0] }, one("Last") { elements, _, _ in try some(elements)[elements.count - 1] },
            one("FirstOrDefault") { elements, source, session in elements.first ?? session.defaultValue(of: source.asArray?.elementType ?? .object) },
            one("LastOrDefault") { elements, source, session in elements.last ?? session.defaultValue(of: source.asArray?.elementType ?? .object) },
            one("Any", returns: .bool) { elements, _, _ in .bool(!elements.isEmpty) },
            one("Distinct") { elements, source, _ in array(distinct(elements), like: source) },
            one("Reverse") { elements, source, _ in array(elements.reversed(), like: source) },
            one("ToArray") { elements, source, _ in array(elements, like: source) },
            chosen("Where") { elements, source, block, session in array(try elements.filter { try Delegates.holds(block, $0, session) }, like: source) },
            chosen("Select") { elements, _, block, session in .array(try elements.map { try session.call(Delegates.block(block), arguments: [$0]) }) },
            chosen("All") { elements, _, block, session in .bool(try elements.allSatisfy { try Delegates.holds(block, $0, session) }) },
            chosen("Take") { elements, source, count, _ in array(Array(elements.prefix(Int(count.asInt64 ?? 0))), like: source) },
            chosen("Skip") { elements, source, count, _ in array(Array(elements.dropFirst(Int(count.asInt64 ?? 0))), like: source) },
            chosen("Contains") { elements, _, item, _ in .bool(ArrayMembers.index(elements, of: item) >= 0) },
            chosen("Concat") { a, source, b, session in array(a + (try elements(b, session)), like: source) },
            chosen("Union") { a, source, b, session in array(distinct(a + (try elements(b, session))), like: source) },
            chosen("Except") { a, source, b, session in
                let other = try elements(b, session)
                return array(distinct(a).filter { ArrayMembers.index(other, of: $0) < 0 }, like: source)
            },
            chosen("Intersect") { a, source, b, session in
                let other = try elements(b, session)
                return array(distinct(a).filter { ArrayMembers.index(other, of: $0) >= 0 }, like: source)
            },
            chosen("SequenceEqual") { a, _, b, session in
                let other = try elements(b, session)
                return .bool(a.count == other.count && zip(a, other).allSatisfy { HashTable.areEqual($0, $1, .ordinal) })
            },
            chosen("OrderBy") { elements, source, block, session in
                let keyed = try elements.map { (key: try session.call(Delegates.block(block), arguments: [$0]), value: $0) }
                return array(
                    try keyed.enumerated().sorted {
                        let order = try session.compare($0.element.key, $1.element.key, ignoreCase: false);
                        return order == 0 ? $0.offset < $1.offset : order < 0
                    }.map(\.element.value), like: source)
            },
        ])
    }
}
