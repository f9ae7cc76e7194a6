// The deployment, its sites and its SIP domains.

/// What is true of the deployment as a whole.
public struct Deployment: StoredEntity {
    /// The one directory forest; migration never crosses forests. Empty until it is set.
    public var forest: String
    /// Whether the published topology has been enabled (R26).
    public var topologyIsEnabled: Bool

    public init(forest: String = "", topologyIsEnabled: Bool = true) {
        self.forest = forest
        self.topologyIsEnabled = topologyIsEnabled
    }

    public var identity: String { "Global" }

    public static let schema = EntitySchema(.deployment, [EntityColumn("Forest"), EntityColumn("TopologyIsEnabled", .boolean)])

    public func value(at position: Int) -> ColumnValue {
        position == 0 ? .text(forest) : .boolean(topologyIsEnabled)
    }
}

/// Whether a site is a central one or a branch.
public enum SiteType: String, CaseIterable, Hashable, Sendable {
    case central = "CentralSite"
    case remote = "RemoteSite"
}

/// A site: the place of pools, and a scope of policies.
public struct Site: StoredEntity {
    public var name: SiteName
    /// A number of at least 1, unique among sites.
    public var siteId: Int64
    public var displayName: String
    public var description: String
    public var type: SiteType
    /// The 2013 chat pool in which a Lync 2013 client of this site creates rooms.
    public var defaultChatPool: Fqdn?

    public init(
        name: SiteName, siteId: Int64, displayName: String? = nil, description: String = "", type: SiteType = .central, defaultChatPool: Fqdn? = nil
    ) {
        self.name = name
        self.siteId = siteId
        self.displayName = displayName ?? name.text
        self.description = description
        self.type = type
        self.defaultChatPool = defaultChatPool
    }

    /// `Site:<name>`
    public var identity: String { "Site:\(name.text)" }

    public static let schema = EntitySchema(
        .site,
        [
            EntityColumn("Name"), EntityColumn("SiteId", .integer), EntityColumn("DisplayName"), EntityColumn("Description"),
            EntityColumn("SiteType"), EntityColumn("DefaultPersistentChatPool"),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(name.text)
        case 1: .integer(siteId)
        case 2: .text(displayName)
        case 3: .text(description)
        case 4: .text(type.rawValue)
        default: .text(defaultChatPool)
        }
    }
}

/// A SIP domain; every SIP address ends in one (R33).
public struct SipDomain: StoredEntity {
    public var name: SipDomainName
    /// Exactly one SIP domain is the default.
    public var isDefault: Bool

    public init(name: SipDomainName, isDefault: Bool) {
        self.name = name
        self.isDefault = isDefault
    }

    public var identity: String { name.text }

    public static let schema = EntitySchema(.sipDomain, [EntityColumn("Name"), EntityColumn("IsDefault", .boolean)])

    public func value(at position: Int) -> ColumnValue { position == 0 ? .text(name.text) : .boolean(isDefault) }
}
