// `System.Numerics.Complex`.

import Glibc
import Runtime
import Scalars

/// A number with a real and an imaginary part.
final class ComplexNumber: Box, @unchecked Sendable {
    let real: Double
    let imaginary: Double
    init(_ real: Double, _ imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }
    override var type: TypeInfo { ComplexNumber.typeInfo }
    static let typeInfo = TypeInfo("System.Numerics.Complex", base: .valueType, interfaces: [.iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { "<\(real.netText); \(imaginary.netText)>" }
    override func isEqual(to other: Object) -> Bool { (other as? ComplexNumber).map { $0.real == real && $0.imaginary == imaginary } ?? false }
    override var equalityHash: Int { real.hashValue &* 31 &+ imaginary.hashValue }

    private var size: Double { hypot(real, imaginary) }
    private var phase: Double { atan2(imaginary, real) }

    private static func own(_ value: Value, _ session: Session) throws -> ComplexNumber {
        if let number = value.object as? ComplexNumber { return number }
        return ComplexNumber(try session.convert(value, to: .double).asDouble ?? 0, 0)
    }
    private static func make(_ real: Double, _ imaginary: Double) -> Value { .object(ComplexNumber(real, imaginary)) }
    private static func polar(_ size: Double, _ phase: Double) -> Value { make(size * cos(phase), size * sin(phase)) }

    private static func times(_ x: ComplexNumber, _ y: ComplexNumber) -> Value {
        make(x.real * y.real - x.imaginary * y.imaginary, x.imaginary * y.real + x.real * y.imaginary)
    }
    /// Smith's way, which does not overflow before the result does.
    private static func quotient(_ x: ComplexNumber, _ y: ComplexNumber) -> Value {
        if abs(y.imaginary) < abs(y.real) {
            let ratio = y.imaginary / y.real, whole = y.real + y.imaginary * ratio
            return make((x.real + x.imaginary * ratio) / whole, (x.imaginary - x.real * ratio) / whole)
        }
        let ratio = y.real / y.imaginary, whole = y.imaginary + y.real * ratio
        return make((x.imaginary + x.real * ratio) / whole, (-x.real + x.imaginary * ratio) / whole)
    }
    private static func root(_ x: ComplexNumber) -> Value {
        if x.imaginary == 0 { return x.real < 0 ? make(0, (-x.real).squareRoot()) : make(x.real.squareRoot(), 0) }
        let a = ((x.size + abs(x.real)) / 2).squareRoot(), b = abs(x.imaginary) / (2 * a)
        return x.real >= 0 ? make(a, x.imaginary < 0 ? -b : b) : make(b, x.imaginary < 0 ? -a : a)
    }
    private static func two(_ body: @escaping @Sendable (ComplexNumber, ComplexNumber) -> Value) -> Overload.Body {
        { a, b, session in body(try own(a, session), try own(b[0], session)) }
    }
    private static func binary(_ name: String, _ body: @escaping @Sendable (ComplexNumber, ComplexNumber) -> Value) -> Method {
        Method(name, [.of("left", typeInfo), .of("right", typeInfo)], returns: typeInfo) { _, a, session in body(try own(a[0], session), try own(a[1], session))
        }
    }
    private static func one(_ name: String, returns: TypeInfo = typeInfo, _ body: @escaping @Sendable (ComplexNumber) -> Value) -> Method {
        Method(name, [.of("value", typeInfo)], returns: returns) { _, a, session in body(try own(a[0], session)) }
    }
    private static func shown(_ t: Value, _ format: String, _ culture: NumberCulture?, _ session: Session) throws -> Value {
        let number = try own(t, session)
        return .text(
            "<" + (try session.format(.double(number.real), as: format, culture: culture)) + "; "
                + (try session.format(.double(number.imaginary), as: format, culture: culture)) + ">")
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Real", .double, get: { t, session in .double(try own(t, session).real) }),
                Property("Imaginary", .double, get: { t, session in .double(try own(t, session).imaginary) }),
                Property("Magnitude", .double, get: { t, session in .double(try own(t, session).size) }),
                Property("Phase", .double, get: { t, session in .double(try own(t, session).phase) }),
            ],
            methods: [
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in try shown(t, "", nil, session) },
                        Overload([.text("format")], returns: .string) { t, a, session in try shown(t, a.text(0), nil, session) },
                        Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                            try shown(t, "", CultureMembers.culture(a[0]), session)
                        },
                        Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                            try shown(t, a.text(0), CultureMembers.culture(a[1]), session)
                        },
                    ])
            ],
            staticProperties: [("Zero", 0.0, 0.0), ("One", 1, 0), ("ImaginaryOne", 0, 1), ("NaN", .nan, .nan), ("Infinity", .infinity, .infinity)].map {
                name, real, imaginary in Property(name, typeInfo, get: { _, _ in make(real, imaginary) })
            },
            staticMethods: [
                binary("Add") { make($0.real + $1.real, $0.imaginary + $1.imaginary) },
                binary("Subtract") { make($0.real - $1.real, $0.imaginary - $1.imaginary) },
                binary("Multiply") { times($0, $1) }, binary("Divide") { quotient($0, $1) }, one("Negate") { make(-$0.real, -$0.imaginary) },
                one("Conjugate") { make($0.real, -$0.imaginary) }, one("Reciprocal") { quotient(ComplexNumber(1, 0), $0) },
                one("Abs", returns: .double) { .double($0.size) }, one("Sqrt") { root($0) }, one("Exp") { polar(exp($0.real), $0.imaginary) },
                one("Log") { make(log($0.size), $0.phase) }, one("Log10") { make(log10($0.size), $0.phase / log(10)) },
                one("Sin") { make(sin($0.real) * cosh($0.imaginary), cos($0.real) * sinh($0.imaginary)) },
                one("Cos") { make(cos($0.real) * cosh($0.imaginary), -sin($0.real) * sinh($0.imaginary)) },
                one("IsFinite", returns: .bool) { .bool($0.real.isFinite && $0.imaginary.isFinite) },
                one("IsNaN", returns: .bool) { .bool($0.real.isNaN || $0.imaginary.isNaN) },
                one("IsRealNumber", returns: .bool) { .bool($0.imaginary == 0 && !$0.real.isNaN) },
                binary("Pow") { x, y in
                    if y.real == 0, y.imaginary == 0 { return make(1, 0) }
                    if x.real == 0, x.imaginary == 0 { return make(0, 0) }
                    return polar(pow(x.size, y.real) * exp(-y.imaginary * x.phase), y.real * x.phase + y.imaginary * log(x.size))
                },
                Method("FromPolarCoordinates", [.double("magnitude"), .double("phase")], returns: typeInfo) { _, a, _ in polar(a.double(0), a.double(1)) },
            ],
            constructors: [Overload([.double("real"), .double("imaginary")], returns: typeInfo) { _, a, _ in make(a.double(0), a.double(1)) }],
            convert: { value, session in value.isNumber ? .object(try own(value, session)) : nil },
            operators: [
                "op_Addition": two { make($0.real + $1.real, $0.imaginary + $1.imaginary) },
                "op_Subtraction": two { make($0.real - $1.real, $0.imaginary - $1.imaginary) }, "op_Multiply": two { times($0, $1) },
                "op_Division": two { quotient($0, $1) },
            ])
    }
}
