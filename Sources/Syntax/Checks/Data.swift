// Data sections: only literals, a few variables and types, and the commands that are named.

import Diagnostics

extension SemanticChecker {
    func checkData(_ statement: DataStatement) {
        var commands: Set<String> = []
        for command in statement.supportedCommands {
            if case .string(let literal) = command { commands.insert(literal.value.lowercased()) } else { check(command) }
        }
        if statement.supportedCommands.isEmpty { commands = ["convertfrom-stringdata"] }
        for inner in statement.body.statements { checkData(inner, commands) }
    }

    private func checkData(_ block: StatementBlock, _ commands: Set<String>) {
        for statement in block.statements { checkData(statement, commands) }
    }

    private func checkData(_ statement: Statement, _ commands: Set<String>) {
        switch statement {
        case .pipeline(let pipeline):
            for element in pipeline.elements { checkData(element, commands) }
        case .chain(let chain):
            checkData(chain.left, commands)
            checkData(chain.right, commands)
        case .assignment(let s): report(.assignmentStatementNotSupportedInDataSection, s.range)
        case .if(let s):
            for clause in s.clauses { checkData(clause.condition, commands); checkData(clause.body, commands) }
            if let body = s.otherwise { checkData(body, commands) }
        case .switch(let s): report(.switchStatementNotSupportedInDataSection, s.range)
        case .loop(let s): report(.loopStatementNotSupportedInDataSection, s.range)
        case .for(let s): report(.loopStatementNotSupportedInDataSection, s.range)
        case .forEach(let s): report(.foreachStatementNotSupportedInDataSection, s.range)
        case .function(let s): report(.functionDeclarationNotSupportedInDataSection, s.range)
        case .type: break
        case .try(let s): report(.tryStatementNotSupportedInDataSection, s.range)
        case .trap(let s): report(.trapStatementNotSupportedInDataSection, s.range)
        case .data(let s): report(.dataSectionStatementNotSupportedInDataSection, s.range)
        case .flow(let s): report(.flowControlStatementNotSupportedInDataSection, s.range)
        case .error: break
        }
    }

    private func checkData(_ element: PipelineElement, _ commands: Set<String>) {
        switch element {
        case .expression(let e):
            for redirection in e.redirections { report(.redirectionNotSupportedInDataSection, redirection.range) }
            checkData(e.expression, commands)
        case .command(let command):
            if command.invocation != .none { report(.dotSourcingNotSupportedInDataSection, command.range) }
            if case .argument(.string(let name))? = command.elements.first {
                if !commands.contains(name.value.lowercased()) { report(.commandNotSupportedInDataSection, command.range, name.value) }
            }
            for element in command.elements.dropFirst() {
                switch element {
                case .argument(let argument): checkData(argument, commands)
                case .parameter(let parameter): if let argument = parameter.argument { checkData(argument, commands) }
                }
            }
            for redirection in command.redirections { report(.redirectionNotSupportedInDataSection, redirection.range) }
        }
    }

    private static let dataVariables: Set<String> = ["psculture", "psuiculture", "true", "false", "null"]

    private func checkData(_ expression: Expression, _ commands: Set<String>) {
        switch expression {
        case .number, .string, .error: break
        case .expandableString(let e):
            for part in e.parts { if case .expression(let inner) = part { checkData(inner, commands) } }
        case .variable(let v):
            if v.qualifier != nil || !SemanticChecker.dataVariables.contains(v.name.lowercased()) {
                report(.variableReferenceNotSupportedInDataSection, v.range, v.name)
            }
        case .arrayLiteral(let e): for element in e.elements { checkData(element, commands) }
        case .arrayExpression(let e), .subexpression(let e): checkData(e.body, commands)
        case .parenthesized(let e): checkData(e.pipeline, commands)
        case .hashtable(let e):
            checkKeys(e)
            for entry in e.entries { checkData(entry.key, commands); checkData(entry.value, commands) }
        case .scriptBlock(let e): report(.scriptBlockNotSupportedInDataSection, e.range)
        case .unary(let e): checkData(e.operand, commands)
        case .binary:
            var left = expression
            var rights: [Expression] = []
            while case .binary(let e) = left {
                if e.op == .match || e.op == .notMatch { report(.operatorNotSupportedInDataSection, e.operatorRange, source.text(e.operatorRange)) }
                rights.append(e.right)
                left = e.left
            }
            checkData(left, commands)
            for right in rights.reversed() { checkData(right, commands) }
        case .ternary(let e): checkData(e.condition, commands); checkData(e.ifTrue, commands); checkData(e.ifFalse, commands)
        case .convert(let e): checkData(e.operand, commands)
        case .attributed(let e): checkData(e.operand, commands)
        case .type: break
        case .member(let e): report(.propertyReferenceNotSupportedInDataSection, e.range)
        case .call(let e): report(.methodCallNotSupportedInDataSection, e.range)
        case .index(let e): report(.arrayReferenceNotSupportedInDataSection, e.range)
        }
    }
}
