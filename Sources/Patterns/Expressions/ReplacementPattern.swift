// .NET's replacement patterns: $1 ${name} $$ $& $` $' $+ $_ among plain text; and escaping of patterns.

/// A replacement, read once for one expression.
public struct ReplacementPattern {
    private enum Piece {
        case literal([UInt8])
        case slot(Int)
        case before
        case after
        case lastGroup
        case everything
    }

    private var pieces: [Piece] = []

    /// What names no group of the expression stays as it is written.
    public init(_ text: String, for expression: RegularExpression) {
        let bytes = Array(text.utf8)
        var literal: [UInt8] = []
        func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] >= 48 && bytes[index] <= 57 }
        var i = 0
        func add(_ piece: Piece) {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = []
            pieces.append(piece)
        }
        while i < bytes.count {
            guard bytes[i] == 36, i + 1 < bytes.count else {
                literal.append(bytes[i])
                i += 1
                continue
            }
            let next = bytes[i + 1]
            let isAngled = next == 123 && i + 2 < bytes.count
            let first = isAngled ? i + 2 : i + 1
            if isDigit(first) {
                var end = first
                var number = 0
                while isDigit(end), number < 100_000_000 {
                    number = number * 10 + Int(bytes[end]) - 48
                    end += 1
                }
                if isAngled {
                    if end < bytes.count, bytes[end] == 125, let slot = expression.slot(ofNumber: number) {
                        add(.slot(slot))
                        i = end + 1
                        continue
                    }
                } else if let slot = expression.slot(ofNumber: number) {
                    add(.slot(slot))
                    i = end
                    continue
                }
            } else if isAngled {
                var end = first
                while end < bytes.count, bytes[end] >= 0x80 || bytes[end] == 95 || isDigit(end) || (bytes[end] | 0x20 >= 97 && bytes[end] | 0x20 <= 122) {
                    end += 1
                }
                if end < bytes.count, bytes[end] == 125, end > first,
                    let slot = expression.slot(named: String(decoding: bytes[first..<end], as: UTF8.self))
                {
                    add(.slot(slot))
                    i = end + 1
                    continue
                }
            } else {
                switch next {
                case 36: literal.append(36)
                case 38: add(.slot(0))
                case 96: add(.before)
                case 39: add(.after)
                case 43: add(.lastGroup)
                case 95: add(.everything)
                default:
                    literal.append(36)
                    i += 1
                    continue
                }
                i += 2
                continue
            }
            literal.append(36)
            i += 1
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
    }

    /// Appends what the replacement is for the last successful `find` of the expression in `text`.
    public func append(to output: inout [UInt8], _ expression: RegularExpression, _ text: UnsafeBufferPointer<UInt8>) {
        append(to: &output, text, last: expression.groupNumbers.count - 1) { expression.range(ofSlot: $0) }
    }

    /// What the replacement is for a match in `text` (`Match.Result`).
    public func result(for match: RegexMatch, in text: String) -> String {
        var output: [UInt8] = []
        withUtf8Bytes(text) { bytes in append(to: &output, bytes, last: match.groups.count - 1) { match.groups[$0] } }
        return String(decoding: output, as: UTF8.self)
    }

    @inline(__always)
    private func append(to output: inout [UInt8], _ text: UnsafeBufferPointer<UInt8>, last: Int, _ range: (Int) -> MatchedRange) {
        func add(_ slot: Int) {
            let range = range(slot)
            if range.isSuccess { output.append(contentsOf: text[range.start..<range.end]) }
        }
        for piece in pieces {
            switch piece {
            case .literal(let bytes): output.append(contentsOf: bytes)
            case .slot(let slot): add(slot)
            case .before: output.append(contentsOf: text[..<range(0).start])
            case .after: output.append(contentsOf: text[range(0).end...])
            case .lastGroup: add(last)
            case .everything: output.append(contentsOf: text)
            }
        }
    }
}

extension RegularExpression {
    /// `[regex]::Escape`.
    public static func escape(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 9: output += [92, 116]
            case 10: output += [92, 110]
            case 12: output += [92, 102]
            case 13: output += [92, 114]
            case 32, 35, 36, 40, 41, 42, 43, 46, 63, 91, 92, 94, 123, 124: output += [92, byte]
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// `[regex]::Unescape`. Throws `invalid`.
    public static func unescape(_ text: String) throws(RegexError) -> String {
        var reader = PatternReader(text)
        var units: [UInt16] = []
        while !reader.isAtEnd {
            let unit = reader.peek()
            reader.position += 1
            if unit == 92 {
                if reader.isAtEnd { throw reader.failure("Illegal \\ at end of pattern.") }
                units.append(try reader.characterEscape(ecma: false))
            } else {
                units.append(unit)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
