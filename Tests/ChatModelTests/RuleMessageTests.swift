// Every refusing, warning and asking rule R1 to R52 once, with exactly what it says.
import ChatModel
import ChatStore
import XCTest

final class RuleMessageTests: XCTestCase {
    private typealias Case = (rule: RuleId, category: ErrorCategory, says: String, work: (SQLiteStore) throws -> Void)

    private func check(_ cases: [Case], on store: () throws -> SQLiteStore) throws {
        for (rule, category, says, work) in cases {
            let store = try store()
            let refusal = try refusal(says) { try work(store) }
            XCTAssertEqual(refusal.text, says)
            XCTAssertEqual(refusal.rule, rule, says)
            XCTAssertEqual(refusal.category, category, says)
            XCTAssertFalse(refusal.wayOut?.contains("{") ?? false, refusal.wayOut ?? "")
        }
    }

    private func carryOut(_ change: some PlannedChange) -> (SQLiteStore) throws -> Void {
        { store in _ = try store.change(command: "Test") { tx in try tx.carryOut(change) } }
    }

    private func chatPool(_ fqdn: Fqdn, _ generation: Generation, on host: Fqdn?, _ adjust: (inout NewChatPool) -> Void = { _ in }) -> NewChatPool {
        var pool = NewChatPool(fqdn: fqdn, generation: generation, hostPool: host, fileStore: "\\\\files\\chat")
        adjust(&pool)
        return pool
    }

    func testCoexistence() throws {
        let legacy = ChatPool(fqdn: "g.contoso.com", generation: .lync2010, hostPool: "l10.contoso.com")
        try check(
            [
                (
                    "R1", .invalidOperation,
                    "Chat pool c.contoso.com is a Lync Server 2013 Persistent Chat pool and must be homed on a Lync Server 2013 pool; l10.contoso.com is a Lync Server 2010 pool.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: "l10.contoso.com"))
                ),
                (
                    "R1", .invalidOperation,
                    "Chat pool c.contoso.com is a Lync Server 2013 Persistent Chat pool and must be homed on a Lync Server 2013 pool; r2.contoso.com is an Office Communications Server 2007 R2 pool.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: "r2.contoso.com"))
                ),
                (
                    "R2", .invalidOperation,
                    "Chat pool c.contoso.com is a Lync Server 2010 Group Chat pool and must be homed on a Lync Server 2010 pool; l13.contoso.com is a Lync Server 2013 pool.",
                    carryOut(chatPool("c.contoso.com", .lync2010, on: "l13.contoso.com"))
                ),
                (
                    "R3", .invalidOperation,
                    "Chat pool c.contoso.com is an Office Communications Server 2007 R2 Group Chat pool and must be homed on an Office Communications Server 2007 R2 pool; l13.contoso.com is a Lync Server 2013 pool.",
                    carryOut(chatPool("c.contoso.com", .r2, on: "l13.contoso.com"))
                ),
                (
                    "R5", .invalidOperation,
                    "Room Desk belongs to pool a.contoso.com and cannot be used in pool b.contoso.com; deployments running side by side do not share content.",
                    { _ in try checkContentStaysInPool(.room, "Desk", of: "a.contoso.com", usedIn: "b.contoso.com") }
                ),
                (
                    "R7", .invalidOperation, "Add-in Map cannot be moved from pool a.contoso.com to pool b.contoso.com. Export and import its content instead.",
                    { _ in try checkContentKeepsPool(.addIn, "Map", from: "a.contoso.com", to: "b.contoso.com") }
                ),
                (
                    "R8", .invalidOperation, "Content of Group Chat pool g.contoso.com is not visible in c.contoso.com until it has been migrated.",
                    { _ in try checkContentHasBeenMigrated(from: legacy, to: "c.contoso.com") }
                ),
                (
                    "R9", .invalidOperation, "Pool g.contoso.com still holds unmigrated content (7 rooms). Migrate it, or use -Force to give the content up.",
                    { _ in try checkContentMayBeLeftBehind(legacy, unmigratedRooms: 7, force: false) }
                ),
                (
                    "R12", .resourceExists,
                    "SQL instance l10sql\\rtc already holds the user store of pool l10.contoso.com; use a separate instance for Lync Server 2013.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: nil) { $0.contentDatabase.instance = "l10sql\\rtc" })
                ),
                (
                    "R12", .resourceExists,
                    "SQL instance r2sql\\rtc already holds the user store of pool r2.contoso.com; use a separate instance for Lync Server 2013.",
                    carryOut(NewFrontEndPool(fqdn: "new.contoso.com", generation: .lync2013, site: "HQ", userStore: "r2sql\\rtc"))
                ),
                (
                    "R13", .invalidOperation, "Pool g.contoso.com is a Lync Server 2010 Group Chat pool; this command manages Lync Server 2013 pools only.",
                    { _ in try checkPoolIsManageable(legacy) }
                ),
            ], on: poolStore)
        // What they allow.
        var migrated = legacy
        migrated.migrationState = .verified
        XCTAssertNoThrow(try checkContentMayBeLeftBehind(legacy, unmigratedRooms: 0, force: false))
        XCTAssertNoThrow(try checkContentMayBeLeftBehind(legacy, unmigratedRooms: 7, force: true))
        XCTAssertNoThrow(try checkContentMayBeLeftBehind(migrated, unmigratedRooms: 7, force: false))
        XCTAssertNoThrow(try checkContentHasBeenMigrated(from: migrated, to: "c.contoso.com"))
    }

    func testCautions() throws {
        let store = try poolStore()
        _ = try store.change(command: "Test") { tx in
            try tx.carryOut(chatPool("a.contoso.com", .r2, on: nil))
            try tx.carryOut(chatPool("b.contoso.com", .lync2010, on: nil) { $0.lookupUser = "sip:lookup@contoso.com" })
        }
        let third = try store.change(command: "Test") { tx in try tx.carryOut(chatPool("c.contoso.com", .lync2013, on: nil)) }
        XCTAssertEqual(third.cautions.map(\.rule), ["R11"])
        XCTAssertEqual(
            third.cautions.map(\.says), ["Warning: three server generations are running side by side; this combination is not a supported topology."])
        let legacy = ChatPool(fqdn: "g.contoso.com", generation: .lync2010, hostPool: "l10.contoso.com")
        XCTAssertEqual(
            cautionAboutMigrationOrder(of: legacy, legacyUsers: 1, otherLegacyServices: 0)?.says,
            "Warning: users or services are still on legacy pools; Group Chat should be migrated last.")
        XCTAssertNil(cautionAboutMigrationOrder(of: legacy, legacyUsers: 0, otherLegacyServices: 0))
        let full = try fullStore()
        let move = try MoveUser(.address("sip:l10@contoso.com"), target: "l13.contoso.com", tool: .moveCsUser, force: true).plan(full)
        XCTAssertEqual(move.cautions.map(\.says), ["Warning: contacts and meetings of sip:l10@contoso.com will not be moved."])
        XCTAssertEqual(move.cautions.map(\.rule), ["R38"])
    }

    func testTopology() throws {
        func standardStore() throws -> SQLiteStore {
            let store = try poolStore()
            _ = try store.change(command: "Test") { tx in
                try tx.carryOut(NewFrontEndPool(fqdn: "se.contoso.com", generation: .lync2013, edition: .standard, site: "HQ"))
                try tx.carryOut(
                    chatPool("multi.contoso.com", .lync2013, on: "l13.contoso.com") {
                        $0.servers = (1...8).map { Fqdn("m\($0).contoso.com") }
                        $0.contentDatabase.instance = "chatsql\\chat"
                    })
                try tx.carryOut(chatPool("single.contoso.com", .lync2010, on: nil))
            }
            return store
        }
        let target = ChatPool(fqdn: "se.contoso.com", generation: .lync2013, hostPool: "se.contoso.com")
        let host = FrontEndPool(fqdn: "se.contoso.com", generation: .lync2013, edition: .standard, site: "HQ", computers: ["se.contoso.com"])
        try check(
            [
                (
                    "R16", .objectNotFound, "No Lync Server 2010 pool exists that could host chat pool c.contoso.com.",
                    { store in
                        _ = try store.change(command: "Test") { tx in
                            try tx.carryOut(RemoveChatPool(fqdn: "single.contoso.com"))
                            try tx.carryOut(RemoveFrontEndPool(fqdn: "l10.contoso.com"))
                            try tx.carryOut(self.chatPool("c.contoso.com", .lync2010, on: nil))
                        }
                    }
                ),
                (
                    "R17", .resourceExists, "The name L10.contoso.com is already used in the topology.",
                    carryOut(NewFrontEndPool(fqdn: "L10.contoso.com", generation: .lync2013, site: "HQ"))
                ),
                (
                    "R17", .resourceExists, "The name m1.contoso.com is already used in the topology.",
                    carryOut(chatPool("m1.contoso.com", .lync2013, on: "l13.contoso.com"))
                ),
                (
                    "R17", .resourceExists, "The name olds.contoso.com is already used in the topology.",
                    { store in
                        _ = try store.change(command: "Test") { tx in
                            try tx.carryOut(RemoveChatServer(fqdn: "m8.contoso.com"))
                            try tx.carryOut(NewFrontEndPool(fqdn: "olds.contoso.com", generation: .r2, edition: .standard, site: "HQ"))
                            try tx.carryOut(AddChatServer(fqdn: "olds.contoso.com", pool: "multi.contoso.com"))
                        }
                    }
                ),
                (
                    "R18", .invalidArgument, "On a Standard Edition server the chat pool must be named se.contoso.com.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: "se.contoso.com"))
                ),
                (
                    "R19", .invalidOperation, "The Persistent Chat role cannot run on Enterprise Edition front end l13fe.contoso.com.",
                    carryOut(chatPool("l13fe.contoso.com", .lync2013, on: "l13.contoso.com"))
                ),
                (
                    "R20", .invalidOperation, "Pool single.contoso.com was created as a single-computer pool; servers cannot be added.",
                    carryOut(AddChatServer(fqdn: "second.contoso.com", pool: "single.contoso.com"))
                ),
                (
                    "R21", .limitsExceeded, "Pool multi.contoso.com would have 9 servers; the maximum is 8.",
                    carryOut(AddChatServer(fqdn: "m9.contoso.com", pool: "multi.contoso.com"))
                ),
                (
                    "R21", .limitsExceeded, "Pool multi.contoso.com would have 5 active servers; the maximum is 4.",
                    carryOut(SetChatServerActive(fqdn: "m5.contoso.com", isActive: true))
                ),
                (
                    "R22", .invalidOperation, "se.contoso.com is a Standard Edition chat pool; Group Chat content cannot be migrated to it.",
                    { _ in try checkMigrationTarget(target, host: host) }
                ),
                (
                    "R23", .invalidArgument, "Server m9.litware.com is not in domain contoso.com.",
                    { store in
                        _ = try store.change(command: "Test") { tx in
                            try tx.carryOut(RemoveChatServer(fqdn: "m8.contoso.com"))
                            try tx.carryOut(AddChatServer(fqdn: "m9.litware.com", pool: "multi.contoso.com"))
                        }
                    }
                ),
                (
                    "R24", .objectNotFound, "File store \\\\files\\chat does not exist.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: "l13.contoso.com") { $0.fileStoreExists = false })
                ),
                (
                    "R24", .invalidArgument, "A multi-computer pool needs a UNC file store path.",
                    carryOut(
                        chatPool("c.contoso.com", .lync2013, on: "l13.contoso.com") {
                            $0.kind = .multipleComputers; $0.fileStore = "/srv/chat"
                        })
                ),
                (
                    "R25", .resourceExists, "SQL instance chatsql\\chat already holds a Persistent Chat database.",
                    carryOut(chatPool("c.contoso.com", .lync2013, on: "l13.contoso.com") { $0.contentDatabase.instance = "chatsql\\chat" })
                ),
                (
                    "R26", .notEnabled, "The topology change has been published but not enabled.",
                    { _ in try checkTopologyIsEnabled(Deployment(topologyIsEnabled: false)) }
                ),
                (
                    "R27", .permissionDenied, "You need Domain Admins and RTCUniversalServerAdmins membership to publish.",
                    { _ in try checkPublishingRights(groups: ["domain admins"]) }
                ),
                (
                    "R31", .invalidOperation, "Host pool l10.contoso.com still serves chat pool single.contoso.com; choose another host first.",
                    carryOut(RemoveFrontEndPool(fqdn: "l10.contoso.com"))
                ),
            ], on: standardStore)
        XCTAssertNoThrow(try checkPublishingRights(groups: ["Domain Admins", "RTCUniversalServerAdmins"]))
        let store = try standardStore()
        let standard = try store.change(command: "Test") { tx in try tx.carryOut(chatPool("se.contoso.com", .lync2013, on: "se.contoso.com")) }
        XCTAssertEqual(standard.result.contentDatabase.instance, "se.contoso.com\\rtc")
        XCTAssertEqual(standard.result.kind, .singleComputer)
        XCTAssertEqual(try store.chatServers(of: "multi.contoso.com").count(where: \.isActive), 4)
        XCTAssertEqual(ChatPorts.sipMtls, 5041)
        let records = addressRecords(of: try XCTUnwrap(try store.chatPool("multi.contoso.com")), servers: ["m1.contoso.com", "m2.contoso.com"])
        XCTAssertEqual(records.map(\.name), ["m1.contoso.com", "m2.contoso.com", "multi.contoso.com", "multi.contoso.com"])
    }

    func testHoming() throws {
        func store() throws -> SQLiteStore {
            let store = try fullStore()
            _ = try store.change(command: "Test") { tx in
                try tx.carryOut(NewUser(sipAddress: "sip:homeless@contoso.com", homePool: nil))
                try tx.carryOut(NewUser(sipAddress: nil, homePool: nil, displayName: "Never"))
                try tx.carryOut(NewUser(sipAddress: "sip:spaced@contoso.com", homePool: "r2.contoso.com", displayName: "Ann "))
                var fresh = NewUser(sipAddress: "sip:fresh@contoso.com", homePool: "l10.contoso.com")
                fresh.isReplicated = false
                try tx.carryOut(fresh)
            }
            return store
        }
        let never = "CN=Never,CN=Users,DC=contoso,DC=com"
        func set(_ address: String) -> SetUser {
            var set = SetUser(.address("sip:l13@contoso.com"))
            set.sipAddress = .set(SipAddress(address))
            return set
        }
        try check(
            [
                ("R32", .notEnabled, "\(never) is not enabled.", carryOut(MoveUser(.displayName("Never"), target: "l13.contoso.com"))),
                (
                    "R32", .invalidOperation, "sip:homeless@contoso.com is not assigned to a registrar pool.",
                    carryOut(MoveUser(.address("sip:homeless@contoso.com"), target: "l13.contoso.com"))
                ),
                (
                    "R32", .invalidOperation, "sip:homeless@contoso.com is not assigned to a registrar pool.",
                    { try checkMaySignIn(try XCTUnwrap(try $0.user(at: "sip:homeless@contoso.com"))) }
                ),
                ("R33", .invalidArgument, "ann@contoso.com is not a valid SIP address.", carryOut(set("ann@contoso.com"))),
                ("R33", .invalidArgument, "sip:ann@litware.com is not a valid SIP address.", carryOut(set("sip:ann@litware.com"))),
                ("R33", .resourceExists, "sip:r2@contoso.com is already used by r2.", carryOut(set("sip:r2@contoso.com"))),
                ("R33", .resourceExists, "SIP:R2@contoso.com is already used by r2.", carryOut(NewUser(sipAddress: "SIP:R2@contoso.com", homePool: nil))),
                (
                    "R33", .resourceExists, "sip:GC-1-PersistentChatService-1@contoso.com is already used by chat13.contoso.com.",
                    carryOut(set("sip:GC-1-PersistentChatService-1@contoso.com"))
                ),
                (
                    "R35", .invalidOperation, "sip:r2@contoso.com is homed on Office Communications Server 2007 R2; use Move-CsLegacyUser.",
                    carryOut(MoveUser(.address("sip:r2@contoso.com"), target: "l13.contoso.com", tool: .moveCsUser))
                ),
                (
                    "R35", .invalidOperation, "sip:l10@contoso.com is homed on Lync Server 2010; use Move-CsUser.",
                    carryOut(MoveUser(.address("sip:l10@contoso.com"), target: "l13.contoso.com", tool: .moveCsLegacyUser))
                ),
                (
                    "R37", .invalidOperation, "The name of sip:spaced@contoso.com has leading or trailing spaces.",
                    carryOut(MoveUser(.address("sip:spaced@contoso.com"), target: "l13.contoso.com", tool: .moveCsLegacyUser))
                ),
                (
                    "R39", .resourceUnavailable, "sip:fresh@contoso.com has not been replicated yet.",
                    carryOut(MoveUser(.address("sip:fresh@contoso.com"), target: "l13.contoso.com"))
                ),
                (
                    "R104", .resourceExists, "SIP address sip:ocschat10@contoso.com still belongs to user ocschat10; delete that user first.",
                    carryOut(NewEndpoint(sipAddress: "sip:ocschat10@contoso.com", pool: "chat13.contoso.com"))
                ),
                (
                    "R103", .invalidArgument, "Endpoints can be created only for Lync Server 2013 Persistent Chat pools.",
                    carryOut(NewEndpoint(sipAddress: "sip:e@contoso.com", pool: "chat10.contoso.com"))
                ),
                (
                    "R107", .invalidOperation, "The pool's own endpoint cannot be removed.",
                    carryOut(RemoveEndpoint(sipAddress: "sip:GC-1-PersistentChatService-1@contoso.com"))
                ),
            ], on: store)
    }

    func testPolicies() throws {
        try check(
            [
                ("R44", .resourceExists, "A global policy already exists; change it with Set-CsPersistentChatPolicy.", carryOut(NewPolicy(.global))),
                ("R44", .resourceExists, "Policy Tag:on already exists.", carryOut(NewPolicy(.tag("on")))),
                (
                    "R44", .invalidArgument, "Persistent Chat policies cannot be created at the service scope.",
                    { _ in _ = try policyIdentity(reading: "service:PersistentChatServer:chat13.contoso.com") }
                ),
                ("R50", .objectNotFound, "There is no per-user policy named Missing.", carryOut(GrantPolicy("Missing", to: .address("sip:l13@contoso.com")))),
                ("R50", .objectNotFound, "There is no per-user policy named Global.", carryOut(GrantPolicy("Global", to: .address("sip:l13@contoso.com")))),
            ], on: fullStore)
    }
}
