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
    static func value(_ expression: String, in before: String, _ session: Session) -> Value? {
        let parsed = parse(SourceText(expression))
        guard parsed.diagnostics.isEmpty, let statement = parsed.root.end?.statements.first, parsed.root.end?.statements.count == 1, isSafe(statement) else {
            return nil
        }
        if case .pipeline(let pipeline) = statement, case .expression(let only)? = pipeline.elements.first, case .variable(let variable) = only.expression,
            variable.qualifier == nil, session.variable(variable.name) == nil
        {
            return assigned(variable.name, in: before, session)
        }
        guard let result = try? session.evaluateQuietly(session.scriptBlock(expression), item: .null, scope: session.global), !result.isNull else { return nil }
        return result
    }

    /// What the line itself has assigned to a variable, if that is safe to work out.
    private static func assigned(_ name: String, in text: String, _ session: Session) -> Value? {
        var found: Value?
        for statement in parse(SourceText(text)).root.end?.statements ?? [] {
            guard case .assignment(let assignment) = statement, case .variable(let target) = assignment.target, target.name.equalsIgnoringCase(name),
                isSafe(assignment.value)
            else { continue }
            let source = SourceText(text)
            found = try? session.evaluateQuietly(session.scriptBlock(source.text(assignment.value.range)), item: .null, scope: session.global)
        }
        return found
    }

    /// A type where the value cannot be had: `(Get-Date)` by what the command says it gives.
    static func type(_ expression: String, _ session: Session) -> TypeInfo? {
        guard case .pipeline(let outer)? = parse(SourceText(expression)).root.end?.statements.first, case .expression(let only)? = outer.elements.first,
            case .parenthesized(let inner) = only.expression, case .pipeline(let pipeline) = inner.pipeline,
            case .command(let command)? = pipeline.elements.last, case .argument(.string(let name))? = command.elements.first,
            let cmdlet = session.cmdlet(named: name.value)
        else { return nil }
        return cmdlet.declaration.outputTypes.first.flatMap { session.findType($0) }
    }

    private static func isSafe(_ statement: Statement) -> Bool {
        guard case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression(let only) = pipeline.elements[0],
            only.redirections.isEmpty
        else { return false }
        return isSafe(only.expression)
    }

    private static func isSafe(_ expression: Expression) -> Bool {
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
