// Persistent Chat policies.

/// A Persistent Chat policy (domain.md 2.10).
public struct ChatPolicy: StoredEntity {
    public var scope: PolicyIdentity
    /// Whether users of the Lync 2013 client under this policy get chat rooms; off by default (R43).
    public var enablePersistentChat: Bool
    public var description: String

    public init(_ scope: PolicyIdentity, enablePersistentChat: Bool = false, description: String = "") {
        self.scope = scope
        self.enablePersistentChat = enablePersistentChat
        self.description = description
    }

    /// `Global`, `Site:<name>` or `Tag:<name>`.
    public var identity: String { scope.text }

    public static let schema = EntitySchema(
        .policy,
        [
            EntityColumn("Identity"), EntityColumn("EnablePersistentChat", .boolean), EntityColumn("Description"),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(scope.text)
        case 1: .boolean(enablePersistentChat)
        default: .text(description)
        }
    }
}
