// Creating, changing and removing front-end pools.

/// Creates a front-end pool or Standard Edition server, running.
public struct NewFrontEndPool: PlannedChange {
    public var fqdn: Fqdn
    public var generation: Generation
    public var edition: Edition
    public var site: SiteName
    /// Empty for a Standard Edition server, or for an Enterprise pool of one computer that bears the pool's name.
    public var computers: [Fqdn]
    public var backupPool: Fqdn?
    public var userStore: SqlInstance?

    public init(
        fqdn: Fqdn, generation: Generation, edition: Edition = .enterprise, site: SiteName, computers: [Fqdn] = [], backupPool: Fqdn? = nil,
        userStore: SqlInstance? = nil
    ) {
        self.fqdn = fqdn
        self.generation = generation
        self.edition = edition
        self.site = site
        self.computers = computers
        self.backupPool = backupPool
        self.userStore = userStore
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<FrontEndPool> {
        try checkFqdn(fqdn, of: .frontEndPool)
        let site = try reading.existingSite(site)
        let pool = FrontEndPool(
            fqdn: fqdn, generation: generation, edition: edition, site: site.name, computers: computers.isEmpty ? [fqdn] : computers,
            backupPool: backupPool, userStore: userStore)
        try checkTopologyNameIsFree(fqdn, for: .frontEndPool, owner: try reading.topologyOwner(of: fqdn))
        try checkComputers(of: pool, reading)
        try checkBackupPool(of: pool, reading)
        try checkUserStore(of: pool, reading)
        let before = Set(try reading.frontEndPools().map(\.generation))
        let caution = before.contains(generation) ? nil : cautionAboutThreeGenerations(before.union([generation]), target: pool.reference)
        return Plan(pool, changes: [.insert(.frontEndPool(pool))], cautions: caution.map { [$0] } ?? [])
    }
}

/// Changes a front-end pool. Generation and edition stay as they are.
public struct SetFrontEndPool: PlannedChange {
    public var fqdn: Fqdn
    public var site: Alteration<SiteName> = .keep
    public var computers: Alteration<[Fqdn]> = .keep
    public var backupPool: Alteration<Fqdn?> = .keep
    public var userStore: Alteration<SqlInstance?> = .keep

    public init(fqdn: Fqdn) { self.fqdn = fqdn }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<FrontEndPool> {
        let old = try reading.existingFrontEndPool(fqdn)
        var pool = old
        if case .set(let name) = site { pool.site = try reading.existingSite(name).name }
        computers.apply(to: &pool.computers)
        backupPool.apply(to: &pool.backupPool)
        userStore.apply(to: &pool.userStore)
        if pool.computers != old.computers { try checkComputers(of: pool, reading) }
        if pool.backupPool != old.backupPool { try checkBackupPool(of: pool, reading) }
        if pool.userStore != old.userStore { try checkUserStore(of: pool, reading) }
        return Plan(pool, changes: DeploymentChange.updates(from: old, to: pool) { .frontEndPool($0) })
    }
}

/// Removes a front-end pool that hosts no chat pool (R31), homes no user (D2) and backs up no other.
public struct RemoveFrontEndPool: PlannedChange {
    public var fqdn: Fqdn

    public init(fqdn: Fqdn) { self.fqdn = fqdn }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<FrontEndPool> {
        let pool = try reading.existingFrontEndPool(fqdn)
        try checkHostsNoChatPool(pool.fqdn, hosted: try reading.chatPools().filter { $0.hostPool == pool.fqdn }.map(\.fqdn))
        let users = try reading.userCount(homedOn: pool.fqdn)
        guard users == 0 else {
            throw Refusal(
                Message(.poolHomesUsers, ["pool": .name(pool.fqdn), "n": .number(users)]), rule: "D2", .invalidOperation, target: pool.reference)
        }
        if let other = try reading.frontEndPools().first(where: { $0.backupPool == pool.fqdn }) {
            throw Refusal(
                Message(.frontEndPoolBacksUp, ["pool": .name(pool.fqdn), "other": .name(other.fqdn)]), .invalidOperation, target: pool.reference,
                others: [other.reference])
        }
        return Plan(pool, changes: [.remove(.frontEndPool(pool))])
    }
}

/// Standard Edition: the one computer is the pool. Enterprise: 1 to 12 computers. No computer is in two pools, nor a chat server (R17, R19).
private func checkComputers(of pool: FrontEndPool, _ reading: some DeploymentReading) throws {
    if pool.edition == .standard, pool.computers != [pool.fqdn] {
        throw Refusal(
            Message(.standardEditionComputers, ["pool": .name(pool.fqdn), "given": .text(pool.computers.map(\.text).joined(separator: ", "))]),
            .invalidArgument, target: pool.reference)
    }
    guard (1...12).contains(pool.computers.count) else {
        throw Refusal(
            Message(.enterpriseComputers, ["pool": .name(pool.fqdn), "n": .number(pool.computers.count)]), .invalidArgument, target: pool.reference)
    }
    var seen: Set<Fqdn> = []
    for computer in pool.computers {
        try checkFqdn(computer, of: .frontEndPool)
        try checkTopologyNameIsFree(computer, for: .frontEndPool, owner: seen.insert(computer).inserted ? nil : pool.reference)
        guard computer != pool.fqdn else { continue }
        let owner = try reading.topologyOwner(of: computer)
        try checkTopologyNameIsFree(computer, for: .frontEndPool, owner: owner == pool.reference ? nil : owner)
    }
}

private func checkBackupPool(of pool: FrontEndPool, _ reading: some DeploymentReading) throws {
    guard let backup = pool.backupPool else { return }
    let other = try reading.existingFrontEndPool(backup)
    guard other.generation == pool.generation, other.fqdn != pool.fqdn else {
        throw Refusal(
            Message(.backupPoolGeneration, ["pool": .name(pool.fqdn), "gen": .generation(pool.generation), "other": .name(backup)]), .invalidArgument,
            target: pool.reference, others: [other.reference])
    }
}

/// R12 for the user store.
private func checkUserStore(of pool: FrontEndPool, _ reading: some DeploymentReading) throws {
    guard let instance = pool.userStore else { return }
    for other in try reading.frontEndPools() where other.userStore == instance && other.fqdn != pool.fqdn {
        try checkSqlInstanceIsSeparate(instance, for: pool.generation, of: pool.reference, holder: other)
    }
}
