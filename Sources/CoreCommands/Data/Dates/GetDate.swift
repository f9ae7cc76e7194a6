// Get-Date: now, or a given date, as an object or as text.

import Runtime
import Scalars

final class GetDate: Command {
    static let name = "Get-Date"
    static let hints = TypeInfo.enumeration("Microsoft.PowerShell.Commands.DisplayHintType", EnumerationInfo(names: ["Date", "Time", "DateTime"]))
    private static let dateSets = ["DateAndFormat", "DateAndUFormat"], unixSets = ["UnixTimeSecondsAndFormat", "UnixTimeSecondsAndUFormat"]
    private static func part(_ name: String, _ low: Int, _ high: Int, _ help: String) -> Parameter<Int> {
        Parameter(name, validations: [.range(.integer(low), .integer(high))], help: help)
    }
    static let date = Parameter<DateTime>(
        "Date", aliases: ["LastWriteTime"], position: 0, pipeline: true, byName: true, sets: dateSets, help: "The date; now if not given.")
    static let unixTime = Parameter<Int>(
        "UnixTimeSeconds", aliases: ["UnixTime"], mandatory: true, sets: unixSets, type: .int64,
        validations: [.range(.long(-62_135_596_800), .long(253_402_300_799))], help: "The date as seconds since 1970 in UTC.")
    static let year = part("Year", 1, 9999, "Another year."), month = part("Month", 1, 12, "Another month."), day = part("Day", 1, 31, "Another day.")
    static let hour = part("Hour", 0, 23, "Another hour."), minute = part("Minute", 0, 59, "Another minute."),
        second = part("Second", 0, 59, "Another second."), millisecond = part("Millisecond", 0, 999, "Another millisecond.")
    static let displayHint = Parameter<Value>("DisplayHint", type: hints, help: "What of it is shown: Date, Time or DateTime.")
    static let format = Parameter<String>(
        "Format", sets: ["DateAndFormat", "UnixTimeSecondsAndFormat"], completions: ["FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal"],
        help: "Text in a format: a letter such as o, a pattern such as yyyy-MM-dd, or FileDate and its kin.")
    static let unixFormat = Parameter<String>(
        "UFormat", mandatory: true, sets: ["DateAndUFormat", "UnixTimeSecondsAndUFormat"], help: "Text in a Unix format such as %Y-%m-%d.")
    static let asUTC = Parameter<Bool>("AsUTC", help: "The date as UTC.")

    static let declaration = CommandDeclaration(
        synopsis: "Gets the date and time.",
        description: "Now as local time, or the date given, with parts replaced if asked for; as text with -Format or -UFormat.",
        parameters: [date, unixTime, year, month, day, hour, minute, second, millisecond, displayHint, unixFormat, format, asUTC], defaultSet: "DateAndFormat",
        outputTypes: ["System.String", "System.DateTime"],
        examples: [
            CommandExample("A date as text", "Get-Date 2024-02-29 -Format yyyyMMdd", output: "20240229\n"),
            CommandExample("In Unix format", "Get-Date 2024-02-29T15:30:45 -UFormat '%d.%m.%Y %H:%M'", output: "29.02.2024 15:30\n"),
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        var date = run[Self.date] ?? session.localNow
        if let seconds = run[Self.unixTime] {
            date = DateTime(ticks: DateTime.unixEpochTicks + Int64(seconds) * TimeSpan.ticksPerSecond, kind: .utc).toLocalTime(session.zone)
        }
        do {
            date = try withParts(date, run)
            if run.has(Self.asUTC) { date = date.toUniversalTime(session.zone) }
            if let format = run[Self.unixFormat] { return try run.write(.text(date.unixFormatted(format, zone: session.zone, culture: session.culture))) }
            if let format = run[Self.format] { return try run.write(.text(try text(date, format, session))) }
        } catch let error as ScalarError {
            throw run.failure(error.exceptionType, error.message, type: error.exceptionType, category: .notSpecified)
        }
        let hint = Value.object(EnumerationObject(Self.hints, run[Self.displayHint]?.asEnumeration?.rawValue ?? 2))
        try run.write(session.add(AddedMember("DisplayHint", .note(hint)), to: .object(DateObject(date))))
    }

    private func withParts(_ date: DateTime, _ run: Invocation) throws(ScalarError) -> DateTime {
        var result = date
        let parts = date.dateParts
        // One after the other, as calendars go: the day of a shorter month moves to its end.
        if let year = run[Self.year] { result = try result.addYears(year - parts.year) }
        if let month = run[Self.month] { result = try result.addMonths(month - result.month) }
        if let day = run[Self.day] { result = try result.addDays(Double(day - result.day)) }
        if let hour = run[Self.hour] { result = try result.addHours(Double(hour - result.hour)) }
        if let minute = run[Self.minute] { result = try result.addMinutes(Double(minute - result.minute)) }
        if let second = run[Self.second] { result = try result.addSeconds(Double(second - result.second)) }
        if let millisecond = run[Self.millisecond] {
            result = try result.addMilliseconds(Double(millisecond - result.millisecond))
            result = try result.addTicks(-(result.ticks % TimeSpan.ticksPerMillisecond))
        }
        return result
    }

    private func text(_ date: DateTime, _ format: String, _ session: Session) throws -> String {
        let zone = session.zone
        switch format.lowercased() {
        case "": return date.description
        case "filedate": return try date.formatted("yyyyMMdd", zone: zone)
        case "filedateuniversal": return try date.toUniversalTime(zone).formatted("yyyyMMdd'Z'", zone: zone)
        case "filedatetime": return try date.formatted("yyyyMMdd'T'HHmmssffff", zone: zone)
        case "filedatetimeuniversal": return try date.toUniversalTime(zone).formatted("yyyyMMdd'T'HHmmssffff'Z'", zone: zone)
        default: return try date.formatted(format, culture: session.culture, zone: zone)
        }
    }
}
