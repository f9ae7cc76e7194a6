// Deep nesting ends in a diagnostic, long flat text is read whole, ordinary depth works.

import Diagnostics
import Syntax
import XCTest

final class BoundsTests: XCTestCase {
    func testDeepNestingIsReported() {
        for opening in [
            "(", "{", "@(", "$(", "@{a=", "if(1){", "!", "$a=", "[int]", "[a(", "[a[", "$a[", "$a.b(", ",", "class A{[int]f(){", "switch(1){1{", "try{", "&{",
            "{[a({",
        ] {
            let script = parse(SourceText(String(repeating: opening, count: 100_000)))
            XCTAssertTrue(script.diagnostics.contains { $0.id == "ScriptTooComplicated" }, opening)
        }
        XCTAssertFalse(parse(SourceText(String(repeating: "\"$(", count: 20_000))).diagnostics.isEmpty)
    }

    func testOrdinaryNestingIsRead() {
        for (opening, closing) in [("(", ")"), ("{", "}"), ("$(", ")"), ("@{a=", "}"), ("if(1){", "}"), ("\"$(", ")\""), ("function f{", "}")] {
            let text = String(repeating: opening, count: 200) + "1" + String(repeating: closing, count: 200)
            XCTAssertEqual(TestData.summary(of: text), "ok", opening)
        }
    }

    func testLongFlatText() {
        XCTAssertEqual(TestData.summary(of: "1" + String(repeating: " + 1", count: 50_000)), "ok")
        XCTAssertEqual(TestData.summary(of: "1" + String(repeating: ", 1", count: 50_000)), "ok")
        XCTAssertEqual(TestData.summary(of: "$a" + String(repeating: " -and $a", count: 50_000)), "ok")
    }
}
