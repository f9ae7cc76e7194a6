// Sums and differences of dates, and the other clocks they are counted by.

extension DateTime {
    private static let outOfRange = ScalarError.outOfRange("value", "The added or subtracted value results in an un-representable DateTime.")

    /// Throws `outOfRange`, as all of these do.
    public func addTicks(_ value: Int64) throws(ScalarError) -> DateTime {
        let (sum, over) = ticks.addingReportingOverflow(value)
        guard !over, sum >= 0, sum <= Self.maxTicks else { throw Self.outOfRange }
        return DateTime(ticks: sum, kind: kind)
    }

    public func add(_ span: TimeSpan) throws(ScalarError) -> DateTime { try addTicks(span.ticks) }

    public func subtract(_ span: TimeSpan) throws(ScalarError) -> DateTime {
        let (difference, over) = ticks.subtractingReportingOverflow(span.ticks)
        guard !over, difference >= 0, difference <= Self.maxTicks else { throw Self.outOfRange }
        return DateTime(ticks: difference, kind: kind)
    }

    public func subtract(_ other: DateTime) -> TimeSpan { TimeSpan(ticks: ticks - other.ticks) }

    /// Whole units and their fraction are scaled apart, as .NET does, so that no precision is lost.
    private func addUnits(_ value: Double, _ unit: Int64, limit: Double) throws(ScalarError) -> DateTime {
        guard value.magnitude <= limit else { throw Self.outOfRange }
        let whole = value.rounded(.towardZero)
        return try addTicks(Int64(whole) * unit + Int64((value - whole) * Double(unit)))
    }

    public func addDays(_ value: Double) throws(ScalarError) -> DateTime { try addUnits(value, TimeSpan.ticksPerDay, limit: 3_652_059) }
    public func addHours(_ value: Double) throws(ScalarError) -> DateTime { try addUnits(value, TimeSpan.ticksPerHour, limit: 87_649_416) }
    public func addMinutes(_ value: Double) throws(ScalarError) -> DateTime {
        try addUnits(value, TimeSpan.ticksPerMinute, limit: 5_258_964_960)
    }
    public func addSeconds(_ value: Double) throws(ScalarError) -> DateTime {
        try addUnits(value, TimeSpan.ticksPerSecond, limit: 315_537_897_600)
    }
    public func addMilliseconds(_ value: Double) throws(ScalarError) -> DateTime {
        try addUnits(value, TimeSpan.ticksPerMillisecond, limit: 315_537_897_600_000)
    }
    public func addMicroseconds(_ value: Double) throws(ScalarError) -> DateTime { try addUnits(value, 10, limit: 315_537_897_600_000_000) }

    /// The day is cut to the length of the new month.
    public func addMonths(_ months: Int) throws(ScalarError) -> DateTime {
        guard (-120_000...120_000).contains(months) else {
            throw .outOfRange("months", "Months value must be between +/-120000.")
        }
        let parts = dateParts
        let count = parts.year * 12 + parts.month - 1 + months
        let (year, month) = (count >= 0 ? count / 12 : -1, count % 12 + 1)
        guard (1...9999).contains(year) else { throw .outOfRange("months", "The added or subtracted value results in an un-representable DateTime.") }
        let day = min(parts.day, Self.daysInMonth(year, month))
        return DateTime(ticks: Int64(Self.dayNumber(year, month, day)) * TimeSpan.ticksPerDay + ticks % TimeSpan.ticksPerDay, kind: kind)
    }

    public func addYears(_ years: Int) throws(ScalarError) -> DateTime {
        guard (-10_000...10_000).contains(years) else {
            throw .outOfRange("years", "Years value must be between +/-10000.")
        }
        return try addMonths(years * 12)
    }

    /// Seconds since 1970, of the ticks as they are.
    public var unixSeconds: Int64 {
        let difference = ticks - Self.unixEpochTicks
        return difference >= 0 ? difference / 10_000_000 : -((-difference + 9_999_999) / 10_000_000)
    }

    /// Ticks since 1601 (`ToFileTimeUtc` of a UTC date). Nil before then.
    public var fileTime: Int64? { ticks >= Self.fileTimeTicks ? ticks - Self.fileTimeTicks : nil }

    /// Days since 1899-12-30, with milliseconds (`ToOADate`). Nil before year 100.
    public var oleDate: Double? {
        if ticks == 0 { return 0 }
        var value = ticks
        if value < TimeSpan.ticksPerDay { value += 599_264_352_000_000_000 }
        if value < 31_241_376_000_000_000 { return nil }
        var milliseconds = (value - 599_264_352_000_000_000) / 10_000
        if milliseconds < 0 {
            let fraction = milliseconds % 86_400_000
            if fraction != 0 { milliseconds -= (86_400_000 + fraction) * 2 }
        }
        return Double(milliseconds) / 86_400_000
    }

    /// `FromOADate`. Throws `badArgument`.
    public init(oleDate value: Double) throws(ScalarError) {
        guard value < 2_958_466, value > -657_435 else { throw .badArgument("Not a legal OleAut date.") }
        var milliseconds = Int64(value * 86_400_000 + (value >= 0 ? 0.5 : -0.5))
        if milliseconds < 0 { milliseconds -= milliseconds % 86_400_000 * 2 }
        milliseconds += 599_264_352_000_000_000 / 10_000
        guard milliseconds >= 0, milliseconds < 315_537_897_600_000 else { throw .badArgument("OleAut date did not convert to a DateTime correctly.") }
        self.init(ticks: milliseconds * 10_000)
    }
}
