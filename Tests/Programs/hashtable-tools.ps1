function Merge-Hashtables {
    $Output = @{}
    foreach ($Hashtable in ($Input + $Args)) {
        if ($Hashtable -is [Hashtable]) {
            foreach ($Key in $Hashtable.Keys) { $Output.$Key = $Hashtable.$Key }
        }
    }
    return $Output
}
function Compare-Hashtable {
[CmdletBinding()]
    param (
        [Parameter(Mandatory = $true)] [Hashtable]$Left,
        [Parameter(Mandatory = $true)] [Hashtable]$Right
	)
	function New-Result($Key, $LValue, $Side, $RValue) {
		New-Object -Type PSObject -Property @{ key = $Key; lvalue = $LValue; rvalue = $RValue; side = $Side }
	}
	[Object[]]$Results = $Left.Keys | % {
		if ($Left.ContainsKey($_) -and !$Right.ContainsKey($_)) {
			New-Result $_ $Left[$_] "<=" $Null
		} else {
			$LValue, $RValue = $Left[$_], $Right[$_]
			if ($LValue -ne $RValue) { New-Result $_ $LValue "!=" $RValue }
		}
	}
	$Results += $Right.Keys | % {
		if (!$Left.ContainsKey($_) -and $Right.ContainsKey($_)) { New-Result $_ $Null "=>" $Right[$_] }
	}
	$Results
}
$a = @{ a = 1; b = 2; c = 3; f = $Null; g = 6 }
$b = @{ b = 2; c = 4; e = 5; f = $Null; g = $Null }
Compare-Hashtable $a $b | Sort-Object key | Select-Object key, side, lvalue, rvalue | Format-Table -AutoSize
$m = @{ x = 1; y = 2 }, @{ y = 3; z = 4 } | Merge-Hashtables
$m.GetEnumerator() | Sort-Object Name | ForEach-Object { "$($_.Key)=$($_.Value)" }
function ConvertTo-Hashtable {
    [CmdletBinding()]
    [OutputType('hashtable')]
    param ([Parameter(ValueFromPipeline)] $InputObject)
    process {
        if ($null -eq $InputObject) { return $null }
        if ($InputObject -is [System.Collections.IEnumerable] -and $InputObject -isnot [string]) {
            $collection = @(foreach ($object in $InputObject) { ConvertTo-Hashtable -InputObject $object })
            Write-Output -NoEnumerate $collection
        } elseif ($InputObject -is [psobject]) {
            $hash = @{}
            foreach ($property in $InputObject.PSObject.Properties) { $hash[$property.Name] = ConvertTo-Hashtable -InputObject $property.Value }
            $hash
        } else { $InputObject }
    }
}
$h = '{"a":1,"b":{"c":[1,2,{"d":"x"}]},"e":null}' | ConvertFrom-Json | ConvertTo-Hashtable
$h.b.c.Count; $h.b.c.GetType().Name; $h.b.c[2].d; $h.ContainsKey('e')
function Sort-Hash($h) { $o = [ordered]@{}; $h.Keys | Sort-Object | % { $o[$_] = $h[$_] }; $o }
(Sort-Hash $m).Keys -join ','
function Invert-Hash([hashtable]$h) { $r = @{}; $h.GetEnumerator() | % { if ($r.ContainsKey($_.Value)) { $r[$_.Value] += , $_.Key } else { $r[$_.Value] = @($_.Key) } }; $r }
(Invert-Hash @{ a = 1; b = 2; c = 1 })[1] | Sort-Object | Join-String -Separator '+'
function Get-DeepClone { param($InputObject) if ($InputObject -is [Hashtable]) { $clone = @{}; foreach ($key in $InputObject.keys) { $clone[$key] = Get-DeepClone $InputObject[$key] }; return $clone } else { return $InputObject } }
$orig = @{ n = @{ v = 1 } }; $c = Get-DeepClone $orig; $c.n.v = 2; $orig.n.v
$splat = @{ Path = '/'; ErrorAction = 'Stop' }; (Get-Item @splat).FullName
$o = [ordered]@{ one = 1; two = 2; three = 3 }
$o[0]; $o['two']; $o.Insert(1, 'half', 0.5); $o.Keys -join ','; $o.Remove('one'); $o.Count; $o.Contains('one'); $o[-1]
$nested = @{ list = [System.Collections.ArrayList]@(1, 2); tbl = [ordered]@{ k = 'v' } }
[void]$nested.list.Add(3); $nested.list -join ','; $nested['tbl']['k']; $nested.tbl.k
@{ a = 1 }.a; (@{ 'key with space' = 5 }).'key with space'
$d = New-Object 'System.Collections.Generic.SortedDictionary[string,object]'; 'pear', 'apple', 'fig' | % { $d[$_] = $_.Length }; $d
$d.GetEnumerator() | % { '{0}:{1}' -f $_.Key, $_.Value }
foreach ($k in @($m.Keys)) { $m[$k] = $m[$k] * 10 }; ($m.Values | Measure-Object -Sum).Sum
try { foreach ($k in $m.Keys) { $m.Remove($k) } } catch { $_.Exception.GetType().Name; $_.Exception.Message }
$ht = @{}; try { $ht.Add('a', 1); $ht.Add('A', 2) } catch { $_.Exception.Message }
$cs = [hashtable]::new([StringComparer]::Ordinal); $cs['a'] = 1; $cs['A'] = 2; $cs.Count
$cs2 = New-Object System.Collections.Hashtable ([StringComparer]::CurrentCulture); $cs2.x = 1; $cs2.X = 2; $cs2.Count
[pscustomobject]$o; New-Object psobject -Property ([ordered]@{ q = 1; r = 2 }) | Format-List
$lookup = @{}; Get-Process -Id $PID | % { $lookup[$_.Id] = $_ }; $lookup[$PID].Id -eq $PID
$text = 'the cat the dog the end'; $freq = $text.Split(' ') | Group-Object -AsHashTable -AsString; $freq['the'].Count; $freq.Keys.Count
$g = 'apple', 'avocado', 'bean' | Group-Object { $_[0] } -AsHashTable; $g.GetType().Name; $g[[char]'a'] -join ','
