// Which variables a block assigns: those get slots. Blocks inside it count too, because commands run them in its scope.

import Syntax

struct AssignedNames {
    private(set) var names: [String] = []
    private var seen = Set<String>()

    mutating func add(_ name: String) {
        let key = name.lowercased()
        if seen.insert(key).inserted { names.append(name) }
    }

    mutating func visit(_ block: ScriptBlockSyntax, isNested: Bool) {
        // A nested block with parameters of its own keeps them to itself; what it assigns may still reach here.
        for part in [block.dynamicParameters, block.begin, block.process, block.end, block.clean] { visit(part) }
    }

    mutating func visit(_ block: StatementBlock?) {
        for statement in block?.statements ?? [] { visit(statement) }
    }

    mutating func visit(_ statement: Statement?) {
        guard let statement else { return }
        switch statement {
        case .pipeline(let node): for element in node.elements { visit(element) }
        case .chain(let node):
            visit(node.left)
            visit(node.right)
        case .assignment(let node):
            target(node.target)
            visit(node.value)
        case .if(let node):
            for clause in node.clauses {
                visit(clause.condition)
                visit(clause.body)
            }
            visit(node.otherwise)
        case .switch(let node):
            visit(node.condition)
            for clause in node.clauses {
                visit(clause.pattern)
                visit(clause.body)
            }
            visit(node.otherwise)
        case .loop(let node):
            visit(node.condition)
            visit(node.body)
        case .for(let node):
            visit(node.initializer)
            visit(node.condition)
            visit(node.iterator)
            visit(node.body)
        case .forEach(let node):
            variable(node.variable)
            visit(node.collection)
            visit(node.body)
        case .try(let node):
            visit(node.body)
            for clause in node.catches { visit(clause.body) }
            visit(node.finally)
        case .trap(let node): visit(node.body)
        case .data(let node):
            if let name = node.variable { add(name) }
            visit(node.body)
        case .flow(let node): visit(node.value)
        case .function, .type, .error: break
        }
    }

    private mutating func visit(_ element: PipelineElement) {
        switch element {
        case .expression(let node): visit(node.expression)
        case .command(let node):
            for element in node.elements {
                switch element {
                case .argument(let expression): visit(expression)
                case .parameter(let parameter): if let argument = parameter.argument { visit(argument) }
                }
            }
        }
    }

    mutating func visit(_ expression: Expression) {
        switch expression {
        case .number, .string, .variable, .type, .error: break
        case .expandableString(let node): for case .expression(let part) in node.parts { visit(part) }
        case .arrayLiteral(let node): for element in node.elements { visit(element) }
        case .arrayExpression(let node), .subexpression(let node): visit(node.body)
        case .parenthesized(let node): visit(node.pipeline)
        case .hashtable(let node):
            for entry in node.entries {
                visit(entry.key)
                visit(entry.value)
            }
        case .scriptBlock(let node): visit(node.block, isNested: true)
        case .unary(let node):
            switch node.op {
            case .preIncrement, .preDecrement, .postIncrement, .postDecrement: target(node.operand)
            default: visit(node.operand)
            }
        case .binary(let node):
            var rest = node
            // Long chains lean to the left: no recursion along them.
            while true {
                visit(rest.right)
                guard case .binary(let next) = rest.left else {
                    visit(rest.left)
                    break
                }
                rest = next
            }
        case .ternary(let node):
            visit(node.condition)
            visit(node.ifTrue)
            visit(node.ifFalse)
        case .convert(let node):
            if case .variable(let variable) = node.operand, case .simple(let name) = node.type.form, name.equalsIgnoringCase("ref") {
                self.variable(variable)
            } else {
                visit(node.operand)
            }
        case .attributed(let node): visit(node.operand)
        case .member(let node):
            visit(node.target)
            visit(node.name)
        case .call(let node):
            visit(node.target)
            for argument in node.arguments { visit(argument) }
        case .index(let node):
            visit(node.target)
            visit(node.index)
        }
    }

    private mutating func target(_ expression: Expression) {
        switch expression {
        case .variable(let node): variable(node)
        case .arrayLiteral(let node): for element in node.elements { target(element) }
        case .parenthesized(let node):
            if case .pipeline(let pipeline) = node.pipeline, pipeline.elements.count == 1, case .expression(let inner) = pipeline.elements[0] {
                target(inner.expression)
            }
        case .convert(let node): target(node.operand)
        case .attributed(let node): target(node.operand)
        default: visit(expression)
        }
    }

    private mutating func variable(_ node: VariableExpression) {
        if node.qualifier == nil || node.qualifier?.equalsIgnoringCase("local") == true { add(node.name) }
    }
}
