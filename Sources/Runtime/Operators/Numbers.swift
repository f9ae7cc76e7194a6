// Arithmetic on two numbers: integers overflow into doubles, different widths meet in the wider type.

import Scalars

enum Integers {
    static func apply(_ operation: Arithmetic, _ x: Int32, _ y: Int32) throws -> Value {
        switch operation {
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(y)
            return overflow ? .double(Double(x) + Double(y)) : .int(sum)
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? .double(Double(x) - Double(y)) : .int(difference)
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? .double(Double(x) * Double(y)) : .int(product)
        case .divide:
            if y == 0 { throw Numbers.divideByZero() }
            if x == .min, y == -1 { return .double(2_147_483_648) }
            return x % y == 0 ? .int(x / y) : .double(Double(x) / Double(y))
        case .remainder:
            if y == 0 { throw Numbers.divideByZero() }
            return y == -1 ? .int(0) : .int(x % y)
        case .bitwiseAnd: return .int(x & y)
        case .bitwiseOr: return .int(x | y)
        case .bitwiseXor: return .int(x ^ y)
        case .shiftLeft: return .int(x << (y & 31))
        case .shiftRight: return .int(x >> (y & 31))
        }
    }
}

enum Numbers {
    static func divideByZero() -> ShellError {
        ShellError(
            "RuntimeException", Messages.divideByZero, type: "RuntimeException", category: .notSpecified,
            inner: ExceptionObject("System.DivideByZeroException", Messages.divideByZero))
    }

    /// `x` and `y` are numbers (see `Value.asOperand`).
    static func apply(_ operation: Arithmetic, _ x: Value, _ y: Value) throws -> Value {
        let a = x.type.code, b = y.type.code
        if a == .bigInteger || b == .bigInteger { return try bigIntegers(operation, x, y) }
        if a == .decimal || b == .decimal { return try decimals(operation, x, y) }
        if a == .double || b == .double || a == .single || b == .single { return doubles(operation, x.asDouble ?? 0, y.asDouble ?? 0) }
        if a == .uint64 || b == .uint64 {
            if let p = unsigned(x), let q = unsigned(y) { return try unsignedLongs(operation, p, q) }
            if operation == .divide || operation == .remainder, let p = decimal(x), let q = decimal(y) {
                return try decimals(operation, .object(DecimalObject(p)), .object(DecimalObject(q)))
            }
            return doubles(operation, x.asDouble ?? 0, y.asDouble ?? 0)
        }
        let p = x.asInt64 ?? 0, q = y.asInt64 ?? 0
        if a == .int64 || b == .int64 { return try longs(operation, p, q) }
        if a == .uint32 || b == .uint32 {
            if p < 0 || q < 0 { return try longs(operation, p, q) }
            let result = try longs(operation, p, q)
            if case .long(let number) = result { return UInt32(exactly: number).map { .uint($0) } ?? .double(Double(number)) }
            return result
        }
        return try Integers.apply(operation, Int32(truncatingIfNeeded: p), Int32(truncatingIfNeeded: q))
    }

    private static func unsigned(_ value: Value) -> UInt64? {
        if case .ulong(let number) = value { return number }
        return value.asInt64.flatMap { UInt64(exactly: $0) }
    }

    static func longs(_ operation: Arithmetic, _ x: Int64, _ y: Int64) throws -> Value {
        switch operation {
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(y)
            return overflow ? .double(Double(x) + Double(y)) : .long(sum)
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? .double(Double(x) - Double(y)) : .long(difference)
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? .double(Double(x) * Double(y)) : .long(product)
        case .divide:
            if y == 0 { throw divideByZero() }
            if x == .min, y == -1 { return .double(-Double(x)) }
            return x % y == 0 ? .long(x / y) : .double(Double(x) / Double(y))
        case .remainder:
            if y == 0 { throw divideByZero() }
            return y == -1 ? .long(0) : .long(x % y)
        default: return .long(x)
        }
    }

    private static func unsignedLongs(_ operation: Arithmetic, _ x: UInt64, _ y: UInt64) throws -> Value {
        switch operation {
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(y)
            return overflow ? .double(Double(x) + Double(y)) : .ulong(sum)
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? .double(Double(x) - Double(y)) : .ulong(difference)
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? .double(Double(x) * Double(y)) : .ulong(product)
        case .divide:
            if y == 0 { throw divideByZero() }
            return x % y == 0 ? .ulong(x / y) : .double(Double(x) / Double(y))
        default:
            if y == 0 { throw divideByZero() }
            return .ulong(x % y)
        }
    }

    static func doubles(_ operation: Arithmetic, _ x: Double, _ y: Double) -> Value {
        switch operation {
        case .add: .double(x + y)
        case .subtract: .double(x - y)
        case .multiply: .double(x * y)
        case .divide: .double(x / y)
        default: .double(x.truncatingRemainder(dividingBy: y))
        }
    }

    /// A number as a decimal, if it fits one.
    static func decimal(_ value: Value) -> NetDecimal? {
        if let object = value.object as? DecimalObject { return object.value }
        if case .ulong(let number) = value { return NetDecimal(BigInteger(number)) }
        if let number = value.asInt64 { return NetDecimal(BigInteger(number)) }
        if case .double(let number) = value { return try? NetDecimal(number) }
        if case .single(let number) = value { return try? NetDecimal(number) }
        return nil
    }

    private static func decimals(_ operation: Arithmetic, _ x: Value, _ y: Value) throws -> Value {
        guard let a = decimal(x), let b = decimal(y) else {
            throw ShellError(
                "RuntimeException", Messages.decimalOverflow, category: .notSpecified,
                inner: ExceptionObject("System.OverflowException", Messages.decimalOverflow))
        }
        do {
            let result =
                switch operation {
                case .add: try NetDecimal.add(a, b)
                case .subtract: try NetDecimal.subtract(a, b)
                case .multiply: try NetDecimal.multiply(a, b)
                case .divide: try NetDecimal.divide(a, b)
                default: try NetDecimal.remainder(a, b)
                }
            return .object(DecimalObject(result))
        } catch { throw ShellError(scalar: error) }
    }

    /// A number as a big integer.
    static func bigInteger(_ value: Value) throws -> BigInteger {
        if let object = value.object as? BigIntegerObject { return object.value }
        if case .ulong(let number) = value { return BigInteger(number) }
        if let number = value.asInt64 { return BigInteger(number) }
        if let object = value.object as? DecimalObject { return object.value.truncated.bigIntegerValue }
        guard let number = BigInteger(value.asDouble ?? 0) else { throw ShellError(scalar: .overflow("BigInteger")) }
        return number
    }

    private static func bigIntegers(_ operation: Arithmetic, _ x: Value, _ y: Value) throws -> Value {
        let a = try bigInteger(x), b = try bigInteger(y)
        do {
            let result =
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: a * b
                case .divide: try BigInteger.divide(a, b)
                default: try BigInteger.remainder(a, b)
                }
            return .object(BigIntegerObject(result))
        } catch { throw ShellError(scalar: error) }
    }
}

extension ShellError {
    /// A failure of the scalar library under the name of its exception.
    public convenience init(operator error: ScalarError) {
        self.init(error.exceptionType, error.message, category: .notSpecified, inner: ExceptionObject(error.exceptionType, error.message))
    }

    /// A failure of the scalar library under the engine's id.
    convenience init(scalar error: ScalarError) {
        self.init("RuntimeException", error.message, category: .notSpecified, inner: ExceptionObject(error.exceptionType, error.message))
    }
}
