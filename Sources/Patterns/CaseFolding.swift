// Folding of single characters for patterns without case: the simple upper-case form.

/// The simple upper-case form of a code point; 'ß' and others without one stay.
func foldedScalar(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value &- 97 < 26 ? value ^ 0x20 : value }
    if value < 0x100 && value != 0xB5 && value != 0xFF { return value >= 0xE0 && value != 0xF7 ? value - 0x20 : value }
    if value == 0x131 || value == 0x17F { return value }
    guard let scalar = Unicode.Scalar(value) else { return value }
    let properties = scalar.properties
    for mapping in [properties.uppercaseMapping, properties.titlecaseMapping] {
        let scalars = mapping.unicodeScalars
        if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex { return first.value }
    }
    return value
}

@inline(__always) func foldedByte(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte ^ 0x20 : byte }

/// The UTF-8 bytes of a string for the time of a call.
@inline(__always)
func withUtf8Bytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = text
    return try copy.withUTF8(body)
}

/// Whether no byte is above 127, eight at a time.
func allAscii(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var i = 0
    while i + 8 <= bytes.count {
        if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
        i += 8
    }
    while i < bytes.count {
        if base[i] >= 0x80 { return false }
        i += 1
    }
    return true
}
