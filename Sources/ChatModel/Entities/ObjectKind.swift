// Kinds of objects, and how a message or the change log refers to one.

/// The kinds of objects of a deployment, named as the commands' nouns are.
public enum ObjectKind: String, CaseIterable, Hashable, Sendable {
    case deployment = "ChatDeployment"
    case site = "ChatSite"
    case sipDomain = "ChatSipDomain"
    case frontEndPool = "FrontEndPool"
    case chatPool = "ChatPool"
    case chatServer = "ChatServer"
    case user = "ChatUser"
    case policy = "ChatPolicy"
    case client = "ChatClient"
    case endpoint = "ChatEndpoint"
    case category = "ChatCategory"
    case room = "ChatRoom"
    case addIn = "ChatAddIn"
    case sqlInstance = "SqlInstance"
    case fileStore = "FileStore"
    case sipAddress = "SipAddress"
}

/// One object, by kind and identity.
public struct ObjectReference: Hashable, Sendable, CustomStringConvertible {
    public let kind: ObjectKind
    public let identity: String

    public init(_ kind: ObjectKind, _ identity: String) {
        self.kind = kind
        self.identity = identity
    }

    public init(_ kind: ObjectKind, _ name: some CaselessName) { self.init(kind, name.text) }

    public var description: String { "\(kind.rawValue) \(identity)" }
}
