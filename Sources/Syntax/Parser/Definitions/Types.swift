// Classes and enums.

import Diagnostics

extension Parser {
    func typeDefinition(_ keyword: Token, _ word: Keyword, _ attributes: [AttributeElement]) -> Statement {
        skipNewlines()
        let mode = lexer.mode, comma = commaSeparates
        commaSeparates = false
        setMode(.expression)
        defer { setMode(mode); commaSeparates = comma }
        let name = next()
        guard name.kind == .identifier || name.kind == .keyword else {
            unget(name)
            setMode(.command)
            reportIncomplete(.missingNameAfterKeyword, after(keyword), text(keyword))
            return errorStatement(keyword.range)
        }
        skipNewlines()
        var bases: [TypeName] = []
        var end = name.range
        if peek().kind == .colon || peek().kind == .label {
            let colon = peek()
            resync(to: colon.range.start + 1)
            bases = baseTypes(colon)
            end = bases.last?.range ?? colon.range
        }
        skipNewlines()
        let open = next()
        guard open.kind == .leftBrace else {
            unget(open)
            setMode(.command)
            reportIncomplete(.missingTypeBody, after(end), text(keyword))
            return errorStatement(span(keyword.range, end))
        }
        let className = text(name)
        var members: [TypeMember] = []
        while let member = word == .enum ? enumValue() : classMember(className) { members.append(member) }
        let close = next()
        end = close.range
        if close.kind != .rightBrace {
            unget(close)
            setMode(.command)
            reportIncomplete(.missingEndCurlyBrace, after(open), detected: close.range)
            end = members.last.map(memberRange) ?? open.range
        }
        let start = attributes.first?.range ?? keyword.range
        return .type(
            TypeDefinition(
                range: span(start, end), kind: word == .enum ? .enum : word == .class ? .class : .interface,
                name: className, attributes: attributes.attributes, bases: bases, members: members))
    }

    func memberRange(_ member: TypeMember) -> SourceRange {
        switch member {
        case .property(let p): p.range
        case .method(let m): m.range
        case .enumValue(let v): v.range
        }
    }

    private func baseTypes(_ colon: Token) -> [TypeName] {
        var list: [TypeName] = []
        var comma: Token?
        while true {
            skipNewlines()
            guard let type = typeName(allowsAssembly: false) else {
                reportIncomplete(.typeNameExpected, SourceRange(Int(comma?.range.end ?? colon.range.start + 1), Int(comma?.range.end ?? colon.range.start + 1)))
                return list
            }
            list.append(type)
            skipNewlines()
            guard peek().kind == .comma else { return list }
            comma = peek()
            skip()
        }
    }

    private func enumValue() -> TypeMember? {
        skipNewlinesAndSemicolons()
        let name = peek()
        guard name.kind == .identifier || name.kind == .keyword else { return nil }
        skip()
        var value: Expression?
        var end = name.range
        let equals = peek()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            end = equals.range
            value = expression()
            if let value {
                end = value.range
            } else {
                reportIncomplete(.expectedValueExpression, after(equals), "=")
                value = errorExpression(after(equals))
            }
        }
        memberTerminator(after: end)
        return .enumValue(EnumValueSyntax(range: span(name.range, end), name: text(name), value: value))
    }

    private func memberTerminator(after end: SourceRange) {
        let token = peek()
        switch token.kind {
        case .newLine, .semicolon: skipNewlinesAndSemicolons()
        case .rightBrace, .endOfInput: break
        default: reportIncomplete(.missingPropertyTerminator, after(end))
        }
    }

    private func classMember(_ className: String) -> TypeMember? {
        var attributes: [AttributeElement] = []
        var isStatic = false, isHidden = false
        var start: SourceRange?
        var last: SourceRange?
        while true {
            skipNewlines()
            if let element = attributeElement() {
                if element.type != nil, attributes.lastType != nil { report(.tooManyTypes, element.range) }
                attributes.append(element)
                start = start ?? element.range
                last = element.range
                continue
            }
            let token = peek()
            if token.isKeyword(.static) {
                if isStatic { report(.duplicateQualifier, token.range, text(token)) }
                isStatic = true
            } else if token.isKeyword(.hidden) {
                if isHidden { report(.duplicateQualifier, token.range, text(token)) }
                isHidden = true
            } else {
                break
            }
            start = start ?? token.range
            last = token.range
            skip()
        }
        let token = peek()
        let first = start ?? token.range
        if token.kind == .variable {
            skip()
            return property(token, first, attributes, isStatic, isHidden)
        }
        if token.kind == .identifier || token.kind == .keyword {
            skip()
            return method(token, first, attributes, isStatic, isHidden, className)
        }
        if let last {
            reportIncomplete(.incompleteMemberDefinition, after(last))
        }
        return nil
    }

    private func property(_ name: Token, _ first: SourceRange, _ attributes: [AttributeElement], _ isStatic: Bool, _ isHidden: Bool) -> TypeMember {
        var value: Expression?
        var end = name.range
        let equals = peek()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            value = expression()
            end = value?.range ?? equals.range
        }
        memberTerminator(after: end)
        let variable = variable(name)
        return .property(
            PropertySyntax(
                range: span(first, end), name: variable.name, type: attributes.types.first, attributes: attributes.attributes,
                isStatic: isStatic, isHidden: isHidden, initialValue: value))
    }

    private func method(_ name: Token, _ first: SourceRange, _ attributes: [AttributeElement], _ isStatic: Bool, _ isHidden: Bool, _ className: String)
        -> TypeMember?
    {
        let methodName = text(name)
        let isConstructor = methodName.lowercased() == className.lowercased()
        let list = functionParameters()
        var errorEnd = list.errorEnd
        if list.parameters == nil, errorEnd == nil {
            reportIncomplete(.missingMethodParameterList, after(name))
            errorEnd = name.range
        }
        var base: [Expression]?
        if isConstructor, !isStatic, errorEnd == nil, case let colon = peek(), colon.kind == .colon || colon.kind == .label {
            resync(to: colon.range.start + 1)
            base = baseCall(SourceRange(Int(colon.range.start), Int(colon.range.start) + 1), &errorEnd)
        }
        let open = next()
        if open.kind != .leftBrace {
            unget(open)
            if errorEnd == nil {
                let end = list.range ?? name.range
                reportIncomplete(.missingFunctionBody, after(end))
                errorEnd = end
            }
        }
        if errorEnd != nil {
            syncOnError(consume: false, .rightBrace)
            return nil
        }
        let body = scriptBlock(open: open, isFilter: false, parameters: (list.parameters, list.range), helpStart: first.start, isMethod: true)
        return .method(
            MethodSyntax(
                range: span(first, body.range), name: methodName, returnType: attributes.types.first, attributes: attributes.attributes,
                isStatic: isStatic, isHidden: isHidden, isConstructor: isConstructor, baseArguments: base, body: body, nameRange: name.range))
    }

    private func baseCall(_ colon: SourceRange, _ errorEnd: inout SourceRange?) -> [Expression]? {
        skipNewlines()
        let token = peek()
        guard isWord(token, "base") else {
            reportIncomplete(.missingBaseCtorCall, after(colon))
            errorEnd = colon
            return nil
        }
        skip()
        skipNewlines()
        let open = peek()
        guard open.kind == .leftParen else {
            reportIncomplete(.missingMethodParameterList, after(token))
            errorEnd = token.range
            return nil
        }
        skip()
        let (arguments, _) = argumentList(open)
        skipNewlines()
        return arguments
    }
}

extension Array where Element == AttributeElement {
    var types: [TypeName] { compactMap(\.type) }
}
