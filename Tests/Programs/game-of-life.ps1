$g = [System.Collections.Generic.HashSet[string]]::new()
'1,0','2,1','0,2','1,2','2,2' | ForEach-Object { [void]$g.Add($_) }
function Show($g, $n) { for ($y = 0; $y -lt $n; $y++) { -join $(for ($x = 0; $x -lt $n; $x++) { if ($g.Contains("$x,$y")) { '#' } else { '.' } }) } }
foreach ($gen in 0..3) {
    "-- generation $gen"
    Show $g 6
    $count = @{}
    foreach ($cell in $g) {
        [int]$x, [int]$y = $cell -split ','
        foreach ($dx in -1..1) { foreach ($dy in -1..1) { if ($dx -or $dy) { $count["$($x+$dx),$($y+$dy)"]++ } } }
    }
    $next = [System.Collections.Generic.HashSet[string]]::new()
    foreach ($k in $count.Keys) { if ($count[$k] -eq 3 -or ($count[$k] -eq 2 -and $g.Contains($k))) { [void]$next.Add($k) } }
    $g = $next
}
