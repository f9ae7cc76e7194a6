// A job that runs in a session of its own on a thread of its own. Only copies of values pass between the two.

import Glibc
import Runtime
import Scalars
import Synchronization
import TypeSystem

/// What a job is to do.
struct JobOrder: Sendable {
    var script: String
    var path: String?
    var initialization: String?
    var arguments: [PackedValue] = []
    var input: [PackedValue]?
    /// Variables the code sees: with `$using:`, or as its own.
    var variables: [(String, PackedValue)] = []
}

final class ThreadJob: JobObject, @unchecked Sendable {
    /// What the thread has to tell; the only thing both sides touch.
    private final class Mailbox: Sendable {
        struct State {
            var output: [PackedValue] = []
            var errors: [PackedError] = []
            var finished: JobState?
            var cancel: CancelHandle?
        }
        let state = Mutex(State())
    }
    /// The flag of the other session, which any thread may set.
    private struct CancelHandle: Sendable { let flag: CancellationFlag }

    private final class Work: Sendable {
        let order: JobOrder, blueprint: Session.Blueprint, mailbox: Mailbox
        init(_ order: JobOrder, _ blueprint: Session.Blueprint, _ mailbox: Mailbox) { self.order = order; self.blueprint = blueprint; self.mailbox = mailbox }
    }

    private let mailbox = Mailbox()
    override var type: TypeInfo { ThreadJob.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSRemotingJob", base: baseType)

    /// - Throws: `JobCannotStart` if there is no room for another thread.
    func start(_ order: JobOrder, _ session: Session) throws {
        let work = Work(order, session.blueprint, mailbox)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 256 << 20)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        state = .running
        started = session.localNow
        let code = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                ThreadJob.run(Unmanaged<Work>.fromOpaque(argument).takeRetainedValue())
                return nil
            }, Unmanaged.passRetained(work).toOpaque())
        if code != 0 {
            state = .failed
            throw ShellError(
                "JobCannotStart", "The job cannot start: \(String(cString: strerror(code))).", type: "System.InvalidOperationException", category: .resourceUnavailable)
        }
    }

    /// The thread's whole life.
    private static func run(_ work: Work) {
        let session = work.blueprint.make(host: JobHost())
        work.mailbox.state.withLock { $0.cancel = CancelHandle(flag: session.cancellation) }
        let mailbox = work.mailbox
        let streams = Streams()
        streams.error = ClosureSink { value in
            let record = value.unwrapped.asErrorRecord
            mailbox.state.withLock { state in if let record { state.errors.append(PackedError(record)) } }
        }
        // Messages belong to whoever watches, and nobody does.
        streams.warning = NullSink(); streams.verbose = NullSink(); streams.debug = NullSink(); streams.information = NullSink()
        session.global.takeStreams(streams)
        let output = ClosureSink { value in
            let packed = PackedValue(value, session)
            mailbox.state.withLock { $0.output.append(packed) }
        }
        var end = JobState.completed
        do {
            session.allowsUsing = true
            for (name, value) in work.order.variables { try session.setVariable(name, value.unpacked(session), in: session.global) }
            if let text = work.order.initialization {
                try session.runInline(session.scriptBlock(text), scope: session.global, output: output, streams: streams)
            }
            let block = try session.scriptBlock(work.order.script, path: work.order.path)
            try session.invoke(
                block, arguments: work.order.arguments.map { $0.unpacked(session) }, input: work.order.input?.map { $0.unpacked(session) }, caller: session.global,
                output: output, streams: streams)
        } catch let failure as ShellError {
            end = .failed
            let error = PackedError(failure.record)
            mailbox.state.withLock { $0.errors.append(error) }
        } catch Interrupt.cancelled { end = .stopped } catch {
            // `exit` and `break` end the job's code and nothing else.
        }
        session.close()
        mailbox.state.withLock { $0.finished = end }
    }

    override func refresh(_ session: Session) {
        let (output, errors, finished) = mailbox.state.withLock { state in
            defer { (state.output, state.errors) = ([], []) }
            return (state.output, state.errors, state.finished)
        }
        self.output += output.map { $0.unpacked(session, runspace: instanceId.description) }
        self.errors += errors.map { .object($0.record()) }
        if let finished, !state.isFinished {
            state = finished
            ended = session.localNow
        }
    }

    override func stop(_ session: Session) {
        mailbox.state.withLock { $0.cancel?.flag.set() }
        // It ends at its next step; a program it waits for ends first.
        for _ in 0..<100 {
            refresh(session)
            if state.isFinished { break }
            usleep(10_000)
        }
        if !state.isFinished { state = .stopped }
    }

    override func wait(seconds: Double, _ session: Session) throws {
        let start = session.now
        while true {
            refresh(session)
            if state.isFinished { return }
            if seconds >= 0, Double(session.now - start) / 10_000_000 >= seconds { return }
            if session.cancellation.isSet { throw Interrupt.cancelled }
            usleep(5_000)
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
            guard let value = session.variable(name, in: s) else {
                if all { continue }
                throw ShellError(
                    "UsingVariableIsUndefined", "The value of the using variable '$using:\(name)' cannot be retrieved because it has not been set in the local session.",
                    category: .invalidOperation)
            }
            found.append((name, PackedValue(value, session)))
        }
        return found
    }
}
