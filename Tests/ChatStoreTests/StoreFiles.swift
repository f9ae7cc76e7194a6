// Store files for the tests, and what stands in them at first.
import CSQLite
import ChatModel
import ChatStore
import Foundation
import XCTest

/// A directory of its own for each test; removed afterwards.
class StoreTestCase: XCTestCase {
    private(set) var directory = ""

    override func setUpWithError() throws {
        directory = NSTemporaryDirectory() + "chatstore-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    override func tearDownWithError() throws {
        // What a test made read-only must be removable again.
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
        try FileManager.default.removeItem(atPath: directory)
    }

    var path: String { directory + "/deployment.db" }

    /// Opens the store of the test, with a short busy timeout.
    func open(_ access: StoreOptions.Access = .createIfMissing) throws -> SQLiteStore {
        try SQLiteStore(path: path, StoreOptions(access: access, busyTimeout: 20, survivesPowerLoss: false))
    }

    /// A store with a site, a SIP domain, the pools `a` and `b` (2013) and `old` (2010), and the policy `On`.
    func filled() throws -> SQLiteStore {
        let store = try open()
        try store.change(command: "Setup") { tx in
            try tx.carryOut(NewSite(name: "HQ"))
            try tx.carryOut(NewSipDomain(name: "contoso.com"))
            for (name, generation) in [("a", Generation.lync2013), ("b", .lync2013), ("old", .lync2010)] {
                try tx.carryOut(NewFrontEndPool(fqdn: Fqdn("\(name).contoso.com"), generation: generation, site: "HQ"))
            }
            try tx.carryOut(NewPolicy(.tag("On"), enablePersistentChat: true))
        }
        return store
    }

    /// User number `number`, homed on `a`.
    func user(_ number: Int) -> ChatUser {
        ChatUser(
            distinguishedName: DistinguishedName(commonName: "User \(number)", domain: "contoso.com"), sipAddress: SipAddress("sip:u\(number)@contoso.com"),
            homePool: "a.contoso.com", enablement: .enabled, displayName: "User \(number)", samAccountName: "u\(number)",
            userPrincipalName: "u\(number)@contoso.com")
    }

    /// What another program does to the store's file.
    func execute(_ sql: String, on path: String) {
        var handle: OpaquePointer?
        XCTAssertEqual(sqlite3_open(path, &handle), SQLITE_OK)
        XCTAssertEqual(sqlite3_exec(handle, sql, nil, nil, nil), SQLITE_OK, sql)
        sqlite3_close(handle)
    }

    func addUsers(_ numbers: Range<Int>, to store: SQLiteStore) throws {
        try store.change(command: "Add") { tx in
            for number in numbers { try tx.apply([.insert(.user(user(number)))]) }
        }
    }

    /// The kind of store error that a piece of work ends with.
    func failure(file: StaticString = #filePath, line: UInt = #line, _ work: () throws -> Void) -> StoreError? {
        do {
            try work()
            XCTFail("nothing failed", file: file, line: line)
        } catch let error as StoreError {
            return error
        } catch {
            XCTFail("\(error)", file: file, line: line)
        }
        return nil
    }
}

extension DeploymentStreaming {
    func users(_ selection: UserSelection = UserSelection()) throws -> [ChatUser] {
        var users: [ChatUser] = []
        try forEachUser(selection) { user in
            users.append(user)
            return .next
        }
        return users
    }

    func changes(_ selection: ChangeSelection = ChangeSelection()) throws -> [ChangeEntry] {
        var entries: [ChangeEntry] = []
        try forEachChange(selection) { entry in
            entries.append(entry)
            return .next
        }
        return entries
    }
}

/// Collects failures of several threads.
final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []
    var all: [String] { lock.withLock { texts } }
    func add(_ text: String) { lock.withLock { texts.append(text) } }
}
