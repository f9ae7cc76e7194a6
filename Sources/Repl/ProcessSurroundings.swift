// What the process gives a session: environment, folder, clock.

import Glibc

public enum ProcessSurroundings {
    public static func environment() -> [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let line = String(cString: text)
            if let equals = line.firstIndex(of: "="), equals != line.startIndex { result[String(line[..<equals])] = String(line[line.index(after: equals)...]) }
            entry += 1
        }
        return result
    }

    /// The current folder; as `PWD` spells it if that is the same one.
    public static func location(_ environment: [String: String]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        guard getcwd(&buffer, buffer.count) != nil else { return "/" }
        let real = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) }
        guard let written = environment["PWD"], written.hasPrefix("/") else { return real }
        var a = stat(), b = stat()
        return stat(written, &a) == 0 && stat(real, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev ? written : real
    }

    /// Ticks of 100 ns since 0001-01-01, UTC.
    public static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return 621_355_968_000_000_000 + Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100
    }

    /// A word to standard error before there is a session.
    public static func complain(_ text: String) { _ = text.withCString { write(2, $0, strlen($0)) } }
}
