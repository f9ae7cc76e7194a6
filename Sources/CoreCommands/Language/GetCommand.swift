// Get-Command: what can be called.

import Runtime
import TypeSystem

final class GetCommand: Command {
    static let name = "Get-Command"
    static let aliases = ["gcm"]
    static let names = Parameter<[String]>(
        "Name", position: 0, pipeline: true, byName: true, sets: ["AllCommandSet"], validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let verb = Parameter<[String]>("Verb", byName: true, sets: ["CmdletSet"], help: "Verbs.")
    static let noun = Parameter<[String]>("Noun", byName: true, sets: ["CmdletSet"], help: "Nouns.")
    static let module = Parameter<[String]>("Module", aliases: ["PSSnapin"], byName: true, help: "Modules.")
    static let kind = Parameter<Value>(
        "CommandType", aliases: ["Type"], byName: true, sets: ["AllCommandSet"], type: CommandMembers.kinds, help: "Kinds of commands.")
    static let total = Parameter<Int>("TotalCount", byName: true, help: "How many at most.")
    static let syntax = Parameter<Bool>("Syntax", byName: true, help: "How each is called, in place of the command.")
    static let all = Parameter<Bool>("All", byName: true, help: "Also what is hidden by another command of the name.")
    static let parameterName = Parameter<[String]>("ParameterName", help: "Commands that have a parameter of this name.")
    static let qualified = Parameter<[Value]>(
        "FullyQualifiedModule", byName: true, type: ModuleSpecificationObject.typeInfo.arrayType(),
        help: "Modules with versions: @{ ModuleName = …; ModuleVersion = … }.")
    static let imported = Parameter<Bool>("ListImported", byName: true, help: "Only what is there already, nothing that a module would have to be loaded for.")
    static let parameterType = Parameter<[Value]>("ParameterType", type: TypeInfo.type.arrayType(), help: "Commands that have a parameter of this type.")
    static let arguments = Parameter<[Value]>("ArgumentList", aliases: ["Args"], position: 1, remaining: true, help: "Arguments that the parameters depend on.")

    static let fuzzy = Parameter<Bool>("UseFuzzyMatching", sets: ["AllCommandSet"], help: "Also names that are nearly the one given.")
    static let distance = Parameter<Int>(
        "FuzzyMinimumDistance", sets: ["AllCommandSet"], type: .uint32, help: "How many letters may differ at most; 5 if not given.")
    static let abbreviated = Parameter<Bool>(
        "UseAbbreviationExpansion", byName: true, sets: ["AllCommandSet"], help: "Also names whose capitals and dash are the one given: g-ci.")

    static let declaration = CommandDeclaration(
        synopsis: "Gets commands.", description: "Gets commands, functions, aliases, scripts and programs by name, verb, noun, module or parameter.",
        parameters: [
            names, verb, noun, module, qualified, kind, total, syntax, all, imported, parameterName, parameterType, arguments, fuzzy, distance, abbreviated,
        ],
        defaultSet: "CmdletSet",
        outputTypes: ["System.Management.Automation.AliasInfo", "System.Management.Automation.CmdletInfo", "System.Management.Automation.FunctionInfo"],
        module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("By verb and noun", "(Get-Command -Verb Group -Noun Object).Name", output: "Group-Object\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        var found: [CommandInfo] = []
        var asked: [ObjectIdentifier: String] = [:]
        if run.isBound(Self.module), run.isBound(Self.qualified) {
            throw run.failure(
                "ModuleAndFullyQualifiedModuleCannotBeSpecifiedTogether", "Module and FullyQualifiedModule cannot be given together.",
                type: "System.InvalidOperationException", category: .invalidOperation)
        }
        if let names = run[Self.names] {
            if run.has(Self.fuzzy) { return try writeNearly(names, run) }
            for name in names {
                if run.has(Self.abbreviated) {
                    let hits = everything(session, run).filter { NearName.abbreviation(of: $0.name).equalsIgnoringCase(name) }
                    found += hits
                    if !hits.isEmpty { continue }
                }
                for command in try named(name, run) {
                    asked[ObjectIdentifier(command)] = name
                    found.append(command)
                }
            }
        } else {
            found = everything(session, run).filter { run.isBound(Self.kind) || $0.commandKind != .application }.sorted {
                $0.name.lowercased() < $1.name.lowercased()
            }
        }
        found = found.filter { fits($0, run) }
        if let total = run[Self.total], total >= 0 { found = Array(found.prefix(total)) }
        for command in found {
            if run.has(Self.syntax) {
                try run.write(.text(CommandSyntaxText.of(command, session, askedAs: asked[ObjectIdentifier(command)])))
            } else if let arguments = run[Self.arguments], let function = command as? FunctionInfo {
                try run.write(.object(function.called(with: arguments)))
            } else {
                try run.write(.object(command))
            }
        }
    }

    /// Commands whose names are near to one given, the nearest first, each with its distance.
    private func writeNearly(_ names: [String], _ run: Invocation) throws {
        let session = run.session, limit = run[Self.distance] ?? 5
        for name in names {
            var near = everything(session, run).filter { fits($0, run) }.compactMap { command in
                NearName.distance(command.name.lowercased(), name.lowercased(), atMost: limit).map { (command, $0) }
            }
            near.sort { ($0.1, $0.0.name.lowercased()) < ($1.1, $1.0.name.lowercased()) }
            for (command, score) in near.prefix(run[Self.total] ?? .max) {
                if run.has(Self.syntax) {
                    try run.write(.text(CommandSyntaxText.of(command, session)))
                } else {
                    try run.write(session.add(AddedMember("Score", .note(.int(Int32(score)))), to: .object(command)))
                }
            }
        }
    }

    private func everything(_ session: Session, _ run: Invocation) -> [CommandInfo] {
        var all: [CommandInfo] = session.cmdletNames.compactMap { session.cmdlet(named: $0) }
        all += session.functions(in: run.scope).values.map { $0 as CommandInfo }
        all += session.aliases(in: run.scope).values.map { $0 as CommandInfo }
        return all
    }

    private func named(_ name: String, _ run: Invocation) throws -> [CommandInfo] {
        let session = run.session
        if WildcardName.isWildcard(name), session.findCommand(name, run.scope) == nil || name.count > 1 {
            return everything(session, run).filter { WildcardName.matches($0.name, name) }.sorted { $0.name.lowercased() < $1.name.lowercased() }
        }
        var hits: [CommandInfo] = []
        let wanted = run[Self.kind]?.asEnumeration?.rawValue ?? 383
        if let command = session.findCommand(name, run.scope), Int64(command.commandKind.rawValue) & wanted != 0 { hits.append(command) }
        if hits.isEmpty || run.has(Self.all) {
            hits += everything(session, run).filter { one in
                one.name.equalsIgnoringCase(name) && Int64(one.commandKind.rawValue) & wanted != 0 && !hits.contains { $0 === one }
            }
        }
        if hits.isEmpty, !run.has(Self.imported), try session.autoload(name, run.scope), let command = session.findCommand(name, run.scope) {
            hits.append(command)
        }
        if hits.isEmpty || run.has(Self.all), wanted & 32 != 0, let program = session.program(named: name),
            !hits.contains(where: { $0.name == program.name && $0.commandKind == .application })
        {
            hits.append(program)
        }
        if hits.isEmpty {
            try run.writeError(
                "CommandNotFoundException",
                "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
                type: "System.Management.Automation.CommandNotFoundException", category: .objectNotFound, target: .text(name))
        }
        return try hits.map { try session.readyCommand($0) }
    }

    private func fits(_ command: CommandInfo, _ run: Invocation) -> Bool {
        if let kind = run[Self.kind]?.asEnumeration?.rawValue, Int64(command.commandKind.rawValue) & kind == 0 { return false }
        if let modules = run[Self.module], !modules.contains(where: { WildcardName.matches(command.moduleName, $0) }) { return false }
        if let qualified = run[Self.qualified] {
            let wanted = ModuleCommands.specifications(qualified)
            guard let module = (command as? FunctionInfo)?.module ?? run.session.builtInModule(named: command.moduleName),
                wanted.contains(where: { $0.name.equalsIgnoringCase(module.name) && $0.accepts(module) })
            else { return false }
        }
        if let types = run[Self.parameterType] {
            let wanted = types.compactMap { $0.asType?.value }
            guard command.parameters?.parameters.contains(where: { one in wanted.contains { $0 === one.type || $0 === one.type.elementType } }) == true else {
                return false
            }
        }
        if let parameters = run[Self.parameterName],
            !parameters.contains(where: { name in
                command.parameters?.parameters.contains { WildcardName.matches($0.name, name) || $0.aliases.contains { WildcardName.matches($0, name) } }
                    ?? false
            })
        {
            return false
        }
        if run.isBound(Self.verb) || run.isBound(Self.noun) {
            guard command.commandKind != .alias, let dash = command.name.firstIndex(of: "-") else { return false }
            let verb = String(command.name[..<dash]), noun = String(command.name[command.name.index(after: dash)...])
            if let verbs = run[Self.verb], !verbs.contains(where: { WildcardName.matches(verb, $0) }) { return false }
            if let nouns = run[Self.noun], !nouns.contains(where: { WildcardName.matches(noun, $0) }) { return false }
        }
        return true
    }
}

/// How a command is called, one line for each parameter set.
enum CommandSyntaxText {
    /// - Parameter name: what the command was asked for as; another name than its own is shown like an alias.
    static func of(_ command: CommandInfo, _ session: Session, askedAs name: String? = nil) -> String {
        var target: CommandInfo? = command
        var seen = 0
        while let alias = target as? AliasInfo, seen < 20 {
            target = session.findCommand(alias.definition)
            seen += 1
        }
        guard let target, let table = session.parameters(of: target) else {
            if let alias = command as? AliasInfo { return "\n\(alias.name) (alias) -> \(alias.definition)\n" }
            return (command as? ApplicationInfo)?.path ?? command.name
        }
        var shown = command.name, head = ""
        if let alias = command as? AliasInfo {
            head = "\(alias.name) (alias) -> \(alias.definition)\n"
        } else if command is ScriptInfo, let name, !name.equalsIgnoringCase(command.name), !WildcardName.isWildcard(name) {
            shown = name
            head = "\(name) (alias) -> \(command.name)\n"
        }
        let sets: [String?] = table.setNames.isEmpty ? [nil] : table.setNames
        let lines = sets.map { shown + " " + parameters(of: table, $0) }.joined(separator: "\n\n")
        return (head.isEmpty ? "\n" : head + "\n") + lines + "\n"
    }

    static func line(_ command: CommandInfo, _ table: ParameterTable, _ set: String?) -> String {
        let rest = parameters(of: table, set)
        return rest.isEmpty ? command.name : command.name + " " + rest
    }

    /// The parameters of one set: positional ones first, then those that must be given.
    static func parameters(of table: ParameterTable, _ set: String?) -> String {
        var parts: [String] = []
        let own = table.parameters.filter { !table.isCommonParameter($0) && ($0.places.isEmpty || $0.place(in: set) != nil) && !$0.isHidden }
        let positional = own.filter { table.position(of: $0, in: set) != nil }.sorted {
            (table.position(of: $0, in: set) ?? 0) < (table.position(of: $1, in: set) ?? 0)
        }
        let rest = own.filter { table.position(of: $0, in: set) == nil }
        func isMandatory(_ parameter: ParameterInfo) -> Bool { parameter.place(in: set)?.isMandatory == true }
        for parameter in positional + rest.filter(isMandatory) + rest.filter({ !isMandatory($0) }) {
            var text = "-" + parameter.name
            if parameter.isSwitch {
                parts.append(isMandatory(parameter) ? text : "[\(text)]")
                continue
            }
            if table.position(of: parameter, in: set) != nil { text = "[\(text)]" }
            text += " <\(shortName(parameter.type))>"
            parts.append(isMandatory(parameter) ? text : "[\(text)]")
        }
        if table.isAdvanced {
            if table.supportsShouldProcess { parts += ["[-WhatIf]", "[-Confirm]"] }
            parts.append("[<CommonParameters>]")
        }
        return parts.joined(separator: " ")
    }

    /// The accelerator, or the name without its namespace.
    static func shortName(_ type: TypeInfo) -> String {
        if type.rank > 0 { return (type.elementType.map(shortName) ?? "Object") + "[" + String(repeating: ",", count: type.rank - 1) + "]" }
        if type.accelerator == nil, !type.genericArguments.isEmpty {
            let head = type.fullName.prefix { $0 != "`" && $0 != "[" }
            return (head.split(separator: ".").last.map(String.init) ?? "") + "[" + type.genericArguments.map(shortName).joined(separator: ",") + "]"
        }
        if type.accelerator != nil { return type.displayName }
        return type.name
    }
}
