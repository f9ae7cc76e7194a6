// Client programs and the manual configuration of the legacy one.

/// The two kinds of clients (clients.md 1).
public enum ClientKind: UInt8, CaseIterable, Hashable, Sendable {
    case groupChat = 0
    case lync2013 = 1

    /// `GroupChat` or `Lync2013`.
    public var code: String { self == .groupChat ? "GroupChat" : "Lync2013" }

    /// Reads a code in any case.
    public init?(code: some StringProtocol) {
        guard let match = Self.allCases.first(where: { equalIgnoringCase($0.code, code) }) else { return nil }
        self = match
    }

    /// Whether the effective policy decides about this kind (R51): the Lync 2013 client only.
    public var isSubjectToPolicy: Bool { self == .lync2013 }
    /// Whether one client reaches several pools at once (R10, R106): the Lync 2013 client only.
    public var reachesSeveralPools: Bool { self == .lync2013 }
}

/// How a legacy client talks to its server.
public enum SignInProtocol: String, CaseIterable, Hashable, Sendable {
    case tls = "TLS"
    case tcp = "TCP"
}

/// The manual configuration of a legacy client (clients.md 2.1). Exactly one pool: the one that answers at `lookupUri`.
public struct ManualConfiguration: Hashable, Sendable {
    /// Label in the sign-in window.
    public var accountName: String
    /// Who signs in.
    public var userUri: SipAddress?
    /// The front-end server or pool to sign in to.
    public var host: Fqdn?
    public var signInProtocol: SignInProtocol
    /// 1 to 65535; 5061 by default (our reading).
    public var port: Int64
    /// The address of the chat pool: a lookup user (R2, 2010) or an endpoint (2013).
    public var lookupUri: SipAddress?
    /// R2 only: leave messaging to the other client.
    public var disableIM: Bool

    public init(
        accountName: String = "", userUri: SipAddress? = nil, host: Fqdn? = nil, signInProtocol: SignInProtocol = .tls, port: Int64 = 5061,
        lookupUri: SipAddress? = nil, disableIM: Bool = false
    ) {
        self.accountName = accountName
        self.userUri = userUri
        self.host = host
        self.signInProtocol = signInProtocol
        self.port = port
        self.lookupUri = lookupUri
        self.disableIM = disableIM
    }
}

/// One client program of one user.
public struct ChatClient: StoredEntity {
    public var name: ClientName
    public var kind: ClientKind
    /// The SIP address of the user who works with it.
    public var user: SipAddress
    /// Legacy clients only; nil means that nothing has been configured.
    public var configuration: ManualConfiguration?

    public init(name: ClientName, kind: ClientKind, user: SipAddress, configuration: ManualConfiguration? = nil) {
        self.name = name
        self.kind = kind
        self.user = user
        self.configuration = configuration
    }

    public var identity: String { name.text }

    public static let schema = EntitySchema(
        .client,
        [
            EntityColumn("Name"), EntityColumn("Kind"), EntityColumn("User"), EntityColumn("AccountName"), EntityColumn("UserUri"),
            EntityColumn("Host"), EntityColumn("Protocol"), EntityColumn("Port", .integer), EntityColumn("LookupUri"),
            EntityColumn("DisableIM", .boolean),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(name.text)
        case 1: .text(kind.code)
        case 2: .text(user.text)
        case 3: .optional(configuration?.accountName)
        case 4: .text(configuration?.userUri)
        case 5: .text(configuration?.host)
        case 6: .optional(configuration?.signInProtocol.rawValue)
        case 7: configuration.map { .integer($0.port) } ?? .none
        case 8: .text(configuration?.lookupUri)
        default: configuration.map { .boolean($0.disableIM) } ?? .none
        }
    }
}
