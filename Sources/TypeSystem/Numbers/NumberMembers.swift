// The number types: what they share, their limits, and parsing.

import Glibc
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
                    Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, code)) },
                    SpanMembers.formatting(),
                ] + SpanMembers.binary(type, width: width(type)),
                staticProperties: [Property("MaxValue", type, get: { _, _ in highest }), Property("MinValue", type, get: { _, _ in lowest })],
                staticMethods: parsing(type) + bits(type) + creating(type) + magnitudes(type))
        }
    }

    /// Bits of an integer type.
    private static func width(_ type: TypeInfo) -> Int {
        switch type.code {
        case .byte, .sbyte: 8
        case .int16, .uint16: 16
        case .int32, .uint32: 32
        default: 64
        }
    }

    /// What each integer type can do with its bits, as statics.
    private static func bits(_ type: TypeInfo) -> [Method] {
        let width = width(type)
        let isUnsigned = [TypeCode.byte, .uint16, .uint32, .uint64].contains(type.code)
        @Sendable func pattern(_ value: Value) -> UInt64 {
            if case .ulong(let number) = value.unwrapped { return number }
            return UInt64(bitPattern: value.asInt64 ?? 0) & (width == 64 ? .max : (1 << UInt64(width)) - 1)
        }
        @Sendable func make(_ pattern: UInt64, _ session: Session) throws -> Value {
            if isUnsigned { return try session.convert(.ulong(width == 64 ? pattern : pattern & ((1 << UInt64(width)) - 1)), to: type) }
            let shift = UInt64(64 - width)
            return try session.convert(.long(Int64(bitPattern: pattern << shift) >> Int64(shift)), to: type)
        }
        func one(_ name: String, returns: TypeInfo, _ body: @escaping @Sendable (UInt64, Value, Session) throws -> Value) -> Method {
            Method(name, [.of("value", type)], returns: returns) { _, a, session in try body(pattern(a[0]), a[0], session) }
        }
        func rotated(_ name: String, isLeft: Bool) -> Method {
            Method(name, [.of("value", type), .int("rotateAmount")], returns: type) { _, a, session in
                let amount = UInt64(((isLeft ? a.int(1) : -a.int(1)) % width + width) % width), bits = pattern(a[0])
                return try make(amount == 0 ? bits : bits << amount | bits >> (UInt64(width) - amount), session)
            }
        }
        func chosen(_ name: String, _ isFirst: @escaping @Sendable (Int) -> Bool) -> Method {
            Method(name, [.of("x", type), .of("y", type)], returns: type) { _, a, session in isFirst(try session.compare(a[0], a[1])) ? a[0] : a[1] }
        }
        return [
            rotated("RotateLeft", isLeft: true), rotated("RotateRight", isLeft: false),
            one("PopCount", returns: type) { bits, _, session in try make(UInt64(bits.nonzeroBitCount), session) },
            one("LeadingZeroCount", returns: type) { bits, _, session in try make(UInt64(bits.leadingZeroBitCount - (64 - width)), session) },
            one("TrailingZeroCount", returns: type) { bits, _, session in try make(UInt64(min(width, bits.trailingZeroBitCount)), session) },
            one("IsPow2", returns: .bool) { bits, value, _ in .bool(bits.nonzeroBitCount == 1 && (value.asInt64 ?? 1) > 0) },
            one("Log2", returns: type) { bits, value, session in
                if bits == 0 || (value.asInt64 ?? 1) < 0 { throw Refusals.outOfRange("value", "Non-negative number required.") }
                return try make(UInt64(63 - bits.leadingZeroBitCount), session)
            },
            one("IsEvenInteger", returns: .bool) { bits, _, _ in .bool(bits & 1 == 0) },
            one("IsOddInteger", returns: .bool) { bits, _, _ in .bool(bits & 1 == 1) },
            one("IsNegative", returns: .bool) { _, value, _ in .bool((value.asInt64 ?? 0) < 0) },
            one("IsPositive", returns: .bool) { _, value, _ in .bool((value.asInt64 ?? 0) >= 0) },
            one("Sign", returns: .int32) { _, value, _ in .int((value.asInt64 ?? 1) > 0 ? 1 : value.asInt64 == 0 ? 0 : -1) },
            one("Abs", returns: type) { _, value, session in
                try session.call(session.callStatic(MathMembers.type, "Abs", [value], session.scope), "ToString", [], session.scope).asString.map {
                    try session.convert(.text($0), to: type)
                } ?? value
            },
            chosen("Max") { $0 >= 0 }, chosen("Min") { $0 <= 0 },
            Method("Clamp", [.of("value", type), .of("min", type), .of("max", type)], returns: type) { _, a, session in
                if try session.compare(a[1], a[2]) > 0 {
                    throw Refusals.argument("'\(try a[1].toText(session))' cannot be greater than \(try a[2].toText(session)).")
                }
                return try session.compare(a[0], a[1]) < 0 ? a[1] : session.compare(a[0], a[2]) > 0 ? a[2] : a[0]
            },
        ]
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
                    Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, code)) },
                    SpanMembers.formatting(),
                ],
                staticProperties: constants.map { name, value in
                    Property(name, type, get: { _, _ in type.code == .single ? .single(Float(value)) : .double(value) })
                },
                staticMethods: parsing(type) + [
                    test("IsNaN") { $0.isNaN }, test("IsInfinity") { $0.isInfinite }, test("IsPositiveInfinity") { $0 == .infinity },
                    test("IsNegativeInfinity") { $0 == -.infinity }, test("IsFinite") { $0.isFinite }, test("IsInteger") { $0.isFinite && $0.rounded() == $0 },
                    test("IsNegative") { $0.sign == .minus }, test("IsPositive") { $0.sign == .plus }, test("IsNormal") { $0.isNormal },
                    test("IsSubnormal") { $0.isSubnormal }, test("IsRealNumber") { !$0.isNaN },
                    test("IsEvenInteger") { $0.isFinite && $0.truncatingRemainder(dividingBy: 2) == 0 },
                    test("IsOddInteger") { $0.isFinite && Swift.abs($0.truncatingRemainder(dividingBy: 2)) == 1 },
                ] + functions(type) + creating(type) + magnitudes(type))
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
                ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity), ("NegativeZero", -0.0), ("Pi", .pi), ("E", 2.718281828459045),
                ("Tau", 2 * .pi),
            ]),
        real(
            .single, code: 13,
            constants: [
                ("MaxValue", Double(Float.greatestFiniteMagnitude)), ("MinValue", -Double(Float.greatestFiniteMagnitude)),
                ("Epsilon", Double(Float.leastNonzeroMagnitude)), ("NaN", .nan), ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity),
                ("NegativeZero", -0.0),
                ("Pi", Double(Float.pi)), ("E", 2.7182817459106445), ("Tau", Double(2 * Float.pi)),
            ]),
        single, DecimalMembers.known, BigIntegerMembers.known, BooleanMembers.known, KnownType(styles),
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
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in .text(try MethodText.of(t, session)) },
                        Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, _, session in .text(try MethodText.of(t, session)) },
                    ]),
                Method("CompareTo", [.object("obj")], returns: .int32) { t, a, session in
                    if a[0].isNull { return .int(1) }
                    guard a[0].unwrapped.type === t.unwrapped.type else { throw Refusals.argument("Object must be of type Boolean.") }
                    return .int(Int32(try session.compare(t, a[0])))
                },
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 3)) },
                SpanMembers.formatting(hasFormat: false, hasProvider: false),
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
            methods: NumberMembers.shared + [
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 15)) },
                SpanMembers.formatting(),
            ],
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
                Method("Negate", [.of("d", .decimal)], returns: .decimal) { _, a, _ in make(try NetDecimal.subtract(.zero, a.decimal(0))) },
                Method("Abs", [.of("value", .decimal)], returns: .decimal) { _, a, _ in make(a.decimal(0).magnitude) },
                Method("ToDouble", [.of("d", .decimal)], returns: .double) { _, a, _ in .double(a.decimal(0).doubleValue) },
                Method("ToSingle", [.of("d", .decimal)], returns: .single) { _, a, _ in .single(Float(a.decimal(0).doubleValue)) },
                two("Max") { NetDecimal.compare($0, $1) >= 0 ? $0 : $1 }, two("Min") { NetDecimal.compare($0, $1) <= 0 ? $0 : $1 },
                Method("Sign", [.of("d", .decimal)], returns: .int32) { _, a, _ in .int(Int32(a.decimal(0).sign)) },
                Method("IsInteger", [.of("value", .decimal)], returns: .bool) { _, a, _ in .bool(a.decimal(0).truncated == a.decimal(0)) },
                Method("IsNegative", [.of("value", .decimal)], returns: .bool) { _, a, _ in .bool(a.decimal(0).sign < 0) },
                Method("IsPositive", [.of("value", .decimal)], returns: .bool) { _, a, _ in .bool(a.decimal(0).sign >= 0) },
                Method("Clamp", [.of("value", .decimal), .of("min", .decimal), .of("max", .decimal)], returns: .decimal) { _, a, session in
                    try session.callStatic(MathMembers.type, "Clamp", a, session.scope)
                },
                Method("Equals", [.of("d1", .decimal), .of("d2", .decimal)], returns: .bool) { _, a, _ in .bool(a.decimal(0) == a.decimal(1)) },
                Method("ToOACurrency", [.of("value", .decimal)], returns: .int64) { _, a, session in
                    let scaled = try NetDecimal.multiply(a.decimal(0), NetDecimal(10000)).rounded(digits: 0, mode: .toEven)
                    return try session.convert(make(scaled), to: .int64)
                },
                Method("FromOACurrency", [.long("cy")], returns: .decimal) { _, a, _ in
                    make(try NetDecimal.divide(NetDecimal(Int(a.long(0))), NetDecimal(10000)))
                },
            ] + NumberMembers.creating(.decimal) + narrowing,
            constructors: [
                Overload([.int("value")], returns: .decimal) { _, a, _ in make(NetDecimal(a.int(0))) },
                Overload([.double("value")], returns: .decimal) { _, a, _ in make(try NetDecimal(a.double(0))) },
                Overload([.int("lo"), .int("mid"), .int("hi"), .bool("isNegative"), .of("scale", .byte)], returns: .decimal) { _, a, _ in
                    guard a.int(4) <= 28 else { throw Refusals.outOfRange("scale", "Decimal's scale value must be between 0 and 28, inclusive.") }
                    func part(_ i: Int) throws -> NetDecimal { try NetDecimal(Double(UInt32(truncatingIfNeeded: a.int(i)))) }
                    let unit = try part(0), word = NetDecimal(4_294_967_296)
                    var number = try NetDecimal.add(NetDecimal.multiply(NetDecimal.add(NetDecimal.multiply(part(2), word), part(1)), word), unit)
                    for _ in 0..<a.int(4) { number = try NetDecimal.divide(number, NetDecimal(10)) }
                    return make(a.bool(3) ? try NetDecimal.subtract(.zero, number) : number)
                },
            ])
    }

    /// To each kind of integer, without the fraction.
    private static var narrowing: [Method] {
        [
            ("ToByte", TypeInfo.byte), ("ToSByte", .sbyte), ("ToInt16", .int16), ("ToUInt16", .uint16), ("ToInt32", .int32), ("ToUInt32", .uint32),
            ("ToInt64", .int64),
            ("ToUInt64", .uint64),
        ].map { name, type in
            Method(name, [.of("value", .decimal)], returns: type) { _, a, session in
                do { return try session.convert(make(a.decimal(0).truncated), to: type) } catch is ShellError {
                    throw MethodFailure(
                        "System.OverflowException", "Value was either too large or too small for \(type.name.hasPrefix("I") ? "an" : "a") \(type.name).")
                }
            }
        }
    }
}

enum BigIntegerMembers {
    private static func big(_ value: Value) -> BigInteger { (value.object as? BigIntegerObject)?.value ?? .zero }
    private static func make(_ number: BigInteger) -> Value { .object(BigIntegerObject(number)) }
    private static func two(_ name: String, _ body: @escaping @Sendable (BigInteger, BigInteger) throws -> BigInteger) -> Method {
        Method(name, [.of("left", .bigInteger), .of("right", .bigInteger)], returns: .bigInteger) { _, a, _ in make(try body(big(a[0]), big(a[1]))) }
    }
    /// Bits without the sign, as .NET counts them.
    private static func bitLength(_ number: BigInteger) -> Int64 {
        let positive = number.sign < 0 ? (-number) - .one : number
        let bytes = positive.byteArray.reversed().drop { $0 == 0 }
        guard let first = bytes.first else { return 0 }
        return Int64((bytes.count - 1) * 8 + 8 - first.leadingZeroBitCount)
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
                },
                Method("GetByteCount", [.optional("isUnsigned", .bool, .false)], returns: .int32) { t, _, _ in .int(Int32(big(t).byteArray.count)) },
                Method("GetBitLength", returns: .int64) { t, _, _ in .long(bitLength(big(t))) },
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
                Method(
                    "Log",
                    [
                        Overload([.of("value", .bigInteger)], returns: .double) { _, a, _ in .double(log(big(a[0]).doubleValue)) },
                        Overload([.of("value", .bigInteger), .double("baseValue")], returns: .double) { _, a, _ in
                            .double(log(big(a[0]).doubleValue) / log(a.double(1)))
                        },
                    ]),
                Method("IsPow2", [.of("value", .bigInteger)], returns: .bool) { _, a, _ in .bool(big(a[0]).isPowerOfTwo) },
                Method("IsEvenInteger", [.of("value", .bigInteger)], returns: .bool) { _, a, _ in .bool(big(a[0]).isEven) },
                Method("IsOddInteger", [.of("value", .bigInteger)], returns: .bool) { _, a, _ in .bool(!big(a[0]).isEven) },
                Method("IsNegative", [.of("value", .bigInteger)], returns: .bool) { _, a, _ in .bool(big(a[0]).sign < 0) },
                Method("IsPositive", [.of("value", .bigInteger)], returns: .bool) { _, a, _ in .bool(big(a[0]).sign >= 0) },
                Method("Log2", [.of("value", .bigInteger)], returns: .bigInteger) { _, a, _ in
                    guard big(a[0]).sign > 0 else { throw Refusals.outOfRange("value", "Non-negative number required.") }
                    return make(BigInteger(Int(bitLength(big(a[0]))) - 1))
                },
                Method("PopCount", [.of("value", .bigInteger)], returns: .bigInteger) { _, a, _ in
                    make(BigInteger(big(a[0]).byteArray.reduce(0) { $0 + $1.nonzeroBitCount }))
                },
                Method("Clamp", [.of("value", .bigInteger), .of("min", .bigInteger), .of("max", .bigInteger)], returns: .bigInteger) { _, a, _ in
                    make(big(a[0]) < big(a[1]) ? big(a[1]) : big(a[2]) < big(a[0]) ? big(a[2]) : big(a[0]))
                },
                Method("Log10", [.of("value", .bigInteger)], returns: .double) { _, a, _ in .double(log10(big(a[0]).doubleValue)) },
                Method("DivRem", [.of("dividend", .bigInteger), .of("divisor", .bigInteger), .byReference("remainder", .bigInteger)], returns: .bigInteger) {
                    _, a, session in
                    try (a[2].object as? ReferenceObject)?.variable.write(make(try BigInteger.remainder(big(a[0]), big(a[1]))), session)
                    return make(try BigInteger.divide(big(a[0]), big(a[1])))
                },
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
