# n-body, spectral norm, fannkuch, binary trees, mandelbrot (small)
$PI = [Math]::PI; $SOLAR = 4 * $PI * $PI; $DP = 365.24
class Body { [double]$x; [double]$y; [double]$z; [double]$vx; [double]$vy; [double]$vz; [double]$mass
  Body([double[]]$d) { $this.x, $this.y, $this.z, $this.vx, $this.vy, $this.vz, $this.mass = $d } }
$bodies = @(
 [Body]::new(@(0,0,0,0,0,0,$SOLAR)),
 [Body]::new(@(4.84143144246472090,-1.16032004402742839,-0.103622044471123109,(0.00166007664274403694*$DP),(0.00769901118419740425*$DP),(-0.0000690460016972063023*$DP),(0.000954791938424326609*$SOLAR))),
 [Body]::new(@(8.34336671824457987,4.12479856412430479,-0.403523417114321381,(-0.00276742510726411899*$DP),(0.00499852801234917238*$DP),(0.0000230417297573763929*$DP),(0.000285885980666130812*$SOLAR))))
function Energy($b) { $e = 0.0; for ($i = 0; $i -lt $b.Count; $i++) { $bi = $b[$i]; $e += 0.5 * $bi.mass * ($bi.vx * $bi.vx + $bi.vy * $bi.vy + $bi.vz * $bi.vz); for ($j = $i + 1; $j -lt $b.Count; $j++) { $bj = $b[$j]; $dx = $bi.x - $bj.x; $dy = $bi.y - $bj.y; $dz = $bi.z - $bj.z; $e -= ($bi.mass * $bj.mass) / [Math]::Sqrt($dx * $dx + $dy * $dy + $dz * $dz) } }; $e }
function Advance($b, $dt) { for ($i = 0; $i -lt $b.Count; $i++) { $bi = $b[$i]; for ($j = $i + 1; $j -lt $b.Count; $j++) { $bj = $b[$j]; $dx = $bi.x - $bj.x; $dy = $bi.y - $bj.y; $dz = $bi.z - $bj.z; $d2 = $dx * $dx + $dy * $dy + $dz * $dz; $mag = $dt / ($d2 * [Math]::Sqrt($d2)); $bi.vx -= $dx * $bj.mass * $mag; $bi.vy -= $dy * $bj.mass * $mag; $bi.vz -= $dz * $bj.mass * $mag; $bj.vx += $dx * $bi.mass * $mag; $bj.vy += $dy * $bi.mass * $mag; $bj.vz += $dz * $bi.mass * $mag } }; foreach ($o in $b) { $o.x += $dt * $o.vx; $o.y += $dt * $o.vy; $o.z += $dt * $o.vz } }
$px = $py = $pz = 0.0; foreach ($o in $bodies) { $px += $o.vx * $o.mass; $py += $o.vy * $o.mass; $pz += $o.vz * $o.mass }
$bodies[0].vx = -$px / $SOLAR; $bodies[0].vy = -$py / $SOLAR; $bodies[0].vz = -$pz / $SOLAR
'{0:F9}' -f (Energy $bodies); for ($k = 0; $k -lt 1000; $k++) { Advance $bodies 0.01 }; '{0:F9}' -f (Energy $bodies)
function A($i, $j) { 1.0 / (($i + $j) * ($i + $j + 1) / 2 + $i + 1) }
$n = 30; $u = @(1.0) * $n; $v = @(0.0) * $n
function MulAv($v) { $n = $v.Count; $r = New-Object double[] $n; for ($i = 0; $i -lt $n; $i++) { $s = 0.0; for ($j = 0; $j -lt $n; $j++) { $s += (A $i $j) * $v[$j] }; $r[$i] = $s }; , $r }
function MulAtv($v) { $n = $v.Count; $r = New-Object double[] $n; for ($i = 0; $i -lt $n; $i++) { $s = 0.0; for ($j = 0; $j -lt $n; $j++) { $s += (A $j $i) * $v[$j] }; $r[$i] = $s }; , $r }
for ($i = 0; $i -lt 5; $i++) { $v = MulAtv (MulAv $u); $u = MulAtv (MulAv $v) }
$vBv = $vv = 0.0; for ($i = 0; $i -lt $n; $i++) { $vBv += $u[$i] * $v[$i]; $vv += $v[$i] * $v[$i] }; [Math]::Sqrt($vBv / $vv).ToString('F9')
function Fannkuch([int]$n) { $p = 0..($n - 1); $q = $p.Clone(); $s = 0..($n - 1); $sign = 1; $maxflips = 0; $sum = 0
  while ($true) { if ($p[0] -ne 0) { [Array]::Copy($p, $q, $n); $flips = 1; while (($qq = $q[$q[0]]) -ne 0) { [Array]::Reverse($q, 0, $q[0] + 1); $flips++ }; if ($q[0] -ne 0 -and $false) { $flips++ }; $sum += $sign * $flips; if ($flips -gt $maxflips) { $maxflips = $flips } }
    if ($sign -eq 1) { $p[0], $p[1] = $p[1], $p[0]; $sign = -1 } else { $p[1], $p[2] = $p[2], $p[1]; $sign = 1; for ($i = 2; $i -lt $n; $i++) { $sx = $s[$i]; if ($sx -ne 0) { $s[$i] = $sx - 1; break }; if ($i -eq $n - 1) { return "$sum", "Pfannkuchen($n) = $maxflips" }; $s[$i] = $i; $t = $p[0]; for ($j = 0; $j -le $i; $j++) { $p[$j] = $p[$j + 1] }; $p[$i + 1] = $t } } } }
Fannkuch 6
function BottomUp([int]$d) { if ($d -gt 0) { , @((BottomUp ($d - 1)), (BottomUp ($d - 1))) } else { , @($null, $null) } }
function Check($t) { if ($null -eq $t[0]) { 1 } else { 1 + (Check $t[0]) + (Check $t[1]) } }
'depth {0} check {1}' -f 6, (Check (BottomUp 6))
for ($y = 1.0; $y -ge -1.0; $y -= 0.25) { $row = ''; for ($x = -2.0; $x -le 0.5; $x += 0.0625) { $zr = $zi = 0.0; $i = 0; while ($zr * $zr + $zi * $zi -lt 4 -and $i -lt 30) { $t = $zr * $zr - $zi * $zi + $x; $zi = 2 * $zr * $zi + $y; $zr = $t; $i++ }; $row += if ($i -eq 30) { '*' } else { ' ' } }; $row.TrimEnd() }
# fasta / reverse complement
$map = @{}; 'ACGT'.ToCharArray() | % { $map[$_] = 'TGCA'['ACGT'.IndexOf($_)] }; -join ('GATTACA'.ToCharArray()[-1..-7] | % { $map[$_] })
$seed = 42; $IM = 139968; 1..3 | % { $script:seed = ($seed * 3877 + 29573) % $IM; '{0:F6}' -f ($seed / $IM) }
# pidigits
$q = [bigint]1; $r = [bigint]0; $t = [bigint]1; $k = [bigint]1; $nn = [bigint]3; $l = [bigint]3; $digits = ''
while ($digits.Length -lt 30) { if (4 * $q + $r - $t -lt $nn * $t) { $digits += $nn; $nr = 10 * ($r - $nn * $t); $nn = [bigint]::Divide(10 * (3 * $q + $r), $t) - 10 * $nn; $q *= 10; $r = $nr } else { $nr = (2 * $q + $r) * $l; $nn2 = [bigint]::Divide($q * (7 * $k) + 2 + $r * $l, $t * $l); $q *= $k; $t *= $l; $l += 2; $k += 1; $nn = $nn2; $r = $nr } }
$digits
