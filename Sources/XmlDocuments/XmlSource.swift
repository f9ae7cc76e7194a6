// What is read from the text itself rather than through the library: names, the declaration, the document type as written.

enum XmlSource {
    /// Prefix and local name.
    static func split(_ name: String) -> (prefix: String, local: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), colon > name.startIndex else { return ("", name) }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]))
    }

    /// The declaration a text begins with.
    static func declaration(_ source: [UInt8]) -> XmlNode? {
        guard source.starts(with: Array("<?xml".utf8)), source.count > 5, isBlank(source[5]) else { return nil }
        var end = 6
        while end + 1 < source.count, source[end] != UInt8(ascii: "?") || source[end + 1] != UInt8(ascii: ">") { end += 1 }
        var text = String(decoding: source[6..<min(end, source.count)], as: UTF8.self)
        while let last = text.utf8.last, isBlank(last) { text.removeLast() }
        while let first = text.utf8.first, isBlank(first) { text.removeFirst() }
        return XmlNode(.declaration, name: "xml", text: text)
    }

    /// One of `version`, `encoding` and `standalone` in the text of a declaration.
    static func pseudoAttribute(_ name: String, in text: String) -> String? {
        let bytes = Array(text.utf8), wanted = Array(name.utf8)
        var i = 0
        while i + wanted.count < bytes.count {
            if Array(bytes[i..<i + wanted.count]) == wanted, i == 0 || isBlank(bytes[i - 1]) {
                var j = i + wanted.count
                while j < bytes.count, isBlank(bytes[j]) || bytes[j] == UInt8(ascii: "=") { j += 1 }
                guard j < bytes.count, bytes[j] == UInt8(ascii: "\"") || bytes[j] == UInt8(ascii: "'") else { return nil }
                guard let end = bytes[(j + 1)...].firstIndex(of: bytes[j]) else { return nil }
                return String(decoding: bytes[(j + 1)..<end], as: UTF8.self)
            }
            i += 1
        }
        return nil
    }

    /// A document type as it is written out again.
    static func documentType(_ source: [UInt8], _ name: String, _ publicId: String?, _ systemId: String?) -> String {
        var text = "<!DOCTYPE " + name
        if let publicId {
            text += " PUBLIC \"\(publicId)\" \"\(systemId ?? "")\""
        } else if let systemId {
            text += " SYSTEM \"\(systemId)\""
        }
        if let subset = subset(source) { text += "[" + subset + "]" }
        return text + ">"
    }

    /// The text between the brackets of a document type.
    private static func subset(_ source: [UInt8]) -> String? {
        let mark = Array("<!DOCTYPE".utf8)
        guard var i = source.indices.first(where: { source[$0...].starts(with: mark) }) else { return nil }
        var quote: UInt8?, start: Int?
        while i < source.count {
            let byte = source[i]
            if let open = quote {
                if byte == open { quote = nil }
            } else if start != nil, source[i...].starts(with: Array("<!--".utf8)) {
                while i < source.count, !source[i...].starts(with: Array("-->".utf8)) { i += 1 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "["), start == nil {
                start = i + 1
            } else if byte == UInt8(ascii: "]"), let start {
                return String(decoding: source[start..<i], as: UTF8.self)
            } else if byte == UInt8(ascii: ">"), start == nil {
                return nil
            }
            i += 1
        }
        return nil
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }

    static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic }
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD:
            return true
        default: return false
        }
    }
    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        if isNameStart(scalar) { return true }
        if scalar.isASCII { return scalar == "-" || scalar == "." || (0x30...0x39).contains(scalar.value) }
        return scalar.value == 0xB7 || (0x300...0x36F).contains(scalar.value) || (0x203F...0x2040).contains(scalar.value)
    }
}

/// Names as scripts give them.
public enum XmlName {
    /// - Throws: in the reference's words, what keeps a text from being a name.
    public static func check(_ name: String) throws(XmlError) {
        guard let first = name.unicodeScalars.first else { throw XmlError("The local name for elements or attributes cannot be null or an empty string.") }
        if !XmlSource.isNameStart(first) || first == ":" {
            throw XmlError("Name cannot begin with the '\(first)' character, hexadecimal value \(hexadecimal(first)).")
        }
        for scalar in name.unicodeScalars where !XmlSource.isNamePart(scalar) {
            throw XmlError("The '\(scalar)' character, hexadecimal value \(hexadecimal(scalar)), cannot be included in a name.")
        }
    }
    /// True for what a name can begin with, or hold further on.
    public static func canBegin(_ scalar: Unicode.Scalar) -> Bool { XmlSource.isNameStart(scalar) }
    public static func canHold(_ scalar: Unicode.Scalar) -> Bool { XmlSource.isNamePart(scalar) }
    public static func split(_ name: String) -> (prefix: String, local: String) { XmlSource.split(name) }

    static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: max(0, 2 - digits.count)) + digits
    }
}

extension XmlNode {
    /// A part of a declaration: `version`, `encoding` or `standalone`.
    public func declared(_ name: String) -> String? { XmlSource.pseudoAttribute(name, in: text) }

    /// A declaration by its parts; empty ones are left out.
    public static func declaration(version: String, encoding: String, standalone: String) -> XmlNode {
        var text = "version=\"\(version)\""
        if !encoding.isEmpty { text += " encoding=\"\(encoding)\"" }
        if !standalone.isEmpty { text += " standalone=\"\(standalone)\"" }
        return XmlNode(.declaration, name: "xml", text: text)
    }
}
