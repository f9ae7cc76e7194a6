// What the system knows about a file: kind, size, times, owner, permissions.

import Glibc
import Scalars

struct FileStatus {
    /// Of the file itself, where it is a link of the link.
    let link: stat
    /// Of what a link leads to; the same for anything else. nil for a link that leads nowhere.
    let target: stat?

    /// nil if there is nothing of the name.
    init?(_ path: String) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return nil }
        link = info
        if info.st_mode & S_IFMT == S_IFLNK {
            var followed = stat()
            target = stat(path, &followed) == 0 ? followed : nil
        } else {
            target = info
        }
    }

    var isLink: Bool { link.st_mode & S_IFMT == S_IFLNK }
    var isDirectory: Bool { (target?.st_mode ?? 0) & S_IFMT == S_IFDIR }
    /// A directory that is not merely a link to one.
    var isRealDirectory: Bool { link.st_mode & S_IFMT == S_IFDIR }
    var isFile: Bool { (target?.st_mode ?? 0) & S_IFMT == S_IFREG }
    var size: Int64 { Int64((target ?? link).st_size) }
    /// Nobody may write it, going by its owner's permission.
    var isReadOnly: Bool { (target ?? link).st_mode & 0o222 == 0 }
    var modified: DateTime { FileStatus.date((target ?? link).st_mtim) }
    var accessed: DateTime { FileStatus.date((target ?? link).st_atim) }
    var changed: DateTime { FileStatus.date((target ?? link).st_ctim) }

    static func date(_ time: timespec) -> DateTime {
        DateTime(ticks: DateTime.unixEpochTicks + Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100, kind: .utc)
    }
    static func time(_ date: DateTime) -> timespec {
        let ticks = date.ticks - DateTime.unixEpochTicks
        let seconds = ticks >= 0 ? ticks / 10_000_000 : (ticks - 9_999_999) / 10_000_000
        return timespec(tv_sec: Int(seconds), tv_nsec: Int((ticks - seconds * 10_000_000) * 100))
    }

    /// `-rwxr-xr-x`.
    var unixMode: String {
        let mode = link.st_mode
        let kind: Character =
            switch mode & S_IFMT {
            case S_IFDIR: "d"
            case S_IFLNK: "l"
            case S_IFIFO: "p"
            case S_IFSOCK: "s"
            case S_IFCHR: "c"
            case S_IFBLK: "b"
            default: "-"
            }
        var text = String(kind)
        for shift in [6, 3, 0] {
            let bits = mode >> UInt32(shift) & 7
            text += bits & 4 != 0 ? "r" : "-"
            text += bits & 2 != 0 ? "w" : "-"
            text += bits & 1 != 0 ? "x" : "-"
        }
        return text
    }
}

/// Names in folders and at the ends of links.
enum Folder {
    /// The names in a folder in no particular order, without `.` and `..`.
    static func names(_ path: String) throws(FileFailure) -> [String] {
        guard let folder = opendir(path) else { throw FileFailure(path: path, code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The names in the order in which the shell lists them.
    static func sortedNames(_ path: String) throws(FileFailure) -> [String] {
        try names(path).sorted { a, b in
            let order = Collation.compare(a, b, ignoreCase: true)
            return order != 0 ? order < 0 : a < b
        }
    }

    /// Where a link leads, as it is written; nil if it is none.
    static func linkTarget(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? -1
        }
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }
}
