// How scripts see the objects of a deployment: a box around what is stored, and a face that says which properties it has.

import ChatModel
import Runtime

/// One property of a face, read from the subject itself: nothing is copied beforehand.
struct ShownProperty<Subject: Sendable>: Sendable {
    let name: String
    let type: TypeInfo
    let read: @Sendable (Subject) -> Value

    init(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (Subject) -> Value) {
        self.name = name
        self.type = type
        self.read = read
    }

    /// A text that may be absent.
    static func text(_ name: String, _ read: @escaping @Sendable (Subject) -> String?) -> ShownProperty {
        ShownProperty(name, .string) { read($0).map { .text($0) } ?? .null }
    }

    /// A list of texts.
    static func list(_ name: String, _ read: @escaping @Sendable (Subject) -> [String]) -> ShownProperty {
        ShownProperty(name, .stringArray) { .strings(read($0)) }
    }
}

/// The type under which a kind of object appears, with its properties in the order in which they are displayed.
final class Face<Subject: Sendable>: Sendable {
    let type: TypeInfo
    let properties: [ShownProperty<Subject>]
    private let identity: @Sendable (Subject) -> String

    /// - Parameter identity: What the object reads as in text, and as an argument of `-Identity`.
    init(_ typeName: String, identity: @escaping @Sendable (Subject) -> String, _ properties: [ShownProperty<Subject>]) {
        type = TypeInfo(typeName, base: .object)
        self.identity = identity
        self.properties = properties
    }

    /// The object as a value.
    func show(_ subject: Subject) -> Value { .object(Shown(subject, self)) }

    fileprivate func text(of subject: Subject) -> String { identity(subject) }

    /// The entry in the table of types.
    var known: KnownType {
        let properties = properties
        return KnownType(type) {
            MemberTable(
                properties: properties.map { property in
                    Property(property.name, property.type) { target, _ in target.box(Shown<Subject>.self).map { property.read($0.subject) } ?? .null }
                })
        }
    }
}

/// An object of a deployment under one of its faces.
final class Shown<Subject: Sendable>: Box, @unchecked Sendable {
    let subject: Subject
    private let face: Face<Subject>

    init(_ subject: Subject, _ face: Face<Subject>) {
        self.subject = subject
        self.face = face
    }

    override var type: TypeInfo { face.type }
    override func describe(_ session: Session) throws -> String { face.text(of: subject) }
}

/// The stored properties of an entity, by position in its schema.
func storedProperties<Subject: Sendable, Entity: StoredEntity>(
    _ entity: @escaping @Sendable (Subject) -> Entity, except left: Set<String> = []
) -> [ShownProperty<Subject>] {
    Entity.schema.columns.enumerated().filter { !left.contains($0.element.name) }.map { position, column in
        ShownProperty(column.name, column.type.shown) { entity($0).value(at: position).shown }
    }
}

extension ColumnType {
    /// The type a script sees.
    var shown: TypeInfo {
        switch self {
        case .boolean: .bool
        case .integer: .int32
        case .text: .string
        case .list: .stringArray
        }
    }
}

extension ColumnValue {
    /// The value a script sees.
    var shown: Value {
        switch self {
        case .none: .null
        case .boolean(let flag): .bool(flag)
        case .integer(let number): .integer(Int(number))
        case .text(let text): .text(text)
        case .list(let items): .strings(items)
        }
    }
}
