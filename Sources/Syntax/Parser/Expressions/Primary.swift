// Values: literals, variables, brackets of every kind, and what is reached from them with `.`, `::` and `[ ]`.

import Diagnostics

extension Parser {
    func primaryExpression(withMembers: Bool) -> Expression? {
        let token = next()
        let value: Expression
        switch token.kind {
        case .variable, .splattedVariable: value = .variable(variable(token))
        case .number: value = number(token)
        case .stringLiteral, .hereStringLiteral: value = .string(stringLiteral(token))
        case .stringExpandable, .hereStringExpandable: value = expandable(token)
        case .atBrace: value = hashtable(token)
        case .leftBrace: value = scriptBlockExpression(token)
        case .leftParen: value = parenthesized(token)
        case .atParen, .dollarParen: value = subexpression(token)
        default:
            unget(token)
            return nil
        }
        guard withMembers, !hasUngot, let access = lexer.memberOperator(allowsBracket: true) else { return value }
        return memberChain(value, access)
    }

    /// Everything that follows a value without a space, beginning with the operator already read.
    func memberChain(_ target: Expression, _ first: Token) -> Expression {
        var value = target
        var access = first
        var count = 0
        while true {
            switch access.kind {
            case .dot, .colonColon, .questionDot: value = member(of: value, access)
            default: value = index(into: value, access)
            }
            count += 1
            if hasUngot { return value }
            if count > Parser.maximumChain {
                sink.halt(at: access.range)
                lexer.index = lexer.limit
                return value
            }
            guard let following = lexer.memberOperator(allowsBracket: true) else { return value }
            access = following
        }
    }

    func number(_ token: Token) -> Expression {
        let text = text(token)
        // Typographic dashes count as minus signs.
        let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : String(decoding: text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x2D }, as: UTF8.self)
        return .number(NumberLiteral(range: token.range, text: plain))
    }

    func variable(_ token: Token) -> VariableExpression {
        let isSplatted = token.kind == .splattedVariable
        let isBraced = token.flags.contains(.closed)
        var path = variablePath(token.range, isBraced: isBraced, inString: false)
        if path.isEmpty { path = ":Error:" }
        return variable(path, token.range, isSplatted: isSplatted, isBraced: isBraced)
    }

    /// Splits scope or drive from the name: a qualifier has at least one letter and is followed by a single colon.
    func variable(_ path: String, _ range: SourceRange, isSplatted: Bool, isBraced: Bool) -> VariableExpression {
        var name = path, qualifier: String?
        let utf8 = path.utf8
        if let colon = utf8.firstIndex(of: UInt8(ascii: ":")), colon > utf8.startIndex, utf8.index(after: colon) < utf8.endIndex {
            qualifier = String(path[..<colon])
            name = String(path[utf8.index(after: colon)...])
        }
        return VariableExpression(range: range, name: name, qualifier: qualifier, isSplatted: isSplatted, isBraced: isBraced)
    }

    /// `( pipeline )`.
    private func parenthesized(_ open: Token) -> Expression {
        let mode = lexer.mode, comma = commaSeparates
        setMode(.command)
        commaSeparates = false
        defer { commaSeparates = comma; setMode(mode) }
        skipNewlines()
        let pipeline: Statement
        if let inner = pipelineChain() {
            pipeline = inner
        } else {
            reportIncomplete(.expectedExpression, after(open))
            pipeline = errorStatement(after(open))
        }
        skipNewlines()
        let close = next()
        var end = close.range
        if close.kind != .rightParen {
            unget(close)
            reportIncomplete(.missingEndParenthesisInExpression, after(pipeline.range))
            end = pipeline.range
        }
        return .parenthesized(ParenthesizedExpression(range: span(open.range, end), pipeline: pipeline))
    }

    /// `$( statements )` and `@( statements )`.
    func subexpression(_ open: Token) -> Expression {
        let mode = lexer.mode, comma = commaSeparates
        setMode(.command)
        commaSeparates = false
        defer { commaSeparates = comma; setMode(mode) }
        let list = statementList(from: open)
        let close = next()
        var end = close.range
        if close.kind != .rightParen {
            unget(close)
            reportIncomplete(.missingEndParenthesisInSubexpression, close.range)
            end = list.range
        }
        let expression = StatementsExpression(range: span(open.range, end), body: list)
        return open.kind == .atParen ? .arrayExpression(expression) : .subexpression(expression)
    }

    private func scriptBlockExpression(_ open: Token) -> Expression {
        let mode = lexer.mode, comma = commaSeparates
        setMode(.command)
        commaSeparates = false
        defer { commaSeparates = comma; setMode(mode) }
        let block = scriptBlock(open: open, isFilter: false)
        return .scriptBlock(ScriptBlockExpression(range: block.range, block: block))
    }

    /// `[index]` behind a value.
    private func index(into target: Expression, _ open: Token) -> Expression {
        let comma = commaSeparates
        commaSeparates = false
        defer { commaSeparates = comma }
        skipNewlines()
        var end = open.range
        var isMissing = false
        let index: Expression
        if let value = expression() {
            index = value
            end = value.range
            if case .error = value { isMissing = true }
        } else {
            reportIncomplete(.missingArrayIndexExpression, after(open))
            index = errorExpression(open.range)
            isMissing = true
        }
        // The closing bracket would begin a word's rest in a command: it is read as in an expression.
        let mode = lexer.mode
        setMode(.expression)
        skipNewlines()
        let close = next()
        if close.kind == .rightBracket {
            end = close.range
        } else {
            unget(close)
            if !isMissing { reportIncomplete(.missingEndSquareBracket, after(index.range)) }
        }
        setMode(mode)
        return .index(IndexExpression(range: span(target.range, end), target: target, index: index, isNullConditional: open.kind == .questionBracket))
    }
}
