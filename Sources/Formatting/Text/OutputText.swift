// Where formatted lines gather as bytes before they go to the screen, a file or a string.

/// Formatted text under way.
public final class OutputText {
    var bytes: [UInt8] = []
    /// Byte offsets behind each line, kept where lines are asked for one by one.
    var lineEnds: [Int] = []
    private let keepsLines: Bool
    private let endsLines: Bool

    init(keepsLines: Bool = false, endsLines: Bool = true) {
        self.keepsLines = keepsLines
        self.endsLines = endsLines && !keepsLines
    }

    var isEmpty: Bool { bytes.isEmpty && lineEnds.isEmpty }

    func line(_ text: String) {
        append(text)
        endLine()
    }

    func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    func spaces(_ count: Int) {
        if count > 0 { bytes.append(contentsOf: repeatElement(0x20, count: count)) }
    }

    /// Takes blanks off the end of the line under way.
    func trimLineEnd() { while bytes.last == 0x20 { bytes.removeLast() } }

    func endLine() {
        if endsLines { bytes.append(0x0A) }
        if keepsLines { lineEnds.append(bytes.count) }
    }

    /// Everything so far; starts anew.
    func take() -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
        return text
    }

    /// The lines so far; starts anew.
    func takeLines() -> [String] {
        var lines: [String] = []
        var start = 0
        for end in lineEnds {
            lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        bytes.removeAll(keepingCapacity: true)
        lineEnds.removeAll(keepingCapacity: true)
        return lines
    }
}
