// Get-, Set-, New- and Remove-Alias.

import Runtime
import Scalars
import TypeSystem

enum AliasParameters {
    static let definitionTarget = Parameter<String>("Value", position: 1, mandatory: true, byName: true, help: "The command it stands for.")
    static let aliasName = Parameter<String>("Name", position: 0, mandatory: true, byName: true, help: "The alias.")
    static let described = Parameter<String>("Description", help: "What it is for.")
    static let option = Parameter<Value>("Option", type: PSObjectTable.variableOptions, help: "ReadOnly, Constant, Private or AllScope.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the alias.")
    static let force = Parameter<Bool>("Force", help: "Also read-only aliases.")
    static var all: [any AnyParameter] { [aliasName, definitionTarget, described, option, passThru, VariableScope.scope, force] }

    static func notWritable(_ name: String) -> ErrorRecord {
        ErrorRecord(
            ExceptionObject(
                "SessionStateUnauthorizedAccessException", "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to."),
            id: "AliasNotWritable", category: .writeError, target: .text(name))
    }

    static func make(_ run: Invocation, mayExist: Bool) throws {
        let session = run.session
        let name = run[aliasName] ?? "", target = run[definitionTarget] ?? ""
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        if let old = session.aliases(in: scope)[name.lowercased()] {
            if !mayExist, !run.has(force) {
                return try run.writeError(
                    "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '\(name)' already exists.",
                    type: "System.Management.Automation.SessionStateException", category: .resourceExists, target: .text(name))
            }
            if old.options.contains(.constant) || (old.options.contains(.readOnly) && !run.has(force)) {
                return try run.writeError(notWritable(name))
            }
            let wanted = run[option]?.asEnumeration.map { VariableOptions(rawValue: UInt8(truncatingIfNeeded: $0.rawValue)) } ?? []
            if old.options.contains(.allScope), !wanted.contains(.allScope) {
                return try run.writeError(
                    "AliasAllScopeOptionCannotBeRemoved", "The AllScope option cannot be removed from the alias '\(name)'.",
                    type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
            }
        }
        guard try run.shouldProcess("Name: \(name) Value: \(target)", mayExist ? "Set Alias" : "New Alias") else { return }
        let alias = AliasInfo(name: name, definition: target)
        alias.describedAs = run[described] ?? ""
        if let option = run[option]?.asEnumeration { alias.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: option.rawValue)) }
        session.setAlias(alias, in: scope)
        if run.has(passThru) { try run.write(.object(alias)) }
    }
}

final class SetAlias: Command {
    static let name = "Set-Alias"
    static let aliases = ["sal"]
    static let declaration = CommandDeclaration(
        synopsis: "Sets an alias.", description: "Gives a command a second name, or an alias a new meaning.",
        parameters: AliasParameters.all, supportsShouldProcess: true,
        examples: [CommandExample("A short name", "Set-Alias say Write-Output\nsay hello", output: "hello\n")])
    func process(_ run: Invocation) throws { try AliasParameters.make(run, mayExist: true) }
}

final class NewAlias: Command {
    static let name = "New-Alias"
    static let aliases = ["nal"]
    static let declaration = CommandDeclaration(
        synopsis: "Makes an alias.", description: "Gives a command a second name that is not taken.",
        parameters: AliasParameters.all, supportsShouldProcess: true,
        examples: [CommandExample("A short name", "New-Alias say Write-Output\nsay hello", output: "hello\n")])
    func process(_ run: Invocation) throws { try AliasParameters.make(run, mayExist: false) }
}

final class GetAlias: Command {
    static let name = "Get-Alias"
    static let aliases = ["gal"]
    static let names = Parameter<[String]>(
        "Name", position: 0, pipeline: true, byName: true, sets: ["Default"], validations: [.notNullOrEmpty], help: "Aliases to look for; wildcards allowed.")
    static let exclude = Parameter<[String]>("Exclude", help: "No aliases like these.")
    static let definition = Parameter<[String]>("Definition", sets: ["Definition"], validations: [.notNullOrEmpty], help: "Commands whose aliases are wanted.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets aliases.", description: "Gets the aliases seen from here.", parameters: [names, exclude, VariableScope.scope, definition],
        defaultSet: "Default", outputTypes: ["System.Management.Automation.AliasInfo"],
        examples: [CommandExample("What it stands for", "(Get-Alias gm).Definition", output: "Get-Member\n")])

    func process(_ run: Invocation) throws {
        let all = run.session.aliases(in: try VariableScope.find(run[VariableScope.scope], run)).values.sorted {
            Collation.compare($0.name, $1.name, ignoreCase: true) < 0
        }
        let exclude = run[Self.exclude] ?? []
        if let definitions = run[Self.definition] {
            for definition in definitions {
                let hits = all.filter { WildcardName.matches($0.definition, definition) }
                if hits.isEmpty {
                    try run.writeError(
                        "ItemNotFoundException",
                        "This command cannot find a matching alias because an alias with the definition '\(definition)' does not exist.",
                        type: "System.Management.Automation.ItemNotFoundException", category: .objectNotFound, target: .text(definition))
                }
                for hit in hits { try run.write(.object(hit)) }
            }
            return
        }
        for name in run[Self.names] ?? ["*"] {
            let hits = all.filter { alias in
                (WildcardName.isWildcard(name) ? WildcardName.matches(alias.name, name) : alias.name.equalsIgnoringCase(name))
                    && !exclude.contains { WildcardName.matches(alias.name, $0) }
            }
            if hits.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "ItemNotFoundException", "This command cannot find a matching alias because an alias with the name '\(name)' does not exist.",
                    type: "System.Management.Automation.ItemNotFoundException", category: .objectNotFound, target: .text(name))
            }
            for hit in hits { try run.write(.object(hit)) }
        }
    }
}

final class RemoveAlias: Command {
    static let name = "Remove-Alias"
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, pipeline: true, byName: true, help: "Aliases to remove.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes aliases.", description: "Removes aliases of the session.", parameters: [names, VariableScope.scope, AliasParameters.force],
        examples: [CommandExample("One", "Set-Alias say Write-Output\nRemove-Alias say\n[bool](Get-Alias say -ErrorAction Ignore)", output: "False\n")])

    func process(_ run: Invocation) throws {
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        for name in run[Self.names] ?? [] {
            guard let alias = run.session.aliases(in: scope)[name.lowercased()] else {
                try run.writeError(
                    "ItemNotFoundException", "This command cannot find a matching alias because an alias with the name '\(name)' does not exist.",
                    type: "System.Management.Automation.ItemNotFoundException", category: .objectNotFound, target: .text(name))
                continue
            }
            if alias.options.contains(.constant) || (alias.options.contains(.readOnly) && !run.has(AliasParameters.force)) {
                throw run.failure(
                    "AliasNotRemovable", "Alias was not removed because alias \(name) is constant or read-only.",
                    type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
            }
            _ = run.session.removeAlias(name, in: scope) || run.session.removeAlias(name, in: run.session.global)
        }
    }
}
