// Text: a Swift string with what is worth remembering about it. Positions a script sees are UTF-16 units.

import Scalars

/// Immutable text. ASCII text indexes in constant time; the folded hash is computed once.
public class Text: Object, @unchecked Sendable {
    public final let string: String
    @usableFromInline static let isASCIIKnown: UInt8 = 1, isASCIIFlag: UInt8 = 2

    public init(_ string: String) {
        self.string = string
        super.init(kind: .text)
    }

    /// Text known to be ASCII by whoever made it (numbers, ASCII pieces put together).
    @inlinable init(ascii string: String) {
        self.string = string
        super.init(kind: .text)
        flags = Text.isASCIIKnown | Text.isASCIIFlag
    }

    public override var type: TypeInfo { .string }
    public override func describe(_ session: Session) throws -> String { string }

    public final var isASCII: Bool {
        if flags & Text.isASCIIKnown == 0 {
            let ascii =
                string.utf8.withContiguousStorageIfAvailable { bytes in
                    var high: UInt8 = 0
                    for byte in bytes { high |= byte }
                    return high < 0x80
                } ?? string.utf8.allSatisfy { $0 < 0x80 }
            flags |= Text.isASCIIKnown | (ascii ? Text.isASCIIFlag : 0)
        }
        return flags & Text.isASCIIFlag != 0
    }

    /// Length in UTF-16 units.
    public final var length: Int { isASCII ? string.utf8.count : string.utf16.count }

    /// The UTF-16 unit at an index that is inside the text.
    public final func unit(at index: Int) -> UInt16 {
        if isASCII { return UInt16(string.utf8[string.utf8.index(string.utf8.startIndex, offsetBy: index)]) }
        return string.utf16[string.utf16.index(string.utf16.startIndex, offsetBy: index)]
    }

    /// A stretch in UTF-16 units that is inside the text.
    public final func slice(_ start: Int, _ length: Int) -> String {
        if isASCII {
            let from = string.utf8.index(string.utf8.startIndex, offsetBy: start)
            return String(string[from..<string.utf8.index(from, offsetBy: length)])
        }
        if length == 0 { return "" }
        let units = string.utf16
        let from = units.index(units.startIndex, offsetBy: start)
        let to = start + length == self.length ? units.endIndex : units.index(from, offsetBy: length)
        // Between whole characters bytes are copied as they are.
        if from.samePosition(in: string.unicodeScalars) != nil, to.samePosition(in: string.unicodeScalars) != nil { return String(string[from..<to]) }
        return String(decoding: units[from..<to], as: UTF16.self)
    }

    /// The byte at which a UTF-16 index inside the text, or at its end, begins; nil if that is the second half of a pair.
    public final func byteOffset(at index: Int) -> Int? {
        if isASCII { return index }
        guard let place = string.utf16.index(string.utf16.startIndex, offsetBy: index).samePosition(in: string.unicodeScalars) else { return nil }
        return string.utf8.distance(from: string.startIndex, to: place)
    }

    /// Hash of the text without regard to case, never 0.
    public final var foldedHash: UInt32 {
        if stamp == 0 { stamp = FoldedHash.of(string) }
        return stamp
    }
}

/// The hash under which names and table keys are found without regard to case.
public enum FoldedHash {
    public static func of(_ string: String) -> UInt32 {
        var copy = string
        let hash = copy.withUTF8 { bytes in of(bytes) }
        return hash
    }

    /// FNV-like over eight ASCII-folded bytes at a time; beyond ASCII over the upper-cased text.
    @inlinable public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
        var i = 0
        var high: UInt64 = 0
        let count = bytes.count
        if let base = UnsafeRawPointer(bytes.baseAddress) {
            while i + 8 <= count {
                let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                high |= word
                hash = (hash ^ fold(word)) &* 0xFF51_AFD7_ED55_8CCD
                hash ^= hash >> 32
                i += 8
            }
            var tail: UInt64 = 0
            var shift: UInt64 = 0
            while i < count {
                tail |= UInt64(bytes[i]) << shift
                shift += 8
                i += 1
            }
            high |= tail
            hash = (hash ^ fold(tail)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        if high & 0x8080_8080_8080_8080 != 0 { return ofUpperCased(bytes) }
        let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 29))
        return folded == 0 ? 1 : folded
    }

    /// Upper-case ASCII letters of eight bytes made lower-case; other bytes stay.
    @inlinable static func fold(_ word: UInt64) -> UInt64 {
        let heptets = word & 0x7F7F_7F7F_7F7F_7F7F
        let aboveZ = heptets &+ 0x2525_2525_2525_2525
        let fromA = heptets &+ 0x3F3F_3F3F_3F3F_3F3F
        let isUpper = (fromA & ~aboveZ & ~word) & 0x8080_8080_8080_8080
        return word | (isUpper >> 2)
    }

    @usableFromInline static func ofUpperCased(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            hash = (hash ^ SimpleCase.upper(scalar.value)) &* 16_777_619
        }
        return hash == 0 ? 1 : hash
    }
}

extension String {
    /// Ordinal equality without regard to case, as names are compared.
    public func equalsIgnoringCase(_ other: String) -> Bool {
        Ordinal.equalIgnoringCase(self, other)
    }
}

/// Text that knows where it is from: a line of a file. Its notes are made when a script asks for them.
public final class NotedText: Text, @unchecked Sendable {
    private let origin: any TextOrigin
    private let number: Int
    public init(_ string: String, _ origin: any TextOrigin, number: Int) {
        self.origin = origin
        self.number = number
        super.init(string)
    }
    func note(_ name: String, _ session: Session) -> Value? { origin.note(name, number: number, session) }
    var noteNames: [String] { origin.noteNames }
}

/// Where pieces of text come from, and what is noted with each.
public protocol TextOrigin: AnyObject, Sendable {
    var noteNames: [String] { get }
    /// - Parameter number: which piece it is, from 1.
    func note(_ name: String, number: Int, _ session: Session) -> Value?
}
