// Running code for others: script blocks for commands, whole texts for the prompt and `-Command`, closures and events.

import Diagnostics
import Scalars
import Syntax

extension Session {
    /// A scope for calling a block: its parent is the caller, or its own module.
    func makeScope(_ block: ScriptBlock, _ code: CompiledBlock, _ command: CommandInfo, caller: Scope, output: Sink, streams: Streams, callSite: Node?) -> Scope
    {
        let scope = Scope(
            self, layout: code.layout, parent: homeScope(of: block, caller), kind: command is ScriptInfo ? .script : .function, output: output,
            streams: streams, module: block.module
        )
        scope.caller = caller
        scope.command = command
        scope.block = block
        scope.callSite = callSite
        scope.source = block.syntax.source
        return scope
    }

    /// The scope that `. file` and `. block` use: the caller's own, or where the code stands that the block belongs to.
    func dottedScope(_ block: ScriptBlock, _ s: Scope) -> Scope { homeScope(of: block, s) }

    /// Runs a block in a scope that is there already, as `ForEach-Object` does with its block.
    public func runInline(_ block: ScriptBlock, item: Value? = nil, arguments: [Value] = [], scope s: Scope, output: Sink, streams: Streams) throws {
        try checkDepth()
        if block.module !== s.module, block.syntax.parameters == nil {
            let home = homeScope(of: block, s)
            if home.module === block.module { return try runInline(block, item: item, arguments: arguments, scope: home, output: output, streams: streams) }
        }
        if block.module !== s.module || block.syntax.parameters != nil {
            let flow = try invoke(block, arguments: arguments, item: item, input: nil, caller: s, output: output, streams: streams)
            if flow == .break || flow == .continue { throw Interrupt.loop(flow) }
            return
        }
        let code = block.code(inside: s.layout)
        // The position too: it does not keep its node alive, and the block may be gone after this.
        let saved = (s.output, s.streams, self.item, self.scope, s.source, s.position)
        s.output = output
        s.streams = streams
        s.source = block.syntax.source
        if let item { self.item = item }
        self.scope = s
        let savedArguments = s.arguments
        if !arguments.isEmpty { s.arguments = arguments }
        defer {
            (s.output, s.streams, self.item, self.scope, s.source, s.position) = saved
            if !arguments.isEmpty { s.arguments = savedArguments }
        }
        for part in [code.begin, code.process, code.end] {
            guard let part else { continue }
            let flow = try part.run(s)
            if flow == .return { return }
            if flow != .next { throw Interrupt.loop(flow) }
        }
    }

    /// The output of a block run in a scope that is there, as a value.
    public func evaluate(_ block: ScriptBlock, item: Value? = nil, arguments: [Value] = [], scope: Scope) throws -> Value {
        let collector = Collector()
        try runInline(block, item: item, arguments: arguments, scope: scope, output: collector, streams: scope.streams)
        return collector.result
    }

    /// Calls a block in a scope of its own.
    @discardableResult
    public func invoke(
        _ block: ScriptBlock, arguments: [Value], item: Value? = nil, input: [Value]? = nil, this: Value = .missing, variables: [(String, Value)] = [],
        functions: [(String, ScriptBlock)] = [], caller: Scope, output: Sink, streams: Streams
    ) throws -> Flow {
        try checkDepth()
        let code = block.code
        let command = BlockCommand(block)
        var given = CallArguments()
        for argument in arguments {
            if let text = argument.asText, text.isParameterToken { given.append(name: String(text.string.dropFirst()), nil) } else { given.append(argument) }
        }
        let plan = try Binder.plan(given, code.parameters, command: command, self)
        let scope: Scope
        if code.parameters.isAdvanced {
            scope = makeScope(block, code, command, caller: caller, output: output, streams: streams, callSite: nil)
            let run = Invocation(
                session: self, command: command, scope: scope,
                info: InvocationInfo(command: command, invocationName: "", source: block.syntax.source, range: block.syntax.range), output: output,
                streams: streams, values: Array(repeating: .missing, count: code.parameters.parameters.count))
            scope.run = run
            let binding = CommandBinding(plan: plan, table: code.parameters, command: command, session: self)
            try binding.bindArguments(given.values, run)
            try binding.checkMandatory(run, expectingInput: input != nil)
            binding.move(run, into: scope)
            try Call.fillDefaults(scope, code, command)
        } else {
            scope = try Call.enter(block, code, command, plan, given, caller, output: output, streams: streams, callSite: nil)
        }
        scope.this = this
        for (name, value) in variables { scope.makeStorage(symbols.symbol(name)).pointee = value }
        for (name, body) in functions { setFunction(FunctionInfo(name: name, block: body, isFilter: false), in: scope) }
        scope.input = input
        return try run(code, in: scope, item: item, input: input, isFilter: block.isFilter)
    }

    /// The blocks of a compiled block in order: process once for each input object.
    func run(_ code: CompiledBlock, in scope: Scope, item: Value?, input: [Value]?, isFilter: Bool) throws -> Flow {
        let saved = (self.item, self.scope)
        self.scope = scope
        if let item { self.item = item }
        defer { (self.item, self.scope) = saved }
        var flow = try code.begin?.run(scope) ?? .next
        if let process = code.process ?? (isFilter ? code.end : nil), flow == .next {
            if let input {
                for object in input {
                    self.item = object
                    flow = try process.run(scope)
                    if flow != .next { break }
                }
            } else {
                flow = try process.run(scope)
            }
        }
        if let end = code.end, !(isFilter && code.process == nil), flow == .next { flow = try end.run(scope) }
        return flow == .return ? .next : flow
    }

    /// Calls a block and gives its output as a value, as methods and properties of scripts do.
    public func call(
        _ block: ScriptBlock, arguments: [Value], this: Value = .missing, variables: [(String, Value)] = [], functions: [(String, ScriptBlock)] = [],
        asGetter: Bool = false
    ) throws -> Value {
        let collector = Collector()
        let savedDepth = tryDepth
        if asGetter { tryDepth += 1 }
        defer { tryDepth = savedDepth }
        try invoke(
            block, arguments: arguments, item: asGetter ? this : nil, this: this, variables: variables, functions: functions, caller: scope, output: collector,
            streams: scope.streams
        )
        return collector.result
    }

    /// Runs a block in the caller's scope with arguments: dot-sourcing.
    /// - Parameter items: what the pipeline brings, one object after the other for `process`.
    func runDotted(
        _ block: ScriptBlock, _ arguments: CallArguments, _ s: Scope, output: Sink, streams: Streams, command: CommandInfo, invokedAs name: String = ".",
        items: [Value]? = nil
    ) throws -> Flow {
        try checkDepth()
        let code = block.code(inside: s.layout)
        let saved = (s.output, s.streams, s.arguments, s.source, self.scope, s.position, item)
        s.output = output
        s.streams = streams
        s.source = block.syntax.source
        scope = s
        defer { (s.output, s.streams, s.arguments, s.source, self.scope, s.position, item) = saved }
        let caller = (s.invocation, s.command, s.boundParameters)
        if command is FunctionInfo {
            s.invocation = InvocationInfo(command: command, invocationName: ".", source: saved.3, range: saved.5?.range ?? SourceRange(0, 0))
        }
        if command is ScriptInfo {
            s.invocation = InvocationInfo(command: command, invocationName: name, source: saved.3, range: saved.5?.range ?? SourceRange(0, 0))
            s.command = command
        }
        defer { if command is ScriptInfo || command is FunctionInfo { (s.invocation, s.command, s.boundParameters) = caller } }
        let plan = try Binder.plan(arguments, code.parameters, command: command, self)
        let bound = TableObject(HashTable(.ignoringCase), type: Scope.boundParametersType)
        for parameter in code.parameters.parameters.prefix(code.parameterCount) {
            var value: Value = .missing
            if let move = plan.moves.first(where: { $0.parameter === parameter }) {
                value = try Binder.convert(move.argument < 0 ? .true : arguments.values[move.argument], for: parameter, command, self, isSimple: true)
                bound[parameter.name] = value
            } else if let node = parameter.defaultNode {
                value = try node.evaluate(s)
            } else {
                value = parameter.type.isValueType && parameter.hasWrittenType ? defaultValue(of: parameter.type) : .null
            }
            s.makeStorage(symbols.symbol(parameter.name)).pointee = value
            // `$_` is kept beside the variables.
            if parameter.name == "_" { item = value }
        }
        s.arguments = plan.rest.flatMap { arguments.rest($0) }
        if command is ScriptInfo || command is FunctionInfo { s.boundParameters = bound }
        if let begin = code.begin {
            let flow = try begin.run(s)
            if flow != .next { return flow }
        }
        let isFilter = (command as? FunctionInfo)?.isFilter == true && code.process == nil
        if let process = isFilter ? code.end : code.process {
            let fed = code.parameters.parameters.prefix(code.parameterCount).filter { $0.places.contains { $0.takesPipeline } }
            for one in items ?? [.missing] {
                if !one.isMissing {
                    item = one
                    s.input = [one]
                    for parameter in fed {
                        s.makeStorage(symbols.symbol(parameter.name)).pointee = try Binder.convert(one, for: parameter, command, self, isSimple: true)
                    }
                }
                let flow = try process.run(s)
                if flow == .break || flow == .continue { return flow }
            }
        }
        return isFilter ? .next : try code.end?.run(s) ?? .next
    }

    // MARK: Whole texts

    /// Parses and compiles a text; diagnostics become a `ParseException`.
    public func scriptBlock(_ text: String, path: String? = nil, module: ModuleInfo? = nil) throws -> ScriptBlock {
        let source = SourceText(text, path: path)
        let parsed = parse(source)
        if !parsed.diagnostics.isEmpty { throw parseFailure(parsed.diagnostics, source) }
        return ScriptBlock(parsed.root, session: self, module: module ?? scope.module)
    }

    /// The error for a text that cannot be read.
    public func parseFailure(_ diagnostics: [Diagnostic], _ source: SourceText) -> ShellError {
        let first = diagnostics[0]
        let exception = ExceptionObject("ParseException", Messages.parseFailure(diagnostics, source))
        exception.details["Errors"] = .object(ArrayObject(diagnostics.map { .object(ParseErrorObject($0, source)) }, elementType: ParseErrorObject.typeInfo))
        let record = ErrorRecord(exception, id: first.id, category: .parserError)
        record.source = source
        record.range = first.range
        return ShellError(record, endsScript: true)
    }

    /// Runs a block at the prompt's scope with its output formatted: one line of a session.
    /// - Returns: true if it succeeded (`$?`).
    /// - Throws: only `Interrupt`: errors are shown.
    public func runAtPrompt(_ block: ScriptBlock, arguments: [Value] = [], input: [Value]? = nil, output: FormattingSink? = nil) throws {
        let sink = output ?? surroundings.defaultOutput(self)
        screen = sink
        do {
            try runTop(block, output: sink, arguments: arguments, input: input)
        } catch {
            try sink.finish()
            throw error
        }
        try sink.finish()
    }

    /// Runs a block in the global scope; what is not caught is shown.
    public func runTop(_ block: ScriptBlock, output: FormattingSink, arguments: [Value] = [], input: [Value]? = nil) throws {
        if !block.syntax.usings.isEmpty { try preparedAtTop(block, output: output) }
        let code = block.code(inside: global.layout)
        let saved = (global.output, global.source, scope, global.position)
        global.output = output
        global.source = block.syntax.source
        scope = global
        defer { (global.output, global.source, scope, global.position) = saved }
        if let input { global.input = input }
        do {
            if block.syntax.parameters != nil || !arguments.isEmpty {
                var given = CallArguments()
                for argument in arguments { given.append(argument) }
                _ = try runDotted(block, given, global, output: output, streams: global.streams, command: BlockCommand(block))
                return
            }
            if let input, let process = code.process {
                if let begin = code.begin, try begin.run(global) != .next { return }
                for object in input {
                    item = object
                    if try process.run(global) != .next { return }
                }
                if let end = code.end { _ = try end.run(global) }
                return
            }
            for part in [code.begin, code.process, code.end] {
                if let part, try part.run(global) != .next { break }
            }
        } catch let failure as ShellError {
            try output.finish()
            lastSucceeded = false
            record(failure.record)
            try show(failure.record, streams: global.streams)
            throw TopLevelFailure()
        } catch Interrupt.loop {
        }
    }
}

extension Session {
    private func preparedAtTop(_ block: ScriptBlock, output: FormattingSink) throws {
        do { try ScriptPreparation.prepare(block, global, isFile: false) } catch let failure as ShellError {
            try output.finish()
            lastSucceeded = false
            record(failure.record)
            try show(failure.record, streams: global.streams)
            throw TopLevelFailure()
        }
    }
}

/// An error has reached the top and been shown; whoever started the text decides on the exit code.
public struct TopLevelFailure: Error {}

extension Session {
    /// Where code of a block's module, or of the session, stands now: in the nearest caller of the same module, else in the module's own scope.
    func homeScope(of block: ScriptBlock, _ caller: Scope) -> Scope {
        if block.module === caller.module { return caller }
        var scope: Scope? = caller.caller ?? caller.parent
        while let current = scope {
            if current.module === block.module { return current }
            scope = current.caller ?? current.parent
        }
        return block.module?.scope ?? global
    }
}

extension Scope {

    /// The source that the running statement's ranges speak of.
    var currentSource: SourceText? { source ?? parent?.currentSource }
}

/// `ParseError` as scripts see it.
public final class ParseErrorObject: Box, @unchecked Sendable {
    public let diagnostic: Diagnostic
    public let source: SourceText
    public init(_ diagnostic: Diagnostic, _ source: SourceText) { self.diagnostic = diagnostic; self.source = source }
    public override var type: TypeInfo { ParseErrorObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.Language.ParseError", base: .object)
    public override func describe(_ session: Session) throws -> String { diagnostic.message }
}

extension Session {
    /// Runs a script file as the process's work: own scope, `$args`, exit code.
    /// - Returns: 0, 1 after an error that nobody caught.
    /// - Throws: `Interrupt.exit` for `exit`.
    public func runScript(_ block: ScriptBlock, path: String, arguments: [String], input: [Value]? = nil) throws -> Int32 {
        let output = surroundings.defaultOutput(self)
        screen = output
        let saved = global.output
        global.output = output
        defer { global.output = saved }
        let command = ScriptInfo(path: path, block: block)
        var given = CallArguments()
        for argument in arguments { given.append(scriptArgument: argument) }
        do {
            try ScriptPreparation.prepare(block, global, isFile: true)
            let stage = try scriptStage(command, given, output)
            stage.isTopLevel = true
            try stage.begin()
            if let input { for object in input { try stage.write(object) } } else { try stage.processOnce() }
            try stage.end()
            stage.clean()
            try output.finish()
            return 0
        } catch let failure as ShellError {
            try output.finish()
            record(failure.record)
            lastSucceeded = false
            try show(failure.record, streams: global.streams)
            return 1
        } catch Interrupt.exit(let code) {
            try output.finish()
            throw Interrupt.exit(code)
        } catch Interrupt.loop {
            try output.finish()
            return 0
        }
    }

    private func scriptStage(_ command: ScriptInfo, _ given: CallArguments, _ output: Sink) throws -> FunctionStage {
        let block = command.block
        let code = block.code
        let plan = try Binder.plan(given, code.parameters, command: command, self)
        let scope = makeScope(block, code, command, caller: global, output: output, streams: global.streams, callSite: nil)
        guard code.parameters.isAdvanced else {
            let simple = try Call.enter(block, code, command, plan, given, global, output: output, streams: global.streams, callSite: nil)
            return FunctionStage(scope: simple, code: code, isFilter: false, command: command, binding: nil)
        }
        let info = InvocationInfo(command: command, invocationName: command.path, source: nil, range: SourceRange(0, 0))
        let run = Invocation(
            session: self, command: command, scope: scope, info: info, output: output, streams: global.streams,
            values: Array(repeating: .missing, count: code.parameters.parameters.count))
        scope.run = run
        let binding = CommandBinding(plan: plan, table: code.parameters, command: command, session: self)
        try binding.bindArguments(given.values, run)
        try binding.checkMandatory(run, expectingInput: false)
        run.preferences = try CommonParameterReader.read(run, code.parameters)
        try CommonParameterReader.giveToScope(run, scope)
        binding.move(run, into: scope)
        try Call.fillDefaults(scope, code, command)
        return FunctionStage(scope: scope, code: code, isFilter: false, command: command, binding: binding)
    }
}

extension CallArguments {
    /// An argument from the command line: `-Name`, `-Name:value` or text.
    mutating func append(scriptArgument text: String) {
        guard text.hasPrefix("-"), let first = text.dropFirst().unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
            return append(.text(text))
        }
        if let colon = text.firstIndex(of: ":") {
            let value = String(text[text.index(after: colon)...])
            let typed: Value =
                ["$true", "true"].contains { value.equalsIgnoringCase($0) }
                ? .true : ["$false", "false"].contains { value.equalsIgnoringCase($0) } ? .false : .text(value)
            append(name: String(text[text.index(after: text.startIndex)..<colon]), typed)
        } else {
            append(name: String(text.dropFirst()), nil)
        }
    }
}
