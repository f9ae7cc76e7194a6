// Scripts and what they show: tables, lists, wide views, what stands between them.

import CoreCommands
import Runtime
import Testing

@testable import Formatting

@Suite struct OutputTests {
    static let cases: [(script: String, shown: String)] = [
        ("'a'; 1.5; $true", "a\n1.5\nTrue\n"),
        (
            "[pscustomobject]@{ A = 'x'; N = 5 }; 'between'; [pscustomobject]@{ A = 'long'; N = 12 }; 'after'",
            "\nA     N\n-     -\nx     5\nbetween\nlong 12\nafter\n\n"
        ),
        ("[pscustomobject]@{ A = 1; B = 2; C = 3; D = 4; E = $null }", "\nA : 1\nB : 2\nC : 3\nD : 4\nE : \n\n"),
        (
            "[ordered]@{ Room = 'lobby'; Seats = 1..9 }",
            "\nName                           Value\n----                           -----\nRoom                           lobby\nSeats                          {1, 2, 3, 4…}\n\n"
        ),
        // An object of another kind after a view of known types is shown as a list.
        (
            "@{ k = 1 }; [pscustomobject]@{ A = 1 }",
            "\nName                           Value\n----                           -----\nk                              1\n\nA : 1\n\n\n"
        ),
        ("[pscustomobject]@{ A = 1 }, [pscustomobject]@{ A = 2 } | Format-Table A -GroupBy A", "\n   A: 1\n\nA\n-\n1\n\n   A: 2\n\nA\n-\n2\n\n"),
        ("[pscustomobject]@{ W = 0.5; T = \"a`nb\" } | Format-Table", "\n   W T\n   - -\n0.50 a…\n\n"),
        ("[pscustomobject]@{ T = \"a`nb\"; N = 1 } | Format-Table -Wrap", "\nT   N\n-   -\na   1\nb\n\n"),
        ("'x', 'y' | Format-Wide", "x\ny\n"),
        ("@(); $null; [pscustomobject]@{}", "\n"),
        // Messages are shown at once, before rows that still wait for their widths.
        ("[pscustomobject]@{ A = 1 }; Write-Host 'now'", "\nnow\nA\n-\n1\n\n"),
        ("{ 1 + 1 }", " 1 + 1 \n"),
        (
            "[int]",
            "\nIsPublic IsSerial Name                                     BaseType\n-------- -------- ----                                     --------\nTrue     True     Int32                                    System.ValueType\n\n"
        ),
    ]

    @Test(arguments: cases)
    func shows(_ one: (script: String, shown: String)) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test func errorsInAScript() throws {
        let shell = TestShell()
        _ = try shell.output("'fine'\nGet-Nothing -Loud", path: "job.ps1")
        #expect(
            shell.screen.errors == """
                Get-Nothing: job.ps1:2
                Line |
                   2 |  Get-Nothing -Loud
                     |  ~~~~~~~~~~~
                     | The term 'Get-Nothing' is not recognized as a name of a cmdlet,
                     | function, script file, or executable program. Check the spelling of the
                     | name, or if a path was included, verify that the path is correct and try
                     | again.

                """)
    }

    @Test func errorsOfATypedLineStandAlone() throws {
        let shell = TestShell()
        _ = try shell.output("throw 'no room'")
        #expect(shell.screen.errors == "Exception: no room\n")
    }

    @Test func longLinesAreCutAroundThePlace() throws {
        let shell = TestShell()
        _ = try shell.output("\"" + String(repeating: "x", count: 60) + "$(Get-Nothing)\"", path: "job.ps1")
        #expect(
            shell.screen.errors.contains(
                "   1 |  … \(String(repeating: "x", count: 54))$(Get-Nothing)\"\n     |  " + String(repeating: " ", count: 58) + "~~~~~~~~~~~\n"))
    }
}

@Suite struct ExampleTests {
    static let commands = ["Format-Custom", "Format-List", "Format-Table", "Format-Wide", "Out-Default", "Out-Host", "Out-Null", "Out-String"]

    @Test(arguments: commands)
    func examplesAreTrue(_ name: String) throws {
        let info = try #require(TestShell().session.cmdlet(named: name))
        #expect(!info.declaration.examples.isEmpty)
        for example in info.declaration.examples { #expect(try TestShell().output(example.code) == example.output) }
    }
}
