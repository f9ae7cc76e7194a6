// BigInteger as bits: shifts, and two's complement and, or, exclusive or, not, bytes.

extension BigInteger {
    static func shiftWordsLeft(_ a: [UInt], _ count: Int) -> [UInt] {
        let (words, bits) = (count / 64, count % 64)
        if a.isEmpty { return [] }
        var result = [UInt](repeating: 0, count: words)
        result.reserveCapacity(words + a.count + 1)
        if bits == 0 { return result + a }
        var carry: UInt = 0
        for word in a {
            result.append(word << UInt(bits) | carry)
            carry = word >> UInt(64 - bits)
        }
        if carry != 0 { result.append(carry) }
        return result
    }

    static func shiftWordsRight(_ a: [UInt], _ count: Int) -> [UInt] {
        let (words, bits) = (count / 64, count % 64)
        if words >= a.count { return [] }
        var result = Array(a[words...])
        if bits == 0 { return result }
        for i in 0..<result.count {
            let above = i + 1 < result.count ? result[i + 1] << UInt(64 - bits) : 0
            result[i] = result[i] >> UInt(bits) | above
        }
        return result
    }

    public static func << (a: BigInteger, count: Int) -> BigInteger {
        if count < 0 { return a >> -count }
        return BigInteger(magnitude: shiftWordsLeft(a.magnitudeWords, count), negative: a.isNegative)
    }

    /// Arithmetic: rounds towards negative infinity.
    public static func >> (a: BigInteger, count: Int) -> BigInteger {
        if count < 0 { return a << -count }
        let shifted = BigInteger(magnitude: shiftWordsRight(a.magnitudeWords, count), negative: a.isNegative)
        if !a.isNegative { return shifted }
        return shifted << count == a ? shifted : shifted - .one
    }

    /// Two's complement in so many words.
    private func complement(_ count: Int) -> [UInt] {
        var words = magnitudeWords
        while words.count < count { words.append(0) }
        if !isNegative { return words }
        var carry = true
        for i in 0..<words.count {
            (words[i], carry) = (~words[i]).addingReportingOverflow(carry ? 1 : 0)
        }
        return words
    }

    private init(complement words: [UInt]) {
        guard let last = words.last, last >> 63 == 1 else {
            self.init(magnitude: words, negative: false)
            return
        }
        var result = words
        var carry = true
        for i in 0..<result.count {
            (result[i], carry) = (~result[i]).addingReportingOverflow(carry ? 1 : 0)
        }
        self.init(magnitude: result, negative: true)
    }

    private static func combine(_ a: BigInteger, _ b: BigInteger, _ operation: (UInt, UInt) -> UInt) -> BigInteger {
        let count = max(a.magnitudeWords.count, b.magnitudeWords.count) + 1
        let (x, y) = (a.complement(count), b.complement(count))
        var result = x
        for i in 0..<count { result[i] = operation(x[i], y[i]) }
        return BigInteger(complement: result)
    }

    public static func & (a: BigInteger, b: BigInteger) -> BigInteger { combine(a, b, &) }
    public static func | (a: BigInteger, b: BigInteger) -> BigInteger { combine(a, b, |) }
    public static func ^ (a: BigInteger, b: BigInteger) -> BigInteger { combine(a, b, ^) }
    public static prefix func ~ (a: BigInteger) -> BigInteger { -a - .one }

    /// The shortest two's complement form, lowest byte first; a single 0 for zero.
    public var byteArray: [UInt8] {
        var bytes: [UInt8] = []
        for word in complement(magnitudeWords.count + 1) {
            for i in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt(i * 8))) }
        }
        let fill: UInt8 = isNegative ? 0xFF : 0
        while bytes.count > 1, bytes[bytes.count - 1] == fill, bytes[bytes.count - 2] >> 7 == fill >> 7 { bytes.removeLast() }
        return bytes
    }

    /// From two's complement bytes, lowest first (or highest first), or from a magnitude.
    public init(bytes: some Collection<UInt8>, isUnsigned: Bool = false, isBigEndian: Bool = false) {
        var list = Array(bytes)
        if isBigEndian { list.reverse() }
        let negative = !isUnsigned && (list.last ?? 0) >> 7 == 1
        while list.count % 8 != 0 { list.append(negative ? 0xFF : 0) }
        var words: [UInt] = []
        for start in stride(from: 0, to: list.count, by: 8) {
            var word: UInt = 0
            for i in 0..<8 { word |= UInt(list[start + i]) << UInt(i * 8) }
            words.append(word)
        }
        if negative { self.init(complement: words) } else { self.init(magnitude: words, negative: false) }
    }
}
