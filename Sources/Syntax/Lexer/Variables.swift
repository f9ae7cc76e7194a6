// Variables: `$name`, `${any text}`, `$scope:name`, `$$ $^ $?`, and `@name` for splatting.

import Diagnostics

extension Lexer {
    /// True where a variable's name may begin.
    func startsVariable(_ i: Int) -> Bool {
        if i >= limit { return false }
        let c = base[i]
        if c >= 0x80 { return decode(i).isLetterOrDigit }
        if ASCII.continuesName(c) { return true }
        return c == UInt8(ascii: "$") || c == UInt8(ascii: "?") || c == UInt8(ascii: "^") || c == UInt8(ascii: ":")
    }

    func variable(splatted: Bool) -> Token {
        let kind: TokenKind = splatted ? .splattedVariable : .variable
        if byte(index + 1) == UInt8(ascii: "{"), !splatted {
            skipBraced(inString: false)
            return token(kind, .closed)
        }
        guard startsVariable(index + 1) else { return word() }
        guard skipPlain(inString: false) else { return word() }
        return token(kind, startsToken(index) ? .modeFree : [])
    }

    /// From the dollar sign past `${ }`.
    func skipBraced(inString: Bool) {
        let start = index + 1
        index += 2
        let first = index
        while true {
            if index >= limit {
                sink.reportIncomplete(.incompleteDollarVariableReference, range(start, limit))
                return
            }
            let c = base[index]
            if c == UInt8(ascii: "}") { break }
            if c == UInt8(ascii: "`") { index += index + 1 < limit ? 1 + decode(index + 1).length : 1; continue }
            if c == UInt8(ascii: "{") {
                sink.report(.openBraceNeedsToBeBackTickedInVariableName, range(index, index + 1))
            }
            index += 1
        }
        index += 1
        if index - 1 == first {
            sink.report(.emptyVariableReference, range(start, index))
        } else if base[index - 2] == UInt8(ascii: ":") {
            sink.report(.invalidBracedVariableReference, range(start, index))
        }
    }

    /// From the dollar (or at) sign past the name; false where in a command the word goes on.
    func skipPlain(inString: Bool) -> Bool {
        let start = index
        index += 1
        let c = base[index]
        if c == UInt8(ascii: "$") || c == UInt8(ascii: "?") || c == UInt8(ascii: "^") {
            index += 1
            if !inString, mode == .command, !startsToken(index), !endsVariable(index) { return false }
            return true
        }
        while index < limit {
            let c = base[index]
            if ASCII.continuesName(c) || c == UInt8(ascii: "?") { index += 1; continue }
            if c == UInt8(ascii: ":") {
                if byte(index + 1) == UInt8(ascii: ":") { break }
                index += 1
                continue
            }
            if c >= 0x80 {
                let scalar = decode(index)
                if scalar.isLetterOrDigit { index += scalar.length; continue }
            }
            if !inString, mode == .command, !startsToken(index), !endsVariable(index) { return false }
            break
        }
        if base[index - 1] == UInt8(ascii: ":") {
            let isBare = index - start == 2
            sink.report(isBare ? .invalidVariableReference : .invalidVariableReferenceWithDrive, range(start, index))
        }
        return true
    }

    /// Member access and indexing may follow a variable in a command.
    private func endsVariable(_ i: Int) -> Bool {
        let c = byte(i)
        return c == UInt8(ascii: ".") || c == UInt8(ascii: "[") || c == UInt8(ascii: ":")
    }
}
