// Starting and stopping pools.

/// Starts or stops the front ends of a pool. While they are stopped, the chat pools they host cannot be reached.
public struct SetFrontEndPoolState: PlannedChange {
    public var fqdn: Fqdn
    public var state: RunState

    public init(fqdn: Fqdn, state: RunState) {
        self.fqdn = fqdn
        self.state = state
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<FrontEndPool> {
        let old = try reading.existingFrontEndPool(fqdn)
        var pool = old
        pool.state = state
        return Plan(pool, changes: DeploymentChange.updates(from: old, to: pool) { .frontEndPool($0) })
    }
}

/// Starts or stops the services on every server of a chat pool. Stopping ends all sessions.
public struct SetChatPoolState: PlannedChange {
    public var fqdn: Fqdn
    public var state: RunState

    public init(fqdn: Fqdn, state: RunState) {
        self.fqdn = fqdn
        self.state = state
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPool> {
        let pool = try reading.existingChatPool(fqdn)
        let servers = try reading.chatServers(of: pool.fqdn)
        let changes = servers.flatMap { old in
            var server = old
            server.channelService = state
            server.complianceService = pool.complianceEnabled ? state : .stopped
            if state == .stopped { server.connectedUsers = 0 }
            return DeploymentChange.updates(from: old, to: server) { .chatServer($0) }
        }
        var cautions: [Caution] = []
        if state == .running {
            let host = try reading.existingFrontEndPool(pool.hostPool)
            if host.state == .stopped {
                cautions.append(Caution(Message(.hostPoolStopped, ["pool": .name(pool.fqdn), "host": .name(host.fqdn)]), target: pool.reference))
            }
            if !servers.contains(where: \.isActive) {
                cautions.append(Caution(Message(.poolHasNoActiveServer, ["pool": .name(pool.fqdn)]), rule: "Q1", target: pool.reference))
            }
        }
        return Plan(pool, changes: changes, cautions: cautions)
    }
}
