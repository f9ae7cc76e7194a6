// One use of a command: its bound parameters, its streams, and what it may ask of the session.

import Diagnostics

public final class Invocation: Box, @unchecked Sendable {
    public let session: Session
    public let command: CommandInfo
    /// The scope the command was called from: script blocks given to it run there.
    public let scope: Scope
    public let info: InvocationInfo
    public var output: Sink
    public var streams: Streams
    let table: ParameterTable?
    public var parameterTable: ParameterTable? { table }
    /// Bound values by parameter index; `.missing` where not given.
    public internal(set) var values: [Value]
    /// The object being processed; `.missing` if there is no pipeline input.
    public internal(set) var input: Value = .missing
    public internal(set) var parameterSet: String = ""
    /// True if the command stands after a `|`.
    public internal(set) var hasPipelineInput = false
    var preferences = Preferences()
    /// The stage this runs in, for stopping what is upstream.
    weak var stage: Stage?
    var hadErrors = false
    /// What `-ErrorVariable` of this very call collects in.
    var errorList: ListObject?
    /// The answer "to all" to a confirmation, once given.
    var confirmsAll: Bool?

    init(
        session: Session, command: CommandInfo, scope: Scope, info: InvocationInfo, output: Sink, streams: Streams, values: [Value],
        table: ParameterTable? = nil
    ) {
        self.session = session; self.command = command; self.scope = scope; self.info = info
        self.table = table ?? command.parameters
        self.output = output; self.streams = streams; self.values = values
    }
    public override var type: TypeInfo { Invocation.typeInfo }
    public static let cmdletType = TypeInfo(
        "System.Management.Automation.PSCmdlet", base: TypeInfo("System.Management.Automation.Cmdlet", base: .object))
    public static let typeInfo = TypeInfo("System.Management.Automation.PSScriptCmdlet", base: cmdletType)

    // MARK: Parameters

    /// The argument of a parameter, or nil if it was not given and has no default.
    public subscript<T: ParameterType>(parameter: Parameter<T>) -> T? {
        let value = value(parameter.info)
        if value.isMissing { return parameter.info.defaultValue.flatMap { T.read($0) } }
        return T.read(value)
    }
    public subscript<T: ParameterType>(parameter: Parameter<T>, default fallback: T) -> T { self[parameter] ?? fallback }
    /// True if the switch is on.
    public func has(_ parameter: Parameter<Bool>) -> Bool { self[parameter] ?? false }
    /// True if the parameter was given (also as `$null` or `:$false`).
    public func isBound(_ parameter: some AnyParameter) -> Bool { !value(parameter.info).isMissing }
    /// The raw argument, `.missing` if none.
    public func raw(_ parameter: some AnyParameter) -> Value { value(parameter.info) }
    private func value(_ info: ParameterInfo) -> Value {
        guard let index = table?.index(of: info), index >= 0 else { return .missing }
        return values[index]
    }

    // MARK: Writing

    @inlinable public func write(_ value: Value) throws { try output.write(value) }
    public func writeEnumerated(_ value: Value) throws { try output.writeEnumerated(value, session) }

    /// A non-terminating error; stops if the preference says so.
    public func writeError(_ record: ErrorRecord) throws {
        if record.invocation == nil { record.invocation = info }
        hadErrors = true
        try session.report(record, streams: streams, preferences: preferences, scope: scope)
    }
    public func writeError(_ id: String, _ message: String, type: String = "System.Exception", category: ErrorCategory = .notSpecified, target: Value = .null)
        throws
    {
        try writeError(ErrorRecord(ExceptionObject(type, message), id: id, category: category, target: target))
    }
    /// An error that ends this command: throw what this gives.
    public func failure(_ id: String, _ message: String, type: String = "System.Exception", category: ErrorCategory = .notSpecified, target: Value = .null)
        -> ShellError
    {
        let error = ShellError(id, message, type: type, category: category, target: target)
        error.record.invocation = info
        return error
    }
    public func writeWarning(_ message: String) throws {
        try write(message, .warning)
    }
    public func writeVerbose(_ message: String) throws {
        try write(message, .verbose)
    }
    public func writeDebug(_ message: String) throws {
        try write(message, .debug)
    }
    private func write(_ message: String, _ stream: Streams.Kind) throws {
        let record = StreamRecord(stream, .text(message))
        // What writes messages for others speaks for who called it.
        record.invocation = command.name.hasPrefix("Write-") ? callerInfo ?? info : info
        try session.writeRecord(record, streams: streams, preferences: preferences, scope: scope)
    }
    public func writeInformation(_ record: StreamRecord) throws {
        record.time = session.localNow
        record.source = (callerInfo ?? info)?.source?.path ?? command.name
        try session.writeRecord(record, streams: streams, preferences: preferences, scope: scope)
    }

    // MARK: Asking

    /// `-WhatIf` and `-Confirm`: true if the change is to be made.
    public func shouldProcess(_ target: String, _ action: String? = nil) throws -> Bool {
        try session.shouldProcess(self, target: target, action: action ?? command.name)
    }
    /// True under `-WhatIf`.
    /// True if the call itself says `-WhatIf` or `-Confirm`.
    public var isWhatIfGiven: Bool { preferences.whatIf == true || preferences.confirm == true }
    public var isWhatIf: Bool { preferences.whatIf ?? session.flag("WhatIfPreference", in: scope) }

    /// Ends the pipeline before this command without error: it has enough.
    public func stopUpstream() throws -> Never {
        guard let stage else { throw Interrupt.cancelled }
        throw Interrupt.stopUpstream(ObjectIdentifier(stage))
    }

    /// Runs a script block where the command was called, with `$_` set, and hands each output on.
    public func run(_ block: ScriptBlock, item: Value? = nil, arguments: [Value] = [], into sink: Sink) throws {
        try session.runInline(block, item: item, arguments: arguments, scope: scope, output: sink, streams: streams)
    }
    /// The same, with the output as a value: nothing, one, or an array.
    public func evaluate(_ block: ScriptBlock, item: Value? = nil, arguments: [Value] = []) throws -> Value {
        let collector = Collector()
        try run(block, item: item, arguments: arguments, into: collector)
        return collector.result
    }
}

/// The common parameters of one call; nil where not given.
public struct Preferences {
    var errorAction: Int64?
    var warningAction: Int64?
    var informationAction: Int64?
    var progressAction: Int64?
    var verbose: Bool?
    var debug: Bool?
    var whatIf: Bool?
    var confirm: Bool?
    var errorVariable: String?
    var warningVariable: String?
    var informationVariable: String?
    var outVariable: String?
    var pipelineVariable: String?
    /// For messages that were let through elsewhere.
    static var showingAll: Preferences {
        var all = Preferences()
        (all.verbose, all.debug) = (true, true)
        return all
    }
    var isEmpty: Bool {
        errorAction == nil && warningAction == nil && informationAction == nil && progressAction == nil && verbose == nil && debug == nil && whatIf == nil
            && confirm == nil
            && errorVariable == nil && warningVariable == nil && informationVariable == nil && outVariable == nil && pipelineVariable == nil
    }
}

/// The numbers of `ActionPreference`.
public enum ActionPreference {
    public static let silentlyContinue: Int64 = 0, stop: Int64 = 1, `continue`: Int64 = 2, inquire: Int64 = 3, ignore: Int64 = 4, suspend: Int64 = 5,
        `break`: Int64 = 6
}
