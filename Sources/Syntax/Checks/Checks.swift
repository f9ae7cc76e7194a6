// What is wrong with a tree that could be read: the walk through it, in the order of the text. Each rule stands in a
// file of its own beside this one.

import Diagnostics

/// Reports what the reference reports after reading, such as an assignment to something that holds no value.
func checkSemantics(of root: ScriptBlockSyntax, _ sink: DiagnosticSink) {
    if sink.isHalted { return }
    let checker = SemanticChecker(source: root.source, sink: sink)
    checker.check(root)
}

final class SemanticChecker {
    let source: SourceText
    let sink: DiagnosticSink
    /// Classes and enums of the script, by lower-cased name.
    var definedTypes: Set<String> = []
    /// True where names of types may come from elsewhere (`using`), so that none can be called unknown.
    var seesForeignTypes = false
    var classes: [ClassContext] = []
    /// What break, continue and return would leave, from the outside in.
    var enclosing: [Enclosure] = []
    /// How many script blocks enclose the place, and where methods began.
    var blockDepth = 0
    var methodDepths: [Int] = []

    /// What is being assigned has its own rules for `[ref]`.
    var isInTarget = false

    enum Enclosure { case loop(label: String?), finally, block, method, function }

    init(source: SourceText, sink: DiagnosticSink) { self.source = source; self.sink = sink }

    func report(_ id: ErrorID, _ range: SourceRange, _ given: String = "") { sink.report(id, range, given) }

    // MARK: Blocks

    func check(_ block: ScriptBlockSyntax) {
        enclosing.append(.block)
        blockDepth += 1
        defer { enclosing.removeLast(); blockDepth -= 1 }
        if !block.usings.isEmpty { seesForeignTypes = true }
        for using in block.usings { if let table = using.specification { check(.hashtable(table)) } }
        checkParameters(block.parameters ?? [])
        for attribute in block.attributes { check(attribute) }
        for parameter in block.parameters ?? [] {
            for attribute in parameter.attributes { check(attribute) }
            if let type = parameter.type { check(type) }
            if let value = parameter.defaultValue { check(value) }
        }
        noteTypes(in: block)
        for part in [block.dynamicParameters, block.begin, block.process, block.end, block.clean] {
            if let part { check(part) }
        }
    }

    func check(_ block: StatementBlock) {
        for statement in block.statements { check(statement) }
    }

    // MARK: Statements

    func check(_ statement: Statement) {
        switch statement {
        case .pipeline(let s): for element in s.elements { check(element) }
        case .chain(let s):
            var links = [s.right]
            var left = s.left
            while case .chain(let inner) = left { links.append(inner.right); left = inner.left }
            check(left)
            for link in links.reversed() { check(link) }
        case .assignment(let s):
            checkTarget(s.target, isSimple: s.op == .assign, .invalidLeftHandSide)
            isInTarget = true
            check(s.target)
            isInTarget = false
            check(s.value)
        case .if(let s):
            for clause in s.clauses { check(clause.condition); check(clause.body) }
            if let body = s.otherwise { check(body) }
        case .switch(let s):
            check(s.condition)
            inside(.loop(label: s.label)) {
                for clause in s.clauses { check(clause.pattern); check(clause.body) }
                if let body = s.otherwise { check(body) }
            }
        case .loop(let s):
            if s.kind == .whileDo { check(s.condition) }
            inside(.loop(label: s.label)) { check(s.body) }
            if s.kind != .whileDo { check(s.condition) }
        case .for(let s):
            for part in [s.initializer, s.condition, s.iterator] { if let part { check(part) } }
            inside(.loop(label: s.label)) { check(s.body) }
        case .forEach(let s):
            check(.variable(s.variable))
            check(s.collection)
            inside(.loop(label: s.label)) { check(s.body) }
        case .function(let s): inside(.function) { check(s.body) }
        case .type(let s): check(s)
        case .try(let s): check(s)
        case .trap(let s):
            if let type = s.type { check(type) }
            inside(.block) { check(s.body) }
        case .data(let s): checkData(s)
        case .flow(let s): check(s)
        case .error(let e): for part in e.parts { check(part) }
        }
    }

    func inside(_ enclosure: Enclosure, _ body: () -> Void) {
        enclosing.append(enclosure)
        body()
        enclosing.removeLast()
    }

    private func check(_ element: PipelineElement) {
        switch element {
        case .expression(let e):
            check(e.expression)
            for redirection in e.redirections { check(redirection) }
        case .command(let command):
            for element in command.elements {
                switch element {
                case .argument(let argument): checkArgument(argument)
                case .parameter(let parameter): if let argument = parameter.argument { check(argument) }
                }
            }
            for redirection in command.redirections { check(redirection) }
        }
    }

    private func check(_ redirection: Redirection) {
        if case .file(let file, _) = redirection.target { check(file) }
    }

    /// Only here may a variable be splatted.
    private func checkArgument(_ argument: Expression) {
        switch argument {
        case .variable: return
        case .arrayLiteral(let list):
            for element in list.elements {
                if case .variable(let variable) = element, variable.isSplatted {
                    report(.splattingNotPermittedInArgumentList, variable.range, variable.name)
                } else {
                    check(element)
                }
            }
        default: check(argument)
        }
    }

    // MARK: Expressions

    func check(_ expression: Expression) {
        switch expression {
        case .number, .string: return
        case .expandableString(let e):
            for part in e.parts { if case .expression(let inner) = part { check(inner) } }
        case .variable(let e):
            if e.isSplatted { report(.splattingNotPermitted, e.range, e.name) }
        case .arrayLiteral(let e): for element in e.elements { check(element) }
        case .arrayExpression(let e), .subexpression(let e): check(e.body)
        case .parenthesized(let e): check(e.pipeline)
        case .hashtable(let e):
            checkKeys(e)
            for entry in e.entries { check(entry.key); check(entry.value) }
        case .scriptBlock(let e): check(e.block)
        case .unary(let e):
            if e.op.changesOperand { checkTarget(e.operand, isSimple: false, .operatorRequiresVariableOrProperty) }
            check(e.operand)
        case .binary: checkBinary(expression)
        case .ternary(let e): check(e.condition); check(e.ifTrue); check(e.ifFalse)
        case .convert(let e):
            checkOrdered(e)
            if !isInTarget { checkReference(e) }
            check(e.type)
            check(e.operand)
        case .attributed(let e):
            checkPlace(of: e)
            check(e.attribute)
            check(e.operand)
        case .type(let e): check(e.type)
        case .member(let e): check(e.target); check(e.name)
        case .call(let e):
            check(e.target)
            check(e.name)
            for type in e.genericArguments { check(type) }
            for argument in e.arguments { check(argument) }
        case .index(let e): check(e.target); check(e.index)
        case .error(let e): for part in e.parts { check(part) }
        }
    }

    /// Long chains lean to the left; they are walked without recursion.
    private func checkBinary(_ expression: Expression) {
        var rights: [Expression] = []
        var left = expression
        while case .binary(let e) = left { rights.append(e.right); left = e.left }
        check(left)
        for right in rights.reversed() { check(right) }
    }
}

extension UnaryOperator {
    var changesOperand: Bool {
        switch self {
        case .preIncrement, .preDecrement, .postIncrement, .postDecrement: true
        default: false
        }
    }
}
