// What fills memory step by step ends with an error, and what is deep is freed without a deep stack.

import Foundation
import XCTest

final class MemoryTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    /// MiB a script may have beyond what the test process has already.
    private static let room = 32

    /// Each has memory of its own without end.
    func testEndlessGrowthIsAnError() throws {
        let scripts = [
            "$l = @{}; while ($true) { $l[$i++] = 'x' * 1000 }", "$l = [collections.arraylist]::new(); for (;;) { [void]$l.Add('x' * 1000) }",
            "$l = [collections.generic.list[object]]::new(); do { $l.Add(@{ a = 1 }) } while ($true)", "$x = & { while (1) { 'x' * 1000 } }",
            "function f { $x = 'y' * 100000; f }; f", "while (1) { $x = @{ n = $x } }", "1..2147483647 | ForEach-Object { 'x' * 1000 } | Sort-Object",
            "1..2147483647 | ForEach-Object { 'x' * 1000 } | Group-Object Length", "$x = foreach ($i in 1..2147483647) { 'x' * 1000 }",
            "while (1) { $l += @([text.stringbuilder]::new('x' * 10000)) }",
            "$s = 1..200; $s.ForEach({ while (1) { $l += @('x' * 10000) } })", "switch (1..2) { default { while (1) { $l += @('x' * 10000) } } }",
            "class C { $n; C($n) { $this.n = $n } }; while (1) { $x = [C]::new($x); $y = @(('x' * 1000), $y) }", "$x = yes | ForEach-Object { 'x' * 1000 }",
        ]
        for script in scripts {
            let outcome = try InProcess.run(script + "\n'after'\n", as: "case.ps1", room: Self.room)
            XCTAssertTrue(outcome.errors.contains("Insufficient memory to continue the execution of the program."), "\(script)\n\(outcome.errors)")
            XCTAssertEqual(outcome.exit, 1, script)
            XCTAssertEqual(outcome.output, "", script)
        }
    }

    /// The error can be caught, memory let go of, and the bound holds again.
    func testTheErrorCanBeCaught() throws {
        let script = """
            foreach ($round in 1..3) {
                try { $l = @{}; while ($true) { $l[$i++] = 'x' * 1000 } }
                catch [OutOfMemoryException] { "$round $($l.Count -gt 1000)"; $l = $null }
            }
            (1..1000 | ForEach-Object { $_ }).Count
            """
        XCTAssertEqual(try InProcess.run(script, as: "case.ps1", room: Self.room), Outcome(output: "1 True\n2 True\n3 True\n1000\n", exit: 0))
    }

    /// Each link is freed with the one that holds it; a million calls inside each other have no room on any stack.
    func testLongChainsAreFreed() throws {
        let links = [
            "@{ n = $x }", "@(, $x)", "[pscustomobject]@{ n = $x }", "[collections.arraylist]@(, $x)",
        ]
        for link in links {
            let outcome = try InProcess.run("for ($i = 0; $i -lt 1000000; $i++) { $x = \(link) }; $x = $null; 'freed'\n", as: "case.ps1")
            XCTAssertEqual(outcome, Outcome(output: "freed\n", exit: 0), link)
        }
    }

    /// Single values that nothing has room for are refused before memory is taken.
    func testWhatNothingHasRoomForIsRefused() throws {
        let scripts = [
            "('x' * 100000) -replace 'x', ('y' * 1000000)", "('x' * 100000).Replace('x', 'y' * 1000000)", "'{0,2000000000}' -f 1",
            "[string]::Join(',', @('x' * 1000000) * 100000)", "@('x' * 1000000) * 100000 -join ','",
        ]
        for script in scripts {
            let outcome = try InProcess.run("try { $x = \(script) } catch { 'refused' }\n", as: "case.ps1")
            XCTAssertEqual(outcome.output, "refused\n", "\(script)\n\(outcome.errors)")
        }
    }

    /// Rows are written while the file is read, so that memory does not grow with it; and who writes the file he reads loses nothing.
    func testFilesAreReadAsTheyAreAskedFor() throws {
        let script = """
            $row = 'abc,"q ""q",' + 'x' * 80 + "`r`n"
            [io.file]::WriteAllText("$PWD/big.csv", "a,b,c`n" + $row * 100000)
            $row = $null; [gc]::Collect()
            (Get-Content big.csv | Select-Object -First 1); (Get-Content big.csv -Tail 1).Length; (Get-Content /dev/zero -AsByteStream -TotalCount 2).Count
            (Get-Content big.csv | Measure-Object).Count; (Import-Csv big.csv | Select-Object -Last 1).b; (Select-String -List x big.csv).LineNumber
            (Get-Content big.csv -ReadCount 40000 | ForEach-Object { $_.Count }) -join ' '
            Get-Content big.csv | Set-Content big.csv; (Get-Content big.csv | Measure-Object).Count
            [io.file]::WriteAllText("$PWD/l.txt", "a`r`nb`rc`n`nd"); (Get-Content l.txt) -join '|'; (Get-Content l.txt -Tail 2) -join '|'

            """
        let expected = "a,b,c\n92\n2\n100001\nq \"q\n2\n40000 40000 20001\n100001\na|b|c||d\n|d\n"
        XCTAssertEqual(try InProcess.run(script, as: "case.ps1"), Outcome(output: expected, exit: 0))
    }

    /// A file is emptied when there is something to write, or when all went well; whoever reads it up the pipeline has read it by then.
    func testWhatReadsAFileMayWriteIt() throws {
        let script = """
            1..9000 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = 'x' * 40 } } | Export-Csv rows.csv
            Import-Csv rows.csv | Export-Csv rows.csv; (Import-Csv rows.csv).Count; (Import-Csv rows.csv)[-1].Id
            try { 1 | ForEach-Object { throw 'no' } | Export-Csv rows.csv } catch { 'stopped' }; (Import-Csv rows.csv).Count
            'longer text' | Out-File short.txt; 's' | Out-File short.txt; Get-Content short.txt; @() | Export-Csv short.txt; (Get-Item short.txt).Length

            """
        XCTAssertEqual(try InProcess.run(script, as: "case.ps1"), Outcome(output: "9000\n9000\nstopped\n9000\ns\n0\n", exit: 0))
    }

    /// What backtracks without end gives up.
    func testEndlessMatchesGiveUp() throws {
        let scripts = ["('a' * 40 + 'b') -match '(a+)+$'", "('a' * 40 + 'b') -replace '^(a|aa)+$', ''", "[regex]::Split('x' * 60, '(x+x+)+y').Count"]
        for script in scripts { _ = try InProcess.run(script + "\n", as: "case.ps1") }
        let builder = "$b = [text.stringbuilder]::new(); $b.Capacity = 0; [void]$b.Append('x'); $b.Capacity\n"
        XCTAssertEqual(try InProcess.run(builder, as: "case.ps1").output, "16\n")
    }
}
