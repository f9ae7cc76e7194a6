// What stands in square brackets before something: attributes with arguments, and type constraints.

import Diagnostics

enum AttributeElement {
    case attribute(AttributeSyntax)
    case type(TypeName, SourceRange)

    var range: SourceRange {
        switch self {
        case .attribute(let attribute): attribute.range
        case .type(_, let range): range
        }
    }
    var attribute: AttributeSyntax? { if case .attribute(let attribute) = self { attribute } else { nil } }
    var type: TypeName? { if case .type(let type, _) = self { type } else { nil } }
}

extension Array where Element == AttributeElement {
    var attributes: [AttributeSyntax] { compactMap(\.attribute) }
    var lastType: TypeName? { last { $0.type != nil }?.type }
}

extension Parser {
    /// One or more of them, or nil.
    func attributeList(inExpression: Bool) -> [AttributeElement]? {
        var list: [AttributeElement] = []
        while let element = attributeElement() {
            list.append(element)
            if list.count > Parser.maximumChain {
                sink.halt(at: element.range)
                lexer.index = lexer.limit
                hasUngot = false
                break
            }
            if !inExpression || element.attribute != nil { skipNewlines() }
        }
        return list.isEmpty ? nil : list
    }

    private func openingBracket() -> Token? {
        if hasUngot {
            let token = ungot
            if token.kind == .leftBracket { hasUngot = false; return token }
            if token.kind == .generic, Int(token.range.start) < source.bytes.count, source.bytes[Int(token.range.start)] == UInt8(ascii: "[") {
                resync(to: token.range.start)
                return lexer.leftBracket()
            }
            return nil
        }
        return lexer.leftBracket()
    }

    func attributeElement() -> AttributeElement? {
        guard let open = openingBracket() else { return nil }
        if let known = attributeMemory[open.range.start] {
            resync(to: known.end)
            return known.element
        }
        guard enter() else { leave(); return nil }
        defer { leave() }
        let mode = lexer.mode, comma = commaSeparates
        defer { setMode(mode); commaSeparates = comma }
        setMode(.typeName)
        skipNewlines()
        guard let type = typeName() else {
            resync(to: open.range.start)
            reportIncomplete(.missingTypename, after(open))
            return nil
        }
        setMode(.expression)
        let following = next()
        if following.kind == .leftParen {
            let element = attribute(open, type)
            remember(open, element)
            return element
        }
        var end = following.range
        if following.kind != .rightBracket {
            unget(following)
            report(.endSquareBracketExpectedAtEndOfAttribute, before(following))
            end = type.range
        }
        return .type(type, span(open.range, end))
    }

    /// Only attributes with arguments are dear to read again; nested ones would be read twice at every level.
    private func remember(_ open: Token, _ element: AttributeElement) {
        attributeMemory[open.range.start] = RememberedAttribute(element: element, end: restorePoint)
    }

    private func attribute(_ open: Token, _ type: TypeName) -> AttributeElement {
        skipNewlines()
        var positional: [Expression] = []
        var named: [(name: String, value: Expression?)] = []
        var last = SourceRange(Int(type.range.end), Int(type.range.end) + 1)
        attributeArguments(&positional, &named, &last)
        skipNewlines()
        let close = next()
        var end = last
        var hasParen = true
        if close.kind == .rightParen {
            end = close.range
        } else {
            unget(close)
            hasParen = false
            reportIncomplete(.missingEndParenthesisInExpression, after(last))
        }
        skipNewlines()
        let bracket = next()
        if bracket.kind == .rightBracket {
            end = bracket.range
        } else {
            unget(bracket)
            if hasParen { reportIncomplete(.endSquareBracketExpectedAtEndOfAttribute, after(end)) }
        }
        return .attribute(AttributeSyntax(range: span(open.range, end), type: type, positional: positional, named: named))
    }

    private func attributeArguments(_ positional: inout [Expression], _ named: inout [(name: String, value: Expression?)], _ last: inout SourceRange) {
        let comma = commaSeparates
        commaSeparates = true
        defer { commaSeparates = comma }
        setMode(.expression)
        var seen: Set<String> = []
        var lastComma: Token?
        while true {
            skipNewlines()
            let token = peek()
            if token.kind == .identifier || token.kind == .keyword {
                skip()
                let name = text(token)
                var value: Expression?
                let equals = peek()
                if equals.kind == .equals {
                    skip()
                    skipNewlines()
                    last = equals.range
                    value = expression()
                    if let value {
                        last = value.range
                    } else {
                        let place = after(equals)
                        reportIncomplete(.missingExpressionInNamedArgument, place)
                        value = errorExpression(place)
                        syncOnError(consume: false, .comma, .rightParen, .rightBracket, .newLine)
                    }
                }
                if !seen.insert(name.lowercased()).inserted {
                    report(.duplicateNamedArgument, token.range, name)
                } else {
                    named.append((name, value))
                }
            } else if let value = expression() {
                positional.append(value)
                last = value.range
            } else if let lastComma {
                reportIncomplete(.missingExpressionAfterToken, after(lastComma), ",")
            }
            skipNewlines()
            let token2 = peek()
            guard token2.kind == .comma else { return }
            lastComma = token2
            last = token2.range
            skip()
        }
    }
}
