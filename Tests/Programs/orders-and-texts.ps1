# Tables that keep an order, texts that change in place, members made by themselves, numbers without bound.
$sorted = [Collections.Generic.SortedDictionary[int, string]]::new()
foreach ($k in 5, 3, 9, 1, 7) { $sorted[$k] = "v$k" }
[void] $sorted.Remove(3)
$sorted[4] = 'x'
"sorted $($sorted.Keys) | $($sorted.Values)"
$byPlace = [Collections.SortedList]::new()
foreach ($k in 50..1) { $byPlace.Add($k, -$k) }
"list $($byPlace.Count) $($byPlace.GetKey(0)) $($byPlace.GetByIndex(49))"
$byPlace.RemoveAt(0)
"list $($byPlace.Count) $($byPlace.GetKey(0)) $($byPlace[50])"

$o = [ordered]@{ a = 1; b = 2; c = 3 }
$o.Insert(1, 'z', 9)
"ordered $($o.Keys) | $($o[1]) $($o['z'])"
$o.RemoveAt(0)
$o.Remove('c')
$o.q = 5
$o.Insert(0, 'first', 0)
$o[0] = 7
"ordered $($o.Keys) | $($o.Values) | $($o.Count)"
$many = [ordered]@{ }
0..99 | ForEach-Object { $many.Insert(0, "k$_", $_) }
0..49 | ForEach-Object { $many.Remove("k$_") }
"many $($many.Count) $($many[0]) $($many[49])"
$many.x = 1
50..98 | ForEach-Object { $many.RemoveAt(0) }
"many $($many.Keys) $($many[0]) $($many[1])"
$keys = foreach ($entry in $many.GetEnumerator()) { "$($entry.Key)=$($entry.Value)" }
"many $keys"

$text = [Text.StringBuilder]::new('ää')
$text[0] = [char]'b'
"builder $text $($text.Length)"
[void] $text.Append('x').Insert(0, 'é').Remove(1, 1)
"builder $text $($text[1])"
$text.Length = 2
$text.Length = 3
"builder $("$text".Replace("`0", '.')) $($text.ToString(0, 1))"
[void] $text.Clear().Append('über').Replace('b', 'bb', 0, 2).AppendLine().AppendFormat('{0:d3}', 7)
"builder $($text.ToString().Split("`n") -join '/')"
$word = 'aä,bö,cü'
$commas = @(for ($p = $word.IndexOf(','); $p -ge 0; $p = $word.IndexOf(',', $p + 1)) { $p })
"commas $commas; $($word.Substring(3)); $($word.Substring(4, 2)); $($word.IndexOf('ü', 2, 4)) $($word.IndexOf('ü', 2, 6))"
"pair $('a😀b'.Substring(3)) $('a😀b'.IndexOf('b', 2)) $('a😀b'.Substring(1, 2))"

$o = [pscustomobject]@{ }
$note = [psnoteproperty]::new('Seats', 5)
$note.Value = 7
$o.psobject.Properties.Add($note)
$o.psobject.Members.Add([psscriptmethod]::new('Twice', { 2 * $this.Seats }))
"$($note.Name) $($note.Value) $($o.Seats) $($o.Twice())"
$other = [pscustomobject]@{ Room = 'lobby' }
foreach ($property in $o.psobject.Properties) { $other.psobject.Properties.Add($property) }
"$other"

$factorial = [bigint]1
for ($i = 1; $i -le 200; $i++) { $factorial *= $i }
"factorial of $("$factorial".Length) digits ends with $("$factorial".Length - "$factorial".TrimEnd('0').Length) zeros; $(($factorial + 1) % 7) $($factorial -gt 5)"
try { $factorial * [double]::NaN } catch { 'no number times NaN' }
foreach ($digits in ('9' * 400), ('0x' + 'f' * 300), (('9' * 400) + 'n')) {
    try { "$([scriptblock]::Create($digits).Invoke()[0].GetType())" } catch { "refused: $($_.Exception.InnerException.Errors[0].ErrorId)" }
}

$x = [xml]('<r>' + (1..50 | ForEach-Object { "<b n='$_'/>" }) + '</r>')
$sum = 0
for ($i = 0; $i -lt $x.DocumentElement.ChildNodes.Count; $i++) { $sum += $x.DocumentElement.ChildNodes[$i].n }
[void] $x.DocumentElement.AppendChild($x.CreateElement('late'))
"xml $sum $($x.DocumentElement.late -is [object]) $($x.r.b.Count) $($x.r.ChildNodes[50].Name)"
try { [xml]"<a>`n  <ä><b></c>" } catch { $_.Exception.InnerException.Message }

class Point { [int] $X; Point([int] $x) { $this.X = $x } [bool] Equals($other) { $script:asked++; return $other.X -eq $this.X } }
$asked = 0
"$([Point]::new(1) -eq [Point]::new(1)) $([Point]::new(1) -eq [Point]::new(2)) asked $asked"
