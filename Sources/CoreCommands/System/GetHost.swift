// Get-Host: the program that runs the session.

import Runtime

final class GetHost: Command {
    static let name = "Get-Host"
    static let declaration = CommandDeclaration(
        synopsis: "Gets the program that runs the session.", description: "The same object as $Host.",
        outputTypes: ["System.Management.Automation.Host.PSHost"],
        examples: [CommandExample("As the variable", "(Get-Host).Name -eq $Host.Name", output: "True\n")])

    func process(_ run: Invocation) throws { if let host = run.session.variable("Host") { try run.write(host) } }
}
