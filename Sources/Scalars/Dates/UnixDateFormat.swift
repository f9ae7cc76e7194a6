// Dates by Unix specifiers, as `Get-Date -UFormat` writes them: %Y-%m-%d and the rest.

extension DateTime {
    /// Each % with its letter replaced; a letter that is none stays without its %.
    public func unixFormatted(_ format: String, zone: LocalZone = .utc, culture: NumberCulture = .invariant) -> String {
        var output = ""
        var isSpecifier = false
        for scalar in format.unicodeScalars {
            if !isSpecifier {
                if scalar == "%" { isSpecifier = true } else { output.unicodeScalars.append(scalar) }
                continue
            }
            isSpecifier = false
            output += unixPart(scalar, zone, culture)
        }
        if isSpecifier { output += "%" }
        // The shell makes a composite format of it, so that a literal {0} is the date.
        return TextSearch.replace(output, "{0}", with: description)
    }

    private func unixPart(_ letter: Unicode.Scalar, _ zone: LocalZone, _ culture: NumberCulture) -> String {
        func padded(_ value: Int, _ width: Int, _ fill: Character = "0") -> String {
            let text = String(value)
            return String(repeating: fill, count: max(0, width - text.utf8.count)) + text
        }
        let parts = dateParts
        let dates = culture.dates
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        switch letter {
        case "A": return dates.dayNames[dayOfWeek]
        case "a": return dates.abbreviatedDayNames[dayOfWeek]
        case "B": return dates.monthNames[parts.month - 1]
        case "b", "h": return dates.abbreviatedMonthNames[parts.month - 1]
        case "C": return padded(parts.year / 100, 2)
        case "c": return unixFormatted("%a %d %b %Y %H:%M:%S", zone: zone, culture: culture)
        case "D", "x": return unixFormatted("%m/%d/%y", zone: zone, culture: culture)
        case "d": return padded(parts.day, 2)
        case "e": return padded(parts.day, 2, " ")
        case "F": return unixFormatted("%Y-%m-%d", zone: zone, culture: culture)
        case "G": return String(isoWeek.year)
        case "g": return padded(isoWeek.year % 100, 2)
        case "H": return padded(hour, 2)
        case "I": return padded(twelve, 2)
        case "j": return padded(dayOfYear, 3)
        case "k": return padded(hour, 2, " ")
        case "l": return padded(twelve, 2, " ")
        case "M": return padded(minute, 2)
        case "m": return padded(parts.month, 2)
        case "n": return "\n"
        case "p": return hour < 12 ? dates.amDesignator : dates.pmDesignator
        case "R": return unixFormatted("%H:%M", zone: zone, culture: culture)
        case "r": return unixFormatted("%I:%M:%S %p", zone: zone, culture: culture)
        case "S": return padded(second, 2)
        case "s": return String(toUniversalTime(zone).unixSeconds)
        case "T", "X": return unixFormatted("%H:%M:%S", zone: zone, culture: culture)
        case "t": return "\t"
        case "U", "W": return padded(dayOfYear / 7, 1)
        case "u": return String(dayOfWeek == 0 ? 7 : dayOfWeek)
        case "V": return padded(isoWeek.week, 2)
        case "w": return String(dayOfWeek)
        case "Y": return padded(parts.year, 4)
        case "y": return padded(parts.year % 100, 2)
        case "Z":
            let seconds = offsetSeconds(zone)
            return (seconds < 0 ? "-" : "+") + padded(Int(seconds.magnitude / 3600), 2)
        default: return String(Character(letter))
        }
    }
}
