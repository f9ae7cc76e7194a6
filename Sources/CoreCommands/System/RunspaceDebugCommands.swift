// Get-, Enable- and Disable-RunspaceDebug: whether the scripts of a session may be debugged. They are about one setting, so they share this file.

import Runtime
import TypeSystem

enum RunspaceDebug {
    static let chosen = RunspaceParameters(prefix: "Runspace")
    static let breakAll = Parameter<Bool>(
        "BreakAll", position: 1, sets: ["RunspaceNameParameterSet", "RunspaceParameterSet", "RunspaceIdParameterSet"],
        help: "Scripts are to stop at their first line.")
    static let parameters: [any AnyParameter] = [chosen.name, chosen.runspace, chosen.id, chosen.instanceId]
    static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.PSRunspaceDebug", base: .object)
    static let known = ValuesObject.known(typeInfo, [("Enabled", .bool), ("BreakAll", .bool), ("RunspaceName", .string), ("RunspaceId", .int32)])

    static func shown(_ runspace: RunspaceObject) -> Value {
        .object(
            ValuesObject(
                typeInfo,
                [
                    ("Enabled", .bool(runspace.isDebugged)), ("BreakAll", .bool(runspace.breaksAtOnce)), ("RunspaceName", .text(runspace.name)),
                    ("RunspaceId", .int(runspace.id)),
                ]))
    }
}

final class GetRunspaceDebug: Command {
    static let name = "Get-RunspaceDebug"
    static let declaration = CommandDeclaration(
        synopsis: "Shows which sessions may be debugged.", description: "Writes for each session whether its scripts may be debugged.",
        parameters: RunspaceDebug.parameters, defaultSet: "RunspaceNameParameterSet", outputTypes: ["Microsoft.PowerShell.Commands.PSRunspaceDebug"],
        module: "Microsoft.PowerShell.Utility", examples: [CommandExample("The own one", "(Get-RunspaceDebug -RunspaceId 1).Enabled", output: "False\n")])
    func process(_ run: Invocation) throws { for runspace in try RunspaceDebug.chosen.chosen(run) { try run.write(RunspaceDebug.shown(runspace)) } }
}

final class EnableRunspaceDebug: Command {
    static let name = "Enable-RunspaceDebug"
    static let declaration = CommandDeclaration(
        synopsis: "Lets the scripts of sessions be debugged.", description: "Notes it for each session; Get-RunspaceDebug shows it.",
        parameters: RunspaceDebug.parameters + [RunspaceDebug.breakAll], defaultSet: "RunspaceNameParameterSet", module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("The own one", "Enable-RunspaceDebug -RunspaceId 1\n(Get-RunspaceDebug -RunspaceId 1).Enabled", output: "True\n")])
    func process(_ run: Invocation) throws {
        for runspace in try RunspaceDebug.chosen.chosen(run) {
            runspace.isDebugged = true
            runspace.breaksAtOnce = run.has(RunspaceDebug.breakAll)
        }
    }
}

final class DisableRunspaceDebug: Command {
    static let name = "Disable-RunspaceDebug"
    static let declaration = CommandDeclaration(
        synopsis: "Lets the scripts of sessions be debugged no longer.", description: "Takes back what Enable-RunspaceDebug has noted.",
        parameters: RunspaceDebug.parameters, defaultSet: "RunspaceNameParameterSet", module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "The own one", "Enable-RunspaceDebug -RunspaceId 1\nDisable-RunspaceDebug -RunspaceId 1\n(Get-RunspaceDebug -RunspaceId 1).Enabled",
                output: "False\n")
        ])
    func process(_ run: Invocation) throws {
        for runspace in try RunspaceDebug.chosen.chosen(run) { (runspace.isDebugged, runspace.breaksAtOnce) = (false, false) }
    }
}
