// The six factors that decide whether a client reaches a chat pool.

/// Whether a legacy client is configured for the pool in question.
public enum ManualSetup: UInt8, CaseIterable, Hashable, Sendable {
    case none = 0
    case thisPool = 1
    /// For another pool, or for an address at which no pool answers.
    case otherPool = 2
}

/// The factors of decision table A: 2 × 4 × 2 × 3 × 3 × 2 = 288 combinations (clients.md 4).
public struct ConnectionFactors: Hashable, Sendable {
    public var client: ClientKind
    /// The generation of the user's home pool; nil without one.
    public var home: Generation?
    /// Whether the effective policy enables Persistent Chat.
    public var policyIsOn: Bool
    public var pool: Generation
    public var manual: ManualSetup
    public var poolIsRunning: Bool

    public init(client: ClientKind, home: Generation?, policyIsOn: Bool, pool: Generation, manual: ManualSetup, poolIsRunning: Bool) {
        self.client = client
        self.home = home
        self.policyIsOn = policyIsOn
        self.pool = pool
        self.manual = manual
        self.poolIsRunning = poolIsRunning
    }

    /// Every combination, clients outermost.
    public static var all: [ConnectionFactors] {
        var all: [ConnectionFactors] = []
        for client in ClientKind.allCases {
            for home in [nil] + Generation.allCases.map(Optional.some) {
                for policyIsOn in [false, true] {
                    for pool in Generation.allCases {
                        for manual in ManualSetup.allCases {
                            for poolIsRunning in [false, true] {
                                all.append(
                                    ConnectionFactors(
                                        client: client, home: home, policyIsOn: policyIsOn, pool: pool, manual: manual, poolIsRunning: poolIsRunning))
                            }
                        }
                    }
                }
            }
        }
        return all
    }

    /// One bit for each value of each factor.
    @inline(__always)
    var bits: FactorBits {
        let clientBit: UInt16 = 1 << UInt16(client.rawValue)
        let homeBit: UInt16 = 1 << (2 + UInt16(home?.rawValue ?? 0))
        let policyBit: UInt16 = policyIsOn ? 1 << 7 : 1 << 6
        let poolBit: UInt16 = 1 << (7 + UInt16(pool.rawValue))
        let manualBit: UInt16 = 1 << (11 + UInt16(manual.rawValue))
        let runningBit: UInt16 = poolIsRunning ? 1 << 15 : 1 << 14
        return FactorBits(rawValue: clientBit | homeBit | policyBit | poolBit | manualBit | runningBit)
    }
}

/// A set of factor values. A combination satisfies a row if the row holds every one of its values.
struct FactorBits: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let groupChat = FactorBits(rawValue: 1 << 0)
    static let lync2013 = FactorBits(rawValue: 1 << 1)
    static let homeNone = FactorBits(rawValue: 1 << 2)
    static let homeR2 = FactorBits(rawValue: 1 << 3)
    static let home2010 = FactorBits(rawValue: 1 << 4)
    static let home2013 = FactorBits(rawValue: 1 << 5)
    static let policyOff = FactorBits(rawValue: 1 << 6)
    static let policyOn = FactorBits(rawValue: 1 << 7)
    static let poolR2 = FactorBits(rawValue: 1 << 8)
    static let pool2010 = FactorBits(rawValue: 1 << 9)
    static let pool2013 = FactorBits(rawValue: 1 << 10)
    static let manualNone = FactorBits(rawValue: 1 << 11)
    static let manualThis = FactorBits(rawValue: 1 << 12)
    static let manualOther = FactorBits(rawValue: 1 << 13)
    static let stopped = FactorBits(rawValue: 1 << 14)
    static let running = FactorBits(rawValue: 1 << 15)

    static let anyClient: FactorBits = [.groupChat, .lync2013]
    static let someHome: FactorBits = [.homeR2, .home2010, .home2013]
    static let anyHome: FactorBits = [.homeNone, .someHome]
    static let anyPolicy: FactorBits = [.policyOff, .policyOn]
    static let anyPool: FactorBits = [.poolR2, .pool2010, .pool2013]
    static let anyManual: FactorBits = [.manualNone, .manualThis, .manualOther]
    static let anyState: FactorBits = [.stopped, .running]
}
