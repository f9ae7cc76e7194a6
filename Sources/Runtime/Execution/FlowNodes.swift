// Conditions, loops and leaving them.

import Diagnostics
import Syntax

final class IfNode: StatementNode {
    /// The first clause; `elseif` clauses follow in `clauses`.
    private let condition: Node
    private let body: BlockNode
    private let clauses: [(condition: Node, body: BlockNode)]
    private let otherwise: BlockNode?
    init(_ range: SourceRange, clauses: [(condition: Node, body: BlockNode)], otherwise: BlockNode?) {
        condition = clauses[0].condition
        body = clauses[0].body
        self.clauses = Array(clauses.dropFirst())
        self.otherwise = otherwise
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        if try condition.test(s) { return try body.run(s) }
        if !clauses.isEmpty { for clause in clauses where try clause.condition.test(s) { return try clause.body.run(s) } }
        if let otherwise { return try otherwise.run(s) }
        return .next
    }
}

/// What loops share: which `break` and `continue` are theirs.
class LoopNode: StatementNode {
    let label: String?
    init(_ range: SourceRange, label: String?) {
        self.label = label
        super.init(range)
    }

    enum Step { case goOn, leave, pass }

    /// What the flow out of the body means for this loop.
    @inline(__always) final func step(_ flow: Flow, _ session: Session) -> Step {
        if flow == .next { return .goOn }
        return slowStep(flow, session)
    }
    private func slowStep(_ flow: Flow, _ session: Session) -> Step {
        if flow == .return { return .pass }
        if !session.loopLabel.isEmpty {
            guard let label, label.equalsIgnoringCase(session.loopLabel) else { return .pass }
            session.loopLabel = ""
        }
        return flow == .continue ? .goOn : .leave
    }
    /// The body, with a `break` or `continue` that came through a command.
    @inline(__always) final func runBody(_ body: BlockNode, _ s: Scope) throws -> Flow {
        do { return try body.run(s) } catch Interrupt.loop(let flow) { return flow }
    }
}

final class WhileNode: LoopNode {
    let condition: Node
    let body: BlockNode
    let kind: Syntax.LoopStatement.Kind
    init(_ range: SourceRange, label: String?, condition: Node, body: BlockNode, kind: Syntax.LoopStatement.Kind) {
        self.condition = condition
        self.body = body
        self.kind = kind
        super.init(range, label: label)
    }
    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        if kind == .whileDo, try !condition.test(s) { return .next }
        while true {
            try session.checkBetweenStatements()
            let flow = try runBody(body, s)
            switch step(flow, session) {
            case .goOn: break
            case .leave: return .next
            case .pass: return flow
            }
            s.position = condition
            if try condition.test(s) == (kind == .doUntil) { return .next }
        }
    }
}

final class ForNode: LoopNode {
    let initializer: Node?
    let condition: Node?
    let iterator: Node?
    let body: BlockNode
    private let iteratorIsChange: Bool
    init(_ range: SourceRange, label: String?, initializer: Node?, condition: Node?, iterator: Node?, body: BlockNode) {
        self.initializer = initializer
        self.condition = condition
        self.iterator = iterator
        self.body = body
        iteratorIsChange = iterator.map(ForNode.isChange) ?? false
        super.init(range, label: label)
    }
    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        if let initializer { try discard(initializer, s, isChange: ForNode.isChange(initializer)) }
        while try condition?.test(s) ?? true {
            try session.checkBetweenStatements()
            let flow = try runBody(body, s)
            switch step(flow, session) {
            case .goOn: break
            case .leave: return .next
            case .pass: return flow
            }
            if let iterator { try discard(iterator, s, isChange: iteratorIsChange) }
        }
        return .next
    }
}

extension ForNode {
    /// Runs the head's parts, whose values nobody wants.
    @inline(__always) private func discard(_ node: Node, _ s: Scope, isChange: Bool) throws {
        if isChange { _ = try node.run(s) } else { _ = try node.evaluate(s) }
    }

    /// An assignment or a step, which as a statement has no value that would have to be made.
    private static func isChange(_ node: Node) -> Bool { node is AssigningNode || node is IncrementNode }
}

final class ForEachNode: LoopNode {
    let target: TargetNode
    let collection: Node
    let body: BlockNode
    /// The body speaks of `$foreach`.
    let showsEnumerator: Bool
    init(_ range: SourceRange, label: String?, target: TargetNode, collection: Node, body: BlockNode, showsEnumerator: Bool) {
        self.target = target
        self.collection = collection
        self.body = body
        self.showsEnumerator = showsEnumerator
        super.init(range, label: label)
    }
    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        if !showsEnumerator, let range = collection as? RangeNode, let bounds = try range.bounds(s) { return try overRange(bounds, s) }
        let value = try collection.evaluate(s)
        let foreach = ForEachEnumerator(try session.elements(of: value) ?? (value.isNull ? [] : [value]))
        if foreach.elements.isEmpty { (target as? SlotNode)?.setIfUnset(s) }
        if !showsEnumerator { return try over(foreach, value, s) }
        let symbol = session.symbols.symbol("foreach")
        let saved = s.ownStorage(symbol)?.pointee
        s.makeStorage(symbol).pointee = .object(foreach)
        defer { s.makeStorage(symbol).pointee = saved ?? .missing }
        return try over(foreach, value, s)
    }

    private func over(_ foreach: ForEachEnumerator, _ value: Value, _ s: Scope) throws -> Flow {
        let session = s.session
        let isStale = ForEachNode.watch(value)
        while foreach.advance() {
            try session.checkBetweenStatements()
            try target.assign(foreach.current, s)
            let flow = try runBody(body, s)
            switch step(flow, session) {
            case .goOn: break
            case .leave: return .next
            case .pass: return flow
            }
            if let isStale, isStale() {
                throw ShellError(
                    "System.InvalidOperationException", Messages.collectionModified, type: "System.InvalidOperationException", category: .operationStopped)
            }
        }
        return .next
    }

    /// Tells whether a list, or the table whose keys or values are looped over, has changed since; nil for what cannot change.
    private static func watch(_ value: Value) -> (() -> Bool)? {
        guard let list = value.asList else { return nil }
        if let table = list.source {
            let version = table.table.version
            return { table.table.version != version }
        }
        let count = list.elements.count
        return { list.elements.count != count }
    }

    private func overRange(_ bounds: (first: Int, last: Int), _ s: Scope) throws -> Flow {
        let session = s.session
        let down = bounds.first > bounds.last
        var i = bounds.first
        while down ? i >= bounds.last : i <= bounds.last {
            try session.checkBetweenStatements()
            try target.assign(.int(Int32(truncatingIfNeeded: i)), s)
            let flow = try runBody(body, s)
            switch step(flow, session) {
            case .goOn: break
            case .leave: return .next
            case .pass: return flow
            }
            i += down ? -1 : 1
        }
        return .next
    }
}

/// `$foreach`: the enumerator of the running loop; a script may advance it.
public final class ForEachEnumerator: Box, @unchecked Sendable {
    let elements: [Value]
    private var index = -1
    private let ownType: TypeInfo
    public init(_ elements: [Value], type: TypeInfo = ForEachEnumerator.typeInfo) {
        self.elements = elements
        ownType = type
    }
    /// What has not been visited yet; it counts as visited then.
    public func rest() -> [Value] {
        let next = index + 1
        index = elements.count
        return next <= 0 ? elements : next < elements.count ? Array(elements[next...]) : []
    }
    public override func describe(_ session: Session) throws -> String { try session.joined(rest()) }
    public func advance() -> Bool {
        if index + 1 >= elements.count {
            index = elements.count
            return false
        }
        index += 1
        return true
    }
    public var current: Value { elements.indices.contains(index) ? elements[index] : .null }
    public func reset() { index = -1 }
    public override var type: TypeInfo { ownType }
    static let inputType = TypeInfo("System.Collections.ArrayList+ArrayListEnumeratorSimple", base: typeInfo, interfaces: [.iEnumerator])
    public static let typeInfo = TypeInfo("System.Collections.ArrayEnumerator", base: .object, interfaces: [.iEnumerator])
}

/// `break`, `continue`, `return`.
final class LeaveNode: StatementNode {
    let flow: Flow
    let label: Node?
    let value: Node?
    init(_ range: SourceRange, flow: Flow, label: Node?, value: Node?) {
        self.flow = flow
        self.label = label
        self.value = value
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        if let value, s.kind == .method, s.output is NullSink {
            s.returnValue = try value.evaluate(s)
            return flow
        }
        if let value {
            let inner = try value.run(s)
            if inner != .next { return inner }
        }
        if flow != .return { s.session.loopLabel = try label?.evaluate(s).toText(s.session) ?? "" }
        return flow
    }
}

final class ExitNode: StatementNode {
    let value: Node?
    init(_ range: SourceRange, value: Node?) {
        self.value = value
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        var code: Int32 = 0
        if let value = try value?.evaluate(s), !value.isNull {
            if case .int(let number) = (try? s.session.convert(value, to: .int32)) ?? .null { code = number }
        }
        throw Interrupt.exit(code)
    }
}

final class ThrowNode: StatementNode {
    let value: Node?
    init(_ range: SourceRange, value: Node?) {
        self.value = value
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        guard let node = value else {
            if let caught = session.item.asErrorRecord, session.isHandlingError { throw ShellError(caught, endsScript: true) }
            throw ShellError(
                ErrorRecord(ExceptionObject("RuntimeException", "ScriptHalted"), id: "ScriptHalted", category: .operationStopped), endsScript: true)
        }
        let failure = try session.failure(thrown: node.evaluate(s))
        failure.record.isFromThrow = true
        throw failure
    }
}

extension Session {
    /// The error that `throw` of a value makes.
    func failure(thrown value: Value) throws -> ShellError {
        if let record = value.asErrorRecord { return ShellError(record, endsScript: true) }
        if let exception = value.asException {
            return ShellError(ErrorRecord(exception, id: exception.message, category: .operationStopped), endsScript: true)
        }
        if let instance = value.object as? Instance, let exception = instance.exception {
            return ShellError(ErrorRecord(exception, id: exception.message, category: .operationStopped), endsScript: true)
        }
        let text = value.isNull ? "ScriptHalted" : try value.toText(self)
        let record = ErrorRecord(ExceptionObject("RuntimeException", text), id: text, category: .operationStopped, target: value)
        record.wasThrown = true
        return ShellError(record, endsScript: true)
    }
}
