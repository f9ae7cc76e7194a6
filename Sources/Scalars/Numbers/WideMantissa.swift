// A 256-bit unsigned integer: the room decimal arithmetic needs between an exact result and its 96 rounded bits.

/// Unsigned, little-endian limbs. Operations that could exceed 256 bits are never asked for: operands are below 2^192.
struct WideMantissa: Equatable {
    var l0: UInt64 = 0
    var l1: UInt64 = 0
    var l2: UInt64 = 0
    var l3: UInt64 = 0

    init(_ value: UInt128) {
        l0 = UInt64(truncatingIfNeeded: value)
        l1 = UInt64(truncatingIfNeeded: value >> 64)
    }

    init(product a: UInt128, _ b: UInt128) {
        let wide = a.multipliedFullWidth(by: b)
        l0 = UInt64(truncatingIfNeeded: wide.low)
        l1 = UInt64(truncatingIfNeeded: wide.low >> 64)
        l2 = UInt64(truncatingIfNeeded: wide.high)
        l3 = UInt64(truncatingIfNeeded: wide.high >> 64)
    }

    var fits96: Bool { l3 == 0 && l2 == 0 && l1 >> 32 == 0 }
    var low128: UInt128 { UInt128(l1) << 64 | UInt128(l0) }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        func step(_ limb: inout UInt64) {
            let p = limb.multipliedFullWidth(by: factor)
            let (sum, over) = p.low.addingReportingOverflow(carry)
            limb = sum
            carry = p.high &+ (over ? 1 : 0)
        }
        step(&l0); step(&l1); step(&l2); step(&l3)
    }

    /// Divides in place and gives the remainder.
    mutating func divide(by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        func step(_ limb: inout UInt64) {
            if remainder == 0 && limb < divisor {
                remainder = limb
                limb = 0
            } else {
                (limb, remainder) = divisor.dividingFullWidth((remainder, limb))
            }
        }
        step(&l3); step(&l2); step(&l1); step(&l0)
        return remainder
    }

    mutating func add(_ other: WideMantissa) {
        var carry = false
        func step(_ a: inout UInt64, _ b: UInt64) {
            let (s1, o1) = a.addingReportingOverflow(b)
            let (s2, o2) = s1.addingReportingOverflow(carry ? 1 : 0)
            a = s2
            carry = o1 || o2
        }
        step(&l0, other.l0); step(&l1, other.l1); step(&l2, other.l2); step(&l3, other.l3)
    }

    /// Subtracts something not greater.
    mutating func subtract(_ other: WideMantissa) {
        var borrow = false
        func step(_ a: inout UInt64, _ b: UInt64) {
            let (s1, o1) = a.subtractingReportingOverflow(b)
            let (s2, o2) = s1.subtractingReportingOverflow(borrow ? 1 : 0)
            a = s2
            borrow = o1 || o2
        }
        step(&l0, other.l0); step(&l1, other.l1); step(&l2, other.l2); step(&l3, other.l3)
    }

    static func < (a: WideMantissa, b: WideMantissa) -> Bool {
        if a.l3 != b.l3 { return a.l3 < b.l3 }
        if a.l2 != b.l2 { return a.l2 < b.l2 }
        if a.l1 != b.l1 { return a.l1 < b.l1 }
        return a.l0 < b.l0
    }

    /// Times ten to the power given, 0 to 28.
    mutating func scaleUp(_ power: Int) {
        var left = power
        while left > 0 {
            let step = min(left, 19)
            multiply(by: powersOfTen[step])
            left -= step
        }
    }
}

/// 10^0 to 10^19.
let powersOfTen: [UInt64] = {
    var powers: [UInt64] = [1]
    for i in 1...19 { powers.append(powers[i - 1] * 10) }
    return powers
}()
