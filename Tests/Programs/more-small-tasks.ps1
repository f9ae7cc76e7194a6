# text processing, more of what people publish
$text = "It was the best of times, it was the worst of times"
$freq = @{}; [regex]::Matches($text.ToLower(), '\w+') | ForEach-Object { $freq[$_.Value] = 1 + $freq[$_.Value] }
$freq.GetEnumerator() | Sort-Object -Property @{Expression='Value';Descending=$true}, @{Expression='Name'} | Select-Object -First 4 | Format-Table -AutoSize
# anagrams
'listen','silent','enlist','google','elgoog' | Group-Object { -join ($_.ToCharArray() | Sort-Object) } | Where-Object Count -gt 1 | ForEach-Object { $_.Group -join ' = ' }
# balanced brackets
function Test-Balanced([string]$s) { $st = [System.Collections.Stack]::new(); foreach ($c in $s.ToCharArray()) { switch ($c) { '[' { $st.Push($c) } ']' { if ($st.Count -eq 0) { return $false }; $null = $st.Pop() } } }; $st.Count -eq 0 }
'', '[]', '][', '[][]', '[[][]]', '[]][[]' | % { '{0,-8} {1}' -f $_, (Test-Balanced $_) }
# temperature table
0, 20, 37, 100 | Select-Object @{n='C';e={$_}}, @{n='F';e={ $_ * 9 / 5 + 32 }}, @{n='K';e={ '{0:F2}' -f ($_ + 273.15) }} | Format-Table
# towers of hanoi
function Hanoi([int]$n, [string]$f = 'A', [string]$t = 'C', [string]$v = 'B') { if ($n -eq 1) { "Move disk 1 $f->$t" } else { Hanoi ($n - 1) $f $v $t; "Move disk $n $f->$t"; Hanoi ($n - 1) $v $t $f } }
Hanoi 3
# bubble sort / quick sort / merge
function QuickSort([int[]]$a) { if ($a.Count -le 1) { return $a }; $p, $rest = $a; $l = @($rest | ? { $_ -lt $p }); $g = @($rest | ? { $_ -ge $p }); @(QuickSort $l) + $p + @(QuickSort $g) }
(QuickSort 5, 3, 9, 1, 5, 7) -join ','
$arr = 4, 2, 7, 1; for ($i = 0; $i -lt $arr.Count - 1; $i++) { for ($j = 0; $j -lt $arr.Count - 1 - $i; $j++) { if ($arr[$j] -gt $arr[$j + 1]) { $arr[$j], $arr[$j + 1] = $arr[$j + 1], $arr[$j] } } }; "$arr"
# luhn, isbn, collatz, perfect, armstrong, happy
function Test-Luhn([string]$n) { $d = $n.ToCharArray() | % { [int]::Parse($_) }; [array]::Reverse($d); $s = 0; for ($i = 0; $i -lt $d.Count; $i++) { $x = $d[$i]; if ($i % 2) { $x *= 2; if ($x -gt 9) { $x -= 9 } }; $s += $x }; $s % 10 -eq 0 }
'49927398716', '49927398717' | % { "$_ $(Test-Luhn $_)" }
function Get-Collatz([int]$n) { $n; while ($n -ne 1) { $n = if ($n % 2) { 3 * $n + 1 } else { $n / 2 }; $n } }; (Get-Collatz 6) -join ' '
(1..500 | ? { $n = $_; $n -gt 1 -and ((1..[math]::Floor($n / 2) | ? { $n % $_ -eq 0 } | Measure-Object -Sum).Sum -eq $n) }) -join ' '
(100..999 | ? { $s = 0; foreach ($ch in "$_".ToCharArray()) { $s += [math]::Pow([int]"$ch", 3) }; $s -eq $_ }) -join ' '
# number formatting & bases
function ConvertTo-Base([int]$n, [int]$b) { $digits = '0123456789abcdefghijklmnopqrstuvwxyz'; $r = ''; do { $r = $digits[$n % $b] + $r; $n = [math]::Floor($n / $b) } while ($n -gt 0); $r }
ConvertTo-Base 255 16; ConvertTo-Base 26 36; [Convert]::ToString(10, 8)
# run-length encoding
[regex]::Replace('WWWWBBBWWC', '(.)\1*', { "$($args[0].Length)$($args[0].Groups[1].Value)" })
[regex]::Replace('4W3B2W1C', '(\d+)(.)', { param($m) $m.Groups[2].Value * [int]$m.Groups[1].Value })
# matrix transpose, pascal, magic square
$m = @(, @(1, 2, 3) + , @(4, 5, 6)); $t = for ($c = 0; $c -lt 3; $c++) { , @($m | % { $_[$c] }) }; $t | % { $_ -join ' ' }
$row = @(1); 1..5 | % { ' ' * (6 - $_) + ($row -join ' '); $row = @(1) + @(for ($i = 0; $i -lt $row.Count - 1; $i++) { $row[$i] + $row[$i + 1] }) + @(1) }
# dates
$d = [datetime]'2024-01-31'; 1..3 | % { $d.AddMonths($_).ToString('yyyy-MM-dd') }
1..12 | % { [datetime]::new(2024, $_, 13) } | ? DayOfWeek -eq Friday | % ToString 'MMM dd'
((Get-Date '2024-12-25') - (Get-Date '2024-02-28')).Days; [int](Get-Date '2024-02-29').DayOfYear; (Get-Date '2024-03-10').AddDays(-(Get-Date '2024-03-10').Day + 1).ToString('d')
[TimeSpan]::FromMinutes(135).ToString('hh\:mm'); '{0:hh\:mm\:ss}' -f [timespan]::FromSeconds(3725); [timespan]::Parse('1:02:03').TotalSeconds; (New-TimeSpan -Days 2 -Hours 3).ToString()
# string building
$sb = [System.Text.StringBuilder]::new(); [void]$sb.Append('a').AppendLine('b').AppendFormat('{0:D3}', 7).Insert(0, '>').Replace('a', 'A'); $sb.ToString(); $sb.Length; $sb.Capacity -ge 8
'{0}' -f ('a'..'e' -join '|'); -join ('abc'.ToCharArray() | % { [char]([int]$_ + 1) }); "tést".Normalize('FormD').Length; [char]::ConvertFromUtf32(0x1F600).Length; "`u{1F600}".Length; 'straße'.ToUpper(); [int][char]'é'
$o = 'one two three'; $o.Split(' ')[-1]; $o.Split(' ', 2)[1]; $o -split '\s+' | % { $_.Length } | Measure-Object -Sum | % Sum; ($o -replace '\b(\w)', { $_.Value.ToUpper() }); $o.Substring($o.LastIndexOf(' ') + 1); $o -match '(?<first>\w+)\s(?<second>\w+)' | Out-Null; $Matches.second
# hash & encode
$bytes = [Text.Encoding]::UTF8.GetBytes('The quick brown fox'); ($bytes | % { $_.ToString('x2') }) -join ''; [Convert]::ToBase64String($bytes); (Get-FileHash -InputStream ([IO.MemoryStream]::new($bytes)) -Algorithm SHA1).Hash
[uri]::EscapeDataString('a b&c=d/é'); [uri]::UnescapeDataString('a%20b'); $u = [uri]'https://user@example.org:8080/p/a?q=1#f'; $u.Host, $u.Port, $u.AbsolutePath, $u.Query, $u.Fragment -join '|'; [System.Net.WebUtility]::HtmlEncode('<a&b>'); [System.Net.IPAddress]::Parse('192.168.1.10').GetAddressBytes() -join '.'
$x = 5; $r = if ($x -gt 3) { 'big' } else { 'small' }; $r; $y = switch ($x) { { $_ -lt 3 } { 'low' } 5 { 'five' } default { 'other' } }; $y; do { $x-- } until ($x -le 2); $x; while ($true) { if (++$x -gt 6) { break } }; $x; foreach ($i in 1..10) { if ($i -eq 3) { continue }; if ($i -gt 5) { break }; $i }
