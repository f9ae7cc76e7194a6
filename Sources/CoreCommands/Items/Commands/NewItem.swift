// New-Item: files, directories, links, and items of the other drives.

import Glibc
import Runtime

final class NewItem: Command {
    static let name = "New-Item"
    static let aliases = ["ni"]
    static let path = Parameter<[String]>(
        "Path",
        places: [
            ParameterPlace(set: "pathSet", position: 0, isMandatory: true, takesPipelineByName: true),
            ParameterPlace(set: "nameSet", position: 0, takesPipelineByName: true),
        ], help: "Where; with -Name the folder.")
    static let itemName = Parameter<String>(
        "Name", mandatory: true, byName: true, sets: ["nameSet"], allowsNull: true, allowsEmptyString: true, help: "The name of the item in the folder.")
    static let itemType = Parameter<String>(
        "ItemType", aliases: ["Type"], byName: true, completions: ["File", "Directory", "SymbolicLink", "HardLink"],
        help: "What to make: File (as if not given), Directory, SymbolicLink, HardLink.")
    static let value = Parameter<Value>(
        "Value", aliases: ["Target"], pipeline: true, byName: true, help: "What a file contains, where a link leads, what a variable holds.")
    static let force = Parameter<Bool>("Force", help: "Writes over a file, makes missing folders.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes an item.",
        description: "Makes a file, a directory with all that are missing above it, a link, or an item of another drive, and writes it.",
        parameters: [path, itemName, itemType, value, force], defaultSet: "pathSet",
        supportsShouldProcess: true, outputTypes: ["System.IO.FileInfo", "System.IO.DirectoryInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A file with content", "(New-Item ([IO.Path]::GetTempPath() + 'note.txt') -Value hello -Force).Length", output: "5\n")])

    func process(_ run: Invocation) throws {
        let name = run[Self.itemName]
        for folder in run[Self.path] ?? ["."] {
            do {
                var text = folder
                if let name { text = folder == "." && !run.isBound(Self.path) ? name : name.isEmpty ? folder : PathText.join(folder, name) }
                if text.isEmpty { text = "." }
                try make(ItemPath.read(text, run.session), text, run)
            } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "Argument" && failure.record.errorId != "ArgumentNull" {
                try run.writeError(failure.record)
            } catch let failure as FileFailure {
                try run.writeError(
                    failure.code == EISDIR || failure.code == EACCES ? "NewItemUnauthorizedAccessError" : "NewItemIOError", failure.message,
                    type: failure.exceptionType, category: failure.code == EACCES || failure.code == EISDIR ? .permissionDenied : .writeError,
                    target: .text(failure.path))
            }
        }
    }

    private func make(_ item: ItemPath, _ text: String, _ run: Invocation) throws {
        if let flat = item.flat {
            guard try run.shouldProcess("Name: \(item.path) Value: \(run[Self.value]?.toText(run.session) ?? "")", "New Item") else { return }
            if flat is AliasProvider || flat is FunctionProvider, flat.exists(item.path, run.session, run.scope), !run.has(Self.force), flat is AliasProvider {
                return try run.writeError(
                    "Argument", "An item with the name '\(item.path)' already exists.", type: "PSArgumentException", category: .invalidArgument,
                    target: .text(item.path))
            }
            try flat.set(item.path, run[Self.value] ?? .null, force: run.has(Self.force), run.session, run.scope)
            return try run.write(item.object(run))
        }
        let kind = (run[Self.itemType] ?? "File").lowercased()
        let isForced = run.has(Self.force)
        switch kind {
        case "directory", "container", "d": try makeDirectory(item, isForced, run)
        case "file", "f", "": try makeFile(item, isForced, run)
        case "symboliclink": try makeLink(item, symbolic: true, isForced, run)
        case "hardlink": try makeLink(item, symbolic: false, isForced, run)
        case "junction":
            throw run.failure("NotSupported", "Junctions exist on Windows only; use SymbolicLink.", type: "PSNotSupportedException", category: .notImplemented)
        default:
            throw run.failure(
                "Argument", "The type '\(kind)' is not known to the file system; use File, Directory, SymbolicLink or HardLink.", type: "PSArgumentException",
                category: .invalidArgument, target: .text(kind))
        }
    }

    private func makeDirectory(_ item: ItemPath, _ isForced: Bool, _ run: Invocation) throws {
        if let status = FileStatus(item.path) {
            if !isForced {
                return try run.writeError(
                    "DirectoryExist", "An item with the specified name \(item.path) already exists.", type: "System.IO.IOException", category: .resourceExists,
                    target: .text(item.path))
            }
            if status.isDirectory { try run.write(item.object(run)) }
            return
        }
        guard try run.shouldProcess("Destination: \(item.path)", "Create Directory") else { return }
        try FileTransfer.makeFolders(item.path)
        try run.write(item.object(run))
    }

    private func makeFile(_ item: ItemPath, _ isForced: Bool, _ run: Invocation) throws {
        if let status = FileStatus(item.path) {
            if !isForced {
                return try run.writeError(
                    "NewItemIOError", "The file '\(item.path)' already exists.", type: "System.IO.IOException", category: .writeError, target: .text(item.path))
            }
            if status.isDirectory { throw FileFailure(path: item.path, code: EISDIR) }
        }
        guard try run.shouldProcess("Destination: \(item.path)", "Create File") else { return }
        if isForced { try FileTransfer.makeFolders(PathText.parent(item.path)) }
        let parent = PathText.parent(item.path)
        if !parent.isEmpty, FileStatus(parent)?.isDirectory != true { throw FileFailure(path: item.path, code: ENOTDIR) }
        let content = try run[Self.value].map { $0.isNull ? "" : try $0.objectText(run.session) } ?? ""
        try FileAccess.write(Array(content.utf8), to: item.path)
        try run.write(item.object(run))
    }

    private func makeLink(_ item: ItemPath, symbolic: Bool, _ isForced: Bool, _ run: Invocation) throws {
        guard let value = run[Self.value], !value.isNull else {
            throw run.failure("ArgumentNull", "A link needs -Value: where it leads.", type: "PSArgumentNullException", category: .invalidArgument)
        }
        let target = try value.toText(run.session)
        let full = run.session.fullPath(target)
        if !symbolic {
            guard let status = FileStatus(full) else { throw ItemSelection.notFound(pattern: full).asItemNotFound }
            if status.isDirectory {
                return try run.writeError(
                    "ItemNotFile", "A hard link must lead to a file, but '\(full)' is a directory.", type: "System.InvalidOperationException",
                    category: .invalidOperation, target: .text(full))
            }
        }
        if FileStatus(item.path) != nil {
            if !isForced {
                return try run.writeError(
                    symbolic ? "SymLinkExists" : "NewItemIOError", "The link '\(item.path)' cannot be made: there is an item of the name.",
                    type: "System.IO.IOException", category: .resourceExists, target: .text(item.path))
            }
            try FileTransfer.remove(item.path)
        }
        guard try run.shouldProcess("Destination: \(item.path)", symbolic ? "Create Symbolic Link" : "Create Hard Link") else { return }
        if symbolic ? symlink(target, item.path) != 0 : link(full, item.path) != 0 { throw FileFailure(path: item.path, code: errno) }
        try run.write(item.object(run))
    }
}

extension ShellError {
    /// The same refusal as an exception that says what was not there.
    fileprivate var asItemNotFound: ShellError {
        ShellError(record.errorId, record.message, type: "ItemNotFoundException", category: record.category, target: record.target)
    }
}
