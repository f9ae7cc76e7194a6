// What the lexer gives: kinds of tokens, what each may be, and the token itself.

import Diagnostics

public enum TokenKind: UInt8, Sendable {
    case unknown, endOfInput, newLine, lineContinuation, comment
    case variable, splattedVariable, number, identifier, generic, parameter, label
    case stringLiteral, stringExpandable, hereStringLiteral, hereStringExpandable
    case leftParen, rightParen, leftBrace, rightBrace, leftBracket, rightBracket
    case atParen, atBrace, dollarParen
    case comma, semicolon, pipe, ampersand, andAnd, orOr, dot, dotDot, colon, colonColon
    case question, questionQuestion, questionDot, questionBracket
    case exclaim, plusPlus, minusMinus, plus, minus, multiply, divide, remainder
    case equals, plusEquals, minusEquals, multiplyEquals, divideEquals, remainderEquals, questionQuestionEquals
    case redirection, inputRedirection
    /// `-eq` and its kin; which one says `operatorName(of:)` in the parser.
    case dashOperator
    case keyword
}

public struct TokenFlags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Holds a variable or subexpression that is expanded.
    static let expands = TokenFlags(rawValue: 1)
    /// Holds escapes or quotes: the value differs from the text.
    static let escapes = TokenFlags(rawValue: 2)
    /// Reads the same in command and expression mode, so a change of mode needs no second look.
    static let modeFree = TokenFlags(rawValue: 4)
    /// A parameter that ends in a colon.
    static let colon = TokenFlags(rawValue: 8)
    /// `${name}` rather than `$name`; for strings: the closing quote is there.
    static let closed = TokenFlags(rawValue: 16)
}

/// One token. Its text is what `range` covers in the source.
public struct Token: Sendable {
    public let kind: TokenKind
    public let flags: TokenFlags
    /// Which keyword, where `kind` is `keyword`; which operator, where it is `dashOperator`.
    let detail: UInt8
    public let range: SourceRange

    init(_ kind: TokenKind, _ range: SourceRange, _ flags: TokenFlags = [], detail: UInt8 = 0) {
        self.kind = kind; self.range = range; self.flags = flags; self.detail = detail
    }

    /// A variable that stands inside a string.
    public init(variableAt range: SourceRange) { self.init(.variable, range) }

    /// The operator behind the dash, in lower case, where the token is one.
    public var operatorName: String? { dashOperator.map { "\($0)" } }

    public func text(in source: SourceText) -> String { source.text(range) }

    public var keyword: Keyword? { kind == .keyword ? Keyword(rawValue: detail) : nil }
    var dashOperator: DashOperator? { kind == .dashOperator ? DashOperator(rawValue: detail) : nil }

    var isAssignment: Bool { kind.rawValue >= TokenKind.equals.rawValue && kind.rawValue <= TokenKind.questionQuestionEquals.rawValue }
    func isKeyword(_ word: Keyword) -> Bool { kind == .keyword && detail == word.rawValue }
}
