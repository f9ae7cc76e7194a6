// The encodings of text in files: by name, to text, to bytes.

import Scalars

struct TextEncoding: Sendable, Equatable {
    enum Form: Sendable, Equatable {
        case utf8, utf16, utf16BigEndian, utf32, utf32BigEndian, ascii, latin1
        case page(CodePage)
    }
    let form: Form
    /// A file that is begun gets a byte order mark.
    let writesMark: Bool

    static let utf8 = TextEncoding(form: .utf8, writesMark: false)

    /// By the names that commands take, the registered names, and code page numbers.
    static func named(_ name: String) -> TextEncoding? {
        switch name.lowercased() {
        case "utf8", "utf8nobom", "utf-8", "default", "ansi", "oem", "65001": utf8
        case "utf8bom": TextEncoding(form: .utf8, writesMark: true)
        case "unicode", "utf-16", "utf-16le", "utf16", "1200": TextEncoding(form: .utf16, writesMark: true)
        case "bigendianunicode", "utf-16be", "1201": TextEncoding(form: .utf16BigEndian, writesMark: true)
        case "utf32", "utf-32", "utf-32le", "12000": TextEncoding(form: .utf32, writesMark: true)
        case "bigendianutf32", "utf-32be", "12001": TextEncoding(form: .utf32BigEndian, writesMark: true)
        case "ascii", "us-ascii", "20127": TextEncoding(form: .ascii, writesMark: false)
        case "latin1", "iso-8859-1", "28591": TextEncoding(form: .latin1, writesMark: false)
        default: CodePage.named(name).map { TextEncoding(form: .page($0), writesMark: false) }
        }
    }

    /// The names offered by completion and in errors.
    static let names = ["ascii", "ansi", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM", "utf32"]

    var mark: [UInt8] {
        if !writesMark { return [] }
        switch form {
        case .utf8: return [0xEF, 0xBB, 0xBF]
        case .utf16: return [0xFF, 0xFE]
        case .utf16BigEndian: return [0xFE, 0xFF]
        case .utf32: return [0xFF, 0xFE, 0, 0]
        case .utf32BigEndian: return [0, 0, 0xFE, 0xFF]
        case .ascii, .latin1, .page: return []
        }
    }

    /// The encoding that a mark at the beginning tells, and the mark's length.
    static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (TextEncoding(form: .utf8, writesMark: true), 3) }
        if bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xFE, bytes[2] == 0, bytes[3] == 0 { return (TextEncoding(form: .utf32, writesMark: true), 4) }
        if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, bytes[2] == 0xFE, bytes[3] == 0xFF {
            return (TextEncoding(form: .utf32BigEndian, writesMark: true), 4)
        }
        if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return (TextEncoding(form: .utf16, writesMark: true), 2) }
        if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return (TextEncoding(form: .utf16BigEndian, writesMark: true), 2) }
        return nil
    }

    /// The bytes of a text, without a mark.
    func encode(_ text: String) -> [UInt8] {
        switch form {
        case .utf8: return Array(text.utf8)
        case .utf16: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        case .utf16BigEndian: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32: return text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0 * 8)) } }
        case .utf32BigEndian: return text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(24 - $0 * 8)) } }
        case .ascii: return text.utf16.map { $0 < 128 ? UInt8($0) : 63 }
        case .latin1: return text.utf16.map { $0 < 256 ? UInt8($0) : 63 }
        case .page(let page): return page.bytes(of: text)
        }
    }

    /// The text of bytes; what cannot be read becomes U+FFFD, or ? in ASCII.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        switch form {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .utf16: return String(decoding: stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }, as: UTF16.self)
        case .utf16BigEndian:
            return String(decoding: stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }, as: UTF16.self)
        case .utf32, .utf32BigEndian:
            var units: [UInt32] = []
            for start in stride(from: 0, to: bytes.count - 3, by: 4) {
                var value: UInt32 = 0
                for i in 0..<4 { value |= UInt32(bytes[start + i]) << UInt32(form == .utf32 ? i * 8 : 24 - i * 8) }
                units.append(value)
            }
            return String(decoding: units, as: UTF32.self)
        case .ascii: return String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
        case .latin1: return String(decoding: bytes.map { UInt16($0) }, as: UTF16.self)
        case .page(let page): return page.text(of: bytes)
        }
    }

    /// The text of a whole file: a mark at its beginning decides, else this encoding.
    func text(of bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            guard let (encoding, length) = TextEncoding.marked(buffer) else { return decode(buffer) }
            return encoding.decode(UnsafeBufferPointer(rebasing: buffer[length...]))
        }
    }
}
