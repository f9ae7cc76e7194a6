// `try`, `catch`, `finally` and `trap`.

import Diagnostics

final class TryNode: StatementNode {
    struct Clause {
        /// Empty: catches everything. A type that is not known is an error when the clause is looked at.
        let types: [TypeReference]
        let body: BlockNode
    }
    let body: BlockNode
    let clauses: [Clause]
    let finally: BlockNode?
    init(_ range: SourceRange, body: BlockNode, clauses: [Clause], finally: BlockNode?) {
        self.body = body
        self.clauses = clauses
        self.finally = finally
        super.init(range)
    }

    override func run(_ s: Scope) throws -> Flow {
        guard let finally else { return try guarded(s) }
        let flow: Flow
        do {
            flow = try guarded(s)
        } catch {
            let after = try runFinally(finally, s)
            if after != .next { return after }
            throw error
        }
        let after = try runFinally(finally, s)
        return after == .next ? flow : after
    }

    private func runFinally(_ finally: BlockNode, _ s: Scope) throws -> Flow {
        let succeeded = s.session.lastSucceeded
        let label = s.session.loopLabel
        let flow = try finally.run(s)
        s.session.lastSucceeded = succeeded
        if flow == .next { s.session.loopLabel = label }
        return flow
    }

    private func guarded(_ s: Scope) throws -> Flow {
        let session = s.session
        if clauses.isEmpty { return try body.run(s) }
        session.tryDepth += 1
        do {
            defer { session.tryDepth -= 1 }
            return try body.run(s)
        } catch let failure as ShellError {
            guard let (clause, isInner) = try clause(for: failure, s) else { throw failure }
            session.record(failure.record)
            let caught = isInner ? failure.record.withInnerException : failure.record
            let savedItem = session.item
            let savedHandling = session.isHandlingError
            session.item = .object(caught)
            session.isHandlingError = true
            defer {
                session.item = savedItem
                session.isHandlingError = savedHandling
            }
            session.lastSucceeded = false
            return try clause.body.run(s)
        }
    }

    private func clause(for failure: ShellError, _ s: Scope) throws -> (Clause, isInner: Bool)? {
        var index: [Int] = []
        var types: [TypeInfo?] = []
        for (i, clause) in clauses.enumerated() {
            if clause.types.isEmpty { types.append(nil); index.append(i) }
            for reference in clause.types { types.append(try reference.resolve(s)); index.append(i) }
        }
        guard let (found, isInner) = HandlerChoice.choose(for: failure.record, types) else { return nil }
        return (clauses[index[found]], isInner)
    }
}

/// Which `catch` or `trap` an error goes to. An exception that is no runtime exception travels inside one, so handlers of
/// runtime exceptions get it too, after those for what is inside.
enum HandlerChoice {
    private static let runtime = ExceptionTypes.named("RuntimeException"), stop = ExceptionTypes.named("ActionPreferenceStopException")

    /// - Parameter types: nil for a handler of everything.
    /// - Returns: the handler's place, and whether it wants what the exception wraps.
    static func choose(for record: ErrorRecord, _ types: [TypeInfo?]) -> (index: Int, isInner: Bool)? {
        let exception = record.exception
        let isRuntime = exception.type.isAssignable(to: runtime)
        let everything = types.firstIndex { $0 == nil }
        if isRuntime {
            if let inner = exception.inner, let index = first(inner.type, types) { return (index, true) }
            if let index = first(exception.type, types) { return (index, false) }
        } else {
            if let index = first(exception.type, types) { return (index, false) }
            if let index = first(runtime, types) { return (index, false) }
        }
        if record.stoppedByPreference, let index = first(stop, types) { return (index, false) }
        return everything.map { ($0, false) }
    }

    /// The very type before one it derives from.
    private static func first(_ type: TypeInfo, _ types: [TypeInfo?]) -> Int? {
        types.firstIndex { $0.map { $0 === type || $0.fullName == type.fullName } ?? false }
            ?? types.firstIndex { wanted in wanted.map { wanted in type.ancestors.contains { $0 === wanted || $0.fullName == wanted.fullName } } ?? false }
    }
}

/// A `trap`; it stands in its block's list and does nothing where it is written.
final class TrapNode: StatementNode {
    let type: TypeReference?
    let body: BlockNode
    init(_ range: SourceRange, type: TypeReference?, body: BlockNode) {
        self.type = type
        self.body = body
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow { .next }

    /// Runs the trap that fits. `continue` goes on with the next statement, `break` leaves, neither shows the error and goes on.
    static func handle(_ failure: ShellError, _ traps: [TrapNode], _ s: Scope) throws -> Flow {
        let session = s.session
        guard let (index, isInner) = HandlerChoice.choose(for: failure.record, try traps.map { try $0.type?.resolve(s) }) else { throw failure }
        let trap = traps[index]
        session.record(failure.record)
        let savedItem = session.item
        session.item = .object(isInner ? failure.record.withInnerException : failure.record)
        let savedDepth = session.tryDepth
        session.tryDepth = 0
        defer {
            session.item = savedItem
            session.tryDepth = savedDepth
        }
        switch try trap.body.run(s) {
        case .continue: return .next
        case .break: throw failure
        case .return: return .return
        case .next:
            if session.preference("ErrorActionPreference", in: s) == ActionPreference.stop { throw failure }
            try session.show(failure.record, streams: s.streams)
            return .next
        }
    }
}
