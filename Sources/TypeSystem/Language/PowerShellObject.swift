// `[powershell]`: commands put together piece by piece and run in a session of their own.

import Runtime
import Scalars

final class PowerShellObject: Box, @unchecked Sendable {
    /// One command of a pipeline.
    final class Element {
        let text: String
        let isScript: Bool
        let usesLocalScope: Bool
        var arguments: [Value] = []
        var parameters: [(String, Value?)] = []
        init(_ text: String, isScript: Bool, usesLocalScope: Bool) { self.text = text; self.isScript = isScript; self.usesLocalScope = usesLocalScope }
    }
    private(set) var statements: [[Element]] = [[]]
    private var ownRunspace: RunspaceObject?
    private let initial: InitialStateObject?
    private let maker: Session
    var pool: RunspacePoolObject?
    let instance = NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) }) ?? .empty
    private(set) var isDisposed = false
    private(set) var reason: Value = .null
    /// The runspace, made when it is first asked for or needed.
    var runspace: RunspaceObject {
        get {
            if let ownRunspace { return ownRunspace }
            let made = RunspaceObject(maker, initial ?? pool?.initial)
            made.open(maker)
            ownRunspace = made
            return made
        }
        set { ownRunspace = newValue }
    }
    private let current: Session?
    private(set) var streams: [String: ListObject] = [:]
    private(set) var hadErrors = false
    private(set) var state: Int64 = 0

    static let typeInfo = TypeInfo("System.Management.Automation.PowerShell", accelerator: "powershell", base: .object, interfaces: [.iDisposable])
    override var type: TypeInfo { PowerShellObject.typeInfo }

    /// - Parameter inCurrent: runs in the session itself.
    init(_ session: Session, inCurrent: Bool, _ initial: InitialStateObject? = nil) {
        maker = session
        self.initial = initial
        current = inCurrent ? session : nil
        super.init()
        for name in PowerShellObject.streamNames { streams[name] = ListObject([], type: PowerShellObject.streamList) }
    }
    static let streamNames = ["Error", "Progress", "Verbose", "Debug", "Warning", "Information"]
    static let stateType = TypeInfo.names(
        "System.Management.Automation.PSInvocationState", ["NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"])
    static let mode = TypeInfo.names("System.Management.Automation.RunspaceMode", ["CurrentRunspace", "NewRunspace"])
    private static let streamList = TypeInfo(
        "System.Management.Automation.PSDataCollection`1[[System.Management.Automation.PSObject]]", base: .object, interfaces: [.iList], code: .list,
        genericArguments: [.psObject])

    func clear() { statements = [[]] }
    func take(_ other: PowerShellObject) { statements = other.statements }
    private func add(_ element: Element) { statements[statements.count - 1].append(element) }
    private func last() throws -> Element {
        guard let element = statements.last?.last else {
            throw Refusals.invalid("A command is required to add a parameter. A command must be added to the PowerShell instance before adding a parameter.")
        }
        return element
    }

    /// A value as another session can use it: blocks belong to the session that runs them.
    static func moved(_ value: Value, _ session: Session) -> Value {
        guard let block = value.asScriptBlock else { return value }
        return .object(ScriptBlock(block.syntax, session: session, isFilter: block.isFilter))
    }

    // MARK: Running

    /// - Throws: what ends the commands, for a method call to wrap.
    func run(input: [Value]?) throws -> [Value] {
        if isDisposed {
            throw MethodFailure(
                "System.ObjectDisposedException", "Cannot access a disposed object.\nObject name: 'PowerShell'.", details: ["ObjectName": "PowerShell"])
        }
        guard statements.contains(where: { !$0.isEmpty }) else { throw Refusals.invalid("No commands are specified.") }
        let session = try current ?? runspace.session(maker)
        hadErrors = false
        reason = .null
        let sinks = Streams()
        var result: [Value] = []
        func keep(_ name: String) -> Sink { ClosureSink { [unowned self] value in self.streams[name]?.elements.append(value) } }
        sinks.error = ClosureSink { [unowned self] value in
            self.hadErrors = true
            self.streams["Error"]?.elements.append(value)
        }
        sinks.warning = keep("Warning"); sinks.verbose = keep("Verbose"); sinks.debug = keep("Debug"); sinks.information = keep("Information")
        state = 1
        let scope: Scope = session.global
        if session !== current { scope.takeStreams(sinks) }
        for statement in statements where !statement.isEmpty {
            let block = try session.scriptBlock(text(of: statement, input: input, session))
            do {
                try session.runInline(block, scope: scope, output: ClosureSink { result.append($0) }, streams: sinks)
            } catch let failure as ShellError {
                hadErrors = true
                state = 5
                reason = .object(failure.record.exception)
                throw MethodFailure(failure.record.exception)
            } catch Interrupt.exit { break }
        }
        state = 4
        return result
    }

    /// The pipeline as text; what its commands are given stands in variables.
    private func text(of elements: [Element], input: [Value]?, _ session: Session) throws -> String {
        var pieces: [String] = []
        func hold(_ name: String, _ value: Value) throws { try session.setVariable(name, value, in: session.global) }
        if let input {
            try hold("__input", .array(input.map { PowerShellObject.moved($0, session) }))
            pieces.append("$__input")
        }
        for (i, element) in elements.enumerated() {
            var piece: String
            if element.isScript {
                try hold("__block\(i)", .object(session.scriptBlock(element.text)))
                piece = (element.usesLocalScope || elements.count > 1 || input != nil ? "& " : ". ") + "$__block\(i)"
            } else {
                piece = "& '" + element.text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
            }
            for (j, value) in element.arguments.enumerated() {
                try hold("__argument\(i)_\(j)", PowerShellObject.moved(value, session))
                piece += " $__argument\(i)_\(j)"
            }
            for (j, parameter) in element.parameters.enumerated() {
                piece += " -" + parameter.0
                guard let value = parameter.1 else { continue }
                try hold("__value\(i)_\(j)", PowerShellObject.moved(value, session))
                piece += ":$__value\(i)_\(j)"
            }
            pieces.append(piece)
        }
        return pieces.joined(separator: " | ")
    }

    // MARK: Members

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> PowerShellObject {
            guard let object = value.object as? PowerShellObject else { throw Refusals.null("this") }
            return object
        }
        @Sendable func collection(_ values: [Value]) -> Value { .object(ListObject(values, type: Intrinsics.collectionType)) }
        /// One thread runs everything: what is begun is done, and its failure waits until somebody asks for the result.
        @Sendable func begun(_ object: PowerShellObject, _ input: [Value]?, into output: ListObject? = nil) throws -> Value {
            var result: [Value] = [], failure: Value = .null
            do { result = try object.run(input: input) } catch let refused as MethodFailure { failure = .object(refused.exception) }
            if let output {
                output.elements += result
                result = []
            }
            return .object(
                ValuesObject(asyncResult, [("IsCompleted", .true), ("CompletedSynchronously", .true), ("Result", collection(result)), ("Failure", failure)]))
        }
        @Sendable func script(_ t: Value, _ text: String, local: Bool) throws -> Value {
            try own(t).add(Element(text, isScript: true, usesLocalScope: local))
            return t
        }
        return MemberTable(
            properties: [
                Property(
                    "Commands", .object,
                    get: { t, session in
                        .object(CommandsObject(try own(t)))
                    }, set: { t, value, _ in if let other = value.object as? CommandsObject { try own(t).statements = other.owner.statements } }),
                Property(
                    "Streams", .object,
                    get: { t, session in
                        .object(StreamsObject(try own(t)))
                    }), Property("InstanceId", GuidObject.typeInfo, get: { t, _ in .object(GuidObject(try own(t).instance)) }),
                Property("IsNested", .bool, get: { _, _ in false }), Property("IsRunspaceOwner", .bool, get: { t, _ in .bool(try own(t).ownRunspace == nil) }),
                Property("HistoryString", .string, get: { _, _ in "" }, set: { _, _, _ in }),
                Property(
                    "RunspacePool", RunspacePoolObject.typeInfo, get: { t, _ in try own(t).pool.map { .object($0) } ?? .null },
                    set: { t, value, _ in try own(t).pool = value.object as? RunspacePoolObject }),
                Property("HadErrors", .bool, get: { t, _ in .bool(try own(t).hadErrors) }),
                Property(
                    "Runspace", RunspaceObject.typeInfo, get: { t, _ in .object(try own(t).runspace) },
                    set: { t, value, _ in if let runspace = value.object as? RunspaceObject { try own(t).runspace = runspace } }),
                Property(
                    "InvocationStateInfo", .object,
                    get: { t, session in
                        session.record(
                            [("State", .object(EnumerationObject(stateType, try own(t).state))), ("Reason", try own(t).reason)],
                            typeName: "System.Management.Automation.PSInvocationStateInfo")
                    }),
            ],
            methods: [
                Method(
                    "AddScript",
                    [
                        Overload([.text("script")], returns: typeInfo) { t, a, _ in try script(t, a.text(0), local: false) },
                        Overload([.text("script"), .bool("useLocalScope")], returns: typeInfo) { t, a, _ in try script(t, a.text(0), local: a.bool(1)) },
                    ]),
                Method("AddCommand", [.text("cmdlet")], returns: typeInfo) { t, a, _ in
                    try own(t).add(Element(a.text(0), isScript: false, usesLocalScope: false))
                    return t
                },
                Method("AddArgument", [.object("value")], returns: typeInfo) { t, a, _ in
                    try own(t).last().arguments.append(a[0])
                    return t
                },
                Method(
                    "AddParameter",
                    [
                        Overload([.text("parameterName")], returns: typeInfo) { t, a, _ in
                            try own(t).last().parameters.append((a.text(0), nil))
                            return t
                        },
                        Overload([.text("parameterName"), .object("value")], returns: typeInfo) { t, a, _ in
                            try own(t).last().parameters.append((a.text(0), a[1]))
                            return t
                        },
                    ]),
                Method("AddParameters", [.object("parameters")], returns: typeInfo) { t, a, session in
                    let element = try own(t).last()
                    if let table = a[0].asTable {
                        for (key, value) in table.table.pairs { element.parameters.append((try key.toText(session), value)) }
                    } else {
                        element.arguments += try session.elements(of: a[0]) ?? [a[0]]
                    }
                    return t
                },
                Method("AddStatement", returns: typeInfo) { t, _, _ in
                    try own(t).statements.append([])
                    return t
                },
                Method(
                    "Invoke",
                    [
                        Overload(returns: .object) { t, _, _ in collection(try own(t).run(input: nil)) },
                        Overload([.object("input")], returns: .object) { t, a, session in
                            collection(try own(t).run(input: a[0].isNull ? nil : session.elements(of: a[0]) ?? [a[0]]))
                        },
                    ]),
                Method(
                    "BeginInvoke",
                    [
                        Overload(returns: asyncResult) { t, _, session in try begun(own(t), nil) },
                        Overload([.object("input")], returns: asyncResult) { t, a, session in try begun(own(t), session.elements(of: a[0]) ?? [a[0]]) },
                        Overload([.object("input"), .object("output")], returns: asyncResult) { t, a, session in
                            try begun(own(t), a[0].isNull ? nil : session.elements(of: a[0]) ?? [a[0]], into: a[1].asList)
                        },
                    ]),
                Method("EndInvoke", [.object("asyncResult")], returns: .object) { _, a, _ in
                    guard let begun = a[0].object as? ValuesObject else { throw Refusals.null("asyncResult") }
                    if let failure = begun["Failure"].object as? ExceptionObject { throw MethodFailure(failure) }
                    return begun["Result"]
                },
                Method("Stop") { t, _, _ in
                    if try own(t).state == 1 { try own(t).state = 3 }
                    return .nothing
                },
                Method("CreateNestedPowerShell", returns: typeInfo) { t, _, session in
                    let made = PowerShellObject(session, inCurrent: false)
                    made.runspace = try own(t).runspace
                    return .object(made)
                },
                Method("Dispose") { t, _, _ in
                    let object = try own(t)
                    object.isDisposed = true
                    if object.ownRunspace?.id != 1, object.pool == nil { object.ownRunspace?.close() }
                    return .nothing
                },
            ],
            staticMethods: [
                Method(
                    "Create",
                    [
                        Overload(returns: typeInfo) { _, _, session in .object(PowerShellObject(session, inCurrent: false)) },
                        Overload([.object("runspace")], returns: typeInfo) { _, a, session in
                            let isCurrent = a[0].object is Box ? false : try a[0].toText(session).equalsIgnoringCase("CurrentRunspace")
                            let made = PowerShellObject(session, inCurrent: isCurrent, a[0].object as? InitialStateObject)
                            if let runspace = a[0].object as? RunspaceObject { made.runspace = runspace }
                            return .object(made)
                        },
                    ])
            ])
    }

    static let types: [KnownType] =
        [
            KnownType(typeInfo, members: table), KnownType(RunspaceObject.base, members: RunspaceObject.table), KnownType(RunspaceObject.typeInfo),
            KnownType(RunspaceObject.proxy, members: RunspaceObject.proxyTable), KnownType(RunspaceObject.stateType),
            ValuesObject.known(asyncResult, [("IsCompleted", .bool), ("CompletedSynchronously", .bool)]), KnownType(RunspaceObject.availabilities),
            KnownType(stateType), KnownType(mode),
            KnownType(RunspacePoolObject.typeInfo, members: RunspacePoolObject.table), RunspacePoolObject.factory,
            KnownType(CommandsObject.typeInfo, members: CommandsObject.table), KnownType(StreamsObject.typeInfo, members: StreamsObject.table),
        ] + InitialStateObject.types
    private static let asyncResult = TypeInfo("System.Management.Automation.PowerShellAsyncResult", base: .object)

    static let generics: [KnownGeneric] = [
        KnownGeneric("System.Management.Automation.PSDataCollection", arity: 1) { arguments in
            @Sendable func act(_ name: String) -> Method { Method(name) { _, _, _ in .nothing } }
            return ListMembers.generic(
                "System.Management.Automation.PSDataCollection", arguments,
                further: [
                    Method("ReadAll", returns: .object) { t, _, session in
                        guard let list = t.asList else { throw Refusals.null("this") }
                        let all = list.elements
                        list.elements.removeAll()
                        return .object(ListObject(all, type: Intrinsics.collectionType))
                    }, act("Complete"), act("Dispose"),
                ])
        }
    ]
}
