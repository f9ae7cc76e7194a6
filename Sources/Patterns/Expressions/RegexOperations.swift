// What is done with a regular expression: test, find all, replace, split; as .NET does each.

import Scalars

extension RegularExpression {
    /// - Throws: `tooLarge` if the process cannot have so many bytes more.
    @inline(__always) private func needRoom(_ bytes: Int, _ isFull: Bool) throws(RegexError) {
        if isFull, bytes > 1 << 26 { do { try Room.check(bytes: bytes * 2) } catch { throw .tooLarge } }
    }
    @inline(__always) private func needRoom<T>(_ found: [T]) throws(RegexError) { try needRoom(found.count * 128, found.count == found.capacity) }

    /// Whether the text has a match.
    public func isMatch(_ text: String) throws(RegexError) -> Bool {
        try search(text) { bytes throws(RegexError) in try find(in: bytes) }
    }

    /// The first match at or after a byte offset.
    public func firstMatch(in text: String, from start: Int? = nil) throws(RegexError) -> RegexMatch? {
        try search(text) { bytes throws(RegexError) in try find(in: bytes, from: start) ? currentMatch() : nil }
    }

    /// All matches, at most `limit` if it is positive.
    public func matches(in text: String, from start: Int? = nil, limit: Int = 0) throws(RegexError) -> [RegexMatch] {
        try search(text) { bytes throws(RegexError) in
            var found: [RegexMatch] = []
            try forEachMatch(in: bytes, from: start) { () throws(RegexError) in
                try needRoom(found)
                found.append(currentMatch())
                return limit <= 0 || found.count < limit
            }
            return found
        }
    }

    /// Calls `body` after each match, whose groups `range(ofSlot:)` tells; stops when it says false.
    /// After an empty match the search goes on one character further.
    public func forEachMatch(
        in text: UnsafeBufferPointer<UInt8>, from start: Int? = nil, _ body: () throws(RegexError) -> Bool
    ) throws(RegexError) {
        let isAscii = allAscii(text)
        var position = start ?? (isRightToLeft ? text.count : 0)
        while isRightToLeft, position >= 0, try find(in: text, from: position, isAscii: isAscii) {
            let whole = range(ofSlot: 0)
            position = whole.start
            if !(try body()) { return }
            if whole.start == whole.end {
                position -= 1
                while position > 0 && text[position] & 0xC0 == 0x80 { position -= 1 }
            }
        }
        if isRightToLeft { return }
        while position <= text.count, try find(in: text, from: position, isAscii: isAscii) {
            let whole = range(ofSlot: 0)
            position = whole.end
            if !(try body()) { return }
            if whole.start == whole.end {
                position += 1
                while position < text.count && text[position] & 0xC0 == 0x80 { position += 1 }
            }
        }
    }

    /// The text with matches made what a .NET replacement pattern says, the first `limit` of them if it is positive.
    public func replace(_ text: String, with replacement: String, limit: Int = 0, from start: Int? = nil) throws(RegexError) -> String {
        try replace(text, with: ReplacementPattern(replacement, for: self), limit: limit, from: start)
    }

    /// The same with a replacement that has been read already.
    public func replace(_ text: String, with replacement: ReplacementPattern, limit: Int = 0, from start: Int? = nil) throws(RegexError) -> String {
        if isRightToLeft {
            let found = try matches(in: text, from: start, limit: limit)
            return spliced(text, found.reversed(), found.reversed().map { replacement.result(for: $0, in: text) })
        }
        return try search(text) { bytes throws(RegexError) in
            var output: [UInt8] = []
            var last = 0
            var count = 0
            try forEachMatch(in: bytes, from: start) { () throws(RegexError) in
                let whole = range(ofSlot: 0)
                if count == 0 { output.reserveCapacity(bytes.count + 16) }
                output.append(contentsOf: bytes[last..<whole.start])
                replacement.append(to: &output, self, bytes)
                if output.count > 1 << 26 { do { try Room.check(units: output.count) } catch { throw .tooLarge } }
                last = whole.end
                count += 1
                return limit <= 0 || count < limit
            }
            if count == 0 { return text }
            output.append(contentsOf: bytes[last...])
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// The text with matches made what `evaluate` gives for each.
    public func replace<E: Error>(
        _ text: String, limit: Int = 0, from start: Int? = nil, evaluate: (RegexMatch) throws(E) -> String
    ) throws -> String {
        let found = try matches(in: text, from: start, limit: limit)
        var pieces: [String] = []
        for match in found { pieces.append(try evaluate(match)) }
        return isRightToLeft ? spliced(text, found.reversed(), pieces.reversed()) : spliced(text, found, pieces)
    }

    /// The text with each match, in the order of the text, made its piece.
    private func spliced(_ text: String, _ found: [RegexMatch], _ pieces: [String]) -> String {
        if found.isEmpty { return text }
        return withUtf8Bytes(text) { bytes in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + 16)
            var last = 0
            for (match, piece) in zip(found, pieces) {
                output.append(contentsOf: bytes[last..<match.start])
                output.append(contentsOf: piece.utf8)
                last = match.end
            }
            output.append(contentsOf: bytes[last...])
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// The parts between matches, each followed by the groups that captured; at most `limit` parts if it is positive.
    public func split(_ text: String, limit: Int = 0, from start: Int? = nil) throws(RegexError) -> [String] {
        if limit == 1 { return [text] }
        if isRightToLeft { return splitBackwards(text, try matches(in: text, from: start, limit: max(0, limit - 1))) }
        return try search(text) { bytes throws(RegexError) in
            var parts: [String] = []
            var last = 0
            var count = 1
            try forEachMatch(in: bytes, from: start) { () throws(RegexError) in
                let whole = range(ofSlot: 0)
                try needRoom(parts)
                parts.append(String(decoding: bytes[last..<whole.start], as: UTF8.self))
                for slot in groupNumbers.indices.dropFirst() {
                    let range = range(ofSlot: slot)
                    if range.isSuccess { parts.append(String(decoding: bytes[range.start..<range.end], as: UTF8.self)) }
                }
                last = whole.end
                count += 1
                return limit <= 0 || count < limit
            }
            if count == 1 { return [text] }
            parts.append(String(decoding: bytes[last...], as: UTF8.self))
            return parts
        }
    }

    /// The parts between matches found from the right.
    private func splitBackwards(_ text: String, _ found: [RegexMatch]) -> [String] {
        withUtf8Bytes(text) { bytes in
            var parts: [String] = []
            var last = 0
            func add(_ from: Int, _ to: Int) { parts.append(String(decoding: bytes[from..<to], as: UTF8.self)) }
            for match in found.reversed() {
                add(last, match.start)
                for group in match.groups.dropFirst() where group.isSuccess { add(group.start, group.end) }
                last = match.end
            }
            add(last, bytes.count)
            return parts
        }
    }

    /// Runs a search over the bytes of a text, keeping the type of what it throws.
    private func search<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws(RegexError) -> Result) throws(RegexError) -> Result {
        let outcome: Swift.Result<Result, RegexError> = withUtf8Bytes(text) { bytes in
            do throws(RegexError) {
                return .success(try body(bytes))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
