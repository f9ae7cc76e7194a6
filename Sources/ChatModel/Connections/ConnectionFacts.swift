// What decides about a connection, precomputed: a few bytes for each user, client and pool, no text.

/// What a connection depends on in the user.
public struct UserFacts: Hashable, Sendable {
    /// False if there is no such account (P1).
    public var exists = true
    /// Whether the account may sign in (P2).
    public var isEnabled = true
    public var home: Generation?
    /// Whether the home pool's front ends run (P4); meaningless without a home pool.
    public var homeIsRunning = true
    public var policyIsOn = false
    /// Whether the directory object behind the user is disabled or gone (Q3).
    public var principalIsDisabled = false

    public init() {}

    /// An account that does not exist.
    public static let unknown: UserFacts = {
        var facts = UserFacts()
        facts.exists = false
        return facts
    }()
}

/// What a connection depends on in the chat pool.
public struct PoolFacts: Hashable, Sendable {
    /// The pool's place in the picture; clients refer to it.
    public var index: Int32
    public var generation: Generation
    public var isRunning: Bool
    /// Whether the active list holds a server (Q1).
    public var hasActiveServer: Bool
    /// Whether the pool, or the deployment, takes nobody more (Q2); never for legacy pools.
    public var isFull: Bool

    public init(index: Int32, generation: Generation, isRunning: Bool, hasActiveServer: Bool = true, isFull: Bool = false) {
        self.index = index
        self.generation = generation
        self.isRunning = isRunning
        self.hasActiveServer = hasActiveServer
        self.isFull = isFull
    }
}

/// Who answers at the address a legacy client is configured with.
public enum LookupTarget: Hashable, Sendable {
    /// The client has no manual configuration.
    case notConfigured
    /// A chat pool, by its index.
    case pool(Int32)
    case nobody
    case ordinaryUser
}

/// What a connection depends on in the client.
public struct ClientFacts: Hashable, Sendable {
    public var kind: ClientKind
    public var target: LookupTarget

    public init(kind: ClientKind, target: LookupTarget = .notConfigured) {
        self.kind = kind
        self.target = target
    }

    /// What the configuration means for a pool.
    @inline(__always)
    func setup(for pool: Int32) -> ManualSetup {
        switch target {
        case .notConfigured: .none
        case .pool(let index): index == pool ? .thisPool : .otherPool
        case .nobody, .ordinaryUser: .otherPool
        }
    }
}
