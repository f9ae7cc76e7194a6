// What Tab offers, as a table of lines and matches.

import XCTest

final class CompletionTests: XCTestCase {
    /// The matches of a line with the cursor at its end, after some code that stands before.
    private func offered(_ line: String, after code: String = "") throws -> String {
        let quoted = line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return try TestShell().output("\(code)\n(TabExpansion2 '\(quoted)').CompletionMatches.CompletionText -join ' '").split(separator: "\n").joined()
    }

    func testLines() throws {
        for (line, matches) in [
            ("$alpha = 1; $alp", "$alpha"), ("$script:nothing", ""), ("$loca", "$Local:"), ("\"x $PSVers", "$PSVersionTable"),
            ("'a' -notl", "-notlike"), ("$x -sh", "-shl -shr"), ("Get-Date -notl", ""), ("using nam", "namespace"), ("# Get-Da", ""),
            ("[Parameter(Mandatory, Dont", "DontShow"), ("[ValidateS", "ValidateScript ValidateSet"), ("[pscus", "pscustomobject"),
            ("class A { static [int]$Seats; [int]$Room }; [A]::S", "Seats"), ("class A { [int]$Room; [void] M() { $this.R", "Room"),
            ("$h = @{alpha = 1; beta = 2}; $h['b", "'beta'"), ("$h = @{alpha = 1}; $h.al", "alpha"), ("$d = Get-Date; $d.AddY", "AddYears("),
            ("Get-Date | ForEach-Object { $_.DayOfY", "DayOfYear"), ("Get-Date | Where-Object Ye", "Year"),
            ("[pscustomobject]@{room = 1} | Sort-Object r", "room"),
            ("function f { param([ValidateSet('b', 'a')]$c) }; f -c ", "a b"), ("function f { param($one, $two) }; f -one 1 -", "-two"),
            ("New-Object System.Collections.Generic.Que", "System.Collections.Generic.Queue"),
            ("Import-Module Microsoft.PowerShell.U", "Microsoft.PowerShell.Utility"),
            ("Get-Date | Format-Table @{ ", "Expression FormatString Label Width Alignment"), ("Get-Date | Format-Table @{ Label = 'x'; W", "Width"),
            ("Get-Date | Sort-Object @{", "Expression Ascending Descending"), ("Get-Date | Select-Object Year, @{", "Name Expression"),
            ("$ErrorActionPreference = 'S", "'SilentlyContinue' 'Stop' 'Suspend'"), ("$ConfirmPreference -eq H", "'High'"),
            ("[ValidateSet('red', 'blue')]$colour = 'red'; $colour = ", "'blue' 'red'"), ("[DayOfWeek]$day = 1; $day -ne T", "'Thursday' 'Tuesday'"),
            ("#requires -", "Modules PSEdition RunAsAdministrator Version"), ("#requires -PSEdition ", "Core Desktop"), ("<#\n.D", "DESCRIPTION"),
            ("function f { param([bool]$Loud) }; f -Loud ", "$true $false"), ("Get-Verb -Verb Ad", "Add"), ("Get-PSDrive En", "Env"), ("(1..3).Fo", "ForEach("),
            ("class A { $Room; hidden $Seats }; [A]::new().", "Room Equals( GetHashCode( GetType( ToString("), ("Get-Alias sel", "select"),
            ("return Get-Uni", "Get-Unique"), ("if ($true) { } Get-Uni", "Get-Unique"), ("Get-Unique -AsS", "-AsString"),
        ] { XCTAssertEqual(try offered(line), matches, line) }
    }

    func testCompleters() throws {
        let code = """
            function Join-Pool { param([string]$Region, [string]$Pool) }
            Register-ArgumentCompleter -CommandName Join-Pool -ParameterName Pool -ScriptBlock { param($c, $p, $w, $a, $bound) "$($bound.Region)-$w" }
            Register-ArgumentCompleter -Native -CommandName ls -ScriptBlock { param($w, $a, $n) "$w$n" }
            """
        XCTAssertEqual(try offered("Join-Pool -Region emea -Pool x", after: code), "emea-x")
        XCTAssertEqual(try offered("ls ab", after: code), "ab5")
    }

    func testObjects() throws {
        XCTAssertEqual(
            try TestShell().output(
                """
                $r = TabExpansion2 'Get-Uni'
                $r.GetNextResult($true).ResultType.GetType().Name
                $r.CurrentMatchIndex
                $c = [System.Management.Automation.CommandCompletion]::MapStringInputToParsedInput("1`nGet-Uni", 9)
                $c.Item3.LineNumber, $c.Item3.ColumnNumber -join ','
                [System.Management.Automation.CommandCompletion]::CompleteInput($c.Item1, $c.Item2, $c.Item3, $null).CompletionMatches.CompletionText
                [System.Management.Automation.CompletionResult]::new('a', 'b', 'Text', 'c').ListItemText
                """), "CompletionResultType\n0\n2,8\nGet-Unique\nb\n")
    }
}
