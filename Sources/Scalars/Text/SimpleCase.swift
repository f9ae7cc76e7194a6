// Upper and lower case one code point to one, as .NET's invariant culture maps them: 'ß' stays 'ß', 'ı' stays 'ı'.

/// Invariant case mapping.
public enum SimpleCase {
    /// `char.ToUpperInvariant`, for any code point.
    public static func upper(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value &- 97 < 26 ? value ^ 0x20 : value }
        if value < 0x100 {
            if value == 0xB5 { return 0x39C }
            if value == 0xFF { return 0x178 }
            return value >= 0xE0 && value != 0xF7 ? value - 0x20 : value
        }
        if value >= 0x430 && value < 0x450 { return value - 0x20 }
        if value >= 0x450 && value < 0x460 { return value - 0x50 }
        if value >= 0x410 && value < 0x430 { return value }
        if value == 0x131 || (value >= 0x3000 && value < 0xA640) { return value }
        return mapped(value, upper: true)
    }

    /// `char.ToLowerInvariant`, for any code point.
    public static func lower(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value &- 65 < 26 ? value ^ 0x20 : value }
        if value < 0x100 { return value >= 0xC0 && value < 0xDF && value != 0xD7 ? value + 0x20 : value }
        if value >= 0x410 && value < 0x430 { return value + 0x20 }
        if value >= 0x400 && value < 0x410 { return value + 0x50 }
        if value >= 0x430 && value < 0x460 { return value }
        if value == 0x130 || (value >= 0x3000 && value < 0xA640) { return value }
        return mapped(value, upper: false)
    }

    /// What comparison without case folds to: upper case, but 'ſ' stays.
    @inlinable @inline(__always)
    public static func fold(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value &- 97 < 26 ? value ^ 0x20 : value }
        return value == 0x17F ? value : upper(value)
    }

    /// The standard library knows full mappings; where one is longer than one code point the simple one is its title case or none.
    private static func mapped(_ value: UInt32, upper: Bool) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let properties = scalar.properties
        let mapping = upper ? properties.uppercaseMapping : properties.lowercaseMapping
        let scalars = mapping.unicodeScalars
        if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex { return first.value }
        if upper {
            let title = properties.titlecaseMapping.unicodeScalars
            if let first = title.first, title.index(after: title.startIndex) == title.endIndex { return first.value }
        }
        return value
    }

    /// `ToUpperInvariant()`.
    public static func upper(_ text: String) -> String { map(text, first: 97, upper) }
    /// `ToLowerInvariant()`.
    public static func lower(_ text: String) -> String { map(text, first: 65, lower) }

    private static func map(_ text: String, first: UInt8, _ mapping: (UInt32) -> UInt32) -> String {
        withUtf8(text) { bytes in
            guard isAscii(bytes) else {
                var output: [UInt8] = []
                output.reserveCapacity(bytes.count + 4)
                var i = 0
                while i < bytes.count {
                    let (value, length) = decodeScalar(bytes, at: i)
                    appendScalar(&output, mapping(value))
                    i += length
                }
                return String(decoding: output, as: UTF8.self)
            }
            guard bytes.contains(where: { $0 &- first < 26 }) else { return text }
            return String(unsafeUninitializedCapacity: bytes.count) { output in
                var i = 0
                while i < bytes.count {
                    let byte = bytes[i]
                    output[i] = byte &- first < 26 ? byte ^ 0x20 : byte
                    i += 1
                }
                return bytes.count
            }
        }
    }
}
