// System.Guid: sixteen bytes, with the text forms N D B P X.

/// A globally unique identifier.
public struct NetGuid: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first eight bytes in the order of the text.
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public static let empty = NetGuid(high: 0, low: 0)

    /// From `ToByteArray`'s order: the first three fields lowest byte first. Nil unless there are 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
        var words: [UInt64] = [0, 0]
        for (index, position) in order.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(bytes[position]) }
        (high, low) = (words[0], words[1])
    }

    /// A random one (version 4) from 16 random bytes. Nil unless there are 16.
    public init?(randomBytes: [UInt8]) {
        guard let plain = NetGuid(bytes: randomBytes) else { return nil }
        high = plain.high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        low = plain.low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// `ToByteArray`.
    public var bytes: [UInt8] {
        let plain = (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
        return [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map { plain[$0] }
    }

    /// The form D.
    public var description: String { text(hyphens: true, around: nil) }

    private func text(hyphens: Bool, around: (UInt8, UInt8)?) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(38)
        if let around { output.append(around.0) }
        for index in 0..<32 {
            if hyphens && (index == 8 || index == 12 || index == 16 || index == 20) { output.append(45) }
            let digit = UInt8((index < 16 ? high : low) >> UInt64(60 - index % 16 * 4) & 15)
            output.append(digit < 10 ? 48 + digit : 87 + digit)
        }
        if let around { output.append(around.1) }
        return String(decoding: output, as: UTF8.self)
    }

    /// In the form N, D, B, P or X (either case; empty is D). Throws `badFormat`.
    public func formatted(_ format: String) throws(ScalarError) -> String {
        switch format {
        case "", "D", "d": return description
        case "N", "n": return text(hyphens: false, around: nil)
        case "B", "b": return text(hyphens: true, around: (123, 125))
        case "P", "p": return text(hyphens: true, around: (40, 41))
        case "X", "x":
            let digits = Array(text(hyphens: false, around: nil))
            func piece(_ from: Int, _ count: Int) -> String { "0x" + String(digits[from..<from + count]) }
            let tail = stride(from: 16, to: 32, by: 2).map { piece($0, 2) }.joined(separator: ",")
            return "{\(piece(0, 8)),\(piece(8, 4)),\(piece(12, 4)),{\(tail)}}"
        default: throw .badFormat
        }
    }

    /// Any of the five forms, white space around it. Throws `badInput`.
    public static func parse(_ text: String) throws(ScalarError) -> NetGuid {
        var bytes = Array(text.utf8)[...]
        func isWhite(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
        bytes = bytes.drop(while: isWhite)
        while let last = bytes.last, isWhite(last) { bytes.removeLast() }
        var plain = Array(bytes)
        if plain.first == 123, plain.contains(44) {
            guard let digits = hexFields(plain) else { throw .badInput(text) }
            plain = digits
        } else {
            if let first = plain.first, first == 123 || first == 40 {
                guard plain.count == 38, plain[37] == (first == 123 ? 125 : 41) else { throw .badInput(text) }
                plain = Array(plain[1..<37])
            }
            if plain.count == 36 {
                guard [8, 13, 18, 23].allSatisfy({ plain[$0] == 45 }) else { throw .badInput(text) }
                plain = plain.enumerated().filter { ![8, 13, 18, 23].contains($0.offset) }.map(\.element)
            }
        }
        guard plain.count == 32 else { throw .badInput(text) }
        var words: [UInt64] = [0, 0]
        for (index, byte) in plain.enumerated() {
            guard let digit = hexValue(byte) else { throw .badInput(text) }
            words[index / 16] = words[index / 16] << 4 | UInt64(digit)
        }
        return NetGuid(high: words[0], low: words[1])
    }

    /// The 32 digits of the form X; nil if it is not in that form.
    private static func hexFields(_ bytes: [UInt8]) -> [UInt8]? {
        let text = bytes.filter { $0 != 32 }
        let widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2]
        guard text.last == 125 else { return nil }
        let fields = text.filter { $0 != 123 && $0 != 125 }.split(separator: 44, omittingEmptySubsequences: false)
        guard fields.count == widths.count else { return nil }
        var digits: [UInt8] = []
        for (field, width) in zip(fields, widths) {
            let field = Array(field)
            guard field.count > 2, field[0] == 48, field[1] | 0x20 == 120, field.count - 2 <= width else { return nil }
            digits += [UInt8](repeating: 48, count: width - field.count + 2) + field[2...]
        }
        return digits
    }

    /// Field by field, as .NET orders them.
    public static func < (a: NetGuid, b: NetGuid) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
