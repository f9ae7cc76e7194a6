# Lync/Skype admin report with stubbed Cs cmdlets
function script:Get-CsUserStub { 1..6 | ForEach-Object { New-Object PSObject -Property @{ SipAddress = "sip:user$_@contoso.com"; DisplayName = "User $_"; EnterpriseVoiceEnabled = ($_ % 2 -eq 0); LineURI = $(if ($_ % 2 -eq 0) { "tel:+4930$('{0:D4}' -f $_);ext=$_" } else { '' }); RegistrarPool = "pool0$(($_ % 3) + 1).contoso.com"; ConferencingPolicy = $(if ($_ -gt 4) { 'Exec' } else { $null }); Enabled = $_ -ne 5; WhenCreated = ([datetime]'2020-01-01').AddDays($_ * 45) } } }
Set-Alias Get-CsUser Get-CsUserStub
$UCUsers = Get-CsUser | Where-Object { $_.Enabled -eq $true }
Write-Host ("Found {0} enabled users" -f $UCUsers.Count) -ForegroundColor Green
$UCUsers | Sort-Object RegistrarPool, DisplayName | Format-Table DisplayName, SipAddress, LineURI -GroupBy RegistrarPool -AutoSize
$pools = $UCUsers | Group-Object -Property RegistrarPool
foreach ($pool in ($pools | Sort-Object Name)) {
    "`n$($pool.Name.ToUpper())"
    "-" * $pool.Name.Length
    $ev = @($pool.Group | Where-Object EnterpriseVoiceEnabled).Count
    "{0,-25}{1,5}" -f 'Users:', $pool.Count
    "{0,-25}{1,5}" -f 'Enterprise Voice:', $ev
    "{0,-25}{1,5:P0}" -f 'EV share:', ($ev / $pool.Count)
}
# Normalisation rules
$rules = @(
    @{ Name = 'Internal'; Pattern = '^(\d{4})$'; Translation = '+4930$1' },
    @{ Name = 'National'; Pattern = '^0(\d+)$'; Translation = '+49$1' },
    @{ Name = 'International'; Pattern = '^00(\d+)$'; Translation = '+$1' }
) | ForEach-Object { [pscustomobject]$_ }
function Test-DialPlan([string]$Number) {
    foreach ($r in $rules | Sort-Object { $_.Pattern.Length } -Descending) {
        if ($Number -match $r.Pattern) { return [pscustomobject]@{ Dialed = $Number; Rule = $r.Name; Result = $Number -replace $r.Pattern, $r.Translation } }
    }
    [pscustomobject]@{ Dialed = $Number; Rule = '<none>'; Result = $null }
}
'1234', '030555', '004420', 'abc' | ForEach-Object { Test-DialPlan $_ } | Format-Table -AutoSize
# LineURI parsing
$UCUsers | Where-Object { $_.LineURI } | Select-Object @{ n = 'Number'; e = { ($_.LineURI -split ';')[0] -replace '^tel:' } }, @{ n = 'Ext'; e = { if ($_.LineURI -match 'ext=(\d+)') { [int]$Matches[1] } } } | Sort-Object Ext -Descending
# change with confirm/whatif
function Set-CsUserStub { [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')] param([Parameter(ValueFromPipelineByPropertyName = $true, Mandatory = $true)][Alias('SipAddress')][string]$Identity, [string]$ConferencingPolicy, [switch]$Force) process { if ($Force -or $PSCmdlet.ShouldProcess($Identity, "Grant policy '$ConferencingPolicy'")) { "granted $ConferencingPolicy to $Identity" } } }
$UCUsers | Where-Object ConferencingPolicy -eq $null | Select-Object -First 2 | Set-CsUserStub -ConferencingPolicy Std -Force
$UCUsers | Select-Object -Last 1 | Set-CsUserStub -ConferencingPolicy Std -WhatIf
$html = $UCUsers | Select-Object DisplayName, EnterpriseVoiceEnabled | ConvertTo-Html -Fragment -PreContent '<h2>Users</h2>' | Out-String
$html -replace '<td>True</td>', '<td class="ok">True</td>' -replace '</?colgroup>|<col/>', ''
$UCUsers | Export-Csv -Path users.csv -NoTypeInformation -UseCulture
Import-Csv users.csv | Select-Object DisplayName, Enabled | Select-Object -First 2 | Format-List
$before = Import-Csv users.csv; $after = $before | ForEach-Object { $_.PSObject.Copy() }; $after[1].LineURI = 'tel:+1'; $after = $after | Where-Object DisplayName -ne 'User 6'
Compare-Object $before $after -Property DisplayName, LineURI | Sort-Object DisplayName, SideIndicator | ForEach-Object { '{0} {1} {2}' -f $_.SideIndicator, $_.DisplayName, $_.LineURI }
$UCUsers | Measure-Object -Property WhenCreated -Minimum -Maximum | ForEach-Object { "$($_.Minimum.ToString('d')) - $($_.Maximum.ToString('d'))" }
[xml]$x = $UCUsers | Select-Object DisplayName, Enabled | ConvertTo-Xml -NoTypeInformation; $x.Objects.Object.Count; $x.Objects.Object[0].Property[0].'#text'; $x.SelectNodes("//Property[@Name='Enabled']").Count
