// `while`, `do`, `for` and `foreach`.

import Diagnostics

extension Parser {
    private func start(_ keyword: Token, _ label: LoopLabel?) -> SourceRange { label?.range ?? keyword.range }

    /// What stands in parentheses after `while` or `until`, or how far a broken one goes.
    private enum LoopCondition {
        case whole(Statement, close: Token)
        case broken(end: SourceRange)
    }

    private func loopCondition(after word: Token) -> LoopCondition {
        skipNewlines()
        let open = next()
        guard open.kind == .leftParen else {
            unget(open)
            reportIncomplete(.missingOpenParenthesisAfterKeyword, after(word), text(word))
            return .broken(end: word.range)
        }
        skipNewlines()
        let found = pipelineChain()
        if found == nil { reportIncomplete(.missingExpressionAfterKeyword, after(open), text(word)) }
        let condition = found ?? errorStatement(after(open))
        skipNewlines()
        let close = next()
        guard close.kind == .rightParen else {
            unget(close)
            if found != nil { reportIncomplete(.missingEndParenthesisAfterStatement, after(condition.range), text(word)) }
            return .broken(end: condition.range.union(open.range))
        }
        return .whole(condition, close: close)
    }

    func whileStatement(_ keyword: Token, label: LoopLabel?) -> Statement {
        let condition: Statement, close: Token
        switch loopCondition(after: keyword) {
        case .whole(let statement, let parenthesis): (condition, close) = (statement, parenthesis)
        case .broken(let end): return errorStatement(span(start(keyword, label), end))
        }
        guard let body = statementBlock() else {
            reportIncomplete(.missingLoopStatement, after(close), text(keyword))
            return errorStatement(span(start(keyword, label), close.range))
        }
        return .loop(LoopStatement(range: span(start(keyword, label), body.range), label: label?.name, kind: .whileDo, condition: condition, body: body))
    }

    func doStatement(_ keyword: Token, label: LoopLabel?) -> Statement {
        guard let body = statementBlock() else {
            reportIncomplete(.missingLoopStatement, after(keyword), text(keyword))
            return errorStatement(span(start(keyword, label), keyword.range))
        }
        skipNewlines()
        let token = next()
        guard token.isKeyword(.while) || token.isKeyword(.until) else {
            unget(token)
            reportIncomplete(.missingWhileOrUntilInDoWhile, after(body.range))
            return errorStatement(span(start(keyword, label), body.range))
        }
        let condition: Statement, close: Token
        switch loopCondition(after: token) {
        case .whole(let statement, let parenthesis): (condition, close) = (statement, parenthesis)
        case .broken(let end): return errorStatement(span(start(keyword, label), end))
        }
        return .loop(
            LoopStatement(
                range: span(start(keyword, label), close.range), label: label?.name,
                kind: token.isKeyword(.while) ? .doWhile : .doUntil, condition: condition, body: body))
    }

    func forStatement(_ keyword: Token, label: LoopLabel?) -> Statement {
        skipNewlines()
        let open = next()
        guard open.kind == .leftParen else {
            unget(open)
            reportIncomplete(.missingOpenParenthesisAfterKeyword, after(keyword), text(keyword))
            return errorStatement(span(start(keyword, label), keyword.range))
        }
        var end = open.range
        func part(_ end: inout SourceRange) -> Statement? {
            skipNewlines()
            let statement = pipelineChain()
            if let statement { end = statement.range }
            return statement
        }
        func separator(_ end: inout SourceRange) {
            if peek().kind == .semicolon { end = peek().range; skip() } else if peek().kind == .newLine { skip() }
        }
        let initializer = part(&end)
        separator(&end)
        let condition = part(&end)
        separator(&end)
        let iterator = part(&end)
        skipNewlines()
        let close = next()
        guard close.kind == .rightParen else {
            unget(close)
            reportIncomplete(.missingEndParenthesisAfterStatement, after(end), text(keyword))
            return errorStatement(span(start(keyword, label), end))
        }
        guard let body = statementBlock() else {
            reportIncomplete(.missingLoopStatement, after(close), text(keyword))
            return errorStatement(span(start(keyword, label), close.range))
        }
        return .for(
            ForStatement(
                range: span(start(keyword, label), body.range), label: label?.name, initializer: initializer,
                condition: condition, iterator: iterator, body: body))
    }

    func forEachStatement(_ keyword: Token, label: LoopLabel?) -> Statement {
        let first = start(keyword, label)
        skipNewlines()
        var isParallel = false
        var throttleLimit: Expression?
        while case let token = peek(), token.kind == .parameter {
            skip()
            switch text(token).lowercased() {
            case "-parallel":
                isParallel = true
                report(.keywordParameterReservedForFutureUse, token.range, text(token))
            case "-throttlelimit":
                report(.keywordParameterReservedForFutureUse, token.range, text(token))
                throttleLimit = singleArgument(.argument)
            default: report(.invalidForeachFlag, token.range, text(token))
            }
            skipNewlines()
        }
        let open = next()
        guard open.kind == .leftParen else {
            unget(open)
            reportIncomplete(.missingOpenParenthesisAfterKeyword, after(keyword), text(keyword))
            return errorStatement(span(first, keyword.range))
        }
        skipNewlines()
        let name = next()
        guard name.kind == .variable || name.kind == .splattedVariable else {
            unget(name)
            reportIncomplete(.missingVariableNameAfterForeach, after(open))
            return errorStatement(span(first, open.range))
        }
        let variable = variable(name)
        skipNewlines()
        let word = next()
        guard word.isKeyword(.in) else {
            unget(word)
            reportIncomplete(.missingInInForeach, after(name))
            return errorStatement(span(first, name.range), [.variable(variable)])
        }
        skipNewlines()
        guard let collection = pipelineChain() else {
            reportIncomplete(.missingForeachExpression, after(word))
            return errorStatement(span(first, word.range), [.variable(variable)])
        }
        skipNewlines()
        let close = next()
        guard close.kind == .rightParen else {
            unget(close)
            reportIncomplete(.missingEndParenthesisAfterForeach, after(collection.range))
            return errorStatement(span(first, collection.range), [.variable(variable)])
        }
        guard let body = statementBlock() else {
            reportIncomplete(.missingForeachStatement, after(close))
            return errorStatement(span(first, close.range), [.variable(variable)])
        }
        return .forEach(
            ForEachStatement(
                range: span(first, body.range), label: label?.name, variable: variable, collection: collection,
                isParallel: isParallel, throttleLimit: throttleLimit, body: body))
    }
}
