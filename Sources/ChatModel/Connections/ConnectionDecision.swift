// The decision about a connection: guards P1 to P6, decision table A, guards Q1 to Q3, in that order.

/// Decides about connections. Holds the compiled table; make one and keep it.
public struct ConnectionDecision: Sendable {
    private let table = DecisionTableA()

    public init() {}

    /// The factors of table A for a user, client and pool.
    @inline(__always)
    public func factors(_ user: UserFacts, _ client: ClientFacts, _ pool: PoolFacts) -> ConnectionFactors {
        ConnectionFactors(
            client: client.kind, home: user.home, policyIsOn: user.policyIsOn, pool: pool.generation, manual: client.setup(for: pool.index),
            poolIsRunning: pool.isRunning)
    }

    /// The first reason that decides; `connected` if nothing speaks against it.
    ///
    /// - Parameter pool: nil if there is no such pool (P3).
    public func reason(_ user: UserFacts, _ client: ClientFacts, _ pool: PoolFacts?) -> ConnectionReason {
        guard user.exists else { return .userNotFound }
        guard user.isEnabled else { return .accountDisabled }
        guard let pool else { return .poolNotFound }
        if user.home != nil, !user.homeIsRunning { return .homePoolNotRunning }
        let reason = table.reason(for: factors(user, client, pool))
        if reason == .onePoolAtATime {
            // P5 and P6 come before row G3, and apply only where it would decide.
            if client.target == .nobody { return .addressNotFound }
            if client.target == .ordinaryUser { return .addressIsOrdinaryUser }
            return reason
        }
        guard reason == .connected else { return reason }
        if !pool.hasActiveServer { return .noActiveServer }
        if pool.isFull { return .serverFull }
        if user.principalIsDisabled { return .principalDisabled }
        return .connected
    }

    /// Every reason that holds, guards and table in their order; `[.connected]` if there is none.
    ///
    /// Of an unknown user or pool nothing else can be said, so the list ends there.
    public func allReasons(_ user: UserFacts, _ client: ClientFacts, _ pool: PoolFacts?) -> [ConnectionReason] {
        guard user.exists else { return [.userNotFound] }
        var reasons: [ConnectionReason] = []
        if !user.isEnabled { reasons.append(.accountDisabled) }
        guard let pool else { return reasons + [.poolNotFound] }
        if user.home != nil, !user.homeIsRunning { reasons.append(.homePoolNotRunning) }
        for reason in DecisionTableA.allReasons(for: factors(user, client, pool)) where reason != .connected {
            switch (reason, client.target) {
            case (.onePoolAtATime, .nobody): reasons.append(.addressNotFound)
            case (.onePoolAtATime, .ordinaryUser): reasons.append(.addressIsOrdinaryUser)
            default: reasons.append(reason)
            }
        }
        if !pool.hasActiveServer { reasons.append(.noActiveServer) }
        if pool.isFull { reasons.append(.serverFull) }
        if user.principalIsDisabled { reasons.append(.principalDisabled) }
        return reasons.isEmpty ? [.connected] : reasons
    }
}
