// Enabling, disabling and moving users.

/// Enables an account and homes it on a pool (Enable-CsUser). An account that is enabled already is left alone, with a caution (our reading).
public struct EnableUser: PlannedChange {
    public var identity: UserIdentity
    /// nil keeps the pool of a blocked account.
    public var homePool: Fqdn?
    /// nil keeps the address of a blocked account.
    public var sipAddress: SipAddress?

    public init(_ identity: UserIdentity, homePool: Fqdn? = nil, sipAddress: SipAddress? = nil) {
        self.identity = identity
        self.homePool = homePool
        self.sipAddress = sipAddress
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let old = try reading.existingUser(identity)
        if old.enablement == .enabled, old.homePool != nil {
            return Plan(old, changes: [], cautions: [Caution(Message(.userAlreadyEnabled, ["user": .text(old.label)]), target: old.labelled)])
        }
        var user = old
        if let homePool { user.homePool = try reading.existingFrontEndPool(homePool).fqdn }
        guard user.homePool != nil else {
            throw Refusal(Message(.userWithoutRegistrarPool, ["user": .text(old.label)]), rule: "R32", .invalidOperation, target: old.labelled)
        }
        if let sipAddress, sipAddress != old.sipAddress {
            try reading.checkNewSipAddress(sipAddress)
            user.sipAddress = sipAddress
        }
        guard user.sipAddress != nil else {
            throw Refusal(Message(.sipAddressInvalid, ["sip": .text("\"\"")]), rule: "R33", .invalidArgument, target: old.labelled)
        }
        user.enablement = .enabled
        if user.principalState == .sipDisabled { user.principalState = .active }
        return Plan(user, changes: DeploymentChange.updates(from: old, to: user) { .user($0) })
    }
}

/// Disables an account and erases its settings and policies (R40). To block sign-in only, use `SetUser`.
public struct DisableUser: PlannedChange {
    public var identity: UserIdentity

    public init(_ identity: UserIdentity) { self.identity = identity }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let old = try reading.existingUser(identity)
        let loss = try lossOfLookupAddress(of: old, reading)
        let user = erased(old)
        return Plan(user, changes: loss.changes + DeploymentChange.updates(from: old, to: user) { .user($0) }, cautions: loss.cautions)
    }
}

/// Moves a user to another front-end pool, of any generation (R32 to R42). Nothing else about the user changes.
public struct MoveUser: PlannedChange {
    public var identity: UserIdentity
    public var target: Fqdn
    public var tool: MovingTool
    /// Leaves contacts and meetings behind (R38).
    public var force: Bool

    public init(_ identity: UserIdentity, target: Fqdn, tool: MovingTool = .moveChatUser, force: Bool = false) {
        self.identity = identity
        self.target = target
        self.tool = tool
        self.force = force
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatUser> {
        let old = try reading.existingUser(identity)
        let target = try reading.existingFrontEndPool(target)
        if old.enablement == .never {
            throw Refusal(Message(.userNotEnabled, ["user": .text(old.label)]), rule: "R32", .notEnabled, target: old.labelled)
        }
        guard let homePool = old.homePool else {
            throw Refusal(Message(.userWithoutRegistrarPool, ["user": .text(old.label)]), rule: "R32", .invalidOperation, target: old.labelled)
        }
        let home = try reading.existingFrontEndPool(homePool)
        try checkMovingTool(tool, for: old, homedOn: home.generation)
        if home.generation == .r2 { try checkNameHasNoOuterSpaces(old) }
        try checkIsReplicated(old)
        if home.fqdn == target.fqdn {
            let message = Message(.userAlreadyHomed, ["user": .text(old.label), "pool": .name(target.fqdn)])
            return Plan(old, changes: [], cautions: [Caution(message, target: old.labelled)])
        }
        var user = old
        user.homePool = target.fqdn
        return Plan(
            user, changes: [.update(from: .user(old), to: .user(user))], cautions: cautionAboutForcedMove(of: old, force: force).map { [$0] } ?? [])
    }
}
