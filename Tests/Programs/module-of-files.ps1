# multi-file module with dot sourcing, classes, private functions, manifest, nested module, format and args
$root = New-Item -ItemType Directory -Path (Join-Path $PWD 'MyTools') -Force
$null = 'Public', 'Private' | % { New-Item -ItemType Directory (Join-Path $root $_) }
Set-Content "$root/Public/Get-Greeting.ps1" @'
function Get-Greeting {
    <#
    .SYNOPSIS
    Greets a person.
    .DESCRIPTION
    Greets a person politely.
    .PARAMETER Name
    Who to greet.
    .EXAMPLE
    Get-Greeting -Name Bob

    Greets Bob.
    .OUTPUTS
    System.String
    .LINK
    https://example.com
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, ValueFromPipeline, Position = 0, HelpMessage = 'a name')]
        [ValidateNotNullOrEmpty()]
        [string[]]$Name,
        [ValidateSet('en', 'de')][string]$Language = $script:DefaultLanguage
    )
    process { foreach ($n in $Name) { $script:Count++; Format-Text ("{0}, {1}!" -f $script:Words[$Language], $n) } }
}
'@
Set-Content "$root/Private/Format-Text.ps1" 'function Format-Text([string]$t) { "* $t *" }'
Set-Content "$root/Public/Counter.ps1" 'function Get-GreetingCount { $script:Count } ; function Reset-GreetingCount { $script:Count = 0 } ; Set-Alias grt Get-Greeting'
Set-Content "$root/MyTools.psm1" @'
$script:DefaultLanguage = 'en'
$script:Words = @{ en = 'Hello'; de = 'Hallo' }
$script:Count = 0
$Public  = @( Get-ChildItem -Path $PSScriptRoot/Public/*.ps1 -ErrorAction SilentlyContinue )
$Private = @( Get-ChildItem -Path $PSScriptRoot/Private/*.ps1 -ErrorAction SilentlyContinue )
Foreach ($import in @($Public + $Private)) {
    Try { . $import.fullname } Catch { Write-Error -Message "Failed to import function $($import.fullname): $_" }
}
Export-ModuleMember -Function ($Public.Basename + "Get-GreetingCount" + "Reset-GreetingCount") -Alias grt
$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { Write-Host 'module removed' }
'@
New-ModuleManifest -Path "$root/MyTools.psd1" -RootModule MyTools.psm1 -ModuleVersion 1.2.3 -Author Me -Description 'tools' -FunctionsToExport 'Get-Greeting', 'Get-GreetingCount', 'Reset-GreetingCount' -AliasesToExport grt -CmdletsToExport @() -VariablesToExport @() -Guid '11111111-2222-3333-4444-555555555555' -Tags a, b
$data = Import-PowerShellDataFile "$root/MyTools.psd1"; $data.ModuleVersion; $data.FunctionsToExport -join ','; $data.PrivateData.PSData.Tags -join ','
(Test-ModuleManifest "$root/MyTools.psd1").Version.ToString()
$env:PSModulePath = "$PWD" + [IO.Path]::PathSeparator + $env:PSModulePath
Import-Module MyTools -PassThru | Select-Object Name, Version, @{ n = 'Cmds'; e = { $_.ExportedFunctions.Count } } | Format-List
'Ann', 'Bo' | Get-Greeting -Language de; grt Cy; Get-GreetingCount
try { Get-Greeting X -Language fr } catch { $_.Exception.Message }
Get-Command Format-Text -ErrorAction SilentlyContinue; & (Get-Module MyTools) { Format-Text inside }; (Get-Module MyTools).Invoke({ $script:Count })
$h = Get-Help Get-Greeting; $h.Synopsis; $h.description.Text; $h.examples.example[0].code; $h.parameters.parameter | ? name -eq Name | % { $_.description.Text; $_.required; $_.position; $_.pipelineInput }; $h.relatedLinks.navigationLink.uri; $h.returnValues.returnValue.type.name
Get-Command -Module MyTools | Sort-Object Name | Format-Table Name, CommandType, Version -AutoSize
(Get-Command Get-Greeting).Parameters['Language'].Attributes.ValidValues -join '|'; (Get-Command Get-Greeting).OutputType.Name; (Get-Command Get-Greeting -Syntax).Trim(); (Get-Command grt).ResolvedCommand.Name
Get-Module MyTools | % { $_.ModuleBase -eq $root.FullName; $_.Guid; $_.Author; $_.ModuleType; $_.Path | Split-Path -Leaf }
Import-Module MyTools -Prefix My -Force; Get-MyGreeting Zed; Remove-Module MyTools
$m = New-Module { param($x) $state = $x; function Get-State { $state }; function Set-State($v) { $script:state = $v }; Export-ModuleMember -Function * } -ArgumentList 7 -AsCustomObject; $m.'Get-State'(); $m.'Set-State'(9); $m.'Get-State'()
Set-Content conf.psd1 "@{ Name = 'x'; List = 1, 2; Nested = @{ On = `$true; Path = 'a' + 'b' } }"; try { $c = Import-PowerShellDataFile conf.psd1; $c.Nested.On } catch { 'E: ' + $_.FullyQualifiedErrorId }; Set-Content conf.psd1 "@{ Name = 'x'; List = 1, 2; Nested = @{ On = `$true } }"; $c = Import-PowerShellDataFile conf.psd1; $c.Nested.On; $c.List.Count; Import-LocalizedData -BindingVariable ld -FileName conf.psd1 -BaseDirectory $PWD; $ld.Name
Set-Content lib.ps1 'param($p = 1) $libVar = "lib $p"; function Use-Lib { "using $libVar" }; return "ret"'; $r = . ./lib.ps1 5; $r; Use-Lib; $libVar; & ./lib.ps1 | % { "$_" }
Set-Content child.ps1 '[CmdletBinding()] param([Parameter(Mandatory)][int]$N, [string[]]$Tags) "N=$N Tags=$($Tags -join "+") $($PSBoundParameters.Count) $($MyInvocation.BoundParameters.Keys -join ",")"; exit 3'; & ./child.ps1 -N 5 -Tags a, b; $LASTEXITCODE; ./child.ps1 1
