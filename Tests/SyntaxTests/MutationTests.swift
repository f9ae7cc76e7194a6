// Scripts with bytes and tokens deleted, doubled, moved and mixed: reading must return, and every range must make sense.

import Diagnostics
import Syntax
import XCTest

/// A small generator of its own, so that a failure comes back with its seed.
private struct SeededGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return bound > 0 ? Int(state % UInt64(bound)) : 0
    }
}

final class MutationTests: XCTestCase {
    private static let pieces: [String] = [
        "(", ")", "{", "}", "[", "]", "\"", "'", "$(", "@(", "@{", "`", "|", ";", ",", "=", "$", "@", "#", "<#", "#>", "@\"\n", "\n\"@", "@'\n",
        "\n'@", "&&", "||", "&", "..", "::", "?.", "?[", "??", "-f", "-split", "param(", "class A {", "enum E {", "function ", "if (", "else ",
        "try {", "catch ", "finally {", "switch (", "foreach ($x in ", "for (;;", "do {", "while (", "data {", "using ", "trap ", "begin {",
        "[int]", "[Parameter()]", "${", "2>&1", ">", "--%", "`u{1F600}", "\u{201C}", "\u{2019}", "\u{2013}", "é", "\u{0}", "\r\n", ":label ", "--", "++", "1kb",
        "0x",
    ]

    func testMutatedScripts() throws {
        let scripts = try TestData.scripts()
        XCTAssertFalse(scripts.isEmpty)
        for seed in 1...600 {
            var random = SeededGenerator(UInt64(seed))
            let source = scripts[random.next(scripts.count)].bytes
            let start = random.next(source.count)
            var bytes = Array(source[start..<min(source.count, start + 60 + random.next(500))])
            for _ in 0...random.next(6) { mutate(&bytes, scripts, &random) }
            check(bytes, seed)
        }
    }

    func testEveryPrefix() throws {
        for (_, bytes) in try TestData.scripts().prefix(4) {
            for end in stride(from: 1, to: min(bytes.count, 900), by: 3) { check(Array(bytes[0..<end]), end) }
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ scripts: [(name: String, bytes: [UInt8])], _ random: inout SeededGenerator) {
        guard bytes.count > 4 else { return }
        let place = random.next(bytes.count)
        switch random.next(7) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(6)))
        case 1:
            let end = min(bytes.count, place + 1 + random.next(20))
            bytes.insert(contentsOf: bytes[place..<end], at: random.next(bytes.count))
        case 2: bytes.insert(contentsOf: MutationTests.pieces[random.next(MutationTests.pieces.count)].utf8, at: place)
        case 3: bytes[place] = UInt8(random.next(256))
        case 4:
            let other = scripts[random.next(scripts.count)].bytes
            let start = random.next(other.count)
            bytes.insert(contentsOf: other[start..<min(other.count, start + random.next(80))], at: place)
        case 5:
            let tokens = parse(SourceText(bytes: bytes)).tokens.filter { Int($0.range.end) <= bytes.count && !$0.range.isEmpty }
            guard !tokens.isEmpty else { return }
            let token = tokens[random.next(tokens.count)]
            bytes.removeSubrange(Int(token.range.start)..<Int(token.range.end))
        default:
            let tokens = parse(SourceText(bytes: bytes)).tokens.filter { Int($0.range.end) <= bytes.count && !$0.range.isEmpty }
            guard !tokens.isEmpty else { return }
            let first = tokens[random.next(tokens.count)], second = tokens[random.next(tokens.count)]
            bytes.insert(contentsOf: Array(bytes[Int(first.range.start)..<Int(first.range.end)]), at: Int(second.range.start))
        }
    }

    private func check(_ bytes: [UInt8], _ seed: Int) {
        let source = SourceText(bytes: bytes)
        let script = parse(source)
        let faults = TreeRanges(script, length: bytes.count).faults
        XCTAssertTrue(faults.isEmpty, "seed \(seed): \(faults.joined(separator: "\n"))\n\(source.text.debugDescription)")
        var end: Int32 = 0
        for token in script.tokens {
            XCTAssertGreaterThanOrEqual(
                token.range.start, end,
                "seed \(seed): tokens overlap at \(token.range.start) \(script.tokens.map { "\($0.kind) \($0.range.start)-\($0.range.end)" }) in \(source.text.debugDescription)"
            )
            end = token.kind == .endOfInput ? token.range.start : token.range.end
        }
        for diagnostic in script.diagnostics {
            XCTAssertTrue(diagnostic.range.start >= 0 && diagnostic.range.end <= Int32(bytes.count) + 1, "seed \(seed): \(diagnostic)")
        }
    }
}
