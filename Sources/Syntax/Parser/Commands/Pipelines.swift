// Pipelines: assignments, chains of `&&` and `||`, elements between pipes, background.

import Diagnostics

extension Parser {
    /// `target = statement`, `a && b || c`, `a | b`, `a &`; nil where nothing of it begins.
    func pipelineChain() -> Statement? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        let mode = lexer.mode
        setMode(.expression)
        var first = expression()
        var assignment: Token?
        if first != nil, case let token = peek(), token.isAssignment {
            skip()
            assignment = token
        }
        setMode(mode)
        if let target = first, let assignment { return assign(target, assignment) }

        var chain: Statement?
        var chainOperator: Token?
        var length = 0
        while true {
            let opening = first == nil ? peek() : nil
            let pipeline = pipeline(startingWith: first)
            first = nil
            guard let pipeline else {
                guard let chainOperator, let chain else { return nil }
                _ = opening
                reportIncomplete(.emptyPipelineChainElement, after(chainOperator), text(chainOperator))
                return .error(ErrorExpression(range: span(chain.range, chainOperator.range), parts: []))
            }
            let current: Statement
            if let left = chain, let chainOperator {
                current = .chain(
                    PipelineChain(
                        range: span(left.range, pipeline.range), left: left, isAnd: chainOperator.kind == .andAnd,
                        right: .pipeline(pipeline), isBackground: false))
            } else {
                current = .pipeline(pipeline)
            }
            let token = peek()
            switch token.kind {
            case .andAnd, .orOr:
                skip()
                skipNewlines()
                chain = current
                chainOperator = token
                length += 1
                if length > Parser.maximumChain { sink.halt(at: token.range); lexer.index = lexer.limit; hasUngot = false }
            case .ampersand:
                skip()
                let following = peek()
                if following.kind == .andAnd || following.kind == .orOr {
                    skip()
                    report(.backgroundOperatorInPipelineChain, following.range)
                    return errorStatement(span(current.range, following.range))
                }
                return inBackground(current, token)
            default: return current
            }
        }
    }

    private func inBackground(_ statement: Statement, _ sign: Token) -> Statement {
        switch statement {
        case .pipeline(let p): .pipeline(PipelineStatement(range: span(p.range, sign.range), elements: p.elements, isBackground: true))
        case .chain(let c):
            .chain(PipelineChain(range: span(c.range, sign.range), left: c.left, isAnd: c.isAnd, right: c.right, isBackground: true))
        default: statement
        }
    }

    private func assign(_ target: Expression, _ token: Token) -> Statement {
        skipNewlines()
        let value: Statement
        if let statement = statement() {
            value = statement
        } else {
            reportIncomplete(.expectedValueExpression, after(token), text(token))
            value = errorStatement(after(token))
        }
        let op: AssignmentOperator =
            switch token.kind {
            case .plusEquals: .add
            case .minusEquals: .subtract
            case .multiplyEquals: .multiply
            case .divideEquals: .divide
            case .remainderEquals: .remainder
            case .questionQuestionEquals: .nullCoalesce
            default: .assign
            }
        return .assignment(AssignmentStatement(range: span(target.range, value.range), target: target, op: op, value: value))
    }

    private func pipeline(startingWith start: Expression?) -> PipelineStatement? {
        var elements: [PipelineElement] = []
        var given = start
        var pipe: Token?
        reading: while true {
            let expression: Expression?
            if given != nil {
                expression = given
                given = nil
            } else {
                let mode = lexer.mode
                setMode(.expression)
                expression = self.expression()
                setMode(mode)
            }
            if let expression {
                if !elements.isEmpty { report(.expressionsMustBeFirstInPipeline, expression.range) }
                elements.append(.expression(redirected(expression)))
            } else if let command = command() {
                elements.append(command)
            } else if !elements.isEmpty || peek().kind == .pipe {
                reportIncomplete(.emptyPipeElement, pipe.map { after($0) } ?? peek().range)
            }
            var token = peek()
            if token.kind == .newLine, lexer.continuesWithPipe(from: token.range.start) {
                skipNewlines()
                token = peek()
            }
            switch token.kind {
            case .semicolon, .newLine, .endOfInput, .rightParen, .rightBrace, .andAnd, .orOr, .ampersand: break reading
            case .pipe:
                pipe = token
                skip()
                skipNewlines()
                if peek().kind == .endOfInput {
                    reportIncomplete(.emptyPipeElement, after(token))
                    break reading
                }
            default:
                report(.unexpectedToken, token.range, text(token))
                break reading
            }
        }
        guard let first = elements.first, let last = elements.last else { return nil }
        return PipelineStatement(range: span(first.range, last.range), elements: elements, isBackground: false)
    }

    private func redirected(_ expression: Expression) -> CommandExpression {
        guard peek().kind == .redirection || peek().kind == .inputRedirection else {
            return CommandExpression(range: expression.range, expression: expression, redirections: [])
        }
        var redirections: [Redirection] = []
        var end = expression.range
        while case let token = peek(), token.kind == .redirection || token.kind == .inputRedirection {
            skip()
            if let redirection = redirection(token, &redirections) { end = redirection.range }
        }
        return CommandExpression(range: span(expression.range, end), expression: expression, redirections: redirections)
    }
}
