// Dates as text: the standard formats d D f F g G M O R s t T u U Y and every custom specifier, as .NET writes them.

/// What a date is formatted with besides its ticks.
struct DateFormatContext {
    let culture: DateCulture
    let zone: LocalZone
    /// Set for a DateTimeOffset.
    let offset: TimeSpan?
}

extension DateTime {
    /// In a standard or custom format; empty is "G". Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant, zone: LocalZone = .utc) throws(ScalarError) -> String {
        try formatDate(self, format, DateFormatContext(culture: culture.dates, zone: zone, offset: nil))
    }

    /// `ToString()` in the invariant culture: "MM/dd/yyyy HH:mm:ss".
    public var description: String {
        let parts = dateParts
        return String(unsafeUninitializedCapacity: 19) { output in
            func two(_ index: Int, _ value: Int) {
                output[index] = UInt8(48 + value / 10)
                output[index + 1] = UInt8(48 + value % 10)
            }
            two(0, parts.month)
            two(3, parts.day)
            two(6, parts.year / 100)
            two(8, parts.year % 100)
            two(11, hour)
            two(14, minute)
            two(17, second)
            for (index, byte) in [(2, UInt8(47)), (5, 47), (10, 32), (13, 58), (16, 58)] { output[index] = byte }
            return 19
        }
    }
}

extension DateTime: CustomStringConvertible {}

extension DateTimeOffset: CustomStringConvertible {
    /// In a standard or custom format; empty is "G" with the offset. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        try formatDate(dateTime, format, DateFormatContext(culture: culture.dates, zone: .utc, offset: offset))
    }

    /// `ToString()` in the invariant culture.
    public var description: String {
        let minutes = Int(offset.ticks.magnitude / 600_000_000)
        return
            "\(dateTime.description) \(offset.ticks < 0 ? "-" : "+")\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}

extension DateOnly: CustomStringConvertible {
    /// In a format that has no time in it; empty is "d". Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        if format.utf8.count == 1 {
            switch format {
            case "d", "D", "m", "M", "y", "Y": return try dateTime.formatted(format, culture: culture)
            case "o", "O": return try dateTime.formatted("yyyy'-'MM'-'dd", culture: culture)
            case "r", "R": return try dateTime.formatted("ddd, dd MMM yyyy")
            default: throw .badFormat
            }
        }
        if hasSpecifier(format, "hHmstfFzK:") { throw .badFormat }
        return try dateTime.formatted(format.isEmpty ? "d" : format, culture: culture)
    }

    public var description: String {
        let text = dateTime.description
        return String(text.utf8.prefix(10)) ?? text
    }
}

extension TimeOnly: CustomStringConvertible {
    /// In a format that has no day in it; empty is "t". Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        if format.utf8.count == 1 {
            switch format {
            case "t", "T": return try dateTime.formatted(format, culture: culture)
            case "o", "O": return try dateTime.formatted("HH':'mm':'ss'.'fffffff")
            case "r", "R": return try dateTime.formatted("HH':'mm':'ss")
            default: throw .badFormat
            }
        }
        if hasSpecifier(format, "dMygzK/") { throw .badFormat }
        return try dateTime.formatted(format.isEmpty ? "t" : format, culture: culture)
    }

    public var description: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(hour)):\(two(minute))"
    }
}

/// Whether one of the letters stands in a format outside literals.
private func hasSpecifier(_ format: String, _ letters: String) -> Bool {
    let bytes = Array(format.utf8)
    var i = 0
    while i < bytes.count {
        switch bytes[i] {
        case 92: i += 1
        case 39, 34:
            let quote = bytes[i]
            i += 1
            while i < bytes.count && bytes[i] != quote { i += 1 }
        default: if letters.utf8.contains(bytes[i]) { return true }
        }
        i += 1
    }
    return false
}

/// The pattern a standard format stands for. Throws `badFormat` for a letter that is none.
func standardDatePattern(_ letter: UInt8, _ culture: DateCulture) throws(ScalarError) -> String {
    switch letter {
    case 100: return culture.shortDatePattern
    case 68: return culture.longDatePattern
    case 102: return culture.longDatePattern + " " + culture.shortTimePattern
    case 70, 85: return culture.longDatePattern + " " + culture.longTimePattern
    case 103: return culture.shortDatePattern + " " + culture.shortTimePattern
    case 71: return culture.shortDatePattern + " " + culture.longTimePattern
    case 109, 77: return culture.monthDayPattern
    case 111, 79: return "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
    case 114, 82: return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
    case 115: return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
    case 116: return culture.shortTimePattern
    case 84: return culture.longTimePattern
    case 117: return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
    case 121, 89: return culture.yearMonthPattern
    default: throw .badFormat
    }
}

func formatDate(_ source: DateTime, _ format: String, _ context: DateFormatContext) throws(ScalarError) -> String {
    var date = source
    var culture = context.culture
    var pattern = format
    if format.isEmpty {
        pattern = culture.shortDatePattern + " " + culture.longTimePattern + (context.offset == nil ? "" : " zzz")
    } else if format.utf8.count == 1, let letter = format.utf8.first {
        pattern = try standardDatePattern(letter, culture)
        switch letter {
        case 114, 82, 117:
            if let offset = context.offset { date = DateTime(ticks: date.ticks - offset.ticks) }
            culture = .invariant
        case 111, 79, 115: culture = .invariant
        case 85:
            if context.offset != nil { throw .badFormat }
            date = date.toUniversalTime(context.zone)
        default: break
        }
    }
    var output: [UInt8] = []
    try appendDate(&output, date, pattern, culture, context)
    return String(decoding: output, as: UTF8.self)
}

private func appendDigits(_ output: inout [UInt8], _ value: Int, _ least: Int) {
    let digits = String(value).utf8
    if digits.count < least { output.append(contentsOf: repeatElement(48, count: least - digits.count)) }
    output.append(contentsOf: digits)
}

/// Writes a date by a custom pattern.
private func appendDate(
    _ output: inout [UInt8], _ date: DateTime, _ text: String, _ culture: DateCulture, _ context: DateFormatContext
) throws(ScalarError) {
    let pattern = Array(text.utf8)
    let parts = date.dateParts
    let isGenitive = usesGenitive(pattern)
    var i = 0
    while i < pattern.count {
        let byte = pattern[i]
        var length = 1
        func run() -> Int {
            var end = i + 1
            while end < pattern.count && pattern[end] == byte { end += 1 }
            return end - i
        }
        switch byte {
        case 103:
            length = run()
            output.append(contentsOf: culture.eraName.utf8)
        case 104:
            length = run()
            let hour = date.hour % 12
            appendDigits(&output, hour == 0 ? 12 : hour, min(length, 2))
        case 72:
            length = run()
            appendDigits(&output, date.hour, min(length, 2))
        case 109:
            length = run()
            appendDigits(&output, date.minute, min(length, 2))
        case 115:
            length = run()
            appendDigits(&output, date.second, min(length, 2))
        case 102, 70:
            length = run()
            if length > 7 { throw .badFormat }
            var fraction = Int(date.ticks % 10_000_000)
            for _ in length..<7 { fraction /= 10 }
            if byte == 102 {
                appendDigits(&output, fraction, length)
            } else {
                var digits = length
                while digits > 0 && fraction % 10 == 0 {
                    fraction /= 10
                    digits -= 1
                }
                if digits > 0 {
                    appendDigits(&output, fraction, digits)
                } else if output.last == 46 {
                    output.removeLast()
                }
            }
        case 116:
            length = run()
            let designator = date.hour < 12 ? culture.amDesignator : culture.pmDesignator
            if length == 1 {
                output.append(contentsOf: String(designator.unicodeScalars.prefix(1)).utf8)
            } else {
                output.append(contentsOf: designator.utf8)
            }
        case 100:
            length = run()
            if length <= 2 {
                appendDigits(&output, parts.day, length)
            } else {
                output.append(contentsOf: (length == 3 ? culture.abbreviatedDayNames : culture.dayNames)[date.dayOfWeek].utf8)
            }
        case 77:
            length = run()
            if length <= 2 {
                appendDigits(&output, parts.month, length)
            } else {
                let names =
                    length == 3
                    ? (isGenitive ? culture.abbreviatedMonthGenitiveNames : culture.abbreviatedMonthNames)
                    : (isGenitive ? culture.monthGenitiveNames : culture.monthNames)
                output.append(contentsOf: names[parts.month - 1].utf8)
            }
        case 121:
            length = run()
            if length <= 2 { appendDigits(&output, parts.year % 100, length) } else { appendDigits(&output, parts.year, length) }
        case 122:
            length = run()
            appendOffset(&output, context.offset.map { $0.ticks / 10_000_000 } ?? zoneOffset(date, context), length)
        case 75:
            if let offset = context.offset {
                appendOffset(&output, offset.ticks / 10_000_000, 3)
            } else if date.kind == .utc {
                output.append(90)
            } else if date.kind == .local {
                appendOffset(&output, zoneOffset(date, context), 3)
            }
        case 58: output.append(contentsOf: culture.timeSeparator.utf8)
        case 47: output.append(contentsOf: culture.dateSeparator.utf8)
        case 39, 34:
            var end = i + 1
            while end < pattern.count && pattern[end] != byte {
                if pattern[end] == 92 {
                    end += 1
                    if end == pattern.count { throw .badFormat }
                }
                output.append(pattern[end])
                end += 1
            }
            if end == pattern.count { throw .badFormat }
            length = end + 1 - i
        case 37:
            guard i + 1 < pattern.count, pattern[i + 1] != 37 else { throw .badFormat }
            try appendDate(&output, date, String(decoding: [pattern[i + 1]], as: UTF8.self), culture, context)
            length = 2
        case 92:
            guard i + 1 < pattern.count else { throw .badFormat }
            output.append(pattern[i + 1])
            length = 2
        default: output.append(byte)
        }
        i += length
    }
}

private func zoneOffset(_ date: DateTime, _ context: DateFormatContext) -> Int64 { date.offsetSeconds(context.zone) }

/// z, zz or zzz.
private func appendOffset(_ output: inout [UInt8], _ seconds: Int64, _ length: Int) {
    output.append(seconds < 0 ? 45 : 43)
    let minutes = Int(seconds.magnitude / 60)
    appendDigits(&output, minutes / 60, min(length, 2))
    if length > 2 {
        output.append(58)
        appendDigits(&output, minutes % 60, 2)
    }
}

/// Whether a day of the month stands in the pattern, so that month names take their genitive.
private func usesGenitive(_ pattern: [UInt8]) -> Bool {
    var i = 0
    while i < pattern.count {
        switch pattern[i] {
        case 92: i += 1
        case 39, 34:
            let quote = pattern[i]
            i += 1
            while i < pattern.count && pattern[i] != quote { i += 1 }
        case 100:
            var end = i
            while end < pattern.count && pattern[end] == 100 { end += 1 }
            if end - i <= 2 { return true }
            i = end - 1
        default: break
        }
        i += 1
    }
    return false
}
