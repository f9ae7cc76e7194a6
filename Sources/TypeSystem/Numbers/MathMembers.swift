// `System.Math`.

import Glibc
import Runtime
import Scalars

enum MathMembers {
    static let type = TypeInfo("System.Math", accelerator: "math", base: .object, isAbstract: true)

    private static func one(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Method {
        Method(name, [.double("d")], returns: .double) { _, a, _ in .double(body(a.double(0))) }
    }
    private static func two(_ name: String, _ body: @escaping @Sendable (Double, Double) -> Double) -> Method {
        Method(name, [.double("x"), .double("y")], returns: .double) { _, a, _ in .double(body(a.double(0), a.double(1))) }
    }

    private static let numbers: [TypeInfo] = [.byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal]

    /// One overload for each number type; the larger or smaller of two.
    private static func extreme(_ name: String, isLarger: Bool) -> Method {
        Method(
            name,
            numbers.map { type in
                Overload([.of("val1", type), .of("val2", type)], returns: type) { _, a, session in
                    if let x = a[0].asDouble, x.isNaN { return a[0] }
                    if let y = a[1].asDouble, y.isNaN { return a[1] }
                    let order = try session.compare(a[0], a[1])
                    return (order > 0) == isLarger || order == 0 ? a[0] : a[1]
                }
            })
    }

    private static func magnitude(_ type: TypeInfo) -> Overload {
        Overload([.of("value", type)], returns: type) { _, a, session in
            switch a[0].unwrapped {
            case .double(let number): return .double(abs(number))
            case .single(let number): return .single(abs(number))
            case .int(.min), .long(.min), .short(.min), .sbyte(.min):
                throw MethodFailure("System.OverflowException", "Negating the minimum value of a twos complement number is invalid.")
            default:
                if a[0].object is DecimalObject { return .object(DecimalObject(a.decimal(0).magnitude)) }
                guard let number = a[0].asInt64 else { return a[0] }
                return try session.convert(.long(abs(number)), to: type)
            }
        }
    }

    private static func rounding(_ name: String, real: @escaping @Sendable (Double) -> Double, decimal: @escaping @Sendable (NetDecimal) -> NetDecimal)
        -> Method
    {
        Method(
            name,
            [
                Overload([.of("d", .decimal)], returns: .decimal) { _, a, _ in .object(DecimalObject(decimal(a.decimal(0)))) },
                Overload([.double("a")], returns: .double) { _, a, _ in .double(real(a.double(0))) },
            ])
    }

    private static func mode(_ value: Value) -> MidpointRounding { MidpointRounding(rawValue: Int(value.asEnumeration?.rawValue ?? 0)) ?? .toEven }
    private static func digits(_ count: Int, _ limit: Int) throws -> Int {
        guard (0...limit).contains(count) else {
            throw Refusals.outOfRange(
                limit == 15 ? "digits" : "decimals",
                limit == 15 ? "Rounding digits must be between 0 and 15, inclusive." : "Decimal can only round to between 0 and 28 digits of precision.")
        }
        return count
    }

    private static var round: Method {
        let mode = OverloadParameter.of("mode", Enumerations.midpointRounding)
        func real(_ number: Double, _ digits: Int, _ mode: MidpointRounding) throws -> Value { .double(try number.netRounded(digits: digits, mode: mode)) }
        return Method(
            "Round",
            [
                Overload([.of("d", .decimal)], returns: .decimal) { _, a, _ in .object(DecimalObject(a.decimal(0).rounded())) },
                Overload([.double("a")], returns: .double) { _, a, _ in .double(try a.double(0).netRounded(digits: 0, mode: .toEven)) },
                Overload([.of("d", .decimal), .int("decimals")], returns: .decimal) { _, a, _ in
                    .object(DecimalObject(a.decimal(0).rounded(digits: try digits(a.int(1), 28), mode: .toEven)))
                },
                Overload([.double("value"), .int("digits")], returns: .double) { _, a, _ in
                    .double(try a.double(0).netRounded(digits: digits(a.int(1), 15), mode: .toEven))
                },
                Overload([.of("d", .decimal), mode], returns: .decimal) { _, a, _ in
                    .object(DecimalObject(a.decimal(0).rounded(digits: 0, mode: self.mode(a[1]))))
                },
                Overload([.double("value"), mode], returns: .double) { _, a, _ in .double(try a.double(0).netRounded(digits: 0, mode: self.mode(a[1]))) },
                Overload([.of("d", .decimal), .int("decimals"), mode], returns: .decimal) { _, a, _ in
                    .object(DecimalObject(a.decimal(0).rounded(digits: try digits(a.int(1), 28), mode: self.mode(a[2]))))
                },
                Overload([.double("value"), .int("digits"), mode], returns: .double) { _, a, _ in
                    .double(try a.double(0).netRounded(digits: digits(a.int(1), 15), mode: self.mode(a[2])))
                },
            ])
    }

    /// A tuple of values of their own types.
    static func tuple(_ items: [Value], _ session: Session) -> Value {
        guard let type = session.types.genericType(named: "System.ValueTuple", items.map(\.type)) else { return .array(items) }
        return .object(PairObject(items, type))
    }

    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property("PI", .double, get: { _, _ in .double(.pi) }), Property("E", .double, get: { _, _ in .double(2.718281828459045) }),
                Property("Tau", .double, get: { _, _ in .double(2 * .pi) }),
            ],
            staticMethods: [
                extreme("Max", isLarger: true), extreme("Min", isLarger: false),
                Method("Abs", [TypeInfo.int16, .int32, .int64, .sbyte, .decimal, .double, .single].map(magnitude)), round,
                rounding("Floor", real: { $0.rounded(.down) }, decimal: { $0.floor }), rounding("Ceiling", real: { $0.rounded(.up) }, decimal: { $0.ceiling }),
                rounding("Truncate", real: { $0.rounded(.towardZero) }, decimal: { $0.truncated }),
                Method(
                    "Sign",
                    [TypeInfo.decimal, .double, .int16, .int32, .int64, .sbyte, .single].map { type in
                        Overload([.of("value", type)], returns: .int32) { _, a, _ in
                            if let number = a[0].object as? DecimalObject { return .int(Int32(number.value.sign)) }
                            let number = a[0].asDouble ?? 0
                            if number.isNaN {
                                throw MethodFailure("System.ArithmeticException", "Function does not accept floating point Not-a-Number values.")
                            }
                            return .int(number > 0 ? 1 : number < 0 ? -1 : 0)
                        }
                    }),
                one("Sqrt") { $0.squareRoot() }, one("Cbrt") { cbrt($0) }, one("Sin") { sin($0) }, one("Cos") { cos($0) }, one("Tan") { tan($0) },
                one("Asin") { asin($0) }, one("Acos") { acos($0) }, one("Atan") { atan($0) },
                one("Sinh") { sinh($0) }, one("Cosh") { cosh($0) }, one("Tanh") { tanh($0) }, one("Exp") { exp($0) }, one("Log10") { log10($0) },
                one("Log2") { log2($0) },
                Method(
                    "Log",
                    [
                        Overload([.double("d")], returns: .double) { _, a, _ in .double(log(a.double(0))) },
                        Overload([.double("a"), .double("newBase")], returns: .double) { _, a, _ in .double(log(a.double(0)) / log(a.double(1))) },
                    ]),
                two("Pow") { pow($0, $1) }, two("Atan2") { atan2($0, $1) }, two("IEEERemainder") { remainder($0, $1) },
                two("CopySign") { Double(signOf: $1, magnitudeOf: $0) }, two("MaxMagnitude") { Swift.abs($0) >= Swift.abs($1) ? $0 : $1 },
                two("MinMagnitude") { Swift.abs($0) <= Swift.abs($1) ? $0 : $1 }, one("BitIncrement") { $0.nextUp }, one("BitDecrement") { $0.nextDown },
                one("Asinh") { asinh($0) }, one("Acosh") { acosh($0) }, one("Atanh") { atanh($0) }, one("ReciprocalEstimate") { 1 / $0 },
                one("ReciprocalSqrtEstimate") { 1 / $0.squareRoot() },
                Method("ILogB", [.double("x")], returns: .int32) { _, a, _ in .int(Int32(clamping: Int(ilogb(a.double(0))))) },
                Method("ScaleB", [.double("x"), .int("n")], returns: .double) { _, a, _ in .double(scalbn(a.double(0), Int32(clamping: a.int(1)))) },
                Method("FusedMultiplyAdd", [.double("x"), .double("y"), .double("z")], returns: .double) { _, a, _ in
                    .double(fma(a.double(0), a.double(1), a.double(2)))
                },
                Method("SinCos", [.double("x")], returns: .object) { _, a, session in tuple([.double(sin(a.double(0))), .double(cos(a.double(0)))], session) },
                Method(
                    "Clamp",
                    numbers.map { type in
                        Overload([.of("value", type), .of("min", type), .of("max", type)], returns: type) { _, a, session in
                            if try session.compare(a[1], a[2]) > 0 {
                                throw Refusals.argument("'\(try a[1].toText(session))' cannot be greater than \(try a[2].toText(session)).")
                            }
                            return try session.compare(a[0], a[1]) < 0 ? a[1] : session.compare(a[0], a[2]) > 0 ? a[2] : a[0]
                        }
                    }),
                Method(
                    "DivRem",
                    [
                        Overload([.int("a"), .int("b"), .byReference("result", .int32)], returns: .int32) { _, a, session in
                            guard a.int(1) != 0 else { throw ScalarError.divideByZero }
                            guard let quotient = Int32(exactly: a.int(0) / a.int(1)) else { throw ScalarError.overflow("") }
                            try (a[2].object as? ReferenceObject)?.variable.write(.int(Int32(a.int(0) % a.int(1))), session)
                            return .int(quotient)
                        },
                        Overload([.long("a"), .long("b"), .byReference("result", .int64)], returns: .int64) { _, a, session in
                            guard a.long(1) != 0 else { throw ScalarError.divideByZero }
                            let (quotient, isTooLarge) = a.long(0).dividedReportingOverflow(by: a.long(1))
                            if isTooLarge { throw ScalarError.overflow("") }
                            try (a[2].object as? ReferenceObject)?.variable.write(.long(a.long(0) % a.long(1)), session)
                            return .long(quotient)
                        },
                    ]
                        + [TypeInfo.sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64].map { type in
                            Overload([.of("left", type), .of("right", type)], returns: .object) { _, a, session in
                                guard a.long(1) != 0 else { throw ScalarError.divideByZero }
                                let (quotient, isTooLarge) = a.long(0).dividedReportingOverflow(by: a.long(1))
                                if isTooLarge { throw ScalarError.overflow("") }
                                return tuple(
                                    [try session.convert(.long(quotient), to: type), try session.convert(.long(a.long(0) % a.long(1)), to: type)],
                                    session)
                            }
                        }),
                Method("BigMul", [.int("a"), .int("b")], returns: .int64) { _, a, _ in .long(Int64(a.int(0)) * Int64(a.int(1))) },
            ])
    }
}
