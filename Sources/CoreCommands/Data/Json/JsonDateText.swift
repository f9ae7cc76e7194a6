// Dates inside JSON: `2024-02-29T12:30:45Z` and its kin, and `/Date(1709209845000)/`.

import Runtime
import Scalars
import TypeSystem

enum JsonDateText {
    /// nil for what is no date with a time.
    static func read(_ text: String, _ kind: JsonDateKind, _ session: Session) -> Value? {
        let utf8 = text.utf8
        if utf8.first == 47 { return text.hasPrefix("/Date(") && text.hasSuffix(")/") ? milliseconds(text.dropFirst(6).dropLast(2), kind, session) : nil }
        if utf8.count >= 19, utf8.count <= 40 {
            return withUtf8(text) { bytes in
                guard bytes[4] == 45, bytes[7] == 45, bytes[10] == 84, bytes[13] == 58, bytes[16] == 58 else { return nil }
                return iso(bytes, kind, session)
            }
        }
        return nil
    }

    private static func number(_ bytes: Utf8Bytes, _ start: Int, _ count: Int) -> Int {
        var value = 0
        for k in start..<start + count {
            guard k < bytes.count, bytes[k] >= 48, bytes[k] <= 57 else { return -1 }
            value = value * 10 + Int(bytes[k] - 48)
        }
        return value
    }

    private static func iso(_ bytes: Utf8Bytes, _ kind: JsonDateKind, _ session: Session) -> Value? {
        let parts = (number(bytes, 0, 4), number(bytes, 5, 2), number(bytes, 8, 2), number(bytes, 11, 2), number(bytes, 14, 2), number(bytes, 17, 2))
        // Parts that are no date leave the text a text.
        guard let date = try? DateTime(year: parts.0, month: parts.1, day: parts.2, hour: parts.3, minute: parts.4, second: parts.5) else { return nil }
        var ticks = date.ticks
        var k = 19
        if k < bytes.count, bytes[k] == 46 {
            k += 1
            var unit: Int64 = 1_000_000
            let first = k
            while k < bytes.count, bytes[k] >= 48, bytes[k] <= 57 {
                ticks += Int64(bytes[k] - 48) * unit
                unit /= 10
                k += 1
            }
            if k == first { return nil }
        }
        if k == bytes.count { return plain(ticks, kind, session) }
        if bytes[k] == 90, k + 1 == bytes.count { return moment(ticks, offset: 0, isUtc: true, kind, session) }
        guard bytes[k] == 43 || bytes[k] == 45, k + 6 == bytes.count, bytes[k + 3] == 58 else { return nil }
        let hours = number(bytes, k + 1, 2), minutes = number(bytes, k + 4, 2)
        guard hours >= 0, hours <= 14, minutes >= 0, minutes < 60 else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60) * (bytes[k] == 45 ? -1 : 1)
        return moment(ticks - offset * TimeSpan.ticksPerSecond, offset: offset, isUtc: false, kind, session)
    }

    private static func plain(_ ticks: Int64, _ kind: JsonDateKind, _ session: Session) -> Value {
        switch kind {
        case .local: return .object(DateObject(DateTime(ticks: ticks, kind: .local)))
        case .utc: return .object(DateObject(DateTime(ticks: ticks, kind: .utc)))
        case .offset: return offsetValue(DateTime(ticks: ticks), session.zone.offsetSeconds(atLocalTicks: ticks), session)
        case .standard, .text: return .object(DateObject(DateTime(ticks: ticks)))
        }
    }

    /// A moment whose clock is known. `ticks` are UTC.
    private static func moment(_ ticks: Int64, offset: Int64, isUtc: Bool, _ kind: JsonDateKind, _ session: Session) -> Value {
        let date = DateTime(ticks: ticks, kind: .utc)
        switch kind {
        case .utc: return .object(DateObject(date))
        case .local: return .object(DateObject(date.toLocalTime(session.zone)))
        case .offset: return offsetValue(DateTime(ticks: ticks + offset * TimeSpan.ticksPerSecond), offset, session)
        case .standard, .text: return .object(DateObject(isUtc ? date : date.toLocalTime(session.zone)))
        }
    }

    /// A `DateTimeOffset` if the type tables have it, else a date.
    private static func offsetValue(_ clock: DateTime, _ offset: Int64, _ session: Session) -> Value {
        let date = Value.object(DateObject(clock))
        guard let type = session.findType("System.DateTimeOffset") else { return date }
        return (try? session.construct(type, [date, .object(SpanObject(TimeSpan(ticks: offset * TimeSpan.ticksPerSecond)))])) ?? date
    }

    private static func milliseconds(_ text: Substring, _ kind: JsonDateKind, _ session: Session) -> Value? {
        let digits = text.prefix { $0.isNumber || $0 == "-" }
        guard let number = Int64(digits) else { return nil }
        return moment(DateTime.unixEpochTicks + number * TimeSpan.ticksPerMillisecond, offset: 0, isUtc: true, kind, session)
    }
}
