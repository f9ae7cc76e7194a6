// From the text of a wildcard pattern to its steps, and from common shapes to plain searches.

extension WildcardPattern {
    static func compile(_ pattern: String, _ ignoreCase: Bool) throws(WildcardError) -> Form {
        var elements: [Element] = []
        var contents: [UInt16] = []
        var isOperator: [Bool] = []
        var inSet = false
        var setJustOpened = false
        var escaped = false
        func folded(_ unit: UInt16) -> UInt16 {
            guard ignoreCase, unit & 0xF800 != 0xD800 else { return unit }
            return UInt16(truncatingIfNeeded: foldedScalar(UInt32(unit)))
        }
        let units = Array(pattern.utf16)
        for unit in units {
            if inSet {
                if unit == 93 && !setJustOpened && !escaped {
                    inSet = false
                    elements.append(.set(try ranges(contents, isOperator, pattern, ignoreCase)))
                } else if unit != 96 || escaped {
                    contents.append(unit)
                    isOperator.append(unit == 45 && !escaped)
                }
                setJustOpened = false
            } else if !escaped && unit == 42 {
                if case .anyRun? = elements.last {} else { elements.append(.anyRun) }
            } else if !escaped && unit == 63 {
                elements.append(.anyUnit)
            } else if !escaped && unit == 91 {
                inSet = true
                setJustOpened = true
                contents = []
                isOperator = []
            } else if unit != 96 || escaped {
                elements.append(.literal(folded(unit)))
            }
            escaped = unit == 96 && !escaped
        }
        if inSet { throw WildcardError(pattern: pattern) }
        if escaped && units.count > 1 { elements.append(.literal(96)) }
        return simplified(elements)
    }

    private static func ranges(
        _ contents: [UInt16], _ isOperator: [Bool], _ pattern: String, _ ignoreCase: Bool
    ) throws(WildcardError) -> [ClosedRange<UInt16>] {
        var list: [ClosedRange<UInt16>] = []
        var i = 0
        while i < contents.count {
            if i + 2 < contents.count && isOperator[i + 1] {
                guard contents[i] <= contents[i + 2] else { throw WildcardError(pattern: pattern) }
                list.append(contents[i]...contents[i + 2])
                i += 3
            } else {
                list.append(contents[i]...contents[i])
                i += 1
            }
        }
        if ignoreCase { list += list.flatMap(foldedRanges) }
        return list
    }

    /// The upper-case forms of a range's letters; texts are folded to upper case before they are looked up.
    private static func foldedRanges(_ range: ClosedRange<UInt16>) -> [ClosedRange<UInt16>] {
        if range.lowerBound == 0 && range.upperBound == .max { return [] }
        var found: [ClosedRange<UInt16>] = []
        for unit in range where unit & 0xF800 != 0xD800 {
            let upper = UInt16(truncatingIfNeeded: foldedScalar(UInt32(unit)))
            if !range.contains(upper) { found.append(upper...upper) }
        }
        return found
    }

    private static func simplified(_ elements: [Element]) -> Form {
        var literal: [UInt16] = []
        var runs = 0
        for element in elements {
            switch element {
            case .literal(let unit): literal.append(unit)
            case .anyRun: runs += 1
            default: return .elements(elements)
            }
        }
        let bytes = Array(String(decoding: literal, as: UTF16.self).utf8)
        func isRun(_ element: Element?) -> Bool {
            if case .anyRun? = element { return true }
            return false
        }
        switch (runs, isRun(elements.first), isRun(elements.last)) {
        case (0, _, _): return .exactly(bytes)
        case (1, _, _) where elements.count == 1: return .everything
        case (1, false, true): return .prefix(bytes)
        case (1, true, false): return .suffix(bytes)
        case (2, true, true): return .middle(bytes)
        default: return .elements(elements)
        }
    }
}
