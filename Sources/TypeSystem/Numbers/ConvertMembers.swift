// `System.Convert` and `System.BitConverter`.

import Runtime
import Scalars

enum ConvertMembers {
    static let type = TypeInfo("System.Convert", base: .object, isAbstract: true)
    static let bits = TypeInfo("System.BitConverter", base: .object, isAbstract: true)

    static func bytes(_ value: Value) -> [UInt8] {
        (value.asArray?.elements ?? value.asList?.elements ?? []).map { UInt8(truncatingIfNeeded: $0.asInt64 ?? 0) }
    }
    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: "-")
    }
    static func array(_ bytes: [UInt8]) -> Value { .object(ArrayObject(bytes.map { .byte($0) }, elementType: .byte)) }

    /// `ToInt32(value)` and, for integers, `ToInt32(text, base)`.
    private static func to(_ name: String, _ target: TypeInfo) -> Method {
        var overloads = [Overload([.object("value")], returns: target) { _, a, session in try convert(a[0], target, session) }]
        overloads.append(
            Overload([.object("value"), .of("provider", CultureMembers.provider)], returns: target) { _, a, session in
                guard a[0].asString != nil, CultureMembers.culture(a[1]) != nil, target.code.isNumeric || target.code == .dateTime else {
                    return try convert(a[0], target, session)
                }
                do { return try session.callStatic(target, "Parse", a, session.scope) } catch let error as ShellError {
                    throw MethodFailure(error.record.exception.inner ?? error.record.exception)
                }
            })
        if target.code.isInteger {
            overloads.append(
                Overload([.text("value"), .int("fromBase")], returns: target) { _, a, session in
                    let base = a.int(1)
                    guard [2, 8, 10, 16].contains(base) else { throw Refusals.argument("Invalid Base.") }
                    var text = a.text(0).lowercased()
                    if base == 16, text.hasPrefix("0x") { text = String(text.dropFirst(2)) }
                    guard let number = UInt64(text, radix: base) ?? Int64(text, radix: base).map({ UInt64(bitPattern: $0) }) else {
                        throw text.isEmpty ? Refusals.argument("Index was out of range.") : Refusals.format("Could not find any recognizable digits.")
                    }
                    switch target.code {
                    case .int32:
                        guard number <= UInt64(UInt32.max) else {
                            throw MethodFailure("System.OverflowException", "Value was either too large or too small for a UInt32.")
                        }
                        return .int(Int32(truncatingIfNeeded: number))
                    case .int64: return .long(Int64(bitPattern: number))
                    case .int16: return .short(Int16(truncatingIfNeeded: number))
                    case .sbyte: return .sbyte(Int8(truncatingIfNeeded: number))
                    default: return try convert(.ulong(number), target, session)
                    }
                })
        }
        return Method(name, overloads)
    }

    private static func convert(_ value: Value, _ target: TypeInfo, _ session: Session) throws -> Value {
        if value.isNull, target.code == .dateTime { return .object(DateObject(.minValue)) }
        if let text = value.asString, target.code.isInteger {
            guard let method = session.types.table(of: target).staticMethods.first(where: { $0.name == "Parse" }) else { return .null }
            do { return try session.invoke(method, on: .null, [.text(text)]) } catch let error as ShellError {
                throw MethodFailure(error.record.exception.inner ?? error.record.exception)
            }
        }
        if target.code == .char, let text = value.asText {
            guard text.length == 1 else { throw Refusals.format("String must be exactly one character long.") }
            return .char(text.unit(at: 0))
        }
        if case .bool = target.code, let text = value.asString {
            switch text.trimmedWhiteSpace.lowercased() {
            case "true": return .true
            case "false": return .false
            default: throw Refusals.format("String '\(text)' was not recognized as a valid Boolean.")
            }
        }
        if target.code == .string {
            if let number = value.asDouble, value.unwrapped.type.code == .double { return .text(number.netText) }
            return .text(try value.toText(session))
        }
        do { return try session.convert(value, to: target) } catch let error as ShellError {
            if error.record.errorId == "InvalidCastIConvertible", value.isNumber {
                throw MethodFailure(
                    "System.OverflowException", "Value was either too large or too small for \(target.name.hasPrefix("I") ? "an" : "a") \(target.name).")
            }
            throw MethodFailure("System.FormatException", error.record.exception.inner?.message ?? error.record.message)
        }
    }

    /// `ToString(number, base)` for each width of integer: a negative number shows all its bits.
    private static var inBase: [Overload] {
        [TypeInfo.byte, .int16, .int32, .int64].map { type in
            Overload([.of("value", type), .int("toBase")], returns: .string) { _, a, _ in
                let base = a.int(1), number = a.long(0)
                guard [2, 8, 10, 16].contains(base) else { throw Refusals.argument("Invalid Base.") }
                if base == 10 || number >= 0 { return .text(String(number, radix: base)) }
                let bits: UInt64 =
                    type.code == .int16
                    ? UInt64(UInt16(truncatingIfNeeded: number)) : type.code == .int32 ? UInt64(UInt32(truncatingIfNeeded: number)) : UInt64(bitPattern: number)
                return .text(String(bits, radix: base))
            }
        }
    }

    private static var base64: Method {
        let array = OverloadParameter.of("inArray", TypeInfo.byte.arrayType()), options = OverloadParameter.of("options", Disk.encodingOptions)
        @Sendable func encoded(_ bytes: [UInt8], _ breaks: Bool) -> Value {
            let text = Base64.encode(bytes)
            guard breaks else { return .text(text) }
            let all = Array(text.utf8)
            return .text(
                stride(from: 0, to: all.count, by: 76).map { String(decoding: all[$0..<min($0 + 76, all.count)], as: UTF8.self) }.joined(separator: "\r\n"))
        }
        @Sendable func part(_ a: [Value]) throws -> [UInt8] {
            let all = bytes(a[0])
            guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= all.count else {
                throw Refusals.outOfRange("offset", "Offset and length must refer to a position in the string.")
            }
            return Array(all[a.int(1)..<a.int(1) + a.int(2)])
        }
        return Method(
            "ToBase64String",
            [
                Overload([array], returns: .string) { _, a, _ in
                    if a[0].isNull { throw Refusals.null("inArray") }
                    return encoded(bytes(a[0]), false)
                },
                Overload([array, options], returns: .string) { _, a, _ in encoded(bytes(a[0]), a.enumeration(1) == 1) },
                Overload([array, .int("offset"), .int("length")], returns: .string) { _, a, _ in encoded(try part(a), false) },
                Overload([array, .int("offset"), .int("length"), options], returns: .string) { _, a, _ in encoded(try part(a), a.enumeration(3) == 1) },
            ])
    }

    /// By type or by the code of a type, in a culture.
    private static var changing: [Overload] {
        let value = OverloadParameter.object("value"), target = OverloadParameter.of("conversionType", .type)
        let code = OverloadParameter.of("typeCode", Enumerations.typeCode), provider = OverloadParameter.of("provider", CultureMembers.provider)
        @Sendable func named(_ value: Value) -> TypeInfo {
            switch value.asEnumeration?.rawValue ?? 0 {
            case 3: .bool
            case 4: .char
            case 5: .sbyte
            case 6: .byte
            case 7: .int16
            case 8: .uint16
            case 9: .int32
            case 10: .uint32
            case 11: .int64
            case 12: .uint64
            case 13: .single
            case 14: .double
            case 15: .decimal
            case 16: .dateTime
            case 18: .string
            default: .object
            }
        }
        @Sendable func changed(_ a: [Value], _ target: TypeInfo, _ session: Session) throws -> Value {
            if a[0].isNull {
                if target.isValueType { throw MethodFailure("System.InvalidCastException", "Null object cannot be converted to a value type.") }
                return .null
            }
            guard a.count > 2, let culture = CultureMembers.culture(a[2]), target.code.isNumeric || target.code == .dateTime || target.code == .string else {
                return try convert(a[0], target, session)
            }
            if target.code == .string { return .text(try session.format(a[0], as: "", culture: culture)) }
            guard a[0].asString != nil else { return try convert(a[0], target, session) }
            do { return try session.callStatic(target, "Parse", [a[0], a[2]], session.scope) } catch let error as ShellError {
                throw MethodFailure(error.record.exception.inner ?? error.record.exception)
            }
        }
        return [
            Overload([value, target], returns: .object) { _, a, session in try changed(a, a[1].asType?.value ?? .object, session) },
            Overload([value, code], returns: .object) { _, a, session in try changed(a, named(a[1]), session) },
            Overload([value, target, provider], returns: .object) { _, a, session in try changed(a, a[1].asType?.value ?? .object, session) },
            Overload([value, code, provider], returns: .object) { _, a, session in try changed(a, named(a[1]), session) },
        ]
    }

    static let types: [KnownType] = [
        KnownType(type) {
            let names: [(String, TypeInfo)] = [
                ("ToInt32", .int32), ("ToInt64", .int64), ("ToInt16", .int16), ("ToByte", .byte), ("ToSByte", .sbyte), ("ToUInt16", .uint16),
                ("ToUInt32", .uint32), ("ToUInt64", .uint64), ("ToDouble", .double), ("ToSingle", .single),
                ("ToDecimal", .decimal), ("ToBoolean", .bool), ("ToChar", .char), ("ToDateTime", .dateTime),
            ]
            let text = Method(
                "ToString",
                [
                    Overload([.object("value")], returns: .string) { _, a, session in try convert(a[0], .string, session) },
                    Overload([.object("value"), .of("provider", CultureMembers.provider)], returns: .string) { _, a, session in
                        if a[0].isNumber || a[0].object?.kind == .date, let culture = CultureMembers.culture(a[1]) {
                            return .text(try session.format(a[0], as: "", culture: culture))
                        }
                        return try convert(a[0], .string, session)
                    },
                ] + inBase)
            return MemberTable(
                staticProperties: [
                    Property(
                        "DBNull", .object,
                        get: { _, session in
                            guard let type = session.types.type(named: "System.DBNull") else { return .null }
                            return try session.staticProperty(of: type, "Value", session.scope)
                        })
                ],
                staticMethods: names.map { to($0.0, $0.1) } + [
                    text,
                    base64,
                    Method("FromBase64String", [.text("s")], returns: TypeInfo.byte.arrayType()) { _, a, _ in
                        guard let decoded = Base64.decode(a.text(0)) else {
                            throw Refusals.format(
                                "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."
                            )
                        }
                        return array(decoded)
                    },
                    Method("ToHexString", [.of("inArray", TypeInfo.byte.arrayType())], returns: .string) { _, a, _ in
                        .text(bytes(a[0]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())
                    },
                    Method("FromHexString", [.text("s")], returns: TypeInfo.byte.arrayType()) { _, a, _ in
                        let digits = Array(a.text(0).utf8)
                        guard digits.count % 2 == 0 else { throw Refusals.format("The input is not a valid hex string as its length is not a multiple of 2.") }
                        return array(
                            try stride(from: 0, to: digits.count, by: 2).map { i in
                                guard let byte = UInt8(String(decoding: digits[i...i + 1], as: UTF8.self), radix: 16) else {
                                    throw Refusals.format("The input is not a valid hex string as it contains a non-hex character.")
                                }
                                return byte
                            })
                    },
                    Method("ToHexStringLower", [.of("inArray", TypeInfo.byte.arrayType())], returns: .string) { _, a, _ in
                        .text(bytes(a[0]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
                    },
                    Method(
                        "FromBase64CharArray", [.of("inArray", TypeInfo.char.arrayType()), .int("offset"), .int("length")], returns: TypeInfo.byte.arrayType()
                    ) {
                        _, a, _ in
                        let units = a.values(0)
                        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= units.count else {
                            throw Refusals.outOfRange("offset", "Offset and length must refer to a position in the string.")
                        }
                        guard let decoded = Base64.decode(StringMembers.joined(Array(units[a.int(1)..<a.int(1) + a.int(2)]))) else {
                            throw Refusals.format(
                                "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."
                            )
                        }
                        return array(decoded)
                    },
                    Method("ChangeType", changing),
                    Method("IsDBNull", [.object("value")], returns: .bool) { _, a, _ in .bool(a[0].object is DBNullObject) },
                    Method("GetTypeCode", [.object("value")], returns: Enumerations.typeCode) { _, a, session in
                        if a[0].isNull { return .object(EnumerationObject(Enumerations.typeCode, 0)) }
                        if a[0].object is DBNullObject { return .object(EnumerationObject(Enumerations.typeCode, 2)) }
                        return try session.callStatic(.type, "GetTypeCode", [.object(TypeObject(a[0].unwrapped.type))], session.scope)
                    },
                ])
        },
        KnownType(bits) {
            func from(_ name: String, _ target: TypeInfo, _ size: Int, _ body: @escaping @Sendable (UInt64) -> Value) -> Method {
                Method(name, [.of("value", TypeInfo.byte.arrayType()), .int("startIndex")], returns: target) { _, a, _ in
                    let all = bytes(a[0])
                    guard a.int(1) >= 0, a.int(1) + size <= all.count else {
                        throw Refusals.argument("Destination array is not long enough to copy all the items in the collection. Check array index and length.")
                    }
                    return body((0..<size).reduce(UInt64(0)) { $0 | UInt64(all[a.int(1) + $1]) << UInt64(8 * $1) })
                }
            }
            @Sendable func little(_ number: UInt64, _ count: Int) -> Value { array((0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }) }
            let result = TypeInfo.byte.arrayType()
            return MemberTable(
                staticProperties: [Property("IsLittleEndian", .bool, get: { _, _ in true })],
                staticMethods: [
                    Method(
                        "GetBytes",
                        [
                            Overload([.int("value")], returns: result) { _, a, _ in little(UInt64(bitPattern: Int64(a.int(0))), 4) },
                            Overload([.long("value")], returns: result) { _, a, _ in little(UInt64(bitPattern: a.long(0)), 8) },
                            Overload([.of("value", .int16)], returns: result) { _, a, _ in little(UInt64(bitPattern: a.long(0)), 2) },
                            Overload([.double("value")], returns: result) { _, a, _ in little(a.double(0).bitPattern, 8) },
                            Overload([.of("value", .single)], returns: result) { _, a, _ in little(UInt64(Float(a.double(0)).bitPattern), 4) },
                            Overload([.bool("value")], returns: result) { _, a, _ in little(a.bool(0) ? 1 : 0, 1) },
                            Overload([.of("value", .uint16)], returns: result) { _, a, _ in little(UInt64(bitPattern: a.long(0)), 2) },
                            Overload([.of("value", .uint32)], returns: result) { _, a, _ in little(UInt64(bitPattern: a.long(0)), 4) },
                            Overload([.of("value", .uint64)], returns: result) { _, a, _ in
                                if case .ulong(let number) = a[0].unwrapped { return little(number, 8) }
                                return little(UInt64(bitPattern: a.long(0)), 8)
                            },
                            Overload([.char("value")], returns: result) { _, a, _ in little(UInt64(a.char(0)), 2) },
                        ]),
                    from("ToInt32", .int32, 4) { .int(Int32(truncatingIfNeeded: $0)) }, from("ToInt64", .int64, 8) { .long(Int64(bitPattern: $0)) },
                    from("ToInt16", .int16, 2) { .short(Int16(truncatingIfNeeded: $0)) },
                    from("ToUInt16", .uint16, 2) { .ushort(UInt16(truncatingIfNeeded: $0)) },
                    from("ToUInt32", .uint32, 4) { .uint(UInt32(truncatingIfNeeded: $0)) }, from("ToUInt64", .uint64, 8) { .ulong($0) },
                    from("ToDouble", .double, 8) { .double(Double(bitPattern: $0)) },
                    from("ToSingle", .single, 4) { .single(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) },
                    from("ToBoolean", .bool, 1) { .bool($0 & 0xFF != 0) },
                    Method(
                        "ToString",
                        [
                            Overload([.of("value", TypeInfo.byte.arrayType())], returns: .string) { _, a, _ in .text(hexadecimal(bytes(a[0]))) },
                            Overload([.of("value", TypeInfo.byte.arrayType()), .int("startIndex")], returns: .string) { _, a, _ in
                                .text(hexadecimal(try Array(bytes(a[0]).part(from: a.int(1)))))
                            },
                            Overload([.of("value", TypeInfo.byte.arrayType()), .int("startIndex"), .int("length")], returns: .string) { _, a, _ in
                                .text(hexadecimal(try Array(bytes(a[0]).part(a.int(1), a.int(2)))))
                            },
                        ]),
                    Method("SingleToInt32Bits", [.of("value", .single)], returns: .int32) { _, a, _ in .int(Int32(bitPattern: Float(a.double(0)).bitPattern)) },
                    Method("Int32BitsToSingle", [.int("value")], returns: .single) { _, a, _ in .single(Float(bitPattern: UInt32(bitPattern: Int32(a.int(0)))))
                    },
                    from("ToChar", .char, 2) { .char(UInt16(truncatingIfNeeded: $0)) },
                    Method("DoubleToInt64Bits", [.double("value")], returns: .int64) { _, a, _ in .long(Int64(bitPattern: a.double(0).bitPattern)) },
                    Method("Int64BitsToDouble", [.long("value")], returns: .double) { _, a, _ in .double(Double(bitPattern: UInt64(bitPattern: a.long(0)))) },
                ])
        },
    ]
}

/// Base 64 as `Convert` reads and writes it.
public enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    public static func encode(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let word = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for i in 0..<4 { output.append(i <= part.count ? digits[word >> (18 - 6 * i) & 63] : 61) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// nil for what is no base 64; white space is passed over.
    public static func decode(_ text: String) -> [UInt8]? {
        var values: [Int] = []
        var padding = 0
        for byte in text.utf8 where byte != 32 && byte != 10 && byte != 13 && byte != 9 {
            if byte == 61 {
                padding += 1
                continue
            }
            guard padding == 0, let value = digits.firstIndex(of: byte) else { return nil }
            values.append(value)
        }
        guard (values.count + padding) % 4 == 0, padding <= 2 else { return nil }
        var output: [UInt8] = []
        for start in stride(from: 0, to: values.count, by: 4) {
            let part = values[start..<min(start + 4, values.count)]
            let word = part.enumerated().reduce(0) { $0 | $1.element << (18 - 6 * $1.offset) }
            for i in 0..<part.count - 1 { output.append(UInt8(truncatingIfNeeded: word >> (16 - 8 * i))) }
        }
        return output
    }
}
