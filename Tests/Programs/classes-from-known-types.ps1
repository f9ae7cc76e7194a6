# Classes that derive from types of the framework, and what they take from them.
class W : System.IO.StringWriter { [void] Twice([string]$s) { $this.Write($s); $this.Write($s) } }
$w = [W]::new(); $w.Twice('ab'); $w.ToString(); $w -is [System.IO.StringWriter]
class L : System.Collections.Generic.List[int] { [int] Sum() { $t = 0; foreach ($x in $this) { $t += $x }; return $t } }
$l = [L]::new(); $l.Add(3); $l.Add(4); $l.Sum(); $l.Count
class D : System.Collections.Generic.Dictionary[string,int] { D() : base([StringComparer]::OrdinalIgnoreCase) {} }
$d = [D]::new(); $d['A'] = 5; $d['a']; $d.Count
class U : System.Uri { U([string]$s) : base($s) {} [string] Top() { return $this.Host } }
[U]::new('http://a.b/c').Top(); [U]::new('http://a.b/c').AbsolutePath
class V : System.Version { V() : base(1,2) {} }
[V]::new().Major
class SB : System.Text.RegularExpressions.Regex { SB() : base('\d+') {} }
[SB]::new().IsMatch('a1'); [SB]::new().Matches('1 22').Count
class H : hashtable { [string] Hi() { return "hi $($this.Count)" } }
$h = [H]::new(); $h.x = 1; $h.Hi(); $h['x']; $h.x; $h['y'] = 2; $h.Keys.Count; $h.ContainsKey('y'); foreach ($e in $h.GetEnumerator()) { $e.GetType().Name }
class Q : System.Collections.Queue { }
$q = [Q]::new(); $q.Enqueue(1); $q.Count; $q | % { "item $_" }
class A : System.Collections.ArrayList { [object] First() { return $this[0] } }
$a = [A]::new(); [void]$a.Add('z'); $a.First(); $a.Count; "$a"
class E2 : System.ArgumentException { [int]$Code; E2([string]$m, [int]$c) : base($m, 'par') { $this.Code = $c } }
try { throw [E2]::new('bad', 7) } catch [System.ArgumentException] { $_.Exception.Code; $_.Exception.Message; $_.Exception.ParamName }
class Cmp : System.Collections.Generic.IComparer[string] { [int] Compare([string]$a, [string]$b) { return $b.CompareTo($a) } }
$sl = [System.Collections.Generic.List[string]]@('a','c','b'); $sl.Sort([Cmp]::new()); "$sl"
class Eq : System.IEquatable[object] { [int]$n; Eq($n) { $this.n = $n } [bool] Equals([object]$o) { return $this.n -eq $o.n } [int] GetHashCode() { return $this.n } }
[Eq]::new(3) -eq [Eq]::new(3); [Eq]::new(3) -eq [Eq]::new(4)
class En : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return (1,2,3).GetEnumerator() } }
[En]::new() | % { $_ * 2 }
class Di : System.IDisposable { [void] Dispose() { Write-Host 'bye' } }
$x = [Di]::new(); $x.Dispose(); $x -is [System.IDisposable]
"$([En]::new())|$h|$q|$([Eq]::new(3))"
