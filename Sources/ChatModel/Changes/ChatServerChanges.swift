// Adding, removing and activating the servers of chat pools.

/// Adds a server to a multi-computer pool (R17, R19 to R21, R23).
public struct AddChatServer: PlannedChange {
    public var fqdn: Fqdn
    public var pool: Fqdn
    /// nil makes it active while there are fewer than four active ones.
    public var isActive: Bool?
    public var dataCenter: String

    public init(fqdn: Fqdn, pool: Fqdn, isActive: Bool? = nil, dataCenter: String = "") {
        self.fqdn = fqdn
        self.pool = pool
        self.isActive = isActive
        self.dataCenter = dataCenter
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatServer> {
        let pool = try reading.existingChatPool(pool)
        let others = try reading.chatServers(of: pool.fqdn)
        let active = others.count(where: \.isActive)
        let becomesActive = isActive ?? (active < ServerLimits.activeServers)
        try checkPoolKindAllows(servers: others.count + 1, in: pool.fqdn, pool.kind)
        try checkServerLimits(of: pool.fqdn, servers: others.count + 1, active: active + (becomesActive ? 1 : 0))
        let host = try reading.existingFrontEndPool(pool.hostPool)
        let owner = pool.fqdn == fqdn ? pool.reference : nil
        try checkNewServer(fqdn, of: pool.fqdn, pool.generation, host: host, owner: pool.kind == .multipleComputers ? owner : nil, reading)
        let server = ChatServer(fqdn: fqdn, pool: pool.fqdn, isActive: becomesActive, dataCenter: dataCenter)
        return Plan(server, changes: [.insert(.chatServer(server))])
    }
}

/// Removes a server; the one of a single-computer pool goes only with its pool.
public struct RemoveChatServer: PlannedChange {
    public var fqdn: Fqdn

    public init(fqdn: Fqdn) { self.fqdn = fqdn }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatServer> {
        let server = try reading.existingChatServer(fqdn)
        let pool = try reading.existingChatPool(server.pool)
        let others = try reading.chatServers(of: pool.fqdn).filter { $0.fqdn != server.fqdn }
        guard pool.kind == .multipleComputers else {
            throw Refusal(
                Message(.lastServerOfPool, ["server": .name(server.fqdn), "pool": .name(pool.fqdn)]), .invalidOperation, target: server.reference,
                others: [pool.reference])
        }
        return Plan(server, changes: [.remove(.chatServer(server))], cautions: cautionAboutNoActiveServer(others, of: pool))
    }
}

/// Puts a server on the active list of its pool, or takes it off: an inactive one keeps the sessions it has and takes no new ones (R21).
public struct SetChatServerActive: PlannedChange {
    public var fqdn: Fqdn
    public var isActive: Bool

    public init(fqdn: Fqdn, isActive: Bool) {
        self.fqdn = fqdn
        self.isActive = isActive
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatServer> {
        let old = try reading.existingChatServer(fqdn)
        let pool = try reading.existingChatPool(old.pool)
        var server = old
        server.isActive = isActive
        let servers = try reading.chatServers(of: pool.fqdn).map { $0.fqdn == server.fqdn ? server : $0 }
        try checkServerLimits(of: pool.fqdn, servers: 0, active: servers.count(where: \.isActive))
        let changes = DeploymentChange.updates(from: old, to: server) { .chatServer($0) }
        return Plan(server, changes: changes, cautions: changes.isEmpty ? [] : cautionAboutNoActiveServer(servers, of: pool))
    }
}

/// Chooses the active servers of a pool at once (Set-CsPersistentChatActiveServer).
public struct ChooseActiveServers: PlannedChange {
    public enum Choice: Hashable, Sendable {
        /// These, and no others; an empty list stops all new connections (R141).
        case exactly([Fqdn])
        /// Active and inactive ones change places.
        case swapped
    }

    public var pool: Fqdn
    public var choice: Choice

    public init(pool: Fqdn, choice: Choice) {
        self.pool = pool
        self.choice = choice
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<[ChatServer]> {
        let pool = try reading.existingChatPool(pool)
        let before = try reading.chatServers(of: pool.fqdn)
        var after = before
        switch choice {
        case .swapped:
            for place in after.indices { after[place].isActive.toggle() }
        case .exactly(let names):
            for name in names where !before.contains(where: { $0.fqdn == name }) {
                let server = try reading.existingChatServer(name)
                throw Refusal(
                    Message(.serverOfAnotherPool, ["server": .name(name), "other": .name(server.pool), "pool": .name(pool.fqdn)]), .invalidArgument,
                    target: pool.reference, others: [server.reference])
            }
            for place in after.indices { after[place].isActive = names.contains(after[place].fqdn) }
        }
        try checkServerLimits(of: pool.fqdn, servers: 0, active: after.count(where: \.isActive))
        let changes = zip(before, after).flatMap { DeploymentChange.updates(from: $0, to: $1) { .chatServer($0) } }
        return Plan(after, changes: changes, cautions: changes.isEmpty ? [] : cautionAboutNoActiveServer(after, of: pool))
    }
}

/// Q1 in advance: a pool without an active server takes no connections.
private func cautionAboutNoActiveServer(_ servers: [ChatServer], of pool: ChatPool) -> [Caution] {
    servers.contains(where: \.isActive) ? [] : [Caution(Message(.poolHasNoActiveServer, ["pool": .name(pool.fqdn)]), rule: "Q1", target: pool.reference)]
}
