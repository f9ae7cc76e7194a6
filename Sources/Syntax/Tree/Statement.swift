// Statements: what a block is made of.

import Diagnostics

public enum Statement: Sendable {
    case pipeline(PipelineStatement)
    case chain(PipelineChain)
    case assignment(AssignmentStatement)
    case `if`(IfStatement)
    case `switch`(SwitchStatement)
    case loop(LoopStatement)
    case `for`(ForStatement)
    case forEach(ForEachStatement)
    case function(FunctionDefinition)
    case type(TypeDefinition)
    case `try`(TryStatement)
    case trap(TrapStatement)
    case data(DataStatement)
    case flow(FlowStatement)
    /// What could not be read; a diagnostic says why.
    case error(ErrorExpression)

    public var range: SourceRange {
        switch self {
        case .pipeline(let s): s.range
        case .chain(let s): s.range
        case .assignment(let s): s.range
        case .if(let s): s.range
        case .switch(let s): s.range
        case .loop(let s): s.range
        case .for(let s): s.range
        case .forEach(let s): s.range
        case .function(let s): s.range
        case .type(let s): s.range
        case .try(let s): s.range
        case .trap(let s): s.range
        case .data(let s): s.range
        case .flow(let s): s.range
        case .error(let s): s.range
        }
    }
}

/// Statements between braces (or of a whole script); its traps apply to all of it, wherever they stand.
public final class StatementBlock: Sendable {
    public let range: SourceRange
    public let statements: [Statement]
    public init(range: SourceRange, statements: [Statement]) { self.range = range; self.statements = statements }
}

/// `a | b | c`, also a single expression or command.
public final class PipelineStatement: Sendable {
    public let range: SourceRange
    public let elements: [PipelineElement]
    public let isBackground: Bool
    public init(range: SourceRange, elements: [PipelineElement], isBackground: Bool) {
        self.range = range; self.elements = elements; self.isBackground = isBackground
    }
}

public enum PipelineElement: Sendable {
    case command(CommandSyntax)
    case expression(CommandExpression)

    public var range: SourceRange {
        switch self {
        case .command(let c): c.range
        case .expression(let e): e.range
        }
    }
}

/// An expression as the first element of a pipeline, with its redirections.
public final class CommandExpression: Sendable {
    public let range: SourceRange
    public let expression: Expression
    public let redirections: [Redirection]
    public init(range: SourceRange, expression: Expression, redirections: [Redirection]) {
        self.range = range; self.expression = expression; self.redirections = redirections
    }
}

public enum InvocationOperator: Sendable { case none, call, dot }

/// A command: `elements[0]` is its name (or what `&` and `.` invoke); parameters and arguments follow as written.
public final class CommandSyntax: Sendable {
    public let range: SourceRange
    public let invocation: InvocationOperator
    public let elements: [CommandElement]
    public let redirections: [Redirection]
    public init(range: SourceRange, invocation: InvocationOperator, elements: [CommandElement], redirections: [Redirection]) {
        self.range = range; self.invocation = invocation; self.elements = elements; self.redirections = redirections
    }
}

public enum CommandElement: Sendable {
    case argument(Expression)
    case parameter(CommandParameter)

    public var range: SourceRange {
        switch self {
        case .argument(let e): e.range
        case .parameter(let p): p.range
        }
    }
}

/// `-Name` or `-Name:argument`. `name` is without dash and colon; the range covers dash to name or argument.
public final class CommandParameter: Sendable {
    public let range: SourceRange
    public let name: String
    public let hasColon: Bool
    /// Only after a colon; otherwise the argument is an element of its own and the binder decides.
    public let argument: Expression?
    public init(range: SourceRange, name: String, hasColon: Bool, argument: Expression?) {
        self.range = range; self.name = name; self.hasColon = hasColon; self.argument = argument
    }
}

/// Stream numbers as written: 1 output, 2 error, 3 warning, 4 verbose, 5 debug, 6 information; 0 stands for `*`.
public final class Redirection: Sendable {
    public enum Target: Sendable {
        case file(Expression, append: Bool)
        case stream(Int)
    }
    public let range: SourceRange
    public let from: Int
    public let target: Target
    public init(range: SourceRange, from: Int, target: Target) { self.range = range; self.from = from; self.target = target }
}

/// `a && b`, `a || b`: left-associative.
public final class PipelineChain: Sendable {
    public let range: SourceRange
    public let left: Statement
    public let isAnd: Bool
    public let right: Statement
    public let isBackground: Bool
    public init(range: SourceRange, left: Statement, isAnd: Bool, right: Statement, isBackground: Bool) {
        self.range = range; self.left = left; self.isAnd = isAnd; self.right = right; self.isBackground = isBackground
    }
}

public enum AssignmentOperator: Sendable { case assign, add, subtract, multiply, divide, remainder, nullCoalesce }

public final class AssignmentStatement: Sendable {
    public let range: SourceRange
    public let target: Expression
    public let op: AssignmentOperator
    public let value: Statement
    public init(range: SourceRange, target: Expression, op: AssignmentOperator, value: Statement) {
        self.range = range; self.target = target; self.op = op; self.value = value
    }
}

public final class IfStatement: Sendable {
    public let range: SourceRange
    public let clauses: [(condition: Statement, body: StatementBlock)]
    public let otherwise: StatementBlock?
    public init(range: SourceRange, clauses: [(condition: Statement, body: StatementBlock)], otherwise: StatementBlock?) {
        self.range = range; self.clauses = clauses; self.otherwise = otherwise
    }
}

public struct SwitchOptions: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let file = SwitchOptions(rawValue: 1), regex = SwitchOptions(rawValue: 2), wildcard = SwitchOptions(rawValue: 4)
    public static let exact = SwitchOptions(rawValue: 8), caseSensitive = SwitchOptions(rawValue: 16), parallel = SwitchOptions(rawValue: 32)
}

public final class SwitchStatement: Sendable {
    public let range: SourceRange
    public let label: String?
    public let options: SwitchOptions
    /// What is switched on; after `-File` the file name.
    public let condition: Statement
    public let clauses: [(pattern: Expression, body: StatementBlock)]
    public let otherwise: StatementBlock?
    public init(
        range: SourceRange, label: String?, options: SwitchOptions, condition: Statement, clauses: [(pattern: Expression, body: StatementBlock)],
        otherwise: StatementBlock?
    ) {
        self.range = range; self.label = label; self.options = options; self.condition = condition
        self.clauses = clauses; self.otherwise = otherwise
    }
}

/// `while`, `do … while`, `do … until`.
public final class LoopStatement: Sendable {
    public enum Kind: Sendable { case whileDo, doWhile, doUntil }
    public let range: SourceRange
    public let label: String?
    public let kind: Kind
    public let condition: Statement
    public let body: StatementBlock
    public init(range: SourceRange, label: String?, kind: Kind, condition: Statement, body: StatementBlock) {
        self.range = range; self.label = label; self.kind = kind; self.condition = condition; self.body = body
    }
}

public final class ForStatement: Sendable {
    public let range: SourceRange
    public let label: String?
    public let initializer: Statement?
    public let condition: Statement?
    public let iterator: Statement?
    public let body: StatementBlock
    public init(range: SourceRange, label: String?, initializer: Statement?, condition: Statement?, iterator: Statement?, body: StatementBlock) {
        self.range = range; self.label = label; self.initializer = initializer
        self.condition = condition; self.iterator = iterator; self.body = body
    }
}

public final class ForEachStatement: Sendable {
    public let range: SourceRange
    public let label: String?
    public let variable: VariableExpression
    public let collection: Statement
    public let isParallel: Bool
    public let throttleLimit: Expression?
    public let body: StatementBlock
    public init(
        range: SourceRange, label: String?, variable: VariableExpression, collection: Statement, isParallel: Bool, throttleLimit: Expression?,
        body: StatementBlock
    ) {
        self.range = range; self.label = label; self.variable = variable; self.collection = collection
        self.isParallel = isParallel; self.throttleLimit = throttleLimit; self.body = body
    }
}

public final class TryStatement: Sendable {
    public struct CatchClause: Sendable {
        public let range: SourceRange
        /// Empty: catches everything.
        public let types: [TypeName]
        public let body: StatementBlock
        public init(range: SourceRange, types: [TypeName], body: StatementBlock) { self.range = range; self.types = types; self.body = body }
    }
    public let range: SourceRange
    public let body: StatementBlock
    public let catches: [CatchClause]
    public let finally: StatementBlock?
    public init(range: SourceRange, body: StatementBlock, catches: [CatchClause], finally: StatementBlock?) {
        self.range = range; self.body = body; self.catches = catches; self.finally = finally
    }
}

public final class TrapStatement: Sendable {
    public let range: SourceRange
    public let type: TypeName?
    public let body: StatementBlock
    public init(range: SourceRange, type: TypeName?, body: StatementBlock) { self.range = range; self.type = type; self.body = body }
}

public final class DataStatement: Sendable {
    public let range: SourceRange
    public let variable: String?
    public let supportedCommands: [Expression]
    public let body: StatementBlock
    public init(range: SourceRange, variable: String?, supportedCommands: [Expression], body: StatementBlock) {
        self.range = range; self.variable = variable; self.supportedCommands = supportedCommands; self.body = body
    }
}

public final class FlowStatement: Sendable {
    public enum Kind: Sendable { case `break`, `continue`, `return`, `throw`, exit }
    public let range: SourceRange
    public let kind: Kind
    /// The label expression of break and continue.
    public let label: Expression?
    /// The value of return, throw and exit.
    public let value: Statement?
    public init(range: SourceRange, kind: Kind, label: Expression?, value: Statement?) {
        self.range = range; self.kind = kind; self.label = label; self.value = value
    }
}
