# job-like objects, object with events, script properties, format, update typedata, remote-like serialization
$Script:Jobs = [System.Collections.ArrayList]::Synchronized([System.Collections.ArrayList]@()); $script:JobCount = 0
Update-TypeData -TypeName RSJob -MemberType ScriptProperty -MemberName State -Value { if ($this.Handle.IsCompleted) { 'Completed' } else { 'Running' } } -Force
Update-TypeData -TypeName RSJob -MemberType ScriptProperty -MemberName HasErrors -Value { [bool]$this.InnerJob.HadErrors } -Force
Update-TypeData -TypeName RSJob -MemberType ScriptMethod -MemberName Receive -Value { $this.InnerJob.EndInvoke($this.Handle) } -Force
Update-TypeData -TypeName RSJob -DefaultDisplayPropertySet Id, Name, State, HasErrors -DefaultDisplayProperty Name -DefaultKeyPropertySet Id -Force
function Start-RSJobLite { [CmdletBinding()] [OutputType('RSJob')] param([Parameter(Mandatory, Position = 0)][scriptblock]$ScriptBlock, [Parameter(ValueFromPipeline)][object]$InputObject, [string]$Name, [object[]]$ArgumentList, [hashtable]$VariablesToImport = @{})
    begin { $list = New-Object System.Collections.Generic.List[object] } process { if ($PSBoundParameters.ContainsKey('InputObject')) { $list.Add($InputObject) } }
    end {
        if (-not $list.Count) { $list.Add($null) }
        foreach ($item in $list) {
            $ps = [powershell]::Create(); $rs = [runspacefactory]::CreateRunspace(); $rs.Open(); foreach ($v in $VariablesToImport.GetEnumerator()) { $rs.SessionStateProxy.SetVariable($v.Key, $v.Value) }; $ps.Runspace = $rs
            [void]$ps.AddScript("param(`$_)`n" + $ScriptBlock.ToString()).AddArgument($item); if ($ArgumentList) { $ArgumentList | % { [void]$ps.AddArgument($_) } }
            $script:JobCount++
            $job = [pscustomobject]@{ PSTypeName = 'RSJob'; Id = $script:JobCount; Name = if ($Name) { $ExecutionContext.InvokeCommand.ExpandString(($Name -replace '\$_', $item)) } else { "Job$script:JobCount" }; InnerJob = $ps; Handle = $ps.BeginInvoke(); Runspace = $rs }
            [void]$Script:Jobs.Add($job); $job
        }
    }
}
$factor = 3
1..3 | Start-RSJobLite -Name 'calc $_' { $_ * $factor } -VariablesToImport @{ factor = $factor }
$Jobs | % { $_.Receive() }
$Jobs | Format-List
Start-RSJobLite { 1; Write-Error 'bad'; 2 } | % { $_.HasErrors; $_.InnerJob.Streams.Error.Count; "$($_.InnerJob.Streams.Error[0])"; $_.Receive() -join ',' }
$Jobs.IsSynchronized; $Jobs.Count; ($Jobs | Where-Object { $_.State -eq 'Completed' }).Count
# synchronized hashtable shared
$sync = [hashtable]::Synchronized(@{ n = 0; log = [System.Collections.ArrayList]::new() }); $p = [powershell]::Create().AddScript({ param($s) 1..5 | % { $s.n += $_; [void]$s.log.Add($_) } }).AddArgument($sync); $h = $p.BeginInvoke(); while (-not $h.IsCompleted) { Start-Sleep -Milliseconds 5 }; $p.EndInvoke($h); $p.Dispose(); $sync.n; $sync.log -join '+'
# events on custom objects via New-Event / Register-EngineEvent
$null = Register-EngineEvent -SourceIdentifier My.Event -Action { $global:got += "$($event.MessageData):$($event.SourceArgs -join '/') " }; $null = New-Event -SourceIdentifier My.Event -MessageData hello -EventArguments 1, 2 -Sender me; Start-Sleep -Milliseconds 20; $global:got.Trim(); Get-EventSubscriber | % SourceIdentifier; Unregister-Event -SourceIdentifier My.Event; Get-Job | Remove-Job -Force; @(Get-EventSubscriber).Count
# background job with error and output
$j = Start-Job -Name bg -ScriptBlock { param($x) Write-Output "x=$x"; Write-Warning 'careful'; Write-Error 'oops'; [pscustomobject]@{ A = 1; When = [datetime]'2020-01-01' } } -ArgumentList 5; $null = Wait-Job $j; $r = Receive-Job $j -ErrorVariable je -WarningVariable jw -ErrorAction SilentlyContinue 3>$null; $r[0]; $r[1].A; $r[1].When.Year; $je.Count; $jw.Count; $j.State; $j.Name; $j.HasMoreData; $j.ChildJobs.Count; Remove-Job $j; (Get-Job).Count
$PSDefaultParameterValues['Out-File:Encoding'] = 'utf8'; $PSDefaultParameterValues.Count; $PSDefaultParameterValues.Clear(); function Test-Def { [CmdletBinding()] param($Level = 'none') $Level }; $PSDefaultParameterValues = @{ 'Test-D*:Level' = 'high' }; Test-Def; Test-Def low; $PSDefaultParameterValues['Disabled'] = $true; Test-Def
