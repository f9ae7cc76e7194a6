// The types of the system that scripts meet: environment, paths, files, encodings, stopwatch, random numbers.

import CPosix
import Glibc
import Runtime
import Scalars

public enum SystemTypes {
    public static let fileAttributes = TypeInfo.enumeration(
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
            KnownType(EnvironmentMembers.target), KnownType(EnvironmentMembers.folders), KnownType(EnvironmentMembers.platforms),
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
    static let target = TypeInfo.names("System.EnvironmentVariableTarget", ["Process", "User", "Machine"])
    static let folders = TypeInfo.enumeration(
        "System.Environment+SpecialFolder",
        EnumerationInfo([
            ("Desktop", 0), ("Programs", 2), ("MyDocuments", 5), ("Personal", 5), ("Favorites", 6), ("Startup", 7), ("Recent", 8), ("SendTo", 9),
            ("StartMenu", 11),
            ("MyMusic", 13), ("MyVideos", 14), ("DesktopDirectory", 16), ("MyComputer", 17), ("Fonts", 20), ("Templates", 21), ("CommonStartMenu", 22),
            ("CommonPrograms", 23), ("CommonStartup", 24), ("CommonDesktopDirectory", 25), ("ApplicationData", 26), ("LocalApplicationData", 28),
            ("InternetCache", 32), ("Cookies", 33), ("History", 34), ("CommonApplicationData", 35), ("Windows", 36), ("System", 37), ("ProgramFiles", 38),
            ("MyPictures", 39), ("UserProfile", 40), ("SystemX86", 41), ("ProgramFilesX86", 42), ("CommonProgramFiles", 43), ("CommonTemplates", 45),
        ]))
    static let platforms = TypeInfo.enumeration(
        "System.PlatformID",
        EnumerationInfo([("Win32S", 0), ("Win32Windows", 1), ("Win32NT", 2), ("WinCE", 3), ("Unix", 4), ("Xbox", 5), ("MacOSX", 6), ("Other", 7)]))

    private static func setVariable(_ a: [Value], _ session: Session) throws -> Value {
        if a.text(0).isEmpty { throw Refusals.argument("The value cannot be an empty string. (Parameter 'variable')") }
        if a.text(0).contains("=") { throw Refusals.argument("Environment variable name cannot contain equal character. (Parameter 'variable')") }
        session.environment[a.text(0)] = a.text(1)
        return .nothing
    }
    private static func variables(_ session: Session) -> Value {
        let table = TableObject(HashTable(.ordinal))
        for (name, value) in session.environment { table.table.set(.text(name), .text(value)) }
        return .object(table)
    }

    /// The folders of the desktop conventions; what Linux has nothing for is empty.
    private static func folder(_ a: [Value], _ session: Session) -> String {
        let home = session.environment["HOME"] ?? "/"
        func data(_ variable: String, _ otherwise: String) -> String {
            session.environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + otherwise
        }
        switch a.enumeration(0) {
        case 40, 5: return a.enumeration(0) == 5 ? data("XDG_DOCUMENTS_DIR", "/Documents") : home
        case 26: return data("XDG_CONFIG_HOME", "/.config")
        case 28: return data("XDG_DATA_HOME", "/.local/share")
        case 0, 16: return data("XDG_DESKTOP_DIR", "/Desktop")
        case 13: return data("XDG_MUSIC_DIR", "/Music")
        case 14: return data("XDG_VIDEOS_DIR", "/Videos")
        case 39: return data("XDG_PICTURES_DIR", "/Pictures")
        case 21: return data("XDG_TEMPLATES_DIR", "/Templates")
        case 20: return home + "/.fonts"
        case 35: return "/usr/share"
        default: return ""
        }
    }

    /// The kernel's version as four numbers.
    static var system: NetVersion {
        var name = utsname()
        guard uname(&name) == 0 else { return NetVersion(major: 0, minor: 0, build: 0, revision: 0) }
        let release = withUnsafeBytes(of: name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let numbers = release.split { !$0.isNumber }.prefix(4).map { Int32($0) ?? 0 } + [0, 0, 0, 0]
        return NetVersion(
            major: numbers[0], minor: numbers[1], build: numbers[2], revision: release.split { $0 == "." || $0 == "-" }.count > 3 ? numbers[3] : 0)
    }

    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property(
                    "OSVersion", .object,
                    get: { _, session in
                        session.record(
                            [
                                ("Platform", .object(EnumerationObject(platforms, 4))), ("ServicePack", ""), ("Version", .object(VersionObject(system))),
                                ("VersionString", .text("Unix \(system)")),
                            ], typeName: "System.OperatingSystem")
                    }),
                Property("UserDomainName", .string, get: { _, _ in .text(hostName) }), Property("SystemDirectory", .string, get: { _, _ in "" }),
                Property("SystemPageSize", .int32, get: { _, _ in .int(Int32(sysconf(Int32(_SC_PAGESIZE)))) }),
                Property("CurrentManagedThreadId", .int32, get: { _, _ in 1 }), Property("StackTrace", .string, get: { _, _ in "" }),
                Property("ProcessPath", .string, get: { _, _ in .text(ThreadMembers.programPath) }),
                Property("IsPrivilegedProcess", .bool, get: { _, _ in .bool(geteuid() == 0) }),
                Property("WorkingSet", .int64, get: { _, _ in .long(ThreadMembers.residentBytes) }),
                Property("NewLine", .string, get: { _, _ in "\n" }), Property("MachineName", .string, get: { _, _ in .text(hostName) }),
                Property("UserName", .string, get: { _, session in .text(session.environment["USER"] ?? "root") }),
                Property(
                    "CurrentDirectory", .string, get: { _, session in .text(session.location) },
                    set: { _, value, session in
                        let path = session.fullPath(value.asString ?? "")
                        if chdir(path) != 0 { throw Disk.failure(path + "/") }
                    }),
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
                        Overload([.text("variable"), .of("target", target)], returns: .string) { _, a, session in
                            a.enumeration(1) == 0 ? session.environment[a.text(0)].map { .text($0) } ?? .null : .null
                        },
                    ]),
                Method(
                    "SetEnvironmentVariable",
                    [
                        Overload([.text("variable"), .text("value")]) { _, a, session in try setVariable(a, session) },
                        Overload([.text("variable"), .text("value"), .of("target", target)]) { _, a, session in
                            // Only the process has variables here.
                            a.enumeration(2) == 0 ? try setVariable(a, session) : .nothing
                        },
                    ]),
                Method(
                    "GetEnvironmentVariables",
                    [
                        Overload(returns: .iDictionary) { _, _, session in variables(session) },
                        Overload([.of("target", target)], returns: .iDictionary) { _, a, session in
                            a.enumeration(0) == 0 ? variables(session) : .object(TableObject(HashTable(.ordinal)))
                        },
                    ]),
                Method("GetLogicalDrives", returns: .stringArray) { _, _, _ in .strings(["/"]) },
                Method("ExpandEnvironmentVariables", [.text("name")], returns: .string) { _, a, session in
                    var parts = a.text(0).split(separator: "%", omittingEmptySubsequences: false).map(String.init)
                    for i in parts.indices where i % 2 == 1 && i < parts.count - 1 { parts[i] = session.environment[parts[i]] ?? "%" + parts[i] + "%" }
                    return .text(parts.joined())
                },
                Method(
                    "GetFolderPath",
                    [
                        Overload([.of("folder", folders)], returns: .string) { _, a, session in .text(folder(a, session)) },
                        Overload([.of("folder", folders), .object("option")], returns: .string) { _, a, session in .text(folder(a, session)) },
                    ]),
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
                Method("EndsInDirectorySeparator", [.text("path")], returns: .bool) { _, a, _ in .bool(a.text(0).hasSuffix("/")) },
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
                Method("GetElapsedTime", [.long("startingTimestamp"), .optional("endingTimestamp", .int64, .null)], returns: .timeSpan) { _, a, _ in
                    .object(SpanObject(TimeSpan(ticks: ((a[1].asInt64 ?? clock * 100) &- a.long(0)) / 100)))
                },
            ], constructors: [Overload(returns: typeInfo) { _, _, _ in .object(StopwatchObject()) }])
    }
}

/// `System.Random`: a seed gives the same numbers each time, those of .NET.
final class RandomObject: Box, @unchecked Sendable {
    private var generator: SubtractiveGenerator
    init(seed: Int32) { generator = SubtractiveGenerator(seed: seed) }
    override var type: TypeInfo { RandomObject.typeInfo }
    static let typeInfo = TypeInfo("System.Random", base: .object)
    private func sample() -> Int32 { generator.next() }
    /// From 0 up to 1.
    private func fraction() -> Double { Double(sample()) * (1.0 / Double(Int32.max)) }
    private func below(_ limit: Int) -> Int { Int(fraction() * Double(limit)) }
    /// A number of a range wider than 31 bits: the sign is drawn apart.
    private func wideFraction() -> Double {
        var number = Double(sample())
        if sample() % 2 == 0 { number = -number }
        return (number + Double(Int32.max - 1)) / (2 * Double(Int32.max) - 1)
    }
    private func long() -> UInt64 {
        let low = UInt64(below(1 << 22)), middle = UInt64(below(1 << 22)), high = UInt64(below(1 << 20))
        return low | middle << 22 | high << 44
    }
    private func long(from lowest: Int64, below limit: Int64) -> Int64 {
        let range = UInt64(bitPattern: limit &- lowest)
        if range <= UInt64(Int32.max) { return lowest &+ Int64(below(Int(range))) }
        // As many bits as the range has, until they fall into it.
        let shift = UInt64((range - 1).leadingZeroBitCount)
        while true {
            let drawn = long() >> shift
            if drawn < range { return lowest &+ Int64(bitPattern: drawn) }
        }
    }
    private static func own(_ value: Value) throws -> RandomObject {
        guard let random = value.object as? RandomObject else { throw Refusals.null("this") }
        return random
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            methods: [
                Method(
                    "NextInt64",
                    [
                        Overload(returns: .int64) { t, _, _ in
                            let random = try own(t)
                            while true {
                                let drawn = random.long() >> 1
                                if drawn != UInt64(Int64.max) { return .long(Int64(drawn)) }
                            }
                        },
                        Overload([.long("maxValue")], returns: .int64) { t, a, _ in
                            guard a.long(0) >= 0 else { throw Refusals.outOfRange("maxValue", "'maxValue' must be greater than zero.") }
                            return .long(a.long(0) <= 1 ? 0 : try own(t).long(from: 0, below: a.long(0)))
                        },
                        Overload([.long("minValue"), .long("maxValue")], returns: .int64) { t, a, _ in
                            guard a.long(0) <= a.long(1) else { throw Refusals.outOfRange("minValue", "'minValue' cannot be greater than maxValue.") }
                            return .long(
                                a.long(1) &- a.long(0) == 0 || a.long(1) &- a.long(0) == 1 ? a.long(0) : try own(t).long(from: a.long(0), below: a.long(1)))
                        },
                    ]),
                Method("NextSingle", returns: .single) { t, _, _ in
                    let random = try own(t)
                    while true {
                        let number = Float(random.fraction())
                        if number < 1 { return .single(number) }
                    }
                },
                Method("Shuffle", [.of("values", .arrayBase)]) { t, a, _ in
                    let random = try own(t)
                    if let array = a[0].asArray {
                        let count = array.elements.count
                        for i in 0..<max(0, count - 1) {
                            let other = i + random.below(count - i)
                            if other != i { array.elements.swapAt(i, other) }
                        }
                    }
                    return .nothing
                },
                Method("GetItems", [.of("choices", .arrayBase), .int("length")], returns: .arrayBase) { t, a, _ in
                    guard let choices = a[0].asArray, !choices.elements.isEmpty else { throw Refusals.argument("Span may not be empty. (Parameter 'choices')") }
                    let random = try own(t)
                    return .object(
                        ArrayObject(
                            (0..<max(0, a.int(1))).map { _ in choices.elements[random.below(choices.elements.count)] },
                            elementType: choices.elementType))
                },
                Method(
                    "Next",
                    [
                        Overload(returns: .int32) { t, _, _ in .int(try own(t).sample()) },
                        Overload([.int("maxValue")], returns: .int32) { t, a, _ in
                            guard a.int(0) >= 0 else { throw Refusals.outOfRange("maxValue", "'maxValue' must be greater than zero.") }
                            return .int(Int32(try own(t).below(a.int(0))))
                        },
                        Overload([.int("minValue"), .int("maxValue")], returns: .int32) { t, a, _ in
                            guard a.int(0) <= a.int(1) else { throw Refusals.outOfRange("minValue", "'minValue' cannot be greater than maxValue.") }
                            let range = a.int(1) - a.int(0)
                            return .int(Int32(a.int(0) + (range <= Int(Int32.max) ? try own(t).below(range) : Int(try own(t).wideFraction() * Double(range)))))
                        },
                    ]),
                Method("NextDouble", returns: .double) { t, _, _ in .double(try own(t).fraction()) },
                Method("NextBytes", [.of("buffer", TypeInfo.byte.arrayType())]) { t, a, _ in
                    let random = try own(t)
                    if let array = a[0].asArray {
                        for i in array.elements.indices { array.elements[i] = .byte(UInt8(truncatingIfNeeded: random.sample())) }
                    }
                    return .nothing
                },
            ],
            staticProperties: [Property("Shared", typeInfo, get: { _, _ in .object(RandomObject(seed: Int32.random(in: 0 ... .max))) })],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(RandomObject(seed: Int32.random(in: 0 ... .max))) },
                Overload([.int("Seed")], returns: typeInfo) { _, a, _ in .object(RandomObject(seed: Int32(a.int(0)))) },
            ])
    }
}
