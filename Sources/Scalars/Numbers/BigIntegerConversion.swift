// BigInteger from and to the other numbers and text in tens and sixteens.

extension BigInteger: CustomStringConvertible {
    /// What stands before the point; nil for infinities and NaN.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let whole = value.rounded(.towardZero)
        if whole.magnitude < 1 {
            self = .zero
            return
        }
        let significand = UInt(whole.significandBitPattern | 1 << 52)
        let exponent = Int(whole.exponent) - 52
        let number = BigInteger(magnitude: [significand], negative: whole < 0)
        self = exponent >= 0 ? number << exponent : BigInteger(magnitude: [significand >> UInt(-exponent)], negative: whole < 0)
    }

    /// `(double)value`: truncated to 64 bits, then rounded; infinite if too large.
    public var doubleValue: Double {
        if isZero { return 0 }
        let count = magnitudeWords.count
        let result: Double
        if count == 1 {
            result = Double(magnitudeWords[0])
        } else {
            let shift = bitWidth - 64
            var top = BigInteger.shiftWordsRight(magnitudeWords, shift)[0]
            if BigInteger.shiftWordsLeft([top], shift) != magnitudeWords { top |= 1 }
            result = shift > 1024 ? .infinity : Double(sign: .plus, exponent: shift, significand: Double(top))
        }
        return isNegative ? -result : result
    }

    public var int64Value: Int64? {
        if isZero { return 0 }
        guard magnitudeWords.count == 1 else { return nil }
        let word = magnitudeWords[0]
        if isNegative { return word <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- word) : nil }
        return Int64(exactly: word)
    }

    public var uint64Value: UInt64? {
        if isZero { return 0 }
        return isNegative || magnitudeWords.count > 1 ? nil : UInt64(magnitudeWords[0])
    }

    /// The digits, after a minus sign if there is one.
    public var description: String { String(decoding: (isNegative ? [45] : []) + decimalDigits, as: UTF8.self) }

    /// ASCII digits of the magnitude; "0" for zero.
    var decimalDigits: [UInt8] {
        if isZero { return [48] }
        var groups: [UInt] = []
        var words = magnitudeWords
        while !words.isEmpty {
            let (q, r) = BigInteger.divideByWord(words, 10_000_000_000_000_000_000)
            words = q
            while let last = words.last, last == 0 { words.removeLast() }
            groups.append(r)
        }
        var digits: [UInt8] = []
        for (index, group) in groups.reversed().enumerated() {
            let text = Array(String(group).utf8)
            if index > 0 { digits.append(contentsOf: repeatElement(48, count: 19 - text.count)) }
            digits.append(contentsOf: text)
        }
        return digits
    }

    /// From ASCII digits, any number of them; the caller has checked them.
    init(decimalDigits digits: some Collection<UInt8>, negative: Bool) {
        var words: [UInt] = []
        var pending: UInt = 0
        var scale: UInt = 1
        func flush() {
            var carry = pending
            for i in 0..<words.count {
                let p = words[i].multipliedFullWidth(by: scale)
                let (low, over) = p.low.addingReportingOverflow(carry)
                words[i] = low
                carry = p.high &+ (over ? 1 : 0)
            }
            if carry != 0 { words.append(carry) }
            pending = 0
            scale = 1
        }
        for digit in digits {
            pending = pending * 10 + UInt(digit - 48)
            scale *= 10
            if scale == 10_000_000_000_000_000_000 { flush() }
        }
        if scale > 1 { flush() }
        self.init(magnitude: words, negative: negative)
    }

    /// From ASCII digits of base 2 or 16, the highest first; the caller has checked them.
    init(digits: [UInt8], bitsEach: Int) {
        var words = [UInt](repeating: 0, count: (digits.count * bitsEach + 63) / 64)
        var bit = 0
        for digit in digits.reversed() {
            words[bit / 64] |= UInt(hexValue(digit) ?? 0) << UInt(bit % 64)
            bit += bitsEach
        }
        self.init(magnitude: words, negative: false)
    }

    /// From hexadecimal digits as .NET reads them: two's complement, so "FF" is -1 and "0FF" 255. Nil for anything else.
    public init?(hexDigits: String) {
        var nibbles: [UInt8] = []
        for byte in hexDigits.utf8 {
            guard let value = hexValue(byte) else { return nil }
            nibbles.append(value)
        }
        guard let first = nibbles.first else { return nil }
        let fill: UInt8 = first >= 8 ? 15 : 0
        if nibbles.count % 2 == 1 { nibbles.insert(fill, at: 0) }
        var bytes: [UInt8] = []
        for i in stride(from: nibbles.count - 2, through: 0, by: -2) { bytes.append(nibbles[i] << 4 | nibbles[i + 1]) }
        self.init(bytes: bytes)
    }
}

/// 0 to 15 for an ASCII hexadecimal digit.
@inlinable func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}
