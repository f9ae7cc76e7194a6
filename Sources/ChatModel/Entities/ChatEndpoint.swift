// Who answers at a SIP address: users, lookup users of legacy pools, endpoints of 2013 pools.

/// A contact object through which legacy clients reach a 2013 pool (domain.md 2.11).
public struct ChatEndpoint: StoredEntity {
    public var sipAddress: SipAddress
    public var displayName: String
    public var pool: Fqdn
    /// The one that a pool gets by itself when it is installed (R107).
    public var isAutomatic: Bool

    public init(sipAddress: SipAddress, displayName: String = "", pool: Fqdn, isAutomatic: Bool = false) {
        self.sipAddress = sipAddress
        self.displayName = displayName
        self.pool = pool
        self.isAutomatic = isAutomatic
    }

    public var identity: String { sipAddress.text }

    public static let schema = EntitySchema(
        .endpoint,
        [
            EntityColumn("SipAddress"), EntityColumn("DisplayName"), EntityColumn("PersistentChatPoolFqdn"), EntityColumn("Automatic", .boolean),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(sipAddress.text)
        case 1: .text(displayName)
        case 2: .text(pool.text)
        default: .boolean(isAutomatic)
        }
    }
}

/// Who answers at a SIP address.
public enum AddressOwner: Hashable, Sendable {
    /// A person's account.
    case user(ChatUser)
    /// The account behind which a legacy chat pool answers.
    case lookupUser(ChatUser, pool: Fqdn)
    case endpoint(ChatEndpoint)

    /// The chat pool that answers there; nil for a person.
    public var pool: Fqdn? {
        switch self {
        case .user: nil
        case .lookupUser(_, let pool): pool
        case .endpoint(let endpoint): endpoint.pool
        }
    }

    /// How a message names the owner.
    public var label: String {
        switch self {
        case .user(let user), .lookupUser(let user, _): user.displayName.isEmpty ? user.label : user.displayName
        case .endpoint(let endpoint): endpoint.displayName.isEmpty ? endpoint.sipAddress.text : endpoint.displayName
        }
    }
}
