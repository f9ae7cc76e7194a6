// Get-Uptime: how long the system has been running.

import Runtime
import Scalars

final class GetUptime: Command {
    static let name = "Get-Uptime"
    static let since = Parameter<Bool>("Since", sets: ["Since"], help: "When it was started.")
    static let declaration = CommandDeclaration(
        synopsis: "Says how long the system has been running.", description: "As a length of time, or with -Since the moment of its start.",
        parameters: [since], defaultSet: "Timespan", outputTypes: ["System.TimeSpan", "System.DateTime"],
        examples: [CommandExample("Its type", "(Get-Uptime).GetType().Name", output: "TimeSpan\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.since) { return try run.write(.object(DateObject(DateTime(ticks: SystemClock.bootTicks, kind: .utc).toLocalTime(run.session.zone)))) }
        let whole = SystemClock.uptimeTicks / TimeSpan.ticksPerSecond * TimeSpan.ticksPerSecond
        try run.write(.object(SpanObject(TimeSpan(ticks: whole))))
    }
}
