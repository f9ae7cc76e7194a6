// What the engine offers scripts as statics: `LanguagePrimitives`, `CodeGeneration`, `PSSerializer`, `Platform`; and `Nullable`.

import Runtime
import Scalars

enum PrimitiveMembers {
    private static func plain(_ fullName: String, _ members: @escaping @Sendable () -> MemberTable) -> KnownType {
        KnownType(TypeInfo(fullName, base: .object, isAbstract: true), members: members)
    }
    /// Runs commands that do the same.
    private static func run(_ source: String, _ arguments: [Value], _ session: Session) throws -> Value {
        guard let block = try session.callStatic(.scriptBlock, "Create", [.text(source)], session.scope).asScriptBlock else { return .null }
        do { return try session.call(block, arguments: arguments) } catch let error as ShellError {
            throw MethodFailure(error.record.exception.inner ?? error.record.exception)
        }
    }
    private static func converted(_ value: Value, _ type: Value, _ session: Session) throws -> Value {
        guard let target = type.asType?.value else { throw Refusals.null("resultType") }
        do { return try session.convert(value, to: target) } catch let error as ShellError {
            throw MethodFailure(ExceptionObject("PSInvalidCastException", error.record.message, inner: error.record.exception.inner))
        }
    }

    private static func quoted(_ text: String, doubling marks: Set<Character>, with escape: Character?) -> String {
        var result = ""
        for character in text {
            if marks.contains(character) { result.append(escape ?? character) }
            result.append(character)
        }
        return result
    }
    private static let singles: Set<Character> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]

    static let types: [KnownType] = [
        plain("System.Management.Automation.LanguagePrimitives") {
            let culture = OverloadParameter.of("formatProvider", CultureMembers.provider)
            return MemberTable(staticMethods: [
                Method(
                    "ConvertTo",
                    [
                        Overload([.object("valueToConvert"), .of("resultType", .type)], returns: .object) { _, a, session in try converted(a[0], a[1], session)
                        },
                        Overload([.object("valueToConvert"), .of("resultType", .type), culture], returns: .object) { _, a, session in
                            try converted(a[0], a[1], session)
                        },
                    ],
                    generic: { types in
                        [
                            Overload([.object("valueToConvert")], returns: types[0]) { _, a, session in
                                try converted(a[0], .object(TypeObject(types[0])), session)
                            }
                        ]
                    }),
                Method("TryConvertTo", [.object("valueToConvert"), .of("resultType", .type), .byReference("result", .object)], returns: .bool) {
                    _, a, session in
                    let found = a[1].asType.flatMap { session.converted(a[0], to: $0.value) }
                    try (a[2].object as? ReferenceObject)?.variable.write(found ?? .null, session)
                    return .bool(found != nil)
                },
                Method("IsTrue", [.object("obj")], returns: .bool) { _, a, session in .bool(a[0].isTrue(session)) },
                Method("IsNull", [.object("obj")], returns: .bool) { _, a, _ in .bool(a[0].isNull) },
                Method(
                    "Equals",
                    [
                        Overload([.object("first"), .object("second")], returns: .bool) { _, a, session in
                            .bool(try session.areEqual(a[0], a[1], ignoreCase: false))
                        },
                        Overload([.object("first"), .object("second"), .bool("ignoreCase")], returns: .bool) { _, a, session in
                            .bool(try session.areEqual(a[0], a[1], ignoreCase: a.bool(2)))
                        },
                    ]),
                Method(
                    "Compare",
                    [
                        Overload([.object("first"), .object("second")], returns: .int32) { _, a, session in
                            .int(Int32(try session.compare(a[0], a[1], ignoreCase: false).signum()))
                        },
                        Overload([.object("first"), .object("second"), .bool("ignoreCase")], returns: .int32) { _, a, session in
                            .int(Int32(try session.compare(a[0], a[1], ignoreCase: a.bool(2)).signum()))
                        },
                    ]),
                Method("GetEnumerable", [.object("obj")], returns: .iEnumerable) { _, a, session in
                    guard a[0].asString == nil, a[0].asTable == nil, try session.elements(of: a[0]) != nil else { return .null }
                    return a[0]
                },
                Method("GetEnumerator", [.object("obj")], returns: .iEnumerator) { _, a, session in
                    guard a[0].asString == nil, let elements = try session.elements(of: a[0]) else { return .null }
                    return .object(ForEachEnumerator(elements))
                },
                Method("ConvertTypeNameToPSTypeName", [.text("typeName")], returns: .string) { _, a, session in
                    .text("[" + (session.types.type(named: a.text(0))?.displayName ?? a.text(0)) + "]")
                },
            ])
        },
        plain("System.Management.Automation.Language.CodeGeneration") {
            let value = OverloadParameter.text("value")
            return MemberTable(staticMethods: [
                Method("EscapeSingleQuotedStringContent", [value], returns: .string) { _, a, _ in .text(quoted(a.text(0), doubling: singles, with: nil)) },
                Method("EscapeBlockCommentContent", [value], returns: .string) { _, a, _ in
                    .text(TextSearch.replace(TextSearch.replace(a.text(0), "<#", with: "<`#"), "#>", with: "#`>"))
                },
                Method("EscapeFormatStringContent", [value], returns: .string) { _, a, _ in .text(quoted(a.text(0), doubling: ["{", "}"], with: nil)) },
                Method("EscapeVariableName", [value], returns: .string) { _, a, _ in .text(quoted(a.text(0), doubling: ["{", "}", "`"], with: "`")) },
            ])
        },
        plain("System.Management.Automation.PSSerializer") {
            MemberTable(staticMethods: [
                Method(
                    "Serialize",
                    [
                        Overload([.object("source")], returns: .string) { _, a, session in
                            try run("param($o) ConvertTo-CliXml -InputObject $o -Depth 1", a, session)
                        },
                        Overload([.object("source"), .int("depth")], returns: .string) { _, a, session in
                            try run("param($o, $d) ConvertTo-CliXml -InputObject $o -Depth $d", a, session)
                        },
                    ]),
                Method("Deserialize", [.text("source")], returns: .object) { _, a, session in
                    try run("param($t) ConvertFrom-CliXml -InputObject $t", a, session)
                },
                Method("DeserializeAsList", [.text("source")], returns: .objectArray) { _, a, session in
                    try run("param($t) , @(ConvertFrom-CliXml -InputObject $t)", a, session)
                },
            ])
        },
        plain("System.Management.Automation.Platform") {
            let answers = [
                ("IsLinux", true), ("IsMacOS", false), ("IsWindows", false), ("IsCoreCLR", true), ("IsNanoServer", false), ("IsIoT", false),
                ("IsWindowsDesktop", false),
                ("IsStaSupported", false),
            ]
            return MemberTable(
                staticProperties: answers.map { name, holds in Property(name, .bool, get: { _, _ in .bool(holds) }) },
                staticMethods: [
                    Method("SelectProductNameForDirectory", [.object("dirType")], returns: .string) { _, a, session in
                        let home = session.environment["HOME"] ?? ""
                        func folder(_ variable: String, _ standard: String) -> Value {
                            .text((session.environment[variable].flatMap { $0.isEmpty ? nil : $0 } ?? home + standard) + "/powershell")
                        }
                        switch try a[0].toText(session).uppercased() {
                        case "CONFIG": return folder("XDG_CONFIG_HOME", "/.config")
                        case "CACHE": return folder("XDG_CACHE_HOME", "/.cache")
                        default: return folder("XDG_DATA_HOME", "/.local/share")
                        }
                    }
                ])
        },
        plain("System.Nullable") {
            MemberTable(staticMethods: [
                Method("GetUnderlyingType", [.of("nullableType", .type)], returns: .type) { _, a, _ in
                    guard let type = a[0].asType?.value else { throw Refusals.null("nullableType") }
                    return type.code == .nullable ? type.elementType.map { .object(TypeObject($0)) } ?? .null : .null
                },
                Method("Compare", [.object("n1"), .object("n2")], returns: .int32) { _, a, session in
                    if a[0].isNull || a[1].isNull { return .int(a[0].isNull ? a[1].isNull ? 0 : -1 : 1) }
                    return .int(Int32(try session.compare(a[0], a[1], ignoreCase: false).signum()))
                },
                Method("Equals", [.object("n1"), .object("n2")], returns: .bool) { _, a, _ in
                    .bool(a[0].isNull && a[1].isNull || !a[0].isNull && !a[1].isNull && HashTable.areEqual(a[0], a[1], .ordinal))
                },
            ])
        },
        KnownType(
            TypeInfo.enumeration(
                "System.ConsoleKey",
                EnumerationInfo(
                    [
                        ("Backspace", 8), ("Tab", 9), ("Clear", 12), ("Enter", 13), ("Pause", 19), ("Escape", 27), ("Spacebar", 32), ("PageUp", 33),
                        ("PageDown", 34),
                        ("End", 35), ("Home", 36), ("LeftArrow", 37), ("UpArrow", 38), ("RightArrow", 39), ("DownArrow", 40), ("Select", 41), ("Print", 42),
                        ("Execute", 43), ("PrintScreen", 44), ("Insert", 45), ("Delete", 46), ("Help", 47),
                    ] + (0...9).map { ("D\($0)", Int64(48 + $0)) } + (65...90).map { (String(utf16Unit: UInt16($0)), Int64($0)) }
                        + (0...9).map { ("NumPad\($0)", Int64(96 + $0)) } + [
                            ("Multiply", 106), ("Add", 107), ("Separator", 108), ("Subtract", 109), ("Decimal", 110), ("Divide", 111),
                        ]
                        + (1...24).map { ("F\($0)", Int64(111 + $0)) }))),
        KnownType(TypeInfo.enumeration("System.ConsoleModifiers", EnumerationInfo([("None", 0), ("Alt", 1), ("Shift", 2), ("Control", 4)], isFlags: true))),
        KnownType(TypeInfo.enumeration("System.Globalization.TimeSpanStyles", EnumerationInfo([("None", 0), ("AssumeNegative", 1)], isFlags: true))),
    ]
}
