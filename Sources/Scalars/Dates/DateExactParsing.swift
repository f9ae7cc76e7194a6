// Dates from text in a given format, as `DateTime.ParseExact` reads it.

extension DateTime {
    /// Throws `badInput` for text that does not fit, `badFormat` for a format that cannot be read.
    public static func parseExact(
        _ text: String, _ format: String, culture: NumberCulture = .invariant, styles: DateTimeStyles = [], today: DateTime, zone: LocalZone
    ) throws(ScalarError) -> DateTime {
        var dates = culture.dates
        var pattern = format
        var styles = styles
        if format.utf8.count == 1, let letter = format.utf8.first {
            pattern = try standardDatePattern(letter, dates)
            switch letter {
            case 111, 79:
                styles.insert(.roundtripKind)
                dates = .invariant
            case 114, 82, 115, 117: dates = .invariant
            case 85: styles.formUnion([.assumeUniversal, .adjustToUniversal])
            default: break
            }
        }
        guard let parsed = try readExactly(text, pattern, dates, styles),
            let date = parsed.resolved(today: today, styles: styles, local: zone)
        else { throw .badInput(text) }
        return date
    }
}

extension DateTimeOffset {
    /// Throws as `DateTime.parseExact`.
    public static func parseExact(
        _ text: String, _ format: String, culture: NumberCulture = .invariant, styles: DateTimeStyles = [], today: DateTime, zone: LocalZone
    ) throws(ScalarError) -> DateTimeOffset {
        var pattern = format
        if format.utf8.count == 1, let letter = format.utf8.first { pattern = try standardDatePattern(letter, culture.dates) }
        guard let parsed = try readExactly(text, pattern, culture.dates, styles),
            let date = parsed.resolvedOffset(today: today, styles: styles, local: zone)
        else { throw .badInput(text) }
        return date
    }
}

/// Nil if the text does not fit the pattern.
private func readExactly(_ text: String, _ format: String, _ culture: DateCulture, _ styles: DateTimeStyles) throws(ScalarError) -> ParsedDate? {
    let bytes = Array(text.utf8)
    let pattern = Array(format.utf8)
    if pattern.isEmpty { throw .badFormat }
    var result = ParsedDate()
    var position = 0
    var isAfternoon: Bool? = nil
    var isTwelveHour = false
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
    func skipSpaces() { while position < bytes.count && isSpace(bytes[position]) { position += 1 } }
    func number(_ least: Int, _ most: Int) -> Int? {
        var value = 0
        var count = 0
        while count < most, position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 {
            value = value * 10 + Int(bytes[position]) - 48
            position += 1
            count += 1
        }
        return count >= least ? value : nil
    }
    func name(_ lists: [[String]]) -> Int? {
        var best: (index: Int, length: Int)? = nil
        for list in lists {
            for (index, entry) in list.enumerated() {
                let length = bytes.withUnsafeBufferPointer { buffer in
                    withUtf8(entry) { TextSearch.prefixLengthIgnoringCase(of: $0, in: buffer, at: position) }
                }
                if let length, length > (best?.length ?? 0) { best = (index, length) }
            }
        }
        guard let best else { return nil }
        position += best.length
        return best.index
    }
    func literal(_ wanted: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == wanted else { return false }
        position += 1
        return true
    }
    if styles.contains(.allowLeadingWhite) { skipSpaces() }
    var i = 0
    while i < pattern.count {
        let byte = pattern[i]
        var length = 1
        while i + length < pattern.count && pattern[i + length] == byte { length += 1 }
        if styles.contains(.allowInnerWhite) { skipSpaces() }
        switch byte {
        case 100:
            if length <= 2 {
                guard let value = number(length, 2) else { return nil }
                result.day = value
            } else {
                guard let value = name([length == 3 ? culture.abbreviatedDayNames : culture.dayNames]) else { return nil }
                result.dayOfWeek = value
            }
        case 77:
            if length <= 2 {
                guard let value = number(length, 2) else { return nil }
                result.month = value
            } else {
                let lists =
                    length == 3
                    ? [culture.abbreviatedMonthNames, culture.abbreviatedMonthGenitiveNames] : [culture.monthNames, culture.monthGenitiveNames]
                guard let value = name(lists) else { return nil }
                result.month = value + 1
            }
        case 121:
            guard let value = number(length, max(2, length)) else { return nil }
            result.year = length <= 2 ? (value < 50 ? 2000 : 1900) + value : value
        case 104, 72:
            guard let value = number(min(length, 2), 2) else { return nil }
            if byte == 104 {
                isTwelveHour = true
                if value > 12 { return nil }
            }
            result.hour = value
            result.hasTime = true
        case 109:
            guard let value = number(min(length, 2), 2) else { return nil }
            result.minute = value
            result.hasTime = true
        case 115:
            guard let value = number(min(length, 2), 2) else { return nil }
            result.second = value
            result.hasTime = true
        case 102, 70:
            if length > 7 { throw .badFormat }
            let start = position
            guard var value = number(byte == 102 ? length : 0, length) else { return nil }
            for _ in (position - start)..<7 { value *= 10 }
            result.fraction = value
            result.hasTime = true
        case 116:
            let (am, pm) = (culture.amDesignator, culture.pmDesignator)
            let lists = length == 1 ? [[String(am.prefix(1)), String(pm.prefix(1))]] : [[am, pm]]
            guard let value = name(lists) else { return nil }
            isAfternoon = value == 1
        case 122:
            guard let seconds = offset(length) else { return nil }
            result.zone = seconds
        case 75:
            if position < bytes.count, bytes[position] == 90 {
                position += 1
                result.zone = 0
                result.isUtc = true
            } else if position < bytes.count, bytes[position] == 43 || bytes[position] == 45 {
                guard let seconds = offset(3) else { return nil }
                result.zone = seconds
            }
            length = 1
        case 103: if name([[culture.eraName, "A.D.", "AD"]]) == nil { return nil }
        case 58:
            length = 1
            for wanted in culture.timeSeparator.utf8 { if !literal(wanted) { return nil } }
        case 47:
            length = 1
            for wanted in culture.dateSeparator.utf8 { if !literal(wanted) { return nil } }
        case 39, 34:
            var end = i + 1
            while end < pattern.count && pattern[end] != byte {
                if pattern[end] == 92 {
                    end += 1
                    if end == pattern.count { throw .badFormat }
                }
                if !literal(pattern[end]) { return nil }
                end += 1
            }
            if end == pattern.count { throw .badFormat }
            length = end + 1 - i
        case 37:
            guard i + 1 < pattern.count, pattern[i + 1] != 37 else { throw .badFormat }
            length = 1
        case 92:
            guard i + 1 < pattern.count else { throw .badFormat }
            if !literal(pattern[i + 1]) { return nil }
            length = 2
        case 46:
            length = 1
            if !literal(46) {
                // A point before optional fraction digits may be missing with them.
                guard i + 1 < pattern.count, pattern[i + 1] == 70 else { return nil }
                while i + length < pattern.count && pattern[i + length] == 70 { length += 1 }
            }
        default:
            length = 1
            if !literal(byte) { return nil }
        }
        i += length
    }
    func offset(_ length: Int) -> Int? {
        guard position < bytes.count, bytes[position] == 43 || bytes[position] == 45 else { return nil }
        let isNegative = bytes[position] == 45
        position += 1
        guard let hours = number(length == 1 ? 1 : 2, 2) else { return nil }
        var minutes = 0
        if length > 2 {
            if position < bytes.count && bytes[position] == 58 { position += 1 }
            guard let value = number(2, 2) else { return nil }
            minutes = value
        }
        guard hours <= 14, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }
    if styles.contains(.allowTrailingWhite) { skipSpaces() }
    if position != bytes.count { return nil }
    if let isAfternoon {
        if isTwelveHour {
            result.hour = isAfternoon ? (result.hour == 12 ? 12 : result.hour + 12) : (result.hour == 12 ? 0 : result.hour)
        } else if isAfternoon != (result.hour >= 12) {
            return nil
        }
    } else if isTwelveHour && result.hour == 12 {
        result.hour = 0
    }
    return result
}

extension TimeSpan {
    /// `TimeSpan.ParseExact`: c, g, G or a custom format. Throws `badInput` or `badFormat`.
    public static func parseExact(_ text: String, _ format: String) throws(ScalarError) -> TimeSpan {
        switch format {
        case "c", "t", "T", "g", "G": return try parse(text)
        default: break
        }
        let bytes = Array(text.utf8)
        let pattern = Array(format.utf8)
        if pattern.count < 2 { throw .badFormat }
        var (days, hours, minutes, seconds, fraction) = (0, 0, 0, 0, 0)
        var position = 0
        func number(_ least: Int, _ most: Int) -> Int? {
            var value = 0
            var count = 0
            while count < most, position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 {
                value = value * 10 + Int(bytes[position]) - 48
                position += 1
                count += 1
            }
            return count >= least ? value : nil
        }
        var i = 0
        while i < pattern.count {
            let byte = pattern[i]
            var length = 1
            while i + length < pattern.count && pattern[i + length] == byte { length += 1 }
            switch byte {
            case 100:
                guard length <= 8, let value = number(length, length < 2 ? 8 : length) else { throw .badInput(text) }
                days = value
            case 104, 109, 115:
                guard length <= 2 else { throw .badFormat }
                guard let value = number(length, 2), value < (byte == 104 ? 24 : 60) else { throw .badInput(text) }
                if byte == 104 { hours = value } else if byte == 109 { minutes = value } else { seconds = value }
            case 102, 70:
                guard length <= 7 else { throw .badFormat }
                let start = position
                guard var value = number(byte == 102 ? length : 0, length) else { throw .badInput(text) }
                for _ in (position - start)..<7 { value *= 10 }
                fraction = value
            case 39, 34:
                var end = i + 1
                while end < pattern.count && pattern[end] != byte {
                    guard position < bytes.count, bytes[position] == pattern[end] else { throw .badInput(text) }
                    position += 1
                    end += 1
                }
                if end == pattern.count { throw .badFormat }
                length = end + 1 - i
            case 37: length = 1
            case 92:
                guard i + 1 < pattern.count else { throw .badFormat }
                guard position < bytes.count, bytes[position] == pattern[i + 1] else { throw .badInput(text) }
                position += 1
                length = 2
            default: throw .badFormat
            }
            i += length
        }
        if position != bytes.count { throw .badInput(text) }
        guard days <= 10_675_199 else { throw .overflow("TimeSpan") }
        let ticks = Int128(days) * Int128(ticksPerDay) + Int128(hours * 3600 + minutes * 60 + seconds) * Int128(ticksPerSecond) + Int128(fraction)
        guard let ticks = Int64(exactly: ticks) else { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: ticks)
    }
}
