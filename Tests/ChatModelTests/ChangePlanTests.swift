// What the planned changes do when the rules allow them, and the refusals that no numbered rule is about.
import ChatModel
import ChatStore
import XCTest

final class ChangePlanTests: XCTestCase {
    private func refused(_ id: String, _ text: String, _ category: ErrorCategory, _ store: SQLiteStore, _ change: some PlannedChange) throws {
        let refusal = try refusal(text) { _ = try change.plan(store) }
        XCTAssertEqual(refusal.text, text)
        XCTAssertEqual(refusal.id, id)
        XCTAssertEqual(refusal.category, category, text)
    }

    @discardableResult
    private func carryOut<Change: PlannedChange>(_ change: Change, on store: SQLiteStore) throws -> Plan<Change.Result> {
        try store.change(command: "Test") { tx in try tx.carryOut(change) }
    }

    func testSites() throws {
        let store = try fullStore()
        XCTAssertEqual(try carryOut(NewSite(name: "Two"), on: store).result.siteId, 2)
        try refused("SiteExists", "Site hq already exists.", .resourceExists, store, NewSite(name: "hq"))
        try refused("NameInvalid", "Site name must be 1 to 256 characters without control characters, but is \"\".", .invalidArgument, store, NewSite(name: ""))
        try refused("SiteNotFound", "There is no site Nowhere.", .objectNotFound, store, SetSite(name: "Nowhere"))
        try refused("SiteHasPools", "Site HQ still contains 3 pools.", .invalidOperation, store, RemoveSite(name: "HQ"))
        var set = SetSite(name: "two")
        set.defaultChatPool = .set("chat10.contoso.com")
        try refused(
            "DefaultPoolNot2013",
            "The default chat pool of a site must be a Lync Server 2013 Persistent Chat pool; chat10.contoso.com is a Lync Server 2010 Group Chat pool.",
            .invalidArgument, store, set)
        set.defaultChatPool = .set("chat13.contoso.com")
        XCTAssertEqual(try carryOut(set, on: store).result.defaultChatPool, "chat13.contoso.com")
        try carryOut(NewPolicy(.site("Two")), on: store)
        try carryOut(RemoveChatPool(fqdn: "chat13.contoso.com"), on: store)
        XCTAssertNil(try XCTUnwrap(try store.site("Two")).defaultChatPool)
        XCTAssertEqual(try store.endpoints(of: "chat13.contoso.com"), [])
        try carryOut(RemoveSite(name: "Two"), on: store)
        XCTAssertNil(try store.policy(.site("Two")))
    }

    func testSipDomains() throws {
        let store = try fullStore()
        XCTAssertFalse(try carryOut(NewSipDomain(name: "litware.com"), on: store).result.isDefault)
        try refused("SipDomainExists", "SIP domain Contoso.com already exists.", .resourceExists, store, NewSipDomain(name: "Contoso.com"))
        try refused(
            "SipDomainInUse", "SIP domain contoso.com is still used by 6 SIP addresses.", .invalidOperation, store, RemoveSipDomain(name: "contoso.com"))
        try carryOut(SetDefaultSipDomain(name: "litware.com"), on: store)
        XCTAssertEqual(try store.defaultSipDomain()?.name, "litware.com")
        XCTAssertEqual(try store.sipDomain("contoso.com")?.isDefault, false)
        try refused("SipDomainIsDefault", "SIP domain litware.com is the default SIP domain.", .invalidOperation, store, RemoveSipDomain(name: "litware.com"))
        try carryOut(NewSipDomain(name: "third.com", isDefault: true), on: store)
        try carryOut(RemoveSipDomain(name: "litware.com"), on: store)
        XCTAssertEqual(try store.defaultSipDomain()?.name, "third.com")
        try refused(
            "NoSipDomain", "The deployment has no SIP domain.", .invalidOperation, try poolsWithoutDomain(),
            NewChatPool(fqdn: "c.contoso.com", generation: .r2, fileStore: "/x"))
    }

    private func poolsWithoutDomain() throws -> SQLiteStore {
        let store = try poolStore()
        try carryOut(RemoveSipDomain(name: "contoso.com"), on: store)
        return store
    }

    func testFrontEndPools() throws {
        let store = try fullStore()
        func new(_ adjust: (inout NewFrontEndPool) -> Void) -> NewFrontEndPool {
            var pool = NewFrontEndPool(fqdn: "new.contoso.com", generation: .lync2013, site: "HQ")
            adjust(&pool)
            return pool
        }
        try refused(
            "NameInvalid", "Front-end pool name must be a fully qualified domain name, but is \"a b\".", .invalidArgument, store, new { $0.fqdn = "a b" })
        try refused(
            "StandardEditionComputers", "A Standard Edition pool must have exactly one computer, named new.contoso.com, but has a.contoso.com.",
            .invalidArgument, store,
            new {
                $0.edition = .standard; $0.computers = ["a.contoso.com"]
            })
        try refused(
            "EnterpriseComputers", "Enterprise Edition pool new.contoso.com must have 1 to 12 computers, but has 13.", .invalidArgument, store,
            new { $0.computers = (1...13).map { Fqdn("f\($0).contoso.com") } })
        try refused(
            "TopologyNameInUse", "The name chat13.contoso.com is already used in the topology.", .resourceExists, store,
            new { $0.computers = ["chat13.contoso.com"] })
        try refused(
            "TopologyNameInUse", "The name F.contoso.com is already used in the topology.", .resourceExists, store,
            new { $0.computers = ["f.contoso.com", "F.contoso.com"] })
        try refused(
            "BackupPoolGeneration", "The backup pool of new.contoso.com must be another Lync Server 2013 pool; l10.contoso.com is none.", .invalidArgument,
            store, new { $0.backupPool = "l10.contoso.com" })
        try refused(
            "PoolHomesUsers", "Pool l13.contoso.com is still home to 1 users.", .invalidOperation, try withoutChatPools(),
            RemoveFrontEndPool(fqdn: "l13.contoso.com"))
        try refused("FrontEndPoolNotFound", "There is no front-end pool x.contoso.com.", .objectNotFound, store, RemoveFrontEndPool(fqdn: "x.contoso.com"))
        try carryOut(
            new {
                $0.backupPool = "l13.contoso.com"; $0.computers = ["f1.contoso.com", "f2.contoso.com"]
            }, on: store)
        XCTAssertEqual(try store.frontEndPool(withComputer: "F2.contoso.com")?.fqdn, "new.contoso.com")
        var set = SetFrontEndPool(fqdn: "new.contoso.com")
        set.computers = .set(["f2.contoso.com", "f3.contoso.com"])
        try carryOut(set, on: store)
        XCTAssertEqual(try store.frontEndPool("new.contoso.com")?.computers, ["f2.contoso.com", "f3.contoso.com"])
        XCTAssertNil(try store.frontEndPool(withComputer: "f1.contoso.com"))
        try carryOut(RemoveFrontEndPool(fqdn: "new.contoso.com"), on: store)
        XCTAssertNil(try store.frontEndPool(withComputer: "f3.contoso.com"))
    }

    private func withoutChatPools() throws -> SQLiteStore {
        let store = try fullStore()
        for name in ["chatr2", "chat10", "chat13"] { try carryOut(RemoveChatPool(fqdn: Fqdn("\(name).contoso.com")), on: store) }
        return store
    }

    func testChatPools() throws {
        let store = try fullStore()
        let pool = try XCTUnwrap(try store.chatPool("chat10.contoso.com"))
        XCTAssertEqual(pool.hostPool, "l10.contoso.com")
        XCTAssertEqual(pool.kind, .singleComputer)
        XCTAssertEqual(pool.trustedApplicationPool, "chat10.contoso.com")
        XCTAssertEqual(try store.owner(of: "sip:ocschat10@contoso.com")?.pool, "chat10.contoso.com")
        XCTAssertEqual(try store.owner(of: "sip:l10@contoso.com")?.pool, nil)
        XCTAssertEqual(try store.endpoints(of: "chat13.contoso.com").map(\.isAutomatic), [true])
        var new = NewChatPool(fqdn: "more.contoso.com", generation: .lync2013, fileStore: "\\\\f\\s")
        new.servers = ["s1.contoso.com", "s2.contoso.com"]
        new.defaultSites = .all
        new.complianceEnabled = true
        try refused("ComplianceDatabaseMissing", "Compliance of pool more.contoso.com needs a compliance database.", .invalidArgument, store, new)
        new.complianceDatabase.instance = "sql9\\c"
        new.mtlsPort = 0
        try refused("NumberOutOfRange", "MtlsPort must be from 1 to 65535, but is 0.", .invalidArgument, store, new)
        new.mtlsPort = 5042
        try carryOut(new, on: store)
        XCTAssertEqual(try store.site("HQ")?.defaultChatPool, "more.contoso.com")
        XCTAssertEqual(try store.endpoints(of: "more.contoso.com").map(\.sipAddress), ["sip:GC-1-PersistentChatService-2@contoso.com"])
        try carryOut(SetChatPoolState(fqdn: "more.contoso.com", state: .running), on: store)
        XCTAssertEqual(try store.chatServers(of: "more.contoso.com").map(\.complianceService), [.running, .running])
        let swapped = try carryOut(ChooseActiveServers(pool: "more.contoso.com", choice: .exactly(["s2.contoso.com"])), on: store)
        XCTAssertEqual(swapped.result.map(\.isActive), [false, true])
        XCTAssertEqual(try carryOut(ChooseActiveServers(pool: "more.contoso.com", choice: .swapped), on: store).result.map(\.isActive), [true, false])
        try refused(
            "ServerOfAnotherPool", "Server chat10.contoso.com belongs to pool chat10.contoso.com, not to pool more.contoso.com.", .invalidArgument, store,
            ChooseActiveServers(pool: "more.contoso.com", choice: .exactly(["chat10.contoso.com"])))
        var set = SetChatPool(fqdn: "more.contoso.com")
        set.hostPool = .set("l10.contoso.com")
        XCTAssertEqual(try refusal("R1") { _ = try set.plan(store) }.rule, "R1")
        try refused("ChatPoolNotFound", "There is no chat pool x.contoso.com.", .objectNotFound, store, SetChatPool(fqdn: "x.contoso.com"))
        try refused(
            "LastServerOfPool", "Server chat10.contoso.com is the last server of pool chat10.contoso.com.", .invalidOperation, store,
            RemoveChatServer(fqdn: "chat10.contoso.com"))
        // The default lookup address belongs to the first legacy pool that takes it.
        try carryOut(NewChatPool(fqdn: "o1.contoso.com", generation: .r2, fileStore: "/x"), on: store)
        XCTAssertEqual(try store.chatPool("o1.contoso.com")?.lookupUser, "sip:ocschat@contoso.com")
        try refused(
            "SipAddressInUse", "sip:ocschat@contoso.com is already used by ocschat.", .resourceExists, store,
            NewChatPool(fqdn: "o2.contoso.com", generation: .lync2010, fileStore: "/x"))
        try carryOut(RemoveChatPool(fqdn: "o1.contoso.com"), on: store)
        XCTAssertNil(try store.user(at: "sip:ocschat@contoso.com"))
    }

    func testUsers() throws {
        let store = try fullStore()
        let user = try XCTUnwrap(try store.user(at: "sip:l13@contoso.com"))
        XCTAssertEqual(user.identity, "CN=l13,CN=Users,DC=contoso,DC=com")
        XCTAssertEqual([user.samAccountName, user.userPrincipalName, user.displayName], ["l13", "l13@contoso.com", "l13"])
        try refused(
            "UserExists", "User CN=l13,CN=Users,DC=contoso,DC=com already exists.", .resourceExists, store,
            NewUser(sipAddress: "sip:other@contoso.com", homePool: nil, displayName: "l13"))
        try refused(
            "NotAFrontEndPool", "chat13.contoso.com is a chat pool; users are homed on front-end pools.", .invalidArgument, store,
            MoveUser(.address("sip:l13@contoso.com"), target: "chat13.contoso.com"))
        try refused("UserNotFound", "There is no user ann.", .objectNotFound, store, RemoveUser(.displayName("ann")))
        // A move changes the home pool and nothing else (R42), and back is possible (R35).
        var moved = try carryOut(MoveUser(.address("sip:r2@contoso.com"), target: "l13.contoso.com", tool: .moveCsLegacyUser), on: store).result
        moved.homePool = "r2.contoso.com"
        XCTAssertEqual(try carryOut(MoveUser(.address("sip:r2@contoso.com"), target: "r2.contoso.com", tool: .moveCsUser), on: store).result, moved)
        let idle = try carryOut(MoveUser(.address("sip:r2@contoso.com"), target: "R2.contoso.com"), on: store)
        XCTAssertEqual(idle.changes, [])
        XCTAssertEqual(idle.cautions.map(\.text), ["sip:r2@contoso.com is already homed on r2.contoso.com."])
        // Blocking keeps everything, disabling erases it (R40).
        try carryOut(GrantPolicy("On", to: .address("sip:l13@contoso.com")), on: store)
        var block = SetUser(.address("sip:l13@contoso.com"))
        block.isEnabled = .set(false)
        let blocked = try carryOut(block, on: store).result
        XCTAssertEqual([blocked.enablement == .blocked, blocked.homePool == "l13.contoso.com", blocked.policy == "On"], [true, true, true])
        let disabled = try carryOut(DisableUser(.address("sip:l13@contoso.com")), on: store).result
        XCTAssertEqual(disabled.enablement, .never)
        XCTAssertEqual([disabled.sipAddress?.text, disabled.homePool?.text, disabled.policy?.text], [nil, nil, nil])
        block.identity = .displayName("l13")
        block.isEnabled = .set(true)
        try refused("UserNotEnabled", "CN=l13,CN=Users,DC=contoso,DC=com is not enabled.", .notEnabled, store, block)
        try carryOut(EnableUser(.displayName("l13"), homePool: "l10.contoso.com", sipAddress: "sip:again@contoso.com"), on: store)
        XCTAssertEqual(try store.user(at: "sip:again@contoso.com")?.principalState, .active)
        XCTAssertEqual(
            try EnableUser(.address("sip:again@contoso.com"), homePool: "l13.contoso.com").plan(store).cautions.map(\.text),
            ["sip:again@contoso.com is already enabled; nothing was changed."])
    }

    func testLookupUsers() throws {
        let store = try fullStore()
        var rename = SetUser(.address("sip:ocschat10@contoso.com"))
        rename.sipAddress = .set("sip:lookup@contoso.com")
        try carryOut(rename, on: store)
        XCTAssertEqual(try store.chatPool("chat10.contoso.com")?.lookupUser, "sip:lookup@contoso.com")
        let removed = try carryOut(RemoveUser(.address("sip:lookup@contoso.com")), on: store)
        XCTAssertEqual(removed.cautions.map(\.rule), ["M20"])
        XCTAssertNil(try XCTUnwrap(try store.chatPool("chat10.contoso.com")).lookupUser)
        // The address may now become an endpoint of a 2013 pool: legacy clients need no reconfiguration (M21).
        try carryOut(NewEndpoint(sipAddress: "sip:lookup@contoso.com", pool: "chat13.contoso.com"), on: store)
        XCTAssertEqual(try store.owner(of: "sip:lookup@contoso.com")?.pool, "chat13.contoso.com")
    }

    func testClients() throws {
        let store = try fullStore()
        let configuration = ManualConfiguration(lookupUri: "sip:ocschat10@contoso.com")
        try refused(
            "Lync2013ClientNotConfigurable", "The Lync 2013 client has no manual configuration; it is provisioned by the home pool of its user.",
            .invalidOperation, store, NewClient(name: "c", kind: .lync2013, user: .address("sip:l13@contoso.com"), configuration: configuration))
        try carryOut(NewClient(name: "c", kind: .groupChat, user: .principalName("l13@contoso.com"), configuration: configuration), on: store)
        try refused(
            "ClientExists", "Client C already exists.", .resourceExists, store, NewClient(name: "C", kind: .lync2013, user: .address("sip:l13@contoso.com")))
        var set = SetClient(name: "c")
        set.port = .set(0)
        try refused("NumberOutOfRange", "Port must be from 1 to 65535, but is 0.", .invalidArgument, store, set)
        set.port = .set(5060)
        set.lookupUri = .set("sip:nobody@contoso.com")
        try carryOut(set, on: store)
        let client = try XCTUnwrap(try store.client("c"))
        XCTAssertEqual(client.configuration, ManualConfiguration(port: 5060, lookupUri: "sip:nobody@contoso.com"))
        XCTAssertEqual(try ConnectionPicture(store).facts(of: client, store).target, .nobody)
        var erase = SetClient(name: "c")
        erase.configuration = .set(nil)
        try carryOut(erase, on: store)
        XCTAssertNil(try XCTUnwrap(try store.client("c")).configuration)
        try carryOut(RemoveClient(name: "c"), on: store)
        try refused("ClientNotFound", "There is no client c.", .objectNotFound, store, RemoveClient(name: "c"))
    }

    func testDeployment() throws {
        let store = try emptyStore()
        var set = SetDeployment()
        set.forest = .set("contoso.com")
        set.topologyIsEnabled = .set(false)
        try carryOut(set, on: store)
        XCTAssertEqual(try refusal("R26") { try checkTopologyIsEnabled(try store.deployment()) }.rule, "R26")
    }
}
