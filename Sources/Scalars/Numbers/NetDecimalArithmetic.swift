// Arithmetic of System.Decimal: exact in 256 bits, then rounded half to even into 96 bits and at most 28 places.

extension NetDecimal {
    /// Rounds an exact result into 96 bits. Throws if its integer part does not fit.
    static func fit(_ exact: WideMantissa, scale: Int, negative: Bool) throws(ScalarError) -> NetDecimal {
        if scale <= 28 && exact.fits96 {
            return NetDecimal(mantissa: exact.low128, scale: scale, negative: negative)
        }
        var value = exact
        var places = scale
        var sticky = false
        var last: UInt64 = 0
        while true {
            while places > 28 || !value.fits96 {
                if places == 0 { throw .overflow("Decimal") }
                if last != 0 { sticky = true }
                last = value.divide(by: 10)
                places -= 1
            }
            if last > 5 || (last == 5 && (sticky || value.l0 & 1 == 1)) {
                value.add(WideMantissa(1))
                if !value.fits96 {
                    sticky = true
                    last = 0
                    continue
                }
            }
            return NetDecimal(mantissa: value.low128, scale: places, negative: negative)
        }
    }

    /// The sum; its scale is the larger one unless that does not fit. Throws `overflow`.
    public static func add(_ a: NetDecimal, _ b: NetDecimal) throws(ScalarError) -> NetDecimal {
        if a.scaleByte == b.scaleByte && a.negativeFlag == b.negativeFlag {
            let sum = a.mantissa + b.mantissa
            if sum < mantissaLimit { return NetDecimal(mantissa: sum, scale: a.scale, negative: a.negativeFlag) }
        }
        var x = WideMantissa(a.mantissa)
        var y = WideMantissa(b.mantissa)
        let scale = max(a.scale, b.scale)
        x.scaleUp(scale - a.scale)
        y.scaleUp(scale - b.scale)
        if a.negativeFlag == b.negativeFlag {
            x.add(y)
            return try fit(x, scale: scale, negative: a.negativeFlag)
        }
        if x == y { return NetDecimal(mantissa: 0, scale: scale, negative: false) }
        if x < y {
            y.subtract(x)
            return try fit(y, scale: scale, negative: b.negativeFlag)
        }
        x.subtract(y)
        return try fit(x, scale: scale, negative: a.negativeFlag)
    }

    /// The difference. Throws `overflow`.
    public static func subtract(_ a: NetDecimal, _ b: NetDecimal) throws(ScalarError) -> NetDecimal {
        try add(a, -b)
    }

    /// The product; its scale is the sum of scales unless that does not fit. Throws `overflow`.
    public static func multiply(_ a: NetDecimal, _ b: NetDecimal) throws(ScalarError) -> NetDecimal {
        let negative = a.negativeFlag != b.negativeFlag
        if a.high == 0 && b.high == 0 && a.scale + b.scale <= 28 {
            let product = UInt128(a.low) * UInt128(b.low)
            if product < mantissaLimit { return NetDecimal(mantissa: product, scale: a.scale + b.scale, negative: negative) }
        }
        return try fit(WideMantissa(product: a.mantissa, b.mantissa), scale: a.scale + b.scale, negative: negative)
    }

    /// The quotient with as many digits as fit, without zeros it did not have to add. Throws `divideByZero`, `overflow`.
    public static func divide(_ a: NetDecimal, _ b: NetDecimal) throws(ScalarError) -> NetDecimal {
        if b.isZero { throw .divideByZero }
        let divisor = b.mantissa
        var (quotient, remainder) = a.mantissa.quotientAndRemainder(dividingBy: divisor)
        var scale = a.scale - b.scale
        let negative = a.negativeFlag != b.negativeFlag
        var added = false
        while remainder != 0 || scale < 0 {
            if remainder != 0 { added = true }
            if scale == 28 { break }
            let (digit, next) = (remainder * 10).quotientAndRemainder(dividingBy: divisor)
            let wider = quotient * 10 + digit
            if wider >= mantissaLimit {
                if scale < 0 { throw .overflow("Decimal") }
                break
            }
            quotient = wider
            remainder = next
            scale += 1
        }
        if remainder != 0 {
            let twice = remainder * 2
            if twice > divisor || (twice == divisor && quotient & 1 == 1) { quotient += 1 }
            if quotient >= mantissaLimit {
                if scale == 0 { throw .overflow("Decimal") }
                return try fit(WideMantissa(quotient), scale: scale, negative: negative)
            }
        }
        while added && scale > 0 && quotient % 10 == 0 {
            quotient /= 10
            scale -= 1
        }
        return NetDecimal(mantissa: quotient, scale: scale, negative: negative)
    }

    /// The remainder, with the sign of the dividend. Throws `divideByZero`.
    public static func remainder(_ a: NetDecimal, _ b: NetDecimal) throws(ScalarError) -> NetDecimal {
        if b.isZero { throw .divideByZero }
        if compare(a.magnitude, b.magnitude) < 0 { return a }
        if a.scale >= b.scale {
            var divisor = WideMantissa(b.mantissa)
            divisor.scaleUp(a.scale - b.scale)
            if !divisor.fits96 { return a }
            return NetDecimal(mantissa: a.mantissa % divisor.low128, scale: a.scale, negative: a.negativeFlag)
        }
        let divisor = b.mantissa
        var rest = a.mantissa % divisor
        for _ in a.scale..<b.scale { rest = rest * 10 % divisor }
        return NetDecimal(mantissa: rest, scale: b.scale, negative: a.negativeFlag)
    }

    public static prefix func - (a: NetDecimal) -> NetDecimal {
        NetDecimal(low: a.low, high: a.high, scale: a.scaleByte, negative: !a.negativeFlag)
    }

    /// The absolute value.
    public var magnitude: NetDecimal { NetDecimal(low: low, high: high, scale: scaleByte, negative: false) }
}

/// What to do with a value half-way between two results, and directed rounding, as `System.MidpointRounding`.
public enum MidpointRounding: Int, Sendable {
    case toEven = 0
    case awayFromZero = 1
    case toZero = 2
    case toNegativeInfinity = 3
    case toPositiveInfinity = 4
}

extension NetDecimal {
    /// Rounded to 0 to 28 digits after the point; a number with fewer stays as it is.
    public func rounded(digits: Int = 0, mode: MidpointRounding = .toEven) -> NetDecimal {
        if scale <= digits { return self }
        let unit = tenTo(scale - digits)
        let (q, r) = mantissa.quotientAndRemainder(dividingBy: unit)
        let half = unit / 2
        let up: Bool
        switch mode {
        case .toEven: up = r > half || (r == half && q & 1 == 1)
        case .awayFromZero: up = r >= half
        case .toZero: up = false
        case .toNegativeInfinity: up = r != 0 && negativeFlag
        case .toPositiveInfinity: up = r != 0 && !negativeFlag
        }
        return NetDecimal(mantissa: up ? q + 1 : q, scale: digits, negative: negativeFlag)
    }

    /// Without what stands after the point.
    public var truncated: NetDecimal { rounded(mode: .toZero) }
    /// The largest whole number not above.
    public var floor: NetDecimal { rounded(mode: .toNegativeInfinity) }
    /// The smallest whole number not below.
    public var ceiling: NetDecimal { rounded(mode: .toPositiveInfinity) }
}
