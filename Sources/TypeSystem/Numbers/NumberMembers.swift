// The number types: what they share, their limits, and parsing.

import Runtime
import Scalars

enum NumberMembers {
    static let styles = TypeInfo.enumeration(
        "System.Globalization.NumberStyles",
        EnumerationInfo(
            [
                ("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowLeadingSign", 4), ("Integer", 7), ("AllowTrailingSign", 8),
                ("AllowParentheses", 16), ("AllowDecimalPoint", 32), ("AllowThousands", 64),
                ("Number", 111), ("AllowExponent", 128), ("Float", 167), ("AllowCurrencySymbol", 256), ("Currency", 383), ("Any", 511),
                ("AllowHexSpecifier", 512), ("HexNumber", 515), ("AllowBinarySpecifier", 1024), ("BinaryNumber", 1027),
            ], isFlags: true))

    /// `ToString`, `CompareTo`, `Equals` and their kin.
    static var shared: [Method] {
        [
            Method(
                "ToString",
                [
                    Overload(returns: .string) { t, _, session in .text(try MethodText.of(t, session)) },
                    Overload([.text("format")], returns: .string) { t, a, session in .text(try session.format(t, as: a.text(0))) },
                    Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                        .text(try session.format(t, as: "", culture: CultureMembers.culture(a[0])))
                    },
                    Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                        .text(try session.format(t, as: a.text(0), culture: CultureMembers.culture(a[1])))
                    },
                ]),
            Method("CompareTo", [.object("value")], returns: .int32) { t, a, session in
                if a[0].isNull { return .int(1) }
                guard a[0].unwrapped.type === t.unwrapped.type else { throw Refusals.argument("Object must be of type \(t.type.name).") }
                return .int(Int32(try session.compare(t, a[0])))
            },
            Method("Equals", [.object("obj")], returns: .bool) { t, a, session in
                if a[0].unwrapped.type !== t.unwrapped.type { return .false }
                return .bool(HashTable.areEqual(t, a[0], .ordinal))
            },
            Method("GetHashCode", returns: .int32) { t, _, _ in
                if case .int(let number) = t.unwrapped { return .int(number) }
                return .int(Int32(bitPattern: HashTable.hash(t)))
            },
        ]
    }

    /// An integer type's table.
    static func integer(_ type: TypeInfo, code: Int64, lowest: Value, highest: Value) -> KnownType {
        KnownType(type) {
            MemberTable(
                methods: shared + [
                    Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, code)) }
                ],
                staticProperties: [Property("MaxValue", type, get: { _, _ in highest }), Property("MinValue", type, get: { _, _ in lowest })],
                staticMethods: parsing(type))
        }
    }

    private static func parse(_ text: String, _ styles: Int64, _ type: TypeInfo, _ culture: NumberCulture?) throws(ScalarError) -> Value {
        let styles = NumberStyles(rawValue: Int(styles)), culture = culture ?? .invariant
        switch type.code {
        case .double: return .double(try NumberParsing.double(text, styles: styles, culture: culture))
        case .single: return .single(try NumberParsing.float(text, styles: styles, culture: culture))
        case .decimal: return .object(DecimalObject(try NumberParsing.decimal(text, styles: styles, culture: culture)))
        case .bigInteger: return .object(BigIntegerObject(try NumberParsing.bigInteger(text, styles: styles, culture: culture)))
        case .byte:
            return .byte(UInt8(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "Byte", bits: 8, isSigned: false)))
        case .sbyte:
            return .sbyte(Int8(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "SByte", bits: 8, isSigned: true)))
        case .int16:
            return .short(Int16(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "Int16", bits: 16, isSigned: true)))
        case .uint16:
            return .ushort(
                UInt16(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "UInt16", bits: 16, isSigned: false)))
        case .uint32:
            return .uint(
                UInt32(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "UInt32", bits: 32, isSigned: false)))
        case .int64: return .long(try NumberParsing.int64(text, styles: styles, culture: culture))
        case .uint64:
            return .ulong(
                UInt64(truncatingIfNeeded: try NumberParsing.integer(text, styles: styles, culture: culture, type: "UInt64", bits: 64, isSigned: false)))
        default: return .int(try NumberParsing.int32(text, styles: styles, culture: culture))
        }
    }

    /// `Parse` and `TryParse`.
    static func parsing(_ type: TypeInfo) -> [Method] {
        let standard: Int64 = type.code == .double || type.code == .single ? 231 : type.code == .decimal ? 111 : 7
        @Sendable func tried(_ text: Value, _ styles: Int64, _ culture: NumberCulture?, _ result: Value, _ session: Session) throws -> Value {
            let reference = result.object as? ReferenceObject
            let parsed = text.asString.flatMap { try? parse($0, styles, type, culture) }
            try reference?.variable.write(parsed ?? session.defaultValue(of: type), session)
            return .bool(parsed != nil)
        }
        return [
            Method(
                "Parse",
                [
                    Overload([.text("s")], returns: type) { _, a, _ in try parse(a.text(0), standard, type, nil) },
                    Overload([.text("s"), .of("style", styles)], returns: type) { _, a, _ in try parse(a.text(0), a.enumeration(1), type, nil) },
                    Overload([.text("s"), .of("provider", CultureMembers.provider)], returns: type) { _, a, _ in
                        try parse(a.text(0), standard, type, CultureMembers.culture(a[1]))
                    },
                    Overload([.text("s"), .of("style", styles), .of("provider", CultureMembers.provider)], returns: type) { _, a, _ in
                        try parse(a.text(0), a.enumeration(1), type, CultureMembers.culture(a[2]))
                    },
                ]),
            Method(
                "TryParse",
                [
                    Overload([.text("s"), .byReference("result", type)], returns: .bool) { _, a, session in try tried(a[0], standard, nil, a[1], session) },
                    Overload([.text("s"), .of("provider", CultureMembers.provider), .byReference("result", type)], returns: .bool) { _, a, session in
                        try tried(a[0], standard, CultureMembers.culture(a[1]), a[2], session)
                    },
                    Overload([.text("s"), .of("style", styles), .of("provider", CultureMembers.provider), .byReference("result", type)], returns: .bool) {
                        _, a, session in try tried(a[0], a.enumeration(1), CultureMembers.culture(a[2]), a[3], session)
                    },
                ]),
        ]
    }

    private static func test(_ name: String, _ holds: @escaping @Sendable (Double) -> Bool) -> Method {
        Method(name, [.double("d")], returns: .bool) { _, a, _ in .bool(holds(a.double(0))) }
    }

    private static func real(_ type: TypeInfo, code: Int64, constants: [(String, Double)]) -> KnownType {
        KnownType(type) {
            MemberTable(
                methods: shared + [
                    Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, code)) }
                ],
                staticProperties: constants.map { name, value in
                    Property(name, type, get: { _, _ in type.code == .single ? .single(Float(value)) : .double(value) })
                },
                staticMethods: parsing(type) + [
                    test("IsNaN") { $0.isNaN }, test("IsInfinity") { $0.isInfinite }, test("IsPositiveInfinity") { $0 == .infinity },
                    test("IsNegativeInfinity") { $0 == -.infinity }, test("IsFinite") { $0.isFinite }, test("IsInteger") { $0.rounded() == $0 },
                ])
        }
    }

    static let types: [KnownType] = [
        integer(.byte, code: 6, lowest: .byte(0), highest: .byte(.max)), integer(.sbyte, code: 5, lowest: .sbyte(.min), highest: .sbyte(.max)),
        integer(.int16, code: 7, lowest: .short(.min), highest: .short(.max)), integer(.uint16, code: 8, lowest: .ushort(0), highest: .ushort(.max)),
        integer(.int32, code: 9, lowest: .int(.min), highest: .int(.max)), integer(.uint32, code: 10, lowest: .uint(0), highest: .uint(.max)),
        integer(.int64, code: 11, lowest: .long(.min), highest: .long(.max)), integer(.uint64, code: 12, lowest: .ulong(0), highest: .ulong(.max)),
        real(
            .double, code: 14,
            constants: [
                ("MaxValue", .greatestFiniteMagnitude), ("MinValue", -.greatestFiniteMagnitude), ("Epsilon", .leastNonzeroMagnitude), ("NaN", .nan),
                ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity), ("Pi", .pi), ("E", 2.718281828459045),
            ]),
        real(
            .single, code: 13,
            constants: [
                ("MaxValue", Double(Float.greatestFiniteMagnitude)), ("MinValue", -Double(Float.greatestFiniteMagnitude)),
                ("Epsilon", Double(Float.leastNonzeroMagnitude)), ("NaN", .nan), ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity),
            ]),
        DecimalMembers.known, BigIntegerMembers.known, BooleanMembers.known, KnownType(styles),
    ]
}

enum BooleanMembers {
    private static func read(_ text: String) -> Bool? {
        switch text.trimmedWhiteSpace.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
    static let known = KnownType(.bool) {
        MemberTable(
            methods: [
                Method("CompareTo", [.object("value")], returns: .int32) { t, a, session in .int(Int32(try session.compare(t, a[0]))) },
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 3)) },
            ],
            staticProperties: [Property("TrueString", .string, get: { _, _ in "True" }), Property("FalseString", .string, get: { _, _ in "False" })],
            staticMethods: [
                Method("Parse", [.text("value")], returns: .bool) { _, a, _ in
                    guard let flag = read(a.text(0)) else { throw Refusals.format("String '\(a.text(0))' was not recognized as a valid Boolean.") }
                    return .bool(flag)
                },
                Method("TryParse", [.text("value"), .byReference("result", .bool)], returns: .bool) { _, a, session in
                    let flag = read(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(.bool(flag ?? false), session)
                    return .bool(flag != nil)
                },
            ])
    }
}

enum DecimalMembers {
    private static func make(_ number: NetDecimal) -> Value { .object(DecimalObject(number)) }
    private static func two(_ name: String, _ body: @escaping @Sendable (NetDecimal, NetDecimal) throws -> NetDecimal) -> Method {
        Method(name, [.of("d1", .decimal), .of("d2", .decimal)], returns: .decimal) { _, a, _ in make(try body(a.decimal(0), a.decimal(1))) }
    }
    private static func one(_ name: String, _ body: @escaping @Sendable (NetDecimal) -> NetDecimal) -> Method {
        Method(name, [.of("d", .decimal)], returns: .decimal) { _, a, _ in make(body(a.decimal(0))) }
    }

    static let known = KnownType(.decimal) {
        MemberTable(
            properties: [Property("Scale", .byte, get: { t, _ in .byte(UInt8(clamping: (t.object as? DecimalObject)?.value.scale ?? 0)) })],
            methods: NumberMembers.shared,
            staticProperties: [("MaxValue", NetDecimal.maxValue), ("MinValue", .minValue), ("Zero", .zero), ("One", .one), ("MinusOne", .minusOne)].map {
                name, value in Property(name, .decimal, get: { _, _ in make(value) })
            },
            staticMethods: NumberMembers.parsing(.decimal) + [
                two("Add") { try NetDecimal.add($0, $1) }, two("Subtract") { try NetDecimal.subtract($0, $1) },
                two("Multiply") { try NetDecimal.multiply($0, $1) }, two("Divide") { try NetDecimal.divide($0, $1) },
                two("Remainder") { try NetDecimal.remainder($0, $1) }, one("Truncate") { $0.truncated }, one("Floor") { $0.floor },
                one("Ceiling") { $0.ceiling },
                Method(
                    "Round",
                    [
                        Overload([.of("d", .decimal)], returns: .decimal) { _, a, _ in make(a.decimal(0).rounded(digits: 0, mode: .toEven)) },
                        Overload([.of("d", .decimal), .int("decimals")], returns: .decimal) { _, a, _ in
                            make(a.decimal(0).rounded(digits: a.int(1), mode: .toEven))
                        },
                        Overload([.of("d", .decimal), .int("decimals"), .of("mode", Enumerations.midpointRounding)], returns: .decimal) { _, a, _ in
                            make(a.decimal(0).rounded(digits: a.int(1), mode: MidpointRounding(rawValue: Int(a.enumeration(2))) ?? .toEven))
                        },
                    ]),
                Method("Compare", [.of("d1", .decimal), .of("d2", .decimal)], returns: .int32) { _, a, _ in
                    .int(Int32(NetDecimal.compare(a.decimal(0), a.decimal(1))))
                },
                Method("GetBits", [.of("d", .decimal)], returns: TypeInfo.int32.arrayType()) { _, a, _ in
                    .object(ArrayObject(a.decimal(0).bits.map { .int($0) }, elementType: .int32))
                },
                Method("ToInt32", [.of("d", .decimal)], returns: .int32) { _, a, session in try session.convert(make(a.decimal(0).truncated), to: .int32) },
                Method("ToDouble", [.of("d", .decimal)], returns: .double) { _, a, _ in .double(a.decimal(0).doubleValue) },
            ],
            constructors: [
                Overload([.int("value")], returns: .decimal) { _, a, _ in make(NetDecimal(a.int(0))) },
                Overload([.double("value")], returns: .decimal) { _, a, _ in make(try NetDecimal(a.double(0))) },
            ])
    }
}

enum BigIntegerMembers {
    private static func big(_ value: Value) -> BigInteger { (value.object as? BigIntegerObject)?.value ?? .zero }
    private static func make(_ number: BigInteger) -> Value { .object(BigIntegerObject(number)) }
    private static func two(_ name: String, _ body: @escaping @Sendable (BigInteger, BigInteger) throws -> BigInteger) -> Method {
        Method(name, [.of("left", .bigInteger), .of("right", .bigInteger)], returns: .bigInteger) { _, a, _ in make(try body(big(a[0]), big(a[1]))) }
    }
    static let known = KnownType(.bigInteger) {
        MemberTable(
            properties: [
                Property("IsZero", .bool, get: { t, _ in .bool(big(t).isZero) }), Property("IsOne", .bool, get: { t, _ in .bool(big(t).isOne) }),
                Property("IsEven", .bool, get: { t, _ in .bool(big(t).isEven) }),
                Property("IsPowerOfTwo", .bool, get: { t, _ in .bool(big(t).isPowerOfTwo) }),
                Property("Sign", .int32, get: { t, _ in .int(Int32(big(t).sign)) }),
            ],
            methods: NumberMembers.shared + [
                Method("ToByteArray", returns: TypeInfo.byte.arrayType()) { t, _, _ in
                    .object(ArrayObject(big(t).byteArray.map { .byte($0) }, elementType: .byte))
                }
            ],
            staticProperties: [("Zero", BigInteger.zero), ("One", .one), ("MinusOne", .minusOne)].map { name, value in
                Property(name, .bigInteger, get: { _, _ in make(value) })
            },
            staticMethods: NumberMembers.parsing(.bigInteger) + [
                two("Add") { $0 + $1 }, two("Subtract") { $0 - $1 }, two("Multiply") { $0 * $1 }, two("Divide") { try BigInteger.divide($0, $1) },
                two("Remainder") { try BigInteger.remainder($0, $1) },
                two("GreatestCommonDivisor") { BigInteger.greatestCommonDivisor($0, $1) }, two("Max") { $0 < $1 ? $1 : $0 }, two("Min") { $1 < $0 ? $1 : $0 },
                Method("Pow", [.of("value", .bigInteger), .int("exponent")], returns: .bigInteger) { _, a, _ in make(try big(a[0]).power(a.int(1))) },
                Method("ModPow", [.of("value", .bigInteger), .of("exponent", .bigInteger), .of("modulus", .bigInteger)], returns: .bigInteger) { _, a, _ in
                    make(try BigInteger.modPow(big(a[0]), big(a[1]), big(a[2])))
                },
                Method("Abs", [.of("value", .bigInteger)], returns: .bigInteger) { _, a, _ in make(big(a[0]).magnitude) },
                Method("Negate", [.of("value", .bigInteger)], returns: .bigInteger) { _, a, _ in make(-big(a[0])) },
                Method("Compare", [.of("left", .bigInteger), .of("right", .bigInteger)], returns: .int32) { _, a, _ in
                    .int(Int32(BigInteger.compare(big(a[0]), big(a[1]))))
                },
            ],
            constructors: [
                Overload([.long("value")], returns: .bigInteger) { _, a, _ in make(BigInteger(a.long(0))) },
                Overload([.of("value", TypeInfo.byte.arrayType())], returns: .bigInteger) { _, a, _ in
                    make(BigInteger(bytes: a.values(0).map { UInt8(truncatingIfNeeded: $0.asInt64 ?? 0) }))
                },
            ])
    }
}
