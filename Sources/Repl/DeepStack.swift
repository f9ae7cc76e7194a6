// Runs the shell on a deep stack, so that recursive scripts have room.

import CPosix

public enum DeepStack {
    /// 128 MiB of address space, for some hundred thousand calls; memory is taken only as it is used.
    private static let size = 128 << 20

    private final class Work {
        let body: (UInt?) -> Int32
        var result: Int32 = 1
        init(_ body: @escaping (UInt?) -> Int32) { self.body = body }
    }

    /// Runs the body and gives its result. The body is told the lowest address of its stack; nil where there was no room for one and
    /// it runs on the stack that is there. The thread stays the only one: memory is taken and given back without locks.
    public static func run(_ body: @escaping (UInt?) -> Int32) -> Int32 {
        let work = Work(body)
        let failed = posix_run_on_stack(
            size,
            { argument, lowest in
                guard let argument else { return }
                let work = Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
                work.result = work.body(lowest)
            }, Unmanaged.passUnretained(work).toOpaque())
        return failed == 0 ? work.result : body(nil)
    }
}
