// Expressions into nodes, the narrowest that fits.

import Diagnostics
import Syntax

extension Compiler {
    func expression(_ syntax: Expression) -> Node {
        switch syntax {
        case .number(let node): return ConstantNode(node.range, NumberReader.value(node.text) ?? .null)
        case .string(let node): return ConstantNode(node.range, .text(node.value))
        case .expandableString(let node):
            return InterpolationNode(
                node.range,
                node.parts.map { part in
                    switch part {
                    case .text(let text): .text(text)
                    case .expression(let inner): .node(expression(inner))
                    }
                })
        case .variable(let node): return constantVariable(node) ?? variable(node)
        case .arrayLiteral(let node): return ArrayNode(node.range, node.elements.map { expression($0) })
        case .arrayExpression(let node):
            let body = block(node.body)
            return ArrayExpressionNode(node.range, body, single: single(node.body, body))
        case .subexpression(let node):
            let body = block(node.body)
            return SubexpressionNode(node.range, body, single: single(node.body, body))
        case .parenthesized(let node): return ParenthesesNode(node.range, statement(node.pipeline))
        case .hashtable(let node): return table(node, isOrdered: false)
        case .scriptBlock(let node): return ScriptBlockNode(node.range, node.block)
        case .unary(let node): return unary(node)
        case .binary(let node): return binary(node)
        case .ternary(let node): return TernaryNode(node.range, expression(node.condition), expression(node.ifTrue), expression(node.ifFalse))
        case .convert(let node): return convert(node)
        case .attributed(let node): return expression(node.operand)
        case .type(let node): return TypeNode(node.range, TypeReference(node.type))
        case .member(let node): return member(node)
        case .call(let node):
            if !node.genericArguments.isEmpty {
                return GenericCallNode(
                    node.range, target: expression(node.target), name: expression(node.name), arguments: node.arguments.map { expression($0) },
                    types: node.genericArguments.map { TypeReference($0) }, isStatic: node.isStatic, isNullConditional: node.isNullConditional)
            }
            let call = CallNode(
                node.range, target: expression(node.target), name: expression(node.name), arguments: node.arguments.map { expression($0) },
                isStatic: node.isStatic, isNullConditional: node.isNullConditional)
            if case .parenthesized(let inner) = node.target, case .pipeline(let pipeline) = inner.pipeline, pipeline.elements.count == 1,
                case .expression(let only) = pipeline.elements[0], case .convert(let cast) = only.expression, let name = call.fixedName, !node.isStatic
            {
                return BaseCallNode(
                    node.range, type: TypeReference(cast.type), operand: expression(cast.operand), name: name, arguments: call.arguments, otherwise: call)
            }
            return call
        case .index(let node):
            return IndexNode(node.range, target: expression(node.target), index: expression(node.index), isNullConditional: node.isNullConditional)
        case .error(let node): return ConstantNode(node.range, .null)
        }
    }

    private func constantVariable(_ node: VariableExpression) -> Node? {
        guard node.qualifier == nil, !node.isSplatted else { return nil }
        switch node.name.lowercased() {
        case "true": return ConstantNode(node.range, .true)
        case "false": return ConstantNode(node.range, .false)
        case "null": return ConstantNode(node.range, .null)
        default: return nil
        }
    }

    /// The expression of `@( expr )` and `$( expr )`, where it is all there is.
    private func single(_ body: StatementBlock, _ compiled: BlockNode) -> Node? {
        guard body.statements.count == 1, case .pipeline(let pipeline) = body.statements[0], pipeline.elements.count == 1, !pipeline.isBackground else {
            return nil
        }
        guard case .expression(let only) = pipeline.elements[0], only.redirections.isEmpty else { return nil }
        // `$i++` writes nothing.
        if case .unary(let node) = only.expression {
            switch node.op {
            case .preIncrement, .preDecrement, .postIncrement, .postDecrement: return nil
            default: break
            }
        }
        if case .call = only.expression { return nil }
        // The node that stands in the block: compiled once more, each level would double the work of those in it.
        guard let node = compiled.statements.first, !(node is StatementNode), !(node is AssigningNode), !(node is IncrementNode) else { return nil }
        return node
    }

    func member(_ node: MemberExpression) -> MemberNode {
        MemberNode(node.range, target: expression(node.target), name: expression(node.name), isStatic: node.isStatic, isNullConditional: node.isNullConditional)
    }

    // MARK: Tables

    private func table(_ node: HashtableExpression, isOrdered: Bool) -> Node {
        TableNode(node.range, node.entries.map { (key: expression($0.key), value: statement($0.value)) }, isOrdered: isOrdered)
    }

    private func convert(_ node: ConvertExpression) -> Node {
        if case .hashtable(let table) = node.operand, case .simple(let name) = node.type.form {
            switch name.lowercased() {
            case "ordered": return self.table(table, isOrdered: true)
            case "pscustomobject", "management.automation.pscustomobject": return record(table, node)
            default: break
            }
        }
        return ConvertNode(node.range, TypeReference(node.type), expression(node.operand))
    }

    /// `[pscustomobject]@{ … }`: straight into a record where all names are written out and differ.
    private func record(_ table: HashtableExpression, _ node: ConvertExpression) -> Node {
        var names: [Text] = []
        var values: [Node] = []
        var typeNames: [String] = []
        for entry in table.entries {
            guard let name = expression(entry.key).constant?.asString else {
                return ConvertNode(node.range, TypeReference(node.type), self.table(table, isOrdered: true))
            }
            if names.contains(where: { $0.string.equalsIgnoringCase(name) }) {
                return ConvertNode(node.range, TypeReference(node.type), self.table(table, isOrdered: true))
            }
            let value = statement(entry.value)
            if name.equalsIgnoringCase("PSTypeName") {
                guard let typeName = value.constant?.asString else {
                    return ConvertNode(node.range, TypeReference(node.type), self.table(table, isOrdered: true))
                }
                typeNames = [typeName]
                continue
            }
            names.append(Text(name))
            values.append(value)
        }
        return RecordNode(node.range, names: names, values: values, typeNames: typeNames)
    }

    // MARK: Operators

    private func unary(_ node: UnaryExpression) -> Node {
        switch node.op {
        case .not: return NotNode(node.range, expression(node.operand))
        case .preIncrement: return IncrementNode(node.range, assignmentTarget(node.operand), step: 1, isPrefix: true)
        case .preDecrement: return IncrementNode(node.range, assignmentTarget(node.operand), step: -1, isPrefix: true)
        case .postIncrement: return IncrementNode(node.range, assignmentTarget(node.operand), step: 1, isPrefix: false)
        case .postDecrement: return IncrementNode(node.range, assignmentTarget(node.operand), step: -1, isPrefix: false)
        case .minus:
            if case .number(let literal) = node.operand, let value = NumberReader.value("-" + literal.text) { return ConstantNode(node.range, value) }
            return UnaryNode(node.range, .minus, expression(node.operand))
        default: return UnaryNode(node.range, node.op, expression(node.operand))
        }
    }

    /// Chains of operators lean to the left: they are unrolled, so that long ones need no deep stack to compile.
    private func binary(_ node: BinaryExpression) -> Node {
        var chain: [BinaryExpression] = [node]
        while case .binary(let next) = chain[chain.count - 1].left { chain.append(next) }
        var left = expression(chain[chain.count - 1].left)
        for link in chain.reversed() { left = binary(link, left, expression(link.right)) }
        return left
    }

    private func binary(_ node: BinaryExpression, _ left: Node, _ right: Node) -> Node {
        let range = node.range
        let ignoreCase = !node.isCaseSensitive
        if case .int(let constant)? = right.constant {
            switch node.op {
            case .add: return IntegerConstantNode(range, .add, left, constant)
            case .subtract: return IntegerConstantNode(range, .subtract, left, constant)
            case .multiply: return IntegerConstantNode(range, .multiply, left, constant)
            case .remainder: return IntegerConstantNode(range, .remainder, left, constant)
            default: break
            }
        }
        switch node.op {
        case .add: return SumNode(range, left, right, isSubtraction: false)
        case .subtract: return SumNode(range, left, right, isSubtraction: true)
        case .multiply: return ArithmeticNode(range, .multiply, left, right)
        case .divide: return ArithmeticNode(range, .divide, left, right)
        case .remainder: return ArithmeticNode(range, .remainder, left, right)
        case .bitwiseAnd: return ArithmeticNode(range, .bitwiseAnd, left, right)
        case .bitwiseOr: return ArithmeticNode(range, .bitwiseOr, left, right)
        case .bitwiseXor: return ArithmeticNode(range, .bitwiseXor, left, right)
        case .shiftLeft: return ArithmeticNode(range, .shiftLeft, left, right)
        case .shiftRight: return ArithmeticNode(range, .shiftRight, left, right)
        case .equal: return ComparisonNode(range, .equal, ignoreCase: ignoreCase, left, right)
        case .notEqual: return ComparisonNode(range, .notEqual, ignoreCase: ignoreCase, left, right)
        case .less: return ComparisonNode(range, .less, ignoreCase: ignoreCase, left, right)
        case .lessOrEqual: return ComparisonNode(range, .lessOrEqual, ignoreCase: ignoreCase, left, right)
        case .greater: return ComparisonNode(range, .greater, ignoreCase: ignoreCase, left, right)
        case .greaterOrEqual: return ComparisonNode(range, .greaterOrEqual, ignoreCase: ignoreCase, left, right)
        case .and, .or, .xor: return LogicalNode(range, node.op, left, right)
        case .match, .notMatch: return MatchNode(range, isNegated: node.op == .notMatch, ignoreCase: ignoreCase, left, right)
        case .like, .notLike: return LikeNode(range, isNegated: node.op == .notLike, ignoreCase: ignoreCase, left, right)
        case .range: return RangeNode(range, left, right)
        default: return BinaryNode(range, node.op, isCaseSensitive: node.isCaseSensitive, left, right)
        }
    }
}
