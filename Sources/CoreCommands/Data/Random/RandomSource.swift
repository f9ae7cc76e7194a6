// Random numbers: from the system, or a repeatable row of them from a seed, the same as in the reference.

import Glibc
import Scalars

/// Where a session's random numbers come from.
final class RandomSource {
    private var seeded: SubtractiveGenerator?
    private var system = SystemRandomNumberGenerator()

    func seed(_ number: Int32) { seeded = SubtractiveGenerator(seed: number) }

    private func bits32() -> Int32 {
        guard seeded != nil else { return Int32(truncatingIfNeeded: system.next()) }
        var value: UInt32 = 0
        for shift in [0, 8, 16, 24] as [UInt32] { value |= UInt32(UInt8(truncatingIfNeeded: seeded?.next() ?? 0)) << shift }
        return Int32(bitPattern: value)
    }
    private func bits64() -> UInt64 {
        let low = UInt64(UInt32(bitPattern: bits32()))
        return low | UInt64(UInt32(bitPattern: bits32())) << 32
    }

    /// At least 0, less than Int32.max.
    private func sample() -> Int32 {
        var value = bits32()
        while value == .max { value = bits32() }
        return value < 0 ? value &+ .max : value
    }
    /// At least 0, less than 1.
    func fraction() -> Double { Double(sample()) * (1.0 / Double(Int32.max)) }

    /// At least `low`, less than `high`.
    func integer(_ low: Int64, _ high: Int64) -> Int64 {
        let difference = Int128(high) - Int128(low)
        if difference <= Int128(Int32.max) { return low + Int64(fraction() * Double(difference)) }
        let span = UInt64(difference)
        let mask = UInt64.max >> UInt64(span.leadingZeroBitCount)
        while true {
            let value = bits64() & mask
            if value < span { return Int64(truncatingIfNeeded: UInt64(bitPattern: low) &+ value) }
        }
    }
    func real(_ low: Double, _ high: Double) -> Double {
        while true {
            let r = fraction()
            let value = low + r * high - r * low
            if value < high { return value }
        }
    }
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: bits32()) } }
}
