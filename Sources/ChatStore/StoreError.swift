// What can go wrong with a store, and what it says.

/// A store that cannot be opened, read or changed.
public struct StoreError: Error, Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case isDirectory = "StoreIsDirectory"
        case notFound = "StoreNotFound"
        case cannotCreate = "StoreCannotBeCreated"
        case cannotOpen = "StoreCannotBeOpened"
        case notADatabase = "StoreIsNoDatabase"
        /// A database, but of another program.
        case notADeployment = "StoreIsNoDeployment"
        case newerVersion = "StoreIsNewer"
        case damaged = "StoreIsDamaged"
        /// Somebody else holds the lock for longer than the busy timeout.
        case busy = "StoreIsBusy"
        case readOnly = "StoreIsReadOnly"
        case diskFull = "StoreDiskIsFull"
        /// A change would break the integrity of the store; the rules should have refused it before.
        case constraint = "StoreConstraint"
        /// What was to be changed is not there any more.
        case stale = "StoreChangedMeanwhile"
        /// An earlier part of the same batch was rolled back.
        case aborted = "StoreChangeAborted"
        case failed = "StoreFailed"
    }

    public let kind: Kind
    /// The path of the store.
    public let path: String
    /// What the database says, or a number that belongs to the message; empty if there is nothing to add.
    public let detail: String

    public init(_ kind: Kind, path: String, detail: String = "") {
        self.kind = kind
        self.path = path
        self.detail = detail
    }

    /// The stable id, for `FullyQualifiedErrorId`.
    public var id: String { kind.rawValue }

    /// The shell's error category.
    public var category: String {
        switch kind {
        case .notFound: "ObjectNotFound"
        case .isDirectory, .cannotCreate, .cannotOpen: "OpenError"
        case .notADatabase, .notADeployment, .newerVersion, .damaged: "InvalidData"
        case .busy: "ResourceBusy"
        case .readOnly: "PermissionDenied"
        case .diskFull: "WriteError"
        case .constraint, .stale, .aborted: "InvalidOperation"
        case .failed: "NotSpecified"
        }
    }

    /// The message, in English.
    public var text: String {
        let addition = detail.isEmpty ? "" : " (\(detail))"
        return switch kind {
        case .isDirectory: "Store \(path) is a directory; a store is a file."
        case .notFound: "There is no store \(path)."
        case .cannotCreate: "Store \(path) cannot be created\(addition). Check that its directory exists and is writable."
        case .cannotOpen: "Store \(path) cannot be opened\(addition)."
        case .notADatabase: "File \(path) is not a store."
        case .notADeployment: "Database \(path) belongs to another program; it is not a store."
        case .newerVersion: "Store \(path) was written by a newer version (\(detail)); this version reads up to \(Schema.version)."
        case .damaged: "Store \(path) is damaged\(addition). Restore it from a backup."
        case .busy: "Store \(path) is being changed by somebody else; try again."
        case .readOnly: "Store \(path) can only be read."
        case .diskFull: "Store \(path) cannot grow: the disk is full."
        case .constraint: "Store \(path) refuses the change\(addition)."
        case .stale: "\(detail) has been changed or removed meanwhile."
        case .aborted: "The change belongs to a batch that was rolled back."
        case .failed: "Store \(path) failed\(addition)."
        }
    }
}
