// A method sees no variables of its surroundings: what it reads plainly it must have assigned.

import Diagnostics

extension SemanticChecker {
    private static let automatic: Set<String> = [
        "_", "?", "^", "$", "args", "error", "false", "foreach", "host", "home", "input", "lastexitcode", "matches", "myinvocation",
        "nestedpromptlevel", "null", "ofs", "outputencoding", "pid", "profile", "psboundparameters", "pscmdlet", "pscommandpath", "psculture",
        "psdebugcontext", "psdefaultparametervalues", "psedition", "psemailserver", "pshome", "psitem", "psscriptroot", "pssenderinfo",
        "psstyle", "psuiculture", "psversiontable", "pwd", "sender", "shellid", "stacktrace", "switch", "this", "true", "executioncontext",
        "iscoreclr", "islinux", "ismacos", "iswindows", "enabledexperimentalfeatures", "errorview", "formatenumerationlimit",
        "maximumhistorycount", "confirmpreference", "debugpreference", "erroractionpreference", "informationpreference",
        "progresspreference", "verbosepreference", "warningpreference", "whatifpreference", "psnativecommandargumentpassing",
        "psnativecommanduseerroractionpreference", "psmoduleautoloadingpreference", "psapplicationname", "pssessionoption",
        "pssessionconfigurationname", "pssessionapplicationname", "consolefilename", "event", "eventargs", "eventsubscriber", ":error:",
        "__error__",
    ]

    func checkVariables(of method: MethodSyntax) {
        var collector = VariableCollector()
        for parameter in method.body.parameters ?? [] { collector.assigned.insert(parameter.name.lowercased()) }
        for argument in method.baseArguments ?? [] { collector.read(argument) }
        if let body = method.body.end { collector.read(body) }
        for variable in collector.used {
            let name = variable.name.lowercased()
            if name == "this", method.isStatic { report(.nonStaticMemberAccessInStaticMember, variable.range, variable.name) }
            if collector.assigned.contains(name) || SemanticChecker.automatic.contains(name) { continue }
            report(.variableNotLocal, variable.range, variable.name)
        }
        guard let properties = classes.last?.properties, !properties.isEmpty else { return }
        let parameters = Set((method.body.parameters ?? []).map { $0.name.lowercased() })
        for variable in collector.targets {
            let name = variable.name.lowercased()
            guard let isStatic = properties[name], !parameters.contains(name) else { continue }
            report(isStatic ? .missingTypeInStaticPropertyAssignment : .missingThis, variable.range, variable.name)
        }
    }

    /// The first value of a static property has no instance to read.
    func checkInstance(in value: Expression) {
        var collector = VariableCollector()
        collector.read(value)
        for variable in collector.used where variable.name.lowercased() == "this" {
            report(.nonStaticMemberAccessInStaticMember, variable.range, variable.name)
        }
    }
}

/// Plain variables a method reads and those it assigns, script blocks inside it left out.
private struct VariableCollector {
    var assigned: Set<String> = []
    var used: [VariableExpression] = []
    var targets: [VariableExpression] = []

    private mutating func assign(_ target: Expression) {
        switch target {
        case .variable(let v):
            if v.qualifier == nil { targets.append(v) }
            if v.qualifier == nil || v.qualifier?.lowercased() == "local" { assigned.insert(v.name.lowercased()) }
        case .arrayLiteral(let list): for element in list.elements { assign(element) }
        case .convert(let c): assign(c.operand)
        case .attributed(let a): assign(a.operand)
        case .parenthesized(let p):
            if case .pipeline(let pipeline) = p.pipeline, case .expression(let e)? = pipeline.elements.first { assign(e.expression) }
        default: read(target)
        }
    }

    mutating func read(_ block: StatementBlock) { for statement in block.statements { read(statement) } }

    private mutating func read(_ statement: Statement) {
        switch statement {
        case .pipeline(let s): for element in s.elements { read(element) }
        case .chain(let s): read(s.left); read(s.right)
        case .assignment(let s): read(s.value); assign(s.target)
        case .if(let s):
            for clause in s.clauses { read(clause.condition); read(clause.body) }
            if let body = s.otherwise { read(body) }
        case .switch(let s):
            read(s.condition)
            for clause in s.clauses { read(clause.pattern); read(clause.body) }
            if let body = s.otherwise { read(body) }
        case .loop(let s): read(s.condition); read(s.body)
        case .for(let s):
            for part in [s.initializer, s.condition, s.iterator] { if let part { read(part) } }
            read(s.body)
        case .forEach(let s):
            assigned.insert(s.variable.name.lowercased())
            read(s.collection)
            read(s.body)
        case .try(let s):
            read(s.body)
            for clause in s.catches { read(clause.body) }
            if let body = s.finally { read(body) }
        case .trap(let s): read(s.body)
        case .data(let s): if let name = s.variable { assigned.insert(name.lowercased()) }
        case .flow(let s): if let value = s.value { read(value) }
        case .function, .type, .error: break
        }
    }

    private mutating func read(_ element: PipelineElement) {
        switch element {
        case .expression(let e): read(e.expression)
        case .command(let command):
            for element in command.elements {
                switch element {
                case .argument(let argument): read(argument)
                case .parameter(let parameter):
                    if let argument = parameter.argument { read(argument) }
                }
            }
            noteOutVariables(command)
        }
    }

    /// `-OutVariable x` and its kin, and commands that set variables by name, assign.
    private mutating func noteOutVariables(_ command: CommandSyntax) {
        for element in command.elements.dropFirst() {
            if case .argument(.string(let word)) = element, word.kind == .bareWord || word.kind == .singleQuoted {
                assigned.insert((word.value.first == "+" ? String(word.value.dropFirst()) : word.value).lowercased())
            }
        }
    }

    mutating func read(_ expression: Expression) {
        switch expression {
        case .number, .string, .type, .scriptBlock, .error: break
        case .variable(let v): if v.qualifier == nil, !v.isSplatted { used.append(v) }
        case .expandableString(let e): for part in e.parts { if case .expression(let inner) = part { read(inner) } }
        case .arrayLiteral(let e): for element in e.elements { read(element) }
        case .arrayExpression(let e), .subexpression(let e): read(e.body)
        case .parenthesized(let e): read(e.pipeline)
        case .hashtable(let e): for entry in e.entries { read(entry.key); read(entry.value) }
        case .unary(let e): read(e.operand)
        case .binary:
            var left = expression
            var rights: [Expression] = []
            while case .binary(let e) = left { rights.append(e.right); left = e.left }
            read(left)
            for right in rights.reversed() { read(right) }
        case .ternary(let e): read(e.condition); read(e.ifTrue); read(e.ifFalse)
        case .convert(let e):
            if e.type.description.lowercased() == "ref", case .variable(let v) = e.operand { _ = v } else { read(e.operand) }
        case .attributed(let e): read(e.operand)
        case .member(let e): read(e.target); read(e.name)
        case .call(let e):
            read(e.target)
            read(e.name)
            for argument in e.arguments { read(argument) }
        case .index(let e): read(e.target); read(e.index)
        }
    }
}
