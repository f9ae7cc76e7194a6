// Text broken into lines: at its line breaks, and where it does not fit.

enum TextLines {
    /// Line breaks; carriage returns vanish where there is a line feed.
    static func split(_ text: String) -> [String] {
        guard text.utf8.contains(0x0A) else { return [text] }
        var lines: [String] = []
        var current: [UInt8] = []
        for byte in text.utf8 where byte != 0x0D {
            if byte == 0x0A {
                lines.append(String(decoding: current, as: UTF8.self))
                current.removeAll(keepingCapacity: true)
            } else {
                current.append(byte)
            }
        }
        lines.append(String(decoding: current, as: UTF8.self))
        return lines
    }

    /// Lines of at most `width` cells, cut anywhere: the invariant culture has no words.
    static func wrap(_ text: String, width: Int) -> [String] {
        if text.isEmpty { return [""] }
        var result: [String] = []
        for line in split(text) {
            if DisplayCells.length(line) <= width {
                result.append(line)
                continue
            }
            var rest = line[...]
            while DisplayCells.length(of: rest.unicodeScalars) > width {
                let head = DisplayCells.head(rest, cells: width)
                if head.isEmpty {
                    // A wide character in a single cell.
                    result.append("?")
                    rest = rest[rest.unicodeScalars.index(after: rest.unicodeScalars.startIndex)...]
                } else {
                    result.append(String(head))
                    rest = rest[head.endIndex...]
                }
            }
            result.append(String(rest))
        }
        return result
    }

    /// The first line, with an ellipsis if there are more.
    static func first(_ text: String) -> String {
        guard let end = text.utf8.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        return text[..<end] + "…"
    }
}
