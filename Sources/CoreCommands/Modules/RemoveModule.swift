// Remove-Module: takes back what a module has brought.

import Runtime
import Scalars
import TypeSystem

final class RemoveModule: Command {
    static let name = "Remove-Module"
    static let aliases = ["rmo"]
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, pipeline: true, sets: ["name"], help: "Modules; wildcards allowed.")
    static let qualified = Parameter<[Value]>(
        "FullyQualifiedName", position: 0, mandatory: true, pipeline: true, sets: ["FullyQualifiedName"],
        type: ModuleSpecificationObject.typeInfo.arrayType(), help: "Names with versions.")
    static let modules = Parameter<[Value]>(
        "ModuleInfo", position: 0, mandatory: true, pipeline: true, sets: ["ModuleInfo"], type: ModuleInfo.typeInfo.arrayType(), help: "The modules themselves."
    )
    static let force = Parameter<Bool>("Force", help: "Also modules that are read-only.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes modules.", description: "Removes a module's functions, aliases and variables from the session. Its files stay.",
        parameters: [names, qualified, modules, force], supportsShouldProcess: true, module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "Gone again",
                "New-Module -Name Rooms { function Get-Seat { 12 } } | Import-Module\nRemove-Module Rooms\n[bool](Get-Command Get-Seat -ErrorAction Ignore)",
                output: "False\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        var chosen: [ModuleInfo] = []
        if let given = run[Self.modules] {
            chosen = given.compactMap { $0.object as? ModuleInfo }
        } else if let qualified = run[Self.qualified] {
            let wanted = ModuleCommands.specifications(qualified)
            chosen = session.modules(seenFrom: run.scope).filter { module in
                wanted.contains { $0.name.equalsIgnoringCase(module.name) && $0.accepts(module) }
            }
        } else {
            for name in run[Self.names] ?? [] {
                let found = session.modules(seenFrom: run.scope).filter {
                    WildcardName.matches($0.name, name) || (ModuleFiles.isPlace(name) && $0.path == session.fullPath(name))
                }
                if found.isEmpty, !WildcardName.isWildcard(name) {
                    try run.writeError(
                        "Modules_NoModulesRemoved",
                        "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
                        type: "System.InvalidOperationException", category: .resourceUnavailable, target: .text(name))
                }
                chosen += found
            }
        }
        for module in chosen {
            if module.accessMode == 2 {
                try run.writeError(
                    "Modules_ModuleIsConstant", "The module '\(module.name)' is constant and cannot be removed.", type: "System.InvalidOperationException",
                    category: .permissionDenied, target: .text(module.name))
                continue
            }
            if module.accessMode == 1, !run.has(Self.force) {
                try run.writeError(
                    "Modules_ModuleIsReadOnly", "The module '\(module.name)' is read-only: -Force removes it.", type: "System.InvalidOperationException",
                    category: .permissionDenied, target: .text(module.name))
                continue
            }
            guard try run.shouldProcess("\(module.name) (Path: '\(module.path)')", "Remove-Module") else { continue }
            try run.writeVerbose("Removing the imported module '\(module.name)'.")
            try session.remove(module, caller: run.scope)
        }
    }
}
