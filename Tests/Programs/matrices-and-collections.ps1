function New-Matrix([int]$r, [int]$c, [scriptblock]$f = { 0 }) { $m = [double[,]]::new($r, $c); for ($i = 0; $i -lt $r; $i++) { for ($j = 0; $j -lt $c; $j++) { $m[$i, $j] = & $f $i $j } }; , $m }
function Multiply-Matrix([double[,]]$a, [double[,]]$b) { $n, $m, $p = $a.GetLength(0), $a.GetLength(1), $b.GetLength(1); if ($m -ne $b.GetLength(0)) { throw 'dimension mismatch' }; $r = [double[,]]::new($n, $p); for ($i = 0; $i -lt $n; $i++) { for ($j = 0; $j -lt $p; $j++) { $s = 0; for ($k = 0; $k -lt $m; $k++) { $s += $a[$i, $k] * $b[$k, $j] }; $r[$i, $j] = $s } }; return , $r }
function Show-Matrix($m) { for ($i = 0; $i -le $m.GetUpperBound(0); $i++) { ($(for ($j = 0; $j -le $m.GetUpperBound(1); $j++) { '{0,8:0.###}' -f $m[$i, $j] }) -join ' ') } }
$a = New-Matrix 2 3 { param($i, $j) $i * 3 + $j + 1 }; $b = New-Matrix 3 2 { param($i, $j) ($i + 1) * ($j + 1) }
Show-Matrix (Multiply-Matrix $a $b)
try { Multiply-Matrix $a $a } catch { "$_" }
$a.Rank; $a.Length; $a.GetType().Name; ($a | Measure-Object -Sum).Sum; "$a"
function transpose($a) { $arr = @(); if ($a) { $n = $a.count - 1; if (0 -lt $n) { $m = ($a | foreach { $_.count } | measure-object -Minimum).Minimum - 1; if (0 -le $m) { if (0 -lt $m) { $arr = @(0) * ($m + 1); foreach ($i in 0..$m) { $arr[$i] = foreach ($j in 0..$n) { @($a[$j][$i]) } } } else { $arr = foreach ($row in $a) { $row[0] } } } } else { $arr = $a } }; $arr }
function show($a) { if ($a) { 0..($a.Count - 1) | foreach { if ($a[$_]) { "$($a[$_])" } else { "" } } } }
show (transpose @(@(1, 2, 3), @(4, 5, 6), @(7, 8, 9)))
function Get-Determinant($m) { $n = $m.Count; if ($n -eq 1) { return $m[0][0] }; $d = 0; for ($c = 0; $c -lt $n; $c++) { $minor = @(for ($r = 1; $r -lt $n; $r++) { , @($m[$r] | Select-Object -Index (@(0..($n - 1)) -ne $c)) }); $d += [math]::Pow(-1, $c) * $m[0][$c] * (Get-Determinant $minor) }; $d }
Get-Determinant @(@(2, 0, 1), @(1, 3, 2), @(1, 1, 4))
# spiral, zigzag, pascal, identity, magic square
function Spiral-Matrix([int]$N) { $m = @(); 0..($N - 1) | % { $m += , (@(0) * $N) }; $x = -1; $y = 0; $dx = 1; $dy = 0; $v = 0; $len = $N; while ($v -lt $N * $N) { 0..($len - 1) | % { $x += $dx; $y += $dy; $m[$y][$x] = $v++ }; if ($dx) { $len-- ; $dy = $dx; $dx = 0 } else { $dx = - $dy; $dy = 0 } ; if ($len -eq 0) { break } }; $m | % { ($_ | % { '{0,3}' -f $_ }) -join '' } }
Spiral-Matrix 4
function zigzag([int]$n) { $z = New-Object 'Object[,]' $n, $n; $i = $j = 1; foreach ($e in 0..($n * $n - 1)) { $z[($i - 1), ($j - 1)] = $e; if (($i + $j) % 2 -eq 0) { if ($j -lt $n) { $j++ } else { $i += 2 }; if ($i -gt 1) { $i-- } } else { if ($i -lt $n) { $i++ } else { $j += 2 }; if ($j -gt 1) { $j-- } } }; for ($i = 0; $i -lt $n; $i++) { (0..($n - 1) | % { '{0,3}' -f $z[$i, $_] }) -join '' } }
zigzag 5
$row = , 1; 0..5 | % { (' ' * (6 - $_)) + ($row -join ' '); $prev = @(0) + $row + 0; $row = 1..($prev.Count - 1) | % { $prev[$_ - 1] + $prev[$_] } }
function Get-MagicSquare($n) { $m = New-Object 'int[][]' $n; for ($i = 0; $i -lt $n; $i++) { $m[$i] = New-Object int[] $n }; $r = 0; $c = [math]::Floor($n / 2); 1..($n * $n) | % { $m[$r][$c] = $_; $nr = ($r - 1 + $n) % $n; $nc = ($c + 1) % $n; if ($m[$nr][$nc]) { $r = ($r + 1) % $n } else { $r = $nr; $c = $nc } }; $m }
Get-MagicSquare 3 | % { $_ -join "`t" }
# gauss
function Solve-Linear([double[][]]$a, [double[]]$b) { $n = $b.Length; for ($i = 0; $i -lt $n; $i++) { $max = $i; for ($k = $i + 1; $k -lt $n; $k++) { if ([math]::Abs($a[$k][$i]) -gt [math]::Abs($a[$max][$i])) { $max = $k } }; $a[$i], $a[$max] = $a[$max], $a[$i]; $b[$i], $b[$max] = $b[$max], $b[$i]; for ($k = $i + 1; $k -lt $n; $k++) { $f = $a[$k][$i] / $a[$i][$i]; $b[$k] -= $f * $b[$i]; for ($j = $i; $j -lt $n; $j++) { $a[$k][$j] -= $f * $a[$i][$j] } } }; $x = [double[]]::new($n); for ($i = $n - 1; $i -ge 0; $i--) { $s = 0.0; for ($j = $i + 1; $j -lt $n; $j++) { $s += $a[$i][$j] * $x[$j] }; $x[$i] = ($b[$i] - $s) / $a[$i][$i] }; $x }
(Solve-Linear @(@(2, 1, -1), @(-3, -1, 2), @(-2, 1, 2)) @(8, -11, -3) | % { [math]::Round($_, 6) }) -join ' '
$jag = @(@(1, 2), @(3), @()); $jag.Count; $jag[0].Count; $jag[2].Count; ($jag | % { $_ }).Count; $flat = @($jag | ForEach-Object { $_ }); "$flat"
$arr3 = New-Object 'int[,,]' 2, 3, 4; $arr3[1, 2, 3] = 9; $arr3.Length; $arr3.Rank; $arr3.GetLength(2); ($arr3 | ? { $_ }).Count
[int[]]$ia = 1, 2, 3; try { $ia[5] } catch { 'err' }; try { $ia[5] = 1 } catch { $_.Exception.GetType().Name + ': ' + $_.Exception.Message }; try { $ia.Add(4) } catch { $_.Exception.Message }; $ia += 4; $ia.GetType().Name; $ia.Contains(3); $ia -contains '2'; 5 -in $ia; $ia[1..2]; $ia[-1, 0]; $ia[0, 2 + 1..2] -join ' '
$x, $y, $rest = 1..5; "$x $y [$rest]"; $a1, ($b1, $c1) = 1, (2, 3); "$a1 $b1 $c1"; $first, $null, $third = 'a', 'b', 'c'; $third
(1..10).Where({ $_ % 2 }, 'First', 2); (1..6).Where({ $_ -gt 3 }, 'Split') | % { "$_" }; (1..3).ForEach({ $_ * 2 }) -join ','; ('a', 'b').ForEach('ToUpper'); (1..3).ForEach([string])[0].GetType().Name
1..3 + 5..6; @(1, 2) * 2; , (1, 2) | % { $_.Count }; @(, (1, 2)).Count; (1, 2, 3 -ne 2) -join ' '; (1..5 -gt 3) -join ' '; @() -eq $null; ($null, 1 -eq $null).Count; [bool]@(0); [bool]@(0, 0); [bool]'False'; !@(); @($null).Count
[Array]::CreateInstance([string], 2).Length; $l = [System.Collections.ArrayList]@(3, 1, 2); $l.Sort(); "$l"; $l.AddRange((7, 8)); $l.RemoveAt(0); $l.Insert(1, 'x'); "$l"; $l.IndexOf('x'); $l.GetRange(1, 2) -join ','; $l.Reverse(); "$l"; $l.Contains(7); $l.ToArray().GetType().Name; $l.Capacity -ge $l.Count
$ll = [System.Collections.Generic.LinkedList[int]]::new(); [void]$ll.AddLast(2); [void]$ll.AddFirst(1); $n = $ll.Find(2); [void]$ll.AddAfter($n, 3); "$ll"; $ll.First.Next.Value; $pq = [System.Collections.Generic.PriorityQueue[string, int]]::new(); $pq.Enqueue('lo', 5); $pq.Enqueue('hi', 1); $pq.Dequeue(); $pq.Count
$ss = [System.Collections.Generic.SortedSet[int]](5, 1, 3); "$ss"; $ss.Min; $ss.GetViewBetween(2, 5) -join ','; $hs = [System.Collections.Generic.HashSet[string]]::new([string[]]('a', 'B'), [StringComparer]::OrdinalIgnoreCase); $hs.Contains('b'); $hs.Add('A'); $hs.UnionWith([string[]]('z')); $hs.Count; $hs.IsSubsetOf([string[]]('a', 'b', 'z', 'q')); $hs.SetEquals([string[]]('a', 'b', 'Z'))
$sl = [System.Collections.SortedList]::new(); $sl.Add('b', 2); $sl.Add('a', 1); $sl.GetKey(0); $sl.GetByIndex(1); $sl; $nvc = [System.Collections.Specialized.NameValueCollection]::new(); $nvc.Add('k', '1'); $nvc.Add('k', '2'); $nvc['k']; $nvc.GetValues('k').Count; $nvc.AllKeys
