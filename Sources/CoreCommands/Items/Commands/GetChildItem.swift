// Get-ChildItem: what is in directories and drives.

import Runtime
import Scalars

final class GetChildItem: Command {
    static let name = "Get-ChildItem"
    static let aliases = ["gci", "dir"]
    static let items = ItemParameters(pathSets: ["Items"], literalSets: ["LiteralItems"], mandatory: false, filterPosition: 1, allowsEmpty: true)
    static let recurse = Parameter<Bool>("Recurse", aliases: ["s", "r"], help: "Everything below as well.")
    static let depth = Parameter<Int>("Depth", type: .uint32, help: "How many levels below; implies -Recurse.")
    static let nameOnly = Parameter<Bool>("Name", help: "Only names, relative to the path.")
    static let attributes = Parameter<AttributeFilter>(
        "Attributes", help: "Attributes that items must have: names joined by + (and), comma (or), with ! (not).")
    static let followSymlink = Parameter<Bool>("FollowSymlink", help: "With -Recurse, goes into directories behind links.")
    static let directory = Parameter<Bool>("Directory", aliases: ["ad"], help: "Only directories.")
    static let file = Parameter<Bool>("File", aliases: ["af"], help: "Only files.")
    static let hidden = Parameter<Bool>("Hidden", aliases: ["ah", "h"], help: "Only hidden items.")
    static let readOnly = Parameter<Bool>("ReadOnly", aliases: ["ar"], help: "Only read-only items.")
    static let system = Parameter<Bool>("System", aliases: ["as"], help: "Only system items.")

    static let declaration = CommandDeclaration(
        synopsis: "Lists directories and drives.",
        description:
            "Writes the items in each path: directories first, then files, each by name. A path with wildcards stands for the items it matches. Names that begin with a dot need -Force or -Hidden.",
        parameters: items.withoutForce + [recurse, depth, items.force, nameOnly, attributes, followSymlink, directory, file, hidden, readOnly, system],
        defaultSet: "Items",
        outputTypes: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("Variables of the environment by name", "$env:ROOM = 'lobby'; Get-ChildItem env:ROO? -Name", output: "ROOM\n")])

    private struct Wish {
        let selection: ItemSelection
        let recurses: Bool
        let depth: Int
        let followsLinks: Bool
        let wantsFiles: Bool
        let wantsDirectories: Bool
        let attributes: AttributeFilter?
        let hiddenOnly: Bool, readOnlyOnly: Bool, systemOnly: Bool
        let showsHidden: Bool
        let nameOnly: Bool

        func accepts(_ file: FileObject) -> Bool {
            if file.isHidden, !showsHidden { return false }
            if hiddenOnly, !file.isHidden { return false }
            if systemOnly { return false }
            if readOnlyOnly, file.attributes & 1 == 0 { return false }
            if file.isDirectory ? !wantsDirectories : !wantsFiles { return false }
            if let attributes, !attributes.matches(file.attributes) { return false }
            return selection.accepts(file.name)
        }
    }

    func process(_ run: Invocation) throws {
        let given = Self.items.selection(run)
        let patterns = given.patterns.map { $0.isEmpty ? "." : $0 }
        let attributes = run[Self.attributes]
        let showsHidden = given.force || run.has(Self.hidden) || attributes?.asksForHidden == true
        let selection = ItemSelection(
            patterns: patterns.isEmpty ? ["."] : patterns, isLiteral: given.isLiteral, filter: given.filter, include: given.include, exclude: given.exclude,
            force: showsHidden, run: run)
        let onlyFiles = run.has(Self.file), onlyDirectories = run.has(Self.directory)
        let wish = Wish(
            selection: selection, recurses: run.has(Self.recurse) || run.isBound(Self.depth), depth: run[Self.depth] ?? .max,
            followsLinks: run.has(Self.followSymlink),
            wantsFiles: !onlyDirectories || onlyFiles, wantsDirectories: !onlyFiles || onlyDirectories, attributes: attributes,
            hiddenOnly: run.has(Self.hidden), readOnlyOnly: run.has(Self.readOnly), systemOnly: run.has(Self.system),
            showsHidden: showsHidden, nameOnly: run.has(Self.nameOnly))
        for text in selection.patterns {
            do { try list(text, wish, run) } catch let failure as ShellError where !failure.endsScript { try run.writeError(failure.record) }
        }
    }

    private func list(_ text: String, _ wish: Wish, _ run: Invocation) throws {
        let selection = wish.selection
        let isPattern = !selection.isLiteral && Globbing.isPattern(text)
        let plain = ItemSelection(patterns: [], isLiteral: selection.isLiteral, filter: nil, include: [], exclude: [], force: selection.force, run: run)
        let found = try plain.resolved(text)
        for item in found {
            guard item.isFileSystem else {
                try listFlat(item, wish, run)
                continue
            }
            let status = FileStatus(item.path)
            let isDirectory = status?.isDirectory ?? false
            let file = FileObject(item.path, isDirectory: isDirectory, status: status, drive: item.drive.name)
            if !isDirectory {
                if !isPattern, file.isHidden, !wish.showsHidden {
                    throw ShellError(
                        "ItemNotFound", "Could not find item \(item.path).", type: "System.IO.IOException", category: .objectNotFound, target: .text(item.path))
                }
                if wish.accepts(file) { try emit(file, base: PathText.parent(item.path), wish, run) }
                continue
            }
            if isPattern {
                // The items that match, not what is in them; with -Recurse what is in them too.
                if wish.accepts(file) { try emit(file, base: PathText.parent(item.path), wish, run) }
                if wish.recurses { try walk(item.path, base: PathText.parent(item.path), wish, run, drive: item.drive.name, level: 0, visited: []) }
                continue
            }
            // -Include and -Exclude without -Recurse speak of the path's own last part.
            if !selection.include.isEmpty, !wish.recurses { continue }
            try walk(item.path, base: item.path, wish, run, drive: item.drive.name, level: 0, visited: [])
        }
    }

    private func listFlat(_ item: ItemPath, _ wish: Wish, _ run: Invocation) throws {
        guard let flat = item.flat else { return }
        let names = item.path.isEmpty ? flat.names(run.session, run.scope) : [item.path]
        for name in names where wish.selection.accepts(name) {
            let one = ItemPath(drive: item.drive, path: name)
            try run.write(wish.nameOnly ? .text(name) : one.object(run))
        }
    }

    private func emit(_ file: FileObject, base: String, _ wish: Wish, _ run: Invocation) throws {
        if wish.nameOnly {
            let below = file.path.dropFirst(base.count).drop { $0 == "/" }
            try run.write(.text(String(below)))
        } else {
            try run.write(.object(file))
        }
    }

    private func walk(_ folder: String, base: String, _ wish: Wish, _ run: Invocation, drive: String, level: Int, visited: [String]) throws {
        try run.session.checkCancelled()
        let names: [String]
        do { names = try Folder.sortedNames(folder) } catch {
            return try run.writeError(
                "DirUnauthorizedAccessError", error.message, type: error.exceptionType, category: .permissionDenied, target: .text(folder))
        }
        var files: [FileObject] = [], directories: [FileObject] = []
        for name in names {
            let path = PathText.join(folder, name)
            guard let status = FileStatus(path) else { continue }
            let file = FileObject(path, isDirectory: status.isDirectory, status: status, drive: drive)
            if status.isDirectory { directories.append(file) } else { files.append(file) }
        }
        // With -Include or -Exclude each directory is followed by what is in it, else by its neighbours.
        let goesDeepFirst = wish.recurses && !(wish.selection.include.isEmpty && wish.selection.exclude.isEmpty)
        if !goesDeepFirst { for file in directories + files where wish.accepts(file) { try emit(file, base: base, wish, run) } }
        guard wish.recurses, level < wish.depth else {
            if goesDeepFirst { for file in directories + files where wish.accepts(file) { try emit(file, base: base, wish, run) } }
            return
        }
        for directory in directories {
            if goesDeepFirst, wish.accepts(directory) { try emit(directory, base: base, wish, run) }
            if directory.isHidden, !wish.showsHidden { continue }
            if directory.status?.isLink == true, !wish.followsLinks, wish.selection.exclude.isEmpty { continue }
            // A link that leads back up is not followed round and round.
            var real = directory.path
            if directory.status?.isLink == true { real = PathText.resolved(directory.path) }
            if visited.contains(real) { continue }
            try walk(directory.path, base: base, wish, run, drive: drive, level: level + 1, visited: visited + [real])
        }
        if goesDeepFirst { for file in files where wish.accepts(file) { try emit(file, base: base, wish, run) } }
    }
}
