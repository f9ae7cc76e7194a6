// Spans as text and from text: c, g, G, custom formats; Parse as the invariant culture reads.

extension TimeSpan: CustomStringConvertible {
    /// The constant form: "[-][d.]hh:mm:ss[.fffffff]".
    public var description: String {
        var output: [UInt8] = []
        if ticks < 0 { output.append(45) }
        let total = ticks.magnitude
        let days = total / 864_000_000_000
        if days > 0 {
            output.append(contentsOf: String(days).utf8)
            output.append(46)
        }
        appendTwo(&output, total / 36_000_000_000 % 24)
        output.append(58)
        appendTwo(&output, total / 600_000_000 % 60)
        output.append(58)
        appendTwo(&output, total / 10_000_000 % 60)
        let fraction = total % 10_000_000
        if fraction != 0 {
            output.append(46)
            appendFraction(&output, fraction, 7)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Formats c t T, g, G and custom ones. Throws `badFormat`.
    public func formatted(_ format: String, culture: NumberCulture = .invariant) throws(ScalarError) -> String {
        switch format {
        case "", "c", "t", "T": return description
        case "g", "G":
            let total = ticks.magnitude
            var output: [UInt8] = ticks < 0 ? [45] : []
            let days = total / 864_000_000_000
            if days > 0 || format == "G" {
                output.append(contentsOf: String(days).utf8)
                output.append(58)
            }
            let hours = total / 36_000_000_000 % 24
            if format == "G" { appendTwo(&output, hours) } else { output.append(contentsOf: String(hours).utf8) }
            output.append(58)
            appendTwo(&output, total / 600_000_000 % 60)
            output.append(58)
            appendTwo(&output, total / 10_000_000 % 60)
            var fraction = total % 10_000_000
            if format == "G" || fraction != 0 {
                output.append(contentsOf: culture.numberDecimalSeparator.utf8)
                var digits = 7
                while format == "g" && fraction % 10 == 0 {
                    fraction /= 10
                    digits -= 1
                }
                appendFraction(&output, fraction, digits)
            }
            return String(decoding: output, as: UTF8.self)
        default:
            if format.utf8.count == 1 { throw .badFormat }
            var output: [UInt8] = []
            try appendCustom(&output, Array(format.utf8))
            return String(decoding: output, as: UTF8.self)
        }
    }

    private func appendCustom(_ output: inout [UInt8], _ pattern: [UInt8]) throws(ScalarError) {
        let total = ticks.magnitude
        var i = 0
        while i < pattern.count {
            let byte = pattern[i]
            var length = 1
            func run(_ most: Int) throws(ScalarError) -> Int {
                var end = i + 1
                while end < pattern.count && pattern[end] == byte { end += 1 }
                if end - i > most { throw .badFormat }
                return end - i
            }
            func number(_ value: UInt64, _ least: Int) {
                let digits = String(value).utf8
                if digits.count < least { output.append(contentsOf: repeatElement(48, count: least - digits.count)) }
                output.append(contentsOf: digits)
            }
            switch byte {
            case 104:
                length = try run(2)
                number(total / 36_000_000_000 % 24, length)
            case 109:
                length = try run(2)
                number(total / 600_000_000 % 60, length)
            case 115:
                length = try run(2)
                number(total / 10_000_000 % 60, length)
            case 100:
                length = try run(8)
                number(total / 864_000_000_000, length)
            case 102, 70:
                length = try run(7)
                var fraction = total % 10_000_000
                for _ in length..<7 { fraction /= 10 }
                var digits = length
                if byte == 70 {
                    while digits > 0 && fraction % 10 == 0 {
                        fraction /= 10
                        digits -= 1
                    }
                }
                if digits > 0 { appendFraction(&output, fraction, digits) }
            case 39, 34:
                var end = i + 1
                while end < pattern.count && pattern[end] != byte {
                    if pattern[end] == 92 { end += 1 }
                    if end < pattern.count { output.append(pattern[end]) }
                    end += 1
                }
                if end >= pattern.count { throw .badFormat }
                length = end + 1 - i
            case 37:
                guard i + 1 < pattern.count, pattern[i + 1] != 37 else { throw .badFormat }
                try appendCustom(&output, [pattern[i + 1]])
                length = 2
            case 92:
                guard i + 1 < pattern.count else { throw .badFormat }
                output.append(pattern[i + 1])
                length = 2
            default: throw .badFormat
            }
            i += length
        }
    }

    /// `TimeSpan.Parse`: "d", "h:m", "h:m:s[.f]", "d.h:m[:s[.f]]", "d:h:m:s[.f]", with a sign. Throws `badInput` or `overflow`.
    public static func parse(_ text: String) throws(ScalarError) -> TimeSpan {
        let bytes = Array(text.utf8)
        var begin = 0
        var end = bytes.count
        while begin < end && (bytes[begin] == 32 || (9...13).contains(bytes[begin])) { begin += 1 }
        while end > begin && (bytes[end - 1] == 32 || (9...13).contains(bytes[end - 1])) { end -= 1 }
        let isNegative = begin < end && bytes[begin] == 45
        if isNegative { begin += 1 }
        var numbers: [Int] = []
        var lengths: [Int] = []
        var zeros: [Int] = []
        var separators: [UInt8] = []
        var i = begin
        while true {
            var value = 0
            let start = i
            var leading = 0
            while i < end, bytes[i] >= 48, bytes[i] <= 57 {
                if value == 0 && bytes[i] == 48 { leading += 1 }
                value = value * 10 + Int(bytes[i]) - 48
                i += 1
                if value > 100_000_000 { throw .overflow("TimeSpan") }
            }
            if i == start { throw .badInput(text) }
            numbers.append(value)
            lengths.append(i - start)
            zeros.append(leading)
            if i == end { break }
            guard bytes[i] == 46 || bytes[i] == 58, numbers.count < 5 else { throw .badInput(text) }
            separators.append(bytes[i])
            i += 1
        }
        var days = 0
        var fraction: Int? = nil
        var clock: [Int] = []
        switch String(decoding: separators, as: UTF8.self) {
        case "": days = numbers[0]
        case ":": clock = [numbers[0], numbers[1], 0]
        case "::":
            // Hours too large for a clock make it days, hours and minutes.
            clock = numbers
            if numbers[0] > 23 && numbers[1] <= 23 && numbers[2] <= 59 { (days, clock) = (numbers[0], [numbers[1], numbers[2], 0]) }
        case "::.":
            clock = Array(numbers[0...2])
            fraction = 3
        case ":.":
            // Reads as h:m:s needs a second colon: .NET takes "m:s.f" for nothing.
            throw .badInput(text)
        case ".:": (days, clock) = (numbers[0], [numbers[1], numbers[2], 0])
        case ".::": (days, clock) = (numbers[0], Array(numbers[1...3]))
        case ":::": (days, clock) = (numbers[0], Array(numbers[1...3]))
        case ".::.", ":::.":
            (days, clock) = (numbers[0], Array(numbers[1...3]))
            fraction = 4
        default: throw .badInput(text)
        }
        if clock.isEmpty { clock = [0, 0, 0] }
        guard days <= 10_675_199, clock[0] <= 23, clock[1] <= 59, clock[2] <= 59 else { throw .overflow("TimeSpan") }
        var ticks = Int128(days) * 864_000_000_000 + Int128(clock[0] * 3600 + clock[1] * 60 + clock[2]) * 10_000_000
        if let fraction {
            guard lengths[fraction] <= 7 || (lengths[fraction] == 8 && zeros[fraction] >= 1) else { throw .overflow("TimeSpan") }
            var value = numbers[fraction]
            for _ in lengths[fraction]..<max(7, lengths[fraction]) { value *= 10 }
            if lengths[fraction] == 8 { value = (value + 5) / 10 }
            ticks += Int128(value)
        }
        guard let result = Int64(exactly: isNegative ? -ticks : ticks) else { throw .overflow("TimeSpan") }
        return TimeSpan(ticks: result)
    }
}

private func appendTwo(_ output: inout [UInt8], _ value: UInt64) {
    output.append(UInt8(48 + value / 10))
    output.append(UInt8(48 + value % 10))
}

private func appendFraction(_ output: inout [UInt8], _ value: UInt64, _ digits: Int) {
    let text = String(value).utf8
    if text.count < digits { output.append(contentsOf: repeatElement(48, count: digits - text.count)) }
    output.append(contentsOf: text)
}
