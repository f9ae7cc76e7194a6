// Remove-Item: files, directories and items of the other drives go.

import Glibc
import Runtime

final class RemoveItem: Command {
    static let name = "Remove-Item"
    static let aliases = ["ri", "del", "erase", "rd"]
    static let items = ItemParameters()
    static let recurse = Parameter<Bool>("Recurse", help: "Directories with everything in them.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes items.",
        description: "Removes files, empty directories, and with -Recurse directories with what is in them. A link goes, not what it leads to.",
        parameters: items.withoutForce + [recurse, items.force], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A variable of the environment", "$env:ROOM = 'lobby'; Remove-Item env:ROOM; Test-Path env:ROOM", output: "False\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        if run.has(Self.recurse), !selection.include.isEmpty { return try removeBelow(selection, run) }
        for item in try selection.items() { try remove(item, selection, run) }
    }

    /// -Recurse with -Include: what is below and fits, not the path itself.
    private func removeBelow(_ selection: ItemSelection, _ run: Invocation) throws {
        let roots = ItemSelection(
            patterns: selection.patterns, isLiteral: selection.isLiteral, filter: nil, include: [], exclude: [], force: selection.force, run: run)
        func walk(_ folder: String, _ drive: Drive) throws {
            for name in (try? Folder.sortedNames(folder)) ?? [] {
                let path = PathText.join(folder, name)
                if FileStatus(path)?.isRealDirectory == true { try walk(path, drive) }
                if selection.accepts(name), FileStatus(path) != nil { try remove(ItemPath(drive: drive, path: path), selection, run) }
            }
        }
        for item in try roots.items() {
            if item.isContainer(run) {
                try walk(item.path, item.drive)
            } else if selection.accepts(PathText.leaf(item.path)) {
                try remove(item, selection, run)
            }
        }
    }

    private func remove(_ item: ItemPath, _ selection: ItemSelection, _ run: Invocation) throws {
        if let flat = item.flat {
            guard try run.shouldProcess("Item: \(item.path)", "Remove Item") else { return }
            do { try flat.remove(item.path, force: selection.force, run.session, run.scope) } catch let failure as ShellError {
                try run.writeError(failure.record)
            }
            return
        }
        guard let status = FileStatus(item.path) else { return }
        if status.isRealDirectory {
            let isEmpty = ((try? Folder.names(item.path)) ?? []).isEmpty
            if !isEmpty, !run.has(Self.recurse), !run.isWhatIf {
                guard run.session.host.isInteractive else {
                    throw run.failure(
                        "InvalidOperation", "The directory '\(item.path)' is not empty and -Recurse was not given; there is nobody to ask.",
                        type: "PSInvalidOperationException", category: .invalidOperation)
                }
                run.session.host.write("\nThe item at \(item.path) has children and the Recurse parameter was not specified.\n")
                let answer =
                    run.session.host.readLine(prompt: "Remove all children? [Y] Yes  [N] No (default is \"N\"): ", isSecret: false)?.lowercased() ?? "n"
                if answer != "y", answer != "yes" { return }
            }
        }
        guard try run.shouldProcess(item.path, status.isRealDirectory ? "Remove Directory" : "Remove File") else { return }
        if status.isReadOnly, !status.isLink, !selection.force {
            return try run.writeError(
                "RemoveFileSystemItemUnAuthorizedAccess",
                "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.",
                type: "System.IO.IOException", category: .permissionDenied, target: item.object(run))
        }
        do { try FileTransfer.remove(item.path) } catch {
            try run.writeError(
                "RemoveFileSystemItemUnAuthorizedAccess", error.message, type: error.exceptionType, category: .permissionDenied, target: item.object(run))
        }
    }
}
