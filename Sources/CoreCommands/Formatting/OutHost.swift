// Out-Host: to the screen, formatted.

import Formatting
import Runtime

final class OutHost: Command {
    static let name = "Out-Host"
    static let aliases = ["oh"]
    static let paging = Parameter<Bool>("Paging", help: "Taken for compatibility; the terminal does the paging.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to show.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows objects on the screen.",
        description: "Formats what comes and shows it at once; nothing goes on through the pipeline.",
        parameters: [paging, inputObject], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Nothing is left to assign", "$x = 'room' | Out-Host; $null -eq $x", output: "room\nTrue\n")])

    private var screen: DefaultOutput?
    func begin(_ run: Invocation) throws { screen = DefaultOutput(run.session) }
    func process(_ run: Invocation) throws { try screen?.write(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input) }
    func end(_ run: Invocation) throws { try screen?.finish() }
}
