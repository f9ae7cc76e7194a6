// The types of the framework as scripts see them: what a script writes, and what appears.

import Testing

@Suite struct TypeTests {
    typealias Case = (script: String, shown: String)

    static let collections: [Case] = [
        (
            "$s = [Collections.Generic.SortedDictionary[string,int]]::new(); $s['b'] = 2; $s['a'] = 1; $s.Keys -join ','; $s.Values -join ','",
            "a,b\n1,2\n"
        ),
        (
            "$s = [Collections.SortedList]@{ b = 1; a = 2 }; $s.GetKey(0); $s.GetByIndex(0); $s.IndexOfKey('b')",
            "a\n2\n1\n"
        ),
        (
            "$l = [Collections.Generic.LinkedList[int]]::new(); $null = $l.AddLast(2); $n = $l.AddFirst(1); $null = $l.AddAfter($n, 9); $l -join ','; $l.Remove(9); $l.Last.Previous.Value; try { $l.AddLast($n) } catch { $_.Exception.InnerException.Message }",
            "1,9,2\nTrue\n1\nThe LinkedList node already belongs to a LinkedList.\n"
        ),
        (
            "$d = [Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); $d.GetOrAdd('a', 1); $d.AddOrUpdate('a', 0, { param($k, $v) $v + 1 }); $d.TryRemove('a', [ref]$null)",
            "1\n2\nTrue\n"
        ),
        (
            "$n = [Collections.Specialized.NameValueCollection]::new(); $n.Add('to', 'anna'); $n.Add('TO', 'bert'); $n['to']; $n.Count; $n.GetValues('to').Count",
            "anna,bert\n1\n2\n"
        ),
        (
            "$b = [Collections.BitArray]::new([bool[]]($true, $false, $true)); $b.Not() -join ','; $b.Count",
            "False,True,False\n3\n"
        ),
        (
            "try { foreach ($n in ($l = [Collections.Generic.List[int]](1, 2))) { $l.Add(3) } } catch { $_.FullyQualifiedErrorId }",
            "System.InvalidOperationException\n"
        ),
        (
            "$h = @{ a = 1 }; try { foreach ($k in $h.Keys) { $h[$k] = 2 } } catch { 'changed' }",
            "changed\n"
        ),
        (
            "$l = [Collections.Generic.List[int]]::new(7); $l.Capacity; $l.AddRange([int[]](1..9)); $l.Capacity; $l.BinarySearch(4); $l.LastIndexOf(9, 8)",
            "7\n14\n3\n8\n"
        ),
        (
            "[Collections.StructuralComparisons]::StructuralEqualityComparer.Equals((1, 2), (1, 2)); (1, 2).Equals((1, 2))",
            "True\nFalse\n"
        ),
        (
            "$o = [ordered]@{ a = 1 }; $o[[object]5] = 'key'; $o.Count; $o[0]; $h = @{ 1 = 'int' }; $h['1'] = 'text'; $h.1; $h.psbase.Count",
            "2\n1\nint\n2\n"
        ),
    ]

    static let sequences: [Case] = [
        (
            "[Linq.Enumerable]::GroupBy([string[]]('anna', 'bert', 'alex'), [Func[string, char]]{ $args[0][0] }) | ForEach-Object { \"$($_.Key)=$([Linq.Enumerable]::Count($_))\" }",
            "a=2\nb=1\n"
        ),
        (
            "[Linq.Enumerable]::ThenBy([Linq.Enumerable]::OrderBy([string[]]('bb', 'c', 'aa'), [Func[string, int]]{ $args[0].Length }), [Func[string, string]]{ $args[0] }) -join ','",
            "c,aa,bb\n"
        ),
        (
            "[Linq.Enumerable]::ToDictionary([string[]]('a', 'bb'), [Func[string, int]]{ $args[0].Length })[2]; [Linq.Enumerable]::Zip([int[]](1, 2), [int[]](3, 4), [Func[int, int, int]]{ $args[0] * $args[1] }) -join ','",
            "bb\n3,8\n"
        ),
        (
            "[Linq.Enumerable]::OfType[int](@(1, 'a', 2)) -join ','; [Linq.Enumerable]::FirstOrDefault([int[]]@())",
            "1,2\n0\n"
        ),
        (
            "[Func[int, int]]$f = { 'x' }; try { $f.Invoke(1) } catch { $_.FullyQualifiedErrorId }; $f.GetType().Name",
            "PSInvalidCastException\nFunc`2\n"
        ),
    ]

    static let reflection: [Case] = [
        (
            "[int]::new(); [dayofweek]::new(); [guid]::new().ToString(); [Nullable[int]]::new(5); $null -eq [Nullable[int]]::new(); [dateonly]::new().ToString('o'); \"$([guid[]]::new(2))\"",
            "0\nSunday\n00000000-0000-0000-0000-000000000000\n5\nTrue\n0001-01-01\n00000000-0000-0000-0000-000000000000 00000000-0000-0000-0000-000000000000\n"
        ),
        (
            "[int].GetMethod('Parse', [type[]]@([string])).Invoke($null, @('7')); [dayofweek].GetFields().Count; [version].GetProperties().Name -join ','",
            "7\n8\nMajor,Minor,Build,Revision,MajorRevision,MinorRevision\n"
        ),
        (
            "[Collections.Generic.List[int]].ToString(); [Collections.Generic.List[int]].GetGenericTypeDefinition().Name; [Collections.Generic.Dictionary`2].MakeGenericType([string], [int]).ToString()",
            "System.Collections.Generic.List`1[System.Int32]\nList`1\nSystem.Collections.Generic.Dictionary`2[System.String,System.Int32]\n"
        ),
        (
            "[activator]::CreateInstance([Text.StringBuilder]).Length; [array]::Empty[string]().GetType().Name; [enum]::Parse[DayOfWeek]('tuesday', $true)",
            "0\nString[]\nTuesday\n"
        ),
        (
            "[type]::GetType('System.Int32').Name; $null -eq [type]::GetType('int'); ([Management.Automation.PSTypeName]'No.Such').Type -eq $null; [pscustomobject].Name",
            "Int32\nTrue\nTrue\nPSObject\n"
        ),
    ]

    static let cultures: [Case] = [
        (
            "[cultureinfo]::GetCultureInfo('de-DE').DateTimeFormat.GetDayName('Monday'); [cultureinfo]::GetCultureInfo('es-ES').DateTimeFormat.FirstDayOfWeek",
            "Montag\nMonday\n"
        ),
        (
            "(5).ToString('C', [Globalization.NumberFormatInfo]@{ CurrencySymbol = 'kr'; CurrencyPositivePattern = 3 }); try { [cultureinfo]::InvariantCulture.NumberFormat.NumberDecimalSeparator = '_' } catch { 'read-only' }",
            "5.00 kr\nread-only\n"
        ),
        (
            "'anna'.ToUpper([cultureinfo]'tr-TR') + 'ILIM'.ToLower([cultureinfo]'tr-TR'); [cultureinfo]::InvariantCulture.TextInfo.ToTitleCase('chat pool')",
            "ANNAılım\nChat Pool\n"
        ),
        (
            "[Globalization.RegionInfo]::new('it-IT').ISOCurrencySymbol; [cultureinfo]'abc'; [cultureinfo][dayofweek]'Friday'",
            "EUR\n\nLCID             Name             DisplayName\n----             ----             -----------\n4096             abc              abc\n5                cs               Czech\n\n"
        ),
        (
            "[cultureinfo]::InvariantCulture.Calendar.GetWeekOfYear([datetime]'2027-01-01', 'FirstFourDayWeek', 'Monday')",
            "53\n"
        ),
    ]

    static let zones: [Case] = [
        (
            "[timezoneinfo]::ConvertTimeFromUtc([datetime]'2026-07-01T12:00', [timezoneinfo]::FindSystemTimeZoneById('Europe/Berlin')).ToString('s')",
            "2026-07-01T14:00:00\n"
        ),
        (
            "$z = [timezoneinfo]::FindSystemTimeZoneById('W. Europe Standard Time'); \"$($z.GetUtcOffset([datetime]'2061-07-01')) $($z.GetUtcOffset([datetime]'2061-12-01'))\"; $z.IsAmbiguousTime([datetime]'2026-10-25T02:30'); $z.IsInvalidTime([datetime]'2026-03-29T02:30')",
            "02:00:00 01:00:00\nTrue\nTrue\n"
        ),
        (
            "$z = [timezoneinfo]::FindSystemTimeZoneById('Australia/Sydney'); \"$($z.GetUtcOffset([datetime]'2060-01-01')) $($z.GetUtcOffset([datetime]'2060-07-01')) $($z.GetUtcOffset([datetime]'1930-07-01'))\"",
            "11:00:00 10:00:00 10:00:00\n"
        ),
        (
            "try { [timezoneinfo]::FindSystemTimeZoneById('Mars/Olympus') } catch { $_.FullyQualifiedErrorId }; [timezoneinfo]::CreateCustomTimeZone('L', '02:30', 'L', 'L').BaseUtcOffset.ToString()",
            "TimeZoneNotFoundException\n02:30:00\n"
        ),
    ]

    static let operators: [Case] = [
        (
            "'1e3' / [timespan]'1'; 1e10 -bxor [int16]-3; [byte]200 -shl 3.7; [dayofweek]'Friday' -bxor 7; $d = [dayofweek]::Friday; $d++; $d",
            "1000\n-10000000003\n128\nTuesday\nSaturday\n"
        ),
        (
            "try { [datetime]'2024-01-01' - '2023-12-31' } catch { $_.FullyQualifiedErrorId }; try { [double]::NaN -shl 1 } catch { $_.FullyQualifiedErrorId }; try { [timespan]::MaxValue + [timespan]'1' } catch { $_.FullyQualifiedErrorId }",
            "MethodCountCouldNotFindBest\nConvertToFinalInvalidCastException\nDotNetMethodException\n"
        ),
        (
            "try { 1 -split (1..3) } catch { $_.FullyQualifiedErrorId }; @((1, 2), (3, 4)) -join '-'; switch (5) { '05' { 'no' } 5.0 { 'yes' } }",
            "InvalidSplitOptionCombination\nSystem.Object[]-System.Object[]\nyes\n"
        ),
    ]

    static let secretsAndDigests: [Case] = [
        (
            "[Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::ASCII.GetBytes('abc')))",
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\n"
        ),
        (
            "$s = [securestring]::new(); 'pw'.ToCharArray() | ForEach-Object { $s.AppendChar($_) }; [pscredential]::new('LW\\anna', $s).GetNetworkCredential() | ForEach-Object { $_.Domain, $_.UserName, $_.Password }; \"$s\"",
            "LW\nanna\npw\nSystem.Security.SecureString\n"
        ),
        (
            "[Runtime.InteropServices.Marshal]::PtrToStringBSTR([Runtime.InteropServices.Marshal]::SecureStringToBSTR([Net.NetworkCredential]::new('', 'x').SecurePassword))",
            "x\n"
        ),
    ]

    static let filesAndAddresses: [Case] = [
        (
            "$w = [IO.BinaryWriter]::new(($m = [IO.MemoryStream]::new())); $w.Write([int]258); $w.Write('ab'); $m.ToArray() -join ','; $m.Position = 0; $r = [IO.BinaryReader]::new($m); $r.ReadInt32(); $r.ReadString()",
            "2,1,0,0,2,97,98\n258\nab\n"
        ),
        (
            "$p = Join-Path $PWD f.bin; $f = [IO.File]::Create($p); $f.Write([byte[]](1, 2, 3), 0, 3); $null = $f.Seek(-1, 'End'); $f.ReadByte(); $f.Dispose(); try { $f.ReadByte() } catch { $_.FullyQualifiedErrorId }; [IO.File]::ReadAllBytes($p).Count; [IO.Directory]::GetParent($p).FullName -eq \"$PWD\"",
            "3\nObjectDisposedException\n3\nTrue\n"
        ),
        (
            "$b = [UriBuilder]'http://chat.litwareinc.com/x'; $b.Scheme = 'https'; $b.Port = -1; $b.Query = 'id=5'; $b.Uri.AbsoluteUri; [net.ipnetwork]::Parse('10.20.0.0/16').Contains('10.20.9.9'); [net.ipendpoint]::Parse('[::1]:80').Port",
            "https://chat.litwareinc.com/x?id=5\nTrue\n80\n"
        ),
    ]

    static let text: [Case] = [
        (
            "foreach ($try in { [string]::Format('{0', 1) }, { [text.stringbuilder]::new().AppendFormat('{1}', 1) }, { [datetime]::new(2024, 13, 1) }) { try { & $try } catch { \"$($_.FullyQualifiedErrorId) $($_.Exception.InnerException.Message)\" } }",
            "FormatException Input string was not in a correct format. Failure to parse near offset 2. Format item ends prematurely.\nFormatException Index (zero based) must be greater than or equal to zero and less than the size of the argument list.\nArgumentOutOfRangeException Year, Month, and Day parameters describe an un-representable DateTime.\n"
        ),
        (
            "try { switch -Regex ('a') { '(' { 1 } } } catch { $_.FullyQualifiedErrorId }; [regex]::new('a', 'RightToLeft').Match('aba').Index",
            "InvalidRegularExpression\n2\n"
        ),
        (
            "[Text.StringBuilder]::new('abcdef').Remove(1, 2).Insert(1, [char]'#').Replace('e', 'E', 0, 4).ToString(); [Text.StringBuilder]::new(64).Capacity; [Text.StringBuilder]::new().Append(@('x', 'y')).ToString()",
            "a#dEf\n64\nSystem.Object[]\n"
        ),
        (
            "[wildcardpattern]::new('a*', 'IgnoreCase').IsMatch('ABC'); [wildcardpattern]::Escape('a*[b]?'); [Text.Rune]::GetRuneAt('😀', 0).Value; \"e$([char]0x301)\".IsNormalized('FormC')",
            "True\na`*`[b`]`?\n128512\nFalse\n"
        ),
        (
            "[regex]::new('\\d+', 'RightToLeft').Match('a12b345').Value; [regex]::Match('one two', '(?<w>\\w+) (?<w>\\w+)').Groups['w'].Captures.Value -join ','",
            "345\none,two\n"
        ),
        (
            "[convert]::ToString([long]-2, 2).Length; [math]::DivRem(-17, 5).Item2; [int]::RotateLeft(1, 33); [math]::Max([byte]1, [long]2).GetType().Name; [double]::Epsilon; [UInt128]::MaxValue.ToString()",
            "64\n-2\n2\nByte\n4.94065645841247E-324\n340282366920938463463374607431768211455\n"
        ),
    ]

    @Test(arguments: collections)
    func collectionsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: sequences)
    func sequencesAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: reflection)
    func reflectionAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: cultures)
    func culturesAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: zones)
    func zonesAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: operators)
    func operatorsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: secretsAndDigests)
    func secretsAndDigestsAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: filesAndAddresses)
    func filesAndAddressesAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }

    @Test(arguments: text)
    func textAnswer(_ one: Case) throws { #expect(try TestShell().output(one.script) == one.shown) }
}
