// Comparison by code, with and without case (.NET's Ordinal and OrdinalIgnoreCase), and the hash that goes with it.

import Glibc

/// Ordinal comparison of UTF-8 text. Orders are those of UTF-16 code units.
public enum Ordinal {
    @inlinable
    public static func equal(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Bool {
        guard a.count == b.count else { return false }
        guard let x = a.baseAddress, let y = b.baseAddress else { return true }
        return memcmp(x, y, a.count) == 0
    }

    @inlinable
    public static func equal(_ a: String, _ b: String) -> Bool { withUtf8(a) { x in withUtf8(b) { equal(x, $0) } } }

    /// -1, 0 or 1.
    public static func compare(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Int {
        let count = min(a.count, b.count)
        if count > 0, let x = a.baseAddress, let y = b.baseAddress, memcmp(x, y, count) != 0 {
            var i = 0
            while x[i] == y[i] { i += 1 }
            return less(x[i], y[i]) ? -1 : 1
        }
        return a.count == b.count ? 0 : (a.count < b.count ? -1 : 1)
    }

    public static func compare(_ a: String, _ b: String) -> Int { withUtf8(a) { x in withUtf8(b) { compare(x, $0) } } }

    /// Bytes that differ first; surrogates (4-byte forms) come before U+E000 to U+FFFF in UTF-16.
    @inline(__always) private static func less(_ x: UInt8, _ y: UInt8) -> Bool {
        if x >= 0xEE && y >= 0xEE { return (x >= 0xF0) == (y >= 0xF0) ? x < y : x >= 0xF0 }
        return x < y
    }

    /// Equal without case.
    @inlinable
    public static func equalIgnoringCase(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Bool {
        guard let x = a.baseAddress, let y = b.baseAddress else { return a.count == b.count }
        if a.count == b.count {
            var i = 0
            let count = a.count
            while i + 8 <= count {
                let (p, q) = (loadWord(x + i), loadWord(y + i))
                if p != q && upperWord(p) != upperWord(q) {
                    return (p | q) & 0x8080_8080_8080_8080 != 0 && equalFolded(a, b)
                }
                i += 8
            }
            while i < count {
                let (p, q) = (x[i], y[i])
                if p != q && asciiUpper(p) != asciiUpper(q) { return p | q >= 0x80 && equalFolded(a, b) }
                i += 1
            }
            return true
        }
        return (!isAscii(a) || !isAscii(b)) && equalFolded(a, b)
    }

    @inlinable
    public static func equalIgnoringCase(_ a: String, _ b: String) -> Bool { withUtf8(a) { x in withUtf8(b) { equalIgnoringCase(x, $0) } } }

    @usableFromInline
    static func equalFolded(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Bool { compareFolded(a, b) == 0 }

    /// -1, 0 or 1, without case: upper-case forms decide.
    public static func compareIgnoringCase(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Int { compareFolded(a, b) }

    public static func compareIgnoringCase(_ a: String, _ b: String) -> Int {
        withUtf8(a) { x in withUtf8(b) { compareFolded(x, $0) } }
    }

    private static func compareFolded(_ a: Utf8Bytes, _ b: Utf8Bytes) -> Int {
        var i = 0
        var j = 0
        while i < a.count && j < b.count {
            let (p, q) = (a[i], b[j])
            if p | q < 0x80 {
                let (u, v) = (asciiUpper(p), asciiUpper(q))
                if u != v { return u < v ? -1 : 1 }
                i += 1
                j += 1
                continue
            }
            let (x, xLength) = decodeScalar(a, at: i)
            let (y, yLength) = decodeScalar(b, at: j)
            if x != y {
                let (u, v) = (SimpleCase.fold(x), SimpleCase.fold(y))
                if u != v { return utf16Order(u) < utf16Order(v) ? -1 : 1 }
            }
            i += xLength
            j += yLength
        }
        return i == a.count ? (j == b.count ? 0 : -1) : 1
    }

    /// A key that orders code points as their UTF-16 units: supplementary ones among the surrogates.
    @inline(__always) private static func utf16Order(_ value: UInt32) -> UInt32 {
        value >= 0x10000 ? value + 0x0100_0000 : (value >= 0xE000 ? value + 0x1000_0000 : value)
    }

    /// A hash equal for texts equal without case.
    @inlinable
    public static func hashIgnoringCase(_ bytes: Utf8Bytes) -> UInt64 {
        guard let base = bytes.baseAddress else { return 0x9E37_79B9_7F4A_7C15 }
        guard isAscii(bytes) else { return hashFolded(bytes) }
        return hashUpper(base, bytes.count)
    }

    @inlinable
    public static func hashIgnoringCase(_ text: String) -> UInt64 { withUtf8(text) { hashIgnoringCase($0) } }

    /// Folds eight bytes at a time.
    @inlinable
    static func hashUpper(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
        var i = 0
        while i + 8 <= count {
            hash = mix(hash ^ upperWord(loadWord(base + i)))
            i += 8
        }
        if i < count {
            var tail: UInt64 = 0
            while i < count {
                tail = tail << 8 | UInt64(asciiUpper(base[i]))
                i += 1
            }
            hash = mix(hash ^ tail)
        }
        return hash
    }

    @inlinable @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.low ^ product.high
    }

    @usableFromInline
    static func hashFolded(_ bytes: Utf8Bytes) -> UInt64 {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count + 8)
        var i = 0
        while i < bytes.count {
            let (value, length) = decodeScalar(bytes, at: i)
            appendScalar(&folded, SimpleCase.fold(value))
            i += length
        }
        return folded.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { hashUpper($0, buffer.count) } ?? 0 }
    }
}
