// The parser's state and the moves every rule uses: look at a token, take it, put it back, read again from a place.
// It follows the reference's recursive descent, so that what goes wrong is reported in the same places.

import Diagnostics

final class Parser {
    let source: SourceText
    let sink: DiagnosticSink
    let lexer: Lexer
    /// The token that was put back, if `hasUngot`.
    var ungot = Token(.endOfInput, SourceRange(0, 0))
    var hasUngot = false
    /// Inside method and attribute arguments the comma separates arguments.
    var commaSeparates = false
    var depth = 0
    /// Real nesting is bounded by this; each level of source takes several.
    static let maximumDepth = 1600
    /// How many operators may follow one another on one value.
    static let maximumChain = 1000
    /// Attributes already read, by where they begin: the same place is tried as attribute and as cast.
    var attributeMemory: [Int32: RememberedAttribute] = [:]
    let stackTop: UInt

    struct RememberedAttribute { let element: AttributeElement, end: Int32 }

    init(source: SourceText, base: UnsafePointer<UInt8>, count: Int, stackTop: UInt) {
        self.source = source
        self.stackTop = stackTop
        sink = DiagnosticSink(source: source)
        lexer = Lexer(sink: sink, base: base, count: count)
    }

    // MARK: Tokens

    @inline(__always) func next() -> Token {
        if hasUngot { hasUngot = false; return ungot }
        return lexer.next()
    }

    @inline(__always) func peek() -> Token {
        if !hasUngot { ungot = lexer.next(); hasUngot = true }
        return ungot
    }

    @inline(__always) func unget(_ token: Token) { ungot = token; hasUngot = true }

    @inline(__always) func skip() { if hasUngot { hasUngot = false } else { _ = lexer.next() } }

    func resync(to place: Int32) {
        hasUngot = false
        lexer.resync(to: place)
    }

    @inline(__always) func setMode(_ mode: LexerMode) {
        if mode != lexer.mode {
            if hasUngot, !ungot.flags.contains(.modeFree) { resync(to: ungot.range.start) }
            lexer.mode = mode
        }
    }

    /// Where reading stands now, to come back to.
    var restorePoint: Int32 { hasUngot ? ungot.range.start : Int32(lexer.place(lexer.index)) }

    func skipNewlines() {
        if hasUngot {
            if ungot.kind != .newLine { return }
            hasUngot = false
        }
        lexer.skipBreaks(semicolons: false)
    }

    func skipNewlinesAndSemicolons() {
        if hasUngot {
            if ungot.kind != .newLine, ungot.kind != .semicolon { return }
            hasUngot = false
        }
        lexer.skipBreaks(semicolons: true)
    }

    func text(_ token: Token) -> String { source.text(token.range) }

    /// True if the token's text is the word, whatever its case.
    func isWord(_ token: Token, _ word: StaticString) -> Bool {
        let count = Int(token.range.end - token.range.start)
        guard count == word.utf8CodeUnitCount, Int(token.range.end) <= source.bytes.count else { return false }
        let start = Int(token.range.start)
        for i in 0..<count where source.bytes[start + i] | 0x20 != word.utf8Start[i] { return false }
        return true
    }

    // MARK: Places

    @inline(__always) func after(_ range: SourceRange) -> SourceRange { SourceRange(Int(range.end), Int(range.end)) }
    @inline(__always) func after(_ token: Token) -> SourceRange { after(token.range) }

    /// The place one before a token, where the reference lets an unfinished thing end.
    func before(_ token: Token) -> SourceRange {
        let place = max(0, Int(token.range.start) - 1)
        return SourceRange(place, place)
    }

    /// From the start of one to the end of the other, kept inside the text.
    @inline(__always) func span(_ first: SourceRange, _ last: SourceRange) -> SourceRange {
        let end = min(Int(last.end), source.bytes.count)
        return SourceRange(min(Int(first.start), end), max(end, Int(first.start)))
    }

    func errorExpression(_ range: SourceRange, _ parts: [Expression] = []) -> Expression {
        .error(ErrorExpression(range: span(range, range), parts: parts))
    }

    func errorStatement(_ range: SourceRange, _ parts: [Expression] = []) -> Statement {
        .error(ErrorExpression(range: span(range, range), parts: parts))
    }

    // MARK: Errors

    func report(_ id: ErrorID, _ range: SourceRange, _ given: @autoclosure () -> String = "") {
        if !sink.isHalted { sink.report(id, range, given()) }
    }

    @discardableResult
    func reportIncomplete(_ id: ErrorID, _ range: SourceRange, detected: SourceRange? = nil, _ given: @autoclosure () -> String = "") -> Bool {
        sink.isHalted || sink.reportIncomplete(id, range, detected: detected, given())
    }

    // MARK: Nesting

    /// Counts a level in; false where nesting is too deep, and then nothing more is read.
    @inline(__always) func enter() -> Bool {
        depth += 1
        if depth > Parser.maximumDepth || isStackLow() { return tooDeep() }
        return true
    }

    @inline(__always) func leave() { depth -= 1 }

    @inline(never) private func tooDeep() -> Bool {
        let place = SourceRange(Int(restorePoint), min(Int(restorePoint) + 1, source.bytes.count))
        sink.halt(at: place)
        hasUngot = false
        lexer.index = lexer.limit
        return false
    }

    /// A thread may have no more than 512 KiB. Frames of a debug build are several times larger; it reads on a big stack.
    #if DEBUG
        private static let stackBound: UInt = 6 * 1024 * 1024
    #else
        private static let stackBound: UInt = 400 * 1024
    #endif

    @inline(__always) private func isStackLow() -> Bool {
        var marker: UInt8 = 0
        let here = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        return stackTop > here && stackTop - here > Parser.stackBound
    }

    /// Skips to one of the closing tokens, over what is nested, starting inside them.
    func syncOnError(consume: Bool, _ kinds: TokenKind...) {
        var parens = kinds.contains(.rightParen) ? 1 : 0
        var braces = kinds.contains(.rightBrace) ? 1 : 0
        var brackets = kinds.contains(.rightBracket) ? 1 : 0
        while true {
            let token = next()
            switch token.kind {
            case .leftParen, .atParen, .dollarParen: parens += 1
            case .rightParen:
                parens -= 1
                if parens == 0, kinds.contains(.rightParen) { if !consume { unget(token) }; return }
            case .leftBrace, .atBrace: braces += 1
            case .rightBrace:
                braces -= 1
                if braces == 0, kinds.contains(.rightBrace) { if !consume { unget(token) }; return }
            case .leftBracket: brackets += 1
            case .rightBracket:
                brackets -= 1
                if brackets == 0, kinds.contains(.rightBracket) { if !consume { unget(token) }; return }
            case .newLine, .semicolon, .comma:
                if kinds.contains(token.kind), braces <= 1 { if !consume { unget(token) }; return }
            case .endOfInput:
                unget(token)
                return
            default: break
            }
        }
    }
}
