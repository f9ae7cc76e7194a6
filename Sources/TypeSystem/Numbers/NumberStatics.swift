// What the number types bring as statics beyond parsing: the generic mathematics of .NET, and `System.MathF`.

import Glibc
import Runtime
import Scalars

extension NumberMembers {
    /// Conversions from any other number: refused, held within the limits, or cut to the bits.
    static func creating(_ type: TypeInfo) -> [Method] {
        @Sendable func limits(_ session: Session) -> (Value, Value)? {
            let table = session.types.table(of: type)
            guard case .property(let low)? = table.staticMember("MinValue"), case .property(let high)? = table.staticMember("MaxValue"),
                let lowest = try? low.get(.null, session), let highest = try? high.get(.null, session)  // constants: reading them cannot fail
            else { return nil }
            return (lowest, highest)
        }
        @Sendable func cut(_ value: Value, _ session: Session) throws -> Value {
            guard type.code.isInteger, let number = value.asDouble, !(value.object is DecimalObject) else { return value }
            return value.unwrapped.type.code.isInteger ? value : .double(number.rounded(.towardZero))
        }
        @Sendable func overflow() -> MethodFailure {
            MethodFailure("System.OverflowException", "Arithmetic operation resulted in an overflow.")
        }
        @Sendable func held(_ value: Value, _ session: Session) throws -> Value {
            if let number = value.asDouble, number.isNaN, type.code.isInteger { return try session.convert(.int(0), to: type) }
            guard let (lowest, highest) = limits(session) else { return try session.convert(value, to: type) }
            let number = try cut(value, session)
            if try session.compare(number, lowest) <= 0 { return lowest }
            return try session.compare(number, highest) >= 0 ? highest : session.convert(number, to: type)
        }
        return [
            Method("CreateChecked", [.object("value")], returns: type) { _, a, session in
                do { return try session.convert(cut(a[0], session), to: type) } catch is ShellError { throw overflow() }
            },
            Method("CreateSaturating", [.object("value")], returns: type) { _, a, session in try held(a[0], session) },
            Method("CreateTruncating", [.object("value")], returns: type) { _, a, session in
                guard type.code.isInteger, a[0].unwrapped.type.code.isInteger else { return try held(a[0], session) }
                let bits: UInt64
                if case .ulong(let number) = a[0].unwrapped { bits = number } else { bits = UInt64(bitPattern: a[0].asInt64 ?? 0) }
                switch type.code {
                case .byte: return .byte(UInt8(truncatingIfNeeded: bits))
                case .sbyte: return .sbyte(Int8(truncatingIfNeeded: bits))
                case .int16: return .short(Int16(truncatingIfNeeded: bits))
                case .uint16: return .ushort(UInt16(truncatingIfNeeded: bits))
                case .int32: return .int(Int32(truncatingIfNeeded: bits))
                case .uint32: return .uint(UInt32(truncatingIfNeeded: bits))
                case .int64: return .long(Int64(bitPattern: bits))
                default: return .ulong(bits)
                }
            },
        ]
    }

    /// The larger or smaller by size alone, the sign of another number, and quotient with remainder.
    static func magnitudes(_ type: TypeInfo) -> [Method] {
        @Sendable func size(_ value: Value) -> Double { Swift.abs(value.asDouble ?? 0) }
        func pair(_ name: String, _ isFirst: @escaping @Sendable (Double, Double, Value) -> Bool) -> Method {
            Method(name, [.of("x", type), .of("y", type)], returns: type) { _, a, _ in isFirst(size(a[0]), size(a[1]), a[0]) ? a[0] : a[1] }
        }
        var result = [
            pair("MaxMagnitude") { x, y, value in x > y || x == y && (value.asDouble ?? 0) >= 0 },
            pair("MinMagnitude") { x, y, value in x < y || x == y && (value.asDouble ?? 0) < 0 },
            Method("CopySign", [.of("value", type), .of("sign", type)], returns: type) { _, a, session in
                let isNegative = (a[1].asDouble ?? 0).sign == .minus
                if type.code.isInteger {
                    let size = a.long(0).magnitude
                    if isNegative { return try session.convert(.long(Int64(truncatingIfNeeded: 0 &- size)), to: type) }
                    guard let whole = Int64(exactly: size) else { throw ScalarError.overflow("") }
                    return try session.convert(.long(whole), to: type)
                }
                return try session.convert(.double(isNegative ? -size(a[0]) : size(a[0])), to: type)
            },
        ]
        if type.code.isInteger {
            result.append(
                Method("DivRem", [.of("left", type), .of("right", type)], returns: .object) { _, a, session in
                    try session.callStatic(MathMembers.type, "DivRem", [a[0], a[1]], session.scope)
                })
        }
        return result
    }

    private static func one(_ type: TypeInfo, _ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Method {
        Method(name, [.of("x", type)], returns: type) { _, a, _ in real(body(a.double(0)), type) }
    }
    private static func two(_ type: TypeInfo, _ name: String, _ body: @escaping @Sendable (Double, Double) -> Double) -> Method {
        Method(name, [.of("x", type), .of("y", type)], returns: type) { _, a, _ in real(body(a.double(0), a.double(1)), type) }
    }
    private static func real(_ number: Double, _ type: TypeInfo) -> Value { type.code == .single ? .single(Float(number)) : .double(number) }

    /// What `Double`, `Single` and `MathF` share of the functions of mathematics.
    static func functions(_ type: TypeInfo) -> [Method] {
        [
            one(type, "Abs") { Swift.abs($0) }, one(type, "Sqrt") { $0.squareRoot() }, one(type, "Cbrt") { cbrt($0) }, one(type, "Floor") { $0.rounded(.down) },
            one(type, "Ceiling") { $0.rounded(.up) }, one(type, "Truncate") { $0.rounded(.towardZero) }, one(type, "Exp") { exp($0) },
            one(type, "Log2") { log2($0) }, one(type, "Log10") { log10($0) }, one(type, "Sin") { sin($0) }, one(type, "Cos") { cos($0) },
            one(type, "Tan") { tan($0) }, one(type, "Asin") { asin($0) }, one(type, "Acos") { acos($0) }, one(type, "Atan") { atan($0) },
            one(type, "Sinh") { sinh($0) }, one(type, "Cosh") { cosh($0) }, one(type, "Tanh") { tanh($0) }, one(type, "Asinh") { asinh($0) },
            one(type, "Acosh") { acosh($0) }, one(type, "Atanh") { atanh($0) },
            two(type, "Max") { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }, two(type, "Min") { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) },
            two(type, "Pow") { pow($0, $1) }, two(type, "Atan2") { atan2($0, $1) }, two(type, "Hypot") { hypot($0, $1) },
            one(type, "DegreesToRadians") { $0 * .pi / 180 }, one(type, "RadiansToDegrees") { $0 * 180 / .pi },
            two(type, "Ieee754Remainder") { remainder($0, $1) },
            Method("RootN", [.of("x", type), .int("n")], returns: type) { _, a, _ in
                let x = a.double(0), n = a.int(1)
                let root = x < 0 && n % 2 != 0 ? -pow(-x, 1 / Double(n)) : pow(x, 1 / Double(n))
                // A whole root is given as one.
                return real(pow(root.rounded(), Double(n)) == x ? root.rounded() : root, type)
            },
            Method("Lerp", [.of("value1", type), .of("value2", type), .of("amount", type)], returns: type) { _, a, _ in
                real(a.double(0) * (1 - a.double(2)) + a.double(1) * a.double(2), type)
            },
            Method(
                "Log",
                [
                    Overload([.of("x", type)], returns: type) { _, a, _ in real(log(a.double(0)), type) },
                    Overload([.of("x", type), .of("newBase", type)], returns: type) { _, a, _ in real(log(a.double(0)) / log(a.double(1)), type) },
                ]),
            Method("Sign", [.of("value", type)], returns: .int32) { _, a, _ in
                if a.double(0).isNaN { throw MethodFailure("System.ArithmeticException", "Function does not accept floating point Not-a-Number values.") }
                return .int(a.double(0) > 0 ? 1 : a.double(0) < 0 ? -1 : 0)
            },
            Method("Clamp", [.of("value", type), .of("min", type), .of("max", type)], returns: type) { _, a, session in
                if a.double(1) > a.double(2) {
                    throw Refusals.argument("'\(try a[1].toText(session))' cannot be greater than \(try a[2].toText(session)).")
                }
                return real(Swift.min(Swift.max(a.double(0), a.double(1)), a.double(2)), type)
            },
            Method(
                "Round",
                [
                    Overload([.of("x", type)], returns: type) { _, a, _ in real(a.double(0).rounded(.toNearestOrEven), type) },
                    Overload([.of("x", type), .int("digits")], returns: type) { _, a, _ in
                        real(try a.double(0).netRounded(digits: a.int(1), mode: .toEven), type)
                    },
                    Overload([.of("x", type), .of("mode", Enumerations.midpointRounding)], returns: type) { _, a, _ in
                        real(try a.double(0).netRounded(digits: 0, mode: MidpointRounding(rawValue: Int(a.enumeration(1))) ?? .toEven), type)
                    },
                    Overload([.of("x", type), .int("digits"), .of("mode", Enumerations.midpointRounding)], returns: type) { _, a, _ in
                        real(try a.double(0).netRounded(digits: a.int(1), mode: MidpointRounding(rawValue: Int(a.enumeration(2))) ?? .toEven), type)
                    },
                ]),
        ]
    }

    /// `System.MathF`: the same for numbers of 32 bits.
    static let single = KnownType(TypeInfo("System.MathF", base: .object, isAbstract: true)) {
        MemberTable(
            staticProperties: [("PI", Float.pi), ("E", 2.7182817), ("Tau", 2 * Float.pi)].map { name, value in
                Property(name, .single, get: { _, _ in .single(value) })
            }, staticMethods: functions(.single))
    }
}
