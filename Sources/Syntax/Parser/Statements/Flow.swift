// What leaves or guards a block: return, throw, exit, break, continue, try, trap, data.

import Diagnostics

extension Parser {
    func flowStatement(_ keyword: Token, _ word: Keyword) -> Statement {
        let kind: FlowStatement.Kind = word == .return ? .return : word == .throw ? .throw : .exit
        let value = pipelineChain()
        let end = value?.range ?? keyword.range
        return .flow(FlowStatement(range: span(keyword.range, end), kind: kind, label: nil, value: value))
    }

    func jumpStatement(_ keyword: Token, _ word: Keyword) -> Statement {
        let kind: FlowStatement.Kind = word == .break ? .break : .continue
        let mode = lexer.mode
        setMode(.expression)
        let label = labelOrKey()
        setMode(mode)
        return .flow(FlowStatement(range: span(keyword.range, label?.range ?? keyword.range), kind: kind, label: label, value: nil))
    }

    func tryStatement(_ keyword: Token) -> Statement {
        guard let body = statementBlock() else {
            reportIncomplete(.missingTryStatementBlock, after(keyword))
            return errorStatement(keyword.range)
        }
        var end = body.range
        var catches: [TryStatement.CatchClause] = []
        var failed = false
        while true {
            skipNewlines()
            let token = peek()
            guard token.isKeyword(.catch) else { break }
            skip()
            if let clause = catchClause(token) {
                catches.append(clause)
                end = clause.range
            } else {
                failed = true
                end = token.range
            }
        }
        var finally: StatementBlock?
        if case let token = peek(), token.isKeyword(.finally) {
            skip()
            finally = statementBlock()
            if let finally {
                end = finally.range
            } else {
                reportIncomplete(.missingFinallyStatementBlock, after(token))
                failed = true
                end = token.range
            }
        }
        if catches.isEmpty, finally == nil, !failed {
            reportIncomplete(.missingCatchOrFinally, after(body.range))
            failed = true
        }
        if failed { return errorStatement(span(keyword.range, end)) }
        return .try(TryStatement(range: span(keyword.range, end), body: body, catches: catches, finally: finally))
    }

    private func catchClause(_ keyword: Token) -> TryStatement.CatchClause? {
        var types: [TypeName] = []
        var end = keyword.range
        var comma: Token?
        var failed = false
        while true {
            skipNewlines()
            guard let element = attributeElement() else {
                if let comma {
                    reportIncomplete(.missingTypeLiteralToken, after(comma))
                    failed = true
                }
                break
            }
            end = element.range
            switch element {
            case .type(let type, _): types.append(type)
            case .attribute(let attribute):
                report(.unexpectedAttribute, attribute.range, attribute.type.description)
                failed = true
            }
            skipNewlines()
            guard peek().kind == .comma else { break }
            comma = peek()
            skip()
        }
        guard let block = statementBlock() else {
            if !failed { reportIncomplete(.missingCatchHandlerBlock, after(end)) }
            return nil
        }
        if failed { return nil }
        return TryStatement.CatchClause(range: span(keyword.range, block.range), types: types, body: block)
    }

    func trapStatement(_ keyword: Token) -> Statement {
        let restore = restorePoint
        skipNewlines()
        let element = attributeElement()
        if element == nil { resync(to: restore) }
        guard let body = statementBlock() else {
            reportIncomplete(.missingTrapStatement, after(element?.range ?? keyword.range))
            return errorStatement(span(keyword.range, element?.range ?? keyword.range))
        }
        return .trap(TrapStatement(range: span(keyword.range, body.range), type: element?.type, body: body))
    }

    func dataStatement(_ keyword: Token) -> Statement {
        skipNewlines()
        var end = keyword.range
        var variable: String?
        let name = peek()
        if name.kind == .identifier || name.kind == .generic || name.kind == .keyword {
            if name.kind != .generic || source.bytes[Int(name.range.start)] != UInt8(ascii: "=") {
                if name.kind != .keyword, isDataName(name) {
                    skip()
                    variable = text(name)
                    end = name.range
                }
            }
        }
        skipNewlines()
        var commands: [Expression] = []
        var failed = false
        while case let token = peek(), token.kind == .parameter {
            skip()
            if !"-supportedcommand".hasPrefix(text(token).lowercased()) {
                report(.invalidParameterForDataSectionStatement, token.range, text(token))
                failed = true
            }
            end = token.range
            skipNewlines()
            var comma: Token?
            while true {
                guard let command = singleArgument(.file) else {
                    failed = true
                    reportIncomplete(
                        comma == nil ? .missingValueForSupportedCommandInDataSectionStatement : .missingCommandNameAfterComma, after(comma?.range ?? end))
                    break
                }
                commands.append(command)
                end = command.range
                guard peek().kind == .comma else { break }
                comma = peek()
                skip()
            }
        }
        guard let body = statementBlock() else {
            if !failed { reportIncomplete(.missingStatementBlockForDataSection, after(end)) }
            return errorStatement(span(keyword.range, end))
        }
        if failed { return errorStatement(span(keyword.range, body.range)) }
        return .data(DataStatement(range: span(keyword.range, body.range), variable: variable, supportedCommands: commands, body: body))
    }

    private func isDataName(_ token: Token) -> Bool {
        let bytes = source.bytes[Int(token.range.start)..<Int(token.range.end)]
        guard let first = bytes.first, ASCII.isLetter(first) || first == 0x5F else { return false }
        return bytes.allSatisfy { ASCII.continuesName($0) }
    }
}
