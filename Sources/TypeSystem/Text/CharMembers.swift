// `System.Char`.

import Runtime
import Scalars

enum CharMembers {
    private static func scalar(_ value: Value) -> Unicode.Scalar {
        if case .char(let unit) = value.unwrapped { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        return "\0"
    }
    private static func unit(_ value: Value) -> UInt16 {
        if case .char(let unit) = value.unwrapped { return unit }
        return 0
    }

    private static func test(_ name: String, _ holds: @escaping @Sendable (Unicode.Scalar) -> Bool) -> Method {
        Method(
            name,
            [
                Overload([.char("c")], returns: .bool) { _, a, _ in .bool(holds(scalar(a[0]))) },
                Overload([.text("s"), .int("index")], returns: .bool) { _, a, _ in
                    let text = Text(a.text(0))
                    guard a.int(1) >= 0, a.int(1) < text.length else {
                        throw Refusals.outOfRange("index", "Specified argument was out of the range of valid values.")
                    }
                    return .bool(holds(Unicode.Scalar(text.unit(at: a.int(1))) ?? "\u{FFFD}"))
                },
            ])
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: true
        default: false
        }
    }
    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
        default: false
        }
    }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func unit(_ text: Text, _ index: Int) throws -> UInt16 {
        guard index >= 0, index < text.length else { throw Refusals.outOfRange("index", "Specified argument was out of the range of valid values.") }
        return text.unit(at: index)
    }
    private static func scalar(_ first: UInt16, _ second: UInt16) throws -> Int32 {
        guard (0xD800...0xDFFF).contains(first) else { return Int32(first) }
        guard first < 0xDC00, (0xDC00...0xDFFF).contains(second) else {
            throw Refusals.argument(
                "Found a high surrogate char without a following low surrogate at index: 0. The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters. (Parameter 's')"
            )
        }
        return 0x10000 + (Int32(first) - 0xD800) << 10 + Int32(second) - 0xDC00
    }
    /// Of a character, or of one in a text.
    private static func range(_ name: String, _ range: ClosedRange<UInt16>) -> Method {
        Method(
            name,
            [
                Overload([.char("c")], returns: .bool) { _, a, _ in .bool(range.contains(a.char(0))) },
                Overload([.text("s"), .int("index")], returns: .bool) { _, a, _ in .bool(range.contains(try unit(Text(a.text(0)), a.int(1)))) },
            ])
    }

    static let known = KnownType(.char) {
        MemberTable(
            methods: [
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(String(utf16Unit: unit(t))) },
                        Overload([.object("provider")], returns: .string) { t, _, _ in .text(String(utf16Unit: unit(t))) },
                    ]),
                Method("CompareTo", [.object("value")], returns: .int32) { t, a, _ in
                    if a[0].isNull { return .int(1) }
                    guard case .char(let other) = a[0].unwrapped else { throw Refusals.argument("Object must be of type Char.") }
                    return .int(Int32(unit(t)) - Int32(other))
                },
                Method("Equals", [.object("obj")], returns: .bool) { t, a, _ in
                    if case .char(let other) = a[0].unwrapped { return .bool(unit(t) == other) }
                    return .false
                },
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 4)) },
                SpanMembers.formatting(declaredBy: "ISpanFormattable", hasFormat: false, hasProvider: false),
            ] + SpanMembers.binary(.char, width: 16),
            staticProperties: [Property("MaxValue", .char, get: { _, _ in .char(.max) }), Property("MinValue", .char, get: { _, _ in .char(0) })],
            staticMethods: [
                test("IsDigit") { $0.properties.generalCategory == .decimalNumber }, test("IsLetter", isLetter),
                test("IsLetterOrDigit") { isLetter($0) || $0.properties.generalCategory == .decimalNumber },
                test("IsNumber") { [.decimalNumber, .letterNumber, .otherNumber].contains($0.properties.generalCategory) },
                test("IsUpper") { $0.properties.generalCategory == .uppercaseLetter }, test("IsLower") { $0.properties.generalCategory == .lowercaseLetter },
                test("IsWhiteSpace") { $0.properties.isWhitespace }, test("IsPunctuation", isPunctuation), test("IsSymbol", isSymbol),
                test("IsControl") { $0.properties.generalCategory == .control },
                test("IsSeparator") { [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory) },
                range("IsSurrogate", 0xD800...0xDFFF), range("IsHighSurrogate", 0xD800...0xDBFF), range("IsLowSurrogate", 0xDC00...0xDFFF),
                Method("IsAscii", [.char("c")], returns: .bool) { _, a, _ in .bool(a.char(0) < 128) },
                Method("IsAsciiDigit", [.char("c")], returns: .bool) { _, a, _ in .bool((48...57).contains(a.char(0))) },
                Method("IsAsciiLetter", [.char("c")], returns: .bool) { _, a, _ in .bool((65...90).contains(a.char(0) & ~32)) },
                Method("IsAsciiHexDigit", [.char("c")], returns: .bool) { _, a, _ in .bool((48...57).contains(a.char(0)) || (65...70).contains(a.char(0) & ~32))
                },
                Method(
                    "ToUpper",
                    [
                        Overload([.char("c")], returns: .char) { _, a, _ in .char(UInt16(truncatingIfNeeded: SimpleCase.upper(UInt32(a.char(0))))) },
                        Overload([.char("c"), .of("culture", CultureMembers.type)], returns: .char) { _, a, _ in
                            .char(UInt16(truncatingIfNeeded: SimpleCase.upper(UInt32(a.char(0)))))
                        },
                    ]),
                Method(
                    "ToLower",
                    [
                        Overload([.char("c")], returns: .char) { _, a, _ in .char(UInt16(truncatingIfNeeded: SimpleCase.lower(UInt32(a.char(0))))) },
                        Overload([.char("c"), .of("culture", CultureMembers.type)], returns: .char) { _, a, _ in
                            .char(UInt16(truncatingIfNeeded: SimpleCase.lower(UInt32(a.char(0)))))
                        },
                    ]),
                Method("ToUpperInvariant", [.char("c")], returns: .char) { _, a, _ in .char(UInt16(truncatingIfNeeded: SimpleCase.upper(UInt32(a.char(0))))) },
                Method("ToLowerInvariant", [.char("c")], returns: .char) { _, a, _ in .char(UInt16(truncatingIfNeeded: SimpleCase.lower(UInt32(a.char(0))))) },
                Method(
                    "GetNumericValue",
                    [
                        Overload([.char("c")], returns: .double) { _, a, _ in .double(Unicode.Scalar(a.char(0))?.properties.numericValue ?? -1) },
                        Overload([.text("s"), .int("index")], returns: .double) { _, a, _ in
                            .double(Unicode.Scalar(try unit(Text(a.text(0)), a.int(1)))?.properties.numericValue ?? -1)
                        },
                    ]),
                Method("ConvertFromUtf32", [.int("utf32")], returns: .string) { _, a, _ in
                    guard let scalar = UInt32(exactly: a.int(0)).flatMap(Unicode.Scalar.init) else {
                        throw Refusals.outOfRange(
                            "utf32",
                            "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff)."
                        )
                    }
                    return .text(String(scalar))
                },
                Method(
                    "ConvertToUtf32",
                    [
                        Overload([.text("s"), .int("index")], returns: .int32) { _, a, _ in
                            let text = Text(a.text(0)), first = try unit(text, a.int(1))
                            let second = a.int(1) + 1 < text.length ? text.unit(at: a.int(1) + 1) : 0
                            return .int(try scalar(first, second))
                        },
                        Overload([.char("highSurrogate"), .char("lowSurrogate")], returns: .int32) { _, a, _ in .int(try scalar(a.char(0), a.char(1))) },
                    ]),
                Method("ToString", [.char("c")], returns: .string) { _, a, _ in .text(String(utf16Unit: a.char(0))) },
                Method(
                    "GetUnicodeCategory",
                    [
                        Overload([.char("c")], returns: RuneObject.categories) { _, a, _ in
                            .object(EnumerationObject(RuneObject.categories, Int64(CharacterClass.category(UInt32(a.char(0))).number)))
                        },
                        Overload([.text("s"), .int("index")], returns: RuneObject.categories) { _, a, _ in
                            let text = Text(a.text(0))
                            guard a.int(1) >= 0, a.int(1) < text.length else {
                                throw Refusals.outOfRange("index", "Specified argument was out of the range of valid values.")
                            }
                            return .object(EnumerationObject(RuneObject.categories, Int64(CharacterClass.category(UInt32(text.unit(at: a.int(1)))).number)))
                        },
                    ]),
                Method("IsBetween", [.char("c"), .char("minInclusive"), .char("maxInclusive")], returns: .bool) { _, a, _ in
                    .bool(a.char(0) >= a.char(1) && a.char(0) <= a.char(2))
                },
                Method("IsAsciiLetterOrDigit", [.char("c")], returns: .bool) { _, a, _ in
                    .bool((48...57).contains(a.char(0)) || (65...90).contains(a.char(0) & ~32))
                },
                Method("IsAsciiLetterUpper", [.char("c")], returns: .bool) { _, a, _ in .bool((65...90).contains(a.char(0))) },
                Method("IsAsciiLetterLower", [.char("c")], returns: .bool) { _, a, _ in .bool((97...122).contains(a.char(0))) },
                Method(
                    "IsSurrogatePair",
                    [
                        Overload([.char("highSurrogate"), .char("lowSurrogate")], returns: .bool) { _, a, _ in
                            .bool((0xD800...0xDBFF).contains(a.char(0)) && (0xDC00...0xDFFF).contains(a.char(1)))
                        },
                        Overload([.text("s"), .int("index")], returns: .bool) { _, a, _ in
                            let text = Text(a.text(0)), first = try unit(text, a.int(1))
                            return .bool(
                                (0xD800...0xDBFF).contains(first) && a.int(1) + 1 < text.length && (0xDC00...0xDFFF).contains(text.unit(at: a.int(1) + 1)))
                        },
                    ]),
                Method("IsAsciiHexDigitLower", [.char("c")], returns: .bool) { _, a, _ in
                    .bool((48...57).contains(a.char(0)) || (97...102).contains(a.char(0)))
                },
                Method("IsAsciiHexDigitUpper", [.char("c")], returns: .bool) { _, a, _ in
                    .bool((48...57).contains(a.char(0)) || (65...70).contains(a.char(0)))
                },
                Method("TryParse", [.text("s"), .byReference("result", .char)], returns: .bool) { _, a, session in
                    let text = Text(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(.char(text.length == 1 ? text.unit(at: 0) : 0), session)
                    return .bool(text.length == 1)
                },
                Method("Parse", [.text("s")], returns: .char) { _, a, _ in
                    let text = Text(a.text(0))
                    guard text.length == 1 else { throw Refusals.format("String must be exactly one character long.") }
                    return .char(text.unit(at: 0))
                },
            ])
    }
}
