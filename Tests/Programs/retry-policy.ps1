#Requires -Version 5.1
using namespace System.Management.Automation
using namespace System.Collections.Generic
class TransientException : System.Exception { [int]$StatusCode; [timespan]$RetryAfter = [timespan]::Zero
    TransientException([string]$m, [int]$c) : base($m) { $this.StatusCode = $c }
    TransientException([string]$m, [int]$c, [Exception]$inner) : base($m, $inner) { $this.StatusCode = $c } }
class FatalException : System.InvalidOperationException { FatalException([string]$m) : base($m) { } }
class Policy { [int]$MaxRetry = 3; [scriptblock]$Backoff = { param($n) [math]::Pow(2, $n) * 100 }; [List[string]]$Log = [List[string]]::new(); hidden [int]$attempt
    [object] Execute([scriptblock]$action) {
        $this.attempt = 0
        while ($true) {
            $this.attempt++
            try { return (& $action $this.attempt) }
            catch [TransientException] {
                $ex = $_.Exception
                $delay = & $this.Backoff $this.attempt
                $this.Log.Add("attempt $($this.attempt) failed with $($ex.StatusCode): $($ex.Message); wait $delay ms")
                if ($this.attempt -gt $this.MaxRetry) { throw [FatalException]::new("gave up after $($this.attempt)") }
            }
            catch [System.FormatException], [System.InvalidCastException] { $this.Log.Add("conversion: $($_.Exception.GetType().Name)"); return -1 }
            finally { $this.Log.Add("finally $($this.attempt)") }
        }
        return $null
    }
}
$p = [Policy]::new()
$p.Execute({ param($n) if ($n -lt 3) { throw [TransientException]::new('busy', 429) } "done in $n" }); $p.Log; $p.Log.Clear()
$p.MaxRetry = 1; $p.Backoff = { 5 }
try { $p.Execute({ throw [TransientException]::new('down', 503, [System.TimeoutException]::new('t/o')) }) } catch [FatalException] { "fatal: $($_.Exception.Message) / $($_.Exception.GetType().BaseType.Name)" }
$p.Log -join '; '; $p.Log.Clear()
$p.Execute({ [int]::Parse('abc') }); $p.Log -join '; '
try { $p.Execute({ Get-Item nofile -ErrorAction Stop }) } catch { $_.Exception.GetType().FullName; $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.InvocationInfo.MyCommand.Name }
function Invoke-Step { [CmdletBinding()] param([string]$Name, [scriptblock]$Do, [switch]$ContinueOnError)
    $r = [ordered]@{ Name = $Name; Status = 'Unknown'; Output = $null; Error = $null }
    try { $r.Output = & $Do; $r.Status = 'Succeeded' } catch { $r.Status = 'Failed'; $r.Error = $_; if (-not $ContinueOnError) { $PSCmdlet.ThrowTerminatingError($_) } } finally { [pscustomobject]$r | Write-Output }
}
$res = @(Invoke-Step a { 1 + 1 }; Invoke-Step b { throw 'boom' } -ContinueOnError; try { Invoke-Step c { 1 / 0 } } catch { "caught $($_.Exception.Message)" })
$res | Where-Object { $_.PSObject.Properties['Status'] } | Format-Table Name, Status, Output, @{ n = 'Err'; e = { $_.Error.Exception.Message } } -AutoSize; $res[-1]
# error details, nested, rethrow
function L3 { throw [System.ApplicationException]::new('deep', [System.IO.FileNotFoundException]::new('missing', 'f.txt')) }; function L2 { try { L3 } catch { throw } }; function L1 { try { L2 } catch { Write-Error -Exception $_.Exception -Message 'wrapped' -ErrorId 'L1Fail' -Category ReadError -TargetObject 42 -RecommendedAction 'retry' -ErrorAction Stop } }
try { L1 } catch { $er = $_; $er.FullyQualifiedErrorId; $er.CategoryInfo.ToString(); $er.TargetObject; $er.ErrorDetails.Message; $er.ErrorDetails.RecommendedAction; $er.Exception.InnerException.FileName; $x = $er.Exception; while ($x) { $x.GetType().Name; $x = $x.InnerException } }
$er2 = [ErrorRecord]::new([Exception]'m', 'id1', [ErrorCategory]::NotSpecified, $null); $er2.ErrorDetails = [ErrorDetails]::new('details text'); "$er2"; try { throw $er2 } catch { $_.ToString(); $_.FullyQualifiedErrorId }
Write-Error 'plain' -ErrorVariable +evs 2>$null; Write-Error 'second' -ErrorVariable +evs -ErrorAction SilentlyContinue; $evs.Count; $evs[1].Exception.Message; $evs[0].GetType().Name
$err = $( Write-Error 'to var' ) 2>&1; $err.GetType().Name; "$err"
& { $ErrorActionPreference = 'Stop'; try { Write-Error 'now terminating' } catch { 'T: ' + $_.Exception.GetType().Name } }
try { Invoke-Expression 'if (' } catch { $_.Exception.GetType().Name; $_.Exception.Errors[0].ErrorId }
try { & nonexistent-cmd-xyz } catch [CommandNotFoundException] { $_.Exception.CommandName; $_.FullyQualifiedErrorId }
try { Get-Content -Path } catch { $_.Exception.GetType().Name; $_.FullyQualifiedErrorId }
try { Get-Date -Foo } catch { $_.Exception.Message; $_.Exception.ErrorId; $_.Exception.ParameterName }
try { [System.IO.File]::ReadAllText('/no/such') } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().Name }
try { $null.Method() } catch { $_.FullyQualifiedErrorId }; try { 'a'.NoMethod() } catch { $_.Exception.Message }; try { [int]'abc' } catch { $_.Exception.Message }; try { [nosuch.type]::x } catch { $_.Exception.Message }; try { New-Object No.Such } catch { $_.FullyQualifiedErrorId }; try { 1..3 | % { if ($_ -eq 2) { throw "at $_" }; $_ } } catch { "$_" }
$Error.Clear(); $Error.Count; 1 / 0 2>$null; try { 1 / 0 } catch {}; $Error.Count; $Error[0].Exception.GetType().Name
Get-Error -Newest 1 | Out-Null; $? ; trap { "trap: $_"; continue }; throw 'final'; 'after trap'
