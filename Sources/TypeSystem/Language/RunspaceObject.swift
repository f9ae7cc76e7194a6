// Sessions beside this one, as scripts have them: `Runspace`.

import Runtime
import Scalars

/// A session beside this one: `Runspace`.
public final class RunspaceObject: Box, @unchecked Sendable {
    public let id: Int32
    public var name: String
    public private(set) var isOpen = false
    public let instanceId = GuidObject(NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) }) ?? .empty)
    /// It is the session of this shell itself.
    public let isOwn: Bool
    /// Whether a script in it may be debugged, and whether it stops at its first line then. `Enable-RunspaceDebug`.
    public var isDebugged = false, breaksAtOnce = false
    private var made: Session?
    private let blueprint: Session.Blueprint
    private let host: any Host
    init(_ parent: Session, isOwn: Bool = false) {
        blueprint = parent.blueprint
        host = parent.host
        self.isOwn = isOwn
        id = isOwn ? 1 : Int32(parent.attachment(RunspaceCounter.self) { RunspaceCounter() }.next())
        name = "Runspace\(id)"
        isOpen = isOwn
    }
    func open(_ parent: Session) {
        isOpen = true
        parent.attachment(RunspaceCounter.self) { RunspaceCounter() }.add(self)
    }
    /// The session of this shell as one.
    public static func own(_ session: Session) -> RunspaceObject { session.attachment(Own.self) { Own(session) }.runspace }
    private final class Own {
        let runspace: RunspaceObject
        init(_ session: Session) { runspace = RunspaceObject(session, isOwn: true) }
    }
    /// This shell's own and those it has opened.
    public static func all(_ session: Session) -> [RunspaceObject] {
        [own(session)] + session.attachment(RunspaceCounter.self) { RunspaceCounter() }.opened
    }
    /// The session, made when first needed.
    var session: Session {
        if let made { return made }
        let session = blueprint.make(host: host)
        made = session
        return session
    }
    func close() {
        made?.close()
        made = nil
        isOpen = false
    }
    public override var type: TypeInfo { RunspaceObject.typeInfo }
    public static let baseType = TypeInfo("System.Management.Automation.Runspaces.Runspace", accelerator: "runspace", base: .object)
    public static let typeInfo = TypeInfo(
        "System.Management.Automation.Runspaces.LocalRunspace", base: baseType)
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
                Property("ComputerName", .string, get: { _, _ in "localhost" }), Property("Type", .string, get: { _, _ in "Local" }),
                Property("State", .string, get: { t, _ in .text(try own(t).isOpen ? "Opened" : "BeforeOpen") }),
                Property("RunspaceAvailability", availabilities, get: { t, _ in .object(EnumerationObject(availabilities, try own(t).availability)) }),
                Property("Availability", .string, get: { t, _ in .text(try own(t).availability == 3 ? "Busy" : try own(t).isOpen ? "Available" : "None") }),
                Property("InstanceId", GuidObject.typeInfo, get: { t, _ in .object(try own(t).instanceId) }),
                Property("RunspaceIsRemote", .bool, get: { _, _ in .false }), Property("ConnectionInfo", .object, get: { _, _ in .null }),
                Property(
                    "Version", VersionObject.typeInfo,
                    get: { _, session in try session.property(of: session.variable("Host", in: session.global) ?? .null, "Version") }),
                Property("SessionStateProxy", proxy, get: { t, _ in .object(Proxy(try own(t))) }),
                Property(
                    "RunspaceStateInfo", .object,
                    get: { t, session in
                        session.record(
                            [("State", .object(EnumerationObject(states, try own(t).isOpen ? 2 : 0))), ("Reason", .null)],
                            typeName: "System.Management.Automation.RunspaceStateInfo")
                    }),
                Property("ThreadOptions", .string, get: { _, _ in "Default" }, set: { _, _, _ in }),
                Property("ApartmentState", .string, get: { _, _ in "Unknown" }, set: { _, _, _ in }),
            ], methods: [act("Open") { $0.open($1) }, act("OpenAsync") { $0.open($1) }, act("Close") { $0.shut($1) }, act("Dispose") { $0.shut($1) }])
    }
    private var availability: Int64 { isOwn ? 3 : isOpen ? 1 : 0 }
    private func shut(_ parent: Session) {
        if isOwn { return }
        close()
        parent.attachment(RunspaceCounter.self) { RunspaceCounter() }.remove(self)
    }
    static let availabilities = TypeInfo.enumeration(
        "System.Management.Automation.Runspaces.RunspaceAvailability",
        EnumerationInfo(names: ["None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug"]))
    static let states = TypeInfo.enumeration(
        "System.Management.Automation.Runspaces.RunspaceState",
        EnumerationInfo(names: ["BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting"]))

    @Sendable static func proxyTable() -> MemberTable {
        @Sendable func session(_ value: Value) throws -> Session {
            guard let object = value.object as? Proxy else { throw Refusals.null("this") }
            return object.owner.session
        }
        return MemberTable(methods: [
            Method("SetVariable", [.text("name"), .object("value")]) { t, a, _ in
                let own = try session(t)
                try own.setVariable(a.text(0), PowerShellObject.moved(a[1], own), in: own.global)
                return .nothing
            },
            Method("GetVariable", [.text("name")], returns: .object) { t, a, _ in
                let own = try session(t)
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
