<#
.SYNOPSIS
Checks a planned topology against the rules, without touching the deployment.

.DESCRIPTION
Reads front-end pools and chat pools from a CSV file and asks for each, with -WhatIf, whether the rules allow it. What they
allow is then made in a store for rehearsals, which is removed at the end, so that every pool is checked together with those before it. The
deployment of the session stays as it is. The exit code is 1 if a pool is refused.

.PARAMETER Path
The CSV file, with the columns Kind (FrontEnd or Chat), Fqdn, Generation, HostPool, Site, Servers, FileStore and Database;
topology.csv beside this script unless given.

.EXAMPLE
chatsh Scripts/Examples/CheckTopology.ps1 -Path topology.csv
#>
[CmdletBinding()]
param(
    [string] $Path = "$PSScriptRoot/topology.csv"
)

# What a row gives as parameters of the command that makes its pool.
function Get-PoolParameter($Row) {
    $given = @{ Identity = $Row.Fqdn; Generation = $Row.Generation }
    if ($Row.Kind -eq 'FrontEnd') {
        $given.Site = $Row.Site
        if ($Row.Servers) { $given.Computers = $Row.Servers -split ';' }
        if ($Row.Database) { $given.UserStore = $Row.Database }
    } else {
        $given.HostPool = $Row.HostPool
        $given.FileStore = $Row.FileStore
        if ($Row.Servers) { $given.Servers = $Row.Servers -split ';' }
        if ($Row.Database) { $given.ContentDatabase = $Row.Database }
        if ($Row.Generation -ne '2013') { $given.LookupUser = 'sip:' + $Row.Fqdn.Split('.')[0] + '@rehearsal.example' }
    }
    $given
}

$store = $env:CHATSH_STORE
$rehearsal = "$([System.IO.Path]::GetTempPath())chatsh-rehearsal-$PID.db"
$quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
try {
    Use-ChatDeployment $rehearsal
    New-ChatSipDomain rehearsal.example | Out-Null
    $rows = @(Import-Csv $Path)
    $rows.Site | Where-Object { $_ } | Sort-Object -Unique | New-ChatSite | Out-Null

    $results = foreach ($row in $rows) {
        $command = if ($row.Kind -eq 'FrontEnd') { 'New-FrontEndPool' } else { 'New-ChatPool' }
        $given = Get-PoolParameter $row
        & $command @given @quiet -WhatIf -ErrorVariable refusal
        if (-not $refusal) { & $command @given @quiet | Out-Null }
        [pscustomobject]@{
            Pool = $row.Fqdn
            Generation = $row.Generation
            Rule = if ($refusal) { $refusal[0].FullyQualifiedErrorId.Split(',')[0] } else { 'OK' }
            Message = if ($refusal) { "$($refusal[0])" }
        }
    }
} finally {
    if ($store) { Use-ChatDeployment $store } else { $env:CHATSH_STORE = $null }
    Remove-Item "$rehearsal*"
}

$results | Format-Table Pool, Generation, Rule -AutoSize
$refused = @($results | Where-Object Rule -ne OK)
$refused | ForEach-Object { "$($_.Rule): $($_.Message)" }
"$($results.Count - $refused.Count) of $($results.Count) pools keep the rules."
if ($refused) { exit 1 }
