// A catalogue of one language: templates with slots in braces, and how the slots are filled.

/// The words of one message: what it says, and the way out if there is one.
public struct Wording: Hashable, Sendable {
    public let says: String
    public let wayOut: String?

    public init(_ says: String, wayOut: String? = nil) {
        self.says = says
        self.wayOut = wayOut
    }
}

/// The messages of one language. A slot is `{name}`; `{a name}` puts the indefinite article before it.
public struct Catalogue: Sendable {
    /// A language code such as `en`.
    public let language: String
    let wordings: [MessageId: Wording]
    let kinds: [ObjectKind: String]
    let article: @Sendable (String) -> String

    public init(
        language: String, wordings: [MessageId: Wording], kinds: [ObjectKind: String], article: @escaping @Sendable (String) -> String
    ) {
        self.language = language
        self.wordings = wordings
        self.kinds = kinds
        self.article = article
    }

    /// The words of a message with the slots still open; nil if this language lacks the message.
    public func wording(of id: MessageId) -> Wording? { wordings[id] }

    /// The sentence.
    public func sentence(_ message: Message) -> String {
        fill(wordings[message.id]?.says ?? message.id.rawValue, from: message)
    }

    /// What the reader can do about it, if anything is known.
    public func wayOut(_ message: Message) -> String? {
        wordings[message.id]?.wayOut.map { fill($0, from: message) }
    }

    private func fill(_ template: String, from message: Message) -> String {
        var sentence = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            sentence += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            let wantsArticle = inside.hasPrefix("a ")
            let name = wantsArticle ? inside.dropFirst(2) : inside
            if let value = message.value(of: name) {
                let text = written(value)
                sentence += wantsArticle ? article(text) : text
            } else {
                sentence += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return sentence + rest
    }

    private func written(_ value: SlotValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .generation(let generation): generation.productName
        case .kind(let kind): kinds[kind] ?? kind.rawValue
        }
    }
}
