// Copying, removing and making files and folders.

import Glibc

enum FileTransfer {
    /// Content, permissions and times of one file. An existing target is written over.
    static func copyFile(_ source: String, _ target: String) throws(FileFailure) {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw FileFailure(path: source, code: errno) }
        defer { close(input) }
        var info = stat()
        guard fstat(input, &info) == 0 else { throw FileFailure(path: source, code: errno) }
        let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, info.st_mode & 0o7777)
        guard output >= 0 else { throw FileFailure(path: target, code: errno) }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let got = read(input, &buffer, buffer.count)
            if got < 0 {
                if errno == EINTR { continue }
                throw FileFailure(path: source, code: errno)
            }
            if got == 0 { break }
            var written = 0
            while written < got {
                let n = buffer.withUnsafeBytes { bytes in write(output, bytes.baseAddress.map { $0 + written }, got - written) }
                if n < 0 {
                    if errno == EINTR { continue }
                    throw FileFailure(path: target, code: errno)
                }
                written += n
            }
        }
        fchmod(output, info.st_mode & 0o7777)
        let times = [info.st_atim, info.st_mtim]
        futimens(output, times)
    }

    /// A folder with all that are missing above it.
    static func makeFolders(_ path: String) throws(FileFailure) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o777) == 0 || errno == EEXIST { continue }
            let code = errno
            if let status = FileStatus(made), status.isDirectory { continue }
            throw FileFailure(path: made, code: code)
        }
    }

    /// A file, a link (not what it leads to), or a folder with everything in it.
    static func remove(_ path: String) throws(FileFailure) {
        guard let status = FileStatus(path) else { throw FileFailure(path: path, code: ENOENT) }
        if !status.isRealDirectory {
            if unlink(path) != 0 { throw FileFailure(path: path, code: errno) }
            return
        }
        for name in try Folder.names(path) { try remove(PathText.join(path, name)) }
        if rmdir(path) != 0 { throw FileFailure(path: path, code: errno) }
    }

    /// Moves; across file systems by copying.
    static func move(_ source: String, _ target: String) throws(FileFailure) {
        if rename(source, target) == 0 { return }
        let code = errno
        guard code == EXDEV else { throw FileFailure(path: source, code: code) }
        try copyTree(source, target)
        try remove(source)
    }

    static func copyTree(_ source: String, _ target: String) throws(FileFailure) {
        guard let status = FileStatus(source) else { throw FileFailure(path: source, code: ENOENT) }
        if !status.isDirectory { return try copyFile(source, target) }
        try makeFolders(target)
        for name in try Folder.names(source) { try copyTree(PathText.join(source, name), PathText.join(target, name)) }
    }
}
