// What single characters mean to the lexer. ASCII by bit masks, the rest by decoding one scalar.

@inline(__always) private func isIn(_ low: UInt64, _ high: UInt64, _ byte: UInt8) -> Bool {
    byte < 64 ? (low >> UInt64(byte)) & 1 != 0 : byte < 128 && (high >> UInt64(byte - 64)) & 1 != 0
}

private func bit(_ byte: Unicode.Scalar) -> UInt64 { 1 << UInt64(byte.value & 63) }

enum ASCII {
    /// NUL, white space, line breaks and `& ( ) , ; { | }` end any word.
    @inline(__always) static func startsToken(_ byte: UInt8) -> Bool {
        isIn(0x0800_1341_0000_3E01, 0x3800_0000_0000_0000, byte)
    }
    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 || byte == 0x0B || byte == 0x0C }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isHexDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    /// Letter, digit or underscore.
    @inline(__always) static func continuesName(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }

    /// What may follow a number in an expression without making it a word: `! # % * + - . / < = > ]`.
    static func endsNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}

/// One decoded character and how many bytes it takes.
struct DecodedScalar {
    let value: UInt32
    let length: Int

    var isBlank: Bool {
        switch value {
        case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
    var isDash: Bool { value == 0x2D || value == 0x2013 || value == 0x2014 || value == 0x2015 }
    var isSingleQuote: Bool { value == 0x27 || (0x2018...0x201B).contains(value) }
    var isDoubleQuote: Bool { value == 0x22 || (0x201C...0x201E).contains(value) }

    var isLetter: Bool {
        guard value >= 0x80, let scalar = Unicode.Scalar(value) else { return value < 0x80 && ASCII.isLetter(UInt8(value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    var isLetterOrDigit: Bool {
        if isLetter { return true }
        guard let scalar = Unicode.Scalar(value) else { return false }
        return scalar.properties.generalCategory == .decimalNumber
    }
}
