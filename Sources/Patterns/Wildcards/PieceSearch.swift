// Plain searches behind the common shapes of wildcard patterns. Pieces are folded already if case does not count.

import Glibc

typealias Bytes = UnsafeBufferPointer<UInt8>

@inline(__always)
func decode(_ bytes: Bytes, _ index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    @inline(__always) func next(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0 }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// How many bytes of the text at an offset are the piece; nil if they are not.
func prefixLength(_ text: Bytes, _ piece: Bytes, _ start: Int, _ ignoreCase: Bool) -> Int? {
    if !ignoreCase {
        guard text.count - start >= piece.count else { return nil }
        guard let x = text.baseAddress, let y = piece.baseAddress else { return 0 }
        return memcmp(x + start, y, piece.count) == 0 ? piece.count : nil
    }
    var i = start
    var j = 0
    while j < piece.count {
        if i >= text.count { return nil }
        let (p, q) = (text[i], piece[j])
        if p | q < 0x80 {
            if foldedByte(p) != q { return nil }
            i += 1
            j += 1
            continue
        }
        let (x, xLength) = decode(text, i)
        let (y, yLength) = decode(piece, j)
        if x != y && foldedScalar(x) != y { return nil }
        i += xLength
        j += yLength
    }
    return i - start
}

func equalPieces(_ text: Bytes, _ piece: Bytes, _ ignoreCase: Bool) -> Bool { prefixLength(text, piece, 0, ignoreCase) == text.count }

func hasSuffixPiece(_ text: Bytes, _ piece: Bytes, _ ignoreCase: Bool) -> Bool {
    if piece.isEmpty { return true }
    if text.count >= piece.count {
        let start = text.count - piece.count
        if text[start] & 0xC0 != 0x80, prefixLength(text, piece, start, ignoreCase) == piece.count { return true }
    }
    if !ignoreCase || (allAscii(text) && allAscii(piece)) { return false }
    for start in 0..<text.count where text[start] & 0xC0 != 0x80 {
        if prefixLength(text, piece, start, true) == text.count - start { return true }
    }
    return false
}

func containsPiece(_ text: Bytes, _ piece: Bytes, _ ignoreCase: Bool) -> Bool {
    guard let base = text.baseAddress, let wanted = piece.baseAddress else { return piece.isEmpty }
    let first = wanted[0]
    if first >= 0x80 || (ignoreCase && !allAscii(piece)) {
        for start in 0..<text.count where text[start] & 0xC0 != 0x80 {
            if prefixLength(text, piece, start, ignoreCase) != nil { return true }
        }
        return false
    }
    let other = ignoreCase && first &- 65 < 26 ? first | 0x20 : first
    var i = 0
    let last = text.count - piece.count
    while i <= last {
        if other == first {
            guard let found = memchr(base + i, Int32(first), last + 1 - i) else { return false }
            i = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        } else if base[i] != first && base[i] != other {
            i += 1
            continue
        }
        if prefixLength(text, piece, i, ignoreCase) != nil { return true }
        i += 1
    }
    return false
}

/// The UTF-16 units of a text, folded to upper case if wanted.
func utf16Units(_ text: Bytes, folded: Bool) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
        let (raw, length) = decode(text, i)
        let value = folded && raw < 0x10000 ? foldedScalar(raw) : raw
        if value < 0x10000 {
            units.append(UInt16(value))
        } else {
            units.append(UInt16(0xD800 + (value - 0x10000) >> 10))
            units.append(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
        }
        i += length
    }
    return units
}
