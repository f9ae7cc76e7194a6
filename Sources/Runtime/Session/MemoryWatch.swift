// Ends a script that fills the machine's memory: looks at the size of the process now and then, beside it.

import Glibc

public enum MemoryWatch {
    private final class Watched: @unchecked Sendable {
        let flag: UnsafeMutablePointer<Int32>
        let limit: Int
        init(_ flag: UnsafeMutablePointer<Int32>, _ limit: Int) {
            self.flag = flag
            self.limit = limit
        }
    }

    /// Watches as long as the process lives.
    /// - Parameter share: the part of the machine's memory the process may have; loops and pipelines then end with `OutOfMemoryException`.
    public static func start(_ flag: CancellationFlag, share: Double = 0.6) {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let limit = Int(Double(sysconf(Int32(_SC_PHYS_PAGES))) * share)
        guard limit > 0, page > 0 else { return }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 1 << 18)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        // The flag lives as long as the process; the thread touches nothing else that is counted.
        let watched = Unmanaged.passRetained(Watched(Unmanaged.passRetained(flag).takeUnretainedValue().storage, limit))
        let started = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                let watched = Unmanaged<Watched>.fromOpaque(argument).takeUnretainedValue()
                MemoryWatch.watch(watched.flag, watched.limit)
                return nil
            }, watched.toOpaque())
        pthread_attr_destroy(&attributes)
        if started != 0 { watched.release() }
    }

    private static func watch(_ flag: UnsafeMutablePointer<Int32>, _ limit: Int) {
        // Signals are for the shell's own thread.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        var next = limit
        while true {
            usleep(100_000)
            let pages = residentPages(file)
            if pages < limit {
                next = limit
            } else if pages > next {
                // What a script keeps may stay large: it is told again only when that has grown.
                next = pages + limit / 16
                if flag.pointee == 0 { flag.pointee = CancellationFlag.outOfMemory }
            }
        }
    }

    /// The second number of `statm`.
    private static func residentPages(_ file: Int32) -> Int {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
            let got = pread(file, buffer.baseAddress, 128, 0)
            var field = 0, pages = 0
            for i in 0..<max(0, got) {
                if buffer[i] == 32 { field += 1 } else if field == 1 { pages = pages &* 10 &+ Int(buffer[i]) &- 48 }
                if field == 2 { break }
            }
            return pages
        }
    }
}
