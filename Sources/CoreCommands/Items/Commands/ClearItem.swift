// Clear-Item: items without their value.

import Runtime

final class ClearItem: Command {
    static let name = "Clear-Item"
    static let aliases = ["cli"]
    static let items = ItemParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Takes the value of items away.",
        description: "Variables stay and hold nothing; functions, aliases and variables of the environment that hold nothing are gone.", parameters: items.all,
        defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A variable", "$room = 'lobby'; Clear-Item variable:room; $null -eq $room", output: "True\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        for item in try selection.items() {
            guard let flat = item.flat else {
                throw run.failure("NotSupported", "Files have no value; use Clear-Content.", type: "PSNotSupportedException", category: .notImplemented)
            }
            guard try run.shouldProcess("Item: \(item.path)", "Clear Item") else { continue }
            do { try flat.set(item.path, .null, force: selection.force, run.session, run.scope) } catch let failure as ShellError {
                try run.writeError(failure.record)
            }
        }
    }
}
