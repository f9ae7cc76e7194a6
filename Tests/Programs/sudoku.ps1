$puzzle = @'
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
'@ -split '\r?\n'
$grid = [int[][]]::new(9)
for ($r = 0; $r -lt 9; $r++) { $grid[$r] = [int[]]($puzzle[$r].ToCharArray() | ForEach-Object { if ($_ -eq '.') { 0 } else { [int]"$_" } }) }
function Get-Candidate([int]$r, [int]$c) {
    $used = [System.Collections.Generic.HashSet[int]]::new()
    for ($i = 0; $i -lt 9; $i++) { [void]$used.Add($grid[$r][$i]); [void]$used.Add($grid[$i][$c]) }
    $br = $r - $r % 3; $bc = $c - $c % 3
    foreach ($x in $br..($br + 2)) { foreach ($y in $bc..($bc + 2)) { [void]$used.Add($grid[$x][$y]) } }
    1..9 | Where-Object { -not $used.Contains($_) }
}
function Solve {
    $best = $null; $bestC = $null
    :outer for ($r = 0; $r -lt 9; $r++) {
        for ($c = 0; $c -lt 9; $c++) {
            if ($grid[$r][$c] -eq 0) {
                $cand = @(Get-Candidate $r $c)
                if ($null -eq $best -or $cand.Count -lt $bestC.Count) { $best = $r, $c; $bestC = $cand }
                if ($cand.Count -le 1) { break outer }
            }
        }
    }
    if ($null -eq $best) { return $true }
    foreach ($v in $bestC) { $grid[$best[0]][$best[1]] = $v; if (Solve) { return $true } }
    $grid[$best[0]][$best[1]] = 0
    return $false
}
if (Solve) { $grid | ForEach-Object { ($_[0..2] -join ' '), ($_[3..5] -join ' '), ($_[6..8] -join ' ') -join ' | ' } }
