function Invoke-CommandWithRetry {
    [CmdletBinding()]
    Param(
        [Parameter(Position=0, Mandatory=$true)]
        [scriptblock]$ScriptBlock,
        [Parameter(Position=1, Mandatory=$false)]
        [int]$Maximum = 5,
        [Parameter(Position=2, Mandatory=$false)]
        [int]$Delay = 0,
        [type[]]$Only = @([System.Exception])
    )
    Begin { $cnt = 0 }
    Process {
        do {
            $cnt++
            try {
                $ErrorActionPreference = 'Stop'
                & $ScriptBlock
                return
            } catch {
                $ex = $_.Exception
                $hit = $Only | Where-Object { $ex -is $_ -or $ex.InnerException -is $_ }
                if (-not $hit) { throw }
                Write-Warning ("Attempt {0}/{1} failed: {2}" -f $cnt, $Maximum, $ex.InnerException.Message)
                Write-Debug $_.ScriptStackTrace
                [Threading.Thread]::Sleep($Delay)
            }
        } while ($cnt -lt $Maximum)
        throw [System.TimeoutException]::new("Execution failed after $cnt attempts.", $ex)
    }
}
$script:n = 0
Invoke-CommandWithRetry { $script:n++; if ($script:n -lt 3) { [int]::Parse('x') } ; "ok at $script:n" } 3>&1
try { Invoke-CommandWithRetry { Get-Item /no/such/file } -Maximum 2 3>&1 } catch { '{0}: {1} <- {2}' -f $_.Exception.GetType().FullName, $_.Exception.Message, $_.Exception.InnerException.GetType().Name }
try { Invoke-CommandWithRetry { 1/0 } -Only ([System.IO.IOException]) } catch [DivideByZeroException] { "div: $_" } catch { "other: $($_.Exception.GetType())" }
$e = $null
try { Invoke-CommandWithRetry { throw 'plain' } -Max 1 3>$null } catch { $e = $_ }
$e.Exception.GetBaseException().Message
$e.CategoryInfo.ToString()
$e.FullyQualifiedErrorId
$e.Exception.InnerException.ErrorRecord.CategoryInfo.Category
$Error.Count -gt 0
function Test-Finally { try { 'a'; return 'b' } finally { 'cleanup' | Out-Host } }
Test-Finally
& { trap { "trapped: $($_.Exception.Message)"; continue } ; 'before'; throw 'x1'; 'after' }
& { trap [System.FormatException] { "fmt"; continue } trap { "gen $_"; continue }; [datetime]::Parse('zz'); $null.Foo(); 'end' }
function Get-Thing { [CmdletBinding()] param($Id) if ($Id -gt 2) { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([System.ArgumentOutOfRangeException]::new('Id', $Id, 'too large'), 'ThingTooLarge', [System.Management.Automation.ErrorCategory]::InvalidArgument, $Id)) } ; "thing $Id" }
1..4 | % { try { Get-Thing $_ } catch { $_.FullyQualifiedErrorId; $_.TargetObject; $_.Exception.Message } }
