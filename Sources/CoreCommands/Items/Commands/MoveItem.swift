// Move-Item: files and directories to another place or name.

import Glibc
import Runtime

final class MoveItem: Command {
    static let name = "Move-Item"
    static let aliases = ["mi", "move"]
    static let items = ItemParameters()
    static let destination = Parameter<String>(
        "Destination", position: 1, byName: true, help: "Where to; the current location if not given. An existing directory takes the items in.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the items where they are now.")
    static let declaration = CommandDeclaration(
        synopsis: "Moves items.", description: "Moves files and directories. A file that is there already is written over with -Force only.",
        parameters: items.all + [destination, passThru], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [
            CommandExample(
                "A file", "$d = [IO.Path]::GetTempPath(); Set-Content $d/a.txt x; Move-Item $d/a.txt $d/b.txt -Force; Test-Path $d/a.txt", output: "False\n")
        ])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        do {
            let target = try ItemPath.read(run[Self.destination] ?? ".", run.session)
            for item in try selection.items() { try move(item, to: target, selection, run) }
        } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "GetDynamicParametersException" {
            try run.writeError(failure.record)
        }
    }

    private func move(_ item: ItemPath, to target: ItemPath, _ selection: ItemSelection, _ run: Invocation) throws {
        if let flat = item.flat {
            throw run.failure(
                "GetDynamicParametersException", "Items of the provider \(flat.name) cannot be moved; use Rename-Item or Copy-Item.",
                type: "ParameterBindingException", category: .invalidArgument)
        }
        var place = target.path
        if FileStatus(place)?.isDirectory == true { place = PathText.join(place, PathText.leaf(item.path)) }
        let isDirectory = FileStatus(item.path)?.isRealDirectory ?? false
        if isDirectory, (place + "/").hasPrefix(item.path + "/") {
            return try run.writeError(
                "MoveItemArgumentError", "The directory '\(item.path)' cannot be moved into itself.", type: "System.ArgumentException",
                category: .invalidArgument, target: .text(item.path))
        }
        guard try run.shouldProcess("Item: \(item.path) Destination: \(place)", isDirectory ? "Move Directory" : "Move File") else { return }
        do {
            if FileStatus(place) != nil, place != item.path {
                guard selection.force, !isDirectory else { throw FileFailure(path: place, code: EEXIST) }
            }
            try FileTransfer.move(item.path, place)
            if run.has(Self.passThru) { try run.write(ItemPath(drive: target.drive, path: place).object(run)) }
        } catch let failure as FileFailure {
            let message = failure.code == EEXIST ? "Cannot create a file when that file already exists: '\(place)'." : failure.message
            try run.writeError(
                isDirectory ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError", message, type: "System.IO.IOException", category: .writeError,
                target: .text(item.path))
        }
    }
}
