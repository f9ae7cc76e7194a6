// Sessions beside this one: `Runspace`, `RunspacePool`, and `InitialSessionState`, which says what stands in them from the start.

import Runtime
import Scalars

/// A session beside this one: `Runspace`.
final class RunspaceObject: Box, @unchecked Sendable {
    let id: Int32
    /// 0 before it is opened, 2 while it is open, 3 when it is closed.
    fileprivate(set) var state: Int64 = 0
    fileprivate var name: String
    private var made: Session?
    private let blueprint: Session.Blueprint
    private let host: any Host
    private let recipe: SessionRecipe?
    init(_ parent: Session, recipe: SessionRecipe? = nil) {
        blueprint = parent.blueprint
        host = parent.host
        id = Int32(parent.attachment(RunspaceCounter.self) { RunspaceCounter() }.next())
        name = "Runspace\(id)"
        self.recipe = recipe
    }
    /// The session, made when first needed.
    func session() throws -> Session {
        if let made { return made }
        let session = blueprint.make(host: host)
        made = session
        try recipe?.prepare(session)
        return session
    }
    func close() {
        made?.close()
        made = nil
        state = 3
    }
    override var type: TypeInfo { RunspaceObject.typeInfo }
    static let base = TypeInfo("System.Management.Automation.Runspaces.Runspace", accelerator: "runspace", base: .object, interfaces: [.iDisposable])
    static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.LocalRunspace", base: base)
    private static let factory = TypeInfo("System.Management.Automation.Runspaces.RunspaceFactory", accelerator: "runspacefactory", base: .object)
    private static let proxy = TypeInfo("System.Management.Automation.Runspaces.SessionStateProxy", base: .object)
    private static let states = TypeInfo.names(
        "System.Management.Automation.Runspaces.RunspaceState",
        ["BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting"])
    private static let availability = TypeInfo.names(
        "System.Management.Automation.Runspaces.RunspaceAvailability", ["None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug"])
    fileprivate static let threads = TypeInfo.names(
        "System.Management.Automation.Runspaces.PSThreadOptions", ["Default", "UseNewThread", "ReuseThread", "UseCurrentThread"])
    fileprivate static let apartments = TypeInfo.names("System.Threading.ApartmentState", ["STA", "MTA", "Unknown"])

    /// What `SessionStateProxy` offers.
    private final class Proxy: Box, @unchecked Sendable {
        let owner: RunspaceObject
        init(_ owner: RunspaceObject) { self.owner = owner }
        override var type: TypeInfo { RunspaceObject.proxy }
    }

    private static func own(_ value: Value) throws -> RunspaceObject {
        guard let object = value.object as? RunspaceObject else { throw Refusals.null("this") }
        return object
    }

    /// Settings that are remembered; scripts run on one thread however they are set.
    fileprivate static func kept(_ name: String, _ type: TypeInfo, _ standard: Int64) -> Property {
        Property(
            name, type, get: { _, _ in .object(EnumerationObject(type, standard)) }, set: { _, value, session in _ = try session.convert(value, to: type) })
    }

    @Sendable private static func table() -> MemberTable {
        @Sendable func act(_ name: String, _ body: @escaping @Sendable (RunspaceObject) -> Void) -> Method {
            Method(name) { t, _, _ in
                body(try own(t))
                return .nothing
            }
        }
        return MemberTable(
            properties: [
                Property("Id", .int32, get: { t, _ in .int(try own(t).id) }),
                Property("Name", .string, get: { t, _ in .text(try own(t).name) }, set: { t, value, session in try own(t).name = try value.toText(session) }),
                Property("SessionStateProxy", proxy, get: { t, _ in .object(Proxy(try own(t))) }),
                Property(
                    "RunspaceStateInfo", .object,
                    get: { t, session in session.record([("State", .object(EnumerationObject(states, try own(t).state))), ("Reason", .null)]) }),
                Property("RunspaceAvailability", availability, get: { t, _ in .object(EnumerationObject(availability, try own(t).state == 2 ? 1 : 0)) }),
                kept("ThreadOptions", threads, 0), kept("ApartmentState", apartments, 2),
            ],
            methods: [act("Open") { $0.state = 2 }, act("OpenAsync") { $0.state = 2 }, act("Close") { $0.close() }, act("Dispose") { $0.close() }],
            staticProperties: [
                Property(
                    "DefaultRunspace", base,
                    get: { _, session in .object(session.attachment(DefaultRunspace.self) { DefaultRunspace(session) }.runspace) })
            ])
    }

    /// `[runspace]::DefaultRunspace`.
    private final class DefaultRunspace {
        let runspace: RunspaceObject
        init(_ session: Session) {
            runspace = RunspaceObject(session)
            runspace.state = 2
        }
    }

    @Sendable private static func proxyTable() -> MemberTable {
        @Sendable func session(_ value: Value) throws -> Session {
            guard let object = value.object as? Proxy else { throw Refusals.null("this") }
            return try object.owner.session()
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

    fileprivate static let recipeParameter = OverloadParameter.of("initialSessionState", SessionRecipe.typeInfo), host = OverloadParameter.object("host")

    static let types: [KnownType] = [
        KnownType(base), KnownType(typeInfo, members: table), KnownType(proxy, members: proxyTable), KnownType(states), KnownType(availability),
        KnownType(threads), KnownType(apartments),
        KnownType(factory) {
            @Sendable func recipe(_ value: Value) -> SessionRecipe? { value.object as? SessionRecipe }
            let least = OverloadParameter.int("minRunspaces"), most = OverloadParameter.int("maxRunspaces")
            @Sendable func pool(_ a: [Value], _ recipe: SessionRecipe?, _ session: Session) throws -> Value {
                if a.count >= 2 {
                    guard a.int(0) >= 1 else { throw Refusals.outOfRange("minRunspaces", "Cannot create a pool with fewer than one runspace.") }
                    guard a.int(1) >= a.int(0) else { throw Refusals.outOfRange("maxRunspaces", "The most cannot be fewer than the least.") }
                }
                return .object(RunspacePoolObject(session, recipe, a.count >= 2 ? a.int(0) : 1, a.count >= 2 ? a.int(1) : 1))
            }
            let made = RunspacePoolObject.typeInfo
            return MemberTable(staticMethods: [
                Method(
                    "CreateRunspace",
                    [
                        Overload(returns: base) { _, _, session in .object(RunspaceObject(session)) },
                        Overload([recipeParameter], returns: base) { _, a, session in .object(RunspaceObject(session, recipe: recipe(a[0]))) },
                        Overload([host], returns: base) { _, _, session in .object(RunspaceObject(session)) },
                        Overload([host, recipeParameter], returns: base) { _, a, session in .object(RunspaceObject(session, recipe: recipe(a[1]))) },
                    ]),
                Method(
                    "CreateRunspacePool",
                    [
                        Overload(returns: made) { _, _, session in try pool([], nil, session) },
                        Overload([recipeParameter], returns: made) { _, a, session in try pool([], recipe(a[0]), session) },
                        Overload([least, most], returns: made) { _, a, session in try pool(a, nil, session) },
                        Overload([least, most, host], returns: made) { _, a, session in try pool(a, nil, session) },
                        Overload([least, most, recipeParameter, host], returns: made) { _, a, session in try pool(a, recipe(a[2]), session) },
                    ]),
            ])
        },
    ]
}

final class RunspaceCounter {
    private var last = 1
    func next() -> Int {
        last += 1
        return last
    }
}

/// `RunspacePool`: its commands run one after the other, all in one session.
final class RunspacePoolObject: Box, @unchecked Sendable {
    private let runspace: RunspaceObject
    private let recipe: SessionRecipe?
    private var least: Int, most: Int
    private var state: Int64 = 0
    private let identity = Value.object(GuidObject.random())
    init(_ parent: Session, _ recipe: SessionRecipe?, _ least: Int, _ most: Int) {
        runspace = RunspaceObject(parent, recipe: recipe)
        self.recipe = recipe
        self.least = least
        self.most = most
    }
    override var type: TypeInfo { RunspacePoolObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.RunspacePool", base: .object, interfaces: [.iDisposable])
    private static let states = TypeInfo.names(
        "System.Management.Automation.Runspaces.RunspacePoolState",
        ["BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting"])

    /// - Throws: `InvalidRunspacePoolStateException` unless it is open.
    func session() throws -> Session {
        if state != 2 {
            let now = EnumerationInfo(names: ["BeforeOpen", "Opening", "Opened", "Closed"]).members[Int(state)].name
            throw MethodFailure(
                "System.Management.Automation.Runspaces.InvalidRunspacePoolStateException",
                "Cannot perform the operation because the runspace pool is not in the 'Opened' state. The current state is '\(now)'.")
        }
        return try runspace.session()
    }
    private static func own(_ value: Value) throws -> RunspacePoolObject {
        guard let pool = value.object as? RunspacePoolObject else { throw Refusals.null("this") }
        return pool
    }

    static let types: [KnownType] = [
        KnownType(states),
        KnownType(typeInfo) {
            func opening(_ name: String) -> Method {
                Method(name) { t, _, _ in
                    try own(t).state = 2
                    return .nothing
                }
            }
            func closing(_ name: String) -> Method {
                Method(name) { t, _, _ in
                    try own(t).runspace.close()
                    try own(t).state = 3
                    return .nothing
                }
            }
            func counting(_ name: String, _ read: @escaping @Sendable (RunspacePoolObject) -> Int) -> Method {
                Method(name, returns: .int32) { t, _, _ in .int(Int32(truncatingIfNeeded: read(try own(t)))) }
            }
            return MemberTable(
                properties: [
                    Property("InstanceId", GuidObject.typeInfo, get: { t, _ in try own(t).identity }),
                    Property("IsDisposed", .bool, get: { t, _ in .bool(try own(t).state == 3) }),
                    Property("InitialSessionState", SessionRecipe.typeInfo, get: { t, _ in try own(t).recipe.map { .object($0) } ?? .null }),
                    Property(
                        "RunspacePoolStateInfo", .object,
                        get: { t, session in session.record([("State", .object(EnumerationObject(states, try own(t).state))), ("Reason", .null)]) }),
                    RunspaceObject.kept("ThreadOptions", RunspaceObject.threads, 0), RunspaceObject.kept("ApartmentState", RunspaceObject.apartments, 2),
                ],
                methods: [
                    opening("Open"), closing("Close"), closing("Dispose"), counting("GetMinRunspaces") { $0.least }, counting("GetMaxRunspaces") { $0.most },
                    counting("GetAvailableRunspaces") { $0.most },
                    Method("SetMinRunspaces", [.int("minRunspaces")], returns: .bool) { t, a, _ in
                        guard a.int(0) >= 1, a.int(0) <= (try own(t).most) else { return .false }
                        try own(t).least = a.int(0)
                        return .true
                    },
                    Method("SetMaxRunspaces", [.int("maxRunspaces")], returns: .bool) { t, a, _ in
                        guard a.int(0) >= (try own(t).least) else { return .false }
                        try own(t).most = a.int(0)
                        return .true
                    },
                ])
        },
    ]
}

/// `InitialSessionState`: what a new session has from the start.
final class SessionRecipe: Box, @unchecked Sendable {
    private let variables = ListObject([], type: entries), commands = ListObject([], type: entries), environment = ListObject([], type: entries)
    private let startScripts = ListObject([], type: .list(of: .string))
    private var modules: [String] = []
    override var type: TypeInfo { SessionRecipe.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.InitialSessionState", accelerator: "initialsessionstate", base: .object)
    private static let entries = TypeInfo(
        "System.Management.Automation.Runspaces.InitialSessionStateEntryCollection`1", base: .object, interfaces: [.iEnumerable], code: .list)

    /// A variable, a function or an alias by name.
    final class Entry: Box, @unchecked Sendable {
        enum Kind: String, CaseIterable { case Variable, Function, Alias }
        let role: Kind, name: String, content: Value, note: String
        init(_ kind: Kind, _ name: String, _ content: Value, _ note: String) { role = kind; self.name = name; self.content = content; self.note = note }
        override var type: TypeInfo { Entry.type(role) }
        fileprivate static func type(_ kind: Kind) -> TypeInfo {
            switch kind {
            case .Variable: variable
            case .Function: function
            case .Alias: alias
            }
        }
        private static func made(_ kind: Kind) -> TypeInfo {
            TypeInfo("System.Management.Automation.Runspaces.SessionState\(kind.rawValue)Entry", base: .object)
        }
        private static let variable = made(.Variable), function = made(.Function), alias = made(.Alias)
    }

    /// Puts everything into a session that has just been made.
    func prepare(_ session: Session) throws {
        func run(_ text: String) throws {
            try session.runInline(session.scriptBlock(text), scope: session.global, output: NullSink(), streams: Streams())
        }
        for value in variables.elements + environment.elements {
            guard let entry = value.object as? Entry else { continue }
            try session.setVariable(entry.name, PowerShellObject.moved(entry.content, session), in: session.global)
        }
        for value in commands.elements {
            guard let entry = value.object as? Entry else { continue }
            let text = try entry.content.toText(session)
            switch entry.role {
            case .Function: try run("function global:\(entry.name) {\(text)}")
            case .Alias: try run("Set-Alias -Scope Global '\(entry.name.replacing("'", with: "''"))' '\(text.replacing("'", with: "''"))'")
            case .Variable: break
            }
        }
        for module in modules { try run("Import-Module '\(module.replacing("'", with: "''"))'") }
        for script in startScripts.elements { try run(". '\(try script.toText(session).replacing("'", with: "''"))'") }
    }

    private static func own(_ value: Value) throws -> SessionRecipe {
        guard let recipe = value.object as? SessionRecipe else { throw Refusals.null("this") }
        return recipe
    }

    static let types: [KnownType] =
        [
            KnownType(entries) {
                MemberTable(
                    methods: [
                        Method("Add", [.object("entry")]) { t, a, session in
                            t.asList?.elements += try session.elements(of: a[0]) ?? [a[0]]
                            return .nothing
                        },
                        Method("Remove", [.text("name"), .object("type")]) { t, a, _ in
                            t.asList?.elements.removeAll { ($0.object as? Entry)?.name.equalsIgnoringCase(a.text(0)) ?? false }
                            return .nothing
                        },
                        Method("Clear") { t, _, _ in
                            t.asList?.elements.removeAll()
                            return .nothing
                        },
                    ])
            },
            KnownType(typeInfo) {
                func part(_ name: String, _ read: @escaping @Sendable (SessionRecipe) -> ListObject) -> Property {
                    Property(name, .object, get: { t, _ in .object(read(try own(t))) })
                }
                func making(_ name: String) -> Method { Method(name, returns: typeInfo) { _, _, _ in .object(SessionRecipe()) } }
                return MemberTable(
                    properties: [
                        part("Variables") { $0.variables }, part("Commands") { $0.commands }, part("EnvironmentVariables") { $0.environment },
                        part("StartupScripts") { $0.startScripts },
                        Property("Modules", .object, get: { t, _ in .array(try own(t).modules.map { .text($0) }) }),
                        Property(
                            "LanguageMode", SessionStateObject.languageModes, get: { _, _ in .object(EnumerationObject(SessionStateObject.languageModes, 0)) },
                            set: { _, _, _ in }),
                        RunspaceObject.kept("ThreadOptions", RunspaceObject.threads, 0),
                        RunspaceObject.kept("ApartmentState", RunspaceObject.apartments, 2),
                    ],
                    methods: [
                        Method("ImportPSModule", [.object("name")]) { t, a, session in
                            try own(t).modules += (session.elements(of: a[0]) ?? [a[0]]).map { try $0.toText(session) }
                            return .nothing
                        }
                    ], staticMethods: [making("Create"), making("CreateDefault"), making("CreateDefault2")])
            },
        ]
        + Entry.Kind.allCases.map { kind in
            let type = Entry.type(kind)
            return KnownType(type) {
                let content = kind == .Variable ? "value" : "definition"
                @Sendable func make(_ a: [Value], _ session: Session) throws -> Value {
                    .object(Entry(kind, a.text(0), kind == .Variable ? a[1] : .text(try a[1].toText(session)), a.count > 2 ? try a[2].toText(session) : ""))
                }
                let first: [OverloadParameter] = [.text("name"), .object(content)]
                return MemberTable(
                    properties: [
                        Property("Name", .string, get: { t, _ in .text((t.object as? Entry)?.name ?? "") }),
                        Property(kind == .Variable ? "Value" : "Definition", .object, get: { t, _ in (t.object as? Entry)?.content ?? .null }),
                        Property("Description", .string, get: { t, _ in .text((t.object as? Entry)?.note ?? "") }),
                    ],
                    constructors: [
                        Overload(first, returns: type) { _, a, session in try make(a, session) },
                        Overload(first + [.object("description")], returns: type) { _, a, session in try make(a, session) },
                        Overload(first + [.object("description"), .object("options")], returns: type) { _, a, session in try make(a, session) },
                    ])
            }
        }
}
