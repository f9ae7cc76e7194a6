// The order of objects that compare as equal.

import XCTest

final class SortTests: XCTestCase {
    func testStableKeepsTheOrderOfEqualIntegers() throws {
        XCTAssertEqual(try TestShell().output("'aa', 'bb', 'c' | Sort-Object { $_.Length } -Stable"), "c\naa\nbb\n")
    }

    func testTopKeepsTheOrderOfEqualIntegers() throws {
        XCTAssertEqual(try TestShell().output("'aa', 'bb', 'c' | Sort-Object { $_.Length } -Top 2"), "c\naa\n")
    }
}
