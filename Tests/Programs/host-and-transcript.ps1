# The host's user interface, sets of members, secrets, a transcript.
$shown = [System.Management.Automation.PSPropertySet]::new('DefaultDisplayPropertySet', [string[]]('Name', 'Status'))
$service = [pscustomobject]@{ Id = 1; Name = 'pool'; Status = 'up'; Extra = 2 }
$service | Add-Member MemberSet PSStandardMembers ([System.Management.Automation.PSMemberInfo[]]@($shown))
$service | Out-String
($service | Format-List * | Out-String -Stream | Where-Object { $_ }).Count
$Host.UI.WriteLine('line'); $Host.UI.RawUI.WindowTitle = 'title'; $Host.UI.RawUI.WindowTitle
[System.Management.Automation.Host.ChoiceDescription]::new('&Yes', 'do it').Label
$secret = ConvertTo-SecureString 'p@ss' -AsPlainText -Force
"$secret $($secret.Length)"; $secret | ConvertFrom-SecureString; $secret | ConvertFrom-SecureString -AsPlainText
[pscredential]::new('dom\bob', $secret).GetNetworkCredential().Password
$null = Start-Transcript ./t.txt -UseMinimalHeader
'written'; Write-Host 'said'
$null = Stop-Transcript
Get-Content t.txt | Where-Object { $_ -notmatch 'time:' }
try { Stop-Transcript } catch { $_.FullyQualifiedErrorId }
$ExecutionContext.InvokeCommand.CommandNotFoundAction = { param($name, $e) if ($name -eq 'zork') { $e.CommandScriptBlock = { 'found zork' } } }
zork
{ $a + $b; twice 4 }.InvokeWithContext(@{ twice = { param($n) $n * 2 } }, @([psvariable]::new('a', 1), [psvariable]::new('b', 2)), @())
'a1b2c' -split { $_ -match '\d' }, -2
Add-Type -AssemblyName System.Web
$short = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
$short::Add('zork', [int]); [zork].Name; $short::Remove('zork'); $null -eq ('zork' -as [type]); $short::Get['regex'].Name
try { Get-Item /no/such -ErrorAction Stop } catch { $_.Exception.ItemName; $_.Exception.ErrorRecord.CategoryInfo.Category }
function Get-Shape { param([System.Collections.Generic.List[string]]$List, [Nullable[int]]$Number) }
(Get-Command Get-Shape -Syntax).Trim()
