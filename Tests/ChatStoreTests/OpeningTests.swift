// Opening stores: the first time, again, and everything that may stand in the way.
import CSQLite
import ChatModel
import ChatStore
import Foundation
import XCTest

final class OpeningTests: StoreTestCase {
    func testFirstUseCreatesTheGlobalPolicyAndNothingElse() throws {
        let store = try open()
        XCTAssertEqual(try store.policies(), [ChatPolicy(.global, enablePersistentChat: false)])
        XCTAssertEqual(try store.sites(), [])
        XCTAssertEqual(try store.frontEndPools(), [])
        XCTAssertNil(try store.defaultSipDomain())
        XCTAssertEqual(try store.changes(), [])
        XCTAssertEqual(try store.deployment(), Deployment())
    }

    func testReopeningFindsEverything() throws {
        var store: SQLiteStore? = try filled()
        let chat = NewChatPool(fqdn: "chat.contoso.com", generation: .lync2013, hostPool: "a.contoso.com", fileStore: "\\\\f\\s")
        try store?.change(command: "Test") { tx in
            try tx.carryOut(chat)
            try tx.apply([.insert(.user(self.user(1)))])
            try tx.carryOut(
                NewClient(
                    name: "c", kind: .groupChat, user: .address("sip:u1@contoso.com"),
                    configuration: ManualConfiguration(
                        accountName: "x", userUri: "sip:u1@contoso.com", host: "a.contoso.com", signInProtocol: .tcp, port: 5060,
                        lookupUri: "sip:l@contoso.com", disableIM: true)))
            try tx.carryOut(NewClient(name: "d", kind: .lync2013, user: .address("sip:u1@contoso.com")))
        }
        let before = try everything(in: XCTUnwrap(store))
        store = nil
        XCTAssertEqual(try everything(in: open(.mustExist)), before)
        XCTAssertEqual(try everything(in: open(.readOnly)), before)
        XCTAssertEqual(before.count, 1 + 1 + 3 + 1 + 1 + 2 + 1 + 2 + 1)
    }

    private func everything(in store: SQLiteStore) throws -> [DeploymentObject] {
        var all: [DeploymentObject] = try store.sites().map { .site($0) } + store.policies().map { .policy($0) } + store.chatPools().map { .chatPool($0) }
        all += try store.frontEndPools().map { .frontEndPool($0) } + store.chatServers(of: "chat.contoso.com").map { .chatServer($0) }
        all += try store.users().map { .user($0) }
        try store.forEachClient(of: nil) {
            all.append(.client($0)); return .next
        }
        try store.forEachEndpoint(of: nil) {
            all.append(.endpoint($0)); return .next
        }
        try store.forEachSipDomain {
            all.append(.sipDomain($0)); return .next
        }
        return all
    }

    func testWhatCannotBeOpened() throws {
        XCTAssertEqual(failure { _ = try SQLiteStore(path: directory) }?.kind, .isDirectory)
        XCTAssertEqual(failure { _ = try SQLiteStore(path: directory) }?.text, "Store \(directory) is a directory; a store is a file.")
        XCTAssertEqual(failure { _ = try open(.mustExist) }?.kind, .notFound)
        XCTAssertEqual(failure { _ = try open(.readOnly) }?.kind, .notFound)
        XCTAssertFalse(FileManager.default.fileExists(atPath: path))
        XCTAssertEqual(failure { _ = try SQLiteStore(path: directory + "/missing/deployment.db") }?.kind, .cannotCreate)
    }

    func testAFileThatIsNoDatabase() throws {
        try Data(String(repeating: "This is a text. ", count: 100).utf8).write(to: URL(fileURLWithPath: path))
        XCTAssertEqual(failure { _ = try open() }?.kind, .notADatabase)
    }

    func testADatabaseOfAnotherProgram() throws {
        execute("CREATE TABLE cooking (recipe TEXT)", on: path)
        XCTAssertEqual(failure { _ = try open() }?.kind, .notADeployment)
        XCTAssertEqual(failure { _ = try open(.readOnly) }?.kind, .notADeployment)
    }

    func testAStoreOfANewerVersion() throws {
        _ = try filled()
        execute("INSERT INTO store_version VALUES (99)", on: path)
        let error = failure { _ = try open() }
        XCTAssertEqual(error?.kind, .newerVersion)
        XCTAssertEqual(error?.text, "Store \(path) was written by a newer version (99); this version reads up to 1.")
    }

    func testADamagedStore() throws {
        try addUsers(0..<2_000, to: filled())
        execute("PRAGMA wal_checkpoint(TRUNCATE)", on: path)
        let file = try XCTUnwrap(FileHandle(forUpdatingAtPath: path))
        let size = try file.seekToEnd()
        for offset in stride(from: UInt64(8192 * 3), to: size, by: 8192) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        }
        try file.close()
        let error = failure { _ = try open().users() }
        XCTAssertEqual(error?.kind, .damaged)
        XCTAssertEqual(error?.category, "InvalidData")
    }

    func testAnUnknownValueIsDamageToo() throws {
        _ = try filled()
        execute("UPDATE front_end_pool SET state = 'Sleeping' WHERE fqdn = 'a.contoso.com'", on: path)
        let error = failure { _ = try open().frontEndPool("a.contoso.com") }
        XCTAssertEqual(error?.kind, .damaged)
        XCTAssertEqual(error?.detail, "unknown value 'Sleeping' in column state")
    }

    func testAReadOnlyStoreRefusesChanges() throws {
        _ = try filled()
        let store = try open(.readOnly)
        XCTAssertEqual(try store.sites().count, 1)
        XCTAssertEqual(failure { try store.change(command: "Test") { tx in _ = try tx.carryOut(NewSite(name: "X")) } }?.kind, .readOnly)
    }

    func testTwoCreateTheSameStore() throws {
        let first = try open()
        let second = try open()
        try first.change(command: "Test") { tx in _ = try tx.carryOut(NewSite(name: "X")) }
        XCTAssertEqual(try second.sites().map(\.name), ["X"])
    }

    func testManyCreateTheSameStoreAtOnce() throws {
        let path = path
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                let store = try SQLiteStore(path: path, StoreOptions(busyTimeout: 10_000))
                _ = try store.change(command: "Test") { tx in try tx.carryOut(NewSite(name: SiteName("S\(number)"))) }
            } catch { failures.add("\(error)") }
        }
        XCTAssertEqual(failures.all, [])
        XCTAssertEqual(try open().sites().count, 8)
        XCTAssertEqual(try open().policies().count, 1)
    }

    func testUserLookUpsUseIndexes() throws {
        var number = 0
        _ = try filled().change(command: "Load") { tx in
            try tx.loadUsers {
                number += 1
                return number <= 6_000 ? self.user(number) : nil
            }
        }
        let expected = [
            ("SELECT * FROM chat_user WHERE sip_address = 'x'", "sqlite_autoindex_chat_user_1"),
            ("SELECT * FROM chat_user WHERE home_pool = 'x' AND id > 5 AND id <= 9 ORDER BY id LIMIT 256", "chat_user_home_pool"),
            ("SELECT * FROM chat_user WHERE policy = 'x' AND id > 5 AND id <= 9 ORDER BY id LIMIT 256", "chat_user_policy"),
            ("SELECT * FROM chat_user WHERE display_name = 'x' ORDER BY id LIMIT 2", "chat_user_display_name"),
        ]
        var handle: OpaquePointer?
        XCTAssertEqual(sqlite3_open(path, &handle), SQLITE_OK)
        defer { sqlite3_close(handle) }
        for (sql, index) in expected {
            var statement: OpaquePointer?
            XCTAssertEqual(sqlite3_prepare_v2(handle, "EXPLAIN QUERY PLAN " + sql, -1, &statement, nil), SQLITE_OK)
            var plan = ""
            while sqlite3_step(statement) == SQLITE_ROW { plan += String(cString: sqlite3_column_text(statement, 3)) + "\n" }
            sqlite3_finalize(statement)
            XCTAssertTrue(plan.contains("SEARCH chat_user USING INDEX \(index)"), plan)
            XCTAssertFalse(plan.contains("TEMP B-TREE"), plan)
        }
    }
}
