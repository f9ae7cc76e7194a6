<#
.SYNOPSIS
Creates users from a CSV file, homed on their pools and with their policies, and lists the rows that the rules refuse.

.DESCRIPTION
The columns are SipAddress, DisplayName, HomePool and Policy. All users of the file are created in one transaction: if the
shell dies on the way, none of them is there. With -WhatIf no user is created, and the rows that would be refused are shown.

.PARAMETER Path
The CSV file; users.csv beside this script unless given.

.PARAMETER Store
The store; that of the session unless given. An empty one gets the deployment of SampleDeployment.ps1.

.EXAMPLE
chatsh Scripts/Examples/ImportUsers.ps1 -Path users.csv -Store deployment.db
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = "$PSScriptRoot/users.csv",
    [string] $Store
)

if ($Store) { Use-ChatDeployment $Store }
& "$PSScriptRoot/SampleDeployment.ps1"

$created = @(Import-Csv $Path | New-ChatUser -ErrorAction SilentlyContinue -ErrorVariable refused)

"$($created.Count) users created, $($refused.Count) rows refused."
$created | Format-Table DisplayName, SipAddress, HomePool, HomeGeneration, Policy -AutoSize
if ($refused) {
    'Refused:'
    $refused | ForEach-Object {
        [pscustomobject]@{ Rule = $_.FullyQualifiedErrorId.Split(',')[0]; Message = "$_" }
    } | Format-Table -AutoSize
}
'Users by home pool:'
Get-ChatUser -Filter { HomePool -ne $null -and SipAddress -notlike 'sip:chat-*' } | Group-Object HomePool | Format-Table Count, Name -AutoSize
