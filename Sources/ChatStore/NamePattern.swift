// Wildcard patterns over names: `*`, `?` and `[a-z]`, without regard to ASCII case; a backtick takes the next character as it is.

/// A wildcard pattern.
public struct NamePattern: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case any
        case one
        case scalar(Unicode.Scalar)
        case among([ClosedRange<UInt32>])
    }

    public let text: String
    private let parts: [Part]

    public init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": if parts.last != .any { parts.append(.any) }
            case "?": parts.append(.one)
            case "`": parts.append(.scalar(rest.popFirst() ?? "`"))
            case "[":
                if let end = rest.firstIndex(of: "]") {
                    parts.append(.among(Self.ranges(rest[..<end])))
                    rest = rest[rest.index(after: end)...]
                } else {
                    parts.append(.scalar("["))
                }
            default: parts.append(.scalar(scalar))
            }
        }
        self.parts = parts
    }

    private static func ranges(_ text: Substring.UnicodeScalarView) -> [ClosedRange<UInt32>] {
        var ranges: [ClosedRange<UInt32>] = []
        var rest = text
        while let first = rest.popFirst() {
            if rest.first == "-", let last = rest.dropFirst().first {
                rest = rest.dropFirst(2)
                ranges.append(min(first.value, last.value)...max(first.value, last.value))
            } else {
                ranges.append(first.value...first.value)
            }
        }
        return ranges
    }

    /// Whether the whole of a name fits.
    public func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        var part = 0
        var place = 0
        var retry: (part: Int, place: Int)?
        while place < name.count {
            if part < parts.count, parts[part] == .any {
                retry = (part, place)
                part += 1
            } else if part < parts.count, Self.fits(parts[part], name[place]) {
                part += 1
                place += 1
            } else if let last = retry {
                retry = (last.part, last.place + 1)
                part = last.part + 1
                place = last.place + 1
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .any }
    }

    private static func fits(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .any, .one: true
        case .scalar(let wanted): folded(wanted) == folded(scalar)
        case .among(let ranges): ranges.contains { $0.contains(scalar.value) || $0.contains(folded(scalar)) || $0.contains(raised(scalar)) }
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt32 { (65...90).contains(scalar.value) ? scalar.value + 32 : scalar.value }
    private static func raised(_ scalar: Unicode.Scalar) -> UInt32 { (97...122).contains(scalar.value) ? scalar.value - 32 : scalar.value }

    /// An SQL `LIKE` pattern, with `\` as escape, that every matching name fits.
    var likePattern: String {
        var pattern = ""
        for part in parts {
            switch part {
            case .any: pattern += "%"
            case .one, .among: pattern += "_"
            case .scalar(let scalar):
                if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
                pattern.unicodeScalars.append(scalar)
            }
        }
        return pattern
    }

    /// Whether `LIKE` with `likePattern` decides by itself.
    var likeIsExact: Bool { parts.allSatisfy { if case .among = $0 { false } else { true } } }
}
