<#
.SYNOPSIS
Builds the deployment of the examples in an empty store: three generations side by side, a policy, and an address for each pool.

.DESCRIPTION
Does nothing if the store holds a deployment already, so that the other examples run on a deployment of your own as well.

.PARAMETER WithUsers
Also creates users and clients.

.EXAMPLE
chatsh -Store sample.db Scripts/Examples/SampleDeployment.ps1 -WithUsers
#>
[CmdletBinding()]
param(
    [switch] $WithUsers
)

if (Get-ChatSite) { return }
# A rehearsal needs something to rehearse on.
$WhatIfPreference = $false

New-ChatSite Redmond | Out-Null
New-ChatSite Dublin | Out-Null
New-ChatSipDomain contoso.com | Out-Null
New-FrontEndPool fe-r2.contoso.com -Generation R2 -Site Redmond | Out-Null
New-FrontEndPool fe-2010.contoso.com -Generation 2010 -Site Redmond | Out-Null
New-FrontEndPool fe-2013.contoso.com -Generation 2013 -Site Dublin -WarningAction SilentlyContinue | Out-Null
New-ChatPool chat-r2.contoso.com -Generation R2 -FileStore D:\ChatFiles -LookupUser sip:chat-r2@contoso.com | Out-Null
New-ChatPool chat-2010.contoso.com -Generation 2010 -FileStore D:\ChatFiles -LookupUser sip:chat-2010@contoso.com | Out-Null
New-ChatPool chat-2013.contoso.com -Generation 2013 -FileStore \\files\chat -WarningAction SilentlyContinue | Out-Null
New-ChatEndpoint sip:chat-2013@contoso.com -Pool chat-2013.contoso.com | Out-Null
Get-ChatPool | Start-ChatPool
New-ChatPolicy ChatOn -EnablePersistentChat $true | Out-Null

if ($WithUsers) {
    Import-Csv "$PSScriptRoot/users.csv" | Where-Object HomePool -like 'fe-*.contoso.com' | New-ChatUser -ErrorAction SilentlyContinue | ForEach-Object {
        New-ChatClient "$($_.SamAccountName)-lync" -User $_.SipAddress -Kind Lync2013 | Out-Null
        if ($_.HomeGeneration -ne '2013') {
            New-ChatClient "$($_.SamAccountName)-legacy" -User $_.SipAddress -Kind GroupChat -LookupUri "sip:chat-$($_.HomeGeneration.ToLower())@contoso.com" | Out-Null
        }
    }
}
