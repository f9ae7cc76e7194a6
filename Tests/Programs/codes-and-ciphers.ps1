Function Compress-LZW {
    Param( [string]$uncompressed )
    $uncompressed = $uncompressed -as [string]
    $dictionary = New-Object 'System.Collections.Generic.Dictionary[string,int]' ([StringComparer]::Ordinal)
    for ($i = 0; $i -lt 256; $i++) { $dictionary.Add([string][char]$i, $i) }
    $w = ''
    $out = New-Object System.Collections.Generic.List[int]
    foreach ($c in $uncompressed.ToCharArray()) {
        $wc = $w + $c
        if ($dictionary.ContainsKey($wc)) { $w = $wc } else { $out.Add($dictionary[$w]); $dictionary.Add($wc, $dictionary.Count); $w = [string]$c }
    }
    if (![string]::IsNullOrEmpty($w)) { $out.Add($dictionary[$w]) }
    return $out
}
Function Expand-LZW { Param([int[]]$compressed)
    $dictionary = @{}
    0..255 | % { $dictionary[$_] = [string][char]$_ }
    $w = $dictionary[$compressed[0]]
    $sb = New-Object Text.StringBuilder $w
    foreach ($k in $compressed | Select-Object -Skip 1) {
        $entry = if ($dictionary.ContainsKey($k)) { $dictionary[$k] } elseif ($k -eq $dictionary.Count) { $w + $w[0] } else { throw "Bad compressed k: $k" }
        [void]$sb.Append($entry)
        $dictionary[$dictionary.Count] = $w + $entry[0]
        $w = $entry
    }
    $sb.ToString()
}
$c = Compress-LZW 'TOBEORNOTTOBEORTOBEORNOT'
"$c"
Expand-LZW $c
try { Expand-LZW 65, 999 } catch { "$_" }
# gray code
function ConvertTo-GrayCode ([int]$n) { $n -bxor ($n -shr 1) }
0..8 | ForEach-Object { $g = ConvertTo-GrayCode $_; [pscustomobject]@{ Dec = $_; Bin = [Convert]::ToString($_, 2).PadLeft(4, '0'); Gray = [Convert]::ToString($g, 2).PadLeft(4, '0') } } | Format-Table -AutoSize
# caesar/vigenere/rot13/soundex/morse
function Get-Rot13 { param([Parameter(ValueFromPipeline)][string]$s) process { -join $s.ToCharArray().ForEach{ switch -Regex ($_) { '[a-mA-M]' { [char](13 + $_) } '[n-zN-Z]' { [char]($_ - 13) } default { $_ } } } } }
'The Quick Brown Fox!' | Get-Rot13 | Tee-Object -Variable r; $r | Get-Rot13
$e = "This is a test Guvf vf n grfg"
[char[]](0..64+78..90+65..77+91..96+110..122+97..109+123..255)[[char[]]$e] -join ""
function Get-Vigenere([string]$text, [string]$key, [switch]$Decrypt) { $i = 0; -join ($text.ToUpper().ToCharArray() | ? { $_ -match '[A-Z]' } | % { $k = [int]$key[$i++ % $key.Length] - 65; if ($Decrypt) { $k = -$k }; [char](([int]$_ - 65 + $k + 26) % 26 + 65) }) }
$x = Get-Vigenere 'Beware the Jabberwock' 'VIGENERECIPHER'; $x; Get-Vigenere $x 'VIGENERECIPHER' -Decrypt
$morse = @{ A = '.-'; B = '-...'; S = '...'; O = '---' }
('SOS BA'.ToCharArray() | % { $morse["$_"] ?? '/' }) -join ' '
# look and say, bulls, isbn, luhn, ethiopian, happy, 99 bottles
function Get-LookAndSay ($n = 1) { $re = [regex] '(.)\1*'; $ret = ""; foreach ($m in $re.Matches($n)) { $ret += [string] $m.Length + $m.Value[0] }; return $ret }
function Get-MultipleLookAndSay ($n) { if ($n -eq 0) { return } else { $a = 1; $a; for ($i = 1; $i -lt $n; $i++) { $a = Get-LookAndSay $a; $a } } }
Get-MultipleLookAndSay 8
2..0 | % { $b = if ($_ -eq 1) { 'bottle' } else { 'bottles' }; "{0} {1} of beer" -f $(if ($_) { $_ } else { 'No' }), $b }
1..20 | % { $x = ''; if ($_ % 3 -eq 0) { $x += 'Fizz' } if (!($_ % 5)) { $x += 'Buzz' } if ($x) { $x } else { $_ } } | Out-String -Stream | Join-String -Separator ','
1..15 | % { switch ($_) { { $_ % 15 -eq 0 } { 'FizzBuzz'; break } { $_ % 5 -eq 0 } { 'Buzz'; break } { $_ % 3 -eq 0 } { 'Fizz'; break } default { $_ } } } | Join-String -Separator ' '
filter isHappy { $seen = @{}; $n = $_; while ($n -ne 1 -and !$seen[$n]) { $seen[$n] = 1; $s = 0; "$n".ToCharArray() | % { $d = [int]"$_"; $s += $d * $d }; $n = $s }; if ($n -eq 1) { $_ } }
(1..50 | isHappy) -join ' '
[int64]$f = 1; 1..20 | % { $f *= $_ }; $f; function fact($n) { if ($n -le 1) { [bigint]1 } else { (fact ($n - 1)) * $n } }; (fact 30).ToString('N0'); fact 25
function fib { param([Parameter(ValueFromPipeline)][int]$n) begin { $memo = @{ 0 = [bigint]0; 1 = [bigint]1 } } process { for ($i = 2; $i -le $n; $i++) { if (!$memo.ContainsKey($i)) { $memo[$i] = $memo[$i - 1] + $memo[$i - 2] } }; "F($n) = " + $memo[$n] } }; 10, 50, 100 | fib
