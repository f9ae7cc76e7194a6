// All captures of groups that repeat (`Group.Captures`): a second match of the same place reports each as it happens.

import CPCRE2

/// Listens to one match and keeps what each PCRE2 group captured on the way that succeeded.
final class CaptureRecorder {
    /// The callout that reports a capture; lower numbers are lookbehinds.
    static let calloutNumber = 255

    private(set) var trails: [[MatchedRange]]

    init(groupCount: Int) { trails = Array(repeating: [], count: groupCount) }

    /// Captures of one group follow each other in the text; one that begins before another's end means that the other was given up.
    func record(_ block: pcre2_callout_block_8) {
        let group = Int(block.capture_last)
        guard trails.indices.contains(group), let offsets = block.offset_vector else { return }
        let range = MatchedRange(start: Int(offsets[2 * group]), end: Int(offsets[2 * group + 1]))
        while let last = trails[group].last, last.end > range.start || (last.start == range.start && last.end == range.end) {
            trails[group].removeLast()
        }
        trails[group].append(range)
    }

    /// What was captured by a group up to the capture the match ended with.
    func captures(_ group: Int, endingWith final: MatchedRange) -> [MatchedRange] {
        var trail = trails[group]
        while let last = trail.last, last != final { trail.removeLast() }
        return trail.isEmpty ? [final] : trail
    }
}

extension RegularExpression {
    /// Every capture of a group in a match found earlier in the same text, in order; empty if it took no part.
    public func allCaptures(ofSlot slot: Int, of match: RegexMatch, in text: UnsafeBufferPointer<UInt8>) throws(RegexError) -> [MatchedRange] {
        guard slot < match.groups.count, match.groups[slot].isSuccess else { return [] }
        if slot == 0 { return [match.groups[0]] }
        let (program, pcreGroups, lookbehinds) = try recordingProgram()
        let recorder = CaptureRecorder(groupCount: pcreGroups.count)
        lookbehinds.recorder = recorder
        lookbehinds.requiredEnd = match.end
        defer { lookbehinds.recorder = nil }
        var found: [MatchedRange] = []
        do throws(CompiledPattern.Failure) {
            guard let base = text.baseAddress, try program.match(base, text.count, from: match.start) else { return [match.groups[slot]] }
        } catch {
            throw .tooComplex(pattern: pattern)
        }
        for (index, number) in pcreGroups.enumerated() where index > 0 && number == groupNumbers[slot] {
            let final = MatchedRange(start: program.offsets[2 * index], end: program.offsets[2 * index + 1])
            if final.isSuccess { found += recorder.captures(index, endingWith: final) }
        }
        return found.isEmpty ? [match.groups[slot]] : found.sorted { $0.start < $1.start }
    }

    /// The same for a string.
    public func allCaptures(ofSlot slot: Int, of match: RegexMatch, in text: String) throws(RegexError) -> [MatchedRange] {
        let outcome: Result<[MatchedRange], RegexError> = withUtf8Bytes(text) { bytes in
            do throws(RegexError) {
                return .success(try allCaptures(ofSlot: slot, of: match, in: bytes))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
