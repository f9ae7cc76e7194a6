// Creating chat pools, with their servers, and the address at which legacy clients find them.

/// For which sites a new 2013 pool becomes the default one.
public enum DefaultSites: Hashable, Sendable {
    case none
    case site(SiteName)
    case all
}

/// Creates a chat pool. Creating one kind never fails because another exists (R4).
public struct NewChatPool: PlannedChange {
    public var fqdn: Fqdn
    public var generation: Generation
    /// nil takes the only front-end pool of the generation.
    public var hostPool: Fqdn?
    public var displayName = ""
    /// nil decides by the servers: none, or just the pool's own name, is a single-computer pool.
    public var kind: PoolKind?
    /// Empty for a single-computer pool. The first four become active.
    public var servers: [Fqdn] = []
    public var mtlsPort = ChatPorts.sipMtls
    public var fileStore: String
    /// What the caller found out about the file store; true where it cannot be looked at (R24).
    public var fileStoreExists = true
    /// Of a Standard Edition pool, the local instance unless one is named (R18).
    public var contentDatabase = DatabasePlacement()
    public var complianceEnabled = false
    public var complianceDatabase = DatabasePlacement()
    public var defaultSites = DefaultSites.none
    /// Legacy pools: `sip:ocschat@<default SIP domain>` unless one is named. The account is made if there is none.
    public var lookupUser: SipAddress?
    public var trustedApplicationPool: Fqdn?

    public init(fqdn: Fqdn, generation: Generation, hostPool: Fqdn? = nil, fileStore: String) {
        self.fqdn = fqdn
        self.generation = generation
        self.hostPool = hostPool
        self.fileStore = fileStore
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPool> {
        try checkFqdn(fqdn, of: .chatPool)
        let host = try host(reading)
        try checkHostGeneration(of: fqdn, generation, host: host)
        try checkStandardEditionPoolName(fqdn, generation, host: host)
        let kind = kind ?? (servers.isEmpty || servers == [fqdn] || isOnStandardEdition(host) ? .singleComputer : .multipleComputers)
        let servers = servers.isEmpty && kind == .singleComputer ? [fqdn] : servers
        if !isOnStandardEdition(host) {
            try checkServerIsNoEnterpriseFrontEnd(fqdn, frontEnd: generation == .lync2013 ? try reading.frontEndPool(withComputer: fqdn) : nil)
            try checkTopologyNameIsFree(fqdn, for: .chatPool, owner: try reading.topologyOwner(of: fqdn))
        } else {
            try checkTopologyNameIsFree(fqdn, for: .chatPool, owner: try reading.chatPool(fqdn)?.reference)
        }
        try checkPoolKindAllows(servers: servers.count, in: fqdn, kind)
        try checkServerLimits(of: fqdn, servers: servers.count, active: min(servers.count, ServerLimits.activeServers))
        for (place, server) in servers.enumerated() {
            let isRepeated = servers[..<place].contains(server)
            try checkNewServer(server, of: fqdn, generation, host: host, owner: isRepeated ? ObjectReference(.chatServer, server) : nil, reading)
        }
        try checkFileStore(fileStore, of: fqdn, kind, exists: fileStoreExists)
        try checkRange(mtlsPort, 1...65535, property: "MtlsPort", of: ObjectReference(.chatPool, fqdn))

        var pool = ChatPool(
            fqdn: fqdn, generation: generation, hostPool: host.fqdn, displayName: displayName, kind: kind, mtlsPort: mtlsPort, fileStore: fileStore,
            contentDatabase: contentDatabase, complianceEnabled: complianceEnabled, complianceDatabase: complianceDatabase,
            trustedApplicationPool: trustedApplicationPool ?? (generation == .lync2010 ? fqdn : nil))
        if isOnStandardEdition(host), pool.contentDatabase.instance == nil { pool.contentDatabase.instance = SqlInstance("\(fqdn.text)\\rtc") }
        try checkDatabases(of: pool, reading)
        var changes = try addressChanges(for: &pool, host: host, reading)
        changes.append(.insert(.chatPool(pool)))
        for (place, server) in servers.enumerated() {
            changes.append(.insert(.chatServer(ChatServer(fqdn: server, pool: fqdn, isActive: place < ServerLimits.activeServers))))
        }
        if generation == .lync2013 { changes.append(.insert(.endpoint(try automaticEndpoint(reading)))) }
        changes += try defaultSiteChanges(for: pool, reading)
        let before = Set(try reading.chatPools().map(\.generation))
        let caution = before.contains(generation) ? nil : cautionAboutThreeGenerations(before.union([generation]), target: pool.reference)
        return Plan(pool, changes: changes, cautions: caution.map { [$0] } ?? [])
    }

    /// The 2013 role on a Standard Edition server shares the server's name and computer (R18).
    private func isOnStandardEdition(_ host: FrontEndPool) -> Bool { host.edition == .standard && generation == .lync2013 }

    private func host(_ reading: some DeploymentReading) throws -> FrontEndPool {
        if let hostPool, let host = try reading.frontEndPool(hostPool) { return host }
        let candidates = try reading.frontEndPools().filter { $0.generation == generation }
        try checkHostPoolExists(for: fqdn, generation, candidates: candidates)
        if let hostPool { return try reading.existingFrontEndPool(hostPool) }
        guard candidates.count == 1 else {
            throw Refusal(
                Message(.hostPoolAmbiguous, ["gen": .generation(generation), "pool": .name(fqdn)]), .invalidArgument,
                target: ObjectReference(.chatPool, fqdn), others: candidates.map(\.reference))
        }
        return candidates[0]
    }

    /// The lookup user of a legacy pool: an account that is there already, or a new one on the host pool.
    private func addressChanges(for pool: inout ChatPool, host: FrontEndPool, _ reading: some DeploymentReading) throws -> [DeploymentChange] {
        guard generation.isLegacy else {
            guard lookupUser == nil else {
                throw Refusal(Message(.lookupUserOnlyLegacy, ["pool": .name(fqdn)]), .invalidArgument, target: pool.reference)
            }
            return []
        }
        let address = try lookupUser ?? SipAddress(name: "ocschat", domain: reading.defaultDomain(for: pool.reference))
        pool.lookupUser = address
        try checkSipAddress(address, isInKnownDomain: try reading.sipDomain(address.domain) != nil)
        let owner = try reading.owner(of: address)
        if case .user = owner { return [] }
        try checkSipAddressIsFree(address, owner: owner)
        let name = String(address.name)
        let account = ChatUser(
            distinguishedName: DistinguishedName(commonName: name, domain: address.domain), sipAddress: address, homePool: host.fqdn, enablement: .enabled,
            displayName: name, samAccountName: name, userPrincipalName: String(address.withoutScheme))
        return [.insert(.user(account))]
    }

    /// The contact object that every 2013 pool gets by itself (R107), at the first free address of its series (our reading).
    private func automaticEndpoint(_ reading: some DeploymentReading) throws -> ChatEndpoint {
        let domain = try reading.defaultDomain(for: ObjectReference(.chatPool, fqdn))
        var number = 1
        while true {
            let address = SipAddress(name: "GC-1-PersistentChatService-\(number)", domain: domain)
            if try reading.owner(of: address) == nil {
                return ChatEndpoint(sipAddress: address, displayName: displayName.isEmpty ? fqdn.text : displayName, pool: fqdn, isAutomatic: true)
            }
            number += 1
        }
    }

    private func defaultSiteChanges(for pool: ChatPool, _ reading: some DeploymentReading) throws -> [DeploymentChange] {
        let sites: [Site] =
            switch defaultSites {
            case .none: []
            case .site(let name): [try reading.existingSite(name)]
            case .all: try reading.sites()
            }
        return try sites.flatMap { old in
            try checkDefaultChatPool(pool, of: old)
            var site = old
            site.defaultChatPool = pool.fqdn
            return DeploymentChange.updates(from: old, to: site) { .site($0) }
        }
    }
}

/// R17, R19 and R23 for a server that is to join a pool.
///
/// - Parameter owner: Who else of the same change bears the name.
func checkNewServer(
    _ server: Fqdn, of pool: Fqdn, _ generation: Generation, host: FrontEndPool, owner: ObjectReference?, _ reading: some DeploymentReading
) throws {
    try checkFqdn(server, of: .chatServer)
    try checkServerDomain(server, host: host)
    try checkTopologyNameIsFree(server, for: .chatServer, owner: owner)
    if generation == .lync2013 {
        try checkServerIsNoEnterpriseFrontEnd(server, frontEnd: try reading.frontEndPool(withComputer: server))
        if host.edition == .standard, server == host.fqdn { return }
    }
    // A single-computer pool and its server share the name.
    guard server != pool else { return }
    try checkTopologyNameIsFree(server, for: .chatServer, owner: try reading.topologyOwner(of: server))
}

/// R12 and R25 for the databases of a chat pool, and compliance having one.
func checkDatabases(of pool: ChatPool, _ reading: some DeploymentReading) throws {
    if pool.complianceEnabled, pool.complianceDatabase.instance == nil {
        throw Refusal(Message(.complianceDatabaseMissing, ["pool": .name(pool.fqdn)]), .invalidArgument, target: pool.reference)
    }
    let hosts = try reading.frontEndPools()
    let others = try reading.chatPools().filter { $0.fqdn != pool.fqdn }
    for instance in pool.contentDatabase.instances + pool.complianceDatabase.instances {
        for holder in hosts where holder.userStore == instance {
            try checkSqlInstanceIsSeparate(instance, for: pool.generation, of: pool.reference, holder: holder)
        }
    }
    for instance in pool.contentDatabase.instances {
        let holder = others.first { $0.contentDatabase.instances.contains(instance) }
        try checkSqlInstanceHoldsNoOther(instance, of: pool.fqdn, holder: holder?.fqdn)
    }
    for instance in pool.complianceDatabase.instances {
        let holder = others.first { $0.complianceDatabase.instances.contains(instance) }
        try checkSqlInstanceHoldsNoOther(instance, of: pool.fqdn, holder: holder?.fqdn)
    }
}

extension DatabasePlacement {
    /// The instances that are named.
    public var instances: [SqlInstance] { [instance, mirror, backup, backupMirror].compactMap(\.self) }
}
