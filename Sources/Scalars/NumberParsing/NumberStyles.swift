// What a text of a number may contain, and the scan that turns such a text into digits (.NET's number parser).

/// `System.Globalization.NumberStyles`, with its bits.
public struct NumberStyles: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let allowLeadingWhite = NumberStyles(rawValue: 1)
    public static let allowTrailingWhite = NumberStyles(rawValue: 2)
    public static let allowLeadingSign = NumberStyles(rawValue: 4)
    public static let allowTrailingSign = NumberStyles(rawValue: 8)
    public static let allowParentheses = NumberStyles(rawValue: 16)
    public static let allowDecimalPoint = NumberStyles(rawValue: 32)
    public static let allowThousands = NumberStyles(rawValue: 64)
    public static let allowExponent = NumberStyles(rawValue: 128)
    public static let allowCurrencySymbol = NumberStyles(rawValue: 256)
    public static let allowHexSpecifier = NumberStyles(rawValue: 512)
    public static let allowBinarySpecifier = NumberStyles(rawValue: 1024)
    public static let integer = NumberStyles(rawValue: 7)
    public static let number = NumberStyles(rawValue: 111)
    public static let float = NumberStyles(rawValue: 167)
    public static let currency = NumberStyles(rawValue: 383)
    public static let any = NumberStyles(rawValue: 511)
    public static let hexNumber = NumberStyles(rawValue: 515)
    public static let binaryNumber = NumberStyles(rawValue: 1027)
}

/// Digits read from a text.
struct ScannedNumber {
    /// ASCII digits without leading zeros; trailing zeros are kept.
    var digits: [UInt8] = []
    /// How many digits stand before the point.
    var scale = 0
    var isNegative = false

    /// Nil if the text is no number of the styles.
    init?(_ text: String, _ styles: NumberStyles, _ culture: NumberCulture) {
        let bytes = Array(text.utf8)
        var i = 0
        let decimalSeparator = Array(culture.numberDecimalSeparator.utf8)
        let groupSeparator = Array(culture.numberGroupSeparator.utf8)
        var currency: [UInt8]? = styles.contains(.allowCurrencySymbol) ? Array(culture.currencySymbol.utf8) : nil
        var sawSign = false
        var inParentheses = false
        var sawCurrency = false
        func isWhite(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
        func starts(_ wanted: [UInt8], _ at: Int) -> Int? {
            if at + wanted.count <= bytes.count, wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) { return wanted.count }
            // A plain space stands for the spaces nobody can type.
            let isSpecialSpace = wanted == [0xC2, 0xA0] || wanted == [0xE2, 0x80, 0xAF]
            if isSpecialSpace && at < bytes.count {
                if bytes[at] == 32 { return 1 }
                if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return 2 }
            }
            return nil
        }
        func readSign() -> Bool {
            guard !sawSign, i < bytes.count, bytes[i] == 43 || bytes[i] == 45 else { return false }
            if bytes[i] == 45 { isNegative = true }
            sawSign = true
            i += 1
            return true
        }
        while i < bytes.count {
            if isWhite(bytes[i]) && styles.contains(.allowLeadingWhite) && !(sawSign && !sawCurrency && culture.numberNegativePattern != 2) {
                i += 1
                continue
            }
            if styles.contains(.allowLeadingSign), readSign() { continue }
            if bytes[i] == 40, styles.contains(.allowParentheses), !sawSign {
                sawSign = true
                inParentheses = true
                isNegative = true
                i += 1
                continue
            }
            if let symbol = currency, let length = starts(symbol, i) {
                sawCurrency = true
                currency = nil
                i += length
                continue
            }
            break
        }
        var sawDigit = false
        var sawPoint = false
        while i < bytes.count {
            let byte = bytes[i]
            if byte >= 48 && byte <= 57 {
                sawDigit = true
                if byte != 48 || !digits.isEmpty {
                    digits.append(byte)
                    if !sawPoint { scale += 1 }
                } else if sawPoint {
                    scale -= 1
                }
                i += 1
            } else if styles.contains(.allowDecimalPoint), !sawPoint, let length = starts(decimalSeparator, i) {
                sawPoint = true
                i += length
            } else if styles.contains(.allowThousands), sawDigit, !sawPoint, let length = starts(groupSeparator, i) {
                i += length
            } else {
                break
            }
        }
        guard sawDigit else { return nil }
        if styles.contains(.allowExponent), i < bytes.count, bytes[i] == 69 || bytes[i] == 101 {
            var j = i + 1
            var isDown = false
            if j < bytes.count, bytes[j] == 43 || bytes[j] == 45 {
                isDown = bytes[j] == 45
                j += 1
            }
            if j < bytes.count, bytes[j] >= 48, bytes[j] <= 57 {
                var exponent = 0
                while j < bytes.count, bytes[j] >= 48, bytes[j] <= 57 {
                    exponent = min(exponent * 10 + Int(bytes[j]) - 48, 9999)
                    j += 1
                }
                scale += isDown ? -exponent : exponent
                i = j
            }
        }
        while i < bytes.count {
            if isWhite(bytes[i]) && styles.contains(.allowTrailingWhite) {
                i += 1
                continue
            }
            if styles.contains(.allowTrailingSign), readSign() { continue }
            if bytes[i] == 41, inParentheses {
                inParentheses = false
                i += 1
                continue
            }
            if let symbol = currency, let length = starts(symbol, i) {
                currency = nil
                i += length
                continue
            }
            break
        }
        if inParentheses { return nil }
        while i < bytes.count, bytes[i] == 0 { i += 1 }
        if i != bytes.count { return nil }
    }

    /// How many digits remain without trailing zeros.
    var significantCount: Int {
        var count = digits.count
        while count > 0 && digits[count - 1] == 48 { count -= 1 }
        return count
    }
}
