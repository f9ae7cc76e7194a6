// The names .NET takes in \p{...}: general categories and blocks.

enum UnicodeProperties {
    /// What a name stands for; nil if .NET does not know it.
    static func shorthand(_ name: String, negated: Bool) -> Shorthand? {
        if categories.contains(name) { return .category(name, negated: negated) }
        guard name.hasPrefix("Is") else { return nil }
        let wanted = name.dropFirst(2)
        for block in blocks where block.name == wanted { return .block(block.from, block.to, negated: negated) }
        return nil
    }

    private static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm",
        "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn",
    ]

    private struct Block: Sendable {
        let name: String
        let from: UInt32
        let to: UInt32
        init(_ name: String, _ from: UInt32, _ to: UInt32) {
            self.name = name
            self.from = from
            self.to = to
        }
    }

    private static let blocks: [Block] = [
        Block("BasicLatin", 0x00, 0x7F), Block("Latin-1Supplement", 0x80, 0xFF), Block("LatinExtended-A", 0x100, 0x17F),
        Block("LatinExtended-B", 0x180, 0x24F), Block("IPAExtensions", 0x250, 0x2AF), Block("SpacingModifierLetters", 0x2B0, 0x2FF),
        Block("CombiningDiacriticalMarks", 0x300, 0x36F), Block("Greek", 0x370, 0x3FF), Block("GreekandCoptic", 0x370, 0x3FF),
        Block("Cyrillic", 0x400, 0x4FF), Block("CyrillicSupplement", 0x500, 0x52F), Block("Armenian", 0x530, 0x58F),
        Block("Hebrew", 0x590, 0x5FF), Block("Arabic", 0x600, 0x6FF), Block("Syriac", 0x700, 0x74F), Block("Thaana", 0x780, 0x7BF),
        Block("Devanagari", 0x900, 0x97F), Block("Bengali", 0x980, 0x9FF), Block("Gurmukhi", 0xA00, 0xA7F), Block("Gujarati", 0xA80, 0xAFF),
        Block("Oriya", 0xB00, 0xB7F), Block("Tamil", 0xB80, 0xBFF), Block("Telugu", 0xC00, 0xC7F), Block("Kannada", 0xC80, 0xCFF),
        Block("Malayalam", 0xD00, 0xD7F), Block("Sinhala", 0xD80, 0xDFF), Block("Thai", 0xE00, 0xE7F), Block("Lao", 0xE80, 0xEFF),
        Block("Tibetan", 0xF00, 0xFFF), Block("Myanmar", 0x1000, 0x109F), Block("Georgian", 0x10A0, 0x10FF), Block("HangulJamo", 0x1100, 0x11FF),
        Block("Ethiopic", 0x1200, 0x137F), Block("Cherokee", 0x13A0, 0x13FF), Block("UnifiedCanadianAboriginalSyllabics", 0x1400, 0x167F),
        Block("Ogham", 0x1680, 0x169F), Block("Runic", 0x16A0, 0x16FF), Block("Tagalog", 0x1700, 0x171F), Block("Hanunoo", 0x1720, 0x173F),
        Block("Buhid", 0x1740, 0x175F), Block("Tagbanwa", 0x1760, 0x177F), Block("Khmer", 0x1780, 0x17FF), Block("Mongolian", 0x1800, 0x18AF),
        Block("Limbu", 0x1900, 0x194F), Block("TaiLe", 0x1950, 0x197F), Block("KhmerSymbols", 0x19E0, 0x19FF),
        Block("PhoneticExtensions", 0x1D00, 0x1D7F), Block("LatinExtendedAdditional", 0x1E00, 0x1EFF), Block("GreekExtended", 0x1F00, 0x1FFF),
        Block("GeneralPunctuation", 0x2000, 0x206F), Block("SuperscriptsandSubscripts", 0x2070, 0x209F), Block("CurrencySymbols", 0x20A0, 0x20CF),
        Block("CombiningDiacriticalMarksforSymbols", 0x20D0, 0x20FF), Block("CombiningMarksforSymbols", 0x20D0, 0x20FF),
        Block("LetterlikeSymbols", 0x2100, 0x214F), Block("NumberForms", 0x2150, 0x218F), Block("Arrows", 0x2190, 0x21FF),
        Block("MathematicalOperators", 0x2200, 0x22FF), Block("MiscellaneousTechnical", 0x2300, 0x23FF), Block("ControlPictures", 0x2400, 0x243F),
        Block("OpticalCharacterRecognition", 0x2440, 0x245F), Block("EnclosedAlphanumerics", 0x2460, 0x24FF), Block("BoxDrawing", 0x2500, 0x257F),
        Block("BlockElements", 0x2580, 0x259F), Block("GeometricShapes", 0x25A0, 0x25FF), Block("MiscellaneousSymbols", 0x2600, 0x26FF),
        Block("Dingbats", 0x2700, 0x27BF), Block("MiscellaneousMathematicalSymbols-A", 0x27C0, 0x27EF), Block("SupplementalArrows-A", 0x27F0, 0x27FF),
        Block("BraillePatterns", 0x2800, 0x28FF), Block("SupplementalArrows-B", 0x2900, 0x297F),
        Block("MiscellaneousMathematicalSymbols-B", 0x2980, 0x29FF), Block("SupplementalMathematicalOperators", 0x2A00, 0x2AFF),
        Block("MiscellaneousSymbolsandArrows", 0x2B00, 0x2BFF), Block("CJKRadicalsSupplement", 0x2E80, 0x2EFF), Block("KangxiRadicals", 0x2F00, 0x2FDF),
        Block("IdeographicDescriptionCharacters", 0x2FF0, 0x2FFF), Block("CJKSymbolsandPunctuation", 0x3000, 0x303F), Block("Hiragana", 0x3040, 0x309F),
        Block("Katakana", 0x30A0, 0x30FF), Block("Bopomofo", 0x3100, 0x312F), Block("HangulCompatibilityJamo", 0x3130, 0x318F),
        Block("Kanbun", 0x3190, 0x319F), Block("BopomofoExtended", 0x31A0, 0x31BF), Block("KatakanaPhoneticExtensions", 0x31F0, 0x31FF),
        Block("EnclosedCJKLettersandMonths", 0x3200, 0x32FF), Block("CJKCompatibility", 0x3300, 0x33FF),
        Block("CJKUnifiedIdeographsExtensionA", 0x3400, 0x4DBF), Block("YijingHexagramSymbols", 0x4DC0, 0x4DFF),
        Block("CJKUnifiedIdeographs", 0x4E00, 0x9FFF), Block("YiSyllables", 0xA000, 0xA48F), Block("YiRadicals", 0xA490, 0xA4CF),
        Block("HangulSyllables", 0xAC00, 0xD7AF), Block("HighSurrogates", 0xD800, 0xDB7F), Block("HighPrivateUseSurrogates", 0xDB80, 0xDBFF),
        Block("LowSurrogates", 0xDC00, 0xDFFF), Block("PrivateUse", 0xE000, 0xF8FF), Block("PrivateUseArea", 0xE000, 0xF8FF),
        Block("CJKCompatibilityIdeographs", 0xF900, 0xFAFF), Block("AlphabeticPresentationForms", 0xFB00, 0xFB4F),
        Block("ArabicPresentationForms-A", 0xFB50, 0xFDFF), Block("VariationSelectors", 0xFE00, 0xFE0F), Block("CombiningHalfMarks", 0xFE20, 0xFE2F),
        Block("CJKCompatibilityForms", 0xFE30, 0xFE4F), Block("SmallFormVariants", 0xFE50, 0xFE6F), Block("ArabicPresentationForms-B", 0xFE70, 0xFEFF),
        Block("HalfwidthandFullwidthForms", 0xFF00, 0xFFEF), Block("Specials", 0xFFF0, 0xFFFF),
    ]
}
