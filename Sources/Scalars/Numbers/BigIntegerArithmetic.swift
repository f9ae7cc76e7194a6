// Arithmetic of BigInteger: schoolbook methods on 64-bit words.

extension BigInteger {
    public static func + (a: BigInteger, b: BigInteger) -> BigInteger {
        if a.isNegative == b.isNegative {
            return BigInteger(magnitude: addWords(a.magnitudeWords, b.magnitudeWords), negative: a.isNegative)
        }
        let order = compareWords(a.magnitudeWords, b.magnitudeWords)
        if order == 0 { return .zero }
        return order > 0
            ? BigInteger(magnitude: subtractWords(a.magnitudeWords, b.magnitudeWords), negative: a.isNegative)
            : BigInteger(magnitude: subtractWords(b.magnitudeWords, a.magnitudeWords), negative: b.isNegative)
    }

    public static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + -b }

    public static prefix func - (a: BigInteger) -> BigInteger {
        BigInteger(magnitude: a.magnitudeWords, negative: !a.isNegative)
    }

    public static func * (a: BigInteger, b: BigInteger) -> BigInteger {
        if a.isZero || b.isZero { return .zero }
        return BigInteger(magnitude: multiplyWords(a.magnitudeWords, b.magnitudeWords), negative: a.isNegative != b.isNegative)
    }

    /// Truncating division; the remainder has the sign of the dividend. Throws `divideByZero`.
    public static func divideWithRemainder(_ a: BigInteger, _ b: BigInteger) throws(ScalarError) -> (
        quotient: BigInteger, remainder: BigInteger
    ) {
        if b.isZero { throw .divideByZero }
        let (q, r) = divideWords(a.magnitudeWords, b.magnitudeWords)
        return (BigInteger(magnitude: q, negative: a.isNegative != b.isNegative), BigInteger(magnitude: r, negative: a.isNegative))
    }

    /// Throws `divideByZero`.
    public static func divide(_ a: BigInteger, _ b: BigInteger) throws(ScalarError) -> BigInteger {
        try divideWithRemainder(a, b).quotient
    }

    /// Throws `divideByZero`.
    public static func remainder(_ a: BigInteger, _ b: BigInteger) throws(ScalarError) -> BigInteger {
        try divideWithRemainder(a, b).remainder
    }

    /// To the power of a number not negative (`outOfRange` otherwise).
    public func power(_ exponent: Int) throws(ScalarError) -> BigInteger {
        if exponent < 0 { throw .outOfRange("exponent", "The number must be greater than or equal to zero.") }
        var result = BigInteger.one
        var base = self
        var left = exponent
        while left > 0 {
            if left & 1 == 1 { result = result * base }
            left >>= 1
            if left > 0 { base = base * base }
        }
        return result
    }

    /// `ModPow`. Throws `divideByZero`, or `outOfRange` for a negative exponent.
    public static func modPow(_ value: BigInteger, _ exponent: BigInteger, _ modulus: BigInteger) throws(ScalarError) -> BigInteger {
        if exponent.isNegative { throw .outOfRange("exponent", "The number must be greater than or equal to zero.") }
        if modulus.isZero { throw .divideByZero }
        var result = try remainder(.one, modulus)
        var base = try remainder(value, modulus)
        for word in exponent.magnitudeWords {
            for bit in 0..<64 {
                if word >> UInt(bit) & 1 == 1 { result = try remainder(result * base, modulus) }
                base = try remainder(base * base, modulus)
            }
        }
        return result
    }

    /// The largest number that divides both; 0 only for 0 and 0.
    public static func greatestCommonDivisor(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
        var (x, y) = (a.magnitudeWords, b.magnitudeWords)
        while !y.isEmpty {
            var r = divideWords(x, y).remainder
            while let last = r.last, last == 0 { r.removeLast() }
            (x, y) = (y, r)
        }
        return BigInteger(magnitude: x, negative: false)
    }

    static func addWords(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        var result = long
        var carry = false
        for i in 0..<long.count {
            if i >= short.count && !carry { break }
            let (s1, o1) = result[i].addingReportingOverflow(i < short.count ? short[i] : 0)
            let (s2, o2) = s1.addingReportingOverflow(carry ? 1 : 0)
            result[i] = s2
            carry = o1 || o2
        }
        if carry { result.append(1) }
        return result
    }

    /// `a` is not less than `b`.
    static func subtractWords(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var result = a
        var borrow = false
        for i in 0..<a.count {
            if i >= b.count && !borrow { break }
            let (s1, o1) = result[i].subtractingReportingOverflow(i < b.count ? b[i] : 0)
            let (s2, o2) = s1.subtractingReportingOverflow(borrow ? 1 : 0)
            result[i] = s2
            borrow = o1 || o2
        }
        return result
    }

    static func multiplyWords(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var result = [UInt](repeating: 0, count: a.count + b.count)
        for i in 0..<a.count where a[i] != 0 {
            var carry: UInt = 0
            for j in 0..<b.count {
                let p = a[i].multipliedFullWidth(by: b[j])
                let (s1, o1) = p.low.addingReportingOverflow(result[i + j])
                let (s2, o2) = s1.addingReportingOverflow(carry)
                result[i + j] = s2
                carry = p.high &+ (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
            }
            result[i + b.count] = carry
        }
        return result
    }

    static func divideByWord(_ a: [UInt], _ b: UInt) -> (quotient: [UInt], remainder: UInt) {
        var result = a
        var rest: UInt = 0
        var i = a.count - 1
        while i >= 0 {
            (result[i], rest) = b.dividingFullWidth((rest, result[i]))
            i -= 1
        }
        return (result, rest)
    }

    /// Knuth's algorithm D. `b` is not empty and its last word not zero.
    static func divideWords(_ a: [UInt], _ b: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
        if compareWords(a, b) < 0 { return ([], a) }
        if b.count == 1 {
            let (q, r) = divideByWord(a, b[0])
            return (q, r == 0 ? [] : [r])
        }
        let shift = b[b.count - 1].leadingZeroBitCount
        let divisor = shiftWordsLeft(b, shift)
        var rest = shiftWordsLeft(a, shift)
        while rest.count <= a.count { rest.append(0) }
        let n = b.count
        var quotient = [UInt](repeating: 0, count: rest.count - n)
        let (top, second) = (divisor[n - 1], divisor[n - 2])
        var j = rest.count - n - 1
        while j >= 0 {
            var guess: UInt
            var left: UInt
            var overflowed = false
            if rest[j + n] >= top {
                guess = .max
                (left, overflowed) = rest[j + n - 1].addingReportingOverflow(top)
            } else {
                (guess, left) = top.dividingFullWidth((rest[j + n], rest[j + n - 1]))
            }
            while !overflowed {
                let p = guess.multipliedFullWidth(by: second)
                if p.high < left || (p.high == left && p.low <= rest[j + n - 2]) { break }
                guess -= 1
                (left, overflowed) = left.addingReportingOverflow(top)
            }
            var borrow: UInt = 0
            for i in 0..<n {
                let p = guess.multipliedFullWidth(by: divisor[i])
                let (low, carried) = p.low.addingReportingOverflow(borrow)
                let (difference, under) = rest[i + j].subtractingReportingOverflow(low)
                rest[i + j] = difference
                borrow = p.high &+ (carried ? 1 : 0) &+ (under ? 1 : 0)
            }
            let (difference, under) = rest[j + n].subtractingReportingOverflow(borrow)
            rest[j + n] = difference
            if under {
                guess -= 1
                var carry = false
                for i in 0..<n {
                    let (s1, o1) = rest[i + j].addingReportingOverflow(divisor[i])
                    let (s2, o2) = s1.addingReportingOverflow(carry ? 1 : 0)
                    rest[i + j] = s2
                    carry = o1 || o2
                }
                rest[j + n] = rest[j + n] &+ (carry ? 1 : 0)
            }
            quotient[j] = guess
            j -= 1
        }
        return (quotient, shiftWordsRight(Array(rest[0..<n]), shift))
    }
}
