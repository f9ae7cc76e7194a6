// A .NET regular expression: translated, compiled when first needed, matched against UTF-8 text.

import CPCRE2

/// Where a group matched, in bytes of UTF-8. `start` is -1 if it did not take part.
public struct MatchedRange: Sendable, Equatable {
    public let start: Int
    public let end: Int
    @inlinable public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
    @inlinable public var isSuccess: Bool { start >= 0 }
    @inlinable public var count: Int { end - start }

    /// The same place in UTF-16 units, as .NET counts: index and length; 0 and 0 for a group that took no part.
    public func utf16(in text: UnsafeBufferPointer<UInt8>) -> (index: Int, length: Int) {
        if start < 0 { return (0, 0) }
        func units(_ from: Int, _ to: Int) -> Int {
            var count = 0
            for byte in text[from..<to] where byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
            return count
        }
        return (units(0, start), units(start, end))
    }

    /// The same place in UTF-16 units of a string.
    public func utf16(in text: String) -> (index: Int, length: Int) { withUtf8Bytes(text) { utf16(in: $0) } }
}

/// One match: where its groups stand, in the order of `RegularExpression.groupNumbers`. The first is the whole.
public struct RegexMatch: Sendable {
    public let groups: [MatchedRange]
    @inlinable public var start: Int { groups[0].start }
    @inlinable public var end: Int { groups[0].end }
    @inlinable public init(groups: [MatchedRange]) { self.groups = groups }
}

/// A .NET regular expression. Belongs to one thread at a time.
public final class RegularExpression {
    public let pattern: String
    public let options: RegexOptions
    /// All group numbers, ascending; 0 is the whole match.
    public let groupNumbers: [Int]
    /// The name of each group in the order of `groupNumbers`; a group without one is named by its number.
    public let groupNames: [String]
    /// What the user of the expression keeps with it; always of one type.
    public var companion: AnyObject?

    private let reader: PatternReader
    private let captures: CaptureNumbering
    /// Which PCRE2 groups make each .NET group, by index in `groupNumbers`.
    private var slots: [[Int]]
    /// Whether slot i is just PCRE2 group i.
    private var isDirect: Bool
    /// Whether a lookbehind of variable length was found.
    private var callsOut = false
    private let asciiPattern: [UInt8]?
    private var asciiProgram: CompiledPattern?
    private var unicodeProgram: CompiledPattern?
    private var recording: (program: CompiledPattern, groups: [Int], lookbehinds: Lookbehinds)?
    /// The program of the last successful match.
    private var current: CompiledPattern?

    /// Throws `invalid` or `unsupported`.
    public init(_ pattern: String, options: RegexOptions = []) throws(RegexError) {
        self.pattern = pattern
        self.options = options
        reader = PatternReader(pattern)
        captures = try CaptureNumbering(reader, options: options)
        groupNumbers = captures.numbers
        var names: [String] = []
        for number in captures.numbers {
            names.append(captures.names.first { $0.number == number }?.name ?? String(number))
        }
        groupNames = names
        var translator = PatternTranslator(reader, options: options, captures: captures, unicode: false)
        let translated = try translator.translate()
        slots = []
        isDirect = true
        asciiPattern = translated.needsUnicode ? nil : translated.text
        assignSlots(translated)
        // Compiling now finds what this engine cannot do.
        if asciiPattern != nil {
            asciiProgram = try compile(unicode: false)
        } else {
            unicodeProgram = try compile(unicode: true)
        }
    }

    /// PCRE2's flags for the options.
    private func flags(unicode: Bool) -> UInt32 {
        var flags = UInt32(PCRE2_ALT_CIRCUMFLEX) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        if unicode {
            flags |= UInt32(PCRE2_UTF) | UInt32(PCRE2_NO_UTF_CHECK)
            if !options.contains(.ecmaScript) { flags |= UInt32(PCRE2_UCP) }
        }
        if options.contains(.ignoreCase) { flags |= UInt32(PCRE2_CASELESS) }
        if options.contains(.multiline) { flags |= UInt32(PCRE2_MULTILINE) }
        if options.contains(.singleline) { flags |= UInt32(PCRE2_DOTALL) }
        return flags
    }

    /// A program that reports captures, .NET's numbers of its groups, and where it reports to. Made when first asked for.
    func recordingProgram() throws(RegexError) -> (program: CompiledPattern, groups: [Int], lookbehinds: Lookbehinds) {
        if let recording { return recording }
        var translator = PatternTranslator(
            reader, options: options, captures: captures, unicode: true, callsOut: callsOut, recordsCaptures: true)
        let translated = try translator.translate()
        let flags = flags(unicode: true) | UInt32(PCRE2_NO_AUTO_POSSESS)
        do throws(CompiledPattern.Failure) {
            let lookbehinds = try Lookbehinds(translated.lookbehinds, flags: flags)
            let program = try CompiledPattern(translated.text, flags: flags, lookbehinds: lookbehinds)
            recording = (program, translated.groups, lookbehinds)
            return (program, translated.groups, lookbehinds)
        } catch {
            throw .unsupported(pattern: pattern, construct: "captures that cannot be listed")
        }
    }

    private func compile(unicode: Bool) throws(RegexError) -> CompiledPattern {
        var flags = flags(unicode: unicode)
        do {
            if !callsOut && !isRightToLeft {
                let text = !unicode ? asciiPattern : nil
                return try CompiledPattern(try text ?? translated(unicode: unicode).text, flags: flags)
            }
            let pattern = try translated(unicode: unicode)
            assignSlots(pattern)
            // A callout may refuse what comes before it, so nothing may be taken for settled.
            flags |= UInt32(PCRE2_NO_AUTO_POSSESS)
            let lookbehinds = try Lookbehinds(pattern.lookbehinds, flags: flags)
            return try CompiledPattern(pattern.text, flags: flags, lookbehinds: lookbehinds)
        } catch let error as RegexError {
            throw error
        } catch CompiledPattern.Failure.compile(let code, let message) {
            if code == 125 && !callsOut {
                callsOut = true
                return try compile(unicode: unicode)
            }
            throw .unsupported(pattern: pattern, construct: code == 125 ? "a lookbehind of variable length" : "something the engine refuses (\(message))")
        } catch {
            throw .tooComplex(pattern: pattern)
        }
    }

    private func translated(unicode: Bool) throws(RegexError) -> TranslatedPattern {
        var translator = PatternTranslator(reader, options: options, captures: captures, unicode: unicode, callsOut: callsOut)
        return try translator.translate()
    }

    private func assignSlots(_ translated: TranslatedPattern) {
        slots = groupNumbers.map { number in translated.groups.indices.filter { translated.groups[$0] == number } }
        slots[0] = [0]
        isDirect = slots.indices.allSatisfy { slots[$0] == [$0] }
    }

    /// Looks for a match at or after a byte offset of the text; `range(ofSlot:)` then tells where. The fastest way.
    /// From right to left the offset is where the match ends at the latest, and nil the end of the text.
    public func find(in text: UnsafeBufferPointer<UInt8>, from offset: Int? = nil, isAscii: Bool? = nil) throws(RegexError) -> Bool {
        let start = offset ?? (isRightToLeft ? text.count : 0)
        if start > text.count { return false }
        let program: CompiledPattern
        if let asciiProgram, isAscii ?? allAscii(text) {
            program = asciiProgram
        } else if let unicodeProgram {
            program = unicodeProgram
        } else {
            program = try compile(unicode: true)
            unicodeProgram = program
        }
        current = program
        var nothing: UInt8 = 0
        do {
            if let base = text.baseAddress {
                if isRightToLeft { return try findBackwards(program, base, text.count, start) }
                return try program.match(base, text.count, from: start)
            }
            return try program.match(&nothing, 0, from: 0)
        } catch {
            throw .tooComplex(pattern: pattern)
        }
    }

    /// Tries each end from the right; what starts farthest left is what .NET finds going left.
    private func findBackwards(
        _ program: CompiledPattern, _ text: UnsafePointer<UInt8>, _ count: Int, _ last: Int
    ) throws(CompiledPattern.Failure) -> Bool {
        var end = last
        while end >= 0 {
            program.lookbehinds?.requiredEnd = end
            if try program.match(text, count, from: 0) { return true }
            end -= 1
            while end > 0 && text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return false
    }

    var isRightToLeft: Bool { options.contains(.rightToLeft) }

    /// Where a group of the last successful `find` stands, by index in `groupNumbers`.
    public func range(ofSlot slot: Int) -> MatchedRange {
        guard let offsets = current?.offsets else { return MatchedRange(start: -1, end: -1) }
        if isDirect { return MatchedRange(start: offsets[2 * slot], end: offsets[2 * slot + 1]) }
        var found = MatchedRange(start: -1, end: -1)
        for group in slots[slot] where offsets[2 * group] >= 0 {
            let range = MatchedRange(start: offsets[2 * group], end: offsets[2 * group + 1])
            if range.start >= found.start { found = range }
        }
        return found
    }

    /// All groups of the last successful `find`.
    public func currentMatch() -> RegexMatch {
        RegexMatch(groups: (0..<groupNumbers.count).map { range(ofSlot: $0) })
    }

    /// The index in `groupNumbers` of a group number, nil if there is none.
    public func slot(ofNumber number: Int) -> Int? {
        number < groupNumbers.count && number >= 0 && groupNumbers[number] == number ? number : groupNumbers.firstIndex(of: number)
    }

    /// The index in `groupNumbers` of a group name, which may be a number; nil if there is none.
    public func slot(named name: String) -> Int? {
        for index in groupNames.indices where groupNames[index].utf8.elementsEqual(name.utf8) { return index }
        return nil
    }
}
