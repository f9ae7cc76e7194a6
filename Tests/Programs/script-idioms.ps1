<#
.SYNOPSIS
  Mixed
.PARAMETER Mode
  mode
#>
#region setup
[CmdletBinding()]
Param(
    [Parameter(Position=0)] [ValidateSet('fast','slow')] [string] $Mode = 'fast',
    [switch] $DoIt
)
Begin { $acc = New-Object System.Collections.ArrayList; function Add-It ($x) { [void]$acc.Add($x) } }
Process { Add-It "process $Mode $($PSCmdlet.MyInvocation.MyCommand.Name)" }
End {
#endregion
$acc
data Strings { ConvertFrom-StringData @'
hello = Hello {0}
bye = Bye
'@ }
$Strings.hello -f 'x'; $Strings.bye
Set-Content nums.txt (1..6); switch -File nums.txt { { [int]$_ % 2 } { continue } '4' { "four"; break } default { "even $_" } }
$i = 5; while ($i --> 0) { if ($i -eq 2) { break }; "w$i" } ; do { "once" } while ($false)
function Get-Stuff {
    <# .SYNOPSIS Gets #>
    param ( $a = $(throw 'a is required'), $b )
    return @{ a = $a
              b = $b }
}
try { Get-Stuff } catch { $_.Exception.Message }
(Get-Stuff 1 2).b
$result = Get-Stuff `
    -a 10 `
    -b 20
$result.a + $result['b']
$long = 'a' + `
  'b'
$long
$pipe = 1..5 |
    Where-Object { $_ -gt 1 } |
    # comment in the middle
    ForEach-Object {
        $_ * 10
    }
"$pipe"
$chained = 'x'.PadLeft(3).
    PadRight(5).
    Replace(' ', '.')
$chained
[string]::Join(',', (1..3 | % { $_ * 2 }))
"nested: $("inner $("deep $(1+1)")")"
"escaped: `$var `"q`" {0} $(if ($true) { 'yes' } else { 'no' })" -f 'fmt'
'single $novar ''quoted'''
@"
Here "string" $($acc.Count) $(
  'multi'
)
"@
$h = @{
    'key one' = 1; key2 = 'two'
    key3 = @( 'a', 'b'
      'c' )
    sb = { param($x) $x + 1 }
}
$h.'key one'; $h.key3.Count; & $h.sb 4; $h['key2'].Length
$h.GetEnumerator() | Sort-Object { $_.Key } | ForEach-Object -Process { "{0} => {1}" -f $_.Key, ($_.Value -join '+') } | Select-Object -First 2
if (-not (Test-Path variable:undefinedvar)) { 'undef' }; if ($undefinedvar) { } elseif (!$undefinedvar -and $h.Count -ge 4) { 'elif' } else { 'no' }
${weird-name} = 7; ${weird-name} + 1; $env:MY_VAR = 'env'; "$env:MY_VAR-$($env:MY_VAR)"; ${env:MY_VAR}
$a, $b = $b, $a; $x = $y = 3; "$x$y"; [int]$typed = '42'; $typed.GetType().Name; try { $typed = 'abc' } catch { 'cannot' }; $arr = @(); $arr += , (1, 2); $arr += , (3, 4); $arr.Count; $arr[1][0]
$null = $arr.Clone(); [void](1 + 1); 1 + 1 | Out-Null; $(1; 2) -join '-'; @(1; 2).Count; (1, 2, 3)[1..2] -join ''; 'abcdef'[1..3] -join ''; 'abc'.ToCharArray()[-1]
1..3 | & { process { $_ + 100 } }; 1..3 | . { begin { $s = 0 } process { $s += $_ } end { $s } }; & { $args.Count } 1 2 3; & { param($p, [switch]$q) "$p $q" } -q 5
function f1 { 'out1'; 'out2'; return 'ret'; 'never' }; @(f1).Count; $r = f1; $r[-1]; function f2 { $script:sideEffect = 'set' }; f2; $sideEffect; function f3([int]$n) { if ($n) { $n; f3 ($n - 1) } }; (f3 3) -join ','; function script:f4 { 'f4' }; f4; function global:f5 { 'f5' }; f5; filter evens { if ($_ % 2 -eq 0) { $_ } }; 1..6 | evens | Measure-Object -Sum | % Sum
try { try { throw 'inner' } finally { 'fin1' } } catch { "outer caught $_" } finally { 'fin2' }
try { [void][int]::Parse('x') } catch [System.FormatException] { 'format' } catch { 'other' }
try { throw [System.IO.FileNotFoundException]::new('nf') } catch [System.IO.DirectoryNotFoundException], [System.IO.FileNotFoundException] { $_.Exception.GetType().Name }
try { Write-Error 'e1' -ErrorAction Stop } catch { $_.Exception.Message; $_.CategoryInfo.Reason }
$ErrorActionPreference = 'SilentlyContinue'; Get-Item /nope; $Error[0].Exception.Message; $Error[0].CategoryInfo.Category; $ErrorActionPreference = 'Continue'
function Get-Dyn { [CmdletBinding()] param() DynamicParam { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $at = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $at.Add([Parameter]@{ Mandatory = $false }); $at.Add([ValidateSet]::new('p', 'q')); $d.Add('Dyn', [System.Management.Automation.RuntimeDefinedParameter]::new('Dyn', [string], $at)); $d } process { "dyn=$($PSBoundParameters['Dyn'])" } }; Get-Dyn -Dyn q
Register-ArgumentCompleter -CommandName Get-Dyn -ParameterName Dyn -ScriptBlock { param($c, $p, $w) 'zeta' }; $tc = TabExpansion2 'Get-Dyn -D' 10; $tc.CompletionMatches.Count -ge 1
$sb = { $x = 1; function q { 'q' } }; . $sb; $x; q; $ExecutionContext.SessionState.Path.Combine('a', 'b'); $ExecutionContext.SessionState.Path.GetResolvedPSPathFromPSPath('.').Count; $PSCmdlet.GetUnresolvedProviderPathFromPSPath('zz') -eq (Join-Path $PWD zz); $PSCmdlet.SessionState.PSVariable.Get('Mode').Value; $PSBoundParameters.Count
& { Set-StrictMode -Version 2; try { $nope } catch { $_.FullyQualifiedErrorId }; try { (1).foo } catch { $_.FullyQualifiedErrorId }; try { @(1)[5] } catch { 'idx' }; $z = @{}; $null -eq $z.missing }
[int]$script:counter = 0; 1..3 | % { $counter++ }; $counter; $j = 0; (1..3 | % { $j++; $j }) -join ''; $fnv = ${function:f4}; & $fnv; (Get-ChildItem function:f?).Name -contains 'f4'; Get-Variable -Name cou* -ValueOnly; Get-Variable -Scope 0 -Name j | % Value; New-Variable -Name ro -Value 1 -Option ReadOnly; try { $ro = 2 } catch { $_.FullyQualifiedErrorId }; Remove-Variable ro -Force; Set-Variable -Name con -Value 5 -Option Constant; try { $con = 6 } catch { $_.Exception.Message }; Clear-Variable j; $null -eq $j
$out = & { 'o'; Write-Warning 'w'; Write-Verbose 'v' -Verbose; Write-Error 'e'; Write-Information 'i' } *>&1; $out | % { $_.GetType().Name }; $e = & { Write-Error 'only' } 2>&1; "$e"; 'to file' > r.txt; 'more' >> r.txt; (gc r.txt).Count; Write-Warning 'hid' 3>$null; $t = sh -c 'echo out; echo err >&2' 2>&1; $t.Count; $t[1].GetType().Name; $LASTEXITCODE; sh -c 'exit 4'; $LASTEXITCODE; $?; 'a', 'b' | sh -c 'cat -n' | % Trim; $nat = sh -c 'printf "x y\nz"'; $nat.Count; (sh -c 'echo $0 $1' 'a b' 'c'); $env:FOO2 = 'bar'; sh -c 'echo $FOO2'; & 'sh' @('-c', 'echo splat')
exit 0
}
