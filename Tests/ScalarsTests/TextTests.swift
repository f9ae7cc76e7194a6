// Text: collation, ordinal comparison, searching, UTF-16 access.

import XCTest

@testable import Scalars

final class TextTests: XCTestCase {
    func testCollation() {
        check(
            "collation", collationFacts, expected: { $0[3] },
            run: { fact in
                let isCase = fact[2].hasPrefix("c")
                let order = Collation.compare(fact[0], fact[1], ignoreCase: !isCase)
                let result: Bool
                switch fact[2].suffix(2) {
                case "lt": result = order < 0
                case "gt": result = order > 0
                case "le": result = order <= 0
                default: result = order >= 0
                }
                return result ? "True" : "False"
            })
    }

    func testSorting() {
        check(
            "sorted lists", sortFacts, expected: { $0[2] },
            run: { fact in
                let isCase = fact[0].contains("CaseSensitive")
                let isDescending = fact[0].contains("Descending")
                let items = fact[1].components(separatedBy: "¦").enumerated().sorted { a, b in
                    let order = Collation.compare(a.element, b.element, ignoreCase: !isCase)
                    return order == 0 ? a.offset < b.offset : (isDescending ? order > 0 : order < 0)
                }
                return items.map(\.element).joined(separator: "¦")
            })
    }

    func testSortKeysAgree() {
        let words = ["a", "A", "b", "é", "e\u{301}", "e", "ß", "ss", "co-op", "coop", "я", "Я", "й", "и", "1", "_a", "", " ", "漢", "😀", "z", "Ω", "ﬁ", "fi"]
        for a in words {
            for b in words {
                let keyed = withUtf8(a) { Collation.sortKey($0, ignoreCase: false) }
                let other = withUtf8(b) { Collation.sortKey($0, ignoreCase: false) }
                let order = keyed == other ? 0 : (keyed.lexicographicallyPrecedes(other) ? -1 : 1)
                XCTAssertEqual(order, Collation.compare(a, b, ignoreCase: false), "\(a) \(b)")
            }
        }
    }

    func testOrdinal() {
        XCTAssertTrue(Ordinal.equalIgnoringCase("STRASSE ÄÖ я", "strasse äö Я"))
        XCTAssertFalse(Ordinal.equalIgnoringCase("ß", "ss"))
        XCTAssertFalse(Ordinal.equalIgnoringCase("[", "{"))
        XCTAssertFalse(Ordinal.equalIgnoringCase("@bcdefgh", "`bcdefgh"))
        XCTAssertEqual(Ordinal.hashIgnoringCase("Straße-Äbc"), Ordinal.hashIgnoringCase("STRAßE-äBC"))
        XCTAssertEqual(Ordinal.hashIgnoringCase("abcdefghij"), Ordinal.hashIgnoringCase("ABCDEFGHIJ"))
        XCTAssertEqual(Ordinal.compareIgnoringCase("abc", "ABD"), -1)
        XCTAssertEqual(Ordinal.compare("\u{10000}", "\u{FFFD}"), -1)
        XCTAssertEqual(SimpleCase.upper("straße ÿ ﬁ"), "STRAßE Ÿ ﬁ")
        XCTAssertEqual(SimpleCase.lower("ÄÖÜ İ Я Ё"), "äöü İ я ё")
    }

    func testSearch() {
        func index(_ needle: String, _ text: String, _ ignoreCase: Bool = false) -> Int {
            withUtf8(text) { bytes in
                withUtf8(needle) { ignoreCase ? (TextSearch.indexIgnoringCase(of: $0, in: bytes)?.offset ?? -1) : TextSearch.index(of: $0, in: bytes) }
            }
        }
        XCTAssertEqual(index("lo", "Hello"), 3)
        XCTAssertEqual(index("LO", "Hello"), -1)
        XCTAssertEqual(index("LO", "Hello", true), 3)
        XCTAssertEqual(index("Ö", "größer", true), 2)
        XCTAssertEqual(index("zz", "aZaZZ", true), 3)
        XCTAssertEqual(withUtf8("abcabc") { text in withUtf8("bc") { TextSearch.lastIndex(of: $0, in: text) } }, 4)
        XCTAssertEqual(TextSearch.replace("aXbxc", "x", with: "--", ignoreCase: true), "a--b--c")
        XCTAssertEqual(TextSearch.split("a,b,,c", by: ","), ["a", "b", "", "c"])
        XCTAssertEqual(TextSearch.split("a,b,,c", by: ",", limit: 2), ["a", "b,,c"])
    }

    func testUtf16() {
        let text = "aé😀b"
        XCTAssertEqual(text.utf16Length, 5)
        XCTAssertEqual(text.utf16Unit(at: 2), 0xD83D)
        XCTAssertEqual(text.utf16Unit(at: 3), 0xDE00)
        XCTAssertNil(text.utf16Unit(at: 5))
        XCTAssertEqual(text.utf16Substring(1, 3), "é😀")
        XCTAssertEqual(text.utf16Substring(4, 1), "b")
        XCTAssertNil(text.utf16Substring(4, 2))
        XCTAssertEqual("hello".utf16Substring(1, 3), "ell")
    }
}

final class CharacterTests: XCTestCase {
    func testCharacters() {
        XCTAssertTrue(CharacterClass.isLetter(0xE9))
        XCTAssertTrue(CharacterClass.isSymbol(43))
        XCTAssertTrue(CharacterClass.isControl(7))
        XCTAssertTrue(CharacterClass.isSeparator(32))
        XCTAssertEqual(CharacterClass.numericValue(55), 7)
        XCTAssertEqual(TextTrimming.trim("\u{A0} a b\t\n"), "a b")
        XCTAssertEqual(TextTrimming.trim("xxlobbyxx", characters: [120]), "lobby")
        XCTAssertEqual(SimpleCase.title("hello wORLD it's NATO d'or"), "Hello World It's NATO D'or")
        XCTAssertEqual(Normalization.decomposed("Ünïcode").utf16Length, 9)
        XCTAssertFalse(Normalization.isComposed("e\u{301}"))
        XCTAssertEqual(Normalization.composed("e\u{301}").utf8.count, 2)
    }

    func testChangedCulture() throws {
        let crowns = NumberCulture(copying: .invariant, currencySymbol: "kr", currencyPositivePattern: 3)
        XCTAssertEqual(try Int64(5).formatted("C", culture: crowns), "5.00 kr")
    }
}
