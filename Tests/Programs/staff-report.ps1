$emps = @'
Name,Department,Salary,Started
Alice,Engineering,85000,2019-04-01
Bob,Engineering,72000,2021-09-15
Carol,Sales,65000,2018-01-20
Dave,Sales,48000,2022-06-30
Eve,Support,39000,2023-02-11
'@ | ConvertFrom-Csv
$emps | Sort-Object { [int]$_.Salary } -Descending | Select-Object Name, @{ Name = 'Salary'; Expression = { [int]$_.Salary } }, @{ n = 'Years'; e = { [int]([datetime]'2024-01-01' - [datetime]$_.Started).TotalDays / 365 -as [int] } } | Format-Table -AutoSize
$emps | Group-Object Department | Select-Object Name, Count, @{ n = 'Total'; e = { ($_.Group | Measure-Object Salary -Sum).Sum } }, @{ n = 'Avg'; e = { '{0:N1}' -f ($_.Group | Measure-Object Salary -Average).Average } } | Format-Table -AutoSize
$emps | Format-Table -GroupBy Department Name, Salary
$emps | Where-Object Department -EQ 'Sales' | Format-List Name, Salary, @{ Label = 'Monthly'; Expression = { $_.Salary / 12 }; FormatString = 'F2' }
$emps | ConvertTo-Json -Depth 2 -Compress
$emps[0..1] | ConvertTo-Csv -NoTypeInformation
$emps | Select-Object -ExpandProperty Department -Unique
$emps | Group-Object Department -AsHashTable -AsString | % { $_['Sales'].Name -join ';' }
$emps | Measure-Object Salary -Minimum -Maximum -Average -Sum | Format-List
$emps | Format-Wide Name -Column 3
$emps | Select-Object -First 2 | ConvertTo-Html -Property Name, Salary -Fragment
$emps | Export-Csv out.csv -NoTypeInformation -UseQuotes AsNeeded; Get-Content out.csv -TotalCount 2; (Import-Csv out.csv).Count
$emps.Where({ $_.Salary -gt 60000 }, 'First').Name
$emps.ForEach('Name') -join ','
$emps | Select-Object *, @{n='Grade';e={ switch ([int]$_.Salary) { {$_ -ge 80000} {'A';break} {$_ -ge 60000} {'B';break} default {'C'} } }} -ExcludeProperty Started | Format-Table
