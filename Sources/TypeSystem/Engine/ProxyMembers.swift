// `[System.Management.Automation.ProxyCommand]` and `CommandMetadata`: functions as text that stand in for a command.

import Runtime

/// What a command takes, apart from the command.
final class MetadataObject: Box, @unchecked Sendable {
    let command: CommandInfo
    init(_ command: CommandInfo) { self.command = command }
    override var type: TypeInfo { MetadataObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CommandMetadata", base: .object)
    static let proxy = TypeInfo("System.Management.Automation.ProxyCommand", base: .object)
}

enum ProxyMembers {
    private static func command(_ value: Value) throws -> CommandInfo {
        if let metadata = value.object as? MetadataObject { return metadata.command }
        guard let command = value.object as? CommandInfo else { throw Refusals.null("commandMetadata") }
        return command
    }

    static let types: [KnownType] = [
        KnownType(MetadataObject.typeInfo) {
            @Sendable func own(_ t: Value) throws -> CommandInfo { try command(t) }
            return MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(try own(t).name) }),
                    Property("DefaultParameterSetName", .string, get: { t, _ in try own(t).parameters?.defaultSet.map { .text($0) } ?? .null }),
                    Property("SupportsShouldProcess", .bool, get: { t, _ in .bool(try own(t).parameters?.supportsShouldProcess ?? false) }),
                    Property("SupportsPaging", .bool, get: { t, _ in .bool(try own(t).parameters?.supportsPaging ?? false) }),
                    Property("PositionalBinding", .bool, get: { t, _ in .bool(try own(t).parameters?.positionalBinding ?? true) }),
                    Property(
                        "Parameters", .object,
                        get: { t, session in
                            let command = try own(t)
                            let all = command.parameters.map { table in table.parameters.filter { !table.isCommonParameter($0) } } ?? []
                            let known = try session.property(of: .object(command), "Parameters")
                            let result = TableObject()
                            for one in all { result.table.set(.text(one.name), known.asTable?.table[.text(one.name)] ?? .null) }
                            return .object(result)
                        }),
                ],
                constructors: [
                    Overload([.object("commandInfo")], returns: MetadataObject.typeInfo) { _, a, _ in .object(MetadataObject(try command(a[0]))) },
                    Overload([.object("commandInfo"), .bool("shouldGenerateCommonParameters")], returns: MetadataObject.typeInfo) { _, a, _ in
                        .object(MetadataObject(try command(a[0])))
                    },
                ])
        },
        KnownType(MetadataObject.proxy) {
            func part(_ name: String, _ make: @escaping @Sendable (CommandInfo, Session) throws -> String) -> Method {
                Method(name, [.object("commandMetadata")], returns: .string) { _, a, session in .text(try make(command(a[0]), session)) }
            }
            return MemberTable(staticMethods: [
                part("GetParamBlock") { try parameters(of: $0, $1) }, part("GetCmdletBindingAttribute") { command, _ in binding(of: command) },
                part("GetBegin") { command, _ in begin(command) }, part("GetProcess") { _, _ in guarded("$steppablePipeline.Process($_)") },
                part("GetEnd") { _, _ in guarded("$steppablePipeline.End()") },
                part("GetClean") { _, _ in "    if ($null -ne $steppablePipeline) {\n        $steppablePipeline.Clean()\n    }\n" },
                part("GetDynamicParam") { _, _ in "" },
                Method(
                    "Create",
                    [
                        Overload([.object("commandMetadata")], returns: .string) { _, a, session in
                            let command = try command(a[0])
                            return .text(try whole(command, help(command), session))
                        },
                        Overload([.object("commandMetadata"), .text("helpComment")], returns: .string) { _, a, session in
                            .text(try whole(command(a[0]), a.text(1), session))
                        },
                        Overload([.object("commandMetadata"), .text("helpComment"), .bool("generateDynamicParameters")], returns: .string) { _, a, session in
                            .text(try whole(command(a[0]), a.text(1), session))
                        },
                    ]),
            ])
        },
    ]

    private static func whole(_ command: CommandInfo, _ help: String, _ session: Session) throws -> String {
        var text = binding(of: command) + "\nparam(" + (try parameters(of: command, session)) + ")\n"
        text += "\nbegin\n{\n" + begin(command) + "}\n\nprocess\n{\n" + guarded("$steppablePipeline.Process($_)") + "}\n\nend\n{\n"
        text += guarded("$steppablePipeline.End()") + "}\n\nclean\n{\n    if ($null -ne $steppablePipeline) {\n        $steppablePipeline.Clean()\n    }\n}\n"
        return text + "<#\n\n" + help + "\n\n#>\n"
    }

    private static func help(_ command: CommandInfo) -> String {
        let module = (command as? CmdletInfo).map { $0.declaration.module + "\\" } ?? ""
        return ".ForwardHelpTargetName \(module)\(command.name)\n.ForwardHelpCategory \(command is CmdletInfo ? "Cmdlet" : "Function")"
    }

    private static func guarded(_ call: String) -> String { "    try {\n        \(call)\n    } catch {\n        throw\n    }\n" }

    private static func begin(_ command: CommandInfo) -> String {
        let kind = command is CmdletInfo ? "Cmdlet" : "Function"
        let module = (command as? CmdletInfo).map { $0.declaration.module + "\\" } ?? ""
        return """
                try {
                    $outBuffer = $null
                    if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
                    {
                        $PSBoundParameters['OutBuffer'] = 1
                    }

                    $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand(\(quoted(module + command.name)), [System.Management.Automation.CommandTypes]::\(kind))
                    $scriptCmd = {& $wrappedCmd @PSBoundParameters }

                    $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)
                    $steppablePipeline.Begin($PSCmdlet)
                } catch {
                    throw
                }

            """
    }

    private static func quoted(_ text: String) -> String { "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }

    private static func binding(of command: CommandInfo) -> String {
        guard let table = command.parameters, table.isAdvanced else { return "" }
        var parts: [String] = []
        if let set = table.defaultSet { parts.append("DefaultParameterSetName=" + quoted(set)) }
        if table.supportsShouldProcess { parts.append("SupportsShouldProcess=$true") }
        if table.supportsPaging { parts.append("SupportsPaging=$true") }
        return "[CmdletBinding(" + parts.joined(separator: ", ") + ")]"
    }

    private static func parameters(of command: CommandInfo, _ session: Session) throws -> String {
        guard let table = command.parameters else { return "" }
        let own = table.parameters.filter { !table.isCommonParameter($0) && !$0.isDynamic }
        return try own.map { try declaration(of: $0, session) }.joined(separator: ",\n")
    }

    private static func declaration(of parameter: ParameterInfo, _ session: Session) throws -> String {
        var lines: [String] = []
        for value in parameter.attributes {
            guard let attribute = value.object as? AttributeObject else { continue }
            switch attribute.attribute.name {
            case "Parameter":
                let place = attribute.values.filter { entry in
                    guard let standard = attribute.attribute.defaults.first(where: { $0.name == entry.name })?.value else { return false }
                    return !HashTable.areEqual(standard, entry.value, .ordinal)
                }
                if place.isEmpty { continue }
                lines.append("[Parameter(" + (try place.map { try $0.name + "=" + literal($0.value, session) }.joined(separator: ", ")) + ")]")
            case "ArgumentTypeConverter": continue
            default:
                let given = attribute.values.filter { !$0.value.isNull }
                let positional = attribute.attribute.positional.map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 }
                let values = try given.filter { positional.contains($0.name) }.flatMap { entry in
                    try (entry.value.asArray?.elements ?? [entry.value]).map { try literal($0, session) }
                }
                lines.append("[\(attribute.attribute.name)(" + values.joined(separator: ", ") + ")]")
            }
        }
        lines.append("[\(parameter.type.code == .switchParameter ? "switch" : parameter.type.displayName)]")
        lines.append("${\(parameter.name)}")
        return lines.map { "\n    " + $0 }.joined()
    }

    private static func literal(_ value: Value, _ session: Session) throws -> String {
        switch value.unwrapped {
        case .bool(let flag): return flag ? "$true" : "$false"
        case .null, .nothing, .missing: return "$null"
        default:
            if let block = value.asScriptBlock { return "{" + block.body + "}" }
            return value.unwrapped.isNumber ? try value.toText(session) : quoted(try value.toText(session))
        }
    }
}
