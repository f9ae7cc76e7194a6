// Export-ModuleMember: what a module shows, said from inside.

import Runtime

final class ExportModuleMember: Command {
    static let name = "Export-ModuleMember"
    static let functions = Parameter<[String]>(
        "Function", position: 0, pipeline: true, byName: true, allowsEmptyCollection: true, help: "Functions; wildcards allowed.")
    static let cmdlets = Parameter<[String]>(
        "Cmdlet", byName: true, allowsEmptyCollection: true, help: "Commands of modules it has imported; wildcards allowed.")
    static let variables = Parameter<[String]>("Variable", byName: true, validations: [.notNull], help: "Variables; wildcards allowed.")
    static let members = Parameter<[String]>("Alias", byName: true, validations: [.notNull], help: "Aliases; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Says what a module shows.",
        description:
            "Called in a module's code. From then on only what is named is seen by those who import the module; without it all functions and aliases are.",
        parameters: [functions, cmdlets, variables, members], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "One of two",
                "$null = New-Module { function Get-Seat { Get-Raw }; function Get-Raw { 12 }; Export-ModuleMember -Function Get-Seat }\nGet-Seat",
                output: "12\n")
        ])

    private var module: ModuleInfo?

    func begin(_ run: Invocation) throws {
        guard let module = run.scope.owningModule, module.scope != nil else {
            throw run.failure(
                "Modules_CanOnlyExecuteExportModuleMemberInsideAModule", "The Export-ModuleMember cmdlet can only be called from inside a module.",
                type: "System.InvalidOperationException", category: .permissionDenied)
        }
        run.session.useExportList(module)
        self.module = module
    }

    func process(_ run: Invocation) throws {
        guard let module else { return }
        run.session.export(
            from: module, functions: run[Self.functions].map { ModuleLoader.anyOf($0) }, aliases: run[Self.members].map { ModuleLoader.anyOf($0) },
            variables: run[Self.variables].map { ModuleLoader.anyOf($0) })
    }
}
