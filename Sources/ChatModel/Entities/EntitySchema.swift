// How entities show their properties by position, so that stores and shells need no dictionaries.

/// A stored value of an entity's property.
public enum ColumnValue: Hashable, Sendable {
    case none
    case boolean(Bool)
    case integer(Int64)
    case text(String)
    case list([String])

    /// The value as the change log writes it; nil for no value.
    public var written: String? {
        switch self {
        case .none: nil
        case .boolean(let flag): flag ? "True" : "False"
        case .integer(let number): String(number)
        case .text(let text): text
        case .list(let items): items.joined(separator: ";")
        }
    }

    static func text(_ name: (some CaselessName)?) -> ColumnValue { name.map { .text($0.text) } ?? .none }
    static func optional(_ text: String?) -> ColumnValue { text.map { .text($0) } ?? .none }
}

/// The type of a property.
public enum ColumnType: Hashable, Sendable {
    case boolean, integer, text, list
}

/// One property of an entity.
public struct EntityColumn: Hashable, Sendable {
    /// The property's name as scripts write it.
    public let name: String
    public let type: ColumnType

    public init(_ name: String, _ type: ColumnType = .text) {
        self.name = name
        self.type = type
    }
}

/// The properties of a kind of entity, in the order in which they are displayed.
public struct EntitySchema: Hashable, Sendable {
    public let kind: ObjectKind
    public let columns: [EntityColumn]

    public init(_ kind: ObjectKind, _ columns: [EntityColumn]) {
        self.kind = kind
        self.columns = columns
    }

    /// The position of a property, by its name in any case.
    public func position(of name: some StringProtocol) -> Int? {
        columns.firstIndex { equalIgnoringCase($0.name, name) }
    }
}

/// An entity whose properties are read by position.
public protocol StoredEntity: Hashable, Sendable {
    static var schema: EntitySchema { get }
    /// The key under which messages and the change log name this entity.
    var identity: String { get }
    /// The property at a position of `schema.columns`.
    func value(at position: Int) -> ColumnValue
}

extension StoredEntity {
    /// How messages refer to this entity.
    public var reference: ObjectReference { ObjectReference(Self.schema.kind, identity) }
}
