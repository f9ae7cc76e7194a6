Function Format-Bytes {
    Param ( [Parameter( ValueFromPipeline = $true )] [ValidateNotNullOrEmpty()] [float]$number )
    Begin{ $sizes = 'KB','MB','GB','TB','PB' }
    Process {
        for($x = 0;$x -lt $sizes.count; $x++){
            if ($number -lt [int64]"1$($sizes[$x])"){
                if ($x -eq 0){ return "$number B" }
                else {
                    $num = $number / [int64]"1$($sizes[$x-1])"
                    $num = "{0:N2}" -f $num
                    return "$num $($sizes[$x-1])"
                }
            }
        }
    }
}
1,1023,1024,123456,1.5GB,3TB,123456789012 | Format-Bytes
function Get-HumanSize([double]$b) {
    $i = 0; while ($b -ge 1KB -and $i -lt 5) { $b /= 1KB; $i++ }
    '{0:0.##} {1}' -f $b, ('B','KiB','MiB','GiB','TiB','PiB')[$i]
}
0, 512, 1536, 1MB, 5.25GB, 7PB | % { Get-HumanSize $_ }
[string]::Format('{0:X8} {0:x} {0:D5} {0:N0} {0:E2} {0:P1} {0:C}', 255)
'{0:#,##0.00;(#,##0.00);zero}' -f -1234.5; '{0:#,##0.00;(#,##0.00);zero}' -f 0
'{0:000-00-0000}' -f 123456789
'{0:yyyy/MM/dd HH:mm:ss.fff zzz}' -f [datetime]::new(2020,1,2,3,4,5,678,[DateTimeKind]::Utc)
'{0,10}|{1,-10}|{2:d}|{3:t}' -f 'right','left',[datetime]'2021-03-04',[datetime]'2021-03-04 15:06'
[BitConverter]::ToString([byte[]](1,2,254,255))
[BitConverter]::GetBytes(1234567) -join ' '
[BitConverter]::ToInt32([byte[]](0x87,0xD6,0x12,0),0)
[Convert]::ToString(255,2).PadLeft(16,'0'); [Convert]::ToInt32('ff',16); [Convert]::ToInt64('777',8); [Convert]::ToByte('11111111',2)
[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('Hello, Wörld'))
[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('SGVsbG8='))
[Text.Encoding]::Unicode.GetBytes('AB') -join ','
[Text.Encoding]::ASCII.GetString([byte[]](72,105)); [char[]]'abc' -join '-'; [int][char]'A'; [char]97; [string][char[]](72,105)
$b = [byte[]]::new(4); [Buffer]::BlockCopy([byte[]](9,8,7,6), 1, $b, 0, 3); "$b"
$ip = '192.168.10.77'; $mask = 20
$n = [uint32]0; foreach ($o in $ip.Split('.')) { $n = ($n -shl 8) -bor [uint32]$o }
$m = [uint32]::MaxValue -shl (32 - $mask) -band [uint32]::MaxValue
$net = $n -band $m
'{0} {1} {2}' -f $n, $m, $net
([Net.IPAddress]::new([uint32]([BitConverter]::ToUInt32([BitConverter]::GetBytes([uint32]$net)[3..0],0)))).ToString()
[Net.IPAddress]::Parse('10.1.2.3').GetAddressBytes() -join '.'
([ipaddress]'10.1.2.3').Address
[ipaddress]::HostToNetworkOrder(1)
$bits = New-Object System.Collections.BitArray 16
$bits.Set(3,$true); $bits[5]=$true; ($bits | % { [int]$_ }) -join ''
[bigint]::Pow(2,200).ToString(); [bigint]::Parse('123456789012345678901234567890') % 97; [bigint]::GreatestCommonDivisor(48,180)
1kb; 0x7fffffff + 1; 2147483647 + 1; [int]::MaxValue; [long]::MinValue; 10/4; 7/7; 1e3; 1.0; 100000000000000000000; 0.1+0.2; 1/3; [decimal]1/3; 10 % 3; -7 % 3; [math]::Floor(-3.5); [int]2.5; [int]3.5
5 -band 3; 5 -bor 3; 5 -bxor 3; -bnot 5; 1 -shl 10; -16 -shr 2
