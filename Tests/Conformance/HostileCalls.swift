// Calls nobody would make: every known member and every command with arguments at the edge of what there is.

import CoreCommands
import Foundation
import Runtime
import TypeSystem

struct HostileCalls {
    private var random: SeededGenerator
    private let lines: [[String]]

    /// - Parameter isSafe: whether a line stays within the folder it runs in.
    init(seed: Int, isSafe: (String) -> Bool) {
        random = SeededGenerator(UInt64(seed))
        var made: [[String]] = []
        for known in KnownTypes.catalogue.types { made.append(HostileCalls.calls(known, &random).filter(isSafe)) }
        for command in CoreCommands.all { made.append(HostileCalls.calls(command, &random).filter(isSafe)) }
        lines = made.filter { !$0.isEmpty }
    }

    /// One program for each type and command.
    var programs: [String] {
        lines.map { HostileCalls.start + $0.map { "try { $r = \($0); \"$r\".Length } catch { } finally { $r = $null }\n" }.joined() }
    }

    /// Writes programs as files, for who wants to run them one by one.
    static func keep(_ programs: [String], in folder: String) {
        for (i, program) in programs.enumerated() {
            do { try program.write(toFile: folder + "/\(i).ps1", atomically: false, encoding: .utf8) } catch { print("\(i) is not kept: \(error)") }
        }
    }

    // MARK: Arguments

    private static let start = """
        $ProgressPreference = 'SilentlyContinue'; $WarningPreference = 'SilentlyContinue'; $ErrorActionPreference = 'SilentlyContinue'
        $self = [object[]]::new(2); $self[0] = $self; $table = @{}; $table.t = $table; $record = [pscustomobject]@{ n = 1 }; $record | Add-Member s $record
        $list = [collections.arraylist]::new(); [void]$list.Add($list)\n
        """
    private static let integers = ["0", "-1", "1", "2", "2147483647", "-2147483648", "65536", "[int]::MaxValue", "255", "400"]
    private static let longs = ["[long]::MaxValue", "[long]::MinValue", "-1", "0", "621355968000000000"]
    private static let fractions = ["[double]::NaN", "[double]::PositiveInfinity", "[double]::MaxValue", "-0.0", "1e-320", "[double]::MinValue", "0.5"]
    private static let texts = [
        "''", "$null", "'a'", "'abc'", "('x' * 100000)", "[string][char]0xD800", "'a' + [char]0xDC00", "\"`0\"", "'{0,'", "'{99999999999}'", "'{0:'", "'('",
        "'[a'", "'(?<'", "'*'", "'%'", "'99999999999999999999'", "'-1'", "'1e400'", "'\u{1F600}'", "' '", "'yyyy-MM-dd'", "'<a'", "'{'", "'{\"a\":'", "'x=y'",
        "'[' * 5000",
    ]
    private static let others = [
        "$null", "@()", "$self", "$table", "$record", "$list", "@{}", "(1, 2, 3)", "[datetime]::MaxValue", "[timespan]::MinValue", "[decimal]::MaxValue",
        "[guid]::Empty", "[char]0xDFFF", "{ throw 'x' }", "{ $_ }", "$true", "[int]", "[void]", "[byte[]](1, 2, 255)", "[bigint]::Pow(10, 400)",
        "[regex]'(a+)+$'",
        "[xml]'<a><b/></a>'", "[uint64]::MaxValue", "[version]'1.2'", "(, $null)", "@($null, 1)", "[ref]$list", "[double]::NaN", "[datetimeoffset]::MinValue",
        "[System.Text.Encoding]::UTF8", "[cultureinfo]'tr-TR'", "[DayOfWeek]::Friday",
    ]

    private static func argument(_ type: TypeInfo, _ random: inout SeededGenerator) -> String {
        if random.next(4) == 0 { return random.pick(others) }
        switch type.code {
        case .string: return random.pick(texts)
        case .int32, .int16, .byte, .sbyte, .uint16, .uint32: return random.pick(integers)
        case .int64, .uint64: return random.pick(longs)
        case .single, .double, .decimal: return random.pick(fractions)
        case .bool, .switchParameter: return random.pick(["$true", "$false", "$null"])
        case .char: return random.pick(["'a'", "[char]0", "[char]0xD800", "'ab'", "''"])
        case .array:
            return random.next(2) == 0
                ? "@(\(argument(type.elementType ?? .object, &random)), \(argument(type.elementType ?? .object, &random)))" : random.pick(others)
        default: return random.pick(random.next(3) == 0 ? texts + integers : others)
        }
    }

    private static func arguments(_ overload: Overload, _ random: inout SeededGenerator) -> String {
        "(" + overload.parameters.map { argument($0.isVariadic ? $0.type.elementType ?? .object : $0.type, &random) }.joined(separator: ", ") + ")"
    }

    // MARK: Types

    /// What makes an object of a type that has no constructor worth calling.
    private static let makers: [String: [String]] = [
        "System.String": ["'abc'", "('x' * 1000)", "''", "[string][char]0xD800"], "System.Array": ["(1, 2, 3)", "$self", "@()"], "System.Char": ["[char]'a'"],
        "System.Int32": ["5"], "System.Double": ["1.5", "[double]::NaN"], "System.DateTime": ["[datetime]::MaxValue", "[datetime]::MinValue"],
        "System.TimeSpan": ["[timespan]::MaxValue"], "System.Collections.ArrayList": ["$list", "[collections.arraylist](1, 2, 3)"],
        "System.Collections.Hashtable": ["$table", "@{ a = 1 }"], "System.Text.StringBuilder": ["[text.stringbuilder]'abc'"],
        "System.Text.RegularExpressions.Regex": ["[regex]'(a+)+$'"], "System.Management.Automation.ScriptBlock": ["{ $_ }"],
        "System.Type": ["[int]", "[void]"],
        "System.Management.Automation.PSObject": ["$record"], "System.Version": ["[version]'1.2'"], "System.Guid": ["[guid]::Empty"],
        "System.Text.Encoding": ["[System.Text.Encoding]::Unicode"], "System.Globalization.CultureInfo": ["[cultureinfo]'de-DE'"],
        "System.Uri": ["[uri]'http://a/b'"],
        "System.Xml.XmlDocument": ["[xml]'<a><b c=\"1\"/></a>'"], "System.Xml.XmlElement": ["([xml]'<a><b/></a>').a"],
        "System.Exception": ["[exception]::new('x')"],
        "System.Random": ["[random]::new(1)"], "System.Numerics.BigInteger": ["[bigint]::Pow(10, 400)"], "System.Decimal": ["[decimal]::MaxValue"],
        "System.Int64": ["[long]::MinValue"], "System.IO.MemoryStream": ["[io.memorystream]::new()"], "System.Management.Automation.ErrorRecord": ["$error[0]"],
    ]

    private static func calls(_ known: KnownType, _ random: inout SeededGenerator) -> [String] {
        let name = "[\(known.type.fullName)]", table = known.members()
        var lines: [String] = []
        for property in table.staticProperties { lines.append("\(name)::\(property.name)") }
        for method in table.staticMethods {
            for overload in method.overloads { for _ in 0..<2 { lines.append("\(name)::\(method.name)\(arguments(overload, &random))") } }
        }
        var targets = makers[known.type.fullName] ?? []
        for overload in table.constructors {
            let made = "\(name)::new\(arguments(overload, &random))"
            lines.append(made)
            targets.append(made)
        }
        for _ in 0..<4 { lines.append("\(name)\(random.pick(others + texts + integers))") }
        if targets.isEmpty { return lines }
        for property in table.properties {
            lines.append("(\(random.pick(targets))).\(property.name)")
            if property.set != nil {
                lines.append("& { $t = \(random.pick(targets)); $t.\(property.name) = \(argument(property.type, &random)); $t.\(property.name) }")
            }
        }
        for method in table.methods {
            for overload in method.overloads { for _ in 0..<2 { lines.append("(\(random.pick(targets))).\(method.name)\(arguments(overload, &random))") } }
        }
        for operation in ["+", "-", "*", "-eq", "-lt", "-f", "-join", "-contains", "-replace", "-split", "-band", "-as"] {
            lines.append("(\(random.pick(targets))) \(operation) (\(random.pick(others)))")
        }
        for _ in 0..<2 {
            lines.append("(\(random.pick(targets)))[\(random.pick(integers + others))]")
            lines.append(
                "(\(random.pick(targets)) | \(random.pick(["Out-String", "ConvertTo-Json -Depth 3", "Format-List * | Out-String", "Sort-Object", "Get-Member"])))"
            )
        }
        return lines
    }

    // MARK: Commands

    private static func calls(_ command: any Command.Type, _ random: inout SeededGenerator) -> [String] {
        let parameters = command.declaration.parameters.parameters
        return (0..<8).map { _ in
            var line = random.next(2) == 0 ? "\(random.pick(others)) | " : ""
            line += command.name
            for _ in 0..<random.next(4) where !parameters.isEmpty {
                let parameter = random.pick(parameters)
                line += parameter.type.code == .switchParameter ? " -\(parameter.name)" : " -\(parameter.name) (\(argument(parameter.type, &random)))"
            }
            return line + " 3>&1"
        }
    }
}
