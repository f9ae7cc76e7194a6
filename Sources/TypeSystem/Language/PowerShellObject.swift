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
    var runspace: RunspaceObject
    /// The pool whose session runs the commands; nil: the runspace's own.
    var pool: RunspacePoolObject?
    private let current: Session?
    private(set) var streams: [String: ListObject] = [:]
    private(set) var hadErrors = false
    private(set) var state = "NotStarted"
    private lazy var identity = Value.object(GuidObject.random())

    static let typeInfo = TypeInfo("System.Management.Automation.PowerShell", accelerator: "powershell", base: .object, interfaces: [.iDisposable])
    override var type: TypeInfo { PowerShellObject.typeInfo }

    /// - Parameter inCurrent: runs in the session itself.
    init(_ session: Session, inCurrent: Bool) {
        runspace = RunspaceObject(session)
        current = inCurrent ? session : nil
        super.init()
        for name in ["Error", "Warning", "Verbose", "Debug", "Information", "Progress"] {
            streams[name] = ListObject([], type: PowerShellObject.collectionType(session))
        }
    }
    /// What results and streams are kept in.
    static func collectionType(_ session: Session) -> TypeInfo {
        session.types.genericType(named: "System.Management.Automation.PSDataCollection", [.psObject]) ?? Intrinsics.collectionType
    }
    private static let states = TypeInfo.names(
        "System.Management.Automation.PSInvocationState", ["NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"])

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
        let session = try current ?? pool?.session() ?? runspace.session()
        let sinks = Streams()
        var result: [Value] = []
        func keep(_ name: String) -> Sink { ClosureSink { [unowned self] value in self.streams[name]?.elements.append(value) } }
        sinks.error = ClosureSink { [unowned self] value in
            self.hadErrors = true
            self.streams["Error"]?.elements.append(value)
        }
        sinks.warning = keep("Warning"); sinks.verbose = keep("Verbose"); sinks.debug = keep("Debug"); sinks.information = keep("Information")
        state = "Running"
        let scope: Scope = session.global
        if session !== current { scope.takeStreams(sinks) }
        for statement in statements where !statement.isEmpty {
            let block = try session.scriptBlock(text(of: statement, input: input, session))
            do {
                try session.runInline(block, scope: scope, output: ClosureSink { result.append($0) }, streams: sinks)
            } catch let failure as ShellError {
                hadErrors = true
                state = "Failed"
                throw MethodFailure(failure.record.exception)
            } catch Interrupt.exit { break }
        }
        state = "Completed"
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

    /// What `BeginInvoke` hands out: the commands have run when it comes back, `EndInvoke` gives what they gave.
    private final class Running: Box, @unchecked Sendable {
        let result: Result<[Value], any Error>
        init(_ result: Result<[Value], any Error>) { self.result = result }
        override var type: TypeInfo { Running.typeInfo }
        static let typeInfo = TypeInfo(
            "System.Management.Automation.PowerShellAsyncResult", base: .object, interfaces: [TypeInfo("System.IAsyncResult", isInterface: true)])
        static let known = KnownType(typeInfo) {
            MemberTable(properties: [
                Property("IsCompleted", .bool, get: { _, _ in true }), Property("CompletedSynchronously", .bool, get: { _, _ in false }),
                Property("AsyncState", .object, get: { _, _ in .null }), Property("AsyncWaitHandle", .object, get: { _, _ in WaitTypes.done }),
            ])
        }
    }

    private func begin(_ input: Value?, into output: ListObject?, _ session: Session) throws -> Value {
        let given = try input.flatMap { $0.isNull ? nil : try session.elements(of: $0) ?? [$0] }
        // The error waits for whoever asks for the result.
        let result = Result { try run(input: given) }
        guard let output, case .success(let values) = result else { return .object(Running(result)) }
        output.elements += values
        return .object(Running(.success([])))
    }

    // MARK: Members

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> PowerShellObject {
            guard let object = value.object as? PowerShellObject else { throw Refusals.null("this") }
            return object
        }
        @Sendable func collection(_ values: [Value]) -> Value { .object(ListObject(values, type: Intrinsics.collectionType)) }
        @Sendable func sink(_ value: Value) throws -> ListObject? {
            if value.isNull { return nil }
            guard let list = value.asList else { throw Refusals.argument("The results must go to a collection.") }
            return list
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
                        let all = try own(t).statements.flatMap { $0 }
                        let commands = all.map { element in
                            session.record([
                                ("CommandText", .text(element.text)), ("IsScript", .bool(element.isScript)),
                                ("Parameters", .array(element.parameters.map { session.record([("Name", .text($0.0)), ("Value", $0.1 ?? .true)]) })),
                            ])
                        }
                        return session.record([("Commands", collection(commands))], typeName: "System.Management.Automation.PSCommand")
                    }),
                Property(
                    "Streams", .object,
                    get: { t, session in
                        let object = try own(t)
                        return session.record(
                            ["Error", "Progress", "Verbose", "Debug", "Warning", "Information"].map { name in
                                (name, object.streams[name].map { .object($0) } ?? .null)
                            },
                            typeName: "System.Management.Automation.PSDataStreams")
                    }), Property("HadErrors", .bool, get: { t, _ in .bool(try own(t).hadErrors) }),
                Property(
                    "Runspace", RunspaceObject.typeInfo, get: { t, _ in .object(try own(t).runspace) },
                    set: { t, value, _ in if let runspace = value.object as? RunspaceObject { try own(t).runspace = runspace } }),
                Property(
                    "RunspacePool", RunspacePoolObject.typeInfo, get: { t, _ in try own(t).pool.map { .object($0) } ?? .null },
                    set: { t, value, _ in try own(t).pool = value.object as? RunspacePoolObject }),
                Property("InstanceId", GuidObject.typeInfo, get: { t, _ in try own(t).identity }),
                Property("IsNested", .bool, get: { _, _ in false }), Property("IsRunspaceOwner", .bool, get: { _, _ in true }),
                Property(
                    "InvocationStateInfo", .object,
                    get: { t, session in
                        session.record(
                            [("State", try session.convert(.text(try own(t).state), to: states)), ("Reason", .null)],
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
                        Overload([.object("input"), .object("output")]) { t, a, session in
                            let values = try own(t).run(input: a[0].isNull ? nil : session.elements(of: a[0]) ?? [a[0]])
                            try sink(a[1])?.elements += values
                            return .nothing
                        },
                    ]),
                Method(
                    "BeginInvoke",
                    [
                        Overload(returns: Running.typeInfo) { t, _, session in try own(t).begin(nil, into: nil, session) },
                        Overload([.object("input")], returns: Running.typeInfo) { t, a, session in try own(t).begin(a[0], into: nil, session) },
                        Overload([.object("input"), .object("output")], returns: Running.typeInfo) { t, a, session in
                            try own(t).begin(a[0], into: sink(a[1]), session)
                        },
                    ]),
                Method("EndInvoke", [.object("asyncResult")], returns: .object) { _, a, session in
                    guard let running = a[0].object as? Running else { throw Refusals.null("asyncResult") }
                    return .object(ListObject(try running.result.get(), type: collectionType(session)))
                },
                Method("Stop") { _, _, _ in .nothing },
                Method("Dispose") { t, _, _ in
                    try own(t).runspace.close()
                    return .nothing
                },
            ],
            staticMethods: [
                Method(
                    "Create",
                    [
                        Overload(returns: typeInfo) { _, _, session in .object(PowerShellObject(session, inCurrent: false)) },
                        Overload([.object("runspace")], returns: typeInfo) { _, a, session in
                            let made = PowerShellObject(session, inCurrent: try a[0].toText(session).equalsIgnoringCase("CurrentRunspace"))
                            if let runspace = a[0].object as? RunspaceObject { made.runspace = runspace }
                            return .object(made)
                        },
                    ])
            ])
    }

    static let types: [KnownType] =
        [KnownType(typeInfo, members: table), Running.known, KnownType(states)] + RunspaceObject.types + RunspacePoolObject.types
        + SessionRecipe.types
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
