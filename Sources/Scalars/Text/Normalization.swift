// Canonical normalization forms, from the standard library's own tables.

@_spi(_Unicode) import Swift

/// `Normalize` and `IsNormalized`. The compatibility forms (KC, KD) are those of the canonical ones here.
public enum Normalization {
    /// Form C: composed.
    public static func composed(_ text: String) -> String {
        if withUtf8(text, { isAscii($0) }) { return text }
        var output = String.UnicodeScalarView()
        for scalar in text._nfc { output.append(scalar) }
        return String(output)
    }

    /// Form D: decomposed.
    public static func decomposed(_ text: String) -> String {
        if withUtf8(text, { isAscii($0) }) { return text }
        var output = String.UnicodeScalarView()
        for scalar in text._nfd { output.append(scalar) }
        return String(output)
    }

    public static func isComposed(_ text: String) -> Bool { composed(text).utf8.elementsEqual(text.utf8) }
    public static func isDecomposed(_ text: String) -> Bool { decomposed(text).utf8.elementsEqual(text.utf8) }
}
