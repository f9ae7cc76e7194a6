// Front-end pools: users are homed on them, chat pools are hosted by them.

/// The edition of a front-end pool.
public enum Edition: String, CaseIterable, Hashable, Sendable {
    case enterprise = "Enterprise"
    /// Exactly one computer, which is also the pool.
    case standard = "Standard"
}

/// Whether services run.
public enum RunState: String, CaseIterable, Hashable, Sendable {
    case running = "Running"
    case stopped = "Stopped"
}

/// A front-end pool or Standard Edition server (domain.md 2.2).
public struct FrontEndPool: StoredEntity {
    public var fqdn: Fqdn
    public var generation: Generation
    public var edition: Edition
    public var site: SiteName
    /// Enterprise: 1 to 12 front ends; Standard: exactly one, named like the pool.
    public var computers: [Fqdn]
    public var state: RunState
    public var backupPool: Fqdn?
    /// The database instance that holds the user store (R12).
    public var userStore: SqlInstance?

    public init(
        fqdn: Fqdn, generation: Generation, edition: Edition = .enterprise, site: SiteName, computers: [Fqdn], state: RunState = .running,
        backupPool: Fqdn? = nil, userStore: SqlInstance? = nil
    ) {
        self.fqdn = fqdn
        self.generation = generation
        self.edition = edition
        self.site = site
        self.computers = computers
        self.state = state
        self.backupPool = backupPool
        self.userStore = userStore
    }

    public var identity: String { fqdn.text }
    /// The service users point to: `Registrar:<fqdn>`.
    public var registrar: ServiceIdentity { ServiceIdentity(role: "Registrar", fqdn: fqdn) }

    public static let schema = EntitySchema(
        .frontEndPool,
        [
            EntityColumn("Fqdn"), EntityColumn("Generation"), EntityColumn("Edition"), EntityColumn("Site"), EntityColumn("State"),
            EntityColumn("BackupPool"), EntityColumn("UserStore"), EntityColumn("Computers", .list),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(fqdn.text)
        case 1: .text(generation.code)
        case 2: .text(edition.rawValue)
        case 3: .text(site.text)
        case 4: .text(state.rawValue)
        case 5: .text(backupPool)
        case 6: .text(userStore)
        default: .list(computers.map(\.text))
        }
    }
}
