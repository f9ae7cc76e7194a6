# What jobs and parallel blocks say beside their output.
$job = Start-Job { Write-Warning 'w'; Write-Verbose 'v' -Verbose; Write-Information 'i'; Write-Error 'e'; 'o' }
$job | Wait-Job | Receive-Job -Verbose 2>&1 3>&1 4>&1 6>&1 | ForEach-Object { "$($_.GetType().Name) $_" }
1 | ForEach-Object -Parallel { Write-Warning "w$_"; Write-Information "i$_"; $_ } 3>&1 6>&1 | ForEach-Object { "$($_.GetType().Name) $_" }
1..3 | ForEach-Object { Start-Job { "item $using:_" } } | Wait-Job | Receive-Job | Sort-Object
$jobs = 1..3 | ForEach-Object { Start-ThreadJob { "$using:_ $($args[0])" } -ArgumentList x }
$jobs | Wait-Job | Receive-Job | Sort-Object
$job = 1..4 | ForEach-Object -Parallel { $_ * 10 } -AsJob -ThrottleLimit 2
$job | Wait-Job | Receive-Job | Sort-Object
