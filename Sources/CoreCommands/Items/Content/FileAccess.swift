// Bytes of files in and out, with the system's reason when that fails.

import Glibc
import Runtime

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
        let file = try InputFile(path)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(file.size, 1 << 26))
        // Files of /proc say they are empty: read until there is nothing more.
        while !file.isAtEnd { try file.read(into: &bytes, wanted: min(max(file.size - bytes.count, 0) + 1, 1 << 22)) }
        return bytes
    }

    static func write(_ bytes: [UInt8], to path: String, append: Bool = false) throws(FileFailure) {
        let file = try OutputFile(path, append: append)
        file.write(bytes)
        try file.close()
    }
}

/// A file being written: bytes collect in memory and go out in large pieces. What the file held before is gone with the first
/// piece, or with the end if there is none: a command that fails early loses nothing, and one that reads the file has read it.
final class OutputFile {
    let path: String
    private let flags: Int32
    private var descriptor: Int32 = -1
    private var buffer: [UInt8] = []
    private var failure: FileFailure?
    /// Where the same file may be half read.
    private let session: Session?
    private var isUntouched = true
    private let replaces: Bool

    /// - Parameter opensNow: the file must be there from the start; otherwise with the first piece.
    init(_ path: String, append: Bool, exclusive: Bool = false, opensNow: Bool = true, _ session: Session? = nil) throws(FileFailure) {
        self.path = path
        self.session = session
        flags = O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : exclusive ? O_EXCL : 0)
        replaces = !append && !exclusive
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
        if isUntouched {
            isUntouched = false
            do { if let session { try HalfReadFiles.of(session).finish(path) } } catch {
                failure = error
                return
            }
            // A device has nothing to take away, and says so.
            if replaces, ftruncate(descriptor, 0) != 0, errno != EINVAL {
                failure = FileFailure(path: path, code: errno)
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
