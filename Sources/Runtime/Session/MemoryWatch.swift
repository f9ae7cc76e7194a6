// Tells a script that fills the machine's memory step by step that there is no more, where single values are refused by `Room`; and writes out what has been
// waiting for as long as it computed.

import CPosix
import Diagnostics

/// Looks at the size of this process every 50 ms of its computing time and raises the session's flag when it is too large. What polls the flag anyway
/// then throws `OutOfMemoryException`; nothing else pays for it.
public final class MemoryWatch {
    private let watch: UnsafeMutablePointer<posix_memory_watch>

    /// - Parameters:
    ///   - bytes: how much the process may have; nil for what `posix_memory_bound` says.
    ///   - output: not 0 while output waits to be written.
    @discardableResult public init(_ flag: CancellationFlag, bytes: Int? = nil, output: UnsafePointer<Int32>? = nil) {
        watch = .allocate(capacity: 1)
        watch.initialize(to: posix_memory_watch())
        watch.pointee.flag = flag.storage
        watch.pointee.told = CancellationFlag.outOfMemory
        watch.pointee.bound = bytes ?? 0
        watch.pointee.waiting = output
        watch.pointee.tell_waiting = CancellationFlag.outputWaits
        if posix_start_watching(watch, 50) != 0 { watch.pointee.flag = nil }
        flag.memoryWatch = self
    }

    /// No look happens after this.
    public func stop() {
        if watch.pointee.flag != nil { posix_stop_watching(watch) }
        watch.pointee.flag = nil
    }
    // A signal may be under way still, so what it looks at stays: it is a few words.

    /// Whether there is too much still, once what is free has been given back. Whoever catches the error has a little more for tidying up.
    func isRight() -> Bool {
        guard posix_has_too_much(watch) else { return false }
        posix_return_memory()
        guard posix_has_too_much(watch) else { return false }
        let bound = watch.pointee.bound
        watch.pointee.next = min(watch.pointee.next + bound / 16, bound + bound / 6)
        return true
    }
}

extension Session {
    /// The slow half of every poll: output that waits, Ctrl-C, or no memory.
    /// - Throws: `Interrupt.cancelled`; `OutOfMemoryException`, which a script can catch.
    @inline(never) func stop() throws {
        if cancellation.take(CancellationFlag.outputWaits) { return host.flush() }
        // Events wait until a statement begins: their actions may run any code.
        if cancellation.hasEvents { return }
        guard cancellation.take(CancellationFlag.outOfMemory) else { throw Interrupt.cancelled }
        guard cancellation.memoryWatch?.isRight() ?? true else { return }
        let failure = ShellError(
            "System.OutOfMemoryException", Messages.insufficientMemory, type: "System.OutOfMemoryException", category: .operationStopped)
        // A loop whose statements fail one after the other would go on.
        failure.endsScript = true
        throw failure
    }

    /// The same between two statements, where the actions of events may run.
    @inline(never) func stopBetweenStatements() throws {
        guard cancellation.takeEvents() else { return try stop() }
        try whenEventsAreDue?(self)
    }
}
