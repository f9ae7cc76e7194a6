// Events of objects, variables as objects, views as objects, and what else commands show of the session itself: a table of code and output.

import XCTest

final class EventTests: XCTestCase {
    private func check(_ table: [(code: String, output: String)], file: StaticString = #filePath, line: UInt = #line) throws {
        for row in table { XCTAssertEqual(try TestShell().output(row.code), row.output, row.code, file: file, line: line) }
    }

    func testObjectEvents() throws {
        try check([
            (
                "$t = [Timers.Timer]::new(1); $t.AutoReset = $false; $null = Register-ObjectEvent $t Elapsed -SourceIdentifier tick -MessageData m; $t.Start(); $e = Wait-Event tick -Timeout 20; \"$($e.SourceIdentifier) $($e.MessageData) $($e.Sender.GetType().Name) $($e.SourceArgs.Count) $($e.SourceEventArgs.GetType().Name)\"",
                "tick m Timer 2 ElapsedEventArgs\n"
            ),
            (
                "$t = [Timers.Timer]::new(1); $j = Register-ObjectEvent $t Elapsed -MaxTriggerCount 1 -Action { $global:n++; 'ran' }; $t.Start(); while (-not $global:n) { }; $t.Stop(); \"$n $(Receive-Job $j) $(@(Get-EventSubscriber).Count)\"",
                "1 ran 0\n"
            ),
            (
                "mkdir w | Out-Null; $w = [IO.FileSystemWatcher]::new(\"$PWD/w\", '*.txt'); foreach ($e in 'Created', 'Renamed', 'Deleted') { Register-ObjectEvent $w $e -SourceIdentifier $e }; $w.EnableRaisingEvents = $true; 'x' > w/a.txt; 'x' > w/b.log; Rename-Item w/a.txt c.txt; Remove-Item w/c.txt; $null = Wait-Event Deleted -Timeout 20; Get-Event | ForEach-Object { \"$($_.SourceIdentifier) $($_.SourceEventArgs.Name) $($_.SourceEventArgs.OldName)\" }",
                "Created a.txt \nRenamed c.txt a.txt\nDeleted c.txt \n"
            ),
            (
                "$t = [Timers.Timer]::new(); Register-ObjectEvent $t Elapsed -SourceIdentifier a; try { Register-ObjectEvent $t Elapsed -SourceIdentifier a -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; try { Register-ObjectEvent $t Nope -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }",
                "SUBSCRIBER_EXISTS,Microsoft.PowerShell.Commands.RegisterObjectEventCommand\nINVALID_REGISTRATION,Microsoft.PowerShell.Commands.RegisterObjectEventCommand\n"
            ),
            (
                "$c = [Threading.CancellationTokenSource]::new(); $c.CancelAfter(1); while (-not $c.Token.IsCancellationRequested) { }; 'cancelled'",
                "cancelled\n"
            ),
            (
                "$j = Start-Job { 5 }; Register-ObjectEvent $j StateChanged -SourceIdentifier done; $e = Wait-Event done -Timeout 20; while ($e.SourceEventArgs.JobStateInfo.State -ne 'Completed') { Remove-Event done; $e = Wait-Event done -Timeout 20 }; \"$($e.SourceEventArgs.JobStateInfo.State)\"",
                "Completed\n"
            ),
        ])
    }

    func testVariablesAsObjects() throws {
        try check([
            ("$x = 5; $v = Get-Variable x; \"$($v.Name) $($v.Value)\"; $v.Value = 7; $x", "x 5\n7\n"),
            ("function f { $y = 1; $v = Get-Variable y; $w = $v; $w.Name }; f", "y\n"),
            ("$v = [psvariable]::new('n', 3); \"$($v.Name) $($v.Value) $($v.Visibility)\"", "n 3 Public\n"),
            ("[ValidateRange(1, 3)][int]$n = 2; (Get-Variable n).IsValidValue(3); (Get-Variable n).IsValidValue(9)", "True\nFalse\n"),
            ("$a = 1; (Clear-Variable a -PassThru).Name; (Get-Item variable:a).Name", "a\na\n"),
        ])
    }

    func testBlocksAsText() throws {
        try check([
            ("function f($x, [int]$y = 3) { $x }; (Get-Command f).Definition", "param($x, [int]$y = 3)\n $x \n"),
            ("function f($a, $b) { $a + $b }; Start-Job ${function:f} -ArgumentList 1, 2 | Receive-Job -Wait", "3\n"),
            ("Start-Job { $using:PID } | Receive-Job -Wait | ForEach-Object { $_ -eq $PID }", "True\n"),
        ])
    }

    func testPrograms() throws {
        try check([
            ("[Console]::OutputEncoding = [Text.Encoding]::Latin1; $t = printf '\\351'; [int][char]$t", "233\n"),
            ("$PSNativeCommandArgumentPassing = 'Legacy'; $o = printf '[%s]' 'a\"b' '' 'c d'; $o", "[ab  c][d]\n"),
            ("'ä' > a.txt; $OutputEncoding.WebName", "utf-8\n"),
            (
                "Set-Content in.txt 'b', 'a' -NoNewline; Start-Process sh '-c \"wc -c > out.txt\"' -Wait -RedirectStandardInput in.txt; (Get-Content out.txt).Trim()",
                "3\n"
            ),
            (
                "$p = Start-Process true -PassThru; Register-ObjectEvent $p Exited -SourceIdentifier end; $p.EnableRaisingEvents = $true; (Wait-Event end -Timeout 20).Sender.ExitCode",
                "0\n"
            ),
            ("'a', 'b' > w.txt; Get-Content w.txt -Wait | Select-Object -First 2", "a\nb\n"),
        ])
    }

    func testViewsAndSessions() throws {
        try check([
            ("(Get-FormatData System.IO.FileInfo).TypeNames -join ','", "System.IO.DirectoryInfo,System.IO.FileInfo\n"),
            (
                "Get-FormatData System.Version | Export-FormatData -Path v.ps1xml; Update-FormatData -PrependPath v.ps1xml; ([version]'1.2' | Out-String).Trim()",
                "Major  Minor  Build  Revision\n-----  -----  -----  --------\n1      2      -1     -1\n"
            ),
            (
                "(Get-Command Get-Itm -UseFuzzyMatching -FuzzyMinimumDistance 1)[0].Name; (Get-Command g-ci -UseAbbreviationExpansion).Name",
                "Get-Item\nGet-ChildItem\n"
            ),
            (
                "$r = [runspacefactory]::CreateRunspace(); $r.Open(); $r.Name = 'mine'; \"$((Get-Runspace mine).RunspaceStateInfo.State)\"; $r.Dispose(); @(Get-Runspace).Count",
                "Opened\n1\n"
            ),
            ("Test-Connection 127.0.0.1 -TcpPort 1; (Test-Connection 127.0.0.1 -TcpPort 1 -Detailed).Status", "False\nConnectionRefused\n"),
            ("$Host.PrivateData.ErrorForegroundColor = 'Green'; \"$($Host.PrivateData.ErrorForegroundColor)\"", "Green\n"),
            ("Get-Date 2020-02-03 -DisplayHint Date | Out-String | ForEach-Object Trim", "Monday, 03 February 2020\n"),
        ])
    }

    func testMendedCommands() throws {
        try check([
            (
                "$c = [pscredential]::new('u', (ConvertTo-SecureString p -AsPlainText)); $c | Export-Clixml c.xml; (Import-Clixml c.xml).GetNetworkCredential().Password",
                "p\n"
            ),
            (
                "try { Add-Member -InputObject a AliasProperty n x $null -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }",
                "Value2ShouldNotBeNull,Microsoft.PowerShell.Commands.AddMemberCommand\n"
            ),
            ("('abc' | Add-Member AliasProperty Cnt Length string -PassThru).Cnt.GetType().Name", "String\n"),
            ("@(Compare-Object @{a = 1} @{a = 2}).Count", "0\n"),
            (
                "(Get-Command Get-Verb).Definition -split '\\n' | Select-Object -Index 1",
                "Get-Verb [[-Verb] <string[]>] [[-Group] <string[]>] [<CommonParameters>]\n"
            ),
            (
                "$env:KEPT = 1; try { Clear-Content env:KEPT -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; $env:KEPT",
                "NotSupported,Microsoft.PowerShell.Commands.ClearContentCommand\n1\n"
            ),
            ("New-Item t -Value x | Out-Null; New-Item -ItemType SymbolicLink l -Target t | Out-Null; (Get-Item l).ResolveLinkTarget($true).Name", "t\n"),
            (
                "$i = Write-Information m -Tags a 6>&1; \"$($i.ProcessId -eq $PID) $($i.TimeGenerated.GetType().Name) $($i.Source)\"",
                "True DateTime Write-Information\n"
            ),
            ("(Get-Random -Maximum ([long]10)).GetType().Name", "Int64\n"),
        ])
    }
}
