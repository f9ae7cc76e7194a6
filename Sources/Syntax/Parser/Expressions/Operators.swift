// Expressions with operators: ternary, binary by precedence, the comma, and what stands in front of a value.

import Diagnostics

extension Parser {
    /// `binary`, or `condition ? a : b`; nil where no expression begins here.
    func expression(endsAtTernary: Bool = false) -> Expression? {
        guard enter() else { leave(); return nil }
        let mode = lexer.mode
        setMode(.expression)
        defer { setMode(mode); leave() }
        guard let condition = binaryExpression(endsAtTernary) else { return nil }
        let token = peek()
        guard token.kind == .question else { return condition }
        return ternary(condition, question: token, endsAtTernary)
    }

    private func ternary(_ condition: Expression, question: Token, _ endsAtTernary: Bool) -> Expression {
        skip()
        skipNewlines()
        var missing = false
        let ifTrue: Expression
        if let value = expression(endsAtTernary: true) {
            ifTrue = value
        } else {
            reportIncomplete(.expectedValueExpression, after(question), "?")
            ifTrue = errorExpression(after(question))
            missing = true
        }
        if case .error = ifTrue { missing = true }
        skipNewlines()
        let colon = next()
        if colon.kind != .colon {
            unget(colon)
            if !missing { reportIncomplete(.missingColonInTernaryExpression, colon.range) }
            return errorExpression(span(condition.range, before(colon).union(ifTrue.range)), [condition, ifTrue])
        }
        skipNewlines()
        let ifFalse: Expression
        if let value = expression(endsAtTernary: endsAtTernary) {
            ifFalse = value
        } else {
            reportIncomplete(.expectedValueExpression, after(colon), ":")
            ifFalse = errorExpression(after(colon))
        }
        return .ternary(TernaryExpression(range: span(condition.range, ifFalse.range), condition: condition, ifTrue: ifTrue, ifFalse: ifFalse))
    }

    private struct PendingOperator {
        let op: BinaryOperator
        let isCaseSensitive: Bool
        let precedence: UInt8
        let range: SourceRange
    }

    private func binaryExpression(_ endsAtTernary: Bool) -> Expression? {
        guard let first = arrayLiteral(endsAtTernary) else { return nil }
        var token = peek()
        guard let start = pendingOperator(token) else {
            if token.kind == .parameter { return recover(from: token, first) }
            return first
        }
        skip()
        var operands = [first]
        var operators = [start]
        func reduce() {
            guard let right = operands.popLast(), let left = operands.popLast(), let op = operators.popLast() else { return }
            operands.append(
                .binary(
                    BinaryExpression(
                        range: span(left.range, right.range), op: op.op, isCaseSensitive: op.isCaseSensitive,
                        left: left, right: right, operatorRange: op.range)))
        }
        var stray: Token?
        while true {
            skipNewlines()
            if let operand = arrayLiteral(endsAtTernary) {
                operands.append(operand)
            } else {
                reportIncomplete(.expectedValueExpression, after(token), text(token))
                operands.append(errorExpression(after(token)))
            }
            token = peek()
            guard let following = pendingOperator(token) else {
                if token.kind == .parameter { stray = token }
                break
            }
            skip()
            while let last = operators.last, following.precedence <= last.precedence { reduce() }
            operators.append(following)
        }
        while !operators.isEmpty { reduce() }
        guard let result = operands.first else { return first }
        if let stray { return recover(from: stray, result) }
        return result
    }

    /// A dash word that is no operator stands after a value: it is taken along, so that reading goes on behind it.
    private func recover(from parameter: Token, _ value: Expression) -> Expression {
        report(.unexpectedToken, parameter.range, text(parameter))
        skip()
        return errorExpression(span(value.range, parameter.range), [value])
    }

    private func pendingOperator(_ token: Token) -> PendingOperator? {
        switch token.kind {
        case .plus: return PendingOperator(op: .add, isCaseSensitive: false, precedence: 5, range: token.range)
        case .minus: return PendingOperator(op: .subtract, isCaseSensitive: false, precedence: 5, range: token.range)
        case .multiply: return PendingOperator(op: .multiply, isCaseSensitive: false, precedence: 6, range: token.range)
        case .divide: return PendingOperator(op: .divide, isCaseSensitive: false, precedence: 6, range: token.range)
        case .remainder: return PendingOperator(op: .remainder, isCaseSensitive: false, precedence: 6, range: token.range)
        case .dotDot: return PendingOperator(op: .range, isCaseSensitive: false, precedence: 8, range: token.range)
        case .questionQuestion: return PendingOperator(op: .nullCoalesce, isCaseSensitive: false, precedence: 4, range: token.range)
        case .dashOperator:
            guard let dash = token.dashOperator, dash.isBinary, let (op, sensitive, precedence) = dash.meaning else { return nil }
            return PendingOperator(op: op, isCaseSensitive: sensitive, precedence: precedence, range: token.range)
        default: return nil
        }
    }

    /// `a, b, c`, or one value.
    private func arrayLiteral(_ endsAtTernary: Bool) -> Expression? {
        guard let first = unaryExpression(endsAtTernary) else { return nil }
        guard !commaSeparates, peek().kind == .comma else { return first }
        var elements = [first]
        while case let comma = peek(), comma.kind == .comma {
            skip()
            skipNewlines()
            guard let element = unaryExpression(endsAtTernary) else {
                reportIncomplete(.missingExpressionAfterToken, after(comma), ",")
                elements.append(errorExpression(comma.range))
                break
            }
            elements.append(element)
        }
        return .arrayLiteral(ArrayLiteral(range: span(first.range, elements[elements.count - 1].range), elements: elements))
    }

    func unaryExpression(_ endsAtTernary: Bool = false) -> Expression? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        let signed = lexer.allowsSignedNumbers, ternary = lexer.endsNumberAtTernary
        lexer.allowsSignedNumbers = true
        lexer.endsNumberAtTernary = endsAtTernary
        if hasUngot, ungot.kind == .minus || ungot.kind == .plus { resync(to: ungot.range.start) }
        let token = peek()
        lexer.allowsSignedNumbers = signed
        lexer.endsNumberAtTernary = ternary
        let value: Expression?
        if let op = unaryOperator(token) {
            value = prefixed(op, token, endsAtTernary)
        } else if token.kind == .comma {
            if commaSeparates { return nil }
            value = prefixedComma(token, endsAtTernary)
        } else if token.kind == .leftBracket {
            value = bracketed(token, endsAtTernary)
        } else {
            value = primaryExpression(withMembers: true)
        }
        guard let value else { return nil }
        let postfix = peek()
        if postfix.kind == .plusPlus || postfix.kind == .minusMinus {
            skip()
            return .unary(
                UnaryExpression(
                    range: span(value.range, postfix.range),
                    op: postfix.kind == .plusPlus ? .postIncrement : .postDecrement, operand: value))
        }
        return value
    }

    private func unaryOperator(_ token: Token) -> UnaryOperator? {
        switch token.kind {
        case .exclaim: return .not
        case .plusPlus: return .preIncrement
        case .minusMinus: return .preDecrement
        case .plus: return .plus
        case .minus: return .minus
        case .dashOperator:
            switch token.dashOperator {
            case .not?: return .not
            case .bnot?: return .bitwiseNot
            case .split?: return .split
            case .isplit?: return .caseInsensitiveSplit
            case .csplit?: return .caseSensitiveSplit
            case .join?: return .join
            default: return nil
            }
        default: return nil
        }
    }

    private func prefixed(_ op: UnaryOperator, _ token: Token, _ endsAtTernary: Bool) -> Expression {
        skip()
        skipNewlines()
        guard let operand = unaryExpression(endsAtTernary) else {
            reportIncomplete(.missingExpressionAfterOperator, after(token), text(token))
            return errorExpression(token.range)
        }
        return .unary(UnaryExpression(range: span(token.range, operand.range), op: op, operand: operand))
    }

    private func prefixedComma(_ token: Token, _ endsAtTernary: Bool) -> Expression {
        skip()
        skipNewlines()
        guard let operand = unaryExpression(endsAtTernary) else {
            reportIncomplete(.missingExpressionAfterOperator, after(token), ",")
            return errorExpression(token.range)
        }
        return .arrayLiteral(ArrayLiteral(range: span(token.range, operand.range), elements: [operand]))
    }

    /// `[type] value`, `[type]::member`, `[type]`, `[attribute( )] $x`.
    private func bracketed(_ token: Token, _ endsAtTernary: Bool) -> Expression? {
        guard let attributes = attributeList(inExpression: true), let last = attributes.last else { return nil }
        var value: Expression
        switch last {
        case .attribute(let attribute):
            skipNewlines()
            guard let operand = unaryExpression() else {
                reportIncomplete(.unexpectedAttribute, attribute.range, attribute.type.description)
                return errorExpression(span(token.range, attribute.range))
            }
            value = .attributed(AttributedExpression(range: span(attribute.range, operand.range), attribute: attribute, operand: operand))
        case .type(let type, let range):
            let bare = Expression.type(TypeExpression(range: range, type: type))
            if !hasUngot, let access = lexer.memberOperator(allowsBracket: false) {
                value = memberChain(bare, access)
            } else {
                let following = peek()
                if following.kind != .newLine, following.kind != .comma, let operand = unaryExpression(endsAtTernary) {
                    value = .convert(ConvertExpression(range: span(range, operand.range), type: type, operand: operand))
                } else {
                    value = bare
                }
            }
        }
        for element in attributes.dropLast().reversed() {
            switch element {
            case .attribute(let attribute):
                value = .attributed(AttributedExpression(range: span(attribute.range, value.range), attribute: attribute, operand: value))
            case .type(let type, let range):
                value = .convert(ConvertExpression(range: span(range, value.range), type: type, operand: value))
            }
        }
        return value
    }
}

extension DashOperator {
    /// What a binary operator does, whether it minds case, and how tightly it binds.
    var meaning: (BinaryOperator, Bool, UInt8)? {
        switch self {
        case .and: (.and, false, 1)
        case .or: (.or, false, 1)
        case .xor: (.xor, false, 1)
        case .band: (.bitwiseAnd, false, 2)
        case .bor: (.bitwiseOr, false, 2)
        case .bxor: (.bitwiseXor, false, 2)
        case .shl: (.shiftLeft, false, 3)
        case .shr: (.shiftRight, false, 3)
        case .eq: (.equal, false, 3)
        case .ne: (.notEqual, false, 3)
        case .ge: (.greaterOrEqual, false, 3)
        case .gt: (.greater, false, 3)
        case .lt: (.less, false, 3)
        case .le: (.lessOrEqual, false, 3)
        case .like: (.like, false, 3)
        case .notlike: (.notLike, false, 3)
        case .match: (.match, false, 3)
        case .notmatch: (.notMatch, false, 3)
        case .replace: (.replace, false, 3)
        case .contains: (.contains, false, 3)
        case .notcontains: (.notContains, false, 3)
        case .in: (.in, false, 3)
        case .notin: (.notIn, false, 3)
        case .split, .isplit: (.split, false, 3)
        case .ceq: (.equal, true, 3)
        case .cne: (.notEqual, true, 3)
        case .cge: (.greaterOrEqual, true, 3)
        case .cgt: (.greater, true, 3)
        case .clt: (.less, true, 3)
        case .cle: (.lessOrEqual, true, 3)
        case .clike: (.like, true, 3)
        case .cnotlike: (.notLike, true, 3)
        case .cmatch: (.match, true, 3)
        case .cnotmatch: (.notMatch, true, 3)
        case .creplace: (.replace, true, 3)
        case .ccontains: (.contains, true, 3)
        case .cnotcontains: (.notContains, true, 3)
        case .cin: (.in, true, 3)
        case .cnotin: (.notIn, true, 3)
        case .csplit: (.split, true, 3)
        case .join: (.join, false, 3)
        case .f: (.format, false, 7)
        case .is: (.is, false, 3)
        case .isnot: (.isNot, false, 3)
        case .as: (.as, false, 3)
        case .not, .bnot: nil
        }
    }
}
