// System.DateOnly and System.TimeOnly: a day without a clock, a clock without a day.

/// A day from 0001-01-01 to 9999-12-31.
public struct DateOnly: Sendable, Hashable, Comparable {
    /// Days since 0001-01-01, 0 to 3,652,058.
    public let dayNumber: Int

    /// Throws `outOfRange`.
    public init(dayNumber: Int) throws(ScalarError) {
        guard (0...3_652_058).contains(dayNumber) else { throw .outOfRange("dayNumber", "Day number must be between 0 and DateOnly.MaxValue.DayNumber.") }
        self.dayNumber = dayNumber
    }

    /// Throws `outOfRange`.
    public init(year: Int, month: Int, day: Int) throws(ScalarError) { self.init(try DateTime(year: year, month: month, day: day)) }

    public init(_ date: DateTime) { dayNumber = Int(date.ticks / TimeSpan.ticksPerDay) }

    public static func < (a: DateOnly, b: DateOnly) -> Bool { a.dayNumber < b.dayNumber }

    /// Midnight of the day.
    public var dateTime: DateTime { DateTime(ticks: Int64(dayNumber) * TimeSpan.ticksPerDay) }
    public func dateTime(at time: TimeOnly, kind: DateTimeKind = .unspecified) -> DateTime {
        DateTime(ticks: dateTime.ticks + time.ticks, kind: kind)
    }
    public var year: Int { dateTime.year }
    public var month: Int { dateTime.month }
    public var day: Int { dateTime.day }
    public var dayOfWeek: Int { dateTime.dayOfWeek }
    public var dayOfYear: Int { dateTime.dayOfYear }
    public func addDays(_ days: Int) throws(ScalarError) -> DateOnly { try DateOnly(dayNumber: dayNumber + days) }
    public func addMonths(_ months: Int) throws(ScalarError) -> DateOnly { DateOnly(try dateTime.addMonths(months)) }
    public func addYears(_ years: Int) throws(ScalarError) -> DateOnly { DateOnly(try dateTime.addYears(years)) }
}

/// A time of day.
public struct TimeOnly: Sendable, Hashable, Comparable {
    /// 100 nanoseconds each since midnight, below a day.
    public let ticks: Int64

    /// Throws `outOfRange`.
    public init(ticks: Int64) throws(ScalarError) {
        guard ticks >= 0, ticks < TimeSpan.ticksPerDay else { throw .outOfRange("ticks", "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.") }
        self.ticks = ticks
    }

    /// Throws `outOfRange`.
    public init(hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) throws(ScalarError) {
        ticks = try DateTime(year: 1, month: 1, day: 1, hour: hour, minute: minute, second: second, millisecond: millisecond).ticks
    }

    public init(_ date: DateTime) { ticks = date.ticks % TimeSpan.ticksPerDay }

    public static func < (a: TimeOnly, b: TimeOnly) -> Bool { a.ticks < b.ticks }

    public var dateTime: DateTime { DateTime(ticks: ticks) }
    public var span: TimeSpan { TimeSpan(ticks: ticks) }
    public var hour: Int { dateTime.hour }
    public var minute: Int { dateTime.minute }
    public var second: Int { dateTime.second }
    public var millisecond: Int { dateTime.millisecond }

    /// Goes round midnight.
    public func add(_ span: TimeSpan) -> TimeOnly {
        let sum = (ticks + span.ticks % TimeSpan.ticksPerDay + TimeSpan.ticksPerDay) % TimeSpan.ticksPerDay
        return TimeOnly(DateTime(ticks: sum))
    }

    /// From a start, which belongs, to an end, which does not; over midnight if the start is later.
    public func isBetween(_ start: TimeOnly, _ end: TimeOnly) -> Bool {
        start <= end ? start <= self && self < end : start <= self || self < end
    }
}
