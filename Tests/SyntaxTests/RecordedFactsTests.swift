// The recorded parse facts, but for the differences listed with their reasons.

import Diagnostics
import Syntax
import XCTest

final class RecordedFactsTests: XCTestCase {
    func testRecordedFacts() throws {
        let known = Set(try TestData.lines("known-differences.txt").filter { !$0.hasPrefix("#") })
        var passed = 0, all = 0
        for line in try TestData.recordedFacts() {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { continue }
            all += 1
            let got = TestData.summary(of: parts[0])
            if got == parts[1] {
                passed += 1
                XCTAssertFalse(known.contains(parts[0]), "agrees now, so it must leave the list: \(parts[0])")
            } else if !known.contains(parts[0]) {
                XCTFail("\(parts[0])\n    recorded \(parts[1])\n    read as  \(got)")
            }
        }
        print("parse facts: \(passed) of \(all)")
    }

    /// What the recorded lines do not reach: checks after reading, mostly of classes and data sections.
    func testFurtherDiagnostics() throws {
        for line in try TestData.lines("diagnostics.tsv") {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 2 else { continue }
            XCTAssertEqual(TestData.summary(of: parts[0]), parts[1], parts[0])
        }
    }

    func testScriptsParseCleanly() throws {
        for (name, bytes) in try TestData.scripts() {
            let script = parse(SourceText(bytes: bytes, path: name))
            XCTAssertTrue(script.diagnostics.isEmpty, "\(name): \(script.diagnostics.map(\.message))")
        }
    }
}
