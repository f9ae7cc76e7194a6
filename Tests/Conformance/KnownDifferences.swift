// The list of what is known to differ from the recordings, each line with its reason: `KnownDifferences.md`.

import Foundation
import XCTest

enum Recorded {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static func text(_ name: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

    /// The lines of a table, at the tabs.
    static func table(_ name: String) throws -> [[String]] {
        try text("Facts/\(name).tsv").split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }.filter {
            $0.count > 1
        }
    }
}

/// One list line is `- area: NAME | reason`; a name's bars and line breaks are written as `\u{a6}` and `\n`.
struct KnownDifferences {
    private var reasons: [String: String] = [:]
    private let area: String
    private var found: [(key: String, detail: String)] = []

    /// - Parameter area: `cases/errors`, `facts/casts`: what this list is asked about.
    init(_ area: String) throws {
        self.area = area
        for line in try Recorded.text("KnownDifferences.md").split(separator: "\n") where line.hasPrefix("- \(area): ") {
            let parts = line.dropFirst("- \(area): ".count).components(separatedBy: " | ")
            reasons[parts[0]] = parts.dropFirst().joined(separator: " | ")
        }
    }

    private static func key(_ name: String) -> String { name.replacingOccurrences(of: "|", with: "\u{a6}").replacingOccurrences(of: "\n", with: "\\n") }

    mutating func add(_ name: String, expected: String, got: String) {
        found.append((Self.key(name), "\(area): \(name)\n--- expected\n\(expected)\n--- got\n\(got)"))
    }

    /// Fails for what differs and is not listed, and for what is listed and does not differ any more.
    func check(file: StaticString = #filePath, line: UInt = #line) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { return try record() }
        for (key, detail) in found where reasons[key] == nil { XCTFail(detail, file: file, line: line) }
        let differing = Set(found.map(\.key))
        for key in reasons.keys.sorted() where !differing.contains(key) {
            XCTFail("\(area): \(key) passes now; take it off KnownDifferences.md", file: file, line: line)
        }
        for (key, reason) in reasons where reason.isEmpty { XCTFail("\(area): \(key) is listed without a reason", file: file, line: line) }
    }

    /// `RECORD=1` writes the list anew: what passes goes, what is new comes without a reason, which the next run asks for.
    private func record() throws {
        let file = Recorded.folder.appendingPathComponent("KnownDifferences.md")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        lines.removeAll { $0.hasPrefix("- \(area): ") }
        if lines.last == "" { lines.removeLast() }
        lines += found.map { "- \(area): \($0.key) | \(reasons[$0.key] ?? "")" }
        try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}
