// Which statement begins here, and lists of statements.

import Diagnostics

extension Parser {
    /// Statements up to something that cannot begin one; `open` is where an empty list stands.
    func statementList(from open: Token) -> StatementBlock {
        var statements: [Statement] = []
        let range = statementList(into: &statements)
        return StatementBlock(range: range.map { span($0, $0) } ?? span(after(open), after(open)), statements: statements)
    }

    /// Adds statements and gives the range of those it added.
    func statementList(into statements: inout [Statement]) -> SourceRange? {
        var range: SourceRange?
        skipNewlinesAndSemicolons()
        while let statement = statement() {
            statements.append(statement)
            range = range?.union(statement.range) ?? statement.range
            skipNewlinesAndSemicolons()
            let kind = peek().kind
            if kind == .rightParen || kind == .rightBrace { break }
        }
        return range
    }

    /// `{ statements }`; nil (and nothing read but line breaks) where no brace stands.
    func statementBlock() -> StatementBlock? {
        skipNewlines()
        let open = next()
        guard open.kind == .leftBrace else {
            unget(open)
            return nil
        }
        let mode = lexer.mode, comma = commaSeparates
        commaSeparates = false
        setMode(.command)
        defer { commaSeparates = comma; setMode(mode) }
        let list = statementList(from: open)
        let close = next()
        var end = close.range
        if close.kind != .rightBrace {
            unget(close)
            end = list.range
            reportIncomplete(.missingEndCurlyBrace, open.range, detected: close.range)
        }
        return StatementBlock(range: span(open.range, end), statements: list.statements)
    }

    func statement() -> Statement? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        if !hasUngot, lexer.beginsExpression() { return pipelineChain() }
        var token = next()
        if token.kind == .leftBracket || (token.kind == .generic && source.bytes[Int(token.range.start)] == UInt8(ascii: "[")) {
            unget(token)
            let start = token.range.start
            guard let attributes = attributeList(inExpression: false) else { return pipelineChain() }
            token = next()
            if let word = token.keyword, word == .class || word == .enum {
                return typeDefinition(token, word, attributes)
            }
            if let word = token.keyword, refusesAttributes(word), attributes.lastType == nil {
                report(.unexpectedAttribute, attributes[0].range)
            } else {
                resync(to: start)
                return pipelineChain()
            }
        }
        if let word = token.keyword { return keywordStatement(token, word) }
        switch token.kind {
        case .label:
            skipNewlines()
            return labeled(token)
        case .endOfInput:
            unget(token)
            return nil
        default:
            unget(token)
            return pipelineChain()
        }
    }

    private func refusesAttributes(_ word: Keyword) -> Bool {
        switch word {
        case .if, .switch, .foreach, .for, .while, .do, .function, .filter, .return, .throw, .exit, .break, .continue, .trap, .try,
            .data, .using, .from, .define, .var, .else, .elseif, .catch, .finally, .until, .configuration, .workflow:
            true
        default: false
        }
    }

    private func keywordStatement(_ token: Token, _ word: Keyword) -> Statement? {
        switch word {
        case .if: return ifStatement(token)
        case .switch: return switchStatement(token, label: nil)
        case .foreach: return forEachStatement(token, label: nil)
        case .for: return forStatement(token, label: nil)
        case .while: return whileStatement(token, label: nil)
        case .do: return doStatement(token, label: nil)
        case .function, .filter: return functionStatement(token)
        case .workflow:
            report(.workflowNotSupportedInPowerShellCore, token.range)
            return functionStatement(token)
        case .return, .throw, .exit: return flowStatement(token, word)
        case .break, .continue: return jumpStatement(token, word)
        case .trap: return trapStatement(token)
        case .try: return tryStatement(token)
        case .data: return dataStatement(token)
        case .class, .enum: return typeDefinition(token, word, [])
        case .using:
            _ = usingStatement(token)
            return errorStatement(token.range)
        case .from, .define, .var:
            report(.reservedKeywordNotAllowed, token.range, text(token))
            return errorStatement(token.range)
        case .parallel, .sequence:
            if let block = blockAfterReserved(token) { return block }
            unget(token)
            return pipelineChain()
        case .configuration: return configurationStatement(token)
        case .else, .elseif, .catch, .finally, .until:
            // After an error these belong to a statement that was given up.
            if !sink.isEmpty {
                skipNewlines()
                return statement()
            }
            unget(token)
            return pipelineChain()
        default:
            unget(token)
            return pipelineChain()
        }
    }

    /// `sequence { }` and `parallel { }` were for workflows.
    private func blockAfterReserved(_ token: Token) -> Statement? {
        guard peek().kind == .leftBrace else {
            if hasUngot { resync(to: token.range.end) }
            return nil
        }
        report(.unexpectedKeyword, token.range, text(token))
        let block = statementBlock()
        return errorStatement(span(token.range, block?.range ?? token.range))
    }

    private func configurationStatement(_ token: Token) -> Statement? {
        let name = peek()
        guard name.kind == .generic || name.kind == .identifier else {
            resync(to: token.range.start)
            _ = next()
            unget(token)
            return pipelineChain()
        }
        report(.parserError, SourceRange(Int(name.range.start), Int(name.range.end)), "configuration")
        skip()
        _ = next()
        return errorStatement(span(token.range, name.range))
    }

    private func labeled(_ label: Token) -> Statement? {
        let name = String(text(label).dropFirst())
        let token = next()
        switch token.keyword {
        case .foreach?: return forEachStatement(token, label: (name, label.range))
        case .for?: return forStatement(token, label: (name, label.range))
        case .while?: return whileStatement(token, label: (name, label.range))
        case .do?: return doStatement(token, label: (name, label.range))
        case .switch?: return switchStatement(token, label: (name, label.range))
        default:
            resync(to: label.range.start)
            return pipelineChain()
        }
    }
}
