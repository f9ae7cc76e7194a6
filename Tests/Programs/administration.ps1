# cleanup, merging, config
New-Item -ItemType Directory logs, conf -Force | Out-Null
1..6 | % { Set-Content "logs/app$_.log" ("line`n" * $_); (Get-Item "logs/app$_.log").LastWriteTime = [datetime]'2024-01-01' + [timespan]::FromDays($_ * 10) }
$cut = [datetime]'2024-02-01'
Get-ChildItem logs -Filter *.log | Where-Object { $_.LastWriteTime -lt $cut } | Sort-Object LastWriteTime | Select-Object Name, @{n='Size';e={$_.Length}}, @{n='Age';e={ ($cut - $_.LastWriteTime).Days }} | Format-Table -AutoSize
$stats = Get-ChildItem logs | Measure-Object Length -Sum -Maximum -Minimum -Average
'{0} files, {1} bytes, max {2}, avg {3:N1}' -f $stats.Count, $stats.Sum, $stats.Maximum, $stats.Average
Get-ChildItem logs | Where-Object LastWriteTime -lt $cut | Remove-Item -WhatIf
Get-ChildItem logs | Group-Object { $_.LastWriteTime.ToString('yyyy-MM') } | Sort-Object Name | ForEach-Object { [pscustomobject]@{ Month = $_.Name; Files = $_.Count; Bytes = ($_.Group | Measure-Object Length -Sum).Sum } } | Format-Table
$ini = @'
; comment
[server]
host = example.org
port=8080
[paths]
root = /srv/www
'@
$cfg = [ordered]@{}; $section = $null
switch -Regex ($ini -split '\r?\n') {
    '^\s*[;#]' { continue }
    '^\[(.+)\]$' { $section = $Matches[1]; $cfg[$section] = [ordered]@{}; continue }
    '^\s*([^=]+?)\s*=\s*(.*?)\s*$' { $cfg[$section][$Matches[1]] = $Matches[2] }
}
$cfg | ConvertTo-Json
$cfg.server.port -as [int]
$props = ConvertFrom-StringData @"
name = widget
size = 10
"@
$props.GetEnumerator() | Sort-Object Name | % { "$($_.Name): $($_.Value)" }
@"
Id,Name
1,Ann
2,Bob
3,Cy
"@ | Set-Content a.csv
@"
Id,Email
1,ann@x.org
3,cy@x.org
4,zed@x.org
"@ | Set-Content b.csv
$b = Import-Csv b.csv | Group-Object Id -AsHashTable -AsString
Import-Csv a.csv | Select-Object Id, Name, @{ n = 'Email'; e = { if ($b.ContainsKey($_.Id)) { $b[$_.Id].Email } else { '-' } } } | Format-Table
Compare-Object (Import-Csv a.csv) (Import-Csv b.csv) -Property Id -IncludeEqual | Sort-Object Id | Format-Table
Compare-Object (1..4) (3..6) | Sort-Object InputObject | % { "$($_.InputObject) $($_.SideIndicator)" }
$tree = { param($p, $depth) Get-ChildItem $p | % { ('  ' * $depth) + $_.Name; if ($_.PSIsContainer) { & $tree $_.FullName ($depth + 1) } } }
New-Item -ItemType Directory root/sub/deep -Force | Out-Null; Set-Content root/a.txt 1; Set-Content root/sub/b.txt 2; Set-Content root/sub/deep/c.md 3
& $tree root 0
Get-ChildItem root -Recurse -Filter *.txt | Select-Object -ExpandProperty Name
(Get-ChildItem root -Recurse -File).Count; (Get-ChildItem root -Recurse -Directory -Name) -join ','
Get-ChildItem root -Recurse -Include *.md, a* | % Name
Copy-Item root copy -Recurse; (Get-ChildItem copy -Recurse).Count; Move-Item copy/a.txt copy/z.txt; Test-Path copy/a.txt, copy/z.txt; Rename-Item copy/z.txt y.txt; (Get-ChildItem copy -File).Name
Join-Path root sub deep; Split-Path /a/b/c.txt -Leaf; Split-Path /a/b/c.txt -LeafBase; Split-Path /a/b/c.txt -Extension; [IO.Path]::ChangeExtension('x.txt', '.md'); Resolve-Path root/*.txt -Relative
Get-Content root/a.txt, root/sub/b.txt | Measure-Object -Sum | % Sum
Get-Date '2024-02-29' -Format 'dddd, d MMMM yyyy'; ([datetime]'2024-02-29').AddYears(1).ToString('yyyy-MM-dd'); (New-TimeSpan -Start '2024-01-01' -End '2024-03-01').Days; [datetime]::DaysInMonth(2023, 2); [datetime]::IsLeapYear(2024)
Get-Date -Year 2024 -Month 3 -Day 5 -Hour 1 -Minute 2 -Second 3 -UFormat '%Y-%m-%d %H:%M:%S %j'
[datetime]::ParseExact('05/03/2024', 'dd/MM/yyyy', $null).ToString('o'); '{0:yyyy}W{1}' -f [datetime]'2024-12-30', [System.Globalization.ISOWeek]::GetWeekOfYear([datetime]'2024-12-30')
$job = Start-Job { param($n) 1..$n | % { $_ * $_ } } -ArgumentList 4; $job | Wait-Job | Receive-Job; $job.State; Remove-Job $job
$j = 1..3 | % { Start-Job -Name "j$_" -ScriptBlock { "from $using:_" } }; $j | Wait-Job | Receive-Job | Sort-Object; Get-Job | Remove-Job
1..4 | ForEach-Object -Parallel { $_ * 10 } -ThrottleLimit 2 | Sort-Object
$env:MY_VAR = 'abc'; "$env:MY_VAR"; Get-ChildItem env:MY_* | Format-Table Name, Value; Remove-Item env:MY_VAR; Test-Path env:MY_VAR
& sh -c 'echo out; echo err >&2; exit 3' 2>&1 | % { "$($_.GetType().Name): $_" }; $LASTEXITCODE; $?
'b', 'a' | sort-object | & cat; (& echo hi there) -eq 'hi there'
try { & nosuchprogram } catch { $_.Exception.GetType().Name }
Remove-Item logs, conf, root, copy, a.csv, b.csv -Recurse
