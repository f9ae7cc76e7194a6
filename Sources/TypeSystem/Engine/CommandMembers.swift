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

/// `[Parameter()]` and its kin as they stand in `Attributes`.
final class AttributeObject: Box, @unchecked Sendable {
    let attributeType: TypeInfo
    let values: [(String, Value)]
    init(_ type: TypeInfo, _ values: [(String, Value)]) {
        attributeType = type
        self.values = values
    }
    override var type: TypeInfo { attributeType }

    static let parameter = attribute("Parameter"), alias = attribute("Alias"), validateSet = attribute("ValidateSet"),
        validateRange = attribute("ValidateRange")
    static let others = [
        "CmdletBinding", "ValidateNotNull", "ValidateNotNullOrEmpty", "ValidatePattern", "ValidateScript", "ValidateLength", "ValidateCount", "AllowNull",
        "AllowEmptyString", "AllowEmptyCollection", "OutputType",
    ].map(attribute)
    private static func attribute(_ name: String) -> TypeInfo {
        TypeInfo("System.Management.Automation.\(name)Attribute", base: TypeInfo("System.Attribute", base: .object))
    }

    static let types: [KnownType] = ([parameter, alias, validateSet, validateRange, typeConverter] + others).map { type in
        KnownType(type) {
            let names = [
                "Mandatory", "Position", "ValueFromPipeline", "ValueFromPipelineByPropertyName", "ValueFromRemainingArguments", "ParameterSetName",
                "HelpMessage", "DontShow", "AliasNames", "ValidValues", "MinRange", "MaxRange", "IgnoreCase",
            ]
            return MemberTable(
                properties: names.map { name in
                    Property(name, .object, get: { t, _ in (t.object as? AttributeObject)?.values.first { $0.0 == name }?.1 ?? .null })
                })
        }
    }

    /// The attributes a parameter was declared with.
    static func all(of info: ParameterInfo) -> [Value] {
        var result = info.places.map { place in
            Value.object(
                AttributeObject(
                    parameter,
                    [
                        ("Mandatory", .bool(place.isMandatory)), ("Position", place.position.map { .int(Int32($0)) } ?? .int(.min)),
                        ("ValueFromPipeline", .bool(place.takesPipeline)), ("ValueFromPipelineByPropertyName", .bool(place.takesPipelineByName)),
                        ("ValueFromRemainingArguments", .bool(place.takesRemaining)), ("ParameterSetName", .text(place.set ?? "__AllParameterSets")),
                        ("HelpMessage", place.helpMessage.map { .text($0) } ?? .null), ("DontShow", .bool(info.isHidden)),
                    ]))
        }
        if !info.aliases.isEmpty { result.append(.object(AttributeObject(alias, [("AliasNames", .strings(info.aliases))]))) }
        return result + all(of: info.validations)
    }

    /// Stands for the type that a variable or parameter was declared with.
    static let typeConverter = attribute("ArgumentTypeConverter")

    static func all(of validations: [Validation]) -> [Value] {
        var result: [Value] = []
        for validation in validations {
            switch validation {
            case .set(let values, let ignoreCase, _):
                result.append(.object(AttributeObject(validateSet, [("ValidValues", .strings(values)), ("IgnoreCase", .bool(ignoreCase))])))
            case .range(let low, let high): result.append(.object(AttributeObject(validateRange, [("MinRange", low), ("MaxRange", high)])))
            default: break
            }
        }
        return result
    }
}

public enum CommandMembers {
    static let kinds = TypeInfo.enumeration(
        "System.Management.Automation.CommandTypes",
        EnumerationInfo(
            [
                ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32), ("Script", 64),
                ("Configuration", 256), ("All", 383),
            ], isFlags: true))
    private static func command(_ value: Value) -> CommandInfo? { value.object as? CommandInfo }

    /// The dictionary of parameters by name.
    private static func parameters(_ value: Value, _ session: Session) -> Value {
        guard let table = resolved(command(value), session)?.parameters else { return .null }
        return .object(TableObject(ordered: table.parameters.map { ($0.name, .object(ParameterObject($0))) }, type: parameterTable))
    }
    private static let parameterTable = TypeInfo(
        "System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.ParameterMetadata]]", base: .object, interfaces: [.iDictionary],
        code: .dictionary, genericArguments: [.string, ParameterObject.typeInfo])

    private static func resolved(_ command: CommandInfo?, _ session: Session) -> CommandInfo? {
        guard let alias = command as? AliasInfo else { return command }
        return session.findCommand(alias.definition).flatMap { $0 === alias ? nil : resolved($0, session) }
    }

    private static func definition(_ value: Value) -> String {
        switch command(value) {
        case let function as FunctionInfo: function.block.body
        case let alias as AliasInfo: alias.definition
        case let script as ScriptInfo: script.path
        case let program as ApplicationInfo: program.path
        case let cmdlet?: cmdlet.name
        case nil: ""
        }
    }

    private static func part(_ value: Value, verb: Bool) -> Value {
        guard let name = command(value)?.name, let dash = name.firstIndex(of: "-") else { return "" }
        return .text(String(verb ? name[..<dash] : name[name.index(after: dash)...]))
    }

    private static func sets(_ value: Value, _ session: Session) -> Value {
        guard let table = resolved(command(value), session)?.parameters else { return .array([]) }
        let names: [String] = table.setNames.isEmpty ? ["__AllParameterSets"] : table.setNames
        return .array(
            names.map { name in
                session.record(
                    [
                        ("Name", .text(name)), ("IsDefault", .bool(table.defaultSet?.equalsIgnoringCase(name) ?? (table.setNames.isEmpty))),
                        ("Parameters", .array(table.parameters.filter { $0.place(in: name) != nil }.map { .object(ParameterObject($0)) })),
                    ], typeName: "System.Management.Automation.CommandParameterSetInfo")
            })
    }

    static let types: [KnownType] =
        [
            KnownType(CommandInfo.baseType) {
                MemberTable(
                    properties: [
                        Property("Name", .string, get: { t, _ in .text(command(t)?.name ?? "") }),
                        Property("CommandType", kinds, get: { t, _ in .object(EnumerationObject(kinds, Int64(command(t)?.commandKind.rawValue ?? 0))) }),
                        Property("Definition", .string, get: { t, _ in .text(definition(t)) }),
                        Property("ModuleName", .string, get: { t, _ in .text(command(t)?.moduleName ?? "") }),
                        Property("Source", .string, get: { t, _ in .text(source(command(t))) }),
                        Property("Module", .object, get: { t, _ in (command(t) as? FunctionInfo)?.module.map { .object($0) } ?? .null }),
                        Property(
                            "Version", .object,
                            get: { t, _ in command(t) is CmdletInfo ? .object(VersionObject(NetVersion(major: 7, minor: 0, build: 0, revision: 0))) : .null }),
                        Property("Visibility", .string, get: { _, _ in "Public" }),
                        Property("Parameters", .object, get: { t, session in parameters(t, session) }),
                        Property("ParameterSets", .object, get: { t, session in sets(t, session) }),
                        Property(
                            "DefaultParameterSet", .string,
                            get: { t, session in resolved(command(t), session)?.parameters?.defaultSet.map { .text($0) } ?? .null }),
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
                    methods: [Method("ToString", returns: .string) { t, _, _ in .text(command(t)?.name ?? "") }])
            },
            KnownType(CmdletInfo.typeInfo), KnownType(FunctionInfo.typeInfo), KnownType(FunctionInfo.filterType), KnownType(AliasInfo.typeInfo),
            KnownType(ApplicationInfo.typeInfo), KnownType(ScriptInfo.typeInfo),
            KnownType(ParameterObject.typeInfo) {
                @Sendable func own(_ value: Value) -> ParameterInfo? { (value.object as? ParameterObject)?.parameter }
                return MemberTable(properties: [
                    Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                    Property("ParameterType", .type, get: { t, _ in .object(TypeObject(own(t)?.type ?? .object)) }),
                    Property("SwitchParameter", .bool, get: { t, _ in .bool(own(t)?.isSwitch ?? false) }),
                    Property("Aliases", .object, get: { t, _ in .object(ListObject((own(t)?.aliases ?? []).map { .text($0) }, type: .list(of: .string))) }),
                    Property("IsDynamic", .bool, get: { _, _ in false }),
                    Property("Attributes", .object, get: { t, _ in .array(own(t).map { AttributeObject.all(of: $0) } ?? []) }),
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
            KnownType(parameterTable) {
                MemberTable(
                    properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.plainOrder),
                    methods: TableMembers.methods(key: .string, value: .object, isGeneric: true))
            },
            KnownType(Scope.boundParametersType) {
                MemberTable(
                    properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.plainOrder),
                    methods: TableMembers.methods(key: .string, value: .object, isGeneric: true))
            },
            KnownType(Invocation.typeInfo, members: CmdletMembers.table),
        ] + AttributeObject.types

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
    private static func block(_ command: CommandInfo?) -> ScriptBlock? { (command as? FunctionInfo)?.block ?? (command as? ScriptInfo)?.block }
}

/// `$PSCmdlet`.
enum CmdletMembers {
    private static func run(_ value: Value) throws -> Invocation {
        guard let run = value.object as? Invocation else { throw Refusals.null("this") }
        return run
    }

    @Sendable static func table() -> MemberTable {
        let target = OverloadParameter.text("target"), action = OverloadParameter.text("action")
        return MemberTable(
            properties: [
                Property("ParameterSetName", .string, get: { t, _ in .text(try run(t).parameterSet) }),
                Property("MyInvocation", InvocationInfo.typeInfo, get: { t, _ in .object(try run(t).info) }),
                Property("SessionState", .object, get: { t, _ in t }),
                Property("InvokeCommand", .object, get: { t, session in session.variable("ExecutionContext") ?? .null }),
                Property("Host", .object, get: { _, session in session.variable("Host") ?? .null }), Property("Stopping", .bool, get: { _, _ in false }),
                Property("PagingParameters", .object, get: { _, _ in .null }), Property("CommandRuntime", .object, get: { t, _ in t }),
                Property("CommandOrigin", .string, get: { _, _ in "Internal" }),
            ],
            methods: [
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
