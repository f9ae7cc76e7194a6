// `param( )` with its attributes, and the parameters in it or behind a function's name.

import Diagnostics

extension Parser {
    func parameterBlock(_ parts: inout BlockParts) {
        let start = restorePoint
        skipNewlines()
        let restore = restorePoint
        var attributes: [AttributeElement] = []
        let first = peek()
        if first.kind == .leftBracket || first.kind == .generic {
            attributes = attributeList(inExpression: false) ?? []
            skipNewlines()
        }
        let keyword = peek()
        guard keyword.isKeyword(.param) else {
            if !attributes.isEmpty { resync(to: restore) }
            return
        }
        skip()
        skipNewlines()
        let open = next()
        guard open.kind == .leftParen else {
            unget(open)
            resync(to: start)
            return
        }
        let parameters = parameterList()
        skipNewlines()
        let close = next()
        var end = close.range
        if close.kind != .rightParen {
            unget(close)
            let last = parameters.last?.range ?? open.range
            end = last
            reportIncomplete(.missingEndParenthesisInFunctionParameterList, after(last))
        }
        for element in attributes {
            switch element {
            case .attribute(let attribute): parts.attributes.append(attribute)
            case .type(let type, let range): report(.typeNotAllowedBeforeParam, range, type.description)
            }
        }
        parts.parameters = parameters
        parts.parameterRange = span(keyword.range, end)
    }

    private func parameterList() -> [ParameterSyntax] {
        var list: [ParameterSyntax] = []
        var comma: Token?
        while true {
            guard let parameter = parameterDeclaration() else {
                if let comma { reportIncomplete(.missingExpressionAfterToken, after(comma), ",") }
                return list
            }
            list.append(parameter)
            skipNewlines()
            guard peek().kind == .comma else { return list }
            comma = peek()
            skip()
        }
    }

    private func parameterDeclaration() -> ParameterSyntax? {
        let mode = lexer.mode, comma = commaSeparates
        commaSeparates = true
        setMode(.expression)
        defer { commaSeparates = comma; setMode(mode) }
        skipNewlines()
        let attributes = attributeList(inExpression: false)
        skipNewlines()
        let name = next()
        guard name.kind == .variable || name.kind == .splattedVariable else {
            unget(name)
            guard let attributes, let first = attributes.first, let last = attributes.last else { return nil }
            reportIncomplete(.invalidFunctionParameter, after(last.range))
            syncOnError(consume: true, .rightParen)
            return ParameterSyntax(
                range: span(first.range, last.range), name: "__error__", attributes: attributes.attributes,
                type: attributes.lastType, defaultValue: nil)
        }
        var end = name.range
        var value: Expression?
        let equals = peek()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            value = expression()
            end = value?.range ?? equals.range
            if value == nil { reportIncomplete(.missingExpressionAfterToken, after(equals), "=") }
        }
        let variable = variable(name)
        let full = variable.qualifier.map { "\($0):\(variable.name)" } ?? variable.name
        return ParameterSyntax(
            range: span(attributes?.first?.range ?? name.range, end), name: full,
            attributes: attributes?.attributes ?? [], type: attributes?.lastType, defaultValue: value, nameRange: name.range,
            secondType: attributes?.filter { $0.type != nil }.dropFirst().first?.range)
    }

    struct ParameterList {
        var parameters: [ParameterSyntax]?
        var range: SourceRange?
        /// Where a broken list ended.
        var errorEnd: SourceRange?
    }

    /// `(…)` behind a function's or method's name.
    func functionParameters() -> ParameterList {
        let open = peek()
        guard open.kind == .leftParen else { return ParameterList() }
        skip()
        var result = ParameterList()
        let parameters = parameterList()
        result.parameters = parameters
        skipNewlines()
        let close = next()
        if close.kind == .rightParen {
            result.range = span(open.range, close.range)
        } else {
            unget(close)
            let end = parameters.last?.range ?? open.range
            result.errorEnd = end
            reportIncomplete(.missingEndParenthesisInFunctionParameterList, after(end))
        }
        skipNewlines()
        return result
    }
}
