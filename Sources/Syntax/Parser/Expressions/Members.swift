// Members: `.name`, `::name`, `.'name'`, `.$name`, `.name( )`, `.name{ }`, `.name[type]( )`.

import Diagnostics

extension Parser {
    func member(of target: Expression, _ access: Token) -> Expression {
        let isStatic = access.kind == .colonColon, isNullConditional = access.kind == .questionDot
        // A chain of calls may go on in the next line.
        skipNewlines()
        guard let name = memberName() else {
            reportIncomplete(.missingPropertyName, after(access))
            let name = singleArgument(.argument) ?? errorExpression(span(target.range, access.range))
            return .member(
                MemberExpression(
                    range: span(target.range, name.range.union(access.range)), target: target, name: name,
                    isStatic: isStatic, isNullConditional: isNullConditional))
        }
        if !hasUngot {
            let types = genericMethodArguments()
            if let open = lexer.invocationToken() {
                return call(target, access, name, open, types ?? [])
            }
        }
        return .member(
            MemberExpression(
                range: span(target.range, name.range), target: target, name: name,
                isStatic: isStatic, isNullConditional: isNullConditional))
    }

    private func memberName() -> Expression? {
        let mode = lexer.mode
        setMode(.expression)
        defer { setMode(mode) }
        let token = peek()
        switch token.kind {
        case .identifier, .keyword:
            skip()
            return .string(StringLiteral(range: token.range, value: text(token), kind: .bareWord))
        case .leftBracket, .dashOperator, .exclaim, .plus, .minus, .plusPlus, .minusMinus:
            return unaryExpression()
        default:
            return primaryExpression(withMembers: false)
        }
    }

    /// `[int]` between a method's name and its parentheses; nil (and nothing read) where it is an index.
    private func genericMethodArguments() -> [TypeName]? {
        guard lexer.peek == UInt8(ascii: "["), !lexer.isEnd(lexer.index) else { return nil }
        // Only a closing bracket directly before `(` makes these type arguments.
        var i = lexer.index, nesting = 0
        while i < lexer.limit {
            let c = lexer.base[i]
            if c == UInt8(ascii: "[") {
                nesting += 1
            } else if c == UInt8(ascii: "]") {
                nesting -= 1
                if nesting == 0 { break }
            } else if !(ASCII.continuesName(c) || c == UInt8(ascii: ".") || c == UInt8(ascii: ",") || c == UInt8(ascii: "+")
                || c == UInt8(ascii: "`") || ASCII.isBlank(c))
            {
                return nil
            }
            i += 1
        }
        guard lexer.byte(i + 1) == UInt8(ascii: "("), let first = lexer.byte(lexer.index + 1) as UInt8?,
            ASCII.isLetter(first) || first == UInt8(ascii: "[") || first == 0x5F || ASCII.isBlank(first)
        else { return nil }
        let mode = lexer.mode
        setMode(.typeName)
        defer { setMode(mode) }
        _ = next()
        let (types, _) = typeArguments()
        return types
    }

    private func call(_ target: Expression, _ access: Token, _ name: Expression, _ open: Token, _ types: [TypeName]) -> Expression {
        var arguments: [Expression] = []
        var end = open.range
        if open.kind == .leftBrace {
            if let block = blockArgument(open) { arguments = [block]; end = block.range }
        } else {
            (arguments, end) = argumentList(open)
        }
        return .call(
            MethodCallExpression(
                range: span(target.range, end), target: target, name: name, arguments: arguments,
                genericArguments: types, isStatic: access.kind == .colonColon, isNullConditional: access.kind == .questionDot))
    }

    private func blockArgument(_ open: Token) -> Expression? {
        unget(open)
        return primaryExpression(withMembers: false)
    }

    /// `(a, b)` behind a method's name; gives the arguments and where the list ends.
    func argumentList(_ open: Token) -> ([Expression], SourceRange) {
        let comma = commaSeparates, mode = lexer.mode
        commaSeparates = true
        defer { commaSeparates = comma; setMode(mode) }
        var arguments: [Expression] = []
        var lastComma: Token?
        var reported = false
        while true {
            setMode(.expression)
            skipNewlines()
            guard let argument = expression() else {
                if let lastComma {
                    reportIncomplete(.missingExpressionAfterToken, after(lastComma), ",")
                    reported = true
                }
                break
            }
            arguments.append(argument)
            skipNewlines()
            let token = next()
            if token.kind != .comma { unget(token); break }
            lastComma = token
        }
        skipNewlines()
        let close = next()
        if close.kind == .rightParen { return (arguments, close.range) }
        unget(close)
        let last = arguments.last?.range ?? open.range
        if !reported { reportIncomplete(.missingEndParenthesisInMethodCall, after(last)) }
        return (arguments, last)
    }
}
