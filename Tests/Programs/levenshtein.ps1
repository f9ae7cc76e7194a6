function Get-Levenshtein {
    [CmdletBinding()][OutputType([int])]
    param([Parameter(Mandatory, Position = 0)][AllowEmptyString()][string]$Source, [Parameter(Mandatory, Position = 1)][AllowEmptyString()][string]$Target)
    $d = New-Object 'int[,]' ($Source.Length + 1), ($Target.Length + 1)
    for ($i = 0; $i -le $Source.Length; $i++) { $d[$i, 0] = $i }
    for ($j = 0; $j -le $Target.Length; $j++) { $d[0, $j] = $j }
    for ($i = 1; $i -le $Source.Length; $i++) {
        for ($j = 1; $j -le $Target.Length; $j++) {
            $cost = if ($Source[$i - 1] -ceq $Target[$j - 1]) { 0 } else { 1 }
            $d[$i, $j] = [math]::Min([math]::Min($d[($i - 1), $j] + 1, $d[$i, ($j - 1)] + 1), $d[($i - 1), ($j - 1)] + $cost)
        }
    }
    $d[$Source.Length, $Target.Length]
}
$pairs = @(('kitten', 'sitting'), ('rosettacode', 'raisethysword'), ('', 'abc'), ('same', 'same'))
foreach ($p in $pairs) { '{0,-12} {1,-14} {2}' -f $p[0], $p[1], (Get-Levenshtein @p) }
$d = [int[,]]::new(2,3); $d.Rank; $d.Length; $d.GetLength(0); $d.GetUpperBound(1); $d.GetType().Name
(Get-Command Get-Levenshtein).OutputType.Name
