// Decision table A in full: 288 combinations, the 192 of the yes-or-no form, guards P and Q, sentences.
import ChatModel
import XCTest

final class DecisionTableTests: XCTestCase {
    func testEveryRowDecidesAsManyCombinationsAsPrinted() {
        let printed: [(RuleId, ConnectionReason, Int)] = [
            ("L1", .legacyPoolNotSupported, 96), ("L2", .noHomePool, 12), ("L3", .signInNotSupported, 12), ("L4", .homePoolNot2013, 12),
            ("L5", .policyDisabled, 6), ("L6", .poolNotRunning, 3), ("L7", .connected, 3), ("G1", .noHomePool, 36),
            ("G2", .noManualConfiguration, 36), ("G3", .onePoolAtATime, 36), ("G4", .poolNotRunning, 18), ("G5", .connected, 18),
        ]
        XCTAssertEqual(ConnectionFactors.all.count, 288)
        XCTAssertEqual(Set(ConnectionFactors.all).count, 288)
        let counts = Dictionary(grouping: ConnectionFactors.all) { DecisionTableA.row(for: $0).id }.mapValues(\.count)
        for (row, reason, count) in printed {
            XCTAssertEqual(counts[row], count, row.rawValue)
            XCTAssertEqual(DecisionTableA.rows.first { $0.id == row }?.reason, reason)
        }
        XCTAssertEqual(DecisionTableA.rows.map(\.id), printed.map(\.0))
        XCTAssertEqual(ConnectionFactors.all.count { DecisionTableA.row(for: $0).outcome == .connected }, 21)
        XCTAssertEqual(ConnectionFactors.all.count { $0.client == .lync2013 }, 144)
    }

    /// The table once more, written as plain conditions.
    func testTheTableSaysWhatTheConditionsSay() {
        let table = DecisionTableA()
        for factors in ConnectionFactors.all {
            let expected: ConnectionReason
            switch factors.client {
            case .lync2013:
                expected =
                    if factors.pool != .lync2013 { .legacyPoolNotSupported } else if factors.home == nil {
                        .noHomePool
                    } else if factors.home == .r2 { .signInNotSupported } else if factors.home == .lync2010 {
                        .homePoolNot2013
                    } else if !factors.policyIsOn { .policyDisabled } else if !factors.poolIsRunning { .poolNotRunning } else { .connected }
            case .groupChat:
                expected =
                    if factors.home == nil { .noHomePool } else if factors.manual == .none {
                        .noManualConfiguration
                    } else if factors.manual == .otherPool { .onePoolAtATime } else if !factors.poolIsRunning { .poolNotRunning } else { .connected }
            }
            XCTAssertEqual(DecisionTableA.row(for: factors).reason, expected, "\(factors)")
            XCTAssertEqual(table.reason(for: factors), expected, "\(factors)")
        }
    }

    func testWithManualConfigurationAsYesOrNoThereAre192() {
        let printed: [RuleId: Int] = ["L1": 64, "L2": 8, "L3": 8, "L4": 8, "L5": 4, "L6": 2, "L7": 2, "G1": 24, "G2": 36, "G4": 18, "G5": 18]
        let plain = ConnectionFactors.all.filter { $0.manual != .otherPool }
        XCTAssertEqual(plain.count, 192)
        XCTAssertEqual(Dictionary(grouping: plain) { DecisionTableA.row(for: $0).id }.mapValues(\.count), printed)
    }

    func testAllReasonsBeginWithTheOneThatDecidesAndFollowTheTable() {
        for factors in ConnectionFactors.all {
            let all = DecisionTableA.allReasons(for: factors)
            XCTAssertEqual(all.first, DecisionTableA.row(for: factors).reason, "\(factors)")
            let rows: [ConnectionReason] = DecisionTableA.rows.filter { $0.id.rawValue.hasPrefix(factors.client == .lync2013 ? "L" : "G") }.map(\.reason)
            XCTAssertEqual(all, rows.filter(all.contains), "\(factors)")
            XCTAssertEqual(all.contains(.connected), all.count == 1 && all[0] == .connected)
        }
        let worst = ConnectionFactors(client: .lync2013, home: .lync2010, policyIsOn: false, pool: .r2, manual: .none, poolIsRunning: false)
        XCTAssertEqual(DecisionTableA.allReasons(for: worst), [.legacyPoolNotSupported, .homePoolNot2013, .policyDisabled, .poolNotRunning])
    }

    func testGuardsComeBeforeAndAfterTheTable() {
        let decision = ConnectionDecision()
        var user = UserFacts()
        user.home = .lync2013
        user.policyIsOn = true
        let pool = PoolFacts(index: 0, generation: .lync2013, isRunning: true)
        let lync = ClientFacts(kind: .lync2013)
        let legacy = ClientFacts(kind: .groupChat, target: .pool(0))
        func changed<Facts>(_ facts: Facts, _ change: (inout Facts) -> Void) -> Facts {
            var facts = facts
            change(&facts)
            return facts
        }
        let cases: [(UserFacts, ClientFacts, PoolFacts?, ConnectionReason)] = [
            (user, lync, pool, .connected),
            (user, legacy, pool, .connected),
            (.unknown, lync, nil, .userNotFound),
            (changed(user) { $0.isEnabled = false }, lync, nil, .accountDisabled),
            (changed(user) { $0.homeIsRunning = false }, lync, nil, .poolNotFound),
            (changed(user) { $0.homeIsRunning = false }, lync, pool, .homePoolNotRunning),
            // P4 is skipped without a home pool.
            (
                changed(user) {
                    $0.homeIsRunning = false; $0.home = nil
                }, lync, pool, .noHomePool
            ),
            // P5 and P6 come before G3, but after G1 and G2.
            (user, ClientFacts(kind: .groupChat, target: .nobody), pool, .addressNotFound),
            (user, ClientFacts(kind: .groupChat, target: .ordinaryUser), pool, .addressIsOrdinaryUser),
            (changed(user) { $0.home = nil }, ClientFacts(kind: .groupChat, target: .nobody), pool, .noHomePool),
            (user, ClientFacts(kind: .groupChat), pool, .noManualConfiguration),
            (user, ClientFacts(kind: .groupChat, target: .pool(7)), pool, .onePoolAtATime),
            (
                user, lync,
                changed(pool) {
                    $0.hasActiveServer = false; $0.isFull = true
                }, .noActiveServer
            ),
            (
                user, lync,
                changed(pool) {
                    $0.hasActiveServer = false; $0.isRunning = false
                }, .poolNotRunning
            ),
            (changed(user) { $0.principalIsDisabled = true }, lync, changed(pool) { $0.isFull = true }, .serverFull),
            (changed(user) { $0.principalIsDisabled = true }, legacy, pool, .principalDisabled),
            // The policy is not checked for the legacy client (R51).
            (changed(user) { $0.policyIsOn = false }, legacy, pool, .connected),
        ]
        for (number, (user, client, pool, reason)) in cases.enumerated() {
            XCTAssertEqual(decision.reason(user, client, pool), reason, "case \(number)")
            XCTAssertEqual(decision.allReasons(user, client, pool).first, reason, "case \(number)")
        }
    }

    func testWhenAChatPoolRuns() {
        func server(_ isActive: Bool, _ channel: RunState) -> ChatServer { ChatServer(fqdn: "s", pool: "p", isActive: isActive, channelService: channel) }
        let cases: [([ChatServer], RunState, RunState)] = [
            ([server(true, .running)], .running, .running),
            ([server(true, .running)], .stopped, .stopped),
            ([server(true, .stopped)], .running, .stopped),
            // An inactive server does not make the pool run while others are active ...
            ([server(true, .stopped), server(false, .running)], .running, .stopped),
            // ... but while the active list is empty, the pool runs and takes nobody (Q1).
            ([server(false, .stopped), server(false, .running)], .running, .running),
            ([], .running, .stopped),
        ]
        for (number, (servers, host, state)) in cases.enumerated() {
            XCTAssertEqual(serviceState(of: servers, host: host), state, "case \(number)")
        }
    }

    func testTheGuardsNames() {
        let guards: [ConnectionReason: RuleId] = [
            .userNotFound: "P1", .accountDisabled: "P2", .poolNotFound: "P3", .homePoolNotRunning: "P4", .addressNotFound: "P5",
            .addressIsOrdinaryUser: "P6", .noActiveServer: "Q1", .serverFull: "Q2", .principalDisabled: "Q3",
        ]
        for reason in ConnectionReason.allCases { XCTAssertEqual(reason.guardId, guards[reason], reason.name) }
        XCTAssertEqual(ConnectionReason.addressIsOrdinaryUser.name, "AddressNotFound")
        XCTAssertEqual(ConnectionReason.poolNotFound.name, "PoolNotFound")
        XCTAssertEqual(ConnectionReason.homePoolNot2013.name, "HomePoolNot2013")
    }
}
