// Changing and removing chat pools.

/// Changes a chat pool. Generation and kind stay as they are; content stays in the pool (R7).
public struct SetChatPool: PlannedChange {
    public var fqdn: Fqdn
    /// The new next hop; of the same generation (R1 to R3, R31).
    public var hostPool: Alteration<Fqdn> = .keep
    public var displayName: Alteration<String> = .keep
    public var mtlsPort: Alteration<Int64> = .keep
    public var fileStore: Alteration<String> = .keep
    /// What the caller found out about the new file store.
    public var fileStoreExists = true
    public var contentDatabase: Alteration<DatabasePlacement> = .keep
    public var complianceEnabled: Alteration<Bool> = .keep
    public var complianceDatabase: Alteration<DatabasePlacement> = .keep
    /// Legacy pools: the address of an existing account that no other pool answers at; nil for none.
    public var lookupUser: Alteration<SipAddress?> = .keep
    public var trustedApplicationPool: Alteration<Fqdn?> = .keep

    public init(fqdn: Fqdn) { self.fqdn = fqdn }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPool> {
        let old = try reading.existingChatPool(fqdn)
        var pool = old
        if case .set(let name) = hostPool {
            let host = try reading.existingFrontEndPool(name)
            try checkHostGeneration(of: pool.fqdn, pool.generation, host: host)
            try checkStandardEditionPoolName(pool.fqdn, pool.generation, host: host)
            for server in try reading.chatServers(of: pool.fqdn) { try checkServerDomain(server.fqdn, host: host) }
            pool.hostPool = host.fqdn
        }
        displayName.apply(to: &pool.displayName)
        if case .set(let port) = mtlsPort {
            try checkRange(port, 1...65535, property: "MtlsPort", of: pool.reference)
            pool.mtlsPort = port
        }
        if case .set(let path) = fileStore {
            try checkFileStore(path, of: pool.fqdn, pool.kind, exists: fileStoreExists)
            pool.fileStore = path
        }
        contentDatabase.apply(to: &pool.contentDatabase)
        complianceEnabled.apply(to: &pool.complianceEnabled)
        complianceDatabase.apply(to: &pool.complianceDatabase)
        try checkDatabases(of: pool, reading)
        if case .set(let address) = lookupUser { pool.lookupUser = try address.map { try lookupAccount($0, of: pool, reading) } }
        trustedApplicationPool.apply(to: &pool.trustedApplicationPool)
        return Plan(pool, changes: DeploymentChange.updates(from: old, to: pool) { .chatPool($0) })
    }

    private func lookupAccount(_ address: SipAddress, of pool: ChatPool, _ reading: some DeploymentReading) throws -> SipAddress {
        guard pool.generation.isLegacy else {
            throw Refusal(Message(.lookupUserOnlyLegacy, ["pool": .name(pool.fqdn)]), .invalidArgument, target: pool.reference)
        }
        switch try reading.owner(of: address) {
        case .user(let user): return user.sipAddress ?? address
        case .lookupUser(_, pool.fqdn): return address
        case let owner?:
            try checkSipAddressIsFree(address, owner: owner)
            return address
        case nil:
            throw Refusal(Message(.userNotFound, ["user": .name(address)]), rule: "P1", .objectNotFound, target: ObjectReference(.user, address))
        }
    }
}

/// Removes a chat pool with its servers, endpoints and lookup user. A legacy pool with content that has not been migrated needs force (R9).
public struct RemoveChatPool: PlannedChange {
    public var fqdn: Fqdn
    /// Gives unmigrated content up.
    public var force: Bool

    public init(fqdn: Fqdn, force: Bool = false) {
        self.fqdn = fqdn
        self.force = force
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPool> {
        let pool = try reading.existingChatPool(fqdn)
        try checkContentMayBeLeftBehind(pool, unmigratedRooms: try reading.unmigratedRoomCount(in: pool.fqdn), force: force)
        var changes: [DeploymentChange] = []
        for old in try reading.sites() where old.defaultChatPool == pool.fqdn {
            var site = old
            site.defaultChatPool = nil
            changes.append(.update(from: .site(old), to: .site(site)))
        }
        changes += try reading.endpoints(of: pool.fqdn).map { .remove(.endpoint($0)) }
        changes += try reading.chatServers(of: pool.fqdn).map { .remove(.chatServer($0)) }
        changes.append(.remove(.chatPool(pool)))
        if let address = pool.lookupUser, let account = try reading.user(at: address) { changes.append(.remove(.user(account))) }
        return Plan(pool, changes: changes)
    }
}
