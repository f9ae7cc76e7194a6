function New-Counter { param([int]$Start = 0, [int]$Step = 1) $count = $Start; return { $script:count += $Step; $script:count }.GetNewClosure() }
$a = New-Counter; $b = New-Counter -Start 10 -Step 5
& $a; & $a; & $b; & $b; & $a
$adders = 1..3 | % { $n = $_; { param($x) $x + $n }.GetNewClosure() }; $adders | % { & $_ 10 }
function Compose([scriptblock[]]$f) { { param($x) foreach ($g in $f) { $x = & $g $x }; $x }.GetNewClosure() }
& (Compose { $args[0] + 1 }, { $args[0] * 2 }) 5
$memo = @{}; function Fib([bigint]$n) { if ($memo.ContainsKey("$n")) { return $memo["$n"] }; $r = if ($n -lt 2) { $n } else { (Fib ($n - 1)) + (Fib ($n - 2)) }; $memo["$n"] = $r; $r }; "$(Fib 90)"
filter Double { $_ * 2 }; 1..3 | Double
function Measure-It { begin { $c = 0 } process { $c += $_ } end { $c } }; 1..10 | Measure-It
function Take([int]$n) { begin { $i = 0 } process { if ($i++ -lt $n) { $_ } } }; 1..100 | Take 3
$sb = [scriptblock]::Create('param($a,$b) $a * $b'); & $sb 6 7; $sb.Invoke(2, 3); $sb.Ast.ParamBlock.Parameters.Count; $sb.InvokeReturnAsIs(4, 5)
{ $_ + $y }.InvokeWithContext(@{}, [psvariable[]]@([psvariable]::new('_', 5), [psvariable]::new('y', 6)), @())
{ Do-It 3 }.InvokeWithContext(@{ 'Do-It' = { param($n) $n * 100 } }, $null)
1..3 | & { process { "[$_]" } }
1..3 | ForEach-Object -Begin { 'b' } -Process { $_ } -End { 'e' }
$pipeline = { $input | Sort-Object -Descending }; 3, 1, 2 | & $pipeline
& { param([Parameter(ValueFromPipeline)]$p, $t = 'd') process { "$p$t" } } -t x -p y
$f = ${function:Double}; $f.GetType().Name; ${function:Triple} = { process { $_ * 3 } }; 2 | Triple
function Outer { $v = 'outer'; function Inner { $v; $v = 'inner'; $v }; Inner; $v }; Outer
$x = 1; & { $x = 2 }; $x; . { $x = 3 }; $x; function SetG { $global:x = 4 }; SetG; $x
function Get-Dyn { [CmdletBinding()] param([string]$Kind)
  dynamicparam { if ($Kind -eq 'num') { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $attr = [System.Management.Automation.ParameterAttribute]@{ Mandatory = $true; HelpMessage = 'n' }; $col = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $col.Add($attr); $col.Add([System.Management.Automation.ValidateRangeAttribute]::new(1, 5)); $d.Add('Number', [System.Management.Automation.RuntimeDefinedParameter]::new('Number', [int], $col)); $d } }
  process { "$Kind $($PSBoundParameters['Number'])" } }
Get-Dyn -Kind num -Number 3; Get-Dyn -Kind x; try { Get-Dyn -Kind num -Number 9 } catch { $_.Exception.Message }; try { Get-Dyn -Kind x -Number 3 } catch { $_.FullyQualifiedErrorId }
$o = [pscustomobject]@{ N = 2 } | Add-Member -MemberType ScriptMethod -Name Pow -Value { param($e) [math]::Pow($this.N, $e) } -PassThru | Add-Member ScriptProperty Sq { $this.N * $this.N } { param($v) $this.N = [math]::Sqrt($v) } -PassThru
$o.Pow(3); $o.Sq; $o.Sq = 49; $o.N; $o | Add-Member -NotePropertyMembers @{ Z = 1 }; $o.Z; $o.psobject.Properties.Name -join ','; $o
Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName Shout -Value { $this.ToUpper() + '!' }; 'hey'.Shout()
$obj = New-Module -AsCustomObject { $n = 0; function Inc { $script:n++; $script:n }; Export-ModuleMember -Function Inc -Variable n }; $obj.Inc(); $obj.Inc(); $obj.n
