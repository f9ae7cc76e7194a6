// Get-Command: what can be called.

import Runtime

final class GetCommand: Command {
    static let name = "Get-Command"
    static let aliases = ["gcm"]
    static let kinds = TypeInfo.enumeration(
        "System.Management.Automation.CommandTypes",
        EnumerationInfo(
            [
                ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32), ("Script", 64),
                ("Configuration", 256), ("All", 383),
            ], isFlags: true))
    static let names = Parameter<[String]>(
        "Name", position: 0, pipeline: true, byName: true, sets: ["AllCommandSet"], validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let verb = Parameter<[String]>("Verb", byName: true, sets: ["CmdletSet"], help: "Verbs.")
    static let noun = Parameter<[String]>("Noun", byName: true, sets: ["CmdletSet"], help: "Nouns.")
    static let module = Parameter<[String]>("Module", aliases: ["PSSnapin"], byName: true, help: "Modules.")
    static let kind = Parameter<Value>("CommandType", aliases: ["Type"], byName: true, sets: ["AllCommandSet"], type: kinds, help: "Kinds of commands.")
    static let total = Parameter<Int>("TotalCount", byName: true, help: "How many at most.")
    static let syntax = Parameter<Bool>("Syntax", byName: true, help: "How each is called, in place of the command.")
    static let all = Parameter<Bool>("All", byName: true, help: "Also what is hidden by another command of the name.")
    static let parameterName = Parameter<[String]>("ParameterName", help: "Commands that have a parameter of this name.")
    static let arguments = Parameter<[Value]>("ArgumentList", aliases: ["Args"], position: 1, remaining: true, help: "Arguments that the parameters depend on.")

    static let declaration = CommandDeclaration(
        synopsis: "Gets commands.", description: "Gets commands, functions, aliases, scripts and programs by name, verb, noun, module or parameter.",
        parameters: [names, verb, noun, module, kind, total, syntax, all, parameterName, arguments], defaultSet: "CmdletSet",
        outputTypes: ["System.Management.Automation.AliasInfo", "System.Management.Automation.CmdletInfo", "System.Management.Automation.FunctionInfo"],
        module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("By verb and noun", "(Get-Command -Verb Group -Noun Object).Name", output: "Group-Object\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        var found: [CommandInfo] = []
        if let names = run[Self.names] {
            for name in names { found += try named(name, run) }
        } else {
            found = everything(session, run).filter { run.isBound(Self.kind) || $0.commandKind != .application }.sorted {
                $0.name.lowercased() < $1.name.lowercased()
            }
        }
        found = found.filter { fits($0, run) }
        if let total = run[Self.total], total >= 0 { found = Array(found.prefix(total)) }
        for command in found {
            if run.has(Self.syntax) { try run.write(.text(CommandSyntaxText.of(command, session))) } else { try run.write(.object(command)) }
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
        return hits
    }

    private func fits(_ command: CommandInfo, _ run: Invocation) -> Bool {
        if let kind = run[Self.kind]?.asEnumeration?.rawValue, Int64(command.commandKind.rawValue) & kind == 0 { return false }
        if let modules = run[Self.module], !modules.contains(where: { WildcardName.matches(command.moduleName, $0) }) { return false }
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
    static func of(_ command: CommandInfo, _ session: Session) -> String {
        if let alias = command as? AliasInfo { return "\n\(alias.name) (alias) -> \(alias.definition)\n" }
        guard let table = command.parameters else { return (command as? ApplicationInfo)?.path ?? command.name }
        let sets: [String?] = table.setNames.isEmpty ? [nil] : table.setNames
        return "\n" + sets.map { line(command, table, $0) }.joined(separator: "\n\n") + "\n"
    }

    static func line(_ command: CommandInfo, _ table: ParameterTable, _ set: String?) -> String {
        var parts = [command.name]
        let own = table.parameters.filter { !table.isCommonParameter($0) && $0.place(in: set) != nil }
        let positional = own.filter { $0.place(in: set)?.position != nil }.sorted { ($0.place(in: set)?.position ?? 0) < ($1.place(in: set)?.position ?? 0) }
        let rest = own.filter { $0.place(in: set)?.position == nil }
        for parameter in positional + rest.filter({ $0.place(in: set)?.isMandatory == true }) + rest.filter({ $0.place(in: set)?.isMandatory != true }) {
            guard let place = parameter.place(in: set) else { continue }
            var text = "-" + parameter.name
            if parameter.isSwitch {
                parts.append(place.isMandatory ? text : "[\(text)]")
                continue
            }
            if place.position != nil { text = "[\(text)]" }
            text += " <\(parameter.type.displayName)>"
            parts.append(place.isMandatory ? text : "[\(text)]")
        }
        if table.isAdvanced {
            if table.supportsShouldProcess { parts += ["[-WhatIf]", "[-Confirm]"] }
            parts.append("[<CommonParameters>]")
        }
        return parts.joined(separator: " ")
    }
}
