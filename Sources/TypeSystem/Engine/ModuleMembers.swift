// `PSModuleInfo`, `ModuleSpecification` and what a session's state offers: `$ExecutionContext.SessionState`.

import Runtime
import Scalars

enum ModuleMembers {
    static let kinds = TypeInfo.names("System.Management.Automation.ModuleType", ["Script", "Binary", "Manifest", "Cim", "Workflow"])
    static let accessModes = TypeInfo.names("System.Management.Automation.ModuleAccessMode", ["ReadWrite", "ReadOnly", "Constant"])
    static let types: [KnownType] = [
        KnownType(ModuleInfo.typeInfo, members: table), KnownType(kinds), KnownType(accessModes), KnownType(exportTable, members: exportMembers),
        KnownType(ModuleSpecificationObject.typeInfo, members: ModuleSpecificationObject.table),
    ]

    /// What a module exports, by name: a dictionary like any other.
    static let exportTable = TypeInfo(
        "System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.CommandInfo]]", base: .object, interfaces: [.iDictionary],
        code: .dictionary, genericArguments: [.string, CommandInfo.baseType])
    @Sendable private static func exportMembers() -> MemberTable {
        MemberTable(
            properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.plainOrder),
            methods: TableMembers.methods(key: .string, value: .object, isGeneric: true))
    }

    private static func own(_ value: Value) throws -> ModuleInfo {
        guard let module = value.object as? ModuleInfo else { throw Refusals.null("this") }
        return module
    }

    private static func exported(_ entries: [(String, Value)]) -> Value { .object(TableObject(ordered: entries, type: exportTable)) }
    private static func functions(_ module: ModuleInfo) -> [(String, Value)] {
        module.exports.functions.map { (ModuleNames.prefixed($0.name, module.prefix), .object($0)) }
    }
    private static func aliases(_ module: ModuleInfo) -> [(String, Value)] {
        module.exports.aliases.map { (ModuleNames.prefixed($0.name, module.prefix), .object($0)) }
    }
    private static func cmdlets(_ module: ModuleInfo) -> [(String, Value)] { module.exports.cmdlets.map { ($0.name, .object($0)) } }

    /// An entry of the manifest as text; null without one.
    private static func text(_ name: String, _ key: String? = nil) -> Property {
        Property(
            name, .string,
            get: { t, session in
                guard let value = try own(t).entry(key ?? name), !value.isNull else { return try own(t).manifestPath == nil ? .null : "" }
                return .text(try value.toText(session))
            })
    }
    private static func list(_ name: String, _ key: String? = nil) -> Property {
        Property(
            name, .object,
            get: { t, session in
                guard let value = try own(t).entry(key ?? name), !value.isNull else { return .array([]) }
                return .array(try session.elements(of: value) ?? [value])
            })
    }
    private static func version(_ name: String, _ key: String? = nil) -> Property {
        Property(
            name, VersionObject.typeInfo,
            get: { t, session in
                guard let value = try own(t).entry(key ?? name), !value.isNull else { return .null }
                return .object(VersionObject(try NetVersion.parse(value.toText(session))))
            })
    }
    /// An entry of `PrivateData.PSData`.
    private static func data(_ name: String, isList: Bool = false) -> Property {
        Property(
            name, .object,
            get: { t, session in
                let found = try own(t).entry("PrivateData")?.asTable?["PSData"]?.asTable?[name] ?? .null
                if isList { return .array(found.isNull ? [] : try session.elements(of: found) ?? [found]) }
                return found
            })
    }

    @Sendable private static func table() -> MemberTable {
        MemberTable(properties: identity + contents + manifestEntries, methods: methods)
    }

    private static var identity: [Property] {
        [
            Property("LogPipelineExecutionDetails", .bool, get: { _, _ in false }, set: { _, _, _ in }),
            Property("Name", .string, get: { t, _ in .text(try own(t).name) }),
            Property("Path", .string, get: { t, _ in .text(try own(t).path) }),
            Property("ImplementingAssembly", .object, get: { _, _ in .null }),
            Property("Definition", .string, get: { t, _ in .text(try own(t).definition) }),
            Property(
                "Description", .string, get: { t, _ in try own(t).describedAs.map { .text($0) } ?? (try own(t).manifestPath == nil ? .null : "") },
                set: { t, value, _ in try own(t).describedAs = value.asString }),
            Property(
                "Guid", GuidObject.typeInfo,
                get: { t, session in
                    let text = try own(t).entry("GUID")?.toText(session) ?? ""
                    return .object(GuidObject((try? NetGuid.parse(text)) ?? .empty))
                }),
            Property("ModuleBase", .string, get: { t, _ in try own(t).base.isEmpty ? .null : .text(own(t).base) }),
            Property("Version", VersionObject.typeInfo, get: { t, _ in .object(VersionObject(try own(t).version)) }),
            Property("ModuleType", kinds, get: { t, _ in .object(EnumerationObject(kinds, try own(t).moduleKind.rawValue)) }),
            Property(
                "AccessMode", accessModes, get: { t, _ in .object(EnumerationObject(accessModes, try own(t).accessMode)) },
                set: { t, value, _ in try own(t).accessMode = value.asEnumeration?.rawValue ?? 0 }),
            Property(
                "OnRemove", .scriptBlock, get: { t, _ in try own(t).onRemove.map { .object($0) } ?? .null },
                set: { t, value, _ in try own(t).onRemove = value.asScriptBlock }),
            Property("SessionState", .object, get: { t, _ in try own(t).scope.map { .object(SessionStateObject($0)) } ?? .null }),
            Property("PrivateData", .object, get: { t, _ in try own(t).entry("PrivateData") ?? .null }),
        ]
    }

    private static var contents: [Property] {
        [
            Property("ExportedFunctions", .object, get: { t, _ in exported(functions(try own(t))) }),
            Property("ExportedCmdlets", .object, get: { t, _ in exported(cmdlets(try own(t))) }),
            Property("ExportedAliases", .object, get: { t, _ in exported(aliases(try own(t))) }),
            Property("ExportedVariables", .object, get: { t, _ in exported(try own(t).exports.variables.map { ($0.name, .object($0)) }) }),
            Property(
                "ExportedCommands", .object,
                get: { t, _ in
                    let module = try own(t)
                    return exported(functions(module) + cmdlets(module) + aliases(module))
                }),
            Property("ExportedDscResources", .object, get: { _, _ in .array([]) }),
            Property("ExportedFormatFiles", .object, get: { _, _ in .array([]) }), Property("ExportedTypeFiles", .object, get: { _, _ in .array([]) }),
            Property("NestedModules", .object, get: { t, _ in .array(try own(t).nested.map { .object($0) } + own(t).importedModules.map { .object($0) }) }),
            Property("RequiredModules", .object, get: { t, _ in .array(try own(t).required.map { .object($0) }) }),
        ]
    }

    private static var manifestEntries: [Property] {
        [
            text("Author"), text("CompanyName"), text("Copyright"), text("RootModule"), text("HelpInfoUri"), text("PowerShellHostName"),
            version("PowerShellVersion"), version("PowerShellHostVersion"), version("ClrVersion"), version("DotNetFrameworkVersion"),
            list("Scripts", "ScriptsToProcess"), list("RequiredAssemblies"), list("FileList"), list("ModuleList"), list("CompatiblePSEditions"),
            text("Prefix", "DefaultCommandPrefix"), data("Tags", isList: true), data("ProjectUri"), data("LicenseUri"), data("IconUri"), data("ReleaseNotes"),
            Property("RepositorySourceLocation", .object, get: { _, _ in .null }),
        ]
    }

    private static var methods: [Method] {
        [
            Method("Invoke", [.of("sb", .scriptBlock), .rest("args", .object)], returns: .object) { t, a, session in
                try session.call(Delegates.block(a[0]).bound(to: own(t)), arguments: a.values(1))
            },
            Method("NewBoundScriptBlock", [.of("scriptBlockToBind", .scriptBlock)], returns: .scriptBlock) { t, a, _ in
                .object(try Delegates.block(a[0]).bound(to: own(t)))
            },
            Method("AsCustomObject", returns: .psObject) { t, _, session in session.customObject(of: try own(t)) },
            Method("GetVariableFromCallersModule", [.text("variableName")], returns: .variableType) { _, a, session in
                let caller: Scope = session.scope.callingScope ?? session.global
                return session.cell(a.text(0), in: caller).map { .object(VariableObject($0)) } ?? .null
            },
            Method("GetExportedTypeDefinitions", returns: .object) { t, _, _ in
                .object(TableObject(ordered: try own(t).definedTypes.map { ($0.name, .object(TypeObject($0))) }))
            },
            Method("ToString", returns: .string) { t, _, _ in .text(try own(t).name) },
        ]
    }
}

/// `[Microsoft.PowerShell.Commands.ModuleSpecification]`.
public final class ModuleSpecificationObject: Box, @unchecked Sendable {
    public let value: ModuleSpecification
    public init(_ value: ModuleSpecification) { self.value = value }
    public override var type: TypeInfo { ModuleSpecificationObject.typeInfo }
    public static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.ModuleSpecification", base: .object)
    public override func describe(_ session: Session) throws -> String {
        if !value.hasBounds { return value.name }
        var parts = ["ModuleName = '\(value.name)'"]
        if let guid = value.guid { parts.append("Guid = '\(guid)'") }
        if let exact = value.exact { parts.append("RequiredVersion = '\(exact)'") }
        if let minimum = value.minimum { parts.append("ModuleVersion = '\(minimum)'") }
        if let maximum = value.maximum { parts.append("MaximumVersion = '\(maximum)'") }
        return "@{ " + parts.joined(separator: "; ") + " }"
    }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) -> ModuleSpecification? { (value.object as? ModuleSpecificationObject)?.value }
        @Sendable func version(_ version: NetVersion?) -> Value { version.map { .object(VersionObject($0)) } ?? .null }
        return MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                Property("Guid", .object, get: { t, _ in own(t)?.guid.flatMap { try? NetGuid.parse($0) }.map { .object(GuidObject($0)) } ?? .null }),
                Property("Version", .object, get: { t, _ in version(own(t)?.minimum) }),
                Property("MaximumVersion", .string, get: { t, _ in own(t)?.maximum.map { .text($0) } ?? .null }),
                Property("RequiredVersion", .object, get: { t, _ in version(own(t)?.exact) }),
            ],
            constructors: [
                Overload([.text("moduleName")], returns: typeInfo) { _, a, _ in .object(ModuleSpecificationObject(ModuleSpecification(a.text(0)))) },
                Overload([.of("moduleSpecification", .hashtable)], returns: typeInfo) { _, a, session in
                    .object(ModuleSpecificationObject(try ModuleSpecification(a[0], session)))
                },
            ],
            convert: { value, session in
                guard value.asString != nil || value.asTable != nil || value.object is ModuleInfo else { return nil }
                return .object(ModuleSpecificationObject(try ModuleSpecification(value, session)))
            })
    }
}
