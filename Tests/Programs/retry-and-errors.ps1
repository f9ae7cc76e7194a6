function Invoke-WithRetry {
    [CmdletBinding()]
    param([Parameter(Mandatory)][scriptblock]$ScriptBlock, [int]$MaxAttempts = 3, [double]$Backoff = 0.01, [type[]]$On = @([System.Exception]), [object[]]$ArgumentList)
    $attempt = 0
    while ($true) {
        $attempt++
        try { return & $ScriptBlock @ArgumentList }
        catch {
            $ex = $_.Exception
            $retriable = $On.Where({ $ex -is $_ }).Count -gt 0
            if (-not $retriable -or $attempt -ge $MaxAttempts) { Write-Verbose "giving up after $attempt"; throw }
            Write-Warning ("Attempt {0} failed: {1}. Waiting {2:N2}s" -f $attempt, $ex.Message, ($Backoff * [math]::Pow(2, $attempt - 1)))
            Start-Sleep -Milliseconds ($Backoff * 1000)
        }
        finally { Write-Debug "end of $attempt" }
    }
}
$n = 0
Invoke-WithRetry { $script:n++; if ($script:n -lt 3) { throw [System.IO.IOException]::new("flaky $script:n") }; "ok after $script:n" }
try { Invoke-WithRetry { throw [System.InvalidOperationException]'nope' } -On ([System.IO.IOException]) -Verbose } catch [System.InvalidOperationException] { "caught: $($_.Exception.Message) at line $($_.InvocationInfo.ScriptLineNumber)" }
Invoke-WithRetry { param($a, $b) "$a-$b" } -ArgumentList 1, 2
function Test-Finally { try { 'try'; return 'ret' } catch { 'catch' } finally { 'finally' } }
Test-Finally
try { try { 1 / 0 } catch [System.IO.IOException] { 'io' } finally { 'inner finally' } } catch [System.DivideByZeroException] { "outer: $($_.Exception.GetType().Name)" }
try { [int]'abc' } catch [System.InvalidCastException], [System.FormatException] { "conv: $($_.CategoryInfo.Category) $($_.FullyQualifiedErrorId)" }
try { Get-Content /nope -ErrorAction Stop } catch [System.Management.Automation.ItemNotFoundException] { "nf: $($_.TargetObject) $($_.CategoryInfo)" }
try { nosuchcommand } catch [System.Management.Automation.CommandNotFoundException] { $_.Exception.CommandName; $_.CategoryInfo.Reason }
$e = try { throw @{ code = 42 } } catch { $_ }; $e.TargetObject.code; $e.Exception.Message
try { Write-Error 'custom' -ErrorId My.Id -Category ResourceBusy -TargetObject 5 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; "$($_.CategoryInfo)"; $_.Exception.GetType().FullName }
function Thrower { [CmdletBinding()] param() $er = [System.Management.Automation.ErrorRecord]::new([System.ArgumentException]::new('bad arg', 'p'), 'BadArg', [System.Management.Automation.ErrorCategory]::InvalidArgument, 'tgt'); $er.ErrorDetails = [System.Management.Automation.ErrorDetails]::new('detail text'); $PSCmdlet.ThrowTerminatingError($er) }
try { Thrower } catch { "$_"; $_.FullyQualifiedErrorId; $_.Exception.Message; $_.InvocationInfo.MyCommand.Name }
Thrower -ErrorAction SilentlyContinue; $?
$Error.Clear(); 1..3 | % { Write-Error "e$_" -ErrorAction SilentlyContinue }; $Error.Count; "$($Error[0])"
function WithVars { [CmdletBinding()] param() Write-Warning w1; Write-Error e1; Write-Information i1; Write-Output o1 }
$r = WithVars -ErrorVariable ev -WarningVariable wv -InformationVariable iv -OutVariable ov -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
$ev[0].ToString(); $wv[0].Message; $iv[0].MessageData; $ov[0]; $r
trap { "trapped: $_"; continue }
throw 'final'
'after trap'
$ErrorActionPreference = 'Stop'
try { Get-Item nosuch1, nosuch2 } catch { "stop: $($_.Exception.Message)" }
