// Get-, Add-, Clear- and Invoke-History. They share the list of lines, so they share this file.

import Runtime
import Scalars
import TypeSystem

enum HistoryMembers {
    static let known = KnownType(HistoryEntry.typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (HistoryEntry) -> Value) -> Property {
            Property(name, type, get: { t, _ in (t.object as? HistoryEntry).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("Id", .int64) { .long($0.id) }, property("CommandLine", .string) { .text($0.commandLine) },
            property("ExecutionStatus", states) { .object(EnumerationObject(states, states.enumeration?.value(of: $0.status) ?? 4)) },
            property("StartExecutionTime", .dateTime) { .object(DateObject($0.start)) },
            property("EndExecutionTime", .dateTime) { .object(DateObject($0.end)) },
            property("Duration", .timeSpan) { .object(SpanObject(TimeSpan(ticks: $0.end.ticks - $0.start.ticks))) },
        ])
    }
    static let states = TypeInfo.enumeration(
        "System.Management.Automation.Runspaces.PipelineState",
        EnumerationInfo(names: ["NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"]))
}

final class GetHistory: Command {
    static let name = "Get-History"
    static let aliases = ["ghy", "h", "history"]
    static let ids = Parameter<[Value]>(
        "Id", position: 0, pipeline: true, type: TypeInfo.int64.arrayType(), validations: [.range(.long(1), .long(.max))], help: "Lines by number.")
    static let count = Parameter<Int>(
        "Count", position: 1, validations: [.range(0, 32767)], help: "How many of the last ones; with -Id that line and those before it.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets what was typed.", description: "Gets the lines of this session's history with when they ran and how they ended.",
        parameters: [ids, count],
        outputTypes: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("How many", "(Get-History | Measure-Object).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let entries = run.session.history.entries
        guard let ids = run[Self.ids]?.compactMap({ $0.asInt64 }) else {
            for entry in entries.suffix(run[Self.count] ?? 32) { try run.write(.object(entry)) }
            return
        }
        for id in ids {
            guard let index = entries.firstIndex(where: { $0.id == id }) else {
                try run.writeError(
                    "GetHistoryNoHistoryForId", "There is no line \(id) in the history.", type: "System.ArgumentException", category: .objectNotFound,
                    target: .long(id))
                continue
            }
            for entry in entries[max(0, index + 1 - (run[Self.count] ?? 1))...index] { try run.write(.object(entry)) }
        }
    }
}

final class AddHistory: Command {
    static let name = "Add-History"
    static let input = Parameter<[Value]>(
        "InputObject", position: 0, pipeline: true, help: "Lines with CommandLine, ExecutionStatus, StartExecutionTime and EndExecutionTime.")
    static let passThru = Parameter<Bool>("Passthru", help: "Writes the new lines.")
    static let declaration = CommandDeclaration(
        synopsis: "Adds lines to the history.", description: "Adds lines, such as those of another session that were kept in a file.",
        parameters: [input, passThru],
        outputTypes: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "One line",
                "$now = Get-Date '2031-01-01'\n[pscustomobject]@{ CommandLine = 'Get-Room'; ExecutionStatus = 'Completed'; StartExecutionTime = $now; EndExecutionTime = $now } | Add-History\n(Get-History).CommandLine",
                output: "Get-Room\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        for object in run[Self.input] ?? [] {
            func value(_ name: String, _ type: TypeInfo) throws -> Value? {
                guard try session.hasProperty(object, name) else { return nil }
                return session.converted(try session.property(of: object, name), to: type)
            }
            guard let line = try value("CommandLine", .string)?.asString, let state = try value("ExecutionStatus", HistoryMembers.states)?.asEnumeration?.name,
                let start = (try value("StartExecutionTime", .dateTime)?.object as? DateObject)?.value,
                let end = (try value("EndExecutionTime", .dateTime)?.object as? DateObject)?.value
            else {
                try run.writeError(
                    "AddHistoryInvalidInput", "A line of history must have CommandLine, ExecutionStatus, StartExecutionTime and EndExecutionTime.",
                    type: "System.IO.InvalidDataException", category: .invalidData, target: object)
                continue
            }
            let made = session.history.add(line, status: state, start: start, end: end, limit: session.historyLimit)
            if run.has(Self.passThru) { try run.write(.object(made)) }
        }
    }
}

final class ClearHistory: Command {
    static let name = "Clear-History"
    static let aliases = ["clhy"]
    static let ids = Parameter<[Value]>(
        "Id", position: 0, sets: ["IDParameter"], type: TypeInfo.int32.arrayType(), validations: [.range(1, .int(.max))], help: "Lines by number.")
    static let lines = Parameter<[String]>(
        "CommandLine", sets: ["CommandLineParameter"], validations: [.notNullOrEmpty], help: "Lines like these; wildcards allowed.")
    static let count = Parameter<Int>("Count", position: 1, validations: [.range(1, .int(.max))], help: "How many, from the oldest.")
    static let newest = Parameter<Bool>("Newest", help: "From the newest.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes lines from the history.", description: "Removes all lines of this session's history, or those named.",
        parameters: [ids, lines, count, newest],
        defaultSet: "IDParameter", supportsShouldProcess: true, module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("All", "Clear-History\n(Get-History | Measure-Object).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let history = run.session.history
        guard try run.shouldProcess("history", "Clear-History") else { return }
        var chosen: [HistoryEntry] = []
        if let ids = run[Self.ids]?.compactMap({ $0.asInt64 }) {
            for id in ids {
                if let entry = history.entries.first(where: { $0.id == id }) {
                    chosen.append(entry)
                } else {
                    try run.writeError(
                        "GetHistoryNoHistoryForId", "There is no line \(id) in the history.", type: "System.ArgumentException", category: .objectNotFound,
                        target: .long(id))
                }
            }
        } else if let patterns = run[Self.lines] {
            for pattern in patterns {
                let hits = history.entries.filter { WildcardName.matches($0.commandLine, pattern) }
                if hits.isEmpty, !WildcardName.isWildcard(pattern) {
                    try run.writeError(
                        "NoHistoryForCommandline", "There is no line like '\(pattern)' in the history.", type: "System.ArgumentException",
                        category: .objectNotFound,
                        target: .text(pattern))
                }
                chosen += hits
            }
        } else {
            chosen = history.entries
        }
        if let count = run[Self.count] { chosen = run.has(Self.newest) ? Array(chosen.suffix(count)) : Array(chosen.prefix(count)) }
        history.remove { entry in chosen.contains { $0 === entry } }
    }
}

final class InvokeHistory: Command {
    static let name = "Invoke-History"
    static let aliases = ["ihy", "r"]
    static let id = Parameter<String>("Id", position: 0, byName: true, help: "A number, or how the line begins; the last line if none is given.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs a line of the history again.", description: "Shows the line and runs it in the caller's scope.", parameters: [id],
        supportsShouldProcess: true, module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "By number",
                "$now = Get-Date '2031-01-01'\n[pscustomobject]@{ CommandLine = '6 * 7'; ExecutionStatus = 'Completed'; StartExecutionTime = $now; EndExecutionTime = $now } | Add-History\nInvoke-History 1",
                output: "6 * 7\n42\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let entries = session.history.entries
        let found: HistoryEntry?
        if let wanted = run[Self.id] {
            found = Int64(wanted).map { id in entries.first { $0.id == id } } ?? entries.last { $0.commandLine.lowercased().hasPrefix(wanted.lowercased()) }
            if found == nil {
                throw run.failure(
                    "InvokeHistoryNoHistoryForId", "There is no line '\(wanted)' in the history.", type: "System.ArgumentException", category: .objectNotFound,
                    target: .text(wanted))
            }
        } else {
            found = entries.last
        }
        guard let entry = found else {
            throw run.failure(
                "InvokeHistoryNoLastHistoryEntryFound", "There is no line in the history.", type: "System.InvalidOperationException",
                category: .invalidOperation)
        }
        guard try run.shouldProcess(entry.commandLine, "Invoke-History") else { return }
        session.host.write(entry.commandLine + "\n")
        try run.run(session.scriptBlock(entry.commandLine, module: run.scope.owningModule), into: run.output)
    }
}
