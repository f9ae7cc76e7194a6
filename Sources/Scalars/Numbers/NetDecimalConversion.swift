// System.Decimal from and to the other numbers, with .NET's digits: 15 of a Double, 7 of a Float.

extension NetDecimal {
    @inlinable public init(_ value: Int) { self.init(Int64(value)) }
    @inlinable public init(_ value: Int64) {
        self.init(low: value.magnitude, high: 0, scale: 0, negative: value < 0)
    }
    @inlinable public init(_ value: Int32) { self.init(Int64(value)) }
    @inlinable public init(_ value: UInt64) { self.init(low: value, high: 0, scale: 0, negative: false) }

    /// `(decimal)value`: 15 significant digits. Throws `overflow` for what is too large or no number.
    public init(_ value: Double) throws(ScalarError) {
        let exponent = Int((value.bitPattern >> 52) & 0x7FF) - 1022
        try self.init(rounding: value.magnitude, exponent: exponent, digits: 15, negative: value.sign == .minus)
    }

    /// `(decimal)value`: 7 significant digits. Throws `overflow` for what is too large or no number.
    public init(_ value: Float) throws(ScalarError) {
        let exponent = Int((value.bitPattern >> 23) & 0xFF) - 126
        try self.init(rounding: Double(value.magnitude), exponent: exponent, digits: 7, negative: value.sign == .minus)
    }

    /// VarDecFromR8 and VarDecFromR4: scale to an integer of so many digits, round it, drop zeros it ends with.
    private init(rounding magnitude: Double, exponent: Int, digits: Int, negative: Bool) throws(ScalarError) {
        self = .zero
        if exponent < -94 { return }
        if exponent > 96 { throw .overflow("Decimal") }
        var value = magnitude
        var power = digits - 1 - ((exponent * 19728) >> 16)
        let top = digits == 15 ? 1e15 : 1e7
        if power >= 0 {
            power = min(power, 28)
            value *= doublePowersOfTen[power]
        } else if power != -1 || value >= top {
            value /= doublePowersOfTen[-power]
        } else {
            power = 0
        }
        if value < top / 10 && power < 28 {
            value *= 10
            power += 1
        }
        var mantissa = UInt64(value)
        let rest = value - Double(mantissa)
        if rest > 0.5 || (rest == 0.5 && mantissa & 1 == 1) { mantissa += 1 }
        if mantissa == 0 { return }
        if power < 0 {
            self.init(mantissa: UInt128(mantissa) * tenTo(-power), scale: 0, negative: negative)
            return
        }
        var most = min(power, digits - 1)
        while most > 0 && mantissa % 10 == 0 {
            mantissa /= 10
            power -= 1
            most -= 1
        }
        self.init(low: mantissa, high: 0, scale: UInt8(power), negative: negative)
    }

    /// `(double)value`, computed as .NET does.
    public var doubleValue: Double {
        let value = (Double(low) + Double(high) * 18446744073709551616.0) / doublePowersOfTen[scale]
        return negativeFlag ? -value : value
    }

    /// `(float)value`.
    public var floatValue: Float { Float(doubleValue) }

    /// `(long)value`: what stands before the point, nil if it does not fit.
    public var int64Value: Int64? {
        let whole = scaleByte == 0 ? mantissa : mantissa / tenTo(scale)
        if negativeFlag {
            return whole <= UInt128(1) << 63 ? Int64(truncatingIfNeeded: 0 &- UInt64(truncatingIfNeeded: whole)) : nil
        }
        return Int64(exactly: whole)
    }

    /// `(ulong)value`: what stands before the point, nil if it does not fit.
    public var uint64Value: UInt64? {
        let whole = scaleByte == 0 ? mantissa : mantissa / tenTo(scale)
        return negativeFlag && whole != 0 ? nil : UInt64(exactly: whole)
    }

    /// `(bigint)value`: what stands before the point.
    public var bigIntegerValue: BigInteger {
        let whole = mantissa / tenTo(scale)
        return BigInteger(magnitude: [UInt(truncatingIfNeeded: whole), UInt(truncatingIfNeeded: whole >> 64)], negative: negativeFlag)
    }

    /// `(decimal)value`, nil if it does not fit.
    public init?(_ value: BigInteger) {
        let words = value.magnitudeWords
        guard words.count <= 2, words.count < 2 || words[1] >> 32 == 0 else { return nil }
        self.init(
            low: words.isEmpty ? 0 : UInt64(words[0]), high: words.count == 2 ? UInt32(words[1]) : 0, scale: 0,
            negative: value.isNegative)
    }
}

/// 1e0 to 1e38 as the nearest doubles.
let doublePowersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31, 1e32, 1e33, 1e34, 1e35, 1e36, 1e37, 1e38,
]
