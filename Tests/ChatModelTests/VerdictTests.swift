// Verdicts about connections of a stored deployment: reason, row and sentence.
import ChatModel
import ChatStore
import XCTest

final class VerdictTests: XCTestCase {
    private func verdict(
        _ store: SQLiteStore, _ user: String, _ client: ClientKind, _ pool: String, at address: String? = nil
    ) throws -> ConnectionVerdict {
        let picture = try ConnectionPicture(store)
        return try picture.verdict(
            user: try store.user(at: SipAddress(user)), named: user, client: client,
            configuration: address.map { ManualConfiguration(lookupUri: SipAddress($0)) }, pool: Fqdn(pool), store)
    }

    func testEverySentence() throws {
        let store = try fullStore()
        try store.change(command: "Test") { tx in
            try tx.carryOut(NewPolicy(.site("HQ"), enablePersistentChat: true))
            try tx.carryOut(GrantPolicy("Off", to: .address("sip:l13@contoso.com")))
            try tx.carryOut(NewUser(sipAddress: "sip:on@contoso.com", homePool: "l13.contoso.com"))
            try tx.carryOut(NewUser(sipAddress: "sip:homeless@contoso.com", homePool: nil))
            var blocked = NewUser(sipAddress: "sip:blocked@contoso.com", homePool: "l13.contoso.com")
            blocked.enablement = .blocked
            try tx.carryOut(blocked)
            var gone = NewUser(sipAddress: "sip:gone@contoso.com", homePool: "l13.contoso.com")
            gone.principalState = .deleted
            try tx.carryOut(gone)
        }
        let endpoint = try XCTUnwrap(try store.endpoints(of: "chat13.contoso.com").first).sipAddress.text
        let cases: [(String, ClientKind, String, String?, String, String)] = [
            ("sip:nobody@contoso.com", .lync2013, "chat13.contoso.com", nil, "P1", "There is no user sip:nobody@contoso.com."),
            ("sip:blocked@contoso.com", .lync2013, "chat13.contoso.com", nil, "P2", "sip:blocked@contoso.com is not enabled for sign-in."),
            ("sip:on@contoso.com", .lync2013, "nowhere.contoso.com", nil, "P3", "There is no chat pool nowhere.contoso.com."),
            ("sip:on@contoso.com", .groupChat, "chat13.contoso.com", "sip:none@contoso.com", "P5", "No pool answers at sip:none@contoso.com."),
            ("sip:on@contoso.com", .groupChat, "chat13.contoso.com", "sip:l10@contoso.com", "P6", "sip:l10@contoso.com is not the address of a chat pool."),
            (
                "sip:on@contoso.com", .lync2013, "chatr2.contoso.com", nil, "L1",
                "The Lync 2013 client works only with Lync Server 2013 Persistent Chat pools; chatr2.contoso.com is an Office Communications Server 2007 R2 Group Chat pool."
            ),
            (
                "sip:on@contoso.com", .lync2013, "chat10.contoso.com", nil, "L1",
                "The Lync 2013 client works only with Lync Server 2013 Persistent Chat pools; chat10.contoso.com is a Lync Server 2010 Group Chat pool."
            ),
            ("sip:homeless@contoso.com", .lync2013, "chat13.contoso.com", nil, "L2", "sip:homeless@contoso.com is not assigned to any pool."),
            (
                "sip:r2@contoso.com", .lync2013, "chat13.contoso.com", nil, "L3",
                "The Lync 2013 client cannot sign in to Office Communications Server 2007 R2; sip:r2@contoso.com is homed on r2.contoso.com."
            ),
            (
                "sip:l10@contoso.com", .lync2013, "chat13.contoso.com", nil, "L4",
                "sip:l10@contoso.com must be homed on Lync Server 2013 to use Persistent Chat in the Lync 2013 client; home pool l10.contoso.com is Lync Server 2010."
            ),
            ("sip:l13@contoso.com", .lync2013, "chat13.contoso.com", nil, "L5", "Policy Tag:Off does not enable Persistent Chat for sip:l13@contoso.com."),
            ("sip:on@contoso.com", .lync2013, "chat13.contoso.com", nil, "L7", "sip:on@contoso.com is connected to chat13.contoso.com (Lync Server 2013)."),
            ("sip:homeless@contoso.com", .groupChat, "chat13.contoso.com", nil, "G1", "sip:homeless@contoso.com is not assigned to any pool."),
            (
                "sip:on@contoso.com", .groupChat, "chat13.contoso.com", nil, "G2",
                "The Group Chat client has no manual configuration; enter the address of a chat pool."
            ),
            (
                "sip:on@contoso.com", .groupChat, "chat13.contoso.com", "sip:ocschat10@contoso.com", "G3",
                "The Group Chat client is configured for pool chat10.contoso.com; it connects to one pool at a time."
            ),
            (
                "sip:r2@contoso.com", .groupChat, "chat13.contoso.com", endpoint, "G5",
                "sip:r2@contoso.com is connected to chat13.contoso.com (Lync Server 2013)."
            ),
            (
                "sip:l13@contoso.com", .groupChat, "chatr2.contoso.com", "sip:ocschatr2@contoso.com", "G5",
                "sip:l13@contoso.com is connected to chatr2.contoso.com (Office Communications Server 2007 R2)."
            ),
            ("sip:gone@contoso.com", .lync2013, "chat13.contoso.com", nil, "Q3", "sip:gone@contoso.com is disabled in pool chat13.contoso.com."),
        ]
        for (user, client, pool, address, row, text) in cases {
            let verdict = try verdict(store, user, client, pool, at: address)
            XCTAssertEqual(verdict.row.rawValue, row, text)
            XCTAssertEqual(verdict.text, text)
            XCTAssertEqual(verdict.allReasons.first, verdict.reason)
        }
    }

    func testStoppedFullAndInactivePools() throws {
        let store = try fullStore()
        _ = try store.change(command: "Test") { tx in try tx.carryOut(GrantPolicy("On", to: .address("sip:l13@contoso.com"))) }
        func says(_ text: String, _ row: String) throws {
            let verdict = try verdict(store, "sip:l13@contoso.com", .lync2013, "chat13.contoso.com")
            XCTAssertEqual(verdict.text, text)
            XCTAssertEqual(verdict.row.rawValue, row)
        }
        try says("sip:l13@contoso.com is connected to chat13.contoso.com (Lync Server 2013).", "L7")
        _ = try store.change(command: "Test") { tx in
            let server = try XCTUnwrap(try tx.chatServer("chat13.contoso.com"))
            var full = server
            full.connectedUsers = 20_000
            try tx.apply([.update(from: .chatServer(server), to: .chatServer(full))])
        }
        try says("Chat pool chat13.contoso.com has no room for more users.", "Q2")
        let plan = try store.change(command: "Test") { tx in try tx.carryOut(SetChatServerActive(fqdn: "chat13.contoso.com", isActive: false)) }
        XCTAssertEqual(plan.cautions.map(\.text), ["chat pool chat13.contoso.com has no active server and takes no connections."])
        try says("Chat pool chat13.contoso.com has no active server.", "Q1")
        _ = try store.change(command: "Test") { tx in try tx.carryOut(SetChatPoolState(fqdn: "chat13.contoso.com", state: .stopped)) }
        try says("Chat pool chat13.contoso.com is not running.", "L6")
        _ = try store.change(command: "Test") { tx in try tx.carryOut(SetFrontEndPoolState(fqdn: "l13.contoso.com", state: .stopped)) }
        try says("The home pool l13.contoso.com of sip:l13@contoso.com is not running.", "P4")
    }

    func testPolicyDisabledNamesTheEffectivePolicy() throws {
        let store = try fullStore()
        XCTAssertEqual(
            try verdict(store, "sip:l13@contoso.com", .lync2013, "chat13.contoso.com").text,
            "Policy Global does not enable Persistent Chat for sip:l13@contoso.com.")
        try store.change(command: "Test") { tx in _ = try tx.carryOut(NewPolicy(.site("HQ"))) }
        XCTAssertEqual(
            try verdict(store, "sip:l13@contoso.com", .lync2013, "chat13.contoso.com").text,
            "Policy Site:HQ does not enable Persistent Chat for sip:l13@contoso.com.")
    }
}
