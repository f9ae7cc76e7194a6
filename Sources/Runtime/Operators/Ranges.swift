// `a..b` over integers and characters.

import Scalars

enum Ranges {
    /// Integer bounds; nil if the range is one of characters.
    static func bounds(_ a: Value, _ b: Value, _ session: Session) throws -> (first: Int, last: Int)? {
        if characters(a, b) != nil { return nil }
        func bound(_ value: Value) throws -> Int {
            if value.isNull { return 0 }
            return Int(try integer(value.unwrapped, session))
        }
        return (try bound(a), try bound(b))
    }

    /// As .NET's `Convert.ToInt32` reads a bound: text must be an integer as written, objects must know how to convert.
    private static func integer(_ value: Value, _ session: Session) throws -> Int32 {
        if let text = value.asString {
            let trimmed = text.trimmed
            if let number = Int32(trimmed) { return number }
            if Int64(trimmed) != nil {
                throw ShellError("System.OverflowException", Messages.outOfRange("Int32"), type: "System.OverflowException", category: .notSpecified)
            }
            throw ShellError("System.FormatException", Messages.badNumber(text), type: "System.FormatException", category: .notSpecified)
        }
        let isKnown = value.isNumberLike && value.type.code != .bigInteger
        guard isKnown else {
            let message =
                value.type.code == .dateTime
                ? Messages.invalidCast(value.type.name, "Int32") : "Unable to cast object of type '\(value.type.fullName)' to type 'System.IConvertible'."
            throw ShellError("System.InvalidCastException", message, type: "System.InvalidCastException", category: .notSpecified)
        }
        guard case .int(let number) = try session.convert(value, to: .int32) else { return 0 }
        return number
    }

    /// Single characters of which at least one is no digit count as a range of characters.
    private static func characters(_ a: Value, _ b: Value) -> (UInt16, UInt16)? {
        func unit(_ value: Value) -> UInt16? {
            if case .char(let unit) = value.unwrapped { return unit }
            guard let text = value.asText, text.length == 1 else { return nil }
            return text.unit(at: 0)
        }
        guard let x = unit(a), let y = unit(b) else { return nil }
        func isDigit(_ unit: UInt16) -> Bool { unit >= 48 && unit <= 57 }
        if a.asText != nil, b.asText != nil, isDigit(x), isDigit(y) { return nil }
        return (x, y)
    }

    static func make(_ a: Value, _ b: Value, _ session: Session) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b { return .array(try integers(Int(x), Int(y))) }
        if let (x, y) = characters(a, b) {
            let units = x <= y ? Array(x...y) : Array((y...x).reversed())
            return .array(units.map { .char($0) })
        }
        guard let (x, y) = try bounds(a, b, session) else { return .null }
        return .array(try integers(x, y))
    }

    private static func integers(_ x: Int, _ y: Int) throws -> [Value] {
        try RoomFor.elements(abs(y - x) + 1)
        var result: [Value] = []
        result.reserveCapacity(abs(y - x) + 1)
        var i = x
        while true {
            result.append(.int(Int32(truncatingIfNeeded: i)))
            if i == y { return result }
            i += x <= y ? 1 : -1
        }
    }
}
