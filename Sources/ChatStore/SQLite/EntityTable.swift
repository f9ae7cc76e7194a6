// One table of entities of one kind: finding, storing, streaming. The same for all kinds; what differs is given when it is made.
import ChatModel

/// The rows a page of a stream holds. Between pages nothing is open, so that whoever takes the rows may change the table.
private let pageSize: Int64 = 256

/// A table whose columns are an entity's properties, after the row number `id`.
final class EntityTable<Entity: StoredEntity> {
    let name: String
    private let connection: Connection
    /// Positions in the entity's schema that are columns here, and the columns' names.
    private let positions: [Int]
    private let columns: [String]
    private let key: String
    private let read: (Row) throws -> Entity
    private let selecting: String
    private let insertion: Query
    private let deletion: Query
    private let identification: Query
    private var updates: [UInt64: Query] = [:]
    private var queries: [String: Query] = [:]

    /// - Parameters:
    ///   - columns: Column names in the order of the schema; a schema's column of type list is not among them.
    ///   - key: The column that tells the entities apart.
    init(_ connection: Connection, _ name: String, _ columns: [String], key: String, read: @escaping (Row) throws -> Entity) {
        self.connection = connection
        self.name = name
        self.columns = columns
        self.key = key
        self.read = read
        positions = Entity.schema.columns.indices.filter { Entity.schema.columns[$0].type != .list }
        selecting = "SELECT id, \(columns.joined(separator: ", ")) FROM \(name)"
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        insertion = Query(connection, "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))")
        deletion = Query(connection, "DELETE FROM \(name) WHERE \(key) = ?")
        identification = Query(connection, "\(selecting) WHERE \(key) = ?")
    }

    /// The entity with a key.
    func find(_ key: String) throws -> Entity? { try identification.first(.text(key), read: read) }

    /// Entities that a condition holds for, in the order in which they were stored; for few.
    func all(where condition: String = "1", _ values: ColumnValue..., limit: Int = -1) throws -> [Entity] {
        try query("\(selecting) WHERE \(condition) ORDER BY id LIMIT \(limit)").all(values, read: read)
    }

    /// The first entity that a condition holds for.
    func first(where condition: String, _ value: ColumnValue) throws -> Entity? {
        try query("\(selecting) WHERE \(condition) LIMIT 1").first(value, read: read)
    }

    /// How many entities a condition holds for.
    func count(where condition: String = "1", _ values: ColumnValue...) throws -> Int { try count(where: condition, values) }

    func count(where condition: String, _ values: [ColumnValue]) throws -> Int {
        Int(try query("SELECT count(*) FROM \(name) WHERE \(condition)").all(values) { $0.integer(0) }.first ?? 0)
    }

    func insert(_ entity: Entity) throws { _ = try insertion.run(entity, columns: positions) }

    /// Stores the properties that differ. Nothing stored under the key any more is an error.
    func update(from old: Entity, to new: Entity, key: ColumnValue) throws {
        var mask: UInt64 = 0
        var changed: [Int] = []
        for (column, position) in positions.enumerated() where old.value(at: position) != new.value(at: position) {
            mask |= 1 << UInt64(column)
            changed.append(position)
        }
        guard mask != 0 else { return }
        let rows = try update(of: mask).run(new, columns: changed, [key])
        if rows != 1 { throw StoreError(.stale, path: connection.path, detail: old.reference.description) }
    }

    func delete(_ entity: Entity, key: ColumnValue) throws {
        if try deletion.run(key) != 1 { throw StoreError(.stale, path: connection.path, detail: entity.reference.description) }
    }

    /// Hands over the entities that a condition holds for, page by page, in the order in which they were stored. Those stored meanwhile are left out.
    func stream(where condition: String = "1", _ values: [ColumnValue] = [], _ body: (Entity) throws -> StreamStep) throws {
        let last = try lastRow()
        let page = query("\(selecting) WHERE \(condition) AND id > ? AND id <= ? ORDER BY id LIMIT \(pageSize)")
        var after: Int64 = 0
        while after < last {
            var reached = last
            let entities = try page.all(values + [.integer(after), .integer(last)]) { row in
                reached = row.integer(0)
                return try read(row)
            }
            for entity in entities where try body(entity) == .stop { return }
            after = entities.count < pageSize ? last : reached
        }
    }

    /// The highest row number so far; 0 in an empty table.
    func lastRow() throws -> Int64 { try query("SELECT max(id) FROM \(name)").first { $0.integer(0) } ?? 0 }

    private func update(of mask: UInt64) -> Query {
        if let known = updates[mask] { return known }
        let settings = columns.indices.filter { mask & 1 << UInt64($0) != 0 }.map { "\(columns[$0]) = ?" }.joined(separator: ", ")
        let new = Query(connection, "UPDATE \(name) SET \(settings) WHERE \(key) = ?")
        updates[mask] = new
        return new
    }

    private func query(_ sql: String) -> Query {
        if let known = queries[sql] { return known }
        let new = Query(connection, sql)
        queries[sql] = new
        return new
    }
}
