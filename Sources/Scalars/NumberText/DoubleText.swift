// The two texts of a floating point number: the shortest that reads back (`ToString()`), and the language's 15 digits.

extension Double {
    /// `ToString()` in the invariant culture: shortest digits that read back, "1E+20", "1.5E-05", "NaN", "Infinity", "-0".
    public var netText: String {
        if let small = Int32(exactly: self), small != 0 || sign == .plus { return String(small) }
        if isPlain { return plainText(mostDigits: 17) ?? "" }
        return specialText(self, .invariant) ?? generalText(NumberDigits(shortest: self), .invariant, least: 15)
    }

    /// The language's own text (casts, string expansion): at most 15 significant digits.
    public var languageText: String {
        if let small = Int32(exactly: self), small != 0 || sign == .plus { return String(small) }
        if isPlain, let text = plainText(mostDigits: 15) { return text }
        return languageNumberText(self, digits: 15)
    }

    /// Whether Swift and .NET both write it without an exponent.
    private var isPlain: Bool { magnitude >= 1e-4 && magnitude < 1e15 }

    /// Swift's text without ".0"; nil if it has more significant digits than wanted.
    private func plainText(mostDigits: Int) -> String? {
        let text = description
        return withUtf8(text) { bytes in
            var count = bytes.count
            if count > 2 && bytes[count - 1] == 48 && bytes[count - 2] == 46 { count -= 2 }
            if count > mostDigits {
                var digits = 0
                var started = false
                for byte in bytes[..<count] where byte >= 48 && byte <= 57 {
                    started = started || byte != 48
                    if started { digits += 1 }
                }
                if digits > mostDigits { return nil }
            }
            return count == bytes.count ? text : String(decoding: bytes[..<count], as: UTF8.self)
        }
    }
}

extension Float {
    /// `ToString()` in the invariant culture.
    public var netText: String {
        specialText(Double(self), .invariant) ?? generalText(NumberDigits(shortest: self), .invariant, least: 7)
    }

    /// The language's own text: at most 7 significant digits.
    public var languageText: String { languageNumberText(Double(self), digits: 7) }
}

/// The G format with so many digits, in the invariant culture.
private func languageNumberText(_ value: Double, digits: Int) -> String {
    if let special = specialText(value, .invariant) { return special }
    let number = NumberDigits(value, precision: digits, significant: true)
    var output: [UInt8] = []
    if number.isNegative { output.append(45) }
    appendGeneral(&output, number, digits, .invariant, exponentLetter: 69, neverScientific: false)
    return String(decoding: output, as: UTF8.self)
}

/// The words for what is no finite number.
func specialText(_ value: Double, _ culture: NumberCulture) -> String? {
    if value.isFinite { return nil }
    if value.isNaN { return culture.nanSymbol }
    return value > 0 ? culture.positiveInfinitySymbol : culture.negativeInfinitySymbol
}

/// The G format with the digits the number has.
func generalText(_ number: NumberDigits, _ culture: NumberCulture, least: Int) -> String {
    var output: [UInt8] = []
    if number.isNegative { output.append(contentsOf: culture.negativeSign.utf8) }
    appendGeneral(&output, number, max(number.digits.count, least), culture, exponentLetter: 69, neverScientific: false)
    return String(decoding: output, as: UTF8.self)
}
