// `[initialsessionstate]`: what a session beside this one begins with.

import Runtime

final class InitialStateObject: Box, @unchecked Sendable {
    let variables = ListObject([], type: InitialStateObject.entries)
    let commands = ListObject([], type: InitialStateObject.entries)
    let environment = ListObject([], type: InitialStateObject.entries)
    private(set) var modules: [String] = []
    private(set) var startupScripts: [String] = []
    var settings: [String: Value] = [
        "LanguageMode": "FullLanguage", "ExecutionPolicy": "Unrestricted", "ThreadOptions": "Default", "ApartmentState": "Unknown",
    ]
    override var type: TypeInfo { InitialStateObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Runspaces.InitialSessionState", accelerator: "initialsessionstate", base: .object)
    private static let entries = TypeInfo(
        "System.Management.Automation.Runspaces.InitialSessionStateEntryCollection`1[[System.Object]]", base: .object, interfaces: [.iList], code: .list,
        genericArguments: [.object])

    /// One variable, function or alias to begin with.
    final class Entry: Box, @unchecked Sendable {
        enum Sort { case variable, function, alias }
        let sort: Sort, name: String, value: Value, description: String, options: Value
        init(_ sort: Sort, _ name: String, _ value: Value, _ description: String = "", _ options: Value = "None") {
            self.sort = sort; self.name = name; self.value = value; self.description = description; self.options = options
        }
        override var type: TypeInfo {
            switch sort {
            case .variable: Entry.variable
            case .function: Entry.function
            case .alias: Entry.alias
            }
        }
        private static let base = TypeInfo("System.Management.Automation.Runspaces.SessionStateCommandEntry", base: .object)
        static let variable = TypeInfo("System.Management.Automation.Runspaces.SessionStateVariableEntry", base: .object)
        static let function = TypeInfo("System.Management.Automation.Runspaces.SessionStateFunctionEntry", base: base)
        static let alias = TypeInfo("System.Management.Automation.Runspaces.SessionStateAliasEntry", base: base)
    }

    /// Gives a new session everything that stands here.
    func apply(to session: Session) throws {
        for case let entry as Entry in (environment.elements + variables.elements + commands.elements).compactMap(\.object) {
            switch entry.sort {
            case .variable:
                if environment.elements.contains(where: { $0.object === entry }) {
                    session.environment[entry.name] = try entry.value.toText(session)
                } else {
                    try session.setVariable(entry.name, PowerShellObject.moved(entry.value, session), in: session.global)
                }
            case .function:
                let block = try session.scriptBlock(entry.value.toText(session))
                session.setFunction(FunctionInfo(name: entry.name, block: block, isFilter: false), in: session.global)
            case .alias: session.setAlias(AliasInfo(name: entry.name, definition: try entry.value.toText(session)), in: session.global)
            }
        }
        for name in modules + startupScripts {
            let quoted = "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
            let text = modules.contains(name) ? "Import-Module " + quoted : ". " + quoted
            _ = try session.evaluate(session.scriptBlock(text), scope: session.global)
        }
    }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) throws -> InitialStateObject {
            guard let object = value.object as? InitialStateObject else { throw Refusals.null("this") }
            return object
        }
        func list(_ name: String, _ path: KeyPath<InitialStateObject, ListObject> & Sendable) -> Property {
            Property(name, entries, get: { t, _ in .object(try own(t)[keyPath: path]) })
        }
        func setting(_ name: String) -> Property {
            Property(name, .object, get: { t, _ in try own(t).settings[name] ?? .null }, set: { t, value, _ in try own(t).settings[name] = value })
        }
        func make(_ name: String) -> Method { Method(name, returns: typeInfo) { _, _, _ in .object(InitialStateObject()) } }
        return MemberTable(
            properties: [
                list("Variables", \.variables), list("Commands", \.commands), list("EnvironmentVariables", \.environment),
                Property("Modules", .object, get: { t, _ in .strings(try own(t).modules) }),
                Property("StartupScripts", .object, get: { t, _ in .strings(try own(t).startupScripts) }),
            ] + ["LanguageMode", "ExecutionPolicy", "ThreadOptions", "ApartmentState", "ThrowOnRunspaceOpenError", "DisableFormatUpdates"].map(setting),
            methods: [
                Method("ImportPSModule", [.object("name")]) { t, a, session in
                    for name in try session.elements(of: a[0]) ?? [a[0]] { try own(t).modules.append(try name.toText(session)) }
                    return .nothing
                },
                Method("Clone", returns: typeInfo) { t, _, _ in
                    let old = try own(t), made = InitialStateObject()
                    made.variables.elements = old.variables.elements
                    made.commands.elements = old.commands.elements
                    made.environment.elements = old.environment.elements
                    made.modules = old.modules
                    made.settings = old.settings
                    return .object(made)
                },
            ], staticMethods: [make("Create"), make("CreateDefault"), make("CreateDefault2"), make("CreateEmpty")])
    }

    private static func entry(_ type: TypeInfo, _ valueName: String, _ constructors: [Overload]) -> KnownType {
        KnownType(type) {
            @Sendable func own(_ value: Value) throws -> Entry {
                guard let object = value.object as? Entry else { throw Refusals.null("this") }
                return object
            }
            return MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(try own(t).name) }), Property(valueName, .object, get: { t, _ in try own(t).value }),
                    Property("Description", .string, get: { t, _ in .text(try own(t).description) }),
                    Property("Options", .object, get: { t, _ in try own(t).options }),
                ], constructors: constructors)
        }
    }

    static let types: [KnownType] = [
        KnownType(typeInfo, members: table),
        KnownType(entries, members: { ListMembers.generic("System.Collections.ObjectModel.Collection", [.object]).members() }),
        entry(
            Entry.variable, "Value",
            [
                Overload([.text("name"), .object("value"), .text("description")], returns: Entry.variable) { _, a, _ in
                    .object(Entry(.variable, a.text(0), a[1], a.text(2)))
                },
                Overload([.text("name"), .object("value"), .text("description"), .object("options")], returns: Entry.variable) { _, a, _ in
                    .object(Entry(.variable, a.text(0), a[1], a.text(2), a[3]))
                },
            ]),
        entry(
            Entry.function, "Definition",
            [
                Overload([.text("name"), .text("definition")], returns: Entry.function) { _, a, _ in .object(Entry(.function, a.text(0), a[1])) },
                Overload([.text("name"), .text("definition"), .object("helpFile")], returns: Entry.function) { _, a, _ in
                    .object(Entry(.function, a.text(0), a[1]))
                },
                Overload([.text("name"), .text("definition"), .object("options"), .object("helpFile")], returns: Entry.function) { _, a, _ in
                    .object(Entry(.function, a.text(0), a[1], "", a[2]))
                },
            ]),
        entry(
            Entry.alias, "Definition",
            [
                Overload([.text("name"), .text("definition")], returns: Entry.alias) { _, a, _ in .object(Entry(.alias, a.text(0), a[1])) },
                Overload([.text("name"), .text("definition"), .text("description")], returns: Entry.alias) { _, a, _ in
                    .object(Entry(.alias, a.text(0), a[1], a.text(2)))
                },
            ]),
    ]
}
