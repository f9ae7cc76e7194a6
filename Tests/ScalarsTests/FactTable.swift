// Reads tables of facts and counts how many of them hold.

import XCTest

/// One fact: its fields, unescaped.
struct Fact {
    let fields: [String]
    subscript(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
}

func facts(_ table: String) -> [Fact] {
    table.split(separator: "\n", omittingEmptySubsequences: true).map { line in
        Fact(fields: line.split(separator: "\t", omittingEmptySubsequences: false).map { unescape(String($0)) })
    }
}

private func unescape(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text.unicodeScalars {
        if isEscape {
            switch character {
            case "n": result.unicodeScalars.append("\n")
            case "t": result.unicodeScalars.append("\t")
            case "r": result.unicodeScalars.append("\r")
            default: result.unicodeScalars.append(character)
            }
            isEscape = false
        } else if character == "\\" {
            isEscape = true
        } else {
            result.unicodeScalars.append(character)
        }
    }
    return result
}

extension XCTestCase {
    /// Runs every fact; `run` gives what is found, `expected` what should be. All but 2 % must agree.
    func check(_ name: String, _ table: String, expected: (Fact) -> String, run: (Fact) -> String) {
        var right = 0
        var wrong: [String] = []
        let all = facts(table)
        for fact in all {
            let found = run(fact)
            if found.utf8.elementsEqual(expected(fact).utf8) {
                right += 1
            } else {
                wrong.append("\(fact.fields) gave \(found)")
            }
        }
        print("\(name): \(right) of \(all.count)")
        for line in wrong.prefix(30) { print("   ", line) }
        XCTAssertGreaterThanOrEqual(Double(right), Double(all.count) * 0.98, name)
    }
}
