// The scanner under the translator: a pattern as UTF-16 units with a position, and the small things read from it.

struct PatternReader {
    let pattern: String
    let units: [UInt16]
    var position = 0

    init(_ pattern: String) {
        self.pattern = pattern
        units = Array(pattern.utf16)
    }

    var isAtEnd: Bool { position >= units.count }
    var left: Int { units.count - position }
    @inline(__always) func peek(_ offset: Int = 0) -> UInt16 { position + offset < units.count ? units[position + offset] : 0 }
    func has(_ character: Unicode.Scalar, at offset: Int = 0) -> Bool {
        position + offset < units.count && UInt32(units[position + offset]) == character.value
    }
    func text(_ from: Int, _ to: Int) -> String { String(decoding: units[from..<to], as: UTF16.self) }

    func failure(_ reason: String) -> RegexError { .invalid(pattern: pattern, offset: position, reason: reason) }
    func unsupported(_ construct: String) -> RegexError { .unsupported(pattern: pattern, construct: construct) }

    static func isDigit(_ unit: UInt16) -> Bool { unit >= 48 && unit <= 57 }

    /// A letter, digit, mark or connector of a word, or one of the two zero-width joiners.
    static func isWord(_ unit: UInt16) -> Bool {
        if unit < 128 { return isDigit(unit) || unit == 95 || (unit | 0x20 >= 97 && unit | 0x20 <= 122) }
        if unit == 0x200D || unit == 0x200C { return true }
        guard let scalar = Unicode.Scalar(UInt32(unit)) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber,
            .connectorPunctuation:
            return true
        default: return false
        }
    }

    /// A run of digits as a number, possibly none.
    mutating func decimal() throws(RegexError) -> Int {
        var value = 0
        while position < units.count, PatternReader.isDigit(units[position]) {
            value = value * 10 + Int(units[position]) - 48
            position += 1
            if value > Int(Int32.max) { throw failure("Capture group numbers must be less than or equal to Int32.MaxValue.") }
        }
        return value
    }

    /// A run of word characters.
    mutating func name() -> String {
        let start = position
        while position < units.count, PatternReader.isWord(units[position]) { position += 1 }
        return text(start, position)
    }

    /// Whether * + ? or a well-formed {n}, {n,} or {n,m} stands here.
    func isQuantifier() -> Bool {
        guard position < units.count else { return false }
        switch units[position] {
        case 42, 43, 63: return true
        case 123:
            var i = position + 1
            let start = i
            while i < units.count, PatternReader.isDigit(units[i]) { i += 1 }
            if i == start || i == units.count { return false }
            if units[i] == 125 { return true }
            if units[i] != 44 { return false }
            i += 1
            while i < units.count, PatternReader.isDigit(units[i]) { i += 1 }
            return i < units.count && units[i] == 125
        default: return false
        }
    }

    /// Skips comments, and white space where the pattern may be spread out.
    mutating func skipBlanks(spread: Bool) throws(RegexError) {
        while true {
            if spread {
                while position < units.count, isSpace(units[position]) { position += 1 }
                if has("#") {
                    while position < units.count, units[position] != 10 { position += 1 }
                    continue
                }
            }
            guard has("("), has("?", at: 1), has("#", at: 2) else { return }
            while position < units.count, units[position] != 41 { position += 1 }
            if isAtEnd { throw failure("Unterminated (?#...) comment.") }
            position += 1
        }
    }

    func isSpace(_ unit: UInt16) -> Bool { unit == 32 || (unit >= 9 && unit <= 13 && unit != 11) }

    /// The character a backslash sequence stands for, the backslash already read.
    mutating func characterEscape(ecma: Bool) throws(RegexError) -> UInt16 {
        let unit = units[position]
        position += 1
        switch unit {
        case 48...55:
            position -= 1
            var value: UInt16 = 0
            var digits = 0
            while digits < 3, position < units.count, units[position] >= 48, units[position] <= 55 {
                value = value * 8 + units[position] - 48
                position += 1
                digits += 1
                if ecma && value >= 0x20 { break }
            }
            return value & 0xFF
        case 120: return try hexadecimal(2)
        case 117: return try hexadecimal(4)
        case 97: return 7
        case 98: return 8
        case 101: return 27
        case 102: return 12
        case 110: return 10
        case 114: return 13
        case 116: return 9
        case 118: return 11
        case 99:
            if isAtEnd { throw failure("Missing control character.") }
            var control = units[position]
            position += 1
            if control >= 97 && control <= 122 { control -= 32 }
            guard control >= 64, control < 96 else { throw failure("Unrecognized control character.") }
            return control - 64
        default:
            if !ecma && PatternReader.isWord(unit) { throw failure("Unrecognized escape sequence \\\(String(decoding: [unit], as: UTF16.self)).") }
            return unit
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws(RegexError) -> UInt16 {
        var value: UInt16 = 0
        var wanted = digits
        if left >= digits {
            while wanted > 0 {
                let unit = units[position]
                position += 1
                switch unit {
                case 48...57: value = value << 4 | (unit - 48)
                case 65...70: value = value << 4 | (unit - 55)
                case 97...102: value = value << 4 | (unit - 87)
                default: throw failure("Insufficient or invalid hexadecimal digits.")
                }
                wanted -= 1
            }
        }
        if wanted > 0 { throw failure("Insufficient or invalid hexadecimal digits.") }
        return value
    }

    /// The name in \p{...}, the letter already read.
    mutating func propertyName() throws(RegexError) -> String {
        if position + 2 >= units.count { throw failure("Incomplete \\p{X} character escape.") }
        let open = units[position]
        position += 1
        if open != 123 { throw failure("Malformed \\p{X} character escape.") }
        let start = position
        while position < units.count, PatternReader.isWord(units[position]) || units[position] == 45 { position += 1 }
        let name = text(start, position)
        let closed = position < units.count && units[position] == 125
        if position < units.count { position += 1 }
        if !closed { throw failure("Incomplete \\p{X} character escape.") }
        return name
    }
}
