<#
.SYNOPSIS
Three generations of chat pools side by side: who reaches what, before and after the users move to Lync Server 2013.

.DESCRIPTION
Builds a deployment with one front-end pool and one chat pool of each generation, shows that a pool is hosted by its own
generation only, homes a user on each, and tries every client against every pool. Then moves all users to 2013 and
tries again. Needs a store without a deployment in it.

.PARAMETER Store
The store to build the deployment in; the store of the session unless given.

.EXAMPLE
chatsh Scripts/Examples/Coexistence.ps1 -Store coexistence.db
#>
[CmdletBinding()]
param(
    [string] $Store
)

if ($Store) { Use-ChatDeployment $Store }
if (Get-ChatSite) { throw "Store $((Get-ChatDeployment).Path) holds a deployment already; name another one with -Store." }

function Show-Heading([string] $Text) { ''; "== $Text" }

function Show-Matrix {
    $decisions = Test-ClientConnection
    $decisions | Format-Table Client, HomeGeneration, @{ Name = 'Pool'; Expression = { $_.Pool -replace '\..*' } }, Outcome, Reason -AutoSize
    'Why:'
    $decisions | Where-Object Outcome -eq Refused | Sort-Object Message -Unique | ForEach-Object { "  $($_.Reason): $($_.Message)" }
}

Show-Heading 'One front-end pool of each generation'
New-ChatSite Redmond | Out-Null
New-ChatSipDomain contoso.com | Out-Null
New-FrontEndPool fe-r2.contoso.com -Generation R2 -Site Redmond | Out-Null
New-FrontEndPool fe-2010.contoso.com -Generation 2010 -Site Redmond | Out-Null
New-FrontEndPool fe-2013.contoso.com -Generation 2013 -Site Redmond | Out-Null
Get-FrontEndPool | Format-Table Fqdn, Generation, Site, State -AutoSize

Show-Heading 'A chat pool is hosted by its own generation only'
$wrong = @(
    @{ Generation = '2013'; HostPool = 'fe-2010.contoso.com' }
    @{ Generation = '2010'; HostPool = 'fe-r2.contoso.com' }
    @{ Generation = 'R2'; HostPool = 'fe-2013.contoso.com' }
)
foreach ($try in $wrong) {
    New-ChatPool chat.contoso.com @try -FileStore \\files\chat -ErrorAction SilentlyContinue -ErrorVariable refusal
    "  $($refusal[0].FullyQualifiedErrorId.Split(',')[0]): $($refusal[0])"
}

Show-Heading 'One chat pool of each generation'
New-ChatPool chat-r2.contoso.com -Generation R2 -FileStore D:\ChatFiles -LookupUser sip:chat-r2@contoso.com | Out-Null
New-ChatPool chat-2010.contoso.com -Generation 2010 -FileStore D:\ChatFiles -LookupUser sip:chat-2010@contoso.com | Out-Null
New-ChatPool chat-2013.contoso.com -Generation 2013 -FileStore \\files\chat -Servers chat1.contoso.com, chat2.contoso.com -DefaultForSites All | Out-Null
New-ChatEndpoint sip:chat-2013@contoso.com -Pool chat-2013.contoso.com | Out-Null
Get-ChatPool | Start-ChatPool
Get-ChatPool | Format-Table Fqdn, Generation, HostPool, ServiceState -AutoSize

Show-Heading 'A user on each generation, with both kinds of clients'
New-ChatPolicy ChatOn -EnablePersistentChat $true | Out-Null
$people = @(
    [pscustomobject]@{ Name = 'ann'; Home = 'fe-r2.contoso.com'; Address = 'sip:chat-r2@contoso.com' }
    [pscustomobject]@{ Name = 'bob'; Home = 'fe-2010.contoso.com'; Address = 'sip:chat-2010@contoso.com' }
    [pscustomobject]@{ Name = 'cara'; Home = 'fe-2013.contoso.com'; Address = 'sip:chat-2013@contoso.com' }
)
foreach ($person in $people) {
    New-ChatUser "sip:$($person.Name)@contoso.com" -HomePool $person.Home | Out-Null
    New-ChatClient "$($person.Name)-legacy" -User "$($person.Name)@contoso.com" -Kind GroupChat -LookupUri $person.Address | Out-Null
    New-ChatClient "$($person.Name)-lync" -User "$($person.Name)@contoso.com" -Kind Lync2013 | Out-Null
}
Grant-ChatPolicy cara@contoso.com -PolicyName ChatOn
$people | ForEach-Object { Get-ChatUser "$($_.Name)@contoso.com" } | Format-Table SipAddress, HomePool, HomeGeneration, Policy -AutoSize

Show-Heading 'Every client against every pool'
Show-Matrix

Show-Heading 'The legacy client reaches a pool of any generation, one at a time'
foreach ($person in $people) {
    Set-ChatClient ann-legacy -LookupUri $person.Address
    Get-ClientConnection ann@contoso.com | ForEach-Object { "  $($person.Address): $($_.Message)" }
}
Set-ChatClient ann-legacy -LookupUri sip:chat-r2@contoso.com

Show-Heading 'All users move to 2013'
$users = Get-ChatUser -Filter { HomePool -ne 'fe-2013.contoso.com' -and SipAddress -notlike 'sip:chat-*' }
$users | Move-ChatUser -Target fe-2013.contoso.com -PassThru | Format-Table SipAddress, HomePool, HomeGeneration, Policy -AutoSize

Show-Heading 'Every client against every pool, after the move'
Show-Matrix

Show-Heading 'The policy decides about the Lync 2013 client'
Set-ChatPolicy Global -EnablePersistentChat $true
Get-ClientConnection -Pool chat-2013.contoso.com | Format-Table User, Client, Policy, Pool, Outcome -AutoSize
