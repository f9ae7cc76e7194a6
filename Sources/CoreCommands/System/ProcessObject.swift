// Processes as objects, from /proc.

import Glibc
import Runtime
import Scalars

final class ProcessObject: Box, @unchecked Sendable {
    /// 0 until it is started.
    private(set) var id: Int32
    /// A process of this session's own, whose exit status comes to it.
    private(set) var isChild: Bool
    private(set) var exitCode: Int32?
    private var keptName: String?
    private(set) var exitTime: DateTime?
    var startInfo = ProcessStartInfo()
    /// Standard streams that were redirected here.
    var input: Value?
    var output: Pipe?
    var errors: Pipe?
    private var readers: [String: Value] = [:]
    /// When its end is looked for next; nil while nobody wants to know.
    var nextLook: Int64?
    var raisesEvents = false
    var hasToldEnd = false

    func started(_ id: Int32, name: String) {
        self.id = id
        keptName = name
        isChild = true
        exitCode = nil
        exitTime = nil
        readers = [:]
    }
    /// What comes from a redirected stream, read to its end when it is first asked for.
    func reader(_ name: String, _ pipe: Pipe?, _ session: Session) throws -> Value {
        if let known = readers[name] { return known }
        guard let pipe else { throw MethodFailure("System.InvalidOperationException", "\(name) has not been redirected.") }
        let made = try pipe.reader(session)
        readers[name] = made
        return made
    }

    init(id: Int32, isChild: Bool = false, name: String? = nil) {
        self.id = id
        self.isChild = isChild
        keptName = name
    }
    override var type: TypeInfo { ProcessObject.typeInfo }
    static let typeInfo = TypeInfo("System.Diagnostics.Process", base: TypeInfo("System.ComponentModel.Component", base: .object))
    override func describe(_ session: Session) throws -> String { "System.Diagnostics.Process (\(name))" }
    override func isEqual(to other: Object) -> Bool { (other as? ProcessObject)?.id == id }

    /// All processes there are, by number.
    static func all() -> [ProcessObject] {
        // Without /proc there is nothing to list.
        ((try? Folder.names("/proc")) ?? []).compactMap { Int32($0) }.sorted().map { ProcessObject(id: $0) }
    }

    private func text(_ file: String) -> String {
        // A process may end at any moment: then there is nothing to read.
        (try? FileAccess.read("/proc/\(id)/\(file)")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    /// The fields of /proc/…/stat from the state on.
    private var fields: [Substring] {
        let line = text("stat")
        guard let end = line.lastIndex(of: ")") else { return [] }
        return line[line.index(after: end)...].split(separator: " ")
    }

    var name: String {
        let command = text("comm").trimmedSpaces
        // Long names are cut there: the program's own name says more.
        if command.utf8.count >= 15, let program = Folder.linkTarget("/proc/\(id)/exe") { return PathText.leaf(program) }
        return command.isEmpty ? keptName ?? "" : command
    }
    var path: String? { Folder.linkTarget("/proc/\(id)/exe") }
    var commandLine: String { text("cmdline").split(separator: "\0").joined(separator: " ") }
    var parent: Int32? { fields.count > 1 ? Int32(fields[1]) : nil }
    var sessionId: Int32 { fields.count > 3 ? Int32(fields[3]) ?? 0 : 0 }
    var processorSeconds: Double {
        fields.count > 12 ? (Double(fields[11]) ?? 0) / ProcessObject.ticksPerSecond + (Double(fields[12]) ?? 0) / ProcessObject.ticksPerSecond : 0
    }
    var virtualBytes: Int64 { fields.count > 20 ? Int64(fields[20]) ?? 0 : 0 }
    var residentBytes: Int64 { fields.count > 21 ? (Int64(fields[21]) ?? 0) * Int64(sysconf(Int32(_SC_PAGESIZE))) : 0 }
    var threadCount: Int32 { fields.count > 17 ? Int32(fields[17]) ?? 0 : 0 }
    var handleCount: Int32 { Int32(((try? Folder.names("/proc/\(id)/fd")) ?? []).count) }
    var priority: Int32 { fields.count > 16 ? Int32(fields[16]) ?? 0 : 0 }
    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    var started: DateTime? {
        guard fields.count > 19, let ticks = Double(fields[19]) else { return nil }
        return DateTime(ticks: SystemClock.bootTicks + Int64(ticks / ProcessObject.ticksPerSecond * 10_000_000), kind: .utc)
    }
    var userName: String? { FileStatus("/proc/\(id)").flatMap { getpwuid($0.link.st_uid).map { String(cString: $0.pointee.pw_name) } } }

    /// True once the process has ended; takes in the exit status of a child.
    var hasExited: Bool {
        if exitCode != nil { return true }
        if isChild {
            var status: Int32 = 0
            let got = waitpid(id, &status, WNOHANG)
            if got == id { ended(status) } else if got < 0, errno == ECHILD { exitCode = 0 }
            return exitCode != nil
        }
        if kill(id, 0) != 0, errno == ESRCH { return true }
        return fields.first == "Z"
    }
    private func ended(_ status: Int32) {
        let signal = status & 0x7F
        exitCode = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        exitTime = DateTime.utcNow()
    }

    /// Waits until the process has ended.
    /// - Parameter milliseconds: at most so long; nil for as long as it takes.
    /// - Returns: whether it has ended.
    func wait(milliseconds: Int64?, _ session: Session) throws -> Bool {
        let start = SystemClock.monotonicMilliseconds
        var pause: useconds_t = 500
        while !hasExited {
            try session.checkCancelled()
            if let milliseconds, SystemClock.monotonicMilliseconds - start >= milliseconds { return false }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
        return true
    }

    /// - Throws: .NET's exception if the system refuses.
    func stop(tree: Bool = false) throws {
        if hasExited { return }
        if tree { for other in ProcessObject.all() where other.parent == id { try other.stop(tree: true) } }
        if kill(id, SIGKILL) != 0, errno != ESRCH { throw MethodFailure("System.ComponentModel.Win32Exception", String(cString: strerror(errno))) }
    }
}

/// Clocks of the system.
enum SystemClock {
    static var monotonicMilliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
    /// Since the system started, in ticks of 100 ns.
    static var uptimeTicks: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100
    }
    /// When the system started, in UTC.
    static var bootTicks: Int64 { DateTime.utcNow().ticks - uptimeTicks }
}
