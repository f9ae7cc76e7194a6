// Policies: identities as they may be written, the truth table of the effective value, the changes.
import ChatModel
import ChatStore
import XCTest

final class PolicyTests: XCTestCase {
    func testEffectivePolicyForEveryCombination() {
        let values: [Bool?] = [nil, false, true]
        var combinations = 0
        for assigned in values {
            for site in values {
                for global in [false, true] {
                    let effective = effectivePolicy(
                        assigned: assigned.map { ChatPolicy(.tag("T"), enablePersistentChat: $0) },
                        site: site.map { ChatPolicy(.site("S"), enablePersistentChat: $0) }, global: ChatPolicy(.global, enablePersistentChat: global))
                    let identity: PolicyIdentity = assigned != nil ? .tag("T") : site != nil ? .site("S") : .global
                    XCTAssertEqual(effective.identity, identity)
                    XCTAssertEqual(effective.enablesPersistentChat, assigned ?? site ?? global)
                    combinations += 1
                }
            }
        }
        XCTAssertEqual(combinations, 18)
    }

    func testIdentitiesAsTheyMayBeWritten() throws {
        let cases: [(String, PolicyIdentity.Reading)] = [
            ("Global", .policy(.global)), ("GLOBAL", .policy(.global)), ("site:Redmond", .policy(.site("Redmond"))),
            ("SITE:Redmond", .policy(.site("redmond"))), ("Tag:Sales", .policy(.tag("Sales"))), ("Sales", .policy(.tag("Sales"))),
            ("tag:a b", .policy(.tag("a b"))), ("service:PersistentChatServer:p.contoso.com", .serviceScope("service:PersistentChatServer:p.contoso.com")),
            ("PersistentChatServer:p.contoso.com", .serviceScope("PersistentChatServer:p.contoso.com")), ("", .empty), ("site:", .empty), ("tag:", .empty),
        ]
        for (text, reading) in cases { XCTAssertEqual(PolicyIdentity.read(text), reading, text) }
        XCTAssertEqual(PolicyIdentity.site("HQ").text, "Site:HQ")
        XCTAssertEqual(PolicyIdentity.tag("X").text, "Tag:X")
        XCTAssertEqual(PolicyIdentity.global.text, "Global")
    }

    func testTheSiteOfTheHomePoolCounts() throws {
        let store = try fullStore()
        try store.change(command: "Test") { tx in
            try tx.carryOut(NewSite(name: "Other"))
            try tx.carryOut(NewPolicy(.site("Other"), enablePersistentChat: true))
            try tx.carryOut(NewFrontEndPool(fqdn: "other.contoso.com", generation: .lync2013, site: "Other"))
        }
        func effective() throws -> EffectivePolicy {
            let user = try XCTUnwrap(try store.user(at: "sip:l13@contoso.com"))
            let effective = try ConnectionPicture(store).effectivePolicy(of: user)
            XCTAssertEqual(try store.effectivePolicy(of: user), effective)
            XCTAssertEqual(try ConnectionPicture(store).facts(of: user).policyIsOn, effective.enablesPersistentChat)
            return effective
        }
        XCTAssertEqual(try effective().identity, .global)
        _ = try store.change(command: "Test") { tx in try tx.carryOut(MoveUser(.address("sip:l13@contoso.com"), target: "other.contoso.com")) }
        XCTAssertEqual(try effective().identity, .site("Other"))
        XCTAssertTrue(try effective().enablesPersistentChat)
        // R47: the user's own policy beats it.
        _ = try store.change(command: "Test") { tx in try tx.carryOut(GrantPolicy("off", to: .address("sip:l13@contoso.com"))) }
        XCTAssertEqual(try effective().identity, .tag("Off"))
        XCTAssertFalse(try effective().enablesPersistentChat)
    }

    func testRemovingTheGlobalPolicyResetsIt() throws {
        let store = try emptyStore()
        try store.change(command: "Test") { tx in
            var set = SetPolicy()
            set.enablePersistentChat = .set(true)
            try tx.carryOut(set)
        }
        XCTAssertEqual(try store.policy(.global)?.enablePersistentChat, true)
        let plan = try store.change(command: "Test") { tx in try tx.carryOut(RemovePolicy(.global)) }
        XCTAssertEqual(plan.cautions.map(\.says), ["Warning: the global policy cannot be removed; its values were reset."])
        XCTAssertEqual(plan.cautions.map(\.rule), ["R48"])
        XCTAssertEqual(try store.policy(.global), .initialGlobal)
    }

    func testRemovingAnAssignedPolicyAsksAndHoldersFallBack() throws {
        let store = try fullStore()
        try store.change(command: "Test") { tx in
            for name in ["r2", "l13"] { try tx.carryOut(GrantPolicy("On", to: .address(SipAddress("sip:\(name)@contoso.com")))) }
        }
        let plan = try RemovePolicy(.tag("On")).plan(store)
        XCTAssertEqual(plan.questions.map(\.text), ["Policy Tag:On is assigned to 2 users. Remove it anyway?"])
        XCTAssertEqual(try RemovePolicy(.tag("On"), force: true).plan(store).questions, [])
        _ = try store.change(command: "Test") { tx in try tx.carryOut(RemovePolicy(.tag("On"), force: true)) }
        XCTAssertNil(try store.policy(.tag("On")))
        XCTAssertNil(try XCTUnwrap(try store.user(at: "sip:l13@contoso.com")).policy)
        XCTAssertEqual(try ConnectionPicture(store).effectivePolicy(of: try XCTUnwrap(try store.user(at: "sip:r2@contoso.com"))).identity, .global)
    }

    func testGrantingNullUnassigns() throws {
        let store = try fullStore()
        _ = try store.change(command: "Test") { tx in try tx.carryOut(GrantPolicy("ON", to: .address("sip:l13@contoso.com"))) }
        XCTAssertEqual(try store.user(at: "sip:l13@contoso.com")?.policy?.text, "On")
        _ = try store.change(command: "Test") { tx in try tx.carryOut(GrantPolicy(nil, to: .address("sip:l13@contoso.com"))) }
        XCTAssertNil(try XCTUnwrap(try store.user(at: "sip:l13@contoso.com")).policy)
    }
}
