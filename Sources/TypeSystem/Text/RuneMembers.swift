// Characters beyond UTF-16 units: `Text.Rune`, `StringInfo`, `CharUnicodeInfo`, and the enumerations that speak of them.

import Runtime
import Scalars

/// A Unicode scalar value.
final class RuneObject: Box, @unchecked Sendable {
    let scalar: Unicode.Scalar
    init(_ scalar: Unicode.Scalar) { self.scalar = scalar }
    override var type: TypeInfo { RuneObject.typeInfo }
    static let typeInfo = TypeInfo("System.Text.Rune", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { String(scalar) }
    override func isEqual(to other: Object) -> Bool { (other as? RuneObject)?.scalar == scalar }
    override var equalityHash: Int { scalar.hashValue }

    static let forms = TypeInfo.enumeration("System.Text.NormalizationForm", EnumerationInfo([("FormC", 1), ("FormD", 2), ("FormKC", 5), ("FormKD", 6)]))
    static let categories = TypeInfo.names(
        "System.Globalization.UnicodeCategory",
        [
            "UppercaseLetter", "LowercaseLetter", "TitlecaseLetter", "ModifierLetter", "OtherLetter", "NonSpacingMark", "SpacingCombiningMark", "EnclosingMark",
            "DecimalDigitNumber", "LetterNumber", "OtherNumber", "SpaceSeparator", "LineSeparator", "ParagraphSeparator", "Control", "Format", "Surrogate",
            "PrivateUse", "ConnectorPunctuation", "DashPunctuation", "OpenPunctuation", "ClosePunctuation", "InitialQuotePunctuation", "FinalQuotePunctuation",
            "OtherPunctuation", "MathSymbol", "CurrencySymbol", "ModifierSymbol", "OtherSymbol", "OtherNotAssigned",
        ])

    private static func own(_ value: Value) -> Unicode.Scalar { (value.object as? RuneObject)?.scalar ?? "\0" }
    private static func make(_ number: UInt32) throws -> Value {
        guard let scalar = Unicode.Scalar(number) else { throw Refusals.outOfRange("value", "Specified argument was out of the range of valid values.") }
        return .object(RuneObject(scalar))
    }
    private static func test(_ name: String, _ holds: @escaping @Sendable (UInt32) -> Bool) -> Method {
        Method(name, [.of("value", typeInfo)], returns: .bool) { _, a, _ in .bool(holds(own(a[0]).value)) }
    }
    private static func category(_ number: UInt32) -> Value { .object(EnumerationObject(categories, Int64(CharacterClass.category(number).number))) }

    /// Text elements as readers see them, with the UTF-16 place each begins at.
    private static func elements(_ text: String) -> [(start: Int, text: String)] {
        var start = 0
        return text.map { character in
            defer { start += character.utf16.count }
            return (start, String(character))
        }
    }
    private static let info = TypeInfo("System.Globalization.StringInfo", base: .object)
    private static let walker = TypeInfo("System.Globalization.TextElementEnumerator", base: .object, interfaces: [.iEnumerator])

    static let types: [KnownType] = [
        KnownType(typeInfo) {
            MemberTable(
                properties: [
                    Property("Value", .int32, get: { t, _ in .int(Int32(own(t).value)) }), Property("IsAscii", .bool, get: { t, _ in .bool(own(t).isASCII) }),
                    Property("IsBmp", .bool, get: { t, _ in .bool(own(t).value < 0x10000) }),
                    Property("Plane", .int32, get: { t, _ in .int(Int32(own(t).value >> 16)) }),
                    Property("Utf8SequenceLength", .int32, get: { t, _ in .int(Int32(String(own(t)).utf8.count)) }),
                    Property("Utf16SequenceLength", .int32, get: { t, _ in .int(Int32(String(own(t)).utf16.count)) }),
                ],
                methods: [
                    Method("ToString", returns: .string) { t, _, _ in .text(String(own(t))) },
                    Method("CompareTo", [.of("other", typeInfo)], returns: .int32) { t, a, _ in .int(Int32(own(t).value) - Int32(own(a[0]).value)) },
                ],
                staticMethods: [
                    Method("GetRuneAt", [.text("input"), .int("index")], returns: typeInfo) { _, a, _ in
                        let text = a.text(0)
                        guard a.int(1) >= 0, a.int(1) < text.utf16.count else { throw Refusals.outOfRange("index") }
                        return .object(RuneObject(text.unicodeScalars[text.utf16.index(text.utf16.startIndex, offsetBy: a.int(1))]))
                    },
                    Method("IsValid", [.int("value")], returns: .bool) { _, a, _ in .bool(UInt32(exactly: a.int(0)).flatMap(Unicode.Scalar.init) != nil) },
                    Method("GetUnicodeCategory", [.of("value", typeInfo)], returns: categories) { _, a, _ in category(own(a[0]).value) },
                    Method("GetNumericValue", [.of("value", typeInfo)], returns: .double) { _, a, _ in .double(own(a[0]).properties.numericValue ?? -1) },
                    Method("ToUpperInvariant", [.of("value", typeInfo)], returns: typeInfo) { _, a, _ in try make(SimpleCase.upper(own(a[0]).value)) },
                    Method("ToLowerInvariant", [.of("value", typeInfo)], returns: typeInfo) { _, a, _ in try make(SimpleCase.lower(own(a[0]).value)) },
                    test("IsLetter", CharacterClass.isLetter), test("IsDigit", CharacterClass.isDigit), test("IsLetterOrDigit", CharacterClass.isLetterOrDigit),
                    test("IsNumber", CharacterClass.isNumber), test("IsUpper", CharacterClass.isUpper), test("IsLower", CharacterClass.isLower),
                    test("IsControl", CharacterClass.isControl), test("IsPunctuation", CharacterClass.isPunctuation), test("IsSymbol", CharacterClass.isSymbol),
                    test("IsSeparator", CharacterClass.isSeparator), test("IsWhiteSpace") { CharacterClass.isWhiteSpace($0) },
                ],
                constructors: [
                    Overload([.char("ch")], returns: typeInfo) { _, a, _ in try make(UInt32(a.char(0))) },
                    Overload([.int("value")], returns: typeInfo) { _, a, _ in try make(UInt32(clamping: a.int(0))) },
                    Overload([.char("highSurrogate"), .char("lowSurrogate")], returns: typeInfo) { _, a, _ in
                        try make(String(decoding: [a.char(0), a.char(1)], as: UTF16.self).unicodeScalars.first?.value ?? 0xFFFD)
                    },
                ],
                compare: { a, b, _ in own(a).value < own(b).value ? -1 : own(a).value > own(b).value ? 1 : 0 })
        },
        KnownType(walker) {
            MemberTable(methods: [
                Method("GetTextElement", returns: .string) { t, _, _ in
                    guard let current = (t.object as? ForEachEnumerator)?.current, !current.isNull else {
                        throw Refusals.invalid("Enumeration has either not started or has already finished.")
                    }
                    return current
                }
            ])
        },
        KnownType(info) {
            @Sendable func text(_ value: Value) -> String { (value.object as? StringInfoObject)?.string ?? "" }
            return MemberTable(
                properties: [
                    Property(
                        "String", .string, get: { t, _ in .text(text(t)) },
                        set: { t, value, _ in (t.object as? StringInfoObject)?.string = value.asString ?? "" }),
                    Property("LengthInTextElements", .int32, get: { t, _ in .int(Int32(text(t).count)) }),
                ],
                methods: [
                    Method("SubstringByTextElements", [.int("startingTextElement"), .optional("lengthInTextElements", .int32, .int(.max))], returns: .string) {
                        t, a, _ in
                        let all = Array(text(t))
                        guard a.int(0) >= 0, a.int(0) < max(all.count, 1) else { throw Refusals.outOfRange("startingTextElement") }
                        return .text(String(all.dropFirst(a.int(0)).prefix(max(0, a.int(1)))))
                    }
                ],
                staticMethods: [
                    Method("ParseCombiningCharacters", [.text("str")], returns: TypeInfo.int32.arrayType()) { _, a, _ in
                        .object(ArrayObject(elements(a.text(0)).map { .int(Int32($0.start)) }, elementType: .int32))
                    },
                    Method("GetTextElementEnumerator", [.text("str")], returns: walker) { _, a, _ in
                        .object(ForEachEnumerator(elements(a.text(0)).map { .text($0.text) }, type: walker))
                    },
                    Method("GetNextTextElement", [.text("str"), .optional("index", .int32, .int(0))], returns: .string) { _, a, _ in
                        .text(elements(a.text(0)).first { $0.start >= a.int(1) }?.text ?? "")
                    },
                    Method("GetNextTextElementLength", [.text("str"), .optional("index", .int32, .int(0))], returns: .int32) { _, a, _ in
                        .int(Int32(elements(a.text(0)).first { $0.start >= a.int(1) }?.text.utf16.count ?? 0))
                    },
                ],
                constructors: [Overload([.text("value")], returns: info) { _, a, _ in .object(StringInfoObject(a.text(0), info)) }])
        },
        KnownType(TypeInfo("System.Globalization.CharUnicodeInfo", base: .object, isAbstract: true)) {
            MemberTable(staticMethods: [
                Method("GetUnicodeCategory", [.char("ch")], returns: categories) { _, a, _ in category(UInt32(a.char(0))) },
                Method("GetNumericValue", [.char("ch")], returns: .double) { _, a, _ in
                    .double(Unicode.Scalar(a.char(0))?.properties.numericValue ?? -1)
                },
            ])
        },
        KnownType(forms), KnownType(categories), RuneSequence.known,
    ]
}

/// What `EnumerateRunes` gives: the scalars of a text, one after the other.
final class RuneSequence: Box, @unchecked Sendable {
    let string: String
    init(_ string: String) { self.string = string }
    override var type: TypeInfo { RuneSequence.typeInfo }
    static let typeInfo = TypeInfo("System.Text.StringRuneEnumerator", base: .valueType, interfaces: [.iEnumerable], isValueType: true)
    static let known = KnownType(typeInfo) {
        MemberTable(enumerate: { t, _ in (t.object as? RuneSequence)?.string.unicodeScalars.map { .object(RuneObject($0)) } ?? [] })
    }
}

private final class StringInfoObject: Box, @unchecked Sendable {
    var string: String
    private let infoType: TypeInfo
    init(_ string: String, _ type: TypeInfo) {
        self.string = string
        infoType = type
    }
    override var type: TypeInfo { infoType }
}
