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
    /// The changes begun in the current transaction. A part of the transaction that is undone takes its numbers with it: the whole log is then set back.
    private var begun: [ChangeOrigin: Written] = [:]

    init(_ connection: Connection) {
        newChange = Query(connection, "INSERT INTO change_set (at, author, command) VALUES (?, ?, ?) RETURNING id")
        newEntry = Query(connection, "INSERT INTO change_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    /// Forgets the changes of a transaction that has ended.
    mutating func transactionEnded() { begun.removeAll() }

    mutating func add(
        _ action: ChangeAction, _ kind: ObjectKind, _ identity: String, property: String? = nil, old: String? = nil, new: String? = nil, by origin: ChangeOrigin
    ) throws {
        let change = try nextEntry(of: origin)
        try newEntry.run([
            .integer(change.change), .integer(change.entries), .text(action.rawValue), .text(kind.rawValue), .text(identity), value(property), value(old),
            value(new),
        ])
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
