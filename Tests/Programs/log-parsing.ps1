$log = @'
2024-01-15 08:00:01 [INFO] Service started pid=1234
2024-01-15 08:00:05 [WARN] Disk usage at 81%
2024-01-15 08:01:10 [ERROR] Connection to 10.0.0.5:5432 failed: timeout
2024-01-15 08:01:12 [ERROR] Connection to 10.0.0.6:5432 failed: refused
garbage line
2024-01-15 08:02:00 [INFO] Retry ok
'@ -split "`n"
$rx = '^(?<date>\d{4}-\d\d-\d\d) (?<time>[\d:]+) \[(?<level>\w+)\] (?<msg>.*)$'
$entries = foreach ($l in $log) { if ($l -match $rx) { $Matches.Remove(0); [pscustomobject]@{ When = [datetime]"$($Matches.date) $($Matches.time)"; Level = $Matches['level']; Message = $Matches.msg } } else { Write-Warning "Unparsed: $l" } }
$entries | Format-Table -AutoSize
$entries | Group-Object Level -NoElement | Sort-Object Count -Descending | Format-Table
$log | Select-String -Pattern '(\d+\.\d+\.\d+\.\d+):(\d+)' | ForEach-Object { [pscustomobject]@{ Line = $_.LineNumber; IP = $_.Matches[0].Groups[1].Value; Port = [int]$_.Matches.Groups[2].Value } } | Format-Table
[regex]::Matches($log -join "`n", '\b(?<n>\d{4,})\b') | % { "$($_.Index):$($_.Groups['n'].Value)" }
[regex]::Replace('a1b22', '\d+', { param($m) "<$([int]$m.Value * 2)>" })
'John Smith' -replace '(\w+) (\w+)', '$2, $1'
'a-b_c' -creplace '[-_](\w)', { $_.Groups[1].Value.ToUpper() }
$entries | Where-Object { $_.Level -in 'ERROR', 'WARN' } | ForEach-Object { '{0:HH:mm:ss} {1,-6}{2}' -f $_.When, $_.Level, $_.Message }
$span = $entries[-1].When - $entries[0].When; "$span"; $span.TotalSeconds
$entries | Select-Object -Last 1 | Format-List
($log | Select-String ERROR -SimpleMatch).Count
$log | Select-String 'warn' -Context 1, 1
switch -Regex ($log) { '\[ERROR\].*: (\w+)$' { "err=$($Matches[1])" } '\[WARN\]' { 'warn' } default { } }
