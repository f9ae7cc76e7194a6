# proxy functions and steppable pipelines
function Get-ChildItem2 {
    [CmdletBinding(DefaultParameterSetName='Items')]
    param(
        [Parameter(ParameterSetName='Items', Position=0, ValueFromPipeline=$true, ValueFromPipelineByPropertyName=$true)]
        [string[]]${Path},
        [Parameter(Position=1)][string]${Filter},
        [switch]${Recurse}, [switch]$HumanReadable)
    begin {
        try {
            $outBuffer = $null
            if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer)) { $PSBoundParameters['OutBuffer'] = 1 }
            [void]$PSBoundParameters.Remove('HumanReadable')
            $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand('Microsoft.PowerShell.Management\Get-ChildItem', [System.Management.Automation.CommandTypes]::Cmdlet)
            $scriptCmd = if ($HumanReadable) { { & $wrappedCmd @PSBoundParameters | Select-Object Name, @{ n = 'Size'; e = { if ($_.PSIsContainer) { '<DIR>' } else { '{0:N1}K' -f ($_.Length / 1KB) } } } } } else { { & $wrappedCmd @PSBoundParameters } }
            $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)
            $steppablePipeline.Begin($PSCmdlet)
        } catch { throw }
    }
    process { try { $steppablePipeline.Process($_) } catch { throw } }
    end { try { $steppablePipeline.End() } catch { throw } }
}
[void](New-Item -ItemType Directory d1/sub -Force); Set-Content d1/a.txt ('x' * 2048) -NoNewline; Set-Content d1/b.log 'y'; Set-Content d1/sub/c.txt 'zz'
Get-ChildItem2 d1 -HumanReadable
'd1', 'd1/sub' | Get-ChildItem2 -HumanReadable | ft -a
(Get-ChildItem2 d1 *.txt -Recurse).Name
function Out-Default2 { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject) begin { $sp = { Microsoft.PowerShell.Core\ForEach-Object { "[$_]" } }.GetSteppablePipeline(); $sp.Begin($true) } process { $sp.Process($InputObject) } end { $sp.End() } }
1..3 | Out-Default2
function Write-Host2 { param([Parameter(ValueFromRemainingArguments)]$Object, [switch]$NoNewline, $ForegroundColor) Microsoft.PowerShell.Utility\Write-Host "[log] $Object" @(if ($NoNewline) { @{ NoNewline = $true } }) }
Write-Host2 a b c
# Measure with script stopwatch and Begin/Process/End counters
function Test-Flow { [CmdletBinding()] param([Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName)][Alias('FullName')][string]$Name, [Parameter(ValueFromPipelineByPropertyName)][int]$Length = -1)
 begin { $n = 0; "begin $($PSCmdlet.MyInvocation.ExpectingInput)" } process { $n++; "$n $(Split-Path $Name -Leaf) $Length" } end { "end $n" } }
Get-ChildItem d1 -File | Test-Flow
'p','q' | Test-Flow
Test-Flow -Name solo -Length 3
