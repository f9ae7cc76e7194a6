// What stands in front of a dot or comes down a pipe, as far as that can be told without running anything.

import Diagnostics
import Runtime
import Syntax

/// A value, where it can be worked out, or the types a command says it gives.
struct Inferred {
    var value: Value?
    var types: [TypeInfo] = []
    var definition: TypeDefinition?
    /// The value is not there yet: the line would make it. Its type is known as it is written, not as it will be.
    var isWritten = false
}

struct Inference {
    let session: Session
    let scope: Scope
    /// The line up to the place that is asked about.
    let line: String

    func expression(_ text: String) -> Inferred? {
        let source = SourceText(text)
        let parsed = parse(source)
        guard let statement = parsed.root.end?.statements.first, parsed.root.end?.statements.count == 1 else { return nil }
        if let name = variableName(statement) { return variable(name) }
        if parsed.diagnostics.isEmpty, SafeExpression.isSafe(statement) {
            guard let value = SafeExpression.value(text, session, scope) else { return nil }
            return Inferred(value: value, types: [value.unwrapped.type], isWritten: true)
        }
        if case .pipeline(let outer) = statement, outer.elements.count == 1, case .expression(let only) = outer.elements[0],
            case .parenthesized(let inner) = only.expression
        {
            return result(of: inner.pipeline, source)
        }
        return result(of: statement, source)
    }

    private func variableName(_ statement: Statement) -> String? {
        guard case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression(let only) = pipeline.elements[0],
            case .variable(let variable) = only.expression, variable.qualifier == nil
        else { return nil }
        return variable.name
    }

    func variable(_ name: String) -> Inferred? {
        let source = SourceText(line)
        if name.equalsIgnoringCase("this"), let definition = Self.definitions(in: source).last { return Inferred(definition: definition) }
        if name == "_" || name.equalsIgnoringCase("PSItem") { return item() }
        var found: Inferred?
        for statement in parse(source).root.end?.statements ?? [] {
            guard case .assignment(let assignment) = statement, case .variable(let target) = assignment.target, target.name.equalsIgnoringCase(name) else {
                continue
            }
            let text = source.text(assignment.value.range)
            found = Inference(session: session, scope: scope, line: source.text(SourceRange(0, Int(assignment.range.start)))).expression(text)
        }
        if let found { return found }
        guard let value = session.variable(name, in: scope), !value.isNull else { return nil }
        return Inferred(value: value, types: [value.unwrapped.type])
    }

    /// What a statement gives: the output types of its last command that changes what it gets.
    private func result(of statement: Statement, _ source: SourceText) -> Inferred? {
        guard case .pipeline(let pipeline) = statement else { return nil }
        return result(of: pipeline.elements[...], source)
    }

    /// Commands that hand on what they get.
    private static let handingOn: Set<String> = ["where-object", "sort-object", "select-object", "tee-object", "get-unique", "get-random"]

    private func result(of elements: ArraySlice<PipelineElement>, _ source: SourceText) -> Inferred? {
        guard let last = elements.last else { return nil }
        switch last {
        case .expression(let only):
            if case .binary(let range) = only.expression, range.op == .range { return Inferred(value: .array([]), types: [.objectArray]) }
            return SafeExpression.isSafe(only.expression) ? expression(source.text(only.expression.range)) : nil
        case .command(let command):
            guard case .argument(.string(let name))? = command.elements.first, var info = session.findCommand(name.value, scope) else { return nil }
            if let alias = info as? AliasInfo, let target = session.findCommand(alias.definition, scope) { info = target }
            if Self.handingOn.contains(info.name.lowercased()) { return result(of: elements.dropLast(), source) }
            guard let cmdlet = session.cmdlet(named: info.name) else { return nil }
            let types = cmdlet.declaration.outputTypes.compactMap { session.findType($0) }
            return types.isEmpty ? nil : Inferred(types: types, isWritten: true)
        }
    }

    /// What reaches the last command of the line through a pipe: `text` ends before the pipe.
    func pipeline(before text: String) -> Inferred? {
        let source = SourceText(text)
        guard let statement = parse(source).root.end?.statements.last else { return nil }
        if case .assignment(let assignment) = statement { return result(of: assignment.value, source) }
        return result(of: statement, source)
    }

    /// `$_` in a block: what reaches the command whose argument the block is.
    private func item() -> Inferred? {
        var depth = 0
        var rest = Substring(line)
        while let last = rest.last {
            if last == "}" { depth += 1 }
            if last == "{" {
                if depth == 0 { break }
                depth -= 1
            }
            rest = rest.dropLast()
        }
        guard rest.last == "{", let pipe = rest.lastIndex(of: "|") else { return nil }
        return pipeline(before: String(rest[..<pipe]))
    }

    static func definitions(in source: SourceText) -> [TypeDefinition] {
        (parse(source).root.end?.statements ?? []).compactMap { if case .type(let definition) = $0 { definition } else { nil } }
    }
}
