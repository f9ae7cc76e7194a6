// System.Decimal: a sign, a 96-bit integer and a power of ten from 0 to 28 by which it is divided.

/// A decimal number with 28 to 29 significant digits that remembers its trailing zeros.
public struct NetDecimal: Sendable {
    /// Low 64 bits of the mantissa.
    @usableFromInline var low: UInt64
    /// High 32 bits of the mantissa.
    @usableFromInline var high: UInt32
    /// Digits after the point, 0 to 28.
    @usableFromInline var scaleByte: UInt8
    @usableFromInline var negativeFlag: Bool

    @inlinable init(low: UInt64, high: UInt32, scale: UInt8, negative: Bool) {
        self.low = low
        self.high = high
        scaleByte = scale
        negativeFlag = negative
    }

    /// `mantissa` must be below 2^96, `scale` from 0 to 28.
    @usableFromInline init(mantissa: UInt128, scale: Int, negative: Bool) {
        low = UInt64(truncatingIfNeeded: mantissa)
        high = UInt32(truncatingIfNeeded: mantissa >> 64)
        scaleByte = UInt8(truncatingIfNeeded: scale)
        negativeFlag = negative
    }

    /// From the parts `new decimal(lo, mid, hi, isNegative, scale)` takes. Nil if scale is above 28.
    public init?(low: UInt32, mid: UInt32, high: UInt32, isNegative: Bool, scale: UInt8) {
        guard scale <= 28 else { return nil }
        self.init(low: UInt64(mid) << 32 | UInt64(low), high: high, scale: scale, negative: isNegative)
    }

    /// From the four words `[decimal]::GetBits` gives. Nil if the last one is not valid.
    public init?(bits: [Int32]) {
        guard bits.count == 4 else { return nil }
        let flags = UInt32(bitPattern: bits[3])
        guard flags & 0x7F00_FFFF == 0, (flags >> 16) & 0xFF <= 28 else { return nil }
        self.init(
            low: UInt64(UInt32(bitPattern: bits[1])) << 32 | UInt64(UInt32(bitPattern: bits[0])),
            high: UInt32(bitPattern: bits[2]), scale: UInt8((flags >> 16) & 0xFF), negative: flags >> 31 == 1)
    }

    /// The four words of the number: low, middle, high, and scale with sign.
    public var bits: [Int32] {
        let flags = UInt32(scaleByte) << 16 | (negativeFlag ? 0x8000_0000 : 0)
        return [
            Int32(truncatingIfNeeded: low), Int32(truncatingIfNeeded: low >> 32), Int32(bitPattern: high), Int32(bitPattern: flags),
        ]
    }

    /// The 96-bit integer.
    @inlinable public var mantissa: UInt128 { UInt128(high) << 64 | UInt128(low) }
    /// Digits after the point, 0 to 28.
    @inlinable public var scale: Int { Int(scaleByte) }
    @inlinable public var isNegative: Bool { negativeFlag }
    @inlinable public var isZero: Bool { low == 0 && high == 0 }
    /// -1, 0 or 1.
    @inlinable public var sign: Int { isZero ? 0 : (negativeFlag ? -1 : 1) }
    /// Whether nothing stands after the point but zeros.
    public var isInteger: Bool { scaleByte == 0 || mantissa % tenTo(scale) == 0 }

    public static let zero = NetDecimal(low: 0, high: 0, scale: 0, negative: false)
    public static let one = NetDecimal(low: 1, high: 0, scale: 0, negative: false)
    public static let minusOne = NetDecimal(low: 1, high: 0, scale: 0, negative: true)
    public static let maxValue = NetDecimal(low: .max, high: .max, scale: 0, negative: false)
    public static let minValue = NetDecimal(low: .max, high: .max, scale: 0, negative: true)

    /// 2^96, the first mantissa that does not fit.
    static let mantissaLimit = UInt128(1) << 96
}

/// Ten to the power given, 0 to 38.
@inlinable func tenTo(_ power: Int) -> UInt128 {
    var result: UInt128 = 1
    var left = power
    while left > 0 {
        result &*= 10
        left -= 1
    }
    return result
}

extension NetDecimal: Comparable, Hashable {
    /// The order of the values; 1.0 and 1.00 are equal.
    public static func compare(_ a: NetDecimal, _ b: NetDecimal) -> Int {
        if a.sign != b.sign { return a.sign < b.sign ? -1 : 1 }
        if a.isZero { return 0 }
        let order: Int
        if a.scaleByte == b.scaleByte {
            let (x, y) = (a.mantissa, b.mantissa)
            order = x == y ? 0 : (x < y ? -1 : 1)
        } else {
            var x = WideMantissa(a.mantissa)
            var y = WideMantissa(b.mantissa)
            if a.scaleByte < b.scaleByte { x.scaleUp(b.scale - a.scale) } else { y.scaleUp(a.scale - b.scale) }
            order = x == y ? 0 : (x < y ? -1 : 1)
        }
        return a.negativeFlag ? -order : order
    }

    public static func == (a: NetDecimal, b: NetDecimal) -> Bool { compare(a, b) == 0 }
    public static func < (a: NetDecimal, b: NetDecimal) -> Bool { compare(a, b) < 0 }

    /// Equal values hash alike, whatever their trailing zeros.
    public func hash(into hasher: inout Hasher) {
        let plain = withoutTrailingZeros
        hasher.combine(plain.low)
        hasher.combine(plain.high)
        hasher.combine(plain.scaleByte)
        hasher.combine(plain.isZero ? false : plain.negativeFlag)
    }

    /// The same value with the fewest digits after the point.
    public var withoutTrailingZeros: NetDecimal {
        if isZero { return .zero }
        var m = mantissa
        var s = scale
        while s > 0 {
            let (q, r) = m.quotientAndRemainder(dividingBy: 10)
            if r != 0 { break }
            m = q
            s -= 1
        }
        return NetDecimal(mantissa: m, scale: s, negative: negativeFlag)
    }
}
