// The members of `Process`.

import Runtime
import Scalars

enum ProcessMembers {
    private static func own(_ value: Value) throws -> ProcessObject {
        guard let process = value.object as? ProcessObject else {
            throw MethodFailure("System.InvalidOperationException", "No process is associated with this object.")
        }
        return process
    }
    private static func text(_ name: String, _ kind: String = "Property", _ read: @escaping @Sendable (ProcessObject) -> String?) -> Property {
        Property(
            name, .string, memberType: kind,
            get: { t, _ in
                guard let text = try read(own(t)) else { return .null }
                return .text(text)
            })
    }
    private static func number(_ name: String, _ kind: String = "Property", _ read: @escaping @Sendable (ProcessObject) -> Int64) -> Property {
        Property(name, .int64, memberType: kind, get: { t, _ in try .long(read(own(t))) })
    }
    private static func int(_ name: String, _ kind: String = "Property", _ read: @escaping @Sendable (ProcessObject) -> Int32) -> Property {
        Property(name, .int32, memberType: kind, get: { t, _ in try .int(read(own(t))) })
    }

    static let known = KnownType(ProcessObject.typeInfo) {
        MemberTable(
            properties: [
                int("Handles", "AliasProperty") { $0.handleCount }, text("Name", "AliasProperty") { $0.name }, number("NPM", "AliasProperty") { _ in 0 },
                number("PM", "AliasProperty") { $0.residentBytes }, int("SI", "AliasProperty") { $0.sessionId },
                number("VM", "AliasProperty") { $0.virtualBytes }, number("WS", "AliasProperty") { $0.residentBytes },
                text("CommandLine", "ScriptProperty") { $0.commandLine },
                Property(
                    "Parent", ProcessObject.typeInfo, memberType: "CodeProperty",
                    get: { t, _ in try own(t).parent.map { .object(ProcessObject(id: $0)) } ?? .null }),
                Property("CPU", .double, memberType: "ScriptProperty", get: { t, _ in try .double(own(t).processorSeconds) }),
                text("Path", "ScriptProperty") { $0.path }, text("UserName", "NoteProperty") { $0.userName },
                int("Id") { $0.id }, text("ProcessName") { $0.name }, Property("HasExited", .bool, get: { t, _ in try .bool(own(t).hasExited) }),
                Property(
                    "ExitCode", .int32,
                    get: { t, _ in
                        let process = try own(t)
                        guard process.hasExited else {
                            throw MethodFailure("System.InvalidOperationException", "Process must exit before requested information can be determined.")
                        }
                        return .int(process.exitCode ?? 0)
                    }),
                Property("StartTime", .dateTime, get: { t, session in try own(t).started.map { .object(DateObject($0.toLocalTime(session.zone))) } ?? .null }),
                Property("ExitTime", .dateTime, get: { t, session in try own(t).exitTime.map { .object(DateObject($0.toLocalTime(session.zone))) } ?? .null }),
                number("WorkingSet64") { $0.residentBytes }, number("VirtualMemorySize64") { $0.virtualBytes },
                number("PrivateMemorySize64") { $0.residentBytes }, int("HandleCount") { $0.handleCount }, int("SessionId") { $0.sessionId },
                int("BasePriority") { $0.priority }, number("PagedMemorySize64") { $0.residentBytes }, number("PeakWorkingSet64") { $0.residentBytes },
                number("PeakVirtualMemorySize64") { $0.virtualBytes }, number("PeakPagedMemorySize64") { $0.residentBytes },
                number("NonpagedSystemMemorySize64") { _ in 0 }, number("PagedSystemMemorySize64") { _ in 0 },
                Property(
                    "Modules", .object,
                    get: { t, _ in try .object(ArrayObject(own(t).modules.map { .object($0) }, elementType: ProcessObject.moduleType)) }),
                Property("MainModule", ProcessObject.moduleType, get: { t, _ in try own(t).modules.first.map { .object($0) } ?? .null }),
                Property(
                    "EnableRaisingEvents", .bool, get: { t, _ in try .bool(own(t).raisesEvents) },
                    set: { t, value, session in try own(t).raiseEvents(value.isTrue(session), session) }),
                Property(
                    "TotalProcessorTime", .timeSpan, get: { t, _ in try .object(SpanObject(TimeSpan(ticks: Int64(own(t).processorSeconds * 10_000_000)))) }),
                text("MachineName") { _ in "." }, text("MainWindowTitle") { _ in "" },
                Property("Responding", .bool, get: { _, _ in .true }), int("ThreadCount", "ScriptProperty") { $0.threadCount },
                Property(
                    "StartInfo", ProcessStartInfo.typeInfo, get: { t, _ in try .object(own(t).startInfo) },
                    set: { t, value, _ in try own(t).startInfo = ProcessStartInfo.own(value) }),
                Property(
                    "StandardInput", .object,
                    get: { t, _ in
                        guard let writer = try own(t).input else {
                            throw MethodFailure("System.InvalidOperationException", "StandardIn has not been redirected.")
                        }
                        return writer
                    }),
                Property("StandardOutput", .object, get: { t, session in try own(t).reader("StandardOut", own(t).output, session) }),
                Property("StandardError", .object, get: { t, session in try own(t).reader("StandardError", own(t).errors, session) }),
            ],
            methods: [
                Method(
                    "Kill",
                    [
                        Overload([]) { t, _, _ in try stopped(own(t), false) },
                        Overload([OverloadParameter("entireProcessTree", .bool)]) { t, a, session in try stopped(own(t), a[0].isTrue(session)) },
                    ]),
                Method(
                    "WaitForExit",
                    [
                        Overload([]) { t, _, session in
                            _ = try own(t).wait(milliseconds: nil, session)
                            return .nothing
                        },
                        Overload([OverloadParameter("milliseconds", .int32)], returns: .bool) { t, a, session in
                            try .bool(own(t).wait(milliseconds: a[0].asInt64, session))
                        },
                    ]),
                Method("Start", [OverloadParameter](), returns: .bool) { t, _, session in
                    let process = try own(t)
                    try process.startInfo.start(into: process, session)
                    return .true
                },
                Method("Refresh", [OverloadParameter]()) { _, _, _ in .nothing }, Method("Close", [OverloadParameter]()) { _, _, _ in .nothing },
                Method("Dispose", [OverloadParameter]()) { _, _, _ in .nothing },
                Method("ToString", [OverloadParameter](), returns: .string) { t, _, session in .text(try own(t).describe(session)) },
            ],
            staticMethods: [
                Method(
                    "Start",
                    [
                        Overload([OverloadParameter("startInfo", ProcessStartInfo.typeInfo)], returns: ProcessObject.typeInfo) { _, a, session in
                            try started(ProcessStartInfo.own(a[0]), session)
                        },
                        Overload([OverloadParameter("fileName", .string)], returns: ProcessObject.typeInfo) { _, a, session in
                            let info = ProcessStartInfo()
                            info.fileName = a[0].asString ?? ""
                            return try started(info, session)
                        },
                        Overload([OverloadParameter("fileName", .string), OverloadParameter("arguments", .string)], returns: ProcessObject.typeInfo) {
                            _, a, session in
                            let info = ProcessStartInfo()
                            info.fileName = a[0].asString ?? ""
                            info.arguments = a[1].asString ?? ""
                            return try started(info, session)
                        },
                        Overload([OverloadParameter("fileName", .string), OverloadParameter("arguments", .stringArray)], returns: ProcessObject.typeInfo) {
                            _, a, session in
                            let info = ProcessStartInfo()
                            info.fileName = a[0].asString ?? ""
                            info.list.elements = a[1].asArray?.elements ?? []
                            return try started(info, session)
                        },
                    ]),
                Method("GetProcessById", [OverloadParameter("processId", .int32)], returns: ProcessObject.typeInfo) { _, a, session in
                    let id = Int32(truncatingIfNeeded: a[0].asInt64 ?? 0)
                    guard let found = ProcessObject.all().first(where: { $0.id == id }) else {
                        throw MethodFailure("System.ArgumentException", "Process with an Id of \(id) is not running.")
                    }
                    return .object(session.startedProcesses.byNumber[id] ?? found)
                },
                Method("GetProcessesByName", [OverloadParameter("processName", .string)], returns: ProcessObject.typeInfo.arrayType()) { _, a, _ in
                    let name = a[0].asString ?? ""
                    return .object(ArrayObject(ProcessObject.all().filter { $0.name == name }.map { .object($0) }, elementType: ProcessObject.typeInfo))
                },
                Method("GetCurrentProcess", [OverloadParameter](), returns: ProcessObject.typeInfo) { _, _, _ in .object(ProcessObject(id: ProcessNumbers.own))
                },
                Method("GetProcesses", [OverloadParameter](), returns: ProcessObject.typeInfo.arrayType()) { _, _, _ in
                    .object(ArrayObject(ProcessObject.all().map { .object($0) }, elementType: ProcessObject.typeInfo))
                },
            ],
            constructors: [Overload(returns: ProcessObject.typeInfo) { _, _, _ in .object(ProcessObject(id: 0, isChild: true)) }])
    }
    private static func started(_ info: ProcessStartInfo, _ session: Session) throws -> Value {
        let process = ProcessObject(id: 0, isChild: true)
        process.startInfo = info
        try info.start(into: process, session)
        return .object(process)
    }
    private static func stopped(_ process: ProcessObject, _ tree: Bool) throws -> Value {
        try process.stop(tree: tree)
        return .nothing
    }
}
