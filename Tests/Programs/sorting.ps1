# sorting algorithms, Rosetta style
Function BubbleSort( [Array] $data ) {
	$datal = $data.length - 1
	for( $i = 0; $i -lt $datal; $i++ ) { $swapped = $false
		for( $j = 0; $j -lt ( $datal - $i ); $j++ ) {
			if( $data[ $j ] -gt $data[ $j + 1 ] ) { $data[ $j ], $data[ $j + 1 ] = $data[ $j + 1 ], $data[ $j ]; $swapped = $true }
		}
		if (!$swapped) { break }
	}
	$data
}
Function MergeSort( [object[]] $SortInput ) {
	if( $SortInput.length -le 1 ) { return $SortInput }
	$mid = [math]::Floor($SortInput.length / 2)
	$left = MergeSort $SortInput[0..($mid-1)]
	$right = MergeSort $SortInput[$mid..($SortInput.length-1)]
	Merge @($left) @($right)
}
function Merge($left, $right) {
	$result = New-Object System.Collections.ArrayList; $i = $j = 0
	while ($i -lt $left.Count -and $j -lt $right.Count) { if ($left[$i] -le $right[$j]) { [void]$result.Add($left[$i++]) } else { [void]$result.Add($right[$j++]) } }
	while ($i -lt $left.Count) { [void]$result.Add($left[$i++]) }
	while ($j -lt $right.Count) { [void]$result.Add($right[$j++]) }
	return $result.ToArray()
}
Function SortThree( [Array] $data ) {
	if( $data[ 0 ] -gt $data[ 1 ] ) { if( $data[ 0 ] -lt $data[ 2 ] ) { $data = $data[ 1, 0, 2 ] } elseif ( $data[ 1 ] -lt $data[ 2 ] ){ $data = $data[ 1, 2, 0 ] } else { $data = $data[ 2, 1, 0 ] } }
	else { if( $data[ 0 ] -gt $data[ 2 ] ) { $data = $data[ 2, 0, 1 ] } elseif( $data[ 1 ] -gt $data[ 2 ] ) { $data = $data[ 0, 2, 1 ] } }
	$data
}
Function QuickSort( [Array] $data, $rand = ( New-Object Random 7 ) ) {
	$datal = $data.length
	if( $datal -gt 3 ) {
		[void] $datal--
		$median = ( SortThree $data[ 0, ( $rand.Next( 1, $datal - 1 ) ), -1 ] )[ 1 ]
		$lt = @(); $eq = @(); $gt = @()
		$data | ForEach-Object { if( $_ -lt $median ) { $lt += $_ } elseif( $_ -eq $median ) { $eq += $_ } else { $gt += $_ } }
		$lt = ( QuickSort $lt $rand )
		$gt = ( QuickSort $gt $rand )
		$data = @($lt) + $eq + $gt
	} elseif( $datal -eq 3 ) { $data = SortThree( $data ) }
	elseif( $datal -eq 2 ) { if( $data[ 0 ] -gt $data[ 1 ] ) { $data = $data[ 1, 0 ] } }
	$data
}
function HeapSort([int[]]$a) {
    function sift($a, $start, $end) { $root = $start; while (($child = 2 * $root + 1) -le $end) { if ($child + 1 -le $end -and $a[$child] -lt $a[$child + 1]) { $child++ }; if ($a[$root] -ge $a[$child]) { return }; $a[$root], $a[$child] = $a[$child], $a[$root]; $root = $child } }
    for ($s = [int][math]::Floor(($a.Count - 2) / 2); $s -ge 0; $s--) { sift $a $s ($a.Count - 1) }
    for ($e = $a.Count - 1; $e -gt 0; $e--) { $a[0], $a[$e] = $a[$e], $a[0]; sift $a 0 ($e - 1) }
    , $a
}
function InsertionSort { param([int[]]$a) for ($i = 1; $i -lt $a.Length; $i++) { $v = $a[$i]; $j = $i - 1; while ($j -ge 0 -and $a[$j] -gt $v) { $a[$j + 1] = $a[$j]; $j-- }; $a[$j + 1] = $v }; $a }
function SelectionSort($a) { $n = $a.Length; for ($i = 0; $i -lt $n; $i++) { $min = $i; for ($j = $i + 1; $j -lt $n; $j++) { if ($a[$j] -lt $a[$min]) { $min = $j } }; if ($min -ne $i) { $a[$i], $a[$min] = $a[$min], $a[$i] } }; $a }
function CountingSort([int[]]$d) { $min, $max = ($d | Measure-Object -Minimum -Maximum | % { $_.Minimum, $_.Maximum }); $c = New-Object int[] ($max - $min + 1); foreach ($x in $d) { $c[$x - $min]++ }; for ($i = 0; $i -lt $c.Length; $i++) { for ($k = 0; $k -lt $c[$i]; $k++) { $i + $min } } }
function ShellSort([int[]]$a) { $gap = $a.Length -shr 1; while ($gap -gt 0) { for ($i = $gap; $i -lt $a.Length; $i++) { $t = $a[$i]; for ($j = $i; $j -ge $gap -and $a[$j - $gap] -gt $t; $j -= $gap) { $a[$j] = $a[$j - $gap] }; $a[$j] = $t }; $gap = [math]::Truncate($gap / 2) }; $a }
function GnomeSort($a) { $i = 1; $j = 2; while ($i -lt $a.Count) { if ($a[$i - 1] -le $a[$i]) { $i = $j; $j++ } else { $a[$i - 1], $a[$i] = $a[$i], $a[$i - 1]; $i--; if ($i -eq 0) { $i = $j++ } } }; $a }
function RadixSort([int[]]$a) { $m = 1; $max = ($a | Measure-Object -Maximum).Maximum; while ([math]::Floor($max / $m) -gt 0) { $b = 0..9 | % { , [System.Collections.Generic.List[int]]::new() }; foreach ($x in $a) { $b[[math]::Floor($x / $m) % 10].Add($x) }; $a = $b | % { $_ }; $m *= 10 }; $a }
$rand = 170, 45, 75, 90, 802, 24, 2, 66, 45
foreach ($f in 'BubbleSort', 'MergeSort', 'QuickSort', 'HeapSort', 'InsertionSort', 'SelectionSort', 'CountingSort', 'ShellSort', 'GnomeSort', 'RadixSort') { '{0,-14} {1}' -f $f, ((& $f $rand.Clone()) -join ' ') }
$people = @(
  [pscustomobject]@{ N = 'Al'; A = 30; C = 'NY' }, [pscustomobject]@{ N = 'bo'; A = 25; C = 'LA' }, [pscustomobject]@{ N = 'Cy'; A = 30; C = 'LA' }, [pscustomobject]@{ N = 'Di'; A = $null; C = 'NY' })
$people | Sort-Object A, @{ e = 'N'; Descending = $true } | % N; $people | Sort-Object { $_.C }, N -Descending | % { $_.C + $_.N }; $people | Sort-Object C -Unique | % C; $people | Sort-Object A -Top 2 | % N; $people | Sort-Object A -Bottom 1 | % N
'v10', 'v9', 'v1' | Sort-Object { [int]($_ -replace '\D') }; '10', '9', '2' | Sort-Object; 10, 9, '2' | Sort-Object; 'b', 'A', 'a', 'B' | Sort-Object -CaseSensitive; [version[]]('1.10', '1.9') | Sort-Object | % ToString
[array]::Sort(($k = 'c', 'a', 'b'), ($v = 3, 1, 2)); "$k $v"; [array]::IndexOf((5, 6, 7), 6); [array]::BinarySearch((1, 3, 5), 3); [array]::Find([int[]](1..9), [Predicate[int]] { $args[0] -gt 4 }); [array]::ConvertAll([int[]](1, 2), [Converter[int, string]] { "n$($args[0])" }) -join ','
$l = [System.Collections.Generic.List[object]]$people; $l.Sort({ param($a, $b) [string]::CompareOrdinal($b.N, $a.N) }); $l.N -join ' '; $l.Sort([Comparison[object]] { param($a, $b) $a.A - $b.A }); $l.N -join ' '
[Linq.Enumerable]::OrderBy([int[]](3, 1, 2), [Func[int, int]] { -$args[0] }) -join ' '
