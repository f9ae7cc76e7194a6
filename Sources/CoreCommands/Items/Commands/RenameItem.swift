// Rename-Item: another name in the same place.

import Glibc
import Runtime

final class RenameItem: Command {
    static let name = "Rename-Item"
    static let aliases = ["rni", "ren"]
    static let path = Parameter<String>("Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["ByPath"], help: "The item.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The item, without wildcards.")
    static let newName = Parameter<String>("NewName", position: 1, mandatory: true, byName: true, help: "The new name, without a folder.")
    static let force = Parameter<Bool>("Force", help: "Read-only items too.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the item under its new name.")
    static let declaration = CommandDeclaration(
        synopsis: "Renames an item.", description: "Gives one item another name in its place.", parameters: [path, literalPath, newName, force, passThru],
        defaultSet: "ByPath", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A variable", "$room = 'lobby'; Rename-Item variable:room hall; $hall", output: "lobby\n")])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let text = literal ?? run[Self.path] ?? ""
        let selection = ItemSelection(patterns: [], isLiteral: literal != nil, filter: nil, include: [], exclude: [], force: run.has(Self.force), run: run)
        do {
            let found = try selection.resolved(text)
            if found.count > 1 {
                throw ShellError(
                    "InvalidOperation", "The path '\(text)' stands for several items, but only one can be renamed at a time.",
                    type: "PSInvalidOperationException", category: .invalidOperation, target: .text(text))
            }
            if let item = found.first { try rename(item, run) }
        } catch let failure as ShellError where !failure.endsScript { try run.writeError(failure.record) }
    }

    private func rename(_ item: ItemPath, _ run: Invocation) throws {
        let newName = run[Self.newName] ?? ""
        guard try run.shouldProcess("Item: \(item.path) Destination: \(newName)", "Rename Item") else { return }
        if let flat = item.flat {
            guard let value = try flat.content(item.path, run.session, run.scope) else { return }
            try flat.remove(item.path, force: run.has(Self.force), run.session, run.scope)
            try flat.set(newName, value, force: run.has(Self.force), run.session, run.scope)
            if run.has(Self.passThru) { try run.write(ItemPath(drive: item.drive, path: newName).object(run)) }
            return
        }
        let folder = PathText.parent(item.path)
        var place = PathText.join(folder, newName)
        if newName.contains("/") {
            let full = run.session.fullPath(newName)
            guard PathText.parent(full) == folder else {
                throw ShellError(
                    "Argument", "The new name '\(newName)' must be a name without a folder; use Move-Item to move an item.", type: "PSArgumentException",
                    category: .invalidArgument, target: .text(newName))
            }
            place = full
        }
        if FileStatus(place) != nil {
            return try run.writeError(
                "RenameItemIOError", "Cannot create a file when that file already exists: '\(place)'.", type: "System.IO.IOException", category: .writeError,
                target: .text(item.path))
        }
        do { try FileTransfer.move(item.path, place) } catch {
            return try run.writeError("RenameItemIOError", error.message, type: error.exceptionType, category: .writeError, target: .text(item.path))
        }
        if run.has(Self.passThru) { try run.write(ItemPath(drive: item.drive, path: place).object(run)) }
    }
}
