using namespace System.Collections.Generic
using namespace System.Text
[Flags()] enum Perm { None = 0; Read = 1; Write = 2; Exec = 4; All = 7 }
enum Suit : byte { Clubs; Diamonds = 5; Hearts; Spades }
class Card : System.IComparable, System.IEquatable[object] {
    [Suit]$Suit; [ValidateRange(1, 13)][int]$Rank
    static [int]$Made = 0
    Card([Suit]$s, [int]$r) { $this.Suit = $s; $this.Rank = $r; [Card]::Made++ }
    Card([string]$t) : base() { $this.Suit, $this.Rank = [Suit]($t.Split(':')[0]), [int]($t.Split(':')[1]); [Card]::Made++ }
    [int] CompareTo([object]$o) { if ($this.Suit -ne $o.Suit) { return $this.Suit - $o.Suit }; return $this.Rank.CompareTo($o.Rank) }
    [bool] Equals([object]$o) { return $o -is [Card] -and $this.Suit -eq $o.Suit -and $this.Rank -eq $o.Rank }
    [int] GetHashCode() { return [int]$this.Suit * 13 + $this.Rank }
    [string] ToString() { return "$($this.Rank) of $($this.Suit)" }
    static [Card] op_Addition([Card]$a, [int]$n) { return [Card]::new($a.Suit, $a.Rank + $n) }
    hidden [void] Secret() { }
}
class Deck : List[Card] {
    [string]$Name = 'deck'
    Deck() { }
    Deck([IEnumerable[Card]]$c) : base($c) { }
    [Card] Draw() { $c = $this[0]; $this.RemoveAt(0); return $c }
}
class Shape { [string]$Name; Shape() { if ($this.GetType() -eq [Shape]) { throw 'Shape is abstract' } } [double] Area() { throw [NotImplementedException]'Area' } [string] Describe() { return '{0} with area {1:F2}' -f $this.Name, $this.Area() } }
class Circle : Shape { [double]$R; Circle([double]$r) { $this.R = $r; $this.Name = 'Circle' } [double] Area() { return [Math]::PI * $this.R * $this.R } }
class Square : Shape { [double]$S; Square([double]$s) { $this.S = $s; $this.Name = 'Square' } [double] Area() { return $this.S * $this.S } [string] Describe() { return 'A ' + ([Shape]$this).Describe() } }
class Bad : Shape { }
$cards = [Card]::new('Hearts', 3), [Card]'Clubs:12', [Card]::new([Suit]::Hearts, 1)
($cards | Sort-Object) -join '; '
$cards[0] + 4 | % ToString
$cards[0] -eq [Card]::new('Hearts', 3); $cards -contains [Card]::new('Clubs', 12); [Card]::Made
try { [Card]::new('Hearts', 20) } catch { $_.Exception.Message }
try { $cards[0].Rank = 0 } catch { $_.Exception.Message }
$d = [Deck]::new([Card[]]$cards); $d.Count; $d.Draw().ToString(); $d.Count; $d.Name; $d.GetType().BaseType.Name; $d -is [System.Collections.IList]
$set = [HashSet[Card]]::new(); $set.Add($cards[0]); $set.Add([Card]::new('Hearts', 3)); $set.Count
foreach ($s in [Circle]::new(2), [Square]::new(3)) { $s.Describe() }
try { [Shape]::new() } catch { $_.Exception.InnerException.Message }
try { [Bad]::new().Area() } catch { $_.Exception.InnerException.GetType().Name; $_.Exception.Message }
[Perm]'Read, Exec'; [Perm]5; [Perm]::All -band -bnot [Perm]::Write; ([Perm]3).HasFlag([Perm]::Write); [int][Perm]'All'; [Perm]8
[Enum]::GetNames([Perm]) -join ','; [Enum]::GetValues([Suit]) | % { '{0}={1}' -f $_, [int]$_ }; [Enum]::IsDefined([Suit], 'Hearts'); [Suit]::Spades.value__; [Enum]::Parse([Suit], 'clubs', $true); 'Hearts' -as [Suit]; 'x' -as [Suit]; [Suit].GetEnumUnderlyingType().Name
$out = [Suit]::Clubs; [Enum]::TryParse('Diamonds', [ref]$out); $out
[Card].GetMethods() | ? DeclaringType -eq ([Card]) | % Name | Sort-Object -Unique
[Card].GetProperties().Name; [Card].GetConstructors().Count
$cards | Get-Member -Force -Name Secret | % Name
$cards[0].PSObject.Properties | % { "$($_.Name):$($_.TypeNameOfValue):$($_.IsSettable)" }
class Singleton { hidden static [Singleton]$inst; [int]$N; static [Singleton] Get() { if ($null -eq [Singleton]::inst) { [Singleton]::inst = [Singleton]::new() }; return [Singleton]::inst } }
[Singleton]::Get().N = 5; [Singleton]::Get().N
class Temp { [double]$C; Temp([double]$c) { $this.C = $c; $this | Add-Member ScriptProperty F { $this.C * 9 / 5 + 32 } { param($v) $this.C = ($v - 32) * 5 / 9 } } }
$t = [Temp]::new(100); $t.F; $t.F = 32; $t.C; $t
class Stack2 { hidden [StringBuilder]$sb = [StringBuilder]::new(); [Stack2] Push($x) { [void]$this.sb.Append($x).Append(','); return $this } [string] ToString() { return $this.sb.ToString().TrimEnd(',') } }
"$([Stack2]::new().Push(1).Push('b').Push(2.5))"
class Comparer1 : IComparer[string] { [int] Compare([string]$a, [string]$b) { return $b.Length - $a.Length } }
$l = [List[string]]('a', 'ccc', 'bb'); $l.Sort([Comparer1]::new()); $l -join ' '; $l.Sort({ param($x, $y) $x.CompareTo($y) }); "$l"
class MyEnum : System.Collections.IEnumerator { [int]$i = 0; [object] get_Current() { return $this.i * 10 } [bool] MoveNext() { $this.i++; return $this.i -le 3 } [void] Reset() { $this.i = 0 } }
class MyColl : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return [MyEnum]::new() } }
foreach ($x in [MyColl]::new()) { $x }; [MyColl]::new() | % { "p$_" }
class Disp : System.IDisposable { [void] Dispose() { Write-Host 'disposed' } }
$q = [Disp]::new(); try { 'using' } finally { $q.Dispose() }
$o = [PSCustomObject]@{ PSTypeName = 'My.Type'; A = 1 }; $o | Add-Member -MemberType ScriptMethod -Name Twice -Value { $this.A * 2 } -PassThru | % Twice; $o.PSTypeNames[0]
Update-TypeData -TypeName My.Type -MemberType AliasProperty -MemberName B -Value A -Force; $o.B
class Validated { [ValidateSet('a', 'b')][string]$X = 'a'; [ValidateNotNullOrEmpty()][string]$Y = 'y'; [ValidatePattern('^\d+$')][string]$Z = '1' }
$v = [Validated]::new(); 'X=c', 'Y=', 'Z=q' | % { $k, $w = $_ -split '='; try { $v.$k = $w } catch { $_.Exception.Message } }
[Validated]@{ X = 'b'; Z = 42 } | Format-List
