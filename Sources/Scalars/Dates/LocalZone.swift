// Local time: the offset from UTC at a moment, from the C library's zone data.

import Glibc

/// A time zone, as far as dates need it. The system's (which honours TZ), UTC, or one with a fixed offset.
public struct LocalZone: Sendable {
    private enum Source: Sendable {
        case fixed(Int64)
        case rules(ZoneRules)
        case system
    }
    private let source: Source

    private init(_ source: Source) { self.source = source }

    public static let utc = LocalZone(.fixed(0))
    /// A zone always so many seconds east of UTC.
    public static func fixed(seconds: Int) -> LocalZone { LocalZone(.fixed(Int64(seconds))) }

    /// A zone of the system's table.
    public init(rules: ZoneRules) { source = .rules(rules) }

    /// The zone of the process: TZ if set, else the system's. UTC is found out once and costs nothing then.
    public static func system() -> LocalZone {
        tzset()
        if let value = getenv("TZ") {
            let name = String(cString: value)
            if name == "UTC" || name == "UTC0" || name.isEmpty { return utc }
        }
        return LocalZone(.system)
    }

    /// Seconds to add to UTC at a moment of UTC.
    public func offsetSeconds(atUtcTicks ticks: Int64) -> Int64 {
        switch source {
        case .fixed(let seconds): return seconds
        case .rules(let rules): return rules.period(at: floorDivide(ticks - DateTime.unixEpochTicks, 10_000_000)).offset
        case .system:
            var time = time_t(floorDivide(ticks - DateTime.unixEpochTicks, 10_000_000))
            var parts = tm()
            localtime_r(&time, &parts)
            return Int64(parts.tm_gmtoff)
        }
    }

    /// Seconds to add to UTC at a local clock reading; the standard offset where the clock shows it twice.
    public func offsetSeconds(atLocalTicks ticks: Int64) -> Int64 {
        if case .fixed(let seconds) = source { return seconds }
        let before = offsetSeconds(atUtcTicks: ticks - 864_000_000_000)
        let after = offsetSeconds(atUtcTicks: ticks + 864_000_000_000)
        if before == after { return before }
        let fitsBefore = offsetSeconds(atUtcTicks: ticks - before * 10_000_000) == before
        let fitsAfter = offsetSeconds(atUtcTicks: ticks - after * 10_000_000) == after
        if fitsBefore && fitsAfter { return min(before, after) }
        if fitsBefore { return before }
        if fitsAfter { return after }
        return min(before, after)
    }

    /// True for a local clock reading that the clock jumps over in spring.
    public func isInvalid(localTicks ticks: Int64) -> Bool {
        let candidates = [ticks - 864_000_000_000, ticks + 864_000_000_000].map { offsetSeconds(atUtcTicks: $0) }
        return !candidates.contains { offsetSeconds(atUtcTicks: ticks - $0 * 10_000_000) == $0 }
    }

    /// True for a local clock reading that comes twice in autumn.
    public func isAmbiguous(localTicks ticks: Int64) -> Bool {
        let candidates = Set([ticks - 864_000_000_000, ticks + 864_000_000_000].map { offsetSeconds(atUtcTicks: $0) })
        return candidates.count > 1 && candidates.allSatisfy { offsetSeconds(atUtcTicks: ticks - $0 * 10_000_000) == $0 }
    }

    /// Whether daylight saving time is in force at a local clock reading.
    public func isDaylightSaving(atLocalTicks ticks: Int64) -> Bool {
        if case .fixed = source { return false }
        if case .rules(let rules) = source {
            return rules.period(at: floorDivide(ticks - DateTime.unixEpochTicks, 10_000_000) - offsetSeconds(atLocalTicks: ticks)).isDaylightSaving
        }
        var time = time_t(floorDivide(ticks - DateTime.unixEpochTicks, 10_000_000) - offsetSeconds(atLocalTicks: ticks))
        var parts = tm()
        localtime_r(&time, &parts)
        return parts.tm_isdst > 0
    }
}

/// Quotient rounded down.
func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

extension DateTime {
    /// The date the clock shows now.
    public static func utcNow() -> DateTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return DateTime(ticks: unixEpochTicks + Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100, kind: .utc)
    }

    public static func now(in zone: LocalZone) -> DateTime { utcNow().toLocalTime(zone) }

    /// Ticks at the ends of the range stay there, as in .NET.
    private static func clamped(_ ticks: Int64) -> Int64 { min(max(ticks, 0), maxTicks) }

    /// `ToUniversalTime`: a date of no particular kind is taken as local.
    public func toUniversalTime(_ zone: LocalZone) -> DateTime {
        if kind == .utc { return self }
        return DateTime(ticks: Self.clamped(ticks - zone.offsetSeconds(atLocalTicks: ticks) * 10_000_000), kind: .utc)
    }

    /// `ToLocalTime`: a date of no particular kind is taken as UTC.
    public func toLocalTime(_ zone: LocalZone) -> DateTime {
        if kind == .local { return self }
        return DateTime(ticks: Self.clamped(ticks + zone.offsetSeconds(atUtcTicks: ticks) * 10_000_000), kind: .local)
    }

    /// The offset from UTC in seconds: none for UTC, else that of the zone.
    public func offsetSeconds(_ zone: LocalZone) -> Int64 { kind == .utc ? 0 : zone.offsetSeconds(atLocalTicks: ticks) }
}
