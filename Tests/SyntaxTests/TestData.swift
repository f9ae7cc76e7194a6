// Where the test data stands and how a diagnostic is written down in it.

import Diagnostics
import Foundation
import Syntax

enum TestData {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Data")

    private static let recorded = folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Conformance")

    static func lines(_ name: String) throws -> [String] { try lines(of: folder.appendingPathComponent(name)) }

    /// The recorded facts of the parser, which the conformance tests keep.
    static func recordedFacts() throws -> [String] { try lines(of: recorded.appendingPathComponent("Facts/parse.tsv")) }

    private static func lines(of file: URL) throws -> [String] { try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init) }

    /// The scripts of the recorded cases.
    static func scripts() throws -> [(name: String, bytes: [UInt8])] {
        let folder = recorded.appendingPathComponent("Cases")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".ps1") }.sorted()
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
