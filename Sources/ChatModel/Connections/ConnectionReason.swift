// Why a client reaches a chat pool or does not.

/// The outcome of an attempt to connect.
public enum ConnectionOutcome: String, CaseIterable, Hashable, Sendable {
    case connected = "Connected"
    case refused = "Refused"
}

/// The reasons of guards P1 to P6, decision table A, and guards Q1 to Q3, in the order in which they are looked at (clients.md 4).
public enum ConnectionReason: UInt8, CaseIterable, Hashable, Sendable {
    case userNotFound, accountDisabled, poolNotFound, homePoolNotRunning
    /// P5: nobody answers at the client's address.
    case addressNotFound
    /// P6: an ordinary user does.
    case addressIsOrdinaryUser
    case legacyPoolNotSupported, noHomePool, signInNotSupported, homePoolNot2013, policyDisabled
    case noManualConfiguration, onePoolAtATime, poolNotRunning
    case noActiveServer, serverFull, principalDisabled
    case connected

    /// The name of the reason. P5 and P6 share one.
    public var name: String {
        switch self {
        case .userNotFound: "UserNotFound"
        case .poolNotFound: "PoolNotFound"
        case .addressNotFound, .addressIsOrdinaryUser: "AddressNotFound"
        default: messageId.rawValue
        }
    }

    public var outcome: ConnectionOutcome { self == .connected ? .connected : .refused }

    /// The id of the sentence that explains the reason.
    public var messageId: MessageId {
        switch self {
        case .userNotFound: .userNotFound
        case .accountDisabled: .accountDisabled
        case .poolNotFound: .chatPoolNotFound
        case .homePoolNotRunning: .homePoolNotRunning
        case .addressNotFound: .nobodyAtAddress
        case .addressIsOrdinaryUser: .ordinaryUserAtAddress
        case .legacyPoolNotSupported: .legacyPoolNotSupported
        case .noHomePool: .noHomePool
        case .signInNotSupported: .signInNotSupported
        case .homePoolNot2013: .homePoolNot2013
        case .policyDisabled: .policyDisabled
        case .noManualConfiguration: .noManualConfiguration
        case .onePoolAtATime: .onePoolAtATime
        case .poolNotRunning: .poolNotRunning
        case .noActiveServer: .noActiveServer
        case .serverFull: .serverFull
        case .principalDisabled: .principalDisabled
        case .connected: .connected
        }
    }

    /// The guard that gives this reason; nil for the reasons of table A, whose row depends on the client.
    public var guardId: RuleId? {
        switch self {
        case .userNotFound: "P1"
        case .accountDisabled: "P2"
        case .poolNotFound: "P3"
        case .homePoolNotRunning: "P4"
        case .addressNotFound: "P5"
        case .addressIsOrdinaryUser: "P6"
        case .noActiveServer: "Q1"
        case .serverFull: "Q2"
        case .principalDisabled: "Q3"
        default: nil
        }
    }
}
