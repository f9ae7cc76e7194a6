// Number literals: from how they are written to the value and type they have.

import Scalars

enum NumberReader {
    /// nil for what is no number.
    static func value(_ text: String) -> Value? {
        guard case .number(let number) = LanguageNumber.read(text, allowSign: true) else { return nil }
        return Value(number)
    }

    /// A number argument that prints as it was written when a program or a string is given it (`0x10`, `1.50`).
    static func keepingText(_ value: Value, _ text: String) -> Value {
        let plain: String
        switch value {
        case .int(let number): plain = String(number)
        case .long(let number): plain = String(number)
        default: plain = ""
        }
        if plain == text { return value }
        let members = ExtendedMembers()
        members.writtenText = text
        return .object(ExtendedObject(value, members))
    }
}

extension Value {
    /// A number as the language reads it.
    init(_ number: LanguageNumber) {
        switch number {
        case .int8(let value): self = .sbyte(value)
        case .uint8(let value): self = .byte(value)
        case .int16(let value): self = .short(value)
        case .uint16(let value): self = .ushort(value)
        case .int32(let value): self = .int(value)
        case .uint32(let value): self = .uint(value)
        case .int64(let value): self = .long(value)
        case .uint64(let value): self = .ulong(value)
        case .bigInteger(let value): self = .object(BigIntegerObject(value))
        case .double(let value): self = .double(value)
        case .decimal(let value): self = .object(DecimalObject(value))
        }
    }
}

/// Literals for those who show a script's parts.
public enum Literals {
    /// The value a number has as it is written; null for what is none.
    public static func number(_ text: String) -> Value { NumberReader.value(text) ?? .null }
}
