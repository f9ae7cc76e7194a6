// The catalogues are complete: every message has words, every rule is listed, every schema fits its entity.
import ChatModel
import XCTest

final class CatalogueTests: XCTestCase {
    func testEveryMessageHasWords() {
        for id in MessageId.allCases {
            let words = Catalogue.english.wording(of: id)
            XCTAssertFalse(words?.says.isEmpty ?? true, id.rawValue)
        }
        XCTAssertEqual(Set(MessageId.allCases.map(\.rawValue)).count, MessageId.allCases.count)
    }

    func testRulesR1ToR52AreListedInOrder() {
        XCTAssertEqual(ChatRule.all.map(\.id.rawValue), (1...52).map { "R\($0)" })
        for rule in ChatRule.all {
            XCTAssertEqual(rule.effect == .describes, rule.messages.isEmpty, rule.id.rawValue)
            XCTAssertTrue(rule.title.hasSuffix("."), rule.id.rawValue)
        }
        XCTAssertEqual(ChatRule.named("r35")?.messages, [.userHomedOnR2, .userNotHomedOnR2])
    }

    func testSlotsAreFilledAndArticlesFit() {
        let template = Catalogue.english
        let message = Message(.legacyPoolNotManageable, ["pool": .text("{gen}"), "gen": .generation(.r2)])
        XCTAssertEqual(
            template.sentence(message),
            "Pool {gen} is an Office Communications Server 2007 R2 Group Chat pool; this command manages Lync Server 2013 pools only.")
        XCTAssertEqual(template.sentence(Message(.siteNotFound)), "There is no site {site}.")
    }

    func testSchemasFitTheirEntities() {
        func check<Entity: StoredEntity>(_ entity: Entity) {
            for (position, column) in Entity.schema.columns.enumerated() {
                switch (entity.value(at: position), column.type) {
                case (.none, _), (.text, .text), (.integer, .integer), (.boolean, .boolean), (.list, .list): break
                case (let value, _): XCTFail("\(Entity.self).\(column.name) is \(value)")
                }
                XCTAssertEqual(Entity.schema.position(of: column.name.uppercased()), position)
            }
        }
        check(Deployment())
        check(Site(name: "HQ", siteId: 1, defaultChatPool: "p"))
        check(SipDomain(name: "contoso.com", isDefault: true))
        check(FrontEndPool(fqdn: "p", generation: .r2, site: "HQ", computers: ["c"], backupPool: "b", userStore: "s"))
        check(ChatPool(fqdn: "p", generation: .r2, hostPool: "h", lookupUser: "sip:a@b", trustedApplicationPool: "t"))
        check(ChatServer(fqdn: "s", pool: "p"))
        check(
            ChatUser(
                distinguishedName: DistinguishedName("CN=a"), sipAddress: "sip:a@b", homePool: "p", enablement: .enabled, policy: "x", displayName: "a",
                samAccountName: "a", userPrincipalName: "a@b"))
        check(ChatPolicy(.global))
        check(ChatClient(name: "c", kind: .groupChat, user: "sip:a@b", configuration: ManualConfiguration(userUri: "sip:a@b", host: "h", lookupUri: "sip:c@b")))
        check(ChatEndpoint(sipAddress: "sip:e@b", pool: "p"))
    }

    func testNamesIgnoreCase() {
        XCTAssertEqual(Fqdn("Pool.Contoso.com"), "pool.contoso.COM")
        XCTAssertEqual(Set([SipAddress("sip:A@b.c"), "SIP:a@B.C"]).count, 1)
        XCTAssertEqual(Fqdn("a.contoso.com").domain, "contoso.com")
        for good in ["a", "a.b", "pool-1.contoso.com", "se_1.contoso.com"] { XCTAssertTrue(Fqdn(good).isWellFormed, good) }
        for bad in ["", ".", "a..b", "-a", "a-.b", "a b", "ü.com"] { XCTAssertFalse(Fqdn(bad).isWellFormed, bad) }
        for good in ["sip:a@b.c", "SIP:a.b-c@d.e"] { XCTAssertTrue(SipAddress(good).isWellFormed, good) }
        for bad in ["", "sip:", "sip:@b.c", "sip:a@", "sip:a b@c.d", "sip:a@b@c", "a@b.c", "sip:a"] { XCTAssertFalse(SipAddress(bad).isWellFormed, bad) }
    }

    func testUserIdentities() {
        let cases: [(String, UserIdentity)] = [
            ("sip:ann@contoso.com", .address("sip:ann@contoso.com")), ("CN=Ann,DC=contoso,DC=com", .distinguishedName("CN=Ann,DC=contoso,DC=com")),
            ("CONTOSO\\ann", .logon(domain: "CONTOSO", name: "ann")), ("ann@contoso.com", .principalName("ann@contoso.com")),
            ("Ann Smith", .displayName("Ann Smith")),
        ]
        for (text, identity) in cases {
            XCTAssertEqual(UserIdentity(parsing: text), identity)
            XCTAssertEqual(identity.text, text)
        }
        let name = DistinguishedName(commonName: "Smith, Ann", domain: "contoso.com")
        XCTAssertEqual(name.text, "CN=Smith\\, Ann,CN=Users,DC=contoso,DC=com")
        XCTAssertEqual(name.commonName, "Smith, Ann")
        XCTAssertEqual(name.shortDomain, "contoso")
        for text in ["p.contoso.com", "service:p.contoso.com", "service:PersistentChatServer:p.contoso.com", "PersistentChatServer:p.contoso.com"] {
            XCTAssertEqual(ServiceIdentity(parsing: text).fqdn, "p.contoso.com", text)
        }
    }
}
