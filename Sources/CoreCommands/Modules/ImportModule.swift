// Import-Module: loads a module and makes what it shows visible.

import Runtime
import Scalars
import TypeSystem

final class ImportModule: Command {
    static let name = "Import-Module"
    static let aliases = ["ipmo"]
    static let names = Parameter<[String]>(
        "Name", position: 0, mandatory: true, pipeline: true, sets: ["Name"], help: "Names of modules, or paths of their files.")
    static let qualified = Parameter<[Value]>(
        "FullyQualifiedName", position: 0, mandatory: true, pipeline: true, sets: ["FullyQualifiedName"],
        type: ModuleSpecificationObject.typeInfo.arrayType(), help: "Names with versions: @{ ModuleName = …; ModuleVersion = … }.")
    static let modules = Parameter<[Value]>(
        "ModuleInfo", position: 0, mandatory: true, pipeline: true, sets: ["ModuleInfo"], type: ModuleInfo.typeInfo.arrayType(),
        help: "Modules that are there already, as New-Module gives them.")
    static let global = Parameter<Bool>("Global", help: "Imports for the whole session, also from inside a module.")
    static let prefix = Parameter<String>("Prefix", validations: [.notNull], help: "Stands in front of the noun of each imported command.")
    static let functions = Parameter<[String]>("Function", validations: [.notNull], help: "Only these functions; wildcards allowed.")
    static let cmdlets = Parameter<[String]>("Cmdlet", validations: [.notNull], help: "Only these commands; wildcards allowed.")
    static let variables = Parameter<[String]>("Variable", validations: [.notNull], help: "Only these variables; wildcards allowed.")
    static let members = Parameter<[String]>("Alias", validations: [.notNull], help: "Only these aliases; wildcards allowed.")
    static let force = Parameter<Bool>("Force", help: "Loads again what is loaded.")
    static let skipEditionCheck = Parameter<Bool>("SkipEditionCheck", help: "Also modules that say they are for another edition; there is no such check here.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the module.")
    static let asCustomObject = Parameter<Bool>("AsCustomObject", help: "Writes an object with the module's functions as methods.")
    static let minimum = Parameter<Value>(
        "MinimumVersion", aliases: ["Version"], sets: ["Name"], type: VersionObject.typeInfo, help: "The lowest version that will do.")
    static let maximum = Parameter<String>("MaximumVersion", sets: ["Name"], help: "The highest version that will do; 1.* allows all that begin with 1.")
    static let required = Parameter<Value>("RequiredVersion", sets: ["Name"], type: VersionObject.typeInfo, help: "The one version that will do.")
    static let arguments = Parameter<[Value]>("ArgumentList", aliases: ["Args"], help: "Arguments of the module's param block.")
    static let disableNameChecking = Parameter<Bool>("DisableNameChecking", help: "No warning about verbs that are not approved.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Leaves commands alone that are there under the same name.")
    static let scope = Parameter<String>(
        "Scope", validations: [.set(["Local", "Global"], ignoreCase: true, message: nil)], help: "Local: seen in the caller's scope only. Global: everywhere.")

    static let declaration = CommandDeclaration(
        synopsis: "Imports modules.",
        description:
            "Loads a module by the path of its file or by its name from the folders of $env:PSModulePath, runs its code in a scope of its own, and makes the functions, aliases and variables it shows visible. What is loaded already is not loaded again without -Force.",
        parameters: [
            global, prefix, names, qualified, functions, cmdlets, variables, members, force, skipEditionCheck, passThru, asCustomObject, minimum, maximum,
            required,
            modules, arguments, disableNameChecking, noClobber, scope,
        ], defaultSet: "Name", outputTypes: ["System.Management.Automation.PSModuleInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "From a file",
                "$f = Join-Path ([IO.Path]::GetTempPath()) 'Rooms.psm1'\nSet-Content $f 'function Get-Seat { 12 }'\nImport-Module $f -Prefix Hall\nGet-HallSeat",
                output: "12\n")
        ])

    func process(_ run: Invocation) throws {
        if let given = run[Self.modules] {
            for case let module as ModuleInfo in given.map(\.object) { try finish(module, run) }
            return
        }
        var wanted: [ModuleSpecification] = []
        if let qualified = run[Self.qualified] {
            wanted = ModuleCommands.specifications(qualified)
        } else {
            for name in run[Self.names] ?? [] {
                wanted.append(
                    ModuleSpecification(
                        name, minimum: (run[Self.minimum]?.object as? VersionObject)?.value, maximum: run[Self.maximum],
                        exact: (run[Self.required]?.object as? VersionObject)?.value))
            }
        }
        for one in wanted { try load(one, run) }
    }

    private func load(_ wanted: ModuleSpecification, _ run: Invocation) throws {
        let session = run.session
        var request = ModuleRequest(wanted, caller: run.scope, streams: run.streams)
        request.arguments = run[Self.arguments] ?? []
        request.isForced = run.has(Self.force)
        request.note = { try run.writeVerbose($0) }
        let module: ModuleInfo
        do { module = try ModuleLoader(session, request).load() } catch let failure as ShellError {
            if failure.record.category == .parserError {
                // Where the text is wrong, and then that nothing was loaded.
                try session.report(failure.record, streams: run.streams, preferences: run.ownPreferences, scope: run.scope)
                return try run.writeError(ModuleErrors.notFound(ModuleSpecification(wanted.name)).record)
            }
            if failure.record.errorId.hasPrefix("Modules_") { return try run.writeError(failure.record) }
            if failure.record.invocation == nil { failure.record.invocation = run.info }
            throw failure
        }
        try finish(module, run)
    }

    private func finish(_ module: ModuleInfo, _ run: Invocation) throws {
        let session = run.session
        if run.has(Self.asCustomObject) {
            session.add(module, importedBy: run.scope, globally: false)
            return try run.write(session.customObject(of: module))
        }
        let isGlobal = run.has(Self.global) || run[Self.scope]?.equalsIgnoringCase("Global") == true
        let isLocal = run[Self.scope]?.equalsIgnoringCase("Local") == true
        let target: Scope = isGlobal ? session.global : isLocal ? run.scope : session.importTarget(for: run.scope)
        session.add(module, importedBy: run.scope, globally: isGlobal)
        let done = session.importMembers(of: module, into: target, try selection(module, run))
        for member in done { try run.writeVerbose("Importing \(member.kind) '\(member.name)'.") }
        if !run.has(Self.disableNameChecking) { try checkNames(module, done, run) }
        if run.has(Self.passThru) { try run.write(.object(module)) }
    }

    private func selection(_ module: ModuleInfo, _ run: Invocation) throws -> ImportSelection {
        var selection = ImportSelection()
        selection.prefix = try run[Self.prefix] ?? module.entry("DefaultCommandPrefix")?.toText(run.session) ?? ""
        selection.keepsExisting = run.has(Self.noClobber)
        let isChosen = [run[Self.functions], run[Self.cmdlets], run[Self.variables], run[Self.members]].contains { $0 != nil }
        if isChosen {
            selection.functions = run[Self.functions].map { ModuleLoader.anyOf($0) }
            selection.variables = run[Self.variables].map { ModuleLoader.anyOf($0) }
            selection.aliases = run[Self.members].map { ModuleLoader.anyOf($0) }
        }
        return selection
    }

    private func checkNames(_ module: ModuleInfo, _ done: [ImportedMember], _ run: Invocation) throws {
        let odd = done.filter { member in
            guard member.kind == "function", let dash = member.name.firstIndex(of: "-") else { return false }
            return !Verbs.isApproved(String(member.name[..<dash]))
        }
        if odd.isEmpty { return }
        try run.writeWarning(
            "The names of some imported commands from the module '\(module.name)' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb."
        )
        for member in odd { try run.writeVerbose("The verb of the command '\(member.name)' of the module '\(module.name)' is not an approved one.") }
    }
}
