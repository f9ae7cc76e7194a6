// Runs the shell on a thread with a deep stack, so that recursive scripts have room.

import Glibc

public enum DeepStack {
    /// 512 MiB of address space; memory is taken only as it is used.
    private static let size = 512 << 20

    private final class Work {
        let body: () -> Int32
        var result: Int32 = 1
        init(_ body: @escaping () -> Int32) { self.body = body }
    }

    /// Runs the body and gives its result; on this thread if no other can be made.
    public static func run(_ body: @escaping () -> Int32) -> Int32 {
        let work = Work(body)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, size)
        var thread = pthread_t()
        let started = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                let work = Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
                work.result = work.body()
                return nil
            }, Unmanaged.passUnretained(work).toOpaque())
        pthread_attr_destroy(&attributes)
        if started != 0 { return body() }
        pthread_join(thread, nil)
        return work.result
    }
}
