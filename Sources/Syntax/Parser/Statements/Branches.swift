// `if` and `switch`.

import Diagnostics

typealias LoopLabel = (name: String, range: SourceRange)

extension Parser {
    func ifStatement(_ first: Token) -> Statement {
        var clauses: [(condition: Statement, body: StatementBlock)] = []
        var otherwise: StatementBlock?
        var keyword = first
        var end = first.range
        while true {
            skipNewlines()
            let open = next()
            guard open.kind == .leftParen else {
                unget(open)
                reportIncomplete(.missingOpenParenthesisInIfStatement, after(keyword), text(keyword))
                return errorStatement(span(first.range, keyword.range))
            }
            skipNewlines()
            var isMissing = false
            let condition: Statement
            if let statement = pipelineChain() {
                condition = statement
            } else {
                reportIncomplete(.ifStatementMissingCondition, after(open), text(keyword))
                condition = errorStatement(after(open))
                isMissing = true
            }
            skipNewlines()
            let close = next()
            guard close.kind == .rightParen else {
                unget(close)
                if !isMissing { reportIncomplete(.missingEndParenthesisAfterStatement, close.range, text(keyword)) }
                return errorStatement(span(first.range, condition.range.union(open.range)))
            }
            guard let body = statementBlock() else {
                reportIncomplete(.missingStatementBlock, close.range, text(keyword))
                return errorStatement(span(first.range, close.range))
            }
            clauses.append((condition, body))
            end = body.range
            let restore = restorePoint
            skipNewlines()
            let following = peek()
            if following.isKeyword(.elseif) {
                skip()
                keyword = following
                continue
            }
            if following.isKeyword(.else) {
                skip()
                otherwise = statementBlock()
                if let otherwise {
                    end = otherwise.range
                } else {
                    reportIncomplete(.missingStatementBlockAfterElse, after(following))
                    return errorStatement(span(first.range, following.range))
                }
            } else {
                resync(to: restore)
            }
            return .if(IfStatement(range: span(first.range, end), clauses: clauses, otherwise: otherwise))
        }
    }

    func switchStatement(_ keyword: Token, label: LoopLabel?) -> Statement {
        var start = keyword.range
        if let label { start = label.range }
        var options: SwitchOptions = []
        var condition: Statement?
        var end = keyword.range
        var failed = false, isIncomplete = false
        skipNewlines()
        while case let token = peek(), token.kind == .parameter {
            skip()
            end = token.range
            guard let option = switchOption(token) else {
                report(.invalidSwitchFlag, token.range, text(token))
                failed = true
                continue
            }
            options.insert(option)
            if option == .file {
                skipNewlines()
                if let file = singleArgument(.file) {
                    condition = asStatement(file)
                    end = file.range
                } else {
                    failed = true
                    isIncomplete = reportIncomplete(.missingFilenameOption, after(token))
                }
            }
        }
        let open = peek()
        if open.kind == .leftParen {
            skip()
            end = open.range
            if options.contains(.file) {
                report(.pipelineValueRequired, open.range)
                failed = true
            }
            skipNewlines()
            if let statement = pipelineChain() {
                condition = statement
                end = statement.range
            } else {
                failed = true
                isIncomplete = reportIncomplete(.pipelineValueRequired, after(open))
            }
            skipNewlines()
            let close = next()
            if close.kind == .rightParen {
                end = close.range
            } else {
                unget(close)
                if !isIncomplete { isIncomplete = reportIncomplete(.missingEndParenthesisInSwitchStatement, after(end)) }
                failed = true
            }
        } else if !options.contains(.file) {
            isIncomplete = reportIncomplete(.pipelineValueRequired, after(end))
            failed = true
        }
        skipNewlines()
        let brace = next()
        var clauses: [(pattern: Expression, body: StatementBlock)] = []
        var otherwise: StatementBlock?
        if brace.kind == .leftBrace {
            end = brace.range
            if !switchClauses(&clauses, &otherwise, &end) { failed = true }
        } else {
            unget(brace)
            if !isIncomplete { reportIncomplete(.missingCurlyBraceInSwitchStatement, after(end)) }
            failed = true
        }
        guard !failed, let condition else { return errorStatement(span(start, end)) }
        return .switch(
            SwitchStatement(range: span(start, end), label: label?.name, options: options, condition: condition, clauses: clauses, otherwise: otherwise))
    }

    func asStatement(_ expression: Expression) -> Statement {
        let element = CommandExpression(range: expression.range, expression: expression, redirections: [])
        return .pipeline(PipelineStatement(range: expression.range, elements: [.expression(element)], isBackground: false))
    }

    private func switchOption(_ token: Token) -> SwitchOptions? {
        let name = text(token).dropFirst().lowercased()
        let names: [(String, SwitchOptions)] = [
            ("regex", .regex), ("wildcard", .wildcard), ("exact", .exact), ("casesensitive", .caseSensitive),
            ("parallel", .parallel), ("file", .file),
        ]
        guard !name.isEmpty else { return nil }
        return names.first { $0.0.hasPrefix(name) }?.1
    }

    private func switchClauses(_ clauses: inout [(pattern: Expression, body: StatementBlock)], _ otherwise: inout StatementBlock?, _ end: inout SourceRange)
        -> Bool
    {
        var isWhole = true
        skipNewlinesAndSemicolons()
        while true {
            guard let pattern = singleArgument(.switchPattern) else {
                reportIncomplete(.missingSwitchConditionExpression, after(end))
                if peek().kind == .rightBrace { skip() }
                return false
            }
            end = pattern.range
            if let body = statementBlock() {
                end = body.range
                if case .string(let word) = pattern, word.kind == .bareWord, word.value.lowercased() == "default" {
                    if otherwise != nil {
                        report(.multipleSwitchDefaultClauses, pattern.range)
                        isWhole = false
                    }
                    otherwise = body
                } else {
                    clauses.append((pattern, body))
                }
            } else {
                isWhole = false
                reportIncomplete(.missingSwitchStatementClause, after(end))
            }
            skipNewlinesAndSemicolons()
            let close = next()
            if close.kind == .rightBrace {
                end = close.range
                return isWhole
            }
            unget(close)
        }
    }
}
