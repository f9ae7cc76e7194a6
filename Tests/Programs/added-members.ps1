$obj = [pscustomobject]@{ Name = 'a'; Size = 3; Path = '/x'; Hidden = 9 }
[string[]]$defaultProperties = 'Name', 'Path'
$defaultDisplayPropertySet = New-Object System.Management.Automation.PSPropertySet('DefaultDisplayPropertySet', $defaultProperties)
$PSStandardMembers = [System.Management.Automation.PSMemberInfo[]]@($defaultDisplayPropertySet)
$obj | Add-Member MemberSet PSStandardMembers $PSStandardMembers
$obj
$obj | fl *
$obj.PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames
$o2 = New-Object psobject -Property @{ A = 1 }
$o2.PSObject.TypeNames.Insert(0, 'X.Y'); $o2.PSObject.TypeNames
Update-TypeData -TypeName X.Y -DefaultDisplayPropertySet A -Force
$o2.PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames
$o3 = [pscustomobject]@{a=1;b=2;c=3}
$o3 | Add-Member -MemberType PropertySet -Name Few -Value ([string[]]('a','c')) -PassThru | Select-Object Few
$l = [System.Collections.ArrayList]::Synchronized([System.Collections.ArrayList]@(1)); $l.IsSynchronized
$x = New-Object -TypeName PSObject
$x | Add-Member -MemberType NoteProperty -Name N -Value 1
$x | Add-Member -Type ScriptProperty -Name Double -Value { $this.N * 2 } -SecondValue { $this.N = $args[0] / 2 }
$x.Double = 10; $x.N; $x
$s = 'text' | Add-Member -NotePropertyName Tag -NotePropertyValue 5 -PassThru; $s.Tag; $s
[System.Management.Automation.PSMemberTypes]'NoteProperty'
$x.PSObject.Properties.Add((New-Object System.Management.Automation.PSScriptProperty 'Tri', { $this.N * 3 })); $x.Tri
$x.PSObject.Methods.Add([System.Management.Automation.PSScriptMethod]::new('Hi', { "hi $($this.N) $args" })); $x.Hi(1)
