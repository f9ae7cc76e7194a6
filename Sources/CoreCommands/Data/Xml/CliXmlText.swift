// How plain values stand in CLIXML: a tag for each type, and text that keeps every character.

import Runtime
import Scalars
import TypeSystem
import XmlDocuments

enum CliXmlText {
    static let namespace = "http://schemas.microsoft.com/powershell/2004/04"
    static let version = "1.1.0.1"

    /// True for what is one piece of text in `ConvertTo-Xml`.
    static func isPlain(_ value: Value) -> Bool {
        if case .object(let object) = value {
            switch object.kind {
            case .text, .decimal, .bigInteger, .date, .span, .scriptBlock: return true
            default: return object is GuidObject || object is VersionObject || object.type.fullName == "System.Uri"
            }
        }
        return !value.isNull
    }

    /// The tag and the text of a plain value; nil for what is written as an object.
    static func plain(_ value: Value, _ session: Session) throws -> (tag: String, text: String)? {
        switch value {
        case .bool(let flag): return ("B", flag ? "true" : "false")
        case .int(let number): return ("I32", String(number))
        case .long(let number): return ("I64", String(number))
        case .double: return ("Db", XmlText.real(value))
        case .single: return ("Sg", XmlText.real(value))
        case .char(let unit): return ("C", String(unit))
        case .byte(let number): return ("By", String(number))
        case .sbyte(let number): return ("SB", String(number))
        case .short(let number): return ("I16", String(number))
        case .ushort(let number): return ("U16", String(number))
        case .uint(let number): return ("U32", String(number))
        case .ulong(let number): return ("U64", String(number))
        case .missing, .nothing, .null: return nil
        case .object(let object):
            switch object.kind {
            case .text: return ("S", encoded(unsafeDowncast(object, to: Text.self).string))
            case .decimal: return ("D", try value.toText(session))
            case .date: return ("DT", try session.format(value, as: XmlText.dateFormat))
            case .span: return ("TS", XmlText.duration(unsafeDowncast(object, to: SpanObject.self).value))
            case .scriptBlock: return ("SBK", encoded(try value.toText(session)))
            case .array:
                let array = unsafeDowncast(object, to: ArrayObject.self)
                guard array.elementType === TypeInfo.byte else { return nil }
                return ("BA", base64(array.elements.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }))
            case .box:
                if object is GuidObject { return ("G", try value.toText(session)) }
                if object is VersionObject { return ("Version", try value.toText(session)) }
                if object.type.fullName == "System.Uri" { return ("URI", encoded(try session.property(of: value, "OriginalString").toText(session))) }
                if let secret = object as? SecretObject { return ("SS", SecretText.hex(secret.text)) }
                if let node = object as? XmlNodeObject, node.node.kind == .document { return ("XD", encoded(node.node.outerXml)) }
                return nil
            default: return nil
            }
        }
    }

    /// The value of a tag; nil where the tag is not one of a plain value.
    static func value(_ tag: String, _ raw: String, _ session: Session) throws -> Value? {
        func convert(_ text: String, _ type: TypeInfo) throws -> Value { try session.convert(.text(text), to: type) }
        func named(_ text: String, _ name: String) throws -> Value {
            guard let type = session.findType(name) else { return .text(text) }
            return try convert(text, type)
        }
        switch tag {
        case "S": return .text(XmlText.decoded(raw))
        case "C":
            guard let unit = UInt16(raw) else { throw CliXmlFault("'\(raw)' is not the number of a character.") }
            return .char(unit)
        case "B": return .bool(raw == "true" || raw == "1")
        case "I32": return try convert(raw, .int32)
        case "I64": return try convert(raw, .int64)
        case "I16": return try convert(raw, .int16)
        case "U16": return try convert(raw, .uint16)
        case "U32": return try convert(raw, .uint32)
        case "U64": return try convert(raw, .uint64)
        case "By": return try convert(raw, .byte)
        case "SB": return try convert(raw, .sbyte)
        case "Db": return .double(raw == "INF" ? .infinity : raw == "-INF" ? -.infinity : raw == "NaN" ? .nan : Double(raw) ?? .nan)
        case "Sg": return .single(raw == "INF" ? .infinity : raw == "-INF" ? -.infinity : raw == "NaN" ? .nan : Float(raw) ?? .nan)
        case "D": return try convert(raw, .decimal)
        case "DT": return try date(raw, session)
        case "TS":
            guard let span = XmlText.span(raw) else { throw CliXmlFault("'\(raw)' is not a span of time.") }
            return .object(SpanObject(span))
        case "G": return try named(raw, "System.Guid")
        case "Version": return try named(raw, "System.Version")
        case "URI": return try named(XmlText.decoded(raw), "System.Uri")
        case "BA":
            guard let bytes = bytes(base64: raw) else { throw CliXmlFault("The bytes are not written as base 64.") }
            return .object(ArrayObject(bytes.map { .byte($0) }, elementType: .byte))
        case "XD": return try session.convert(.text(XmlText.decoded(raw)), to: session.findType("System.Xml.XmlDocument") ?? .string)
        // Code from a file comes back as text: it is not run by being read.
        case "SS":
            guard let secret = SecretText.plain(raw) else { throw CliXmlFault("A secret that was not written on this system cannot be read.") }
            return .object(SecretObject(secret))
        case "SBK", "PR": return .text(XmlText.decoded(raw))
        case "Nil": return .null
        default: return nil
        }
    }

    /// Without the letter of the kind, dates are of no zone.
    private static func date(_ text: String, _ session: Session) throws -> Value {
        let style: Value = .int(128)
        guard let type = session.findType("System.Globalization.DateTimeStyles"), let culture = session.findType("System.Globalization.CultureInfo") else {
            return try session.convert(.text(text), to: .dateTime)
        }
        let invariant = try session.staticProperty(of: culture, "InvariantCulture", session.scope)
        return try session.callStatic(.dateTime, "Parse", [.text(text), invariant, try session.convert(style, to: type)], session.scope)
    }

    // MARK: Text

    /// What XML cannot hold, or would not keep, as `_x000A_`.
    static func encoded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 || $0 >= 0x7F || $0 == UInt8(ascii: "_") }) else { return text }
        var result: [UInt16] = []
        let units = Array(text.utf16)
        for (i, unit) in units.enumerated() {
            let isControl = unit < 32 || (0x7F...0x9F).contains(unit), isSurrogate = (0xD800...0xDFFF).contains(unit)
            let isMark = unit == 0x5F && i + 1 < units.count && (units[i + 1] == 0x78 || units[i + 1] == 0x58)
            if isControl || isSurrogate || isMark || unit >= 0xFFFE {
                let digits = String(unit, radix: 16, uppercase: true)
                result += Array("_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf16)
            } else {
                result.append(unit)
            }
        }
        return String(decoding: result, as: UTF16.self)
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func base64(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group: UInt32 = 0
            for i in 0..<3 { group = group << 8 | (i < count ? UInt32(bytes[start + i]) : 0) }
            for i in 0..<4 { result.append(i <= count ? digits[Int(group >> UInt32(18 - 6 * i)) & 63] : UInt8(ascii: "=")) }
        }
        return String(decoding: result, as: UTF8.self)
    }
    static func bytes(base64 text: String) -> [UInt8]? {
        var result: [UInt8] = []
        var group: UInt32 = 0, count = 0
        for byte in text.utf8 where byte != 10 && byte != 13 && byte != 32 && byte != UInt8(ascii: "=") {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            group = group << 6 | UInt32(digit)
            count += 1
            if count == 4 {
                result += [UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8), UInt8(truncatingIfNeeded: group)]
                group = 0
                count = 0
            }
        }
        if count == 2 { result.append(UInt8(truncatingIfNeeded: group >> 4)) }
        if count == 3 { result += [UInt8(truncatingIfNeeded: group >> 10), UInt8(truncatingIfNeeded: group >> 2)] }
        return result
    }
}

/// What is wrong with a text that should be CLIXML.
struct CliXmlFault: Error {
    let message: String
    init(_ message: String) { self.message = message }
}
