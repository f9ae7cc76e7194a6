// New-TimeSpan: a length of time, from its parts or between two dates.

import Runtime
import Scalars

final class NewTimeSpan: Command {
    static let name = "New-TimeSpan"
    private static func part(_ name: String, _ help: String) -> Parameter<Int> { Parameter(name, sets: ["Time"], help: help) }
    static let start = Parameter<DateTime>(
        "Start", aliases: ["LastWriteTime"], position: 0, pipeline: true, byName: true, sets: ["Date"], help: "The beginning; now if not given.")
    static let end = Parameter<DateTime>("End", position: 1, byName: true, sets: ["Date"], help: "The end; now if not given.")
    static let days = part("Days", "Days."), hours = part("Hours", "Hours."), minutes = part("Minutes", "Minutes."), seconds = part("Seconds", "Seconds."),
        milliseconds = part("Milliseconds", "Milliseconds.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a length of time.", description: "From days, hours, minutes, seconds and milliseconds, or as the time between two dates.",
        parameters: [start, end, days, hours, minutes, seconds, milliseconds], defaultSet: "Date", outputTypes: ["System.TimeSpan"],
        examples: [CommandExample("Between two dates", "(New-TimeSpan 2024-02-28 2024-03-01).Days", output: "2\n")])

    func process(_ run: Invocation) throws {
        let parts = [Self.days, Self.hours, Self.minutes, Self.seconds, Self.milliseconds]
        if parts.contains(where: { run.isBound($0) }) {
            do {
                let span = try TimeSpan(
                    days: run[Self.days] ?? 0, hours: run[Self.hours] ?? 0, minutes: run[Self.minutes] ?? 0, seconds: run[Self.seconds] ?? 0,
                    milliseconds: run[Self.milliseconds] ?? 0)
                return try run.write(.object(SpanObject(span)))
            } catch let error as ScalarError { throw run.failure(error.exceptionType, error.message, type: error.exceptionType) }
        }
        if !run.isBound(Self.start), !run.isBound(Self.end) { return try run.write(.object(SpanObject(.zero))) }
        let now = run.session.localNow
        try run.write(.object(SpanObject((run[Self.end] ?? now).subtract(run[Self.start] ?? now))))
    }
}
