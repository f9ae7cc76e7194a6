// Compiled code: a tree of final classes with several ways in. `evaluate` gives a value, `test` a truth, `run` does a
// statement and writes its output to the scope.

import Diagnostics

/// How a statement ended.
public enum Flow: UInt8, Sendable {
    case next, `break`, `continue`, `return`
}

class Node {
    let range: SourceRange
    init(_ range: SourceRange) { self.range = range }

    /// The value as an expression. Statements give their collected output.
    func evaluate(_ s: Scope) throws -> Value { .null }

    /// The truth of the value.
    func test(_ s: Scope) throws -> Bool { try evaluate(s).isTrue(s.session) }

    /// As a statement: writes the value, collections element by element.
    func run(_ s: Scope) throws -> Flow {
        let value = try evaluate(s)
        try s.output.writeEnumerated(value, s.session)
        s.session.lastSucceeded = true
        return .next
    }

    /// The value if it is known when the code is compiled.
    var constant: Value? { nil }
}

/// A node that is a statement first: its value is what it writes.
class StatementNode: Node {
    final override func evaluate(_ s: Scope) throws -> Value {
        let collector = Collector()
        let saved = s.output
        s.output = collector
        defer { s.output = saved }
        let flow = try run(s)
        if flow != .next { try leave(flow, collector, saved) }
        return collector.result
    }

    /// A `return`, `break` or `continue` out of the middle of an expression: what was written goes out, the rest is left.
    private func leave(_ flow: Flow, _ collector: Collector, _ output: Sink) throws {
        for value in collector.values { try output.write(value) }
        throw Interrupt.loop(flow)
    }
}

/// The statements of a block, with the traps that guard them.
final class BlockNode: StatementNode {
    let statements: [Node]
    let traps: [TrapNode]

    init(_ range: SourceRange, _ statements: [Node], traps: [TrapNode]) {
        self.statements = statements
        self.traps = traps
        super.init(range)
    }

    override func run(_ s: Scope) throws -> Flow {
        for statement in statements {
            s.position = statement
            do {
                let flow = try statement.run(s)
                if flow != .next { return flow }
            } catch {
                let flow = try recover(from: error, at: statement, s)
                if flow != .next { return flow }
            }
        }
        return .next
    }

    /// After an error in a statement: a trap, the screen and the next statement, or on to whoever catches.
    func recover(from error: any Error, at statement: Node, _ s: Scope) throws -> Flow {
        if case Interrupt.loop(let flow) = error { return flow }
        guard let failure = error as? ShellError else { throw error }
        let session = s.session
        session.complete(failure, at: statement, s)
        session.lastSucceeded = false
        if !traps.isEmpty { return try TrapNode.handle(failure, traps, s) }
        if failure.endsScript || session.tryDepth > 0 { throw failure }
        let action = session.preference("ErrorActionPreference", in: s)
        if action == ActionPreference.stop {
            failure.endsScript = true
            throw failure
        }
        session.record(failure.record, unless: action == ActionPreference.ignore)
        if action == ActionPreference.continue { try session.show(failure.record, streams: s.streams) }
        return .next
    }
}

/// A value fixed at compile time.
final class ConstantNode: Node {
    let value: Value
    init(_ range: SourceRange, _ value: Value) {
        self.value = value
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { value }
    override var constant: Value? { value }
}

/// An error that the compiler found and the running code meets: an unknown type, a construct that is not supported.
final class FailureNode: Node {
    let make: () -> ShellError
    init(_ range: SourceRange, _ make: @escaping () -> ShellError) {
        self.make = make
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { throw make() }
}
