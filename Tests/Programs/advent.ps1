# day: calories
$input1 = "1000`n2000`n3000`n`n4000`n`n5000`n6000"
$elves = $input1 -split "`n`n" | ForEach-Object { ($_ -split "`n" | Measure-Object -Sum).Sum } | Sort-Object -Descending
$elves[0]; ($elves | Select-Object -First 3 | Measure-Object -Sum).Sum
# rucksack
$prio = { param([char]$c) if ([char]::IsLower($c)) { [int]$c - 96 } else { [int]$c - 38 } }
$r = 'vJrwpWtwJgWrhcsFMMfFFhFp', 'jqHRNqRjqzjGDLGLrsFMfFZSrLrFZsSL'
($r | % { $h = $_.Length / 2; $a, $b = [char[]]$_.Substring(0, $h), [char[]]$_.Substring($h); $common = $a | ? { $b -ccontains $_ } | Select-Object -First 1; & $prio $common } | Measure-Object -Sum).Sum
# stacks
$stacks = @{ 1 = [System.Collections.Generic.Stack[char]]::new([char[]]'ZN'); 2 = [System.Collections.Generic.Stack[char]]::new([char[]]'MCD'); 3 = [System.Collections.Generic.Stack[char]]::new([char[]]'P') }
'move 1 from 2 to 1', 'move 3 from 1 to 3', 'move 2 from 2 to 1', 'move 1 from 1 to 2' | % { if ($_ -match 'move (\d+) from (\d+) to (\d+)') { [int]$n, [int]$f, [int]$t = $Matches[1..3]; 1..$n | % { $stacks[$t].Push($stacks[$f].Pop()) } } }
-join (1..3 | % { $stacks[$_].Peek() })
# unique window
$s = 'mjqjpqmgbljsphdztnvjfqwrcgsmlb'; for ($i = 4; $i -le $s.Length; $i++) { if (($s[($i - 4)..($i - 1)] | Select-Object -Unique).Count -eq 4) { $i; break } }
# grid BFS
$grid = @'
S..#
.#..
...E
'@ -split "`n"
$q = [System.Collections.Queue]::new(); $seen = @{}
for ($y = 0; $y -lt $grid.Count; $y++) { $x = $grid[$y].IndexOf('S'); if ($x -ge 0) { $q.Enqueue(@($x, $y, 0)); $seen["$x,$y"] = 1 } }
:bfs while ($q.Count) { $x, $y, $d = $q.Dequeue(); foreach ($m in (0, 1), (1, 0), (0, -1), (-1, 0)) { $nx = $x + $m[0]; $ny = $y + $m[1]; if ($nx -lt 0 -or $ny -lt 0 -or $ny -ge $grid.Count -or $nx -ge $grid[0].Length) { continue }; $c = $grid[$ny][$nx]; if ($c -eq '#' -or $seen["$nx,$ny"]) { continue }; if ($c -eq 'E') { "steps: $($d + 1)"; break bfs }; $seen["$nx,$ny"] = 1; $q.Enqueue(@($nx, $ny, ($d + 1))) } }
# json tree sum
$j = '{"a":[1,2,{"b":3}],"c":{"d":-1,"e":"red"}}' | ConvertFrom-Json
function Sum-Tree($o) { if ($o -is [long] -or $o -is [int]) { return $o }; if ($o -is [array]) { return ($o | % { Sum-Tree $_ } | Measure-Object -Sum).Sum }; if ($o -is [pscustomobject]) { return ($o.PSObject.Properties | % { Sum-Tree $_.Value } | Measure-Object -Sum).Sum }; 0 }
Sum-Tree $j
# bits
$lines = '00100', '11110', '10110'; $g = -join (0..4 | % { $col = $_; $ones = @($lines | ? { $_[$col] -eq '1' }).Count; if ($ones -gt $lines.Count / 2) { 1 } else { 0 } }); [Convert]::ToInt32($g, 2)
# lanternfish
$fish = [long[]]::new(9); 3, 4, 3, 1, 2 | % { $fish[$_]++ }; 1..80 | % { $z = $fish[0]; for ($i = 0; $i -lt 8; $i++) { $fish[$i] = $fish[$i + 1] }; $fish[8] = $z; $fish[6] += $z }; ($fish | Measure-Object -Sum).Sum
# hands
$order = '23456789TJQKA'
'32T3K 765', 'T55J5 684', 'KK677 28' | % { $h, $b = -split $_; [pscustomobject]@{ Hand = $h; Bid = [int]$b; Type = ($h.ToCharArray() | Group-Object | Sort-Object Count -Descending | % Count) -join ''; Key = -join ($h.ToCharArray() | % { '{0:d2}' -f $order.IndexOf($_) }) } } | Sort-Object Type, Key | % { $i = 1 } { [pscustomobject]@{ Rank = $i++; Hand = $_.Hand; Win = $_.Bid * ($i - 1) } } | Tee-Object -Variable w | Format-Table
($w | Measure-Object Win -Sum).Sum
# lcm and mod pow
function Lcm([long]$a, [long]$b) { $a / [long][bigint]::GreatestCommonDivisor($a, $b) * $b }; Lcm 21 6; [bigint]::ModPow(4, 13, 497)
# knapsack
$items = @(@{ n = 'map'; w = 9; v = 150 }, @{ n = 'compass'; w = 13; v = 35 }, @{ n = 'water'; w = 153; v = 200 }, @{ n = 'sandwich'; w = 50; v = 160 }, @{ n = 'glucose'; w = 15; v = 60 })
$cap = 100; $best = New-Object 'int[,]' ($items.Count + 1), ($cap + 1)
for ($i = 1; $i -le $items.Count; $i++) { for ($w = 0; $w -le $cap; $w++) { $best[$i, $w] = $best[($i - 1), $w]; $it = $items[$i - 1]; if ($it.w -le $w) { $alt = $best[($i - 1), ($w - $it.w)] + $it.v; if ($alt -gt $best[$i, $w]) { $best[$i, $w] = $alt } } } }
$best[$items.Count, $cap]
# histogram
$words = 'the cat sat on the mat the end'.Split(); $words | Group-Object | Sort-Object @{ e = 'Count'; Descending = $true }, Name | % { '{0,-5}|{1}' -f $_.Name, ('#' * $_.Count) }
# spiral
$n = 4; $m = [int[,]]::new($n, $n); $x = $y = 0; $dx = 1; $dy = 0; foreach ($k in 1..($n * $n)) { $m[$y, $x] = $k; $nx = $x + $dx; $ny = $y + $dy; if ($nx -ge $n -or $nx -lt 0 -or $ny -ge $n -or $ny -lt 0 -or $m[$ny, $nx]) { $dx, $dy = - $dy, $dx }; $x += $dx; $y += $dy }
for ($r = 0; $r -lt $n; $r++) { (0..($n - 1) | % { '{0,3}' -f $m[$r, $_] }) -join '' }
# matrix mult
$A = (1, 2), (3, 4); $B = (5, 6), (7, 8); $C = foreach ($i in 0, 1) { , @(foreach ($j in 0, 1) { $s = 0; foreach ($k in 0, 1) { $s += $A[$i][$k] * $B[$k][$j] }; $s }) }; $C | % { $_ -join ' ' }
