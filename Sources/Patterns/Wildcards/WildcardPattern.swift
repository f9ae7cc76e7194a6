// PowerShell's wildcard patterns: * ? [a-z] and backtick escapes, compiled once and matched against whole texts.

/// What is wrong with a wildcard pattern; the pattern itself.
public struct WildcardError: Error, Equatable, Sendable {
    public let pattern: String
    public var message: String { "The specified wildcard character pattern is not valid: \(pattern)" }
}

/// A compiled wildcard pattern.
public struct WildcardPattern: Sendable {
    /// One step of a pattern that has no shorter form. Units are UTF-16, folded if case does not count.
    enum Element: Sendable {
        case literal(UInt16)
        case anyUnit
        case anyRun
        case set([ClosedRange<UInt16>])
    }

    /// How texts are compared.
    enum Form: Sendable {
        case everything
        case exactly([UInt8])
        case prefix([UInt8])
        case suffix([UInt8])
        case middle([UInt8])
        case elements([Element])
    }

    public let pattern: String
    public let ignoreCase: Bool
    let form: Form

    /// Throws for an unclosed or empty bracket expression and for a range the wrong way round.
    public init(_ pattern: String, ignoreCase: Bool = true) throws(WildcardError) {
        self.pattern = pattern
        self.ignoreCase = ignoreCase
        form = try WildcardPattern.compile(pattern, ignoreCase)
    }

    /// Whether the whole text fits.
    public func matches(_ text: String) -> Bool { withUtf8Bytes(text) { matches($0) } }

    /// Whether the whole text fits.
    public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch form {
        case .everything: return true
        case .exactly(let literal): return literal.withUnsafeBufferPointer { equalPieces(text, $0, ignoreCase) }
        case .prefix(let literal): return literal.withUnsafeBufferPointer { prefixLength(text, $0, 0, ignoreCase) != nil }
        case .suffix(let literal): return literal.withUnsafeBufferPointer { hasSuffixPiece(text, $0, ignoreCase) }
        case .middle(let literal): return literal.withUnsafeBufferPointer { containsPiece(text, $0, ignoreCase) }
        case .elements(let elements):
            return elements.withUnsafeBufferPointer { list in
                if allAscii(text) { return matchUnits(list, count: text.count) { UInt16(ignoreCase ? foldedByte(text[$0]) : text[$0]) } }
                let units = utf16Units(text, folded: ignoreCase)
                return units.withUnsafeBufferPointer { buffer in matchUnits(list, count: buffer.count) { buffer[$0] } }
            }
        }
    }

    /// The text with every wildcard character made literal.
    public static func escape(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            if byte == 42 || byte == 63 || byte == 91 || byte == 93 { output.append(96) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text without the backticks that make the next wildcard character literal.
    public static func unescape(_ text: String) -> String {
        var output: [UInt8] = []
        var escaped = false
        for byte in text.utf8 {
            if byte == 96 && !escaped {
                escaped = true
                continue
            }
            if escaped && byte != 42 && byte != 63 && byte != 91 && byte != 93 { output.append(96) }
            output.append(byte)
            escaped = false
        }
        if escaped { output.append(96) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a wildcard character stands in the text that no backtick makes literal.
    public static func containsWildcards(_ text: String) -> Bool {
        var skip = false
        for byte in text.utf8 {
            if skip {
                skip = false
            } else if byte == 42 || byte == 63 || byte == 91 || byte == 93 {
                return true
            } else if byte == 96 {
                skip = true
            }
        }
        return false
    }
}

/// Matches with one point to return to: the last run of anything.
@inline(__always)
private func matchUnits(_ elements: UnsafeBufferPointer<WildcardPattern.Element>, count: Int, _ unit: (Int) -> UInt16) -> Bool {
    var e = 0
    var t = 0
    var runElement = -1
    var runText = 0
    while true {
        if e < elements.count {
            switch elements[e] {
            case .anyRun:
                runElement = e
                runText = t
                e += 1
                if e == elements.count { return true }
                continue
            case .literal(let wanted):
                if t < count && unit(t) == wanted {
                    e += 1
                    t += 1
                    continue
                }
            case .anyUnit:
                if t < count {
                    e += 1
                    t += 1
                    continue
                }
            case .set(let ranges):
                if t < count {
                    let value = unit(t)
                    var found = false
                    for range in ranges where range.contains(value) {
                        found = true
                        break
                    }
                    if found {
                        e += 1
                        t += 1
                        continue
                    }
                }
            }
        } else if t == count {
            return true
        }
        if runElement < 0 || runText >= count { return false }
        runText += 1
        t = runText
        e = runElement + 1
    }
}
