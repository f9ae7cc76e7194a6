// The real terminal: standard output through one buffer, standard error at once, lines through the editor.

import Glibc
import LineEditor
import Runtime

public final class TerminalHost: Host {
    private var buffer: [UInt8] = []
    public let isInteractive: Bool
    public let usesColor: Bool
    private var input = InputLines()
    /// 1 while output waits in the buffer. The watch over this process looks at it, so that nothing waits longer than 50 ms of computing.
    public let waiting = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    public init(isInteractive: Bool, environment: [String: String]) {
        self.isInteractive = isInteractive && isatty(0) == 1
        usesColor = isatty(1) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        buffer.reserveCapacity(1 << 16)
        waiting.initialize(to: 0)
    }

    public func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        waiting.pointee = 1
        if buffer.count > 1 << 15 || isInteractive { flush() }
    }

    public func writeError(_ text: String) {
        flush()
        TerminalHost.send(Array(text.utf8), to: 2)
    }

    public func flush() {
        waiting.pointee = 0
        if buffer.isEmpty { return }
        TerminalHost.send(buffer, to: 1)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes all bytes. Where nobody reads standard output any more the shell ends as any program does.
    private static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        bytes.withUnsafeBytes { bytes in
            while written < bytes.count {
                let n = Glibc.write(descriptor, bytes.baseAddress.unsafelyUnwrapped + written, bytes.count - written)
                if n < 0 {
                    if errno == EINTR || errno == EAGAIN { continue }
                    if errno == EPIPE, descriptor == 1 {
                        signal(SIGPIPE, SIG_DFL)
                        raise(SIGPIPE)
                    }
                    return
                }
                written += n
            }
        }
    }

    public func readLine(prompt: String, isSecret: Bool) -> String? {
        write(prompt)
        flush()
        var saved = termios()
        let hides = isSecret && tcgetattr(0, &saved) == 0
        if hides {
            var quiet = saved
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(0, TCSANOW, &quiet)
        }
        defer {
            if hides {
                tcsetattr(0, TCSANOW, &saved)
                write("\n")
            }
        }
        return input.next()
    }

    public var width: Int {
        var size = winsize()
        return isatty(1) == 1 && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    public var height: Int? {
        var size = winsize()
        return isatty(1) == 1 && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
    }
}

/// Lines of standard input, one read at a time.
struct InputLines {
    private var rest: [UInt8] = []
    private var isAtEnd = false

    mutating func next() -> String? {
        while true {
            if let end = rest.firstIndex(of: 0x0A) {
                var line = Array(rest[..<end])
                rest.removeSubrange(...end)
                if line.last == 0x0D { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            }
            if isAtEnd {
                if rest.isEmpty { return nil }
                defer { rest = [] }
                return String(decoding: rest, as: UTF8.self)
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let n = read(0, &chunk, chunk.count)
            if n > 0 { rest += chunk[..<n] } else if n == 0 || errno != EINTR { isAtEnd = true }
        }
    }
}
