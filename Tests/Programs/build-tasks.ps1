$script:tasks = [ordered]@{}
function Task { param([Parameter(Mandatory)][string]$Name, [string[]]$Depends = @(), [scriptblock]$Action = {}, [scriptblock]$PreCondition = { $true })
    $script:tasks[$Name] = [pscustomobject]@{ Name = $Name; Depends = $Depends; Action = $Action; Pre = $PreCondition; Done = $false; Duration = [timespan]::Zero } }
function Invoke-Task { param([string]$Name, [string[]]$Stack = @())
    if ($Name -in $Stack) { throw "Circular reference: $(@($Stack; $Name) -join ' -> ')" }
    $t = $script:tasks[$Name] ?? $(throw "Unknown task '$Name'")
    if ($t.Done) { return }
    foreach ($d in $t.Depends) { Invoke-Task $d ($Stack + $Name) }
    if (-not (& $t.Pre)) { "Skipping $Name"; return }
    "Executing $Name"
    $sw = [System.Diagnostics.Stopwatch]::StartNew()
    & $t.Action
    $sw.Stop(); $t.Duration = $sw.Elapsed; $t.Done = $true
}
task Clean -Action { 'rm -rf out' }
task Compile -Depends Clean -Action { 'cc *.c' }
task Test -depends Compile -Action { 'running tests' }
task Deploy -depends Test -PreCondition { $false } -Action { 'never' }
task A -depends B; task B -depends A
Invoke-Task Deploy
try { Invoke-Task A } catch { "Error: $_" }
try { Invoke-Task Zzz } catch { "Error: $_" }
$script:tasks.Values | Where-Object Done | Select-Object Name, @{n='Ran';e={ $_.Duration -ge [timespan]::Zero }} | ft -a
