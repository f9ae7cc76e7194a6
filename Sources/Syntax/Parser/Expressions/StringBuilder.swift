// Collects the parts of an expandable string, and reads escapes and quoted stretches from the bytes.

import Diagnostics

struct StringBuilder {
    private var bytes: [UInt8] = []
    private var parts: [StringPart] = []
    private var raw = ""
    private var hasExpression = false
    /// The name of a command: variables stay as written.
    var keepsVariables = false

    mutating func append(bytes base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        if end > start { bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: end - start)) }
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        bytes.append(contentsOf: String(Character(scalar)).utf8)
    }

    mutating func add(_ expression: Expression, raw text: String) {
        flush()
        hasExpression = true
        parts.append(.expression(expression))
        raw += text
    }

    private mutating func flush() {
        guard !bytes.isEmpty else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        parts.append(.text(text))
        raw += text
        bytes.removeAll(keepingCapacity: true)
    }

    var plainText: String { String(decoding: bytes, as: UTF8.self) }

    mutating func expression(_ range: SourceRange, _ kind: StringKind) -> Expression {
        if !hasExpression { return .string(StringLiteral(range: range, value: plainText, kind: kind)) }
        flush()
        return .expandableString(ExpandableString(range: range, parts: parts, kind: kind, rawValue: raw))
    }
}

extension Lexer {
    func string(_ start: Int, _ end: Int) -> String {
        end > start ? String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self) : ""
    }

    /// The text between single quotes, doubled quotes as one.
    func literalValue(_ start: Int, _ end: Int) -> String {
        var result: [UInt8] = []
        var i = start
        while i < end {
            let scalar = decode(i)
            let first = i
            i += scalar.length
            if scalar.isSingleQuote, i < end, case let second = decode(i), second.isSingleQuote {
                result.append(contentsOf: UnsafeBufferPointer(start: base + i, count: second.length))
                i += second.length
                continue
            }
            result.append(contentsOf: UnsafeBufferPointer(start: base + first, count: i - first))
        }
        return String(decoding: result, as: UTF8.self)
    }

    struct QuotedEnd { let end: Int, isClosed: Bool, quoteLength: Int }

    /// Where the quoted stretch that opens at `start` ends, and whether by its quote.
    func quotedEnd(_ start: Int, _ end: Int, isDouble: Bool) -> QuotedEnd {
        var i = start + decode(start).length
        while i < end {
            let c = base[i]
            if c < 0x80, c != UInt8(ascii: "\""), c != UInt8(ascii: "'"), c != UInt8(ascii: "`"), c != UInt8(ascii: "$") { i += 1; continue }
            let scalar = decode(i)
            if isDouble ? scalar.isDoubleQuote : scalar.isSingleQuote {
                i += scalar.length
                if i < end, case let second = decode(i), isDouble ? second.isDoubleQuote : second.isSingleQuote {
                    i += second.length
                    continue
                }
                return QuotedEnd(end: i, isClosed: true, quoteLength: scalar.length)
            }
            if isDouble, scalar.value == 0x60 {
                if i + 1 >= end { i += 1; continue }
                let saved = index
                index = i
                skipEscape(report: false)
                i = index
                index = saved
                continue
            }
            if isDouble, scalar.value == 0x24 {
                let saved = index
                index = i
                i = skipDollar(hereString: false) ? index : i + 1
                index = saved
                continue
            }
            i += scalar.length
        }
        return QuotedEnd(end: end, isClosed: false, quoteLength: 0)
    }

    /// Past a backtick and what follows it; what they stand for is appended.
    func readEscape(_ start: Int, _ builder: inout StringBuilder) -> Int {
        let next = decode(start + 1)
        switch next.value {
        case 0x30: builder.append(scalar: 0)
        case 0x61: builder.append(scalar: 7)
        case 0x62: builder.append(scalar: 8)
        case 0x65: builder.append(scalar: 0x1B)
        case 0x66: builder.append(scalar: 0x0C)
        case 0x6E: builder.append(scalar: 0x0A)
        case 0x72: builder.append(scalar: 0x0D)
        case 0x74: builder.append(scalar: 0x09)
        case 0x76: builder.append(scalar: 0x0B)
        case 0x75:
            let saved = index
            index = start
            skipEscape(report: false)
            let end = index
            index = saved
            var value: UInt32 = 0
            for i in min(start + 3, end)..<end where ASCII.isHexDigit(base[i]) { value = (value & 0xFFFFFF) << 4 | UInt32(Lexer.hexValue(base[i])) }
            builder.append(scalar: value)
            return max(end, start + 2)
        default: builder.append(bytes: base, start + 1, min(start + 1 + next.length, limit))
        }
        return min(start + 1 + next.length, limit)
    }

    /// Inside a double-quoted string a subexpression may have its quotes doubled or escaped; then it is read from a
    /// copy without them. Nil where there are none.
    func unescapedCopy(_ start: Int, _ end: Int) -> (bytes: [UInt8], places: [Int32])? {
        var found = false
        var i = start
        while i < end {
            if base[i] == UInt8(ascii: "`"), i + 1 < end, isDoubleQuote(i + 1) { found = true; break }
            if isDoubleQuote(i), i + decode(i).length < end, isDoubleQuote(i + decode(i).length) { found = true; break }
            i += 1
        }
        guard found else { return nil }
        var bytes: [UInt8] = [], places: [Int32] = []
        i = start
        while i < end {
            if base[i] == UInt8(ascii: "`"), i + 1 < end, isDoubleQuote(i + 1) {
                i += 1
            } else if isDoubleQuote(i), i + decode(i).length < end, isDoubleQuote(i + decode(i).length) {
                i += decode(i).length
            }
            let length = decode(i).length
            for k in i..<min(i + length, end) {
                bytes.append(base[k])
                places.append(Int32(place(k)))
            }
            i += length
        }
        places.append(Int32(place(end)))
        return (bytes, places)
    }
}
