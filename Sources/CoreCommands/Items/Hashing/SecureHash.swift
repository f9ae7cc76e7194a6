// SHA-1 and the SHA-2 family, as FIPS 180-4 defines them.

enum SecureHash32 {
    private static func left(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
    private static func right(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }
    private static func words(_ message: [UInt8], _ start: Int) -> [UInt32] {
        (0..<16).map { i in
            let at = start + i * 4
            return UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16 | UInt32(message[at + 2]) << 8 | UInt32(message[at + 3])
        }
    }
    private static func bytes(_ state: [UInt32]) -> [UInt8] { state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } } }

    static func sha1(_ input: [UInt8]) -> [UInt8] {
        let message = DigestPadding.padded(input, block: 64, lengthSize: 8, bigEndian: true)
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        for start in stride(from: 0, to: message.count, by: 64) {
            var schedule = words(message, start)
            for i in 16..<80 { schedule.append(left(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1)) }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for i in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    i < 20
                    ? ((b & c) | (~b & d), 0x5a82_7999)
                    : i < 40 ? (b ^ c ^ d, 0x6ed9_eba1) : i < 60 ? ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc) : (b ^ c ^ d, 0xca62_c1d6)
                let next = left(a, 5) &+ mixed &+ e &+ constant &+ schedule[i]
                (e, d, c, b, a) = (d, c, left(b, 30), a, next)
            }
            for (i, value) in [a, b, c, d, e].enumerated() { state[i] = state[i] &+ value }
        }
        return bytes(state)
    }

    private static let constants = RootFractions.primes.prefix(64).map { UInt32(truncatingIfNeeded: RootFractions.cubeRoot($0) >> 32) }
    private static let start = RootFractions.primes.prefix(8).map { UInt32(truncatingIfNeeded: RootFractions.squareRoot($0) >> 32) }

    static func sha256(_ input: [UInt8]) -> [UInt8] {
        let message = DigestPadding.padded(input, block: 64, lengthSize: 8, bigEndian: true)
        let constants = constants
        var state = Array(start)
        for begin in stride(from: 0, to: message.count, by: 64) {
            var schedule = words(message, begin)
            schedule.reserveCapacity(64)
            for i in 16..<64 {
                let x = schedule[i - 15], y = schedule[i - 2]
                let s0 = right(x, 7) ^ right(x, 18) ^ (x >> 3), s1 = right(y, 17) ^ right(y, 19) ^ (y >> 10)
                schedule.append(schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1)
            }
            var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
            for i in 0..<64 {
                let s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25)
                let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[i] &+ schedule[i]
                let s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22)
                let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
                (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
            }
            for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ value }
        }
        return bytes(state)
    }
}

enum SecureHash64 {
    private static func right(_ value: UInt64, _ count: UInt64) -> UInt64 { value >> count | value << (64 - count) }
    private static let constants = RootFractions.primes.map { RootFractions.cubeRoot($0) }
    static let start512 = RootFractions.primes.prefix(8).map { RootFractions.squareRoot($0) }
    static let start384 = RootFractions.primes[8..<16].map { RootFractions.squareRoot($0) }

    static func digest(_ input: [UInt8], start: [UInt64], length: Int) -> [UInt8] {
        let message = DigestPadding.padded(input, block: 128, lengthSize: 16, bigEndian: true)
        let constants = constants
        var state = start
        for begin in stride(from: 0, to: message.count, by: 128) {
            var schedule: [UInt64] = (0..<16).map { i in (0..<8).reduce(0) { $0 << 8 | UInt64(message[begin + i * 8 + $1]) } }
            for i in 16..<80 {
                let x = schedule[i - 15], y = schedule[i - 2]
                let s0 = right(x, 1) ^ right(x, 8) ^ (x >> 7), s1 = right(y, 19) ^ right(y, 61) ^ (y >> 6)
                schedule.append(schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1)
            }
            var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
            for i in 0..<80 {
                let s1 = right(e, 14) ^ right(e, 18) ^ right(e, 41)
                let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[i] &+ schedule[i]
                let s0 = right(a, 28) ^ right(a, 34) ^ right(a, 39)
                let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
                (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
            }
            for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ value }
        }
        return Array(state.flatMap { word in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) } }.prefix(length))
    }
}
