// Where strings end: quotes, here-strings, escapes, and the subexpressions inside. Their values are made by the parser.

import Diagnostics

extension Lexer {
    func literalString() -> Token {
        let start = index
        let escapes = skipLiteral(quoteLength: decode(index).length)
        tokenStart = start
        return token(.stringLiteral, escapes ? [.modeFree, .escapes] : .modeFree)
    }

    func expandableString() -> Token {
        let start = index
        let expands = skipExpandable(quoteLength: decode(index).length)
        tokenStart = start
        return token(.stringExpandable, expands ? [.modeFree, .expands] : .modeFree)
    }

    /// From the opening quote past the closing one. True if a quote is doubled inside.
    @discardableResult
    func skipLiteral(quoteLength: Int) -> Bool {
        let start = index
        index += quoteLength
        var doubled = false
        while index < limit {
            let c = base[index]
            if c == UInt8(ascii: "'") || (c == 0xE2 && decode(index).isSingleQuote) {
                let length = c < 0x80 ? 1 : 3
                let next = index + length
                if next < limit, base[next] == UInt8(ascii: "'") || (base[next] == 0xE2 && decode(next).isSingleQuote) {
                    doubled = true
                    index = next + (base[next] < 0x80 ? 1 : 3)
                    continue
                }
                index = next
                return doubled
            }
            index += 1
        }
        sink.reportIncomplete(.terminatorExpectedAtEndOfString, range(start, limit))
        return doubled
    }

    @inline(__always) func isDoubleQuote(_ i: Int) -> Bool {
        if i >= limit { return false }
        return base[i] == UInt8(ascii: "\"") || (base[i] == 0xE2 && decode(i).isDoubleQuote)
    }

    /// From the opening quote past the closing one. True if there is something to expand.
    func skipExpandable(quoteLength: Int) -> Bool {
        let start = index
        index += quoteLength
        var expands = false
        while index < limit {
            let c = base[index]
            if c == UInt8(ascii: "\"") || (c == 0xE2 && decode(index).isDoubleQuote) {
                index += c < 0x80 ? 1 : 3
                if isDoubleQuote(index) { index += base[index] < 0x80 ? 1 : 3; continue }
                return expands
            }
            if c == UInt8(ascii: "$") {
                if skipDollar(hereString: false) { expands = true } else { index += 1 }
            } else if c == UInt8(ascii: "`") {
                if index + 1 >= limit { index += 1; continue }
                skipEscape(report: true)
            } else {
                index += 1
            }
        }
        sink.reportIncomplete(.terminatorExpectedAtEndOfString, range(start, limit))
        return expands
    }

    /// Past a variable or a subexpression that begins with the dollar sign here; false where it is only a dollar sign.
    func skipDollar(hereString: Bool) -> Bool {
        let next = byte(index + 1)
        if next == UInt8(ascii: "(") {
            skipSubexpression()
            return true
        }
        if next == UInt8(ascii: "{") {
            skipBraced(inString: true)
            return true
        }
        if startsVariable(index + 1) { return skipPlain(inString: true) }
        return false
    }

    /// From `$(` past its closing parenthesis: parentheses are counted, wherever they stand, as the reference does.
    func skipSubexpression() {
        let start = index
        index += 2
        var depth = 1
        while index < limit {
            let c = base[index]
            index += 1
            if c == UInt8(ascii: "(") {
                depth += 1
            } else if c == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return }
            }
        }
        sink.reportIncomplete(.incompleteDollarSubexpressionReference, range(start, limit))
    }

    /// Past a backtick and what it escapes; checks `u{ }`.
    func skipEscape(report: Bool) {
        let start = index
        let next = base[index + 1]
        if next == UInt8(ascii: "u") {
            index += 2
            skipCodePoint(from: start, report: report)
            return
        }
        if next == 0x0D, byte(index + 2) == 0x0A { index += 3; return }
        index += 1 + decode(index + 1).length
    }

    private func skipCodePoint(from start: Int, report: Bool) {
        func complain(_ id: ErrorID, _ from: Int, _ to: Int) { if report { sink.report(id, range(from, max(from, to))) } }
        guard byte(index) == UInt8(ascii: "{") else {
            complain(.invalidUnicodeEscapeSequence, start, min(index + 1, limit))
            return
        }
        index += 1
        let first = index
        var value: UInt32 = 0
        while index < limit, ASCII.isHexDigit(base[index]) {
            if index - first == 6 {
                complain(.tooManyDigitsInUnicodeEscapeSequence, index, index + 1)
                return
            }
            value = value << 4 | UInt32(Lexer.hexValue(base[index]))
            index += 1
        }
        if byte(index) != UInt8(ascii: "}") || index >= limit {
            complain(index == first ? .invalidUnicodeEscapeSequence : .missingUnicodeEscapeSequenceTerminator, start, min(index + 1, limit))
            return
        }
        if index == first {
            complain(.invalidUnicodeEscapeSequence, start, index + 1)
        } else if value > 0x10FFFF {
            complain(.invalidUnicodeEscapeSequenceValue, first, index)
        }
        index += 1
    }

    static func hexValue(_ byte: UInt8) -> UInt8 { byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10 }

    /// From `@"` or `@'` past the line that begins with the closing sign.
    func hereString(header: Int, expandable: Bool) -> Token {
        let start = index
        let kind: TokenKind = expandable ? .hereStringExpandable : .hereStringLiteral
        index += header
        while index < limit, ASCII.isBlank(base[index]) || (base[index] >= 0x80 && decode(index).isBlank) { index += decode(index).length }
        func finish(_ flags: TokenFlags) -> Token {
            tokenStart = start
            return token(kind, flags)
        }
        if index >= limit {
            sink.reportIncomplete(.terminatorExpectedAtEndOfString, range(start, limit))
            return finish(.modeFree)
        }
        guard base[index] == 0x0A || base[index] == 0x0D else {
            sink.report(.unexpectedCharactersAfterHereStringHeader, range(index, index + 1))
            while index < limit, base[index] != 0x0A, base[index] != 0x0D {
                if isQuote(index, expandable), byte(index + decode(index).length) == UInt8(ascii: "@") {
                    index += decode(index).length + 1
                    break
                }
                index += 1
            }
            return finish(.modeFree)
        }
        return hereStringBody(start: start, expandable: expandable, finish: finish)
    }

    private func isQuote(_ i: Int, _ expandable: Bool) -> Bool {
        let scalar = decode(i)
        return i < limit && (expandable ? scalar.isDoubleQuote : scalar.isSingleQuote)
    }

    private func hereStringBody(start: Int, expandable: Bool, finish: (TokenFlags) -> Token) -> Token {
        var flags: TokenFlags = .modeFree
        while index < limit {
            let c = base[index]
            if c == 0x0A || c == 0x0D {
                index += c == 0x0D && byte(index + 1) == 0x0A ? 2 : 1
                var i = index
                while ASCII.isBlank(byte(i)) { i += 1 }
                if isQuote(i, expandable), byte(i + decode(i).length) == UInt8(ascii: "@") {
                    if i > index {
                        sink.report(.whitespaceBeforeHereStringFooter, range(i, i + decode(i).length + 1))
                    }
                    index = i + decode(i).length + 1
                    flags.insert(.closed)
                    return finish(flags)
                }
                continue
            }
            if expandable, c == UInt8(ascii: "$") {
                if skipDollar(hereString: true) { flags.insert(.expands) } else { index += 1 }
            } else if expandable, c == UInt8(ascii: "`"), index + 1 < limit, base[index + 1] != 0x0A, base[index + 1] != 0x0D {
                skipEscape(report: true)
            } else {
                index += 1
            }
        }
        sink.reportIncomplete(.terminatorExpectedAtEndOfString, range(start, limit))
        return finish(flags)
    }
}
