// `TextInfo.ToTitleCase`: the first letter of each word in upper case; words all in upper case stay as they are.

extension SimpleCase {
    /// In title case. An apostrophe inside a word does not begin another.
    public static func title(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        func isLetter(_ index: Int) -> Bool { CharacterClass.isLetter(scalars[index].value) }
        func append(_ value: UInt32) { if let scalar = Unicode.Scalar(value) { output.append(scalar) } }
        var i = 0
        while i < scalars.count {
            guard isLetter(i) else {
                output.append(scalars[i])
                i += 1
                continue
            }
            let start = i
            var hasLower = false
            i += 1
            while i < scalars.count {
                let value = scalars[i].value
                if isLetter(i) {
                    if CharacterClass.isLower(value) { hasLower = true }
                } else if value == 39 {
                    hasLower = true
                } else if CharacterClass.isWhiteSpace(value) || isWordSeparator(value) {
                    break
                }
                i += 1
            }
            append(titleForm(scalars[start]))
            let isAllUpper = !hasLower && CharacterClass.isUpper(scalars[start].value)
            for index in start + 1..<max(i, start + 1) { append(isAllUpper ? scalars[index].value : lower(scalars[index].value)) }
        }
        return String(output)
    }

    private static func titleForm(_ scalar: Unicode.Scalar) -> UInt32 {
        let mapping = scalar.properties.titlecaseMapping.unicodeScalars
        if let first = mapping.first, mapping.count == 1 { return first.value }
        return upper(scalar.value)
    }

    /// Categories that end a word: all but letters, marks, digits and connectors.
    private static func isWordSeparator(_ value: UInt32) -> Bool {
        switch CharacterClass.category(value).number {
        case 0...8, 10, 14...18: false
        default: true
        }
    }
}
