1..3 | . { begin { $s = 0 } process { $s += $_ } end { $s } }; $s
1..3 | . { $input | % { "i$_" } }
filter ff { "<$_>" }; 1..2 | . ff
function gg { param([Parameter(ValueFromPipeline)]$x) process { "g$x"; $last = $x } }; 1..2 | . gg; $last
. gg 7
1..2 | . { process { return $_ } }
. { process { 'p' } }
'a','b' | . { begin { 'B' } process { "P$_" } end { 'E' } } | % { "[$_]" }
Set-Content l.ps1 'param($q) begin { "b$q" } process { "p$_" } end { "e" }'; 5,6 | . ./l.ps1 -q 1
$x = "a".
  PadLeft(3).
  # comment
  Trim()
$x
[math]::
  Max(1, 2)
