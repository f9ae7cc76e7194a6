// Column widths and cells of the screen.

import Testing

@testable import Formatting

@Suite struct WidthTests {
    @Test(arguments: [
        ([0, 0], 80, [40, 39]), ([30, 0], 79, [30, 48]), ([10, 10], 80, [10, 10]), ([50, 50, 50], 80, [50, 29, -1]), ([30, 30], 30, [30, -1]),
        ([0, 0, 0, 0, 0, 0], 79, [13, 13, 12, 12, 12, 12]),
    ])
    func widthsAreShared(_ widths: [Int], _ room: Int, _ expected: [Int]) { #expect(ColumnWidths.fit(widths, into: room) == expected) }

    @Test(arguments: [("abc", 3), ("会議室", 6), ("e\u{301}tage", 6), ("😀", 2), ("\u{1B}[32mgreen\u{1B}[0m", 5), ("a\nb", 3), ("", 0)])
    func cells(_ text: String, _ expected: Int) { #expect(DisplayCells.length(text) == expected) }

    @Test func wrapsAnywhere() {
        #expect(TextLines.wrap("abcdefg", width: 3) == ["abc", "def", "g"])
        #expect(TextLines.wrap("one\r\ntwo", width: 9) == ["one", "two"])
        #expect(TextLines.wrap("会議", width: 3) == ["会", "議"])
    }
}
