// Hashtable literals: `@{ key = statement; … }`.

import Diagnostics

extension Parser {
    func hashtable(_ open: Token) -> Expression {
        let mode = lexer.mode, comma = commaSeparates
        commaSeparates = false
        setMode(.command)
        defer { setMode(mode); commaSeparates = comma }
        skipNewlines()
        var entries: [(key: Expression, value: Statement)] = []
        while let entry = hashtableEntry() {
            entries.append(entry)
            let token = peek()
            if token.kind != .newLine, token.kind != .semicolon { break }
            skipNewlinesAndSemicolons()
        }
        let close = next()
        var end = close.range
        if close.kind != .rightBrace {
            unget(close)
            reportIncomplete(.missingEndCurlyBrace, after(open), detected: before(close))
            end = before(close)
        }
        let lastEntry = entries.last.map { $0.value.range } ?? open.range
        return .hashtable(HashtableExpression(range: span(open.range, close.kind == .rightBrace ? end : hashEnd(open, end, lastEntry)), entries: entries))
    }

    /// An unfinished literal ends just before what stopped it.
    private func hashEnd(_ open: Token, _ before: SourceRange, _ last: SourceRange) -> SourceRange {
        before.end < last.end ? (last.end > open.range.end ? last : before) : before
    }

    private func hashtableEntry() -> (key: Expression, value: Statement)? {
        let mode = lexer.mode
        setMode(.expression)
        guard let key = labelOrKey() else {
            setMode(mode)
            return nil
        }
        let equals = next()
        setMode(mode)
        guard equals.kind == .equals else {
            unget(equals)
            report(.missingEqualsInHashLiteral, after(key.range))
            syncOnError(consume: false, .rightBrace, .semicolon, .newLine)
            return (key, errorStatement(after(key.range)))
        }
        setMode(.command)
        skipNewlines()
        if let value = statement() { return (key, value) }
        reportIncomplete(.missingStatementInHashLiteral, after(equals))
        return (key, errorStatement(after(equals)))
    }

    /// A bare name, or any value.
    func labelOrKey() -> Expression? {
        let token = peek()
        if token.kind == .identifier || token.kind == .keyword {
            skip()
            return .string(StringLiteral(range: token.range, value: text(token), kind: .bareWord))
        }
        return unaryExpression()
    }
}
