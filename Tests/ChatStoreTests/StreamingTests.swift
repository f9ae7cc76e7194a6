// Streams and look-ups: what they pick, and that changes meanwhile do no harm.
import ChatModel
import ChatStore
import XCTest

final class StreamingTests: StoreTestCase {
    func testStreamsGoThroughAllPagesInOrder() throws {
        let store = try filled()
        try addUsers(0..<1_000, to: store)
        let users = try store.users()
        XCTAssertEqual(users.map(\.displayName), (0..<1_000).map { "User \($0)" })
        XCTAssertEqual(users.map(\.principalId), (1...1_000).map { Int64($0) })
        var seen = 0
        try store.forEachUser(UserSelection()) { _ in
            seen += 1
            return seen == 300 ? .stop : .next
        }
        XCTAssertEqual(seen, 300)
    }

    func testSelections() throws {
        let store = try filled()
        try store.change(command: "Test") { tx in
            for number in 0..<600 {
                var user = self.user(number)
                if number % 2 == 1 { user.homePool = "old.contoso.com" }
                if number % 3 == 0 { user.policy = "on" }
                if number % 5 == 0 { user.enablement = .blocked }
                if number % 100 == 7 { user.homePool = nil }
                if number == 44 { user.displayName = "50%_[x]" }
                try tx.apply([.insert(.user(user))])
            }
        }
        let cases: [(UserSelection, (Int) -> Bool)] = [
            (UserSelection(), { _ in true }),
            (UserSelection(home: .pool("A.contoso.com")), { $0 % 2 == 0 && $0 % 100 != 7 }),
            (UserSelection(home: .generation(.lync2010)), { $0 % 2 == 1 && $0 % 100 != 7 }),
            (UserSelection(home: .unassigned), { $0 % 100 == 7 }),
            (UserSelection(policy: .named("ON")), { $0 % 3 == 0 }),
            (UserSelection(policy: .unassigned), { $0 % 3 != 0 }),
            (UserSelection(home: .pool("a.contoso.com"), policy: .named("On"), enablement: .enabled), { $0 % 6 == 0 && $0 % 5 != 0 }),
            (UserSelection(enablement: .blocked), { $0 % 5 == 0 }),
            (UserSelection(enablement: .never), { _ in false }),
            (UserSelection(displayName: NamePattern("USER 1?")), { (10...19).contains($0) }),
            (UserSelection(displayName: NamePattern("user [2-3]?")), { (20...39).contains($0) }),
            (UserSelection(displayName: NamePattern("50%_`[*")), { $0 == 44 }),
            (UserSelection(sipAddress: NamePattern("sip:u5*")), { "\($0)".hasPrefix("5") }),
        ]
        for (number, (selection, fits)) in cases.enumerated() {
            let expected = (0..<600).filter(fits).map { "sip:u\($0)@contoso.com" }
            XCTAssertEqual(try store.users(selection).compactMap(\.sipAddress?.text), expected, "case \(number)")
            XCTAssertEqual(try store.userCount(selection), expected.count, "case \(number)")
        }
        XCTAssertEqual(try store.userCount(homedOn: "a.contoso.com"), 300)
        XCTAssertEqual(try store.userCount(assigned: "on"), 200)
        XCTAssertEqual(try store.addressCount(in: "CONTOSO.com"), 600)
    }

    func testWhoStreamsMayChangeWhatStreams() throws {
        let store = try filled()
        try addUsers(0..<700, to: store)
        var seen = 0
        // Every user moves, and for each a new one is stored; nobody is seen twice and no new one is seen.
        try store.forEachUser(UserSelection(home: .pool("a.contoso.com"))) { user in
            seen += 1
            try store.change(command: "Move") { tx in
                try tx.carryOut(MoveUser(.address(try XCTUnwrap(user.sipAddress)), target: "b.contoso.com"))
                try tx.apply([.insert(.user(self.user(10_000 + seen)))])
            }
            return .next
        }
        XCTAssertEqual(seen, 700)
        XCTAssertEqual(try store.userCount(homedOn: "b.contoso.com"), 700)
        XCTAssertEqual(try store.userCount(homedOn: "a.contoso.com"), 700)
    }

    func testUsersByEveryFormOfIdentity() throws {
        let store = try filled()
        var plain = user(1)
        var odd = user(2)
        odd.distinguishedName = DistinguishedName("CN=Smith\\, Bo,OU=Staff,DC=litware,DC=com")
        odd.displayName = "Bo"
        odd.samAccountName = "bsmith"
        odd.userPrincipalName = "bo@litware.com"
        var bare = ChatUser(
            distinguishedName: DistinguishedName("CN=Cy,DC=contoso,DC=com"), sipAddress: nil, homePool: nil, enablement: .never, displayName: "Cy",
            samAccountName: "cy", userPrincipalName: "cy@contoso.com")
        try store.change(command: "Test") { tx in try tx.apply([.insert(.user(plain)), .insert(.user(odd)), .insert(.user(bare))]) }
        plain.principalId = 1
        odd.principalId = 2
        bare.principalId = 3
        let cases: [(String, ChatUser?)] = [
            ("SIP:U1@contoso.com", plain), ("u1@contoso.com", plain), ("contoso\\U1", plain), ("litware\\u1", nil), ("user 1", plain),
            (plain.identity, plain), (plain.identity.lowercased(), plain),
            ("sip:u2@contoso.com", odd), ("u2@contoso.com", nil), ("bo@litware.com", odd), ("litware\\bsmith", odd), ("litware\\u2", nil), ("Bo", odd),
            (odd.identity, odd), ("CN=Bo,DC=contoso,DC=com", nil),
            ("cy@contoso.com", bare), ("contoso\\cy", bare), (bare.identity, bare), ("Nobody", nil),
        ]
        for (identity, user) in cases { XCTAssertEqual(try store.users(named: UserIdentity(parsing: identity), limit: 2), user.map { [$0] } ?? [], identity) }
        try store.change(command: "Test") { tx in
            var twin = self.user(9)
            twin.displayName = "Bo"
            try tx.apply([.insert(.user(twin))])
        }
        XCTAssertEqual(try store.users(named: .displayName("bo"), limit: 5).count, 2)
        XCTAssertThrowsError(try store.existingUser(.displayName("Bo"))) { XCTAssertEqual(($0 as? Refusal)?.id, "UserAmbiguous") }
    }

    func testBulkLoadingKeepsIndexesAndLog() throws {
        let store = try filled()
        var number = 0
        let loaded = try store.change(command: "Import", author: "ann", time: 5) { tx in
            try tx.loadUsers {
                number += 1
                return number <= 6_000 ? self.user(number) : nil
            }
        }
        XCTAssertEqual(loaded, 6_000)
        XCTAssertEqual(try store.userCount(homedOn: "a.contoso.com"), 6_000)
        XCTAssertEqual(try store.users(named: .displayName("User 5999"), limit: 2).count, 1)
        let entries = try store.changes(ChangeSelection(command: "Import"))
        XCTAssertEqual(entries.count, 6_000)
        XCTAssertEqual(entries.last?.identity, user(6_000).identity)
        XCTAssertEqual(entries.first?.origin, ChangeOrigin(command: "Import", author: "ann", time: 5))
        let error = failure {
            number = 5_999
            try store.change(command: "Again") { tx in
                _ = try tx.loadUsers {
                    number += 1; return number <= 6_000 ? self.user(number) : nil
                }
            }
        }
        XCTAssertEqual(error?.kind, .constraint)
        XCTAssertEqual(try store.users().count, 6_000)
    }
}
