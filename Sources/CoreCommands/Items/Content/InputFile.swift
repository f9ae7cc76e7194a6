// A file being read block by block, so that its first lines are there before its last are read, and memory does not grow with it.

import Glibc
import Runtime
import Scalars

final class InputFile {
    private let path: String
    private var descriptor: Int32
    private let device: dev_t, node: ino_t
    /// What is left of the file, read at once because somebody begins to write it.
    private var rest: [UInt8]?
    private(set) var isAtEnd = false
    /// Bytes the file says it has; files of /proc say none.
    let size: Int

    private static let block = 1 << 18

    init(_ path: String) throws(FileFailure) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else {
            let code = errno
            close(descriptor)
            throw FileFailure(path: path, code: code)
        }
        (device, node, size) = (info.st_dev, info.st_ino, Int(info.st_size))
        if info.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw FileFailure(path: path, code: EISDIR)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends what comes next: at least one byte, unless this is the end, and about as many as are wanted.
    func read(into bytes: inout [UInt8], wanted: Int = 0) throws(FileFailure) {
        if isAtEnd { return }
        if let waiting = rest {
            bytes += waiting
            rest = nil
            isAtEnd = true
            return
        }
        let room = max(InputFile.block, wanted)
        do { try Room.check(bytes: bytes.count + room) } catch { throw FileFailure(path: path, code: ENOMEM) }
        let got = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer -> Int in
            while true {
                let got = Glibc.read(descriptor, buffer.baseAddress, room)
                if got < 0, errno == EINTR { continue }
                if got > 0 { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<got])) }
                return got
            }
        }
        if got < 0 { throw FileFailure(path: path, code: errno) }
        if got == 0 {
            isAtEnd = true
            close(descriptor)
            descriptor = -1
        }
    }

    /// Reads what is left now, if this is the file.
    fileprivate func finish(_ device: dev_t, _ node: ino_t) throws(FileFailure) {
        if isAtEnd || rest != nil || device != self.device || node != self.node { return }
        var bytes: [UInt8] = []
        while !isAtEnd { try read(into: &bytes, wanted: bytes.count) }
        rest = bytes
        isAtEnd = false
    }
}

/// The files of a session that are half read: `Get-Content a | Set-Content a` keeps what it has not read yet.
final class HalfReadFiles {
    private var files: [ObjectIdentifier: InputFile] = [:]

    static func of(_ session: Session) -> HalfReadFiles { session.attachment(HalfReadFiles.self) { HalfReadFiles() } }

    func add(_ file: InputFile) { files[ObjectIdentifier(file)] = file }
    func remove(_ file: InputFile) { files[ObjectIdentifier(file)] = nil }

    /// Before a file is written: whoever reads it gets the rest as it is now.
    func finish(_ path: String) throws(FileFailure) {
        var info = stat()
        if files.isEmpty || stat(path, &info) != 0 { return }
        for file in files.values { try file.finish(info.st_dev, info.st_ino) }
    }
}
