// A pipeline that is driven step by step from outside: begin, one object after another, end.

import Diagnostics

/// `{ command }.GetSteppablePipeline()`.
public final class SteppablePipeline: Box, @unchecked Sendable {
    private let elements: [ElementNode]
    private let block: ScriptBlock
    private let scope: Scope
    private var stages: [Stage] = []
    private var redirected: [Redirected] = []
    private var collected = Collector()
    /// Where the output goes while a command drives this; else the methods give it back.
    private weak var driver: Invocation?
    private var expectsInput = false

    public override var type: TypeInfo { SteppablePipeline.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.SteppablePipeline", base: .object, interfaces: [.iDisposable])

    /// - Throws: `CanConvertOneOnly` for a block that is not one pipeline of commands.
    public init(_ block: ScriptBlock, in scope: Scope) throws {
        self.block = block
        self.scope = scope
        let code = block.code(inside: scope.layout)
        guard code.begin == nil, code.process == nil, let statements = code.end?.statements, statements.count == 1 else { throw SteppablePipeline.refusal }
        if let command = statements[0] as? CommandNode {
            elements = [.command(command)]
        } else if let pipeline = statements[0] as? PipelineNode {
            for element in pipeline.elements { if case .expression = element { throw SteppablePipeline.refusal } }
            elements = pipeline.elements
        } else {
            throw SteppablePipeline.refusal
        }
        super.init()
    }
    private static var refusal: ShellError {
        ShellError("CanConvertOneOnly", Messages.notOnePipeline, type: "PSInvalidOperationException", category: .invalidOperation)
    }

    private func atHome<T>(_ body: () throws -> T) rethrows -> T {
        let saved = (scope.source, scope.position)
        scope.source = block.syntax.source
        defer { (scope.source, scope.position) = saved }
        return try body()
    }

    /// What has come out since last asked, unless a command takes it.
    private func taken() -> Value {
        let value = collected.result
        collected.removeAll()
        return value
    }

    public func begin(expectingInput: Bool, driver: Invocation?) throws -> Value {
        self.driver = driver
        expectsInput = expectingInput
        try atHome {
            var sink: Sink = ClosureSink { [unowned self] value in
                if let driver = self.driver { try driver.output.write(value) } else { try self.collected.write(value) }
            }
            for i in elements.indices.reversed() {
                guard case .command(let node) = elements[i] else { continue }
                let redirection = try Redirected(node.redirections, scope, output: sink, streams: driver?.streams ?? scope.streams)
                if let redirection { redirected.append(redirection) }
                let builder = StageBuilder(
                    node: node, s: scope, output: redirection?.output ?? sink, streams: redirection?.streams ?? driver?.streams ?? scope.streams, position: i,
                    count: elements.count)
                let stage = try builder.stage(nil, expectingInput: i > 0 || expectingInput)
                stages.insert(stage, at: 0)
                sink = stage
            }
            for stage in stages { try stage.beginOnce() }
        }
        return taken()
    }

    /// - Parameter value: nil where there is no input.
    public func process(_ value: Value?) throws -> Value {
        guard let first = stages.first else { throw SteppablePipeline.refusal }
        do {
            try atHome {
                if let value, expectsInput {
                    try first.write(value)
                } else if let command = first as? CommandStage {
                    try command.processOnce()
                } else if let function = first as? FunctionStage {
                    try function.processOnce()
                }
            }
        } catch Interrupt.stopUpstream(let id) where driver != nil && stages.contains(where: { ObjectIdentifier($0) == id }) {
            // What has enough here has enough of what feeds the command that drives it.
            try driver?.stopUpstream()
        }
        return taken()
    }

    public func end() throws -> Value {
        try atHome { for stage in stages { try stage.end() } }
        clean()
        return taken()
    }

    public func clean() {
        for stage in stages { stage.clean() }
        for one in redirected { one.finish() }
        stages = []
        redirected = []
    }
}
