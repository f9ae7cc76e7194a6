// `CommandMetadata` and `ProxyCommand`: a command's parameters as the text of a function that passes everything on to it.

import Runtime

/// A command as its metadata: parameters can be taken away before a proxy is written.
final class CommandMetadataObject: Box, @unchecked Sendable {
    fileprivate let command: CommandInfo
    fileprivate let parameters: TableObject
    fileprivate let table: ParameterTable
    fileprivate var name: String
    init(_ command: CommandInfo, _ table: ParameterTable, _ parameters: TableObject) {
        self.command = command
        self.table = table
        self.parameters = parameters
        name = command.name
    }
    override var type: TypeInfo { CommandMetadataObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CommandMetadata", base: .object)

    fileprivate static func own(_ value: Value) throws -> CommandMetadataObject {
        guard let object = value.object as? CommandMetadataObject else { throw Refusals.null("commandMetadata") }
        return object
    }

    private static func make(_ value: Value, _ session: Session) throws -> Value {
        guard let command = value.object as? CommandInfo else { throw Refusals.null("commandInfo") }
        guard let table = session.parameters(of: command) else {
            throw Refusals.invalid("Metadata are there for commands with parameters, but '\(command.name)' has none.")
        }
        let names = CommonParameters.names + CommonParameters.shouldProcessNames
        let parameters = table.parameters.filter { parameter in !names.contains { $0.equalsIgnoringCase(parameter.name) } }
        return .object(
            CommandMetadataObject(
                command, table,
                TableObject(ordered: parameters.map { ($0.name, .object(ParameterObject($0))) })))
    }

    fileprivate var supportsShouldProcess: Bool {
        table.parameters.contains { $0.name.equalsIgnoringCase("WhatIf") } || table.supportsShouldProcess
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(try own(t).name) }, set: { t, value, session in try own(t).name = try value.toText(session) }),
                Property("Parameters", .object, get: { t, _ in .object(try own(t).parameters) }),
                Property("DefaultParameterSetName", .string, get: { t, _ in .text(try own(t).table.defaultSet ?? "__AllParameterSets") }),
                Property("SupportsShouldProcess", .bool, get: { t, _ in .bool(try own(t).supportsShouldProcess) }),
                Property("PositionalBinding", .bool, get: { t, _ in .bool(try own(t).table.positionalBinding) }),
                Property("SupportsPaging", .bool, get: { _, _ in false }), Property("SupportsTransactions", .bool, get: { _, _ in false }),
                Property("HelpUri", .string, get: { _, _ in "" }),
            ],
            constructors: [
                Overload([.of("commandInfo", CommandInfo.baseType)], returns: typeInfo) { _, a, session in try make(a[0], session) },
                Overload([.of("commandInfo", CommandInfo.baseType), .bool("shouldGenerateCommonParameters")], returns: typeInfo) { _, a, session in
                    try make(a[0], session)
                },
            ], convert: { value, session in value.object is CommandInfo ? try make(value, session) : nil })
    }
}

enum ProxyMembers {
    private static func own(_ value: Value) throws -> CommandMetadataObject { try CommandMetadataObject.own(value) }
    private static func quoted(_ text: String) -> String { "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }

    private static func attribute(_ metadata: CommandMetadataObject) -> String {
        var parts: [String] = []
        if let set = metadata.table.defaultSet { parts.append("DefaultParameterSetName=\(quoted(set))") }
        if metadata.supportsShouldProcess { parts.append("SupportsShouldProcess=$true") }
        if !(metadata.command is CmdletInfo), !metadata.table.positionalBinding { parts.append("PositionalBinding=$false") }
        return "[CmdletBinding(\(parts.joined(separator: ", ")))]"
    }

    /// `[Parameter(…)]` for each set a parameter is in.
    private static func places(_ parameter: ParameterInfo, _ table: ParameterTable) -> [String] {
        parameter.places.map { place in
            var parts: [String] = []
            if let set = place.set { parts.append("ParameterSetName=\(quoted(set))") }
            if place.isMandatory { parts.append("Mandatory=$true") }
            if let position = table.position(of: parameter, in: place.set) ?? place.position { parts.append("Position=\(position)") }
            if place.takesPipeline { parts.append("ValueFromPipeline=$true") }
            if place.takesPipelineByName { parts.append("ValueFromPipelineByPropertyName=$true") }
            if place.takesRemaining { parts.append("ValueFromRemainingArguments=$true") }
            return parts.isEmpty ? "" : "[Parameter(\(parts.joined(separator: ", ")))]"
        }.filter { !$0.isEmpty }
    }

    private static func parameter(_ parameter: ParameterInfo, _ table: ParameterTable) -> String {
        var lines = places(parameter, table)
        if !parameter.aliases.isEmpty { lines.append("[Alias(\(parameter.aliases.map(quoted).joined(separator: ",")))]") }
        if parameter.allowsNull { lines.append("[AllowNull()]") }
        if parameter.allowsEmptyString { lines.append("[AllowEmptyString()]") }
        if parameter.allowsEmptyCollection { lines.append("[AllowEmptyCollection()]") }
        for validation in parameter.validations {
            if case .set(let names, _, _) = validation { lines.append("[ValidateSet(\(names.map(quoted).joined(separator: ",")))]") }
        }
        lines.append("[\(parameter.type.displayName)]")
        return lines.map { "    \($0)\n" }.joined() + "    ${\(parameter.name)}"
    }

    private static func block(_ metadata: CommandMetadataObject) -> String {
        metadata.parameters.table.pairs.compactMap { ($0.value.object as? ParameterObject)?.parameter }.map { parameter($0, metadata.table) }
            .joined(separator: ",\n\n")
    }

    private static func target(_ metadata: CommandMetadataObject) -> (name: String, kind: String) {
        let module = metadata.command.moduleName
        return (
            module.isEmpty ? metadata.command.name : module + "\\" + metadata.command.name,
            metadata.command is CmdletInfo ? "Cmdlet" : metadata.command is ScriptInfo ? "ExternalScript" : "Function"
        )
    }

    private static func begin(_ metadata: CommandMetadataObject) -> String {
        let (name, kind) = target(metadata)
        return """

                try {
                    $outBuffer = $null
                    if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
                    {
                        $PSBoundParameters['OutBuffer'] = 1
                    }

                    $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand(\(quoted(name)), [System.Management.Automation.CommandTypes]::\(kind))
                    $scriptCmd = {& $wrappedCmd @PSBoundParameters }

                    $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)
                    $steppablePipeline.Begin($PSCmdlet)
                } catch {
                    throw
                }

            """
    }
    /// A step of the pipeline behind the proxy.
    private static func step(_ call: String) -> String {
        """

            try {
                $steppablePipeline.\(call)
            } catch {
                throw
            }

        """
    }
    private static let clean = """

            if ($null -ne $steppablePipeline) {
                $steppablePipeline.Clean()
            }

        """

    private static func text(_ metadata: CommandMetadataObject, help: String?) -> String {
        let (name, kind) = target(metadata)
        let comment = help ?? "\n.ForwardHelpTargetName \(name)\n.ForwardHelpCategory \(kind)\n"
        let parts = [("begin", begin(metadata)), ("process", step("Process($_)")), ("end", step("End()")), ("clean", clean)]
        return attribute(metadata) + "\nparam(\n" + block(metadata) + ")\n\n" + parts.map { "\($0)\n{\($1)}\n\n" }.joined() + "<#\n\(comment)\n#>\n"
    }

    static let types: [KnownType] = [
        CommandMetadataObject.known,
        KnownType(TypeInfo("System.Management.Automation.ProxyCommand", base: .object)) {
            let metadata = OverloadParameter.of("commandMetadata", CommandMetadataObject.typeInfo)
            func reading(_ name: String, _ read: @escaping @Sendable (CommandMetadataObject) -> String) -> Method {
                Method(name, [metadata], returns: .string) { _, a, _ in .text(read(try own(a[0]))) }
            }
            return MemberTable(staticMethods: [
                Method(
                    "Create",
                    [
                        Overload([metadata], returns: .string) { _, a, _ in .text(text(try own(a[0]), help: nil)) },
                        Overload([metadata, .text("helpComment")], returns: .string) { _, a, _ in .text(text(try own(a[0]), help: a.text(1))) },
                        Overload([metadata, .text("helpComment"), .bool("generateDynamicParameters")], returns: .string) { _, a, _ in
                            .text(text(try own(a[0]), help: a.text(1)))
                        },
                    ]),
                reading("GetCmdletBindingAttribute", attribute), reading("GetParamBlock", block), reading("GetBegin", begin),
                reading("GetProcess") { _ in step("Process($_)") }, reading("GetEnd") { _ in step("End()") }, reading("GetClean") { _ in clean },
            ])
        },
        KnownType(
            TypeInfo.enumeration(
                "System.Management.Automation.PSMemberTypes",
                EnumerationInfo(
                    [
                        ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16), ("PropertySet", 32),
                        ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048),
                        ("Dynamic", 4096), ("InferredProperty", 8192), ("Properties", 8255), ("Methods", 448), ("All", 16383),
                    ], isFlags: true))),
    ]
}
