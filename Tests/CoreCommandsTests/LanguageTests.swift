// What the language's structure does, as transcripts: modules, binding, errors, classes, jobs.

import XCTest

final class LanguageTests: XCTestCase {
    private struct Row {
        let name: String
        let code: String
        let output: String
        init(_ name: String, _ code: String, _ output: String) {
            self.name = name; self.code = code; self.output = output
        }
    }

    private let rows: [Row] = [
        Row(
            "a module's functions run in its own scope",
            #"""
            Set-Content Rooms.psm1 '$hits = 0; function Get-Room { $script:hits++; "room $script:hits of $(Get-Kind)" }; function Get-Kind { "inside" }; Export-ModuleMember -Function Get-Room'
            Import-Module ./Rooms.psm1
            $hits = 'mine'
            Get-Room; Get-Room
            & (Get-Module Rooms) { $hits }
            try { Get-Kind } catch { $_.FullyQualifiedErrorId }
            """#,
            #"""
            room 1 of inside
            room 2 of inside
            2
            CommandNotFoundException
            """#),
        Row(
            "imports under a prefix, chosen, and taken back",
            #"""
            Set-Content Rooms.psm1 'function Get-Room { 1 }; function Get-Hall { 2 }'
            Import-Module ./Rooms.psm1 -Prefix Chat -Function Get-Room
            Get-ChatRoom
            Rooms\Get-Room
            [bool](Get-Command Get-ChatHall -ErrorAction Ignore)
            Remove-Module Rooms
            [bool](Get-Command Get-ChatRoom -ErrorAction Ignore)
            """#,
            #"""
            1
            1
            False
            False
            """#),
        Row(
            "a manifest chooses what is shown",
            #"""
            Set-Content Rooms.psm1 'function Get-Room { Get-Part }; function Get-Hall { 2 }; Set-Alias gr Get-Room'
            Set-Content Part.psm1 'function Get-Part { "nested" }'
            Set-Content Rooms.psd1 '@{ RootModule = "Rooms.psm1"; NestedModules = "Part.psm1"; ModuleVersion = "1.2"; FunctionsToExport = "Get-Room"; AliasesToExport = "gr" }'
            $m = Import-Module ./Rooms.psd1 -PassThru
            "$($m.Version) $($m.ExportedCommands.Keys -join ',') $($m.NestedModules.Name)"
            gr
            """#,
            #"""
            1.2 Get-Room,gr Part
            nested
            """#),
        Row(
            "a module is loaded when a command of it is called",
            #"""
            $null = New-Item Modules/Rooms -ItemType Directory -Force
            Set-Content Modules/Rooms/Rooms.psm1 'function Get-Seat { 12 }'
            $env:PSModulePath = "$pwd/Modules"
            Get-Seat
            (Get-Module).Name
            """#,
            #"""
            12
            Rooms
            """#),
        Row(
            "OnRemove runs when a module goes",
            #"""
            $m = New-Module -Name Rooms { $ExecutionContext.SessionState.Module.OnRemove = { 'gone' | Out-Host } }
            Import-Module $m
            Remove-Module Rooms
            """#,
            #"""
            gone
            """#),
        Row(
            "classes of a module are its own until they are used",
            #"""
            Set-Content Shapes.psm1 'class Shape { [int]$Side = 3 }; function New-Shape { [Shape]::new() }'
            Import-Module ./Shapes.psm1
            (New-Shape).Side
            try { [Shape]::new() } catch { $_.FullyQualifiedErrorId }
            """#,
            #"""
            3
            TypeNotFound
            """#),
        Row(
            "dynamic parameters",
            #"""
            function Get-Thing { [CmdletBinding()] param([string]$Kind)
            dynamicparam { $t = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
            if ($Kind -eq 'Room') { $a = [System.Collections.ObjectModel.Collection[Attribute]]::new(); $a.Add([Parameter]@{ Mandatory = $true }); $t.Add('Seats', [System.Management.Automation.RuntimeDefinedParameter]::new('Seats', [int], $a)) }
            $t }
            end { "$Kind $($PSBoundParameters.Seats)" } }
            Get-Thing Room -Seats 5
            try { Get-Thing Pool -Seats 5 } catch { $_.FullyQualifiedErrorId }
            (Get-Command Get-Thing -ArgumentList Room).Parameters['Seats'].IsDynamic
            """#,
            #"""
            Room 5
            NamedParameterNotFound,Get-Thing
            True
            """#),
        Row(
            "attributes of a script's own",
            #"""
            class EvenAttribute : System.Management.Automation.ValidateEnumeratedArgumentsAttribute { [void] ValidateElement([object]$e) { if ($e % 2) { throw "$e is odd" } } }
            class UpperAttribute : System.Management.Automation.ArgumentTransformationAttribute { [object] Transform([System.Management.Automation.EngineIntrinsics]$e, [object]$v) { return "$v".ToUpper() } }
            function Test-It([Even()][int[]]$N, [Upper()][string]$S) { "$N $S" }
            Test-It 2,4 abc
            try { Test-It 2,3 } catch { $_.Exception.Message }
            """#,
            #"""
            2 4 ABC
            Cannot validate argument on parameter 'N'. 3 is odd
            """#),
        Row(
            "handlers: the inner exception first, then runtime exceptions",
            #"""
            try { [int]::Parse('x') } catch [System.Management.Automation.MethodInvocationException] { 'outer' } catch [FormatException] { 'inner' }
            try { throw [System.IO.FileNotFoundException]::new('x') } catch [System.Management.Automation.RuntimeException] { $_.Exception.GetType().Name }
            """#,
            #"""
            inner
            FileNotFoundException
            """#),
        Row(
            "what input gives is gone with the next object",
            #"""
            function Show-It { param([Parameter(ValueFromPipelineByPropertyName)][string]$Name = 'none') process { $Name } end { "end $_" } }
            [pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Other = 1; Name = $null }, [pscustomobject]@{ Name = 'b' } | Show-It | Select-Object -First 1
            function Sum-It { "$input|$(@($input).Count)" }
            1, 2 | Sum-It
            """#,
            #"""
            a
            1 2|0
            """#),
        Row(
            "$foreach and a failed assignment",
            #"""
            foreach ($i in 1..6) { $i; $null = $foreach.MoveNext() }
            $x = 'old'; & { $x = [int]'bad'; "[$x]" } 2>$null
            """#,
            #"""
            1
            3
            5
            []
            """#),
        Row(
            "classes speak of each other in any order and derive from collections",
            #"""
            [Second]::new().Make().Name
            class Second { [First] Make() { return [First]::new() } }
            class First : Base { }
            class Base { [string]$Name = 'base' }
            class Bag : hashtable { [object] Pick([string]$k) { return $this[$k] } }
            $b = [Bag]::new(); $b['a'] = 5; $b.Pick('a'); $b.a; $b.Count
            """#,
            #"""
            base
            5
            5
            1
            """#),
        Row(
            "a call of the base goes to the base",
            #"""
            class A { [string] Who() { return 'A' } }
            class B : A { [string] Who() { return 'B' + ([A]$this).Who() } }
            [B]::new().Who()
            """#,
            #"""
            BA
            """#),
        Row(
            "equality of a class serves tables too",
            #"""
            class P { [int]$V; P([int]$v) { $this.V = $v } [bool] Equals([object]$o) { return $o -is [P] -and $o.V -eq $this.V } [int] GetHashCode() { return $this.V } }
            @{ ([P]::new(7)) = 'hit' }[[P]::new(7)]
            """#,
            #"""
            hit
            """#),
        Row(
            "what a class promises it must have",
            #"""
            try { Invoke-Expression 'class D : IDisposable { }' } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().Name }
            """#,
            #"""
            TypeCreationError,Microsoft.PowerShell.Commands.InvokeExpressionCommand
            ParseException
            """#),
        Row(
            "aliases that cannot be changed",
            #"""
            try { Set-Alias where Get-Item -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            try { Set-Alias cd Get-Item -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            """#,
            #"""
            AliasNotWritable,Microsoft.PowerShell.Commands.SetAliasCommand
            AliasAllScopeOptionCannotBeRemoved,Microsoft.PowerShell.Commands.SetAliasCommand
            """#),
        Row(
            "variables of all scopes",
            #"""
            New-Variable seats 5 -Option AllScope; & { $seats = 6 }; $seats
            try { & { $PID = 1 } } catch { $_.FullyQualifiedErrorId }
            """#,
            #"""
            6
            VariableNotWritable
            """#),
        Row(
            "the syntax tree",
            #"""
            { $x = 1; foreach ($i in 1..2) { $y = $i } }.Ast.FindAll({ $args[0] -is [Management.Automation.Language.AssignmentStatementAst] }, $true).Left.Extent.Text -join ','
            $t = $e = $null; $null = [Management.Automation.Language.Parser]::ParseInput('Get-Room -Name $x | ft', [ref]$t, [ref]$e); $t.Kind -join ' '
            """#,
            #"""
            $x,$y
            Generic Parameter Variable Pipe Identifier EndOfInput
            """#),
        Row(
            "commands sent elsewhere get copies",
            #"""
            $seats = 4; $job = Start-Job { $using:seats * 3; throw 'late' }
            $null = Wait-Job $job; "$($job.State)"
            try { Receive-Job $job -ErrorAction Stop } catch { $_.Exception.Message }
            $back = Write-Output $seats &
            Receive-Job $back -Wait
            """#,
            #"""
            Failed
            12
            late
            4
            """#),
        Row(
            "help of a function without a comment",
            #"""
            function Get-Room { param([string]$Name, [switch]$All) }
            (Get-Command Get-Room -Syntax).Trim()
            (Get-Command Get-Room).ParameterSets[0].ToString()
            """#,
            #"""
            Get-Room [[-Name] <string>] [-All]
            [[-Name] <string>] [-All]
            """#),
        Row(
            "no trailing lines in a stack trace",
            #"""
            function One { throw 'deep' }; function Two { One }
            try { Two } catch { ($_.ScriptStackTrace -split "`n").Count }
            """#,
            #"""
            3
            """#),
        Row(
            "a steppable pipeline takes its values one at a time",
            #"""
            $steps = { Sort-Object -Descending }.GetSteppablePipeline(); $steps.Begin($true)
            3, 9, 4 | ForEach-Object { $steps.Process($_) }; $steps.End() -join ','
            """#,
            #"""
            9,4,3
            """#),
        Row(
            "a shell inside the shell",
            #"""
            $inner = [powershell]::Create().AddScript('param($n) $n * 2; Write-Error "odd"').AddArgument(21)
            $inner.Invoke(); $inner.HadErrors; "$($inner.Streams.Error[0])"; $inner.Dispose()
            """#,
            #"""
            42
            True
            odd
            """#),
        Row(
            "overloads add to those of the base",
            #"""
            class Shelf { [string] Put([int]$n) { return "number $n" } }
            class Deep : Shelf { [string] Put([string]$s, [int]$n) { return "$s $n" } }
            $d = [Deep]::new(); $d.Put(3); $d.Put('x', 4)
            """#,
            #"""
            number 3
            x 4
            """#),
        Row(
            "text in the language of the reader",
            #"""
            $loc = Join-Path ([IO.Path]::GetTempPath()) "loc$PID"; $null = New-Item -ItemType Directory "$loc/de-DE" -Force
            Set-Content "$loc/Texts.psd1" "@{ Hello = 'hello' }"; Set-Content "$loc/de-DE/Texts.psd1" "ConvertFrom-StringData 'Hello = hallo'"
            Import-LocalizedData -BindingVariable texts -BaseDirectory "$loc" -FileName Texts -UICulture de-DE; $texts.Hello
            """#,
            #"""
            hallo
            """#),
        Row(
            "a command called like a method",
            #"""
            function Add-Two($a, $b) { "$a $b" }; & { Set-StrictMode -Version 2; try { Add-Two(1, 2) } catch { $_.FullyQualifiedErrorId } }; Add-Two(1, 2)
            """#,
            #"""
            StrictModeFunctionCallWithParens
            1 2 
            """#),
        Row(
            "an error in every detail",
            #"""
            try { 1 / 0 } catch { }; (Get-Error | Out-String) -split "`n" | Select-Object -Skip 1 -First 3; $Error[0].Exception.InnerException.HResult
            """#,
            #"""
            Exception             : 
                Type           : System.Management.Automation.RuntimeException
                ErrorRecord    : 
            -2147352558
            """#),
        Row(
            "a module's script knows itself",
            #"""
            $file = Join-Path ([IO.Path]::GetTempPath()) "Self$PID.psm1"
            Set-Content $file '$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { "gone" | Write-Host }; function Get-Self { $MyInvocation.MyCommand.Version.ToString() }'
            Import-Module $file; Get-Self; Remove-Module "Self$PID"; Remove-Item $file
            """#,
            #"""
            0.0
            gone
            """#),
        Row(
            "constructors are a group like methods",
            #"""
            class Pool { Pool([string]$n) { } }; [Pool]::new.OverloadDefinitions; try { [Pool]::new(1, 2) } catch { $_.Exception.Message }
            """#,
            #"""
            Pool new(string n)
            Cannot find an overload for "new" and the argument count: "2".
            """#),
    ]

    func testTranscripts() throws {
        for row in rows { XCTAssertEqual(try TestShell().output(row.code), row.output + "\n", row.name) }
    }
}
