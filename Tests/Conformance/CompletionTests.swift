// What Tab offers at the end of a line, in a folder with a few files.

import Foundation
import XCTest

final class CompletionTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    func testRecordedCompletions() throws {
        let folder = "/tmp/completion-fixture-\(UUID().uuidString.lowercased().prefix(8))"
        try FileManager.default.createDirectory(atPath: folder + "/sub/deep", withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(atPath: folder) } catch { print("\(folder) stays: \(error)") } }
        for file in ["alpha.txt", "beta.csv", "script.ps1", "space name.txt", "sub/inner.txt"] {
            try "x\n".write(toFile: folder + "/" + file, atomically: false, encoding: .utf8)
        }
        let aliases = Set(try InProcess.run(command: "(Get-Alias).Name.ToLower()", in: folder).output.components(separatedBy: "\n"))
        var known = try KnownDifferences("completions")
        for parts in try Recorded.table("completions") {
            let line = parts[0]
            let got = try InProcess.run(
                command: """
                    $r = TabExpansion2 -inputScript '\(line.replacingOccurrences(of: "'", with: "''"))' -cursorColumn \(line.utf16.count)
                    $m = @($r.CompletionMatches | ForEach-Object { "$($_.ResultType):$($_.CompletionText)" })
                    "$($r.ReplacementIndex),$($r.ReplacementLength)`t" + $(if ($m.Count -gt 60) { ($m[0..59] -join ' | ') + " | ... $($m.Count) in all" } else { $m -join ' | ' })
                    """, in: folder)
            let shown = got.output.hasSuffix("\n") ? String(got.output.dropLast()) : got.output
            let expected = parts.dropFirst().joined(separator: "\t")
            if withoutPrograms(shown, aliases) != withoutPrograms(expected, aliases) { known.add(line, expected: expected, got: shown + got.errors.prefix(200)) }
        }
        try known.check()
    }

    /// Which programs a machine has is no matter of the shell: names in small letters that are none of its own are left out, and paths.
    private func withoutPrograms(_ offered: String, _ aliases: Set<String>) -> String {
        let parts = offered.components(separatedBy: "\t")
        let matches = (parts.last ?? "").components(separatedBy: " | ").filter { match in
            guard match.hasPrefix("Command:") else { return true }
            let name = String(match.dropFirst(8))
            return !name.hasPrefix("/") && (name != name.lowercased() || aliases.contains(name))
        }
        return parts.dropLast().joined(separator: "\t") + "\t" + matches.joined(separator: " | ")
    }
}
