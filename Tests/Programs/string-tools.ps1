# string functions as published
function Get-StringDistance { # damerau
    param([string]$Source, [string]$Target, [switch]$CaseSensitive)
    if (-not $CaseSensitive) { $Source = $Source.ToLower(); $Target = $Target.ToLower() }
    $d = New-Object 'int[,]' ($Source.Length + 1), ($Target.Length + 1)
    for ($i = 0; $i -le $Source.Length; $i++) { $d[$i, 0] = $i }
    for ($j = 0; $j -le $Target.Length; $j++) { $d[0, $j] = $j }
    for ($i = 1; $i -le $Source.Length; $i++) {
        for ($j = 1; $j -le $Target.Length; $j++) {
            $cost = [int]($Source[$i - 1] -cne $Target[$j - 1])
            $d[$i, $j] = [Math]::Min([Math]::Min($d[($i - 1), $j] + 1, $d[$i, ($j - 1)] + 1), $d[($i - 1), ($j - 1)] + $cost)
            if ($i -gt 1 -and $j -gt 1 -and $Source[$i - 1] -ceq $Target[$j - 2] -and $Source[$i - 2] -ceq $Target[$j - 1]) {
                $d[$i, $j] = [Math]::Min($d[$i, $j], $d[($i - 2), ($j - 2)] + $cost)
            }
        }
    }
    $d[$Source.Length, $Target.Length]
}
Get-StringDistance kitten sitting; Get-StringDistance CA AC; Get-StringDistance 'abc' 'ABC' -CaseSensitive
function ConvertTo-PascalCase([Parameter(ValueFromPipeline)][string]$s) { process { -join ([regex]::Split($s, '[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])') | ? { $_ } | % { $_.Substring(0, 1).ToUpper() + $_.Substring(1).ToLower() }) } }
function ConvertTo-SnakeCase([Parameter(ValueFromPipeline)][string]$s) { process { ($s -creplace '(?<!^)([A-Z][a-z]|(?<=[a-z])[A-Z])', '_$1').ToLower() -replace '[\s-]+', '_' -replace '__+', '_' } }
'hello world-foo_barBaz', 'XMLHttpRequest' | ConvertTo-PascalCase; 'helloWorldFoo', 'XMLHttpRequest', 'some text' | ConvertTo-SnakeCase
(Get-Culture).TextInfo.ToTitleCase('the quick brown FOX'); [cultureinfo]::InvariantCulture.TextInfo.ToTitleCase('war and peace')
function Format-WordWrap([string]$Text, [int]$Width = 30) { $line = ''; foreach ($w in $Text -split '\s+') { if ($line.Length + $w.Length + 1 -gt $Width -and $line) { $line; $line = $w } else { $line = ($line, $w | ? { $_ }) -join ' ' } }; if ($line) { $line } }
Format-WordWrap 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.'
function Get-Centered([string]$s, [int]$w) { $s.PadLeft([math]::Floor(($w + $s.Length) / 2)).PadRight($w) }
"[$(Get-Centered 'abc' 10)]"
'racecar', 'hello' | % { $r = [char[]]$_; [array]::Reverse($r); "$_ $(-join $r) $($_ -eq -join $r)" }
-join ('stressed'[-1..-8]); 'abc'.ToCharArray() | % { [int]$_ }; [string]::Join('|', 'a', 'b'); [string]::Concat('x', 1, $true)
'a,b;c d'.Split(',; '.ToCharArray()); 'a--b--c'.Split('--'); 'a1b22c'.Split([char[]]'12', [StringSplitOptions]::RemoveEmptyEntries) -join '.'; 'k=v=w'.Split('=', 2)
'a1b2c3' -split '\d' | ? { $_ }; 'a1b2' -split '(\d)'; 'one  two' -split ' ', 2; -split "  lead and`ttrail "; 'abcd' -split '' | ? { $_ } | select -First 2; 'aXbxc' -csplit 'x'
'2024-01-15' -replace '(\d+)-(\d+)-(\d+)', '$3/$2/$1'; 'John Smith' -replace '(?<f>\w+) (?<l>\w+)', '${l}, ${f}'; 'price 10' -replace '\d+', { [int]$_.Value * 2 }
'aaa' -creplace 'A', 'b'; 'tEsT' -ireplace 't', '_'; 'x.y' -replace '\.', '$$'; 'abc' -replace '(?<=a)b', '[$&]'
'{0} {{literal}} {1,5:N1}|{2,-8:X}|{3:yyyy}' -f 'a', 3.14159, 255, [datetime]'2020-06-01'
"Tab`tNew`\nQuote`"Dollar`$ Null`0|Bell".Length; 'single ''quoted'' $novar'; "sub $(1 + 2) $($true) @(1) $([math]::PI.ToString('F3'))"
$h = @{ k = 'v' }; $o = [pscustomobject]@{ p = 'q'; arr = 1, 2, 3 }; "$h.k $($h.k) $o.p $($o.p) $($o.arr) $o"
$here = @"
Line 1 $($o.p)
  "quoted" 'single' `$escaped
"@
$here; $here.Split("`n").Count
'abc'.IndexOf('c'); 'abcabc'.LastIndexOf('b'); 'hello'.Remove(1, 3); 'hello'.Insert(2, 'XX'); 'hello'.Replace('l', 'L'); 'Hello'.Contains('ell'); 'hello'.StartsWith('he'); 'a'.CompareTo('b'); 'abc'.Substring(1, 1); '  x '.Trim() + '|'; 'xxaxx'.Trim('x'); 'file.tar.gz'.TrimEnd('.gz'); 'ab' * 3; 'abc'[0]; 'abc'[-1]; 'abc'[0, 2] -join ''
[string]::IsNullOrWhiteSpace("`t "); [string]::IsNullOrEmpty(''); [string]::Compare('a', 'B', $true); [string]::Equals('a', 'A', 'OrdinalIgnoreCase'); 'a' -ceq 'A'; 'apple' -lt 'Banana'; 'a' -clt 'A'
[char]::IsDigit('5'); [char]::IsLetter('x'); [char]::IsUpper('a'); [char]::ToUpper('z'); [char]::IsWhiteSpace("`t"); [char]::IsPunctuation('!'); [char]'A' + 1; [char]([int][char]'A' + 1)
[regex]::Matches('a1b22c333', '\d+').Value -join ','; [regex]::Match('key: val', '(\w+):\s*(\w+)').Groups[2].Value; [regex]::Escape('a.b*c'); [regex]::Split('a1b2', '\d'); [regex]::IsMatch('ABC', '^[a-z]+$', 'IgnoreCase')
$rx = [regex]::new('(?<year>\d{4})-(?<m>\d\d)', 'Compiled'); $m = $rx.Match('on 2024-05 and 2023-11'); while ($m.Success) { "$($m.Groups['year'].Value)/$($m.Groups['m'].Value)@$($m.Index)"; $m = $m.NextMatch() }; $rx.GetGroupNames() -join ','; $rx.Replace('x 2024-05', '${m}.${year}')
'log 192.168.1.10 and 10.0.0.1' | Select-String -Pattern '\b(?:\d{1,3}\.){3}\d{1,3}\b' -AllMatches | % { $_.Matches.Value }
if ('user@example.com' -match '^(?<user>[^@]+)@(?<domain>.+)$') { $Matches.user; $Matches['domain']; $Matches[0] }
switch -Regex ('abc123', 'zzz', '42') { '^[a-z]+\d+$' { "alnum $_" } '^\d+$' { "num $_" } default { "other $_" } }
switch -Wildcard ('file.txt', 'doc.md') { '*.txt' { "T:$_" } '*.md' { "M:$_"; break } }
[System.Text.StringBuilder]$sb = 'start'; [void]$sb.AppendLine(' x').AppendFormat('{0:D3}', 7).Insert(0, '>').Replace('x', 'y'); $sb.ToString(); $sb.Length; $sb[0]
'ÄÖÜ'.ToLower(); 'straße'.ToUpper(); 'İ'.ToLowerInvariant().Length; 'é'.Normalize('FormD').Length; [System.Globalization.StringInfo]::new('👍a').LengthInTextElements
'a'..'e' -join ''; [char[]](97..101) -join ''; ('a'..'c' | % { $c = $_; 1..2 | % { "$c$_" } }) -join ' '
"{0:n0}" -f 1234567; (1234567.891).ToString('#,##0.00'); (0.1234).ToString('P1'); (255).ToString('X'); (5).ToString('000'); [int]'0x1F'; [double]'1e3'; '10' + 5; 5 + '10'; '3' * 2; [int]'42' * 2
'The', 'quick' | Join-String -Separator ' ' -OutputPrefix '<' -OutputSuffix '>' -DoubleQuote; 'b', 'a' | Sort-Object | Join-String { $_.ToUpper() } -Separator ','
