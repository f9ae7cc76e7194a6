// System.Numerics.BigInteger: a whole number of any size, as sign and magnitude.

/// A whole number of any size.
public struct BigInteger: Sendable, Hashable {
    /// Little-endian words, without leading zeros; empty for zero.
    public internal(set) var magnitudeWords: [UInt]
    /// Never true for zero.
    public internal(set) var isNegative: Bool

    /// From little-endian words, which may have leading zeros.
    public init(magnitude: [UInt], negative: Bool) {
        var words = magnitude
        while let last = words.last, last == 0 { words.removeLast() }
        magnitudeWords = words
        isNegative = negative && !words.isEmpty
    }

    public init<T: BinaryInteger>(_ value: T) {
        var words: [UInt] = []
        for word in value.magnitude.words { words.append(word) }
        self.init(magnitude: words, negative: value < 0)
    }

    public static let zero = BigInteger(magnitude: [], negative: false)
    public static let one = BigInteger(magnitude: [1], negative: false)
    public static let minusOne = BigInteger(magnitude: [1], negative: true)

    public var isZero: Bool { magnitudeWords.isEmpty }
    public var isOne: Bool { !isNegative && magnitudeWords == [1] }
    public var isEven: Bool { magnitudeWords.isEmpty || magnitudeWords[0] & 1 == 0 }
    public var isPowerOfTwo: Bool {
        guard !isNegative, let last = magnitudeWords.last else { return false }
        return last & (last - 1) == 0 && magnitudeWords.dropLast().allSatisfy { $0 == 0 }
    }
    /// -1, 0 or 1.
    public var sign: Int { isZero ? 0 : (isNegative ? -1 : 1) }
    public var magnitude: BigInteger { BigInteger(magnitude: magnitudeWords, negative: false) }
    /// Bits of the magnitude.
    var bitWidth: Int {
        magnitudeWords.isEmpty ? 0 : magnitudeWords.count * 64 - magnitudeWords[magnitudeWords.count - 1].leadingZeroBitCount
    }
    /// `GetBitLength`: bits of the shortest two's complement form, without its sign bit.
    public var bitLength: Int {
        if isNegative && magnitude.isPowerOfTwo { return bitWidth - 1 }
        return bitWidth
    }
}

extension BigInteger: Comparable {
    /// -1, 0 or 1.
    public static func compare(_ a: BigInteger, _ b: BigInteger) -> Int {
        if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
        let order = compareWords(a.magnitudeWords, b.magnitudeWords)
        return a.isNegative ? -order : order
    }

    public static func < (a: BigInteger, b: BigInteger) -> Bool { compare(a, b) < 0 }

    static func compareWords(_ a: [UInt], _ b: [UInt]) -> Int {
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        var i = a.count - 1
        while i >= 0 {
            if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
            i -= 1
        }
        return 0
    }
}
