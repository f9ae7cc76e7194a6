// Numbers: decimal, real, hexadecimal and binary, with suffix and multiplier. What only looks like one is a word.

import Diagnostics

extension Lexer {
    /// Whole numbers of no more digits than this fit a double, if nothing smaller.
    private static let longestDouble = 256

    func number() -> Token {
        let start = index
        if let end = numberEnd(from: start) {
            if base[end - 1] > 0x40 || end - start > Lexer.longestDouble, !fits(start, end) {
                if mode != .expression { index = start; return word() }
                sink.report(.badNumericConstant, range(end, end + 1), string(start, end))
            }
            index = end
            return token(.number)
        }
        index = start
        return word()
    }

    /// Where the number ends that begins here, or nil if it is none.
    private func numberEnd(from start: Int) -> Int? {
        var i = start
        if base[i] == UInt8(ascii: "+") { i += 1 } else if isDash(i) { i += decode(i).length }
        if byte(i) == UInt8(ascii: ".") {
            i += 1
            guard ASCII.isDigit(byte(i)), let end = afterDot(i) else { return nil }
            i = end
        } else if byte(i) == UInt8(ascii: "0"), byte(i + 1) | 0x20 == UInt8(ascii: "x") {
            i += 2
            let first = i
            while ASCII.isHexDigit(byte(i)) { i += 1 }
            if i == first { return nil }
        } else if byte(i) == UInt8(ascii: "0"), byte(i + 1) | 0x20 == UInt8(ascii: "b") {
            i += 2
            let first = i
            while byte(i) == UInt8(ascii: "0") || byte(i) == UInt8(ascii: "1") { i += 1 }
            if i == first { return nil }
        } else {
            let first = i
            while ASCII.isDigit(byte(i)) { i += 1 }
            if i == first { return nil }
            if byte(i) == UInt8(ascii: "."), byte(i + 1) != UInt8(ascii: ".") {
                guard let end = afterDot(i + 1) else { return nil }
                i = end
            } else if byte(i) | 0x20 == UInt8(ascii: "e") {
                guard let end = exponent(i + 1) else { return nil }
                i = end
            }
        }
        guard let suffixed = suffix(i) else { return nil }
        i = suffixed
        if !startsToken(i) {
            guard mode == .expression else { return nil }
            let c = base[i]
            if c >= 0x80 {
                if !decode(i).isDash { return nil }
            } else if c == UInt8(ascii: "?") || c == UInt8(ascii: ":") {
                if !endsNumberAtTernary { return nil }
            } else if !ASCII.endsNumber(c) {
                return nil
            }
        }
        return i
    }

    private func afterDot(_ start: Int) -> Int? {
        var i = start
        while ASCII.isDigit(byte(i)) { i += 1 }
        return byte(i) | 0x20 == UInt8(ascii: "e") ? exponent(i + 1) : i
    }

    private func exponent(_ start: Int) -> Int? {
        var i = start
        if byte(i) == UInt8(ascii: "+") { i += 1 } else if isDash(i) { i += decode(i).length }
        let first = i
        while ASCII.isDigit(byte(i)) { i += 1 }
        return i > first ? i : nil
    }

    /// Past the type suffix and the multiplier; nil where letters follow that are neither.
    private func suffix(_ start: Int) -> Int? {
        var i = start
        switch byte(i) | 0x20 {
        case UInt8(ascii: "u"):
            i += 1
            switch byte(i) | 0x20 {
            case UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "y"): i += 1
            default: break
            }
        case UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "y"), UInt8(ascii: "n"): i += 1
        default: break
        }
        switch byte(i) | 0x20 {
        case UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "t"), UInt8(ascii: "p"):
            guard byte(i + 1) | 0x20 == UInt8(ascii: "b") else { return nil }
            i += 2
        default: break
        }
        return i
    }

    /// Whether the value fits the type its suffix asks for; without a suffix any number finds a type.
    private func fits(_ start: Int, _ end: Int) -> Bool {
        var i = start
        let isNegative = isDash(i)
        if isNegative { i += decode(i).length } else if base[i] == UInt8(ascii: "+") { i += 1 }
        var digitsEnd = i
        let prefix = byte(i) == UInt8(ascii: "0") ? byte(i + 1) | 0x20 : 0
        let isHex = prefix == UInt8(ascii: "x"), isBinary = prefix == UInt8(ascii: "b") && ASCII.isDigit(byte(i + 2))
        var value = 0.0, scale = 1.0, exponent = 0.0
        if isHex || isBinary {
            digitsEnd += 2
            while digitsEnd < end, isHex ? ASCII.isHexDigit(base[digitsEnd]) : base[digitsEnd] & 0xFE == 0x30 {
                value = value * (isHex ? 16 : 2) + Double(Lexer.hexValue(base[digitsEnd]))
                digitsEnd += 1
            }
        } else {
            var isFraction = false
            while digitsEnd < end, ASCII.isDigit(base[digitsEnd]) || base[digitsEnd] == UInt8(ascii: ".") {
                if base[digitsEnd] == UInt8(ascii: ".") {
                    isFraction = true
                } else {
                    value = value * 10 + Double(base[digitsEnd] - 0x30)
                    if isFraction { scale *= 10 }
                }
                digitsEnd += 1
            }
            if byte(digitsEnd) | 0x20 == UInt8(ascii: "e") {
                digitsEnd += 1
                var isBelow = false
                if isDash(digitsEnd) { isBelow = true; digitsEnd += decode(digitsEnd).length } else if byte(digitsEnd) == UInt8(ascii: "+") { digitsEnd += 1 }
                while ASCII.isDigit(byte(digitsEnd)) { exponent = min(exponent * 10 + Double(base[digitsEnd] - 0x30), 400); digitsEnd += 1 }
                if isBelow { exponent = -exponent }
            }
        }
        // Without point and exponent it is a whole number, which is never infinite and has no bound only as a big integer.
        if value == .infinity, byte(digitsEnd) | 0x20 != UInt8(ascii: "n"),
            (i..<digitsEnd).allSatisfy({ isHex || base[$0] != UInt8(ascii: ".") && base[$0] | 0x20 != UInt8(ascii: "e") })
        {
            return false
        }
        value /= scale
        while exponent > 0 { value *= 10; exponent -= 1 }
        while exponent < 0 { value /= 10; exponent += 1 }
        return fits(
            isNegative ? -value : value, digits: digitsEnd - i - (isHex || isBinary ? 2 : 0), suffixAt: digitsEnd, end, isHex: isHex, isBinary: isBinary)
    }

    private func fits(_ number: Double, digits: Int, suffixAt start: Int, _ end: Int, isHex: Bool, isBinary: Bool) -> Bool {
        var value = number, i = start
        var suffix: UInt8 = 0, isUnsigned = false
        if byte(i) | 0x20 == UInt8(ascii: "u") { isUnsigned = true; i += 1 }
        switch byte(i) | 0x20 {
        case UInt8(ascii: "y"), UInt8(ascii: "s"), UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "n"):
            suffix = byte(i) | 0x20
            i += 1
        default: break
        }
        switch i < end ? byte(i) | 0x20 : 0 {
        case UInt8(ascii: "k"): value *= 1024
        case UInt8(ascii: "m"): value *= 1_048_576
        case UInt8(ascii: "g"): value *= 1_073_741_824
        case UInt8(ascii: "t"): value *= 1_099_511_627_776
        case UInt8(ascii: "p"): value *= 1_125_899_906_842_624
        default: break
        }
        let bits: Double
        switch suffix {
        case UInt8(ascii: "y"): bits = 256
        case UInt8(ascii: "s"): bits = 65_536
        case UInt8(ascii: "l"): bits = 18_446_744_073_709_551_616
        case UInt8(ascii: "d"): return abs(value) < 7.9228162514264338e28
        case UInt8(ascii: "n"): return true
        default: return isUnsigned ? value >= 0 && value < 18_446_744_073_709_551_616 : true
        }
        // A hexadecimal or binary number may fill all bits, the highest being the sign.
        if isUnsigned || isHex || isBinary { return value > -1 && value < bits || (isHex || isBinary) && value >= -bits / 2 && value < bits }
        return value > -bits / 2 - 1 && value < bits / 2
    }
}
