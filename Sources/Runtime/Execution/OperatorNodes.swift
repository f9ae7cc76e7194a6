// Operators, with the paths for integers in front. What the operators mean for other types stands in `Operators/`.

import Diagnostics
import Syntax

/// `+ - * / %` and the bitwise operators, chosen by `operation` when compiled.
final class ArithmeticNode: Node {
    let operation: Arithmetic
    let left: Node
    let right: Node
    init(_ range: SourceRange, _ operation: Arithmetic, _ left: Node, _ right: Node) {
        self.operation = operation
        self.left = left
        self.right = right
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let a = try left.evaluate(s)
        return try operation.apply(a, right.evaluate(s), s.session)
    }
}

/// `a + b` and `a - b`.
final class SumNode: Node {
    let left: Node
    let right: Node
    let isSubtraction: Bool
    init(_ range: SourceRange, _ left: Node, _ right: Node, isSubtraction: Bool) {
        self.left = left
        self.right = right
        self.isSubtraction = isSubtraction
        super.init(range)
    }
    override var isQuick: Bool { left.isQuick && right.isQuick }
    override func quickInteger(_ s: Scope) -> Int32? {
        guard let x = left.quickInteger(s), let y = right.quickInteger(s) else { return nil }
        let (sum, overflow) = isSubtraction ? x.subtractingReportingOverflow(y) : x.addingReportingOverflow(y)
        return overflow ? nil : sum
    }
    override func evaluate(_ s: Scope) throws -> Value {
        if let quick = quickInteger(s) { return .int(quick) }
        let a = try left.evaluate(s)
        let b = try right.evaluate(s)
        if case .int(let x) = a, case .int(let y) = b {
            let (sum, overflow) = isSubtraction ? x.subtractingReportingOverflow(y) : x.addingReportingOverflow(y)
            if !overflow { return .int(sum) }
        }
        return try (isSubtraction ? Arithmetic.subtract : .add).apply(a, b, s.session)
    }
}

/// `a % 3`, `a * 3` with an integer constant on the right.
final class IntegerConstantNode: Node {
    let operation: Arithmetic
    let left: Node
    let right: Int32
    init(_ range: SourceRange, _ operation: Arithmetic, _ left: Node, _ right: Int32) {
        self.operation = operation
        self.left = left
        self.right = right
        super.init(range)
    }
    override var isQuick: Bool { left.isQuick }
    override func quickInteger(_ s: Scope) -> Int32? { left.quickInteger(s).flatMap(apply) }

    @inline(__always) private func apply(_ x: Int32) -> Int32? {
        switch operation {
        case .remainder: return right > 0 ? x % right : nil
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: right)
            return overflow ? nil : product
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(right)
            return overflow ? nil : sum
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(right)
            return overflow ? nil : difference
        default: return nil
        }
    }

    override func evaluate(_ s: Scope) throws -> Value {
        if let quick = quickInteger(s) { return .int(quick) }
        let a = try left.evaluate(s)
        if case .int(let x) = a, let result = apply(x) { return .int(result) }
        return try operation.apply(a, .int(right), s.session)
    }
}

/// `-eq -ne -lt -le -gt -ge` and their case-minding forms. On a collection they filter.
final class ComparisonNode: Node {
    let operation: Comparison
    let ignoreCase: Bool
    let left: Node
    let right: Node
    init(_ range: SourceRange, _ operation: Comparison, ignoreCase: Bool, _ left: Node, _ right: Node) {
        self.operation = operation
        self.ignoreCase = ignoreCase
        self.left = left
        self.right = right
        quick = left.isQuick && right.isQuick
        super.init(range)
    }
    private let quick: Bool
    override func evaluate(_ s: Scope) throws -> Value {
        let a = try left.evaluate(s)
        let b = try right.evaluate(s)
        if case .int(let x) = a, case .int(let y) = b { return .bool(operation.holds(x, y)) }
        return try operation.apply(a, b, ignoreCase: ignoreCase, s.session)
    }
    override func test(_ s: Scope) throws -> Bool {
        if quick, let x = left.quickInteger(s), let y = right.quickInteger(s) { return operation.holds(x, y) }
        let a = try left.evaluate(s)
        let b = try right.evaluate(s)
        if case .int(let x) = a, case .int(let y) = b { return operation.holds(x, y) }
        return try operation.apply(a, b, ignoreCase: ignoreCase, s.session).isTrue(s.session)
    }
}

/// `-and -or -xor`.
final class LogicalNode: Node {
    let op: BinaryOperator
    let left: Node
    let right: Node
    init(_ range: SourceRange, _ op: BinaryOperator, _ left: Node, _ right: Node) {
        self.op = op
        self.left = left
        self.right = right
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { .bool(try test(s)) }
    override func test(_ s: Scope) throws -> Bool {
        switch op {
        case .and: try left.test(s) && right.test(s)
        case .or: try left.test(s) || right.test(s)
        default: try left.test(s) != right.test(s)
        }
    }
}

final class NotNode: Node {
    let operand: Node
    init(_ range: SourceRange, _ operand: Node) {
        self.operand = operand
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { .bool(try !operand.test(s)) }
    override func test(_ s: Scope) throws -> Bool { try !operand.test(s) }
}

/// Operators on text, patterns, membership and types, which need no path of their own.
final class BinaryNode: Node {
    let op: BinaryOperator
    let isCaseSensitive: Bool
    let left: Node
    let right: Node
    init(_ range: SourceRange, _ op: BinaryOperator, isCaseSensitive: Bool, _ left: Node, _ right: Node) {
        self.op = op
        self.isCaseSensitive = isCaseSensitive
        self.left = left
        self.right = right
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let a = try left.evaluate(s)
        if op == .nullCoalesce { return a.isNull ? try right.evaluate(s) : a }
        let b = try right.evaluate(s)
        return try TextOperators.apply(op, a, b, ignoreCase: !isCaseSensitive, s)
    }
}

/// `-match` and `-notmatch` with the pattern known when compiled.
final class MatchNode: Node {
    let isNegated: Bool
    let ignoreCase: Bool
    let left: Node
    let right: Node
    private var pattern: PatternValue?
    init(_ range: SourceRange, isNegated: Bool, ignoreCase: Bool, _ left: Node, _ right: Node) {
        self.isNegated = isNegated
        self.ignoreCase = ignoreCase
        self.left = left
        self.right = right
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let a = try left.evaluate(s)
        return try Matching.match(a, expression(s), isNegated: isNegated, s)
    }
    override func test(_ s: Scope) throws -> Bool { try evaluate(s).isTrue(s.session) }

    private func expression(_ s: Scope) throws -> PatternValue {
        if let pattern { return pattern }
        let made = try Matching.pattern(right.evaluate(s), ignoreCase: ignoreCase, s.session)
        if right.constant != nil { pattern = made }
        return made
    }
}

/// `-like` with the pattern kept.
final class LikeNode: Node {
    let isNegated: Bool
    let ignoreCase: Bool
    let left: Node
    let right: Node
    private var kept: WildcardKeeper?
    init(_ range: SourceRange, isNegated: Bool, ignoreCase: Bool, _ left: Node, _ right: Node) {
        self.isNegated = isNegated
        self.ignoreCase = ignoreCase
        self.left = left
        self.right = right
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let a = try left.evaluate(s)
        let b = try right.evaluate(s)
        let text = b.isNull ? "" : try b.toText(s.session)
        if kept == nil || kept?.text != text { kept = try WildcardKeeper(text, ignoreCase: ignoreCase) }
        guard let kept else { return .false }
        return try Matching.like(a, kept.pattern, isNegated: isNegated, s.session)
    }
}

/// `$a..$b`.
final class RangeNode: Node {
    let first: Node
    let last: Node
    init(_ range: SourceRange, _ first: Node, _ last: Node) {
        self.first = first
        self.last = last
        super.init(range)
    }
    /// The bounds if both are integers; nil for characters.
    func bounds(_ s: Scope) throws -> (first: Int, last: Int)? {
        let a = try first.evaluate(s)
        let b = try last.evaluate(s)
        if case .int(let x) = a, case .int(let y) = b { return (Int(x), Int(y)) }
        return try Ranges.bounds(a, b, s.session)
    }
    override func evaluate(_ s: Scope) throws -> Value { try Ranges.make(first.evaluate(s), last.evaluate(s), s.session) }
}

final class TernaryNode: Node {
    let condition: Node
    let ifTrue: Node
    let ifFalse: Node
    init(_ range: SourceRange, _ condition: Node, _ ifTrue: Node, _ ifFalse: Node) {
        self.condition = condition
        self.ifTrue = ifTrue
        self.ifFalse = ifFalse
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { try (condition.test(s) ? ifTrue : ifFalse).evaluate(s) }
}

/// Unary `+ - -bnot -split -join`.
final class UnaryNode: Node {
    let op: UnaryOperator
    let operand: Node
    init(_ range: SourceRange, _ op: UnaryOperator, _ operand: Node) {
        self.op = op
        self.operand = operand
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { try UnaryOperators.apply(op, operand.evaluate(s), s) }
}

/// `$i++`, `--$i`.
final class IncrementNode: Node {
    let target: TargetNode
    let step: Int32
    let isPrefix: Bool
    /// Inside a larger expression or parentheses the value counts; as a statement there is none.
    init(_ range: SourceRange, _ target: TargetNode, step: Int32, isPrefix: Bool) {
        self.target = target
        self.step = step
        self.isPrefix = isPrefix
        super.init(range)
    }
    /// An integer in a slot, changed in place; nil for anything else.
    @inline(__always) private func quickChange(_ s: Scope) -> (old: Int32, new: Int32)? {
        guard let slot = target as? SlotNode, case .int(let number) = s.slots[slot.slot] else { return nil }
        let (sum, overflow) = number.addingReportingOverflow(step)
        if overflow { return nil }
        s.slots[slot.slot] = .int(sum)
        return (number, sum)
    }
    private func change(_ s: Scope) throws -> (old: Value, new: Value) {
        let place = try target.place(s), value = try target.read(place, s)
        let old: Value = value.isNull ? .int(0) : value
        guard old.unwrapped.asEnumeration != nil || old.unwrapped.type.code.isNumeric && old.unwrapped.type.code != .bigInteger else {
            throw ShellError("OperatorRequiresNumber", Messages.operatorRequiresNumber(step > 0 ? "++" : "--", old.type), category: .invalidOperation)
        }
        let new = try Arithmetic.add.apply(old, .int(step), s.session)
        try target.write(new, place, s)
        return (old, new)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        if let (old, new) = quickChange(s) { return .int(isPrefix ? new : old) }
        let (old, new) = try change(s)
        return isPrefix ? new : old
    }
    override func run(_ s: Scope) throws -> Flow {
        if quickChange(s) == nil { _ = try change(s) }
        s.session.lastSucceeded = true
        return .next
    }
}
