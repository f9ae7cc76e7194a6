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

    /// True of expressions, after which `$?` is true whatever happened in them. What only encloses a command leaves `$?` to it.
    var setsSuccess: Bool { true }

    /// As a statement: writes the value, collections element by element.
    func run(_ s: Scope) throws -> Flow {
        let value = try evaluate(s)
        try s.output.writeEnumerated(value, s.session)
        s.session.lastSucceeded = true
        return .next
    }

    /// The value, where it is a 32-bit integer that can be had without running anything that could fail or be noticed;
    /// nil: ask `evaluate`.
    func quickInteger(_ s: Scope) -> Int32? { nil }
    /// False where `quickInteger` never has an answer.
    var isQuick: Bool { false }

    /// The value if it is known when the code is compiled.
    var constant: Value? { nil }
}

/// A node that is a statement first: its value is what it writes.
class StatementNode: Node {
    override var setsSuccess: Bool { false }
    final override func evaluate(_ s: Scope) throws -> Value {
        var collector = s.session.takeCollector()
        let saved = s.output
        s.output = collector
        let flow: Flow
        do { flow = try run(s) } catch {
            s.output = saved
            throw error
        }
        s.output = saved
        if flow != .next { try leave(flow, collector, saved) }
        let result = collector.result
        s.session.giveBack(&collector)
        return result
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
    /// The statements without reference counting: `statements` keeps them alive as long as this node.
    private let raw: UnsafeMutablePointer<Unmanaged<Node>>
    private let count: Int

    init(_ range: SourceRange, _ statements: [Node], traps: [TrapNode]) {
        self.statements = statements
        self.traps = traps
        count = statements.count
        raw = .allocate(capacity: max(1, statements.count))
        for (i, statement) in statements.enumerated() { (raw + i).initialize(to: Unmanaged.passUnretained(statement)) }
        super.init(range)
    }

    deinit { raw.deallocate() }

    /// Whether the last statement leaves `$?` true.
    var endsInSuccess: Bool { statements.last?.setsSuccess ?? true }

    override func run(_ s: Scope) throws -> Flow {
        if traps.isEmpty { return try runStatements(s) }
        // Errors of inner blocks and of what is called come to the traps.
        s.session.tryDepth += 1
        defer { s.session.tryDepth -= 1 }
        return try runStatements(s)
    }

    @inline(__always) private func runStatements(_ s: Scope) throws -> Flow {
        var i = 0
        while i < count {
            do {
                let flow = try raw[i]._withUnsafeGuaranteedRef { statement in
                    s.position = statement
                    return try statement.run(s)
                }
                if flow != .next {
                    // Nothing that a method calls can leave one of its loops.
                    guard flow != .return, s.kind == .method, statements[i] is CommandNode || statements[i] is PipelineNode else { return flow }
                    s.session.loopLabel = ""
                }
            } catch {
                let flow = try recover(from: error, at: statements[i], s)
                if flow != .next { return flow }
            }
            i += 1
        }
        return .next
    }

    /// After an error in the only statement: as in any other, but there is nothing to go on with.
    func recoverAlone(from error: any Error, _ s: Scope) throws {
        let flow = try recover(from: error, at: statements[0], s)
        if flow != .next { throw Interrupt.loop(flow) }
    }

    /// After an error in a statement: a trap, the screen and the next statement, or on to whoever catches.
    func recover(from error: any Error, at statement: Node, _ s: Scope) throws -> Flow {
        if case Interrupt.loop(let flow) = error {
            // Nothing that a method calls can leave one of its loops.
            if s.kind == .method, flow != .return {
                s.session.loopLabel = ""
                return .next
            }
            return flow
        }
        guard let failure = error as? ShellError else { throw error }
        let session = s.session
        session.complete(failure, at: statement, s)
        session.lastSucceeded = false
        if !traps.isEmpty { return try TrapNode.handle(failure, traps, s) }
        if session.tryDepth > 0 { throw failure }
        if failure.endsScript {
            // A `throw` goes on with the next statement where the preference wants silence.
            let action = failure.record.wasThrown ? session.preference("ErrorActionPreference", in: s) : ActionPreference.stop
            guard action == ActionPreference.silentlyContinue || action == ActionPreference.ignore else { throw failure }
            session.record(failure.record, unless: action == ActionPreference.ignore)
            return .next
        }
        let action = session.preference("ErrorActionPreference", in: s)
        if action == ActionPreference.stop {
            failure.endsScript = true
            throw failure
        }
        session.record(failure.record, unless: action == ActionPreference.ignore)
        ((statement as? AssignNode)?.target as? SlotNode)?.setIfUnset(s)
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
    private lazy var number: Int32? = if case .int(let number) = value { number } else { nil }
    override func quickInteger(_ s: Scope) -> Int32? { number }
    override var isQuick: Bool { number != nil }
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
