function Test-Safe { param([int[]]$Board, [int]$Row, [int]$Col)
    for ($i = 0; $i -lt $Row; $i++) {
        if ($Board[$i] -eq $Col -or [math]::Abs($Board[$i] - $Col) -eq $Row - $i) { return $false }
    }
    $true
}
function Find-Queens { param([int]$N)
    $solutions = [System.Collections.Generic.List[int[]]]::new()
    $board = New-Object 'int[]' $N
    function Step([int]$row) {
        if ($row -eq $N) { $solutions.Add($board.Clone()); return }
        foreach ($c in 0..($N - 1)) {
            if (Test-Safe -Board $board -Row $row -Col $c) { $board[$row] = $c; Step ($row + 1) }
        }
    }
    Step 0
    , $solutions
}
$s = Find-Queens 6
"Solutions: $($s.Count)"
$s[0] | ForEach-Object { ('.' * $_) + 'Q' + ('.' * (5 - $_)) }
4..7 | % { [pscustomobject]@{ N = $_; Count = (Find-Queens $_).Count } } | Format-Table -AutoSize
