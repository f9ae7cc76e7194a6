// Creating, changing and removing sites.

/// Creates a site.
public struct NewSite: PlannedChange {
    public var name: SiteName
    public var displayName: String?
    public var description: String
    public var type: SiteType

    public init(name: SiteName, displayName: String? = nil, description: String = "", type: SiteType = .central) {
        self.name = name
        self.displayName = displayName
        self.description = description
        self.type = type
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<Site> {
        try checkName(name, of: .site)
        if let site = try reading.site(name) {
            throw Refusal(Message(.siteExists, ["site": .name(name)]), .resourceExists, target: site.reference)
        }
        let siteId = (try reading.sites().map(\.siteId).max() ?? 0) + 1
        let site = Site(name: name, siteId: siteId, displayName: displayName, description: description, type: type)
        return Plan(site, changes: [.insert(.site(site))])
    }
}

/// Changes a site.
public struct SetSite: PlannedChange {
    public var name: SiteName
    public var displayName: Alteration<String> = .keep
    public var description: Alteration<String> = .keep
    public var type: Alteration<SiteType> = .keep
    /// The pool for rooms made in Lync 2013 clients of the site; a 2013 chat pool (our reading).
    public var defaultChatPool: Alteration<Fqdn?> = .keep

    public init(name: SiteName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<Site> {
        let old = try reading.existingSite(name)
        var site = old
        displayName.apply(to: &site.displayName)
        description.apply(to: &site.description)
        type.apply(to: &site.type)
        if case .set(let fqdn) = defaultChatPool {
            site.defaultChatPool = try fqdn.map { fqdn in
                let pool = try reading.existingChatPool(fqdn)
                try checkDefaultChatPool(pool, of: site)
                return pool.fqdn
            }
        }
        return Plan(site, changes: DeploymentChange.updates(from: old, to: site) { .site($0) })
    }
}

/// The default chat pool of a site is one of 2013.
func checkDefaultChatPool(_ pool: ChatPool, of site: Site) throws(Refusal) {
    guard pool.generation.isLegacy else { return }
    throw Refusal(
        Message(.defaultPoolNot2013, ["pool": .name(pool.fqdn), "gen": .generation(pool.generation)]), .invalidArgument, target: site.reference,
        others: [pool.reference])
}

/// Removes a site that contains no pools; its policy goes with it.
public struct RemoveSite: PlannedChange {
    public var name: SiteName

    public init(name: SiteName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<Site> {
        let site = try reading.existingSite(name)
        let pools = try reading.frontEndPools().filter { $0.site == site.name }
        guard pools.isEmpty else {
            throw Refusal(
                Message(.siteHasPools, ["site": .name(site.name), "n": .number(pools.count)]), .invalidOperation, target: site.reference,
                others: pools.map(\.reference))
        }
        let policy = try reading.policy(.site(site.name))
        return Plan(site, changes: (policy.map { [.remove(.policy($0))] } ?? []) + [.remove(.site(site))])
    }
}
