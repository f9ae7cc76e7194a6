// `$PSStyle`: the escapes that colour text, and how the shell colours its own.

import Runtime

enum StyleMembers {
    private static func part(_ name: String) -> TypeInfo { TypeInfo("System.Management.Automation.PSStyle+\(name)", base: .object) }
    private static let foreground = part("ForegroundColor")
    private static let background = part("BackgroundColor")
    private static let formatting = part("FormattingData")
    private static let progress = part("ProgressConfiguration")
    private static let files = part("FileInfoFormatting")
    private static let rendering = TypeInfo.names("System.Management.Automation.OutputRendering", ["Host", "PlainText", "Ansi"])
    private static let progressView = TypeInfo.names("System.Management.Automation.ProgressView", ["Minimal", "Classic"])

    private static func own(_ value: Value) throws -> StyleObject {
        guard let own = value.object as? StyleObject else { throw Refusals.null("this") }
        return own
    }
    private static func escape(_ codes: String) -> Value { .text("\u{1B}[\(codes)m") }

    /// An escape that cannot be changed.
    private static func fixed(_ name: String, _ codes: String) -> Property { Property(name, .string, get: { _, _ in escape(codes) }) }
    private static func setting(_ name: String, _ type: TypeInfo, _ standard: Value) -> Property {
        Property(
            name, type, get: { t, _ in try own(t).values[name] ?? standard },
            set: { t, value, session in try own(t).values[name] = try session.convert(value, to: type) })
    }
    private static func style(_ name: String, _ codes: String) -> Property { setting(name, .string, escape(codes)) }
    private static func group(_ name: String, _ type: TypeInfo) -> Property {
        Property(
            name, type,
            get: { t, _ in
                let style = try own(t)
                if let known = style.values[name] { return known }
                let made = Value.object(StyleObject(style.isColored, type: type))
                style.values[name] = made
                return made
            })
    }

    private static let colors = ["Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"]
    private static func palette(_ type: TypeInfo, _ base: Int, wide: Int) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: colors.enumerated().flatMap { i, name in [fixed(name, "\(base + i)"), fixed("Bright" + name, "\(base + 60 + i)")] },
                methods: [
                    Method(
                        "FromRgb",
                        [
                            Overload([.of("red", .byte), .of("green", .byte), .of("blue", .byte)], returns: .string) { _, a, _ in
                                escape("\(wide);2;\(a.int(0));\(a.int(1));\(a.int(2))")
                            },
                            Overload([.int("rgb")], returns: .string) { _, a, _ in
                                escape("\(wide);2;\(a.int(0) >> 16 & 255);\(a.int(0) >> 8 & 255);\(a.int(0) & 255)")
                            },
                        ])
                ])
        }
    }

    static let types: [KnownType] = [
        KnownType(rendering), KnownType(progressView), palette(foreground, 30, wide: 38), palette(background, 40, wide: 48),
        KnownType(formatting) {
            MemberTable(properties: [
                style("FormatAccent", "32;1"), style("TableHeader", "32;1"), style("CustomTableHeaderLabel", "32;1;3"), style("ErrorAccent", "36;1"),
                style("Error", "31;1"), style("Warning", "33;1"), style("Verbose", "33;1"), style("Debug", "33;1"), style("FeedbackName", "33"),
                style("FeedbackText", "96"), style("FeedbackAction", "97"),
            ])
        },
        KnownType(progress) {
            MemberTable(properties: [
                style("Style", "33;1"), setting("MaxWidth", .int32, 120), setting("View", progressView, .object(EnumerationObject(progressView, 0))),
                setting("UseOSCIndicator", .bool, false),
            ])
        },
        KnownType(files) {
            MemberTable(properties: [style("Directory", "44;1"), style("SymbolicLink", "36;1"), style("Executable", "32;1")])
        },
        KnownType(StyleObject.typeInfo) {
            MemberTable(
                properties: [
                    fixed("Reset", "0"), fixed("BlinkOff", "25"), fixed("Blink", "5"), fixed("BoldOff", "22"), fixed("Bold", "1"), fixed("DimOff", "22"),
                    fixed("Dim", "2"), fixed("Hidden", "8"), fixed("HiddenOff", "28"), fixed("Reverse", "7"), fixed("ReverseOff", "27"),
                    fixed("ItalicOff", "23"), fixed("Italic", "3"), fixed("UnderlineOff", "24"), fixed("Underline", "4"), fixed("StrikethroughOff", "29"),
                    fixed("Strikethrough", "9"),
                    Property(
                        "OutputRendering", rendering,
                        get: { t, _ in try own(t).values["OutputRendering"] ?? .object(EnumerationObject(rendering, try own(t).isColored ? 0 : 1)) },
                        set: { t, value, session in try own(t).values["OutputRendering"] = try session.convert(value, to: rendering) }),
                    group("Formatting", formatting), group("Progress", progress), group("FileInfo", files), group("Foreground", foreground),
                    group("Background", background),
                ],
                methods: [
                    Method("FormatHyperlink", [.text("text"), .of("link", .object)], returns: .string) { _, a, session in
                        .text("\u{1B}]8;;\(try a[1].toText(session))\u{1B}\\\(a.text(0))\u{1B}]8;;\u{1B}\\")
                    }
                ])
        },
    ]
}
