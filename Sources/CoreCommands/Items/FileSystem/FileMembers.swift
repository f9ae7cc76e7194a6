// The members of `FileInfo` and `DirectoryInfo`, with what the shell adds to them.

import Glibc
import Runtime
import Scalars
import TypeSystem

enum FileMembers {
    static var types: [KnownType] {
        [
            KnownType(FileObject.systemType), FileVersionObject.known, KnownType(FileObject.fileType, members: file),
            KnownType(FileObject.directoryType, members: directory),
        ] + FolderWatcher.types
    }

    private static func own(_ value: Value) throws -> FileObject {
        guard let file = value.object as? FileObject else { throw MethodFailure("System.ArgumentNullException", "A file is needed.") }
        return file
    }
    private static func text(_ name: String, _ kind: String = "Property", _ read: @escaping @Sendable (FileObject) -> String?) -> Property {
        Property(
            name, .string, memberType: kind,
            get: { t, _ in
                guard let text = try read(own(t)) else { return .null }
                return .text(text)
            })
    }
    private static func time(
        _ name: String, utc: Bool, _ read: @escaping @Sendable (FileStatus) -> DateTime, set: @escaping @Sendable (FileObject, DateTime) throws -> Void
    ) -> Property {
        let get: Property.Getter = { t, session in
            // What is not there has the time from which Windows counts.
            let date = try own(t).status.map(read) ?? DateTime(ticks: DateTime.fileTimeTicks, kind: .utc)
            return .object(DateObject(utc ? date : date.toLocalTime(session.zone)))
        }
        let put: Property.Setter = { t, value, session in
            guard let date = (value.object as? DateObject)?.value else { return }
            let moment = date.kind == .utc ? date : utc ? date.withKind(.utc) : date.toUniversalTime(session.zone)
            try set(own(t), moment)
        }
        return Property(name, .dateTime, get: get, set: put)
    }

    /// A file operation whose refusal becomes .NET's exception.
    static func guarded<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let failure as FileFailure { throw MethodFailure(failure.exceptionType, failure.message) }
    }

    /// `System.IO.File`, whose ways to open a file serve its object too.
    private static func statics(_ session: Session) throws -> TypeInfo {
        guard let type = session.types.type(named: "System.IO.File") else { throw MethodFailure("System.NotSupportedException", "Files cannot be opened.") }
        return type
    }
    private static func opening(_ name: String) -> Method {
        Method(name, [OverloadParameter](), returns: .object) { t, _, session in
            let file = try own(t)
            do {
                let made = try session.callStatic(statics(session), name, [.text(file.path)], session.scope)
                file.refresh()
                return made
            } catch let error as ShellError { throw MethodFailure(error.record.exception.inner ?? error.record.exception) }
        }
    }

    /// An object for a path; a missing one is a file.
    static func object(_ path: String, drive: String = "/") -> Value {
        let status = FileStatus(path)
        return .object(FileObject(path, isDirectory: status?.isDirectory ?? false, status: status, drive: drive))
    }
    static func made(_ text: String, isDirectory: Bool, _ session: Session) -> Value {
        .object(FileObject(session.fullPath(text), isDirectory: isDirectory, found: false, written: text))
    }

    /// What files and directories share.
    private static func shared() -> [Property] {
        [
            text("Mode", "CodeProperty") { $0.mode }, text("ModeWithoutHardLink", "CodeProperty") { $0.mode },
            text("LinkTarget") { Folder.linkTarget($0.path) },
            text("LinkType", "CodeProperty") { file in
                file.status.flatMap { $0.isLink ? "SymbolicLink" : !file.isDirectory && $0.link.st_nlink > 1 ? "HardLink" : nil }
            },
            text("Target", "AliasProperty") { Folder.linkTarget($0.path) },
            text("ResolvedTarget", "CodeProperty") { file in
                Folder.linkTarget(file.path).map { $0.hasPrefix("/") ? $0 : PathText.join(PathText.parent(file.path), $0) } ?? file.path
            },
            text("UnixMode", "ScriptProperty") { $0.status?.unixMode },
            text("User", "ScriptProperty") { $0.status.flatMap { getpwuid($0.link.st_uid).map { String(cString: $0.pointee.pw_name) } } },
            text("Group", "ScriptProperty") { $0.status.flatMap { getgrgid($0.link.st_gid).map { String(cString: $0.pointee.gr_name) } } },
            Property("Size", .int64, memberType: "ScriptProperty", get: { t, _ in try own(t).status.map { .long($0.size) } ?? .null }),
            text("Name") { $0.name }, text("FullName") { $0.path }, text("Extension") { PathText.fileExtension($0.name) },
            Property(
                "Exists", .bool,
                get: { t, _ in
                    let file = try own(t)
                    return .bool(file.status.map { $0.isDirectory == file.isDirectory } ?? false)
                }),
            Property(
                "Attributes", SystemTypes.fileAttributes, get: { t, _ in try .object(EnumerationObject(SystemTypes.fileAttributes, own(t).attributes)) },
                set: { t, value, _ in try own(t).setReadOnly((value.asEnumeration?.rawValue ?? 0) & 1 != 0) }),
            time("CreationTime", utc: false, { min($0.modified, $0.changed) }, set: { try $0.setTimes(modified: $1) }),
            time("CreationTimeUtc", utc: true, { min($0.modified, $0.changed) }, set: { try $0.setTimes(modified: $1) }),
            time("LastAccessTime", utc: false, \.accessed, set: { try $0.setTimes(accessed: $1) }),
            time("LastAccessTimeUtc", utc: true, \.accessed, set: { try $0.setTimes(accessed: $1) }),
            time("LastWriteTime", utc: false, \.modified, set: { try $0.setTimes(modified: $1) }),
            time("LastWriteTimeUtc", utc: true, \.modified, set: { try $0.setTimes(modified: $1) }),
            Property(
                "UnixFileMode", FileModes.unix,
                get: { t, _ in try .object(EnumerationObject(FileModes.unix, Int64(own(t).status.map { ($0.target ?? $0.link).st_mode & 0o7777 } ?? 0))) },
                set: { t, value, _ in try own(t).perform(chmod(own(t).path, mode_t(value.asEnumeration?.rawValue ?? 0))) }),
        ] + notes()
    }

    /// What a command that found the object notes on it.
    private static func notes() -> [Property] {
        func note(_ name: String, _ read: @escaping @Sendable (FileObject, String, Session) -> Value) -> Property {
            Property(
                name, .string, memberType: "NoteProperty",
                get: { t, session in
                    let file = try own(t)
                    guard let found = file.foundPath else { return .null }
                    return read(file, found, session)
                })
        }
        return [
            note("PSPath") { _, found, _ in .text(FileSystemProvider.qualified(found)) },
            note("PSParentPath") { _, found, _ in .text(found == "/" ? "" : FileSystemProvider.qualified(PathText.parent(found))) },
            note("PSChildName") { _, found, _ in .text(PathText.leaf(found)) },
            note("PSDrive") { file, _, session in session.drives.drive(file.drive).map { .object($0) } ?? .null },
            note("PSProvider") { _, _, session in .object(session.drives.providerInfo(session.drives.fileSystem)) },
            note("PSIsContainer") { file, _, _ in .bool(file.isDirectory) },
            note("UnixStat") { file, _, _ in file.status.map { _ in .object(UnixStatObject(file)) } ?? .null },
        ]
    }

    @Sendable private static func file() -> MemberTable {
        let path = OverloadParameter("destFileName", .string)
        return MemberTable(
            properties: shared() + [
                text("BaseName", "ScriptProperty") { $0.baseName },
                Property("VersionInfo", FileVersionObject.typeInfo, memberType: "ScriptProperty", get: { t, _ in try .object(FileVersionObject(own(t).path)) }),
                Property(
                    "Length", .int64,
                    get: { t, _ in
                        let file = try own(t)
                        guard let status = file.status else {
                            throw MethodFailure("System.IO.FileNotFoundException", FileFailure(path: file.path, code: ENOENT).message)
                        }
                        return .long(status.size)
                    }),
                text("DirectoryName") { PathText.parent($0.path) },
                Property(
                    "Directory", FileObject.directoryType,
                    get: { t, _ in try .object(FileObject(PathText.parent(own(t).path), isDirectory: true, found: false)) }),
                Property(
                    "IsReadOnly", .bool, get: { t, _ in try .bool(own(t).status?.isReadOnly ?? false) },
                    set: { t, value, session in try own(t).setReadOnly(value.isTrue(session)) }),
            ],
            methods: [
                Method("Delete", [OverloadParameter]()) { t, _, _ in
                    let file = try own(t)
                    if unlink(file.path) != 0, errno != ENOENT { try file.perform(-1) }
                    file.refresh()
                    return .nothing
                },
                Method(
                    "CopyTo",
                    [
                        Overload([path], returns: FileObject.fileType) { t, a, session in try copy(own(t), a, false, session) },
                        Overload([path, OverloadParameter("overwrite", .bool)], returns: FileObject.fileType) { t, a, session in
                            try copy(own(t), a, a[1].isTrue(session), session)
                        },
                    ]),
                Method("MoveTo", [path]) { t, a, session in try move(own(t), a, session) },
                Method("Refresh", [OverloadParameter]()) { t, _, _ in
                    try own(t).refresh()
                    return .nothing
                },
                opening("Create"), opening("CreateText"), opening("AppendText"), opening("OpenText"), opening("OpenRead"), opening("OpenWrite"),
                Method(
                    "Open",
                    (1...3).map { count in
                        Overload((0..<count).map { OverloadParameter(["mode", "access", "share"][$0], .object) }, returns: .object) { t, a, session in
                            try session.callStatic(statics(session), "Open", [.text(own(t).path)] + a, session.scope)
                        }
                    }),
                Method(
                    "Replace", [OverloadParameter("destinationFileName", .string), OverloadParameter("destinationBackupFileName", .string)],
                    returns: FileObject.fileType
                ) {
                    t, a, session in
                    let file = try own(t)
                    _ = try session.callStatic(statics(session), "Replace", [.text(file.path), a[0], a[1]], session.scope)
                    file.refresh()
                    return object(session.fullPath(a[0].asString ?? ""))
                },
                linking, resolving,
                Method("ToString", returns: .string) { t, _, _ in try .text(own(t).written) },
                Method("get_Length", returns: .int64) { t, _, session in
                    do { return try session.property(of: t, "Length") } catch let error as ShellError {
                        throw MethodFailure(error.record.exception.inner ?? error.record.exception)
                    }
                },
            ],
            constructors: [
                Overload([OverloadParameter("fileName", .string)], returns: FileObject.fileType) { _, a, session in
                    made(a[0].asString ?? "", isDirectory: false, session)
                }
            ],
            convert: { value, session in value.asString.map { made($0, isDirectory: false, session) } })
    }

    private static var linking: Method {
        Method("CreateAsSymbolicLink", [OverloadParameter("pathToTarget", .string)]) { t, a, _ in
            let file = try own(t)
            try file.perform(symlink(a[0].asString ?? "", file.path))
            file.refresh()
            return .nothing
        }
    }

    /// What a link leads to, one step or to the end; null for what is no link.
    private static var resolving: Method {
        Method("ResolveLinkTarget", [OverloadParameter("returnFinalTarget", .bool)], returns: FileObject.systemType) { t, a, session in
            let file = try own(t)
            var place = file.path, steps = 0
            while let target = Folder.linkTarget(place) {
                steps += 1
                if steps > 40 {
                    let failure = FileFailure(path: file.path, code: ELOOP)
                    throw MethodFailure(failure.exceptionType, failure.message)
                }
                place = target.hasPrefix("/") ? target : PathText.normalized(PathText.join(PathText.parent(place), target))
                if !a[0].isTrue(session) { break }
            }
            return steps == 0 ? .null : .object(FileObject(place, isDirectory: file.isDirectory, found: false))
        }
    }

    private static func copy(_ file: FileObject, _ arguments: [Value], _ overwrite: Bool, _ session: Session) throws -> Value {
        let target = session.fullPath(arguments[0].asString ?? "")
        if !overwrite, FileStatus(target) != nil { throw MethodFailure("System.IO.IOException", "The file '\(target)' already exists.") }
        try guarded { try FileTransfer.copyFile(file.path, target) }
        return .object(FileObject(target, isDirectory: false, found: false))
    }
    private static func move(_ file: FileObject, _ arguments: [Value], _ session: Session) throws -> Value {
        let target = session.fullPath(arguments[0].asString ?? "")
        if FileStatus(target) != nil { throw MethodFailure("System.IO.IOException", "The file '\(target)' already exists.") }
        try file.perform(rename(file.path, target))
        file.moved(to: target)
        return .nothing
    }

    @Sendable private static func directory() -> MemberTable {
        @Sendable func parent(_ file: FileObject) -> Value {
            file.path == "/" ? .null : .object(FileObject(PathText.parent(file.path), isDirectory: true, found: false))
        }
        func listing(_ name: String, files: Bool, directories: Bool) -> Method {
            let pattern = OverloadParameter("searchPattern", .string), option = OverloadParameter("searchOption", searchOption)
            let returns = files && directories ? FileObject.systemType : files ? FileObject.fileType : FileObject.directoryType
            @Sendable func list(_ t: Value, _ pattern: String, _ deep: Bool) throws -> Value {
                .object(ArrayObject(try entries(own(t).path, pattern, files: files, directories: directories, deep: deep), elementType: returns))
            }
            return Method(
                name,
                [
                    Overload([], returns: returns.arrayType()) { t, _, _ in try list(t, "*", false) },
                    Overload([pattern], returns: returns.arrayType()) { t, a, _ in try list(t, a[0].asString ?? "*", false) },
                    Overload([pattern, option], returns: returns.arrayType()) { t, a, _ in try list(t, a[0].asString ?? "*", a[1].asEnumeration?.rawValue == 1)
                    },
                ])
        }
        return MemberTable(
            properties: shared() + [
                text("BaseName", "ScriptProperty") { $0.name },
                Property("Parent", FileObject.directoryType, get: { t, _ in try parent(own(t)) }),
                Property("Root", FileObject.directoryType, get: { _, _ in .object(FileObject("/", isDirectory: true, found: false)) }),
            ],
            methods: [
                Method("Create", [OverloadParameter]()) { t, _, _ in
                    try guarded { try FileTransfer.makeFolders(own(t).path) }
                    try own(t).refresh()
                    return .nothing
                },
                Method("CreateSubdirectory", [OverloadParameter("path", .string)], returns: FileObject.directoryType) { t, a, _ in
                    let path = PathText.join(try own(t).path, a[0].asString ?? "")
                    try guarded { try FileTransfer.makeFolders(path) }
                    return .object(FileObject(path, isDirectory: true, found: false))
                },
                Method(
                    "Delete",
                    [
                        Overload([]) { t, _, _ in
                            try own(t).perform(rmdir(own(t).path))
                            return .nothing
                        },
                        Overload([OverloadParameter("recursive", .bool)]) { t, a, session in
                            if a[0].isTrue(session) { try guarded { try FileTransfer.remove(own(t).path) } } else { try own(t).perform(rmdir(own(t).path)) }
                            return .nothing
                        },
                    ]),
                linking, resolving,
                Method("MoveTo", [OverloadParameter("destDirName", .string)]) { t, a, session in try move(own(t), a, session) },
                Method("Refresh", [OverloadParameter]()) { t, _, _ in
                    try own(t).refresh()
                    return .nothing
                },
                listing("GetFiles", files: true, directories: false), listing("GetDirectories", files: false, directories: true),
                listing("GetFileSystemInfos", files: true, directories: true),
                listing("EnumerateFiles", files: true, directories: false), listing("EnumerateDirectories", files: false, directories: true),
                listing("EnumerateFileSystemInfos", files: true, directories: true),
                Method("ToString", returns: .string) { t, _, _ in try .text(own(t).written) },
            ],
            constructors: [
                Overload([OverloadParameter("path", .string)], returns: FileObject.directoryType) { _, a, session in
                    made(a[0].asString ?? "", isDirectory: true, session)
                }
            ],
            convert: { value, session in value.asString.map { made($0, isDirectory: true, session) } })
    }

    static let searchOption = TypeInfo.enumeration("System.IO.SearchOption", EnumerationInfo(names: ["TopDirectoryOnly", "AllDirectories"]))

    private static func entries(_ folder: String, _ pattern: String, files: Bool, directories: Bool, deep: Bool) throws -> [Value] {
        var result: [Value] = []
        let names = try guarded { try Folder.sortedNames(folder) }
        for name in names {
            let path = PathText.join(folder, name)
            guard let status = FileStatus(path) else { continue }
            if status.isDirectory ? directories : files, FileFilter.matches(name, pattern) {
                result.append(.object(FileObject(path, isDirectory: status.isDirectory, status: status, found: false)))
            }
            if deep, status.isRealDirectory { result += try entries(path, pattern, files: files, directories: directories, deep: true) }
        }
        return result
    }
}

/// The `UnixStat` of a file.
final class UnixStatObject: Box, @unchecked Sendable {
    let file: FileObject
    init(_ file: FileObject) { self.file = file }
    override var type: TypeInfo { UnixStatObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Platform+Unix+CommonStat", base: .object)
    static var known: KnownType {
        @Sendable func number(_ name: String, _ read: @escaping @Sendable (stat) -> Int64) -> Property {
            Property(name, .int64, get: { t, _ in (t.object as? UnixStatObject)?.file.status.map { .long(read($0.link)) } ?? .null })
        }
        return KnownType(typeInfo) {
            MemberTable(properties: [
                number("Inode") { Int64(truncatingIfNeeded: $0.st_ino) }, number("Mode") { Int64($0.st_mode & 0o7777) }, number("UserId") { Int64($0.st_uid) },
                number("GroupId") { Int64($0.st_gid) },
                number("HardlinkCount") { Int64($0.st_nlink) }, number("Size") { Int64($0.st_size) },
                number("DeviceId") { Int64(truncatingIfNeeded: $0.st_dev) }, number("BlockSize") { Int64($0.st_blksize) },
            ])
        }
    }
}

/// The patterns of `-Filter`, `GetFiles` and their kin: only * and ?, without case as the reference matches names.
enum FileFilter {
    static func matches(_ name: String, _ pattern: String) -> Bool {
        if pattern == "*" || pattern == "*.*" || pattern.isEmpty { return true }
        return matches(Array(name.lowercased().utf16)[...], Array(pattern.lowercased().utf16)[...])
    }
    private static func matches(_ text: ArraySlice<UInt16>, _ pattern: ArraySlice<UInt16>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == 42 {
            if matches(text, pattern.dropFirst()) { return true }
            return !text.isEmpty && matches(text.dropFirst(), pattern)
        }
        guard let unit = text.first, first == 63 || first == unit else { return false }
        return matches(text.dropFirst(), pattern.dropFirst())
    }
}
