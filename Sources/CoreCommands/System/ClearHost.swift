// Clear-Host: an empty screen.

import Runtime

final class ClearHost: Command {
    static let name = "Clear-Host"
    static let aliases = ["cls"]
    static let declaration = CommandDeclaration(
        synopsis: "Clears the screen.", description: "Where there is one: output into files and pipes stays as it is.", module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Into a pipe", "Clear-Host; 'still here'", output: "still here\n")])
    func process(_ run: Invocation) throws {
        if run.session.host.isInteractive { run.session.host.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    }
}
