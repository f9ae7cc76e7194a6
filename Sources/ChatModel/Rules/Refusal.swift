// What rules answer: refusals, cautions and questions.

/// The error categories of the shell that the domain uses; raw values are the shell's names.
public enum ErrorCategory: String, CaseIterable, Hashable, Sendable {
    case invalidArgument = "InvalidArgument"
    case invalidOperation = "InvalidOperation"
    case objectNotFound = "ObjectNotFound"
    case resourceExists = "ResourceExists"
    case resourceBusy = "ResourceBusy"
    case resourceUnavailable = "ResourceUnavailable"
    case permissionDenied = "PermissionDenied"
    case limitsExceeded = "LimitsExceeded"
    case notEnabled = "NotEnabled"
}

/// A change or an access that the domain does not allow.
public struct Refusal: Error, Hashable, Sendable {
    /// The rule that refuses; nil for plain look-ups and values no rule is about.
    public let rule: RuleId?
    public let message: Message
    public let category: ErrorCategory
    /// What the command was about to work on.
    public let target: ObjectReference
    /// Every object the message names, the target first.
    public let objects: [ObjectReference]

    public init(_ message: Message, rule: RuleId? = nil, _ category: ErrorCategory, target: ObjectReference, others: [ObjectReference] = []) {
        self.rule = rule
        self.message = message
        self.category = category
        self.target = target
        self.objects = [target] + others
    }

    /// The stable id, for `FullyQualifiedErrorId`.
    public var id: String { message.id.rawValue }
    /// The message in English.
    public var text: String { Catalogue.english.sentence(message) }
    /// What to do about it, in English, if anything is known.
    public var wayOut: String? { Catalogue.english.wayOut(message) }
}

/// Something allowed that the administrator should know.
public struct Caution: Hashable, Sendable {
    public let rule: RuleId?
    public let message: Message
    public let target: ObjectReference

    public init(_ message: Message, rule: RuleId? = nil, target: ObjectReference) {
        self.rule = rule
        self.message = message
        self.target = target
    }

    /// The message in English, without the word "Warning", which the shell's warning stream puts before it.
    public var text: String { Catalogue.english.sentence(message) }
    /// The message in English as the rules print it: "Warning: ...".
    public var says: String { Catalogue.english.sentence(Message(.warning, ["text": .text(text)])) }
}

/// Something to ask before a change is made, unless -Force is given.
public struct Question: Hashable, Sendable {
    public let rule: RuleId
    public let message: Message
    public let target: ObjectReference

    public init(_ message: Message, rule: RuleId, target: ObjectReference) {
        self.rule = rule
        self.message = message
        self.target = target
    }

    /// The question in English.
    public var text: String { Catalogue.english.sentence(message) }
}
