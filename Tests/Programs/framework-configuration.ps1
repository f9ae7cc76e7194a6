# PSFramework-like configuration and messages; module built on the fly
$m = New-Module -Name TinyFramework -ScriptBlock {
    $script:config = @{}
    $script:handlers = [System.Collections.Generic.Dictionary[string, scriptblock]]::new([StringComparer]::OrdinalIgnoreCase)
    class ConfigItem { [string]$FullName; [object]$Value; [string]$Description; [bool]$Hidden; [string]$Validation
        [string] ToString() { return '{0} = {1}' -f $this.FullName, $this.Value } }
    Update-TypeData -TypeName TinyFramework.Config -MemberType ScriptProperty -MemberName Module -Value { $this.FullName.Split('.')[0] } -Force
    Update-TypeData -TypeName TinyFramework.Config -DefaultDisplayPropertySet FullName, Value, Description -Force
    function Register-Validation { param([string]$Name, [scriptblock]$Script) $script:handlers[$Name] = $Script }
    Register-Validation integer { param($v) $r = 0; if ([int]::TryParse([string]$v, [ref]$r)) { @{ Success = $true; Value = $r } } else { @{ Success = $false; Message = "Not an integer: $v" } } }
    Register-Validation 'bool' { param($v) @{ Success = $v -is [bool]; Value = $v; Message = "Not a boolean: $v" } }
    function Set-Config {
        [CmdletBinding(DefaultParameterSetName = 'FullName', SupportsShouldProcess)]
        param(
            [Parameter(ParameterSetName = 'FullName', Position = 0, Mandatory)][string]$FullName,
            [Parameter(ParameterSetName = 'Module', Mandatory)][string]$Module,
            [Parameter(ParameterSetName = 'Module', Mandatory)][string]$Name,
            [Parameter(Position = 1)][AllowNull()][AllowEmptyCollection()]$Value,
            [string]$Description, [string]$Validation, [switch]$Initialize, [switch]$PassThru)
        if ($PSCmdlet.ParameterSetName -eq 'Module') { $FullName = "$Module.$Name" }
        if (-not $FullName.Contains('.')) { $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.ArgumentException]::new("Bad name: $FullName"), 'BadName', 'InvalidArgument', $FullName)); return }
        $key = $FullName.ToLowerInvariant()
        $exists = $script:config.ContainsKey($key)
        if ($Initialize -and $exists) { return }
        $item = if ($exists) { $script:config[$key] } else { [ConfigItem]@{ FullName = $FullName } }
        if ($PSBoundParameters.ContainsKey('Validation')) { $item.Validation = $Validation }
        if ($PSBoundParameters.ContainsKey('Description')) { $item.Description = $Description }
        if ($PSBoundParameters.ContainsKey('Value')) {
            if ($item.Validation) { $r = & $script:handlers[$item.Validation] $Value; if (-not $r.Success) { throw "Validation of $FullName failed: $($r.Message)" }; $Value = $r.Value }
            if ($PSCmdlet.ShouldProcess($FullName, "Set to '$Value'")) { $item.Value = $Value }
        }
        $item.PSObject.TypeNames.Insert(0, 'TinyFramework.Config')
        $script:config[$key] = $item
        if ($PassThru) { $item }
    }
    function Get-Config { [CmdletBinding()] param([Parameter(Position = 0)][SupportsWildcards()][string]$FullName = '*') $script:config.Values | Where-Object FullName -Like $FullName | Sort-Object FullName }
    function Get-ConfigValue { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)][string]$FullName, $Fallback, [switch]$NotNull) $v = $script:config[$FullName.ToLowerInvariant()]?.Value; if ($null -eq $v) { $v = $Fallback }; if ($NotNull -and $null -eq $v) { throw "No configuration value available for $FullName" }; $v }
    New-Alias -Name gcfg -Value Get-Config
    Export-ModuleMember -Function *-Config* -Alias gcfg
}
Import-Module $m
Set-Config app.retry.count 3 -Validation integer -Description 'How often' -Initialize
Set-Config app.retry.count 9 -Initialize
Set-Config app.verbose $false -Validation bool
Set-Config -Module net -Name proxy -Value $null
Set-Config app.retry.count '5' -PassThru
try { Set-Config app.retry.count many } catch { $_.Exception.Message }
try { Set-Config app.verbose 'x' } catch { "$_" }
Set-Config nodots 1 -ErrorAction SilentlyContinue -ErrorVariable ev; $ev[0].FullyQualifiedErrorId; $ev.Count
Set-Config app.verbose $true -WhatIf
gcfg app.* | Format-Table
gcfg | Select-Object FullName, Module, Value
Get-ConfigValue app.retry.count; Get-ConfigValue net.proxy -Fallback 'none'; try { Get-ConfigValue no.such -NotNull } catch { "$_" }
"$(gcfg net.proxy)"
(Get-Module TinyFramework).ExportedCommands.Keys | Sort-Object
(Get-Command Set-Config).ParameterSets.Name
Get-Command -Module TinyFramework | Format-Table CommandType, Name
Get-Config app.v* | Format-List *
& $m { $script:config.Count }
Remove-Module TinyFramework; try { Get-Config } catch { $_.Exception.GetType().Name }
