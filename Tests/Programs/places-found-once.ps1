# What reads before it assigns finds its place once, and an array that grows stays apart from its copies.
$seats = 10, 20, 30
$i = 0
$seats[$i++] += 5
"after {0}: {1}" -f $i, ($seats -join ' ')
$seats[$i++]++
"after {0}: {1}" -f $i, ($seats -join ' ')
"value {0}, now at {1}" -f ($seats[--$i] -= 1), $i

$asked = 0
function Get-Room { $script:asked++; $script:room }
$room = [pscustomobject]@{ Users = @('ann'); Count = 1 }
(Get-Room).Count *= 7
(Get-Room).Users += 'bob'
"asked $asked, count $($room.Count), users $($room.Users)"
$tables = @{ }
$n = 0
$tables["t$((++$n))"] ??= 'first'
"keys $($tables.Keys), n $n"

$list = @(1)
$copy = $list
$list += 2, 3
$list += $list
"list $list, copy $copy"
$inner = @{ list = @() }
$kept = $inner.list
foreach ($k in 1..3) { $inner.list += $k }
"inner $($inner.list), kept $($kept.Count)"
foreach ($x in $list) { if ($list.Count -lt 9) { $list += $x } }
"grown $list"
[string[]] $names = 'a'
$names += 5
$names += 2.5, $true
"names $($names -join '|') $($names.GetType())"
[int[]] $numbers = 1
try { $numbers += 'x' } catch { "refused: $($_.FullyQualifiedErrorId)" }
$numbers += '7'
"numbers $numbers"
class Team { [string[]] $Members = @(); $Notes = @(); [void] Add($x) { $this.Members += $x; $this.Notes += $x } }
$team = [Team]::new()
1..3 | ForEach-Object { $team.Add($_) }
"team $($team.Members) $($team.Members[0].GetType()) $($team.Notes[0].GetType())"

# A caller's variable, function and alias are seen from any depth.
$depth = 0
$word = 'seen'
function Measure-Depth([int] $left) { if ($left -eq 0) { "$word at $($script:depth)" } else { $script:depth++; Measure-Depth ($left - 1) } }
Measure-Depth 1500
$down = { param($left) if ($left) { & $down ($left - 1) } else { $word } }
& $down 800
function Set-Half([int] $left) { if ($left -eq 200) { $word = 'half' }; if ($left) { Set-Half ($left - 1) } else { $word } }
Set-Half 400
