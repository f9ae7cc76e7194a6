#requires -Version 3
[CmdletBinding()]
param([string]$LogDir = (Join-Path ([IO.Path]::GetTempPath()) ("log" + [guid]::NewGuid().ToString('N'))))
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
enum LogLevel { Debug = 0; Info = 1; Warning = 2; Error = 3 }
$script:MinLevel = [LogLevel]::Info
$script:Now = [datetime]'2024-02-29T23:59:58'
function Get-Now { $script:Now = $script:Now.AddSeconds(1); $script:Now }
function Write-Log
{
    [CmdletBinding()]
    Param
    (
        [Parameter(Mandatory=$true, ValueFromPipelineByPropertyName=$true, Position=0)]
        [ValidateNotNullOrEmpty()]
        [Alias("LogContent")]
        [string]$Message,

        [Parameter(Mandatory=$false)]
        [Alias('LogPath')]
        [string]$Path = "$LogDir/PowerShellLog.log",

        [Parameter(Mandatory=$false)]
        [LogLevel]$Level="Info",

        [Parameter(Mandatory=$false)]
        [switch]$NoClobber
    )
    Begin { $VerbosePreference = 'SilentlyContinue' }
    Process
    {
        if ((Test-Path $Path) -AND $NoClobber) {
            Write-Error "Log file $Path already exists, and you specified NoClobber. Either delete the file or specify a different name."
            Return
        }
        elseif (!(Test-Path $Path)) {
            Write-Verbose "Creating $Path."
            $NewLogFile = New-Item $Path -Force -ItemType File
        }
        if ($Level -lt $script:MinLevel) { return }
        $FormattedDate = (Get-Now).ToString("yyyy-MM-dd HH:mm:ss")
        switch ($Level) {
            'Error' { $LevelText = 'ERROR:' }
            'Warning' { $LevelText = 'WARNING:' }
            { $_ -le 'Info' } { $LevelText = 'INFO:' }
        }
        "$FormattedDate $LevelText $Message" | Out-File -FilePath $Path -Append
    }
    End { }
}
try {
    Write-Log 'starting'
    Write-Log -Message 'detail' -Level Debug
    Write-Log 'careful' -Level Warning
    [pscustomobject]@{ Message = 'from object' } | Write-Log
    1..3 | % { [pscustomobject]@{ LogContent = "item $_" } } | Write-Log -Level Error
    try { Write-Log -NoClobber 'x' } catch { Write-Log -Level Error -Message ($_.Exception.Message -replace [regex]::Escape($LogDir), '<dir>') }
    try { Write-Log '' } catch { Write-Log -Level Error -Message $_.Exception.Message }
    try { Write-Log 'x' -Level Fatal } catch { Write-Log -Level Error -Message $_.Exception.Message }
    try { $undefinedThing } catch { Write-Log -Level Error $_.Exception.Message }
    try { [pscustomobject]@{a=1} | % { $_.b } } catch { Write-Log -Level Error $_.Exception.Message }
    Get-Content "$LogDir/PowerShellLog.log"
    '--'
    Get-Content "$LogDir/PowerShellLog.log" | Select-String 'ERROR: item' | ForEach-Object { $_.LineNumber.ToString() + ':' + $_.Line }
    $summary = Get-Content "$LogDir/PowerShellLog.log" | ForEach-Object { if ($_ -match '^(?<d>\S+) (?<t>\S+) (?<lvl>\w+): (?<msg>.*)$') { [pscustomobject]@{ Time = [datetime]::ParseExact("$($Matches.d) $($Matches.t)", 'yyyy-MM-dd HH:mm:ss', $null); Level = $Matches.lvl; Message = $Matches.msg } } }
    $summary | Group-Object Level -NoElement | Sort-Object Count -Descending | Format-Table -AutoSize
    $summary | Select-Object -First 3
    $summary | Measure-Object -Property Time -Minimum -Maximum | Select Count, Minimum, Maximum | fl
}
finally { Remove-Item $LogDir -Recurse -Force; "removed: $(-not (Test-Path $LogDir))" }
