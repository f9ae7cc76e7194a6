[Flags()] enum Perm { None = 0; Read = 1; Write = 2; Exec = 4; All = 7 }
enum Color : byte { Red = 1; Green; Blue = 10 }
$p = [Perm]::Read -bor [Perm]::Exec; "$p"; [int]$p; $p.HasFlag([Perm]::Exec); $p -band [Perm]::Write
[Perm]'Read, Write'; [Perm]3; [Perm]7; [Perm]::All -bxor [Perm]::Read
[enum]::GetNames([Perm]) -join ','; [enum]::GetValues([Color]) | % { '{0}={1}' -f $_, [int]$_ }
[Color]::Green.value__; [Color]::Blue.GetType().GetEnumUnderlyingType().Name
try { [Color]'Purple' } catch { $_.Exception.Message }
try { [Perm]'Bad' } catch { $_.FullyQualifiedErrorId }
[Color]2 -eq 'Green'; [Color]::Red -lt [Color]::Blue; [enum]::IsDefined([Color], 'Red'); [enum]::IsDefined([Color], [byte]3)
[enum]::TryParse([Color], 'blue', $true, [ref]$null)
$c = [Color]::Red; [enum]::TryParse([type][Color], 'Blue', [ref]$c); $c
[Enum]::Parse([Color], 'green', $true); [Color].IsEnum; [Color]::Red.ToString('d'); '{0:d} {0:g} {0:x}' -f [Color]::Blue
function f([Color]$c = 'Red') { "got $c" }; f; f green; f 10; try { f nope } catch { $_.Exception.Message }
switch ([Color]::Green) { Red { 'r' } Green { 'g' } }
@{ [Color]::Red = 1 }.ContainsKey([Color]::Red); ([Color]::Red, [Color]::Blue | Sort-Object -Descending) -join ' '
[System.DayOfWeek]::Friday + 1; [DayOfWeek](([int][DayOfWeek]::Saturday + 1) % 7)
[System.IO.FileAttributes]'ReadOnly,Hidden' -band 'Hidden'
[System.ConsoleColor]::Red; [ConsoleColor].GetEnumNames().Count
[Perm].GetCustomAttributes($false) | % { $_.GetType().Name }
$x = [Perm]::None; $x = $x -bor 'Write'; $x; $x.GetType().Name; $x += 1; $x; $x.GetType().Name
[Perm].GetFields() | % Name
-bnot [Perm]::Read
