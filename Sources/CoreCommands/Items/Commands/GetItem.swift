// Get-Item: items by path.

import Runtime

final class GetItem: Command {
    static let name = "Get-Item"
    static let aliases = ["gi"]
    static let items = ItemParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Gets items: files, directories, variables, functions, aliases, environment variables.",
        description: "Writes an object for each path. Wildcards stand for what exists; hidden items need -Force.",
        parameters: items.all, defaultSet: "Path", outputTypes: ["System.IO.FileInfo", "System.IO.DirectoryInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A directory", "(Get-Item /usr).Name", output: "usr\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        for item in try selection.items() {
            if item.isFileSystem, !selection.force, PathText.leaf(item.path).hasPrefix("."), item.path != "/" {
                try run.writeError(
                    "ItemNotFound", "Could not find item \(item.path).", type: "System.IO.IOException", category: .objectNotFound, target: .text(item.path))
                continue
            }
            try run.write(item.object(run))
        }
    }
}
