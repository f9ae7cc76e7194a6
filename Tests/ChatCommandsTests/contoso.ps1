# The deployment of the examples: three generations side by side, one user on each, two clients.
$null = New-ChatSite Redmond
$null = New-ChatSite Dublin
$null = New-ChatSipDomain contoso.com
$null = New-FrontEndPool fer2.contoso.com -Generation R2 -Site Redmond
$null = New-FrontEndPool fe2010.contoso.com -Generation 2010 -Site Redmond
$null = New-FrontEndPool fe2013.contoso.com -Generation 2013 -Site Redmond
$null = New-ChatPool gcr2.contoso.com -Generation R2 -FileStore D:\Files -LookupUser sip:gcr2@contoso.com
$null = New-ChatPool gc2010.contoso.com -Generation 2010 -FileStore D:\Files -LookupUser sip:gc2010@contoso.com
$null = New-ChatPool pc2013.contoso.com -Generation 2013 -FileStore \\files\chat -Servers pc1.contoso.com, pc2.contoso.com
$null = New-ChatEndpoint sip:pc2013@contoso.com -Pool pc2013.contoso.com
Get-ChatPool | Start-ChatPool
$null = New-ChatUser sip:ann@contoso.com -DisplayName 'Ann Berg' -HomePool fer2.contoso.com
$null = New-ChatUser sip:bob@contoso.com -DisplayName 'Bob Hall' -HomePool fe2010.contoso.com
$null = New-ChatUser sip:cara@contoso.com -DisplayName 'Cara Diaz' -HomePool fe2013.contoso.com
$null = New-ChatPolicy ChatOn -EnablePersistentChat $true
Grant-ChatPolicy sip:cara@contoso.com -PolicyName ChatOn
$null = New-ChatClient ann-legacy -User ann@contoso.com -Kind GroupChat -LookupUri sip:gcr2@contoso.com
$null = New-ChatClient ann-lync -User ann@contoso.com -Kind Lync2013
$null = New-ChatClient cara-lync -User cara@contoso.com -Kind Lync2013
