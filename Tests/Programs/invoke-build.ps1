# Invoke-Build like: aliases, dsl, inputs/outputs, errors, summary
Set-Alias task Add-BuildTask
Set-Alias exec Invoke-BuildExec
Set-Alias assert Assert-Build
Set-Alias property Get-BuildProperty
Set-Alias equals Assert-BuildEquals
Set-Alias requires Test-BuildAsset
${*} = [PSCustomObject]@{ All = [System.Collections.Specialized.OrderedDictionary]([System.StringComparer]::OrdinalIgnoreCase); Tasks = [System.Collections.Generic.List[object]]@(); Errors = [System.Collections.Generic.List[object]]@(); Warnings = 0; Started = [datetime]'2024-01-01' }
function *Die($M, $C = 0) { *Throw -M $M -C $C }
function *Throw { param($M, $C) $PSCmdlet = $null; throw [System.Management.Automation.ErrorRecord]::new([Exception]"$M", 'IB', $C, $null) }
function *Path($P) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($P) }
function *Job($J) {
    if ($J -is [string]) { if ($J[0] -eq '?') { return $J.Substring(1), 1 } ; return $J, 0 }
    if ($J -is [scriptblock]) { return $J }
    throw [ArgumentException]"Invalid job."
}
function Add-BuildTask {
    [CmdletBinding()]
    param(
        [Parameter(Position=0, Mandatory=1)][string]$Name,
        [Parameter(Position=1)][object[]]$Jobs,
        [string[]]$After, [string[]]$Before, $If=-9, $Inputs, $Outputs, $Data, $Done, $Source=$MyInvocation, [switch]$Partial
    )
    if ($Name[0] -eq '?') { *Die "Task '$Name': Invalid task name." 5 }
    if ($null -ne ($_ = ${*}.All[$Name])) { ${*}.Redefined = $_; ${*}.All.Remove($Name) }
    $j1 = [System.Collections.Generic.List[object]]@()
    foreach ($j in $Jobs) { $r = @(*Job $j); if ($r.Count -eq 2) { $j1.Add([pscustomobject]@{ Ref = $r[0]; Safe = [bool]$r[1] }) } else { $j1.Add($r[0]) } }
    ${*}.All[$Name] = [PSCustomObject]@{ Name=$Name; Error=$null; Started=$null; Jobs=$j1; If=$If; Inputs=$Inputs; Outputs=$Outputs; Data=$Data; InvocationInfo=$Source }
}
function Assert-Build([Parameter()]$Condition, [string]$Message) { if (!$Condition) { *Die "Assertion failed.$(if ($Message) {" $Message"})" 7 } }
function Assert-BuildEquals([Parameter()]$A, $B) { if (![object]::Equals($A, $B)) { *Die @"
Objects are not equal:
A:$(if ($null -ne $A) {" $A [$($A.GetType())]"})
B:$(if ($null -ne $B) {" $B [$($B.GetType())]"})
"@ 7 } }
function Get-BuildProperty([Parameter(Mandatory=1)][string]$Name, $Value) {
    ${*n} = $Name
    ${*v} = $Value
    Remove-Variable Name, Value
    if (($null -ne ($_ = $PSCmdlet.GetVariableValue(${*n})) -and '' -ne $_) -or ($_ = [Environment]::GetEnvironmentVariable(${*n})) -or ($null -ne ($_ = ${*v}))) { return $_ }
    *Die "Missing property '${*n}'." 13
}
function Invoke-BuildExec { [CmdletBinding()] param([Parameter(Mandatory=1)][scriptblock]$Command, [int[]]$ExitCode=0, [string]$ErrorMessage, [switch]$Echo)
    & $Command
    if ($ExitCode -notcontains $global:LastExitCode) { *Die "$(if ($ErrorMessage) {"$ErrorMessage "})Command exited with code ${global:LastExitCode}. {$Command}" 8 } }
function Test-BuildAsset { [CmdletBinding()] param([string[]]$Variable, [string[]]$Environment) foreach ($_ in $Variable) { if ($null -eq ($$ = $PSCmdlet.GetVariableValue($_)) -or '' -eq $$) { *Die "Missing variable '$_'." 13 } } }
function Write-Build([ConsoleColor]$Color, [string]$Text) { foreach ($_ in $Text -split '\r\n|[\r\n]') { $_ } }
function *Task($Name, $Path, [switch]$Safe) {
    $Task = ${*}.All[$Name]; if (!$Task) { *Die "Missing task '$Name'." 13 }
    ${private:*p} = "$Path/$($Task.Name)"
    if ($Task.Error) { if (!$Safe) { throw $Task.Error }; return }
    if ($null -ne $Task.Started) { "Done ${*p}"; return }
    if ((-9).Equals($Task.If)) { } elseif ($Task.If -is [scriptblock] ? !(& $Task.If) : !$Task.If) { "Task ${*p} skipped."; return }
    $Task.Started = [datetime]::MinValue; ${*}.Tasks.Add($Task)
    try {
        $n = 0
        foreach ($j in $Task.Jobs) {
            if ($j -is [scriptblock]) {
                if ($Task.Inputs) {
                    $in = @($Task.Inputs | % { Get-Item $_ }); $out = @($Task.Outputs)
                    if ((Test-Path $out[0]) -and (Get-Item $out[0]).LastWriteTime -ge ($in | Measure-Object LastWriteTime -Maximum).Maximum) { "Skipping up-to-date output."; continue }
                }
                "Task ${*p}"
                . { . $j $Task }
            } else { if ($Path -split '/' -contains $j.Ref) { *Die "Cyclic: $Path/$($j.Ref)" 5 }; try { *Task $j.Ref ${*p} -Safe:$j.Safe } catch { if (!$j.Safe) { throw }; "?? $_" } }
        }
        "Done ${*p}"
    } catch { $Task.Error = $_; if (!$Safe) { ${*}.Errors.Add([pscustomobject]@{ Error = $_; Task = $Task.Name }) } ; "ERROR: $_"; throw }
}
$Configuration = 'Release'; $env:IB_X = 'from-env'
Set-Content in.txt 'data'; (Get-Item in.txt).LastWriteTime = '2020-01-01'
task Build Clean, { $c = property Configuration Debug; "building $c"; property IB_X; assert ($c -eq 'Release') 'c' }
task Clean { 'cleaning'; remove-item -ea ignore out.txt }
task Copy -Inputs in.txt -Outputs out.txt { Copy-Item in.txt out.txt; (Get-Item out.txt).LastWriteTime = '2021-01-01'; 'copied' }
task Copy2 -Inputs in.txt -Outputs out.txt { 'should not run' }
task Bad { equals 1 1L }
task Native { exec { sh -c 'exit 5' } -ErrorMessage 'sh failed.' }
task Skip -If ($false) { 'never' }
task Skip2 -If { 1 -gt 2 } { 'never' }
task Prop { property NoSuchThing }
task Req { requires -Variable Configuration, Nope }
task . Build, Copy, Copy2, Skip, Skip2, ?Bad, ?Native, ?Prop, ?Req, { 'all done' }
try { *Task . '' } catch { "FAILED $_" }
${*}.Tasks | ForEach-Object { '{0,-8} {1}' -f $_.Name, $(if ($_.Error) { 'error: ' + $_.Error.CategoryInfo.Category } else { 'ok' }) }
${*}.All.Keys -join ' '
try { task ?x {} } catch { "$_"; $_.FullyQualifiedErrorId }
try { task y 42 } catch { "$_"; $_.Exception.GetType().Name }
(Get-Alias task).Definition; ${*}.Errors.Count
