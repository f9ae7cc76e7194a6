// Text as UTF-8 bytes: how to reach them, how to step over code points, and whether they are all ASCII.

import Glibc

/// UTF-8 text somewhere in memory.
public typealias Utf8Bytes = UnsafeBufferPointer<UInt8>

/// The UTF-8 bytes of a string for the time of a call.
@inlinable @inline(__always)
public func withUtf8<Result>(_ text: String, _ body: (Utf8Bytes) throws -> Result) rethrows -> Result {
    if let result = try text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = text
    return try copy.withUTF8(body)
}

/// The code point at an index of valid UTF-8 and how many bytes it takes.
@inlinable @inline(__always)
public func decodeScalar(_ bytes: Utf8Bytes, at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    @inline(__always) func next(_ offset: Int) -> UInt32 {
        index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// Appends a code point as UTF-8.
@inlinable
public func appendScalar(_ output: inout [UInt8], _ value: UInt32) {
    if value < 0x80 {
        output.append(UInt8(value))
    } else if value < 0x800 {
        output.append(UInt8(0xC0 | value >> 6))
        output.append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
        output.append(UInt8(0xE0 | value >> 12))
        output.append(UInt8(0x80 | value >> 6 & 0x3F))
        output.append(UInt8(0x80 | value & 0x3F))
    } else {
        output.append(UInt8(0xF0 | value >> 18))
        output.append(UInt8(0x80 | value >> 12 & 0x3F))
        output.append(UInt8(0x80 | value >> 6 & 0x3F))
        output.append(UInt8(0x80 | value & 0x3F))
    }
}

/// Eight bytes from anywhere.
@inlinable @inline(__always)
func loadWord(_ base: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
}

/// Whether no byte is above 127.
@inlinable
public func isAscii(_ bytes: Utf8Bytes) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var i = 0
    let count = bytes.count
    while i + 8 <= count {
        if loadWord(base + i) & 0x8080_8080_8080_8080 != 0 { return false }
        i += 8
    }
    while i < count {
        if base[i] >= 0x80 { return false }
        i += 1
    }
    return true
}

/// Eight ASCII bytes in upper case; bytes above 127 stay.
@inlinable @inline(__always)
func upperWord(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let aboveZ = low &+ 0x0505_0505_0505_0505
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let letters = (fromA & ~aboveZ & ~word & 0x8080_8080_8080_8080) >> 2
    return word ^ letters
}

/// An ASCII byte in upper case; others stay.
@inlinable @inline(__always)
public func asciiUpper(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte ^ 0x20 : byte }
