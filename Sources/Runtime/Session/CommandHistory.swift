// What was typed, with when it ran and how it ended.

import Scalars

/// One line of the history: `HistoryInfo`.
public final class HistoryEntry: Box, @unchecked Sendable {
    public let id: Int64
    public let commandLine: String
    /// `Completed`, `Failed`, `Stopped`.
    public let status: String
    public let start: DateTime
    public let end: DateTime
    public init(id: Int64, commandLine: String, status: String, start: DateTime, end: DateTime) {
        self.id = id; self.commandLine = commandLine; self.status = status; self.start = start; self.end = end
    }
    public override var type: TypeInfo { HistoryEntry.typeInfo }
    public override func describe(_ session: Session) throws -> String { commandLine }
    public static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.HistoryInfo", base: .object)
}

public final class CommandHistory {
    public private(set) var entries: [HistoryEntry] = []
    private var nextId: Int64 = 1

    /// - Parameter limit: how many lines are kept.
    @discardableResult
    public func add(_ commandLine: String, status: String, start: DateTime, end: DateTime, limit: Int) -> HistoryEntry {
        let entry = HistoryEntry(id: nextId, commandLine: commandLine, status: status, start: start, end: end)
        nextId += 1
        entries.append(entry)
        if entries.count > max(1, limit) { entries.removeFirst(entries.count - max(1, limit)) }
        return entry
    }
    public func remove(where isUnwanted: (HistoryEntry) -> Bool) { entries.removeAll(where: isUnwanted) }
}

extension Session {
    public var history: CommandHistory { attachment(CommandHistory.self) { CommandHistory() } }
    /// How many lines the history keeps.
    public var historyLimit: Int { variable("MaximumHistoryCount", in: global)?.asInt64.map(Int.init) ?? 4096 }
}
