// The change log: who changed what, by which command.

/// Where a change comes from.
public struct ChangeOrigin: Hashable, Sendable {
    /// The command that makes the change, such as `New-ChatPool`.
    public var command: String
    /// Who runs it; nil if the caller does not say.
    public var author: String?
    /// Milliseconds since 1970-01-01 UTC; nil if the caller does not say. Stores have no clock.
    public var time: Int64?

    public init(command: String, author: String? = nil, time: Int64? = nil) {
        self.command = command
        self.author = author
        self.time = time
    }
}

/// What was done to an object or one of its properties.
public enum ChangeAction: String, CaseIterable, Hashable, Sendable {
    case added = "Added"
    /// One entry for each property that changed.
    case changed = "Changed"
    /// One entry for each property that had a value, so that the object can be made again.
    case removed = "Removed"
}

/// One entry of the change log. Entries of one command in one transaction share their change number.
public struct ChangeEntry: Hashable, Sendable {
    /// Counts the changes of the store, from 1.
    public let change: Int64
    public let origin: ChangeOrigin
    public let action: ChangeAction
    /// The kind of the object, as `ObjectKind` writes it.
    public let kind: String
    public let identity: String
    /// nil for an object that was added.
    public let property: String?
    public let old: String?
    public let new: String?
}
