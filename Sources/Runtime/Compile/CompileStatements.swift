// Statements into nodes.

import Diagnostics
import Syntax

extension Compiler {
    func statement(_ syntax: Statement) -> Node {
        switch syntax {
        case .pipeline(let node): return pipeline(node)
        case .chain(let node): return ChainNode(node.range, left: statement(node.left), isAnd: node.isAnd, right: statement(node.right))
        case .assignment(let node): return assignment(node)
        case .if(let node):
            return IfNode(
                node.range, clauses: node.clauses.map { (condition: statement($0.condition), body: block($0.body)) }, otherwise: block(node.otherwise))
        case .switch(let node): return switchStatement(node)
        case .loop(let node): return WhileNode(node.range, label: node.label, condition: statement(node.condition), body: block(node.body), kind: node.kind)
        case .for(let node):
            return ForNode(
                node.range, label: node.label, initializer: node.initializer.map { statement($0) }, condition: node.condition.map { statement($0) },
                iterator: node.iterator.map { statement($0) }, body: block(node.body))
        case .forEach(let node):
            return ForEachNode(
                node.range, label: node.label, target: variable(node.variable), collection: statement(node.collection), body: block(node.body),
                showsEnumerator: source.mentions("$foreach", in: node.body.range))
        case .function(let node): return FunctionNode(node)
        case .type(let node): return TypeDefinitionsNode([node])
        case .try(let node):
            let clauses = node.catches.map { TryNode.Clause(types: $0.types.map { TypeReference($0) }, body: block($0.body)) }
            return TryNode(node.range, body: block(node.body), clauses: clauses, finally: block(node.finally))
        case .trap(let node): return TrapNode(node.range, type: node.type.map { TypeReference($0) }, body: block(node.body))
        case .data(let node): return DataNode(node.range, target: node.variable.map { unqualified($0, node.range) }, body: block(node.body))
        case .flow(let node): return flow(node)
        case .error(let node): return ConstantNode(node.range, .null)
        }
    }

    private func flow(_ node: FlowStatement) -> Node {
        let value = node.value.map { statement($0) }
        switch node.kind {
        case .break: return LeaveNode(node.range, flow: .break, label: node.label.map { expression($0) }, value: nil)
        case .continue: return LeaveNode(node.range, flow: .continue, label: node.label.map { expression($0) }, value: nil)
        case .return: return LeaveNode(node.range, flow: .return, label: nil, value: value)
        case .throw: return ThrowNode(node.range, value: value)
        case .exit: return ExitNode(node.range, value: value)
        }
    }

    private func switchStatement(_ node: SwitchStatement) -> Node {
        SwitchNode(
            node.range, label: node.label, options: node.options, condition: statement(node.condition),
            clauses: node.clauses.map { clause in
                if case .scriptBlock(let block) = clause.pattern {
                    return .init(pattern: ScriptBlockNode(block.range, block.block), body: self.block(clause.body))
                }
                return .init(pattern: expression(clause.pattern), body: self.block(clause.body))
            }, otherwise: block(node.otherwise))
    }

    // MARK: Pipelines

    private func pipeline(_ node: PipelineStatement) -> Node {
        if node.isBackground { return BackgroundNode(node.range, node.elements.map { element($0) }, text: source.text(node.range)) }
        if node.elements.count == 1 {
            switch node.elements[0] {
            case .expression(let only):
                let inner = expression(only.expression)
                return only.redirections.isEmpty ? inner : RedirectedNode(node.range, inner, redirections(only.redirections))
            case .command(let only): return command(only)
            }
        }
        return PipelineNode(node.range, node.elements.map { element($0) })
    }

    private func element(_ element: PipelineElement) -> ElementNode {
        switch element {
        case .expression(let node): .expression(expression(node.expression), redirections(node.redirections))
        case .command(let node): .command(command(node))
        }
    }

    func redirections(_ list: [Redirection]) -> [RedirectionNode] {
        list.map { redirection in
            switch redirection.target {
            case .file(let target, let append):
                RedirectionNode(range: redirection.range, from: redirection.from, target: .file(argument(target), append: append))
            case .stream(let number): RedirectionNode(range: redirection.range, from: redirection.from, target: .stream(number))
            }
        }
    }

    // MARK: Commands

    func command(_ node: CommandSyntax) -> CommandNode {
        guard case .argument(let first)? = node.elements.first else {
            return CommandNode(node, name: "", target: ConstantNode(node.range, .null), arguments: [], redirections: [])
        }
        var name: String?
        if case .string(let literal) = first, !(node.invocation != .none && literal.kind == .bareWord && false) { name = literal.value }
        var arguments: [ArgumentNode] = []
        for element in node.elements.dropFirst() {
            switch element {
            case .parameter(let parameter): arguments.append(.parameter(parameter.name, parameter.argument.map { argument($0) }, hasColon: parameter.hasColon))
            case .argument(let expression):
                if case .variable(let variable) = expression, variable.isSplatted {
                    arguments.append(.splat(self.variable(variable)))
                } else {
                    arguments.append(.value(argument(expression)))
                }
            }
        }
        return CommandNode(
            node, name: name, target: name == nil ? expression(first) : ConstantNode(first.range, .null), arguments: arguments,
            redirections: redirections(node.redirections))
    }

    /// An expression as an argument: a number keeps how it was written, for programs.
    func argument(_ syntax: Expression) -> Node {
        // With a sign it is text, until a parameter wants a number.
        if case .number(let literal) = syntax, literal.text.hasPrefix("-") || literal.text.hasPrefix("+") {
            return ConstantNode(literal.range, .text(literal.text))
        }
        if case .unary(let node) = syntax, node.op == .minus || node.op == .plus, case .number(let literal) = node.operand {
            return ConstantNode(node.range, .text((node.op == .minus ? "-" : "+") + literal.text))
        }
        if case .number(let literal) = syntax, let value = NumberReader.value(literal.text) {
            return ConstantNode(literal.range, NumberReader.keepingText(value, literal.text))
        }
        return expression(syntax)
    }

    // MARK: Assignment

    private func assignment(_ node: AssignmentStatement) -> Node {
        let target = assignmentTarget(node.target)
        let value = statement(node.value)
        switch node.op {
        case .assign: return AssignNode(node.range, target, value)
        case .add: return CompoundAssignNode(node.range, target, .add, value)
        case .subtract: return CompoundAssignNode(node.range, target, .subtract, value)
        case .multiply: return CompoundAssignNode(node.range, target, .multiply, value)
        case .divide: return CompoundAssignNode(node.range, target, .divide, value)
        case .remainder: return CompoundAssignNode(node.range, target, .remainder, value)
        case .nullCoalesce: return CompoundAssignNode(node.range, target, nil, value)
        }
    }

    func assignmentTarget(_ syntax: Expression) -> TargetNode {
        switch syntax {
        case .variable(let node): return variable(node)
        case .arrayLiteral(let node): return TargetListNode(node.range, node.elements.map { assignmentTarget($0) })
        case .member(let node): return member(node)
        case .index(let node):
            return IndexNode(node.range, target: expression(node.target), index: expression(node.index), isNullConditional: node.isNullConditional)
        case .parenthesized(let node):
            if case .pipeline(let pipeline) = node.pipeline, pipeline.elements.count == 1, case .expression(let inner) = pipeline.elements[0] {
                return assignmentTarget(inner.expression)
            }
            return UnassignableNode(node.range)
        case .convert, .attributed: return typedTarget(syntax)
        case .call(let node):
            // `$table.Item('key') = …`: a property with an argument.
            if !node.isStatic, node.arguments.count == 1, case .string(let name) = node.name, name.value.equalsIgnoringCase("Item") {
                return IndexNode(node.range, target: expression(node.target), index: expression(node.arguments[0]), isNullConditional: false)
            }
            return UnassignableNode(syntax.range)
        default: return UnassignableNode(syntax.range)
        }
    }

    /// `[ValidateRange(1, 5)] [int] $x = …`.
    private func typedTarget(_ syntax: Expression) -> TargetNode {
        var type: TypeReference?
        var attributes: [AttributeSyntax] = []
        var inner = syntax
        while true {
            if case .convert(let node) = inner {
                if type == nil { type = TypeReference(node.type) }
                inner = node.operand
            } else if case .attributed(let node) = inner {
                attributes.append(node.attribute)
                inner = node.operand
            } else {
                break
            }
        }
        let target = assignmentTarget(inner)
        guard case .variable(let variable) = inner else {
            return TypedTargetNode(syntax.range, target, type: type, attributes: attributes, name: "", symbol: session.symbols.symbol(""))
        }
        return TypedTargetNode(syntax.range, target, type: type, attributes: attributes, name: variable.name, symbol: session.symbols.symbol(variable.name))
    }
}

/// What cannot be assigned to; the parser has said so already.
final class UnassignableNode: TargetNode {
    override func assign(_ value: Value, _ s: Scope) throws { throw ShellError("InvalidLeftHandSide", Messages.cannotAssign, category: .parserError) }
}
