// `$Host`, its user interface and the screen behind it.

import Runtime
import Scalars

/// `$Host.UI`.
final class HostInterface: Box, @unchecked Sendable {
    let screen = HostScreen()
    override var type: TypeInfo { HostInterface.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Internal.Host.InternalHostUserInterface", base: .object)
}

/// `$Host.UI.RawUI`: what a script sets is remembered; the title goes to the terminal.
final class HostScreen: Box, @unchecked Sendable {
    var title = ""
    var foreground: Int64 = -1
    var background: Int64 = -1
    override var type: TypeInfo { HostScreen.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Internal.Host.InternalHostRawUserInterface", base: .object)
}

/// A pair of numbers: `Size` and `Coordinates`.
final class ScreenPair: Box, @unchecked Sendable {
    let first: Int32, second: Int32
    private let ownType: TypeInfo
    init(_ first: Int32, _ second: Int32, _ type: TypeInfo) { self.first = first; self.second = second; ownType = type }
    override var type: TypeInfo { ownType }
    override func describe(_ session: Session) throws -> String { "\(first),\(second)" }
    override func isEqual(to other: Object) -> Bool {
        (other as? ScreenPair).map { $0.ownType === ownType && $0.first == first && $0.second == second } ?? false
    }
    static let size = TypeInfo("System.Management.Automation.Host.Size", base: .valueType, isValueType: true)
    static let coordinates = TypeInfo("System.Management.Automation.Host.Coordinates", base: .valueType, isValueType: true)

    static func known(_ type: TypeInfo, _ names: (String, String)) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: [
                    Property(names.0, .int32, get: { t, _ in .int((t.object as? ScreenPair)?.first ?? 0) }),
                    Property(names.1, .int32, get: { t, _ in .int((t.object as? ScreenPair)?.second ?? 0) }),
                ],
                constructors: [
                    Overload([.int(names.0.lowercased()), .int(names.1.lowercased())], returns: type) { _, a, _ in
                        .object(ScreenPair(Int32(truncatingIfNeeded: a.int(0)), Int32(truncatingIfNeeded: a.int(1)), type))
                    }
                ])
        }
    }
}

/// One answer that `PromptForChoice` offers: `&` stands before the letter that chooses it.
final class ChoiceObject: Box, @unchecked Sendable {
    let label: String
    var help: String
    init(_ label: String, _ help: String) { self.label = label; self.help = help }
    override var type: TypeInfo { ChoiceObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Host.ChoiceDescription", base: .object)
    var letter: String {
        guard let mark = label.firstIndex(of: "&"), label.index(after: mark) < label.endIndex else { return "" }
        return String(label[label.index(after: mark)]).uppercased()
    }
    var plain: String { label.filter { $0 != "&" } }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Label", .string, get: { t, _ in .text((t.object as? ChoiceObject)?.label ?? "") }),
                Property(
                    "HelpMessage", .string, get: { t, _ in .text((t.object as? ChoiceObject)?.help ?? "") },
                    set: { t, value, session in (t.object as? ChoiceObject)?.help = try value.toText(session) }),
            ],
            constructors: [
                Overload([.text("label")], returns: typeInfo) { _, a, _ in .object(ChoiceObject(a.text(0), "")) },
                Overload([.text("label"), .text("helpMessage")], returns: typeInfo) { _, a, _ in .object(ChoiceObject(a.text(0), a.text(1))) },
            ], convert: { value, _ in value.asString.map { .object(ChoiceObject($0, "")) } })
    }
}

/// `ProgressRecord`: how far an activity has come.
final class ProgressObject: Box, @unchecked Sendable {
    private let id: Int32
    private var activity: String, status: String, operation = "", percent: Int32 = -1, seconds: Int32 = -1, parent: Int32 = -1, stage: Int64 = 0
    init(_ id: Int32, _ activity: String, _ status: String) {
        self.id = id
        self.activity = activity
        self.status = status
    }
    override var type: TypeInfo { ProgressObject.typeInfo }
    override func describe(_ session: Session) throws -> String {
        "parent = \(parent) id = \(id) act = \(activity) stat = \(status) cur = \(operation) pct = \(percent) sec = \(seconds) type = \(stage == 0 ? "Processing" : "Completed")"
    }
    static let typeInfo = TypeInfo("System.Management.Automation.ProgressRecord", base: .object)
    static let kinds = TypeInfo.names("System.Management.Automation.ProgressRecordType", ["Processing", "Completed"])

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) throws -> ProgressObject {
            guard let record = value.object as? ProgressObject else { throw Refusals.null("this") }
            return record
        }
        func text(_ name: String, _ place: ReferenceWritableKeyPath<ProgressObject, String> & Sendable) -> Property {
            Property(
                name, .string, get: { t, _ in .text(try own(t)[keyPath: place]) },
                set: { t, value, session in try own(t)[keyPath: place] = value.toText(session) })
        }
        func number(_ name: String, _ place: ReferenceWritableKeyPath<ProgressObject, Int32> & Sendable, most: Int64 = .max) -> Property {
            Property(
                name, .int32, get: { t, _ in .int(try own(t)[keyPath: place]) },
                set: { t, value, _ in
                    let new = value.asInt64 ?? 0
                    if new > most { throw Refusals.outOfRange("value", "Cannot process argument because the value of argument \"value\" is out of range.") }
                    try own(t)[keyPath: place] = Int32(truncatingIfNeeded: new)
                })
        }
        return MemberTable(
            properties: [
                Property("ActivityId", .int32, get: { t, _ in .int(try own(t).id) }), number("ParentActivityId", \.parent), text("Activity", \.activity),
                text("StatusDescription", \.status), text("CurrentOperation", \.operation), number("PercentComplete", \.percent, most: 100),
                number("SecondsRemaining", \.seconds),
                Property(
                    "RecordType", kinds, get: { t, _ in .object(EnumerationObject(kinds, try own(t).stage)) },
                    set: { t, value, session in try own(t).stage = session.convert(value, to: kinds).asEnumeration?.rawValue ?? 0 }),
            ],
            constructors: [
                Overload([.int("activityId"), .text("activity"), .text("statusDescription")], returns: typeInfo) { _, a, _ in
                    .object(ProgressObject(Int32(truncatingIfNeeded: a.int(0)), a.text(1), a.text(2)))
                }
            ])
    }
}

enum HostMembers {
    static let types: [KnownType] = [
        KnownType(HostObject.typeInfo, members: host), KnownType(HostInterface.typeInfo, members: interface), KnownType(HostScreen.typeInfo, members: screen),
        ChoiceObject.known, HostColors.known, ScreenPair.known(ScreenPair.size, ("Width", "Height")), ScreenPair.known(ScreenPair.coordinates, ("X", "Y")),
        ProgressObject.known, KnownType(ProgressObject.kinds),
    ]

    private static func interface(_ session: Session) -> HostInterface { session.attachment(HostInterface.self) { HostInterface() } }

    @Sendable private static func host() -> MemberTable {
        MemberTable(
            properties: [
                Property("Name", .string, get: { _, _ in "ConsoleHost" }),
                Property(
                    "Version", VersionObject.typeInfo,
                    // The version is a constant that can be read; the text stands in where it is not one.
                    get: { _, _ in (try? NetVersion.parse(Version.language)).map { .object(VersionObject($0)) } ?? .text(Version.language) }),
                Property("InstanceId", GuidObject.typeInfo, get: { _, session in session.attachment(HostIdentity.self) { HostIdentity() }.value }),
                Property("UI", HostInterface.typeInfo, get: { _, session in .object(interface(session)) }),
                Property("CurrentCulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) }),
                Property("CurrentUICulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) }),
                Property("Runspace", RunspaceObject.base, get: { _, session in .object(RunspaceObject.of(session)) }),
                Property("PrivateData", .object, get: { _, session in .object(session.attachment(HostColors.self) { HostColors() }) }),
                Property("IsRunspacePushed", .bool, get: { _, _ in false }), Property("DebuggerEnabled", .bool, get: { _, _ in true }),
            ],
            methods: [
                Method("SetShouldExit", [.int("exitCode")]) { _, a, _ in throw Interrupt.exit(Int32(truncatingIfNeeded: a.int(0))) },
                Method("ToString", returns: .string) { _, _, _ in "System.Management.Automation.Internal.Host.InternalHost" },
            ])
    }

    /// The overloads of a method that writes text, in colours or without.
    private static func writing(_ name: String, end: String) -> Method {
        let color = MomentTypes.consoleColor
        return Method(
            name,
            [
                Overload([.text("value")], returns: .void) { _, a, session in
                    session.host.write(a.text(0) + end)
                    return .nothing
                },
                Overload([.of("foregroundColor", color), .of("backgroundColor", color), .text("value")], returns: .void) { _, a, session in
                    session.host.write(a.text(2) + end)
                    return .nothing
                },
            ]
                + (end.isEmpty
                    ? []
                    : [
                        Overload(returns: .void) { _, _, session in
                            session.host.write(end)
                            return .nothing
                        }
                    ]))
    }
    private static func message(_ name: String, _ mark: String) -> Method {
        Method(name, [.text("message")]) { _, a, session in
            session.host.write(mark + a.text(0) + "\n")
            return .nothing
        }
    }

    private static func line(_ prompt: String, isSecret: Bool, _ session: Session) throws -> String {
        session.host.flush()
        guard let line = session.host.readLine(prompt: prompt, isSecret: isSecret) else {
            throw Refusals.invalid("There is nobody to ask and no input to read: standard input is at its end.")
        }
        return line
    }

    /// The number of the answer a person gives; the default for an empty one.
    private static func choose(_ a: [Value], _ session: Session) throws -> Value {
        let choices = a.values(2).compactMap { $0.object as? ChoiceObject }
        let standard = a.int(3)
        if choices.isEmpty { throw Refusals.argument("The value of the \"choices\" argument must have elements, but has none.") }
        guard standard >= -1, standard < choices.count else {
            throw Refusals.outOfRange("defaultChoice", "The default must be one of the choices, but is \(standard).")
        }
        if !a.text(0).isEmpty { session.host.write("\n\(a.text(0))\n") }
        if !a.text(1).isEmpty { session.host.write(a.text(1) + "\n") }
        let offered = choices.map { $0.letter.isEmpty ? $0.plain : "[\($0.letter)] \($0.plain)" }.joined(separator: "  ")
        let ending =
            standard >= 0
            ? "  [?] Help (default is \"\(choices[standard].letter.isEmpty ? choices[standard].plain : choices[standard].letter)\"): " : "  [?] Help: "
        while true {
            let answer = try line(offered + ending, isSecret: false, session).withoutSpaceAround
            if answer.isEmpty, standard >= 0 { return .int(Int32(standard)) }
            if answer == "?" {
                for choice in choices { session.host.write("\(choice.letter.isEmpty ? choice.plain : choice.letter) - \(choice.help)\n") }
                continue
            }
            if let place = choices.firstIndex(where: { $0.letter.equalsIgnoringCase(answer) || $0.plain.equalsIgnoringCase(answer) }) {
                return .int(Int32(place))
            }
        }
    }

    @Sendable private static func interface() -> MemberTable {
        MemberTable(
            properties: [
                Property("RawUI", HostScreen.typeInfo, get: { _, session in .object(interface(session).screen) }),
                Property("SupportsVirtualTerminal", .bool, get: { _, session in .bool(session.host.usesColor) }),
            ],
            methods: [
                writing("Write", end: ""), writing("WriteLine", end: "\n"), message("WriteWarningLine", "WARNING: "), message("WriteVerboseLine", "VERBOSE: "),
                message("WriteDebugLine", "DEBUG: "),
                Method("WriteErrorLine", [.text("value")]) { _, a, session in
                    session.host.flush()
                    session.host.writeError(a.text(0) + "\n")
                    return .nothing
                },
                Method("WriteProgress", [.long("sourceId"), .object("record")]) { _, _, _ in .nothing },
                Method("ReadLine", returns: .string) { _, _, session in .text(try line("", isSecret: false, session)) },
                Method("ReadLineAsSecureString", returns: SecretObject.typeInfo) { _, _, session in
                    .object(SecretObject(try line("", isSecret: true, session)))
                },
                Method(
                    "PromptForChoice",
                    [.text("caption"), .text("message"), .of("choices", ChoiceObject.typeInfo.arrayType()), .int("defaultChoice")], returns: .int32
                ) { _, a, session in try choose(a, session) },
            ])
    }

    @Sendable private static func screen() -> MemberTable {
        @Sendable func size(_ session: Session) -> Value {
            .object(ScreenPair(Int32(session.host.width), Int32(session.host.height ?? 24), ScreenPair.size))
        }
        func color(
            _ name: String, _ read: @escaping @Sendable (HostScreen) -> Int64, _ write: @escaping @Sendable (HostScreen, Int64) -> Void
        ) -> Property {
            Property(
                name, MomentTypes.consoleColor,
                get: { t, _ in .object(EnumerationObject(MomentTypes.consoleColor, (t.object as? HostScreen).map(read) ?? -1)) },
                set: { t, value, session in
                    let number = try session.convert(value, to: MomentTypes.consoleColor).asEnumeration?.rawValue ?? -1
                    if let screen = t.object as? HostScreen { write(screen, number) }
                })
        }
        return MemberTable(
            properties: [
                color("ForegroundColor", { $0.foreground }, { $0.foreground = $1 }), color("BackgroundColor", { $0.background }, { $0.background = $1 }),
                Property("CursorPosition", ScreenPair.coordinates, get: { _, _ in .object(ScreenPair(0, 0, ScreenPair.coordinates)) }),
                Property("BufferSize", ScreenPair.size, get: { _, session in size(session) }),
                Property("WindowSize", ScreenPair.size, get: { _, session in size(session) }),
                Property("MaxWindowSize", ScreenPair.size, get: { _, session in size(session) }),
                Property("MaxPhysicalWindowSize", ScreenPair.size, get: { _, session in size(session) }),
                Property(
                    "WindowTitle", .string, get: { t, _ in .text((t.object as? HostScreen)?.title ?? "") },
                    set: { t, value, session in
                        let text = try value.toText(session)
                        (t.object as? HostScreen)?.title = text
                        if session.host.usesColor { session.host.write("\u{1B}]0;\(text)\u{7}") }
                    }),
                Property("KeyAvailable", .bool, get: { _, _ in false }),
            ],
            // Nothing waits there: lines are read when somebody asks for one.
            methods: [Method("FlushInputBuffer") { _, _, _ in .nothing }])
    }
}

/// One identity for the life of a session.
private final class HostIdentity {
    let value = Value.object(GuidObject.random())
}

extension String {
    /// Blanks at both ends are no part of an answer.
    fileprivate var withoutSpaceAround: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
