// Get-Runspace: the sessions of this process.

import Runtime
import TypeSystem

final class GetRunspace: Command {
    static let name = "Get-Runspace"
    static let chosen = RunspaceParameters(prefix: "")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the sessions of this process.", description: "This shell's own and those that scripts have opened.",
        parameters: [chosen.name, chosen.id, chosen.instanceId], defaultSet: "NameParameterSet",
        outputTypes: ["System.Management.Automation.Runspaces.Runspace"], module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("The own one", "(Get-Runspace -Id 1).Name", output: "Runspace1\n")])

    func process(_ run: Invocation) throws { for runspace in try Self.chosen.chosen(run) { try run.write(.object(runspace)) } }
}
