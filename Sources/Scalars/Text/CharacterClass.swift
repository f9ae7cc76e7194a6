// What kind of character a code point is, as System.Char answers.

/// The questions of `[char]::Is...`, for any code point; half a surrogate pair is of category Surrogate.
public enum CharacterClass {
    /// `GetUnicodeCategory`: its number and name as `System.Globalization.UnicodeCategory`.
    public static func category(_ value: UInt32) -> (number: Int, name: String) {
        guard let scalar = Unicode.Scalar(value) else { return (16, "Surrogate") }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter: return (0, "UppercaseLetter")
        case .lowercaseLetter: return (1, "LowercaseLetter")
        case .titlecaseLetter: return (2, "TitlecaseLetter")
        case .modifierLetter: return (3, "ModifierLetter")
        case .otherLetter: return (4, "OtherLetter")
        case .nonspacingMark: return (5, "NonSpacingMark")
        case .spacingMark: return (6, "SpacingCombiningMark")
        case .enclosingMark: return (7, "EnclosingMark")
        case .decimalNumber: return (8, "DecimalDigitNumber")
        case .letterNumber: return (9, "LetterNumber")
        case .otherNumber: return (10, "OtherNumber")
        case .spaceSeparator: return (11, "SpaceSeparator")
        case .lineSeparator: return (12, "LineSeparator")
        case .paragraphSeparator: return (13, "ParagraphSeparator")
        case .control: return (14, "Control")
        case .format: return (15, "Format")
        case .surrogate: return (16, "Surrogate")
        case .privateUse: return (17, "PrivateUse")
        case .connectorPunctuation: return (18, "ConnectorPunctuation")
        case .dashPunctuation: return (19, "DashPunctuation")
        case .openPunctuation: return (20, "OpenPunctuation")
        case .closePunctuation: return (21, "ClosePunctuation")
        case .initialPunctuation: return (22, "InitialQuotePunctuation")
        case .finalPunctuation: return (23, "FinalQuotePunctuation")
        case .otherPunctuation: return (24, "OtherPunctuation")
        case .mathSymbol: return (25, "MathSymbol")
        case .currencySymbol: return (26, "CurrencySymbol")
        case .modifierSymbol: return (27, "ModifierSymbol")
        case .otherSymbol: return (28, "OtherSymbol")
        case .unassigned: return (29, "OtherNotAssigned")
        @unknown default: return (29, "OtherNotAssigned")
        }
    }

    public static func isLetter(_ value: UInt32) -> Bool {
        value < 128 ? value | 0x20 >= 97 && value | 0x20 <= 122 : category(value).number <= 4
    }
    public static func isDigit(_ value: UInt32) -> Bool { value < 128 ? value >= 48 && value <= 57 : category(value).number == 8 }
    public static func isLetterOrDigit(_ value: UInt32) -> Bool { isLetter(value) || isDigit(value) }
    public static func isNumber(_ value: UInt32) -> Bool { value < 128 ? isDigit(value) : (8...10).contains(category(value).number) }
    public static func isUpper(_ value: UInt32) -> Bool { value < 128 ? value >= 65 && value <= 90 : category(value).number == 0 }
    public static func isLower(_ value: UInt32) -> Bool { value < 128 ? value >= 97 && value <= 122 : category(value).number == 1 }
    public static func isControl(_ value: UInt32) -> Bool { value < 32 || (value >= 127 && value < 160) }
    public static func isPunctuation(_ value: UInt32) -> Bool { (18...24).contains(category(value).number) }
    public static func isSymbol(_ value: UInt32) -> Bool { (25...28).contains(category(value).number) }
    public static func isSeparator(_ value: UInt32) -> Bool { (11...13).contains(category(value).number) }
    public static func isSurrogate(_ value: UInt32) -> Bool { value >= 0xD800 && value <= 0xDFFF }

    /// `char.IsWhiteSpace`: separators, tab to carriage return, next line.
    @inlinable
    public static func isWhiteSpace(_ value: UInt32) -> Bool {
        if value < 128 { return value == 32 || (value >= 9 && value <= 13) }
        switch value {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
        default: return false
        }
    }

    /// `GetNumericValue`: -1 for what is no number.
    public static func numericValue(_ value: UInt32) -> Double {
        guard let scalar = Unicode.Scalar(value) else { return -1 }
        return scalar.properties.numericValue ?? -1
    }
}

/// `Trim` and its like.
public enum TextTrimming {
    public static func trim(_ text: String, start: Bool = true, end: Bool = true) -> String {
        trim(text, start: start, end: end, where: CharacterClass.isWhiteSpace)
    }

    /// Takes away the characters given instead of white space.
    public static func trim(_ text: String, characters: [UInt32], start: Bool = true, end: Bool = true) -> String {
        trim(text, start: start, end: end) { characters.contains($0) }
    }

    private static func trim(_ text: String, start: Bool, end: Bool, where isTrimmed: (UInt32) -> Bool) -> String {
        withUtf8(text) { bytes in
            var from = 0
            var to = bytes.count
            while start && from < to {
                let (value, length) = decodeScalar(bytes, at: from)
                if !isTrimmed(value) { break }
                from += length
            }
            while end && to > from {
                var last = to - 1
                while last > from && bytes[last] & 0xC0 == 0x80 { last -= 1 }
                if !isTrimmed(decodeScalar(bytes, at: last).value) { break }
                to = last
            }
            return from == 0 && to == bytes.count ? text : String(decoding: bytes[from..<to], as: UTF8.self)
        }
    }
}
