// The command lines of a session, as `Get-History` shows them.

import Scalars

/// One command line that was run.
public final class HistoryEntry: Box, @unchecked Sendable {
    public let id: Int64
    public let commandLine: String
    /// A number of `PipelineState`.
    public let status: Int64
    public let start: DateTime
    public let end: DateTime
    init(id: Int64, commandLine: String, status: Int64, start: DateTime, end: DateTime) {
        self.id = id; self.commandLine = commandLine; self.status = status; self.start = start; self.end = end
    }
    public override var type: TypeInfo { HistoryEntry.typeInfo }
    public static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.HistoryInfo", base: .object)
    public static let states = TypeInfo.enumeration(
        "System.Management.Automation.Runspaces.PipelineState",
        EnumerationInfo(names: ["NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"]))
    public static let completed: Int64 = 4, failed: Int64 = 5
    public override func describe(_ session: Session) throws -> String { commandLine }
}

public final class SessionHistory {
    public private(set) var entries: [HistoryEntry] = []
    private var last: Int64 = 0
    public init() {}

    /// - Parameter limit: how many lines are kept; the oldest go first.
    @discardableResult
    public func add(_ commandLine: String, status: Int64, start: DateTime, end: DateTime, limit: Int) -> HistoryEntry {
        last += 1
        let entry = HistoryEntry(id: last, commandLine: commandLine, status: status, start: start, end: end)
        entries.append(entry)
        if entries.count > limit { entries.removeFirst(entries.count - limit) }
        return entry
    }
    public func remove(_ gone: (HistoryEntry) -> Bool) { entries.removeAll(where: gone) }
}

extension Session {
    public var history: SessionHistory { attachment(SessionHistory.self) { SessionHistory() } }
    /// `$MaximumHistoryCount`.
    public var historyLimit: Int { max(1, Int(variable("MaximumHistoryCount", in: global)?.asInt64 ?? 4096)) }
}
