// Numbers scripts rarely need: `Half`, `Int128`, `UInt128`.

import Runtime
import Scalars

/// An integer of 128 bits.
final class WideInteger: Box, @unchecked Sendable {
    let value: BigInteger
    private let ownType: TypeInfo
    init(_ value: BigInteger, _ type: TypeInfo) {
        self.value = value
        ownType = type
    }
    override var type: TypeInfo { ownType }
    override func describe(_ session: Session) throws -> String { value.description }
    override func isEqual(to other: Object) -> Bool { (other as? WideInteger).map { $0.ownType === ownType && $0.value == value } ?? false }
    override var equalityHash: Int { value.hashValue }
}

/// A real number of 16 bits.
final class HalfObject: Box, @unchecked Sendable {
    let value: Float16
    init(_ value: Float16) { self.value = value }
    override var type: TypeInfo { HalfObject.typeInfo }
    static let typeInfo = TypeInfo("System.Half", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { Float(value).netText }
    override func isEqual(to other: Object) -> Bool { (other as? HalfObject)?.value == value }
    override var equalityHash: Int { value.hashValue }
}

enum WideNumbers {
    private static func wide(_ name: String, isSigned: Bool) -> KnownType {
        let type = TypeInfo("System.\(name)", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
        let lowest = isSigned ? -(BigInteger(1) << 127) : .zero, highest = (BigInteger(1) << (isSigned ? 127 : 128)) - .one
        @Sendable func make(_ number: BigInteger) throws -> Value {
            guard BigInteger.compare(number, lowest) >= 0, BigInteger.compare(number, highest) <= 0 else {
                throw MethodFailure("System.OverflowException", "Value was either too large or too small for \(isSigned ? "an" : "a") \(name).")
            }
            return .object(WideInteger(number, type))
        }
        @Sendable func number(_ value: Value, _ session: Session) throws -> BigInteger {
            if let own = value.object as? WideInteger { return own.value }
            return (try session.convert(value, to: .bigInteger).object as? BigIntegerObject)?.value ?? .zero
        }
        @Sendable func two(_ body: @escaping @Sendable (BigInteger, BigInteger) throws -> BigInteger) -> Overload.Body {
            { a, b, session in try make(body(number(a, session), number(b[0], session))) }
        }
        return KnownType(type) {
            MemberTable(
                methods: [
                    Method("CompareTo", [.object("value")], returns: .int32) { t, a, session in
                        .int(Int32(BigInteger.compare(try number(t, session), try number(a[0], session))))
                    },
                    Method(
                        "ToString",
                        [
                            Overload(returns: .string) { t, _, session in .text(try number(t, session).description) },
                            Overload([.text("format")], returns: .string) { t, a, session in
                                .text(try session.format(.object(BigIntegerObject(number(t, session))), as: a.text(0)))
                            },
                        ]),
                ],
                staticProperties: [
                    Property("MaxValue", type, get: { _, _ in try make(highest) }), Property("MinValue", type, get: { _, _ in try make(lowest) }),
                    Property("Zero", type, get: { _, _ in try make(.zero) }), Property("One", type, get: { _, _ in try make(.one) }),
                ],
                staticMethods: [Method("Parse", [.text("s")], returns: type) { _, a, _ in try make(NumberParsing.bigInteger(a.text(0))) }],
                convert: { value, session in
                    guard value.isNumber || value.asString != nil || value.object is WideInteger else { return nil }
                    return try make(number(value, session))
                },
                operators: [
                    "op_Addition": two { $0 + $1 }, "op_Subtraction": two { $0 - $1 }, "op_Multiply": two { $0 * $1 },
                    "op_Division": two { try BigInteger.divide($0, $1) }, "op_Modulus": two { try BigInteger.remainder($0, $1) },
                ], compare: { a, b, session in BigInteger.compare(try number(a, session), try number(b, session)) })
        }
    }

    private static let half = KnownType(HalfObject.typeInfo) {
        @Sendable func number(_ value: Value, _ session: Session) throws -> Float16 {
            if let own = value.object as? HalfObject { return own.value }
            return Float16(try session.convert(value, to: .double).asDouble ?? 0)
        }
        return MemberTable(
            methods: [
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in .text(Float(try number(t, session)).netText) },
                        Overload([.text("format")], returns: .string) { t, a, session in
                            .text(try session.format(.single(Float(number(t, session))), as: a.text(0)))
                        },
                    ])
            ],
            staticProperties: [
                ("MaxValue", Float16.greatestFiniteMagnitude), ("MinValue", -Float16.greatestFiniteMagnitude), ("Epsilon", .leastNonzeroMagnitude),
                ("NaN", .nan),
                ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity),
            ].map { name, value in Property(name, HalfObject.typeInfo, get: { _, _ in .object(HalfObject(value)) }) },
            staticMethods: [
                Method("Parse", [.text("s")], returns: HalfObject.typeInfo) { _, a, _ in .object(HalfObject(Float16(try NumberParsing.double(a.text(0))))) },
                Method("IsNaN", [.of("value", HalfObject.typeInfo)], returns: .bool) { _, a, session in .bool(try number(a[0], session).isNaN) },
            ],
            convert: { value, session in
                guard value.isNumber || value.asString != nil else { return nil }
                return .object(HalfObject(try number(value, session)))
            },
            compare: { a, b, session in
                let x = try number(a, session), y = try number(b, session)
                return x < y ? -1 : x > y ? 1 : 0
            })
    }

    static let types: [KnownType] = [wide("Int128", isSigned: true), wide("UInt128", isSigned: false), half]
}
