$log = @'
192.168.1.10 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 "-" "Mozilla/5.0"
192.168.1.11 - bob [10/Oct/2023:13:56:01 +0000] "POST /login HTTP/1.1" 302 0 "http://x/" "curl/7.68"
10.0.0.5 - - [10/Oct/2023:14:01:12 +0000] "GET /missing HTTP/1.0" 404 209 "-" "Mozilla/5.0"
192.168.1.10 - - [10/Oct/2023:14:02:00 +0000] "GET /img/logo.png HTTP/1.1" 200 10240 "-" "Mozilla/5.0"
garbage line
10.0.0.5 - - [11/Oct/2023:00:00:01 +0000] "GET /api?q=1 HTTP/1.1" 500 - "-" "python"
'@
Set-Content access.log $log
$pattern = '^(?<ip>\S+) \S+ (?<user>\S+) \[(?<date>[^\]]+)\] "(?<method>\w+) (?<url>\S+) (?<proto>[^"]+)" (?<status>\d{3}) (?<size>\d+|-) "(?<ref>[^"]*)" "(?<ua>[^"]*)"$'
function ConvertFrom-AccessLog {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)][string]$Line)
    begin { $bad = 0; $rx = [regex]::new($pattern, [System.Text.RegularExpressions.RegexOptions]'Compiled, IgnoreCase') }
    process {
        $m = $rx.Match($Line)
        if (-not $m.Success) { $bad++; Write-Warning "Cannot parse: $Line"; return }
        [pscustomobject]@{
            IP = [ipaddress]$m.Groups['ip'].Value; User = $m.Groups['user'].Value
            Time = [datetimeoffset]::ParseExact($m.Groups['date'].Value, 'dd/MMM/yyyy:HH:mm:ss zzz', [cultureinfo]::InvariantCulture)
            Method = $m.Groups['method'].Value; Url = $m.Groups['url'].Value; Status = [int]$m.Groups['status'].Value
            Size = if ($m.Groups['size'].Value -eq '-') { 0 } else { [long]$m.Groups['size'].Value }; Agent = $m.Groups['ua'].Value
        }
    }
    end { Write-Verbose "$bad bad lines" -Verbose }
}
$e = Get-Content access.log | ConvertFrom-AccessLog 3>&1 4>&1
$e | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | % { "W: $($_.Message)" }
$e | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | % { "V: $_" }
$e = $e | Where-Object { $_ -isnot [System.Management.Automation.InformationalRecord] }
$e | Format-Table IP, Method, Url, Status, Size -AutoSize
$e | Group-Object { '{0}xx' -f [math]::Floor($_.Status / 100) } | Sort-Object Name | Select-Object Name, Count | Format-Table
$e | Group-Object IP | ForEach-Object { $s = $_.Group | Measure-Object Size -Sum -Maximum; [pscustomobject]@{ IP = $_.Name; Hits = $_.Count; Bytes = $s.Sum; Biggest = $s.Maximum } } | Sort-Object Bytes -Descending
$e | Group-Object { $_.Time.ToString('yyyy-MM-dd HH') } -NoElement
$e[0]
$e[0].Time.UtcDateTime.ToString('o'); $e[0].IP.AddressFamily; $e[0].IP.IPAddressToString
Select-String -Path access.log -Pattern '" 5\d\d ' | ForEach-Object { "$($_.Filename):$($_.LineNumber): $($_.Line.Substring(0, 8))" }
Select-String -Path access.log -Pattern 'POST' -Context 1, 1
(Select-String -Path access.log -Pattern 'garbage' -NotMatch).Count
Get-Content access.log | Select-String '(?<code>\s[45]\d\d\s)' | ForEach-Object { $_.Matches[0].Groups['code'].Value.Trim() }
switch -Regex -File access.log { '" 200 (\d+)' { $total += [int]$Matches[1] } '" (4|5)\d\d ' { $errs++ } default { $other++ } }; "$total $errs $other"
$reader = [System.IO.StreamReader]::new("$PWD/access.log"); try { $n = 0; while ($null -ne ($line = $reader.ReadLine())) { $n++; if ($reader.EndOfStream) { "last: $($line.Length)" } } } finally { $reader.Dispose() }; $n
[System.IO.File]::ReadLines("$PWD/access.log") | Select-Object -First 1 | % Length; [IO.File]::ReadAllLines((Resolve-Path access.log)).Count; [IO.File]::AppendAllText((Join-Path $PWD access.log), "x`n"); (Get-Content access.log).Count; @(Get-Content access.log -ReadCount 3)[0].Count; Get-Content access.log -Tail 2
# histogram
$e | Group-Object Status | Sort-Object { [int]$_.Name } | % { '{0} {1}' -f $_.Name, ('#' * $_.Count) }
# event style table with custom view and calculated properties
$e | Select-Object @{ l = 'When'; e = { $_.Time.ToString('HH:mm') } }, @{ Name = 'Result'; Expression = { switch ($_.Status) { { $_ -lt 300 } { 'OK'; break } { $_ -lt 400 } { 'Redirect'; break } { $_ -lt 500 } { 'Client'; break } default { 'Server' } } } } -Unique | Format-Table -HideTableHeaders
$e | Format-Wide Url -Column 3
$e | Format-List Url, Status -GroupBy Method
$e | Format-Table @{ l = 'URL'; e = 'Url'; w = 12 }, @{ l = 'KB'; e = { $_.Size / 1KB }; f = 'N1'; a = 'Right'; w = 8 }, Status
