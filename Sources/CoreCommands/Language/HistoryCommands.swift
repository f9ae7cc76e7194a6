// Get-, Add-, Clear- and Invoke-History. They share how command lines are found, so they share this file.

import Runtime
import Scalars

enum HistoryParameters {
    static let positive: [Validation] = [.range(.int(1), .int(.max))]
    static let known: [KnownType] = [
        KnownType(HistoryEntry.typeInfo) {
            @Sendable func own(_ value: Value) -> HistoryEntry? { value.object as? HistoryEntry }
            return MemberTable(
                properties: [
                    Property("Id", .int64, get: { t, _ in .long(own(t)?.id ?? 0) }),
                    Property("CommandLine", .string, get: { t, _ in .text(own(t)?.commandLine ?? "") }),
                    Property("ExecutionStatus", HistoryEntry.states, get: { t, _ in .object(EnumerationObject(HistoryEntry.states, own(t)?.status ?? 0)) }),
                    Property("StartExecutionTime", .dateTime, get: { t, _ in own(t).map { .object(DateObject($0.start)) } ?? .null }),
                    Property("EndExecutionTime", .dateTime, get: { t, _ in own(t).map { .object(DateObject($0.end)) } ?? .null }),
                    Property("Duration", .timeSpan, get: { t, _ in own(t).map { .object(SpanObject(TimeSpan(ticks: $0.end.ticks - $0.start.ticks))) } ?? .null }),
                ],
                methods: [Method("ToString", returns: .string) { t, _, _ in .text(own(t)?.commandLine ?? "") }])
        },
        KnownType(HistoryEntry.states),
    ]
}

final class GetHistory: Command {
    static let name = "Get-History"
    static let aliases = ["ghy", "h", "history"]
    static let ids = Parameter<[Int]>(
        "Id", position: 0, pipeline: true, type: TypeInfo.int64.arrayType(), validations: [.range(.long(1), .long(.max))], help: "Numbers of command lines.")
    static let count = Parameter<Int>("Count", position: 1, validations: [.range(.int(0), .int(32767))], help: "How many, from the newest or from the one of -Id back.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the command lines of this session.", description: "The oldest comes first.", parameters: [ids, count],
        outputTypes: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("A script has none", "@(Get-History).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let all = run.session.history.entries
        guard let ids = run[Self.ids] else {
            for entry in all.suffix(run[Self.count] ?? all.count) { try run.write(.object(entry)) }
            return
        }
        for id in ids {
            guard let place = all.firstIndex(where: { $0.id == Int64(id) }) else {
                try run.writeError(
                    "GetHistoryNoHistoryForId", "Cannot locate the history for Id \(id).", type: "System.ArgumentException", category: .objectNotFound,
                    target: .long(Int64(id)))
                continue
            }
            for entry in all[...place].suffix(run[Self.count] ?? 1) { try run.write(.object(entry)) }
        }
    }
}

final class AddHistory: Command {
    static let name = "Add-History"
    static let inputObject = Parameter<[Value]>("InputObject", position: 0, pipeline: true, help: "Objects with the properties of command lines.")
    static let passThru = Parameter<Bool>("Passthru", help: "Writes the command lines.")
    static let declaration = CommandDeclaration(
        synopsis: "Adds command lines to the history.",
        description: "Takes objects with CommandLine, ExecutionStatus, StartExecutionTime and EndExecutionTime, such as Get-History or Import-Csv gives.",
        parameters: [inputObject, passThru], outputTypes: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "One line",
                "$now = Get-Date\n[pscustomobject]@{CommandLine = 'Get-Date'; ExecutionStatus = 'Completed'; StartExecutionTime = $now; EndExecutionTime = $now} | Add-History\n(Get-History).CommandLine",
                output: "Get-Date\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        for item in run[Self.inputObject] ?? (run.input.isMissing ? [] : [run.input]) {
            func property<T>(_ name: String, _ type: TypeInfo, _ read: (Value) -> T?) throws -> T? {
                let value = try session.property(of: item, name, run.scope)
                return value.isNull ? nil : session.converted(value, to: type).flatMap(read)
            }
            guard let line = try property("CommandLine", .string, { $0.asString }),
                let status = try property("ExecutionStatus", HistoryEntry.states, { $0.asEnumeration?.rawValue }),
                let start = try property("StartExecutionTime", .dateTime, { ($0.object as? DateObject)?.value }),
                let end = try property("EndExecutionTime", .dateTime, { ($0.object as? DateObject)?.value })
            else {
                try run.writeError(
                    "AddHistoryInvalidInput", "The object to add must have CommandLine, ExecutionStatus, StartExecutionTime and EndExecutionTime.",
                    type: "System.IO.InvalidDataException", category: .invalidData, target: item)
                continue
            }
            let entry = session.history.add(line, status: status, start: start, end: end, limit: session.historyLimit)
            if run.has(Self.passThru) { try run.write(.object(entry)) }
        }
    }
}

final class ClearHistory: Command {
    static let name = "Clear-History"
    static let aliases = ["clhy"]
    static let ids = Parameter<[Int]>("Id", position: 0, sets: ["IDParameter"], validations: HistoryParameters.positive, help: "Numbers of command lines.")
    static let count = Parameter<Int>("Count", position: 1, validations: HistoryParameters.positive, help: "How many, from the oldest unless -Newest is given.")
    static let newest = Parameter<Bool>("Newest", help: "The newest rather than the oldest.")
    static let commandLine = Parameter<[String]>(
        "CommandLine", sets: ["CommandLineParameter"], validations: [.notNullOrEmpty], help: "Command lines by what they say; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes command lines from the history.", description: "All of them unless some are named.", parameters: [ids, count, newest, commandLine],
        defaultSet: "IDParameter", supportsShouldProcess: true, module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("All", "Clear-History\n@(Get-History).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let history = run.session.history
        var chosen: [HistoryEntry]
        if let ids = run[Self.ids] {
            chosen = []
            for id in ids {
                guard let place = history.entries.firstIndex(where: { $0.id == Int64(id) }) else {
                    try run.writeError(
                        "GetHistoryNoHistoryForId", "Cannot locate the history for Id \(id).", type: "System.ArgumentException", category: .objectNotFound,
                        target: .int(Int32(clamping: id)))
                    continue
                }
                let count = run[Self.count] ?? 1
                chosen += run.has(Self.newest) ? history.entries[...place].suffix(count) : history.entries[place...].prefix(count)
            }
        } else {
            chosen = history.entries
            if let patterns = run[Self.commandLine] {
                chosen = chosen.filter { entry in patterns.contains { WildcardName.matches(entry.commandLine, $0) } }
                for pattern in patterns
                where !WildcardName.isWildcard(pattern) && !history.entries.contains(where: { WildcardName.matches($0.commandLine, pattern) }) {
                    try run.writeError(
                        "GetHistoryNoHistoryForCommandline", "Cannot locate history for command line \(pattern).", type: "System.ArgumentException",
                        category: .objectNotFound, target: .text(pattern))
                }
            }
            if let count = run[Self.count] { chosen = Array(run.has(Self.newest) ? chosen.suffix(count) : chosen.prefix(count)) }
        }
        if chosen.isEmpty { return }
        guard try run.shouldProcess("\(chosen.count) command lines", "Clear-History") else { return }
        history.remove { entry in chosen.contains { $0 === entry } }
    }
}

final class InvokeHistory: Command {
    static let name = "Invoke-History"
    static let aliases = ["ihy", "r"]
    static let id = Parameter<String>("Id", position: 0, byName: true, help: "The number of a command line, or how it begins; the last if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs a command line of the history again.", description: "Shows the line and runs it.", parameters: [id], supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "By its beginning",
                "$now = Get-Date\n[pscustomobject]@{CommandLine = '2 + 3'; ExecutionStatus = 'Completed'; StartExecutionTime = $now; EndExecutionTime = $now} | Add-History\nInvoke-History 2",
                output: "2 + 3\n5\n")
        ])

    func process(_ run: Invocation) throws {
        let entries = run.session.history.entries
        let wanted = run[Self.id]
        let found = wanted.map { text in Int64(text).flatMap { id in entries.first { $0.id == id } } ?? entries.last { $0.commandLine.hasPrefix(text) } } ?? entries.last
        guard let found else {
            throw run.failure(
                wanted == nil ? "InvokeHistoryNoLastHistoryEntryFound" : Int64(wanted ?? "") == nil ? "InvokeHistoryNoHistoryForCommandline" : "InvokeHistoryNoHistoryForId",
                wanted.map { "Cannot locate the history for '\($0)'." } ?? "Cannot locate the last command line: there is none yet.",
                type: wanted == nil ? "System.InvalidOperationException" : "System.ArgumentException", category: .objectNotFound)
        }
        guard try run.shouldProcess(found.commandLine, "Invoke-History") else { return }
        run.session.host.write(found.commandLine + "\n")
        try run.run(run.session.scriptBlock(found.commandLine), into: run.output)
    }
}
