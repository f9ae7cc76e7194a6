// What `-OutputFormat xml` makes of everything that a session writes.

import Glibc
import Runtime

/// Keeps output for standard output and all other streams for standard error, and writes both when the work is done.
final class ObjectOutput: FormattingSink {
    private let session: Session
    private var output: [ObjectText.Entry] = []
    private var others: [ObjectText.Entry] = []

    init(_ session: Session) {
        self.session = session
        super.init()
        for kind in [Streams.Kind.error, .warning, .verbose, .debug, .information] { session.global.streams[kind] = StreamKeeper(self, kind) }
    }

    override func write(_ value: Value) throws { output.append(ObjectText.Entry(.output, value)) }

    /// What a person would have seen is text of the output.
    fileprivate func take(_ value: Value, _ kind: Streams.Kind) throws {
        if kind == .information, let record = value.object as? StreamRecord, record.tags.contains("PSHOST") {
            output.append(ObjectText.Entry(.output, .text(try record.message.toText(session))))
        } else {
            others.append(ObjectText.Entry(kind, value))
        }
    }

    /// Writes everything.
    func send() {
        guard let form = session.surroundings.objectText else { return }
        do {
            if !output.isEmpty { session.host.write(ObjectText.header + "\n" + (try form.encode(output, session)) + "\n") }
            if !others.isEmpty { session.host.writeError(ObjectText.header + "\n" + (try form.encode(others, session)) + "\n") }
        } catch let failure as ShellError {
            session.host.writeError(session.surroundings.errorView(failure.record, session))
        } catch {
            session.host.writeError("\(error)\n")
        }
    }
}

private final class StreamKeeper: Sink {
    private unowned let owner: ObjectOutput
    private let kind: Streams.Kind
    init(_ owner: ObjectOutput, _ kind: Streams.Kind) { self.owner = owner; self.kind = kind }
    override func write(_ value: Value) throws { try owner.take(value, kind) }
}
