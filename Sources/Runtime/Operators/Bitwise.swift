// `-band -bor -bxor -shl -shr -bnot`.

import Scalars

enum Bitwise {
    static func apply(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws -> Value {
        if let x = a.asEnumeration {
            if let y = b.asEnumeration, x.enumeration === y.enumeration {
                return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y.rawValue)))
            }
            if let text = b.asString, NumberReader.value(text.trimmed) == nil, let y = try session.convert(b, to: x.enumeration).asEnumeration {
                return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y.rawValue)))
            }
            if let y = b.asOperand?.asInt64, b.asEnumeration == nil { return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y))) }
        }
        let x = try operand(a, beside: b, session), y = try operand(b, beside: a, session)
        guard let x, let y else {
            // A real number beside what is none fails inside the reference itself.
            if isReal(x) || isReal(y) { throw noInstance }
            if a.type.code == .bigInteger { return try operation.refuse(a, b, session) }
            if let result = try session.operatorMethod(operation.methodName, a, b) { return result }
            throw ShellError(
                "MethodNotFound", Messages.methodNotFound(OverloadChoice.operatorType(a, b) ?? a.type, operation.methodName), category: .invalidOperation)
        }
        let hasBig = x.type.code == .bigInteger || y.type.code == .bigInteger
        if isReal(x) || isReal(y) {
            if hasBig { throw noInstance }
            return try reals(operation, x, y, session)
        }
        if hasBig {
            let p = try Numbers.bigInteger(x), q = try Numbers.bigInteger(y)
            return .object(BigIntegerObject(operation == .bitwiseAnd ? p & q : operation == .bitwiseOr ? p | q : p ^ q))
        }
        let codes = [x.type.code, y.type.code]
        if codes.contains(.uint64) {
            let p = bits(x), q = bits(y)
            return .ulong(UInt64(bitPattern: combine(operation, p, q)))
        }
        let p = x.asInt64 ?? 0, q = y.asInt64 ?? 0
        let result = combine(operation, p, q)
        if codes.contains(.int64) { return .long(result) }
        if codes.contains(.uint32) { return p < 0 || q < 0 ? .long(result) : .uint(UInt32(truncatingIfNeeded: result)) }
        return .int(Int32(truncatingIfNeeded: result))
    }

    private static var noInstance: ShellError {
        ShellError(
            "System.NullReferenceException", "Object reference not set to an instance of an object.", type: "System.NullReferenceException",
            category: .notSpecified)
    }

    private static func isReal(_ value: Value?) -> Bool { value.map { [.double, .single, .decimal].contains($0.type.code) } ?? false }

    private static func combine(_ operation: Arithmetic, _ p: Int64, _ q: Int64) -> Int64 {
        switch operation {
        case .bitwiseAnd: p & q
        case .bitwiseOr: p | q
        default: p ^ q
        }
    }

    private static func bits(_ value: Value) -> Int64 {
        if case .ulong(let number) = value { return Int64(bitPattern: number) }
        return value.asInt64 ?? 0
    }

    /// Real numbers become whole ones of 64 bits: signed if either is negative, else unsigned.
    private static func reals(_ operation: Arithmetic, _ x: Value, _ y: Value, _ session: Session) throws -> Value {
        let isDecimal = x.type.code == .decimal || y.type.code == .decimal
        func whole(_ value: Value) throws -> (bits: Int64, isNegative: Bool) {
            let real = try session.convert(value, to: isDecimal ? .decimal : .double)
            guard (real.asDouble ?? 0) < 0 else { return (bits(try session.convert(real, to: .uint64)), false) }
            return (try session.convert(real, to: .int64).asInt64 ?? 0, true)
        }
        let p = try whole(x), q = try whole(y)
        let result = combine(operation, p.bits, q.bits)
        return p.isNegative || q.isNegative ? .long(result) : .ulong(UInt64(bitPattern: result))
    }

    /// A number for a bit operation: text is read, nothing is 0; nil for what is no number.
    private static func operand(_ value: Value, beside other: Value, _ session: Session) throws -> Value? {
        if value.isNull { return .int(0) }
        if let text = value.asString { return try TextNumbers.operand(text, beside: other.isNumber ? other : .int(0), session) }
        return value.asOperand
    }

    static func shift(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws -> Value {
        if let enumeration = a.asEnumeration { try refuseShift(of: enumeration, b, session) }
        if let enumeration = b.asEnumeration, let text = a.asString, NumberReader.value(text.trimmed) == nil {
            _ = try session.convert(a, to: enumeration.enumeration)
        }
        if case .bool = a { try refuseShift(operation, a, b, session) }
        if a.isChar { try refuseShift(operation, a, b, session) }
        guard let x = try shifted(a, beside: b, session) else {
            if let text = b.asString { _ = try TextNumbers.operand(text, beside: .int(0), session) }
            if let result = try session.operatorMethod(operation.methodName, a, b) { return result }
            throw ShellError(
                "MethodNotFound", Messages.methodNotFound(OverloadChoice.operatorType(a, b) ?? a.type, operation.methodName), category: .invalidOperation)
        }
        guard case .int(let count) = try places(b, of: x, operation, session) else { return .null }
        let left = operation == .shiftLeft
        switch x {
        case .long(let number): return .long(left ? number << Int64(count & 63) : number >> Int64(count & 63))
        case .ulong(let number): return .ulong(left ? number << UInt64(count & 63) : number >> UInt64(count & 63))
        case .uint(let number): return .uint(left ? number << UInt32(count & 31) : number >> UInt32(count & 31))
        case .object:
            let big = try Numbers.bigInteger(x)
            return .object(BigIntegerObject(left ? big << Int(count) : big >> Int(count)))
        default:
            let number = Int32(truncatingIfNeeded: x.asInt64 ?? 0)
            let result = left ? number << (count & 31) : number >> (count & 31)
            // The small types keep theirs.
            switch x {
            case .byte: return .byte(UInt8(truncatingIfNeeded: result))
            case .sbyte: return .sbyte(Int8(truncatingIfNeeded: result))
            case .short: return .short(Int16(truncatingIfNeeded: result))
            case .ushort: return .ushort(UInt16(truncatingIfNeeded: result))
            default: return .int(result)
            }
        }
    }

    /// How far to shift.
    private static func places(_ b: Value, of x: Value, _ operation: Arithmetic, _ session: Session) throws -> Value {
        if case .object = x, b.asString == nil {
            do { return try session.convert(b, to: .int32) } catch is ShellError { return try operation.refuse(x, b, session) }
        }
        return try session.convert(b, to: .int32)
    }

    /// The smallest type that holds what is shifted or complemented; nil for what is no number.
    private static func shifted(_ value: Value, beside other: Value, _ session: Session) throws -> Value? {
        if value.isNull { return .int(0) }
        var number = value
        if let text = value.asString {
            let isBesideReal = [TypeCode.double, .single, .decimal].contains(other.type.code)
            number = try TextNumbers.operand(text, beside: isBesideReal ? .double(0) : .int(0), session)
        }
        guard let operand = number.asOperand else { return nil }
        guard isReal(operand) else { return operand }
        if value.asString == nil, let text = other.asString { _ = try TextNumbers.operand(text, beside: .double(0), session) }
        for type in [TypeInfo.int32, .uint32, .int64, .uint64] {
            if let whole = session.converted(operand, to: type) { return whole }
        }
        // No whole number is as large.
        throw Conversion(session: session, value: operand, type: .int32, isCast: false).failure()
    }

    /// Truth values and characters have no shift, whatever the count.
    private static func refuseShift(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws {
        if let text = b.asString { _ = try TextNumbers.operand(text, beside: .int(0), session) }
        if b.asString == nil, let type = OverloadChoice.operatorType(a, b) {
            throw ShellError("MethodNotFound", Messages.methodNotFound(type, operation.methodName), category: .invalidOperation)
        }
        throw ShellError(
            "NotADefinedOperationForType", "Operation '\(operation.methodName)' is not defined for type '\(a.type.fullName)'.", category: .invalidOperation)
    }

    /// Nor have enumerations, though the count is looked at first.
    private static func refuseShift(of a: EnumerationObject, _ b: Value, _ session: Session) throws {
        if let text = b.asString {
            if NumberReader.value(text.trimmed) == nil { _ = try session.convert(b, to: a.enumeration) }
        } else if b.asOperand == nil, !b.isNull {
            _ = try session.convert(b, to: .int32)
        }
        throw ShellError(
            "System.InvalidOperationException", "A value of the enumeration '\(a.enumeration.fullName)' cannot be shifted.",
            type: "System.InvalidOperationException", category: .invalidOperation)
    }

    static func complement(_ value: Value, _ session: Session) throws -> Value {
        if let enumeration = value.asEnumeration { return .object(EnumerationObject(enumeration.enumeration, ~enumeration.rawValue)) }
        guard let x = try shifted(value, beside: .int(0), session) else { return try complement(session.convert(value, to: .int32), session) }
        switch x {
        case .long(let number): return .long(~number)
        case .ulong(let number): return .ulong(~number)
        case .uint(let number): return .uint(~number)
        case .object: return .object(BigIntegerObject(BigInteger(-1) - (try Numbers.bigInteger(x))))
        default: return .int(~Int32(truncatingIfNeeded: x.asInt64 ?? 0))
        }
    }
}
