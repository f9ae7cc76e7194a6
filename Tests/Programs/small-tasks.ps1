function ConvertTo-Roman { param([Parameter(ValueFromPipeline)][ValidateRange(1, 3999)][int]$Number)
  begin { $map = [ordered]@{ M = 1000; CM = 900; D = 500; CD = 400; C = 100; XC = 90; L = 50; XL = 40; X = 10; IX = 9; V = 5; IV = 4; I = 1 } }
  process { $r = ''; foreach ($k in $map.Keys) { while ($Number -ge $map[$k]) { $r += $k; $Number -= $map[$k] } }; $r } }
function ConvertFrom-Roman([string]$s) { $v = @{ I = 1; V = 5; X = 10; L = 50; C = 100; D = 500; M = 1000 }; $sum = 0; $prev = 0
  foreach ($c in [string[]][char[]]$s) { $n = $v[$c]; $sum += $n; if ($n -gt $prev) { $sum -= 2 * $prev }; $prev = $n }; $sum }
1, 4, 1990, 2008, 1666, 3999 | ConvertTo-Roman
ConvertFrom-Roman MCMXC
try { 4000 | ConvertTo-Roman } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
4000 | ConvertTo-Roman 2>$null; $?
[bigint]$f = 1; 1..50 | % { $f *= $_ }; $f
[System.Numerics.BigInteger]::Pow(2, 200)
$f.ToString('N0')
function Sieve($n) { $c = [bool[]]::new($n + 1); for ($i = 2; $i * $i -le $n; $i++) { if (!$c[$i]) { for ($j = $i * $i; $j -le $n; $j += $i) { $c[$j] = $true } } }; 2..$n | ? { -not $c[$_] } }
(Sieve 60) -join ' '
function Permute([object[]]$a) { if ($a.Count -le 1) { return , $a }; for ($i = 0; $i -lt $a.Count; $i++) { $rest = @(for ($j = 0; $j -lt $a.Count; $j++) { if ($j -ne $i) { $a[$j] } }); foreach ($p in Permute $rest) { , (@($a[$i]) + $p) } } }
Permute 1, 2, 3 | % { $_ -join '' }
function gcd($a, $b) { if ($b) { gcd $b ($a % $b) } else { $a } }
gcd 1071 462
[bigint]::GreatestCommonDivisor(1071, 462)
$fib = { param($n) if ($n -lt 2) { $n } else { (& $fib ($n - 1)) + (& $fib ($n - 2)) } }; & $fib 12
switch -Wildcard (1..15) { { $_ % 15 -eq 0 } { 'FizzBuzz'; continue } { $_ % 3 -eq 0 } { 'Fizz'; continue } { $_ % 5 -eq 0 } { 'Buzz'; continue } default { $_ } }
[convert]::ToString(255, 2).PadLeft(16, '0'); [convert]::ToInt32('ff', 16); '{0:x8}' -f 48879; 0xFFL; 1kb; 0b1011
$s = 'The quick brown fox jumps over the lazy dog'
($s.ToLower().ToCharArray() | ? { [char]::IsLetter($_) } | Sort-Object -Unique).Count -eq 26
-join $s[($s.Length - 1)..0]
($s -split ' ' | % { $_.Substring(0,1).ToUpper() + $_.Substring(1) }) -join ' '
(Get-Culture).TextInfo.ToTitleCase($s.ToLower())
$s -split '' -ne '' -ne ' ' | Group-Object | Sort-Object Count, Name -Descending | Select-Object -First 3 | ft Name, Count
$md5 = [System.Security.Cryptography.MD5]::Create(); [BitConverter]::ToString($md5.ComputeHash([Text.Encoding]::UTF8.GetBytes('hello'))).Replace('-', '').ToLower()
[Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([Text.Encoding]::ASCII.GetBytes('abc')))
[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes('hi'))
[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('SGVsbG8='))
$caesar = -join ('Hello, World'.ToCharArray() | % { if ($_ -cmatch '[A-Z]') { [char]((([int]$_ - 65 + 3) % 26) + 65) } elseif ($_ -cmatch '[a-z]') { [char]((([int]$_ - 97 + 3) % 26) + 97) } else { $_ } }); $caesar
