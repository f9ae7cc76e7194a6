// Expressions: everything that has a value. Each case carries a final class with its range and its parts.

import Diagnostics

public enum Expression: Sendable {
    case number(NumberLiteral)
    case string(StringLiteral)
    case expandableString(ExpandableString)
    case variable(VariableExpression)
    case arrayLiteral(ArrayLiteral)
    case arrayExpression(StatementsExpression)
    case subexpression(StatementsExpression)
    case parenthesized(ParenthesizedExpression)
    case hashtable(HashtableExpression)
    case scriptBlock(ScriptBlockExpression)
    case unary(UnaryExpression)
    case binary(BinaryExpression)
    case ternary(TernaryExpression)
    case convert(ConvertExpression)
    case attributed(AttributedExpression)
    case type(TypeExpression)
    case member(MemberExpression)
    case call(MethodCallExpression)
    case index(IndexExpression)
    /// What could not be read; a diagnostic says why.
    case error(ErrorExpression)

    public var range: SourceRange {
        switch self {
        case .number(let e): e.range
        case .string(let e): e.range
        case .expandableString(let e): e.range
        case .variable(let e): e.range
        case .arrayLiteral(let e): e.range
        case .arrayExpression(let e), .subexpression(let e): e.range
        case .parenthesized(let e): e.range
        case .hashtable(let e): e.range
        case .scriptBlock(let e): e.range
        case .unary(let e): e.range
        case .binary(let e): e.range
        case .ternary(let e): e.range
        case .convert(let e): e.range
        case .attributed(let e): e.range
        case .type(let e): e.range
        case .member(let e): e.range
        case .call(let e): e.range
        case .index(let e): e.range
        case .error(let e): e.range
        }
    }
}

/// A number as written, suffix and multiplier included (`0x1F`, `1.5d`, `2gb`, `10ul`). The runtime gives it its type.
/// A sign directly before the digits belongs to it where a value may begin, in expressions as in arguments (`-5`, so that
/// `-2147483648` fits an int); `- 5` and `1 -5` are operators.
public final class NumberLiteral: Sendable {
    public let range: SourceRange
    public let text: String
    public init(range: SourceRange, text: String) { self.range = range; self.text = text }
}

public enum StringKind: Sendable { case bareWord, singleQuoted, doubleQuoted, singleQuotedHere, doubleQuotedHere }

/// Text without anything to expand; `value` has its escapes resolved.
public final class StringLiteral: Sendable {
    public let range: SourceRange
    public let value: String
    public let kind: StringKind
    public init(range: SourceRange, value: String, kind: StringKind) { self.range = range; self.value = value; self.kind = kind }
}

public enum StringPart: Sendable {
    case text(String)
    /// A variable, or a subexpression `$( )`.
    case expression(Expression)
}

/// Text with variables and subexpressions in it. Bare words that hold variables (`a$x.txt`) are these too.
public final class ExpandableString: Sendable {
    public let range: SourceRange
    public let parts: [StringPart]
    public let kind: StringKind
    /// The text between the quotes as written, escapes resolved and variables kept: what `$ExecutionContext` and help show.
    public let rawValue: String
    public init(range: SourceRange, parts: [StringPart], kind: StringKind, rawValue: String) {
        self.range = range; self.parts = parts; self.kind = kind; self.rawValue = rawValue
    }
}

/// `$name`, `${any text}`, `$scope:name`, `$drive:name`, `@splat`.
public final class VariableExpression: Sendable {
    public let range: SourceRange
    /// Without scope or drive: `x` of `$script:x`, `PATH` of `$env:PATH`.
    public let name: String
    /// What stands before the colon: `script`, `global`, `local`, `private`, `using`, or a drive (`env`, `function`, `c`).
    public let qualifier: String?
    public let isSplatted: Bool
    public let isBraced: Bool
    public init(range: SourceRange, name: String, qualifier: String?, isSplatted: Bool, isBraced: Bool) {
        self.range = range; self.name = name; self.qualifier = qualifier; self.isSplatted = isSplatted; self.isBraced = isBraced
    }
}

/// `1, 2, 3` and unary `,1`.
public final class ArrayLiteral: Sendable {
    public let range: SourceRange
    public let elements: [Expression]
    public init(range: SourceRange, elements: [Expression]) { self.range = range; self.elements = elements }
}

/// The statements of `@( )` or `$( )`.
public final class StatementsExpression: Sendable {
    public let range: SourceRange
    public let body: StatementBlock
    public init(range: SourceRange, body: StatementBlock) { self.range = range; self.body = body }
}

/// `( pipeline )`; an assignment may stand here too.
public final class ParenthesizedExpression: Sendable {
    public let range: SourceRange
    public let pipeline: Statement
    public init(range: SourceRange, pipeline: Statement) { self.range = range; self.pipeline = pipeline }
}

public final class HashtableExpression: Sendable {
    public let range: SourceRange
    public let entries: [(key: Expression, value: Statement)]
    public init(range: SourceRange, entries: [(key: Expression, value: Statement)]) { self.range = range; self.entries = entries }
}

public final class ScriptBlockExpression: Sendable {
    public let range: SourceRange
    public let block: ScriptBlockSyntax
    public init(range: SourceRange, block: ScriptBlockSyntax) { self.range = range; self.block = block }
}

public enum UnaryOperator: Sendable {
    case plus, minus, not, bitwiseNot, split, caseInsensitiveSplit, caseSensitiveSplit, join, preIncrement, preDecrement, postIncrement, postDecrement
}

public final class UnaryExpression: Sendable {
    public let range: SourceRange
    public let op: UnaryOperator
    public let operand: Expression
    public init(range: SourceRange, op: UnaryOperator, operand: Expression) { self.range = range; self.op = op; self.operand = operand }
}

public enum BinaryOperator: Sendable {
    case add, subtract, multiply, divide, remainder
    case and, or, xor
    case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case like, notLike, match, notMatch, replace, contains, notContains, `in`, notIn, split
    case join, format, range, `is`, isNot, `as`, nullCoalesce
}

/// `isCaseSensitive` says which spelling stood there: `-eq` and `-ieq` ignore case, `-ceq` minds it.
/// Chains lean to the left and may be very long, so they are taken apart without recursion.
public final class BinaryExpression: @unchecked Sendable {
    public let range: SourceRange
    public let op: BinaryOperator
    public let isCaseSensitive: Bool
    /// Written again only when the expression is being freed and nobody else can see it.
    public private(set) var left: Expression
    public let right: Expression
    public let operatorRange: SourceRange
    public init(range: SourceRange, op: BinaryOperator, isCaseSensitive: Bool, left: Expression, right: Expression, operatorRange: SourceRange) {
        self.range = range; self.op = op; self.isCaseSensitive = isCaseSensitive
        self.left = left; self.right = right; self.operatorRange = operatorRange
    }

    deinit {
        guard case .binary = left else { return }
        let leaf = right
        var rest = left
        left = leaf
        while case .binary(var next) = rest {
            rest = leaf
            guard isKnownUniquelyReferenced(&next) else { return }
            rest = next.left
            next.left = leaf
        }
    }
}

public final class TernaryExpression: Sendable {
    public let range: SourceRange
    public let condition: Expression
    public let ifTrue: Expression
    public let ifFalse: Expression
    public init(range: SourceRange, condition: Expression, ifTrue: Expression, ifFalse: Expression) {
        self.range = range; self.condition = condition; self.ifTrue = ifTrue; self.ifFalse = ifFalse
    }
}

/// `[type] operand`.
public final class ConvertExpression: Sendable {
    public let range: SourceRange
    public let type: TypeName
    public let operand: Expression
    public init(range: SourceRange, type: TypeName, operand: Expression) { self.range = range; self.type = type; self.operand = operand }
}

/// `[ValidateRange(1, 5)] $x`: an attribute in front of a variable.
public final class AttributedExpression: Sendable {
    public let range: SourceRange
    public let attribute: AttributeSyntax
    public let operand: Expression
    public init(range: SourceRange, attribute: AttributeSyntax, operand: Expression) {
        self.range = range; self.attribute = attribute; self.operand = operand
    }
}

/// `[type]` standing alone.
public final class TypeExpression: Sendable {
    public let range: SourceRange
    public let type: TypeName
    public init(range: SourceRange, type: TypeName) { self.range = range; self.type = type }
}

/// `target.name`, `[type]::name`, `target?.name`; `name` is a string literal unless computed.
public final class MemberExpression: Sendable {
    public let range: SourceRange
    public let target: Expression
    public let name: Expression
    public let isStatic: Bool
    public let isNullConditional: Bool
    public init(range: SourceRange, target: Expression, name: Expression, isStatic: Bool, isNullConditional: Bool) {
        self.range = range; self.target = target; self.name = name; self.isStatic = isStatic; self.isNullConditional = isNullConditional
    }
}

public final class MethodCallExpression: Sendable {
    public let range: SourceRange
    public let target: Expression
    public let name: Expression
    public let arguments: [Expression]
    public let genericArguments: [TypeName]
    public let isStatic: Bool
    public let isNullConditional: Bool
    public init(
        range: SourceRange, target: Expression, name: Expression, arguments: [Expression], genericArguments: [TypeName], isStatic: Bool, isNullConditional: Bool
    ) {
        self.range = range; self.target = target; self.name = name; self.arguments = arguments
        self.genericArguments = genericArguments; self.isStatic = isStatic; self.isNullConditional = isNullConditional
    }
}

public final class IndexExpression: Sendable {
    public let range: SourceRange
    public let target: Expression
    public let index: Expression
    public let isNullConditional: Bool
    public init(range: SourceRange, target: Expression, index: Expression, isNullConditional: Bool) {
        self.range = range; self.target = target; self.index = index; self.isNullConditional = isNullConditional
    }
}

public final class ErrorExpression: Sendable {
    public let range: SourceRange
    /// Parts that could be read, kept for completion.
    public let parts: [Expression]
    public init(range: SourceRange, parts: [Expression] = []) { self.range = range; self.parts = parts }
}

/// A type as written: `int`, `string[]`, `System.Collections.Generic.List[int]`, `int[,]`.
public final class TypeName: Sendable {
    public enum Form: Sendable {
        case simple(String)
        case generic(String, [TypeName])
        /// Element type and rank (1 for `[]`, 2 for `[,]`).
        case array(TypeName, rank: Int)
    }
    public let range: SourceRange
    public let form: Form
    public init(range: SourceRange, form: Form) { self.range = range; self.form = form }

    /// As a script would write it, without brackets around the whole.
    public var description: String {
        switch form {
        case .simple(let name): name
        case .generic(let name, let arguments): name + "[" + arguments.map(\.description).joined(separator: ",") + "]"
        case .array(let element, let rank): element.description + "[" + String(repeating: ",", count: rank - 1) + "]"
        }
    }
}
