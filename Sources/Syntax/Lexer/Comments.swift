// Comments: `# to the end of the line` and `<# to the sign #>`.

import Diagnostics

extension Lexer {
    func lineComment() {
        while index < limit, base[index] != 0x0A, base[index] != 0x0D { index += 1 }
        noteComment()
    }

    func blockComment() {
        index += 2
        while index < limit {
            if base[index] == UInt8(ascii: "#"), byte(index + 1) == UInt8(ascii: ">") {
                index += 2
                noteComment()
                return
            }
            index += 1
        }
        sink.reportIncomplete(.missingTerminatorMultiLineComment, range(tokenStart, limit))
        noteComment()
    }

    /// Passes over line breaks (and semicolons) up to the next token, without reading that.
    func skipBreaks(semicolons: Bool) {
        while !sink.isHalted {
            skipBlanks()
            tokenStart = index
            switch peek {
            case 0x0A: index += 1; _ = token(.newLine, .modeFree)
            case 0x0D:
                index += byte(index + 1) == 0x0A ? 2 : 1
                _ = token(.newLine, .modeFree)
            case UInt8(ascii: ";") where semicolons: index += 1; _ = token(.semicolon, .modeFree)
            default: return
            }
            if index >= limit { return }
        }
    }

    /// Passes over white space and comments without giving a token for them.
    func skipBlanks() {
        while index < limit {
            let c = base[index]
            if ASCII.isBlank(c) { index += 1; continue }
            tokenStart = index
            if c == UInt8(ascii: "#") { lineComment(); continue }
            if c == UInt8(ascii: "<"), byte(index + 1) == UInt8(ascii: "#") { blockComment(); continue }
            if c == UInt8(ascii: "`"), byte(index + 1) == 0x0A || byte(index + 1) == 0x0D {
                index += byte(index + 1) == 0x0D && byte(index + 2) == 0x0A ? 3 : 2
                record(Token(.lineContinuation, range(tokenStart, index)))
                continue
            }
            if c == UInt8(ascii: "`"), index + 1 < limit, decode(index + 1).isBlank { index += 1; continue }
            if c >= 0x80, decode(index).isBlank { index += decode(index).length; continue }
            return
        }
    }
}
