// Rules R43 to R52: policies, their scopes, and the one that is effective.
// R51 (legacy clients are not subject to policy) is `ClientKind.isSubjectToPolicy`. R52 (no pool level) is `PolicyIdentity` having three cases.

extension ChatPolicy {
    /// R43: the global policy as every deployment begins with it: off.
    public static let initialGlobal = ChatPolicy(.global)
}

/// R44: new policies are made for a site or for users, not globally, not twice, not for a service or pool.
///
/// - Parameter exists: Whether a policy with this identity exists already.
public func checkNewPolicy(_ identity: PolicyIdentity, exists: Bool) throws(Refusal) {
    let reference = ObjectReference(.policy, identity.text)
    if identity == .global { throw Refusal(Message(.globalPolicyExists), rule: "R44", .resourceExists, target: reference) }
    if exists { throw Refusal(Message(.policyExists, ["id": .text(identity.text)]), rule: "R44", .resourceExists, target: reference) }
}

/// R44, R52: the identity of a policy as it was written, or a refusal if it names a service or nothing.
public func policyIdentity(reading text: String) throws(Refusal) -> PolicyIdentity {
    switch PolicyIdentity.read(text) {
    case .policy(let identity): return identity
    case .serviceScope:
        throw Refusal(Message(.policyScopeNotSupported), rule: "R44", .invalidArgument, target: ObjectReference(.policy, text))
    case .empty: throw Refusal(emptyName(of: .policy), .invalidArgument, target: ObjectReference(.policy, text))
    }
}

/// The policy that decides for a user, and what it decides.
public struct EffectivePolicy: Hashable, Sendable {
    public let identity: PolicyIdentity
    public let enablesPersistentChat: Bool

    public init(_ policy: ChatPolicy) {
        identity = policy.scope
        enablesPersistentChat = policy.enablePersistentChat
    }
}

/// R45, R47: the per-user policy decides, else the site's, else the global one; a policy that is off beats a wider one that is on, and the reverse.
///
/// - Parameters:
///   - assigned: The user's own policy.
///   - site: The policy of the site of the user's home pool (R46).
public func effectivePolicy(assigned: ChatPolicy?, site: ChatPolicy?, global: ChatPolicy) -> EffectivePolicy {
    EffectivePolicy(assigned ?? site ?? global)
}

/// R46: the site that counts for a user is the site of the home pool; nil without a home pool.
public func policySite(of home: FrontEndPool?) -> SiteName? { home?.site }

extension DeploymentReading {
    /// The policy that decides for a user (R45, R46). For many users, ask a `ConnectionPicture`.
    public func effectivePolicy(of user: ChatUser) throws -> EffectivePolicy {
        let home = try user.homePool.flatMap { try frontEndPool($0) }
        return ChatModel.effectivePolicy(
            assigned: try user.policy.flatMap { try policy(.tag($0)) }, site: try policySite(of: home).flatMap { try policy(.site($0)) },
            global: try policy(.global) ?? .initialGlobal)
    }
}

/// R48: what removing a policy leaves behind: the global one is reset, others go.
public func remainder(afterRemoving policy: ChatPolicy) -> (left: ChatPolicy?, caution: Caution?) {
    guard policy.scope == .global else { return (nil, nil) }
    return (.initialGlobal, Caution(Message(.globalPolicyReset), rule: "R48", target: policy.reference))
}

/// R49: removing a per-user policy that is assigned asks first; its holders then fall back to the site's or the global policy.
public func questionBeforeRemoving(_ policy: ChatPolicy, holders: Int, force: Bool) -> Question? {
    guard case .tag = policy.scope, holders > 0, !force else { return nil }
    return Question(Message(.policyIsAssigned, ["id": .text(policy.identity), "n": .number(holders)]), rule: "R49", target: policy.reference)
}

/// R50: only a policy at per-user scope can be granted; nil takes the user's own policy away.
///
/// - Parameter policy: The per-user policy with this name, if there is one.
public func checkPolicyCanBeGranted(_ name: PolicyName?, policy: ChatPolicy?) throws(Refusal) {
    guard let name, policy == nil else { return }
    throw Refusal(
        Message(.perUserPolicyNotFound, ["name": .name(name)]), rule: "R50", .objectNotFound, target: ObjectReference(.policy, name))
}
