// Which groups a pattern has and how .NET numbers them: unnamed ones by their order, then the named ones.

struct CaptureNumbering {
    /// All group numbers, ascending, 0 first.
    private(set) var numbers: [Int] = [0]
    /// Names in order of appearance and their numbers.
    private(set) var names: [(name: String, number: Int)] = []

    func hasNumber(_ number: Int) -> Bool { numbers.contains(number) }
    func number(named name: String) -> Int? {
        for entry in names where entry.name == name { return entry.number }
        return nil
    }

    init(numbers: [Int], names: [(name: String, number: Int)]) {
        self.numbers = numbers
        self.names = names
    }

    /// Walks a pattern without building anything. Throws what .NET finds wrong in escapes and classes on the way.
    init(_ pattern: PatternReader, options initial: RegexOptions) throws(RegexError) {
        var reader = pattern
        var options = initial
        var stack: [RegexOptions] = []
        var slots: Set<Int> = [0]
        var seenNames: [String] = []
        var nextAutomatic = 1
        var ignoresNextParenthesis = false
        while !reader.isAtEnd {
            let unit = reader.peek()
            reader.position += 1
            switch unit {
            case 92:
                if !reader.isAtEnd { try skipEscape(&reader, options) }
            case 35:
                if options.contains(.ignorePatternWhitespace) {
                    reader.position -= 1
                    try reader.skipBlanks(spread: true)
                }
            case 91: _ = try readCharacterSet(&reader, options: options)
            case 41:
                if let last = stack.popLast() { options = last }
            case 40:
                if reader.has("?"), reader.has("#", at: 1) {
                    reader.position -= 1
                    try reader.skipBlanks(spread: false)
                } else {
                    stack.append(options)
                    if reader.has("?") {
                        reader.position += 1
                        if reader.left > 1, reader.has("<") || reader.has("'") {
                            reader.position += 1
                            let first = reader.peek()
                            if first != 48 && PatternReader.isWord(first) {
                                if PatternReader.isDigit(first) {
                                    slots.insert(try reader.decimal())
                                } else {
                                    let name = reader.name()
                                    if !seenNames.contains(name) { seenNames.append(name) }
                                }
                            }
                        } else {
                            readInlineOptions(&reader, &options)
                            if reader.has(")") {
                                reader.position += 1
                                stack.removeLast()
                            } else if reader.has("(") {
                                ignoresNextParenthesis = true
                                continue
                            }
                        }
                    } else if !options.contains(.explicitCapture) && !ignoresNextParenthesis {
                        slots.insert(nextAutomatic)
                        nextAutomatic += 1
                    }
                }
                ignoresNextParenthesis = false
            default: break
            }
        }
        for name in seenNames {
            while slots.contains(nextAutomatic) { nextAutomatic += 1 }
            slots.insert(nextAutomatic)
            names.append((name, nextAutomatic))
            nextAutomatic += 1
        }
        numbers = slots.sorted()
    }

    private func skipEscape(_ reader: inout PatternReader, _ options: RegexOptions) throws(RegexError) {
        switch reader.peek() {
        case 98, 66, 65, 71, 90, 122, 119, 87, 115, 83, 100, 68: reader.position += 1
        case 112, 80:
            reader.position += 1
            _ = try reader.propertyName()
        default:
            switch try readBackslash(&reader, options: options, captures: nil) {
            case .character, .reference: break
            }
        }
    }
}

/// Reads letters of options with + and -, up to what is none.
func readInlineOptions(_ reader: inout PatternReader, _ options: inout RegexOptions) {
    var isOff = false
    while !reader.isAtEnd {
        let unit = reader.peek()
        let option: RegexOptions
        switch unit {
        case 45:
            isOff = true
            reader.position += 1
            continue
        case 43:
            isOff = false
            reader.position += 1
            continue
        case 105, 73: option = .ignoreCase
        case 109, 77: option = .multiline
        case 110, 78: option = .explicitCapture
        case 115, 83: option = .singleline
        case 120, 88: option = .ignorePatternWhitespace
        default: return
        }
        if isOff { options.remove(option) } else { options.insert(option) }
        reader.position += 1
    }
}

/// What a backslash that is no shorthand means.
enum Backslash {
    case character(UInt16)
    case reference(Int)
}

/// Reads a back reference or a character, the backslash already read. Without `captures` it only walks.
func readBackslash(_ reader: inout PatternReader, options: RegexOptions, captures: CaptureNumbering?) throws(RegexError) -> Backslash {
    if reader.isAtEnd { throw reader.failure("Illegal \\ at end of pattern.") }
    let start = reader.position
    let ecma = options.contains(.ecmaScript)
    var close: UInt16 = 0
    var isAngled = false
    var unit = reader.peek()
    if unit == 107 {
        if reader.left > 1 {
            reader.position += 1
            unit = reader.peek()
            reader.position += 1
            if unit == 60 || unit == 39 {
                isAngled = true
                close = unit == 39 ? 39 : 62
            }
        }
        if !isAngled || reader.isAtEnd { throw reader.failure("Malformed \\k<...> named back reference.") }
        unit = reader.peek()
    } else if (unit == 60 || unit == 39) && reader.left > 1 {
        isAngled = true
        close = unit == 39 ? 39 : 62
        reader.position += 1
        unit = reader.peek()
    }
    if isAngled && PatternReader.isDigit(unit) {
        let number = try reader.decimal()
        if !reader.isAtEnd {
            let next = reader.peek()
            reader.position += 1
            if next == close {
                if captures == nil || captures?.hasNumber(number) == true { return .reference(number) }
                throw reader.failure("Reference to undefined group number \(number).")
            }
        }
    } else if !isAngled && unit >= 49 && unit <= 57 {
        let number = try reader.decimal()
        guard let captures else { return .reference(number) }
        if captures.hasNumber(number) { return .reference(number) }
        if number <= 9 && !ecma { throw reader.failure("Reference to undefined group number \(number).") }
    } else if isAngled && PatternReader.isWord(unit) {
        let name = reader.name()
        if !reader.isAtEnd {
            let next = reader.peek()
            reader.position += 1
            if next == close {
                guard let captures else { return .reference(0) }
                if let number = captures.number(named: name) { return .reference(number) }
                throw reader.failure("Reference to undefined group name '\(name)'.")
            }
        }
    }
    reader.position = start
    return .character(try reader.characterEscape(ecma: ecma))
}

/// Reads a class, the opening bracket already read.
func readCharacterSet(_ reader: inout PatternReader, options: RegexOptions) throws(RegexError) -> CharacterSet {
    var set = CharacterSet()
    let ecma = options.contains(.ecmaScript)
    var previous: UInt16 = 0
    var inRange = false
    var isFirst = true
    var isClosed = false
    if reader.has("^") {
        reader.position += 1
        set.isNegated = true
    }
    func add(_ from: UInt16, _ to: UInt16) { set.items.append(.range(UInt32(from), UInt32(to))) }
    while !reader.isAtEnd {
        defer { isFirst = false }
        var unit = reader.peek()
        reader.position += 1
        var wasEscaped = false
        if unit == 93 {
            if !isFirst {
                isClosed = true
                break
            }
        } else if unit == 92 && !reader.isAtEnd {
            unit = reader.peek()
            reader.position += 1
            if let shorthand = ecma ? ecmaShorthand(unit) : plainShorthand(unit) {
                if inRange { throw reader.failure("Cannot include class \\\(Character(UnicodeScalar(UInt8(unit)))) in character range.") }
                set.items.append(.shorthand(shorthand))
                continue
            }
            if unit == 112 || unit == 80 {
                if inRange { throw reader.failure("Cannot include class \\\(Character(UnicodeScalar(UInt8(unit)))) in character range.") }
                set.items.append(.shorthand(try readProperty(&reader, negated: unit == 80, options)))
                continue
            }
            if unit == 45 {
                if inRange {
                    if previous > 45 { throw reader.failure("[\(Character(UnicodeScalar(previous) ?? "?"))--] range in reverse order.") }
                    add(previous, 45)
                    inRange = false
                } else {
                    add(45, 45)
                }
                continue
            }
            reader.position -= 1
            unit = try reader.characterEscape(ecma: ecma)
            wasEscaped = true
        }
        if inRange {
            inRange = false
            if unit == 91 && !wasEscaped && !isFirst {
                add(previous, previous)
                set.subtraction = [try readCharacterSet(&reader, options: options)]
                if !reader.isAtEnd && !reader.has("]") { throw reader.failure("A subtraction must be the last element in a character class.") }
            } else if previous > unit {
                let range = String(decoding: [previous, 45, unit], as: UTF16.self)
                throw reader.failure("[\(range)] range in reverse order.")
            } else {
                add(previous, unit)
            }
        } else if reader.left > 1 && reader.has("-") && !reader.has("]", at: 1) {
            previous = unit
            inRange = true
            reader.position += 1
        } else if !reader.isAtEnd && unit == 45 && !wasEscaped && reader.has("[") && !isFirst {
            reader.position += 1
            set.subtraction = [try readCharacterSet(&reader, options: options)]
            if !reader.isAtEnd && !reader.has("]") { throw reader.failure("A subtraction must be the last element in a character class.") }
        } else {
            add(unit, unit)
        }
    }
    if !isClosed { throw reader.failure("Unterminated [] set.") }
    set.joinSurrogates()
    return set
}

/// \d \D \s \S \w \W.
func plainShorthand(_ unit: UInt16) -> Shorthand? {
    switch unit {
    case 100: .digit(negated: false)
    case 68: .digit(negated: true)
    case 115: .space(negated: false)
    case 83: .space(negated: true)
    case 119: .word(negated: false)
    case 87: .word(negated: true)
    default: nil
    }
}

/// The same in ECMAScript's ASCII meaning.
func ecmaShorthand(_ unit: UInt16) -> Shorthand? {
    switch unit {
    case 100: .ascii("0-9", negated: false)
    case 68: .ascii("0-9", negated: true)
    case 115: .ascii("\\x09-\\x0d\\x20", negated: false)
    case 83: .ascii("\\x09-\\x0d\\x20", negated: true)
    case 119: .ascii("a-zA-Z0-9_", negated: false)
    case 87: .ascii("a-zA-Z0-9_", negated: true)
    default: nil
    }
}

/// \p{...} or \P{...}, the letter already read.
func readProperty(_ reader: inout PatternReader, negated: Bool, _ options: RegexOptions) throws(RegexError) -> Shorthand {
    let name = try reader.propertyName()
    guard let shorthand = UnicodeProperties.shorthand(name, negated: negated) else { throw reader.failure("Unknown property '\(name)'.") }
    if options.contains(.ignoreCase), name == "Lu" || name == "Ll" || name == "Lt" { return .category("L&", negated: negated) }
    return shorthand
}
