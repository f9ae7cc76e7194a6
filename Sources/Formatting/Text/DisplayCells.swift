// How many cells of the screen text takes, and where to cut it: East Asian wide characters take two, escape sequences none.

import Runtime

enum DisplayCells {
    /// Cells of a text on one line. A line break counts as one cell, as the reference counts it for column widths.
    static func length(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            isPlain(bytes) ? bytes.count : length(of: String(decoding: bytes, as: UTF8.self).unicodeScalars[...])
        }
    }

    static func length(of scalars: Substring.UnicodeScalarView) -> Int {
        var cells = 0
        var rest = scalars
        while let scalar = rest.first {
            if scalar == escape, let end = endOfSequence(rest) {
                rest = rest[end...]
            } else {
                cells += width(scalar)
                rest.removeFirst()
            }
        }
        return cells
    }

    /// ASCII without escape sequences: one byte, one cell.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte >= 0x80 || byte == 0x1B { return false }
        return true
    }

    /// The longest beginning that fits into the cells.
    static func head(_ text: Substring, cells: Int) -> Substring {
        var used = 0
        var index = text.unicodeScalars.startIndex
        while index < text.unicodeScalars.endIndex {
            let scalar = text.unicodeScalars[index]
            if scalar == escape, let end = endOfSequence(text.unicodeScalars[index...]) {
                index = end
                continue
            }
            used += width(scalar)
            if used > cells { break }
            index = text.unicodeScalars.index(after: index)
        }
        return text[..<index]
    }

    /// The longest end that fits into the cells.
    static func tail(_ text: Substring, cells: Int) -> Substring {
        var used = 0
        var index = text.unicodeScalars.endIndex
        while index > text.unicodeScalars.startIndex {
            let before = text.unicodeScalars.index(before: index)
            used += width(text.unicodeScalars[before])
            if used > cells { break }
            index = before
        }
        return text[index...]
    }

    private static let escape: Unicode.Scalar = "\u{1B}"

    /// Where an escape sequence that starts here ends: `ESC [ … letter`.
    private static func endOfSequence(_ scalars: Substring.UnicodeScalarView) -> String.Index? {
        var index = scalars.index(after: scalars.startIndex)
        guard index < scalars.endIndex, scalars[index] == "[" else { return nil }
        index = scalars.index(after: index)
        while index < scalars.endIndex {
            let value = scalars[index].value
            index = scalars.index(after: index)
            if value >= 0x40, value <= 0x7E { return index }
        }
        return nil
    }

    /// Cells of one character; what stands beyond the basic plane counts two.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        let c = scalar.value
        if c < 0x1100 { return 1 }
        if c > 0xFFFF { return 2 }
        switch c {
        case 0x1100...0x115F, 0x2329, 0x232A, 0x2E80...0x303E, 0x3040...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6:
            return 2
        default: return 1
        }
    }
}
