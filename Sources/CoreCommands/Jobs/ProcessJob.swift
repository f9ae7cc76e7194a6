// A job that runs in a process of its own: a copy of this one with a new session. What it writes comes back through a pipe.

import CPosix
import Glibc
import Runtime
import Scalars
import TypeSystem

/// What a job is to do.
struct JobOrder {
    var script: String
    var path: String?
    var initialization: String?
    var arguments: [PackedValue] = []
    var input: [PackedValue]?
    /// Variables the code sees: with `$using:`, or as its own.
    var variables: [(String, PackedValue)] = []
}

/// What a job's process says.
enum JobMessage {
    case output(PackedValue)
    case error(PackedError)
    case record(PackedRecord)
    case finished(JobState)
}

/// A warning, a verbose, debug or information record.
struct PackedRecord {
    let stream: Int
    let message: PackedValue
    let tags: [String]
    let noNewLine: Bool

    init(stream: Int, message: PackedValue, tags: [String], noNewLine: Bool) {
        self.stream = stream; self.message = message; self.tags = tags; self.noNewLine = noNewLine
    }
    init(_ record: StreamRecord, _ session: Session) {
        self.init(
            stream: record.stream.rawValue, message: PackedValue(record.message, session), tags: record.tags, noNewLine: record.noNewLine)
    }
    func record(_ session: Session) -> StreamRecord {
        let made = StreamRecord(Streams.Kind(rawValue: stream) ?? .information, message.unpacked(session), tags: tags)
        made.noNewLine = noNewLine
        return made
    }
}

final class ProcessJob: JobObject, @unchecked Sendable {
    private var process: pid_t = 0
    /// The reading end of the pipe; -1 once the job has nothing more to say.
    private var messages: Int32 = -1
    private var received: [UInt8] = []

    override var type: TypeInfo { ProcessJob.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSRemotingJob", base: baseType)

    deinit { if messages >= 0 { end(by: SIGKILL) } }

    /// - Throws: `JobCannotStart` if there is no room for another process.
    func start(_ order: JobOrder, _ session: Session) throws {
        var ends: [Int32] = [-1, -1]
        guard posix_closing_pipe(&ends) == 0 else { throw cannotStart() }
        let blueprint = session.blueprint
        session.host.flush()
        switch posix_fork() {
        case -1:
            for end in ends { close(end) }
            throw cannotStart()
        case 0:
            close(ends[0])
            ProcessJob.live(order, blueprint, ends[1])
        case let child:
            process = child
            // Here as in the child: whoever is first, the group is there before anybody needs it.
            setpgid(child, child)
            close(ends[1])
            messages = ends[0]
            _ = fcntl(messages, F_SETFL, O_NONBLOCK)
            state = .running
            started = session.localNow
        }
    }

    private func cannotStart() -> ShellError {
        let reason = String(cString: strerror(errno))
        state = .failed
        return ShellError("JobCannotStart", "The job cannot start: \(reason).", type: "System.InvalidOperationException", category: .resourceUnavailable)
    }

    // MARK: In the job's process

    /// The whole life of the job's process. Ctrl-C at the terminal is not meant for it, and nothing of the shell that it was copied from is put in order by it.
    private static func live(_ order: JobOrder, _ blueprint: Session.Blueprint, _ pipe: Int32) -> Never {
        setpgid(0, 0)
        signal(SIGINT, SIG_DFL)
        let nothing = open("/dev/null", O_RDWR)
        for descriptor in 0...2 as ClosedRange<Int32> { dup2(nothing, descriptor) }
        func say(_ message: JobMessage) { send(message.bytes, to: pipe) }
        let session = blueprint.make(host: JobHost())
        session.cancellation.clear()
        MemoryWatch(session.cancellation)
        let streams = Streams()
        streams.error = ClosureSink { value in if let record = value.unwrapped.asErrorRecord { say(.error(PackedError(record))) } }
        let messages = ClosureSink { value in if let record = value.unwrapped.object as? StreamRecord { say(.record(PackedRecord(record, session))) } }
        streams.warning = messages; streams.verbose = messages; streams.debug = messages; streams.information = messages
        session.global.takeStreams(streams)
        let output = ClosureSink { value in say(.output(PackedValue(value, session))) }
        var end = JobState.completed
        do {
            session.allowsUsing = true
            for (name, value) in order.variables {
                // What this session has of its own and keeps is another's behind $using alone.
                if let own = session.cell(name, in: session.global), own.options.contains(.constant) || own.options.contains(.readOnly) {
                    session.sentVariables[name.lowercased()] = value.unpacked(session)
                } else {
                    try session.setVariable(name, value.unpacked(session), in: session.global)
                }
            }
            if let text = order.initialization {
                try session.runInline(session.scriptBlock(text), scope: session.global, output: output, streams: streams)
            }
            let block = try session.scriptBlock(order.script, path: order.path)
            try session.invoke(
                block, arguments: order.arguments.map { $0.unpacked(session) }, input: order.input?.map { $0.unpacked(session) }, caller: session.global,
                output: output, streams: streams)
        } catch let failure as ShellError {
            end = .failed
            say(.error(PackedError(failure.record)))
        } catch {
            // `exit` and `break` end the job's code and nothing else.
        }
        session.close()
        say(.finished(end))
        _exit(0)
    }

    private static func send(_ bytes: [UInt8], to pipe: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let n = rest.withUnsafeBytes { write(pipe, $0.baseAddress, $0.count) }
            if n > 0 { rest = rest.dropFirst(n) } else if errno != EINTR { _exit(1) }
        }
    }

    // MARK: In the shell's process

    /// Something a job has said.
    enum Arrival {
        case output(Value), error(ErrorRecord), record(StreamRecord)
    }
    /// What has come, in the order in which it was said, for whoever hands it on like that; nil where each kind is collected for itself.
    var arrivals: [Arrival]?

    private func arrive(_ arrival: Arrival) {
        if arrivals != nil {
            arrivals?.append(arrival)
            return
        }
        switch arrival {
        case .output(let value): output.append(value)
        case .error(let error): errors.append(.object(error))
        case .record(let record): records.append(record)
        }
    }

    override func refresh(_ session: Session) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while messages >= 0 {
            let n = read(messages, &chunk, chunk.count)
            if n > 0 {
                received += chunk[..<n]
            } else if n == 0 {
                end(by: nil)
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                end(by: SIGKILL)
            }
        }
        var reader = PackedReader(received)
        while let message = reader.message() {
            switch message {
            case .output(let value): arrive(.output(value.unpacked(session, runspace: instanceId.description)))
            case .error(let error): arrive(.error(error.record()))
            case .record(let record): arrive(.record(record.record(session)))
            case .finished(let end):
                state = end
                ended = session.localNow
            }
        }
        received.removeFirst(reader.taken)
        if messages < 0, !state.isFinished {
            // It died before it could say how it went.
            state = .failed
            ended = session.localNow
        }
    }

    /// The process is gone, or goes now.
    private func end(by signal: Int32?) {
        if let signal, process > 0 { kill(-process, signal) }
        close(messages)
        messages = -1
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    override func stop(_ session: Session) {
        refresh(session)
        if messages >= 0 { end(by: SIGKILL) }
        if !state.isFinished {
            state = .stopped
            ended = session.localNow
        }
    }

    override func wait(seconds: Double, _ session: Session) throws {
        let start = session.now
        session.host.flush()
        while true {
            refresh(session)
            if state.isFinished { return }
            let rest = seconds - Double(session.now - start) / 10_000_000
            if seconds >= 0, rest <= 0 { return }
            try session.checkCancelled()
            var wait = pollfd(fd: messages, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, seconds < 0 ? 200 : Int32(min(rest, 0.2) * 1000) + 1)
        }
    }
}

/// Nobody sees what a job writes to its host, and nobody can be asked.
private final class JobHost: Host {
    func write(_ text: String) {}
    func writeError(_ text: String) {}
    func readLine(prompt: String, isSecret: Bool) -> String? { nil }
    var width: Int { 80 }
    var isInteractive: Bool { false }
    var usesColor: Bool { false }
    func flush() {}
}

/// Variables of the caller that code sent elsewhere speaks of.
enum SentVariables {
    /// The values of `$using:` variables in a text; with `all` of every variable that the caller has.
    static func collect(_ script: String, all: Bool, _ s: Scope, _ session: Session) throws -> [(String, PackedValue)] {
        var found: [(String, PackedValue)] = []
        for name in session.mentionedVariables(script, usingOnly: !all) where !found.contains(where: { $0.0.equalsIgnoringCase(name) }) {
            let isItem = name == "_" || name.equalsIgnoringCase("PSItem")
            guard let value = isItem && !session.currentItem.isMissing ? session.currentItem : session.variable(name, in: s) else {
                if all { continue }
                throw ShellError(
                    "UsingVariableIsUndefined",
                    "The value of the using variable '$using:\(name)' cannot be retrieved because it has not been set in the local session.",
                    category: .invalidOperation)
            }
            found.append((name, PackedValue(value, session)))
        }
        return found
    }
}
