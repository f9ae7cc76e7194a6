// Sessions beside this one: `[runspacefactory]`, a runspace, a pool of them.

import Runtime
import Scalars

/// A session beside this one, or this one itself: `Runspace`.
public final class RunspaceObject: Box, @unchecked Sendable {
    public let id: Int32
    public let instance = NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) }) ?? .empty
    public var name: String
    var isDisposed = false
    /// Whether a script in it may be debugged, and whether it stops at its first line then. `Enable-RunspaceDebug`.
    public var isDebugged = false, breaksAtOnce = false
    private(set) var state: Int64
    private var made: Session?
    private let isCurrent: Bool
    private let blueprint: Session.Blueprint
    private let host: any Host
    private let initial: InitialStateObject?
    private weak var counter: RunspaceCounter?

    init(_ parent: Session, _ initial: InitialStateObject? = nil) {
        blueprint = parent.blueprint
        host = parent.host
        self.initial = initial
        let counter = parent.attachment(RunspaceCounter.self) { RunspaceCounter() }
        id = Int32(counter.next())
        self.counter = counter
        name = "Runspace\(id)"
        state = States.beforeOpen
        isCurrent = false
    }
    private init(standingFor session: Session) {
        blueprint = session.blueprint
        host = session.host
        initial = nil
        id = 1
        name = "Runspace1"
        state = States.opened
        isCurrent = true
    }
    /// The runspace that a session itself is.
    static func of(_ session: Session) -> RunspaceObject { session.attachment(OwnRunspace.self) { OwnRunspace(RunspaceObject(standingFor: session)) }.object }
    private final class OwnRunspace {
        let object: RunspaceObject
        init(_ object: RunspaceObject) { self.object = object }
    }

    /// The session, made when first needed; nil for the one that asks.
    func session(_ asking: Session) throws -> Session {
        if isCurrent { return asking }
        if let made { return made }
        let session = blueprint.make(host: host)
        made = session
        try initial?.apply(to: session)
        return session
    }
    func open(_ parent: Session) {
        state = States.opened
        parent.attachment(RunspaceCounter.self) { RunspaceCounter() }.add(self)
    }
    /// The asking session's own runspace and those it has opened.
    public static func all(_ session: Session) -> [RunspaceObject] {
        [of(session)] + session.attachment(RunspaceCounter.self) { RunspaceCounter() }.opened
    }
    func close() {
        if isCurrent { return }
        made?.close()
        made = nil
        state = States.closed
        counter?.remove(self)
    }

    private enum States {
        static let beforeOpen: Int64 = 0, opened: Int64 = 2, closed: Int64 = 3
    }
    private var availability: Int64 { isCurrent ? 3 : state == States.opened ? 1 : 0 }
    static let availabilities = TypeInfo.names(
        "System.Management.Automation.Runspaces.RunspaceAvailability", ["None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug"])
    static let stateType = TypeInfo.names(
        "System.Management.Automation.Runspaces.RunspaceState",
        ["BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting"])
    public static let base = TypeInfo("System.Management.Automation.Runspaces.Runspace", accelerator: "runspace", base: .object, interfaces: [.iDisposable])
    public override var type: TypeInfo { RunspaceObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.LocalRunspace", base: base)
    static let factory = TypeInfo("System.Management.Automation.Runspaces.RunspaceFactory", accelerator: "runspacefactory", base: .object)
    static let proxy = TypeInfo("System.Management.Automation.Runspaces.SessionStateProxy", base: .object)

    /// What `SessionStateProxy` offers.
    final class Proxy: Box, @unchecked Sendable {
        let owner: RunspaceObject
        init(_ owner: RunspaceObject) { self.owner = owner }
        override var type: TypeInfo { RunspaceObject.proxy }
    }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> RunspaceObject {
            guard let object = value.object as? RunspaceObject else { throw Refusals.null("this") }
            return object
        }
        @Sendable func act(_ name: String, _ body: @escaping @Sendable (RunspaceObject, Session) -> Void) -> Method {
            Method(name) { t, _, session in
                body(try own(t), session)
                return .nothing
            }
        }
        return MemberTable(
            properties: [
                Property("Id", .int32, get: { t, _ in .int(try own(t).id) }),
                Property("Name", .string, get: { t, _ in .text(try own(t).name) }, set: { t, value, session in try own(t).name = value.toText(session) }),
                Property("InstanceId", GuidObject.typeInfo, get: { t, _ in .object(GuidObject(try own(t).instance)) }),
                Property("SessionStateProxy", proxy, get: { t, _ in .object(Proxy(try own(t))) }),
                Property(
                    "RunspaceStateInfo", .object,
                    get: { t, session in
                        session.record(
                            [("State", .object(EnumerationObject(stateType, try own(t).state))), ("Reason", .null)],
                            typeName: "System.Management.Automation.Runspaces.RunspaceStateInfo")
                    }),
                Property("RunspaceAvailability", availabilities, get: { t, _ in .object(EnumerationObject(availabilities, try own(t).availability)) }),
                Property(
                    "Availability", .string, get: { t, _ in .text(try own(t).availability == 3 ? "Busy" : own(t).availability == 1 ? "Available" : "None") }),
                Property("ComputerName", .string, get: { _, _ in "localhost" }), Property("Type", .string, get: { _, _ in "Local" }),
                Property("State", .string, get: { t, _ in .text(stateType.enumeration?.name(of: try own(t).state) ?? "") }),
                Property(
                    "Version", VersionObject.typeInfo,
                    get: { _, session in try session.property(of: session.variable("Host", in: session.global) ?? .null, "Version") }),
                Property("ThreadOptions", .string, get: { _, _ in "Default" }, set: { _, _, _ in }),
                Property("ApartmentState", .string, get: { _, _ in "Unknown" }, set: { _, _, _ in }),
                Property("RunspaceIsRemote", .bool, get: { _, _ in false }), Property("ConnectionInfo", .object, get: { _, _ in .null }),
                Property("InitialSessionState", InitialStateObject.typeInfo, get: { t, _ in try own(t).initial.map { .object($0) } ?? .null }),
            ],
            methods: [
                act("Open") { $0.open($1) }, act("OpenAsync") { $0.open($1) }, act("Close") { one, _ in one.close() }, act("Dispose") { one, _ in one.close() },
            ],
            staticProperties: [
                Property("DefaultRunspace", base, get: { _, session in .object(RunspaceObject.of(session)) }),
                Property("CanUseDefaultRunspace", .bool, get: { _, _ in true }),
            ])
    }

    @Sendable static func proxyTable() -> MemberTable {
        @Sendable func inner(_ value: Value, _ asking: Session) throws -> Session {
            guard let object = value.object as? Proxy else { throw Refusals.null("this") }
            return try object.owner.session(asking)
        }
        /// What the other session's own `$ExecutionContext` holds.
        @Sendable func intrinsic(_ name: String) -> Property {
            Property(
                name, .object,
                get: { t, session in
                    let other = try inner(t, session)
                    return try other.evaluate(other.scriptBlock("$ExecutionContext.SessionState.\(name)"), scope: other.global)
                })
        }
        return MemberTable(
            properties: ["PSVariable", "InvokeCommand", "InvokeProvider", "Path", "Drive", "Provider", "LanguageMode", "Module"].map(intrinsic),
            methods: [
                Method("SetVariable", [.text("name"), .object("value")]) { t, a, session in
                    let own = try inner(t, session)
                    try own.setVariable(a.text(0), PowerShellObject.moved(a[1], own), in: own.global)
                    return .nothing
                },
                Method("GetVariable", [.text("name")], returns: .object) { t, a, session in
                    let own = try inner(t, session)
                    return own.variable(a.text(0), in: own.global) ?? .null
                },
            ])
    }
}

final class RunspaceCounter {
    private var last = 1
    private(set) var opened: [RunspaceObject] = []
    func add(_ runspace: RunspaceObject) { if !opened.contains(where: { $0 === runspace }) { opened.append(runspace) } }
    func remove(_ runspace: RunspaceObject) { opened.removeAll { $0 === runspace } }
    func next() -> Int {
        last += 1
        return last
    }
}

/// `RunspacePool`: each set of commands that uses it gets a session of its own, all of the same beginning.
final class RunspacePoolObject: Box, @unchecked Sendable {
    private(set) var limits: (Int32, Int32)
    let initial: InitialStateObject?
    private(set) var state = "BeforeOpen"
    let instance = NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) }) ?? .empty
    init(_ least: Int32, _ most: Int32, _ initial: InitialStateObject?) {
        limits = (least, most)
        self.initial = initial
    }
    override var type: TypeInfo { RunspacePoolObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.RunspacePool", base: .object, interfaces: [.iDisposable])

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> RunspacePoolObject {
            guard let object = value.object as? RunspacePoolObject else { throw Refusals.null("this") }
            return object
        }
        @Sendable func become(_ name: String, _ state: String) -> Method {
            Method(name) { t, _, _ in
                try own(t).state = state
                return .nothing
            }
        }
        return MemberTable(
            properties: [
                Property("InstanceId", GuidObject.typeInfo, get: { t, _ in .object(GuidObject(try own(t).instance)) }),
                Property("RunspacePoolStateInfo", .object, get: { t, session in session.record([("State", .text(try own(t).state)), ("Reason", .null)]) }),
                Property("InitialSessionState", InitialStateObject.typeInfo, get: { t, _ in try own(t).initial.map { .object($0) } ?? .null }),
                Property("IsDisposed", .bool, get: { t, _ in .bool(try own(t).state == "Disposed") }),
                Property("ThreadOptions", .string, get: { _, _ in "Default" }, set: { _, _, _ in }),
                Property("ApartmentState", .string, get: { _, _ in "Unknown" }, set: { _, _, _ in }),
                Property("CleanupInterval", .timeSpan, get: { _, _ in .object(SpanObject(TimeSpan(ticks: 9_000_000_000))) }, set: { _, _, _ in }),
            ],
            methods: [
                become("Open", "Opened"), become("Close", "Closed"), become("Dispose", "Disposed"),
                Method("GetMaxRunspaces", returns: .int32) { t, _, _ in .int(try own(t).limits.1) },
                Method("GetMinRunspaces", returns: .int32) { t, _, _ in .int(try own(t).limits.0) },
                Method("GetAvailableRunspaces", returns: .int32) { t, _, _ in .int(try own(t).limits.1) },
                Method("SetMaxRunspaces", [.int("maxRunspaces")], returns: .bool) { t, a, _ in
                    try own(t).limits.1 = Int32(truncatingIfNeeded: a.int(0))
                    return .true
                },
                Method("SetMinRunspaces", [.int("minRunspaces")], returns: .bool) { t, a, _ in
                    try own(t).limits.0 = Int32(truncatingIfNeeded: a.int(0))
                    return .true
                },
            ])
    }

    /// What makes runspaces and pools.
    static let factory = KnownType(RunspaceObject.factory) {
        @Sendable func initial(_ values: [Value]) -> InitialStateObject? { values.lazy.compactMap { $0.object as? InitialStateObject }.first }
        return MemberTable(staticMethods: [
            Method(
                "CreateRunspace",
                [
                    Overload(returns: RunspaceObject.base) { _, _, session in .object(RunspaceObject(session)) },
                    Overload([.object("initialSessionState")], returns: RunspaceObject.base) { _, a, session in .object(RunspaceObject(session, initial(a))) },
                    Overload([.object("host"), .object("initialSessionState")], returns: RunspaceObject.base) { _, a, session in
                        .object(RunspaceObject(session, initial(a)))
                    },
                ]),
            Method(
                "CreateRunspacePool",
                [
                    Overload(returns: typeInfo) { _, _, _ in .object(RunspacePoolObject(1, 1, nil)) },
                    Overload([.of("initialSessionState", InitialStateObject.typeInfo)], returns: typeInfo) { _, a, _ in
                        .object(RunspacePoolObject(1, 1, initial(a)))
                    },
                    Overload([.int("minRunspaces"), .int("maxRunspaces")], returns: typeInfo) { _, a, _ in
                        .object(RunspacePoolObject(Int32(truncatingIfNeeded: a.int(0)), Int32(truncatingIfNeeded: a.int(1)), nil))
                    },
                    Overload([.int("minRunspaces"), .int("maxRunspaces"), .object("host")], returns: typeInfo) { _, a, _ in
                        .object(RunspacePoolObject(Int32(truncatingIfNeeded: a.int(0)), Int32(truncatingIfNeeded: a.int(1)), nil))
                    },
                    Overload(
                        [.int("minRunspaces"), .int("maxRunspaces"), .object("initialSessionState"), .object("host")], returns: typeInfo
                    ) { _, a, _ in
                        .object(RunspacePoolObject(Int32(truncatingIfNeeded: a.int(0)), Int32(truncatingIfNeeded: a.int(1)), initial(a)))
                    },
                ]),
        ])
    }
}
