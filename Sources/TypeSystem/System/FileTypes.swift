// `System.IO.File`, `Directory`, readers and writers of text, streams of bytes. Paths are relative to the session's location.

import CPosix
import Glibc
import Runtime
import Scalars

enum FileTypes {
    static let types: [KnownType] =
        [
            FileStatics.known, DirectoryStatics.known, TextReaderObject.stream, TextReaderObject.string, TextWriterObject.stream, TextWriterObject.string,
            KnownType(TextReaderObject.base), KnownType(TextWriterObject.base), KnownType(searchOption), KnownType(Disk.encodingOptions),
            KnownType(FileModes.unix),
        ] + StreamObject.types + BinaryMembers.types
    static let searchOption = TypeInfo.names("System.IO.SearchOption", ["TopDirectoryOnly", "AllDirectories"])
}

/// What the static file methods do to the disk, with .NET's refusals.
enum Disk {
    static let encodingOptions = TypeInfo.enumeration("System.Base64FormattingOptions", EnumerationInfo([("None", 0), ("InsertLineBreaks", 1)], isFlags: true))

    static func failure(_ path: String, _ code: Int32 = errno) -> MethodFailure {
        let parent = PathMembers.directory(path) ?? "/"
        switch code {
        case ENOENT where access(parent, F_OK) != 0, ENOTDIR:
            return MethodFailure("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
        case ENOENT: return MethodFailure("System.IO.FileNotFoundException", "Could not find file '\(path)'.", details: ["FileName": .text(path)])
        case EACCES, EPERM, EISDIR: return MethodFailure("System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.")
        case EEXIST: return MethodFailure("System.IO.IOException", "The file '\(path)' already exists.")
        case ENOTEMPTY: return MethodFailure("System.IO.IOException", "Directory not empty : '\(path)'")
        default: return MethodFailure("System.IO.IOException", "\(String(cString: strerror(code))) : '\(path)'")
        }
    }

    static func path(_ value: Value, _ session: Session, _ name: String = "path") throws -> String {
        if value.isNull { throw Refusals.null(name) }
        let text = value.asString ?? ""
        if text.isEmpty { throw Refusals.argument("The value cannot be an empty string. (Parameter '\(name)')") }
        return session.fullPath(text)
    }

    static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
    static func isDirectory(_ path: String) -> Bool { kind(path) == S_IFDIR }

    static func read(_ path: String) throws -> [UInt8] {
        if isDirectory(path) { throw failure(path, EISDIR) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure(path) }
            if count == 0 { return bytes }
            if bytes.count + count > bytes.capacity { try Room.check(bytes: bytes.count * 2) }
            bytes += buffer[..<count]
        }
    }

    static func write(_ bytes: [UInt8], to path: String, appending: Bool = false) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC), 0o644)
        if descriptor < 0 { throw failure(path) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure(path) }
            done += count
        }
    }

    static func names(in path: String) throws -> [String] {
        guard let directory = opendir(path) else { throw failure(path + "/") }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Text in the encoding its first bytes name, else in the one given.
    static func text(_ bytes: [UInt8], _ encoding: EncodingObject) -> String {
        for kind in [EncodingObject.Kind.utf8BOM, .utf32, .utf16, .utf16BE] {
            let known = EncodingObject(kind)
            if bytes.starts(with: known.mark) { return known.text(of: Array(bytes.dropFirst(known.mark.count))) }
        }
        return encoding.text(of: bytes)
    }

    static func lines(_ text: String) -> [Value] {
        var lines: [Value] = []
        var line: [UInt8] = []
        var skipsFeed = false
        for byte in text.utf8 {
            if byte == 10, skipsFeed {
                skipsFeed = false
                continue
            }
            skipsFeed = byte == 13
            if byte == 10 || byte == 13 {
                lines.append(.text(String(decoding: line, as: UTF8.self)))
                line = []
            } else {
                line.append(byte)
            }
        }
        if !line.isEmpty { lines.append(.text(String(decoding: line, as: UTF8.self))) }
        return lines
    }

    static func encoding(_ arguments: [Value], _ index: Int) -> EncodingObject {
        index < arguments.count ? arguments[index].object as? EncodingObject ?? EncodingObject(.utf8) : EncodingObject(.utf8)
    }
}

/// Who may do what with a file, by the bits of its mode.
public enum FileModes {
    public static let unix = TypeInfo.enumeration(
        "System.IO.UnixFileMode",
        EnumerationInfo(
            [
                ("None", 0), ("OtherExecute", 1), ("OtherWrite", 2), ("OtherRead", 4), ("GroupExecute", 8), ("GroupWrite", 16), ("GroupRead", 32),
                ("UserExecute", 64), ("UserWrite", 128), ("UserRead", 256), ("StickyBit", 512), ("SetGroup", 1024), ("SetUser", 2048),
            ], isFlags: true))
}

enum FileStatics {
    static let type = TypeInfo("System.IO.File", base: .object, isAbstract: true)
    private static let bytes = TypeInfo.byte.arrayType()

    /// A method with and without an encoding at the end.
    private static func encoded(_ name: String, _ parameters: [OverloadParameter], returns: TypeInfo = .void, _ body: @escaping Overload.Body) -> Method {
        Method(name, [Overload(parameters, returns: returns, body), Overload(parameters + [.of("encoding", EncodingObject.typeInfo)], returns: returns, body)])
    }

    static func moment(_ name: String, isUtc: Bool, _ read: @escaping @Sendable (stat) -> timespec) -> Method {
        Method(name, [.text("path")], returns: .dateTime) { _, a, session in
            let path = try Disk.path(a[0], session)
            var status = stat()
            if stat(path, &status) != 0 { return .object(DateObject(try DateTime(year: 1601, month: 1, day: 1))) }
            let time = read(status)
            let utc = DateTime(ticks: DateTime.unixEpochTicks + Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100, kind: .utc)
            return .object(DateObject(isUtc ? utc : utc.toLocalTime(session.zone)))
        }
    }

    /// `SetLastWriteTime` and its kin.
    static func setting(_ name: String, isUtc: Bool, isAccess: Bool) -> Method {
        Method(name, [.text("path"), .of("time", .dateTime)]) { _, a, session in
            let path = try Disk.path(a[0], session), date = DateTimeMembers.date(a[1])
            let utc = isUtc || date.kind == .utc ? date : date.toUniversalTime(session.zone)
            let since = utc.ticks - DateTime.unixEpochTicks
            let seconds = since >= 0 ? since / 10_000_000 : (since - 9_999_999) / 10_000_000
            let moment = timespec(tv_sec: Int(seconds), tv_nsec: Int(since - seconds * 10_000_000) * 100)
            let kept = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)  // UTIME_OMIT, a macro Swift cannot read
            let times = isAccess ? [moment, kept] : [kept, moment]
            if utimensat(AT_FDCWD, path, times, 0) != 0 { throw Disk.failure(path) }
            return .nothing
        }
    }

    private static func written(_ name: String, appending: Bool) -> [Method] {
        [
            encoded(name + "Text", [.text("path"), .text("contents")]) { _, a, session in
                let path = try Disk.path(a[0], session), encoding = Disk.encoding(a, 2)
                try Disk.write((appending && Disk.kind(path) != nil ? [] : encoding.mark) + encoding.bytes(of: a.text(1)), to: path, appending: appending)
                return .nothing
            },
            encoded(name + "Lines", [.text("path"), .of("contents", .stringArray)]) { _, a, session in
                let path = try Disk.path(a[0], session), encoding = Disk.encoding(a, 2)
                if a[1].isNull { throw Refusals.null("contents") }
                let text = a.values(1).map { ($0.asString ?? "") + "\n" }.joined()
                try Disk.write((appending && Disk.kind(path) != nil ? [] : encoding.mark) + encoding.bytes(of: text), to: path, appending: appending)
                return .nothing
            },
        ]
    }

    static let known = KnownType(type) {
        let reading: [Method] = [
            Method("Exists", [.text("path")], returns: .bool) { _, a, session in
                let text = a.text(0)
                return .bool(!text.isEmpty && Disk.kind(session.fullPath(text)).map { $0 != S_IFDIR } ?? false)
            },
            encoded("ReadAllText", [.text("path")], returns: .string) { _, a, session in
                .text(Disk.text(try Disk.read(try Disk.path(a[0], session)), Disk.encoding(a, 1)))
            },
            encoded("ReadAllLines", [.text("path")], returns: .stringArray) { _, a, session in
                .object(ArrayObject(Disk.lines(Disk.text(try Disk.read(try Disk.path(a[0], session)), Disk.encoding(a, 1))), elementType: .string))
            },
            encoded("ReadLines", [.text("path")], returns: .iEnumerable) { _, a, session in
                .object(ArrayObject(Disk.lines(Disk.text(try Disk.read(try Disk.path(a[0], session)), Disk.encoding(a, 1))), elementType: .string))
            },
            Method("ReadAllBytes", [.text("path")], returns: bytes) { _, a, session in ConvertMembers.array(try Disk.read(try Disk.path(a[0], session))) },
            Method("WriteAllBytes", [.text("path"), .of("bytes", bytes)]) { _, a, session in
                try Disk.write(ConvertMembers.bytes(a[1]), to: try Disk.path(a[0], session))
                return .nothing
            },
            Method("AppendAllBytes", [.text("path"), .of("bytes", bytes)]) { _, a, session in
                try Disk.write(ConvertMembers.bytes(a[1]), to: try Disk.path(a[0], session), appending: true)
                return .nothing
            },
        ]
        let changing: [Method] = [
            Method("Delete", [.text("path")]) { _, a, session in
                let path = try Disk.path(a[0], session)
                if Disk.isDirectory(path) { throw Disk.failure(path, EISDIR) }
                if unlink(path) != 0, errno != ENOENT || access(PathMembers.directory(path) ?? "/", F_OK) != 0 { throw Disk.failure(path) }
                return .nothing
            },
            Method("Move", [.text("sourceFileName"), .text("destFileName"), .optional("overwrite", .bool, .false)]) { _, a, session in
                let from = try Disk.path(a[0], session, "sourceFileName"), to = try Disk.path(a[1], session, "destFileName")
                if Disk.kind(from) == nil { throw Disk.failure(from, ENOENT) }
                if !a.bool(2), Disk.kind(to) != nil { throw Disk.failure(to, EEXIST) }
                if rename(from, to) != 0 { throw Disk.failure(from) }
                return .nothing
            },
            Method("Copy", [.text("sourceFileName"), .text("destFileName"), .optional("overwrite", .bool, .false)]) { _, a, session in
                let from = try Disk.path(a[0], session, "sourceFileName"), to = try Disk.path(a[1], session, "destFileName")
                let content = try Disk.read(from)
                if !a.bool(2), Disk.kind(to) != nil { throw Disk.failure(to, EEXIST) }
                try Disk.write(content, to: to)
                return .nothing
            },
            Method("Replace", [.text("sourceFileName"), .text("destinationFileName"), .text("destinationBackupFileName")]) { _, a, session in
                let from = try Disk.path(a[0], session, "sourceFileName"), to = try Disk.path(a[1], session, "destinationFileName")
                if Disk.kind(to) == nil { throw Disk.failure(to, ENOENT) }
                if Disk.kind(from) == nil { throw Disk.failure(from, ENOENT) }
                if !a.text(2).isEmpty, rename(to, session.fullPath(a.text(2))) != 0 { throw Disk.failure(to) }
                if rename(from, to) != 0 { throw Disk.failure(from) }
                return .nothing
            },
            Method("SetAttributes", [.text("path"), .of("fileAttributes", SystemTypes.fileAttributes)]) { _, a, session in
                let path = try Disk.path(a[0], session)
                var status = stat()
                guard stat(path, &status) == 0 else { throw Disk.failure(path) }
                let mode = a.enumeration(1) & 1 != 0 ? status.st_mode & ~0o222 : status.st_mode | 0o200
                if chmod(path, mode & 0o7777) != 0 { throw Disk.failure(path) }
                return .nothing
            },
            Method("OpenRead", [.text("path")], returns: StreamObject.file) { _, a, session in
                .object(try FileStreamObject(try Disk.path(a[0], session), mode: 3, access: 1))
            },
            Method("OpenWrite", [.text("path")], returns: StreamObject.file) { _, a, session in
                .object(try FileStreamObject(try Disk.path(a[0], session), mode: 4, access: 2))
            },
            Method("Create", [.text("path")], returns: StreamObject.file) { _, a, session in
                .object(try FileStreamObject(try Disk.path(a[0], session), mode: 2, access: 3))
            },
            Method("Open", StreamObject.opening("path")),
            Method("OpenText", [.text("path")], returns: TextReaderObject.streamType) { _, a, session in
                .object(TextReaderObject(Disk.text(try Disk.read(try Disk.path(a[0], session)), EncodingObject(.utf8)), TextReaderObject.streamType))
            },
            Method("CreateText", [.text("path")], returns: TextWriterObject.streamType) { _, a, session in
                .object(try TextWriterObject(path: try Disk.path(a[0], session), appending: false, EncodingObject(.utf8)))
            },
            Method("AppendText", [.text("path")], returns: TextWriterObject.streamType) { _, a, session in
                .object(try TextWriterObject(path: try Disk.path(a[0], session), appending: true, EncodingObject(.utf8)))
            },
            Method("GetAttributes", [.text("path")], returns: SystemTypes.fileAttributes) { _, a, session in
                let path = try Disk.path(a[0], session)
                guard let kind = Disk.kind(path) else { throw Disk.failure(path, ENOENT) }
                return .object(EnumerationObject(SystemTypes.fileAttributes, kind == S_IFDIR ? 16 : access(path, W_OK) == 0 ? 128 : 1))
            },
        ]
        let modes: [Method] = [
            Method("GetUnixFileMode", [.text("path")], returns: FileModes.unix) { _, a, session in
                let path = try Disk.path(a[0], session)
                var status = stat()
                guard stat(path, &status) == 0 else { throw Disk.failure(path) }
                return .object(EnumerationObject(FileModes.unix, Int64(status.st_mode & 0o7777)))
            },
            Method("SetUnixFileMode", [.text("path"), .of("mode", FileModes.unix)]) { _, a, session in
                let path = try Disk.path(a[0], session)
                if chmod(path, mode_t(a.enumeration(1))) != 0 { throw Disk.failure(path) }
                return .nothing
            },
            Method("CreateSymbolicLink", [.text("path"), .text("pathToTarget")], returns: .object) { _, a, session in
                let path = try Disk.path(a[0], session)
                if symlink(a.text(1), path) != 0 { throw Disk.failure(path) }
                guard let type = session.types.type(named: "System.IO.FileInfo") else { return .text(path) }
                return try session.construct(type, [.text(path)])
            },
        ]
        let times: [Method] = [
            moment("GetLastWriteTime", isUtc: false) { $0.st_mtim }, moment("GetLastWriteTimeUtc", isUtc: true) { $0.st_mtim },
            moment("GetLastAccessTime", isUtc: false) { $0.st_atim },
            moment("GetLastAccessTimeUtc", isUtc: true) { $0.st_atim }, moment("GetCreationTime", isUtc: false) { $0.st_mtim },
            moment("GetCreationTimeUtc", isUtc: true) { $0.st_mtim }, setting("SetLastWriteTime", isUtc: false, isAccess: false),
            setting("SetLastWriteTimeUtc", isUtc: true, isAccess: false), setting("SetCreationTime", isUtc: false, isAccess: false),
            setting("SetCreationTimeUtc", isUtc: true, isAccess: false), setting("SetLastAccessTime", isUtc: false, isAccess: true),
            setting("SetLastAccessTimeUtc", isUtc: true, isAccess: true),
        ]
        return MemberTable(staticMethods: reading + written("WriteAll", appending: false) + written("AppendAll", appending: true) + changing + times + modes)
    }
}

enum DirectoryStatics {
    static let type = TypeInfo("System.IO.Directory", base: .object, isAbstract: true)

    private static func listed(_ root: String, _ shown: String, _ pattern: String, isDeep: Bool, files: Bool, directories: Bool, _ session: Session) throws
        -> [Value]
    {
        var result: [Value] = []
        var inner: [Value] = []
        for name in try Disk.names(in: root) {
            let path = root == "/" ? "/" + name : root + "/" + name
            let isDirectory = Disk.isDirectory(path)
            let text = shown.hasSuffix("/") ? shown + name : shown + "/" + name
            if isDirectory ? directories : files, pattern == "*" || pattern == "*.*" || matches(name, pattern) { result.append(.text(text)) }
            if isDirectory, isDeep { inner += try listed(path, text, pattern, isDeep: true, files: files, directories: directories, session) }
        }
        return result + inner
    }

    /// `*` and `?` alone have a meaning, and case counts.
    private static func matches(_ name: String, _ pattern: String) -> Bool {
        let text = Array(name.utf8), wanted = Array(pattern.utf8)
        var i = 0, j = 0, star = -1, mark = 0
        while i < text.count {
            if j < wanted.count, wanted[j] == 63 || wanted[j] == text[i], wanted[j] != 42 {
                i += 1
                j += 1
            } else if j < wanted.count, wanted[j] == 42 {
                star = j
                mark = i
                j += 1
            } else if star >= 0 {
                j = star + 1
                mark += 1
                i = mark
            } else {
                return false
            }
        }
        while j < wanted.count, wanted[j] == 42 { j += 1 }
        return j == wanted.count
    }

    private static func listing(_ name: String, files: Bool, directories: Bool) -> Method {
        Method(
            name,
            [
                Overload(
                    [
                        .text("path"), .optional("searchPattern", .string, "*"),
                        .optional("searchOption", FileTypes.searchOption, .object(EnumerationObject(FileTypes.searchOption, 0))),
                    ], returns: .stringArray
                ) { _, a, session in
                    .object(
                        ArrayObject(
                            try listed(
                                try Disk.path(a[0], session), a.text(0), a.text(1), isDeep: a.enumeration(2) == 1, files: files, directories: directories,
                                session), elementType: .string))
                }
            ])
    }

    private static func make(_ path: String) throws {
        if Disk.isDirectory(path) { return }
        if let parent = PathMembers.directory(path), !parent.isEmpty { try make(parent) }
        if mkdir(path, 0o755) != 0, !Disk.isDirectory(path) { throw Disk.failure(path) }
    }

    private static func remove(_ path: String) throws {
        for name in try Disk.names(in: path) {
            let inner = path + "/" + name
            var status = stat()
            if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { try remove(inner) } else if unlink(inner) != 0 { throw Disk.failure(inner) }
        }
        if rmdir(path) != 0 { throw Disk.failure(path) }
    }

    static let known = KnownType(type) {
        MemberTable(staticMethods: [
            Method("Exists", [.text("path")], returns: .bool) { _, a, session in .bool(!a.text(0).isEmpty && Disk.isDirectory(session.fullPath(a.text(0)))) },
            Method("CreateDirectory", [.text("path")], returns: .object) { _, a, session in
                let path = try Disk.path(a[0], session)
                try make(path)
                if let type = session.types.type(named: "System.IO.DirectoryInfo"), !session.types.table(of: type).constructors.isEmpty {
                    return try session.construct(type, [.text(path)])
                }
                return .text(path)
            },
            Method("Delete", [.text("path"), .optional("recursive", .bool, .false)]) { _, a, session in
                let path = try Disk.path(a[0], session)
                if !Disk.isDirectory(path) { throw Disk.failure(path + "/", ENOTDIR) }
                if a.bool(1) { try remove(path) } else if rmdir(path) != 0 { throw Disk.failure(path) }
                return .nothing
            },
            Method("Move", [.text("sourceDirName"), .text("destDirName")]) { _, a, session in
                let from = try Disk.path(a[0], session, "sourceDirName")
                if rename(from, try Disk.path(a[1], session, "destDirName")) != 0 { throw Disk.failure(from + "/") }
                return .nothing
            },
            listing("GetFiles", files: true, directories: false), listing("GetDirectories", files: false, directories: true),
            listing("GetFileSystemEntries", files: true, directories: true),
            listing("EnumerateFiles", files: true, directories: false), listing("EnumerateDirectories", files: false, directories: true),
            listing("EnumerateFileSystemEntries", files: true, directories: true),
            Method("GetCurrentDirectory", returns: .string) { _, _, session in .text(session.location) },
            Method("GetParent", [.text("path")], returns: .object) { _, a, session in
                let path = try Disk.path(a[0], session)
                guard let parent = PathMembers.directory(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path) else { return .null }
                guard let type = session.types.type(named: "System.IO.DirectoryInfo") else { return .text(parent) }
                return try session.construct(type, [.text(parent)])
            },
            Method("SetCurrentDirectory", [.text("path")]) { _, a, session in
                let path = try Disk.path(a[0], session)
                if chdir(path) != 0 { throw Disk.failure(path + "/") }
                return .nothing
            },
            FileStatics.moment("GetLastWriteTime", isUtc: false) { $0.st_mtim }, FileStatics.moment("GetLastWriteTimeUtc", isUtc: true) { $0.st_mtim },
            FileStatics.moment("GetLastAccessTime", isUtc: false) { $0.st_atim }, FileStatics.moment("GetCreationTime", isUtc: false) { $0.st_mtim },
            FileStatics.moment("GetCreationTimeUtc", isUtc: true) { $0.st_mtim }, FileStatics.setting("SetLastWriteTime", isUtc: false, isAccess: false),
            FileStatics.setting("SetCreationTime", isUtc: false, isAccess: false),
            Method("CreateTempSubdirectory", [.optional("prefix", .string, "")], returns: .object) { _, a, session in
                var template = Array(((session.environment["TMPDIR"] ?? "/tmp") + "/" + a.text(0) + "XXXXXX").utf8CString)
                guard mkdtemp(&template) != nil else { throw Disk.failure(session.environment["TMPDIR"] ?? "/tmp") }
                let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
                guard let type = session.types.type(named: "System.IO.DirectoryInfo") else { return .text(path) }
                return try session.construct(type, [.text(path)])
            },
            Method("GetLogicalDrives", returns: .stringArray) { _, _, _ in .strings(["/"]) },
            Method("GetDirectoryRoot", [.text("path")], returns: .string) { _, _, _ in "/" },
        ])
    }
}

/// `StreamReader` and `StringReader`: the whole text, and how far it has been read.
final class TextReaderObject: Box, @unchecked Sendable {
    private let bytes: [UInt8]
    private var place = 0
    private let readerType: TypeInfo
    private let stream: StreamObject?
    private var isClosed = false
    init(_ text: String, _ type: TypeInfo, _ stream: StreamObject? = nil) {
        bytes = Array(text.utf8)
        readerType = type
        self.stream = stream
    }
    private func close() {
        isClosed = true
        stream?.close()
    }
    /// - Throws: `ObjectDisposedException` once the reader is closed.
    private static func open(_ value: Value) throws -> TextReaderObject {
        let reader = try own(value)
        if reader.isClosed {
            throw MethodFailure("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
        }
        return reader
    }
    override var type: TypeInfo { readerType }

    static let base = TypeInfo("System.IO.TextReader", base: .object, interfaces: [.iDisposable], isAbstract: true)
    static let streamType = TypeInfo("System.IO.StreamReader", base: base)
    static let stringType = TypeInfo("System.IO.StringReader", base: base)
    private static func own(_ value: Value) throws -> TextReaderObject {
        guard let reader = value.object as? TextReaderObject else { throw Refusals.null("this") }
        return reader
    }

    private func line() -> Value {
        if place >= bytes.count { return .null }
        let end = bytes[place...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        place = end + (end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10 ? 2 : 1)
        return .text(text)
    }
    private func character(isTaken: Bool) -> Value {
        guard place < bytes.count else { return .int(-1) }
        let scalars = String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars
        guard let first = scalars.first else { return .int(-1) }
        if isTaken { place += String(first).utf8.count }
        return .int(Int32(first.value))
    }

    private static func block(_ reader: TextReaderObject, _ a: [Value]) throws -> Value {
        guard let buffer = a[0].asArray else { throw Refusals.null("buffer") }
        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= buffer.elements.count else {
            throw Refusals.argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
            )
        }
        let units = Array(String(decoding: reader.bytes[min(reader.place, reader.bytes.count)...], as: UTF8.self).utf16.prefix(a.int(2)))
        for (i, unit) in units.enumerated() { buffer.elements[a.int(1) + i] = .char(unit) }
        reader.place += String(decoding: units, as: UTF16.self).utf8.count
        return .int(Int32(units.count))
    }

    private static func table(_ constructors: [Overload]) -> MemberTable {
        MemberTable(
            properties: [
                Property("EndOfStream", .bool, get: { t, _ in .bool(try own(t).place >= own(t).bytes.count) }),
                Property("BaseStream", .object, get: { t, _ in try own(t).stream.map { .object($0) } ?? .null }),
                Property("CurrentEncoding", EncodingObject.typeInfo, get: { _, _ in .object(EncodingObject(.utf8)) }),
            ],
            methods: [
                Method("ReadLine", returns: .string) { t, _, _ in try open(t).line() },
                Method("ReadToEnd", returns: .string) { t, _, _ in
                    let reader = try open(t)
                    defer { reader.place = reader.bytes.count }
                    return .text(String(decoding: reader.bytes[min(reader.place, reader.bytes.count)...], as: UTF8.self))
                },
                Method(
                    "Read",
                    [
                        Overload(returns: .int32) { t, _, _ in try open(t).character(isTaken: true) },
                        Overload([.of("buffer", TypeInfo.char.arrayType()), .int("index"), .int("count")], returns: .int32) { t, a, _ in
                            try block(open(t), a)
                        },
                    ]),
                Method("ReadBlock", [.of("buffer", TypeInfo.char.arrayType()), .int("index"), .int("count")], returns: .int32) { t, a, _ in
                    try block(open(t), a)
                },
                Method("Peek", returns: .int32) { t, _, _ in try open(t).character(isTaken: false) },
                Method("DiscardBufferedData") { _, _, _ in .nothing },
                Method("Close") { t, _, _ in
                    try own(t).close()
                    return .nothing
                },
                Method("Dispose") { t, _, _ in
                    try own(t).close()
                    return .nothing
                },
            ], constructors: constructors)
    }
    static let stream = KnownType(streamType) {
        table([
            Overload([.text("path")], returns: streamType) { _, a, session in
                .object(TextReaderObject(Disk.text(try Disk.read(try Disk.path(a[0], session)), Disk.encoding(a, 1)), streamType))
            },
            Overload([.text("path"), .of("encoding", EncodingObject.typeInfo)], returns: streamType) { _, a, session in
                .object(TextReaderObject(Disk.text(try Disk.read(try Disk.path(a[0], session)), Disk.encoding(a, 1)), streamType))
            },
            Overload([.of("stream", StreamObject.base)], returns: streamType) { _, a, _ in
                let stream = try StreamObject.own(a[0])
                return .object(TextReaderObject(Disk.text(try stream.readToEnd(), EncodingObject(.utf8)), streamType, stream))
            },
            Overload([.of("stream", StreamObject.base), .of("encoding", EncodingObject.typeInfo)], returns: streamType) { _, a, _ in
                let stream = try StreamObject.own(a[0])
                return .object(TextReaderObject(Disk.text(try stream.readToEnd(), Disk.encoding(a, 1)), streamType, stream))
            },
            Overload([.text("path"), .bool("detectEncodingFromByteOrderMarks")], returns: streamType) { _, a, session in
                .object(TextReaderObject(Disk.text(try Disk.read(try Disk.path(a[0], session)), EncodingObject(.utf8)), streamType))
            },
        ])
    }
    static let string = KnownType(stringType) {
        table([Overload([.text("s")], returns: stringType) { _, a, _ in .object(TextReaderObject(a.text(0), stringType)) }])
    }
}

/// `StreamWriter` and `StringWriter`. A file is written when the writer is flushed or closed.
final class TextWriterObject: Box, @unchecked Sendable {
    private var pending: [UInt8] = []
    private let path: String?
    private let memory: StreamObject?
    private var isClosed = false
    private let encoding: EncodingObject
    private var flushesAlways = false
    private var newLine = "\n"

    init(path: String, appending: Bool, _ encoding: EncodingObject) throws {
        self.path = path
        memory = nil
        self.encoding = encoding
        let isNew = Disk.kind(path) == nil
        try Disk.write(appending && !isNew ? [] : encoding.mark, to: path, appending: appending)
    }
    init(memory: StreamObject?, _ encoding: EncodingObject = EncodingObject(.utf8)) throws {
        path = nil
        self.memory = memory
        self.encoding = encoding
        if memory?.length == 0 { try memory?.write(encoding.mark) }
    }
    /// As a document that is written to it names its encoding.
    var encodingName: String {
        if path == nil && memory == nil { return "utf-16" }
        return EncodingMembers.webName(encoding.encoding)
    }
    override var type: TypeInfo { path == nil && memory == nil ? TextWriterObject.stringType : TextWriterObject.streamType }
    override func describe(_ session: Session) throws -> String { path == nil && memory == nil ? String(decoding: pending, as: UTF8.self) : type.fullName }

    static let base = TypeInfo("System.IO.TextWriter", base: .object, interfaces: [.iDisposable], isAbstract: true)
    static let streamType = TypeInfo("System.IO.StreamWriter", base: base)
    static let stringType = TypeInfo("System.IO.StringWriter", base: base)
    private static func own(_ value: Value) throws -> TextWriterObject {
        guard let writer = value.object as? TextWriterObject else { throw Refusals.null("this") }
        return writer
    }

    private func flush() throws {
        if path == nil && memory == nil { return }
        let bytes = encoding.bytes(of: String(decoding: pending, as: UTF8.self))
        pending = []
        if let path { try Disk.write(bytes, to: path, appending: true) }
        try memory?.write(bytes)
    }
    private func close() throws {
        if isClosed { return }
        try flush()
        isClosed = true
        memory?.close()
    }
    private func write(_ text: String) throws {
        if isClosed { throw MethodFailure("System.ObjectDisposedException", "Cannot write to a closed TextWriter.") }
        pending += Array(text.utf8)
        if flushesAlways || pending.count > 1 << 16 { try flush() }
    }

    private static func table(_ constructors: [Overload]) -> MemberTable {
        @Sendable func text(_ value: Value, _ session: Session) throws -> String {
            if value.isNull { return "" }
            if let array = value.asArray, array.elementType.code == .char { return StringMembers.joined(array.elements) }
            return try MethodText.of(value, session)
        }
        func ending(_ name: String, closes: Bool) -> Method {
            Method(name) { t, _, _ in
                if closes { try own(t).close() } else { try own(t).flush() }
                return .nothing
            }
        }
        return MemberTable(
            properties: [
                Property(
                    "AutoFlush", .bool, get: { t, _ in .bool(try own(t).flushesAlways) },
                    set: { t, value, session in try own(t).flushesAlways = value.isTrue(session) }),
                Property("BaseStream", .object, get: { t, _ in try own(t).memory.map { .object($0) } ?? .null }),
                Property("Encoding", EncodingObject.typeInfo, get: { t, _ in .object(try own(t).encoding) }),
                Property(
                    "NewLine", .string, get: { t, _ in .text(try own(t).newLine) }, set: { t, value, session in try own(t).newLine = value.toText(session) }),
            ],
            methods: [
                Method(
                    "Write",
                    [
                        Overload([.object("value")]) { t, a, session in
                            try own(t).write(text(a[0], session))
                            return .nothing
                        },
                        Overload([.text("format"), .rest("arg", .object)]) { t, a, session in
                            try own(t).write(session.filled(a.text(0), a.values(1)))
                            return .nothing
                        },
                    ]),
                Method(
                    "WriteLine",
                    [
                        Overload { t, _, _ in
                            try own(t).write(own(t).newLine)
                            return .nothing
                        },
                        Overload([.object("value")]) { t, a, session in
                            try own(t).write(text(a[0], session) + own(t).newLine)
                            return .nothing
                        },
                        Overload([.text("format"), .rest("arg", .object)]) { t, a, session in
                            try own(t).write(session.filled(a.text(0), a.values(1)) + own(t).newLine)
                            return .nothing
                        },
                    ]),
                Method("ToString", returns: .string) { t, _, session in .text(try own(t).describe(session)) },
                ending("Flush", closes: false), ending("Close", closes: true), ending("Dispose", closes: true),
                Method("GetStringBuilder", returns: StringBuilderObject.typeInfo) { t, _, session in
                    let made = StringBuilderObject()
                    made.string = try own(t).describe(session)
                    return .object(made)
                },
            ], constructors: constructors)
    }
    static let stream = KnownType(streamType) {
        table([
            Overload([.text("path")], returns: streamType) { _, a, session in
                .object(try TextWriterObject(path: try Disk.path(a[0], session), appending: false, EncodingObject(.utf8)))
            },
            Overload([.of("stream", StreamObject.base)], returns: streamType) { _, a, _ in .object(try TextWriterObject(memory: StreamObject.own(a[0]))) },
            Overload([.of("stream", StreamObject.base), .of("encoding", EncodingObject.typeInfo)], returns: streamType) { _, a, _ in
                .object(try TextWriterObject(memory: StreamObject.own(a[0]), Disk.encoding(a, 1)))
            },
            Overload([.text("path"), .bool("append")], returns: streamType) { _, a, session in
                .object(try TextWriterObject(path: try Disk.path(a[0], session), appending: a.bool(1), EncodingObject(.utf8)))
            },
            Overload([.text("path"), .bool("append"), .of("encoding", EncodingObject.typeInfo)], returns: streamType) { _, a, session in
                .object(try TextWriterObject(path: try Disk.path(a[0], session), appending: a.bool(1), Disk.encoding(a, 2)))
            },
        ])
    }
    static let string = KnownType(stringType) { table([Overload(returns: stringType) { _, _, _ in .object(try TextWriterObject(memory: nil)) }]) }
}
