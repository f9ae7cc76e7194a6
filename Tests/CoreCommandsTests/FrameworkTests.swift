// More of the framework as scripts see it: numbers and their bits, conversions by interface, dates, what is waited for, programs.

import Testing

@Suite struct FrameworkTests {
    typealias Case = (script: String, shown: String)

    static let encodings: [Case] = [
        (
            "[Text.Encoding]::GetEncoding(1252).GetBytes('€ä') -join ' '; [Text.Encoding]::GetEncoding('windows-1251').GetString([byte[]](0xCF, 0xF0)); [Text.Encoding]::GetEncoding(437).EncodingName; [Text.Encoding]::GetEncoding('iso-8859-15').IsSingleByte",
            "128 228\nПр\nOEM United States\nTrue\n"
        ),
        (
            "try { [datetime]::Parse('12 foo 2024') } catch { $_.Exception.InnerException.Message }; try { [datetime]::Parse('2024-13-01') } catch { $_.Exception.InnerException.Message }",
            "The string '12 foo 2024' was not recognized as a valid DateTime. There is an unknown word starting at index '3'.\nString '2024-13-01' was not recognized as a valid DateTime.\n"
        ),
        (
            "[Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent(\"a'b\"); [nullable]::GetUnderlyingType([nullable[int]]).Name; [ConsoleKey]::F5; [psvariable]::new('q', 5, 'ReadOnly').Options",
            "a''b\nInt32\nF5\nReadOnly\n"
        ),
        (
            "try { [Collections.ObjectModel.ReadOnlyCollection[int]]::new([int[]](1, 2)).Add(1) } catch { $_.FullyQualifiedErrorId }; $c = [Collections.ObjectModel.ObservableCollection[string]]::new(); $c.Add('a'); $c.Add('b'); $c.Move(0, 1); \"$c\"",
            "NotSupportedException\nb a\n"
        ),
        (
            "try { [IO.Directory]::GetFiles('/no/such/place') } catch { $_.Exception.Message }",
            "Exception calling \"GetFiles\" with \"1\" argument(s): \"Could not find a part of the path '/no/such/place/'.\"\n"
        ),
    ]

    static let numbers: [Case] = [
        (
            "[int]::MaxMagnitude(-4, 3); [int]::CopySign(3, -1); [int]::DivRem(7, 2).Item2; [int]::CreateSaturating(1e20); [int]::CreateChecked(5.7); [byte]::CreateTruncating(300)",
            "-4\n-3\n1\n2147483647\n5\n44\n"
        ),
        (
            "try { [byte]::CreateChecked(300) } catch { $_.FullyQualifiedErrorId }; [double]::RootN(27, 3); [double]::Hypot(3, 4); [double]::Lerp(0, 10, 0.5); [mathf]::Sqrt(16).GetType().Name",
            "OverflowException\n3\n5\n5\nSingle\n"
        ),
        (
            "[decimal]::new(15, 0, 0, $true, 1); [decimal]::ToOACurrency(1.5d); [decimal]::ToByte(200.9d); [decimal]::IsInteger(2.0d)",
            "-1.5\n15000\n200\nTrue\n"
        ),
        (
            "[bigint]::Log2(1024); ([bigint]255).GetBitLength(); ([bigint]-256).GetBitLength(); [bigint]::PopCount(255)",
            "10\n8\n8\n8\n"
        ),
        (
            "$c = [Numerics.Complex]::new(1, 2) * [Numerics.Complex]::new(3, -1); \"$c\"; $c.Real; [Numerics.Complex]::Sqrt(-4).Imaginary; ([Numerics.Complex]5).Magnitude",
            "<5; 5>\n5\n2\n5\n"
        ),
        (
            "$r = [random]::new(42); $r.Next(); $r.Next(10); $r.Next(5, 10); $b = [byte[]]::new(3); [random]::new(1).NextBytes($b); \"$b\"",
            "1434747710\n1\n5\n70 208 134\n"
        ),
        (
            "$b = [byte[]]::new(4); (258).WriteBigEndian($b); \"$b\"; (-1).GetShortestBitLength(); $n = 0; $c = [char[]]::new(4); (42).TryFormat($c, [ref]$n, 'x4'); -join $c; (42).TryFormat([char[]]::new(1), [ref]$n); $n",
            "4\n0 0 1 2\n1\nTrue\n002a\nFalse\n0\n"
        ),
    ]

    static let conversions: [Case] = [
        (
            "'5'.ToInt32($null); (65).ToChar($null); 'true'.ToBoolean($null); (5).ToType([string], $null).GetType().Name; '5' -is [IConvertible]",
            "5\nA\nTrue\nString\nTrue\n"
        ),
        (
            "try { (300).ToByte($null) } catch { $_.FullyQualifiedErrorId }; try { [datetime]::MinValue.ToInt32($null) } catch { $_.FullyQualifiedErrorId }",
            "OverflowException\nInvalidCastException\n"
        ),
        (
            "5 | Get-Member ToInt32, CompareTo | ForEach-Object Definition",
            "int IConvertible.ToInt32(System.IFormatProvider provider)\nint CompareTo(System.Object value), int CompareTo(int value), int IComparable.CompareTo(System.Object obj), int IComparable[int].CompareTo(int other)\n"
        ),
        (
            "[convert]::ChangeType('1,5', [double], [cultureinfo]'de-DE'); [convert]::ChangeType('7', [TypeCode]::Int64).GetType().Name; try { [convert]::ChangeType($null, [int]) } catch { $_.FullyQualifiedErrorId }",
            "1.5\nInt64\nInvalidCastException\n"
        ),
        (
            "-join [convert]::FromBase64CharArray('AQID'.ToCharArray(), 0, 4); [convert]::ToHexStringLower([byte[]](255, 1)); [convert]::ToDateTime($null).Year",
            "123\nff01\n1\n"
        ),
        (
            "[Management.Automation.LanguagePrimitives]::ConvertTo('5', [int]); [Management.Automation.LanguagePrimitives]::Compare('a', 'B', $true); [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@{ a = 1 })).a",
            "5\n-1\n1\n"
        ),
    ]

    static let dates: [Case] = [
        (
            "\"$([timespan]::FromHours(1, 30)) $([timespan]::FromDays(1, 2, 3)) $([timespan]::FromSeconds(1, 500)) $([timespan]::NanosecondsPerTick)\"",
            "01:30:00 1.02:03:00 00:00:01.5000000 100\n"
        ),
        (
            "$t = [timespan]::Zero; [timespan]::TryParseExact('0102', [string[]]('mmss', 'hhmm'), $null, [ref]$t); \"$t\"; $d = [datetime]::MinValue; [datetime]::TryParseExact('2024-01-02', [string[]]('yyyyMMdd', 'yyyy-MM-dd'), $null, 'None', [ref]$d); $d.Day",
            "True\n00:01:02\nTrue\n2\n"
        ),
        (
            "[datetime]::new(2024, 1, 2, 3, 4, 5, 6, 7).Microsecond; [datetime]::new([dateonly]'2024-01-02', [timeonly]'03:04').ToString('s'); $y = $m = $n = 0; ([datetime]'2024-03-05').Deconstruct([ref]$y, [ref]$m, [ref]$n); \"$y $m $n\"",
            "7\n2024-01-02T03:04:00\n2024 3 5\n"
        ),
        (
            "[Globalization.ISOWeek]::GetWeeksInYear(2026); [Globalization.ISOWeek]::ToDateTime(2026, 1, 'Monday').ToString('d'); [Globalization.ISOWeek]::GetYearEnd(2026).ToString('d')",
            "53\n12/29/2025\n01/03/2027\n"
        ),
        (
            "([timeonly]'01:00' - [timeonly]'23:00').ToString(); ([timeonly]'10:20:30').ToLongTimeString(); ([dateonly]'2024-01-02').ToLongDateString(); $w = ''; [timezoneinfo]::TryConvertIanaIdToWindowsId('Europe/Berlin', [ref]$w); $w",
            "02:00:00\n10:20:30\nTuesday, 02 January 2024\nTrue\nW. Europe Standard Time\n"
        ),
        (
            "([datetime]'2026-05-01').ToString('D', [cultureinfo]'ja-JP'); (1234.5).ToString('C', [cultureinfo]'pt-BR'); ([datetime]'2026-05-01').ToString('M', [cultureinfo]'pl-PL')",
            "2026年5月1日金曜日\nR$ 1.234,50\n1 maja\n"
        ),
    ]

    static let waiting: [Case] = [
        (
            "$l = [Lazy[int]]::new([Func[int]]{ 5 }); $l.IsValueCreated; $l.Value; $l.IsValueCreated; \"$([Lazy[int]]::new([Func[int]]{ 5 }))\"",
            "False\n5\nTrue\nValue is not created.\n"
        ),
        (
            "$m = [Threading.Mutex]::new($false, 'test'); $m.WaitOne(10); $m.ReleaseMutex(); try { $m.ReleaseMutex() } catch { $_.FullyQualifiedErrorId }; $m.Dispose()",
            "True\nApplicationException\n"
        ),
        (
            "$e = [Threading.AutoResetEvent]::new($true); $e.WaitOne(1); $e.WaitOne(1); $s = [Threading.SemaphoreSlim]::new(1, 1); $s.Wait(1); $s.CurrentCount; $s.Release(); try { $s.Release() } catch { $_.FullyQualifiedErrorId }",
            "True\nFalse\nTrue\n0\n0\nSemaphoreFullException\n"
        ),
        (
            "$c = [Threading.CancellationTokenSource]::new(); $t = $c.Token; $t.IsCancellationRequested; $c.Cancel(); try { $t.ThrowIfCancellationRequested() } catch { $_.FullyQualifiedErrorId }",
            "False\nOperationCanceledException\n"
        ),
        (
            "[Threading.Tasks.Task]::FromResult(5).Result; $t = [Threading.Tasks.Task]::Run([Func[int]]{ throw 'no' }); \"$($t.Status)\"; try { $t.Wait() } catch { $_.FullyQualifiedErrorId }; [Threading.Tasks.Task]::WhenAll([Threading.Tasks.Task]::CompletedTask).IsCompleted",
            "5\nFaulted\nAggregateException\nTrue\n"
        ),
        (
            "\"$([Index]::new(1, $true)) $([Range]::new(1, 3)) $([Range]::All)\"; [Range]::new(1, [Index]::FromEnd(1)).GetOffsetAndLength(5).Item2; [WeakReference]::new('x').IsAlive",
            "^1 1..3 0..^0\n3\nTrue\n"
        ),
    ]

    static let programs: [Case] = [
        (
            "$i = [Diagnostics.ProcessStartInfo]@{ FileName = 'cat'; RedirectStandardInput = $true; RedirectStandardOutput = $true }; $p = [Diagnostics.Process]::Start($i); $p.StandardInput.WriteLine('x'); $p.StandardInput.Close(); $p.StandardOutput.ReadToEnd(); $p.WaitForExit(); $p.ExitCode",
            "x\n\n0\n"
        ),
        (
            "$p = [Diagnostics.Process]::new(); $p.StartInfo.FileName = 'sh'; $p.StartInfo.Arguments = '-c \"exit 3\"'; $p.Start(); $p.WaitForExit(); $p.ExitCode; try { [Diagnostics.Process]::Start('no-such-program') } catch { $_.FullyQualifiedErrorId }",
            "True\n3\nWin32Exception\n"
        ),
        (
            "$h = @{ a = 1 }; $e = $h.GetEnumerator(); $null = $e.MoveNext(); $e.Key; $e.Value; $e.Current.GetType().Name; $e.GetType().Name",
            "a\n1\nDictionaryEntry\nHashtableEnumerator\n"
        ),
        (
            "[IO.DriveInfo]::new('/').IsReady; [IO.DriveInfo]::new('/').TotalSize -gt 0; $PSStyle.Foreground.FromRgb(255, 0, 128).Length; $Host.UI.RawUI.WindowSize.Width -gt 0",
            "True\nTrue\n17\nTrue\n"
        ),
        (
            "$q = [Web.HttpUtility]::ParseQueryString('a=1&b=x'); $q['a'] = '1 2'; $q.ToString(); [Web.HttpUtility]::JavaScriptStringEncode(\"a'b\"); [Web.HttpUtility]::HtmlDecode('&alpha;'); $u = $null; [uri]::TryCreate([uri]'http://a/b', 'c', [ref]$u); \"$u\"",
            "a=1+2&b=x\na\\u0027b\nα\nTrue\nhttp://a/c\n"
        ),
        (
            "[Linq.Enumerable]::CountBy([string[]]('a', 'bb', 'c'), [Func[string, int]]{ $args[0].Length }) -join ','; [Linq.Enumerable]::Join([int[]](1, 2), [int[]](2, 3), [Func[int, int]]{ $args[0] }, [Func[int, int]]{ $args[0] }, [Func[int, int, string]]{ \"$args\" }); [Linq.Enumerable]::Index([string[]]('a', 'b')) -join ','",
            "[1, 2],[2, 1]\n2 2\n(0, a),(1, b)\n"
        ),
        (
            "[Collections.Generic.Comparer[int]]::Create({ param($a, $b) $b - $a }).Compare(1, 2); [Collections.Generic.EqualityComparer[string]]::Default.Equals('a', 'a'); [Collections.CaseInsensitiveComparer]::Default.Compare('a', 'A'); [StringComparer]::FromComparison('OrdinalIgnoreCase') -eq [StringComparer]::OrdinalIgnoreCase",
            "1\nTrue\n0\nTrue\n"
        ),
    ]

    @Test(arguments: encodings)
    func encodingsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: numbers)
    func numbersAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: conversions)
    func conversionsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: dates)
    func datesAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: waiting)
    func waitingAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: programs)
    func programsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }
}
