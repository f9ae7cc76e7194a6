// Opening a store: create it, recognise it, bring it to this version.
import CSQLite
import ChatModel
import Glibc

/// How to open a store.
public struct StoreOptions: Sendable {
    public enum Access: Hashable, Sendable {
        /// Creates the store at first use.
        case createIfMissing
        case mustExist
        case readOnly
    }

    public var access = Access.createIfMissing
    /// How long to wait for somebody else's change, in milliseconds.
    public var busyTimeout: Int32 = 5_000
    /// Whether each change is on the disk before it is reported done. Without, a crash of the machine (not of the program) may lose the last ones.
    public var survivesPowerLoss = true

    public init(access: Access = .createIfMissing, busyTimeout: Int32 = 5_000, survivesPowerLoss: Bool = true) {
        self.access = access
        self.busyTimeout = busyTimeout
        self.survivesPowerLoss = survivesPowerLoss
    }
}

/// Opens a connection to a store, creating or upgrading it as needed.
func openConnection(path: String, _ options: StoreOptions) throws -> Connection {
    let exists = try checkPath(path)
    if !exists, options.access != .createIfMissing { throw StoreError(.notFound, path: path) }
    let flags =
        switch options.access {
        case .createIfMissing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .mustExist: SQLITE_OPEN_READWRITE
        case .readOnly: SQLITE_OPEN_READONLY
        }
    let connection = try connect(path: path, flags: flags, options, isNew: !exists)
    try connection.execute("PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY;")
    let version = try storedVersion(connection)
    if version > Schema.version { throw StoreError(.newerVersion, path: path, detail: String(version)) }
    if options.access == .readOnly {
        if version < Schema.version { throw StoreError(version == 0 ? .notADeployment : .readOnly, path: path) }
        return connection
    }
    if version == 0 { try switchToWriteAheadLog(connection, options) }
    try connection.execute(options.survivesPowerLoss ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL")
    if version < Schema.version { try upgrade(connection) }
    // Only now: set before the page size, the limit would not make a growing transaction spill to the file.
    try connection.execute("PRAGMA cache_size = -65536")
    return connection
}

private func connect(path: String, flags: Int32, _ options: StoreOptions, isNew: Bool) throws(StoreError) -> Connection {
    do {
        return try Connection(path: path, flags: flags, busyTimeout: options.busyTimeout)
    } catch {
        let isHindered = error.kind == .cannotOpen || error.kind == .readOnly
        throw isNew && isHindered ? StoreError(.cannotCreate, path: path, detail: error.detail) : error
    }
}

/// Whether there is a file; a directory is refused.
private func checkPath(_ path: String) throws(StoreError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
        if errno == ENOENT { return false }
        throw StoreError(.cannotOpen, path: path, detail: String(cString: strerror(errno)))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw StoreError(.isDirectory, path: path) }
    return true
}

/// Several may create the same store at once. The switch does not wait by itself for somebody else's, so it is tried again until the timeout.
private func switchToWriteAheadLog(_ connection: Connection, _ options: StoreOptions) throws(StoreError) {
    var milliseconds: Int32 = 0
    while true {
        do {
            return try connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
        } catch {
            guard error.kind == .busy, milliseconds < options.busyTimeout else { throw error }
        }
        usleep(2_000)
        milliseconds += 2
    }
}

/// The version of the store behind a connection; 0 for an empty file. A database of another program is refused.
private func storedVersion(_ connection: Connection) throws -> Int64 {
    if try mark(connection) != Schema.applicationId {
        // Somebody else may be creating the store: only what is read in one transaction fits together.
        let isInTransaction = sqlite3_get_autocommit(connection.handle) == 0
        if !isInTransaction { try connection.execute("BEGIN") }
        let mark = try mark(connection)
        let objects = try Query(connection, "SELECT count(*) FROM sqlite_schema").first { $0.integer(0) } ?? 0
        if !isInTransaction { try connection.execute("COMMIT") }
        if mark == 0, objects == 0 { return 0 }
        if mark != Schema.applicationId { throw StoreError(.notADeployment, path: connection.path) }
    }
    return try Query(connection, "SELECT max(version) FROM store_version").first { $0.integer(0) } ?? 0
}

/// The number that says which program a database belongs to.
private func mark(_ connection: Connection) throws -> Int64 {
    try Query(connection, "PRAGMA application_id").first { $0.integer(0) } ?? 0
}

/// Brings a store to this version. Somebody else may have done so while we waited for the lock.
private func upgrade(_ connection: Connection) throws {
    try connection.execute("BEGIN IMMEDIATE")
    do {
        let version = try storedVersion(connection)
        for step in Schema.steps.dropFirst(Int(version)) { try connection.execute(step) }
        try connection.execute("PRAGMA application_id = \(Schema.applicationId); COMMIT")
    } catch {
        sqlite3_exec(connection.handle, "ROLLBACK", nil, nil, nil)
        throw error
    }
}
