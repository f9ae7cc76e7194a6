// A prepared statement, kept for its next use, and the rows it gives.
import CSQLite
import ChatModel

/// Asks SQLite to copy a text while it is bound.
private let copied = unsafeBitCast(-1 as Int, to: sqlite3_destructor_type.self)

/// A statement that is prepared when it is first used. It is reset before any method returns, so it never holds a lock on the store.
final class Query {
    private let connection: Connection
    private let sql: String
    private var statement: OpaquePointer?
    /// The short texts that are bound.
    private let texts = UnsafeMutablePointer<UInt8>.allocate(capacity: textRoom)
    private var textsUsed = 0
    private static let textRoom = 1_024

    init(_ connection: Connection, _ sql: String) {
        self.connection = connection
        self.sql = sql
    }

    deinit {
        sqlite3_finalize(statement)
        texts.deallocate()
    }

    /// Runs the statement for its effect and says how many rows changed.
    @discardableResult
    func run(_ values: ColumnValue...) throws(StoreError) -> Int { try run(values) }

    @discardableResult
    func run(_ values: [ColumnValue]) throws(StoreError) -> Int {
        let statement = try prepared()
        defer { sqlite3_reset(statement) }
        for (place, value) in values.enumerated() { try bind(value, at: Int32(place + 1), statement) }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return Int(sqlite3_changes(connection.handle)) }
            guard code == SQLITE_ROW else { throw connection.failure(code) }
        }
    }

    /// Runs the statement with the columns of an entity as its first values, up to `count`, and then further ones.
    func run(_ entity: some StoredEntity, columns: [Int], _ further: [ColumnValue] = []) throws(StoreError) -> Int {
        let statement = try prepared()
        defer { sqlite3_reset(statement) }
        var place: Int32 = 1
        for column in columns {
            try bind(entity.value(at: column), at: place, statement)
            place += 1
        }
        for value in further {
            try bind(value, at: place, statement)
            place += 1
        }
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else { throw connection.failure(code) }
        return Int(sqlite3_changes(connection.handle))
    }

    /// Runs the statement with two numbers and then texts, for its effect.
    func run(_ first: Int64, _ second: Int64, texts: String?...) throws(StoreError) {
        let statement = try prepared()
        defer { sqlite3_reset(statement) }
        sqlite3_bind_int64(statement, 1, first)
        sqlite3_bind_int64(statement, 2, second)
        for (place, text) in texts.enumerated() {
            let code = if let text { bind(text, at: Int32(place + 3), statement) } else { sqlite3_bind_null(statement, Int32(place + 3)) }
            if code != SQLITE_OK { throw connection.failure(code) }
        }
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else { throw connection.failure(code) }
    }

    /// The first row, if there is one.
    func first<Entity>(_ values: ColumnValue..., read: (Row) throws -> Entity) throws -> Entity? {
        let statement = try prepared()
        defer { sqlite3_reset(statement) }
        for (place, value) in values.enumerated() { try bind(value, at: Int32(place + 1), statement) }
        let code = sqlite3_step(statement)
        if code == SQLITE_DONE { return nil }
        guard code == SQLITE_ROW else { throw connection.failure(code) }
        return try read(Row(statement: statement, path: connection.path))
    }

    /// All rows; for queries that give few.
    func all<Entity>(_ values: ColumnValue..., read: (Row) throws -> Entity) throws -> [Entity] { try all(values, read: read) }

    func all<Entity>(_ values: [ColumnValue], read: (Row) throws -> Entity) throws -> [Entity] {
        let statement = try prepared()
        defer { sqlite3_reset(statement) }
        for (place, value) in values.enumerated() { try bind(value, at: Int32(place + 1), statement) }
        var entities: [Entity] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return entities }
            guard code == SQLITE_ROW else { throw connection.failure(code) }
            entities.append(try read(Row(statement: statement, path: connection.path)))
        }
    }

    private func prepared() throws(StoreError) -> OpaquePointer {
        textsUsed = 0
        if let statement { return statement }
        var new: OpaquePointer?
        try connection.check(sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &new, nil))
        guard let new else { throw StoreError(.failed, path: connection.path, detail: "empty statement") }
        statement = new
        return new
    }

    @inline(__always)
    private func bind(_ value: ColumnValue, at place: Int32, _ statement: OpaquePointer) throws(StoreError) {
        let code: Int32
        switch value {
        case .none: code = sqlite3_bind_null(statement, place)
        case .boolean(let flag): code = sqlite3_bind_int(statement, place, flag ? 1 : 0)
        case .integer(let number): code = sqlite3_bind_int64(statement, place, number)
        case .text(let text): code = bind(text, at: place, statement)
        case .list(let items): code = bind(items.joined(separator: ";"), at: place, statement)
        }
        if code != SQLITE_OK { throw connection.failure(code) }
    }

    /// Short texts are copied to `texts`, which stays as it is while the statement runs; longer ones SQLite copies itself.
    @inline(__always)
    private func bind(_ text: String, at place: Int32, _ statement: OpaquePointer) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return sqlite3_bind_text(statement, place, "", 0, copied) }
            if textsUsed + bytes.count <= Self.textRoom {
                let copy = texts + textsUsed
                copy.update(from: base, count: bytes.count)
                textsUsed += bytes.count
                return copy.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text(statement, place, $0, Int32(bytes.count), nil)
                }
            }
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text(statement, place, $0, Int32(bytes.count), copied)
            }
        }
    }
}

/// A row that a query stands on. Valid until the query goes on.
struct Row {
    let statement: OpaquePointer
    let path: String

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func boolean(_ column: Int32) -> Bool { sqlite3_column_int(statement, column) != 0 }

    /// The text of a column; empty for null.
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(statement, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
    }

    func name<Name: CaselessName>(_ column: Int32) -> Name { Name(text(column)) }
    func optionalName<Name: CaselessName>(_ column: Int32) -> Name? { optionalText(column).map { Name($0) } }

    /// A value that a column's text stands for; any other text means that the store is damaged.
    func value<Value>(_ column: Int32, _ read: (String) -> Value?) throws(StoreError) -> Value {
        let text = text(column)
        if let value = read(text) { return value }
        throw StoreError(.damaged, path: path, detail: "unknown value '\(text)' in column \(String(cString: sqlite3_column_name(statement, column)))")
    }

    /// A value that a column's number stands for; any other number means that the store is damaged.
    func number<Value>(_ column: Int32, _ read: (Int64) -> Value?) throws(StoreError) -> Value {
        let number = integer(column)
        if let value = read(number) { return value }
        throw StoreError(.damaged, path: path, detail: "unknown value \(number) in column \(String(cString: sqlite3_column_name(statement, column)))")
    }

    func choice<Value: RawRepresentable<String>>(_ column: Int32) throws(StoreError) -> Value {
        try value(column) { Value(rawValue: $0) }
    }
}
