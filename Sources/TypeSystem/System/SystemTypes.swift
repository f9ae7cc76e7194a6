// The types of the system that scripts meet: environment, paths, files, encodings, stopwatch, random numbers.

import CPosix
import Glibc
import Runtime
import Scalars

enum SystemTypes {
    static let fileAttributes = TypeInfo.enumeration(
        "System.IO.FileAttributes",
        EnumerationInfo(
            [
                ("None", 0), ("ReadOnly", 1), ("Hidden", 2), ("System", 4), ("Directory", 16), ("Archive", 32), ("Device", 64), ("Normal", 128),
                ("Temporary", 256), ("SparseFile", 512), ("ReparsePoint", 1024), ("Compressed", 2048), ("Offline", 4096),
                ("NotContentIndexed", 8192), ("Encrypted", 16384), ("IntegrityStream", 32768), ("NoScrubData", 131072),
            ], isFlags: true))

    static let types: [KnownType] =
        [
            KnownType(fileAttributes), DBNullObject.known, EnvironmentMembers.known, PathMembers.known, StopwatchObject.known, RandomObject.known,
            KnownType(TypeInfo.names("System.EnvironmentVariableTarget", ["Process", "User", "Machine"])),
        ] + EncodingMembers.types
}

/// `[DBNull]::Value`: a value that stands for none, yet is an object.
public final class DBNullObject: Box, @unchecked Sendable {
    public override var type: TypeInfo { DBNullObject.typeInfo }
    public static let typeInfo = TypeInfo("System.DBNull", base: .object)
    private static let value = DBNullObject()
    public override func describe(_ session: Session) throws -> String { "" }
    static let known = KnownType(typeInfo) { MemberTable(staticProperties: [Property("Value", typeInfo, get: { _, _ in .object(value) })]) }
}

enum EnvironmentMembers {
    static let type = TypeInfo("System.Environment", base: .object, isAbstract: true)
    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property("NewLine", .string, get: { _, _ in "\n" }), Property("MachineName", .string, get: { _, _ in .text(hostName) }),
                Property("UserName", .string, get: { _, session in .text(session.environment["USER"] ?? "root") }),
                Property("CurrentDirectory", .string, get: { _, session in .text(session.location) }),
                Property("ProcessorCount", .int32, get: { _, _ in .int(Int32(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }),
                Property("ProcessId", .int32, get: { _, _ in .int(getpid()) }),
                Property("Is64BitProcess", .bool, get: { _, _ in true }), Property("Is64BitOperatingSystem", .bool, get: { _, _ in true }),
                Property("ExitCode", .int32, get: { _, _ in 0 }), Property("HasShutdownStarted", .bool, get: { _, _ in false }),
                Property("TickCount64", .int64, get: { _, session in .long(session.now / 10_000) }),
                Property("TickCount", .int32, get: { _, session in .int(Int32(truncatingIfNeeded: session.now / 10_000)) }),
                Property("UserInteractive", .bool, get: { _, session in .bool(session.host.isInteractive) }),
                Property("CommandLine", .string, get: { _, _ in "chatsh" }),
                Property("Version", VersionObject.typeInfo, get: { _, _ in .object(VersionObject(NetVersion(major: 10, minor: 0, build: 0))) }),
            ],
            staticMethods: [
                Method(
                    "GetEnvironmentVariable",
                    [
                        Overload([.text("variable")], returns: .string) { _, a, session in session.environment[a.text(0)].map { .text($0) } ?? .null },
                        Overload([.text("variable"), .object("target")], returns: .string) { _, a, session in
                            session.environment[a.text(0)].map { .text($0) } ?? .null
                        },
                    ]),
                Method("SetEnvironmentVariable", [.text("variable"), .text("value")]) { _, a, session in
                    session.environment[a.text(0)] = a[1].isNull ? nil : a.text(1)
                    return .nothing
                },
                Method("GetEnvironmentVariables", returns: .iDictionary) { _, _, session in
                    let table = TableObject(HashTable(.ordinal))
                    for (name, value) in session.environment { table.table.set(.text(name), .text(value)) }
                    return .object(table)
                },
                Method("ExpandEnvironmentVariables", [.text("name")], returns: .string) { _, a, session in
                    var parts = a.text(0).split(separator: "%", omittingEmptySubsequences: false).map(String.init)
                    for i in parts.indices where i % 2 == 1 && i < parts.count - 1 { parts[i] = session.environment[parts[i]] ?? "%" + parts[i] + "%" }
                    return .text(parts.joined())
                },
                Method("GetFolderPath", [.object("folder")], returns: .string) { _, a, session in
                    let home = session.environment["HOME"] ?? "/"
                    switch try a[0].toText(session).lowercased() {
                    case "userprofile", "personal", "mydocuments": return .text(home)
                    case "applicationdata": return .text(session.environment["XDG_CONFIG_HOME"] ?? home + "/.config")
                    case "localapplicationdata": return .text(session.environment["XDG_DATA_HOME"] ?? home + "/.local/share")
                    default: return ""
                    }
                },
                Method("GetCommandLineArgs", returns: .stringArray) { _, _, session in .strings(["chatsh"] + session.scriptArguments) },
                Method("Exit", [.int("exitCode")]) { _, a, _ in throw Interrupt.exit(Int32(a.int(0))) },
            ])
    }

    static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        return gethostname(&buffer, 255) == 0 ? buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) } : "localhost"
    }
}

/// `System.IO.Path`: text only.
enum PathMembers {
    static let type = TypeInfo("System.IO.Path", base: .object, isAbstract: true)

    static func name(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }
    static func directory(_ path: String) -> String? {
        if path.isEmpty || path == "/" { return nil }
        guard let slash = path.lastIndex(of: "/") else { return "" }
        let head = String(path[..<slash])
        return head.isEmpty ? "/" : head
    }
    static func pathExtension(_ path: String) -> String {
        let last = name(path)
        guard let dot = last.lastIndex(of: "."), last.index(after: dot) != last.endIndex else { return "" }
        return String(last[dot...])
    }
    static func combined(_ parts: [String]) -> String {
        var result = ""
        for part in parts where !part.isEmpty {
            result = part.hasPrefix("/") || result.isEmpty ? part : result.hasSuffix("/") ? result + part : result + "/" + part
        }
        return result
    }
    private static func one(_ name: String, _ body: @escaping @Sendable (String) -> String?) -> Method {
        Method(name, [.text("path")], returns: .string) { _, a, _ in a[0].isNull ? .null : body(a.text(0)).map { .text($0) } ?? .null }
    }

    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property("DirectorySeparatorChar", .char, get: { _, _ in .char(47) }), Property("AltDirectorySeparatorChar", .char, get: { _, _ in .char(47) }),
                Property("PathSeparator", .char, get: { _, _ in .char(58) }), Property("VolumeSeparatorChar", .char, get: { _, _ in .char(47) }),
            ],
            staticMethods: [
                one("GetFileName", name), one("GetDirectoryName", directory), one("GetExtension", pathExtension),
                one("GetFileNameWithoutExtension") { path in
                    let last = name(path)
                    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
                },
                one("GetPathRoot") { $0.hasPrefix("/") ? "/" : "" },
                one("TrimEndingDirectorySeparator") { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
                Method(
                    "GetFullPath",
                    [
                        Overload([.text("path")], returns: .string) { _, a, session in .text(session.fullPath(a.text(0))) },
                        Overload([.text("path"), .text("basePath")], returns: .string) { _, a, session in
                            .text(session.fullPath(combined([a.text(1), a.text(0)])))
                        },
                    ]),
                Method(
                    "Combine", [Overload([.rest("paths", .string)], returns: .string) { _, a, _ in .text(combined(a.values(0).map { $0.asString ?? "" })) }]),
                Method(
                    "Join",
                    [
                        Overload([.rest("paths", .string)], returns: .string) { _, a, _ in
                            .text(
                                a.values(0).compactMap { $0.asString }.filter { !$0.isEmpty }.reduce("") {
                                    $0.isEmpty ? $1 : $0.hasSuffix("/") || $1.hasPrefix("/") ? $0 + $1 : $0 + "/" + $1
                                })
                        }
                    ]),
                Method("ChangeExtension", [.text("path"), .text("extension")], returns: .string) { _, a, _ in
                    let path = a.text(0)
                    let head =
                        pathExtension(path).isEmpty ? (path.hasSuffix(".") ? String(path.dropLast()) : path) : String(path.dropLast(pathExtension(path).count))
                    if a[1].isNull { return .text(head) }
                    return .text(head + (a.text(1).hasPrefix(".") ? "" : ".") + a.text(1))
                },
                Method("HasExtension", [.text("path")], returns: .bool) { _, a, _ in .bool(!pathExtension(a.text(0)).isEmpty) },
                Method("IsPathRooted", [.text("path")], returns: .bool) { _, a, _ in .bool(a.text(0).hasPrefix("/")) },
                Method("IsPathFullyQualified", [.text("path")], returns: .bool) { _, a, _ in .bool(a.text(0).hasPrefix("/")) },
                Method("GetRelativePath", [.text("relativeTo"), .text("path")], returns: .string) { _, a, session in
                    let from = session.fullPath(a.text(0)).split(separator: "/"), to = session.fullPath(a.text(1)).split(separator: "/")
                    let shared = zip(from, to).prefix { $0 == $1 }.count
                    let parts = Array(repeating: "..", count: from.count - shared) + to[shared...].map(String.init)
                    return .text(parts.isEmpty ? "." : parts.joined(separator: "/"))
                },
                Method("GetTempPath", returns: .string) { _, _, session in
                    let folder = session.environment["TMPDIR"] ?? "/tmp"
                    return .text(folder.hasSuffix("/") ? folder : folder + "/")
                },
                Method("GetTempFileName", returns: .string) { _, _, session in
                    var template = Array(((session.environment["TMPDIR"] ?? "/tmp") + "/tmpXXXXXX").utf8CString)
                    let descriptor = mkstemp(&template)
                    if descriptor >= 0 { close(descriptor) }
                    return .text(template.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) })
                },
                Method("GetRandomFileName", returns: .string) { _, _, _ in
                    let letters = Array("abcdefghijklmnopqrstuvwxyz012345".utf8)
                    func word(_ count: Int) -> String { String(decoding: (0..<count).map { _ in letters[Int.random(in: 0..<32)] }, as: UTF8.self) }
                    return .text(word(8) + "." + word(3))
                },
                Method("GetInvalidFileNameChars", returns: TypeInfo.char.arrayType()) { _, _, _ in
                    .object(ArrayObject([.char(0), .char(47)], elementType: .char))
                }, Method("GetInvalidPathChars", returns: TypeInfo.char.arrayType()) { _, _, _ in .object(ArrayObject([.char(0)], elementType: .char)) },
                Method("Exists", [.text("path")], returns: .bool) { _, a, session in .bool(!a.text(0).isEmpty && access(session.fullPath(a.text(0)), F_OK) == 0)
                },
            ])
    }
}

/// `System.Diagnostics.Stopwatch`.
final class StopwatchObject: Box, @unchecked Sendable {
    private var started: Int64?
    private var elapsed: Int64 = 0
    override var type: TypeInfo { StopwatchObject.typeInfo }
    static let typeInfo = TypeInfo("System.Diagnostics.Stopwatch", base: .object)

    private static var clock: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100
    }
    private var ticks: Int64 { elapsed + (started.map { StopwatchObject.clock - $0 } ?? 0) }
    private func start() { if started == nil { started = StopwatchObject.clock } }
    private func stop() {
        elapsed = ticks
        started = nil
    }
    private static func own(_ value: Value) throws -> StopwatchObject {
        guard let watch = value.object as? StopwatchObject else { throw Refusals.null("this") }
        return watch
    }

    static let known = KnownType(typeInfo) {
        func action(_ name: String, _ body: @escaping @Sendable (StopwatchObject) -> Void) -> Method {
            Method(name) { t, _, _ in
                body(try own(t))
                return .nothing
            }
        }
        return MemberTable(
            properties: [
                Property("Elapsed", .timeSpan, get: { t, _ in .object(SpanObject(TimeSpan(ticks: try own(t).ticks))) }),
                Property("ElapsedMilliseconds", .int64, get: { t, _ in .long(try own(t).ticks / 10_000) }),
                Property("ElapsedTicks", .int64, get: { t, _ in .long(try own(t).ticks * 100) }),
                Property("IsRunning", .bool, get: { t, _ in .bool(try own(t).started != nil) }),
            ],
            methods: [
                action("Start") { $0.start() }, action("Stop") { $0.stop() },
                action("Reset") { watch in
                    watch.started = nil
                    watch.elapsed = 0
                },
                action("Restart") { watch in
                    watch.elapsed = 0
                    watch.started = clock
                },
            ],
            staticProperties: [
                Property("Frequency", .int64, get: { _, _ in .long(1_000_000_000) }), Property("IsHighResolution", .bool, get: { _, _ in true }),
            ],
            staticMethods: [
                Method("StartNew", returns: typeInfo) { _, _, _ in
                    let watch = StopwatchObject()
                    watch.start()
                    return .object(watch)
                }, Method("GetTimestamp", returns: .int64) { _, _, _ in .long(clock * 100) },
            ], constructors: [Overload(returns: typeInfo) { _, _, _ in .object(StopwatchObject()) }])
    }
}

/// `System.Random`: a seed gives the same numbers each time, though not .NET's.
final class RandomObject: Box, @unchecked Sendable {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    override var type: TypeInfo { RandomObject.typeInfo }
    static let typeInfo = TypeInfo("System.Random", base: .object)

    private func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
    private func below(_ limit: UInt64) -> UInt64 { limit == 0 ? 0 : (next() >> 1) % limit }
    private static func own(_ value: Value) throws -> RandomObject {
        guard let random = value.object as? RandomObject else { throw Refusals.null("this") }
        return random
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            methods: [
                Method(
                    "Next",
                    [
                        Overload(returns: .int32) { t, _, _ in .int(Int32(try own(t).below(UInt64(Int32.max)))) },
                        Overload([.int("maxValue")], returns: .int32) { t, a, _ in
                            guard a.int(0) >= 0 else { throw Refusals.outOfRange("maxValue", "'maxValue' must be greater than zero.") }
                            return .int(Int32(try own(t).below(UInt64(a.int(0)))))
                        },
                        Overload([.int("minValue"), .int("maxValue")], returns: .int32) { t, a, _ in
                            guard a.int(0) <= a.int(1) else { throw Refusals.outOfRange("minValue", "'minValue' cannot be greater than maxValue.") }
                            return .int(Int32(a.int(0) + Int(try own(t).below(UInt64(a.int(1) - a.int(0))))))
                        },
                    ]),
                Method("NextDouble", returns: .double) { t, _, _ in .double(Double(try own(t).next() >> 11) / 9_007_199_254_740_992) },
                Method("NextBytes", [.of("buffer", TypeInfo.byte.arrayType())]) { t, a, _ in
                    let random = try own(t)
                    if let array = a[0].asArray {
                        for i in array.elements.indices { array.elements[i] = .byte(UInt8(truncatingIfNeeded: random.next() >> 20)) }
                    }
                    return .nothing
                },
            ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(RandomObject(seed: UInt64.random(in: 1 ... .max))) },
                Overload([.int("Seed")], returns: typeInfo) { _, a, _ in .object(RandomObject(seed: UInt64(bitPattern: Int64(a.int(0))) &+ 7919)) },
            ])
    }
}
