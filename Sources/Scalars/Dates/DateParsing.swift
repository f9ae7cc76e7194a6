// Dates from free text, as `DateTime.Parse` reads it: ISO, month/day/year in the culture's order, names of months, times, zones.

/// `System.Globalization.DateTimeStyles`, with its bits.
public struct DateTimeStyles: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let allowLeadingWhite = DateTimeStyles(rawValue: 1)
    public static let allowTrailingWhite = DateTimeStyles(rawValue: 2)
    public static let allowInnerWhite = DateTimeStyles(rawValue: 4)
    public static let allowWhiteSpaces = DateTimeStyles(rawValue: 7)
    public static let noCurrentDateDefault = DateTimeStyles(rawValue: 8)
    public static let adjustToUniversal = DateTimeStyles(rawValue: 16)
    public static let assumeLocal = DateTimeStyles(rawValue: 32)
    public static let assumeUniversal = DateTimeStyles(rawValue: 64)
    public static let roundtripKind = DateTimeStyles(rawValue: 128)
}

/// What was read of a date, before defaults and zones are applied.
struct ParsedDate {
    var year: Int?
    var month: Int?
    var day: Int?
    var dayOfWeek: Int?
    var hour = 0
    var minute = 0
    var second = 0
    /// Ticks within the second.
    var fraction = 0
    /// Seconds east of UTC, if a zone was given.
    var zone: Int?
    /// Whether the zone was Z, GMT or UTC.
    var isUtc = false
    var hasTime = false

    /// The clock reading, without regard to the zone. Nil if it is no date.
    func clock(today: DateTime, styles: DateTimeStyles) -> DateTime? {
        let isTimeOnly = year == nil && month == nil && day == nil
        let base = isTimeOnly && styles.contains(.noCurrentDateDefault) ? DateTime.minValue : today
        let parts = base.dateParts
        let y = year ?? (styles.contains(.noCurrentDateDefault) && !isTimeOnly ? 1 : parts.year)
        let m = month ?? (isTimeOnly ? parts.month : 1)
        let d = day ?? (isTimeOnly ? parts.day : 1)
        guard (1...9999).contains(y), (1...12).contains(m), d >= 1, d <= DateTime.daysInMonth(y, m) else { return nil }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        let seconds = Int64(DateTime.dayNumber(y, m, d)) * 86400 + Int64(hour * 3600 + minute * 60 + second)
        let ticks = seconds * 10_000_000 + Int64(fraction)
        guard ticks <= DateTime.maxTicks else { return nil }
        let result = DateTime(ticks: ticks)
        if let dayOfWeek, result.dayOfWeek != dayOfWeek { return nil }
        return result
    }

    /// The date with its kind, as the styles ask.
    func resolved(today: DateTime, styles: DateTimeStyles, local: LocalZone) -> DateTime? {
        guard let clock = clock(today: today, styles: styles) else { return nil }
        if let zone {
            let ticks = clock.ticks - Int64(zone) * 10_000_000
            guard ticks >= -864_000_000_000, ticks <= DateTime.maxTicks + 864_000_000_000 else { return nil }
            let utc = DateTime(ticks: min(max(ticks, 0), DateTime.maxTicks), kind: .utc)
            if styles.contains(.adjustToUniversal) || (styles.contains(.roundtripKind) && isUtc) {
                return (0...DateTime.maxTicks).contains(ticks) ? utc : nil
            }
            let shifted = ticks + local.offsetSeconds(atUtcTicks: ticks) * 10_000_000
            return (0...DateTime.maxTicks).contains(shifted) ? DateTime(ticks: shifted, kind: .local) : nil
        }
        if styles.contains(.assumeUniversal) {
            let utc = clock.withKind(.utc)
            return styles.contains(.adjustToUniversal) ? utc : utc.toLocalTime(local)
        }
        if styles.contains(.assumeLocal) {
            let date = clock.withKind(.local)
            return styles.contains(.adjustToUniversal) ? date.toUniversalTime(local) : date
        }
        return clock
    }

    /// With an offset: the one read, or that of the local zone.
    func resolvedOffset(today: DateTime, styles: DateTimeStyles, local: LocalZone) -> DateTimeOffset? {
        guard let clock = clock(today: today, styles: styles) else { return nil }
        let seconds = zone.map(Int64.init) ?? (styles.contains(.assumeUniversal) ? 0 : local.offsetSeconds(atLocalTicks: clock.ticks))
        do throws(ScalarError) {
            let result = try DateTimeOffset(clock, offset: TimeSpan(ticks: seconds * 10_000_000))
            return styles.contains(.adjustToUniversal) ? result.toUniversalTime : result
        } catch {
            return nil
        }
    }
}

extension DateTime {
    /// `DateTime.Parse`. `today` fills in what the text leaves out. Throws `badInput`.
    public static func parse(
        _ text: String, culture: NumberCulture = .invariant, styles: DateTimeStyles = [], today: DateTime, zone: LocalZone
    ) throws(ScalarError) -> DateTime {
        if styles.isEmpty, let date = plainIso(text) { return date }
        var reader = DateTextReader(text, culture.dates)
        guard let parsed = reader.read(), let date = parsed.resolved(today: today, styles: styles, local: zone) else { throw .badInput(text) }
        return date
    }
}

extension DateTime {
    /// Why a text is no date, as .NET says it.
    public static func refusal(of text: String, culture: NumberCulture = .invariant) -> String {
        var reader = DateTextReader(text, culture.dates)
        if reader.read() == nil, let place = reader.unknownWord {
            return "The string '\(text)' was not recognized as a valid DateTime. There is an unknown word starting at index '\(place)'."
        }
        return "String '\(text)' was not recognized as a valid DateTime."
    }
}

extension DateTime {
    /// yyyy-MM-dd, alone or with HH:mm:ss after a T or a space: the forms programs write. Nil for anything else.
    private static func plainIso(_ text: String) -> DateTime? {
        withUtf8(text) { bytes in
            guard bytes.count == 10 || bytes.count == 19, bytes[4] == 45, bytes[7] == 45 else { return nil }
            func number(_ start: Int, _ count: Int) -> Int {
                var value = 0
                for index in start..<start + count {
                    let digit = Int(bytes[index]) - 48
                    if digit < 0 || digit > 9 { return -1_000_000 }
                    value = value * 10 + digit
                }
                return value
            }
            let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
            guard year > 0, (1...12).contains(month), day > 0, day <= daysInMonth(year, month) else { return nil }
            var seconds = Int64(dayNumber(year, month, day)) * 86400
            if bytes.count == 19 {
                guard bytes[10] == 84 || bytes[10] == 32, bytes[13] == 58, bytes[16] == 58 else { return nil }
                let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
                guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
                seconds += Int64(hour * 3600 + minute * 60 + second)
            }
            return DateTime(ticks: seconds * 10_000_000)
        }
    }
}

extension DateTimeOffset {
    /// `DateTimeOffset.Parse`. Throws `badInput`.
    public static func parse(
        _ text: String, culture: NumberCulture = .invariant, styles: DateTimeStyles = [], today: DateTime, zone: LocalZone
    ) throws(ScalarError) -> DateTimeOffset {
        var reader = DateTextReader(text, culture.dates)
        guard let parsed = reader.read(), let date = parsed.resolvedOffset(today: today, styles: styles, local: zone) else {
            throw .badInput(text)
        }
        return date
    }
}

extension DateOnly {
    /// Text with a date and no time. Throws `badInput`.
    public static func parse(_ text: String, culture: NumberCulture = .invariant, today: DateTime) throws(ScalarError) -> DateOnly {
        var reader = DateTextReader(text, culture.dates)
        guard let parsed = reader.read(), !parsed.hasTime, parsed.zone == nil, let date = parsed.clock(today: today, styles: []) else {
            throw .badInput(text)
        }
        return DateOnly(date)
    }
}

extension TimeOnly {
    /// Text with a time and no date. Throws `badInput`.
    public static func parse(_ text: String, culture: NumberCulture = .invariant) throws(ScalarError) -> TimeOnly {
        var reader = DateTextReader(text, culture.dates)
        guard let parsed = reader.read(), parsed.hasTime, parsed.zone == nil, parsed.year == nil, parsed.month == nil,
            let date = parsed.clock(today: .minValue, styles: [])
        else { throw .badInput(text) }
        return TimeOnly(date)
    }
}
