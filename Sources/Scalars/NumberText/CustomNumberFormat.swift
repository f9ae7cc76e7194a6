// Custom numeric formats: 0 # . , % ‰ E+0 'text' "text" \x and sections parted by ; , exactly as .NET walks them.

/// Start of a section: 0 positive, 1 negative, 2 zero; 0 where there is no such section.
private func findSection(_ format: [UInt8], _ wanted: Int) -> Int {
    if wanted == 0 { return 0 }
    var left = wanted
    var i = 0
    while i < format.count {
        let byte = format[i]
        i += 1
        switch byte {
        case 39, 34:
            while i < format.count {
                i += 1
                if format[i - 1] == byte { break }
            }
        case 92:
            if i < format.count { i += 1 }
        case 59:
            left -= 1
            if left != 0 { break }
            return i < format.count && format[i] != 59 ? i : 0
        default: break
        }
    }
    return 0
}

/// What one section asks for.
private struct Section {
    var digitCount = 0
    var decimalPosition = -1
    var firstDigit = Int.max
    var lastDigit = 0
    var isScientific = false
    var hasThousands = false
    var scaleAdjustment = 0

    init(_ format: [UInt8], at start: Int) {
        var thousandPosition = -1
        var thousandCount = 0
        var i = start
        scan: while i < format.count {
            let byte = format[i]
            i += 1
            switch byte {
            case 59: break scan
            case 35: digitCount += 1
            case 48:
                if firstDigit == Int.max { firstDigit = digitCount }
                digitCount += 1
                lastDigit = digitCount
            case 46: if decimalPosition < 0 { decimalPosition = digitCount }
            case 44:
                if digitCount > 0 && decimalPosition < 0 {
                    if thousandPosition >= 0 {
                        if thousandPosition == digitCount {
                            thousandCount += 1
                            break
                        }
                        hasThousands = true
                    }
                    thousandPosition = digitCount
                    thousandCount = 1
                }
            case 37: scaleAdjustment += 2
            case 0xE2:
                if isPerMille(format, i - 1) {
                    scaleAdjustment += 3
                    i += 2
                }
            case 39, 34:
                while i < format.count {
                    i += 1
                    if format[i - 1] == byte { break }
                }
            case 92: if i < format.count { i += 1 }
            case 69, 101:
                let signed = i + 1 < format.count && (format[i] == 43 || format[i] == 45) && format[i + 1] == 48
                if signed || (i < format.count && format[i] == 48) {
                    i += 1
                    while i < format.count && format[i] == 48 { i += 1 }
                    isScientific = true
                }
            default: break
            }
        }
        if decimalPosition < 0 { decimalPosition = digitCount }
        if thousandPosition >= 0 {
            if thousandPosition == decimalPosition {
                scaleAdjustment -= thousandCount * 3
            } else {
                hasThousands = true
            }
        }
    }
}

/// Whether ‰ stands at a place.
private func isPerMille(_ format: [UInt8], _ i: Int) -> Bool {
    i + 2 < format.count && format[i] == 0xE2 && format[i + 1] == 0x80 && format[i + 2] == 0xB0
}

/// Writes a number in a custom format.
func appendCustom(_ output: inout [UInt8], _ source: NumberDigits, _ text: String, _ culture: NumberCulture) {
    let format = Array(text.utf8)
    var number = source
    var start = findSection(format, number.digits.isEmpty ? 2 : (number.isNegative ? 1 : 0))
    var section: Section
    while true {
        section = Section(format, at: start)
        guard !number.digits.isEmpty else {
            if number.kind != .floatingPoint { number.isNegative = false }
            number.scale = 0
            break
        }
        number.scale += section.scaleAdjustment
        let position = section.isScientific ? section.digitCount : number.scale + section.digitCount - section.decimalPosition
        number.round(to: position, isCorrectlyRounded: false)
        if number.digits.isEmpty {
            let zero = findSection(format, 2)
            if zero != start {
                start = zero
                continue
            }
        }
        break
    }
    let decimalPosition = section.decimalPosition
    let firstDigit = section.firstDigit < decimalPosition ? decimalPosition - section.firstDigit : 0
    let lastDigit = section.lastDigit > decimalPosition ? decimalPosition - section.lastDigit : 0
    var digitPosition: Int
    var adjust: Int
    if section.isScientific {
        digitPosition = decimalPosition
        adjust = 0
    } else {
        digitPosition = max(number.scale, decimalPosition)
        adjust = number.scale - decimalPosition
    }
    var breaks: [Int] = []
    if section.hasThousands && !culture.numberGroupSeparator.isEmpty, let first = culture.numberGroupSizes.first {
        let sizes = culture.numberGroupSizes
        var index = 0
        var total = first
        var size = first
        let digits = max(firstDigit, digitPosition + (adjust < 0 ? adjust : 0))
        while digits > total && size != 0 {
            breaks.append(total)
            if index < sizes.count - 1 {
                index += 1
                size = sizes[index]
            }
            total += size
        }
    }
    let begin = output.count
    if number.isNegative && start == 0 && number.scale != 0 { output.append(contentsOf: culture.negativeSign.utf8) }

    var next = 0
    var pointWritten = false
    var isScientific = section.isScientific
    func separate(_ output: inout [UInt8]) {
        if section.hasThousands && digitPosition > 1, let boundary = breaks.last, digitPosition == boundary + 1 {
            output.append(contentsOf: culture.numberGroupSeparator.utf8)
            breaks.removeLast()
        }
    }
    var i = start
    writing: while i < format.count {
        let byte = format[i]
        i += 1
        if byte == 59 { break writing }
        if adjust > 0 && (byte == 35 || byte == 48 || byte == 46) {
            while adjust > 0 {
                output.append(next < number.digits.count ? number.digits[next] : 48)
                if next < number.digits.count { next += 1 }
                separate(&output)
                digitPosition -= 1
                adjust -= 1
            }
        }
        switch byte {
        case 35, 48:
            var digit: UInt8
            if adjust < 0 {
                adjust += 1
                digit = digitPosition <= firstDigit ? 48 : 0
            } else if next < number.digits.count {
                digit = number.digits[next]
                next += 1
            } else {
                digit = digitPosition > lastDigit ? 48 : 0
            }
            if digit != 0 {
                output.append(digit)
                separate(&output)
            }
            digitPosition -= 1
        case 46:
            if digitPosition != 0 || pointWritten { break }
            if lastDigit < 0 || (decimalPosition < section.digitCount && next < number.digits.count) {
                output.append(contentsOf: culture.numberDecimalSeparator.utf8)
                pointWritten = true
            }
        case 0xE2:
            if isPerMille(format, i - 1) {
                output.append(contentsOf: culture.perMilleSymbol.utf8)
                i += 2
            } else {
                output.append(byte)
            }
        case 37: output.append(contentsOf: culture.percentSymbol.utf8)
        case 44: break
        case 39, 34:
            while i < format.count && format[i] != byte {
                output.append(format[i])
                i += 1
            }
            if i < format.count { i += 1 }
        case 92:
            if i < format.count {
                output.append(format[i])
                i += 1
            }
        case 69, 101:
            if isScientific {
                var plus = false
                var least = 0
                if i < format.count && format[i] == 48 {
                    least += 1
                } else if i + 1 < format.count && format[i] == 43 && format[i + 1] == 48 {
                    plus = true
                } else if !(i + 1 < format.count && format[i] == 45 && format[i + 1] == 48) {
                    output.append(byte)
                    break
                }
                i += 1
                while i < format.count && format[i] == 48 {
                    least += 1
                    i += 1
                }
                let exponent = number.digits.isEmpty ? 0 : number.scale - decimalPosition
                appendExponent(&output, exponent, culture, letter: byte, least: min(least, 10), plus: plus)
                isScientific = false
            } else {
                output.append(byte)
                if i < format.count {
                    if format[i] == 43 || format[i] == 45 {
                        output.append(format[i])
                        i += 1
                    }
                    while i < format.count && format[i] == 48 {
                        output.append(format[i])
                        i += 1
                    }
                }
            }
        default: output.append(byte)
        }
    }
    if number.isNegative && start == 0 && number.scale == 0 && output.count > begin {
        output.insert(contentsOf: culture.negativeSign.utf8, at: begin)
    }
}
