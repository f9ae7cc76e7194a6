// Parts of `[powershell]`: its commands and its streams.

import Runtime

/// `Commands`: the pipelines that have been put together so far.
final class CommandsObject: Box, @unchecked Sendable {
    let owner: PowerShellObject
    init(_ owner: PowerShellObject) { self.owner = owner }
    override var type: TypeInfo { CommandsObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSCommand", base: .object)

    private static func described(_ element: PowerShellObject.Element, _ session: Session) -> Value {
        let named = element.parameters.map { session.record([("Name", .text($0.0)), ("Value", $0.1 ?? .true)]) }
        let plain = element.arguments.map { session.record([("Name", .null), ("Value", $0)]) }
        return session.record(
            [
                ("Parameters", .object(ListObject(named + plain, type: Intrinsics.collectionType))), ("CommandText", .text(element.text)),
                ("IsScript", .bool(element.isScript)), ("UseLocalScope", .bool(element.usesLocalScope)),
                ("CommandOrigin", "Runspace"), ("IsEndOfStatement", .false),
            ], typeName: "System.Management.Automation.Runspaces.Command")
    }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> CommandsObject {
            guard let object = value.object as? CommandsObject else { throw Refusals.null("this") }
            return object
        }
        /// The same as on the object itself, but with the commands as the result.
        func forwarded(_ name: String, _ parameters: [OverloadParameter]) -> Overload {
            Overload(parameters, returns: typeInfo) { t, a, session in
                _ = try session.call(.object(try own(t).owner), name, a, session.global)
                return t
            }
        }
        return MemberTable(
            properties: [
                Property(
                    "Commands", .object,
                    get: { t, session in
                        .object(ListObject(try own(t).owner.statements.flatMap { $0 }.map { described($0, session) }, type: Intrinsics.collectionType))
                    })
            ],
            methods: [
                Method("Clear") { t, _, _ in
                    try own(t).owner.clear()
                    return .nothing
                },
                Method("Clone", returns: typeInfo) { t, _, session in
                    let made = PowerShellObject(session, inCurrent: false)
                    made.take(try own(t).owner)
                    return .object(CommandsObject(made))
                },
                Method("AddScript", [forwarded("AddScript", [.text("script")]), forwarded("AddScript", [.text("script"), .bool("useLocalScope")])]),
                Method("AddCommand", [forwarded("AddCommand", [.text("command")])]),
                Method("AddArgument", [forwarded("AddArgument", [.object("value")])]),
                Method(
                    "AddParameter",
                    [forwarded("AddParameter", [.text("parameterName")]), forwarded("AddParameter", [.text("parameterName"), .object("value")])]),
                Method("AddStatement", [forwarded("AddStatement", [])]),
            ], constructors: [Overload(returns: typeInfo) { _, _, session in .object(CommandsObject(PowerShellObject(session, inCurrent: false))) }])
    }
}

/// `Streams`: what commands wrote beside their output.
final class StreamsObject: Box, @unchecked Sendable {
    let owner: PowerShellObject
    init(_ owner: PowerShellObject) { self.owner = owner }
    override var type: TypeInfo { StreamsObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSDataStreams", base: .object)

    @Sendable static func table() -> MemberTable {
        MemberTable(
            properties: PowerShellObject.streamNames.map { name in
                Property(name, .object, get: { t, _ in (t.object as? StreamsObject)?.owner.streams[name].map { .object($0) } ?? .null })
            },
            methods: [
                Method("ClearStreams") { t, _, _ in
                    for list in (t.object as? StreamsObject)?.owner.streams.values.map({ $0 }) ?? [] { list.elements = [] }
                    return .nothing
                }
            ])
    }
}
