// Where the test data stands and how a diagnostic is written down in it.

import Diagnostics
import Foundation
import Syntax

enum TestData {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Data")

    static func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    static func scripts() throws -> [(name: String, bytes: [UInt8])] {
        let folder = folder.appendingPathComponent("scripts")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
    }

    /// As the recorded facts write it: `ok`, or `Id@start-end` with `*` where more input would complete the text.
    static func summary(of text: String) -> String {
        let source = SourceText(text)
        let script = parse(source)
        if script.diagnostics.isEmpty { return "ok" }
        return script.diagnostics.map { diagnostic in
            let start = source.position(at: diagnostic.range.start).offset, end = source.position(at: diagnostic.range.end).offset
            return "\(diagnostic.id)\(diagnostic.isIncompleteInput ? "*" : "")@\(start)-\(end)"
        }.joined(separator: " ")
    }
}
