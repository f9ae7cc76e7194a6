// A program that runs: fed as input comes, read as it answers, waited for at the end.

import Glibc

final class RunningProgram {
    private let process: pid_t
    private var stdin: Int32
    private var stdout: Int32
    private var stderr: Int32
    private let toBytes: Bool
    private let checkCancelled: () throws -> Void
    private let output: (Value) throws -> Void
    private let errors: (String) throws -> Void
    /// Input that the pipe had no room for yet.
    private var waiting: ArraySlice<UInt8> = []
    private var lines: LineSplitter
    private var errorLines: LineSplitter
    private var chunk: [UInt8] = []
    private var isOver = false
    private var lastLook = 0

    /// As much input waits here before whoever writes it has to wait too.
    private static let room = 1 << 16

    /// - Parameters:
    ///   - stdin: The writing end to its standard input, -1 for none; the others likewise. They belong to this object from here on.
    ///   - toBytes: Output goes on as bytes, not as lines of text.
    ///   - decode: What bytes are as text; nil for UTF-8.
    ///   - errors: Takes the lines of standard error.
    init(
        _ process: pid_t, stdin: Int32, stdout: Int32, stderr: Int32, toBytes: Bool, decode: (([UInt8]) -> String)?,
        checkCancelled: @escaping () throws -> Void,
        output: @escaping (Value) throws -> Void, errors: @escaping (String) throws -> Void
    ) {
        self.process = process
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.toBytes = toBytes
        lines = LineSplitter(decode)
        errorLines = LineSplitter(decode)
        self.checkCancelled = checkCancelled
        self.output = output
        self.errors = errors
        if stdin >= 0 { _ = fcntl(stdin, F_SETFL, O_NONBLOCK) }
    }

    /// Hands input over; returns at once unless too much of it waits. Input that the program does not want is dropped.
    func feed(_ input: inout [UInt8]) throws {
        waiting += input
        input.removeAll(keepingCapacity: true)
        send()
        if waiting.count > RunningProgram.room { return try pump { waiting.count <= RunningProgram.room } }
        // Now and then what it has answered already goes on.
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
        if now.tv_nsec == lastLook { return }
        lastLook = now.tv_nsec
        try pump(timeout: 0) { false }
    }

    /// Hands over the last input, passes on all output, and gives the exit code: 128 and the number of the signal for a program that was killed.
    func finish(_ input: [UInt8]) throws -> Int32 {
        waiting += input
        send()
        if waiting.isEmpty { closeInput() }
        try pump(isEnd: true) { stdin < 0 && stdout < 0 && stderr < 0 }
        try lines.finish { try output(.text($0)) }
        try errorLines.finish(errors)
        return wait()
    }

    /// Lets go of a program that nobody waits for any more: it sees the end of its input and nobody who reads.
    func abandon() {
        if isOver { return }
        closeAll()
        _ = wait()
    }

    private func wait() -> Int32 {
        isOver = true
        closeAll()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if status & 0x7F != 0 { return 128 + (status & 0x7F) }
        return (status >> 8) & 0xFF
    }

    /// Moves bytes until a condition holds, or with a timeout of 0 milliseconds until there is nothing to move at once.
    private func pump(timeout: Int32 = 1000, isEnd: Bool = false, until isDone: () -> Bool) throws {
        if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: 1 << 16) }
        while !isDone() {
            try checkCancelled()
            var waits: [pollfd] = []
            if stdin >= 0, timeout > 0 || !waiting.isEmpty { waits.append(pollfd(fd: stdin, events: Int16(POLLOUT), revents: 0)) }
            if stdout >= 0 { waits.append(pollfd(fd: stdout, events: Int16(POLLIN), revents: 0)) }
            if stderr >= 0 { waits.append(pollfd(fd: stderr, events: Int16(POLLIN), revents: 0)) }
            if poll(&waits, nfds_t(waits.count), timeout) <= 0 {
                if timeout == 0 { return }
                continue
            }
            for wait in waits where wait.revents != 0 {
                if wait.fd == stdin {
                    send()
                    if isEnd, waiting.isEmpty { closeInput() }
                } else if wait.fd == stdout {
                    try receive()
                } else {
                    try receiveErrors()
                }
            }
        }
    }

    private func receive() throws {
        let n = read(stdout, &chunk, chunk.count)
        if n <= 0 {
            close(stdout)
            stdout = -1
        } else if toBytes {
            try output(.object(ByteChunk(Array(chunk[..<n]))))
        } else {
            try lines.take(chunk[..<n]) { try output(.text($0)) }
        }
    }

    private func receiveErrors() throws {
        let n = read(stderr, &chunk, chunk.count)
        if n <= 0 {
            close(stderr)
            stderr = -1
        } else {
            try errorLines.take(chunk[..<n], errors)
        }
    }

    /// Writes what the pipe has room for. A program that has closed its input, or ended, wants no more.
    private func send() {
        while stdin >= 0, !waiting.isEmpty {
            let n = waiting.withUnsafeBytes { write(stdin, $0.baseAddress, $0.count) }
            if n > 0 {
                waiting = waiting.dropFirst(n)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                closeInput()
            }
        }
        waiting = []
    }

    private func closeInput() {
        if stdin >= 0 { close(stdin) }
        stdin = -1
        waiting = []
    }

    private func closeAll() {
        closeInput()
        for end in [stdout, stderr] where end >= 0 { close(end) }
        (stdout, stderr) = (-1, -1)
    }
}
