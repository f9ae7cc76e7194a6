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
            let flow = try clause.body.run(s)
            session.lastSucceeded = false
            return flow
        }
    }

    /// The clause whose types fit best: the exception itself first, then what it wraps.
    private func clause(for failure: ShellError, _ s: Scope) throws -> (Clause, isInner: Bool)? {
        let exception = failure.record.exception
        var best: (clause: Clause, distance: Int, isInner: Bool)?
        for clause in clauses {
            if clause.types.isEmpty {
                if best == nil { best = (clause, Int.max, false) }
                continue
            }
            for reference in clause.types {
                let type = try reference.resolve(s)
                if let (distance, isInner) = TryNode.match(exception, type), distance < best?.distance ?? Int.max { best = (clause, distance, isInner) }
            }
        }
        return best.map { ($0.clause, $0.isInner) }
    }

    static func distance(from exception: ExceptionObject, to type: TypeInfo) -> Int? { match(exception, type)?.distance }

    /// How far the exception's type, or that of the one it wraps, is from the wanted one.
    static func match(_ exception: ExceptionObject, _ type: TypeInfo) -> (distance: Int, isInner: Bool)? {
        if let own = exception.type.ancestors.firstIndex(where: { $0 === type || $0.fullName == type.fullName }) { return (own, false) }
        if let inner = exception.inner, exception.wrapsInner,
            let below = inner.type.ancestors.firstIndex(where: { $0 === type || $0.fullName == type.fullName })
        {
            return (below, true)
        }
        return nil
    }
}

extension ExceptionObject {
    /// True for exceptions that only carry another one: what a `catch` looks through.
    var wrapsInner: Bool {
        exceptionType.isAssignable(to: ExceptionTypes.named("MethodInvocationException"))
            || exceptionType.isAssignable(to: ExceptionTypes.named("CmdletInvocationException"))
            || exceptionType.isAssignable(to: ExceptionTypes.named("ActionPreferenceStopException"))
            || exceptionType.fullName.hasSuffix("ValueInvocationException")
            || exceptionType.fullName.hasSuffix(".RuntimeException")
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
        var best: (TrapNode, Int)?
        for trap in traps {
            if let type = try trap.type?.resolve(s) {
                if let distance = TryNode.distance(from: failure.record.exception, to: type), distance < best?.1 ?? Int.max { best = (trap, distance) }
            } else if best == nil {
                best = (trap, Int.max)
            }
        }
        guard let trap = best?.0 else { throw failure }
        session.record(failure.record)
        let savedItem = session.item
        session.item = .object(failure.record)
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
