// The one translator: a .NET regular expression becomes a PCRE2 pattern, or is refused in .NET's words.

/// A pattern in PCRE2's dialect.
struct TranslatedPattern {
    var text: [UInt8] = []
    /// .NET's group number of each PCRE2 capture group; the first is the whole match.
    var groups: [Int] = [0]
    /// Whether the pattern names characters beyond ASCII.
    var needsUnicode = false
    /// Lookbehinds of variable length, which PCRE2 cannot express; the pattern calls out for each by its index.
    var lookbehinds: [(text: [UInt8], isNegated: Bool)] = []
}

struct PatternTranslator {
    private struct Frame {
        let options: RegexOptions
        /// Where its text begins, for a quantifier that wraps it.
        let start: Int
        let closing: String
        let isConditional: Bool
        var alternatives = 1
        /// For a lookbehind that is called out for: the text and groups around it.
        var around: (text: [UInt8], groupCount: Int, isNegated: Bool)?
    }

    private var reader: PatternReader
    private let captures: CaptureNumbering
    private let isUnicode: Bool
    /// Whether lookbehinds become callouts.
    private let callsOut: Bool
    /// Whether every capture is reported by a callout.
    private let recordsCaptures: Bool
    private let initialOptions: RegexOptions
    private var options: RegexOptions
    private var result = TranslatedPattern()
    private var stack: [Frame] = []
    private var nextAutomatic = 1
    private var isCondition = false

    init(_ pattern: PatternReader, options: RegexOptions, captures: CaptureNumbering, unicode: Bool, callsOut: Bool = false, recordsCaptures: Bool = false) {
        reader = pattern
        self.recordsCaptures = recordsCaptures
        self.callsOut = callsOut
        initialOptions = options
        self.options = options
        self.captures = captures
        isUnicode = unicode
    }

    private mutating func emit(_ text: String) { result.text.append(contentsOf: text.utf8) }

    private mutating func emitScalar(_ value: UInt32) {
        if value > 0x7F { result.needsUnicode = true }
        if !isUnicode && value > 0xFF {
            emit("(?!)")
        } else {
            emit((0xD800...0xDFFF).contains(value) ? "(?!)" : pcreLiteral(value))
        }
    }

    /// A character from the pattern's units, joined with the next if both are halves of a pair.
    private mutating func scalar(at index: inout Int, before end: Int) -> UInt32 {
        let unit = UInt32(reader.units[index])
        index += 1
        if (0xD800...0xDBFF).contains(unit), index < end, (0xDC00...0xDFFF).contains(reader.units[index]) {
            let low = UInt32(reader.units[index])
            index += 1
            return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        }
        return unit
    }

    private static func isSpecial(_ unit: UInt16) -> Bool {
        switch unit {
        case 36, 40, 41, 42, 43, 46, 63, 91, 92, 94, 123, 124: true
        default: false
        }
    }

    mutating func translate() throws(RegexError) -> TranslatedPattern {
        var hadQuantifier = false
        scanning: while true {
            let followsQuantifier = hadQuantifier
            hadQuantifier = false
            let spread = options.contains(.ignorePatternWhitespace)
            try reader.skipBlanks(spread: spread)
            var unitStart: Int? = nil
            var needsWrapping = false
            let start = reader.position
            while !reader.isAtEnd {
                let unit = reader.peek()
                if spread && reader.isSpace(unit) || (spread && unit == 35) { break }
                if PatternTranslator.isSpecial(unit) && !(unit == 123 && !reader.isQuantifier()) { break }
                reader.position += 1
            }
            var index = start
            while index < reader.position {
                unitStart = result.text.count
                let end = reader.position
                emitScalar(scalar(at: &index, before: end))
            }
            try reader.skipBlanks(spread: spread)
            if reader.isAtEnd { break }
            if unitStart == nil || !reader.isQuantifier() {
                let unit = reader.peek()
                guard PatternTranslator.isSpecial(unit), !(unit == 123 && !reader.isQuantifier()) else { continue }
                reader.position += 1
                unitStart = result.text.count
                switch unit {
                case 91:
                    let set = try readCharacterSet(&reader, options: options)
                    if set.needsUnicode { result.needsUnicode = true }
                    emit(set.text(unicode: isUnicode))
                case 40:
                    try openGroup()
                    continue
                case 124:
                    if let top = stack.indices.last { stack[top].alternatives += 1 }
                    emit("|")
                    continue
                case 41:
                    guard let frame = stack.popLast() else { throw reader.failure("Too many )'s.") }
                    if frame.isConditional && frame.alternatives > 2 { throw reader.failure("Too many | in (?()|).") }
                    emit(frame.closing)
                    if let around = frame.around {
                        try closeLookbehind(around)
                        needsWrapping = true
                    }
                    options = frame.options
                    unitStart = frame.start
                case 92:
                    if reader.isAtEnd { throw reader.failure("Illegal \\ at end of pattern.") }
                    needsWrapping = try backslash()
                case 94:
                    emit("^")
                    needsWrapping = true
                case 36:
                    emit("$")
                    needsWrapping = true
                case 46: emit(".")
                default:
                    let sign = reader.text(reader.position - 1, reader.position)
                    throw reader.failure(followsQuantifier ? "Nested quantifier '\(sign)'." : "Quantifier '\(sign)' following nothing.")
                }
                try reader.skipBlanks(spread: options.contains(.ignorePatternWhitespace))
                if !reader.isQuantifier() { continue }
            }
            if needsWrapping, let unitStart {
                result.text.insert(contentsOf: "(?:".utf8, at: unitStart)
                emit(")")
            }
            try quantifier()
            hadQuantifier = true
        }
        if !stack.isEmpty { throw reader.failure("Not enough )'s.") }
        if initialOptions.contains(.rightToLeft) {
            result.text.insert(contentsOf: "(?:".utf8, at: 0)
            emit(")(?C\(Lookbehinds.endCallout))")
        }
        return result
    }

    /// Copies a quantifier that is known to stand here.
    private mutating func quantifier() throws(RegexError) {
        let sign = reader.peek()
        reader.position += 1
        if sign == 123 {
            let least = try reader.decimal()
            var most: Int? = least
            if reader.has(",") {
                reader.position += 1
                most = reader.has("}") ? nil : try reader.decimal()
            }
            reader.position += 1
            try reader.skipBlanks(spread: options.contains(.ignorePatternWhitespace))
            let lazy = reader.has("?")
            if lazy { reader.position += 1 }
            if let most, least > most { throw reader.failure("Illegal {x,y} with x > y.") }
            if least > 65535 || (most ?? 0) > 65535 { throw reader.unsupported("a quantifier above 65535") }
            emit(most == least ? "{\(least)}" : "{\(least),\(most.map(String.init) ?? "")}")
            if lazy { emit("?") }
            return
        }
        emit(String(UnicodeScalar(UInt8(sign))))
        try reader.skipBlanks(spread: options.contains(.ignorePatternWhitespace))
        if reader.has("?") {
            reader.position += 1
            emit("?")
        }
    }

    /// What follows a backslash. Gives whether a quantifier needs it wrapped.
    private mutating func backslash() throws(RegexError) -> Bool {
        let unit = reader.peek()
        let ecma = options.contains(.ecmaScript)
        switch unit {
        case 98, 66, 65, 71, 90, 122:
            reader.position += 1
            emit("\\" + String(UnicodeScalar(UInt8(unit))))
            return true
        case 112, 80:
            reader.position += 1
            emit(try readProperty(&reader, negated: unit == 80, options).standalone(unicode: isUnicode))
            return false
        default: break
        }
        if let shorthand = ecma ? ecmaShorthand(unit) : plainShorthand(unit) {
            reader.position += 1
            emit(shorthand.standalone(unicode: isUnicode))
            return false
        }
        switch try readBackslash(&reader, options: options, captures: captures) {
        case .reference(let number):
            try emitReference(number)
            return false
        case .character(let high):
            if (0xD800...0xDBFF).contains(high), reader.has("\\"), reader.has("u", at: 1) {
                let saved = reader.position
                reader.position += 1
                let low = try reader.characterEscape(ecma: ecma)
                if (0xDC00...0xDFFF).contains(low) {
                    emitScalar(0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00))
                    return false
                }
                reader.position = saved
            }
            emitScalar(UInt32(high))
            return false
        }
    }

    /// PCRE2 groups that are one .NET group: the last that took part is meant.
    private func pcreGroups(_ number: Int) -> [Int] { result.groups.indices.dropFirst().filter { result.groups[$0] == number } }

    private mutating func emitReference(_ number: Int) throws(RegexError) {
        let groups = pcreGroups(number)
        if stack.contains(where: { $0.around != nil }) { throw reader.unsupported("a back reference in a lookbehind of variable length") }
        if groups.isEmpty {
            // Refers forward or to itself from inside: in .NET it fails until the group has matched.
            emit("(?!)")
        } else if groups.count == 1 {
            emit("(?:\\g{\(groups[0])})")
        } else {
            emit("(?:" + groups.reversed().map { "\\g{\($0)}" }.joined(separator: "|") + ")")
        }
    }

    private mutating func push(_ opening: String, closing: String = ")", isConditional: Bool = false, outer: RegexOptions) {
        var (open, close) = (opening, closing)
        if isCondition {
            isCondition = false
            let isLookaround = ["(?=", "(?!", "(?<=", "(?<!"].contains(opening)
            if !isLookaround {
                open = opening == "(?:" ? "(?=" : "(?=" + opening
                close = opening == "(?:" ? ")" : ")" + closing
            }
        }
        stack.append(Frame(options: outer, start: result.text.count, closing: close, isConditional: isConditional))
        emit(open)
    }

    /// Begins a pattern of its own, which must end where the lookbehind stands.
    private mutating func openLookbehind(_ isNegated: Bool, _ outer: RegexOptions) {
        var frame = Frame(options: outer, start: result.text.count, closing: ")\\z", isConditional: false)
        frame.around = (result.text, result.groups.count, isNegated)
        stack.append(frame)
        result.text = []
        let letters = inlineOptions(from: initialOptions, to: options)
        emit(letters.isEmpty ? "(?:" : "(?\(letters):")
    }

    private mutating func closeLookbehind(_ around: (text: [UInt8], groupCount: Int, isNegated: Bool)) throws(RegexError) {
        if result.lookbehinds.count == Lookbehinds.endCallout - 1 { throw reader.unsupported("so many lookbehinds") }
        result.lookbehinds.append((result.text, around.isNegated))
        result.text = around.text
        result.groups.removeSubrange(around.groupCount...)
        emit("(?C\(result.lookbehinds.count))")
    }

    private mutating func pushCapture(_ number: Int, outer: RegexOptions) {
        result.groups.append(number)
        let isReported = recordsCaptures && !stack.contains(where: { $0.around != nil })
        push(isReported ? "(?:(" : "(", closing: isReported ? ")(?C\(CaptureRecorder.calloutNumber)))" : ")", outer: outer)
    }

    /// What follows an opening parenthesis.
    private mutating func openGroup() throws(RegexError) {
        let outer = options
        if !reader.has("?") || reader.has(")", at: 1) {
            if options.contains(.explicitCapture) || isCondition {
                push("(?:", outer: outer)
            } else {
                let number = nextAutomatic
                nextAutomatic += 1
                pushCapture(number, outer: outer)
            }
            return
        }
        reader.position += 1
        let bad = "Unrecognized grouping construct."
        if reader.isAtEnd { throw reader.failure(bad) }
        let unit = reader.peek()
        reader.position += 1
        switch unit {
        case 58: push("(?:", outer: outer)
        case 61: push("(?=", outer: outer)
        case 33: push("(?!", outer: outer)
        case 62: push("(?>", outer: outer)
        case 60, 39:
            if reader.isAtEnd { throw reader.failure(bad) }
            if unit == 60, reader.has("=") || reader.has("!") {
                let isNegated = reader.has("!")
                reader.position += 1
                if callsOut && !isCondition {
                    openLookbehind(isNegated, outer)
                } else {
                    push(isNegated ? "(?<!" : "(?<=", outer: outer)
                }
            } else {
                if unit == 39, reader.has("=") || reader.has("!") {
                    reader.position += 1
                    throw reader.failure(bad)
                }
                pushCapture(try groupName(close: unit == 39 ? 39 : 62), outer: outer)
            }
        case 40: try conditional(outer)
        default:
            reader.position -= 1
            let before = options
            if !isCondition { readInlineOptions(&reader, &options) }
            if reader.isAtEnd { throw reader.failure(bad) }
            let next = reader.peek()
            reader.position += 1
            guard next == 41 || next == 58 else { throw reader.failure(bad) }
            let letters = inlineOptions(from: before, to: options)
            if next == 41 {
                if !letters.isEmpty { emit("(?\(letters))") }
            } else {
                push("(?\(letters):", outer: outer)
            }
        }
    }

    /// The difference of options in PCRE2's letters; those the translator handles itself are left out.
    private func inlineOptions(from old: RegexOptions, to new: RegexOptions) -> String {
        var on = ""
        var off = ""
        for (option, letter) in [(RegexOptions.ignoreCase, "i"), (.multiline, "m"), (.singleline, "s")] {
            if new.contains(option) && !old.contains(option) { on += letter }
            if old.contains(option) && !new.contains(option) { off += letter }
        }
        return off.isEmpty ? on : "\(on)-\(off)"
    }

    /// The name or number of a group, up to its closing character. Balancing groups are refused.
    private mutating func groupName(close: UInt16) throws(RegexError) -> Int {
        let invalid = "Invalid group name: Group names must begin with a word character."
        let first = reader.peek()
        var number: Int? = nil
        var proceeds = false
        func check(_ reader: PatternReader) throws(RegexError) {
            if !reader.isAtEnd && reader.peek() != close && reader.peek() != 45 { throw reader.failure(invalid) }
        }
        if PatternReader.isDigit(first) {
            let value = try reader.decimal()
            if captures.hasNumber(value) { number = value }
            try check(reader)
            if number == 0 { throw reader.failure("Capture number cannot be zero.") }
        } else if PatternReader.isWord(first) {
            number = captures.number(named: reader.name())
            try check(reader)
        } else if first == 45 {
            proceeds = true
        } else {
            throw reader.failure(invalid)
        }
        if number != nil || proceeds, reader.left > 1, reader.has("-") {
            reader.position += 1
            let unit = reader.peek()
            if PatternReader.isDigit(unit) {
                let other = try reader.decimal()
                if !captures.hasNumber(other) { throw reader.failure("Reference to undefined group number \(other).") }
            } else if PatternReader.isWord(unit) {
                let other = reader.name()
                if captures.number(named: other) == nil { throw reader.failure("Reference to undefined group name '\(other)'.") }
            } else {
                throw reader.failure(invalid)
            }
            if !reader.isAtEnd && reader.peek() != close { throw reader.failure(invalid) }
            if reader.isAtEnd { throw reader.failure("Unrecognized grouping construct.") }
            throw reader.unsupported("a balancing group")
        }
        guard let number, !reader.isAtEnd else { throw reader.failure("Unrecognized grouping construct.") }
        let last = reader.peek()
        reader.position += 1
        if last != close { throw reader.failure("Unrecognized grouping construct.") }
        return number
    }

    /// (?(condition)yes|no), both opening parentheses already read.
    private mutating func conditional(_ outer: RegexOptions) throws(RegexError) {
        let inner = reader.position
        if PatternReader.isDigit(reader.peek()) {
            let number = try reader.decimal()
            let isClosed = reader.has(")")
            if !reader.isAtEnd { reader.position += 1 }
            if !isClosed { throw reader.failure("(?(\(number) ) malformed.") }
            if !captures.hasNumber(number) { throw reader.failure("(?(\(number) ) reference to undefined group.") }
            pushReferenceCondition(number, outer)
            return
        }
        if PatternReader.isWord(reader.peek()) {
            let name = reader.name()
            if let number = captures.number(named: name), reader.has(")") {
                reader.position += 1
                pushReferenceCondition(number, outer)
                return
            }
        }
        reader.position = inner - 1
        if reader.left >= 3, reader.has("?", at: 1) {
            if reader.has("#", at: 2) { throw reader.failure("Alternation conditions cannot be comments.") }
            if reader.has("'", at: 2) || (reader.left >= 4 && reader.has("<", at: 2) && !reader.has("!", at: 3) && !reader.has("=", at: 3)) {
                throw reader.failure("Alternation conditions do not capture and cannot be named.")
            }
        }
        push("(?", isConditional: true, outer: outer)
        isCondition = true
    }

    private mutating func pushReferenceCondition(_ number: Int, _ outer: RegexOptions) {
        let groups = pcreGroups(number)
        push(groups.last.map { "(?(\($0))" } ?? (number == 0 ? "(?(?=)" : "(?(?!)"), isConditional: true, outer: outer)
    }
}
