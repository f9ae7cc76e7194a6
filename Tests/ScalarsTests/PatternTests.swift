// Wildcards and regular expressions against the reference.

import Scalars
import XCTest

@testable import Patterns

final class PatternTests: XCTestCase {
    func testWildcards() {
        check(
            "wildcards", wildcardFacts, expected: { $0[4] },
            run: { fact in
                do {
                    let found = try WildcardPattern(fact[1], ignoreCase: fact[2] == "nocase").matches(fact[0])
                    return found != (fact[3] == "not") ? "True" : "False"
                } catch {
                    return "THROWS"
                }
            })
    }

    private func show(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n") + "\""
    }

    private func slice(_ text: String, _ range: MatchedRange) -> String {
        String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
    }

    private func groups(_ expression: RegularExpression, _ text: String) throws -> String {
        guard let match = try expression.firstMatch(in: text) else { return "False null" }
        var parts: [String] = []
        for (index, range) in match.groups.enumerated() where range.isSuccess {
            let name = expression.groupNames[index]
            let key = Int(name) == nil ? "\"\(name)\"" : "int \"\(name)\""
            parts.append("\(key)=\(show(slice(text, range)))")
        }
        parts.sort { Collation.compare($0, $1, ignoreCase: true) < 0 }
        return "True hashtable{\(parts.joined(separator: ", "))}"
    }

    func testExpressions() {
        check(
            "regular expressions", regexFacts, expected: { $0[4] },
            run: { fact in
                do {
                    let (operation, text, pattern) = (fact[0], fact[1], fact[2])
                    let isCase = operation.hasPrefix("c") || operation == "matches"
                    let expression = try RegularExpression(pattern, options: isCase ? [] : .ignoreCase)
                    switch operation {
                    case "match": return try self.groups(expression, text)
                    case "cmatch": return try expression.isMatch(text) ? "True" : "False"
                    case "replace": return try expression.replace(text, with: fact[3])
                    case "matches":
                        let found = try expression.matches(in: text).map { self.show(self.slice(text, $0.groups[0])) }
                        return found.isEmpty ? "null" : found.joined(separator: "; ")
                    default: return try expression.split(text).map(self.show).joined(separator: "; ")
                    }
                } catch {
                    return "THROWS"
                }
            })
    }

    func testErrors() {
        for (pattern, message) in [
            ("(", "Invalid pattern '(' at offset 1. Not enough )'s."), ("[", "Invalid pattern '[' at offset 1. Unterminated [] set."),
            ("*", "Invalid pattern '*' at offset 1. Quantifier '*' following nothing."), ("a**", "Invalid pattern 'a**' at offset 3. Nested quantifier '*'."),
            ("\\", "Invalid pattern '\\' at offset 1. Illegal \\ at end of pattern."), ("a)", "Invalid pattern 'a)' at offset 2. Too many )'s."),
            ("[b-a]", "Invalid pattern '[b-a]' at offset 4. [b-a] range in reverse order."),
            ("\\q", "Invalid pattern '\\q' at offset 2. Unrecognized escape sequence \\q."),
            ("(?<n", "Invalid pattern '(?<n' at offset 4. Unrecognized grouping construct."),
            ("a{3,1}", "Invalid pattern 'a{3,1}' at offset 6. Illegal {x,y} with x > y."),
            ("\\k<x>", "Invalid pattern '\\k<x>' at offset 5. Reference to undefined group name 'x'."),
        ] {
            XCTAssertThrowsError(try RegularExpression(pattern)) { error in XCTAssertEqual((error as? RegexError)?.message, message) }
        }
    }

    func testDialect() throws {
        func first(_ pattern: String, _ text: String, _ options: RegexOptions = []) throws -> String? {
            try RegularExpression(pattern, options: options).firstMatch(in: text).map { slice(text, $0.groups[0]) }
        }
        XCTAssertEqual(try first("\\p{IsGreek}+", "xΑΒΓ"), "ΑΒΓ")
        XCTAssertEqual(try first("\\p{IsCyrillic}+", "abc Яда"), "Яда")
        XCTAssertEqual(try first("[a-z-[aeiou]]+", "aebcdou"), "bcd")
        XCTAssertEqual(try first("[\\w-[\\d_]]+", "12_éx3"), "éx")
        XCTAssertEqual(try first("\\w+", "déjà vu"), "déjà")
        XCTAssertEqual(try first("\\W", "déjà vu"), " ")
        XCTAssertEqual(try first("[^\\W\\d]+", "12éa"), "éa")
        XCTAssertEqual(try first("É", "été", .ignoreCase), "é")
        XCTAssertEqual(try first("^b$", "a\nb\nc", .multiline), "b")
        XCTAssertEqual(try first("a.c", "a\nc", .singleline), "a\nc")
        XCTAssertEqual(try first("c$", "abc\n"), "c")
        XCTAssertNil(try first("c\\z", "abc\n"))
        XCTAssertEqual(try first("\\u00e9+", "caféé"), "éé")
        XCTAssertEqual(try first("(?x) a  # letter\n b", "ab"), "ab")
        XCTAssertThrowsError(try first("(?(1)x|b)", "b"))
        XCTAssertEqual(try first("(a)?(?(1)b|c)", "ab"), "ab")
        XCTAssertEqual(try first("(?i:A)b", "ab"), "ab")
        XCTAssertEqual(try first("\\x41\\cA?\\101", "AA"), "AA")
        XCTAssertEqual(try first("\\uD83D\\uDE00", "x😀"), "😀")
        XCTAssertEqual(try first("{a}", "{a}"), "{a}")
        XCTAssertEqual(try first("a{,2}", "a{,2}"), "a{,2}")
        XCTAssertEqual(try first("(?<=a|bc)d", "bcd"), "d")
        XCTAssertEqual(try first("(?<=a+)d", "d aad"), "d")
        XCTAssertEqual(try RegularExpression("(?<=^\\s*)x").matches(in: "  x x").count, 1)
        XCTAssertEqual(try RegularExpression("(?<!\\d+:)\\w", options: .ignoreCase).matches(in: "12:ab").count, 3)
        XCTAssertEqual(try first("(?<=(foo|quux)=)\\w+", "quux=bar"), "bar")
        XCTAssertEqual(try first("\\w+(?<=a|b+)", "xabbz"), "xabb")
        XCTAssertEqual(try first("(\\w)(?<=é+.)(y)", "ééxy"), "xy")
        XCTAssertEqual(try first("\\d+", "a12b345", .rightToLeft), "345")
        XCTAssertEqual(try first("a$", "aba b", .rightToLeft), nil)
        XCTAssertEqual(try RegularExpression("\\d", options: .rightToLeft).replace("1-2-3", with: "#", limit: 2), "1-#-#")
        XCTAssertEqual(try RegularExpression(",", options: .rightToLeft).split("a,b,c", limit: 2), ["a,b", "c"])
        XCTAssertEqual(try first("(?<!c?)*x", "x"), "x")
        let numbering = try RegularExpression("(a)(?<n>b)(c)(?<m>d)")
        XCTAssertEqual(numbering.groupNames, ["0", "1", "2", "n", "m"])
        let match = try XCTUnwrap(numbering.firstMatch(in: "abcd"))
        XCTAssertEqual(match.groups.map { slice("abcd", $0) }, ["abcd", "a", "c", "b", "d"])
        let twice = try RegularExpression("(?<w>\\w+) (?<w>\\w+)")
        XCTAssertEqual(try twice.firstMatch(in: "one two").map { slice("one two", $0.groups[1]) }, "two")
        func captured(_ pattern: String, _ text: String, _ slot: Int) throws -> [String] {
            let expression = try RegularExpression(pattern)
            let match = try XCTUnwrap(expression.firstMatch(in: text))
            return try expression.allCaptures(ofSlot: slot, of: match, in: text).map { slice(text, $0) }
        }
        XCTAssertEqual(try captured("(?<w>\\w+) (?<w>\\w+)", "one two", 1), ["one", "two"])
        XCTAssertEqual(try captured("(?:(\\w+),?)+", "a,bc,déf", 1), ["a", "bc", "déf"])
        XCTAssertEqual(try captured("(\\w)+\\d", "abc1d", 1), ["a", "b", "c"])
        XCTAssertEqual(try captured("(a|ab)(c|bcd)(d*)", "abcd", 2), ["bcd"])
        XCTAssertEqual(try RegularExpression("(?=(aa))").matches(in: "aaa").map { $0.groups[1].start }, [0, 1])
        XCTAssertEqual(try RegularExpression("\\d").replace("1-2-3", with: "#", limit: 2), "#-#-3")
        XCTAssertEqual(try RegularExpression("b").replace("abc", with: "$`|$'|$_"), "aa|c|abcc")
        XCTAssertEqual(try RegularExpression("").split("abc"), ["", "a", "b", "c", ""])
        XCTAssertEqual(try RegularExpression("x*").replace("aéb", with: "-"), "-a-é-b-")
        XCTAssertEqual(RegularExpression.escape("a.b*c[d] #"), "a\\.b\\*c\\[d]\\ \\#")
        XCTAssertEqual(try RegularExpression.unescape("a\\.b\\n"), "a.b\n")
        let slow = try RegularExpression("(x+x+)+[yz]")
        XCTAssertThrowsError(try slow.isMatch(String(repeating: "x", count: 60)))
    }
}
