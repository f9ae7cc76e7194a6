// One connection to an SQLite file, and how its failures become store errors.
import CSQLite
import Glibc

/// An open database. Errors are thrown as `StoreError`.
final class Connection {
    let handle: OpaquePointer
    let path: String

    /// Opens a file that exists or, if `flags` say so, creates it.
    init(path: String, flags: Int32, busyTimeout: Int32) throws(StoreError) {
        Self.prepareLibrary
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            let detail = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw Self.error(code, path: path, detail: detail)
        }
        self.handle = handle
        self.path = path
        sqlite3_busy_timeout(handle, busyTimeout)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Once a process, before the first connection.
    private static let prepareLibrary: Void = sqlite3_stop_counting_memory()

    /// Runs statements that give no rows and take no values.
    func execute(_ sql: String) throws(StoreError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    func check(_ code: Int32) throws(StoreError) {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// The error for a result code, with what the database says about it.
    func failure(_ code: Int32) -> StoreError {
        Self.error(code, path: path, detail: String(cString: sqlite3_errmsg(handle)))
    }

    private static func error(_ code: Int32, path: String, detail: String) -> StoreError {
        let kind: StoreError.Kind =
            switch code & 0xff {
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_CORRUPT, SQLITE_FORMAT: .damaged
            case SQLITE_NOTADB: .notADatabase
            case SQLITE_READONLY, SQLITE_PERM: .readOnly
            case SQLITE_CANTOPEN, SQLITE_AUTH: .cannotOpen
            case SQLITE_FULL: .diskFull
            case SQLITE_CONSTRAINT: .constraint
            default: .failed
            }
        return StoreError(kind, path: path, detail: detail)
    }
}
