# Pester-like mocking: function shadowing, alias tables, parameter filters, scopes, dynamic modules
$script:mockTable = @{}
function Set-ScriptBlockScope {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][scriptblock]$ScriptBlock, [Parameter(Mandatory = $true, ParameterSetName = 'FromSessionState')][System.Management.Automation.SessionState]$SessionState, [Parameter(Mandatory = $true, ParameterSetName = 'FromSessionStateInternal')]$SessionStateInternal)
    $flags = [System.Reflection.BindingFlags]'Instance,NonPublic'
    "$flags"
}
function Mock {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$CommandName, [ScriptBlock]$MockWith = {}, [ScriptBlock]$ParameterFilter = { $True }, [switch]$Verifiable)
    $orig = $ExecutionContext.SessionState.InvokeCommand.GetCommand($CommandName, 'All')
    if (-not $orig) { throw [System.Management.Automation.CommandNotFoundException]"Could not find Command $CommandName" }
    $entry = $script:mockTable[$CommandName]
    if (-not $entry) {
        $meta = [System.Management.Automation.CommandMetaData]$orig
        $entry = @{ Blocks = [System.Collections.ArrayList]@(); History = [System.Collections.ArrayList]@(); Original = $orig; Params = $orig.Parameters.Keys -as [string[]] }
        $script:mockTable[$CommandName] = $entry
        $name = $CommandName
        $sb = [scriptblock]::Create(@"
param([Parameter(ValueFromPipeline)]`$InputObject, [string]`$Path, [string]`$Name, [switch]`$Force, [Parameter(ValueFromRemainingArguments)]`$Rest)
begin { `$all = @() } process { if (`$PSBoundParameters.ContainsKey('InputObject')) { `$all += `$InputObject } } end { `$b = @{} + `$PSBoundParameters; Invoke-Mock -CommandName '$name' -Bound `$b -Arguments @(`$Rest) }
"@)
        Set-Item -Path "function:script:$CommandName" -Value $sb
    }
    $null = $entry.Blocks.Insert(0, @{ Mock = $MockWith; Filter = $ParameterFilter; Verifiable = [bool]$Verifiable; Called = 0 })
}
function Invoke-Mock { param($CommandName, [hashtable]$Bound, $Arguments)
    $m = $script:mockTable[$CommandName]; [void]$m.History.Add([pscustomobject]@{ Bound = $Bound; Args = $Arguments })
    foreach ($b in $m.Blocks) {
        $vars = $Bound.GetEnumerator() | % { [psvariable]::new($_.Key, $_.Value) }
        $ok = $b.Filter.InvokeWithContext($null, [System.Collections.Generic.List[psvariable]]@($vars), @())
        if ($ok) { $b.Called++; & $b.Mock @Bound; return }
    }
    & $m.Original @Bound
}
function Assert-MockCalled { param($CommandName, [int]$Times = 1, [scriptblock]$ParameterFilter = { $true }, [switch]$Exactly)
    $n = @($script:mockTable[$CommandName].History | ? { foreach ($kv in $_.Bound.GetEnumerator()) { Set-Variable -Name $kv.Key -Value $kv.Value }; & $ParameterFilter }).Count
    if (($Exactly -and $n -ne $Times) -or $n -lt $Times) { throw "Expected $CommandName to be called $(if ($Exactly) { 'exactly' } else { 'at least' }) $Times times but was called $n times" }; "called $n" }
Mock Get-ChildItem { "mocked $Path" } -ParameterFilter { $Path -like '*.cfg' } -Verifiable
Mock Get-ChildItem { 'default mock' }
Mock Test-Path { $true } -ParameterFilter { $Path -eq 'magic' }
Get-ChildItem -Path a.cfg; Get-ChildItem -Path other; Test-Path -Path magic; Test-Path -Path /nonexist
Assert-MockCalled Get-ChildItem -Times 2 -Exactly; try { Assert-MockCalled Get-ChildItem -Times 1 -Exactly -ParameterFilter { $Path -eq 'zzz' } } catch { "$_" }
$mockTable.Keys | sort-object; ($mockTable['Get-ChildItem'].Blocks | ? Verifiable | % Called) -join ','
try { Mock No-SuchCmd { } } catch { $_.Exception.GetType().Name + ': ' + $_.Exception.Message }
$cmd = $ExecutionContext.InvokeCommand.GetCommands('Get-Chi*', [System.Management.Automation.CommandTypes]'Cmdlet', $true); @($cmd).Count; $cmd.ModuleName
$ExecutionContext.InvokeCommand.GetCmdlet('Get-Item').Name; $ExecutionContext.SessionState.PSVariable.GetValue('mockTable').Count; $ExecutionContext.SessionState.PSVariable.Set('viaState', 5); $viaState
Remove-Item function:Get-ChildItem; (Get-Command Get-ChildItem).CommandType
$meta = [System.Management.Automation.CommandMetadata]::new((Get-Command Get-Item)); $meta.Name; $meta.DefaultParameterSetName; $meta.SupportsShouldProcess
[System.Management.Automation.ProxyCommand]::GetParamBlock($meta) -match '\$\{Path\}|\$\{LiteralPath\}'; [System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($meta)
