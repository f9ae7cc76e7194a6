// Redirections that begin with a stream: `2>`, `*>>`, `3>&1`; and the operators that reach into a value.

import Diagnostics

extension Lexer {
    /// `length` digits or a star stand before the sign.
    func redirection(after length: Int) -> Token {
        index = tokenStart + length + 1
        if byte(index) == UInt8(ascii: ">") {
            index += 1
        } else if byte(index) == UInt8(ascii: "&"), byte(index + 1) == UInt8(ascii: "1") || byte(index + 1) == UInt8(ascii: "2") {
            index += 2
        }
        return token(.redirection)
    }

    /// `.`, `::`, `[`, `?.` or `?[` right after a value; nil where none stands there.
    func memberOperator(allowsBracket: Bool) -> Token? {
        if index >= limit { return nil }
        tokenStart = index
        switch base[index] {
        case UInt8(ascii: "."):
            if byte(index + 1) == UInt8(ascii: ".") { return nil }
            if mode == .command, isGap(index + 1) { return nil }
            index += 1
            return token(.dot)
        case UInt8(ascii: ":"):
            guard byte(index + 1) == UInt8(ascii: ":") else { return nil }
            if mode == .command, isGap(index + 2) { return nil }
            index += 2
            return token(.colonColon)
        case UInt8(ascii: "["):
            guard allowsBracket else { return nil }
            index += 1
            return token(.leftBracket)
        case UInt8(ascii: "?"):
            if byte(index + 1) == UInt8(ascii: ".") {
                index += 2
                return token(.questionDot)
            }
            if byte(index + 1) == UInt8(ascii: "["), allowsBracket {
                index += 2
                return token(.questionBracket)
            }
            return nil
        default: return nil
        }
    }

    private func isGap(_ i: Int) -> Bool {
        if i >= limit { return true }
        let c = base[i]
        return ASCII.isBlank(c) || c == 0x0A || c == 0x0D || (c >= 0x80 && decode(i).isBlank)
    }

    /// `(` or `{` right after a member's name.
    func invocationToken() -> Token? {
        let c = peek
        guard index < limit, c == UInt8(ascii: "(") || c == UInt8(ascii: "{") else { return nil }
        tokenStart = index
        index += 1
        return token(c == UInt8(ascii: "(") ? .leftParen : .leftBrace, .modeFree)
    }

    /// The next `[`, even in a command where it would begin a word; nil (and nothing read) if something else comes.
    func leftBracket() -> Token? {
        let start = index
        let count = (tokens.count, nestedTokens.count)
        skipBlanks()
        if index < limit, base[index] == UInt8(ascii: "[") {
            tokenStart = index
            index += 1
            return token(.leftBracket)
        }
        index = start
        tokens.removeLast(tokens.count - count.0)
        nestedTokens.removeLast(nestedTokens.count - count.1)
        return nil
    }

    /// What stands after `--%` up to a pipe or the end of the line, as it is.
    func verbatim() -> Token? {
        while index < limit, ASCII.isBlank(base[index]) { index += 1 }
        tokenStart = index
        var quoted = false
        while index < limit {
            let c = base[index]
            if c == 0x0A || c == 0x0D { break }
            if c == UInt8(ascii: "\"") { quoted.toggle() }
            if !quoted, c == UInt8(ascii: "|") || (c == UInt8(ascii: "&") && byte(index + 1) == c) { break }
            index += 1
        }
        return index > tokenStart ? token(.generic, .modeFree) : nil
    }

    /// True where a variable, a string or a bracket stands next: no keyword can begin here.
    func beginsExpression() -> Bool {
        skipBlanks()
        if index >= limit { return false }
        switch base[index] {
        case UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "@"): return true
        default: return false
        }
    }

    /// True where the next line that holds anything begins with a pipe: the pipeline goes on there.
    func continuesWithPipe(from start: Int32) -> Bool {
        var i = local(Int(start))
        while i < limit {
            let c = base[i]
            if ASCII.isBlank(c) || c == 0x0A || c == 0x0D { i += 1; continue }
            if c == UInt8(ascii: "#") {
                while i < limit, base[i] != 0x0A, base[i] != 0x0D { i += 1 }
                continue
            }
            if c == UInt8(ascii: "<"), byte(i + 1) == UInt8(ascii: "#") {
                i += 2
                while i < limit, !(base[i] == UInt8(ascii: "#") && byte(i + 1) == UInt8(ascii: ">")) { i += 1 }
                i += 2
                continue
            }
            return c == UInt8(ascii: "|") && byte(i + 1) != UInt8(ascii: "|")
        }
        return false
    }
}
