// Users: the accounts that are homed on front-end pools.

/// Whether an account may sign in.
public enum Enablement: Hashable, Sendable {
    /// Never enabled, or disabled with everything erased (R40).
    case never
    case enabled
    /// Sign-in is blocked; settings are kept.
    case blocked

    /// True, false, or nil for an account that was never enabled.
    public var flag: Bool? {
        switch self {
        case .never: nil
        case .enabled: true
        case .blocked: false
        }
    }

    public init(flag: Bool?) { self = flag.map { $0 ? .enabled : .blocked } ?? .never }
}

/// What the chat servers know of the directory object behind a user (domain.md 2.8).
public enum PrincipalState: Int64, CaseIterable, Hashable, Sendable {
    case active = 0
    case sipDisabled = 1
    case deleted = 2
}

/// A user account (domain.md 2.9).
public struct ChatUser: StoredEntity {
    /// The number under which the account is stored, at least 1; 0 before it is stored.
    public var principalId: Int64 = 0
    public var distinguishedName: DistinguishedName
    /// Present while the account is or was enabled.
    public var sipAddress: SipAddress?
    /// The front-end pool the user is homed on; required to sign in.
    public var homePool: Fqdn?
    public var enablement: Enablement
    /// The per-user policy; nil means that a site's or the global one decides (R45).
    public var policy: PolicyName?
    public var displayName: String
    /// The logon name without its domain.
    public var samAccountName: String
    public var userPrincipalName: String
    /// Whether user replication has reached the pools (R39).
    public var isReplicated: Bool
    public var principalState: PrincipalState

    public init(
        distinguishedName: DistinguishedName, sipAddress: SipAddress?, homePool: Fqdn?, enablement: Enablement, policy: PolicyName? = nil,
        displayName: String, samAccountName: String, userPrincipalName: String, isReplicated: Bool = true, principalState: PrincipalState = .active
    ) {
        self.distinguishedName = distinguishedName
        self.sipAddress = sipAddress
        self.homePool = homePool
        self.enablement = enablement
        self.policy = policy
        self.displayName = displayName
        self.samAccountName = samAccountName
        self.userPrincipalName = userPrincipalName
        self.isReplicated = isReplicated
        self.principalState = principalState
    }

    /// The distinguished name.
    public var identity: String { distinguishedName.text }
    /// How messages name the user: by SIP address if there is one.
    public var label: String { sipAddress?.text ?? distinguishedName.text }
    /// What the user is known by in a message, by kind and label.
    public var labelled: ObjectReference { ObjectReference(.user, label) }

    public static let schema = EntitySchema(
        .user,
        [
            EntityColumn("Identity"), EntityColumn("SipAddress"), EntityColumn("HomePool"), EntityColumn("Enabled", .boolean),
            EntityColumn("Policy"), EntityColumn("DisplayName"), EntityColumn("SamAccountName"), EntityColumn("UserPrincipalName"),
            EntityColumn("IsReplicated", .boolean), EntityColumn("PrincipalState", .integer),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(distinguishedName.text)
        case 1: .text(sipAddress)
        case 2: .text(homePool)
        case 3: enablement.flag.map { .boolean($0) } ?? .none
        case 4: .text(policy)
        case 5: .text(displayName)
        case 6: .text(samAccountName)
        case 7: .text(userPrincipalName)
        case 8: .boolean(isReplicated)
        default: .integer(principalState.rawValue)
        }
    }
}
