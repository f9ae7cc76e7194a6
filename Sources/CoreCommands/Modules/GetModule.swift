// Get-Module: what is imported, or what could be.

import Runtime
import Scalars
import TypeSystem

final class GetModule: Command {
    static let name = "Get-Module"
    static let aliases = ["gmo"]
    static let names = Parameter<[String]>(
        "Name", position: 0, pipeline: true, validations: [.notNullOrEmpty], help: "Modules; wildcards allowed. With -ListAvailable also paths.")
    static let qualified = Parameter<[Value]>(
        "FullyQualifiedName", byName: true, type: ModuleSpecificationObject.typeInfo.arrayType(), help: "Names with versions.")
    static let all = Parameter<Bool>("All", sets: ["Loaded", "Available"], help: "Also modules inside others.")
    static let listAvailable = Parameter<Bool>("ListAvailable", mandatory: true, sets: ["Available"], help: "Modules in the folders of $env:PSModulePath.")
    static let edition = Parameter<String>("PSEdition", sets: ["Available"], help: "Only modules that say they are for this edition.")
    static let skipEditionCheck = Parameter<Bool>(
        "SkipEditionCheck", sets: ["Available"], help: "Also modules for other editions; there is no such check here.")
    static let refresh = Parameter<Bool>("Refresh", sets: ["Available"], help: "Looks anew; nothing is kept here anyway.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets modules.", description: "Gets the modules imported here, by name, or with -ListAvailable those that could be.",
        parameters: [names, qualified, all, listAvailable, edition, skipEditionCheck, refresh], defaultSet: "Loaded",
        outputTypes: ["System.Management.Automation.PSModuleInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "By name", "New-Module -Name Rooms { function Get-Seat { 12 } } | Import-Module\n(Get-Module Rooms).ExportedFunctions.Keys",
                output: "Get-Seat\n")
        ])

    func process(_ run: Invocation) throws {
        var found = run.has(Self.listAvailable) ? try available(run) : loaded(run)
        if let qualified = run[Self.qualified] {
            let wanted = ModuleCommands.specifications(qualified)
            found = found.filter { module in wanted.contains { $0.name.equalsIgnoringCase(module.name) && $0.accepts(module) } }
        }
        if let edition = run[Self.edition] {
            found = try found.filter { module in
                guard let editions = module.entry("CompatiblePSEditions") else { return edition.equalsIgnoringCase("Desktop") }
                return try (run.session.elements(of: editions) ?? [editions]).contains { try $0.toText(run.session).equalsIgnoringCase(edition) }
            }
        }
        for module in found { try run.write(.object(module)) }
    }

    private func loaded(_ run: Invocation) -> [ModuleInfo] {
        let session = run.session
        let names = run[Self.names]
        var all = run.has(Self.all) ? session.loadedModules : session.modules(seenFrom: run.scope)
        // The shell's own modules are there without an import, but are not listed unless asked for.
        for name in names ?? [] {
            if let own = session.builtInModule(named: name), !all.contains(where: { $0 === own }) { all.append(own) }
        }
        if let names { all = all.filter { module in names.contains { WildcardName.matches(module.name, $0) } } }
        return all.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    private func available(_ run: Invocation) throws -> [ModuleInfo] {
        let session = run.session
        let files = ModuleFiles(session)
        guard let names = run[Self.names] else {
            return files.available().compactMap { session.outlinedModule($0.file) } + session.builtInModules
        }
        var found: [ModuleInfo] = []
        for name in names {
            if ModuleFiles.isPlace(name) {
                guard let file = files.file(ModuleSpecification(name)) else {
                    let failure = ModuleErrors.notFound(ModuleSpecification(name)).record
                    try run.writeError(failure)
                    continue
                }
                if let module = session.outlinedModule(file) { found.append(module) }
                continue
            }
            found += files.available().filter { WildcardName.matches(ModuleNames.plain($0.file), name) }.compactMap { session.outlinedModule($0.file) }
            found += session.builtInModules.filter { WildcardName.matches($0.name, name) }
        }
        return found
    }
}
