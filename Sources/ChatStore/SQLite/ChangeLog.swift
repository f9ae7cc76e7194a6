// Writing the change log. Within one transaction, all changes of one origin share a change number.
import ChatModel

/// Writes log entries on one connection.
struct ChangeLog {
    private struct Written {
        let change: Int64
        var entries: Int64
    }

    private let newChange: Query
    private let newEntry: Query
    private let newUsers: Query
    /// The changes begun in the current transaction. A part of the transaction that is undone takes its numbers with it: the whole log is then set back.
    private var begun: [ChangeOrigin: Written] = [:]

    init(_ connection: Connection) {
        newChange = Query(connection, "INSERT INTO change_set (at, author, command) VALUES (?, ?, ?) RETURNING id")
        newEntry = Query(connection, "INSERT INTO change_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        newUsers = Query(
            connection,
            """
            INSERT INTO change_entry (change, number, action, kind, identity)
            SELECT ?1, ?2 + id - ?3, 'Added', 'ChatUser', identity FROM chat_user WHERE id > ?3 ORDER BY id
            """)
    }

    /// Forgets the changes of a transaction that has ended.
    mutating func transactionEnded() { begun.removeAll() }

    mutating func add(
        _ action: ChangeAction, _ kind: ObjectKind, _ identity: String, property: String? = nil, old: String? = nil, new: String? = nil, by origin: ChangeOrigin
    ) throws {
        let change = try nextEntry(of: origin)
        try newEntry.run(change.change, change.entries, texts: action.rawValue, kind.rawValue, identity, property, old, new)
    }

    /// One entry for each user stored after a row, made by the database itself. Row numbers go up one by one, as nothing is removed meanwhile.
    mutating func addUsers(storedAfter row: Int64, count: Int64, by origin: ChangeOrigin) throws {
        guard count > 0 else { return }
        let first = try nextEntry(of: origin)
        try newUsers.run(.integer(first.change), .integer(first.entries - 1), .integer(row))
        begun[origin]?.entries += count - 1
    }

    /// The change of an origin, with its next entry's number; begins the change if it is new.
    private mutating func nextEntry(of origin: ChangeOrigin) throws -> Written {
        if begun[origin] == nil {
            let values: [ColumnValue] = [origin.time.map { .integer($0) } ?? .none, value(origin.author), .text(origin.command)]
            begun[origin] = Written(change: try newChange.all(values) { $0.integer(0) }.first ?? 0, entries: 0)
        }
        begun[origin]?.entries += 1
        return begun[origin] ?? Written(change: 0, entries: 0)
    }

    private func value(_ text: String?) -> ColumnValue { text.map { .text($0) } ?? .none }

    /// One entry for each property that differs.
    mutating func addDifferences<Entity: StoredEntity>(from old: Entity, to new: Entity, by origin: ChangeOrigin) throws {
        for (position, column) in Entity.schema.columns.enumerated() {
            let before = old.value(at: position)
            let after = new.value(at: position)
            guard before != after else { continue }
            try add(.changed, Entity.schema.kind, old.identity, property: column.name, old: before.written, new: after.written, by: origin)
        }
    }

    /// One entry for each property that had a value.
    mutating func addRemoval(of entity: some StoredEntity, by origin: ChangeOrigin) throws {
        let schema = type(of: entity).schema
        for (position, column) in schema.columns.enumerated() {
            guard let text = entity.value(at: position).written, !text.isEmpty else { continue }
            try add(.removed, schema.kind, entity.identity, property: column.name, old: text, by: origin)
        }
    }
}
