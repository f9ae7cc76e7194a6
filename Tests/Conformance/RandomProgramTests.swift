// No program may end the process, run on after it was cancelled, or take all memory.
// FUZZ_SECONDS=600 runs longer, FUZZ_SEED=17 from another seed; a program that ends the process is left in /tmp/chatsh-fuzz.ps1.

import Foundation
import XCTest

final class RandomProgramTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    /// What would reach outside the folder or wait for somebody.
    private static let unwanted = [
        "remove-item", "move-item", "rename-item", "clear-content", "copy-item", "new-item", "rm ", "del ", "rd ", "ri ", "mv ", "rni ", "kill", "stop-process",
        "spps", "start-", "process",
        "sleep", "exit", "job", "read-host", "wait-", "delete", "directory", "[environment]", "setenv", "/bin", "/usr", "/etc", "/proc", "/dev", "export",
        "file]", "streamwriter", "debug",
        "-parallel", "chatsh", "pwsh", "while ($true)", "while (1)", "for (;;)",
    ]

    /// Seconds a program has before it is cancelled, and those it has to end after that.
    private static let patience = 5.0, grace = 25.0

    func testProgramsFromTheGrammar() throws {
        try run(count: 120) { seed in
            var program = RandomProgram(seed: seed)
            return program.fromGrammar()
        }
    }

    func testMutatedScripts() throws {
        let folder = Recorded.folder.appendingPathComponent("Cases")
        var scripts: [String] = []
        for area in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let place = folder.appendingPathComponent(area)
            for file in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where file.hasSuffix(".ps1") {
                let text = String(decoding: try Data(contentsOf: place.appendingPathComponent(file)), as: UTF8.self)
                if isSafe(text) { scripts.append(text) }
            }
        }
        XCTAssertGreaterThan(scripts.count, 50)
        try run(count: 60) { seed in
            var program = RandomProgram(seed: seed)
            return program.mutated(scripts)
        }
    }

    /// Every known member and every command with nasty arguments: a part of them, or with a time asked for all, again and again.
    func testCallsWithHostileArguments() throws {
        let isLong = ProcessInfo.processInfo.environment["FUZZ_SECONDS"] != nil
        var programs: [String] = []
        try run(count: 120) { seed in
            if programs.isEmpty {
                programs = HostileCalls(seed: seed, isSafe: isSafe).programs
                if let folder = ProcessInfo.processInfo.environment["FUZZ_KEEP"] { HostileCalls.keep(programs, in: folder) }
            }
            return isLong ? programs.removeLast() : programs[seed * 7 % programs.count]
        }
    }

    /// Each of these once ended the process, or never ended.
    func testWhatOnceWentWrong() throws {
        let lines = [
            "'x' * 2147483647", "(1,2) * 2147483647", "$a = [string]::new('a', [int]::MaxValue)", "[string]::new('a', -1)", "'a'.PadLeft([int]::MaxValue)",
            "[object[]]::new(-1)",
            "[array]::CreateInstance([int], [int]::MaxValue, [int]::MaxValue, [int]::MaxValue)", "[int[,]]::new([int]::MaxValue, [int]::MaxValue)",
            "'abc'.LastIndexOf('b', 1, [int]::MinValue)", "[datetime]::FromFileTime([long]::MaxValue)", "[timeonly]::MinValue.AddHours([double]::MaxValue)",
            "$l = [System.Collections.ArrayList](1,2); $l.Reverse(1, [int]::MaxValue)", "[array]::Copy((1,2), -1, (1,2), 0, 1)",
            "[array]::Sort((3,1,2), (1,2))",
            "[linq.enumerable]::Range([int]::MaxValue, [int]::MaxValue)", "[System.Text.StringBuilder]::new('abc').Append('x', [int]::MaxValue)",
            "$o = [pscustomobject]@{}; $o | Add-Member AliasProperty y y; $o.y", "class A { [A] $x = [A]::new() }; [A]::new()",
            "$a = [object[]]::new(1); $a[0] = $a; $a.Foo", "$a = [object[]]::new(1); $a[0] = $a; Write-Host $a", "$f = { . $f }; & $f",
            "[long]::DivRem([long]::MinValue, -1)", "[int]::DivRem([int]::MinValue, -1)", "[long]::CopySign([long]::MinValue, 0)", "$OFS = 1..3; \"$(1, 2)\"",
            "$a = [object[]]::new(2); $a[0] = $a; @{}[$a]", "$a = [object[]]::new(2); $a[0] = $a; [dayofweek]$a",
            "$a = [object[]]::new(2); $a[0] = $a; $a | Format-Hex",
            "$l = [collections.arraylist]::new(); [void]$l.Add($l); [bool]$l", "@('a', 'b').GetType().MakeArrayType([int]::MaxValue)",
            "[collections.arraylist]::new().LastIndexOf(1, [int]::MinValue)", "[collections.bitarray]::new(3).CopyTo([bool[]](1, 2, 3), -1)",
            "[bitconverter]::ToString([byte[]](1, 2), -1)", "[collections.queue]::new(@(1, 2)).CopyTo([int[]](1, 2), 400)", "@{ a = 1 }.CopyTo(@(1), 65536)",
            "[array]::Reverse(@(1, 2), 2147483647, -2147483648)", "[datetimeoffset]::MinValue.AddMonths([double]::NaN)",
            String(repeating: "@(", count: 150) + "1" + String(repeating: ")", count: 150),
            String(repeating: "\"$(", count: 60) + "1" + String(repeating: ")\"", count: 60),
            "$a = [object[]]::new(1); $a[0] = $a; $a.Foo()", "$a = [object[]]::new(1); $a[0] = $a; $a | Set-Content x.txt",
        ]
        for line in lines {
            let outcome = try InProcess.run(line + "\n", as: "case.ps1")
            XCTAssertTrue(!outcome.errors.isEmpty || outcome.exit == 0, line)
        }
    }

    private func isSafe(_ text: String) -> Bool {
        let small = text.lowercased()
        return !Self.unwanted.contains { small.contains($0) }
    }

    /// Runs so many programs, or as many as there is time for when a time is asked for.
    private func run(count: Int, _ make: (Int) -> String) throws {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["FUZZ_SEED"].flatMap { Int($0) } ?? 1
        let seconds = environment["FUZZ_SECONDS"].flatMap { Double($0) }
        let end = Date().addingTimeInterval(seconds ?? 0)
        var seed = first
        while seconds == nil ? seed < first + count : Date() < end {
            defer { seed += 1 }
            let text = make(seed)
            guard isSafe(text) else { continue }
            try "# seed \(seed)\n\(text)".write(toFile: "/tmp/chatsh-fuzz.ps1", atomically: false, encoding: .utf8)
            let watch = DispatchWorkItem { [seed] in fatalError("seed \(seed) runs on after it was cancelled: /tmp/chatsh-fuzz.ps1") }
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience + Self.grace, execute: watch)
            _ = try InProcess.run(text, as: "case.ps1", patience: Self.patience, path: "/nowhere", room: 1500)
            watch.cancel()
        }
    }
}
