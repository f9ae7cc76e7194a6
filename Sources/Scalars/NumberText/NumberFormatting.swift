// `ToString(format, culture)` of every numeric type.

/// Widths of the integer types; hexadecimal and binary text of negative numbers depends on them.
public enum IntegerWidth: Int, Sendable {
    case bits8 = 8
    case bits16 = 16
    case bits32 = 32
    case bits64 = 64
}

extension Int64 {
    /// A signed integer of the width given, in a standard or custom format. Throws `badFormat`.
    public func formatted(_ format: String, width: IntegerWidth = .bits64, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        if format.isEmpty { return self < 0 ? culture.negativeSign + String(magnitude) : String(self) }
        let mask = width == .bits64 ? UInt64.max : (1 << UInt64(width.rawValue)) - 1
        return try formatInteger(magnitude, negative: self < 0, bits: UInt64(bitPattern: self) & mask, format, culture)
    }
}

extension UInt64 {
    /// An unsigned integer in a standard or custom format. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        try formatInteger(self, negative: false, bits: self, format, culture)
    }
}

private func formatInteger(
    _ magnitude: UInt64, negative: Bool, bits: UInt64, _ format: String, _ culture: NumberCulture
) throws(ScalarError) -> String {
    var output: [UInt8] = []
    switch NumberFormat(format) {
    case .custom:
        appendCustom(&output, NumberDigits(magnitude: magnitude, negative: negative), format, culture)
    case .standard(let letter, let precision):
        try limitPrecision(precision)
        switch letter | 0x20 {
        case 100: appendPadded(&output, Array(String(magnitude).utf8), negative: negative, least: precision, culture)
        case 103 where precision < 1, 114 where precision < 1:
            appendPadded(&output, Array(String(magnitude).utf8), negative: negative, least: 0, culture)
        case 120: appendPadded(&output, Array(String(bits, radix: 16, uppercase: letter == 88).utf8), negative: false, least: precision, culture)
        case 98: appendPadded(&output, Array(String(bits, radix: 2).utf8), negative: false, least: precision, culture)
        default:
            try appendStandard(&output, NumberDigits(magnitude: magnitude, negative: negative), letter: letter, precision: precision, culture)
        }
    }
    return String(decoding: output, as: UTF8.self)
}

/// Formats may ask for up to 999,999,999 digits; more than any text here can sensibly hold is refused.
private func limitPrecision(_ precision: Int) throws(ScalarError) {
    if precision > 1_000_000 { throw .badFormat }
}

private func appendPadded(_ output: inout [UInt8], _ digits: [UInt8], negative: Bool, least: Int, _ culture: NumberCulture) {
    if negative { output.append(contentsOf: culture.negativeSign.utf8) }
    if digits.count < least { output.append(contentsOf: repeatElement(48, count: least - digits.count)) }
    output.append(contentsOf: digits)
}

extension BigInteger {
    /// In a standard or custom format; X is two's complement with a leading 0 where the sign needs one. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        var output: [UInt8] = []
        switch NumberFormat(format) {
        case .custom:
            appendCustom(&output, NumberDigits(self), format, culture)
        case .standard(let letter, let precision):
            try limitPrecision(precision)
            switch letter | 0x20 {
            case 100, 103, 114: appendPadded(&output, decimalDigits, negative: isNegative, least: precision, culture)
            case 120, 98:
                let bytes = Array(byteArray.reversed())
                let perDigit = letter | 0x20 == 120 ? 4 : 1
                var digits: [UInt8] = []
                for byte in bytes {
                    for shift in stride(from: 8 - perDigit, through: 0, by: -perDigit) {
                        let digit = byte >> UInt8(shift) & UInt8(1 << perDigit - 1)
                        digits.append(digit < 10 ? 48 + digit : (letter == 88 ? 55 : 87) + digit)
                    }
                }
                let fill = isNegative ? (perDigit == 4 ? (letter == 88 ? UInt8(70) : 102) : 49) : 48
                // .NET keeps just one digit that shows the sign.
                while digits.count > 1, digits[0] == fill, signDigit(digits[1], perDigit) == isNegative { digits.removeFirst() }
                if digits.count < precision { output.append(contentsOf: repeatElement(fill, count: precision - digits.count)) }
                output.append(contentsOf: digits)
            default: try appendStandard(&output, NumberDigits(self), letter: letter, precision: precision, culture)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a digit's highest bit is set.
    private func signDigit(_ digit: UInt8, _ bits: Int) -> Bool { bits == 1 ? digit == 49 : (hexValue(digit) ?? 0) >= 8 }
}

extension NetDecimal: CustomStringConvertible {
    /// All digits, with the zeros the number carries.
    public var description: String {
        if scaleByte == 0 && high == 0 { return negativeFlag && low != 0 ? "-" + String(low) : String(low) }
        var output: [UInt8] = negativeFlag && !isZero ? [45] : []
        appendGeneral(&output, NumberDigits(self), 0, .invariant, exponentLetter: 69, neverScientific: true)
        return String(decoding: output, as: UTF8.self)
    }

    /// In a standard or custom format. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        var output: [UInt8] = []
        switch NumberFormat(format) {
        case .custom: appendCustom(&output, NumberDigits(self), format, culture)
        case .standard(let letter, let precision):
            try limitPrecision(precision)
            try appendStandard(&output, NumberDigits(self), letter: letter, precision: precision, culture)
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension Double {
    /// In a standard or custom format. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        try formatFloating(self, format, culture, shortest: { NumberDigits(shortest: self) }, least: 15)
    }
}

extension Float {
    /// In a standard or custom format. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        try formatFloating(Double(self), format, culture, shortest: { NumberDigits(shortest: self) }, least: 7)
    }
}

/// `least` is the digits the type is trusted for: 15 or 7.
private func formatFloating(
    _ value: Double, _ format: String, _ culture: NumberCulture, shortest: () -> NumberDigits, least: Int
) throws(ScalarError) -> String {
    let kind = NumberFormat(format)
    var output: [UInt8] = []
    switch kind {
    case .custom:
        if let special = specialText(value, culture) { return special }
        appendCustom(&output, NumberDigits(value, precision: least, significant: true), format, culture)
    case .standard(let letter, var precision):
        try limitPrecision(precision)
        let number: () -> NumberDigits
        switch letter | 0x20 {
        case 101:
            if precision < 0 { precision = 6 }
            number = { NumberDigits(value, precision: precision + 1, significant: true) }
        case 103 where precision > 0: number = { NumberDigits(value, precision: precision, significant: true) }
        case 103, 114:
            if let special = specialText(value, culture) { return special }
            let digits = shortest()
            if digits.isNegative { output.append(contentsOf: culture.negativeSign.utf8) }
            appendGeneral(
                &output, digits, max(digits.digits.count, least), culture, exponentLetter: letter < 97 ? 69 : 101, neverScientific: false)
            return String(decoding: output, as: UTF8.self)
        case 99, 102, 110, 112:
            if precision < 0 { precision = letter | 0x20 == 99 ? culture.currencyDecimalDigits : culture.numberDecimalDigits }
            let places = letter | 0x20 == 112 ? precision + 2 : precision
            number = { NumberDigits(value, precision: places, significant: false) }
        default: throw .badFormat
        }
        if let special = specialText(value, culture) { return special }
        try appendStandard(&output, number(), letter: letter, precision: precision, culture)
    }
    return String(decoding: output, as: UTF8.self)
}
