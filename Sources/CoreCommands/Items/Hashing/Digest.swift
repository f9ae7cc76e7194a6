// Digests of bytes: MD5, SHA-1, SHA-256, SHA-384, SHA-512.

enum DigestAlgorithm: String, CaseIterable {
    case sha1 = "SHA1", sha256 = "SHA256", sha384 = "SHA384", sha512 = "SHA512", md5 = "MD5"

    func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: MessageDigest5.digest(bytes)
        case .sha1: SecureHash32.sha1(bytes)
        case .sha256: SecureHash32.sha256(bytes)
        case .sha384: SecureHash64.digest(bytes, start: SecureHash64.start384, length: 48)
        case .sha512: SecureHash64.digest(bytes, start: SecureHash64.start512, length: 64)
        }
    }
}

/// The message with its padding: a one bit, zeros, the length in bits.
enum DigestPadding {
    static func padded(_ bytes: [UInt8], block: Int, lengthSize: Int, bigEndian: Bool) -> [UInt8] {
        var message = bytes
        message.append(0x80)
        while message.count % block != block - lengthSize { message.append(0) }
        let bits = UInt64(bytes.count) * 8
        var length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) }
        length += Array(repeating: 0, count: lengthSize - 8)
        message += bigEndian ? length.reversed() : length
        return message
    }
}

/// The first bits of the fractional parts of roots of primes, from which the constants of the SHA-2 family come.
enum RootFractions {
    static let primes: [UInt64] = {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < 80 {
            if !found.contains(where: { candidate % $0 == 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// 64 bits of the fraction of the cube root.
    static func cubeRoot(_ prime: UInt64) -> UInt64 { fraction { root in compareCube(root, prime) } }
    /// 64 bits of the fraction of the square root.
    static func squareRoot(_ prime: UInt64) -> UInt64 { fraction { root in compareSquare(root, prime) } }

    /// The largest root with 64 bits behind the point that is not too large, bit by bit.
    private static func fraction(_ isTooLarge: (UInt128) -> Bool) -> UInt64 {
        var root: UInt128 = 0
        for bit in stride(from: 69, through: 0, by: -1) {
            let next = root | UInt128(1) << UInt128(bit)
            if !isTooLarge(next) { root = next }
        }
        return UInt64(truncatingIfNeeded: root)
    }

    private static func compareSquare(_ root: UInt128, _ prime: UInt64) -> Bool {
        let (high, low) = root.multipliedFullWidth(by: root)
        return high > UInt128(prime) || (high == UInt128(prime) && low > 0)
    }
    private static func compareCube(_ root: UInt128, _ prime: UInt64) -> Bool {
        // root³ against prime · 2¹⁹²: with root = a · 2⁶⁴ + b the square has the parts high and low of 128 bits each.
        let (high, low) = root.multipliedFullWidth(by: root)
        let (lowHigh, _) = low.multipliedFullWidth(by: root)
        let (overflow, middle) = high.multipliedFullWidth(by: root)
        let (sum, carries) = middle.addingReportingOverflow(lowHigh)
        let top = overflow + (carries ? 1 : 0)
        // The product is top · 2²⁵⁶ + sum · 2¹²⁸ + …; prime · 2¹⁹² is prime · 2⁶⁴ · 2¹²⁸.
        return top > 0 || sum >= UInt128(prime) << 64
    }
}
