# Commands put together and run in sessions of their own.
$shell = [powershell]::Create()
$shell.AddScript('$global:n = 4; Write-Warning careful; Write-Error wrong; $n').Invoke()
"$($shell.HadErrors) $($shell.Streams.Error.Count) $($shell.Streams.Warning[0]) $($shell.InvocationStateInfo.State)"
$shell.Commands.Clear()
$shell.Streams.ClearStreams()
$shell.AddScript('$n + 1').Invoke()
"$($shell.HadErrors) $($shell.Streams.Error.Count)"
$shell.Commands.Clear()
[void]$shell.AddCommand('Write-Output').AddParameter('InputObject', 'given').AddCommand('Out-String').AddParameter('NoNewline')
"$($shell.Commands.Commands.Count) $($shell.Commands.Commands[0].CommandText) $($shell.Commands.Commands[1].Parameters[0].Name)"
$shell.Invoke()
$shell.Commands.Clear()
try { $shell.AddScript('throw "stopped"').Invoke() } catch { "$($_.Exception.InnerException.Message) $($shell.InvocationStateInfo.State) $($shell.InvocationStateInfo.Reason.Message)" }
$shell.Dispose()
try { $shell.Invoke() } catch { $_.FullyQualifiedErrorId }

$start = [initialsessionstate]::CreateDefault2()
$start.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('region', 'north', 'where it is'))
$start.Commands.Add([System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new('Get-Region', '"in the $region"'))
$start.Commands.Add([System.Management.Automation.Runspaces.SessionStateAliasEntry]::new('gre', 'Get-Region'))
[powershell]::Create($start).AddScript('gre').Invoke()
$space = [runspacefactory]::CreateRunspace($start)
"$($space.RunspaceStateInfo.State)"
$space.Open()
$space.SessionStateProxy.SetVariable('x', 9)
$other = [powershell]::Create()
$other.Runspace = $space
$other.AddScript('$x; $region').Invoke()
$space.SessionStateProxy.PSVariable.GetValue('x')
$space.Close()
"$($space.RunspaceStateInfo.State)"
$pool = [runspacefactory]::CreateRunspacePool(1, 3)
$pool.Open()
$runs = 1..3 | ForEach-Object { $one = [powershell]::Create(); $one.RunspacePool = $pool; [void]$one.AddScript('param($n) $n * $n').AddArgument($_); @{ Shell = $one; Handle = $one.BeginInvoke() } }
($runs | ForEach-Object { $_.Shell.EndInvoke($_.Handle) }) -join ' '
"$($pool.GetMaxRunspaces()) $([runspace]::DefaultRunspace.Id)"

# The state of a session, by its intrinsics.
$state = $ExecutionContext.SessionState
"$($state.Drive.Get('Env').Name) $($state.Provider.GetOne('FileSystem').Name) $($state.InvokeProvider.Item.Exists('/'))"
$ExecutionContext.InvokeProvider.ChildItem.GetNames('Env:', 'ReturnMatchingContainers', $false) -contains 'HOME'

# A block moves to another state, as test frameworks move it.
$flags = [System.Reflection.BindingFlags]'Instance,NonPublic'
$module = New-Module { $inner = 'from the module' }
$block = [scriptblock]::Create('$inner')
$internal = $module.SessionState.GetType().GetProperty('Internal', $flags).GetValue($module.SessionState, $null)
[scriptblock].GetProperty('SessionStateInternal', $flags).SetValue($block, $internal, $null)
& $block

# A function that stands in for a command.
Invoke-Expression "function Get-Moment { $([System.Management.Automation.ProxyCommand]::Create((Get-Command Get-Date))) }"
Get-Moment -Date 2020-01-02 -Format yyyy
'2021-03-04' | Get-Moment -Format MM
