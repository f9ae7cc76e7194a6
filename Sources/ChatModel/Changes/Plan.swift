// What a planned change consists of. Planning decides and changes nothing; a store carries the plan out.

/// One entity of a deployment, of whatever kind.
public enum DeploymentObject: Hashable, Sendable {
    case deployment(Deployment)
    case site(Site)
    case sipDomain(SipDomain)
    case frontEndPool(FrontEndPool)
    case chatPool(ChatPool)
    case chatServer(ChatServer)
    case user(ChatUser)
    case policy(ChatPolicy)
    case client(ChatClient)
    case endpoint(ChatEndpoint)

    /// The entity itself, to be read by position.
    public var entity: any StoredEntity {
        switch self {
        case .deployment(let entity): entity
        case .site(let entity): entity
        case .sipDomain(let entity): entity
        case .frontEndPool(let entity): entity
        case .chatPool(let entity): entity
        case .chatServer(let entity): entity
        case .user(let entity): entity
        case .policy(let entity): entity
        case .client(let entity): entity
        case .endpoint(let entity): entity
        }
    }
}

/// One change to what is stored. Both sides of an update are of the same kind and have the same key.
public enum DeploymentChange: Hashable, Sendable {
    case insert(DeploymentObject)
    case update(from: DeploymentObject, to: DeploymentObject)
    case remove(DeploymentObject)
    /// Takes a per-user policy away from everybody who has it (R49).
    case unassign(PolicyName)
}

/// A change that the rules allow: what to store, and what to tell or ask first.
public struct Plan<Result: Sendable>: Sendable {
    /// The entity as it will be; for a removal, as it was.
    public let result: Result
    /// What to store, in this order. Empty if everything is as asked already.
    public var changes: [DeploymentChange]
    public var cautions: [Caution]
    /// To be asked before the changes are made.
    public var questions: [Question]

    public init(_ result: Result, changes: [DeploymentChange], cautions: [Caution] = [], questions: [Question] = []) {
        self.result = result
        self.changes = changes
        self.cautions = cautions
        self.questions = questions
    }
}

/// What a command says about one property: nothing, or a new value.
public enum Alteration<Value: Sendable>: Sendable {
    case keep
    case set(Value)

    /// Puts the new value in, if there is one.
    public func apply(to value: inout Value) {
        if case .set(let new) = self { value = new }
    }

    /// The new value, if there is one.
    public var new: Value? {
        if case .set(let value) = self { value } else { nil }
    }
}

/// A change that can be planned.
public protocol PlannedChange: Sendable {
    associatedtype Result: Sendable
    /// Decides by the rules; throws `Refusal`, or what the reading throws.
    func plan(_ reading: some DeploymentReading) throws -> Plan<Result>
}

extension DeploymentChange {
    /// An update, or nothing if nothing differs.
    static func updates<Entity: StoredEntity>(from old: Entity, to new: Entity, as wrap: (Entity) -> DeploymentObject) -> [DeploymentChange] {
        old == new ? [] : [.update(from: wrap(old), to: wrap(new))]
    }
}
