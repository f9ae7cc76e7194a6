// Character classes: read as .NET reads them, written as PCRE2 wants them.

/// What stands in a class, before it is written.
struct CharacterSet {
    enum Item {
        case range(UInt32, UInt32)
        /// A shorthand or property already in PCRE2's words, for use inside brackets.
        case shorthand(Shorthand)
    }

    var items: [Item] = []
    var isNegated = false
    /// The class taken away, a boxed set of at most one.
    var subtraction: [CharacterSet] = []
}

/// The shorthands whose meaning differs between ASCII and Unicode texts, and properties.
enum Shorthand {
    case digit(negated: Bool)
    case space(negated: Bool)
    case word(negated: Bool)
    /// A general category in PCRE2's spelling.
    case category(String, negated: Bool)
    /// ASCII characters in PCRE2's words, whatever the text.
    case ascii(String, negated: Bool)
    /// A block: code points from, to.
    case block(UInt32, UInt32, negated: Bool)

    /// Inside brackets.
    func text(unicode: Bool) -> String {
        switch self {
        case .digit(let negated): return unicode ? (negated ? "\\P{Nd}" : "\\p{Nd}") : (negated ? "\\D" : "\\d")
        case .space(let negated):
            if !unicode { return negated ? "\\S" : "\\s" }
            return negated ? "\\S" : "\\x09-\\x0d\\x20\\x85\\p{Z}"
        case .word(let negated):
            if !unicode { return negated ? "\\W" : "\\w" }
            return negated ? Shorthand.notWord : "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}"
        case .ascii(let list, let negated):
            if !negated { return list }
            let last = unicode ? "\\x{10ffff}" : "\\xff"
            switch list {
            case "0-9": return "\\x00-\\x2f\\x3a-\(last)"
            case "a-zA-Z0-9_": return "\\x00-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\(last)"
            default: return "\\x00-\\x08\\x0e-\\x1f\\x21-\(last)"
            }
        case .category(let name, let negated): return "\\\(negated ? "P" : "p"){\(name)}"
        case .block(let from, let to, let negated):
            let last: UInt32 = unicode ? 0x10FFFF : 0xFF
            if !negated { return from > last ? "" : "\\x{\(hex(from))}-\\x{\(hex(min(to, last)))}" }
            if from > last { return "\\x{0}-\\x{\(hex(last))}" }
            return (from > 0 ? "\\x{0}-\\x{\(hex(from - 1))}" : "") + (to < last ? "\\x{\(hex(to + 1))}-\\x{\(hex(last))}" : "")
        }
    }

    /// All categories but those of words.
    private static let notWord = "\\p{Mc}\\p{Me}\\p{Nl}\\p{No}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\p{S}\\p{Z}\\p{C}"

    /// Outside brackets.
    func standalone(unicode: Bool) -> String {
        switch self {
        case .space(negated: true) where unicode: return "[^\\x09-\\x0d\\x20\\x85\\p{Z}]"
        case .word(negated: true) where unicode: return "[^\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]"
        case .digit, .category: return text(unicode: unicode)
        case .space where !unicode, .word where !unicode: return text(unicode: unicode)
        default:
            let inside = text(unicode: unicode)
            return inside.isEmpty ? "(?!)" : "[\(inside)]"
        }
    }
}

func hex(_ value: UInt32) -> String { String(value, radix: 16) }

/// A character as PCRE2 reads it anywhere: letters, digits and '_' plain, control and other characters by number.
func pcreLiteral(_ value: UInt32) -> String {
    switch value {
    case 48...57, 65...90, 97...122, 95, 32: return String(UnicodeScalar(UInt8(value)))
    case 33...126: return "\\" + String(UnicodeScalar(UInt8(value)))
    default: return "\\x{\(hex(value))}"
    }
}

extension CharacterSet {
    /// The PCRE2 text; one unit that a quantifier may follow.
    func text(unicode: Bool) -> String {
        if let minus = subtraction.first {
            var base = self
            base.subtraction = []
            return "(?:(?!\(minus.text(unicode: unicode)))\(base.text(unicode: unicode)))"
        }
        var inside = ""
        for item in items {
            switch item {
            case .range(let from, let to): inside += rangeText(from, to, unicode)
            case .shorthand(let shorthand): inside += shorthand.text(unicode: unicode)
            }
        }
        if inside.isEmpty { return isNegated ? (unicode ? "[\\x{0}-\\x{10ffff}]" : "[\\x00-\\xff]") : "(?!)" }
        return "[\(isNegated ? "^" : "")\(inside)]"
    }

    /// A range; halves of surrogate pairs stand for the characters beyond U+FFFF.
    private func rangeText(_ from: UInt32, _ to: UInt32, _ unicode: Bool) -> String {
        func plain(_ from: UInt32, _ to: UInt32) -> String {
            from == to ? pcreLiteral(from) : "\(pcreLiteral(from))-\(pcreLiteral(to))"
        }
        if !unicode {
            if from > 0xFF { return "" }
            return plain(from, min(to, 0xFF))
        }
        if to < 0xD800 || from > 0xDFFF { return plain(from, to) }
        var result = ""
        if from < 0xD800 { result += plain(from, 0xD7FF) }
        if to > 0xDFFF { result += plain(0xE000, to) }
        if from <= 0xD800 && to >= 0xDBFF { result += "\\x{10000}-\\x{10ffff}" }
        return result
    }
}

extension CharacterSet {
    /// Two halves of a surrogate pair written one after the other are one character.
    mutating func joinSurrogates() {
        var joined: [Item] = []
        for item in items {
            if case .range(let low, let sameLow) = item, low == sameLow, (0xDC00...0xDFFF).contains(low),
                case .range(let high, let sameHigh)? = joined.last, high == sameHigh, (0xD800...0xDBFF).contains(high)
            {
                let value = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
                joined[joined.count - 1] = .range(value, value)
            } else {
                joined.append(item)
            }
        }
        items = joined
    }

    /// Whether it names a character beyond ASCII.
    var needsUnicode: Bool {
        for case .range(let from, let to) in items where to > 0x7F && from != 0 { return true }
        return subtraction.contains(where: \.needsUnicode)
    }
}
