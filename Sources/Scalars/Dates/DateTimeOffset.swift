// System.DateTimeOffset: a date together with its distance from UTC.

/// A moment with the clock it was read from.
public struct DateTimeOffset: Sendable, Hashable, Comparable {
    /// What the clock shows; its kind is unspecified.
    public let dateTime: DateTime
    /// Whole minutes, at most 14 hours either way.
    public let offset: TimeSpan

    /// Throws `outOfRange` or `badArgument` for an offset that is none, or a moment out of range.
    public init(_ dateTime: DateTime, offset: TimeSpan) throws(ScalarError) {
        guard offset.ticks % TimeSpan.ticksPerMinute == 0 else { throw .badArgument("Offset must be specified in whole minutes. (Parameter 'offset')") }
        guard offset.ticks.magnitude <= 14 * TimeSpan.ticksPerHour.magnitude else {
            throw .outOfRange("offset", "Offset must be within plus or minus 14 hours.")
        }
        guard (0...DateTime.maxTicks).contains(dateTime.ticks - offset.ticks) else {
            throw .outOfRange("offset", "The UTC time represented when the offset is applied must be between year 0 and 10,000.")
        }
        self.dateTime = dateTime.withKind(.unspecified)
        self.offset = offset
    }

    private init(unchecked dateTime: DateTime, offset: TimeSpan) {
        self.dateTime = dateTime.withKind(.unspecified)
        self.offset = offset
    }

    /// From a date by its kind: UTC, or local in the zone.
    public init(_ dateTime: DateTime, zone: LocalZone) {
        self.init(unchecked: dateTime, offset: TimeSpan(ticks: dateTime.offsetSeconds(zone) / 60 * 60 * 10_000_000))
    }

    /// Throws `outOfRange`.
    public init(unixMilliseconds: Int64) throws(ScalarError) {
        let limit: Int64 = 253_402_300_799_999
        guard unixMilliseconds >= -62_135_596_800_000, unixMilliseconds <= limit else {
            throw .outOfRange("milliseconds", "Valid values are between -62135596800000 and 253402300799999, inclusive.")
        }
        self.init(unchecked: DateTime(ticks: DateTime.unixEpochTicks + unixMilliseconds * 10_000), offset: .zero)
    }

    /// Throws `outOfRange`.
    public init(unixSeconds: Int64) throws(ScalarError) {
        guard unixSeconds >= -62_135_596_800, unixSeconds <= 253_402_300_799 else {
            throw .outOfRange("seconds", "Valid values are between -62135596800 and 253402300799, inclusive.")
        }
        self.init(unchecked: DateTime(ticks: DateTime.unixEpochTicks + unixSeconds * 10_000_000), offset: .zero)
    }

    public var utcTicks: Int64 { dateTime.ticks - offset.ticks }
    public var utcDateTime: DateTime { DateTime(ticks: utcTicks, kind: .utc) }
    public func localDateTime(_ zone: LocalZone) -> DateTime { utcDateTime.toLocalTime(zone) }
    public var unixSeconds: Int64 { utcDateTime.unixSeconds }
    public var unixMilliseconds: Int64 { floorDivide(utcTicks - DateTime.unixEpochTicks, 10_000) }

    /// The same moment on another clock. Throws as `init`.
    public func toOffset(_ offset: TimeSpan) throws(ScalarError) -> DateTimeOffset {
        try DateTimeOffset(DateTime(ticks: utcTicks + offset.ticks), offset: offset)
    }
    public var toUniversalTime: DateTimeOffset { DateTimeOffset(unchecked: utcDateTime, offset: .zero) }
    public func toLocalTime(_ zone: LocalZone) -> DateTimeOffset { DateTimeOffset(localDateTime(zone), zone: zone) }

    /// The same offset, another date: for `Add...`. Throws `outOfRange`.
    public func with(_ dateTime: DateTime) throws(ScalarError) -> DateTimeOffset { try DateTimeOffset(dateTime, offset: offset) }
    public func add(_ span: TimeSpan) throws(ScalarError) -> DateTimeOffset { try with(try dateTime.add(span)) }
    public func subtract(_ span: TimeSpan) throws(ScalarError) -> DateTimeOffset { try with(try dateTime.subtract(span)) }
    public func subtract(_ other: DateTimeOffset) -> TimeSpan { TimeSpan(ticks: utcTicks - other.utcTicks) }

    /// Moments are compared, not clocks.
    public static func < (a: DateTimeOffset, b: DateTimeOffset) -> Bool { a.utcTicks < b.utcTicks }
    public static func == (a: DateTimeOffset, b: DateTimeOffset) -> Bool { a.utcTicks == b.utcTicks }
    public func hash(into hasher: inout Hasher) { hasher.combine(utcTicks) }
    /// Whether moment and clock are the same.
    public func equalsExactly(_ other: DateTimeOffset) -> Bool { self == other && offset == other.offset }
}
