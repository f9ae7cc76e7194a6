// Random numbers: from the system, or a repeatable row of them from a seed, the same as in the reference.

import Glibc

/// The subtractive generator that a seed starts.
struct SeededBytes {
    private var table = [Int32](repeating: 0, count: 56)
    private var next = 0
    private var other = 21

    init(seed: Int32) {
        let magnitude = seed == .min ? Int32.max : abs(seed)
        var last = 161_803_398 &- magnitude
        table[55] = last
        var key: Int32 = 1
        var place = 0
        for _ in 1..<55 {
            place += 21
            if place >= 55 { place -= 55 }
            table[place] = key
            key = last &- key
            if key < 0 { key = key &+ .max }
            last = table[place]
        }
        for _ in 1..<5 {
            for i in 1..<56 {
                var n = i + 30
                if n >= 55 { n -= 55 }
                table[i] = table[i] &- table[1 + n]
                if table[i] < 0 { table[i] = table[i] &+ .max }
            }
        }
    }

    mutating func byte() -> UInt8 {
        next += 1
        if next >= 56 { next = 1 }
        other += 1
        if other >= 56 { other = 1 }
        var sample = table[next] &- table[other]
        if sample == .max { sample -= 1 }
        if sample < 0 { sample = sample &+ .max }
        table[next] = sample
        return UInt8(truncatingIfNeeded: sample)
    }
}

/// Where a session's random numbers come from.
final class RandomSource {
    private var seeded: SeededBytes?
    private var system = SystemRandomNumberGenerator()

    func seed(_ number: Int32) { seeded = SeededBytes(seed: number) }

    private func bits32() -> Int32 {
        guard seeded != nil else { return Int32(truncatingIfNeeded: system.next()) }
        var value: UInt32 = 0
        for shift in [0, 8, 16, 24] as [UInt32] { value |= UInt32(seeded?.byte() ?? 0) << shift }
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
