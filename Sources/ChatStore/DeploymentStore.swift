// What the domain needs of a store: reading, streaming, and changing all or nothing.
import ChatModel

/// Whether a stream goes on after an entity.
public enum StreamStep: Hashable, Sendable {
    case next
    case stop
}

/// A deployment, stored. It belongs to one thread at a time; several stores may be open on the same file, in any processes.
///
/// Everything that fails for reasons of the store throws `StoreError`; what bodies throw is rethrown.
public protocol DeploymentStore: AnyObject, DeploymentReading, DeploymentStreaming {
    /// Makes changes, all or none of them. Inside another change or a batch it joins that one's transaction: if the body throws, only what
    /// this call changed is undone.
    func change<Result>(_ origin: ChangeOrigin, _ body: (any DeploymentTransaction) throws -> Result) throws -> Result

    /// Makes changes that are planned already, all or none of them. Inside a batch a single change of one row goes without the cost of a save point.
    func apply(_ changes: [DeploymentChange], by origin: ChangeOrigin) throws

    /// Begins a transaction that spans many calls of `change`, such as all objects of a pipeline. Nothing is stored for good before it is committed.
    func beginBatch() throws -> any ChangeBatch
}

extension DeploymentStore {
    /// Makes changes, all or none of them, on behalf of a command.
    public func change<Result>(
        command: String, author: String? = nil, time: Int64? = nil, _ body: (any DeploymentTransaction) throws -> Result
    ) throws -> Result {
        try change(ChangeOrigin(command: command, author: author, time: time), body)
    }
}

/// A change under way. It sees what it has changed itself.
public protocol DeploymentTransaction: DeploymentReading, DeploymentStreaming {
    /// Stores changes and logs them.
    func apply(_ changes: [DeploymentChange]) throws
    /// Stores and logs users as fast as possible, until `next` gives none; for imports of tens of thousands. `next` must ask the transaction nothing:
    /// look-ups other than by SIP address are slow meanwhile. No rule is asked; pools and policies must exist. Gives the number stored.
    func loadUsers(_ next: () throws -> ChatUser?) throws -> Int
}

extension DeploymentTransaction {
    /// Plans a change and stores it. Its questions are taken as answered with yes.
    @discardableResult
    public func carryOut<Change: PlannedChange>(_ change: Change) throws -> Plan<Change.Result> {
        let plan = try change.plan(self)
        try apply(plan.changes)
        return plan
    }
}

/// A transaction that spans many changes. Batches may overlap: the transaction ends when the last of them does. Released without either, it rolls back.
public protocol ChangeBatch: AnyObject {
    func commit() throws
    /// Undoes everything, of overlapping batches too; their further changes are refused (`StoreError.Kind.aborted`).
    func rollBack()
}

/// Entities by the million, one at a time. Bodies may change the store; an entity is never seen twice, and those added meanwhile are not seen.
public protocol DeploymentStreaming {
    /// Users in the order in which they were stored.
    func forEachUser(_ selection: UserSelection, _ body: (ChatUser) throws -> StreamStep) throws
    func forEachClient(of user: SipAddress?, _ body: (ChatClient) throws -> StreamStep) throws
    func forEachEndpoint(of pool: Fqdn?, _ body: (ChatEndpoint) throws -> StreamStep) throws
    func forEachSipDomain(_ body: (SipDomain) throws -> StreamStep) throws
    /// Entries of the change log, oldest first.
    func forEachChange(_ selection: ChangeSelection, _ body: (ChangeEntry) throws -> StreamStep) throws
    /// How many users a selection holds.
    func userCount(_ selection: UserSelection) throws -> Int
}
