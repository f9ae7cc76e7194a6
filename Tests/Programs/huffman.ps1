class Node : System.IComparable {
    [char]$Char; [int]$Freq; [Node]$Left; [Node]$Right
    Node([char]$c, [int]$f) { $this.Char = $c; $this.Freq = $f }
    Node([Node]$l, [Node]$r) { $this.Left = $l; $this.Right = $r; $this.Freq = $l.Freq + $r.Freq }
    [int] CompareTo([object]$other) {
        $r = $this.Freq.CompareTo($other.Freq)
        if ($r -eq 0) { return $this.Char.CompareTo($other.Char) }
        return $r
    }
    [bool] IsLeaf() { return $null -eq $this.Left }
}
$text = 'this is an example for huffman encoding'
$list = [System.Collections.Generic.List[Node]]::new()
$text.ToCharArray() | Group-Object -CaseSensitive | ForEach-Object { $list.Add([Node]::new([char]$_.Name, $_.Count)) }
"Letters: $($list.Count)"
while ($list.Count -gt 1) {
    $list.Sort()
    $a, $b = $list[0], $list[1]
    $list.RemoveRange(0, 2)
    $list.Add([Node]::new($a, $b))
}
$codes = [ordered]@{}
function Walk([Node]$n, [string]$prefix) {
    if ($n.IsLeaf()) { $codes["$($n.Char)"] = $prefix } else { Walk $n.Left "${prefix}0"; Walk $n.Right "${prefix}1" }
}
Walk $list[0] ''
$encoded = -join ($text.ToCharArray() | ForEach-Object { $codes["$_"] })
"Bits: $($encoded.Length)"
$sb = [System.Text.StringBuilder]::new()
$n = $list[0]
foreach ($bit in $encoded.GetEnumerator()) {
    $n = if ($bit -eq '0') { $n.Left } else { $n.Right }
    if ($n.IsLeaf()) { $null = $sb.Append($n.Char); $n = $list[0] }
}
$sb.ToString()
$sb.ToString() -ceq $text
[Node]::new('a', 3) -lt [Node]::new('b', 4)
@([Node]::new('a', 5), [Node]::new('b', 4), [Node]::new('c', 9)) | Sort-Object | % { $_.Char }
