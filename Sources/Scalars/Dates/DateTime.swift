// System.DateTime: a moment in ticks of 100 nanoseconds since the start of year 1, Gregorian, and what clock it is of.

/// What a date's clock is.
public enum DateTimeKind: UInt8, Sendable {
    case unspecified = 0
    case utc = 1
    case local = 2

    /// The name of the enum value.
    public var name: String {
        switch self {
        case .unspecified: "Unspecified"
        case .utc: "Utc"
        case .local: "Local"
        }
    }
}

/// A date with time of day, from year 1 to 9999.
public struct DateTime: Sendable, Hashable, Comparable {
    /// 100 nanoseconds each, since 0001-01-01 00:00; 0 to `maxTicks`.
    public let ticks: Int64
    public let kind: DateTimeKind

    /// Ticks must be in range; `init(checkedTicks:)` looks.
    @inlinable public init(ticks: Int64, kind: DateTimeKind = .unspecified) {
        self.ticks = ticks
        self.kind = kind
    }

    public static let maxTicks: Int64 = 3_155_378_975_999_999_999
    public static let unixEpochTicks: Int64 = 621_355_968_000_000_000
    public static let fileTimeTicks: Int64 = 504_911_232_000_000_000
    public static let minValue = DateTime(ticks: 0)
    public static let maxValue = DateTime(ticks: maxTicks)
    public static let unixEpoch = DateTime(ticks: unixEpochTicks, kind: .utc)

    /// Throws `outOfRange`.
    public init(checkedTicks ticks: Int64, kind: DateTimeKind = .unspecified) throws(ScalarError) {
        guard (0...Self.maxTicks).contains(ticks) else {
            throw .outOfRange("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
        }
        self.init(ticks: ticks, kind: kind)
    }

    /// Throws `outOfRange` for parts that are no date. `tick` is 0 to 9,999,999 within the second.
    public init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0, tick: Int = 0,
        kind: DateTimeKind = .unspecified
    ) throws(ScalarError) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysInMonth(year, month) else {
            throw .outOfRange("", "Year, Month, and Day parameters describe an un-representable DateTime.")
        }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            throw .outOfRange("", "Hour, Minute, and Second parameters describe an un-representable DateTime.")
        }
        guard (0...999).contains(millisecond) else {
            throw .outOfRange("millisecond", "Valid values are between 0 and 999, inclusive.")
        }
        let seconds = Int64(Self.dayNumber(year, month, day)) * 86400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(ticks: seconds * TimeSpan.ticksPerSecond + Int64(millisecond) * 10_000 + Int64(tick), kind: kind)
    }

    /// The order of the ticks; the kind does not count.
    @inlinable public static func < (a: DateTime, b: DateTime) -> Bool { a.ticks < b.ticks }
    @inlinable public static func == (a: DateTime, b: DateTime) -> Bool { a.ticks == b.ticks }
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(ticks) }

    /// The same ticks, of another kind (`SpecifyKind`).
    public func withKind(_ kind: DateTimeKind) -> DateTime { DateTime(ticks: ticks, kind: kind) }
}

extension DateTime {
    public static func isLeapYear(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// 28 to 31; the month must be 1 to 12.
    public static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 0001-01-01 of a valid date.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = year - 1
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear(year, month, day) - 1
    }

    static func dayOfYear(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let before = (367 * month - 362) / 12
        let correction = month <= 2 ? 0 : (isLeapYear(year) ? 1 : 2)
        return before - correction + day
    }

    /// Year, month, day of a day number.
    static func civil(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        // Counted from 0000-03-01, so that the leap day is the last of its year.
        let z = dayNumber + 306
        let era = z / 146097
        let dayOfEra = z - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Year, month and day in one go.
    public var dateParts: (year: Int, month: Int, day: Int) { Self.civil(Int(ticks / TimeSpan.ticksPerDay)) }
    public var year: Int { dateParts.year }
    public var month: Int { dateParts.month }
    public var day: Int { dateParts.day }
    /// 1 to 366.
    public var dayOfYear: Int {
        let parts = dateParts
        return Self.dayOfYear(parts.year, parts.month, parts.day)
    }
    /// 0 is Sunday.
    public var dayOfWeek: Int { Int((ticks / TimeSpan.ticksPerDay + 1) % 7) }
    public var hour: Int { Int(ticks / TimeSpan.ticksPerHour % 24) }
    public var minute: Int { Int(ticks / TimeSpan.ticksPerMinute % 60) }
    public var second: Int { Int(ticks / TimeSpan.ticksPerSecond % 60) }
    public var millisecond: Int { Int(ticks / TimeSpan.ticksPerMillisecond % 1000) }
    public var microsecond: Int { Int(ticks / 10 % 1000) }
    public var nanosecond: Int { Int(ticks % 10 * 100) }
    public var timeOfDay: TimeSpan { TimeSpan(ticks: ticks % TimeSpan.ticksPerDay) }
    /// Midnight of the day.
    public var date: DateTime { DateTime(ticks: ticks - ticks % TimeSpan.ticksPerDay, kind: kind) }
    /// The week of the year by ISO 8601, 1 to 53, and the year it belongs to.
    public var isoWeek: (year: Int, week: Int) {
        let parts = dateParts
        let weekday = (dayOfWeek + 6) % 7
        let week = (dayOfYear - 1 - weekday + 10) / 7
        func weeks(_ year: Int) -> Int {
            let first = (Self.dayNumber(year, 1, 1) + 1) % 7
            return first == 4 || (first == 3 && Self.isLeapYear(year)) ? 53 : 52
        }
        if week < 1 { return (parts.year - 1, weeks(parts.year - 1)) }
        if week > weeks(parts.year) { return (parts.year + 1, 1) }
        return (parts.year, week)
    }
}
