# advent of code collection
$sample = @'
1000
2000

3000

4000
5000
'@
($sample -split '(?:\r?\n){2}' | ForEach-Object { ($_ -split '\r?\n' | Measure-Object -Sum).Sum } | Sort-Object -Descending | Select-Object -First 1)
# rock paper scissors by hashtable
$score = @{ 'A X' = 4; 'A Y' = 8; 'A Z' = 3; 'B X' = 1; 'B Y' = 5; 'B Z' = 9; 'C X' = 7; 'C Y' = 2; 'C Z' = 6 }
('A Y', 'B X', 'C Z' | % { $score[$_] } | measure -sum).Sum
# rucksacks
'vJrwpWtwJgWrhcsFMMfFFhFp', 'jqHRNqRjqzjGDLGLrsFMfFZSrLrFZsSL' | % { $h = $_.Length / 2; $s = [System.Collections.Generic.HashSet[char]]::new([char[]]$_.Substring(0, $h)); $s.IntersectWith([char[]]$_.Substring($h)); $c = @($s)[0]; if ([char]::IsLower($c)) { [int]$c - 96 } else { [int]$c - 38 } }
# stacks
$stacks = @{}; 1..3 | % { $stacks[$_] = New-Object System.Collections.Stack }; 'Z', 'N' | % { $stacks[1].Push($_) }; 'M', 'C', 'D' | % { $stacks[2].Push($_) }; $stacks[3].Push('P')
'move 1 from 2 to 1', 'move 3 from 1 to 3', 'move 2 from 2 to 1', 'move 1 from 1 to 2' | % { if ($_ -match 'move (\d+) from (\d+) to (\d+)') { $n, $f, $t = $Matches[1..3] | % { [int]$_ }; 1..$n | % { $stacks[$t].Push($stacks[$f].Pop()) } } }
-join (1..3 | % { $stacks[$_].Peek() })
# directory sizes
$sizes = @{}; $cwd = [System.Collections.Generic.Stack[string]]::new()
switch -Regex (@('$ cd /', '$ ls', 'dir a', '14848514 b.txt', '$ cd a', '$ ls', '29116 f', '2557 g', '$ cd ..', '$ cd d', '4060174 j')) {
    '^\$ cd \.\.$' { [void]$cwd.Pop(); continue }
    '^\$ cd (.+)$' { $cwd.Push($(if ($cwd.Count) { "$($cwd.Peek().TrimEnd('/'))/$($Matches[1])" } else { $Matches[1] })); continue }
    '^(\d+) ' { foreach ($d in $cwd) { $sizes[$d] += [int]$Matches[1] } }
}
$sizes.GetEnumerator() | Sort-Object Name | % { "$($_.Name) $($_.Value)" }
# grid visibility
$grid = '30373', '25512', '65332', '33549', '35390' | % { , [int[]]([string[]][char[]]$_) }
$vis = 0; for ($y = 0; $y -lt 5; $y++) { for ($x = 0; $x -lt 5; $x++) { $v = $grid[$y][$x]; $l = $grid[$y][0..$x] | select -SkipLast 1; $r = $grid[$y][$x..4] | select -Skip 1; $u = 0..$y | select -SkipLast 1 | % { $grid[$_][$x] }; $dn = $y..4 | select -Skip 1 | % { $grid[$_][$x] }
  if (($l, $r, $u, $dn | ? { $k = $_; -not ($k | ? { $_ -ge $v }) -or $null -eq $k }).Count -gt 0 -or $null -eq $l -or $null -eq $r -or $null -eq $u -or $null -eq $dn) { $vis++ } } }; $vis
# rope
$H = [pscustomobject]@{ X = 0; Y = 0 }; $T = [pscustomobject]@{ X = 0; Y = 0 }; $seen = [System.Collections.Generic.HashSet[string]]::new()
foreach ($m in 'R 4', 'U 4', 'L 3', 'D 1', 'R 4', 'D 1', 'L 5', 'R 2') { $d, [int]$n = $m.Split(); for (; $n -gt 0; $n--) { switch ($d) { R { $H.X++ } L { $H.X-- } U { $H.Y++ } D { $H.Y-- } }; $dx, $dy = ($H.X - $T.X), ($H.Y - $T.Y); if ([Math]::Abs($dx) -gt 1 -or [Math]::Abs($dy) -gt 1) { $T.X += [Math]::Sign($dx); $T.Y += [Math]::Sign($dy) }; [void]$seen.Add("$($T.X),$($T.Y)") } }
$seen.Count
# monkeys with big modulo
$monkeys = @(@{ items = [System.Collections.Generic.Queue[long]](79, 98); op = { param($old) $old * 19 }; test = 23; t = 1; f = 1; n = 0L }, @{ items = [System.Collections.Generic.Queue[long]]@(54, 65, 75, 74); op = { param($old) $old + 6 }; test = 19; t = 0; f = 0; n = 0L })
$mod = 1; $monkeys.test | % { $mod *= $_ }; for ($r = 0; $r -lt 20; $r++) { foreach ($mk in $monkeys) { while ($mk.items.Count) { $mk.n++; $w = (& $mk.op $mk.items.Dequeue()) % $mod; $monkeys[$(if ($w % $mk.test) { $mk.f } else { $mk.t })].items.Enqueue($w) } } }; $monkeys.n -join ' '
# bfs on a height map
$map = 'Sabqponm', 'abcryxxl', 'accszExk', 'acctuvwj', 'abdefghi'; $w = $map[0].Length; $hgt = $map.Count
$h = [int[,]]::new($hgt, $w); for ($y = 0; $y -lt $hgt; $y++) { for ($x = 0; $x -lt $w; $x++) { $c = $map[$y][$x]; if ($c -ceq 'S') { $start = @($y, $x); $c = 'a' } elseif ($c -ceq 'E') { $end = @($y, $x); $c = 'z' }; $h[$y, $x] = [int][char]$c } }
$dist = @{ "$start" = 0 }; $q = [System.Collections.Queue]::new(); $q.Enqueue($start)
:bfs while ($q.Count) { $cy, $cx = $q.Dequeue(); foreach ($dlt in @(0, 1), @(1, 0), @(0, -1), @(-1, 0)) { $ny = $cy + $dlt[0]; $nx = $cx + $dlt[1]; if ($ny -lt 0 -or $nx -lt 0 -or $ny -ge $hgt -or $nx -ge $w) { continue }; if ($h[$ny, $nx] - $h[$cy, $cx] -gt 1 -or $dist.ContainsKey("$ny $nx")) { continue }; $dist["$ny $nx"] = $dist["$cy $cx"] + 1; if ("$ny $nx" -eq "$end") { break bfs }; $q.Enqueue(@($ny, $nx)) } }
$dist["$end"]
# packet compare with json
function Compare-Packet($a, $b) { if ($a -is [array] -or $b -is [array]) { $a = @($a); $b = @($b); for ($i = 0; $i -lt [Math]::Min($a.Count, $b.Count); $i++) { $r = Compare-Packet $a[$i] $b[$i]; if ($r) { return $r } }; return $a.Count.CompareTo($b.Count) }; return $a.CompareTo($b) }
$pairs = @('[1,1,3,1,1]', '[1,1,5,1,1]'), @('[[1],[2,3,4]]', '[[1],4]'), @('[9]', '[[8,7,6]]'), @('[[4,4],4,4]', '[[4,4],4,4,4]'), @('[7,7,7,7]', '[7,7,7]'), @('[]', '[3]')
$idx = 0; $sum = 0; foreach ($p in $pairs) { $idx++; $l = ConvertFrom-Json $p[0] -NoEnumerate; $r = ConvertFrom-Json $p[1] -NoEnumerate; if ((Compare-Packet $l $r) -lt 0) { $sum += $idx } }; $sum
# crt display
$x = 1; $cycle = 0; $strength = 0; $rows = [System.Text.StringBuilder]::new(); foreach ($i in @('noop', 'addx 3', 'addx -5') * 20) { $op, $arg = -split $i; foreach ($t in 1..(@{ noop = 1; addx = 2 }[$op])) { $col = $cycle % 40; [void]$rows.Append($(if ([Math]::Abs($col - $x) -le 1) { '#' } else { '.' })); $cycle++; if ($cycle % 40 -eq 20) { $strength += $cycle * $x }; if ($col -eq 39) { [void]$rows.AppendLine() } }; if ($arg) { $x += [int]$arg } }; $strength; $rows.ToString().TrimEnd()
# intcode
function Invoke-Intcode([int[]]$mem, [int[]]$in) { $ip = 0; $out = @(); $ii = 0; while ($true) { $op = $mem[$ip] % 100; $mode = { param($k) [math]::Floor($mem[$ip] / [math]::Pow(10, $k + 1)) % 10 }; $val = { param($k) if ((& $mode $k) -eq 1) { $mem[$ip + $k] } else { $mem[$mem[$ip + $k]] } }
  switch ($op) { 1 { $mem[$mem[$ip + 3]] = (& $val 1) + (& $val 2); $ip += 4 } 2 { $mem[$mem[$ip + 3]] = (& $val 1) * (& $val 2); $ip += 4 } 3 { $mem[$mem[$ip + 1]] = $in[$ii++]; $ip += 2 } 4 { $out += & $val 1; $ip += 2 } 5 { if (& $val 1) { $ip = & $val 2 } else { $ip += 3 } } 6 { if (-not (& $val 1)) { $ip = & $val 2 } else { $ip += 3 } } 7 { $mem[$mem[$ip + 3]] = [int]((& $val 1) -lt (& $val 2)); $ip += 4 } 8 { $mem[$mem[$ip + 3]] = [int]((& $val 1) -eq (& $val 2)); $ip += 4 } 99 { return , $out } } } }
Invoke-Intcode @(3, 9, 8, 9, 10, 9, 4, 9, 99, -1, 8) @(8); Invoke-Intcode (3, 12, 6, 12, 15, 1, 13, 14, 13, 4, 13, 99, -1, 0, 1, 9) 0
