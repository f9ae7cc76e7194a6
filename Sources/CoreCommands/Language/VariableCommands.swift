// Get-, Set-, New-, Clear- and Remove-Variable. They share how a name and a scope find a variable, so they share this file.

import Runtime
import TypeSystem

enum VariableScope {
    /// The scope `-Scope` names; the caller's own without it.
    static func find(_ name: String?, _ run: Invocation) throws -> Scope {
        guard let name else { return run.scope }
        guard let scope = run.scope.named(name) else {
            throw run.failure(
                "ArgumentOutOfRange", "The scope number '\(name)' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was \(name).",
                type: "System.Management.Automation.PSArgumentOutOfRangeException", category: .invalidArgument, target: .text(name))
        }
        return scope
    }
    static let scope = Parameter<String>("Scope", validations: [.notNullOrEmpty], help: "Global, Local, Script, or a number: 0 for here, 1 for the caller.")
    static let include = Parameter<[String]>("Include", help: "Only names like these.")
    static let exclude = Parameter<[String]>("Exclude", help: "No names like these.")
    static let force = Parameter<Bool>("Force", help: "Also read-only variables.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the variable.")

    /// Variables whose names match, and names without wildcard that found nothing.
    static func matching(_ patterns: [String], _ run: Invocation, onlyThere: Bool = false) throws -> (found: [VariableCell], missing: [String]) {
        let scope = try find(run[VariableScope.scope], run)
        let session = run.session, onlyThere = onlyThere || run[VariableScope.scope] != nil
        let include = run[VariableScope.include] ?? [], exclude = run[VariableScope.exclude] ?? []
        var found: [VariableCell] = [], missing: [String] = [], seen: Set<ObjectIdentifier> = []
        for pattern in patterns {
            let plain = pattern.split(separator: ":").count == 2 ? String(pattern.split(separator: ":")[1]) : pattern
            // One name is found where it is; nothing else is looked at.
            let candidates =
                plain.utf8.contains { "*?[`".utf8.contains($0) }
                ? session.variables(in: scope, onlyThere: onlyThere).filter { WildcardName.matches($0.name, plain) }
                : session.cell(plain, in: scope, onlyThere: onlyThere).map { [$0] } ?? []
            let hits = candidates.filter { cell in
                (include.isEmpty || include.contains { WildcardName.matches(cell.name, $0) })
                    && !exclude.contains { WildcardName.matches(cell.name, $0) }
            }
            if hits.isEmpty, !WildcardName.isWildcard(plain) { missing.append(pattern) }
            for hit in hits where seen.insert(ObjectIdentifier(hit)).inserted { found.append(hit) }
        }
        return (found, missing)
    }

    static func notFound(_ name: String, _ run: Invocation) throws {
        try run.writeError(
            "VariableNotFound", "Cannot find a variable with the name '\(name)'.", type: "System.Management.Automation.ItemNotFoundException",
            category: .objectNotFound, target: .text(name))
    }
}

final class GetVariable: Command {
    static let name = "Get-Variable"
    static let aliases = ["gv"]
    static let names = Parameter<[String]>("Name", position: 0, pipeline: true, byName: true, help: "Names; wildcards allowed.")
    static let valueOnly = Parameter<Bool>("ValueOnly", help: "The values in place of the variables.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets variables.", description: "Gets the variables seen from here, by name.",
        parameters: [names, valueOnly, VariableScope.include, VariableScope.exclude, VariableScope.scope],
        outputTypes: ["System.Management.Automation.PSVariable"],
        examples: [CommandExample("A value", "$seats = 3\nGet-Variable seats -ValueOnly", output: "3\n")])

    func process(_ run: Invocation) throws {
        let (found, missing) = try VariableScope.matching(run[Self.names] ?? ["*"], run)
        for cell in found.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
            try run.write(run.has(Self.valueOnly) ? cell.read(run.session) : .object(VariableObject(cell)))
        }
        for name in missing { try VariableScope.notFound(name, run) }
    }
}

final class SetVariable: Command {
    static let name = "Set-Variable"
    static let aliases = ["sv", "set"]
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, byName: true, help: "Names; wildcards change what is there.")
    static let value = Parameter<Value>("Value", position: 1, pipeline: true, byName: true, help: "The value.")
    static let described = Parameter<String>("Description", help: "What it is for.")
    static let option = Parameter<Value>("Option", type: PSObjectTable.variableOptions, help: "ReadOnly, Constant, Private or AllScope.")
    static let visibility = Parameter<String>(
        "Visibility", validations: [.set(["Public", "Private"], ignoreCase: true, message: nil)], help: "Public or Private.")
    static let append = Parameter<Bool>("Append", help: "Adds to what the variable holds.")
    static let declaration = CommandDeclaration(
        synopsis: "Sets variables.", description: "Gives a variable a value, options or a description; makes it if it is not there.",
        parameters: [
            names, value, append, VariableScope.include, VariableScope.exclude, described, option, VariableScope.force, visibility, VariableScope.passThru,
            VariableScope.scope,
        ], supportsShouldProcess: true, outputTypes: ["System.Management.Automation.PSVariable"],
        examples: [CommandExample("A value", "Set-Variable seats 3\n$seats", output: "3\n")])

    private var collected: [Value] = []
    private var hasInput = false

    func process(_ run: Invocation) throws {
        if run.hasPipelineInput {
            hasInput = true
            if run.isBound(Self.value) { collected.append(run[Self.value] ?? .null) }
        }
    }

    func end(_ run: Invocation) throws {
        let session = run.session
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        let given: Value? = hasInput ? (collected.count == 1 ? collected[0] : .array(collected)) : run.isBound(Self.value) ? run[Self.value] ?? .null : nil
        for pattern in run[Self.names] ?? [] {
            let targets = WildcardName.isWildcard(pattern) ? try VariableScope.matching([pattern], run).found.map(\.name) : [pattern]
            for name in targets {
                if try run.shouldProcess("Name: \(name) Value: \(given?.toText(session) ?? "")", "Set variable") { try set(name, given, scope, run) }
            }
        }
    }

    private func set(_ name: String, _ given: Value?, _ scope: Scope, _ run: Invocation) throws {
        let session = run.session
        let exists =
            session.cell(name, in: scope, onlyThere: true)
            ?? (run[VariableScope.scope] == nil
                ? session.cell(name, in: scope).flatMap { $0.options.contains(.allScope) || $0.options.contains(.constant) ? $0 : nil } : nil)
        let cell = exists ?? VariableCell(name: name, value: .null)
        if exists == nil { session.install(cell, in: scope) }
        if cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !run.has(VariableScope.force)) {
            return try run.writeError(
                "VariableNotWritable", "Cannot overwrite variable \(name) because it is read-only or constant.",
                type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
        }
        if let given {
            var value = given
            if run.has(Self.append) {
                let old = cell.value.isNull ? [] : try session.elements(of: cell.value) ?? [cell.value]
                value = .object(ListObject(old + (hasInput ? collected : [given]), type: .list(of: .object)))
            }
            try cell.write(value, session, force: run.has(VariableScope.force))
        }
        if let described = run[Self.described] { cell.describedAs = described }
        if exists != nil, let option = run[Self.option]?.asEnumeration, option.rawValue & 2 != 0 {
            return try run.writeError(
                "VariableCannotBeMadeConstant",
                "Existing variable \(name) cannot be made constant. Variables can be made constant only at creation time.",
                type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
        }
        if let option = run[Self.option]?.asEnumeration {
            cell.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: option.rawValue))
            if cell.options.contains(.allScope) { session.declareAllScope(name) }
        }
        if run.has(VariableScope.passThru) { try run.write(.object(VariableObject(cell))) }
    }
}

final class NewVariable: Command {
    static let name = "New-Variable"
    static let aliases = ["nv"]
    static let variableName = Parameter<String>("Name", position: 0, mandatory: true, byName: true, help: "The name, without $.")
    static let value = Parameter<Value>("Value", position: 1, pipeline: true, byName: true, help: "The value.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a variable.", description: "Makes a variable that is not there yet, with its options.",
        parameters: [
            variableName, value, SetVariable.described, SetVariable.option, SetVariable.visibility, VariableScope.force, VariableScope.passThru,
            VariableScope.scope,
        ], supportsShouldProcess: true, outputTypes: ["System.Management.Automation.PSVariable"],
        examples: [CommandExample("A constant", "New-Variable limit 4 -Option Constant\n$limit", output: "4\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        let name = run[Self.variableName] ?? ""
        if let old = session.cell(name, in: scope, onlyThere: true) {
            if old.options.contains(.constant) || !run.has(VariableScope.force) {
                let isConstant = old.options.contains(.constant)
                return try run.writeError(
                    isConstant && run.has(VariableScope.force) ? "VariableNotWritable" : "VariableAlreadyExists",
                    isConstant && run.has(VariableScope.force)
                        ? "Cannot overwrite variable \(name) because it is read-only or constant." : "A variable with name '\(name)' already exists.",
                    type: isConstant && run.has(VariableScope.force)
                        ? "System.Management.Automation.SessionStateUnauthorizedAccessException" : "System.Management.Automation.SessionStateException",
                    category: isConstant && run.has(VariableScope.force) ? .writeError : .resourceExists, target: .text(name))
            }
        }
        guard try run.shouldProcess("Name: \(name) Value: \(run[Self.value]?.toText(session) ?? "")", "New variable") else { return }
        let cell = VariableCell(name: name, value: run[Self.value] ?? .null)
        cell.describedAs = run[SetVariable.described] ?? ""
        if let option = run[SetVariable.option]?.asEnumeration {
            cell.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: option.rawValue))
            if cell.options.contains(.allScope) { session.declareAllScope(name) }
        }
        session.install(cell, in: scope)
        if run.has(VariableScope.passThru) { try run.write(.object(VariableObject(cell))) }
    }
}

final class ClearVariable: Command {
    static let name = "Clear-Variable"
    static let aliases = ["clv"]
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, byName: true, help: "Names; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Empties variables.", description: "Sets variables to null; they stay.",
        parameters: [names, VariableScope.include, VariableScope.exclude, VariableScope.force, VariableScope.passThru, VariableScope.scope],
        supportsShouldProcess: true,
        examples: [CommandExample("One", "$seats = 3\nClear-Variable seats\n$null -eq $seats", output: "True\n")])

    func process(_ run: Invocation) throws {
        let (found, missing) = try VariableScope.matching(run[Self.names] ?? [], run)
        for cell in found where try run.shouldProcess("Name: \(cell.name)", "Clear variable") {
            if cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !run.has(VariableScope.force)) {
                try run.writeError(
                    "VariableNotWritable", "Cannot overwrite variable \(cell.name) because it is read-only or constant.",
                    type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(cell.name))
                continue
            }
            try cell.write(.null, run.session, force: true)
            if run.has(VariableScope.passThru) { try run.write(.object(VariableObject(cell))) }
        }
        for name in missing { try VariableScope.notFound(name, run) }
    }
}

final class RemoveVariable: Command {
    static let name = "Remove-Variable"
    static let aliases = ["rv"]
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, byName: true, help: "Names; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes variables.", description: "Removes variables of a scope.",
        parameters: [names, VariableScope.include, VariableScope.exclude, VariableScope.force, VariableScope.scope], supportsShouldProcess: true,
        examples: [CommandExample("One", "$seats = 3\nRemove-Variable seats\nTest-Path variable:seats", output: "False\n")])

    func process(_ run: Invocation) throws {
        let (found, missing) = try VariableScope.matching(run[Self.names] ?? [], run, onlyThere: true)
        let scope = try VariableScope.find(run[VariableScope.scope], run)
        for cell in found where try run.shouldProcess("Name: \(cell.name)", "Remove variable") {
            if cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !run.has(VariableScope.force)) {
                try run.writeError(
                    "VariableNotRemovable",
                    "Cannot remove variable \(cell.name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.",
                    type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(cell.name))
                continue
            }
            // The locals of a caller stand in places of their own.
            if scope !== run.scope, scope !== run.session.global {
                try run.writeError(
                    "VariableNotRemovableRare", "Cannot remove variable \(cell.name) of a caller: its scope is still running.",
                    type: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: .writeError, target: .text(cell.name))
                continue
            }
            _ = run.session.removeVariable(cell.name, in: scope)
        }
        for name in missing { try VariableScope.notFound(name, run) }
    }
}
