// A deployment in one SQLite file: transactions, nested changes, batches.
import CSQLite
import ChatModel

/// A deployment in one SQLite file. Readers never wait; one change at a time is made, others wait for the busy timeout.
public final class SQLiteStore: DeploymentStore {
    public let path: String
    let connection: Connection
    let reading: SQLiteReading
    private var log: ChangeLog
    private let begin: Query
    private let commitQuery: Query
    private let save: Query
    private let release: Query
    private let undo: Query
    private let unassignment: Query
    private let newComputer: Query
    private let oldComputers: Query

    /// Changes and batches under way.
    private var openChanges = 0
    private var openBatches = 0
    /// Whether a batch was rolled back while others are still open.
    private var isAborted = false

    /// Opens the store of a file, creating it at first use unless the options say otherwise.
    ///
    /// - Throws: `StoreError`.
    public init(path: String, _ options: StoreOptions = StoreOptions()) throws {
        self.path = path
        connection = try openConnection(path: path, options)
        reading = SQLiteReading(connection)
        log = ChangeLog(connection)
        begin = Query(connection, "BEGIN IMMEDIATE")
        commitQuery = Query(connection, "COMMIT")
        save = Query(connection, "SAVEPOINT change")
        release = Query(connection, "RELEASE change")
        undo = Query(connection, "ROLLBACK TO change")
        unassignment = Query(connection, "UPDATE chat_user SET policy = NULL WHERE policy = ?")
        newComputer = Query(connection, "INSERT INTO front_end_computer (fqdn, pool) VALUES (?, ?)")
        oldComputers = Query(connection, "DELETE FROM front_end_computer WHERE pool = ?")
    }

    public func change<Result>(_ origin: ChangeOrigin, _ body: (any DeploymentTransaction) throws -> Result) throws -> Result {
        if isAborted { throw StoreError(.aborted, path: path) }
        let isOutermost = openChanges == 0 && openBatches == 0
        let logBefore = log
        if isOutermost { try beginTransaction() } else { try save.run() }
        openChanges += 1
        let result: Result
        do {
            result = try body(SQLiteTransaction(self, origin))
            if isAborted { throw StoreError(.aborted, path: path) }
            if !isOutermost { try release.run() }
        } catch {
            openChanges -= 1
            if isOutermost {
                endTransaction(rollBack: true)
                isAborted = openBatches > 0
            } else if !isAborted {
                try undo.run()
                try release.run()
                log = logBefore
                reading.memo = TransactionMemo()
            }
            throw error
        }
        openChanges -= 1
        if openChanges == 0, openBatches == 0 { try commitTransaction() }
        return result
    }

    public func apply(_ changes: [DeploymentChange], by origin: ChangeOrigin) throws {
        guard openBatches > 0, !isAborted, changes.count == 1, SQLiteStore.isOneRow(changes[0]) else {
            return try change(origin) { try $0.apply(changes) }
        }
        do {
            try store(changes, by: origin)
        } catch let error as StoreError where error.kind == .constraint || error.kind == .stale {
            // The row itself was refused, so nothing has happened.
            throw error
        } catch {
            // The row may be changed and its log entry missing: without a save point only all can be undone.
            endTransaction(rollBack: true)
            isAborted = true
            throw error
        }
    }

    /// A change whose first statement does all of it, but for the log.
    private static func isOneRow(_ change: DeploymentChange) -> Bool {
        switch change {
        case .insert(.user), .update(.user, .user): true
        default: false
        }
    }

    public func beginBatch() throws -> any ChangeBatch {
        if isAborted { throw StoreError(.aborted, path: path) }
        if openChanges == 0, openBatches == 0 { try beginTransaction() }
        openBatches += 1
        return SQLiteBatch(self)
    }

    fileprivate func endBatch(commit: Bool) throws {
        openBatches -= 1
        if !commit, !isAborted {
            endTransaction(rollBack: true)
            isAborted = true
        }
        let wasAborted = isAborted
        if openBatches == 0, openChanges == 0 {
            isAborted = false
            if !wasAborted { try commitTransaction() }
        }
        if commit, wasAborted { throw StoreError(.aborted, path: path) }
    }

    private func beginTransaction() throws {
        do { try begin.run() } catch {
            throw error.kind == .busy ? StoreError(.busy, path: path) : error
        }
        reading.memo = TransactionMemo()
    }

    private func commitTransaction() throws {
        do {
            try commitQuery.run()
            endTransaction(rollBack: false)
        } catch {
            endTransaction(rollBack: true)
            throw error
        }
    }

    private func endTransaction(rollBack: Bool) {
        // The database may have rolled back by itself, when its disk was full; then there is nothing to undo.
        if rollBack, sqlite3_get_autocommit(connection.handle) == 0 { sqlite3_exec(connection.handle, "ROLLBACK", nil, nil, nil) }
        reading.memo = nil
        log.transactionEnded()
    }

    fileprivate func store(_ changes: [DeploymentChange], by origin: ChangeOrigin) throws {
        if isAborted { throw StoreError(.aborted, path: path) }
        for change in changes {
            switch change {
            case .insert(let object): try insert(object, by: origin)
            case .update(let old, let new): try update(from: old, to: new, by: origin)
            case .remove(let object):
                try remove(object)
                try log.addRemoval(of: object.entity, by: origin)
            case .unassign(let policy): try unassign(policy, by: origin)
            }
        }
    }

    private func insert(_ object: DeploymentObject, by origin: ChangeOrigin) throws {
        let tables = reading.tables
        if case .user(let user) = object { return try insert(tables.users, user, origin) }
        reading.memo = TransactionMemo()
        switch object {
        case .user, .deployment: break
        case .site(let site): try insert(tables.sites, site, origin)
        case .sipDomain(let domain): try insert(tables.sipDomains, domain, origin)
        case .frontEndPool(let pool):
            try insert(tables.frontEndPools, pool, origin)
            for computer in pool.computers { try newComputer.run(.text(computer.text), .text(pool.fqdn.text)) }
        case .chatPool(let pool): try insert(tables.chatPools, pool, origin)
        case .chatServer(let server): try insert(tables.chatServers, server, origin)
        case .policy(let policy): try insert(tables.policies, policy, origin)
        case .client(let client): try insert(tables.clients, client, origin)
        case .endpoint(let endpoint): try insert(tables.endpoints, endpoint, origin)
        }
    }

    private func insert<Entity>(_ table: EntityTable<Entity>, _ entity: Entity, _ origin: ChangeOrigin) throws {
        try table.insert(entity)
        try log.add(.added, Entity.schema.kind, entity.identity, by: origin)
    }

    /// Stores many users. Once they are many compared with those stored before, the indexes that nothing asks for meanwhile are built at the end.
    fileprivate func load(_ next: () throws -> ChatUser?, by origin: ChangeOrigin) throws -> Int {
        if isAborted { throw StoreError(.aborted, path: path) }
        let users = reading.tables.users
        let last = try users.lastRow()
        var count = 0
        var isWithoutIndexes = false
        while let user = try next() {
            if count == 5_000, last < 100_000 {
                for name in Schema.userIndexes.keys { try connection.execute("DROP INDEX \(name)") }
                isWithoutIndexes = true
            }
            try users.insert(user)
            count += 1
        }
        if isWithoutIndexes { for definition in Schema.userIndexes.values { try connection.execute(definition) } }
        try log.addUsers(storedAfter: last, count: Int64(count), by: origin)
        return count
    }

    private func update(from old: DeploymentObject, to new: DeploymentObject, by origin: ChangeOrigin) throws {
        let tables = reading.tables
        if case (.user(let old), .user(let new)) = (old, new) { return try update(tables.users, old, new, key: .integer(old.principalId), origin) }
        reading.memo = TransactionMemo()
        switch (old, new) {
        case (.deployment(let old), .deployment(let new)): try update(tables.deployment, old, new, key: .integer(1), origin)
        case (.site(let old), .site(let new)): try update(tables.sites, old, new, key: .text(old.name.text), origin)
        case (.sipDomain(let old), .sipDomain(let new)): try update(tables.sipDomains, old, new, key: .text(old.name.text), origin)
        case (.frontEndPool(let old), .frontEndPool(let new)):
            try update(tables.frontEndPools, old, new, key: .text(old.fqdn.text), origin)
            guard old.computers != new.computers else { return }
            try oldComputers.run(.text(old.fqdn.text))
            for computer in new.computers { try newComputer.run(.text(computer.text), .text(new.fqdn.text)) }
        case (.chatPool(let old), .chatPool(let new)): try update(tables.chatPools, old, new, key: .text(old.fqdn.text), origin)
        case (.chatServer(let old), .chatServer(let new)): try update(tables.chatServers, old, new, key: .text(old.fqdn.text), origin)
        case (.policy(let old), .policy(let new)): try update(tables.policies, old, new, key: .text(old.identity), origin)
        case (.client(let old), .client(let new)): try update(tables.clients, old, new, key: .text(old.name.text), origin)
        case (.endpoint(let old), .endpoint(let new)): try update(tables.endpoints, old, new, key: .text(old.sipAddress.text), origin)
        default: throw StoreError(.failed, path: path, detail: "an update must keep the kind of \(old.entity.identity)")
        }
    }

    private func update<Entity>(_ table: EntityTable<Entity>, _ old: Entity, _ new: Entity, key: ColumnValue, _ origin: ChangeOrigin) throws {
        try table.update(from: old, to: new, key: key)
        try log.addDifferences(from: old, to: new, by: origin)
    }

    private func remove(_ object: DeploymentObject) throws {
        let tables = reading.tables
        reading.memo = TransactionMemo()
        switch object {
        case .deployment: throw StoreError(.failed, path: path, detail: "the deployment itself cannot be removed")
        case .site(let site): try tables.sites.delete(site, key: .text(site.name.text))
        case .sipDomain(let domain): try tables.sipDomains.delete(domain, key: .text(domain.name.text))
        case .frontEndPool(let pool): try tables.frontEndPools.delete(pool, key: .text(pool.fqdn.text))
        case .chatPool(let pool): try tables.chatPools.delete(pool, key: .text(pool.fqdn.text))
        case .chatServer(let server): try tables.chatServers.delete(server, key: .text(server.fqdn.text))
        case .user(let user): try tables.users.delete(user, key: .integer(user.principalId))
        case .policy(let policy): try tables.policies.delete(policy, key: .text(policy.identity))
        case .client(let client): try tables.clients.delete(client, key: .text(client.name.text))
        case .endpoint(let endpoint): try tables.endpoints.delete(endpoint, key: .text(endpoint.sipAddress.text))
        }
    }

    private func unassign(_ policy: PolicyName, by origin: ChangeOrigin) throws {
        try reading.forEachUser(UserSelection(policy: .named(policy))) { user in
            try log.add(.changed, .user, user.identity, property: "Policy", old: policy.text, by: origin)
            return .next
        }
        try unassignment.run(.text(policy.text))
    }
}

/// What a body may do within one change.
private final class SQLiteTransaction: DeploymentTransaction {
    let store: SQLiteStore
    let origin: ChangeOrigin

    init(_ store: SQLiteStore, _ origin: ChangeOrigin) {
        self.store = store
        self.origin = origin
    }

    func apply(_ changes: [DeploymentChange]) throws { try store.store(changes, by: origin) }
    func loadUsers(_ next: () throws -> ChatUser?) throws -> Int { try store.load(next, by: origin) }
}

/// One batch. Released without being ended, it rolls back.
private final class SQLiteBatch: ChangeBatch {
    private var store: SQLiteStore?

    init(_ store: SQLiteStore) { self.store = store }
    deinit { rollBack() }

    func commit() throws {
        guard let store else { return }
        self.store = nil
        try store.endBatch(commit: true)
    }

    func rollBack() {
        guard let store else { return }
        self.store = nil
        // Rolling back does not throw; only committing may.
        do { try store.endBatch(commit: false) } catch {}
    }
}

extension SQLiteStore: ReadingThrough {}
extension SQLiteTransaction: ReadingThrough {
    var reading: SQLiteReading { store.reading }
}
