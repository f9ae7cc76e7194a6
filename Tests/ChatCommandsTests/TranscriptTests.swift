// Runs the transcripts: what is typed after `PS>` in one session, compared with what appears.

import Foundation
import XCTest

final class TranscriptTests: XCTestCase {
    func testTranscripts() throws {
        let files = try FileManager.default.contentsOfDirectory(at: testData("Transcripts"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
        XCTAssertFalse(files.isEmpty)
        for file in files { try check(file) }
    }

    /// A transcript that begins with `# contoso` starts from the deployment of the examples, others from an empty store.
    private func check(_ file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let shell = try TestShell()
        if text.hasPrefix("# contoso") { try shell.run(try Fixture.script) }
        var actual = ""
        var input: [Substring] = []
        func runInput() throws {
            if input.isEmpty { return }
            actual += try shell.run(input.joined(separator: "\n"))
            input = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                try runInput()
                actual += line + "\n"
            } else if line.hasPrefix("PS> ") {
                try runInput()
                actual += line + "\n"
                input = [line.dropFirst(4)]
            } else if line.hasPrefix(">>  "), !input.isEmpty {
                actual += line + "\n"
                input.append(line.dropFirst(4))
            } else if line.isEmpty {
                try runInput()
                if !actual.hasSuffix("\n\n") { actual += "\n" }
            }
        }
        try runInput()
        func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) + "\n" }
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try trimmed(actual).write(to: file, atomically: true, encoding: .utf8)
            XCTFail("recorded \(file.lastPathComponent)")
        } else if trimmed(actual) != trimmed(text) {
            XCTFail("\(file.lastPathComponent) differs:\n" + difference(trimmed(text), trimmed(actual)))
        }
    }
}

/// The lines in which two texts differ, in order.
func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.components(separatedBy: "\n"), new = actual.components(separatedBy: "\n")
    return new.difference(from: old).map { change in
        switch change {
        case .remove(let line, let text, _): "-\(line + 1): \(text)"
        case .insert(let line, let text, _): "+\(line + 1): \(text)"
        }
    }.joined(separator: "\n")
}

/// The deployment that examples start from.
enum Fixture {
    static var script: String { get throws { try String(contentsOf: testData("contoso.ps1"), encoding: .utf8) } }
}
