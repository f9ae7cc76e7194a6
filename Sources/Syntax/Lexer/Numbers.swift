// Numbers: decimal, real, hexadecimal and binary, with suffix and multiplier. What only looks like one is a word.

import Diagnostics

extension Lexer {
    func number() -> Token {
        let start = index
        if let end = numberEnd(from: start) {
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
            guard Character7.isDigit(byte(i)), let end = afterDot(i) else { return nil }
            i = end
        } else if byte(i) == UInt8(ascii: "0"), byte(i + 1) | 0x20 == UInt8(ascii: "x") {
            i += 2
            let first = i
            while Character7.isHexDigit(byte(i)) { i += 1 }
            if i == first { return nil }
        } else if byte(i) == UInt8(ascii: "0"), byte(i + 1) | 0x20 == UInt8(ascii: "b") {
            i += 2
            let first = i
            while byte(i) == UInt8(ascii: "0") || byte(i) == UInt8(ascii: "1") { i += 1 }
            if i == first { return nil }
        } else {
            let first = i
            while Character7.isDigit(byte(i)) { i += 1 }
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
            } else if !Character7.endsNumber(c) {
                return nil
            }
        }
        return i
    }

    private func afterDot(_ start: Int) -> Int? {
        var i = start
        while Character7.isDigit(byte(i)) { i += 1 }
        return byte(i) | 0x20 == UInt8(ascii: "e") ? exponent(i + 1) : i
    }

    private func exponent(_ start: Int) -> Int? {
        var i = start
        if byte(i) == UInt8(ascii: "+") { i += 1 } else if isDash(i) { i += decode(i).length }
        let first = i
        while Character7.isDigit(byte(i)) { i += 1 }
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
}
