// Running one block again and again where a command was called: `ForEach-Object`, `Where-Object`, calculated properties.

import Syntax

/// A block made ready to run in the caller's scope for many objects.
public final class InlineRunner {
    private let block: ScriptBlock
    private let scope: Scope
    private let output: Sink
    private let session: Session
    private let code: CompiledBlock?
    private let streams: Streams

    public init(_ block: ScriptBlock, _ run: Invocation, output: Sink) {
        self.block = block
        scope = run.scope
        self.output = output
        session = run.session
        // As in the reference: errors merged into the output of the very command that runs the block are lost.
        if let merged = run.streams.error, merged === run.output, merged !== scope.streams.error {
            streams = run.streams.copy()
            streams.error = NullSink()
        } else {
            streams = run.streams
        }
        let isPlain = block.module === scope.module && block.syntax.parameters == nil
        code = isPlain ? block.code(inside: scope.layout) : nil
    }

    /// Runs the block with `$_` set.
    public func run(_ item: Value) throws {
        guard let code, code.begin == nil, code.process == nil else {
            return try session.runInline(block, item: item, scope: scope, output: output, streams: streams)
        }
        guard let end = code.end else { return }
        session.item = item
        if let single = code.single {
            let saved = (scope.position, scope.source)
            scope.position = single
            scope.source = block.syntax.source
            let value: Value
            do { value = try single.evaluate(scope) } catch {
                (scope.position, scope.source) = saved
                // The whole block again for its way with errors.
                return try recover(error, end)
            }
            (scope.position, scope.source) = saved
            session.lastSucceeded = true
            try output.writeEnumerated(value, session)
            return
        }
        let saved = (scope.output, scope.streams, scope.source, scope.position)
        scope.output = output
        scope.streams = streams
        scope.source = block.syntax.source
        defer { (scope.output, scope.streams, scope.source, scope.position) = saved }
        let flow = try end.run(scope)
        if flow == .break || flow == .continue { throw Interrupt.loop(flow) }
    }

    /// The truth of what the block gives.
    public func test(_ item: Value) throws -> Bool {
        if let code, let single = code.single {
            session.item = item
            let saved = scope.source
            scope.source = block.syntax.source
            defer { scope.source = saved }
            do { return try single.test(scope) } catch {
                try recover(error, single)
                return false
            }
        }
        return try session.evaluate(block, item: item, scope: scope).isTrue(session)
    }

    /// An error in a single expression is handled as in any block.
    private func recover(_ error: any Error, _ node: Node) throws {
        let block = BlockNode(node.range, [], traps: [])
        let saved = (scope.streams, scope.source)
        scope.streams = streams
        scope.source = self.block.syntax.source
        defer { (scope.streams, scope.source) = saved }
        let flow = try block.recover(from: error, at: (node as? BlockNode)?.statements.first ?? node, scope)
        if flow == .break || flow == .continue { throw Interrupt.loop(flow) }
    }
}

extension Session {
    /// A binary operator on two values, for commands that offer it by name.
    public func apply(_ op: BinaryOperator, _ a: Value, _ b: Value, caseSensitive: Bool = false, _ s: Scope) throws -> Value {
        let ignoreCase = !caseSensitive
        switch op {
        case .equal: return try Comparison.equal.apply(a, b, ignoreCase: ignoreCase, self)
        case .notEqual: return try Comparison.notEqual.apply(a, b, ignoreCase: ignoreCase, self)
        case .less: return try Comparison.less.apply(a, b, ignoreCase: ignoreCase, self)
        case .lessOrEqual: return try Comparison.lessOrEqual.apply(a, b, ignoreCase: ignoreCase, self)
        case .greater: return try Comparison.greater.apply(a, b, ignoreCase: ignoreCase, self)
        case .greaterOrEqual: return try Comparison.greaterOrEqual.apply(a, b, ignoreCase: ignoreCase, self)
        case .add: return try Arithmetic.add.apply(a, b, self)
        case .subtract: return try Arithmetic.subtract.apply(a, b, self)
        default: return try TextOperators.apply(op, a, b, ignoreCase: ignoreCase, s)
        }
    }
}

extension Session {
    /// `$_` as commands set it around what they call.
    public var currentItem: Value {
        get { item.isMissing ? .null : item }
        set { item = newValue }
    }
    public var isInsideTry: Bool { tryDepth > 0 }

    /// The output of a block whose errors are the caller's to handle, not to be shown.
    public func evaluateQuietly(_ block: ScriptBlock, item: Value, scope: Scope) throws -> Value {
        tryDepth += 1
        defer { tryDepth -= 1 }
        return try evaluate(block, item: item, scope: scope)
    }
}

extension Session {
    /// The version of `Set-StrictMode` in force for a scope, 0 for none.
    public func strictModeVersion(_ scope: Scope) -> Int { strictMode(scope) }
    /// A type by name as a script writes it, without brackets.
    public func findType(_ name: String) -> TypeInfo? { TypeResolver.find(name, self) }
}
