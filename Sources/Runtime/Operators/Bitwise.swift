// `-band -bor -bxor -shl -shr -bnot`.

import Scalars

enum Bitwise {
    static func apply(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws -> Value {
        if let x = a.asEnumeration, let y = b.asEnumeration, x.enumeration === y.enumeration {
            return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y.rawValue)))
        }
        if let x = a.asEnumeration, b.asString != nil, let y = session.converted(b, to: x.enumeration)?.asEnumeration {
            return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y.rawValue)))
        }
        if let x = a.asEnumeration, let y = b.asOperand?.asInt64, b.asEnumeration == nil {
            return .object(EnumerationObject(x.enumeration, combine(operation, x.rawValue, y)))
        }
        let x = try operand(a, beside: b, session), y = try operand(b, beside: a, session)
        guard let x, let y else {
            if isReal(a) || isReal(b) {
                throw ShellError(
                    "System.NullReferenceException", "Object reference not set to an instance of an object.", type: "System.NullReferenceException",
                    category: .notSpecified)
            }
            if let result = try session.operatorMethod(operation.methodName, a, b) { return result }
            throw ShellError("MethodNotFound", Messages.methodNotFound(a.isNull ? b.type : a.type, operation.methodName), category: .invalidOperation)
        }
        if x.type.code == .bigInteger || y.type.code == .bigInteger {
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

    private static func isReal(_ value: Value) -> Bool { [.double, .single, .decimal].contains(value.type.code) }

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

    /// An integer for a bit operation: text and real numbers are converted.
    private static func operand(_ value: Value, beside other: Value = .int(0), _ session: Session) throws -> Value? {
        if value.isNull { return .int(0) }
        var number = value
        if let text = value.asString { number = try TextNumbers.operand(text, beside: other.isNumber ? other : .int(0), session) }
        guard let operand = number.asOperand else { return nil }
        switch operand.type.code {
        case .double, .single, .decimal:
            if !other.isNull, other.asString == nil, other.asOperand == nil { return nil }
            // Real numbers become unsigned unless they are negative.
            if let real = operand.asDouble, real <= -0.5 { return try session.convert(operand, to: .int64) }
            return try session.convert(operand, to: .uint64)
        default: return operand
        }
    }

    static func shift(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws -> Value {
        if case .bool = a { try refuseShift(operation, a, b, session) }
        if a.isChar { try refuseShift(operation, a, b, session) }
        guard let x = try shifted(a, beside: b, session) else {
            if let text = b.asString { _ = try TextNumbers.operand(text, beside: .int(0), session) }
            if let result = try session.operatorMethod(operation.methodName, a, b) { return result }
            throw ShellError("MethodNotFound", Messages.methodNotFound(a.type, operation.methodName), category: .invalidOperation)
        }
        if isReal(a), let text = b.asString { _ = try TextNumbers.operand(text, beside: .double(0), session) }
        guard case .int(let count) = try session.convert(b, to: .int32) else { return .null }
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
            return .int(left ? number << (count & 31) : number >> (count & 31))
        }
    }

    /// The smallest signed type that holds what is shifted or complemented.
    private static func shifted(_ value: Value, beside other: Value, _ session: Session) throws -> Value? {
        if value.isNull { return .int(0) }
        var number = value
        if let text = value.asString { number = try TextNumbers.operand(text, beside: isReal(other) ? .double(0) : .int(0), session) }
        guard let operand = number.asOperand else { return nil }
        guard [.double, .single, .decimal].contains(operand.type.code) else { return operand }
        if case .int(let small)? = try? session.convert(operand, to: .int32) { return .int(small) }
        if let long = try? session.convert(operand, to: .int64) { return long }
        return try session.convert(operand, to: .uint64)
    }

    /// Truth values and characters have no shift, whatever the count.
    private static func refuseShift(_ operation: Arithmetic, _ a: Value, _ b: Value, _ session: Session) throws {
        guard (try? session.convert(b, to: .int32)) != nil else {
            if let text = b.asString { _ = try TextNumbers.operand(text, beside: .int(0), session) }
            throw ShellError("MethodNotFound", Messages.methodNotFound(a.type, operation.methodName), category: .invalidOperation)
        }
        throw ShellError(
            "NotADefinedOperationForType", "Operation '\(operation.methodName)' is not defined for type '\(a.type.fullName)'.", category: .invalidOperation)
    }

    static func complement(_ value: Value, _ session: Session) throws -> Value {
        if let enumeration = value.asEnumeration { return .object(EnumerationObject(enumeration.enumeration, ~enumeration.rawValue)) }
        guard let x = try shifted(value, beside: .int(0), session) else {
            throw ShellError("MethodNotFound", Messages.methodNotFound(value.type, "op_OnesComplement"), category: .invalidOperation)
        }
        switch x {
        case .long(let number): return .long(~number)
        case .ulong(let number): return .ulong(~number)
        case .uint(let number): return .uint(~number)
        case .object: return .object(BigIntegerObject(BigInteger(-1) - (try Numbers.bigInteger(x))))
        default: return .int(~Int32(truncatingIfNeeded: x.asInt64 ?? 0))
        }
    }
}
