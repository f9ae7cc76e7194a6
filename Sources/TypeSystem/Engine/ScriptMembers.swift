// Script blocks, references, variables, `psobject` and its member lists, `$ExecutionContext`, `$Host`.

import Diagnostics
import Runtime
import Scalars
import Syntax

/// A member of an object as an object: what `psobject.Properties` and `Get-Member` hand out.
public final class MemberObject: Box, @unchecked Sendable {
    public let owner: Value
    public let name: String
    public let memberType: String
    public let definition: String
    public init(_ owner: Value, _ name: String, memberType: String, definition: String = "") {
        self.owner = owner; self.name = name; self.memberType = memberType; self.definition = definition
    }
    public override var type: TypeInfo {
        switch memberType {
        case "NoteProperty": MemberObject.note
        case "ScriptProperty": MemberObject.script
        case "AliasProperty": MemberObject.alias
        case "Method": MethodGroup.typeInfo
        case "ScriptMethod": MemberObject.scriptMethod
        default: MemberObject.property
        }
    }
    static let info = TypeInfo("System.Management.Automation.PSMemberInfo", base: .object)
    static let propertyInfo = TypeInfo("System.Management.Automation.PSPropertyInfo", base: info)
    static let note = TypeInfo("System.Management.Automation.PSNoteProperty", accelerator: "psnoteproperty", base: propertyInfo)
    static let property = TypeInfo("System.Management.Automation.PSProperty", accelerator: "psproperty", base: propertyInfo)
    static let script = TypeInfo("System.Management.Automation.PSScriptProperty", accelerator: "psscriptproperty", base: propertyInfo)
    static let alias = TypeInfo("System.Management.Automation.PSAliasProperty", accelerator: "psaliasproperty", base: propertyInfo)
    static let scriptMethod = TypeInfo("System.Management.Automation.PSScriptMethod", accelerator: "psscriptmethod", base: info)
    public override func describe(_ session: Session) throws -> String {
        let value = try session.property(of: owner, name)
        return "\(value.isNull ? "System.Object" : value.unwrapped.type.displayName) \(name)=\(try value.toText(session))"
    }
}

public enum PSObjectTable {
    private static func value(_ target: Value) -> Value { (target.object as? PSObjectView)?.value ?? target }

    /// The properties of a value with their kinds, in order.
    static func properties(_ target: Value, _ session: Session) throws -> [Value] {
        try session.propertyNames(of: target).map { name in .object(MemberObject(target, name, memberType: session.memberType(of: target, name))) }
    }

    static let types: [KnownType] = [
        KnownType(.psObject, aliases: ["PSObject"]) {
            MemberTable(
                properties: [
                    Property("Properties", .object, get: { t, _ in .object(MemberListObject(.properties, of: value(t))) }),
                    Property("Members", .object, get: { t, _ in .object(MemberListObject(.members, of: value(t))) }),
                    Property("Methods", .object, get: { t, _ in .object(MemberListObject(.methods, of: value(t))) }),
                    Property("TypeNames", .object, get: { t, session in try session.property(of: value(t), "pstypenames") }),
                    Property("BaseObject", .object, get: { t, _ in value(t).unwrapped }),
                    Property("ImmediateBaseObject", .object, get: { t, _ in value(t).unwrapped }),
                ],
                methods: [
                    Method("Copy", returns: .psObject) { t, _, _ in
                        let own = value(t)
                        if let record = own.asRecord { return .object(record.copy()) }
                        return own
                    },
                    Method("ToString", returns: .string) { t, _, session in .text(try value(t).toText(session)) },
                ],
                staticMethods: [Method("AsPSObject", [.object("obj")], returns: .psObject) { _, a, _ in a[0] }],
                constructors: [
                    Overload(returns: .psObject) { _, _, session in session.record([]) },
                    Overload([.int("instanceMemberCapacity")], returns: .psObject) { _, _, session in session.record([]) },
                    Overload([.object("obj")], returns: .psObject) { _, a, _ in a[0] },
                ])
        },
        KnownType(.customObject, aliases: ["pscustomobject"]) {
            MemberTable(constructors: [Overload(returns: .customObject) { _, _, session in session.record([]) }])
        },
        KnownType(MemberObject.info) { memberTable }, KnownType(MemberObject.propertyInfo), KnownType(MemberObject.property),
        KnownType(MemberObject.script) { adding("ScriptProperty") }, KnownType(MemberObject.alias) { adding("AliasProperty") },
        KnownType(MemberObject.scriptMethod) { adding("ScriptMethod") },
        KnownType(MemberObject.note) { adding("NoteProperty") }, KnownType(variableOptions),
        KnownType(MemberListObject.typeInfo) {
            @Sendable func own(_ value: Value) -> MemberListObject? { value.object as? MemberListObject }
            return MemberTable(
                properties: [Property("Count", .int32, memberType: "Property", get: { t, session in .int(Int32(try own(t)?.members(session).count ?? 0)) })],
                methods: [
                    Method("Add", [.object("member")]) { t, a, session in
                        guard let made = try DetachedMember.members(a[0], session).first, let owner = own(t)?.owner else { throw Refusals.null("member") }
                        _ = session.add(made, to: owner)
                        return .nothing
                    },
                    Method("Remove", [.text("name")]) { t, a, session in
                        if let owner = own(t)?.owner {
                            owner.asRecord?.remove(a.text(0))
                            owner.rawObject?.extensions?.remove(a.text(0))
                        }
                        return .nothing
                    },
                    Method("Match", [.text("name")], returns: .object) { t, a, session in
                        .array(
                            try (own(t)?.members(session) ?? []).filter {
                                try session.property(of: $0, "Name").asString.map { WildcardMatch.matches($0, a.text(0)) } ?? false
                            })
                    },
                ],
                indexer: (
                    get: { t, a, session in try a[0].asString.flatMap { try own(t)?.member($0, session) } ?? .null }, set: nil
                ), enumerate: { t, session in try own(t)?.members(session) ?? [] })
        },
        KnownType(.scriptBlock, members: scriptBlocks), KnownType(.reference, members: references), KnownType(.variableType, members: variables),
        KnownType(.switchParameter, members: switches), KnownType(MethodGroup.typeInfo, members: methodGroups),
        KnownType(PathInfo.typeInfo, members: paths),
        KnownType(.actionPreference), KnownType(.confirmImpact), KnownType(ParseErrorObject.typeInfo, members: parseErrors),
    ]

    static func methods(_ target: Value, _ session: Session) -> [Value] {
        var names: [String] = []
        for table in session.types.tables(of: target.unwrapped.type) {
            for method in table.methods where !names.contains(method.name) { names.append(method.name) }
        }
        return names.compactMap { name in
            guard case .method(let method)? = session.types.member(of: target.unwrapped.type, name) else { return nil }
            return .object(MethodGroup(target.unwrapped, method, target.unwrapped.type))
        }
    }

    private static var memberTable: MemberTable {
        @Sendable func own(_ value: Value) -> MemberObject? { value.object as? MemberObject }
        return MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                Property("MemberType", .string, get: { t, _ in .text(own(t)?.memberType ?? "") }),
                Property(
                    "Value", .object, get: { t, session in try own(t).map { try session.property(of: $0.owner, $0.name) } ?? .null },
                    set: { t, value, session in
                        if let member = own(t) { try session.setProperty(of: member.owner, member.name, value) }
                    }),
                Property(
                    "TypeNameOfValue", .string,
                    get: { t, session in
                        guard let member = own(t) else { return "" }
                        let value = try session.property(of: member.owner, member.name)
                        return .text(value.isNull ? "System.Object" : value.unwrapped.type.fullName)
                    }),
                Property("IsInstance", .bool, get: { t, _ in .bool(own(t)?.memberType != "Property") }),
                Property("IsSettable", .bool, get: { t, session in .bool(try own(t).map { try session.isSettable($0.owner, $0.name) } ?? false) }),
                Property(
                    "ReferencedMemberName", .string,
                    get: { t, session in
                        guard let member = own(t), let content = session.content(of: member.owner, member.name), case .alias(let name, _) = content else {
                            return .null
                        }
                        return .text(name)
                    }),
                Property(
                    "GetterScript", .scriptBlock,
                    get: { t, session in
                        guard let member = own(t), let content = session.content(of: member.owner, member.name), case .scriptProperty(let get, _) = content
                        else { return .null }
                        return .object(get)
                    }),
                Property(
                    "SetterScript", .scriptBlock,
                    get: { t, session in
                        guard let member = own(t), let content = session.content(of: member.owner, member.name), case .scriptProperty(_, let set?) = content
                        else { return .null }
                        return .object(set)
                    }),
                Property(
                    "Script", .scriptBlock,
                    get: { t, session in
                        guard let member = own(t), let content = session.content(of: member.owner, member.name), case .scriptMethod(let block) = content else {
                            return .null
                        }
                        return .object(block)
                    }),
                Property(
                    "ReferencedPropertyNames", .object,
                    get: { t, session in
                        guard let member = own(t), let content = session.content(of: member.owner, member.name), case .propertySet(let names) = content else {
                            return .null
                        }
                        return .object(ListObject(names.map { .text($0) }, type: stringCollection))
                    }),
                Property(
                    "OverloadDefinitions", .stringArray,
                    get: { t, session in
                        guard let member = own(t), case .method(let method)? = session.types.member(of: member.owner.unwrapped.type, member.name) else {
                            return .strings([])
                        }
                        return .strings(method.overloads.map { $0.signature(method.name) })
                    }),
                Property("IsGettable", .bool, get: { _, _ in true }),
            ],
            methods: [
                Method("Invoke", [.rest("arguments", .object)], returns: .object) { t, a, session in
                    guard let member = own(t) else { return .null }
                    return try session.call(member.owner, member.name, a.values(0), session.scope)
                }
            ])
    }

    /// Constructors of members to be added: `[psnoteproperty]::new('Name', value)`.
    private static func adding(_ kind: String) -> MemberTable {
        @Sendable func made(_ content: AddedMember.Content, _ name: String, _ session: Session) -> Value {
            let owner = session.record([])
            return .object(MemberObject(session.add(AddedMember(name, content), to: owner), name, memberType: kind))
        }
        switch kind {
        case "NoteProperty":
            return MemberTable(constructors: [
                Overload([.text("name"), .object("value")], returns: .object) { _, a, session in made(.note(a[1]), a.text(0), session) }
            ])
        case "AliasProperty":
            return MemberTable(constructors: [
                Overload([.text("name"), .text("referencedMemberName")], returns: .object) { _, a, session in made(.alias(a.text(1), nil), a.text(0), session) }
            ])
        case "ScriptMethod":
            return MemberTable(constructors: [
                Overload([.text("name"), .of("script", .scriptBlock)], returns: .object) { _, a, session in
                    made(.scriptMethod(try Delegates.block(a[1])), a.text(0), session)
                }
            ])
        default:
            return MemberTable(constructors: [
                Overload([.text("name"), .of("getterScript", .scriptBlock)], returns: .object) { _, a, session in
                    made(.scriptProperty(get: try Delegates.block(a[1]), set: nil), a.text(0), session)
                },
                Overload([.text("name"), .of("getterScript", .scriptBlock), .of("setterScript", .scriptBlock)], returns: .object) { _, a, session in
                    made(.scriptProperty(get: try Delegates.block(a[1]), set: a[2].asScriptBlock), a.text(0), session)
                },
            ])
        }
    }

    @Sendable private static func scriptBlocks() -> MemberTable {
        @Sendable func block(_ value: Value) throws -> ScriptBlock { try Delegates.block(value) }
        /// What a block throws is the failure of the method that called it.
        @Sendable func failing(_ body: () throws -> Value) throws -> Value {
            do { return try body() } catch let failure as ShellError {
                throw MethodFailure(failure.record.exception)
            }
        }
        @Sendable func collection(_ result: Value, _ session: Session) throws -> Value {
            .object(ListObject(result.isAbsent ? [] : try session.elements(of: result) ?? [result], type: Intrinsics.collectionType))
        }
        @Sendable func definitions(_ table: TableObject, _ session: Session) throws -> [(String, ScriptBlock)] {
            try table.table.pairs.map { key, value in (try key.toText(session), try Delegates.block(value)) }
        }
        return MemberTable(
            properties: [
                Property(
                    "Ast", .object,
                    get: { t, _ in
                        let own = try block(t)
                        return .object(AstBuilder(own.syntax.source).scriptBlock(own.syntax, nil))
                    }), Property("IsFilter", .bool, get: { t, _ in .bool(try block(t).isFilter) }),
                Property("Module", .object, get: { t, _ in try block(t).module.map { .object($0) } ?? .null }),
                Property("File", .string, get: { t, _ in try block(t).syntax.source.path.map { .text($0) } ?? .null }),
                Property(
                    "Attributes", .object,
                    get: { t, session in .object(ListObject(try block(t).attributeObjects(session), type: .list(of: AttributeKind.root))) }),
                Property("Id", GuidObject.typeInfo, get: { t, _ in .object(GuidObject(try block(t).identifier)) }),
                Property("IsConfiguration", .bool, get: { _, _ in false }, set: { _, _, _ in }),
                Property("DebuggerHidden", .bool, get: { _, _ in false }),
                Property(
                    "StartPosition", OldTokens.token,
                    get: { t, session in
                        let own = try block(t).syntax
                        return OldTokens.record("Position", own.source.text(own.range), own.range, own.source, session)
                    }),
            ],
            methods: [
                Method("Invoke", [.rest("args", .object)], returns: .object) { t, a, session in
                    try collection(failing { try session.call(block(t), arguments: a.values(0)) }, session)
                },
                Method("InvokeReturnAsIs", [.rest("args", .object)], returns: .object) { t, a, session in
                    try failing { try session.call(block(t), arguments: a.values(0)) }
                },
                Method("InvokeWithContext", [.of("functionsToDefine", .object), .object("variablesToDefine"), .rest("args", .object)], returns: .object) {
                    t, a, session in
                    var variables: [(String, Value)] = []
                    for item in try session.elements(of: a[1]) ?? [a[1]] {
                        if let cell = VariableObject.cell(item) { variables.append((cell.name, cell.value)) }
                    }
                    let functions = try a[0].asTable.map { try definitions($0, session) } ?? []
                    return try collection(failing { try session.call(block(t), arguments: a.values(2), variables: variables, functions: functions) }, session)
                },
                Method("GetNewClosure", returns: .scriptBlock) { t, _, session in .object(session.closure(of: try block(t))) },
                Method("ToString", returns: .string) { t, _, _ in .text(try block(t).body) },
                Method(
                    "CheckRestrictedLanguage",
                    [.object("allowedCommands"), .object("allowedVariables"), .bool("allowEnvironmentVariables")]
                ) { t, a, session in
                    func names(_ value: Value) throws -> [String] {
                        value.isNull ? [] : try (session.elements(of: value) ?? [value]).map { try $0.toText(session) }
                    }
                    try session.checkRestrictedLanguage(block(t), commands: names(a[0]), variables: names(a[1]), allowsEnvironment: a.bool(2))
                    return .nothing
                },
                Method("GetSteppablePipeline", [.rest("args", .object)], returns: .object) { t, _, session in
                    .object(try SteppablePipeline(try block(t), in: session.scope))
                },
            ],
            staticMethods: [
                Method("Create", [.text("script")], returns: .scriptBlock) { _, a, session in
                    do { return .object(try session.scriptBlock(a.text(0))) } catch let error as ShellError { throw MethodFailure(error.record.exception) }
                }
            ])
    }

    @Sendable private static func references() -> MemberTable {
        @Sendable func cell(_ value: Value) -> VariableCell? { (value.object as? ReferenceObject)?.variable }
        return MemberTable(
            properties: [
                Property(
                    "Value", .object, get: { t, session in cell(t)?.read(session) ?? .null }, set: { t, value, session in try cell(t)?.write(value, session) })
            ], constructors: [Overload([.object("value")], returns: .reference) { _, a, _ in .object(ReferenceObject(VariableCell(name: "", value: a[0]))) }])
    }

    public static let variableOptions = TypeInfo.enumeration(
        "System.Management.Automation.ScopedItemOptions",
        EnumerationInfo([("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)], isFlags: true))

    public static let visibilities = TypeInfo.enumeration(
        "System.Management.Automation.SessionStateEntryVisibility", EnumerationInfo(names: ["Public", "Private"]))

    private static let stringCollection = TypeInfo(
        "System.Collections.ObjectModel.Collection`1", base: .object, interfaces: [.iList], code: .list, elementType: .string, genericArguments: [.string])

    @Sendable private static func variables() -> MemberTable {
        @Sendable func cell(_ value: Value) -> VariableCell? { VariableObject.cell(value) }
        return MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(cell(t)?.name ?? "") }),
                Property(
                    "Description", .string, get: { t, _ in .text(cell(t)?.describedAs ?? "") },
                    set: { t, value, _ in cell(t)?.describedAs = value.asString ?? "" }),
                Property(
                    "Value", .object, get: { t, session in cell(t)?.read(session) ?? .null }, set: { t, value, session in try cell(t)?.write(value, session) }),
                Property(
                    "Options", variableOptions, get: { t, _ in .object(EnumerationObject(variableOptions, Int64(cell(t)?.options.rawValue ?? 0))) },
                    set: { t, value, _ in cell(t)?.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: value.asEnumeration?.rawValue ?? 0)) }),
                Property(
                    "Attributes", .object,
                    get: { t, _ in
                        guard let own = cell(t) else { return .array([]) }
                        // A variable's type and checks stand as those of a parameter.
                        let same = ParameterInfo(own.name, type: own.declaredType ?? .object, validations: own.validations)
                        let checks = same.attributes.filter {
                            !["Parameter", "ArgumentTypeConverter"].contains(($0.object as? AttributeObject)?.attribute.name)
                        }
                        let converter = AttributeKind.all.first { own.declaredType != nil && $0.name == "ArgumentTypeConverter" }
                        return .array((converter.map { [.object(AttributeObject($0))] } ?? []) + checks)
                    }),
                Property(
                    "Visibility", visibilities, get: { t, _ in .object(EnumerationObject(visibilities, cell(t)?.isHidden == true ? 1 : 0)) },
                    set: { t, value, _ in cell(t)?.isHidden = value.asEnumeration?.rawValue == 1 }),
                Property("Module", .object, get: { _, _ in .null }), Property("ModuleName", .string, get: { _, _ in "" }),
            ],
            methods: [
                Method("IsValidValue", [.object("value")], returns: .bool) { t, a, session in
                    guard let own = cell(t) else { return .false }
                    guard let converted = own.declaredType.map({ session.converted(a[0], to: $0) }) ?? a[0] else { return .false }
                    return .bool(try own.validations.allSatisfy { try $0.failure(of: converted, session) == nil })
                }
            ],
            constructors: [
                Overload([.text("name"), .object("value")], returns: .variableType) { _, a, _ in
                    .object(VariableObject(VariableCell(name: a.text(0), value: a[1])))
                },
                Overload([.text("name")], returns: .variableType) { _, a, _ in .object(VariableObject(VariableCell(name: a.text(0), value: .null))) },
                Overload([.text("name"), .object("value"), .object("options")], returns: .variableType) { _, a, session in
                    let made = VariableObject(VariableCell(name: a.text(0), value: a[1]))
                    try session.setProperty(of: .object(made), "Options", a[2])
                    return .object(made)
                },
            ])
    }

    @Sendable private static func switches() -> MemberTable {
        MemberTable(
            properties: [Property("IsPresent", .bool, get: { t, session in .bool(t.isTrue(session)) })],
            methods: [Method("ToBool", returns: .bool) { t, _, session in .bool(t.isTrue(session)) }],
            staticProperties: [Property("Present", .switchParameter, get: { _, _ in .object(SwitchObject(true)) })],
            constructors: [Overload([.bool("isPresent")], returns: .switchParameter) { _, a, _ in .object(SwitchObject(a.bool(0))) }])
    }

    @Sendable private static func methodGroups() -> MemberTable {
        @Sendable func group(_ value: Value) -> MethodGroup? { value.object as? MethodGroup }
        return MemberTable(
            properties: [
                Property(
                    "OverloadDefinitions", .stringArray,
                    get: { t, _ in .strings(group(t)?.definitions ?? []) }),
                Property("Name", .string, get: { t, _ in .text(group(t)?.method.name ?? "") }),
                Property("MemberType", .string, get: { _, _ in "Method" }), Property("Value", .object, get: { t, _ in t }),
                Property("IsInstance", .bool, get: { _, _ in false }),
                Property("TypeNameOfValue", .string, get: { _, _ in "System.Management.Automation.PSMethod" }),
            ],
            methods: [
                Method("Invoke", [.rest("arguments", .object)], returns: .object) { t, a, session in
                    try group(t).map { try session.invoke($0.method, on: $0.target, a.values(0)) } ?? .null
                }
            ])
    }

    @Sendable private static func paths() -> MemberTable {
        @Sendable func path(_ value: Value) -> String { (value.object as? PathInfo)?.path ?? "" }
        return MemberTable(properties: [
            Property("Path", .string, get: { t, _ in .text(path(t)) }), Property("ProviderPath", .string, get: { t, _ in .text(path(t)) }),
            Property("Drive", .object, get: { _, _ in "/" }), Property("Provider", .object, get: { _, _ in "Microsoft.PowerShell.Core\\FileSystem" }),
        ])
    }

    @Sendable private static func parseErrors() -> MemberTable {
        @Sendable func error(_ value: Value) -> ParseErrorObject? { value.object as? ParseErrorObject }
        return MemberTable(properties: [
            Property("ErrorId", .string, get: { t, _ in .text(error(t)?.diagnostic.id ?? "") }),
            Property("Message", .string, get: { t, _ in .text(error(t)?.diagnostic.message ?? "") }),
            Property("IncompleteInput", .bool, get: { t, _ in .bool(error(t)?.diagnostic.isIncompleteInput ?? false) }),
            Property("Extent", .object, get: { t, _ in error(t).map { .object(ExtentObject($0.source, $0.diagnostic.range)) } ?? .null }),
        ])
    }
}

/// A set of members, or of their names, made by itself.
public final class DetachedMember: Box, @unchecked Sendable {
    public let member: AddedMember
    init(_ member: AddedMember) { self.member = member }
    public override var type: TypeInfo {
        switch member.content {
        case .note, .codeProperty: MemberObject.note
        case .alias: MemberObject.alias
        case .scriptProperty: MemberObject.script
        case .scriptMethod: MemberObject.scriptMethod
        case .propertySet: DetachedMember.propertySet
        case .memberSet: DetachedMember.memberSet
        }
    }
    public override func describe(_ session: Session) throws -> String {
        if case .propertySet(let names) = member.content { return "\(member.name) {\(names.joined(separator: ", "))}" }
        return member.name
    }
    static let propertySet = TypeInfo("System.Management.Automation.PSPropertySet", base: MemberObject.info)
    static let memberSet = TypeInfo("System.Management.Automation.PSMemberSet", base: MemberObject.info)

    /// Members from what a script gives for a set: one, or several.
    public static func members(_ value: Value, _ session: Session) throws -> [AddedMember] {
        try (session.elements(of: value) ?? [value]).compactMap {
            if let own = $0.object as? MemberObject {
                return AddedMember(own.name, try session.content(of: own.owner, own.name) ?? .note(session.property(of: own.owner, own.name)))
            }
            return ($0.object as? DetachedMember)?.member
        }
    }

    static let sets: [KnownType] = [
        KnownType(propertySet) {
            MemberTable(
                properties: properties + [
                    Property(
                        "ReferencedPropertyNames", .stringArray,
                        get: { t, _ in
                            guard case .propertySet(let names)? = (t.object as? DetachedMember)?.member.content else { return .null }
                            return .strings(names)
                        })
                ],
                constructors: [
                    Overload([.text("name"), .of("referencedPropertyNames", .stringArray)], returns: propertySet) { _, a, session in
                        .object(DetachedMember(AddedMember(a.text(0), .propertySet(try a.values(1).map { try $0.toText(session) }))))
                    }
                ])
        },
        KnownType(memberSet) {
            MemberTable(
                properties: properties + [
                    Property(
                        "Members", .object,
                        get: { t, _ in
                            guard case .memberSet(let members)? = (t.object as? DetachedMember)?.member.content else { return .null }
                            return .array(members.map { .object(DetachedMember($0)) })
                        })
                ],
                constructors: [
                    Overload([.text("name")], returns: memberSet) { _, a, _ in .object(DetachedMember(AddedMember(a.text(0), .memberSet([])))) },
                    Overload([.text("name"), .object("members")], returns: memberSet) { _, a, session in
                        .object(DetachedMember(AddedMember(a.text(0), .memberSet(try members(a[1], session)))))
                    },
                ])
        },
    ]
    private static let properties: [Property] = [
        Property("Name", .string, get: { t, _ in ((t.object as? DetachedMember)?.member.name).map { .text($0) } ?? .null }),
        Property(
            "MemberType", .string,
            get: { t, _ in if case .propertySet? = (t.object as? DetachedMember)?.member.content { "PropertySet" } else { "MemberSet" } }),
        Property("Value", .object, get: { t, _ in t }), Property("TypeNameOfValue", .string, get: { t, _ in .text(t.type.fullName) }),
        Property("IsInstance", .bool, get: { _, _ in true }),
    ]
}

/// `psobject.Properties` and its kin: the members an object has at the moment, in order or by name.
public final class MemberListObject: Box, @unchecked Sendable {
    enum Kind { case properties, methods, members }
    private let kindOfMembers: Kind
    let owner: Value
    init(_ kind: Kind, of owner: Value) {
        kindOfMembers = kind
        self.owner = owner
    }

    func members(_ session: Session) throws -> [Value] {
        switch kindOfMembers {
        case .properties: try PSObjectTable.properties(owner, session)
        case .methods: PSObjectTable.methods(owner, session)
        case .members: try PSObjectTable.properties(owner, session) + PSObjectTable.methods(owner, session)
        }
    }

    func member(_ name: String, _ session: Session) throws -> Value? {
        if kindOfMembers != .methods, let shape = owner.asRecord?.shape, !shape.hasActiveMembers, let index = shape.index(of: name) {
            let known = shape.names[index].string
            return .object(MemberObject(owner, known, memberType: session.memberType(of: owner, known)))
        }
        return try members(session).first { member in
            let own = (member.object as? MemberObject)?.name ?? (member.object as? MethodGroup)?.method.name
            return own?.equalsIgnoringCase(name) ?? false
        }
    }

    public override var type: TypeInfo { MemberListObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.PSMemberInfoIntegratingCollection`1", base: .object, interfaces: [.iEnumerable])
}

/// A stretch of a script.
final class ExtentObject: Box, @unchecked Sendable {
    let source: SourceText
    let range: SourceRange
    init(_ source: SourceText, _ range: SourceRange) { self.source = source; self.range = range }
    override var type: TypeInfo { ExtentObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Language.InternalScriptExtent", base: .object)
    override func describe(_ session: Session) throws -> String { source.text(range) }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> ExtentObject? { value.object as? ExtentObject }
        @Sendable func start(_ value: Value) -> SourcePosition? { own(value).map { $0.source.position(at: $0.range.start) } }
        @Sendable func end(_ value: Value) -> SourcePosition? { own(value).map { $0.source.position(at: $0.range.end) } }
        return MemberTable(properties: [
            Property("StartOffset", .int32, get: { t, _ in .int(Int32(start(t)?.offset ?? 0)) }),
            Property("EndOffset", .int32, get: { t, _ in .int(Int32(end(t)?.offset ?? 0)) }),
            Property("StartLineNumber", .int32, get: { t, _ in .int(Int32(start(t)?.line ?? 0)) }),
            Property("EndLineNumber", .int32, get: { t, _ in .int(Int32(end(t)?.line ?? 0)) }),
            Property("StartColumnNumber", .int32, get: { t, _ in .int(Int32(start(t)?.column ?? 0)) }),
            Property("EndColumnNumber", .int32, get: { t, _ in .int(Int32(end(t)?.column ?? 0)) }),
            Property("Text", .string, get: { t, _ in .text(own(t).map { $0.source.text($0.range) } ?? "") }),
            Property("File", .string, get: { t, _ in own(t)?.source.path.map { .text($0) } ?? .null }),
            Property(
                "StartScriptPosition", ScriptPositionObject.typeInfo,
                get: { t, _ in own(t).map { .object(ScriptPositionObject($0.source, $0.range.start)) } ?? .null }),
            Property(
                "EndScriptPosition", ScriptPositionObject.typeInfo,
                get: { t, _ in own(t).map { .object(ScriptPositionObject($0.source, $0.range.end)) } ?? .null }),
        ])
    }
}

/// One place in a script: `StartScriptPosition` of an extent.
final class ScriptPositionObject: Box, @unchecked Sendable {
    private let source: SourceText
    private let offset: Int32
    init(_ source: SourceText, _ offset: Int32) { self.source = source; self.offset = offset }
    override var type: TypeInfo { ScriptPositionObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Language.InternalScriptPosition", base: .object)

    static let known = KnownType(typeInfo) {
        @Sendable func place(_ value: Value) -> SourcePosition? { (value.object as? ScriptPositionObject).map { $0.source.position(at: $0.offset) } }
        return MemberTable(
            properties: [
                Property("File", .string, get: { t, _ in (t.object as? ScriptPositionObject)?.source.path.map { .text($0) } ?? .null }),
                Property("LineNumber", .int32, get: { t, _ in .int(Int32(place(t)?.line ?? 0)) }),
                Property("ColumnNumber", .int32, get: { t, _ in .int(Int32(place(t)?.column ?? 0)) }),
                Property("Offset", .int32, get: { t, _ in .int(Int32(place(t)?.offset ?? 0)) }),
                Property(
                    "Line", .string,
                    get: { t, _ in
                        guard let own = t.object as? ScriptPositionObject, let line = place(t)?.line else { return .null }
                        let lines = own.source.text(SourceRange(0, own.source.bytes.count)).split(separator: "\n", omittingEmptySubsequences: false)
                        return .text(line > 0 && line <= lines.count ? String(lines[line - 1].filter { $0 != "\r" }) : "")
                    }),
            ],
            methods: [
                Method("GetFullScript", returns: .string) { t, _, _ in
                    .text((t.object as? ScriptPositionObject).map { $0.source.text(SourceRange(0, $0.source.bytes.count)) } ?? "")
                }
            ])
    }
}

/// `[System.Management.Automation.Language.Parser]`.
enum ParserMembers {
    static let type = TypeInfo("System.Management.Automation.Language.Parser", base: .object)
    static let known = KnownType(type) {
        @Sendable func parse(_ text: String, path: String?, _ tokens: Value, _ errors: Value, _ session: Session) throws -> Value {
            let source = SourceText(text, path: path)
            let parsed = Syntax.parse(source)
            try (tokens.object as? ReferenceObject)?.variable.write(
                .object(ArrayObject(TokenObject.all(parsed, source).map { .object($0) }, elementType: TokenObject.root)), session)
            try (errors.object as? ReferenceObject)?.variable.write(
                .object(ArrayObject(parsed.diagnostics.map { .object(ParseErrorObject($0, source)) }, elementType: ParseErrorObject.typeInfo)), session)
            return .object(AstBuilder(source).scriptBlock(parsed.root, nil))
        }
        return MemberTable(staticMethods: [
            Method("ParseInput", [.text("input"), .byReference("tokens", .object), .byReference("errors", .object)], returns: .object) { _, a, session in
                try parse(a.text(0), path: nil, a[1], a[2], session)
            },
            Method("ParseFile", [.text("fileName"), .byReference("tokens", .object), .byReference("errors", .object)], returns: .object) { _, a, session in
                try parse(ScriptReader.text(of: session.fullPath(a.text(0))), path: a.text(0), a[1], a[2], session)
            },
        ])
    }
}
