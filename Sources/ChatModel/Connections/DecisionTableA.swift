// Decision table A: does the client reach the pool? Twelve rows; the first that matches decides.

/// One row of decision table A.
public struct ConnectionRow: Hashable, Sendable {
    /// `L1` to `L7` and `G1` to `G5`, as clients.md prints them.
    public let id: RuleId
    public let reason: ConnectionReason
    /// What the row says of each factor.
    let values: FactorBits
    /// What makes the row's reason true by itself, whether or not an earlier row has decided.
    let cause: FactorBits

    public var outcome: ConnectionOutcome { reason.outcome }

    @inline(__always)
    func matches(_ bits: FactorBits) -> Bool { bits.isSubset(of: values) }
    func causes(_ bits: FactorBits) -> Bool { bits.isSubset(of: cause) }

    init(
        _ id: RuleId, _ client: FactorBits, home: FactorBits = .anyHome, policy: FactorBits = .anyPolicy, pool: FactorBits = .anyPool,
        manual: FactorBits = .anyManual, state: FactorBits = .anyState, _ reason: ConnectionReason, because: FactorBits
    ) {
        self.id = id
        self.reason = reason
        values = [client, home, policy, pool, manual, state]
        cause = Self.allBut(because).union(client).union(because)
    }

    /// Every value of the factors that `cause` says nothing about.
    private static func allBut(_ cause: FactorBits) -> FactorBits {
        [FactorBits.anyHome, .anyPolicy, .anyPool, .anyManual, .anyState].reduce(into: FactorBits()) { bits, factor in
            if factor.isDisjoint(with: cause) { bits.formUnion(factor) }
        }
    }
}

/// Decision table A as data, and compiled for speed: one byte for each of the combinations. Every combination matches exactly one row.
public struct DecisionTableA: Sendable {
    /// The rows as printed.
    public static let rows: [ConnectionRow] = [
        ConnectionRow("L1", .lync2013, pool: [.poolR2, .pool2010], .legacyPoolNotSupported, because: [.poolR2, .pool2010]),
        ConnectionRow("L2", .lync2013, home: .homeNone, pool: .pool2013, .noHomePool, because: .homeNone),
        ConnectionRow("L3", .lync2013, home: .homeR2, pool: .pool2013, .signInNotSupported, because: .homeR2),
        ConnectionRow("L4", .lync2013, home: .home2010, pool: .pool2013, .homePoolNot2013, because: .home2010),
        ConnectionRow("L5", .lync2013, home: .home2013, policy: .policyOff, pool: .pool2013, .policyDisabled, because: .policyOff),
        ConnectionRow("L6", .lync2013, home: .home2013, policy: .policyOn, pool: .pool2013, state: .stopped, .poolNotRunning, because: .stopped),
        ConnectionRow(
            "L7", .lync2013, home: .home2013, policy: .policyOn, pool: .pool2013, state: .running, .connected,
            because: [.home2013, .policyOn, .pool2013, .running]),
        ConnectionRow("G1", .groupChat, home: .homeNone, .noHomePool, because: .homeNone),
        ConnectionRow("G2", .groupChat, home: .someHome, manual: .manualNone, .noManualConfiguration, because: .manualNone),
        ConnectionRow("G3", .groupChat, home: .someHome, manual: .manualOther, .onePoolAtATime, because: .manualOther),
        ConnectionRow("G4", .groupChat, home: .someHome, manual: .manualThis, state: .stopped, .poolNotRunning, because: .stopped),
        ConnectionRow("G5", .groupChat, home: .someHome, manual: .manualThis, state: .running, .connected, because: [.someHome, .manualThis, .running]),
    ]

    /// The row that decides about a combination.
    public static func row(for factors: ConnectionFactors) -> ConnectionRow {
        let bits = factors.bits
        // The rows cover every combination (tested for all 288), so the search always ends with a row.
        return rows.first { $0.matches(bits) } ?? rows[rows.count - 1]
    }

    /// Every reason that holds, in table order; the first is the one that decides.
    public static func allReasons(for factors: ConnectionFactors) -> [ConnectionReason] {
        let bits = factors.bits
        return rows.filter { $0.causes(bits) }.map(\.reason)
    }

    private let reasons: [ConnectionReason]

    /// Compiles the rows.
    public init() {
        var reasons = [ConnectionReason](repeating: .connected, count: 1 << 10)
        for factors in ConnectionFactors.all { reasons[Self.index(of: factors)] = Self.row(for: factors).reason }
        self.reasons = reasons
    }

    /// The reason that decides about a combination, by one look into the compiled table.
    @inline(__always)
    public func reason(for factors: ConnectionFactors) -> ConnectionReason { reasons[Self.index(of: factors)] }

    @inline(__always)
    private static func index(of factors: ConnectionFactors) -> Int {
        Int(factors.client.rawValue) | Int(factors.home?.rawValue ?? 0) << 1 | (factors.policyIsOn ? 8 : 0) | Int(factors.pool.rawValue) << 4
            | Int(factors.manual.rawValue) << 6 | (factors.poolIsRunning ? 256 : 0)
    }
}
