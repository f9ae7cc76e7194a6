// The words for a text that is not well formed. The library finds that something is wrong; what the reference calls it and
// where it sees it is found here, by walking through the text once more.

struct XmlFaultSearch {
    private let source: [UInt8]
    private var place = 0
    private var line = 1
    private var lineStart = 0
    private var open: [(name: String, line: Int, lineStart: Int, place: Int)] = []

    init(_ source: [UInt8]) { self.source = source }

    // MARK: Places

    /// In UTF-16 units from 1. It looks at the whole line before the place: for a message, not for each tag.
    private func position(_ place: Int) -> Int { position(place, from: lineStart) }
    private func position(_ place: Int, from lineStart: Int) -> Int {
        String(decoding: source[min(lineStart, place)..<min(place, source.count)], as: UTF8.self).utf16.count + 1
    }
    private func error(_ message: String, at place: Int? = nil) -> XmlError { XmlError(message, line: line, position: position(place ?? self.place)) }
    private var byte: UInt8? { place < source.count ? source[place] : nil }
    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where place < source.count {
            if source[place] == 10 {
                line += 1
                lineStart = place + 1
            }
            place += 1
        }
    }
    private func stands(_ text: String) -> Bool { source[min(place, source.count)...].starts(with: Array(text.utf8)) }
    private mutating func skipBlank() { while let byte, XmlSource.isBlank(byte) { step() } }
    private func scalar() -> Unicode.Scalar? {
        guard place < source.count else { return nil }
        return String(decoding: source[place..<min(place + 4, source.count)], as: UTF8.self).unicodeScalars.first
    }
    private func shown(_ scalar: Unicode.Scalar) -> String { scalar.value == 0 ? "." : String(scalar) }

    // MARK: The walk

    mutating func fault() -> XmlError {
        var hasRoot = false
        while place < source.count {
            if byte == UInt8(ascii: "<") {
                if let found = markup(&hasRoot) { return found }
            } else if open.isEmpty {
                if let byte, XmlSource.isBlank(byte) { step() } else { return error("Data at the root level is invalid.") }
            } else if let found = content() {
                return found
            }
        }
        if !open.isEmpty { return unclosed() }
        if !hasRoot { return XmlError("Root element is missing.") }
        return XmlError("The document is not well formed.", line: line, position: position(place))
    }

    private func unclosed() -> XmlError {
        error("Unexpected end of file has occurred. The following elements are not closed: \(open.reversed().map(\.name).joined(separator: ", ")).")
    }

    /// What ends at a mark, such as a comment.
    private mutating func skip(past mark: String, _ what: String) -> XmlError? {
        while place < source.count, !stands(mark) { step() }
        if place >= source.count { return error("Unexpected end of file while parsing \(what) has occurred.") }
        step(mark.utf8.count)
        return nil
    }

    private mutating func markup(_ hasRoot: inout Bool) -> XmlError? {
        if stands("<!--") {
            step(4)
            while place < source.count, !stands("--") { step() }
            if place >= source.count { return error("Unexpected end of file while parsing Comment has occurred.") }
            step(2)
            if byte != UInt8(ascii: ">") { return error("An XML comment cannot contain '--', and '-' cannot be the last character.", at: place - 2) }
            step()
            return nil
        }
        if stands("<![CDATA[") {
            if open.isEmpty { return error("Data at the root level is invalid.") }
            step(9)
            return skip(past: "]]>", "CDATA")
        }
        if stands("<!DOCTYPE") { return documentType() }
        if stands("<?") { return instruction() }
        if stands("</") { return endTag() }
        if open.isEmpty, hasRoot {
            step()
            return error("There are multiple root elements.")
        }
        hasRoot = true
        return startTag()
    }

    private mutating func documentType() -> XmlError? {
        var depth = 0
        var quote: UInt8?
        while let byte {
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "]") {
                depth -= 1
            } else if byte == UInt8(ascii: ">"), depth == 0 {
                step()
                return nil
            }
            step()
        }
        return error("Unexpected end of file while parsing DOCTYPE has occurred.")
    }

    private mutating func instruction() -> XmlError? {
        let start = place
        step(2)
        let nameStart = place
        guard let name = readName() else { return badName() }
        if name.lowercased() == "xml", start > 0 {
            return error(
                "Unexpected XML declaration. The XML declaration must be the first node in the document, and no white space characters are allowed to appear before it.",
                at: nameStart)
        }
        if name == "xml" {
            let rest = String(decoding: source[place...], as: UTF8.self)
            let text = rest.prefix { $0 != "?" }
            let version = XmlSource.pseudoAttribute("version", in: String(text).trimmingBlanks)
            if version == nil { return error("Syntax for an XML declaration is invalid.", at: place + 1) }
            if let version, version != "1.0" { return error("Version number '\(version)' is invalid.", at: place + 10) }
        }
        return skip(past: "?>", "PI")
    }

    private mutating func readName() -> String? {
        let start = place
        guard let first = scalar(), XmlSource.isNameStart(first) else { return nil }
        while let next = scalar(), XmlSource.isNamePart(next) { step(String(next).utf8.count) }
        return String(decoding: source[start..<place], as: UTF8.self)
    }

    private func badName() -> XmlError {
        guard let scalar = scalar() else { return error("Unexpected end of file while parsing Name has occurred.") }
        return error("Name cannot begin with the '\(shown(scalar))' character, hexadecimal value \(XmlName.hexadecimal(scalar)).")
    }

    private mutating func endTag() -> XmlError? {
        step(2)
        let start = place
        guard let name = readName() else { return badName() }
        guard let last = open.last else { return error("Unexpected end tag.", at: start) }
        if last.name != name {
            let position = position(last.place, from: last.lineStart)
            return error("The '\(last.name)' start tag on line \(last.line) position \(position) does not match the end tag of '\(name)'.", at: start)
        }
        skipBlank()
        if byte != UInt8(ascii: ">") { return unexpected(">") }
        step()
        open.removeLast()
        return nil
    }

    private func unexpected(_ expected: String) -> XmlError {
        guard let scalar = scalar() else { return unclosedOrEnd() }
        return error("'\(shown(scalar))' is an unexpected token. The expected token is '\(expected)'.")
    }
    private func unclosedOrEnd() -> XmlError {
        open.isEmpty ? error("Unexpected end of file has occurred.") : unclosed()
    }

    private mutating func startTag() -> XmlError? {
        step()
        let start = place, startLine = line, startOfLine = lineStart
        guard let name = readName() else { return badName() }
        var names: Set<String> = []
        while true {
            let blankStart = place
            skipBlank()
            if stands("/>") {
                step(2)
                return nil
            }
            if byte == UInt8(ascii: ">") {
                step()
                open.append((name, startLine, startOfLine, start))
                return nil
            }
            guard let scalar = scalar() else {
                return error("Unexpected end of file while parsing Name has occurred.")
            }
            if blankStart == place {
                if names.isEmpty {
                    return error("The '\(shown(scalar))' character, hexadecimal value \(XmlName.hexadecimal(scalar)), cannot be included in a name.")
                }
                return error("'\(shown(scalar))' is an unexpected token. Expecting white space.")
            }
            let keyPlace = place
            guard let key = readName() else { return badName() }
            skipBlank()
            if byte != UInt8(ascii: "=") { return unexpected("=") }
            step()
            skipBlank()
            guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                guard let scalar = self.scalar() else { return error("Unexpected end of file while parsing Name has occurred.") }
                return error("'\(shown(scalar))' is an unexpected token. The expected token is '\"' or '''.")
            }
            step()
            while let byte, byte != quote {
                if byte == UInt8(ascii: "<") { return error("'<', hexadecimal value 0x3C, is an invalid attribute character.") }
                if byte == UInt8(ascii: "&"), let found = reference() { return found }
                if let found = control() { return found }
                step()
            }
            if byte == nil {
                return error(
                    "Unexpected end of file has occurred. The following elements are not closed: \(([name] + open.reversed().map(\.name)).joined(separator: ", "))."
                )
            }
            step()
            if !names.insert(key).inserted { return error("'\(key)' is a duplicate attribute name.", at: keyPlace) }
        }
    }

    private mutating func content() -> XmlError? {
        if byte == UInt8(ascii: "&") {
            if let found = reference() { return found }
        } else if stands("]]>") {
            return error("']]>' is not allowed in character data.")
        } else if let found = control() {
            return found
        }
        step()
        return nil
    }

    /// A character that no document may hold.
    private func control() -> XmlError? {
        guard let byte, byte < 32, byte != 9, byte != 10, byte != 13 else { return nil }
        let scalar = Unicode.Scalar(byte)
        return error("'\(shown(scalar))', hexadecimal value \(XmlName.hexadecimal(scalar)), is an invalid character.")
    }

    private mutating func reference() -> XmlError? {
        let start = place
        if stands("&#") {
            step(2)
            let isHexadecimal = byte == UInt8(ascii: "x")
            if isHexadecimal { step() }
            let digits = place
            while let byte, (48...57).contains(byte) || isHexadecimal && ((65...70).contains(byte) || (97...102).contains(byte)) { step() }
            let number = UInt32(String(decoding: source[digits..<place], as: UTF8.self), radix: isHexadecimal ? 16 : 10)
            if byte != UInt8(ascii: ";") || number == nil {
                return error("Invalid syntax for a \(isHexadecimal ? "hexadecimal" : "decimal") numeric entity reference.")
            }
            if let number, Unicode.Scalar(number) == nil || number < 32 && ![9, 10, 13].contains(number) {
                return error(
                    "'\(number == 0 ? "." : Unicode.Scalar(number).map(String.init) ?? "")', hexadecimal value \(Unicode.Scalar(number).map(XmlName.hexadecimal) ?? "0x" + String(number, radix: 16, uppercase: true)), is an invalid character.",
                    at: digits)
            }
            return nil
        }
        step()
        guard let name = readName(), byte == UInt8(ascii: ";") else { return error("An error occurred while parsing EntityName.", at: place) }
        if !["lt", "gt", "amp", "quot", "apos"].contains(name), !stands(declaring: name) {
            return error("Reference to undeclared entity '\(name)'.", at: start + 1)
        }
        return nil
    }

    private func stands(declaring name: String) -> Bool {
        let mark = Array("<!ENTITY \(name) ".utf8)
        return source.indices.contains { source[$0] == mark[0] && source[$0...].starts(with: mark) }
    }

    /// Where a prefix that stands for nothing is written, before a place.
    mutating func undeclared(_ prefix: String, near end: Int) -> XmlError {
        let mark = Array((prefix + ":").utf8)
        var tag = min(end, source.count - 1)
        while tag > 0, source[tag] != UInt8(ascii: "<") { tag -= 1 }
        let found = source.indices[tag...].first { source[$0...].starts(with: mark) } ?? tag
        step(found)
        return error("'\(prefix)' is an undeclared prefix.")
    }
}

extension String {
    fileprivate var trimmingBlanks: String { String(drop { $0.isWhitespace }) }
}
