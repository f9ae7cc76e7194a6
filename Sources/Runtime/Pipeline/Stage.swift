// The stages of a pipeline: each takes what the one before pushes, and pushes on.

/// One command in a pipeline. `write` takes an input object.
class Stage: Sink {
    /// Before any input: what the command does first.
    func begin() throws {}
    /// True from the start of `begin`.
    final private(set) var hasBegun = false
    /// Begins unless an earlier stage already wrote something in its own `begin`, and by that began this one.
    @inline(__always) final func beginOnce() throws {
        if hasBegun { return }
        hasBegun = true
        try begin()
    }
    /// After all input.
    func end() throws {}
    /// In any case, last.
    func clean() {}
    /// Ends without error when this stage has enough; set by the pipeline.
    final var isStopped = false
}

/// A command written in Swift as a stage.
final class CommandStage: Stage {
    let command: any Command
    let run: Invocation
    let binding: CommandBinding

    init(command: any Command, run: Invocation, binding: CommandBinding) {
        self.command = command
        self.run = run
        self.binding = binding
        super.init()
        run.stage = self
    }

    override func begin() throws {
        try guarded { try command.begin(run) }
    }

    override func write(_ value: Value) throws {
        try beginOnce()
        let input = value.isAbsent ? Value.null : value
        do {
            if try !binding.bindInput(input, run) { return }
            run.input = input
            let session = run.session
            let saved = session.item
            defer { session.item = saved }
            try command.process(run)
        } catch let failure as ShellError {
            throw annotated(failure)
        }
    }

    /// Without pipeline input `process` runs once.
    func processOnce() throws {
        try guarded { try command.process(run) }
    }

    override func end() throws {
        try guarded { try command.end(run) }
    }

    override func clean() { if hasBegun { command.clean(run) } }

    private func guarded(_ body: () throws -> Void) throws {
        do { try body() } catch let failure as ShellError { throw annotated(failure) }
    }

    private func annotated(_ failure: ShellError) -> ShellError {
        if failure.record.invocation == nil, failure.record.source == nil { failure.record.invocation = run.info }
        if failure.record.invocation?.command == nil, failure.record.passedThrough == nil, !failure.record.isFromThrow {
            failure.record.passedThrough = run.command
        }
        return failure
    }
}

/// A function or script as a stage.
final class FunctionStage: Stage {
    let scope: Scope
    let code: CompiledBlock
    let isFilter: Bool
    let binding: CommandBinding?
    let command: CommandInfo
    private var collected: [Value] = []
    /// What `process` saw last: `end` still sees it.
    private var lastItem: Value?
    /// What the function leaves by `return` or `break` in a named block.
    var flow: Flow = .next

    init(scope: Scope, code: CompiledBlock, isFilter: Bool, command: CommandInfo, binding: CommandBinding?) {
        self.scope = scope
        self.code = code
        self.isFilter = isFilter
        self.command = command
        self.binding = binding
    }

    private var process: BlockNode? { code.process ?? (isFilter ? code.end : nil) }

    override func begin() throws {
        try run(code.begin)
    }

    override func write(_ value: Value) throws {
        try beginOnce()
        let input = value.isAbsent ? Value.null : value
        if let binding, let run = scope.run {
            if try !binding.bindInput(input, run) { return }
            binding.moveInput(run, into: scope)
        }
        guard let process else {
            collected.append(input)
            if let binding, code.end != nil, scope.run != nil { _ = binding }
            return
        }
        scope.input = [input]
        let session = scope.session
        let saved = session.item
        session.item = input
        lastItem = input
        defer { session.item = saved }
        try run(process)
    }

    override func end() throws {
        scope.input = process == nil ? collected : []
        if !isFilter || code.process != nil {
            let session = scope.session
            let saved = session.item
            if process == nil, let last = collected.last, scope.run != nil { session.item = last }
            if process != nil, let lastItem { session.item = lastItem }
            defer { session.item = saved }
            try run(code.end)
        }
    }

    override func clean() {
        guard hasBegun, let clean = code.clean else { return }
        let output = scope.output
        scope.output = NullSink()
        // An error in `clean` has nobody to go to but the error stream.
        do { _ = try enter { try clean.run(scope) } } catch let failure as ShellError {
            try? scope.session.report(failure.record, streams: scope.streams, preferences: Preferences(), scope: scope)
        } catch {}
        scope.output = output
    }

    func runProcess(_ block: BlockNode) throws { try run(block) }

    private func run(_ block: BlockNode?) throws {
        guard let block else { return }
        let result = try enter { try block.run(scope) }
        if result == .break || result == .continue { throw Interrupt.loop(result) }
    }

    /// The process's own script: `exit` is for the process.
    var isTopLevel = false
    /// The script ended by `exit`.
    private(set) var hasExited = false

    private func enter(_ body: () throws -> Flow) throws -> Flow {
        let session = scope.session
        let saved = session.scope
        session.scope = scope
        defer { session.scope = saved }
        guard command is ScriptInfo, !isTopLevel else { return try body() }
        if hasExited { return .return }
        do { return try body() } catch Interrupt.exit(let code) {
            hasExited = true
            session.lastExitCode = code
            session.lastSucceeded = code == 0
            return .return
        }
    }
}
