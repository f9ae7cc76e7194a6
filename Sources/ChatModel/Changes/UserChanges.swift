// Creating, changing and removing users.

/// Creates a user, by default enabled.
public struct NewUser: PlannedChange {
    /// nil for an account that has never been enabled.
    public var sipAddress: SipAddress?
    public var homePool: Fqdn?
    /// Taken as `never` without a SIP address.
    public var enablement = Enablement.enabled
    public var policy: PolicyName?
    public var displayName: String
    /// The name part of the SIP address, or the display name, unless given.
    public var samAccountName: String?
    /// The SIP address without `sip:`, or the logon name in the default SIP domain, unless given.
    public var userPrincipalName: String?
    /// `CN=<display name>,CN=Users,DC=...` of the SIP domain unless given.
    public var distinguishedName: DistinguishedName?
    public var isReplicated = true
    public var principalState = PrincipalState.active

    public init(sipAddress: SipAddress?, homePool: Fqdn?, displayName: String? = nil) {
        self.sipAddress = sipAddress
        self.homePool = homePool
        self.displayName = displayName ?? sipAddress.map { String($0.name) } ?? ""
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        if displayName.isEmpty, sipAddress == nil { throw Refusal(emptyName(of: .user), .invalidArgument, target: ObjectReference(.user, "")) }
        if let sipAddress { try reading.checkNewSipAddress(sipAddress) }
        let home = try homePool.map { try reading.existingFrontEndPool($0) }
        let assigned = try policy.flatMap { try reading.policy(.tag($0)) }
        try checkPolicyCanBeGranted(policy, policy: assigned)
        let logon = samAccountName ?? sipAddress.map { String($0.name) } ?? displayName
        let domain = try sipAddress?.domain ?? reading.defaultDomain(for: ObjectReference(.user, displayName))
        let user = ChatUser(
            distinguishedName: distinguishedName ?? DistinguishedName(commonName: displayName, domain: domain), sipAddress: sipAddress,
            homePool: home?.fqdn, enablement: sipAddress == nil ? .never : enablement, policy: policy, displayName: displayName,
            samAccountName: logon, userPrincipalName: userPrincipalName ?? sipAddress.map { String($0.withoutScheme) } ?? "\(logon)@\(domain.text)",
            isReplicated: isReplicated, principalState: principalState)
        if try !reading.users(named: .distinguishedName(user.identity), limit: 1).isEmpty {
            throw Refusal(Message(.userExists, ["user": .text(user.identity)]), .resourceExists, target: user.reference)
        }
        return Plan(user, changes: [.insert(.user(user))])
    }
}

/// Changes a user. Home pools change by moving, policies by granting.
public struct SetUser: PlannedChange {
    public var identity: UserIdentity
    /// R33. The lookup address of a legacy pool follows.
    public var sipAddress: Alteration<SipAddress> = .keep
    /// False blocks sign-in and keeps everything (R40).
    public var isEnabled: Alteration<Bool> = .keep
    public var displayName: Alteration<String> = .keep
    public var samAccountName: Alteration<String> = .keep
    public var userPrincipalName: Alteration<String> = .keep
    public var isReplicated: Alteration<Bool> = .keep
    public var principalState: Alteration<PrincipalState> = .keep

    public init(_ identity: UserIdentity) { self.identity = identity }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let old = try reading.existingUser(identity)
        var user = old
        var changes: [DeploymentChange] = []
        if sipAddress.new != nil || isEnabled.new == true, old.enablement == .never {
            throw Refusal(Message(.userNotEnabled, ["user": .text(old.label)]), rule: "R32", .notEnabled, target: old.labelled)
        }
        if case .set(let address) = sipAddress {
            if address != old.sipAddress { try reading.checkNewSipAddress(address) }
            user.sipAddress = address
            if let former = old.sipAddress, let pool = try reading.chatPool(lookedUpAt: former) {
                var followed = pool
                followed.lookupUser = address
                changes += DeploymentChange.updates(from: pool, to: followed) { .chatPool($0) }
            }
        }
        if case .set(let flag) = isEnabled { user.enablement = old.enablement == .never ? .never : Enablement(flag: flag) }
        displayName.apply(to: &user.displayName)
        samAccountName.apply(to: &user.samAccountName)
        userPrincipalName.apply(to: &user.userPrincipalName)
        isReplicated.apply(to: &user.isReplicated)
        principalState.apply(to: &user.principalState)
        return Plan(user, changes: DeploymentChange.updates(from: old, to: user) { .user($0) } + changes)
    }
}

/// Deletes an account. Rooms and messages keep what the user did there (R123).
public struct RemoveUser: PlannedChange {
    public var identity: UserIdentity

    public init(_ identity: UserIdentity) { self.identity = identity }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let user = try reading.existingUser(identity)
        let loss = try lossOfLookupAddress(of: user, reading)
        return Plan(user, changes: loss.changes + [.remove(.user(user))], cautions: loss.cautions)
    }
}

/// What happens to a legacy pool when the account behind its lookup address goes: the address belongs to nobody (M20).
func lossOfLookupAddress(of user: ChatUser, _ reading: some DeploymentReading) throws -> (changes: [DeploymentChange], cautions: [Caution]) {
    guard let address = user.sipAddress, let old = try reading.chatPool(lookedUpAt: address) else { return ([], []) }
    var pool = old
    pool.lookupUser = nil
    let message = Message(.userIsLookupUser, ["user": .text(user.label), "pool": .name(pool.fqdn)])
    return ([.update(from: .chatPool(old), to: .chatPool(pool))], [Caution(message, rule: "M20", target: user.labelled)])
}
