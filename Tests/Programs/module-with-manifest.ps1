New-Item -ItemType Directory Tools/Private -Force | Out-Null
Set-Content Tools/Tools.psm1 @'
$script:Count = 0
. $PSScriptRoot/Private/helper.ps1
function Get-Greeting { [CmdletBinding()] [Alias('gg')] param([Parameter(ValueFromPipeline, Mandatory)][string]$Name, [ValidateSet('en','de')][string]$Lang = 'en') process { $script:Count++; Format-Greeting $Name $Lang } }
function Get-GreetCount { $script:Count }
function hidden { 'x' }
$ToolVersion = '1.2'
class Greeter { [string]$Word = 'Hi'; [string] Greet([string]$n) { return "$($this.Word) $n" } }
function New-Greeter { [Greeter]::new() }
Export-ModuleMember -Function Get-*, New-Greeter -Alias gg -Variable ToolVersion
$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { 'removed' | Set-Content removed.txt }
'@
Set-Content Tools/Private/helper.ps1 @'
function Format-Greeting($n, $l) { @{ en = 'Hello'; de = 'Hallo' }[$l] + " $n" }
'@
New-ModuleManifest -Path Tools/Tools.psd1 -RootModule Tools.psm1 -ModuleVersion 2.1.0 -Author Me -Description 'Some tools' -FunctionsToExport 'Get-Greeting', 'Get-GreetCount', 'New-Greeter' -AliasesToExport gg -VariablesToExport ToolVersion -PowerShellVersion 5.1 -Tags a, b
Test-ModuleManifest Tools/Tools.psd1 | Format-List Name, Version, Author, Description
Import-Module ./Tools -PassThru | Select-Object Name, Version, ModuleType | Format-Table
'Bob', 'Eve' | gg -Lang de
Get-GreetCount; $ToolVersion
Get-Command -Module Tools | Sort-Object Name | % { "$($_.CommandType) $($_.Name)" }
(Get-Module Tools).ExportedCommands.Keys | Sort-Object
try { hidden } catch { $_.FullyQualifiedErrorId }
try { Get-Greeting x -Lang fr } catch { $_.Exception.Message }
& (Get-Module Tools) { $script:Count = 100 }; Get-GreetCount
(New-Greeter).Greet('you')
(Get-Module Tools).PrivateData.PSData.Tags -join ','
Import-Module ./Tools -Prefix X -Force; Get-XGreetCount
(Get-Command Get-XGreeting).Parameters.Lang.Attributes.ValidValues -join '|'
Remove-Module Tools; Get-Command Get-Greeting -ErrorAction SilentlyContinue
$dyn = New-Module -ScriptBlock { param($base) function Add-Base($n) { $n + $base } } -ArgumentList 10; & $dyn { Add-Base 5 }; Add-Base 1
(Import-PowerShellDataFile Tools/Tools.psd1).ModuleVersion
Remove-Item Tools, removed.txt -Recurse -ErrorAction Ignore
$PSVersionTable.PSVersion.Major -ge 7; $PSEdition; $IsLinux
#Requires -Version 5.1
Get-Module -ListAvailable Microsoft.PowerShell.Utility | Measure-Object | % { $_.Count -ge 1 }
