// The standard numeric formats C E F G N P R over digits, as .NET writes them.

/// A format as .NET splits it: a letter with an optional precision, or a custom format.
enum NumberFormat {
    case standard(letter: UInt8, precision: Int)
    case custom

    init(_ format: String) {
        if format.isEmpty {
            self = .standard(letter: 71, precision: -1)
            return
        }
        var copy = format
        self = copy.withUTF8 { bytes in
            let letter = bytes[0]
            guard (65...90).contains(letter & 0xDF) else { return .custom }
            var precision = bytes.count == 1 ? -1 : 0
            for byte in bytes.dropFirst() {
                guard (48...57).contains(byte), precision < 99_999_999 else { return byte == 0 ? .standard(letter: letter, precision: precision) : .custom }
                precision = precision * 10 + Int(byte) - 48
            }
            return .standard(letter: letter, precision: precision)
        }
    }
}

/// Writes a number in one of the formats C E F G N P R. `precision` is -1 if none was given.
func appendStandard(
    _ output: inout [UInt8], _ source: NumberDigits, letter: UInt8, precision given: Int, _ culture: NumberCulture
) throws(ScalarError) {
    var number = source
    var precision = given
    let isRounded = number.kind == .floatingPoint
    func sign(_ output: inout [UInt8]) { if number.isNegative { output.append(contentsOf: culture.negativeSign.utf8) } }
    /// Writes a pattern: `#` is the digits, `-` the sign, `$` and `%` the symbol.
    func fill(_ layout: String, symbol: String, digits: (inout [UInt8]) -> Void) {
        for byte in layout.utf8 {
            switch byte {
            case 35: digits(&output)
            case 45: output.append(contentsOf: culture.negativeSign.utf8)
            case 36, 37: output.append(contentsOf: symbol.utf8)
            default: output.append(byte)
            }
        }
    }
    switch letter | 0x20 {
    case 99:
        if precision < 0 { precision = culture.currencyDecimalDigits }
        number.round(to: number.scale + precision, isCorrectlyRounded: isRounded)
        let layout =
            number.isNegative
            ? pattern(currencyNegativePatterns, culture.currencyNegativePattern) : pattern(currencyPositivePatterns, culture.currencyPositivePattern)
        fill(layout, symbol: culture.currencySymbol) {
            appendFixed(
                &$0, number, precision, groups: culture.currencyGroupSizes, decimal: culture.currencyDecimalSeparator, group: culture.currencyGroupSeparator)
        }
    case 102:
        if precision < 0 { precision = culture.numberDecimalDigits }
        number.round(to: number.scale + precision, isCorrectlyRounded: isRounded)
        sign(&output)
        appendFixed(&output, number, precision, groups: nil, decimal: culture.numberDecimalSeparator, group: "")
    case 110:
        if precision < 0 { precision = culture.numberDecimalDigits }
        number.round(to: number.scale + precision, isCorrectlyRounded: isRounded)
        let layout = number.isNegative ? pattern(numberNegativePatterns, culture.numberNegativePattern) : "#"
        fill(layout, symbol: "") {
            appendFixed(
                &$0, number, precision, groups: culture.numberGroupSizes, decimal: culture.numberDecimalSeparator, group: culture.numberGroupSeparator)
        }
    case 101:
        if precision < 0 { precision = 6 }
        number.round(to: precision + 1, isCorrectlyRounded: isRounded)
        sign(&output)
        appendScientific(&output, number, precision + 1, culture, letter: letter)
    case 103, 114:
        let exponentLetter = letter < 97 ? UInt8(69) : 101
        var neverScientific = false
        if precision < 1 {
            if number.kind == .decimal && precision == -1 {
                neverScientific = true
                if number.digits.isEmpty { number.isNegative = false }
            } else {
                precision = number.digits.count
            }
        }
        if !neverScientific { number.round(to: precision, isCorrectlyRounded: isRounded) }
        sign(&output)
        appendGeneral(&output, number, precision, culture, exponentLetter: exponentLetter, neverScientific: neverScientific)
    case 112:
        if precision < 0 { precision = culture.percentDecimalDigits }
        if !number.digits.isEmpty { number.scale += 2 }
        number.round(to: number.scale + precision, isCorrectlyRounded: isRounded)
        let layout =
            number.isNegative
            ? pattern(percentNegativePatterns, culture.percentNegativePattern) : pattern(percentPositivePatterns, culture.percentPositivePattern)
        fill(layout, symbol: culture.percentSymbol) {
            appendFixed(
                &$0, number, precision, groups: culture.percentGroupSizes, decimal: culture.percentDecimalSeparator, group: culture.percentGroupSeparator)
        }
    default:
        throw .badFormat
    }
}

/// A pattern by its number; a number .NET does not know means the first.
private func pattern(_ list: [String], _ number: Int) -> String { list.indices.contains(number) ? list[number] : list[0] }

private let currencyPositivePatterns = ["$#", "#$", "$ #", "# $"]
private let currencyNegativePatterns = [
    "($#)", "-$#", "$-#", "$#-", "(#$)", "-#$", "#-$", "#$-", "-# $", "-$ #", "# $-", "$ #-", "$ -#", "#- $", "($ #)", "(# $)", "$- #",
]
private let percentPositivePatterns = ["# %", "#%", "%#", "% #"]
private let percentNegativePatterns = ["-# %", "-#%", "-%#", "%-#", "%#-", "#-%", "#%-", "-% #", "# %-", "% #-", "% -#", "#- %"]
private let numberNegativePatterns = ["(#)", "-#", "- #", "#-", "# -"]

/// Digits with so many places after the point, grouped if sizes are given.
func appendFixed(
    _ output: inout [UInt8], _ number: NumberDigits, _ places: Int, groups: [Int]?, decimal: String, group: String
) {
    var next = 0
    var position = number.scale
    if position > 0 {
        var breaks: [Int] = []
        if let groups, let first = groups.first, first > 0 {
            var index = 0
            var size = first
            var total = size
            while position > total && size > 0 {
                breaks.append(total)
                if index < groups.count - 1 {
                    index += 1
                    size = groups[index]
                }
                total += size
            }
        }
        while position > 0 {
            output.append(next < number.digits.count ? number.digits[next] : 48)
            next += 1
            position -= 1
            if let boundary = breaks.last, boundary == position, position > 0 {
                output.append(contentsOf: group.utf8)
                breaks.removeLast()
            }
        }
    } else {
        output.append(48)
    }
    guard places > 0 else { return }
    output.append(contentsOf: decimal.utf8)
    var left = places
    while position < 0 && left > 0 {
        output.append(48)
        position += 1
        left -= 1
    }
    while left > 0 {
        output.append(next < number.digits.count ? number.digits[next] : 48)
        next += 1
        left -= 1
    }
}

/// Digits as they are, or with an exponent where they would not fit.
func appendGeneral(
    _ output: inout [UInt8], _ number: NumberDigits, _ most: Int, _ culture: NumberCulture, exponentLetter: UInt8, neverScientific: Bool
) {
    var position = number.scale
    var scientific = false
    if !neverScientific && (position > most || position < -3) {
        position = 1
        scientific = true
    }
    var next = 0
    let digits = number.digits
    if position > 0 {
        while position > 0 {
            output.append(next < digits.count ? digits[next] : 48)
            next += 1
            position -= 1
        }
    } else {
        output.append(48)
    }
    if next < digits.count || position < 0 {
        output.append(contentsOf: culture.numberDecimalSeparator.utf8)
        while position < 0 {
            output.append(48)
            position += 1
        }
        while next < digits.count {
            output.append(digits[next])
            next += 1
        }
    }
    if scientific { appendExponent(&output, number.scale - 1, culture, letter: exponentLetter, least: 2, plus: true) }
}

/// One digit, the point, the rest, and an exponent of three digits.
private func appendScientific(_ output: inout [UInt8], _ number: NumberDigits, _ count: Int, _ culture: NumberCulture, letter: UInt8) {
    output.append(number.digits.first ?? 48)
    if count != 1 { output.append(contentsOf: culture.numberDecimalSeparator.utf8) }
    if count > 1 { for i in 1..<count { output.append(i < number.digits.count ? number.digits[i] : 48) } }
    appendExponent(&output, number.digits.isEmpty ? 0 : number.scale - 1, culture, letter: letter, least: 3, plus: true)
}

/// The letter, the sign and at least so many digits.
func appendExponent(_ output: inout [UInt8], _ value: Int, _ culture: NumberCulture, letter: UInt8, least: Int, plus: Bool) {
    output.append(letter)
    if value < 0 {
        output.append(contentsOf: culture.negativeSign.utf8)
    } else if plus {
        output.append(contentsOf: culture.positiveSign.utf8)
    }
    let digits = String(value.magnitude).utf8
    if digits.count < least { output.append(contentsOf: repeatElement(48, count: least - digits.count)) }
    output.append(contentsOf: digits)
}
