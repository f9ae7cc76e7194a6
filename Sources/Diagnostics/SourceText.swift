// The text of a script or a typed line, and the places in it. Ranges are UTF-8 byte offsets; people and the recorded
// facts count lines from 1, columns from 1 and offsets in UTF-16 units, so those are computed here and nowhere else.

/// A half-open range of UTF-8 byte offsets into one `SourceText`.
public struct SourceRange: Equatable, Sendable {
    public var start: Int32
    public var end: Int32

    @inlinable public init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    @inlinable public var isEmpty: Bool { end <= start }

    /// The smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(Int(min(start, other.start)), Int(max(end, other.end)))
    }
}

/// A place as people name it.
public struct SourcePosition: Equatable, Sendable {
    /// Line number, from 1.
    public let line: Int
    /// Column in UTF-16 units, from 1.
    public let column: Int
    /// Offset from the start of the text in UTF-16 units, from 0.
    public let offset: Int
}

/// One immutable text with the name it came from (`nil` for a typed line or `-Command`).
public final class SourceText: Sendable {
    public let path: String?
    public let bytes: [UInt8]
    private let lineStarts: [Int32]
    private let isASCII: Bool
    /// How many UTF-16 units stand before each stretch of bytes; empty for ASCII.
    private let unitsBefore: [Int32]
    private static let stretch = 128

    public init(_ text: String, path: String? = nil) {
        self.path = path
        bytes = Array(text.utf8)
        (lineStarts, isASCII) = SourceText.scan(bytes)
        unitsBefore = isASCII ? [] : SourceText.units(bytes)
    }

    /// Invalid UTF-8 is the caller's to report before; here each bad byte reads as U+FFFD.
    public init(bytes: [UInt8], path: String? = nil) {
        self.path = path
        self.bytes = bytes
        (lineStarts, isASCII) = SourceText.scan(bytes)
        unitsBefore = isASCII ? [] : SourceText.units(bytes)
    }

    private static func scan(_ bytes: [UInt8]) -> ([Int32], Bool) {
        var starts: [Int32] = [0]
        var high: UInt8 = 0
        for i in bytes.indices {
            high |= bytes[i]
            if bytes[i] == 0x0A { starts.append(Int32(i + 1)) }
        }
        return (starts, high < 0x80)
    }

    public var lineCount: Int { lineStarts.count }

    /// The text of a range; clamped to the text.
    public func text(_ range: SourceRange) -> String {
        let start = max(0, min(Int(range.start), bytes.count))
        let end = max(start, min(Int(range.end), bytes.count))
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// True if a text in small letters stands somewhere in a stretch, in whatever case.
    public func mentions(_ word: String, in range: SourceRange) -> Bool {
        let wanted = Array(word.utf8)
        let first = Int(range.start), end = min(Int(range.end), bytes.count) - wanted.count
        guard first <= end, let head = wanted.first else { return false }
        search: for i in first...end where bytes[i] == head {
            for j in 1..<wanted.count where bytes[i + j] | 0x20 != wanted[j] | 0x20 { continue search }
            return true
        }
        return false
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The line (from 1) that holds a byte offset.
    public func line(at offset: Int32) -> Int {
        var low = 0, high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    public func position(at offset: Int32) -> SourcePosition {
        let line = line(at: offset)
        return SourcePosition(line: line, column: utf16Length(lineStarts[line - 1], offset) + 1, offset: utf16Length(0, offset))
    }

    /// The text of a line (from 1), without its line break.
    public func lineText(_ line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : Int32(bytes.count)
        if end > start, bytes[Int(end) - 1] == 0x0D { end -= 1 }
        return text(SourceRange(Int(start), Int(end)))
    }

    private func utf16Length(_ start: Int32, _ end: Int32) -> Int {
        if isASCII { return Int(end - start) }
        // The end of the text as a token stands one behind the last character.
        return max(0, unitOffset(Int(end)) - unitOffset(Int(start))) + max(0, Int(end) - bytes.count)
    }

    private func unitOffset(_ offset: Int) -> Int {
        let end = min(offset, bytes.count)
        let known = end / SourceText.stretch
        return Int(unitsBefore[known]) + SourceText.count(bytes, known * SourceText.stretch, end)
    }

    private static func units(_ bytes: [UInt8]) -> [Int32] {
        var result: [Int32] = [0]
        for start in stride(from: 0, to: bytes.count - stretch + 1, by: stretch) {
            result.append(result[result.count - 1] + Int32(count(bytes, start, start + stretch)))
        }
        return result
    }

    private static func count(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var n = 0
        for i in start..<end where bytes[i] & 0xC0 != 0x80 { n += bytes[i] >= 0xF0 ? 2 : 1 }
        return n
    }
}
