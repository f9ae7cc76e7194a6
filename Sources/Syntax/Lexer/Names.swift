// Names, keywords, bare words, parameters and dash operators.

import Diagnostics

extension Lexer {
    /// A token that starts with a letter: a keyword or an identifier, in a command any word.
    func name() -> Token {
        if mode == .typeName { return typeName() }
        let start = index
        while true {
            while index < limit, ASCII.continuesName(base[index]) { index += 1 }
            if index < limit, base[index] >= 0x80, case let n = nameLength(index), n > 0 { index += n; continue }
            break
        }
        if mode == .command, !startsToken(index) { return word() }
        if let value = WordTable.keywords.find(base + start, index - start) { return token(.keyword, detail: value) }
        return token(.identifier)
    }

    private func typeName() -> Token {
        while index < limit {
            let c = base[index]
            if ASCII.continuesName(c) || c == UInt8(ascii: ".") || c == UInt8(ascii: "`") || c == UInt8(ascii: "+")
                || c == UInt8(ascii: "#") || c == UInt8(ascii: "\\")
            {
                index += 1
                continue
            }
            if c >= 0x80, case let n = nameLength(index), n > 0 { index += n; continue }
            break
        }
        return token(.identifier)
    }

    /// The rest of a bare word; quotes, escapes, variables and `$( )` may stand in it.
    func word(flags initial: TokenFlags = []) -> Token {
        let start = tokenStart
        // What was read before as something simpler is read again from the start, so that escapes and variables count.
        index = start
        var flags = initial
        while index < limit {
            let c = base[index]
            if c < 0x80 {
                if ASCII.startsToken(c), !(c == 0 && index == start) { break }
                switch c {
                case UInt8(ascii: "`"):
                    flags.insert(.escapes)
                    if index + 1 >= limit { index += 1; continue }
                    skipEscape(report: true)
                case UInt8(ascii: "'"):
                    flags.insert(.escapes)
                    skipLiteral(quoteLength: 1)
                case UInt8(ascii: "\""):
                    flags.insert(.escapes)
                    if skipExpandable(quoteLength: 1) { flags.insert(.expands) }
                case UInt8(ascii: "$"):
                    if skipDollar(hereString: false) { flags.insert(.expands) } else { index += 1 }
                default: index += 1
                }
                continue
            }
            let scalar = decode(index)
            if scalar.isBlank { break }
            if scalar.isSingleQuote { flags.insert(.escapes); skipLiteral(quoteLength: scalar.length); continue }
            if scalar.isDoubleQuote {
                flags.insert(.escapes)
                if skipExpandable(quoteLength: scalar.length) { flags.insert(.expands) }
                continue
            }
            index += scalar.length
        }
        tokenStart = start
        return token(.generic, flags)
    }

    /// What starts with a dash: `--`, `-=`, a number, a parameter or an operator.
    func dash(_ length: Int) -> Token {
        let following = byte(index + length)
        if isDash(index + length) {
            let second = decode(index + length).length
            if byte(index + length + second) == UInt8(ascii: "%"), mode == .command, startsToken(index + length + second + 1) {
                index += length + second + 1
                return token(.generic)
            }
            index += length + second
            if mode == .command, !startsToken(index) { return word() }
            return token(.minusMinus)
        }
        if following == UInt8(ascii: "=") {
            index += length + 1
            if mode == .command, !startsToken(index) { return word() }
            return token(.minusEquals)
        }
        if startsName(index + length) || (following == UInt8(ascii: "?") && mode == .command) {
            return parameterOrOperator(length)
        }
        if allowsSignedNumbers || mode == .command, ASCII.isDigit(following) || following == UInt8(ascii: ".") { return number() }
        index += length
        if mode == .command, !startsToken(index) { return word() }
        return token(.minus)
    }

    private func parameterOrOperator(_ length: Int) -> Token {
        let start = index + length
        index = start
        if mode == .expression {
            while case let n = nameLength(index), n > 0 { index += n }
            if let value = WordTable.operators.find(base + start, index - start) { return token(.dashOperator, detail: value) }
            index = start
        }
        while index < limit {
            let c = base[index]
            if c < 0x80 {
                switch c {
                case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: ","),
                    UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "["), 0x0A, 0x0D, 0x20, 0x09, 0x0B, 0x0C, 0:
                    return token(.parameter)
                case UInt8(ascii: ":"):
                    index += 1
                    return token(.parameter, .colon)
                case UInt8(ascii: "'"), UInt8(ascii: "\""):
                    if mode == .command { return word() }
                    return token(.parameter)
                default: index += 1
                }
                continue
            }
            let scalar = decode(index)
            if scalar.isBlank { break }
            if scalar.isSingleQuote || scalar.isDoubleQuote {
                if mode == .command { return word() }
                break
            }
            index += scalar.length
        }
        return token(.parameter)
    }
}
