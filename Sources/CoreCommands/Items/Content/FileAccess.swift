// Bytes of files in and out, with the system's reason when that fails.

import Glibc
import Runtime
import Scalars

/// Why the system refused to do something with a file.
struct FileFailure: Error {
    let path: String
    let code: Int32

    /// .NET's exception for it.
    var exceptionType: String {
        switch code {
        case ENOENT: "System.IO.FileNotFoundException"
        case ENOTDIR: "System.IO.DirectoryNotFoundException"
        case EACCES, EPERM, EISDIR, EROFS: "System.UnauthorizedAccessException"
        case ENAMETOOLONG: "System.IO.PathTooLongException"
        default: "System.IO.IOException"
        }
    }
    var message: String {
        switch code {
        case ENOENT: "Could not find file '\(path)'."
        case ENOTDIR: "Could not find a part of the path '\(path)'."
        case EACCES, EPERM, EISDIR, EROFS: "Access to the path '\(path)' is denied."
        default: "\(String(cString: strerror(code))) : '\(path)'"
        }
    }
    var category: ErrorCategory {
        switch code {
        case ENOENT, ENOTDIR: .objectNotFound
        case EACCES, EPERM, EISDIR, EROFS: .permissionDenied
        default: .writeError
        }
    }
}

enum FileAccess {
    static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw FileFailure(path: path, code: errno) }
        if info.st_mode & S_IFMT == S_IFDIR { throw FileFailure(path: path, code: EISDIR) }
        var failure: Int32 = 0
        // Files of /proc say they are empty: read until there is nothing more.
        var bytes: [UInt8] = []
        var room = max(Int(info.st_size) + 1, 4096)
        while true {
            let start = bytes.count
            do { try Room.check(bytes: start + room) } catch { throw FileFailure(path: path, code: ENOMEM) }
            bytes.append(contentsOf: repeatElement(0, count: room))
            let got = bytes.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                while true {
                    let n = Glibc.read(descriptor, base + start, room)
                    if n >= 0 { return n }
                    if errno != EINTR {
                        failure = errno
                        return -1
                    }
                }
            }
            if got < 0 { throw FileFailure(path: path, code: failure) }
            bytes.removeLast(room - got)
            if got == 0 { return bytes }
            room = max(4096, min(bytes.count, 1 << 22))
        }
    }

    static func write(_ bytes: [UInt8], to path: String, append: Bool = false) throws(FileFailure) {
        let file = try OutputFile(path, append: append)
        file.write(bytes)
        try file.close()
    }
}

/// A file being written: bytes collect in memory and go out in large pieces; the file is opened, and so truncated, with
/// the first piece, so that a command that fails early loses nothing.
final class OutputFile {
    let path: String
    private let flags: Int32
    private var descriptor: Int32 = -1
    private var buffer: [UInt8] = []
    private var failure: FileFailure?

    /// - Parameter opensNow: the file must be there from the start; otherwise with the first piece.
    init(_ path: String, append: Bool, exclusive: Bool = false, opensNow: Bool = true) throws(FileFailure) {
        self.path = path
        flags = O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : exclusive ? O_EXCL : O_TRUNC)
        if opensNow { try open() }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    private func open() throws(FileFailure) {
        descriptor = Glibc.open(path, flags, 0o666)
        if descriptor < 0 { throw FileFailure(path: path, code: errno) }
    }

    @inline(__always) func append(_ byte: UInt8) { buffer.append(byte) }

    func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count >= 1 << 18 { flush() }
    }

    /// Lets a writer put its bytes straight into the buffer.
    @inline(__always) func fill(_ body: (inout [UInt8]) throws -> Void) rethrows {
        try body(&buffer)
        if buffer.count >= 1 << 18 { flush() }
    }

    func flush() {
        if failure != nil { return buffer.removeAll(keepingCapacity: true) }
        if descriptor < 0 {
            do { try open() } catch {
                failure = error
                return
            }
        }
        buffer.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count, let base = bytes.baseAddress {
                let n = Glibc.write(descriptor, base + written, bytes.count - written)
                if n < 0 {
                    if errno == EINTR { continue }
                    failure = FileFailure(path: path, code: errno)
                    return
                }
                written += n
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left.
    func close() throws(FileFailure) {
        flush()
        if descriptor >= 0 {
            Glibc.close(descriptor)
            descriptor = -1
        }
        if let failure { throw failure }
    }
}
