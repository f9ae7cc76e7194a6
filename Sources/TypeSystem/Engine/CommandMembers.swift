// Commands and their parameters as objects: what `Get-Command` gives; and `$PSCmdlet`.

import Runtime
import Scalars

/// `ParameterMetadata`: a parameter of a command.
public final class ParameterObject: Box, @unchecked Sendable {
    public let parameter: ParameterInfo
    public init(_ parameter: ParameterInfo) { self.parameter = parameter }
    public override var type: TypeInfo { ParameterObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.ParameterMetadata", base: .object)
}

/// `CommandParameterSetInfo`: the parameters that can be used together.
final class ParameterSetObject: Box, @unchecked Sendable {
    let name: String
    let parameters: ParameterTable
    init(_ name: String, _ parameters: ParameterTable) {
        self.name = name
        self.parameters = parameters
    }
    override var type: TypeInfo { ParameterSetObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CommandParameterSetInfo", base: .object)
    static let parameterType = TypeInfo("System.Management.Automation.CommandParameterInfo", base: .object)
    private var set: String? { parameters.setNames.isEmpty ? nil : name }
    override func describe(_ session: Session) throws -> String { session.syntaxText(parameters, set) }

    /// A parameter as it is in this set.
    final class Member: Box, @unchecked Sendable {
        let info: ParameterInfo
        let owner: ParameterSetObject
        init(_ info: ParameterInfo, _ owner: ParameterSetObject) {
            self.info = info
            self.owner = owner
        }
        override var type: TypeInfo { ParameterSetObject.parameterType }
        override func describe(_ session: Session) throws -> String { info.name }
        var place: ParameterPlace { info.place(in: owner.set) ?? ParameterPlace() }
    }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) -> ParameterSetObject? { value.object as? ParameterSetObject }
        return MemberTable(properties: [
            Property("Name", .string, get: { t, _ in own(t).map { .text($0.name) } ?? .null }),
            Property(
                "IsDefault", .bool,
                get: { t, _ in
                    guard let set = own(t) else { return false }
                    return .bool(set.parameters.defaultSet?.equalsIgnoringCase(set.name) ?? set.parameters.setNames.isEmpty)
                }),
            Property(
                "Parameters", .object,
                get: { t, _ in
                    guard let set = own(t) else { return .null }
                    let members = set.parameters.parameters.filter { $0.places.isEmpty || $0.place(in: set.set) != nil }
                    return .object(ListObject(members.map { .object(Member($0, set)) }, type: Intrinsics.collectionType))
                }),
        ])
    }

    @Sendable static func parameters() -> MemberTable {
        @Sendable func own(_ value: Value) -> Member? { value.object as? Member }
        @Sendable func flag(_ name: String, _ read: @escaping @Sendable (ParameterPlace) -> Bool) -> Property {
            Property(name, .bool, get: { t, _ in .bool(own(t).map { read($0.place) } ?? false) })
        }
        return MemberTable(properties: [
            Property("Name", .string, get: { t, _ in own(t).map { .text($0.info.name) } ?? .null }),
            Property("ParameterType", .type, get: { t, _ in own(t).map { .object(TypeObject($0.info.type)) } ?? .null }),
            flag("IsMandatory") { $0.isMandatory },
            Property("IsDynamic", .bool, get: { t, _ in .bool(own(t)?.info.isDynamic ?? false) }),
            Property(
                "Position", .int32,
                get: { t, _ in
                    .int(own(t).flatMap { member in member.owner.parameters.position(of: member.info, in: member.owner.set).map { Int32($0) } } ?? .min)
                }),
            flag("ValueFromPipeline") { $0.takesPipeline }, flag("ValueFromPipelineByPropertyName") { $0.takesPipelineByName },
            flag("ValueFromRemainingArguments") { $0.takesRemaining },
            Property("HelpMessage", .string, get: { t, _ in own(t)?.place.helpMessage.map { .text($0) } ?? "" }),
            Property("Aliases", .object, get: { t, _ in .strings(own(t)?.info.aliases ?? []) }),
            Property("Attributes", .object, get: { t, _ in .array(own(t)?.info.attributes ?? []) }),
        ])
    }
}

public enum CommandMembers {
    public static let kinds = TypeInfo.enumeration(
        "System.Management.Automation.CommandTypes",
        EnumerationInfo(
            [
                ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32), ("Script", 64),
                ("Configuration", 256), ("All", 383),
            ], isFlags: true))
    private static func command(_ value: Value) -> CommandInfo? { value.object as? CommandInfo }

    /// The dictionary of parameters by name.
    private static func parameters(_ value: Value, _ session: Session) -> Value {
        guard let table = resolved(command(value), session).flatMap({ session.parameters(of: $0) }) else { return .null }
        return .object(TableObject(ordered: table.parameters.map { ($0.name, .object(ParameterObject($0))) }, type: parameterTable))
    }
    private static let parameterTable = TypeInfo(
        "System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.ParameterMetadata]]", base: .object, interfaces: [.iDictionary],
        code: .dictionary, genericArguments: [.string, ParameterObject.typeInfo])

    private static func resolved(_ command: CommandInfo?, _ session: Session) -> CommandInfo? {
        guard let alias = command as? AliasInfo else { return command }
        return session.findCommand(alias.definition).flatMap { $0 === alias ? nil : resolved($0, session) }
    }

    private static func definition(_ value: Value, _ session: Session) -> String {
        switch command(value) {
        case let function as FunctionInfo: function.block.body
        case let alias as AliasInfo: alias.definition
        case let script as ScriptInfo: script.path
        case let program as ApplicationInfo: program.path
        case let cmdlet?: syntax(of: cmdlet, session)
        case nil: ""
        }
    }

    /// How a command is called, one line for each parameter set.
    private static func syntax(of command: CommandInfo, _ session: Session) -> String {
        guard let table = session.parameters(of: command), let describe = session.describeSyntax else { return command.name }
        let sets: [String?] = table.setNames.isEmpty ? [nil] : table.setNames
        return sets.map { "\n\(command.name) \(describe(table, $0))\n" }.joined()
    }

    private static func part(_ value: Value, verb: Bool) -> Value {
        guard let name = command(value)?.name, let dash = name.firstIndex(of: "-") else { return "" }
        return .text(String(verb ? name[..<dash] : name[name.index(after: dash)...]))
    }

    private static func sets(_ value: Value, _ session: Session) -> Value {
        guard let table = resolved(command(value), session).flatMap({ session.parameters(of: $0) }) else { return .array([]) }
        let names: [String] = table.setNames.isEmpty ? ["__AllParameterSets"] : table.setNames
        return .array(names.map { name in .object(ParameterSetObject(name, table)) })
    }

    static let types: [KnownType] =
        [
            KnownType(CommandInfo.baseType) {
                MemberTable(
                    properties: [
                        Property("Name", .string, get: { t, _ in .text(command(t)?.name ?? "") }),
                        Property("CommandType", kinds, get: { t, _ in .object(EnumerationObject(kinds, Int64(command(t)?.commandKind.rawValue ?? 0))) }),
                        Property("Definition", .string, get: { t, session in .text(definition(t, session)) }),
                        Property("ModuleName", .string, get: { t, _ in .text(command(t)?.moduleName ?? "") }),
                        Property("Source", .string, get: { t, _ in .text(source(command(t))) }),
                        Property("Module", .object, get: { t, _ in (command(t) as? FunctionInfo)?.module.map { .object($0) } ?? .null }),
                        Property(
                            "Version", .object,
                            get: { t, _ in
                                if command(t) is CmdletInfo { return .object(VersionObject(NetVersion(major: 7, minor: 0, build: 0, revision: 0))) }
                                let module = (command(t) as? FunctionInfo)?.module ?? (command(t) as? AliasInfo)?.module
                                return module.map { .object(VersionObject($0.version)) } ?? .null
                            }),
                        Property("Visibility", .string, get: { _, _ in "Public" }),
                        Property("Parameters", .object, get: { t, session in parameters(t, session) }),
                        Property("ParameterSets", .object, get: { t, session in sets(t, session) }),
                        Property(
                            "DefaultParameterSet", .string,
                            get: { t, session in resolved(command(t), session)?.parameters?.defaultSet.map { .text($0) } ?? .null }),
                        Property(
                            "ImplementingType", .object,
                            get: { t, _ in
                                (command(t) as? CmdletInfo).map { .object(TypeObject(TypeInfo($0.errorSource, base: Invocation.cmdletType))) } ?? .null
                            }),
                        Property("Verb", .string, get: { t, _ in part(t, verb: true) }), Property("Noun", .string, get: { t, _ in part(t, verb: false) }),
                        Property("HelpFile", .string, get: { _, _ in "" }), Property("HelpUri", .string, get: { _, _ in "" }),
                        Property(
                            "OutputType", .object,
                            get: { t, session in
                                .array(
                                    outputs(command(t)).map { name in
                                        session.record(
                                            [("Name", .text(name)), ("Type", session.findType(name).map { .object(TypeObject($0)) } ?? .null)],
                                            typeName: "System.Management.Automation.PSTypeName")
                                    })
                            }), Property("ScriptBlock", .scriptBlock, get: { t, _ in block(command(t)).map { .object($0) } ?? .null }),
                        Property("CmdletBinding", .bool, get: { t, _ in .bool(command(t)?.parameters?.isAdvanced ?? false) }),
                        Property(
                            "Options", PSObjectTable.variableOptions,
                            get: { t, _ in
                                .object(
                                    EnumerationObject(
                                        PSObjectTable.variableOptions,
                                        Int64(((command(t) as? AliasInfo)?.options ?? (command(t) as? FunctionInfo)?.options ?? []).rawValue)))
                            }),
                        Property(
                            "Description", .string,
                            get: { t, _ in .text((command(t) as? AliasInfo)?.describedAs ?? (command(t) as? FunctionInfo)?.describedAs ?? "") }),
                        Property("DisplayName", .string, get: { t, _ in (command(t) as? AliasInfo).map { .text("\($0.name) -> \($0.definition)") } ?? .null }),
                        Property(
                            "ResolvedCommand", .object,
                            get: { t, session in (command(t) as? AliasInfo).flatMap { resolved($0, session) }.map { .object($0) } ?? .null }),
                        Property(
                            "ReferencedCommand", .object,
                            get: { t, session in (command(t) as? AliasInfo).flatMap { session.findCommand($0.definition) }.map { .object($0) } ?? .null }),
                        Property(
                            "ResolvedCommandName", .string,
                            get: { t, session in (command(t) as? AliasInfo).flatMap { resolved($0, session) }.map { .text($0.name) } ?? .null }),
                        Property(
                            "Path", .string,
                            get: { t, _ in
                                (command(t) as? ApplicationInfo).map { .text($0.path) } ?? (command(t) as? ScriptInfo).map { .text($0.path) } ?? .null
                            }),
                        Property(
                            "Extension", .string, get: { t, _ in (command(t) as? ApplicationInfo).map { .text(PathMembers.pathExtension($0.path)) } ?? .null }),
                    ],
                    methods: [
                        Method("ToString", returns: .string) { t, _, _ in .text(command(t)?.name ?? "") },
                        Method("ResolveParameter", [.text("name")], returns: ParameterObject.typeInfo) { t, a, session in
                            let found = resolved(command(t), session)?.parameters?.candidates(for: a.text(0)) ?? []
                            guard let first = found.first else {
                                throw MethodFailure(
                                    "System.Management.Automation.ParameterBindingException",
                                    "A parameter cannot be found that matches parameter name '\(a.text(0))'.")
                            }
                            return .object(ParameterObject(first))
                        },
                    ])
            },
            KnownType(kinds), KnownType(CmdletInfo.typeInfo), KnownType(FunctionInfo.typeInfo), KnownType(FunctionInfo.filterType),
            KnownType(AliasInfo.typeInfo),
            KnownType(ApplicationInfo.typeInfo), KnownType(ScriptInfo.typeInfo),
            KnownType(ParameterObject.typeInfo) {
                @Sendable func own(_ value: Value) -> ParameterInfo? { (value.object as? ParameterObject)?.parameter }
                return MemberTable(properties: [
                    Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                    Property("ParameterType", .type, get: { t, _ in .object(TypeObject(own(t)?.type ?? .object)) }),
                    Property("SwitchParameter", .bool, get: { t, _ in .bool(own(t)?.isSwitch ?? false) }),
                    Property("Aliases", .object, get: { t, _ in .object(ListObject((own(t)?.aliases ?? []).map { .text($0) }, type: .list(of: .string))) }),
                    Property("IsDynamic", .bool, get: { t, _ in .bool(own(t)?.isDynamic ?? false) }),
                    Property("Attributes", .object, get: { t, _ in .object(ListObject(own(t)?.attributes ?? [], type: DynamicParameter.attributeList)) }),
                    Property(
                        "ParameterSets", .object,
                        get: { t, session in
                            .object(
                                TableObject(
                                    ordered: (own(t)?.places ?? []).map {
                                        (
                                            $0.set ?? "__AllParameterSets",
                                            session.record([
                                                ("IsMandatory", .bool($0.isMandatory)), ("Position", .int(Int32($0.position ?? Int(Int32.min)))),
                                                ("ValueFromPipeline", .bool($0.takesPipeline)),
                                            ])
                                        )
                                    }))
                        }),
                    Property("IsMandatory", .bool, get: { t, _ in .bool(own(t)?.places.contains { $0.isMandatory } ?? false) }),
                    Property("Position", .int32, get: { t, _ in .int(Int32(own(t)?.places.first?.position ?? Int(Int32.min))) }),
                    Property("ValueFromPipeline", .bool, get: { t, _ in .bool(own(t)?.places.contains { $0.takesPipeline } ?? false) }),
                ])
            },
            KnownType(ParameterSetObject.typeInfo, members: ParameterSetObject.table),
            KnownType(ParameterSetObject.parameterType, members: ParameterSetObject.parameters),
            KnownType(parameterTable) {
                MemberTable(
                    properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.plainOrder),
                    methods: TableMembers.methods(key: .string, value: .object, isGeneric: true))
            },
            KnownType(Scope.boundParametersType) { MemberTable() },
            KnownType(Invocation.typeInfo, members: CmdletMembers.table), KnownType(CommandRuntimeObject.typeInfo, members: CmdletMembers.table),
            KnownType(Invocation.cmdletType) {
                func names(_ name: String, _ names: [String]) -> Property {
                    Property(name, .object, get: { _, _ in .object(ListObject(names.map { .text($0) }, type: .list(of: .string))) })
                }
                return MemberTable(staticProperties: [
                    names("CommonParameters", CommonParameters.names),
                    names("OptionalCommonParameters", CommonParameters.shouldProcessNames + ["UseTransaction"]),
                ])
            },
        ] + AttributeMembers.types

    private static func source(_ command: CommandInfo?) -> String {
        switch command {
        case let program as ApplicationInfo: program.path
        case let script as ScriptInfo: script.path
        default: command?.moduleName ?? ""
        }
    }
    private static func outputs(_ command: CommandInfo?) -> [String] {
        if let cmdlet = command as? CmdletInfo { return cmdlet.declaration.outputTypes }
        return block(command)?.outputTypeNames ?? []
    }
    private static func block(_ command: CommandInfo?) -> ScriptBlock? { command?.code }
}

/// `$PSCmdlet.CommandRuntime`.
final class CommandRuntimeObject: Box, @unchecked Sendable {
    let run: Invocation
    init(_ run: Invocation) { self.run = run }
    override var type: TypeInfo { CommandRuntimeObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.MshCommandRuntime", base: .object)
    override func describe(_ session: Session) throws -> String { run.command.name }
}

/// `$PSCmdlet`.
enum CmdletMembers {
    private static func run(_ value: Value) throws -> Invocation {
        if let run = value.object as? Invocation ?? (value.object as? CommandRuntimeObject)?.run { return run }
        throw Refusals.null("this")
    }

    @Sendable static func table() -> MemberTable {
        let target = OverloadParameter.text("target"), action = OverloadParameter.text("action")
        return MemberTable(
            properties: [
                Property("ParameterSetName", .string, get: { t, _ in .text(try run(t).parameterSet) }),
                Property("MyInvocation", InvocationInfo.typeInfo, get: { t, _ in .object(try run(t).info) }),
                Property("SessionState", .object, get: { t, _ in .object(SessionStateObject(try run(t).scope.stateScope)) }),
                Property("InvokeCommand", .object, get: { t, _ in .object(CommandIntrinsics(try run(t).scope.stateScope)) }),
                Property("Host", .object, get: { _, session in session.variable("Host") ?? .null }), Property("Stopping", .bool, get: { _, _ in false }),
                Property("PagingParameters", PagingObject.typeInfo, get: { t, _ in PagingObject.of(try run(t)).map { .object($0) } ?? .null }),
                Property("CommandRuntime", .object, get: { t, _ in .object(CommandRuntimeObject(try run(t))) }),
                Property("CommandOrigin", ErrorMembers.origins, get: { _, _ in .object(EnumerationObject(ErrorMembers.origins, 1)) }),
                Property("InvokeProvider", ProviderIntrinsics.provider, get: { _, _ in .object(ProviderIntrinsics(ProviderIntrinsics.provider)) }),
                Property("JobManager", .object, get: { _, _ in .null }),
            ],
            methods: [
                Method("CurrentProviderLocation", [.text("providerId")], returns: .object) { _, a, session in
                    try session.call(session.scriptBlock("param($n) Get-Location -PSProvider $n"), arguments: [a[0]])
                },
                Method(
                    "ShouldProcess",
                    [
                        Overload([target], returns: .bool) { t, a, _ in .bool(try run(t).shouldProcess(a.text(0))) },
                        Overload([target, action], returns: .bool) { t, a, _ in .bool(try run(t).shouldProcess(a.text(0), a.text(1))) },
                        Overload([.text("verboseDescription"), .text("verboseWarning"), .text("caption")], returns: .bool) { t, a, _ in
                            .bool(try run(t).shouldProcess(description: a.text(0), warning: a.text(1)))
                        },
                    ]),
                Method(
                    "ShouldContinue",
                    [Overload([.text("query"), .text("caption")], returns: .bool) { t, a, _ in .bool(try run(t).shouldContinue(a.text(0), a.text(1))) }]),
                Method(
                    "WriteObject",
                    [
                        Overload([.object("sendToPipeline")]) { t, a, _ in
                            try run(t).write(a[0])
                            return .nothing
                        },
                        Overload([.object("sendToPipeline"), .bool("enumerateCollection")]) { t, a, _ in
                            if a.bool(1) { try run(t).writeEnumerated(a[0]) } else { try run(t).write(a[0]) }
                            return .nothing
                        },
                    ]),
                Method("WriteError", [.of("errorRecord", .errorRecord)]) { t, a, _ in
                    if let record = a[0].asErrorRecord { try run(t).writeError(record) }
                    return .nothing
                },
                Method("ThrowTerminatingError", [.of("errorRecord", .errorRecord)]) { t, a, _ in
                    guard let record = a[0].asErrorRecord else { throw Refusals.null("errorRecord") }
                    if record.invocation == nil { record.invocation = try run(t).info }
                    throw ShellError(record)
                },
                Method("WriteWarning", [.text("text")]) { t, a, _ in
                    try run(t).writeWarning(a.text(0))
                    return .nothing
                },
                Method("WriteVerbose", [.text("text")]) { t, a, _ in
                    try run(t).writeVerbose(a.text(0))
                    return .nothing
                },
                Method("WriteDebug", [.text("text")]) { t, a, _ in
                    try run(t).writeDebug(a.text(0))
                    return .nothing
                },
                Method("WriteInformation", [.object("messageData"), .of("tags", .stringArray)]) { t, a, _ in
                    try run(t).writeInformation(StreamRecord(.information, a[0], tags: a.values(1).compactMap { $0.asString }))
                    return .nothing
                },
                Method("GetVariableValue", [.text("name")], returns: .object) { t, a, session in session.variable(a.text(0), in: try run(t).scope) ?? .null },
                Method("GetUnresolvedProviderPathFromPSPath", [.text("path")], returns: .string) { _, a, session in .text(session.fullPath(a.text(0))) },
                Method("GetResolvedProviderPathFromPSPath", [.text("path"), .byReference("provider", .object)], returns: .object) { _, a, session in
                    .strings([session.fullPath(a.text(0))])
                },
            ])
    }
}
