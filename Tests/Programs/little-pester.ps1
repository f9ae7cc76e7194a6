# mini pester
$mod = New-Module -Name MiniPester -ScriptBlock {
    $script:stack = [System.Collections.Generic.Stack[string]]::new()
    $script:results = [System.Collections.Generic.List[object]]::new()
    $script:before = @{}
    function Describe { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)][string]$Name, [string[]]$Tag, [Parameter(Position = 1)][scriptblock]$Fixture)
        $script:stack.Push($Name)
        try { & $Fixture } finally { [void]$script:stack.Pop() }
    }
    Set-Alias Context Describe
    function BeforeEach { param([scriptblock]$b) $script:before[($script:stack.ToArray() -join '/')] = $b }
    function It { [CmdletBinding(DefaultParameterSetName = 'Normal')] param([Parameter(Position = 0)][string]$Name, [Parameter(Position = 1)][scriptblock]$Test, [Parameter(ParameterSetName = 'Skip')][switch]$Skip, [hashtable[]]$TestCases)
        $cases = if ($TestCases) { $TestCases } else { @{} }
        foreach ($c in $cases) {
            $title = [regex]::Replace($Name, '<(\w+)>', { param($m) $c[$m.Groups[1].Value] })
            $r = [pscustomobject]@{ PSTypeName = 'MiniPester.Result'; Path = ($script:stack.ToArray()[($script:stack.Count)..0] -ne $null) -join '.'; Name = $title; Result = 'Passed'; Message = '' }
            if ($Skip) { $r.Result = 'Skipped' }
            else {
                try { $b = $script:before[($script:stack.ToArray() -join '/')]; if ($b) { . $b }; & $Test @c } catch { $r.Result = 'Failed'; $r.Message = $_.Exception.Message }
            }
            $script:results.Add($r)
        }
    }
    function Should { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$Actual, [Parameter(ParameterSetName='Be', Position=0)][object]$Be, [Parameter(ParameterSetName='Throw')][switch]$Throw, [string]$ErrorId, [Parameter(ParameterSetName='OfType')][type]$BeOfType, [Parameter(ParameterSetName='Null')][switch]$BeNullOrEmpty, [Parameter(ParameterSetName='Match')][string]$Match, [Parameter(ParameterSetName='Count')][int]$HaveCount, [switch]$Not)
        begin { $all = @() }
        process { $all += , $Actual }
        end {
            $v = if ($all.Count -eq 1) { $all[0] } else { $all }
            $ok = switch ($PSCmdlet.ParameterSetName) {
                'Be' { if ($v -is [array] -or $Be -is [array]) { ("$v" -eq "$Be") -and @($v).Count -eq @($Be).Count } else { $v -eq $Be } }
                'Throw' { try { & $v; $false } catch { !$ErrorId -or $_.FullyQualifiedErrorId -like "$ErrorId*" } }
                'OfType' { $v -is $BeOfType }
                'Null' { [string]::IsNullOrEmpty($v) }
                'Match' { $v -match $Match }
                'Count' { $all.Count -eq $HaveCount }
            }
            if ([bool]$ok -eq [bool]$Not) { throw [System.Exception]::new("Expected $(if ($Not) {'not '})$($PSCmdlet.ParameterSetName) '$Be$BeOfType$Match' but got '$v'") }
        }
    }
    function Get-Results { $script:results.ToArray() }
    Export-ModuleMember -Function * -Alias *
} 
$mod.Name; $mod.ExportedFunctions.Keys -join ','; $mod.ExportedAliases.Keys
Describe 'Calculator' {
    BeforeEach { $x = 5 }
    It 'adds <a> and <b>' -TestCases @{ a = 1; b = 2; e = 3 }, @{ a = 2; b = 2; e = 5 } { param($a, $b, $e) $a + $b | Should -Be $e }
    Context 'inner' {
        It 'throws' { { throw 'bad' } | Should -Throw }
        It 'id' { { Get-Item /nonexistent -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand' }
        It 'type' { 1.5 | Should -BeOfType [double] }
        It 'type2' { 1.5 | Should -BeOfType double }
        It 'count' { 1, 2, 3 | Should -HaveCount 3 }
        It 'not null' { 'x' | Should -Not -BeNullOrEmpty }
        It 'skipped' -Skip { throw 'no' }
        It 'match' { 'hello' | Should -Match '^h' }
    }
}
Get-Results | Format-Table -Property Path, Name, Result, Message -AutoSize -Wrap
Get-Results | Group-Object Result -NoElement | Sort-Object Name | % { '{0}: {1}' -f $_.Name, $_.Count }
& $mod { $script:stack.Count; $script:results.Count }
$sb = { $script:results.Count }
& $mod $sb
$bound = $mod.NewBoundScriptBlock({ $script:results[0].Name }); & $bound
$mod.Invoke({ $script:before.Count })
$sb.Module -eq $null; $bound.Module.Name
$mod.SessionState.PSVariable.GetValue('results').Count
Remove-Module MiniPester
Get-Command Describe -ErrorAction SilentlyContinue | Measure-Object | % Count
