// Lookbehinds of variable length: PCRE2 calls out where one stands, and a pattern of its own looks back from there.

import CPCRE2

/// The lookbehinds of one expression, by their number in it. Belongs to one thread at a time.
final class Lookbehinds {
    private var patterns: [(program: CompiledPattern, isNegated: Bool)] = []

    /// Nested ones come before those they stand in, so each is compiled with those before it.
    init(_ sources: [(text: [UInt8], isNegated: Bool)], flags: UInt32) throws(CompiledPattern.Failure) {
        for source in sources {
            let inner = patterns.isEmpty ? nil : Lookbehinds(patterns)
            patterns.append((try CompiledPattern(source.text, flags: flags, lookbehinds: inner), source.isNegated))
        }
    }

    private init(_ patterns: [(program: CompiledPattern, isNegated: Bool)]) { self.patterns = patterns }

    /// The callout at the end of a pattern that is matched from right to left.
    static let endCallout = 254

    /// Where such a match must end.
    var requiredEnd = 0

    /// Told of every capture, if there is one.
    var recorder: CaptureRecorder?

    /// Makes matches with this context ask here. The context must not outlive this object.
    func attach(to context: OpaquePointer) {
        pcre2_set_callout_8(
            context,
            { block, data in
                guard let block, let data, let subject = block.pointee.subject else { return 0 }
                let lookbehinds = Unmanaged<Lookbehinds>.fromOpaque(data).takeUnretainedValue()
                if Int(block.pointee.callout_number) == CaptureRecorder.calloutNumber {
                    lookbehinds.recorder?.record(block.pointee)
                    return 0
                }
                return lookbehinds.holds(Int(block.pointee.callout_number), subject, block.pointee.current_position)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// 0 to go on, 1 to go back, or an error that ends the match.
    private func holds(_ number: Int, _ subject: UnsafePointer<UInt8>, _ position: Int) -> Int32 {
        if number == Lookbehinds.endCallout { return position == requiredEnd ? 0 : 1 }
        guard patterns.indices.contains(number - 1) else { return 0 }
        let (program, isNegated) = patterns[number - 1]
        do throws(CompiledPattern.Failure) {
            return try program.match(subject, position, from: 0) != isNegated ? 0 : 1
        } catch {
            return PCRE2_ERROR_MATCHLIMIT
        }
    }
}
