// System.TimeSpan: a length of time in ticks of 100 nanoseconds.

/// A length of time, of either sign.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// 100 nanoseconds each.
    public let ticks: Int64

    @inlinable public init(ticks: Int64) { self.ticks = ticks }

    public static let zero = TimeSpan(ticks: 0)
    public static let maxValue = TimeSpan(ticks: .max)
    public static let minValue = TimeSpan(ticks: .min)

    public static let ticksPerMillisecond: Int64 = 10_000
    public static let ticksPerSecond: Int64 = 10_000_000
    public static let ticksPerMinute: Int64 = 600_000_000
    public static let ticksPerHour: Int64 = 36_000_000_000
    public static let ticksPerDay: Int64 = 864_000_000_000

    /// From whole parts of any sign and size. Throws `outOfRange` if the sum does not fit.
    public init(
        days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, milliseconds: Int = 0, microseconds: Int = 0
    ) throws(ScalarError) {
        var total = Int128(days) * 86_400_000_000 + Int128(hours) * 3_600_000_000 + Int128(minutes) * 60_000_000
        total += Int128(seconds) * 1_000_000 + Int128(milliseconds) * 1000 + Int128(microseconds)
        guard let ticks = Int64(exactly: total * 10) else {
            throw .outOfRange("", "TimeSpan overflowed because the duration is too long.")
        }
        self.ticks = ticks
    }

    @inlinable public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.ticks < b.ticks }

    public var days: Int { Int(ticks / Self.ticksPerDay) }
    public var hours: Int { Int(ticks / Self.ticksPerHour % 24) }
    public var minutes: Int { Int(ticks / Self.ticksPerMinute % 60) }
    public var seconds: Int { Int(ticks / Self.ticksPerSecond % 60) }
    public var milliseconds: Int { Int(ticks / Self.ticksPerMillisecond % 1000) }
    public var microseconds: Int { Int(ticks / 10 % 1000) }
    public var nanoseconds: Int { Int(ticks % 10 * 100) }
    public var totalDays: Double { Double(ticks) / 864_000_000_000 }
    public var totalHours: Double { Double(ticks) / 36_000_000_000 }
    public var totalMinutes: Double { Double(ticks) / 600_000_000 }
    public var totalSeconds: Double { Double(ticks) / 10_000_000 }
    /// Clamped to what .NET's integer milliseconds can hold.
    public var totalMilliseconds: Double {
        min(922337203685477.0, max(-922337203685477.0, Double(ticks) / 10_000))
    }
    public var totalMicroseconds: Double { Double(ticks) / 10 }
    public var totalNanoseconds: Double { Double(ticks) * 100 }

    public static func fromDays(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, ticksPerDay) }
    public static func fromHours(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, ticksPerHour) }
    public static func fromMinutes(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, ticksPerMinute) }
    public static func fromSeconds(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, ticksPerSecond) }
    public static func fromMilliseconds(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, ticksPerMillisecond) }
    public static func fromMicroseconds(_ value: Double) throws(ScalarError) -> TimeSpan { try interval(value, 10) }

    /// Throws `overflow`, or `badArgument` for NaN.
    private static func interval(_ value: Double, _ unit: Int64) throws(ScalarError) -> TimeSpan {
        if value.isNaN { throw .badArgument("TimeSpan does not accept floating point Not-a-Number values.") }
        return try fromTicks(value * Double(unit))
    }

    private static func fromTicks(_ value: Double) throws(ScalarError) -> TimeSpan {
        if value.isNaN { throw .badArgument("TimeSpan does not accept floating point Not-a-Number values.") }
        if value == 9223372036854775808.0 { return maxValue }
        guard value.magnitude < 9223372036854775808.0 else { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: Int64(value))
    }

    public static func add(_ a: TimeSpan, _ b: TimeSpan) throws(ScalarError) -> TimeSpan {
        let (sum, over) = a.ticks.addingReportingOverflow(b.ticks)
        if over { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: sum)
    }

    public static func subtract(_ a: TimeSpan, _ b: TimeSpan) throws(ScalarError) -> TimeSpan {
        let (difference, over) = a.ticks.subtractingReportingOverflow(b.ticks)
        if over { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: difference)
    }

    /// Rounded to whole ticks. Throws `overflow`, or `badArgument` for NaN.
    public static func multiply(_ a: TimeSpan, _ factor: Double) throws(ScalarError) -> TimeSpan {
        if factor.isNaN { throw .badArgument("TimeSpan does not accept floating point Not-a-Number values.") }
        return try fromTicks((Double(a.ticks) * factor).rounded(.toNearestOrEven))
    }

    /// Rounded to whole ticks. Throws `overflow`, or `badArgument` for NaN.
    public static func divide(_ a: TimeSpan, _ divisor: Double) throws(ScalarError) -> TimeSpan {
        if divisor.isNaN { throw .badArgument("TimeSpan does not accept floating point Not-a-Number values.") }
        return try fromTicks((Double(a.ticks) / divisor).rounded(.toNearestOrEven))
    }

    public static func divide(_ a: TimeSpan, _ b: TimeSpan) -> Double { Double(a.ticks) / Double(b.ticks) }

    /// Throws `overflow` for the smallest value.
    public func negated() throws(ScalarError) -> TimeSpan {
        if ticks == .min { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: -ticks)
    }

    /// The absolute value. Throws `overflow` for the smallest value.
    public func duration() throws(ScalarError) -> TimeSpan { ticks < 0 ? try negated() : self }
}
