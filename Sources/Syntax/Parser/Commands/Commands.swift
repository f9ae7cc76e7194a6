// Commands: a name, parameters, arguments and redirections.

import Diagnostics

enum ArgumentContext { case name, nameAfterInvocation, file, argument, switchPattern }

extension Parser {
    func command() -> PipelineElement? {
        let mode = lexer.mode
        setMode(.command)
        defer { setMode(mode) }
        let first = next()
        var token = first
        var end = first.range
        var invocation = InvocationOperator.none
        if token.kind == .dot || token.kind == .ampersand {
            invocation = token.kind == .dot ? .dot : .call
            token = next()
        }
        var context: ArgumentContext = invocation == .none ? .name : .nameAfterInvocation
        var elements: [CommandElement] = []
        var redirections: [Redirection] = []
        var sawDashDash = false
        reading: while true {
            switch token.kind {
            case .pipe, .rightBrace, .rightParen, .semicolon, .newLine, .endOfInput, .andAnd, .orOr, .ampersand:
                unget(token)
                break reading
            case .comma:
                end = token.range
                report(.missingArgument, token.range)
                skipNewlines()
            case .minusMinus:
                end = token.range
                if sawDashDash || context != .argument {
                    elements.append(.argument(bareWord(token)))
                } else {
                    elements.append(.parameter(CommandParameter(range: token.range, name: "-", hasColon: false, argument: nil)))
                }
                sawDashDash = true
            case .parameter:
                end = token.range
                if context != .argument || sawDashDash {
                    elements.append(.argument(bareWord(token)))
                } else {
                    let parameter = parameter(token)
                    end = parameter.range
                    elements.append(.parameter(parameter))
                }
            case .redirection where context == .name, .inputRedirection where context == .name:
                // Where a command's name is due, the sign is the name.
                elements.append(.argument(bareWord(token)))
                end = token.range
            case .redirection, .inputRedirection:
                if let redirection = redirection(token, &redirections) { end = redirection.range } else { end = token.range }
            default:
                guard let argument = argument(context, token) else { break }
                elements.append(.argument(argument))
                end = argument.range
                if case .string(let word) = argument, word.kind == .bareWord, word.value == "--%", context == .argument {
                    if let rest = verbatimToken(after: token) {
                        elements.append(.argument(bareWord(rest)))
                        end = rest.range
                    }
                    break reading
                }
            }
            context = .argument
            token = next()
        }
        guard !elements.isEmpty else {
            if invocation != .none {
                report(.missingExpression, first.range, text(first))
                return .expression(CommandExpression(range: first.range, expression: errorExpression(first.range), redirections: redirections))
            }
            if !redirections.isEmpty {
                return .command(CommandSyntax(range: span(first.range, end), invocation: .none, elements: [], redirections: redirections))
            }
            return nil
        }
        return .command(CommandSyntax(range: span(first.range, end), invocation: invocation, elements: elements, redirections: redirections))
    }

    private func verbatimToken(after token: Token) -> Token? {
        resync(to: token.range.end)
        return lexer.verbatim()
    }

    func bareWord(_ token: Token) -> Expression {
        .string(StringLiteral(range: token.range, value: text(token), kind: .bareWord))
    }

    private func parameter(_ token: Token) -> CommandParameter {
        let hasColon = token.flags.contains(.colon)
        let start = Int(token.range.start) + dashLength(token)
        let name = source.text(SourceRange(start, Int(token.range.end) - (hasColon ? 1 : 0)))
        guard hasColon, peek().kind != .comma else {
            return CommandParameter(range: token.range, name: name, hasColon: hasColon, argument: nil)
        }
        guard let argument = argument(.argument, next()) else {
            report(.parameterRequiresArgument, after(token), text(token))
            return CommandParameter(range: token.range, name: name, hasColon: true, argument: nil)
        }
        return CommandParameter(range: span(token.range, argument.range), name: name, hasColon: true, argument: argument)
    }

    private func dashLength(_ token: Token) -> Int {
        let first = source.bytes[Int(token.range.start)]
        return first < 0x80 ? 1 : 3
    }

    /// One argument without a list, as a file name or a switch pattern.
    func singleArgument(_ context: ArgumentContext) -> Expression? {
        let kind = peek().kind
        if kind == .comma || kind == .endOfInput { return nil }
        let mode = lexer.mode
        setMode(.command)
        defer { setMode(mode) }
        return argument(context, next())
    }

    /// An argument that begins with `token`; with commas a list. Nil (and the token back) where none can.
    func argument(_ context: ArgumentContext, _ opening: Token) -> Expression? {
        var token = opening
        var list: [Expression] = []
        var comma: Token?
        while true {
            guard let value = argumentValue(context, token) else {
                unget(token)
                guard let comma, let first = list.first else { return nil }
                reportIncomplete(.missingExpression, after(comma), ",")
                return errorExpression(span(first.range, comma.range), list)
            }
            if context != .argument { return value }
            let following = peek()
            guard following.kind == .comma else {
                guard let first = list.first else { return value }
                list.append(value)
                return .arrayLiteral(ArrayLiteral(range: span(first.range, value.range), elements: list))
            }
            list.append(value)
            comma = following
            skip()
            skipNewlines()
            token = next()
        }
    }

    private func argumentValue(_ context: ArgumentContext, _ token: Token) -> Expression? {
        switch token.kind {
        case .endOfInput, .pipe, .rightBrace, .rightParen, .semicolon, .newLine, .andAnd, .orOr, .ampersand, .comma,
            .minusMinus, .redirection, .inputRedirection:
            return nil
        case .number:
            unget(token)
            return primaryExpression(withMembers: true)
        case .variable, .splattedVariable, .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable,
            .atBrace, .atParen, .dollarParen, .leftBrace, .leftParen:
            unget(token)
            return primaryExpression(withMembers: true)
        case .generic:
            return word(token, expands: context != .name)
        default:
            return bareWord(token)
        }
    }
}
