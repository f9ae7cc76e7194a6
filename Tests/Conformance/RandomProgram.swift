// Programs nobody would write: made from the grammar, or from recorded scripts with lines and tokens moved.

import Diagnostics
import Syntax

/// A small generator of its own, so that a failure comes back with its seed.
struct SeededGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return bound > 0 ? Int(state % UInt64(bound)) : 0
    }
    mutating func pick<T>(_ list: [T]) -> T { list[next(list.count)] }
}

struct RandomProgram {
    private var random: SeededGenerator
    init(seed: Int) { random = SeededGenerator(UInt64(seed)) }

    // MARK: Pieces

    private static let numbers = [
        "0", "1", "-1", "2", "3", "7", "255", "256", "65535", "65536", "2147483647", "-2147483648", "2147483648", "9223372036854775807", "-9223372036854775808",
        "[long]::MinValue", "[int]::MinValue", "[uint64]::MaxValue", "[decimal]::MaxValue", "[double]::NaN", "[double]::PositiveInfinity", "[double]::MaxValue",
        "1.5",
        "-0.0", "1e308", "1e-320", "1d", "0.1d", "1l", "5kb", "3gb", "0xFF", "0xFFFFFFFFFFFFFFFF", "0b101", "12n", "99999999999999999999n", "1y", "1us", "1ul",
    ]
    private static let texts = [
        "''", "'a'", "'abc'", "'12'", "' 3 '", "'x,y,z'", "'true'", "'2020-02-29'", "'10:20'", "'99999999999'", "'é\u{1F600}'", "'{0}'", "'{0,99:N2}'",
        "'[a-z]+'", "'(a|b)*c'",
        "'*'", "'a*[b'", "'('", "'\\'", "'$1'", "\"`0`n`t\"", "\"$a $($b)\"", "\"$(1..3)\"", "\"${a}:$a\"", "@'\nhere\n'@", "@\"\n$a\n\"@", "'1.2.3.4'",
        "'<a><b/></a>'",
        "'{\"a\":[1,null]}'", "'AQID'",
    ]
    private static let others = [
        "$null", "$true", "$false", "@()", "@(1)", "@(1,2,3)", "@{}", "@{a=1;b=@(2)}", "[ordered]@{x=1}", "[pscustomobject]@{p=1;q='z'}", "(Get-Date 0)",
        "[timespan]::MaxValue",
        "[timespan]::MinValue", "[datetime]::MinValue", "[datetime]::MaxValue", "[guid]::Empty", "[char]'a'", "[char]0xD800", "{ $_ }", "{ throw 'x' }",
        "[version]'1.2'", "[int]",
        "[string]", "[byte[]](1,2,255)", "[int[]](3,1,2)", "[System.Collections.ArrayList](1,2)", "[System.Collections.Generic.List[int]](1,2)", "[regex]'a+'",
        "[xml]'<a b=\"1\">t</a>'",
        "[uri]'http://a/b?c#d'", "[System.Text.StringBuilder]'abc'", "[bigint]5", "[ipaddress]'127.0.0.1'", "[DayOfWeek]::Friday", "[switch]$true",
        "[dateonly]::MinValue",
        "[timeonly]::MaxValue", "[datetimeoffset]::MinValue", "$a", "$b", "$c", "$_", "$args", "$error", "$h", "$o", "$k",
        "[System.Collections.Generic.Dictionary[string,int]]::new()", "[System.Collections.Generic.HashSet[int]](1,2)", "[System.Collections.Queue]::new()",
        "[System.Collections.Stack]::new()", "[System.Collections.BitArray]::new(3)", "[mailaddress]'a@b.c'", "[System.Text.Encoding]::UTF8",
        "[cultureinfo]'de-DE'",
    ]
    private static let binary = [
        "+", "-", "*", "/", "%", "..", "-eq", "-ne", "-lt", "-gt", "-le", "-ge", "-ceq", "-ilt", "-like", "-notlike", "-match", "-notmatch", "-cmatch",
        "-replace", "-creplace", "-split",
        "-join", "-f", "-is", "-isnot", "-as", "-in", "-notin", "-contains", "-notcontains", "-and", "-or", "-xor", "-band", "-bor", "-bxor", "-shl", "-shr",
        "??", ",",
    ]
    private static let unary = ["-", "+", "!", "-not ", "-bnot ", "-split ", "-join ", ", ", "++", "--"]
    private static let types = [
        "int", "long", "byte", "sbyte", "int16", "uint16", "uint32", "uint64", "single", "double", "decimal", "bigint", "string", "char", "bool", "datetime",
        "timespan", "guid", "version",
        "uri", "xml", "regex", "scriptblock", "type", "array", "hashtable", "ordered", "pscustomobject", "psobject", "switch", "ipaddress", "mailaddress",
        "cultureinfo", "int[]", "string[]",
        "char[]", "byte[]", "object[]", "System.Collections.ArrayList", "System.Collections.Generic.List[string]", "System.Collections.Generic.HashSet[object]",
        "semver", "dateonly",
        "timeonly", "datetimeoffset", "DayOfWeek", "ref", "nullable[int]", "int[,]", "System.Text.StringBuilder", "math", "convert", "bitconverter",
        "System.Linq.Enumerable", "void",
        "System.IO.Path", "random", "System.Collections.Queue", "System.Collections.Stack", "System.Collections.SortedList", "System.Collections.BitArray",
        "System.Text.Encoding",
        "System.Collections.Generic.LinkedList[int]", "System.Collections.Generic.SortedDictionary[string,int]", "exception", "System.Text.Rune", "K", "E",
    ]
    private static let commands = [
        "% { $_ }", "% { $_; $_ }", "? { $_ -gt 1 }", "? p -eq 1", "% ToString", "% Length", "sort", "sort -Descending -Unique", "sort { $_ } -Top 2",
        "select -First 2", "select -Last 1",
        "select -Skip 1", "select p, q", "select @{n='n';e={$_}}", "select -Unique", "select -ExpandProperty p", "group", "group p -AsHashTable", "measure",
        "measure -Sum -Average -Maximum",
        "measure -Line -Word", "Out-String", "Out-String -Width 9", "Out-Null", "ft", "ft * -Wrap", "fl *", "fw -Column 3", "fc",
        "ConvertTo-Json -Depth 4 -WarningAction Ignore", "ConvertTo-Csv", "ConvertFrom-Csv",
        "ConvertFrom-Json", "ConvertTo-Xml -As String", "ConvertTo-Html", "Get-Member", "Get-Unique", "Tee-Object -Variable c", "Add-Member z 1 -PassThru",
        "Select-String a", "Join-String -Separator ';'",
        "ConvertFrom-StringData", "Write-Output", "Write-Host", "Compare-Object (1,2)", "Get-Random -SetSeed 1", "New-TimeSpan", "ConvertTo-CliXml",
        "Format-Hex",
    ]
    private static let members = [
        "Length", "Count", "Keys", "Values", "Name", "p", "q", "psobject", "psobject.Properties", "Ticks", "Date", "Year", "TotalDays", "Major", "Parent",
        "Exception", "Message", "Capacity",
        "DocumentElement", "Item", "Key", "IsArray", "FullName", "BaseType", "x", "a",
    ]
    private static let methods = [
        "ToString", "Equals", "CompareTo", "GetType", "GetHashCode", "Substring", "Remove", "Insert", "Replace", "Split", "PadLeft", "PadRight", "IndexOf",
        "LastIndexOf", "IndexOfAny",
        "Trim", "TrimEnd", "StartsWith", "EndsWith", "Contains", "ToCharArray", "ToUpper", "Add", "AddDays", "AddMonths", "AddYears", "AddTicks", "AddHours",
        "Subtract", "Clear", "RemoveAt",
        "RemoveRange", "GetRange", "InsertRange", "Reverse", "Sort", "CopyTo", "Clone", "GetValue", "SetValue", "ContainsKey", "ForEach", "Where", "Invoke",
        "Matches", "Match", "Parse",
        "Append", "AppendFormat", "Get", "Set", "Negate", "Duration", "Multiply", "Divide", "ToArray", "Enqueue", "Dequeue", "Push", "Pop", "Peek",
        "GetEnumerator", "AddRange", "FindIndex",
        "BinarySearch", "new", "Copy", "ToInt32", "ToInt64", "ToByte", "ToString", "FromTicks", "FromDays", "Abs", "Round", "Pow", "Max", "Min", "Floor",
        "DivRem", "Log", "Sqrt", "Clamp",
        "Format", "Join", "Concat", "IsNullOrEmpty", "Compare", "CompareOrdinal", "Range", "Repeat", "ToBase64String", "FromBase64String", "GetBytes",
        "GetString", "ConvertFromUtf32",
        "IsLetter", "TryParse", "ParseExact", "DaysInMonth", "FromOADate", "FromFileTime", "FromBinary", "CreateInstance", "Resize", "Fill", "IndexOf",
        "Combine", "GetFileName", "Escape",
        "Sum", "Next", "NextBytes", "FromUnixTimeSeconds", "ToOADate", "ToFileTime", "ToUniversalTime", "GetElementsByTagName", "SelectNodes", "AppendChild",
        "CreateElement", "m", "GetNewClosure",
    ]

    // MARK: Expressions

    private mutating func leaf() -> String {
        switch random.next(5) {
        case 0, 1: return random.pick(Self.numbers)
        case 2: return random.pick(Self.texts)
        default: return random.pick(Self.others)
        }
    }

    /// - Parameter depth: how many more expressions may stand inside this one.
    private mutating func expression(_ depth: Int) -> String {
        if depth <= 0 { return leaf() }
        let inner = depth - 1
        switch random.next(17) {
        case 0, 1, 2: return "(\(expression(inner)) \(random.pick(Self.binary)) \(expression(inner)))"
        case 3: return "(\(random.pick(Self.unary))\(expression(inner)))"
        case 4: return "([\(random.pick(Self.types))]\(expression(inner)))"
        case 5, 6: return "(\(expression(inner))).\(random.pick(Self.methods))(\(arguments(inner)))"
        case 7, 8: return "[\(random.pick(Self.types))]::\(random.pick(Self.methods))(\(arguments(inner)))"
        case 9: return "(\(expression(inner)))\(random.pick(["", "?"]))[\(arguments(inner))]"
        case 10: return "(\(expression(inner))).\(random.pick(Self.members))"
        case 11: return "(\(pipeline(inner)))"
        case 12: return "\"<$(\(pipeline(inner)))>\""
        case 13: return "@(\(expression(inner)); \(expression(inner)))"
        case 14: return "@{ x = \(expression(inner)); \(leaf()) = \(leaf()) }"
        case 15: return "(\(expression(inner)) ? \(leaf()) : \(expression(inner)))"
        default: return leaf()
        }
    }

    private mutating func arguments(_ depth: Int) -> String { (0..<random.next(4)).map { _ in expression(min(depth, 1)) }.joined(separator: ", ") }

    private mutating func pipeline(_ depth: Int) -> String {
        (["\(expression(depth))"] + (0...random.next(2)).map { _ in random.pick(Self.commands) }).joined(separator: " | ")
    }

    private mutating func body(_ depth: Int) -> String { (0...random.next(2)).map { _ in statement(depth - 1) }.joined(separator: "; ") }

    private mutating func statement(_ depth: Int) -> String {
        let value = expression(2)
        if depth <= 0 { return value }
        switch random.next(22) {
        case 0, 1: return "$\(random.pick(["a", "b", "c"])) \(random.pick(["=", "+=", "-=", "*=", "/=", "%=", "??="])) \(value)"
        case 2: return "if (\(value)) { \(body(depth)) } else { \(body(depth)) }"
        case 3: return "foreach ($a in @(\(value)) | select -First 5) { \(body(depth)); \(random.pick(["", "break", "continue"])) }"
        case 4: return "for ($i = 0; $i -lt 3; $i++) { \(body(depth)) }"
        case 5: return "$n = 0; do { \(body(depth)) } while (++$n -lt 3)"
        case 6: return "try { \(body(depth)) } catch { \(body(depth)) } finally { \(body(depth)) }"
        case 7: return "& { trap { \(body(depth)); continue } \(body(depth)); throw \(leaf()) }"
        case 8:
            return
                "switch \(random.pick(["", "-Regex", "-Wildcard", "-CaseSensitive"])) (\(value)) { \(leaf()) { \(body(depth)) } { $_ } { break } default { \(leaf()) } }"
        case 9:
            return
                "function f { \(random.pick(["", "param($x, [int]$y = 1) ", "[CmdletBinding()]param([Parameter(ValueFromPipeline)]$x) "]))\(body(depth)) }; f \(leaf())"
        case 10: return "& { param(\(random.pick(["", "[\(random.pick(Self.types))]"]))$x, $y) \(body(depth)) } \(leaf()) \(leaf())"
        case 11: return pipeline(2)
        case 12: return "$s = @{ InputObject = \(leaf()) }; Write-Output @s"
        case 13: return "\(value) \(random.pick(["> out.txt", ">> out.txt", "2>&1", "*> $null", "2> err.txt"]))"
        case 14: return "(\(value)).\(random.pick(Self.members)) = \(leaf())"
        case 15: return "$\(random.pick(["a", "h", "o", "c"]))[\(leaf())] = \(value)"
        case 16: return "$k.\(random.pick(["p", "q", "m"]))\(random.pick(["", " = \(leaf())", "(\(leaf()))"]))"
        case 17: return "$a, $b, $c = \(value)"
        case 18: return "[\(random.pick(Self.types))]$t = \(value)"
        case 19: return "$\(random.pick(["a", "b", "i"]))\(random.pick(["++", "--"]))"
        case 20: return "\(random.pick(["f", "f -x", ". f", "& $b", "Invoke-Expression", "New-Object", "Get-Variable"])) \(leaf())"
        default: return value
        }
    }

    mutating func fromGrammar() -> String {
        let start = [
            "$a = 1; $b = 'text'; $c = @(1, 'two', 3.0); $h = @{ a = 1 }; $o = [pscustomobject]@{ p = 1; q = 'z' }", "$ProgressPreference = 'SilentlyContinue'",
            "enum E { one; two = 5 }", "class K { [int]$p; [object]$q = $this; [object] m($x) { return $x } [string] ToString() { return 'K' } }",
            "$k = [K]::new()",
        ]
        return (start + (0...9).map { _ in statement(3) }).joined(separator: "\n") + "\n"
    }

    // MARK: Recorded scripts

    mutating func mutated(_ scripts: [String]) -> String {
        var lines = random.pick(scripts).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let other = random.pick(scripts).split(separator: "\n").map(String.init)
        for _ in 0...random.next(5) where lines.count > 1 {
            let place = random.next(lines.count)
            switch random.next(6) {
            case 0: lines.remove(at: place)
            case 1: lines.swapAt(place, random.next(lines.count))
            case 2: lines.insert(lines[random.next(lines.count)], at: place)
            case 3 where !other.isEmpty: lines.insert(random.pick(other), at: place)
            default: lines[place] = withTokensMoved(lines[place])
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func withTokensMoved(_ line: String) -> String {
        var bytes = Array(line.utf8)
        let tokens = parse(SourceText(bytes: bytes)).tokens.filter { Int($0.range.end) <= bytes.count && !$0.range.isEmpty }
        guard !tokens.isEmpty else { return line }
        let token = random.pick(tokens), range = Int(token.range.start)..<Int(token.range.end)
        switch random.next(3) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.replaceSubrange(range, with: Array(leaf().utf8))
        default:
            let source = random.pick(tokens)
            bytes.replaceSubrange(range, with: Array(bytes[Int(source.range.start)..<Int(source.range.end)]))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
