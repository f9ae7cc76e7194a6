// Where modules are found: a path, or a name in the folders of `PSModulePath`.

import Glibc
import Scalars

public struct ModuleFiles {
    let session: Session
    public init(_ session: Session) { self.session = session }

    private static let endings = [".psd1", ".psm1", ".ps1"]

    /// The folders modules are looked for in.
    public var folders: [String] { (session.environment["PSModulePath"] ?? "").split(separator: ":").map(String.init) }

    /// The folders a session starts with: what the environment names, after the user's own and the system's.
    static func initialPath(_ environment: [String: String]) -> String {
        let home = environment["HOME"] ?? ""
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
        var folders = [data + "/powershell/Modules", "/usr/local/share/powershell/Modules"]
        for folder in (environment["PSModulePath"] ?? "").split(separator: ":") where !folders.contains(String(folder)) { folders.append(String(folder)) }
        return folders.joined(separator: ":")
    }

    static func isFile(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }
    /// Names in a folder, sorted; none if it cannot be read.
    static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// True for what names a place rather than a module: absolute, or beginning with `.` or `~`.
    public static func isPlace(_ name: String) -> Bool {
        name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../") || name.hasPrefix(".\\") || name.hasPrefix("..\\") || name.hasPrefix("~/")
            || name == "."
            || name == ".."
    }

    /// The file of the module at a place: the file itself, the place with an ending, or the file named like the folder inside it.
    public func file(at path: String, _ wanted: ModuleSpecification) -> String? {
        if ModuleFiles.isFile(path) { return path }
        for ending in ModuleFiles.endings where ModuleFiles.isFile(path + ending) { return path + ending }
        return ModuleFiles.isFolder(path) ? file(inFolder: path, wanted) : nil
    }

    /// The file of a module in its folder, perhaps in a folder of its version; the highest that will do.
    func file(inFolder folder: String, _ wanted: ModuleSpecification) -> String? {
        let leaf = ModuleNames.plain(folder + "/")
        let name = folder.split(separator: "/").last.map(String.init) ?? leaf
        var versions: [(NetVersion, String)] = []
        // A name that is no version is some other folder.
        for inner in ModuleFiles.names(folder) { if let version = try? NetVersion.parse(inner) { versions.append((version, inner)) } }
        for (version, inner) in versions.sorted(by: { $0.0 > $1.0 }) {
            let manifest = folder + "/" + inner + "/" + name + ".psd1"
            if ModuleFiles.isFile(manifest), !wanted.hasBounds || wanted.accepts(version, guid: wanted.guid) { return manifest }
        }
        for ending in ModuleFiles.endings.dropLast() {
            if let found = ModuleFiles.sameName(name + ending, in: folder) { return found }
        }
        return nil
    }

    /// A file of a name in whatever case.
    private static func sameName(_ name: String, in folder: String) -> String? {
        if isFile(folder + "/" + name) { return folder + "/" + name }
        return names(folder).first { $0.equalsIgnoringCase(name) }.map { folder + "/" + $0 }.flatMap { isFile($0) ? $0 : nil }
    }

    /// The file of a module by name, from the folders of `PSModulePath`.
    public func file(named name: String, _ wanted: ModuleSpecification) -> String? {
        for folder in folders {
            if let found = file(at: folder + "/" + name, wanted) { return found }
            // On disk the case may differ.
            if let other = ModuleFiles.names(folder).first(where: { $0.equalsIgnoringCase(name) }), other != name,
                let found = file(at: folder + "/" + other, wanted)
            {
                return found
            }
        }
        return nil
    }

    /// The file meant by a name or place as written, seen from a folder.
    public func file(_ wanted: ModuleSpecification, from folder: String? = nil) -> String? {
        let name = wanted.name.contains("\\") ? String(wanted.name.map { $0 == "\\" ? "/" : $0 }) : wanted.name
        if let folder, !name.hasPrefix("/"), !name.hasPrefix("~") {
            if let found = file(at: session.fullPath(folder + "/" + name), wanted) { return found }
        }
        if ModuleFiles.isPlace(name) { return file(at: session.fullPath(name), wanted) }
        if let found = file(named: name, wanted) { return found }
        return name.contains("/") ? file(at: session.fullPath(name), wanted) : nil
    }

    /// The files of all modules in the folders of `PSModulePath`, with the folder each was found in.
    public func available() -> [(folder: String, file: String)] {
        var found: [(String, String)] = []
        for folder in folders {
            for name in ModuleFiles.names(folder) {
                let path = folder + "/" + name
                if ModuleFiles.isFolder(path) {
                    let inner = ModuleFiles.names(path).filter { (try? NetVersion.parse($0)) != nil }.sorted().reversed()
                    let versioned = inner.map { path + "/" + $0 + "/" + name + ".psd1" }.filter { ModuleFiles.isFile($0) }
                    if versioned.isEmpty {
                        if let file = file(inFolder: path, ModuleSpecification(name)) { found.append((folder, file)) }
                    } else {
                        for file in versioned { found.append((folder, file)) }
                    }
                } else if name.lowercased().hasSuffix(".psm1") || name.lowercased().hasSuffix(".psd1") {
                    found.append((folder, path))
                }
            }
        }
        return found
    }
}
