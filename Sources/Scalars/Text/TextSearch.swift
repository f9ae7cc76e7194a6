// Searching, replacing and splitting UTF-8 text by code, with the C library's memory searches. Indices are byte offsets.

import Glibc

@_silgen_name("memmem")
private func searchMemory(_ haystack: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ length: Int) -> UnsafeRawPointer?

@_silgen_name("memrchr")
private func searchMemoryBackwards(_ haystack: UnsafeRawPointer, _ byte: Int32, _ count: Int) -> UnsafeRawPointer?

/// Searches in UTF-8 text; offsets are in bytes.
public enum TextSearch {
    /// Where the needle first stands at or after `start`; -1 if nowhere. An empty one stands at `start`.
    public static func index(of needle: Utf8Bytes, in text: Utf8Bytes, from start: Int = 0) -> Int {
        if needle.isEmpty { return start }
        guard text.count - start >= needle.count, let base = text.baseAddress, let wanted = needle.baseAddress else { return -1 }
        let found: UnsafeRawPointer?
        if needle.count == 1 {
            found = UnsafeRawPointer(memchr(base + start, Int32(wanted[0]), text.count - start))
        } else {
            found = searchMemory(base + start, text.count - start, wanted, needle.count)
        }
        return found.map { $0 - UnsafeRawPointer(base) } ?? -1
    }

    /// Where the needle last stands so that it ends at or before `end`; -1 if nowhere.
    public static func lastIndex(of needle: Utf8Bytes, in text: Utf8Bytes, before end: Int? = nil) -> Int {
        let end = end ?? text.count
        if needle.isEmpty { return end }
        guard end >= needle.count, let base = text.baseAddress, let wanted = needle.baseAddress else { return -1 }
        var limit = end - needle.count + 1
        while limit > 0, let found = searchMemoryBackwards(base, Int32(wanted[0]), limit) {
            let offset = found - UnsafeRawPointer(base)
            if memcmp(base + offset, wanted, needle.count) == 0 { return offset }
            limit = offset
        }
        return -1
    }

    /// As `index(of:)` without case. Also gives the length of what was found, which may differ from the needle's.
    public static func indexIgnoringCase(of needle: Utf8Bytes, in text: Utf8Bytes, from start: Int = 0) -> (offset: Int, length: Int)? {
        if needle.isEmpty { return (start, 0) }
        if isAscii(needle) && isAscii(text) {
            guard text.count - start >= needle.count, let base = text.baseAddress, let wanted = needle.baseAddress else { return nil }
            let upper = asciiUpper(wanted[0])
            let lower = upper &- 65 < 26 ? upper | 0x20 : upper
            var i = start
            let last = text.count - needle.count
            var nextUpper = -1
            var nextLower = -1
            func next(_ byte: UInt8, from: Int) -> Int {
                guard from <= last, let found = memchr(base + from, Int32(byte), last + 1 - from) else { return Int.max }
                return UnsafeRawPointer(found) - UnsafeRawPointer(base)
            }
            while i <= last {
                if nextUpper < i { nextUpper = next(upper, from: i) }
                if lower != upper && nextLower < i { nextLower = next(lower, from: i) }
                let candidate = lower == upper ? nextUpper : min(nextUpper, nextLower)
                if candidate > last { return nil }
                if matchesAscii(base + candidate, wanted, needle.count) { return (candidate, needle.count) }
                i = candidate + 1
            }
            return nil
        }
        var i = start
        while i < text.count {
            if let length = prefixLengthIgnoringCase(of: needle, in: text, at: i) { return (i, length) }
            i += decodeScalar(text, at: i).length
        }
        return nil
    }

    @inline(__always)
    private static func matchesAscii(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var i = 0
        while i + 8 <= count {
            if upperWord(loadWord(a + i)) != upperWord(loadWord(b + i)) { return false }
            i += 8
        }
        while i < count {
            if asciiUpper(a[i]) != asciiUpper(b[i]) { return false }
            i += 1
        }
        return true
    }

    /// How many bytes of the text at an offset are the needle without case; nil if they are not.
    public static func prefixLengthIgnoringCase(of needle: Utf8Bytes, in text: Utf8Bytes, at start: Int) -> Int? {
        var i = start
        var j = 0
        while j < needle.count {
            if i >= text.count { return nil }
            let (p, q) = (text[i], needle[j])
            if p | q < 0x80 {
                if asciiUpper(p) != asciiUpper(q) { return nil }
                i += 1
                j += 1
                continue
            }
            let (x, xLength) = decodeScalar(text, at: i)
            let (y, yLength) = decodeScalar(needle, at: j)
            if x != y && SimpleCase.fold(x) != SimpleCase.fold(y) { return nil }
            i += xLength
            j += yLength
        }
        return i - start
    }

    public static func hasPrefix(_ text: Utf8Bytes, _ prefix: Utf8Bytes, ignoreCase: Bool = false) -> Bool {
        if ignoreCase { return prefixLengthIgnoringCase(of: prefix, in: text, at: 0) != nil }
        return text.count >= prefix.count && Ordinal.equal(Utf8Bytes(rebasing: text[..<prefix.count]), prefix)
    }

    public static func hasSuffix(_ text: Utf8Bytes, _ suffix: Utf8Bytes, ignoreCase: Bool = false) -> Bool {
        if !ignoreCase { return text.count >= suffix.count && Ordinal.equal(Utf8Bytes(rebasing: text[(text.count - suffix.count)...]), suffix) }
        var i = text.count
        var j = suffix.count
        while j > 0 {
            if i == 0 { return false }
            i -= 1
            j -= 1
            while i > 0 && text[i] & 0xC0 == 0x80 { i -= 1 }
            while j > 0 && suffix[j] & 0xC0 == 0x80 { j -= 1 }
            if SimpleCase.fold(decodeScalar(text, at: i).value) != SimpleCase.fold(decodeScalar(suffix, at: j).value) { return false }
        }
        return true
    }

    private static func count(of old: String, in text: String, ignoreCase: Bool) -> Int {
        withUtf8(text) { bytes in
            withUtf8(old) { needle in
                var count = 0, position = 0
                while position <= bytes.count {
                    if ignoreCase {
                        guard let match = indexIgnoringCase(of: needle, in: bytes, from: position) else { return count }
                        position = match.offset + match.length
                    } else {
                        let offset = index(of: needle, in: bytes, from: position)
                        if offset < 0 { return count }
                        position = offset + needle.count
                    }
                    count += 1
                }
                return count
            }
        }
    }

    /// - Throws: `outOfMemory` if what `replace` would give has no room.
    public static func checkReplacing(_ text: String, _ old: String, with new: String, ignoreCase: Bool = false) throws {
        let growth = new.utf8.count - old.utf8.count, length = text.utf8.count
        // With a match in every place there would be room still.
        if growth <= 0 || old.isEmpty || length + length / old.utf8.count * growth < 1 << 26 { return }
        let count = count(of: old, in: text, ignoreCase: ignoreCase)
        let (added, isTooLarge) = count.multipliedReportingOverflow(by: growth)
        if isTooLarge { throw ScalarError.outOfMemory }
        try Room.check(units: length + added)
    }

    /// Each occurrence of `old`, which must not be empty, made `new`.
    public static func replace(_ text: String, _ old: String, with new: String, ignoreCase: Bool = false) -> String {
        withUtf8(text) { bytes in
            withUtf8(old) { needle in
                if needle.isEmpty { return text }
                var output: [UInt8] = []
                var position = 0
                while position <= bytes.count {
                    let found: (offset: Int, length: Int)
                    if ignoreCase {
                        guard let match = indexIgnoringCase(of: needle, in: bytes, from: position) else { break }
                        found = match
                    } else {
                        let offset = index(of: needle, in: bytes, from: position)
                        if offset < 0 { break }
                        found = (offset, needle.count)
                    }
                    if output.isEmpty { output.reserveCapacity(bytes.count + new.utf8.count) }
                    output.append(contentsOf: bytes[position..<found.offset])
                    output.append(contentsOf: new.utf8)
                    position = found.offset + found.length
                }
                if position == 0 { return text }
                output.append(contentsOf: bytes[position...])
                return String(decoding: output, as: UTF8.self)
            }
        }
    }

    /// The parts between occurrences of a separator, which must not be empty; at most `limit` of them if it is positive.
    public static func split(_ text: String, by separator: String, ignoreCase: Bool = false, limit: Int = 0) -> [String] {
        split(text, by: separator, ignoreCase: ignoreCase, limit: limit) { $0 }
    }

    /// The same, each part made into what the caller keeps.
    @inlinable
    public static func split<Part>(_ text: String, by separator: String, ignoreCase: Bool = false, limit: Int = 0, _ made: (String) -> Part) -> [Part] {
        withUtf8(text) { bytes in
            withUtf8(separator) { needle in
                var parts: [Part] = []
                var position = 0
                while limit <= 0 || parts.count < limit - 1 {
                    let found: (offset: Int, length: Int)
                    if ignoreCase {
                        guard let match = indexIgnoringCase(of: needle, in: bytes, from: position) else { break }
                        found = match
                    } else {
                        let offset = index(of: needle, in: bytes, from: position)
                        if offset < 0 { break }
                        found = (offset, needle.count)
                    }
                    parts.append(made(String(decoding: bytes[position..<found.offset], as: UTF8.self)))
                    position = found.offset + found.length
                }
                parts.append(made(String(decoding: bytes[position...], as: UTF8.self)))
                return parts
            }
        }
    }
}

// What Swift's regular expression library would bring along; that library stays out of the program.
extension String {
    /// Every place where a text stands, from left to right, taken by another.
    public func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound]
            result += other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}

extension StringProtocol {
    /// True if a text stands somewhere in this one, byte for byte.
    public func contains(_ part: String) -> Bool { firstRange(of: part) != nil }

    /// Where a text stands first, byte for byte; an empty text stands nowhere.
    public func firstRange(of part: String) -> Range<Index>? {
        if part.isEmpty { return nil }
        let place = withUtf8(String(self)) { own in withUtf8(part) { TextSearch.index(of: $0, in: own) } }
        guard place >= 0 else { return nil }
        let start = utf8.index(startIndex, offsetBy: place)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
}
