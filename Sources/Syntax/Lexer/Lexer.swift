// The lexer: bytes to tokens. The parser chooses the mode, because the same text reads differently as a command's
// arguments and as an expression; going back to a place and reading it again is cheap.

import Diagnostics

enum LexerMode { case command, expression, typeName }

final class Lexer {
    let sink: DiagnosticSink
    var base: UnsafePointer<UInt8>
    /// Where the text that is being read ends.
    var limit: Int
    var index = 0
    var tokenStart = 0
    var mode = LexerMode.command
    /// `-5` and `+5` are numbers where a value may begin.
    var allowsSignedNumbers = false
    /// Inside `a ? b : c` a number ends at `?` and `:`.
    var endsNumberAtTernary = false
    /// Places in the source of the bytes read, where they were copied to drop escapes; nil where they are the source.
    var places: [Int32]?
    /// Tokens in order, comments and line breaks included; those inside strings apart.
    var tokens: [Token] = []
    var nestedTokens: [Token] = []
    var nesting = 0
    private(set) var hasComments = false

    func noteComment() {
        hasComments = true
        record(Token(.comment, range(tokenStart, index)))
    }

    init(sink: DiagnosticSink, base: UnsafePointer<UInt8>, count: Int) {
        self.sink = sink; self.base = base; limit = count
        tokens.reserveCapacity(count / 4 + 8)
        // A byte order mark at the start is no text.
        if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { index = 3 }
    }

    // MARK: Bytes

    @inline(__always) func byte(_ i: Int) -> UInt8 { i < limit ? base[i] : 0 }
    @inline(__always) var peek: UInt8 { byte(index) }
    @inline(__always) func isEnd(_ i: Int) -> Bool { i >= limit }

    /// The character at an index of the text; U+FFFD for a byte that is no UTF-8.
    func decode(_ i: Int) -> DecodedScalar {
        guard i < limit else { return DecodedScalar(value: 0, length: 1) }
        let first = base[i]
        if first < 0x80 { return DecodedScalar(value: UInt32(first), length: 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, i + length <= limit else { return DecodedScalar(value: 0xFFFD, length: 1) }
        var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for k in 1..<length {
            let next = base[i + k]
            if next & 0xC0 != 0x80 { return DecodedScalar(value: 0xFFFD, length: 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return DecodedScalar(value: value, length: length)
    }

    /// True where any word ends: white space, line breaks, `& ( ) , ; { | }`, the end.
    @inline(__always) func startsToken(_ i: Int) -> Bool {
        if i >= limit { return true }
        let byte = base[i]
        return byte < 0x80 ? ASCII.startsToken(byte) : decode(i).isBlank
    }

    @inline(__always) func startsName(_ i: Int) -> Bool {
        if i >= limit { return false }
        let byte = base[i]
        return byte < 0x80 ? ASCII.isLetter(byte) || byte == 0x5F : decode(i).isLetter
    }

    /// The length of the name character at `i`, 0 if there is none.
    @inline(__always) func nameLength(_ i: Int) -> Int {
        if i >= limit { return 0 }
        let byte = base[i]
        if byte < 0x80 { return ASCII.continuesName(byte) ? 1 : 0 }
        let scalar = decode(i)
        return scalar.isLetterOrDigit ? scalar.length : 0
    }

    @inline(__always) func isDash(_ i: Int) -> Bool {
        if i >= limit { return false }
        return base[i] < 0x80 ? base[i] == 0x2D : decode(i).isDash
    }

    // MARK: Places

    /// Where a byte of the text being read stands in the source.
    @inline(__always) func place(_ i: Int) -> Int {
        guard let places else { return i }
        return i < places.count ? Int(places[i]) : Int(places[places.count - 1]) + (i - places.count + 1)
    }

    /// The reverse of `place`.
    func local(_ place: Int) -> Int {
        guard let places else { return min(place, limit) }
        var low = 0, high = places.count
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return min(low, limit)
    }

    func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(place(start), place(end)) }

    // MARK: Tokens

    @inline(__always) func token(_ kind: TokenKind, _ flags: TokenFlags = [], detail: UInt8 = 0) -> Token {
        let range = places == nil ? SourceRange(tokenStart, index) : range(tokenStart, index)
        let token = Token(kind, range, flags, detail: detail)
        record(token)
        return token
    }

    @inline(__always) func record(_ token: Token) {
        if nesting == 0 { tokens.append(token) } else { nestedTokens.append(token) }
    }

    /// Reads on from an earlier place; what was read since is forgotten.
    func resync(to start: Int32) {
        index = local(Int(start))
        if nesting == 0 {
            while let last = tokens.last, last.range.end > start { tokens.removeLast() }
        } else {
            while let last = nestedTokens.last, last.range.end > start { nestedTokens.removeLast() }
        }
    }

    @inline(__always) var inCommand: Bool { mode == .command }

    /// An operator in an expression; in a command only where the word ends after it.
    @inline(__always) func operatorOrWord(_ kind: TokenKind, _ length: Int) -> Token {
        index = tokenStart + length
        if mode == .command, !startsToken(index) { return word() }
        return token(kind)
    }

    func endToken() -> Token {
        let end = place(limit)
        let token = Token(.endOfInput, SourceRange(end + 1, end + 1), .modeFree)
        record(token)
        return token
    }

    func next() -> Token {
        while true {
            if index >= limit || sink.isHalted { return endToken() }
            tokenStart = index
            let c = base[index]
            switch c {
            case 0x20, 0x09, 0x0B, 0x0C:
                index += 1
                while index < limit, ASCII.isBlank(base[index]) { index += 1 }
                continue
            case 0x0A: index += 1; return token(.newLine, .modeFree)
            case 0x0D:
                index += byte(index + 1) == 0x0A ? 2 : 1
                return token(.newLine, .modeFree)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x5F: return name()
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if c >= 0x31, c <= 0x36, byte(index + 1) == UInt8(ascii: ">") { return redirection(after: 1) }
                return number()
            case UInt8(ascii: "$"):
                if byte(index + 1) == UInt8(ascii: "(") { index += 2; return token(.dollarParen, .modeFree) }
                return variable(splatted: false)
            case UInt8(ascii: "\""): return expandableString()
            case UInt8(ascii: "'"): return literalString()
            case UInt8(ascii: "("): index += 1; return token(.leftParen, .modeFree)
            case UInt8(ascii: ")"): index += 1; return token(.rightParen, .modeFree)
            case UInt8(ascii: "{"): index += 1; return token(.leftBrace, .modeFree)
            case UInt8(ascii: "}"): index += 1; return token(.rightBrace, .modeFree)
            case UInt8(ascii: ","): index += 1; return token(.comma, .modeFree)
            case UInt8(ascii: ";"): index += 1; return token(.semicolon, .modeFree)
            case UInt8(ascii: "|"):
                if byte(index + 1) == c { index += 2; return token(.orOr, .modeFree) }
                index += 1; return token(.pipe, .modeFree)
            case UInt8(ascii: "&"):
                if byte(index + 1) == c { index += 2; return token(.andAnd, .modeFree) }
                index += 1; return token(.ampersand, .modeFree)
            case UInt8(ascii: "#"): lineComment(); continue
            case UInt8(ascii: "["):
                if mode == .command { index += 1; return word() }
                index += 1; return token(.leftBracket)
            case UInt8(ascii: "]"): index += 1; return token(.rightBracket)
            default:
                if let token = operatorToken(c) { return token }
            }
        }
    }

    /// Everything that is not a bracket, a quote, a name or a number; nil where there was nothing but space.
    private func operatorToken(_ c: UInt8) -> Token? {
        let following = byte(index + 1)
        switch c {
        case UInt8(ascii: "`"): return backtick()
        case UInt8(ascii: "="): return operatorOrWord(.equals, 1)
        case UInt8(ascii: "+"):
            if following == c { return operatorOrWord(.plusPlus, 2) }
            if following == UInt8(ascii: "=") { return operatorOrWord(.plusEquals, 2) }
            if allowsSignedNumbers || mode == .command, ASCII.isDigit(following) || following == UInt8(ascii: ".") { return number() }
            return operatorOrWord(.plus, 1)
        case UInt8(ascii: "-"): return dash(1)
        case UInt8(ascii: "*"):
            if following == UInt8(ascii: ">") { return redirection(after: 1) }
            if following == UInt8(ascii: "=") { return operatorOrWord(.multiplyEquals, 2) }
            return operatorOrWord(.multiply, 1)
        case UInt8(ascii: "/"): return following == UInt8(ascii: "=") ? operatorOrWord(.divideEquals, 2) : operatorOrWord(.divide, 1)
        case UInt8(ascii: "%"): return following == UInt8(ascii: "=") ? operatorOrWord(.remainderEquals, 2) : operatorOrWord(.remainder, 1)
        case UInt8(ascii: "<"):
            if following == UInt8(ascii: "#") { blockComment(); return nil }
            index += 1
            return token(.inputRedirection)
        case UInt8(ascii: ">"):
            index += following == c ? 2 : 1
            return token(.redirection)
        case UInt8(ascii: "."): return dot()
        case UInt8(ascii: "!"):
            index += 1
            if mode == .command ? !startsToken(index) : startsName(index) { return word() }
            return token(.exclaim)
        case UInt8(ascii: "?"): return question()
        case UInt8(ascii: ":"): return colon()
        case UInt8(ascii: "@"): return at()
        case 0:
            index += 1
            return word()
        default: return highCharacter()
        }
    }

    private func highCharacter() -> Token? {
        let scalar = decode(index)
        if scalar.isBlank { index += scalar.length; return nil }
        if scalar.isDash { return dash(scalar.length) }
        if scalar.isDoubleQuote { return expandableString() }
        if scalar.isSingleQuote { return literalString() }
        if scalar.isLetter { return name() }
        index += scalar.length
        return word()
    }

    private func backtick() -> Token? {
        let next = decode(index + 1)
        if index + 1 >= limit {
            index += 1
            sink.reportIncomplete(.incompleteString, SourceRange(place(limit) + 1, place(limit) + 1))
            return nil
        }
        if next.value == 0x0D || next.value == 0x0A {
            index += next.value == 0x0D && byte(index + 2) == 0x0A ? 3 : 2
            record(Token(.lineContinuation, range(tokenStart, index)))
            return nil
        }
        if next.isBlank {
            index += 1 + next.length
            return nil
        }
        return word()
    }

    private func dot() -> Token {
        let following = byte(index + 1)
        if following == UInt8(ascii: ".") {
            index += 2
            if mode == .command, !startsToken(index) { return word() }
            return token(.dotDot)
        }
        if ASCII.isDigit(following) { return number() }
        index += 1
        if mode == .command, !startsToken(index), following != UInt8(ascii: "$"), following != UInt8(ascii: "\""), following != UInt8(ascii: "'") {
            return word()
        }
        return token(.dot)
    }

    private func question() -> Token {
        let following = byte(index + 1)
        if mode == .expression {
            if following == UInt8(ascii: "?") {
                if byte(index + 2) == UInt8(ascii: "=") { index += 3; return token(.questionQuestionEquals) }
                index += 2
                return token(.questionQuestion)
            }
            index += 1
            return token(.question)
        }
        index += 1
        return word()
    }

    private func colon() -> Token {
        if byte(index + 1) == UInt8(ascii: ":") {
            index += 2
            if mode == .command, !startsToken(index) { return word() }
            return token(.colonColon)
        }
        index += 1
        if startsName(index) {
            while case let n = nameLength(index), n > 0 { index += n }
            if mode == .command, !startsToken(index) { return word() }
            return token(.label)
        }
        if mode == .command, !startsToken(index) { return word() }
        return mode == .command ? token(.generic) : token(.colon)
    }

    private func at() -> Token {
        let following = byte(index + 1)
        switch following {
        case UInt8(ascii: "{"): index += 2; return token(.atBrace, .modeFree)
        case UInt8(ascii: "("): index += 2; return token(.atParen, .modeFree)
        case UInt8(ascii: "\""): return hereString(header: 2, expandable: true)
        case UInt8(ascii: "'"): return hereString(header: 2, expandable: false)
        default: break
        }
        if following >= 0x80 {
            let scalar = decode(index + 1)
            if scalar.isDoubleQuote { return hereString(header: 1 + scalar.length, expandable: true) }
            if scalar.isSingleQuote { return hereString(header: 1 + scalar.length, expandable: false) }
        }
        if startsVariable(index + 1) { return variable(splatted: true) }
        index += 1
        sink.report(.unrecognizedToken, range(index - 1, index))
        return token(.unknown)
    }
}
