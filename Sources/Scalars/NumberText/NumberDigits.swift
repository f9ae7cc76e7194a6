// A number on its way to text: its digits, where the point stands and its sign (.NET's NumberBuffer).

struct NumberDigits {
    enum Kind { case integer, decimal, floatingPoint }

    /// ASCII digits without leading zeros; empty for zero.
    var digits: [UInt8]
    /// How many digits stand before the point; may be negative.
    var scale: Int
    var isNegative: Bool
    let kind: Kind

    /// The digit at a place, or 0 behind the last.
    @inline(__always) func at(_ index: Int) -> UInt8 { index < digits.count ? digits[index] : 0 }

    /// Rounds to so many digits, half away from zero; digits of floating point numbers may be rounded already.
    mutating func round(to position: Int, isCorrectlyRounded: Bool) {
        var i = 0
        while i < position && i < digits.count { i += 1 }
        let digit = at(i)
        if i == position && digit != 0 && !isCorrectlyRounded && digit >= 53 {
            while i > 0 && digits[i - 1] == 57 { i -= 1 }
            if i > 0 {
                digits[i - 1] += 1
            } else {
                scale += 1
                if digits.isEmpty { digits.append(49) } else { digits[0] = 49 }
                i = 1
            }
        } else {
            while i > 0 && digits[i - 1] == 48 { i -= 1 }
        }
        if i == 0 {
            if kind != .floatingPoint { isNegative = false }
            scale = 0
        }
        digits.removeSubrange(i...)
    }
}

extension NumberDigits {
    init(_ value: Int64) {
        self.init(magnitude: value.magnitude, negative: value < 0)
    }

    init(magnitude: UInt64, negative: Bool) {
        digits = magnitude == 0 ? [] : Array(String(magnitude).utf8)
        scale = digits.count
        isNegative = negative
        kind = .integer
    }

    init(_ value: NetDecimal) {
        digits = value.isZero ? [] : Array(String(value.mantissa).utf8)
        scale = digits.count - value.scale
        isNegative = value.isNegative
        kind = .decimal
    }

    init(_ value: BigInteger) {
        digits = value.isZero ? [] : value.decimalDigits
        scale = digits.count
        isNegative = value.isNegative
        kind = .integer
    }

    /// The fewest digits that read back as the same number. The value must be finite.
    init<F: BinaryFloatingPoint & LosslessStringConvertible>(shortest value: F) {
        kind = .floatingPoint
        isNegative = value.sign == .minus
        digits = []
        scale = 0
        if value == 0 { return }
        var point = -1
        var exponent = 0
        var text = value.magnitude.description
        text.withUTF8 { bytes in
            var i = 0
            while i < bytes.count {
                let byte = bytes[i]
                if byte == 46 {
                    point = digits.count
                } else if byte == 101 {
                    var negative = false
                    i += 1
                    if bytes[i] == 45 || bytes[i] == 43 {
                        negative = bytes[i] == 45
                        i += 1
                    }
                    while i < bytes.count {
                        exponent = exponent * 10 + Int(bytes[i]) - 48
                        i += 1
                    }
                    if negative { exponent = -exponent }
                    break
                } else {
                    digits.append(byte)
                }
                i += 1
            }
        }
        if point < 0 { point = digits.count }
        scale = point + exponent
        trim()
    }

    /// Correctly rounded to so many significant digits, or to so many places after the point. The value must be finite.
    init(_ value: Double, precision: Int, significant: Bool) {
        kind = .floatingPoint
        isNegative = value.sign == .minus
        digits = []
        scale = 0
        if value == 0 { return }
        // Cutting the shortest digits gives what cutting the exact ones does, but for a tie or beyond what a Double is trusted for:
        // a boundary between the two would be a shorter or closer text of the same number.
        let short = NumberDigits(shortest: value)
        let cut = significant ? precision : short.scale + precision
        if !value.isSubnormal, cut < short.digits.count ? !(cut == short.digits.count - 1 && short.digits.last == 53) : cut <= 15 {
            digits = short.digits
            scale = short.scale
            if cut < digits.count {
                if cut < 0 {
                    digits = []
                    scale = 0
                } else {
                    round(to: cut, isCorrectlyRounded: false)
                }
            }
            return
        }
        if significant {
            let text = printed(value.magnitude, precision: max(precision, 1) - 1, conversion: "e")
            var i = 0
            while i < text.count && text[i] != 101 {
                if text[i] != 46 { digits.append(text[i]) }
                i += 1
            }
            var exponent = 0
            let negative = text[i + 1] == 45
            i += 2
            while i < text.count {
                exponent = exponent * 10 + Int(text[i]) - 48
                i += 1
            }
            scale = (negative ? -exponent : exponent) + 1
        } else {
            for byte in printed(value.magnitude, precision: precision, conversion: "f") {
                if byte == 46 { scale = digits.count } else { digits.append(byte) }
            }
            if precision == 0 { scale = digits.count }
        }
        trim()
    }

    /// Takes zeros from both ends.
    private mutating func trim() {
        var leading = 0
        while leading < digits.count && digits[leading] == 48 { leading += 1 }
        if leading == digits.count {
            digits = []
            scale = 0
            return
        }
        digits.removeFirst(leading)
        scale -= leading
        while let last = digits.last, last == 48 { digits.removeLast() }
    }
}
