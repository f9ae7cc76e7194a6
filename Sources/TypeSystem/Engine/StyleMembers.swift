// `$PSStyle`: the escape sequences of the terminal by name, and what the shell writes in which of them.

import Runtime
import Scalars

/// One group of `$PSStyle`: `Foreground`, `Background`, `Formatting`, `Progress`, `FileInfo`.
private final class StyleGroup: Box, @unchecked Sendable {
    let name: String
    let owner: StyleObject
    private let groupType: TypeInfo
    init(_ name: String, _ owner: StyleObject, _ type: TypeInfo) {
        self.name = name
        self.owner = owner
        groupType = type
    }
    override var type: TypeInfo { groupType }
}

enum StyleMembers {
    private static let rendering = TypeInfo.names("System.Management.Automation.OutputRendering", ["Host", "PlainText", "Ansi"])
    private static let views = TypeInfo.names("System.Management.Automation.ProgressView", ["Minimal", "Classic"])
    private static func nested(_ name: String) -> TypeInfo { TypeInfo("System.Management.Automation.PSStyle+\(name)", base: .object) }
    private static let foreground = nested("ForegroundColor"), background = nested("BackgroundColor"), formatting = nested("FormattingData"),
        progress = nested("ProgressConfiguration"), files = nested("FileInfoFormatting")

    private static func escape(_ codes: String) -> String { "\u{1B}[" + codes + "m" }
    private static let plain: [(String, String)] = [
        ("Reset", "0"), ("BlinkOff", "25"), ("Blink", "5"), ("BoldOff", "22"), ("Bold", "1"), ("DimOff", "22"), ("Dim", "2"), ("Hidden", "8"),
        ("HiddenOff", "28"),
        ("Reverse", "7"), ("ReverseOff", "27"), ("ItalicOff", "23"), ("Italic", "3"), ("UnderlineOff", "24"), ("Underline", "4"), ("StrikethroughOff", "29"),
        ("Strikethrough", "9"),
    ]
    private static let colors: [(String, Int)] = [
        ("Black", 30), ("BrightBlack", 90), ("White", 37), ("BrightWhite", 97), ("Red", 31), ("BrightRed", 91), ("Magenta", 35), ("BrightMagenta", 95),
        ("Blue", 34),
        ("BrightBlue", 94), ("Cyan", 36), ("BrightCyan", 96), ("Green", 32), ("BrightGreen", 92), ("Yellow", 33), ("BrightYellow", 93),
    ]
    /// The console's sixteen colours, as their own codes.
    private static let console = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97]

    private static func style(_ value: Value) throws -> StyleObject {
        guard let style = value.object as? StyleObject ?? (value.object as? StyleGroup)?.owner else { throw Refusals.null("this") }
        return style
    }
    /// What a script may change; it must be a sequence of escapes.
    private static func setting(_ group: String, _ name: String, _ codes: String) -> Property {
        let key = group + "." + name
        return Property(
            name, .string, get: { t, _ in try style(t).changed[key] ?? .text(escape(codes)) },
            set: { t, value, session in
                let text = value.isNull ? "" : try value.toText(session)
                guard text.isEmpty || text.hasPrefix("\u{1B}[") && text.hasSuffix("m") else {
                    throw Refusals.argument("The specified string contains printable content when it should only contain ANSI escape sequences: \(text)")
                }
                try style(t).changed[key] = .text(text)
            })
    }
    private static func kept(_ group: String, _ name: String, _ type: TypeInfo, _ standard: @escaping @Sendable (StyleObject) -> Value) -> Property {
        let key = group + "." + name
        return Property(
            name, type, get: { t, _ in try style(t).changed[key] ?? standard(style(t)) },
            set: { t, value, session in try style(t).changed[key] = session.convert(value, to: type) })
    }
    private static func part(_ name: String, _ type: TypeInfo) -> Property {
        Property(name, type, get: { t, _ in .object(StyleGroup(name, try style(t), type)) })
    }
    private static func byte(_ value: Int) throws -> Int {
        guard (0...255).contains(value) else { throw Refusals.outOfRange("rgb", "Specified argument was out of the range of valid values.") }
        return value
    }
    private static func palette(_ type: TypeInfo, offset: Int) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: colors.map { name, code in Property(name, .string, get: { _, _ in .text(escape(String(code + offset))) }) },
                methods: [
                    Method(
                        "FromRgb",
                        [
                            Overload([.of("red", .byte), .of("green", .byte), .of("blue", .byte)], returns: .string) { _, a, _ in
                                .text(escape("\(38 + offset);2;\(try byte(a.int(0)));\(try byte(a.int(1)));\(try byte(a.int(2)))"))
                            },
                            Overload([.int("rgb")], returns: .string) { _, a, _ in
                                .text(escape("\(38 + offset);2;\(a.int(0) >> 16 & 255);\(a.int(0) >> 8 & 255);\(a.int(0) & 255)"))
                            },
                        ]),
                    Method("FromConsoleColor", [.of("color", MomentTypes.consoleColor)], returns: .string) { _, a, _ in
                        .text(escape(String(console[Int(a.enumeration(0)) & 15] + offset)))
                    },
                ])
        }
    }

    static let types: [KnownType] = [
        KnownType(rendering), KnownType(views), palette(foreground, offset: 0), palette(background, offset: 10),
        KnownType(formatting) {
            MemberTable(
                properties: [
                    ("FormatAccent", "32;1"), ("TableHeader", "32;1"), ("CustomTableHeaderLabel", "32;1;3"), ("ErrorAccent", "36;1"), ("Error", "31;1"),
                    ("Warning", "33;1"), ("Verbose", "33;1"), ("Debug", "33;1"), ("FeedbackName", "33"), ("FeedbackText", "96"), ("FeedbackAction", "97"),
                ].map { setting("Formatting", $0.0, $0.1) })
        },
        KnownType(progress) {
            MemberTable(properties: [
                setting("Progress", "Style", "33;1"), kept("Progress", "MaxWidth", .int32) { _ in .int(120) },
                kept("Progress", "View", views) { _ in .object(EnumerationObject(views, 0)) }, kept("Progress", "UseOSCIndicator", .bool) { _ in .false },
            ])
        },
        KnownType(files) {
            MemberTable(properties: [
                setting("FileInfo", "Directory", "44;1"), setting("FileInfo", "SymbolicLink", "36;1"), setting("FileInfo", "Executable", "32;1"),
                Property(
                    "Extension", .hashtable,
                    get: { t, _ in
                        if let known = try style(t).changed["FileInfo.Extension"] { return known }
                        let archives = [".zip", ".tgz", ".gz", ".tar", ".nupkg", ".cab", ".7z"].map { ($0, "31;1") }
                        let scripts = [".ps1", ".psd1", ".psm1", ".ps1xml"].map { ($0, "33;1") }
                        let made = Value.object(TableObject(ordered: (archives + scripts).map { ($0.0, .text(escape($0.1))) }, type: .hashtable))
                        try style(t).changed["FileInfo.Extension"] = made
                        return made
                    }),
            ])
        },
        KnownType(StyleObject.typeInfo) {
            let color = OverloadParameter.of("foregroundColor", MomentTypes.consoleColor),
                behind = OverloadParameter.of("backgroundColor", MomentTypes.consoleColor)
            return MemberTable(
                properties: plain.map { name, code in Property(name, .string, get: { _, _ in .text(escape(code)) }) } + [
                    kept("", "OutputRendering", rendering) { .object(EnumerationObject(rendering, $0.isPlain ? 1 : 0)) }, part("Formatting", formatting),
                    part("Progress", progress), part("FileInfo", files), part("Foreground", foreground), part("Background", background),
                ],
                methods: [
                    Method("FormatHyperlink", [.text("text"), .of("link", UriObject.typeInfo)], returns: .string) { _, a, session in
                        .text("\u{1B}]8;;\(try a[1].toText(session))\u{1B}\\\(a.text(0))\u{1B}]8;;\u{1B}\\")
                    }
                ],
                staticMethods: [
                    Method("MapForegroundColorToEscapeSequence", [color], returns: .string) { _, a, _ in
                        .text(escape(String(console[Int(a.enumeration(0)) & 15])))
                    },
                    Method("MapBackgroundColorToEscapeSequence", [behind], returns: .string) { _, a, _ in
                        .text(escape(String(console[Int(a.enumeration(0)) & 15] + 10)))
                    },
                    Method("MapColorPairToEscapeSequence", [color, behind], returns: .string) { _, a, _ in
                        .text(escape("\(console[Int(a.enumeration(0)) & 15]);\(console[Int(a.enumeration(1)) & 15] + 10)"))
                    },
                ])
        },
    ]
}
