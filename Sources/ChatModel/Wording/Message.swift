// Messages without words: an id and what fills its slots. A catalogue of a language turns one into a sentence.

/// What fills a slot of a message. Kinds and generations are words of the reader's language, or product names.
public enum SlotValue: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case generation(Generation)
    case kind(ObjectKind)

    static func name(_ name: some CaselessName) -> SlotValue { .text(name.text) }
    static func number(_ number: Int) -> SlotValue { .number(Int64(number)) }
}

/// One filled slot.
public struct Slot: Hashable, Sendable {
    public let name: String
    public let value: SlotValue

    public init(_ name: String, _ value: SlotValue) {
        self.name = name
        self.value = value
    }
}

/// A message: what it says, not yet in which language.
public struct Message: Hashable, Sendable {
    public let id: MessageId
    public let slots: [Slot]

    public init(_ id: MessageId, _ slots: KeyValuePairs<String, SlotValue> = [:]) {
        self.id = id
        self.slots = slots.map { Slot($0.key, $0.value) }
    }

    public func value(of slot: some StringProtocol) -> SlotValue? { slots.first { $0.name == slot }?.value }
}
