// Changes: all or none, nested, in batches, by two at once, cut off in the middle; and the log they leave.
import ChatModel
import ChatStore
import Foundation
import XCTest

final class ChangeTests: StoreTestCase {
    private struct Interruption: Error {}

    func testAFailedChangeLeavesNothing() throws {
        let store = try filled()
        let entries = try store.changes()
        XCTAssertThrowsError(
            try store.change(command: "Test") { tx in
                try tx.carryOut(NewSite(name: "New"))
                XCTAssertNotNil(try tx.site("New"))
                throw Interruption()
            })
        XCTAssertNil(try store.site("New"))
        XCTAssertEqual(try store.changes(), entries)
        XCTAssertNoThrow(try store.change(command: "Test") { tx in _ = try tx.carryOut(NewSite(name: "New")) })
    }

    func testANestedFailureUndoesOnlyItsOwnPart() throws {
        let store = try filled()
        try store.change(command: "Outer") { tx in
            try tx.carryOut(NewSite(name: "One"))
            XCTAssertThrowsError(
                try store.change(command: "Inner") { inner in
                    try inner.carryOut(NewSite(name: "Two"))
                    try inner.carryOut(NewPolicy(.tag("Gone")))
                    XCTAssertNotNil(try inner.policy(.tag("Gone")))
                    throw Interruption()
                })
            XCTAssertNil(try tx.policy(.tag("Gone")), "what was looked up in the undone part is forgotten")
            try store.change(command: "Inner") { inner in _ = try inner.carryOut(NewSite(name: "Three")) }
        }
        XCTAssertEqual(try store.sites().map(\.name), ["HQ", "One", "Three"])
        let log = try store.changes().suffix(2)
        XCTAssertEqual(log.map(\.identity), ["Site:One", "Site:Three"])
        XCTAssertEqual(log.map(\.origin.command), ["Outer", "Inner"])
    }

    func testTheLogSaysWhatChanged() throws {
        let store = try filled()
        try addUsers(1..<2, to: store)
        let before = try XCTUnwrap(try store.changes().last?.change)
        _ = try store.change(command: "Move-ChatUser", author: "CONTOSO\\ann", time: 1_700_000_000_000) { tx in
            try tx.carryOut(MoveUser(.address("sip:u1@contoso.com"), target: "b.contoso.com"))
            try tx.carryOut(GrantPolicy("On", to: .address("sip:u1@contoso.com")))
        }
        _ = try store.change(command: "Remove-ChatPolicy") { tx in try tx.carryOut(RemovePolicy(.tag("On"), force: true)) }
        let entries = try store.changes(ChangeSelection(after: before))
        let identity = user(1).identity
        XCTAssertEqual(
            entries.map { [$0.action.rawValue, $0.kind, $0.identity, $0.property ?? "-", $0.old ?? "-", $0.new ?? "-"] },
            [
                ["Changed", "ChatUser", identity, "HomePool", "a.contoso.com", "b.contoso.com"],
                ["Changed", "ChatUser", identity, "Policy", "-", "On"],
                ["Changed", "ChatUser", identity, "Policy", "On", "-"],
                ["Removed", "ChatPolicy", "Tag:On", "Identity", "Tag:On", "-"],
                ["Removed", "ChatPolicy", "Tag:On", "EnablePersistentChat", "True", "-"],
            ])
        XCTAssertEqual(entries.map(\.change), [before + 1, before + 1, before + 2, before + 2, before + 2])
        XCTAssertEqual(entries[0].origin, ChangeOrigin(command: "Move-ChatUser", author: "CONTOSO\\ann", time: 1_700_000_000_000))
        XCTAssertEqual(entries[2].origin, ChangeOrigin(command: "Remove-ChatPolicy"))
        XCTAssertEqual(try store.changes(ChangeSelection(kind: .user, identity: identity.uppercased())).count, 4)
        XCTAssertEqual(try store.changes(ChangeSelection(command: "remove-chatpolicy")).count, 3)
    }

    func testANothingChangeLogsNothing() throws {
        let store = try filled()
        let entries = try store.changes()
        _ = try store.change(command: "Set") { tx in try tx.carryOut(SetSite(name: "HQ")) }
        XCTAssertEqual(try store.changes(), entries)
    }

    func testABatchIsOneTransaction() throws {
        let store = try filled()
        let other = try open()
        let batch = try store.beginBatch()
        for number in 0..<500 {
            try store.change(command: "New-ChatUser") { tx in
                _ = try tx.carryOut(NewUser(sipAddress: SipAddress("sip:n\(number)@contoso.com"), homePool: "a.contoso.com"))
            }
        }
        XCTAssertEqual(try store.users().count, 500)
        XCTAssertEqual(try other.users().count, 0)
        XCTAssertThrowsError(try store.change(command: "New-ChatUser") { tx in _ = try tx.carryOut(NewUser(sipAddress: "sip:n1@contoso.com", homePool: nil)) })
        try batch.commit()
        XCTAssertEqual(try other.users().count, 500)
        XCTAssertEqual(Set(try store.changes(ChangeSelection(command: "New-ChatUser")).map(\.change)).count, 1)
    }

    func testBatchesMayOverlapAndEndTogether() throws {
        let store = try filled()
        let other = try open()
        let first = try store.beginBatch()
        let second = try store.beginBatch()
        try store.change(command: "One") { tx in _ = try tx.carryOut(NewSite(name: "One")) }
        try first.commit()
        XCTAssertNil(try other.site("One"))
        try store.change(command: "Two") { tx in _ = try tx.carryOut(NewSite(name: "Two")) }
        try second.commit()
        XCTAssertEqual(try other.sites().map(\.name), ["HQ", "One", "Two"])
    }

    func testABatchThatIsRolledBackTakesAllWithIt() throws {
        let store = try filled()
        let first = try store.beginBatch()
        let second = try store.beginBatch()
        try store.change(command: "One") { tx in _ = try tx.carryOut(NewSite(name: "One")) }
        first.rollBack()
        XCTAssertEqual(failure { try store.change(command: "Two") { tx in _ = try tx.carryOut(NewSite(name: "Two")) } }?.kind, .aborted)
        XCTAssertEqual(failure { try second.commit() }?.kind, .aborted)
        XCTAssertEqual(try store.sites().map(\.name), ["HQ"])
        XCTAssertNoThrow(try store.change(command: "Three") { tx in _ = try tx.carryOut(NewSite(name: "Three")) })
        // One that is let go of without an end is rolled back, too.
        do {
            let third = try store.beginBatch()
            try store.change(command: "Four") { tx in _ = try tx.carryOut(NewSite(name: "Four")) }
            withExtendedLifetime(third) {}
        }
        XCTAssertEqual(try store.sites().map(\.name), ["HQ", "Three"])
    }

    func testOneRowInABatchIsChangedWithItsLogEntryOrNotAtAll() throws {
        let store = try filled()
        try addUsers(1..<3, to: store)
        let origin = ChangeOrigin(command: "Move")
        let stored = try XCTUnwrap(store.user(at: "sip:u1@contoso.com"))
        var moved = stored
        moved.homePool = "b.contoso.com"
        var gone = stored
        gone.principalId = 999
        var goneMoved = gone
        goneMoved.homePool = "b.contoso.com"
        let batch = try store.beginBatch()
        try store.apply([.update(from: .user(stored), to: .user(moved))], by: origin)
        XCTAssertEqual(failure { try store.apply([.update(from: .user(gone), to: .user(goneMoved))], by: origin) }?.kind, .stale)
        // A row that is refused takes nothing else with it.
        try batch.commit()
        XCTAssertEqual(try store.user(at: "sip:u1@contoso.com")?.homePool, "b.contoso.com")
        XCTAssertEqual(try store.changes().last?.property, "HomePool")

        // A row whose log entry cannot be written takes the batch with it.
        execute("DROP TABLE change_entry", on: path)
        let broken = try store.beginBatch()
        XCTAssertNotNil(failure { try store.apply([.update(from: .user(moved), to: .user(stored))], by: origin) })
        XCTAssertEqual(failure { try broken.commit() }?.kind, .aborted)
        XCTAssertEqual(try store.user(at: "sip:u1@contoso.com")?.homePool, "b.contoso.com")
    }

    func testTwoChangingAtOnce() throws {
        let first = try filled()
        let second = try open()
        try addUsers(1..<2, to: first)
        try first.change(command: "One") { tx in
            try tx.carryOut(NewSite(name: "One"))
            let error = self.failure { try second.change(command: "Two") { tx in _ = try tx.carryOut(NewSite(name: "Two")) } }
            XCTAssertEqual(error?.kind, .busy)
            XCTAssertEqual(error?.text, "Store \(self.path) is being changed by somebody else; try again.")
            XCTAssertNil(try second.site("One"), "readers see the state before, and do not wait")
        }
        // What the second plans it plans on what the first has stored.
        try second.change(command: "Two") { tx in
            let site = try tx.carryOut(NewSite(name: "Two")).result
            XCTAssertEqual(site.siteId, 3)
        }
        XCTAssertEqual(try first.sites().map(\.name), ["HQ", "One", "Two"])
        XCTAssertEqual(try first.sites().map(\.siteId), [1, 2, 3])
    }

    func testTwoThreadsLoseNothing() throws {
        _ = try filled()
        let path = path
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 2) { thread in
            do {
                let store = try SQLiteStore(path: path, StoreOptions(busyTimeout: 20_000, survivesPowerLoss: false))
                for number in 0..<100 {
                    try store.change(command: "Thread \(thread)") { tx in
                        _ = try tx.carryOut(NewSite(name: SiteName("S\(thread)-\(number)")))
                        let server = try tx.deployment()
                        var counted = server
                        counted.forest = String((Int(server.forest) ?? 0) + 1)
                        try tx.apply([.update(from: .deployment(server), to: .deployment(counted))])
                    }
                }
            } catch { failures.add("\(error)") }
        }
        XCTAssertEqual(failures.all, [])
        let store = try open()
        XCTAssertEqual(try store.deployment().forest, "200")
        XCTAssertEqual(try store.sites().count, 201)
        XCTAssertEqual(Set(try store.sites().map(\.siteId)).count, 201)
    }

    func testAKilledChangeLeavesAllOrNothing() throws {
        let store = try filled()
        try addUsers(0..<100, to: store)
        let copy = directory + "/copy.db"
        // What a killed process leaves behind: its files as they are at that moment.
        func copyFiles() throws {
            for ending in ["", "-wal"] {
                if FileManager.default.fileExists(atPath: copy + ending) { try FileManager.default.removeItem(atPath: copy + ending) }
                if FileManager.default.fileExists(atPath: path + ending) { try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending) }
            }
        }
        try store.change(command: "Big") { tx in
            // Enough to make the database write parts of the transaction to its files before it ends.
            let description = String(repeating: "x", count: 250_000)
            for number in 0..<400 {
                try tx.carryOut(NewPolicy(.tag(PolicyName("P\(number)")), description: description))
                try tx.apply([.insert(.user(self.user(100 + number)))])
            }
            try copyFiles()
            let size = try XCTUnwrap(FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int)
            XCTAssertGreaterThan(size, 10_000_000, "parts of the change are in the files")
        }
        let interrupted = try SQLiteStore(path: copy)
        XCTAssertEqual(try interrupted.userCount(UserSelection()), 100)
        XCTAssertEqual(try interrupted.policies().count, 2)
        XCTAssertEqual(try interrupted.changes(ChangeSelection(command: "Big")).count, 0)
        XCTAssertNoThrow(try interrupted.change(command: "After") { tx in _ = try tx.carryOut(NewSite(name: "After")) })
        try copyFiles()
        let whole = try SQLiteStore(path: copy)
        XCTAssertEqual(try whole.userCount(UserSelection()), 500)
        XCTAssertEqual(try whole.policies().count, 402)
    }

    func testWhatIsGoneCannotBeChanged() throws {
        let store = try filled()
        try addUsers(1..<2, to: store)
        let old = try XCTUnwrap(try store.user(at: "sip:u1@contoso.com"))
        _ = try store.change(command: "Remove") { tx in try tx.carryOut(RemoveUser(.address("sip:u1@contoso.com"))) }
        var new = old
        new.displayName = "New"
        let error = failure { try store.change(command: "Set") { tx in try tx.apply([.update(from: .user(old), to: .user(new))]) } }
        XCTAssertEqual(error?.kind, .stale)
        XCTAssertEqual(error?.text, "ChatUser \(old.identity) has been changed or removed meanwhile.")
        XCTAssertEqual(failure { try store.change(command: "Remove") { tx in try tx.apply([.remove(.user(old))]) } }?.kind, .stale)
    }

    func testTheSchemaKeepsReferencesWhole() throws {
        let store = try filled()
        try addUsers(1..<2, to: store)
        let pool = try XCTUnwrap(try store.frontEndPool("a.contoso.com"))
        XCTAssertEqual(failure { try store.change(command: "Remove") { tx in try tx.apply([.remove(.frontEndPool(pool))]) } }?.kind, .constraint)
        var stray = user(2)
        stray.homePool = "nowhere.contoso.com"
        XCTAssertEqual(failure { try store.change(command: "Add") { tx in try tx.apply([.insert(.user(stray))]) } }?.kind, .constraint)
        var site = try XCTUnwrap(try store.site("HQ"))
        let before = site
        site.defaultChatPool = "nowhere.contoso.com"
        XCTAssertEqual(
            failure { try store.change(command: "Set") { tx in try tx.apply([.update(from: .site(before), to: .site(site))]) } }?.kind, .constraint,
            "checked when the change ends")
        XCTAssertNil(try XCTUnwrap(try store.site("HQ")).defaultChatPool)
        XCTAssertNoThrow(try store.change(command: "Set") { tx in _ = try tx.carryOut(NewSite(name: "Next")) })
    }
}
