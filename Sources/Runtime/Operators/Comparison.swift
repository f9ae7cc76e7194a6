// Equality and order over every pair of types. On a collection a comparison filters.

import Scalars

enum Comparison {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    @inline(__always) func holds(_ x: Int32, _ y: Int32) -> Bool {
        switch self {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessOrEqual: x <= y
        case .greater: x > y
        case .greaterOrEqual: x >= y
        }
    }

    func apply(_ a: Value, _ b: Value, ignoreCase: Bool, _ session: Session) throws -> Value {
        if let elements = try session.operandElements(of: a) {
            return .array(try elements.filter { try holds($0, b, ignoreCase: ignoreCase, session) })
        }
        return .bool(try holds(a, b, ignoreCase: ignoreCase, session))
    }

    /// True for the numbers that equal nothing, not even themselves.
    static func isNaN(_ value: Value) -> Bool {
        switch value.unwrapped {
        case .double(let number): number.isNaN
        case .single(let number): number.isNaN
        default: false
        }
    }

    func holds(_ a: Value, _ b: Value, ignoreCase: Bool, _ session: Session) throws -> Bool {
        switch self {
        case .equal: return try session.areEqual(a, b, ignoreCase: ignoreCase)
        case .notEqual: return try !session.areEqual(a, b, ignoreCase: ignoreCase)
        default: break
        }
        if Comparison.isNaN(a) || Comparison.isNaN(b), a.unwrapped.isNumberLike, b.unwrapped.isNumberLike { return false }
        let order = try session.compare(a, b, ignoreCase: ignoreCase)
        switch self {
        case .less: return order < 0
        case .lessOrEqual: return order <= 0
        case .greater: return order > 0
        default: return order >= 0
        }
    }
}

extension Session {
    /// Elements if the value is a collection that comparison operators filter: arrays, lists and whatever enumerates; not text, not tables.
    func operandElements(of value: Value) throws -> [Value]? {
        guard case .object(let object) = value, object.kind != .text, object.kind != .record else { return nil }
        return try elements(of: value)
    }

    /// `-eq`: the right side is converted to the type of the left; what cannot be is not equal.
    public func areEqual(_ left: Value, _ right: Value, ignoreCase: Bool = true) throws -> Bool {
        let a = left.unwrapped, b = right.unwrapped
        switch (a, b) {
        case (.int(let x), .int(let y)): return x == y
        case (.bool(let x), .bool(let y)): return x == y
        default: break
        }
        if a.isNull || b.isNull { return a.isNull && b.isNull }
        if let x = a.asText {
            if let y = b.asText { return textEquals(x, y, ignoreCase) }
            return textEquals(x, Text(try b.toText(self)), ignoreCase)
        }
        switch a {
        case .bool(let x): return x == b.isTrue(self)
        case .char(let x):
            if case .char(let y) = b { return x == y || (ignoreCase && textEquals(Text(String(utf16Unit: x)), Text(String(utf16Unit: y)), true)) }
            if let y = b.asText { return textEquals(Text(String(utf16Unit: x)), y, ignoreCase) }
        default: break
        }
        if a.isNumber {
            if Comparison.isNaN(a) || Comparison.isNaN(b) { return false }
            if b.isNumber { return try compareNumbers(a, b) == 0 }
            guard let y = try? convert(b, to: a.type), y.isNumber else { return false }
            if let text = b.asString, let number = try? TextNumbers.operand(text, beside: a, self) { return try compareNumbers(a, number) == 0 }
            return try compareNumbers(a, y) == 0
        }
        if a.asEnumeration != nil { try refuseMixed(b) }
        guard case .object(let x) = a else {
            guard let y = try? convert(b, to: a.type) else { return false }
            return HashTable.areEqual(a, y, .ordinal)
        }
        if case .object(let y) = b {
            // Instances of a script's classes are asked once, below: their `Equals` may compare in turn.
            if x === y || x.kind != .instance && x.isEqual(to: y) { return true }
            if x.type === y.type, x.kind != .instance { return false }
        }
        // The name of a type is no type here.
        if a.asType != nil { return false }
        if let equals = try equalsMethod(a, b) { return equals }
        if x.kind == .array || x.kind == .list || x.kind == .table || x.kind == .record || x.kind == .scriptBlock { return false }
        guard let y = try? convert(b, to: a.type), case .object(let other) = y else { return false }
        return x === other || x.kind != .instance && x.isEqual(to: other)
    }

    private func textEquals(_ x: Text, _ y: Text, _ ignoreCase: Bool) -> Bool {
        if x === y { return true }
        let same = ignoreCase ? Ordinal.equalIgnoringCase(x.string, y.string) : Ordinal.equal(x.string, y.string)
        if same { return true }
        if x.isASCII, y.isASCII, x.length == y.length { return false }
        return Collation.compare(x.string, y.string, ignoreCase: ignoreCase) == 0
    }

    /// Negative, zero or positive. The right side is converted to the type of the left.
    public func compare(_ left: Value, _ right: Value, ignoreCase: Bool = true) throws -> Int {
        let a = left.unwrapped, b = right.unwrapped
        if case .int(let x) = a, case .int(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
        if a.isNull {
            if b.asEnumeration != nil { throw Session.unlikeEnumerations }
            return b.isNull ? 0 : besideNull(b, isRight: true)
        }
        if b.isNull { return besideNull(a, isRight: false) }
        if a.asEnumeration != nil { try refuseMixed(b) }
        if let x = a.asText {
            let y = try b.asText ?? Text(b.toText(self))
            return Collation.compare(x.string, y.string, ignoreCase: ignoreCase)
        }
        if case .char(let x) = a {
            if let y = b.asText {
                if y.length != 1 { _ = try converted(b, to: a) }
                return Collation.compare(String(utf16Unit: x), y.string, ignoreCase: ignoreCase)
            }
            if case .char(let y) = b { return ignoreCase ? Collation.compare(String(utf16Unit: x), String(utf16Unit: y), ignoreCase: true) : Int(x) - Int(y) }
        }
        if a.isNumber {
            // An integer is compared as what it is, so the other must fit its type.
            if b.type.code == .bigInteger, a.type.code.isInteger { return try compareNumbers(a, converted(b, to: a)) }
            if b.isNumber { return try compareNumbers(a, b) }
            if let text = b.asString { return try compareNumbers(a, TextNumbers.operand(text, beside: a, self)) }
            return try compareNumbers(a, converted(b, to: a))
        }
        if case .bool(let x) = a { return (x ? 1 : 0) - (b.isTrue(self) ? 1 : 0) }
        if a.asRecord != nil {
            throw ShellError("PSObjectCompareTo", Messages.notComparable(try a.toText(self)), type: "ExtendedTypeSystemException", category: .notSpecified)
        }
        if !isComparable(a) {
            if try a.isIdentical(to: b) || areEqual(a, b, ignoreCase: ignoreCase) { return 0 }
            throw ShellError("NotIcomparable", Messages.notComparable(try a.toText(self)), category: .notSpecified)
        }
        if let x = a.asEnumeration, let number = b.asOperand, b.type.code != .bigInteger { return try compareNumbers(x.asNumber, number) }
        if let x = a.asEnumeration, let text = b.asString, let number = NumberReader.value(text.trimmed) { return try compareNumbers(x.asNumber, number) }
        let other = b.type === a.type ? b : try a.asEnumeration != nil && b.asString != nil ? convert(b, to: a.type) : converted(b, to: a)
        if let x = a.object as? DateObject, let y = other.object as? DateObject {
            return x.value.ticks < y.value.ticks ? -1 : x.value.ticks > y.value.ticks ? 1 : 0
        }
        if let x = a.object as? SpanObject, let y = other.object as? SpanObject {
            return x.value.ticks < y.value.ticks ? -1 : x.value.ticks > y.value.ticks ? 1 : 0
        }
        if let x = a.asEnumeration, let y = other.asEnumeration { return x.rawValue < y.rawValue ? -1 : x.rawValue > y.rawValue ? 1 : 0 }
        if let result = try compareByTable(a, other) { return result }
        if try areEqual(a, other, ignoreCase: ignoreCase) { return 0 }
        throw ShellError("NotIcomparable", Messages.notComparable(try a.toText(self)), category: .notSpecified)
    }

    private static var unlikeEnumerations: ShellError {
        ShellError(
            "System.InvalidOperationException", "Values of an enumeration cannot be compared with a value of this type.",
            type: "System.InvalidOperationException",
            category: .invalidOperation)
    }

    /// Enumerations do not meet decimals and the widest unsigned integers.
    private func refuseMixed(_ b: Value) throws {
        if b.type.code == .decimal || b.type.code == .uint64 { throw Session.unlikeEnumerations }
    }

    /// True for values with an order of their own: those of the core, and types with `CompareTo`.
    private func isComparable(_ value: Value) -> Bool {
        switch value.type.code {
        case .dateTime, .timeSpan, .enumeration: return true
        case .array, .list, .hashtable, .orderedDictionary, .dictionary, .scriptBlock, .type: return false
        default: break
        }
        if value.type.isAssignable(to: .iComparable) { return true }
        if types.tables(of: value.type).contains(where: { $0.compare != nil }) { return true }
        if case .method? = types.member(of: value.type, "CompareTo") { return true }
        return false
    }

    private func converted(_ value: Value, to like: Value) throws -> Value {
        do { return try convert(value, to: like.type) } catch let error as ShellError { throw comparisonFailure(value, like, error) }
    }

    private func comparisonFailure(_ value: Value, _ like: Value, _ error: ShellError) -> ShellError {
        ShellError(
            "ComparisonFailure", Messages.comparisonFailure((try? like.toText(self)) ?? "", (try? value.toText(self)) ?? "", error.record.message),
            category: .notSpecified, inner: error.record.exception)
    }

    private func besideNull(_ value: Value, isRight: Bool) -> Int {
        let sign = isRight ? -1 : 1
        if let number = value.isNumber ? value.asDouble : nil, number < 0 { return -sign }
        return sign
    }

    /// Two numbers of any types.
    func compareNumbers(_ a: Value, _ b: Value) throws -> Int {
        func order<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : x > y ? 1 : 0 }
        if let x = a.asInt64, let y = b.asInt64 { return order(x, y) }
        let codes = (a.type.code, b.type.code)
        if codes.0 == .bigInteger || codes.1 == .bigInteger { return BigInteger.compare(try Numbers.bigInteger(a), try Numbers.bigInteger(b)) }
        if codes.0 == .decimal || codes.1 == .decimal || codes.0 == .uint64 || codes.1 == .uint64, let x = Numbers.decimal(a), let y = Numbers.decimal(b) {
            return NetDecimal.compare(x, y)
        }
        return order(a.asDouble ?? 0, b.asDouble ?? 0)
    }

    /// The order that the type's own table or a script's class gives.
    private func compareByTable(_ a: Value, _ b: Value) throws -> Int? {
        for table in types.tables(of: a.type) {
            if let compare = table.compare { return try compare(a, b, self) }
        }
        if case .method(let method)? = types.member(of: a.type, "CompareTo") {
            return (try invoke(method, on: a, [b])).asInt64.map(Int.init)
        }
        return nil
    }

    private func equalsMethod(_ a: Value, _ b: Value) throws -> Bool? {
        guard a.object?.kind == .instance, case .method(let method)? = types.member(of: a.type, "Equals") else { return nil }
        return try invoke(method, on: a, [b]).isTrue(self)
    }
}
