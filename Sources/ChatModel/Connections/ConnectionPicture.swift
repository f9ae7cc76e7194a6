// The whole of a deployment as connections see it: pools, homes and policies, read once, then asked for any number of users.

/// A picture of pools and policies at one moment. Users and clients are not in it; their facts are worked out one by one.
public struct ConnectionPicture: Sendable {
    private struct Home {
        let generation: Generation
        let isRunning: Bool
        let policy: EffectivePolicy
    }

    /// All chat pools, in the order in which they were created. A pool's index is its place here.
    public let pools: [ChatPool]
    /// The facts of `pools`, by index.
    public let poolFacts: [PoolFacts]
    public let decision = ConnectionDecision()

    private let homes: [Fqdn: Home]
    private let assigned: [PolicyName: EffectivePolicy]
    private let global: EffectivePolicy
    private let indices: [Fqdn: Int32]

    /// Reads pools, servers and policies. Rethrows what the reading throws.
    public init(_ reading: some DeploymentReading) throws {
        let global = EffectivePolicy(try reading.policy(.global) ?? .initialGlobal)
        var homes: [Fqdn: Home] = [:]
        for pool in try reading.frontEndPools() {
            let sitePolicy = try reading.policy(.site(pool.site)).map { EffectivePolicy($0) }
            homes[pool.fqdn] = Home(generation: pool.generation, isRunning: pool.state == .running, policy: sitePolicy ?? global)
        }
        var assigned: [PolicyName: EffectivePolicy] = [:]
        for policy in try reading.policies() {
            if case .tag(let name) = policy.scope { assigned[name] = EffectivePolicy(policy) }
        }
        let deploymentIsFull = try reading.connectedUserCount() >= ServerLimits.connectedUsers
        pools = try reading.chatPools()
        var facts: [PoolFacts] = []
        var indices: [Fqdn: Int32] = [:]
        for pool in pools {
            let index = Int32(facts.count)
            let servers = try reading.chatServers(of: pool.fqdn)
            let host: RunState = homes[pool.hostPool]?.isRunning == true ? .running : .stopped
            indices[pool.fqdn] = index
            facts.append(
                PoolFacts(
                    index: index, generation: pool.generation, isRunning: serviceState(of: servers, host: host) == .running,
                    hasActiveServer: servers.contains(where: \.isActive),
                    isFull: pool.generation == .lync2013 && (deploymentIsFull || Self.areFull(servers))))
        }
        poolFacts = facts
        self.homes = homes
        self.assigned = assigned
        self.global = global
        self.indices = indices
    }

    /// Whether every active server holds as many users as it may (Q2).
    private static func areFull(_ servers: [ChatServer]) -> Bool {
        let active = servers.filter(\.isActive)
        return !active.isEmpty && active.allSatisfy { $0.connectedUsers >= ServerLimits.connectedUsersPerServer }
    }

    /// The facts of a chat pool; nil if there is none of this name.
    public func facts(ofPool fqdn: Fqdn) -> PoolFacts? { indices[fqdn].map { poolFacts[Int($0)] } }

    /// The policy that decides for a user (R45, R46).
    public func effectivePolicy(of user: ChatUser) -> EffectivePolicy {
        if let name = user.policy, let policy = assigned[name] { return policy }
        return user.homePool.flatMap { homes[$0]?.policy } ?? global
    }

    /// The facts of a user.
    public func facts(of user: ChatUser) -> UserFacts {
        let home = user.homePool.flatMap { homes[$0] }
        var facts = UserFacts()
        facts.isEnabled = user.enablement == .enabled
        facts.home = home?.generation
        facts.homeIsRunning = home?.isRunning ?? true
        facts.policyIsOn = (user.policy.flatMap { assigned[$0] } ?? home?.policy ?? global).enablesPersistentChat
        facts.principalIsDisabled = user.principalState != .active
        return facts
    }

    /// The facts of a client, after looking up who answers at its address.
    public func facts(of client: ChatClient, _ reading: some DeploymentReading) throws -> ClientFacts {
        guard client.kind == .groupChat, let address = client.configuration?.lookupUri else { return ClientFacts(kind: client.kind) }
        return ClientFacts(kind: client.kind, target: try target(at: address, reading))
    }

    /// Who answers at an address, as a legacy client finds it.
    public func target(at address: SipAddress, _ reading: some DeploymentReading) throws -> LookupTarget {
        guard let owner = try reading.owner(of: address) else { return .nobody }
        guard let pool = owner.pool else { return .ordinaryUser }
        return indices[pool].map { .pool($0) } ?? .nobody
    }
}
