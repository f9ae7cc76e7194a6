// Files and directories as objects: `FileInfo` and `DirectoryInfo`.

import Glibc
import Runtime
import Scalars

final class FileObject: Box, @unchecked Sendable {
    /// The full path.
    private(set) var path: String
    /// As it was written, for `ToString()` of an object made from text.
    let written: String
    /// The path under which a command found it: `PSPath` and its kin keep it; nil for objects a script made.
    let foundPath: String?
    /// The drive it was found through.
    let drive: String
    let isDirectory: Bool
    private var known: FileStatus??

    init(_ path: String, isDirectory: Bool, status: FileStatus? = nil, found: Bool = true, drive: String = "/", written: String? = nil) {
        self.path = path
        self.isDirectory = isDirectory
        self.drive = drive
        self.written = written ?? path
        foundPath = found ? path : nil
        if let status { known = .some(status) }
    }

    /// Looked up once and kept until `Refresh()`.
    var status: FileStatus? {
        if let known { return known }
        let found = FileStatus(path)
        known = .some(found)
        return found
    }
    func refresh() { known = nil }
    func moved(to path: String) {
        self.path = path
        known = nil
    }

    override var type: TypeInfo { isDirectory ? FileObject.directoryType : FileObject.fileType }
    override func describe(_ session: Session) throws -> String { written }
    override func isEqual(to other: Object) -> Bool { self === other }

    static let systemType = TypeInfo("System.IO.FileSystemInfo", base: TypeInfo("System.MarshalByRefObject", base: .object, isAbstract: true), isAbstract: true)
    static let fileType = TypeInfo("System.IO.FileInfo", base: systemType)
    static let directoryType = TypeInfo("System.IO.DirectoryInfo", base: systemType)

    var name: String { PathText.leaf(path) }
    /// The name without its last extension; a directory's whole name.
    var baseName: String { isDirectory ? name : PathText.baseName(name) }
    var isHidden: Bool { name.hasPrefix(".") }

    /// The bits of `FileAttributes`.
    var attributes: Int64 {
        guard let status else { return -1 }
        var bits: Int64 = 0
        if status.isReadOnly { bits |= 1 }
        if isHidden { bits |= 2 }
        if status.isDirectory { bits |= 16 }
        if status.isLink { bits |= 1024 }
        return bits == 0 ? 128 : bits
    }

    /// `d----`, `-----`, `l----`.
    var mode: String {
        let bits = attributes
        return (bits & 1024 != 0 ? "l" : bits & 16 != 0 ? "d" : "-") + (bits & 32 != 0 ? "a" : "-") + (bits & 1 != 0 ? "r" : "-") + (bits & 2 != 0 ? "h" : "-")
            + (bits & 4 != 0 ? "s" : "-")
    }

    /// Takes or gives the owner's right to write.
    func setReadOnly(_ flag: Bool) throws {
        guard let status else { throw MethodFailure("System.IO.FileNotFoundException", FileFailure(path: path, code: ENOENT).message) }
        let bits = (status.target ?? status.link).st_mode & 0o7777
        try perform(chmod(path, flag ? bits & ~0o222 : bits | 0o200))
    }

    func setTimes(modified: DateTime? = nil, accessed: DateTime? = nil) throws {
        let keep = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)
        let times = [accessed.map(FileStatus.time) ?? keep, modified.map(FileStatus.time) ?? keep]
        try perform(utimensat(AT_FDCWD, path, times, 0))
    }

    /// - Throws: .NET's exception for a call that gave -1.
    func perform(_ result: Int32) throws {
        if result != 0 {
            let failure = FileFailure(path: path, code: errno)
            throw MethodFailure(failure.exceptionType, failure.message)
        }
        refresh()
    }
}

/// Parts of paths as text.
enum PathText {
    static func leaf(_ path: String) -> String {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/") else { return String(trimmed) }
        let name = trimmed[trimmed.index(after: slash)...]
        return name.isEmpty ? "/" : String(name)
    }
    /// Everything before the last part; `/` for what stands right below the root, empty for the root.
    static func parent(_ path: String) -> String {
        if path == "/" { return "" }
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
    /// With its dot; empty if there is none.
    static func fileExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return "" }
        return String(name[dot...])
    }
    static func baseName(_ name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }
    /// Without `.` and `..`.
    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." { if part == ".." { _ = parts.popLast() } else { parts.append(part) } }
        return "/" + parts.joined(separator: "/")
    }
    static func join(_ folder: String, _ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }
}
