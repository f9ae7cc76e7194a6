# Rosetta: N-queens with recursion and arrays
function PlaceQueen ( [ref]$Board, $Row, $N )
    {
    #  For the current row, start with the first column
    $Board.Value[$Row] = 0
    #  While haven't exhausted all columns in the current row...
    While ( $Board.Value[$Row] -lt $N )
        {
        #  If not the first row, check for conflicts
        $Conflict = $Row -and
                    (   (0..($Row-1)).Where{ $Board.Value[$_] -eq $Board.Value[$Row] }.Count -or
                        (0..($Row-1)).Where{ $Board.Value[$_] -eq $Board.Value[$Row] - $Row + $_ }.Count -or
                        (0..($Row-1)).Where{ $Board.Value[$_] -eq $Board.Value[$Row] + $Row - $_ }.Count )
        If ( -not $Conflict -and $Row -lt $N -1 )
            {
            $Conflict = -not ( PlaceQueen ([ref]$Board.Value) ( $Row + 1 ) $N )
            }
        #  If no conflict found, return success
        If ( -not $Conflict )
            {
            return $True
            }
        $Board.Value[$Row]++
        }
    return $False
    }
function Get-NQueensBoard ( $N )
    {
    #  Start with a default board (array of column positions for each row)
    $Board = @( 0 ) * $N
    If ( PlaceQueen -Board ([ref]$Board) -Row 0 -N $N )
        { $Board | ForEach { ( @( "" ) + @(" ") * $_ + "Q" + @(" ") * ( $N - $_ ) ) -join "|" } }
    Else { "There is no solution for N = $N" }
    }
Get-NQueensBoard 4
# permutations Rosetta
function permutation ($array) {
    function generate($n, $array, $A) {
        if($n -eq 1) {
            $array[$A] -join ' '
        }
        else{
            for( $i = 0; $i -lt ($n - 1); $i += 1) {
                generate ($n - 1) $array $A
                if($n % 2 -eq 0){
                    $i1, $i2 = $i, ($n-1)
                    $A[$i1], $A[$i2] = $A[$i2], $A[$i1]
                }
                else{
                    $i1, $i2 = 0, ($n-1)
                    $A[$i1], $A[$i2] = $A[$i2], $A[$i1]
                }
            }
            generate ($n - 1) $array $A
        }
    }
    $n = $array.Count
    if($n -gt 0) {
        (generate $n $array (0..($n-1)))
    } else {$array}
}
permutation @('A','B','C')
# roman
function ConvertTo-RomanNumeral
{
    [CmdletBinding()]
    [OutputType([string])]
    Param
    (
        [Parameter(Mandatory=$true,
                   HelpMessage="Enter an integer in the range 1 to 3,999",
                   ValueFromPipeline=$true,
                   Position=0)]
        [ValidateRange(1,3999)]
        [int]
        $Number
    )
    Begin
    {
        $DecimalToRoman = @{
            Ones      = "","I","II","III","IV","V","VI","VII","VIII","IX";
            Tens      = "","X","XX","XXX","XL","L","LX","LXX","LXXX","XC";
            Hundreds  = "","C","CC","CCC","CD","D","DC","DCC","DCCC","CM";
            Thousands = "","M","MM","MMM"
        }
        $column = @{Thousands = 0; Hundreds  = 1; Tens = 2; Ones = 3}
    }
    Process
    {
        [int[]]$digits = $Number.ToString().PadLeft(4,"0").ToCharArray() |
                            ForEach-Object { [Char]::GetNumericValue($_) }
        $RomanNumeral  = ""
        $RomanNumeral += $DecimalToRoman.Thousands[$digits[$column.Thousands]]
        $RomanNumeral += $DecimalToRoman.Hundreds[$digits[$column.Hundreds]]
        $RomanNumeral += $DecimalToRoman.Tens[$digits[$column.Tens]]
        $RomanNumeral += $DecimalToRoman.Ones[$digits[$column.Ones]]
        Write-Output $RomanNumeral
    }
    End { }
}
1990, 2008, 1666, 3999 | ConvertTo-RomanNumeral
try { ConvertTo-RomanNumeral 4000 } catch { $_.Exception.Message }
function ConvertFrom-RomanNumeral {
  [CmdletBinding()] [OutputType([int])]
  Param ([Parameter(Mandatory,ValueFromPipeline)][ValidatePattern('(?x)^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$')][string]$Numeral)
  Begin { $RomanToDecimal = [ordered]@{ M=1000;CM=900;D=500;CD=400;C=100;XC=90;L=50;XL=40;X=10;IX=9;V=5;IV=4;I=1 } }
  Process {
    $roman = $Numeral; $value = 0
    do {
        foreach ($key in $RomanToDecimal.Keys) {
            if ($key.Length -eq 1) { if ($key -match $roman[0]) { } }
            if ($roman.StartsWith($key)) { $value += $RomanToDecimal.$key; $roman = $roman.Substring($key.Length); break }
        }
    } while ($roman -ne '')
    $value
  }
}
'X','XI','MCMXC','MMVIII' | ConvertFrom-RomanNumeral
try { 'IIII' | ConvertFrom-RomanNumeral -ErrorAction Stop } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
# sieve etc
function sieve($limit) { $c = New-Object bool[] ($limit + 1); for ($i = 2; $i * $i -le $limit; $i++) { if (!$c[$i]) { for ($j = $i * $i; $j -le $limit; $j += $i) { $c[$j] = $true } } }; 2..$limit | ? { !$c[$_] } }
"$(sieve 100)"
# knapsack, LCS
function Get-LCS ($A, $B) {
    $lengths = New-Object "int[,]" ($A.Length + 1), ($B.Length + 1)
    for ($i = 0; $i -lt $A.Length; $i++) { for ($j = 0; $j -lt $B.Length; $j++) {
        if ($A[$i] -ceq $B[$j]) { $lengths[($i+1),($j+1)] = $lengths[$i,$j] + 1 } else { $lengths[($i+1),($j+1)] = [math]::Max($lengths[($i+1),$j], $lengths[$i,($j+1)]) } } }
    $LCS = @(); $i = $A.Length; $j = $B.Length
    while ($i -gt 0 -and $j -gt 0) {
        if ($lengths[$i,$j] -eq $lengths[($i-1),$j]) { $i-- } elseif ($lengths[$i,$j] -eq $lengths[$i,($j-1)]) { $j-- } else { $LCS = ,$A[$i-1] + $LCS; $i--; $j-- } }
    if ($A -is [string]) { $LCS = $LCS -join "" }
    return $LCS
}
Get-LCS "thisisatest" "testing123testing"
Get-LCS (1,3,5,7) (3,4,7,9)
