<#
.SYNOPSIS
Reports who cannot connect to chat, and why.

.DESCRIPTION
Tries the clients of every user against the chat pools, counts the reasons of refusals, and lists for each user who reaches
no pool with some client what stands in the way and what to do about it.

.PARAMETER Pool
The chat pools to report about; all unless given.

.PARAMETER Path
A CSV file to write every refusal to.

.PARAMETER Store
The store; that of the session unless given. An empty one gets the deployment of SampleDeployment.ps1.

.EXAMPLE
chatsh Scripts/Examples/ConnectionReport.ps1 -Pool chat-2013.contoso.com -Path refusals.csv
#>
[CmdletBinding()]
param(
    [string[]] $Pool = '*',
    [string] $Path,
    [string] $Store
)

if ($Store) { Use-ChatDeployment $Store }
& "$PSScriptRoot/SampleDeployment.ps1" -WithUsers

$decisions = @(Test-ClientConnection -Pool $Pool -AllReasons)
$refused = @($decisions | Where-Object Outcome -eq Refused)
"$($decisions.Count) connections tried, $($refused.Count) refused."

$refused | Group-Object Reason | Sort-Object Count, Name -Descending | Format-Table Count, Name -AutoSize

'Clients that reach no pool:'
$decisions | Group-Object User, Client | Where-Object { 'Connected' -notin $_.Group.Outcome } | ForEach-Object {
    # The pool of the newest generation is the one to get to.
    $last = $_.Group[-1]
    "  $($last.User) with $($last.Client)"
    "    $($last.Message)"
    if ($last.WayOut) { "    $($last.WayOut)" }
    if ($last.Reasons.Count -gt 1) { "    All reasons: $($last.Reasons -join ', ')" }
}

if ($Path) {
    $refused | Select-Object User, Client, HomePool, HomeGeneration, Policy, Pool, Generation, Reason, Message, WayOut | Export-Csv $Path
    "Written to $Path."
}
