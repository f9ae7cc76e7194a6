// Strings seen as .NET sees them, as UTF-16 code units, on top of UTF-8: length, indexing and substrings, fast for ASCII.

extension String {
    /// `Length`: UTF-16 code units.
    @inlinable public var utf16Length: Int { withUtf8(self) { utf16Count($0) } }

    /// The code unit at a UTF-16 index; nil outside.
    public func utf16Unit(at index: Int) -> UInt16? {
        withUtf8(self) { bytes in
            guard index >= 0 else { return nil }
            guard let (offset, isSecondHalf) = utf8Offset(bytes, utf16: index), offset < bytes.count else { return nil }
            let (value, _) = decodeScalar(bytes, at: offset)
            if value < 0x10000 { return UInt16(value) }
            return isSecondHalf ? UInt16(0xDC00 + (value - 0x10000) & 0x3FF) : UInt16(0xD800 + (value - 0x10000) >> 10)
        }
    }

    /// `Substring(start, length)` in UTF-16 indices; nil outside. Half a surrogate pair becomes U+FFFD.
    public func utf16Substring(_ start: Int, _ length: Int) -> String? {
        withUtf8(self) { bytes in
            guard start >= 0, length >= 0 else { return nil }
            if isAscii(bytes) {
                guard length <= bytes.count, start <= bytes.count - length else { return nil }
                return String(decoding: bytes[start..<start + length], as: UTF8.self)
            }
            guard let (from, cutsFirst) = utf8Offset(bytes, utf16: start), let (to, cutsLast) = utf8Offset(bytes, utf16: start + length)
            else { return nil }
            if length == 0 { return "" }
            if !cutsFirst && !cutsLast { return String(decoding: bytes[from..<to], as: UTF8.self) }
            let first = cutsFirst ? from + 4 : from
            let middle = first < to ? String(decoding: bytes[first..<to], as: UTF8.self) : ""
            return (cutsFirst ? "\u{FFFD}" : "") + middle + (cutsLast ? "\u{FFFD}" : "")
        }
    }

    /// The code units.
    public var utf16Units: [UInt16] { Array(utf16) }
}

/// UTF-16 code units of valid UTF-8.
@inlinable
public func utf16Count(_ bytes: Utf8Bytes) -> Int {
    if isAscii(bytes) { return bytes.count }
    var count = 0
    for byte in bytes {
        if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    return count
}

/// The byte offset of a UTF-16 index, and whether the index falls between the halves of a pair. Nil beyond the end.
public func utf8Offset(_ bytes: Utf8Bytes, utf16 index: Int) -> (offset: Int, isSecondHalf: Bool)? {
    var left = index
    var i = 0
    while left > 0 {
        guard i < bytes.count else { return nil }
        let byte = bytes[i]
        if byte < 0x80 {
            i += 1
            left -= 1
        } else if byte >= 0xF0 {
            if left == 1 { return (i, true) }
            i += 4
            left -= 2
        } else {
            i += byte >= 0xE0 ? 3 : 2
            left -= 1
        }
    }
    return (i, false)
}

/// The UTF-16 index of a byte offset at a code point's start.
@inlinable
public func utf16Index(_ bytes: Utf8Bytes, utf8 offset: Int) -> Int { utf16Count(Utf8Bytes(rebasing: bytes[..<offset])) }
