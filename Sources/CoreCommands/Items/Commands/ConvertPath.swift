// Convert-Path: paths as programs understand them.

import Runtime

final class ConvertPath: Command {
    static let name = "Convert-Path"
    static let aliases = ["cvpa"]
    static let items = ItemParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Turns paths into those of their provider.",
        description: "Writes for each item the path that programs understand, without the shell's drives.",
        parameters: [items.path, items.literalPath, items.force], defaultSet: "Path", outputTypes: ["System.String"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("The home folder", "(Convert-Path ~) -eq $HOME", output: "True\n")])

    func process(_ run: Invocation) throws { for item in try Self.items.selection(run).items() { try run.write(.text(item.path)) } }
}
