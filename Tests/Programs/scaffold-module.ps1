# plaster-like scaffolding, buildhelpers, importexcel-like, transcripts, whatif, dates, host, choice
$null = New-Item -ItemType Directory scaffolding -Force; Set-Location scaffolding
function Invoke-Template { [CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory)][string]$TemplatePath, [string]$Destination, [hashtable]$Parameters = @{})
    $manifest = [xml](Get-Content (Join-Path $TemplatePath 'manifest.xml') -Raw)
    foreach ($p in $manifest.template.parameters.parameter) { if (-not $Parameters.ContainsKey($p.name)) { $Parameters[$p.name] = $ExecutionContext.InvokeCommand.ExpandString($p.default) }; New-Variable -Name "PARAM_$($p.name)" -Value $Parameters[$p.name] -Force }
    switch ($manifest.template.content.ChildNodes) {
        { $_.LocalName -eq 'message' } { Write-Output $ExecutionContext.InvokeCommand.ExpandString($_.InnerText) }
        { $_.LocalName -eq 'file' } {
            if ($_.condition -and -not (Invoke-Expression $_.condition)) { "skip $($_.destination)"; continue }
            $dst = Join-Path $Destination $ExecutionContext.InvokeCommand.ExpandString($_.destination)
            if ($PSCmdlet.ShouldProcess($dst, 'Create file')) { $null = New-Item -ItemType File -Path $dst -Force; $text = Get-Content (Join-Path $TemplatePath $_.source) -Raw; [regex]::Replace($text, '<%=\s*(.+?)\s*%>', { param($m) Invoke-Expression $m.Groups[1].Value }) | Set-Content $dst -NoNewline; "create $(Resolve-Path -Relative $dst)" }
        }
        { $_.LocalName -eq 'newModuleManifest' } { $splat = @{ Path = Join-Path $Destination "$PARAM_ModuleName.psd1" ; ModuleVersion = $ExecutionContext.InvokeCommand.ExpandString($_.moduleVersion); RootModule = "$PARAM_ModuleName.psm1" }; if ($PSCmdlet.ShouldProcess($splat.Path)) { New-ModuleManifest @splat; "manifest $(Split-Path -Leaf $splat.Path)" } }
    }
}
$null = New-Item -ItemType Directory tpl, out -Force
Set-Content tpl/manifest.xml @'
<template><parameters><parameter name="ModuleName" default="MyMod"/><parameter name="Version" default="1.$(1+1).0"/><parameter name="Tests" default="No"/></parameters>
<content><message>Creating ${PARAM_ModuleName} v${PARAM_Version}</message><file source="m.txt" destination="${PARAM_ModuleName}.psm1"/><file source="m.txt" destination="tests/t.ps1" condition="$PARAM_Tests -eq 'Yes'"/><newModuleManifest moduleVersion="$PARAM_Version"/></content></template>
'@
Set-Content tpl/m.txt "# <%= `$PARAM_ModuleName.ToUpper() %>`nfunction Get-<%= `$PARAM_ModuleName %> { '<%= 2 * 3 %>' }"
Invoke-Template tpl out; Get-Content out/MyMod.psm1; (Import-PowerShellDataFile out/MyMod.psd1).ModuleVersion; Invoke-Template tpl out2 @{ ModuleName = 'Other'; Tests = 'Yes' } -WhatIf; Test-Path out2
Import-Module ./out/MyMod.psd1; (Get-Module MyMod).Version.ToString(); Remove-Module MyMod
function Step-Version { [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][version]$Version, [ValidateSet('Major', 'Minor', 'Build')][string]$By = 'Build') process { switch ($By) { Major { [version]::new($Version.Major + 1, 0, 0) } Minor { [version]::new($Version.Major, $Version.Minor + 1, 0) } Build { [version]::new($Version.Major, $Version.Minor, [math]::Max($Version.Build, 0) + 1) } } } }
'1.2.3' | Step-Version | % ToString; [version]'1.2' | Step-Version -By Minor | % ToString; '1.2.3' | Step-Version -By Major | Format-Table; Set-Content out/v.psd1 "@{`n ModuleVersion = '1.0.0'`n}"; (Get-Content out/v.psd1 -Raw) -replace "(ModuleVersion\s*=\s*')[^']+(')", '${1}2.0.0$2' | Set-Content out/v.psd1; Get-Content out/v.psd1
function Export-Grid { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject, [hashtable[]]$Conditional) begin { $rows = [System.Collections.Generic.List[psobject]]::new() } process { $rows.Add($InputObject) } end { $cols = $rows[0].PSObject.Properties.Name; $letters = 0..($cols.Count - 1) | % { [char](65 + $_) }; $cells = [ordered]@{}; for ($c = 0; $c -lt $cols.Count; $c++) { $cells["$($letters[$c])1"] = $cols[$c] }; for ($r = 0; $r -lt $rows.Count; $r++) { for ($c = 0; $c -lt $cols.Count; $c++) { $cells["$($letters[$c])$($r + 2)"] = $rows[$r].($cols[$c]) } }; foreach ($f in $Conditional) { foreach ($k in @($cells.Keys)) { if ($k -like "$($f.Column)*" -and $k -notlike '*1' -and (& $f.When $cells[$k])) { $cells[$k] = "[$($f.Style)]$($cells[$k])" } } }; $cells } }
1..3 | % { [pscustomobject]@{ N = "row$_"; V = $_ * 10 } } | Export-Grid -Conditional @{ Column = 'B'; When = { param($v) $v -gt 15 }; Style = 'red' } | % { $_.GetEnumerator() } | % { "$($_.Key)=$($_.Value)" } | Join-String -Separator ' '
function ConvertTo-ExcelColumn([int]$n) { $s = ''; while ($n -gt 0) { $n--; $s = [char](65 + $n % 26) + $s; $n = [math]::Floor($n / 26) }; $s }; 1, 26, 27, 52, 703 | % { ConvertTo-ExcelColumn $_ }
Start-Transcript -Path t.log | Out-Null; 'in transcript'; Write-Host 'host line'; Stop-Transcript | Out-Null; (Get-Content t.log | Select-String 'in transcript|host line').Count
$Host.Name; $Host.UI.RawUI.WindowSize.Width -gt 0; [Console]::OutputEncoding.WebName; $OutputEncoding.WebName; Write-Host 'a', 'b' -Separator '|'; Write-Host -NoNewline 'no'; Write-Host ' newline'; Write-Host; Write-Output 1, 2 -NoEnumerate | Measure-Object | % Count; Write-Information 'info' -InformationAction Continue; Write-Information 'quiet'; $InformationPreference; Write-Debug 'x'; $DebugPreference = 'Continue'; Write-Debug 'shown' 5>&1; $VerbosePreference = 'Continue'; Write-Verbose 'v' 4>&1 | % { $_.GetType().Name }; $WarningPreference = 'SilentlyContinue'; Write-Warning 'no'; Write-Progress -Activity x -Status y -PercentComplete 50; $ConfirmPreference; $WhatIfPreference; $ErrorView; $MaximumHistoryCount; $FormatEnumerationLimit; $OFS = '-'; "$(1..3)"; Remove-Variable OFS; "$(1..3)"
function Get-Callers { Get-PSCallStack | Select-Object -First 2 | % { $_.Command } }; function Call-It { Get-Callers }; Call-It; function Get-Line { $MyInvocation.ScriptLineNumber }; (Get-Line) -gt 10; function Show-Inv { "$($MyInvocation.InvocationName) $($MyInvocation.Line.Trim().Length -gt 0) $($MyInvocation.MyCommand.CommandType)" }; Set-Alias si2 Show-Inv; si2; & Show-Inv; . Show-Inv
