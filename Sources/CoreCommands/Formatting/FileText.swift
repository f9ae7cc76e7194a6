// A text file being written: opened as asked, encoded, closed.

import Glibc
import Runtime

/// How characters become bytes.
enum FileEncoding {
    case utf8, utf8WithMark, ascii, latin1, utf16, utf16BigEndian, utf32, utf32BigEndian

    static let names = ["ascii", "ansi", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf7", "utf8", "utf8BOM", "utf8NoBOM", "utf32"]

    static func read(_ value: Value?, _ run: Invocation) throws -> FileEncoding {
        guard let value, !value.isNull else { return .utf8 }
        let name = try value.object?.kind == .box ? run.session.property(of: value, "WebName").toText(run.session) : value.toText(run.session)
        switch name.lowercased() {
        case "utf8", "utf8nobom", "utf-8", "default", "oem", "ansi", "65001": return .utf8
        case "utf8bom": return .utf8WithMark
        case "ascii", "us-ascii", "20127": return .ascii
        case "latin1", "iso-8859-1", "iso-8859-15", "28591": return .latin1
        case "unicode", "utf-16", "1200": return .utf16
        case "bigendianunicode", "utf-16be", "1201": return .utf16BigEndian
        case "utf32", "utf-32", "12000": return .utf32
        case "bigendianutf32", "utf-32be", "12001": return .utf32BigEndian
        default: throw run.failure("ParameterArgumentTransformationError", "The encoding must be one of \(names.joined(separator: ", ")), but is \(name).", type: "ParameterBindingArgumentTransformationException", category: .invalidArgument)
        }
    }

    var mark: [UInt8] {
        switch self {
        case .utf8, .ascii, .latin1: []
        case .utf8WithMark: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
        }
    }

    func bytes(_ text: String) -> [UInt8] {
        switch self {
        case .utf8, .utf8WithMark: Array(text.utf8)
        case .ascii: text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : 0x3F }
        case .latin1: text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x3F }
        case .utf16: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32: text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0 * 8)) } }
        case .utf32BigEndian: text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(24 - $0 * 8)) } }
        }
    }
}

final class FileText {
    private var descriptor: Int32
    private let encoding: FileEncoding
    private let path: String

    /// - Throws: `FileOpenFailure`, or `NoClobber` for a file that is there.
    init(_ path: String, encoding: FileEncoding, append: Bool, noClobber: Bool, force: Bool, _ run: Invocation) throws {
        self.path = path
        self.encoding = encoding
        var status = stat()
        let exists = stat(path, &status) == 0
        if noClobber, !append, exists {
            throw run.failure("NoClobber", "The file '\(path)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(path))
        }
        if force, exists, status.st_mode & S_IWUSR == 0 { chmod(path, (status.st_mode & 0o7777) | S_IWUSR) }
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
        if descriptor < 0 {
            let reason = errno
            let type = reason == ENOENT ? "System.IO.DirectoryNotFoundException" : reason == EACCES || reason == EISDIR ? "System.UnauthorizedAccessException" : "System.IO.IOException"
            let message = reason == ENOENT ? "Could not find a part of the path '\(path)'." : reason == EACCES || reason == EISDIR ? "Access to the path '\(path)' is denied." : "Cannot write '\(path)': \(String(cString: strerror(reason)))."
            throw run.failure("FileOpenFailure", message, type: type, category: .openError, target: .text(path))
        }
        if !append || !exists || status.st_size == 0 { try write(bytes: encoding.mark) }
    }

    func write(_ text: String) throws { try write(bytes: encoding.bytes(text)) }

    private func write(bytes: [UInt8]) throws {
        var written = 0
        try bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let n = Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + written, buffer.count - written)
                if n < 0 {
                    if errno == EINTR { continue }
                    throw ShellError("FileWriteFailure", "Cannot write '\(path)': \(String(cString: strerror(errno))).", type: "System.IO.IOException", category: .writeError, target: .text(path))
                }
                written += n
            }
        }
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }
}
