// Creating, changing, removing and granting policies.

/// Creates a policy for a site or for users (R44).
public struct NewPolicy: PlannedChange {
    public var identity: PolicyIdentity
    public var enablePersistentChat: Bool
    public var description: String

    public init(_ identity: PolicyIdentity, enablePersistentChat: Bool = false, description: String = "") {
        self.identity = identity
        self.enablePersistentChat = enablePersistentChat
        self.description = description
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPolicy> {
        var identity = identity
        if case .tag(let name) = identity { try checkName(name, of: .policy) }
        try checkNewPolicy(identity, exists: try reading.policy(identity) != nil)
        if case .site(let name) = identity { identity = .site(try reading.existingSite(name).name) }
        let policy = ChatPolicy(identity, enablePersistentChat: enablePersistentChat, description: description)
        return Plan(policy, changes: [.insert(.policy(policy))])
    }
}

/// Changes a policy; the global one unless another is named.
public struct SetPolicy: PlannedChange {
    public var identity: PolicyIdentity
    public var enablePersistentChat: Alteration<Bool> = .keep
    public var description: Alteration<String> = .keep

    public init(_ identity: PolicyIdentity = .global) { self.identity = identity }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPolicy> {
        let old = try reading.existingPolicy(identity)
        var policy = old
        enablePersistentChat.apply(to: &policy.enablePersistentChat)
        description.apply(to: &policy.description)
        return Plan(policy, changes: DeploymentChange.updates(from: old, to: policy) { .policy($0) })
    }
}

/// Removes a policy. The global one is reset (R48); an assigned one is asked about, and its holders fall back (R49).
public struct RemovePolicy: PlannedChange {
    public var identity: PolicyIdentity
    public var force: Bool

    public init(_ identity: PolicyIdentity, force: Bool = false) {
        self.identity = identity
        self.force = force
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatPolicy> {
        let policy = try reading.existingPolicy(identity)
        let (left, caution) = remainder(afterRemoving: policy)
        if let left {
            return Plan(
                policy, changes: DeploymentChange.updates(from: policy, to: left) { .policy($0) }, cautions: caution.map { [$0] } ?? [])
        }
        guard case .tag(let name) = policy.scope else { return Plan(policy, changes: [.remove(.policy(policy))]) }
        let holders = try reading.userCount(assigned: name)
        let question = questionBeforeRemoving(policy, holders: holders, force: force)
        return Plan(
            policy, changes: (holders > 0 ? [.unassign(name)] : []) + [.remove(.policy(policy))], questions: question.map { [$0] } ?? [])
    }
}

/// Assigns a per-user policy to a user, or takes it away (R50).
public struct GrantPolicy: PlannedChange {
    public var user: UserIdentity
    /// nil takes the user's own policy away.
    public var policy: PolicyName?

    public init(_ policy: PolicyName?, to user: UserIdentity) {
        self.user = user
        self.policy = policy
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let granted = try policy.flatMap { try reading.policy(.tag($0)) }
        try checkPolicyCanBeGranted(policy, policy: granted)
        let old = try reading.existingUser(self.user)
        var user = old
        if case .tag(let name)? = granted?.scope { user.policy = name } else { user.policy = nil }
        return Plan(user, changes: DeploymentChange.updates(from: old, to: user) { .user($0) })
    }
}
