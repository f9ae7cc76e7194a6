// Reads the pieces of a date from free text: numbers, names, times and zones in whatever order the culture allows.

struct DateTextReader {
    private let bytes: [UInt8]
    private let culture: DateCulture
    private var position = 0
    private var result = ParsedDate()
    /// Numbers of the date: value and how many digits.
    private var numbers: [(value: Int, digits: Int)] = []
    /// How many numbers stood before the name of the month.
    private var numbersBeforeMonth = 0
    private var hasDesignator = false
    /// Where a word begins that means nothing in a date, in UTF-16 units.
    private(set) var unknownWord: Int?

    init(_ text: String, _ culture: DateCulture) {
        bytes = Array(text.utf8)
        self.culture = culture
    }

    private func peek(_ offset: Int = 0) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }
    private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    private mutating func skipSpaces() {
        while position < bytes.count {
            if bytes[position] == 32 || (9...13).contains(bytes[position]) {
                position += 1
            } else if bytes[position] == 0xC2 && peek(1) == 0xA0 {
                position += 2
            } else if bytes[position] == 0xE2 && peek(1) == 0x80 && peek(2) == 0xAF {
                position += 3
            } else {
                return
            }
        }
    }

    private mutating func number() -> (value: Int, digits: Int)? {
        let start = position
        var value = 0
        while isDigit(peek()) {
            value = value * 10 + Int(peek()) - 48
            position += 1
            if position - start > 8 { return nil }
        }
        return position > start ? (value, position - start) : nil
    }

    /// Everything, or nil if something is not understood.
    mutating func read() -> ParsedDate? {
        skipSpaces()
        if position == bytes.count { return nil }
        var mayFollow = false
        while true {
            skipSpaces()
            if position == bytes.count { break }
            let byte = peek()
            if isDigit(byte) {
                guard readNumber() else { return nil }
                mayFollow = true
            } else if byte == 44 {
                if !mayFollow { return nil }
                position += 1
            } else if (byte == 43 || byte == 45) && result.hasTime && result.zone == nil && (isDigit(peek(1))) {
                guard readOffset() else { return nil }
            } else if byte == 47 || byte == 45 || byte == 46 {
                if !mayFollow { return nil }
                position += 1
                mayFollow = byte == 46
                if byte != 46 {
                    skipSpaces()
                    if position == bytes.count { return nil }
                }
            } else if byte == 0 {
                // .NET lets trailing zero characters pass.
                position += 1
                if bytes[position...].contains(where: { $0 != 0 }) { return nil }
            } else {
                let start = position
                guard readWord() else {
                    // A sign is no word.
                    if byte >= 0x80 || (byte | 32) >= 97 && (byte | 32) <= 122 { unknownWord = String(decoding: bytes[..<start], as: UTF8.self).utf16.count }
                    return nil
                }
                mayFollow = true
            }
        }
        return assembled()
    }

    /// A number: the hour of a time, or a part of the date.
    private mutating func readNumber() -> Bool {
        guard let first = number() else { return false }
        if peek() == 58, !result.hasTime, first.digits <= 2 {
            return readTime(hour: first.value)
        }
        if !result.hasTime {
            let saved = position
            skipSpaces()
            if let isAfternoon = designator() {
                position = saved
                skipSpaces()
                _ = consumeDesignator()
                result.hasTime = true
                hasDesignator = true
                return setHour(first.value, isAfternoon)
            }
            position = saved
        }
        if numbers.count == 3 { return false }
        numbers.append(first)
        return true
    }

    private mutating func readTime(hour: Int) -> Bool {
        result.hasTime = true
        result.hour = hour
        position += 1
        skipSpaces()
        guard let minute = number(), minute.digits <= 2 else { return false }
        result.minute = minute.value
        if peek() == 58 {
            position += 1
            skipSpaces()
            guard let second = number(), second.digits <= 2 else { return false }
            result.second = second.value
            if (peek() == 46 || peek() == 44) && isDigit(peek(1)) {
                position += 1
                var value = 0.0
                var scale = 0.1
                while isDigit(peek()) {
                    value += Double(peek() - 48) * scale
                    scale *= 0.1
                    position += 1
                }
                result.fraction = Int((value * 10_000_000).rounded())
                if result.fraction == 10_000_000 { result.fraction = 9_999_999 }
            }
        }
        let saved = position
        skipSpaces()
        if let isAfternoon = designator() {
            _ = consumeDesignator()
            hasDesignator = true
            return setHour(result.hour, isAfternoon)
        }
        position = saved
        return true
    }

    private mutating func setHour(_ hour: Int, _ isAfternoon: Bool) -> Bool {
        if hour > 12 {
            result.hour = hour
            return isAfternoon && hour < 24
        }
        result.hour = isAfternoon ? (hour == 12 ? 12 : hour + 12) : (hour == 12 ? 0 : hour)
        return true
    }

    /// Whether AM (false) or PM (true) stands here.
    private func designator() -> Bool? {
        for (name, isAfternoon) in [(culture.amDesignator, false), (culture.pmDesignator, true), ("AM", false), ("PM", true)] {
            if matchLength(name) != nil { return isAfternoon }
        }
        return nil
    }

    private mutating func consumeDesignator() -> Bool {
        for name in [culture.amDesignator, culture.pmDesignator, "AM", "PM"] {
            if let length = matchLength(name) {
                position += length
                return true
            }
        }
        return false
    }

    /// How many bytes a name takes here, without case, if no letter follows it.
    private func matchLength(_ name: String) -> Int? {
        if name.isEmpty { return nil }
        return bytes.withUnsafeBufferPointer { text in
            withUtf8(name) { wanted in
                guard let length = TextSearch.prefixLengthIgnoringCase(of: wanted, in: text, at: position) else { return nil }
                let next = position + length < text.count ? text[position + length] : 0
                if (next | 0x20 >= 97 && next | 0x20 <= 122) || next >= 0xC3 && next < 0xE2 { return nil }
                return length
            }
        }
    }

    /// The longest name of a list that stands here: its index and length.
    private func longest(_ lists: [[String]]) -> (index: Int, length: Int)? {
        var best: (index: Int, length: Int)? = nil
        for list in lists {
            for (index, name) in list.enumerated() {
                if let length = matchLength(name), length > (best?.length ?? 0) { best = (index, length) }
            }
        }
        return best
    }

    private mutating func readWord() -> Bool {
        let months = longest([
            culture.monthGenitiveNames, culture.monthNames, culture.abbreviatedMonthGenitiveNames, culture.abbreviatedMonthNames,
        ])
        if let months {
            if result.month != nil { return false }
            result.month = months.index + 1
            numbersBeforeMonth = numbers.count
            position += months.length
            return true
        }
        if let days = longest([culture.dayNames, culture.abbreviatedDayNames]) {
            if result.dayOfWeek != nil { return false }
            result.dayOfWeek = days.index
            position += days.length
            return true
        }
        for (word, isZone) in [("GMT", true), ("UTC", true), ("Z", true), ("T", false), ("A.D.", false), ("AD", false)] {
            guard let length = word == "T" ? (peek() | 0x20 == 116 ? 1 : nil) : matchLength(word) else { continue }
            if isZone {
                if result.zone != nil { return false }
                result.zone = 0
                result.isUtc = true
            }
            if word == "T" {
                // Only between a date and a time.
                if numbers.isEmpty || result.hasTime || !isDigit(peek(1)) { return false }
                position += 1
                guard let hour = number(), hour.digits <= 2, peek() == 58 else { return false }
                return readTime(hour: hour.value)
            }
            position += length
            return true
        }
        if result.hasTime, !hasDesignator, let isAfternoon = designator() {
            _ = consumeDesignator()
            hasDesignator = true
            return setHour(result.hour, isAfternoon)
        }
        for word in dateWords() {
            if let length = matchLength(word) {
                position += length
                return true
            }
        }
        return false
    }

    /// Words the long date pattern quotes, such as "de".
    private func dateWords() -> [String] {
        let pieces = culture.longDatePattern.split(separator: "'", omittingEmptySubsequences: false)
        return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
    }

    /// +hh, +hhmm, +hh:mm.
    private mutating func readOffset() -> Bool {
        let isNegative = peek() == 45
        position += 1
        guard let first = number(), first.digits <= 4 else { return false }
        var hours = first.value
        var minutes = 0
        if first.digits > 2 {
            minutes = hours % 100
            hours /= 100
        } else if peek() == 58 {
            position += 1
            guard let rest = number(), rest.digits <= 2 else { return false }
            minutes = rest.value
        }
        guard hours <= 14, minutes <= 59 else { return false }
        result.zone = (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
        return true
    }

    /// Two digits mean 1950 to 2049.
    private func fullYear(_ number: (value: Int, digits: Int)) -> Int {
        number.digits <= 2 ? (number.value < 50 ? 2000 : 1900) + number.value : number.value
    }

    /// Puts the numbers where the culture's order wants them.
    private mutating func assembled() -> ParsedDate? {
        let order = Array(culture.shortDatePattern.utf8.filter { $0 == 100 || $0 == 77 || $0 == 121 })
        let dayFirst = order.first == 100
        let yearFirst = order.first == 121
        func isYear(_ number: (value: Int, digits: Int)) -> Bool { number.digits > 2 }
        if result.month != nil {
            switch numbers.count {
            case 0: return nil
            case 1:
                if isYear(numbers[0]) || numbers[0].value > 31 {
                    result.year = fullYear(numbers[0])
                    result.day = 1
                } else {
                    result.day = numbers[0].value
                }
            case 2:
                let firstIsYear = isYear(numbers[0]) || (yearFirst && !isYear(numbers[1]) && numbersBeforeMonth == 1)
                result.year = fullYear(numbers[firstIsYear ? 0 : 1])
                if isYear(numbers[firstIsYear ? 1 : 0]) { return nil }
                result.day = numbers[firstIsYear ? 1 : 0].value
            default: return nil
            }
            return result
        }
        switch numbers.count {
        case 0: return result.hasTime ? result : nil
        case 1: return nil
        case 2:
            if isYear(numbers[0]) {
                (result.year, result.month, result.day) = (numbers[0].value, numbers[1].value, 1)
            } else if isYear(numbers[1]) {
                (result.year, result.month, result.day) = (numbers[1].value, numbers[0].value, 1)
            } else {
                let monthFirst = culture.monthDayPattern.utf8.first { $0 == 100 || $0 == 77 } == 77
                (result.month, result.day) = monthFirst ? (numbers[0].value, numbers[1].value) : (numbers[1].value, numbers[0].value)
            }
        default:
            if isYear(numbers[0]) || yearFirst {
                (result.year, result.month, result.day) = (fullYear(numbers[0]), numbers[1].value, numbers[2].value)
            } else if isYear(numbers[1]) {
                return nil
            } else {
                result.year = fullYear(numbers[2])
                (result.month, result.day) = dayFirst ? (numbers[1].value, numbers[0].value) : (numbers[0].value, numbers[1].value)
            }
        }
        return result
    }
}
