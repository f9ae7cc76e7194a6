// The running process as .NET shows it: its thread, atomic counters, memory, the system it runs on.

import CPosix
import Glibc
import Runtime
import Scalars

/// `[Threading.Thread]::CurrentThread`.
final class ThreadObject: Box, @unchecked Sendable {
    override var type: TypeInfo { ThreadObject.typeInfo }
    static let typeInfo = TypeInfo("System.Threading.Thread", base: .object)
}

enum ThreadMembers {
    static var programPath: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &buffer, 4095)
        return length > 0 ? String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    }
    /// Memory held in RAM.
    static var residentBytes: Int64 {
        let text = String(decoding: (try? Disk.read("/proc/self/statm")) ?? [], as: UTF8.self)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int64($0) } ?? 0
        return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }
    private static var kernel: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "Linux" }
        func text<T>(_ tuple: T) -> String { withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } }
        return text(name.sysname) + " " + text(name.release) + " " + text(name.version)
    }

    /// Sleeps in short steps, so that Ctrl-C ends it.
    static func sleep(_ ticks: Int64, _ session: Session) throws -> Value {
        var rest = ticks / 10
        while rest > 0 {
            try session.checkCancelled()
            usleep(UInt32(min(rest, 50_000)))
            rest -= 50_000
        }
        return .nothing
    }

    private static func plain(_ fullName: String, _ members: @escaping @Sendable () -> MemberTable) -> KnownType {
        KnownType(TypeInfo(fullName, base: .object, isAbstract: true), members: members)
    }
    private static let architectures = TypeInfo.names(
        "System.Runtime.InteropServices.Architecture", ["X86", "X64", "Arm", "Arm64", "Wasm", "S390x", "LoongArch64", "Armv6", "Ppc64le", "RiscV64"])
    private static let platform = TypeInfo("System.Runtime.InteropServices.OSPlatform", base: .valueType, isValueType: true)
    private static var architecture: Value {
        #if arch(arm64)
            .object(EnumerationObject(architectures, 3))
        #else
            .object(EnumerationObject(architectures, 1))
        #endif
    }

    /// A variable held by reference, as a number.
    private static func change(_ a: [Value], _ session: Session, returnsOld: Bool = false, _ body: (Value) throws -> Value) throws -> Value {
        guard let variable = (a[0].object as? ReferenceObject)?.variable else { throw Refusals.null("location") }
        let old = variable.read(session)
        let new = try body(old)
        try variable.write(new, session)
        return returnsOld ? old : new
    }
    private static func adding(_ name: String, by step: Int64?) -> Method {
        Method(name, [.byReference("location", .object)] + (step == nil ? [.object("value")] : []), returns: .object) { _, a, session in
            try change(a, session) { old in
                let sum = (old.asInt64 ?? 0) &+ (step ?? a[1].asInt64 ?? 0)
                if case .long = old.unwrapped { return .long(sum) }
                return .int(Int32(truncatingIfNeeded: sum))
            }
        }
    }
    private static func nothing(_ name: String) -> Method { Method(name, [.rest("arguments", .object)]) { _, _, _ in .nothing } }

    static let types: [KnownType] = [
        KnownType(ThreadObject.typeInfo) {
            MemberTable(
                properties: [
                    Property(
                        "CurrentCulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) },
                        set: { _, value, session in session.culture = CultureMembers.culture(value) ?? .invariant }),
                    Property("CurrentUICulture", CultureMembers.type, get: { _, session in .object(CultureObject(session.culture)) }, set: { _, _, _ in }),
                    Property("ManagedThreadId", .int32, get: { _, _ in 1 }), Property("Name", .string, get: { _, _ in .null }, set: { _, _, _ in }),
                    Property("IsAlive", .bool, get: { _, _ in true }), Property("IsBackground", .bool, get: { _, _ in false }),
                    Property("IsThreadPoolThread", .bool, get: { _, _ in false }),
                ],
                staticProperties: [Property("CurrentThread", ThreadObject.typeInfo, get: { _, _ in .object(ThreadObject()) })],
                staticMethods: [
                    Method(
                        "Sleep",
                        [
                            Overload([.int("millisecondsTimeout")]) { _, a, session in try sleep(Int64(a.int(0)) * 10_000, session) },
                            Overload([.of("timeout", .timeSpan)]) { _, a, session in try sleep(DateTimeMembers.span(a[0]).ticks, session) },
                        ]), nothing("MemoryBarrier"),
                    Method("Yield", returns: .bool) { _, _, _ in false },
                ])
        },
        plain("System.Threading.Interlocked") {
            MemberTable(staticMethods: [
                adding("Increment", by: 1), adding("Decrement", by: -1), adding("Add", by: nil),
                Method("Exchange", [.byReference("location1", .object), .object("value")], returns: .object) { _, a, session in
                    try change(a, session, returnsOld: true) { _ in a[1] }
                },
                Method("CompareExchange", [.byReference("location1", .object), .object("value"), .object("comparand")], returns: .object) { _, a, session in
                    try change(a, session, returnsOld: true) { HashTable.areEqual($0, a[2], .ordinal) ? a[1] : $0 }
                },
                Method("Read", [.byReference("location", .object)], returns: .int64) { _, a, session in
                    (a[0].object as? ReferenceObject)?.variable.read(session) ?? .null
                },
            ])
        },
        // One thread runs scripts, so a lock is always free.
        plain("System.Threading.Monitor") {
            MemberTable(staticMethods: [
                nothing("Enter"), nothing("Exit"), Method("TryEnter", [.rest("arguments", .object)], returns: .bool) { _, _, _ in true },
            ])
        },
        plain("System.GC") {
            MemberTable(
                staticProperties: [Property("MaxGeneration", .int32, get: { _, _ in 2 })],
                staticMethods: [
                    nothing("Collect"), nothing("WaitForPendingFinalizers"), nothing("SuppressFinalize"), nothing("KeepAlive"),
                    Method("GetTotalMemory", [.bool("forceFullCollection")], returns: .int64) { _, _, _ in .long(residentBytes) },
                    Method("CollectionCount", [.int("generation")], returns: .int32) { _, _, _ in 0 },
                ])
        },
        plain("System.AppContext") {
            MemberTable(staticProperties: [
                Property("BaseDirectory", .string, get: { _, _ in .text((PathMembers.directory(programPath) ?? "/") + "/") }),
                Property("TargetFrameworkName", .string, get: { _, _ in ".NETCoreApp,Version=v10.0" }),
            ])
        },
        plain("System.OperatingSystem") {
            MemberTable(
                staticMethods: [("IsLinux", true), ("IsWindows", false), ("IsMacOS", false), ("IsAndroid", false), ("IsFreeBSD", false), ("IsBrowser", false)]
                    .map {
                        name, holds in Method(name, returns: .bool) { _, _, _ in .bool(holds) }
                    })
        },
        plain("System.Runtime.InteropServices.RuntimeInformation") {
            MemberTable(
                staticProperties: [
                    Property("OSDescription", .string, get: { _, _ in .text(kernel) }),
                    Property("OSArchitecture", architectures, get: { _, _ in architecture }),
                    Property("ProcessArchitecture", architectures, get: { _, _ in architecture }),
                    Property("FrameworkDescription", .string, get: { _, _ in ".NET 10.0.0" }),
                    Property("RuntimeIdentifier", .string, get: { _, _ in "linux-x64" }),
                ],
                staticMethods: [
                    Method("IsOSPlatform", [.of("osPlatform", platform)], returns: .bool) { _, a, session in
                        .bool(try a[0].toText(session).uppercased() == "LINUX")
                    }
                ])
        },
        KnownType(platform) {
            MemberTable(
                staticProperties: ["Linux", "Windows", "OSX", "FreeBSD"].map { name in
                    Property(name, platform, get: { _, _ in .object(PlatformObject(name.uppercased(), platform)) })
                },
                staticMethods: [
                    Method("Create", [.text("osPlatform")], returns: platform) { _, a, _ in .object(PlatformObject(a.text(0), platform)) }
                ], convert: { value, _ in value.asString.map { .object(PlatformObject($0, platform)) } })
        },
        KnownType(architectures), ConsoleMembers.writer,
    ]
}

private final class PlatformObject: Box, @unchecked Sendable {
    let name: String
    private let platformType: TypeInfo
    init(_ name: String, _ type: TypeInfo) {
        self.name = name
        platformType = type
    }
    override var type: TypeInfo { platformType }
    override func describe(_ session: Session) throws -> String { name }
    override func isEqual(to other: Object) -> Bool { (other as? PlatformObject)?.name.equalsIgnoringCase(name) ?? false }
}
