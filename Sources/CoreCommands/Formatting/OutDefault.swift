// Out-Default and Out-Host: to the screen, formatted.

import Formatting
import Runtime

final class OutDefault: Command {
    static let name = "Out-Default"
    static let transcript = Parameter<Bool>("Transcript", help: "Taken and ignored: there is no transcript.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to show.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows objects on the screen in their standard form.",
        description: "What the shell does with everything that nothing else takes.",
        parameters: [transcript, inputObject], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("To the screen", "'room' | Out-Default", output: "room\n")])

    private var screen: DefaultOutput?
    func begin(_ run: Invocation) throws { screen = DefaultOutput(run.session) }
    func process(_ run: Invocation) throws { try screen?.write(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input) }
    func end(_ run: Invocation) throws { try screen?.finish() }
}
