// `$Host`, its `UI` and `RawUI`: the terminal as scripts ask for it.

import Glibc
import Runtime
import Scalars

/// `$Host.UI` and `$Host.UI.RawUI`.
private final class HostPart: Box, @unchecked Sendable {
    private let partType: TypeInfo
    init(_ type: TypeInfo) { partType = type }
    override var type: TypeInfo { partType }
    override func isEqual(to other: Object) -> Bool { (other as? HostPart)?.partType === partType }
}

/// A width with a height, or a place on the screen.
private final class ScreenPair: Box, @unchecked Sendable {
    var first: Int32
    var second: Int32
    private let pairType: TypeInfo
    init(_ first: Int, _ second: Int, _ type: TypeInfo) {
        self.first = Int32(clamping: first)
        self.second = Int32(clamping: second)
        pairType = type
    }
    override var type: TypeInfo { pairType }
    override func describe(_ session: Session) throws -> String { "\(first),\(second)" }
    override func isEqual(to other: Object) -> Bool {
        (other as? ScreenPair).map { $0.pairType === pairType && $0.first == first && $0.second == second } ?? false
    }
    override var equalityHash: Int { Int(first) &* 31 &+ Int(second) }
    static func own(_ value: Value) throws -> ScreenPair {
        guard let pair = value.object as? ScreenPair else { throw Refusals.null("this") }
        return pair
    }
}

enum HostMembers {
    private static let ui = TypeInfo("System.Management.Automation.Internal.Host.InternalHostUserInterface", base: .object)
    private static let raw = TypeInfo("System.Management.Automation.Internal.Host.InternalHostRawUserInterface", base: .object)
    private static let size = TypeInfo("System.Management.Automation.Host.Size", base: .valueType, isValueType: true)
    private static let place = TypeInfo("System.Management.Automation.Host.Coordinates", base: .valueType, isValueType: true)

    private static func pair(_ type: TypeInfo, _ names: (String, String)) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: [
                    Property(
                        names.0, .int32, get: { t, _ in .int(try ScreenPair.own(t).first) },
                        set: { t, value, _ in try ScreenPair.own(t).first = Int32(clamping: value.asInt64 ?? 0) }),
                    Property(
                        names.1, .int32, get: { t, _ in .int(try ScreenPair.own(t).second) },
                        set: { t, value, _ in try ScreenPair.own(t).second = Int32(clamping: value.asInt64 ?? 0) }),
                ],
                constructors: [
                    Overload(returns: type) { _, _, _ in .object(ScreenPair(0, 0, type)) },
                    Overload([.int(names.0.lowercased()), .int(names.1.lowercased())], returns: type) { _, a, _ in .object(ScreenPair(a.int(0), a.int(1), type))
                    },
                ])
        }
    }
    private static func screen(_ session: Session) -> Value {
        var found = winsize()
        let height = ioctl(1, UInt(TIOCGWINSZ), &found) == 0 && found.ws_row > 0 ? Int(found.ws_row) : 24
        return .object(ScreenPair(session.host.width, height, size))
    }
    /// What a program can only ask its terminal to change is not changed here.
    private static func shown(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (Session) -> Value) -> Property {
        Property(name, type, get: { _, session in read(session) }, set: { _, _, _ in })
    }
    private static func line(_ name: String, _ mark: String, isError: Bool = false) -> Method {
        Method(name, [.text("value")]) { _, a, session in
            if isError { session.host.writeError(mark + a.text(0) + "\n") } else { session.host.write(mark + a.text(0) + "\n") }
            return .nothing
        }
    }

    static let types: [KnownType] = [
        KnownType(HostObject.typeInfo) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { _, _ in "ConsoleHost" }),
                    Property(
                        "Version", VersionObject.typeInfo,
                        get: { _, _ in (try? NetVersion.parse(Version.language)).map { .object(VersionObject($0)) } ?? .text(Version.language) }),
                    Property("InstanceId", GuidObject.typeInfo, get: { _, session in .object(session.attachment(GuidObject.self) { GuidObject.random() }) }),
                    Property("UI", ui, get: { _, _ in .object(HostPart(ui)) }),
                    Property("CurrentCulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) }),
                    Property("CurrentUICulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) }),
                    Property("IsRunspacePushed", .bool, get: { _, _ in .false }),
                ], methods: [Method("ToString", returns: .string) { _, _, _ in .text(HostObject.typeInfo.fullName) }])
        },
        KnownType(ui) {
            let colors = [OverloadParameter.of("foregroundColor", MomentTypes.consoleColor), .of("backgroundColor", MomentTypes.consoleColor)]
            func writing(_ name: String, _ ending: String) -> Method {
                Method(
                    name,
                    (ending.isEmpty
                        ? []
                        : [
                            Overload { _, _, session in
                                session.host.write(ending)
                                return .nothing
                            }
                        ]) + [
                            Overload([.text("value")]) { _, a, session in
                                session.host.write(a.text(0) + ending)
                                return .nothing
                            },
                            Overload(colors + [.text("value")]) { _, a, session in
                                session.host.write(a.text(2) + ending)
                                return .nothing
                            },
                        ])
            }
            return MemberTable(
                properties: [
                    Property("RawUI", raw, get: { _, _ in .object(HostPart(raw)) }),
                    Property("SupportsVirtualTerminal", .bool, get: { _, session in .bool(session.host.usesColor) }),
                ],
                methods: [
                    writing("Write", ""), writing("WriteLine", "\n"), line("WriteErrorLine", "", isError: true), line("WriteWarningLine", "WARNING: "),
                    line("WriteVerboseLine", "VERBOSE: "), line("WriteDebugLine", "DEBUG: "),
                    Method("ReadLine", returns: .string) { _, _, session in session.host.readLine(prompt: "", isSecret: false).map { .text($0) } ?? .null },
                ])
        },
        KnownType(raw) {
            MemberTable(properties: [
                shown("ForegroundColor", MomentTypes.consoleColor) { _ in .object(EnumerationObject(MomentTypes.consoleColor, -1)) },
                shown("BackgroundColor", MomentTypes.consoleColor) { _ in .object(EnumerationObject(MomentTypes.consoleColor, -1)) },
                shown("CursorPosition", place) { _ in .object(ScreenPair(0, 0, place)) },
                shown("WindowPosition", place) { _ in .object(ScreenPair(0, 0, place)) },
                shown("CursorSize", .int32) { _ in .int(100) }, shown("BufferSize", size, screen), shown("WindowSize", size, screen),
                Property("MaxWindowSize", size, get: { _, session in screen(session) }),
                Property("MaxPhysicalWindowSize", size, get: { _, session in screen(session) }),
                Property("KeyAvailable", .bool, get: { _, _ in .false }), shown("WindowTitle", .string) { _ in "" },
            ])
        },
        pair(size, ("Width", "Height")), pair(place, ("X", "Y")),
    ]
}
