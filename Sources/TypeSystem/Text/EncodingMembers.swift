// `System.Text.Encoding`: UTF-8, UTF-16, UTF-32, ASCII and Latin-1.

import Runtime
import Scalars

public final class EncodingObject: Box, @unchecked Sendable {
    public enum Kind: Sendable, Hashable {
        case utf8, utf8BOM, utf16, utf16BE, utf32, ascii, latin1
        case page(CodePage)
    }
    public let encoding: Kind
    /// Refuses bytes that are no text instead of replacing them.
    let isStrict: Bool
    public init(_ encoding: Kind, isStrict: Bool = false) {
        self.encoding = encoding
        self.isStrict = isStrict
    }
    public static let typeInfo = TypeInfo("System.Text.Encoding", base: .object, isAbstract: true)
    static let subtypes: [Kind: TypeInfo] = [
        .utf8: TypeInfo("System.Text.UTF8Encoding", base: typeInfo), .utf16: TypeInfo("System.Text.UnicodeEncoding", base: typeInfo),
        .utf32: TypeInfo("System.Text.UTF32Encoding", base: typeInfo),
        .ascii: TypeInfo("System.Text.ASCIIEncoding", base: typeInfo), .latin1: TypeInfo("System.Text.Latin1Encoding", base: typeInfo),
    ]
    static let pageType = TypeInfo("System.Text.SBCSCodePageEncoding", base: typeInfo)
    public override var type: TypeInfo {
        switch encoding {
        case .utf8BOM: EncodingObject.subtypes[.utf8] ?? EncodingObject.typeInfo
        case .utf16BE: EncodingObject.subtypes[.utf16] ?? EncodingObject.typeInfo
        case .page: EncodingObject.pageType
        default: EncodingObject.subtypes[encoding] ?? EncodingObject.typeInfo
        }
    }
    public override func isEqual(to other: Object) -> Bool { (other as? EncodingObject)?.encoding == encoding }

    public func bytes(of text: String) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8BOM: return Array(text.utf8)
        case .utf16: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BE: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32: return text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) } }
        case .ascii: return text.utf16.map { $0 < 128 ? UInt8($0) : 63 }
        case .latin1: return text.utf16.map { $0 < 256 ? UInt8($0) : 63 }
        case .page(let page): return page.bytes(of: text)
        }
    }

    public func text(of bytes: [UInt8]) -> String {
        switch encoding {
        case .utf8, .utf8BOM: return String(decoding: bytes, as: UTF8.self)
        case .utf16: return String(decoding: stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }, as: UTF16.self)
        case .utf16BE:
            return String(decoding: stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }, as: UTF16.self)
        case .utf32:
            return String(
                decoding: stride(from: 0, to: bytes.count - 3, by: 4).map { i in (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[i + $1]) << UInt32(8 * $1) } },
                as: UTF32.self)
        case .ascii: return String(String.UnicodeScalarView(bytes.map { $0 < 128 ? Unicode.Scalar($0) : "?" }))
        case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case .page(let page): return page.text(of: bytes)
        }
    }

    /// What a file in this encoding begins with.
    public var mark: [UInt8] {
        switch encoding {
        case .utf8BOM: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf16BE: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        default: []
        }
    }

    /// By the names that `-Encoding` takes.
    public static func named(_ name: String) -> EncodingObject? {
        switch name.lowercased() {
        case "utf8", "utf-8", "utf8nobom", "default", "65001": EncodingObject(.utf8)
        case "utf8bom": EncodingObject(.utf8BOM)
        case "unicode", "utf-16", "utf16", "utf-16le", "1200": EncodingObject(.utf16)
        case "bigendianunicode", "utf-16be", "1201": EncodingObject(.utf16BE)
        case "utf32", "utf-32", "12000": EncodingObject(.utf32)
        case "ascii", "us-ascii", "oem", "20127": EncodingObject(.ascii)
        case "latin1", "iso-8859-1", "ansi", "28591": EncodingObject(.latin1)
        default: CodePage.named(name).map { EncodingObject(.page($0)) }
        }
    }
}

enum EncodingMembers {
    private static func own(_ value: Value) throws -> EncodingObject {
        guard let encoding = value.object as? EncodingObject else { throw Refusals.null("encoding") }
        return encoding
    }
    private static func named(_ name: String, _ kind: EncodingObject.Kind) -> Property {
        Property(name, EncodingObject.typeInfo, get: { _, _ in .object(EncodingObject(kind)) })
    }
    private static func find(_ value: Value, _ session: Session) throws -> Value {
        let name = try value.toText(session)
        guard let found = EncodingObject.named(name) else { throw Refusals.argument("'\(name)' is not a supported encoding name. (Parameter 'name')") }
        return .object(found)
    }

    static let types: [KnownType] = [
        KnownType(EncodingObject.typeInfo) {
            let bytes = OverloadParameter.of("bytes", TypeInfo.byte.arrayType())
            return MemberTable(
                properties: [
                    Property("WebName", .string, get: { t, _ in .text(webName(try own(t).encoding)) }),
                    Property("BodyName", .string, get: { t, _ in .text(webName(try own(t).encoding)) }),
                    Property("EncodingName", .string, get: { t, _ in .text(displayName(try own(t).encoding)) }),
                    Property("HeaderName", .string, get: { t, _ in .text(webName(try own(t).encoding)) }),
                    Property("IsReadOnly", .bool, get: { _, _ in true }),
                    Property("CodePage", .int32, get: { t, _ in .int(codePage(try own(t).encoding)) }),
                    Property(
                        "IsSingleByte", .bool,
                        get: { t, _ in
                            if case .page = try own(t).encoding { return .true }
                            return .bool([.ascii, .latin1].contains(try own(t).encoding))
                        }),
                    Property(
                        "WindowsCodePage", .int32,
                        get: { t, _ in
                            switch try own(t).encoding {
                            case .page(let page): .int(page.windowsNumber)
                            case .ascii, .latin1: .int(1252)
                            default: .int(1200)
                            }
                        }),
                    Property("IsBrowserDisplay", .bool, get: { t, _ in .bool([.utf8, .utf8BOM, .latin1].contains(try own(t).encoding)) }),
                    Property("IsBrowserSave", .bool, get: { t, _ in .bool([.utf8, .utf8BOM, .latin1, .utf16].contains(try own(t).encoding)) }),
                    Property("IsMailNewsDisplay", .bool, get: { t, _ in .bool([.utf8, .utf8BOM, .latin1, .ascii].contains(try own(t).encoding)) }),
                    Property("IsMailNewsSave", .bool, get: { t, _ in .bool([.utf8, .utf8BOM, .latin1, .ascii].contains(try own(t).encoding)) }),
                    Property("Preamble", .object, get: { t, _ in ConvertMembers.array(try own(t).mark) }),
                ],
                methods: [
                    Method(
                        "GetBytes",
                        [
                            Overload([.text("s")], returns: TypeInfo.byte.arrayType()) { t, a, _ in ConvertMembers.array(try own(t).bytes(of: a.text(0))) },
                            Overload([.of("chars", TypeInfo.char.arrayType()), .int("index"), .int("count")], returns: TypeInfo.byte.arrayType()) { t, a, _ in
                                ConvertMembers.array(try own(t).bytes(of: StringMembers.joined(Array(a.values(0).part(a.int(1), a.int(2))))))
                            },
                            Overload([.of("chars", TypeInfo.char.arrayType())], returns: TypeInfo.byte.arrayType()) { t, a, _ in
                                ConvertMembers.array(try own(t).bytes(of: StringMembers.joined(a.values(0))))
                            },
                        ]),
                    Method(
                        "GetString",
                        [
                            Overload([bytes], returns: .string) { t, a, _ in .text(try text(own(t), a)) },
                            Overload([bytes, .int("index"), .int("count")], returns: .string) { t, a, _ in
                                .text(try own(t).text(of: Array(ConvertMembers.bytes(a[0]).part(a.int(1), a.int(2)))))
                            },
                        ]),
                    Method("GetChars", [bytes], returns: TypeInfo.char.arrayType()) { t, a, _ in
                        .object(ArrayObject(try own(t).text(of: ConvertMembers.bytes(a[0])).utf16.map { .char($0) }, elementType: .char))
                    },
                    Method("GetByteCount", [.text("chars")], returns: .int32) { t, a, _ in .int(Int32(try own(t).bytes(of: a.text(0)).count)) },
                    Method("GetCharCount", [bytes], returns: .int32) { t, a, _ in .int(Int32(try own(t).text(of: ConvertMembers.bytes(a[0])).utf16.count)) },
                    Method("GetMaxByteCount", [.int("charCount")], returns: .int32) { t, a, _ in
                        let perUnit: [EncodingObject.Kind: Int] = [.utf8: 3, .utf8BOM: 3, .utf16: 2, .utf16BE: 2, .utf32: 4]
                        return .int(Int32(clamping: (a.int(0) + 1) * (perUnit[try own(t).encoding] ?? 1)))
                    },
                    Method("GetMaxCharCount", [.int("byteCount")], returns: .int32) { t, a, _ in
                        switch try own(t).encoding {
                        case .utf8, .utf8BOM: .int(Int32(clamping: a.int(0) + 1))
                        case .utf16, .utf16BE: .int(Int32(clamping: a.int(0) / 2 + a.int(0) % 2 + 1))
                        case .utf32: .int(Int32(clamping: a.int(0) / 2 + 2))
                        default: .int(Int32(clamping: a.int(0)))
                        }
                    },
                    Method("Clone", returns: .object) { t, _, _ in .object(EncodingObject(try own(t).encoding, isStrict: try own(t).isStrict)) },
                    Method(
                        "IsAlwaysNormalized",
                        [
                            Overload(returns: .bool) { t, _, _ in .bool([.ascii, .latin1].contains(try own(t).encoding)) },
                            Overload([.of("form", RuneObject.forms)], returns: .bool) { t, a, _ in
                                .bool(try own(t).encoding == .ascii || a.enumeration(0) == 1 && own(t).encoding == .latin1)
                            },
                        ]),
                    Method("GetPreamble", returns: TypeInfo.byte.arrayType()) { t, _, _ in
                        ConvertMembers.array(try own(t).mark)
                    },
                ],
                staticProperties: [
                    named("UTF8", .utf8BOM), named("Unicode", .utf16), named("BigEndianUnicode", .utf16BE), named("UTF32", .utf32), named("ASCII", .ascii),
                    named("Latin1", .latin1), named("Default", .utf8),
                ],
                staticMethods: [
                    Method("GetEncoding", [.object("name")], returns: EncodingObject.typeInfo) { _, a, session in
                        let found = try find(a[0], session)
                        return (found.object as? EncodingObject)?.encoding == .utf8 ? .object(EncodingObject(.utf8BOM)) : found
                    },
                    Method("GetEncodings", returns: .objectArray) { _, _, session in
                        .array(
                            ([EncodingObject.Kind.utf16, .utf16BE, .utf32, .ascii, .latin1, .utf8] + CodePage.all.map { .page($0) }).map { kind in
                                session.record([("CodePage", .int(codePage(kind))), ("Name", .text(webName(kind))), ("DisplayName", .text(displayName(kind)))])
                            })
                    },
                    Method(
                        "Convert", [.of("srcEncoding", EncodingObject.typeInfo), .of("dstEncoding", EncodingObject.typeInfo), bytes],
                        returns: TypeInfo.byte.arrayType()
                    ) { _, a, _ in ConvertMembers.array(try own(a[1]).bytes(of: own(a[0]).text(of: ConvertMembers.bytes(a[2])))) },
                ],
                convert: { value, session in value.asString != nil || value.isNumber ? try find(value, session) : nil })
        },
        subtype(.utf8), subtype(.utf16), subtype(.utf32), subtype(.ascii), subtype(.latin1),
    ]

    private static func text(_ encoding: EncodingObject, _ a: [Value]) throws -> String {
        if a[0].isNull { throw Refusals.null("bytes") }
        let bytes = ConvertMembers.bytes(a[0])
        if encoding.isStrict, encoding.encoding == .utf8 || encoding.encoding == .utf8BOM {
            var decoder = UTF8()
            var iterator = bytes.makeIterator()
            loop: while true {
                switch decoder.decode(&iterator) {
                case .scalarValue: continue
                case .emptyInput: break loop
                case .error:
                    throw MethodFailure(
                        "System.Text.DecoderFallbackException", "Unable to translate bytes to Unicode: they are not in the encoding of the text.")
                }
            }
        }
        return encoding.text(of: bytes)
    }

    private static func displayName(_ kind: EncodingObject.Kind) -> String {
        switch kind {
        case .utf8, .utf8BOM: "Unicode (UTF-8)"
        case .utf16: "Unicode"
        case .utf16BE: "Unicode (Big-Endian)"
        case .utf32: "Unicode (UTF-32)"
        case .ascii: "US-ASCII"
        case .latin1: "Western European (ISO)"
        case .page(let page): page.displayName
        }
    }

    private static func subtype(_ kind: EncodingObject.Kind) -> KnownType {
        let type = EncodingObject.subtypes[kind] ?? EncodingObject.typeInfo
        return KnownType(type) {
            MemberTable(constructors: [
                Overload(returns: type) { _, _, _ in .object(EncodingObject(kind)) },
                Overload([.bool("encoderShouldEmitUTF8Identifier")], returns: type) { _, a, _ in
                    .object(EncodingObject(kind == .utf8 && a.bool(0) ? .utf8BOM : kind))
                },
                Overload([.bool("bigEndian"), .bool("byteOrderMark")], returns: type) { _, a, _ in
                    // For UTF-8 the second says that bytes which are no text are refused.
                    if kind == .utf8 { return .object(EncodingObject(a.bool(0) ? .utf8BOM : .utf8, isStrict: a.bool(1))) }
                    return .object(EncodingObject(kind == .utf16 && a.bool(0) ? .utf16BE : kind))
                },
            ])
        }
    }

    static func webName(_ kind: EncodingObject.Kind) -> String {
        switch kind {
        case .utf8, .utf8BOM: "utf-8"
        case .utf16: "utf-16"
        case .utf16BE: "utf-16BE"
        case .utf32: "utf-32"
        case .ascii: "us-ascii"
        case .latin1: "iso-8859-1"
        case .page(let page): page.webName
        }
    }
    private static func codePage(_ kind: EncodingObject.Kind) -> Int32 {
        switch kind {
        case .utf8, .utf8BOM: 65001
        case .utf16: 1200
        case .utf16BE: 1201
        case .utf32: 12000
        case .ascii: 20127
        case .latin1: 28591
        case .page(let page): page.number
        }
    }
}
