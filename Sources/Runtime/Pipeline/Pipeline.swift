// A pipeline under way: its stages are made from the last to the first, begun from the first to the last, fed, ended.

import Diagnostics
import Syntax

/// An element of a pipeline as compiled.
enum ElementNode {
    case command(CommandNode)
    case expression(Node, [RedirectionNode])
}

final class PipelineNode: StatementNode {
    let elements: [ElementNode]
    init(_ range: SourceRange, _ elements: [ElementNode]) {
        self.elements = elements
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow { try Pipeline(elements, s, output: s.output, streams: s.streams, first: nil).run() }
}

struct Pipeline {
    private let elements: [ElementNode]
    private let s: Scope
    private let output: Sink
    private let streams: Streams
    private let first: CommandInfo?

    init(_ elements: [ElementNode], _ s: Scope, output: Sink, streams: Streams, first: CommandInfo?) {
        self.elements = elements
        self.s = s
        self.output = output
        self.streams = streams
        self.first = first
    }

    func run() throws -> Flow {
        let session = s.session
        try session.checkBetweenStatements()
        var stages: [Stage] = []
        var finishers: [Redirected] = []
        var source: (Node, [RedirectionNode])?
        var sink = output
        session.lastSucceeded = true
        var failed = false
        do {
            var i = elements.count - 1
            while i >= 0 {
                switch elements[i] {
                case .expression(let node, let redirections): source = (node, redirections)
                case .command(let node):
                    let redirected = try Redirected(node.redirections, s, output: sink, streams: streams)
                    if let redirected { finishers.append(redirected) }
                    // A value at the head is no command.
                    let values = if case .expression = elements[0] { 1 } else { 0 }
                    let builder = StageBuilder(
                        node: node, s: s, output: redirected?.output ?? sink, streams: redirected?.streams ?? streams, position: i - values,
                        count: elements.count - values)
                    let stage = try builder.stage(i == 0 ? first : nil, expectingInput: i > 0)
                    stages.insert(stage, at: 0)
                    sink = stage
                }
                i -= 1
            }
            defer { for redirected in finishers { redirected.finish() } }
            do { failed = try feed(stages, source, sink) } catch let failure as ShellError {
                // What ends a command is an error of its `-ErrorVariable` too.
                for stage in stages {
                    let run = (stage as? CommandStage)?.run ?? (stage as? FunctionStage)?.scope.run
                    guard let list = run?.errorList, !list.elements.contains(where: { $0.object === failure.record }) else { continue }
                    list.elements.append(.object(failure.record))
                }
                throw failure
            }
        }
        let bad = stages.contains { ($0 as? CommandStage)?.run.hadErrors == true || ($0 as? FunctionStage)?.scope.run?.hadErrors == true }
        if (stages.last as? FunctionStage)?.hasExited == true { return .next }
        if !(stages.last is NativeStage) { session.lastSucceeded = !(bad || failed) }
        return .next
    }

    /// Begins, feeds and ends the stages. A stage that has enough stops those before it; the rest still end.
    private func feed(_ stages: [Stage], _ source: (Node, [RedirectionNode])?, _ sink: Sink) throws -> Bool {
        defer { for stage in stages { stage.clean() } }
        var live = 0
        do {
            for stage in stages { try stage.beginOnce() }
            if let (node, redirections) = source {
                try push(node, redirections, into: sink)
            } else if let only = stages.first {
                try start(only)
            }
        } catch Interrupt.stopUpstream(let id) {
            live = try place(of: id, in: stages)
        } catch let failure as ShellError {
            failure.record.isFromPipeline = true
            throw failure
        }
        while live < stages.count {
            do {
                try stages[live].end()
                live += 1
            } catch Interrupt.stopUpstream(let id) {
                live = max(live + 1, try place(of: id, in: stages))
            }
        }
        return false
    }

    private func start(_ stage: Stage) throws {
        if let command = stage as? CommandStage {
            try command.processOnce()
        } else if let function = stage as? FunctionStage {
            try function.processOnce()
        }
    }

    private func place(of id: ObjectIdentifier, in stages: [Stage]) throws -> Int {
        guard let index = stages.firstIndex(where: { ObjectIdentifier($0) == id }) else { throw Interrupt.stopUpstream(id) }
        return index
    }

    private func push(_ node: Node, _ redirections: [RedirectionNode], into sink: Sink) throws {
        let session = s.session
        if let range = node as? RangeNode, redirections.isEmpty, let bounds = try range.bounds(s) {
            let step = bounds.first <= bounds.last ? 1 : -1
            for i in stride(from: bounds.first, through: bounds.last, by: step) {
                try session.checkCancelled()
                try sink.write(.int(Int32(truncatingIfNeeded: i)))
            }
            return
        }
        let value = try node.evaluate(s)
        guard let elements = try session.elements(of: value) else { return try sink.write(value) }
        for element in elements {
            try session.checkCancelled()
            try sink.write(element)
        }
    }
}

extension FunctionStage {
    /// Without pipeline input the process block runs once, with `$_` as null.
    func processOnce() throws {
        guard let process = code.process ?? (isFilter ? code.end : nil) else { return }
        let session = scope.session
        let saved = (session.item, session.scope)
        session.item = isFilter ? session.item : .null
        session.scope = scope
        defer { (session.item, session.scope) = saved }
        try runProcess(process)
    }
}

/// Makes the stage of one command.
struct StageBuilder {
    let node: CommandNode
    let s: Scope
    let output: Sink
    let streams: Streams
    let position: Int
    let count: Int

    func stage(_ known: CommandInfo?, expectingInput: Bool) throws -> Stage {
        let command = try known ?? node.resolve(s)
        let session = s.session
        if let application = command as? ApplicationInfo {
            if let form = session.surroundings.objectText, try NativeArguments.holdBlock(node, s) {
                let arguments = try NativeArguments.make(forShell: node, s, form, expectingInput: expectingInput)
                return try NativeStage(
                    path: application.path, name: node.name ?? application.name, arguments: arguments, s, output: output, streams: streams,
                    expectingInput: expectingInput, form: form)
            }
            return try NativeStage(
                path: application.path, name: node.name ?? application.name, arguments: NativeArguments.make(node, s), s, output: output, streams: streams,
                expectingInput: expectingInput)
        }
        let info = InvocationInfo(
            command: command, invocationName: node.invocationName, source: s.currentSource,
            range: node.range)
        info.pipelineLength = count
        info.pipelinePosition = position + 1
        info.expectingInput = expectingInput
        // What fails while arguments are worked out is no failure of the command.
        var arguments = try node.evaluateArguments(s)
        do {
            var command = command
            var s = s
            if let target = command as? ModuleTarget {
                command = try target.command(&arguments, session)
                if command is CmdletInfo, let home = target.module.scope { s = home }
                if node.invocation == .dot, let home = target.module.scope, let block = (command as? BlockCommand)?.block {
                    return DottedStage(block, arguments, scope: home, command: command, expectsInput: expectingInput, output: output, streams: streams)
                }
            }
            if let cmdlet = command as? CmdletInfo { return try commandStage(cmdlet, arguments, info, s, expectingInput: expectingInput) }
            if let function = command as? FunctionInfo {
                return try functionStage(function.block, isFilter: function.isFilter, command, arguments, info, expectingInput: expectingInput)
            }
            if let script = command as? ScriptInfo {
                return try functionStage(script.block, isFilter: false, command, arguments, info, expectingInput: expectingInput)
            }
            if let block = command as? BlockCommand {
                return try functionStage(block.block, isFilter: block.block.isFilter, command, arguments, info, expectingInput: expectingInput)
            }
        } catch let failure as ShellError {
            if failure.record.invocation == nil { failure.record.invocation = info }
            throw failure
        }
        throw session.commandNotFound(command.name)
    }

    private func commandStage(_ cmdlet: CmdletInfo, _ arguments: CallArguments, _ info: InvocationInfo, _ s: Scope, expectingInput: Bool) throws -> Stage {
        let session = s.session
        let table = cmdlet.declaration.parameters
        let plan = try node.plan(arguments, table, cmdlet, session)
        let run = Invocation(
            session: session, command: cmdlet, scope: s, info: info, output: output, streams: streams,
            values: Array(repeating: .missing, count: table.parameters.count))
        run.hasPipelineInput = expectingInput
        let binding = CommandBinding(plan: plan, table: table, command: cmdlet, session: session)
        try binding.bindArguments(arguments.values, run)
        try binding.checkMandatory(run, expectingInput: expectingInput)
        if let tracer = session.tracer { try traceBinding(cmdlet.name, run, table, tracer) }
        run.preferences = try CommonParameterReader.read(run, table)
        try CommonParameterReader.apply(run, s)
        if !binding.warnings.isEmpty { try binding.warn(run) }
        return CommandStage(command: cmdlet.command.init(), run: run, binding: binding)
    }

    /// What `Trace-Command` shows of a call.
    private func traceBinding(_ name: String, _ run: Invocation, _ table: ParameterTable, _ tracer: (String, String) throws -> Void) throws {
        try tracer("CommandDiscovery", "Cmdlet found: \(name)")
        try tracer("ParameterBinding", "BIND cmd line args [\(name)]")
        for (parameter, value) in zip(table.parameters, run.values) where !value.isMissing {
            let text = try value.toText(s.session)
            try tracer("ParameterBinding", "BIND arg [\(text)] to parameter [\(parameter.name)]")
            try tracer("ParameterBinding", "BIND arg [\(text)] to param [\(parameter.name)] SUCCESSFUL")
        }
        try tracer("ParameterBinding", "MANDATORY PARAMETER CHECK on cmdlet [\(name)]")
    }

    private func functionStage(
        _ block: ScriptBlock, isFilter: Bool, _ command: CommandInfo, _ arguments: CallArguments, _ info: InvocationInfo, expectingInput: Bool
    ) throws -> Stage {
        let session = s.session
        try session.checkDepth()
        if node.invocation == .dot {
            let scope = session.dottedScope(block, s)
            return DottedStage(block, arguments, scope: scope, command: command, expectsInput: expectingInput, output: output, streams: streams)
        }
        let code = block.code
        if let dynamic = code.dynamicParameters {
            return try dynamicStage(block, dynamic, isFilter: isFilter, command, arguments, info, expectingInput: expectingInput)
        }
        let table = code.parameters
        let plan = try node.plan(arguments, table, command, session)
        guard table.isAdvanced else {
            let scope = try Call.enter(block, code, command, plan, arguments, s, output: output, streams: streams, callSite: node)
            scope.invocation = info
            return FunctionStage(scope: scope, code: code, isFilter: isFilter, command: command, binding: nil)
        }
        let scope = session.makeScope(block, code, command, caller: s, output: output, streams: streams, callSite: node)
        return try bound(plan, table, in: scope, isFilter: isFilter, command, arguments, info, expectingInput: expectingInput)
    }

    /// A function whose parameters are known only now.
    private func dynamicStage(
        _ block: ScriptBlock, _ dynamic: BlockNode, isFilter: Bool, _ command: CommandInfo, _ arguments: CallArguments, _ info: InvocationInfo,
        expectingInput: Bool
    ) throws -> Stage {
        let session = s.session
        let code = block.code
        let scope = session.makeScope(block, code, command, caller: s, output: output, streams: streams, callSite: node)
        scope.invocation = info
        let (table, made) = try DynamicParameters.table(code, dynamic, arguments, command, in: scope, session)
        let plan = try Binder.plan(arguments, table, command: command, session)
        return try bound(plan, table, in: scope, isFilter: isFilter, command, arguments, info, expectingInput: expectingInput, dynamic: made)
    }

    private func bound(
        _ plan: BindingPlan, _ table: ParameterTable, in scope: Scope, isFilter: Bool, _ command: CommandInfo, _ arguments: CallArguments,
        _ info: InvocationInfo,
        expectingInput: Bool, dynamic: [DynamicParameter] = []
    ) throws -> Stage {
        let session = s.session
        guard let code = scope.block?.code else { throw session.commandNotFound(command.name) }
        scope.invocation = info
        let run = Invocation(
            session: session, command: command, scope: scope, info: info, output: output, streams: streams,
            values: Array(repeating: .missing, count: table.parameters.count), table: table)
        run.hasPipelineInput = expectingInput
        scope.run = run
        let binding = CommandBinding(plan: plan, table: table, command: command, session: session)
        let stage = FunctionStage(scope: scope, code: code, isFilter: isFilter, command: command, binding: binding)
        run.stage = stage
        try binding.bindArguments(arguments.values, run)
        try binding.checkMandatory(run, expectingInput: expectingInput)
        DynamicParameters.tell(dynamic, run, table)
        run.preferences = try CommonParameterReader.read(run, table)
        try CommonParameterReader.apply(run, s)
        if !binding.warnings.isEmpty { try binding.warn(run) }
        try CommonParameterReader.giveToScope(run, scope)
        binding.move(run, into: scope)
        try Call.fillDefaults(scope, code, command)
        return stage
    }
}

/// `. block` in a pipeline: runs in the caller's scope with what came as `$input`.
final class DottedStage: Stage {
    private let block: ScriptBlock
    private let arguments: CallArguments
    private let scope: Scope
    private let command: CommandInfo
    private let output: Sink
    private let streams: Streams
    private let expectsInput: Bool
    private var input: [Value] = []
    init(_ block: ScriptBlock, _ arguments: CallArguments, scope: Scope, command: CommandInfo, expectsInput: Bool, output: Sink, streams: Streams) {
        self.block = block
        self.arguments = arguments
        self.scope = scope
        self.command = command
        self.expectsInput = expectsInput
        self.output = output
        self.streams = streams
    }
    override func write(_ value: Value) throws { input.append(value) }
    override func end() throws {
        let saved = scope.input
        scope.input = input
        defer { scope.input = saved }
        _ = try scope.session.runDotted(block, arguments, scope, output: output, streams: streams, command: command, items: expectsInput ? input : nil)
    }
}
