// Time zone files of the system (RFC 9636): past changes of the clock, and the rule for the years after the last of them.

/// One zone's clock.
public struct ZoneRules: Sendable {
    public struct Period: Sendable, Equatable {
        /// Seconds east of UTC.
        public let offset: Int64
        public let isDaylightSaving: Bool
        public let abbreviation: String
    }
    /// A change of the clock at a second of Unix time, in order.
    private let changes: [(at: Int64, period: Period)]
    private let first: Period
    private let footer: ZoneFooter?

    /// From the bytes of a file; nil for what is no zone file.
    public init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let old = reader.header() else { return nil }
        // Version 2 repeats everything with times of 64 bits.
        if old.version >= 50 {
            reader.skip(old.size(timeWidth: 4))
            guard let header = reader.header(), let body = reader.body(header, timeWidth: 8) else { return nil }
            (changes, first) = body
            footer = reader.footer().flatMap { ZoneFooter($0) }
        } else {
            guard let body = reader.body(old, timeWidth: 4) else { return nil }
            (changes, first) = body
            footer = nil
        }
    }

    /// What the clock shows at a second of Unix time.
    public func period(at second: Int64) -> Period {
        guard let last = changes.last, second < last.at else {
            if let footer { return footer.period(at: second) }
            return changes.last?.period ?? first
        }
        var low = 0, high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1].period
    }

    /// The clock without daylight saving, as it is now.
    public var standardOffset: Int64 { footer?.standard.offset ?? changes.last { !$0.period.isDaylightSaving }?.period.offset ?? first.offset }
    public var standardName: String { footer?.standard.abbreviation ?? first.abbreviation }
    public var daylightName: String { footer?.daylight?.abbreviation ?? changes.last { $0.period.isDaylightSaving }?.period.abbreviation ?? standardName }
    public var hasDaylightSaving: Bool { footer?.daylight != nil || changes.contains { $0.period.isDaylightSaving } }

    private struct Header {
        let version: UInt8
        let isUtCount, isStandardCount, leapCount, timeCount, typeCount, nameCount: Int
        func size(timeWidth: Int) -> Int {
            timeCount * (timeWidth + 1) + typeCount * 6 + nameCount + leapCount * (timeWidth + 4) + isStandardCount + isUtCount
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0
        mutating func skip(_ count: Int) { place += count }

        mutating func number(_ width: Int) -> Int64? {
            guard place + width <= bytes.count else { return nil }
            defer { place += width }
            let bits = bytes[place..<place + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
        }

        mutating func header() -> Header? {
            guard place + 44 <= bytes.count, bytes[place..<place + 4].elementsEqual("TZif".utf8) else { return nil }
            let version = bytes[place + 4]
            place += 20
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = number(4), count >= 0 else { return nil }
                counts.append(Int(count))
            }
            return Header(
                version: version, isUtCount: counts[0], isStandardCount: counts[1], leapCount: counts[2], timeCount: counts[3], typeCount: counts[4],
                nameCount: counts[5])
        }

        mutating func body(_ header: Header, timeWidth: Int) -> ([(at: Int64, period: Period)], Period)? {
            guard place + header.size(timeWidth: timeWidth) <= bytes.count else { return nil }
            var times: [Int64] = []
            for _ in 0..<header.timeCount { times.append(number(timeWidth) ?? 0) }
            let kinds = bytes[place..<place + header.timeCount].map(Int.init)
            place += header.timeCount
            var raw: [(offset: Int64, isDaylightSaving: Bool, name: Int)] = []
            for _ in 0..<header.typeCount {
                let offset = number(4) ?? 0
                raw.append((offset, bytes[place] != 0, Int(bytes[place + 1])))
                place += 2
            }
            let names = Array(bytes[place..<place + header.nameCount])
            place += header.nameCount + header.leapCount * (timeWidth + 4) + header.isStandardCount + header.isUtCount
            let periods = raw.map { kind in
                Period(
                    offset: kind.offset, isDaylightSaving: kind.isDaylightSaving,
                    abbreviation: String(decoding: names.dropFirst(kind.name).prefix { $0 != 0 }, as: UTF8.self))
            }
            guard let first = periods.first(where: { !$0.isDaylightSaving }) ?? periods.first, kinds.allSatisfy({ $0 < periods.count }) else { return nil }
            return (zip(times, kinds).map { ($0, periods[$1]) }, first)
        }

        /// The text between the two line ends at the end.
        func footer() -> String? {
            guard place < bytes.count, bytes[place] == 10 else { return nil }
            return String(decoding: bytes[(place + 1)...].prefix { $0 != 10 }, as: UTF8.self)
        }
    }
}

/// A rule as POSIX writes it for `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter: Sendable {
    let standard: ZoneRules.Period
    let daylight: ZoneRules.Period?
    private let start: Day?
    private let end: Day?

    private enum Day: Sendable {
        case week(month: Int, week: Int, day: Int, time: Int64)
        /// From 1, and 29 February is never counted.
        case julian(Int, time: Int64)
        case dayOfYear(Int, time: Int64)
    }

    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard let name = ZoneFooter.name(&rest), let offset = ZoneFooter.time(&rest) else { return nil }
        standard = ZoneRules.Period(offset: -offset, isDaylightSaving: false, abbreviation: name)
        guard let summer = ZoneFooter.name(&rest) else {
            (daylight, start, end) = (nil, nil, nil)
            return
        }
        let other = rest.first == 44 ? nil : ZoneFooter.time(&rest)
        daylight = ZoneRules.Period(offset: other.map { -$0 } ?? -offset + 3600, isDaylightSaving: true, abbreviation: summer)
        guard let from = ZoneFooter.day(&rest), let until = ZoneFooter.day(&rest) else { return nil }
        (start, end) = (from, until)
    }

    private static func name(_ rest: inout ArraySlice<UInt8>) -> String? {
        if rest.first == 60 {
            let inner = rest.dropFirst().prefix { $0 != 62 }
            rest = rest.dropFirst(inner.count + 2)
            return String(decoding: inner, as: UTF8.self)
        }
        let letters = rest.prefix { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
        if letters.isEmpty { return nil }
        rest = rest.dropFirst(letters.count)
        return String(decoding: letters, as: UTF8.self)
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        let digits = rest.prefix { $0 >= 48 && $0 <= 57 }
        if digits.isEmpty { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 }
    }

    /// Hours, minutes and seconds with a sign, in seconds.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        var sign: Int64 = 1
        if rest.first == 45 || rest.first == 43 {
            sign = rest.first == 45 ? -1 : 1
            rest = rest.dropFirst()
        }
        guard var total = number(&rest).map({ $0 * 3600 }) else { return nil }
        for unit: Int64 in [60, 1] where rest.first == 58 {
            rest = rest.dropFirst()
            total += (number(&rest) ?? 0) * unit
        }
        return sign * total
    }

    private static func day(_ rest: inout ArraySlice<UInt8>) -> Day? {
        guard rest.first == 44 else { return nil }
        rest = rest.dropFirst()
        let kind = rest.first
        if kind == 77 || kind == 74 { rest = rest.dropFirst() }
        guard let first = number(&rest) else { return nil }
        var others: [Int64] = []
        while rest.first == 46 {
            rest = rest.dropFirst()
            others.append(number(&rest) ?? 0)
        }
        var time: Int64 = 7200
        if rest.first == 47 {
            rest = rest.dropFirst()
            time = self.time(&rest) ?? 7200
        }
        if kind == 77 { return others.count == 2 ? .week(month: Int(first), week: Int(others[0]), day: Int(others[1]), time: time) : nil }
        return kind == 74 ? .julian(Int(first), time: time) : .dayOfYear(Int(first), time: time)
    }

    /// Days from 1970-01-01 to the first day of a year.
    private static func days(before year: Int) -> Int64 {
        let y = Int64(year - 1)
        return y * 365 + y / 4 - y / 100 + y / 400 - 719_162
    }
    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    private static let monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
    private static func monthStart(_ month: Int, _ year: Int) -> Int { monthStarts[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) }

    /// The second of the local clock, from 1970, at which the day's change comes.
    private static func second(_ day: Day, _ year: Int) -> Int64 {
        let first = days(before: year)
        switch day {
        case .julian(let number, let time): return (first + Int64(number - 1 + (number > 59 && isLeap(year) ? 1 : 0))) * 86400 + time
        case .dayOfYear(let number, let time): return (first + Int64(number)) * 86400 + time
        case .week(let month, let week, let wanted, let time):
            let start = first + Int64(monthStart(month, year))
            let length = monthStarts[month] - monthStarts[month - 1] + (month == 2 && isLeap(year) ? 1 : 0)
            let weekday = Int(((start + 4) % 7 + 7) % 7)
            var date = (wanted - weekday + 7) % 7 + (week - 1) * 7
            while date >= length { date -= 7 }
            return (start + Int64(date)) * 86400 + time
        }
    }

    func period(at second: Int64) -> ZoneRules.Period {
        guard let daylight, let start, let end else { return standard }
        var year = 1970 + Int(floorDivide(second + standard.offset, 31_556_952))
        while ZoneFooter.days(before: year + 1) * 86400 <= second + standard.offset { year += 1 }
        while ZoneFooter.days(before: year) * 86400 > second + standard.offset { year -= 1 }
        let begins = ZoneFooter.second(start, year) - standard.offset, ends = ZoneFooter.second(end, year) - daylight.offset
        let isSummer = begins < ends ? second >= begins && second < ends : second >= begins || second < ends
        return isSummer ? daylight : standard
    }
}
