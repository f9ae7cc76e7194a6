// `Parse` and `TryParse` of the numeric types: refusals are typed, so one function serves both.

/// Parsing of .NET's numbers. All throw `badInput` for text that is no such number and `overflow` for one too large.
public enum NumberParsing {
    /// An integer within limits; `type` names the type for errors. Hexadecimal and binary text fills `bits` bits.
    public static func integer(
        _ text: String, styles: NumberStyles = .integer, culture: NumberCulture = .invariant, type: String = "Int32", bits: Int = 32,
        isSigned: Bool = true
    ) throws(ScalarError) -> Int128 {
        if styles.contains(.allowHexSpecifier) || styles.contains(.allowBinarySpecifier) {
            let raw = try bitPattern(text, styles, type, bits)
            return isSigned && bits < 128 && raw >> UInt128(bits - 1) & 1 == 1 ? Int128(raw) - (Int128(1) << Int128(bits)) : Int128(raw)
        }
        guard let number = ScannedNumber(text, styles, culture) else { throw .badInput(text) }
        let count = number.significantCount
        guard number.scale <= 30, number.scale >= count else { throw .overflow(type) }
        var value: Int128 = 0
        for index in 0..<max(0, number.scale) where count > 0 {
            value = value * 10 + Int128(index < number.digits.count ? number.digits[index] - 48 : 0)
        }
        if number.isNegative { value = -value }
        let low: Int128 = isSigned ? -(Int128(1) << Int128(bits - 1)) : 0
        let high: Int128 = (Int128(1) << Int128(isSigned ? bits - 1 : bits)) - 1
        guard value >= low, value <= high else { throw .overflow(type) }
        return value
    }

    private static func bitPattern(_ text: String, _ styles: NumberStyles, _ type: String, _ bits: Int) throws(ScalarError) -> UInt128 {
        var bytes = Array(text.utf8)[...]
        func isWhite(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
        if styles.contains(.allowLeadingWhite) { bytes = bytes.drop(while: isWhite) }
        if styles.contains(.allowTrailingWhite) { while let last = bytes.last, isWhite(last) { bytes.removeLast() } }
        let isHex = styles.contains(.allowHexSpecifier)
        if bytes.isEmpty { throw .badInput(text) }
        var value: UInt128 = 0
        var overflowed = false
        for byte in bytes {
            guard let digit = hexValue(byte), isHex || digit < 2 else { throw .badInput(text) }
            if value >> UInt128(bits - (isHex ? 4 : 1)) != 0 { overflowed = true }
            if !overflowed { value = value << (isHex ? 4 : 1) | UInt128(digit) }
        }
        if overflowed { throw .overflow(type) }
        return value
    }

    public static func int32(_ text: String, styles: NumberStyles = .integer, culture: NumberCulture = .invariant) throws(ScalarError) -> Int32 {
        Int32(truncatingIfNeeded: try integer(text, styles: styles, culture: culture))
    }

    public static func int64(_ text: String, styles: NumberStyles = .integer, culture: NumberCulture = .invariant) throws(ScalarError) -> Int64 {
        Int64(truncatingIfNeeded: try integer(text, styles: styles, culture: culture, type: "Int64", bits: 64))
    }

    /// Names of infinities and NaN are taken in any case. Too large is infinite, no error.
    public static func double(
        _ text: String, styles: NumberStyles = [.float, .allowThousands], culture: NumberCulture = .invariant
    ) throws(ScalarError) -> Double {
        guard let number = ScannedNumber(text, styles, culture) else {
            if let special = specialValue(text, culture) { return special }
            throw .badInput(text)
        }
        if number.digits.isEmpty { return number.isNegative ? -0.0 : 0 }
        let digits = String(decoding: number.digits, as: UTF8.self)
        let value = Double("0.\(digits)e\(number.scale)") ?? (number.scale > 0 ? .infinity : 0)
        return number.isNegative ? -value : value
    }

    /// As `double`, rounded once.
    public static func float(
        _ text: String, styles: NumberStyles = [.float, .allowThousands], culture: NumberCulture = .invariant
    ) throws(ScalarError) -> Float {
        guard let number = ScannedNumber(text, styles, culture) else {
            if let special = specialValue(text, culture) { return Float(special) }
            throw .badInput(text)
        }
        if number.digits.isEmpty { return number.isNegative ? -0.0 : 0 }
        let digits = String(decoding: number.digits, as: UTF8.self)
        let value = Float("0.\(digits)e\(number.scale)") ?? (number.scale > 0 ? .infinity : 0)
        return number.isNegative ? -value : value
    }

    private static func specialValue(_ text: String, _ culture: NumberCulture) -> Double? {
        var bytes = Array(text.utf8)[...]
        func isWhite(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
        bytes = bytes.drop(while: isWhite)
        while let last = bytes.last, isWhite(last) { bytes.removeLast() }
        let trimmed = String(decoding: bytes, as: UTF8.self)
        let infinity = culture.positiveInfinitySymbol
        if Ordinal.equalIgnoringCase(trimmed, infinity) || Ordinal.equalIgnoringCase(trimmed, "+" + infinity) { return .infinity }
        if Ordinal.equalIgnoringCase(trimmed, culture.negativeInfinitySymbol) { return -.infinity }
        for name in [culture.nanSymbol, "-" + culture.nanSymbol, "+" + culture.nanSymbol] where Ordinal.equalIgnoringCase(trimmed, name) {
            return .nan
        }
        return nil
    }

    /// Keeps trailing zeros; rounds half to even beyond 28 places.
    public static func decimal(
        _ text: String, styles: NumberStyles = .number, culture: NumberCulture = .invariant
    ) throws(ScalarError) -> NetDecimal {
        guard let number = ScannedNumber(text, styles, culture) else { throw .badInput(text) }
        if number.digits.isEmpty { return NetDecimal(mantissa: 0, scale: min(max(-number.scale, 0), 28), negative: number.isNegative) }
        if number.scale > 29 { throw .overflow("Decimal") }
        var exponent = number.scale
        var mantissa: UInt128 = 0
        var index = 0
        let digits = number.digits
        while exponent > 0 || (index < digits.count && exponent > -28) {
            let digit = index < digits.count ? UInt128(digits[index] - 48) : 0
            let wider = mantissa * 10 + digit
            if wider >= NetDecimal.mantissaLimit { break }
            mantissa = wider
            index += 1
            exponent -= 1
        }
        if index < digits.count, digits[index] >= 53 {
            let isTie = digits[index] == 53 && digits[(index + 1)...].allSatisfy { $0 == 48 }
            if !isTie || mantissa & 1 == 1 {
                mantissa += 1
                if mantissa >= NetDecimal.mantissaLimit {
                    mantissa = (mantissa + 4) / 10
                    exponent += 1
                }
            }
        }
        if exponent > 0 { throw .overflow("Decimal") }
        if exponent < -28 { return NetDecimal(mantissa: 0, scale: 28, negative: number.isNegative) }
        return NetDecimal(mantissa: mantissa, scale: -exponent, negative: number.isNegative)
    }

    /// Any size; hexadecimal text is two's complement.
    public static func bigInteger(
        _ text: String, styles: NumberStyles = .integer, culture: NumberCulture = .invariant
    ) throws(ScalarError) -> BigInteger {
        if styles.contains(.allowHexSpecifier) {
            let trimmed = text.utf8.filter { $0 != 32 && !(9...13).contains($0) }
            guard let value = BigInteger(hexDigits: String(decoding: trimmed, as: UTF8.self)) else { throw .badInput(text) }
            return value
        }
        guard let number = ScannedNumber(text, styles, culture) else { throw .badInput(text) }
        let count = number.significantCount
        if count == 0 { return .zero }
        guard number.scale >= count, number.scale - count < 1_000_000 else { throw .badInput(text) }
        var digits = Array(number.digits.prefix(number.scale))
        while digits.count < number.scale { digits.append(48) }
        return BigInteger(decimalDigits: digits, negative: number.isNegative)
    }
}
