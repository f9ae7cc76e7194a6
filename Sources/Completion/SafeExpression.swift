// The value in front of a dot, where finding it runs nothing: variables, literals, their properties, types.

import Diagnostics
import Runtime
import Syntax

enum SafeExpression {
    /// Where the expression that ends with the last of these tokens begins.
    static func start(of tokens: ArraySlice<Token>, _ source: SourceText) -> Int32? {
        var depth = 0
        var first: Int32?
        var previous: Token?
        for token in tokens.reversed() {
            if depth == 0, let previous, token.range.end != previous.range.start { break }
            switch token.kind {
            case .rightParen, .rightBracket, .rightBrace: depth += 1
            case .leftParen, .leftBracket, .leftBrace, .atParen, .atBrace, .dollarParen:
                if depth == 0 { return first }
                depth -= 1
            case .variable, .stringLiteral, .stringExpandable, .number, .identifier, .dot, .colonColon, .generic: break
            default: if depth == 0 { return first }
            }
            if depth == 0 { first = token.range.start }
            previous = token
        }
        return depth == 0 ? first : nil
    }

    /// The value, if the text holds nothing that does something.
    static func value(_ expression: String, _ session: Session, _ scope: Scope) -> Value? {
        let parsed = parse(SourceText(expression))
        guard parsed.diagnostics.isEmpty, let statement = parsed.root.end?.statements.first, parsed.root.end?.statements.count == 1, isSafe(statement) else {
            return nil
        }
        // What fails has no members to offer.
        guard let result = try? session.evaluateQuietly(session.scriptBlock(expression), item: .null, scope: scope), !result.isNull else { return nil }
        return result
    }

    static func isSafe(_ statement: Statement) -> Bool {
        guard case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression(let only) = pipeline.elements[0],
            only.redirections.isEmpty
        else { return false }
        return isSafe(only.expression)
    }

    static func isSafe(_ expression: Expression) -> Bool {
        switch expression {
        case .number, .string, .variable, .type: true
        case .arrayLiteral(let node): node.elements.allSatisfy(isSafe)
        case .member(let node): isSafe(node.target) && isSafe(node.name)
        case .index(let node): isSafe(node.target) && isSafe(node.index)
        case .convert(let node): isSafe(node.operand)
        case .parenthesized(let node): isSafe(node.pipeline)
        case .arrayExpression(let node): node.body.statements.allSatisfy(isSafe)
        case .hashtable(let node): node.entries.allSatisfy { isSafe($0.key) && isSafe($0.value) }
        case .expandableString(let node): node.parts.allSatisfy { if case .expression(.variable) = $0 { true } else if case .text = $0 { true } else { false } }
        default: false
        }
    }
}
