// What to pick from a stream. Everything that is set must hold.
import ChatModel

/// Picks users.
public struct UserSelection: Hashable, Sendable {
    /// Which per-user policies to pick.
    public enum Policy: Hashable, Sendable {
        case any
        /// No policy of their own.
        case unassigned
        case named(PolicyName)
    }

    /// Which home pools to pick.
    public enum Home: Hashable, Sendable {
        case any
        case unassigned
        case pool(Fqdn)
        case generation(Generation)
    }

    public var home = Home.any
    public var policy = Policy.any
    public var enablement: Enablement?
    /// A pattern for the display name.
    public var displayName: NamePattern?
    /// A pattern for the SIP address.
    public var sipAddress: NamePattern?

    public init(home: Home = .any, policy: Policy = .any, enablement: Enablement? = nil, displayName: NamePattern? = nil, sipAddress: NamePattern? = nil) {
        self.home = home
        self.policy = policy
        self.enablement = enablement
        self.displayName = displayName
        self.sipAddress = sipAddress
    }
}

/// Picks entries of the change log.
public struct ChangeSelection: Hashable, Sendable {
    public var kind: ObjectKind?
    public var identity: String?
    public var command: String?
    /// Entries after the change of this number.
    public var after: Int64 = 0

    public init(kind: ObjectKind? = nil, identity: String? = nil, command: String? = nil, after: Int64 = 0) {
        self.kind = kind
        self.identity = identity
        self.command = command
        self.after = after
    }
}
