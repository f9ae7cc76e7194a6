// `$Host.PrivateData`: the colours of messages. What a script sets is remembered; what is shown follows `$PSStyle`.

import Runtime

final class HostColors: Box, @unchecked Sendable {
    private var chosen: [String: Value] = [:]
    override var type: TypeInfo { HostColors.typeInfo }
    static let typeInfo = TypeInfo("Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy", base: .object)

    /// With the numbers of `ConsoleColor` a session starts with.
    private static let names: [(String, Int64)] = [
        ("FormatAccentColor", 10), ("ErrorAccentColor", 11), ("ErrorForegroundColor", 12), ("ErrorBackgroundColor", 0), ("WarningForegroundColor", 14),
        ("WarningBackgroundColor", 0), ("DebugForegroundColor", 14), ("DebugBackgroundColor", 0), ("VerboseForegroundColor", 14),
        ("VerboseBackgroundColor", 0), ("ProgressForegroundColor", 0), ("ProgressBackgroundColor", 14),
    ]

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: names.map { name, number in
                Property(
                    name, MomentTypes.consoleColor,
                    get: { t, _ in (t.object as? HostColors)?.chosen[name] ?? .object(EnumerationObject(MomentTypes.consoleColor, number)) },
                    set: { t, value, _ in (t.object as? HostColors)?.chosen[name] = value })
            })
    }
}
