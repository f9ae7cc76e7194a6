// Text read as a number where a number is wanted.

import Scalars

enum TextNumbers {
    /// Text as an operand beside a number: as that number's kind reads it, or as the number the text is by itself.
    static func operand(_ text: String, beside other: Value, _ session: Session) throws -> Value {
        let trimmed = text.trimmed
        if trimmed.isEmpty { return .int(0) }
        if let number = NumberReader.value(trimmed) { return number }
        switch other.unwrapped.type.code {
        case .double, .single: return try session.convert(.text(text), to: .double)
        case .decimal: return try session.convert(.text(text), to: .decimal)
        case .bigInteger: return try session.convert(.text(text), to: .bigInteger)
        case .int64: return try session.convert(.text(text), to: .int64)
        default: return try session.convert(.text(text), to: .int32)
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }), let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
