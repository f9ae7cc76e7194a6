// Text read as a number where a number is wanted.

import Scalars

enum TextNumbers {
    /// Up to nine plain digits; nil for anything else that may be a number.
    @inline(__always) static func plain(_ text: String) -> Int32? {
        withUtf8(text) { bytes in
            guard bytes.count > 0, bytes.count <= 9 else { return nil }
            var number: Int32 = 0
            for byte in bytes {
                guard byte &- 48 < 10 else { return nil }
                number = number &* 10 &+ Int32(byte &- 48)
            }
            return number
        }
    }

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
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }), let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
