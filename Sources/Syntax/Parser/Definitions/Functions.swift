// Functions and filters.

import Diagnostics

extension Parser {
    func functionStatement(_ keyword: Token) -> Statement {
        skipNewlines()
        let mode = lexer.mode
        setMode(.command)
        defer { setMode(mode) }
        let name = next()
        switch name.kind {
        case .generic, .identifier, .keyword, .number, .parameter, .stringLiteral, .minus, .plus, .multiply, .divide, .remainder,
            .equals, .exclaim, .dot, .dotDot, .rightBracket, .minusMinus, .plusPlus, .label, .colonColon, .unknown, .stringExpandable:
            break
        default:
            unget(name)
            reportIncomplete(.missingNameAfterKeyword, after(keyword), text(keyword))
            return errorStatement(keyword.range)
        }
        let functionName = functionName(name)
        let list = functionParameters()
        skipNewlines()
        let open = next()
        var errorEnd = list.errorEnd
        if open.kind != .leftBrace {
            unget(open)
            if errorEnd == nil {
                let end = list.range ?? name.range
                errorEnd = end
                reportIncomplete(.missingFunctionBody, after(end))
            }
        }
        if let errorEnd { return errorStatement(span(keyword.range, errorEnd)) }
        let isFilter = keyword.isKeyword(.filter)
        let body = scriptBlock(open: open, isFilter: isFilter, parameters: (list.parameters, list.range), helpStart: keyword.range.start)
        return .function(FunctionDefinition(range: span(keyword.range, body.range), name: functionName, nameRange: name.range, isFilter: isFilter, body: body))
    }

    private func functionName(_ token: Token) -> String {
        switch token.kind {
        case .generic: if case .string(let literal) = word(token, expands: false) { return literal.value }
        case .stringLiteral: return stringLiteral(token).value
        case .stringExpandable: if case .string(let literal) = expandable(token) { return literal.value }
        default: break
        }
        return text(token)
    }
}
