function Invoke-Parallel {
    [cmdletbinding(DefaultParameterSetName='ScriptBlock')]
    Param (
        [Parameter(Mandatory=$false,position=0,ParameterSetName='ScriptBlock')]
        [System.Management.Automation.ScriptBlock]$ScriptBlock,
        [Parameter(Mandatory=$true,ValueFromPipeline=$true)]
        [Alias('CN','__Server','IPAddress','Server','ComputerName')]
        [PSObject]$InputObject,
        [PSObject]$Parameter,
        [switch]$ImportVariables,
        [switch]$ImportModules,
        [int]$Throttle = 20,
        [int]$SleepTimer = 20,
        [int]$RunspaceTimeout = 0,
        [switch]$Quiet
    )
    Begin {
        if ($ImportVariables) {
            function _temp {[cmdletbinding(SupportsShouldProcess=$True)] param() }
            $VariablesToExclude = @( (Get-Command _temp | Select-Object -ExpandProperty parameters).Keys + '' )
            Write-Verbose "Excluding variables $( ($VariablesToExclude | Sort-Object ) -join ", ")"
            $UserVariables = @( Get-Variable | Where-Object { -not ($VariablesToExclude -contains $_.Name) -and $_.Name -like 'my*' } )
        }
        $sessionstate = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
        if($ImportVariables -and $UserVariables.count -gt 0) {
            foreach($Variable in $UserVariables) {
                $sessionstate.Variables.Add((New-Object -TypeName System.Management.Automation.Runspaces.SessionStateVariableEntry -ArgumentList $Variable.Name, $Variable.Value, $null) )
            }
        }
        $runspacepool = [runspacefactory]::CreateRunspacePool(1, $Throttle, $sessionstate, $Host)
        $runspacepool.Open()
        $Script:runspaces = New-Object System.Collections.ArrayList
        $bound = $PSBoundParameters.keys -contains "InputObject"
        if(-not $bound) { [System.Collections.ArrayList]$allObjects = @() }
        $ScriptBlock = $ExecutionContext.InvokeCommand.NewScriptBlock("param(`$_)`r`n" + $Scriptblock.ToString())
        function Get-RunspaceData {
            [cmdletbinding()] param( [switch]$Wait )
            Do {
                $more = $false
                Foreach($runspace in $runspaces) {
                    If ($runspace.Runspace.isCompleted) {
                        if($runspace.powershell.Streams.Error.Count -gt 0) {
                            foreach($ErrorRecord in $runspace.powershell.Streams.Error) { Write-Warning "in job: $ErrorRecord" }
                        }
                        $runspace.powershell.EndInvoke($runspace.Runspace)
                        $runspace.powershell.dispose()
                        $runspace.Runspace = $null
                        $runspace.powershell = $null
                    }
                    ElseIf ($runspace.Runspace -ne $null) { $more = $true }
                }
                if ($more -and $PSBoundParameters['Wait']) { Start-Sleep -Milliseconds $SleepTimer }
                $temphash = $runspaces.clone()
                $temphash | Where-Object { $_.runspace -eq $Null } | ForEach-Object { $Runspaces.remove($_) }
            } while ($more -and $PSBoundParameters['Wait'])
        }
    }
    Process {
        if($bound) { $allObjects = $InputObject } else { [void]$allObjects.add( $InputObject ) }
    }
    End {
        try {
            $totalCount = $allObjects.count
            $startedCount = 0
            foreach($object in $allObjects) {
                $powershell = [powershell]::Create()
                if ($VerbosePreference -eq 'Continue') { [void]$PowerShell.AddScript({$VerbosePreference = 'Continue'}) }
                [void]$PowerShell.AddScript($ScriptBlock).AddArgument($object)
                if ($parameter) { [void]$PowerShell.AddArgument($parameter) }
                $powershell.RunspacePool = $runspacepool
                $temp = "" | Select-Object PowerShell, StartTime, object, Runspace
                $temp.PowerShell = $powershell
                $temp.StartTime = Get-Date
                $temp.object = $object
                $temp.Runspace = $powershell.BeginInvoke()
                $startedCount++
                [void]$runspaces.Add($temp)
                Get-RunspaceData
            }
            Get-RunspaceData -Wait
        }
        finally { $runspacepool.close() }
    }
}
$myFactor = 10
1..5 | Invoke-Parallel -ImportVariables -Throttle 2 { $_ * $myFactor } | Sort-Object
'a','b' | Invoke-Parallel { if ($_ -eq 'b') { Write-Error "bad $_" } else { [pscustomobject]@{ In = $_; Len = $_.Length } } } 3>&1
# simple runspace use
$ps = [PowerShell]::Create().AddScript({ param($x, $y) $x + $y }).AddParameters(@{ x = 3; y = 4 })
$ps.Invoke(); $ps.Dispose()
$rs = [runspacefactory]::CreateRunspace(); $rs.Open(); $rs.SessionStateProxy.SetVariable('shared', [hashtable]::Synchronized(@{ n = 1 }))
$p = [powershell]::Create(); $p.Runspace = $rs; $null = $p.AddCommand('Get-Variable').AddParameter('Name', 'shared').AddParameter('ValueOnly'); $p.Invoke().n
$rs.SessionStateProxy.GetVariable('shared').n; $rs.RunspaceStateInfo.State; $rs.Close(); $rs.RunspaceStateInfo.State.ToString()
$col = New-Object 'System.Management.Automation.PSDataCollection[psobject]'
$p2 = [powershell]::Create().AddScript('1..3; Write-Warning w1; Write-Verbose v -Verbose'); $h = $p2.BeginInvoke($col, $col); $p2.EndInvoke($h); $col.Count; $p2.Streams.Warning | % Message; $p2.Streams.Verbose[0].Message; $p2.InvocationStateInfo.State
1..4 | ForEach-Object -Parallel { "$_ squared is $($_ * $_)" } -ThrottleLimit 2 | Sort-Object
$j = Start-Job { param($a) $a * 2 } -ArgumentList 21; $j | Wait-Job | Receive-Job; $j.State; Remove-Job $j
$tj = 1..2 | % { Start-ThreadJob { "thread $using:_" } }; $tj | Receive-Job -Wait -AutoRemoveJob
