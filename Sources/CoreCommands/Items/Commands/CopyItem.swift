// Copy-Item: copies files, directories, and items of the other drives.

import Glibc
import Runtime

final class CopyItem: Command {
    static let name = "Copy-Item"
    static let aliases = ["cpi", "copy"]
    static let items = ItemParameters()
    static let destination = Parameter<String>(
        "Destination", position: 1, byName: true, help: "Where to; the current location if not given. An existing directory takes the items in.")
    static let container = Parameter<Bool>("Container", help: "Directories stay directories; -Container:$false puts all files side by side.")
    static let recurse = Parameter<Bool>("Recurse", help: "Directories with what is in them.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the copies.")
    static let declaration = CommandDeclaration(
        synopsis: "Copies items.", description: "Copies files with their permissions and times, and directories; with -Recurse what is in them too.",
        parameters: [
            items.path, items.literalPath, destination, container, items.force, items.filter, items.include, items.exclude, recurse, passThru,
        ], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A variable of the environment", "$env:ROOM = 'lobby'; Copy-Item env:ROOM env:HALL; $env:HALL", output: "lobby\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        // The filter speaks of what is inside when directories are copied whole.
        let roots =
            run.has(Self.recurse)
            ? ItemSelection(
                patterns: selection.patterns, isLiteral: selection.isLiteral, filter: nil, include: selection.include, exclude: selection.exclude,
                force: selection.force, run: run) : selection
        let text = run[Self.destination]
        do {
            let target = try ItemPath.read(text ?? ".", run.session)
            for item in try roots.items() { try copy(item, to: target, endsWithSlash: text?.hasSuffix("/") ?? false, selection, run) }
        } catch let failure as ShellError where !failure.endsScript { try run.writeError(failure.record) }
    }

    private func copy(_ item: ItemPath, to target: ItemPath, endsWithSlash: Bool, _ selection: ItemSelection, _ run: Invocation) throws {
        if let flat = item.flat {
            guard try run.shouldProcess("Item: \(item.path) Destination: \(target.path)", "Copy Item") else { return }
            guard let value = try flat.content(item.path, run.session, run.scope), let other = target.flat else { return }
            return try other.set(target.path, value, force: selection.force, run.session, run.scope)
        }
        let status = FileStatus(item.path)
        let targetStatus = FileStatus(target.path)
        var place = target.path
        if targetStatus?.isDirectory == true { place = PathText.join(place, PathText.leaf(item.path)) }
        if status?.isDirectory == true {
            if let targetStatus, !targetStatus.isDirectory {
                return try run.writeError(
                    "CopyContainerItemToLeafError", "The directory '\(item.path)' cannot be copied onto the file '\(target.path)'.",
                    type: "System.ArgumentException", category: .invalidArgument, target: .text(item.path))
            }
            guard try run.shouldProcess("Item: \(item.path) Destination: \(place)", "Copy Directory") else { return }
            let isFlat = run.isBound(Self.container) && !run.has(Self.container)
            return try reported(run, item) {
                if isFlat {
                    try copyFlat(item.path, target.path, selection, isTop: true)
                } else {
                    try copyDirectory(item.path, place, selection, run, isTop: true)
                }
                if run.has(Self.passThru) { try run.write(ItemPath(drive: target.drive, path: place).object(run)) }
            }
        }
        if place == item.path {
            return try run.writeError(
                "CopyError", "Cannot overwrite the item \(item.path) with itself.", type: "System.IO.IOException", category: .writeError,
                target: .text(item.path))
        }
        if endsWithSlash, targetStatus == nil {
            return try run.writeError(
                "CopyFileInfoItemUnauthorizedAccessError", "Could not find a part of the path '\(target.path)/'.", type: "System.UnauthorizedAccessException",
                category: .permissionDenied, target: .text(item.path))
        }
        guard try run.shouldProcess("Item: \(item.path) Destination: \(place)", "Copy File") else { return }
        try reported(run, item) {
            if let existing = FileStatus(place), existing.isReadOnly {
                guard selection.force else { throw FileFailure(path: place, code: EACCES) }
                chmod(place, existing.link.st_mode & 0o7777 | 0o200)
            }
            try FileTransfer.copyFile(item.path, place)
            if run.has(Self.passThru) { try run.write(ItemPath(drive: target.drive, path: place).object(run)) }
        }
    }

    private func copyDirectory(_ source: String, _ target: String, _ selection: ItemSelection, _ run: Invocation, isTop: Bool) throws {
        try FileTransfer.makeFolders(target)
        guard run.has(Self.recurse) else { return }
        for name in try Folder.sortedNames(source) {
            let path = PathText.join(source, name), place = PathText.join(target, name)
            if FileStatus(path)?.isDirectory == true {
                try copyDirectory(path, place, selection, run, isTop: false)
            } else if accepts(name, selection) {
                try FileTransfer.copyFile(path, place)
            }
        }
    }
    private func accepts(_ name: String, _ selection: ItemSelection) -> Bool {
        if let filter = selection.filter, !FileFilter.matches(name, filter) { return false }
        return !selection.exclude.contains { WildcardName.matches(name, $0) }
    }

    /// Everything side by side in one folder; directories come along empty.
    private func copyFlat(_ source: String, _ target: String, _ selection: ItemSelection, isTop: Bool) throws {
        for name in try Folder.sortedNames(source) {
            let path = PathText.join(source, name), place = PathText.join(target, name)
            if FileStatus(path)?.isDirectory == true {
                try FileTransfer.makeFolders(place)
                try copyFlat(path, target, selection, isTop: false)
            } else if accepts(name, selection) {
                try FileTransfer.copyFile(path, place)
            }
        }
    }

    private func reported(_ run: Invocation, _ item: ItemPath, _ body: () throws -> Void) throws {
        do { try body() } catch let failure as FileFailure {
            let isRefused = failure.category == .permissionDenied
            try run.writeError(
                isRefused ? "CopyFileInfoItemUnauthorizedAccessError" : "CopyFileInfoItemIOError", failure.message, type: failure.exceptionType,
                category: isRefused ? .permissionDenied : .writeError, target: .text(item.path))
        }
    }
}
