// `$ExecutionContext` and what hangs on it: the session's state, variables, paths and commands as objects.

import Runtime
import Scalars

/// The state that a place in code sees: `SessionState`.
public final class SessionStateObject: Box, @unchecked Sendable {
    public let scope: Scope
    public init(_ scope: Scope) { self.scope = scope }
    public override var type: TypeInfo { SessionStateObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.SessionState", base: .object)

    static let types: [KnownType] =
        [
            KnownType(typeInfo, members: table), KnownType(VariableIntrinsics.typeInfo, members: VariableIntrinsics.table),
            KnownType(PathIntrinsics.typeInfo, members: PathIntrinsics.table), KnownType(CommandIntrinsics.typeInfo, members: CommandIntrinsics.table),
            KnownType(EngineIntrinsics.typeInfo, members: engine), KnownType(languageModes), KnownType(CommandLookupObject.typeInfo, members: lookup),
        ] + ProviderIntrinsics.types + ProxyMembers.types
    static let languageModes = TypeInfo.names(
        "System.Management.Automation.PSLanguageMode", ["FullLanguage", "RestrictedLanguage", "NoLanguage", "ConstrainedLanguage"])

    private static func own(_ value: Value) throws -> Scope {
        guard let state = value.object as? SessionStateObject else { throw Refusals.null("this") }
        return state.scope
    }

    @Sendable private static func table() -> MemberTable {
        MemberTable(
            properties: [
                Property("Module", ModuleInfo.typeInfo, get: { t, _ in try own(t).owningModule.map { .object($0) } ?? .null }),
                Property("PSVariable", VariableIntrinsics.typeInfo, get: { t, _ in .object(VariableIntrinsics(try own(t))) }),
                Property("Path", PathIntrinsics.typeInfo, get: { _, _ in .object(PathIntrinsics()) }),
                Property("InvokeCommand", CommandIntrinsics.typeInfo, get: { t, _ in .object(CommandIntrinsics(try own(t))) }),
                Property("Drive", ProviderIntrinsics.drives, get: { _, _ in .object(ProviderIntrinsics(ProviderIntrinsics.drives)) }),
                Property("Provider", ProviderIntrinsics.providers, get: { _, _ in .object(ProviderIntrinsics(ProviderIntrinsics.providers)) }),
                Property("InvokeProvider", ProviderIntrinsics.provider, get: { _, _ in .object(ProviderIntrinsics(ProviderIntrinsics.provider)) }),
                Property("LanguageMode", languageModes, get: { _, _ in .object(EnumerationObject(languageModes, 0)) }),
                Property("UseFullLanguageModeInDebugger", .bool, get: { _, _ in false }),
                Property("Applications", .object, get: { _, _ in .object(ListObject(["*"], type: .list(of: .string))) }),
                Property("Scripts", .object, get: { _, _ in .object(ListObject(["*"], type: .list(of: .string))) }),
            ])
    }

    @Sendable private static func lookup() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> CommandLookupObject {
            guard let own = value.object as? CommandLookupObject else { throw Refusals.null("this") }
            return own
        }
        return MemberTable(properties: [
            Property("CommandName", .string, get: { t, _ in .text(try own(t).name) }), Property("CommandOrigin", .string, get: { _, _ in "Internal" }),
            Property(
                "Command", .object, get: { t, _ in try own(t).command.map { .object($0) } ?? .null },
                set: { t, value, _ in try own(t).command = value.object as? CommandInfo }),
            Property(
                "CommandScriptBlock", .scriptBlock, get: { t, _ in try own(t).block.map { .object($0) } ?? .null },
                set: { t, value, _ in
                    try own(t).block = value.asScriptBlock
                    try own(t).stopsSearch = true
                }),
            Property(
                "StopSearch", .bool, get: { t, _ in .bool(try own(t).stopsSearch) },
                set: { t, value, session in try own(t).stopsSearch = value.isTrue(session) }),
        ])
    }

    @Sendable private static func engine() -> MemberTable {
        MemberTable(properties: [
            Property("Host", HostObject.typeInfo, get: { _, session in session.variable("Host") ?? .null }),
            Property("SessionState", typeInfo, get: { _, session in .object(SessionStateObject(session.scope)) }),
            Property("InvokeProvider", ProviderIntrinsics.provider, get: { _, _ in .object(ProviderIntrinsics(ProviderIntrinsics.provider)) }),
            Property("InvokeCommand", CommandIntrinsics.typeInfo, get: { _, session in .object(CommandIntrinsics(session.scope)) }),
        ])
    }
}

/// `SessionState.PSVariable`.
final class VariableIntrinsics: Box, @unchecked Sendable {
    let scope: Scope
    init(_ scope: Scope) { self.scope = scope }
    override var type: TypeInfo { VariableIntrinsics.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSVariableIntrinsics", base: .object)

    private static func own(_ value: Value) throws -> Scope {
        guard let state = value.object as? VariableIntrinsics else { throw Refusals.null("this") }
        return state.scope
    }

    /// `script:x` names a scope before the variable.
    private static func place(_ name: String, _ s: Scope) -> (name: String, scope: Scope, isQualified: Bool) {
        if let colon = name.firstIndex(of: ":"), let scope = s.named(String(name[..<colon])) { return (String(name[name.index(after: colon)...]), scope, true) }
        return (name, s, false)
    }

    private static func value(_ name: String, _ s: Scope) -> Value? {
        let (plain, scope, isQualified) = place(name, s)
        return scope.session.cell(plain, in: scope, onlyThere: isQualified)?.read(scope.session)
    }

    @Sendable static func table() -> MemberTable {
        MemberTable(methods: [
            Method("Get", [.text("name")], returns: .variableType) { t, a, _ in
                let (name, scope, isQualified) = place(a.text(0), try own(t))
                return scope.session.cell(name, in: scope, onlyThere: isQualified).map { .object(VariableObject($0)) } ?? .null
            },
            Method(
                "GetValue",
                [
                    Overload([.text("name")], returns: .object) { t, a, _ in value(a.text(0), try own(t)) ?? .null },
                    Overload([.text("name"), .object("defaultValue")], returns: .object) { t, a, _ in value(a.text(0), try own(t)) ?? a[1] },
                ]),
            Method(
                "Set",
                [
                    Overload([.text("name"), .object("value")]) { t, a, _ in
                        let (name, scope, _) = place(a.text(0), try own(t))
                        try scope.session.setVariable(name, a[1], in: scope)
                        return .nothing
                    },
                    Overload([.of("variable", .variableType)]) { t, a, session in
                        if let cell = VariableObject.cell(a[0]) { session.install(cell, in: try own(t)) }
                        return .nothing
                    },
                ]),
            Method("Remove", [.object("name")]) { t, a, session in
                let given = try VariableObject.cell(a[0])?.name ?? a[0].toText(session)
                let (name, scope, _) = place(given, try own(t))
                _ = scope.session.removeVisibleVariable(name, from: scope)
                return .nothing
            },
        ])
    }
}

/// `SessionState.Path`.
final class PathIntrinsics: Box, @unchecked Sendable {
    override var type: TypeInfo { PathIntrinsics.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PathIntrinsics", base: .object)

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    @Sendable static func table() -> MemberTable {
        MemberTable(
            properties: [
                Property("CurrentLocation", PathInfo.typeInfo, get: { _, session in .object(PathInfo(session.currentPath)) }),
                Property("CurrentFileSystemLocation", PathInfo.typeInfo, get: { _, session in .object(PathInfo(session.location)) }),
            ],
            methods: [
                Method("Combine", [.text("parent"), .text("child")], returns: .string) { _, a, _ in
                    let head = a.text(0), tail = a.text(1)
                    if head.isEmpty || tail.isEmpty { return .text(head + tail) }
                    return .text((head.hasSuffix("/") ? String(head.dropLast()) : head) + "/" + tail.drop { $0 == "/" })
                },
                Method(
                    "GetUnresolvedProviderPathFromPSPath",
                    [Overload([.text("path")], returns: .string) { _, a, session in .text(session.fullPath(a.text(0))) }]),
                Method("GetResolvedProviderPathFromPSPath", [.text("path"), .byReference("provider", .object)], returns: .object) { _, a, session in
                    .strings([session.fullPath(a.text(0))])
                },
                Method("GetResolvedPSPathFromPSPath", [.text("path")], returns: .object) { _, a, session in
                    .array([.object(PathInfo(session.fullPath(a.text(0))))])
                },
                Method("IsPSAbsolute", [.text("path"), .byReference("driveName", .string)], returns: .bool) { _, a, _ in .bool(a.text(0).hasPrefix("/")) },
                Method("IsValid", [.text("path")], returns: .bool) { _, a, _ in .bool(!a.text(0).isEmpty) },
                Method("ParseParent", [.text("path"), .text("root")], returns: .string) { _, a, _ in .text(parent(a.text(0))) },
                Method("ParseChildName", [.text("path")], returns: .string) { _, a, _ in
                    .text(a.text(0).split(separator: "/").last.map(String.init) ?? "")
                },
                Method("SetLocation", [.text("path")], returns: PathInfo.typeInfo) { _, a, session in
                    session.location = session.fullPath(a.text(0))
                    return .object(PathInfo(session.location))
                },
            ])
    }
}

/// `SessionState.InvokeCommand`.
final class CommandIntrinsics: Box, @unchecked Sendable {
    let scope: Scope
    init(_ scope: Scope) { self.scope = scope }
    override var type: TypeInfo { CommandIntrinsics.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CommandInvocationIntrinsics", base: .object)

    private static func own(_ value: Value) throws -> Scope {
        guard let state = value.object as? CommandIntrinsics else { throw Refusals.null("this") }
        return state.scope
    }

    private static func collection(_ value: Value, _ session: Session) throws -> Value {
        .object(ListObject(value.isAbsent ? [] : try session.elements(of: value) ?? [value], type: Intrinsics.collectionType))
    }

    private static func commands(_ pattern: String, _ kinds: Int64, isPattern: Bool, _ s: Scope, _ session: Session) -> [Value] {
        if !isPattern {
            return session.findCommand(pattern, s).flatMap { Int64($0.commandKind.rawValue) & kinds != 0 ? [.object($0)] : nil } ?? []
        }
        var all: [CommandInfo] = session.cmdletNames.compactMap { session.cmdlet(named: $0) }
        all += session.functions(in: s).values.map { $0 as CommandInfo }
        all += session.aliases(in: s).values.map { $0 as CommandInfo }
        return all.filter { Int64($0.commandKind.rawValue) & kinds != 0 && WildcardMatch.matches($0.name, pattern) }
            .sorted { $0.name.lowercased() < $1.name.lowercased() }.map { .object($0) }
    }

    @Sendable static func table() -> MemberTable {
        let kinds = CommandMembers.kinds
        return MemberTable(
            properties: [
                Property("HasErrors", .bool, get: { _, _ in false }),
                Property(
                    "CommandNotFoundAction", .object,
                    get: { _, session in session.attachment(LookupActions.self) { LookupActions() }.notFound.map { .object($0) } ?? .null },
                    set: { _, value, session in session.attachment(LookupActions.self) { LookupActions() }.notFound = value.asScriptBlock }),
            ],
            methods: [
                Method("ExpandString", [.text("source")], returns: .string) { _, a, session in .text(try session.expand(a.text(0))) },
                Method(
                    "InvokeScript",
                    [
                        Overload([.text("script")], returns: .object) { t, a, session in
                            try collection(session.call(session.scriptBlock(a.text(0)), arguments: []), session)
                        },
                        Overload([.text("script"), .rest("args", .object)], returns: .object) { t, a, session in
                            try collection(session.call(session.scriptBlock(a.text(0)), arguments: a.values(1)), session)
                        },
                        Overload([.bool("useLocalScope"), .of("scriptBlock", .scriptBlock), .object("input"), .rest("args", .object)], returns: .object) {
                            t, a, session in
                            let block = try Delegates.block(a[1])
                            if a.bool(0) { return try collection(session.call(block, arguments: a.values(3)), session) }
                            return try collection(session.evaluate(block, arguments: a.values(3), scope: session.scope), session)
                        },
                        Overload(
                            [.of("sessionState", SessionStateObject.typeInfo), .of("scriptBlock", .scriptBlock), .rest("args", .object)], returns: .object
                        ) {
                            _, a, session in
                            guard let state = a[0].object as? SessionStateObject else { throw Refusals.null("sessionState") }
                            let block = try Delegates.block(a[1]).bound(to: state.scope.owningModule)
                            return try collection(session.evaluate(block, arguments: a.values(2), scope: state.scope), session)
                        },
                    ]),
                Method("NewScriptBlock", [.text("scriptText")], returns: .scriptBlock) { _, a, session in .object(try session.scriptBlock(a.text(0))) },
                Method(
                    "GetCommand",
                    [
                        Overload([.text("commandName"), .of("type", kinds)], returns: .object) { t, a, session in
                            commands(a.text(0), a.enumeration(1), isPattern: false, try own(t), session).first ?? .null
                        },
                        Overload([.text("commandName"), .of("type", kinds), .rest("arguments", .object)], returns: .object) { t, a, session in
                            commands(a.text(0), a.enumeration(1), isPattern: false, try own(t), session).first ?? .null
                        },
                    ]),
                Method("GetCommands", [.text("name"), .of("commandTypes", kinds), .bool("nameIsPattern")], returns: .object) { t, a, session in
                    .array(commands(a.text(0), a.enumeration(1), isPattern: a.bool(2), try own(t), session))
                },
                Method("GetCommandName", [.text("name"), .bool("nameIsPattern"), .bool("returnFullName")], returns: .object) { t, a, session in
                    .array(
                        try commands(a.text(0), 383, isPattern: a.bool(1), try own(t), session).map {
                            try session.property(of: $0, a.bool(2) ? "Source" : "Name")
                        })
                },
                Method("GetCmdlet", [.text("commandName")], returns: .object) { t, a, session in
                    commands(a.text(0), 8, isPattern: false, try own(t), session).first ?? .null
                },
                Method(
                    "GetCmdlets",
                    [
                        Overload(returns: .object) { t, _, session in .array(commands("*", 8, isPattern: true, try own(t), session)) },
                        Overload([.text("pattern")], returns: .object) { t, a, session in
                            .array(commands(a.text(0), 8, isPattern: true, try own(t), session))
                        },
                    ]),
            ])
    }
}
