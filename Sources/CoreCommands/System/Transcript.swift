// What a session shows, written into files as it goes by.

import Glibc
import Runtime

/// A file that a transcript goes to.
final class TranscriptFile {
    let path: String
    private let file: OutputFile
    private var atLineStart = true
    init(_ path: String, append: Bool) throws(FileFailure) {
        self.path = path
        file = try OutputFile(path, append: append)
    }
    func write(_ text: String) {
        if text.isEmpty { return }
        file.write(Array(TranscriptFile.plain(text).utf8))
        file.flush()
        atLineStart = text.hasSuffix("\n")
    }
    func writeLine(_ text: String) { write((atLineStart ? "" : "\n") + text + "\n") }

    /// Without the escapes that colour the screen.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result: [UInt8] = []
        var isEscape = false
        for byte in text.utf8 {
            if byte == 0x1B { isEscape = true } else if !isEscape { result.append(byte) } else if byte >= 0x40, byte != 0x5B { isEscape = false }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Stands before the session's host and writes everything down that passes.
final class TranscriptHost: Host {
    let inner: any Host
    var files: [TranscriptFile] = []
    init(_ inner: any Host) { self.inner = inner }

    func write(_ text: String) {
        inner.write(text)
        for file in files { file.write(text) }
    }
    func writeError(_ text: String) {
        inner.writeError(text)
        for file in files { file.write(text) }
    }
    func readLine(prompt: String, isSecret: Bool) -> String? {
        let line = inner.readLine(prompt: prompt, isSecret: isSecret)
        for file in files { file.writeLine(prompt + (isSecret ? "" : line ?? "")) }
        return line
    }
    var width: Int { inner.width }
    var height: Int? { inner.height }
    var isInteractive: Bool { inner.isInteractive }
    var usesColor: Bool { inner.usesColor }
    func flush() { inner.flush() }
}

extension Session {
    /// The transcripts under way, and the host they listen to; nil where none is.
    var transcripts: TranscriptHost? { host as? TranscriptHost }
}
