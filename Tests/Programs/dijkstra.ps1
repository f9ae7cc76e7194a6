class PriorityQueue {
    hidden [System.Collections.ArrayList]$heap = @()
    [void] Push($item, [int]$prio) {
        [void]$this.heap.Add(@{ Item = $item; Prio = $prio })
        $i = $this.heap.Count - 1
        while ($i -gt 0) {
            $p = [math]::Floor(($i - 1) / 2)
            if ($this.heap[$p].Prio -le $this.heap[$i].Prio) { break }
            $this.heap[$p], $this.heap[$i] = $this.heap[$i], $this.heap[$p]
            $i = $p
        }
    }
    [object] Pop() {
        $top = $this.heap[0]
        $last = $this.heap[-1]
        $this.heap.RemoveAt($this.heap.Count - 1)
        if ($this.heap.Count) {
            $this.heap[0] = $last
            $i = 0
            while ($true) {
                $l = 2 * $i + 1; $r = $l + 1; $s = $i
                if ($l -lt $this.heap.Count -and $this.heap[$l].Prio -lt $this.heap[$s].Prio) { $s = $l }
                if ($r -lt $this.heap.Count -and $this.heap[$r].Prio -lt $this.heap[$s].Prio) { $s = $r }
                if ($s -eq $i) { break }
                $this.heap[$s], $this.heap[$i] = $this.heap[$i], $this.heap[$s]
                $i = $s
            }
        }
        return $top.Item
    }
    [bool] IsEmpty() { return $this.heap.Count -eq 0 }
}
$q = [PriorityQueue]::new()
@{ 'Clear drains' = 3; 'Feed cat' = 4; 'Make tea' = 5; 'Solve RC tasks' = 1; 'Tax return' = 2 }.GetEnumerator() | Sort-Object Value -Descending | ForEach-Object { $q.Push($_.Key, $_.Value) }
while (-not $q.IsEmpty()) { $q.Pop() }

# Dijkstra
$graph = @{
    A = @{ B = 7; C = 9; F = 14 }; B = @{ A = 7; C = 10; D = 15 }; C = @{ A = 9; B = 10; D = 11; F = 2 }
    D = @{ B = 15; C = 11; E = 6 }; E = @{ D = 6; F = 9 }; F = @{ A = 14; C = 2; E = 9 }
}
$dist = @{}; $prev = @{}
$graph.Keys | ForEach-Object { $dist[$_] = [int]::MaxValue }
$dist['A'] = 0
$queue = [System.Collections.Generic.SortedSet[string]]::new()
$todo = [System.Collections.Generic.HashSet[string]]::new([string[]]$graph.Keys)
while ($todo.Count) {
    $u = $todo | Sort-Object { $dist[$_] }, { $_ } | Select-Object -First 1
    [void]$todo.Remove($u)
    foreach ($e in $graph[$u].GetEnumerator()) {
        $alt = $dist[$u] + $e.Value
        if ($alt -lt $dist[$e.Key]) { $dist[$e.Key] = $alt; $prev[$e.Key] = $u }
    }
}
$path = for ($n = 'E'; $n; $n = $prev[$n]) { $n }
[array]::Reverse($path)
"$($path -join ' -> ') ($($dist.E))"
$dist.GetEnumerator() | Sort-Object Name | Format-Table -HideTableHeaders
