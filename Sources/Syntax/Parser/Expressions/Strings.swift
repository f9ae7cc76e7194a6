// The values of strings and words: escapes resolved, variables and subexpressions as parts.

import Diagnostics

extension Parser {
    func stringLiteral(_ token: Token) -> StringLiteral {
        if token.kind == .hereStringLiteral {
            let (start, end) = hereStringBody(token)
            return StringLiteral(range: token.range, value: lexer.string(start, end), kind: .singleQuotedHere)
        }
        let (start, end) = quotedBody(token, isDouble: false)
        let value = token.flags.contains(.escapes) ? lexer.literalValue(start, end) : lexer.string(start, end)
        return StringLiteral(range: token.range, value: value, kind: .singleQuoted)
    }

    func expandable(_ token: Token) -> Expression {
        let isHere = token.kind == .hereStringExpandable
        let (start, end) = isHere ? hereStringBody(token) : quotedBody(token, isDouble: true)
        let kind: StringKind = isHere ? .doubleQuotedHere : .doubleQuoted
        var builder = StringBuilder()
        guard enter() else {
            leave()
            return errorExpression(token.range)
        }
        defer { leave() }
        readExpandable(from: start, to: end, isHere: isHere, into: &builder)
        return builder.expression(token.range, kind)
    }

    /// A bare word: quotes inside it are dropped, variables in it expanded.
    func word(_ token: Token, expands: Bool) -> Expression {
        if !token.flags.contains(.escapes), !token.flags.contains(.expands) {
            return .string(StringLiteral(range: token.range, value: text(token), kind: .bareWord))
        }
        guard enter() else {
            leave()
            return errorExpression(token.range)
        }
        defer { leave() }
        var builder = StringBuilder()
        builder.keepsVariables = !expands
        var i = lexer.local(Int(token.range.start))
        let end = lexer.local(Int(token.range.end))
        while i < end {
            let scalar = lexer.decode(i)
            if scalar.isSingleQuote || scalar.isDoubleQuote {
                let close = lexer.quotedEnd(i, end, isDouble: scalar.isDoubleQuote)
                let bodyEnd = close.isClosed ? close.end - close.quoteLength : close.end
                if scalar.isSingleQuote {
                    builder.append(lexer.literalValue(i + scalar.length, bodyEnd))
                } else {
                    readExpandable(from: i + scalar.length, to: bodyEnd, isHere: false, into: &builder)
                }
                i = close.end
            } else if scalar.value == 0x60 {
                if i + 1 >= end { break }
                i = lexer.readEscape(i, &builder)
            } else if scalar.value == 0x24, let next = readDollar(i, end, isHere: false, &builder) {
                i = next
            } else {
                builder.append(bytes: lexer.base, i, i + scalar.length)
                i += scalar.length
            }
        }
        return builder.expression(token.range, .bareWord)
    }

    private func quotedBody(_ token: Token, isDouble: Bool) -> (Int, Int) {
        let start = lexer.local(Int(token.range.start)), end = lexer.local(Int(token.range.end))
        let first = start + lexer.decode(start).length
        let close = lexer.quotedEnd(start, end, isDouble: isDouble)
        return (first, max(first, close.isClosed ? close.end - close.quoteLength : close.end))
    }

    /// Between the line break after the header and the one before the footer.
    private func hereStringBody(_ token: Token) -> (Int, Int) {
        var start = lexer.local(Int(token.range.start))
        var end = lexer.local(Int(token.range.end))
        while start < end, lexer.base[start] != 0x0A, lexer.base[start] != 0x0D { start += 1 }
        if start < end { start += lexer.base[start] == 0x0D && lexer.byte(start + 1) == 0x0A ? 2 : 1 }
        guard token.flags.contains(.closed) else { return (start, end) }
        while end > start, lexer.base[end - 1] != 0x0A, lexer.base[end - 1] != 0x0D { end -= 1 }
        if end > start { end -= end - 1 > start && lexer.base[end - 1] == 0x0A && lexer.base[end - 2] == 0x0D ? 2 : 1 }
        return (start, max(start, end))
    }

    private func readExpandable(from start: Int, to end: Int, isHere: Bool, into builder: inout StringBuilder) {
        var i = start
        var run = start
        while i < end {
            let c = lexer.base[i]
            switch c {
            case UInt8(ascii: "`"):
                builder.append(bytes: lexer.base, run, i)
                if i + 1 >= end { i += 1 } else { i = lexer.readEscape(i, &builder) }
                run = i
            case UInt8(ascii: "$"):
                builder.append(bytes: lexer.base, run, i)
                run = i
                if let next = readDollar(i, end, isHere: isHere, &builder) { i = next; run = i } else { i += 1 }
            case UInt8(ascii: "\""), 0xE2:
                let length = c == 0xE2 ? 3 : 1
                if !isHere, lexer.isDoubleQuote(i), i + length < end, lexer.isDoubleQuote(i + length) {
                    // A doubled quote stands for one: the second.
                    builder.append(bytes: lexer.base, run, i)
                    run = i + length
                    i = run + lexer.decode(run).length
                } else {
                    i += 1
                }
            default: i += 1
            }
        }
        builder.append(bytes: lexer.base, run, end)
    }

    /// A variable or subexpression at a dollar sign; nil where it is only the sign.
    private func readDollar(_ start: Int, _ end: Int, isHere: Bool, _ builder: inout StringBuilder) -> Int? {
        let index = lexer.index, tokenStart = lexer.tokenStart
        lexer.index = start
        defer { lexer.index = index; lexer.tokenStart = tokenStart }
        let savedUngot = (ungot, hasUngot)
        defer { (ungot, hasUngot) = savedUngot }
        guard lexer.skipDollar(hereString: isHere) else { return nil }
        let stop = min(lexer.index, end)
        if builder.keepsVariables {
            builder.append(bytes: lexer.base, start, stop)
            return stop
        }
        if lexer.byte(start + 1) == UInt8(ascii: "(") {
            builder.add(nestedSubexpression(start, stop, isHere: isHere), raw: lexer.string(start, stop))
            return stop
        }
        let range = lexer.range(start, stop)
        let isBraced = lexer.byte(start + 1) == UInt8(ascii: "{")
        var path = variablePath(range, isBraced: isBraced, inString: true)
        if path.isEmpty { path = ":Error:" }
        builder.add(.variable(variable(path, range, isSplatted: false, isBraced: isBraced)), raw: lexer.string(start, stop))
        return stop
    }

    /// What stands behind the sign, braces dropped and escapes resolved.
    func variablePath(_ range: SourceRange, isBraced: Bool, inString: Bool) -> String {
        let start = lexer.local(Int(range.start)), end = lexer.local(Int(range.end))
        if !isBraced { return lexer.string(min(start + 1, end), end) }
        var builder = StringBuilder()
        var i = start + 2
        let stop = end > start + 2 && lexer.base[end - 1] == UInt8(ascii: "}") ? end - 1 : end
        while i < stop {
            if lexer.base[i] == UInt8(ascii: "`"), i + 1 < stop {
                i = lexer.readEscape(i, &builder)
            } else {
                builder.append(bytes: lexer.base, i, i + 1)
                i += 1
            }
        }
        return builder.plainText
    }

    /// Reads `$( )` inside a string as a text of its own that ends where the string's scanner found its end.
    private func nestedSubexpression(_ start: Int, _ end: Int, isHere: Bool) -> Expression {
        let outer = (lexer.base, lexer.limit, lexer.places, lexer.mode, sink.nested, commaSeparates)
        let range = lexer.range(start, end)
        sink.nested = range
        lexer.nesting += 1
        lexer.mode = .command
        hasUngot = false
        commaSeparates = false
        defer {
            (lexer.base, lexer.limit, lexer.places, lexer.mode, sink.nested, commaSeparates) = outer
            lexer.nesting -= 1
            hasUngot = false
        }
        if !isHere, let copy = lexer.unescapedCopy(start, end) {
            return copy.bytes.withUnsafeBufferPointer { buffer -> Expression in
                guard let base = buffer.baseAddress else { return errorExpression(range) }
                lexer.base = base
                lexer.limit = buffer.count
                lexer.places = copy.places
                lexer.index = 0
                return subexpression(next())
            }
        }
        lexer.limit = end
        lexer.index = start
        return subexpression(next())
    }
}
