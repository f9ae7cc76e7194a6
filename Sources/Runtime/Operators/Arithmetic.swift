// `+ - * / %` and the bitwise operators over every pair of types: which wider type two numbers meet in, and what text,
// arrays, tables and dates mean by them.

import Scalars

enum Arithmetic {
    case add, subtract, multiply, divide, remainder, bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight

    /// The name .NET gives the operator: types that define it are asked by this name.
    var methodName: String {
        switch self {
        case .add: "op_Addition"
        case .subtract: "op_Subtraction"
        case .multiply: "op_Multiply"
        case .divide: "op_Division"
        case .remainder: "op_Modulus"
        case .bitwiseAnd: "op_BitwiseAnd"
        case .bitwiseOr: "op_BitwiseOr"
        case .bitwiseXor: "op_ExclusiveOr"
        case .shiftLeft: "op_LeftShift"
        case .shiftRight: "op_RightShift"
        }
    }
    var isBitwise: Bool { self == .bitwiseAnd || self == .bitwiseOr || self == .bitwiseXor }
    var isShift: Bool { self == .shiftLeft || self == .shiftRight }

    func apply(_ left: Value, _ right: Value, _ session: Session) throws -> Value {
        switch (left, right) {
        case (.int(let x), .int(let y)): return try Integers.apply(self, x, y)
        case (.double(let x), .double(let y)) where !isBitwise && !isShift: return Numbers.doubles(self, x, y)
        case (.double(let x), .int(let y)) where !isBitwise && !isShift: return Numbers.doubles(self, x, Double(y))
        case (.int(let x), .double(let y)) where !isBitwise && !isShift: return Numbers.doubles(self, Double(x), y)
        default: break
        }
        let a = left.unwrapped, b = right.unwrapped
        if isBitwise { return try Bitwise.apply(self, a, b, session) }
        if isShift { return try Bitwise.shift(self, a, b, session) }
        if a.isNull {
            switch self {
            case .add:
                return b.isNull
                    ? .null : b.isNumber || b.asString != nil || b.asArray != nil || b.asTable != nil ? b : (try applyToNumbers(.int(0), b, session) ?? b)
            case .multiply: return .null
            default: return try applyToNumbers(.int(0), b, session) ?? unsupported(a, b, session)
            }
        }
        if let text = a.asText { return try applyToText(text, b, session) }
        if case .char(let unit) = a, self == .add, !b.isNull { return .text(String(utf16Unit: unit) + (try b.toText(session))) }
        if self == .multiply, a.isChar || a.type.code == .bool {
            // Characters and truth values are never repeated or multiplied.
            if b.asOperand == nil, !b.isNull { return try unsupported(a, b, session) }
            throw ShellError(
                "NotADefinedOperationForType", "The operation '[\(a.type.fullName)] * [\(b.type.fullName)]' is not defined.", category: .invalidOperation)
        }
        if let enumeration = a.asEnumeration {
            if let result = try applyToEnumeration(enumeration, b, session) { return result }
            if b.asEnumeration == nil { return try unsupported(a, b, session) }
        }
        if a.isNumberLike, let result = try applyToNumbers(a, b, session) { return result }
        if let elements = try collection(a, session) {
            if self == .add {
                let added = try session.elements(of: b) ?? [b.isNull ? .null : b]
                try RoomFor.elements(elements.count + added.count)
                return .array(elements + added)
            }
            if self == .multiply { return .array(try repeated(elements, b, session)) }
        }
        if self == .add, let table = a.asTable {
            if let other = b.asTable { return try merge(table, other, session) }
            throw ShellError("AddHashTableToNonHashTable", "A hash table can only be added to another hash table.", category: .invalidOperation)
        }
        if let result = try session.operatorMethod(methodName, a, b) { return result }
        if self == .add, let elements = try session.elements(of: a) { return .array(elements + (try session.elements(of: b) ?? [b.isNull ? .null : b])) }
        return try unsupported(a, b, session)
    }

    private func collection(_ value: Value, _ session: Session) throws -> [Value]? {
        if let array = value.asArray { return array.elements }
        if let list = value.asList { return list.elements }
        return nil
    }

    private func repeated(_ elements: [Value], _ count: Value, _ session: Session) throws -> [Value] {
        guard case .int(let times) = try session.convert(count, to: .int32), times >= 0 else {
            // The count of an array is unsigned, and no negative number converts to that.
            throw ShellError(
                "InvalidCastIConvertible", Messages.cannotConvertValue(try count.toText(session), .uint32, Messages.outOfRange("UInt32")),
                category: .invalidArgument)
        }
        do { _ = try Room.elements(of: [elements.count, Int(times)]) } catch let error as ScalarError { throw ShellError(operator: error) }
        if elements.count == 1 { return Array(repeating: elements[0], count: Int(times)) }
        var result: [Value] = []
        result.reserveCapacity(elements.count * Int(times))
        for _ in 0..<Int(times) where !elements.isEmpty {
            try session.checkCancelled()
            result += elements
        }
        return result
    }

    private func merge(_ a: TableObject, _ b: TableObject, _ session: Session) throws -> Value {
        let result = TableObject(a.table, type: a.tableType)
        for (key, value) in b.table.pairs {
            if result.table.contains(key) {
                throw ShellError(
                    "System.ArgumentException", Messages.duplicateKeyAdded(try key.toText(session)), type: "System.ArgumentException",
                    category: .operationStopped)
            }
            result.table.set(key, value)
        }
        return .object(result)
    }

    /// Text on the left: `+` joins, `*` repeats, the rest are for the numbers it reads as.
    private func applyToText(_ text: Text, _ b: Value, _ session: Session) throws -> Value {
        switch self {
        case .add:
            let other = b.isNull ? "" : try b.toText(session)
            try RoomFor.units(text.string.utf8.count + other.utf8.count)
            return .text(text.string + other)
        case .multiply:
            if b.isNull { return .text("") }
            guard case .int(let count) = try session.convert(b, to: .int32) else { return .null }
            guard count >= 0 else {
                throw ShellError(
                    "System.ArgumentOutOfRangeException", Messages.negativeRepeat, type: "System.ArgumentOutOfRangeException", category: .invalidArgument)
            }
            do { return .text(try Room.text(text.string, times: Int(count))) } catch let error as ScalarError { throw ShellError(operator: error) }
        default:
            let number = try TextNumbers.operand(text.string, beside: b, session)
            // Text on both sides: the right is read as if beside an integer.
            if let right = b.asString { return try Numbers.apply(self, number, TextNumbers.operand(right, beside: .int(0), session)) }
            if let result = try applyToNumbers(number, b, session) { return result }
            return try session.operatorMethod(methodName, number, b) ?? unsupported(number, b, session)
        }
    }

    /// An enumeration value stays one: text is a name of its type, and the result must fit the number below it.
    private func applyToEnumeration(_ left: EnumerationObject, _ b: Value, _ session: Session) throws -> Value? {
        var number = b
        if let text = b.asString {
            number =
                try text.isEmpty
                ? .int(0)
                : NumberReader.value(text.trimmed) ?? .int(Int32(truncatingIfNeeded: try session.convert(b, to: left.enumeration).asEnumeration?.rawValue ?? 0))
        }
        if let other = b.asEnumeration, self != .subtract || other.enumeration !== left.enumeration { return nil }
        guard number.isNull || number.asOperand != nil, number.type.code != .bigInteger else { return nil }
        guard let result = try applyToNumbers(left.asNumber, number, session) else { return nil }
        guard let raw = result.asInt64, Int32(exactly: raw) != nil else {
            throw ShellError(
                "System.InvalidCastException", Messages.invalidCast(result.type.name, left.enumeration.name), type: "System.InvalidCastException",
                category: .notSpecified)
        }
        return .object(EnumerationObject(left.enumeration, raw))
    }

    /// Both as numbers of the wider type; nil where the right side is no number.
    private func applyToNumbers(_ a: Value, _ right: Value, _ session: Session) throws -> Value? {
        var b = right
        if b.isNull {
            b = .int(0)
        } else if let text = b.asString {
            do { b = try TextNumbers.operand(text, beside: a, session) } catch let error as ShellError {
                if a.type.code == .bigInteger { return try unsupported(a, b, session) }
                throw error
            }
        } else if let array = b.asArray {
            guard a.type.code == .bigInteger, array.elements.count == 1 else { return nil }
        }
        guard let x = a.asOperand, let y = b.asOperand else { return nil }
        // No big integer is infinite or no number at all.
        if x.type.code == .bigInteger && y.isUnboundedFraction || x.isUnboundedFraction && y.type.code == .bigInteger { return try refuse(x, y, session) }
        return try Numbers.apply(self, x, y)
    }

    private func unsupported(_ a: Value, _ b: Value, _ session: Session) throws -> Value {
        // Decimals and big integers have the operator, which does not take the right side.
        if a.type.code == .decimal || a.type.code == .bigInteger, !isBitwise, !isShift { return try refuse(a, b, session) }
        let type = OverloadChoice.operatorType(a, b) ?? a.type
        throw ShellError(
            "MethodNotFound", Messages.methodNotFound(type.code == .customObject ? .psObject : type, methodName), category: .invalidOperation)
    }

    /// The operator is there but does not take an operand.
    func refuse(_ a: Value, _ b: Value, _ session: Session) throws -> Value {
        let type: TypeInfo = a.type.code == .decimal ? .decimal : .bigInteger
        let name = type.code == .decimal ? "d2" : self == .divide || self == .remainder ? "divisor" : "right"
        let message = Messages.argumentConversion(name, (try? b.toText(session)) ?? "", methodName, type, Messages.invalidCast(b.type.name, type.name))
        throw ShellError("MethodArgumentConversionInvalidCastArgument", message, type: "MethodException", category: .notSpecified)
    }
}

extension Value {
    /// True for integers of all widths, real numbers, decimal and big integers.
    public var isNumber: Bool { unwrapped.type.code.isNumeric }
    /// Numbers, and what counts as one in arithmetic: characters, truth values, enumeration values.
    var isNumberLike: Bool {
        switch unwrapped {
        case .bool, .char: true
        case .object(let object): object.kind == .decimal || object.kind == .bigInteger || object.kind == .enumeration
        case .null, .nothing, .missing: false
        default: true
        }
    }
    /// Infinity, or what is no number.
    fileprivate var isUnboundedFraction: Bool {
        switch self {
        case .double(let number): !number.isFinite
        case .single(let number): !number.isFinite
        default: false
        }
    }

    /// As an operand of arithmetic.
    var asOperand: Value? {
        switch unwrapped {
        case .bool(let flag): .int(flag ? 1 : 0)
        case .char(let unit): .int(Int32(unit))
        case .object(let object):
            switch object.kind {
            case .decimal, .bigInteger: unwrapped
            case .enumeration: unsafeDowncast(object, to: EnumerationObject.self).asNumber
            default: nil
            }
        case .null, .nothing, .missing: nil
        case let number: number
        }
    }
    /// Any integer type as Int64, if it fits.
    public var asInt64: Int64? {
        switch unwrapped {
        case .int(let number): Int64(number)
        case .long(let number): number
        case .byte(let number): Int64(number)
        case .sbyte(let number): Int64(number)
        case .short(let number): Int64(number)
        case .ushort(let number): Int64(number)
        case .uint(let number): Int64(number)
        case .ulong(let number): Int64(exactly: number)
        case .bool(let flag): flag ? 1 : 0
        case .char(let unit): Int64(unit)
        default: nil
        }
    }
    /// Any inline number as a double.
    public var asDouble: Double? {
        switch unwrapped {
        case .double(let number): number
        case .single(let number): Double(number)
        case .ulong(let number): Double(number)
        case .object(let object):
            switch object.kind {
            case .decimal: unsafeDowncast(object, to: DecimalObject.self).value.doubleValue
            case .bigInteger: unsafeDowncast(object, to: BigIntegerObject.self).value.doubleValue
            default: nil
            }
        default: asInt64.map(Double.init)
        }
    }
}

extension EnumerationObject {
    /// The underlying number.
    var asNumber: Value {
        switch enumeration.enumeration?.underlying {
        case .int64: .long(rawValue)
        case .byte: .byte(UInt8(truncatingIfNeeded: rawValue))
        case .uint32: .uint(UInt32(truncatingIfNeeded: rawValue))
        case .uint64: .ulong(UInt64(bitPattern: rawValue))
        default: .int(Int32(truncatingIfNeeded: rawValue))
        }
    }
}

extension String {
    /// One UTF-16 unit as text; half of a pair reads as U+FFFD.
    public init(utf16Unit unit: UInt16) { self = Unicode.Scalar(unit).map { String($0) } ?? "\u{FFFD}" }
}
