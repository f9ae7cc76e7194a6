<#
.SYNOPSIS
    Provision users from CSV
.NOTES
    Version 1.2
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param (
    [string]$CsvPath = './users.csv',
    [string]$Domain = 'contoso.com',
    [ValidateRange(8, 64)][int]$PasswordLength = 12
)
$ErrorActionPreference = 'Stop'
$script:created = [System.Collections.Generic.Dictionary[string, psobject]]::new([StringComparer]::OrdinalIgnoreCase)
@'
First,Last,Department,Title,Manager,Start
Anna,Müller,Sales,Rep,,2024-03-01
Bob,O'Neil,IT,"Admin, Senior",amueller,2024-02-15
Anna,Mueller,Sales,Rep,amueller,2024-03-05
,Smith,HR,Clerk,,bad-date
Çelik,Ağa,IT,Dev,nobody,2023-12-24
'@ | Set-Content $CsvPath -Encoding utf8
function Remove-Diacritics {
    param([String]$src = [String]::Empty)
    $normalized = $src.Normalize([Text.NormalizationForm]::FormD)
    $sb = New-Object Text.StringBuilder
    $normalized.ToCharArray() | % { if ([Globalization.CharUnicodeInfo]::GetUnicodeCategory($_) -ne [Globalization.UnicodeCategory]::NonSpacingMark) { [void]$sb.Append($_) } }
    $sb.ToString()
}
function New-SamName {
    param([Parameter(Mandatory)][ValidateNotNullOrEmpty()][string]$First, [Parameter(Mandatory)][string]$Last)
    $base = (Remove-Diacritics ($First.Substring(0, 1) + $Last)) -replace 'ü', 'ue' -replace "[^\w]", ''
    $base = $base.ToLowerInvariant()
    if ($base.Length -gt 20) { $base = $base.Substring(0, 20) }
    $candidate = $base; $i = 2
    while ($script:created.ContainsKey($candidate)) { $candidate = '{0}{1}' -f $base, $i++ }
    $candidate
}
function Get-TestUser([string]$Identity) { $u = $null; if ($script:created.TryGetValue($Identity, [ref]$u)) { $u } else { throw [System.Management.Automation.ItemNotFoundException]::new("Cannot find an object with identity: '$Identity'.") } }
function New-TestUser {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipelineByPropertyName)][string]$Sam, [Parameter(ValueFromPipelineByPropertyName)][string]$DisplayName,
        [Parameter(ValueFromPipelineByPropertyName)][datetime]$Start, [Parameter(ValueFromPipelineByPropertyName)][string]$Department)
    process {
        if ($PSCmdlet.ShouldProcess($Sam, 'Create user')) {
            $u = [pscustomobject]@{ PSTypeName = 'Test.User'; Sam = $Sam; DisplayName = $DisplayName; Department = $Department; Start = $Start; Upn = "$Sam@$Domain"; Enabled = $Start -le [datetime]'2024-03-02' }
            $script:created.Add($Sam, $u); $u
        }
    }
}
$errors = [System.Collections.ArrayList]@()
$row = 0
$users = Import-Csv -Path $CsvPath | ForEach-Object {
    $row++
    try {
        $sam = New-SamName -First $_.First -Last $_.Last
        $start = [datetime]::ParseExact($_.Start, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        if ($_.Manager) { $mgr = Get-TestUser $_.Manager } else { $mgr = $null }
        [pscustomobject]@{ Sam = $sam; DisplayName = '{1}, {0}' -f $_.First, $_.Last; Department = $_.Department; Start = $start } | New-TestUser -WhatIf:$WhatIfPreference
    }
    catch [System.Management.Automation.ItemNotFoundException] { [void]$errors.Add([pscustomobject]@{ Row = $row; Error = "manager: $($_.Exception.Message)" }) }
    catch [System.Management.Automation.ParameterBindingException] { [void]$errors.Add([pscustomobject]@{ Row = $row; Error = "binding: $($_.Exception.ParameterName) $($_.Exception.ErrorId)" }) }
    catch { [void]$errors.Add([pscustomobject]@{ Row = $row; Error = "$($_.Exception.GetType().Name): $($_.Exception.Message)" }) }
}
$users | Format-Table Sam, DisplayName, @{ n = 'Start'; e = { $_.Start.ToString('dd.MM.yyyy') } }, Enabled -AutoSize
$errors | Format-Table -AutoSize -Wrap
$users | Group-Object Department | Sort-Object Name | ForEach-Object { [pscustomobject]@{ Department = $_.Name; Count = $_.Count; Members = $_.Group.Sam -join ';' } } | Export-Csv report.csv -NoTypeInformation -Delimiter ';'
Get-Content report.csv
$users | Where-Object Enabled | Select-Object -ExpandProperty Upn
New-TestUser -Sam test -Start 2024-01-01 -WhatIf
$users[0] | Get-Member -MemberType NoteProperty | Select-Object -ExpandProperty Name
$report = [ordered]@{ Generated = '2024-01-01'; Total = @($users).Count; Errors = $errors.Count; Users = $users | Select-Object Sam, Department }
$report | ConvertTo-Json -Depth 3
$xml = [xml]'<users/>'
foreach ($u in $users) { $n = $xml.CreateElement('user'); $n.SetAttribute('sam', $u.Sam); $n.InnerText = $u.DisplayName; [void]$xml.DocumentElement.AppendChild($n) }
$sw = [IO.StringWriter]::new(); $w = [Xml.XmlTextWriter]::new($sw); $w.Formatting = 'Indented'; $xml.WriteTo($w); $w.Flush(); $sw.ToString()
$xml.users.user | Sort-Object sam | Select-Object sam, '#text'
