// The one way into this target: text in, tree and diagnostics out. Never throws, never hangs.

import Diagnostics

/// What reading a text gives: always a tree, and what is wrong with the text.
public struct ParsedScript: Sendable {
    public let root: ScriptBlockSyntax
    public let diagnostics: [Diagnostic]
    /// Tokens in order, with comments and line breaks; what stands inside `"$( )"` is apart.
    public let tokens: [Token]
    /// Tokens of the subexpressions inside strings, in the order of their places.
    public let nestedTokens: [Token]

    /// True where the only thing wrong is that the text is not finished: a prompt asks for another line.
    public var isIncomplete: Bool { !diagnostics.isEmpty && diagnostics.contains { $0.isIncompleteInput } }
}

/// Reads a script, a typed line or a file of commands.
public func parse(_ source: SourceText) -> ParsedScript {
    var marker: UInt8 = 0
    let stackTop = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    return source.bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return parseEmpty(source) }
        let parser = Parser(source: source, base: base, count: buffer.count, stackTop: stackTop)
        let root = parser.script()
        checkSemantics(of: root, parser.sink)
        let tokens = parser.lexer.tokens.filter { $0.kind != .endOfInput || $0.range.start >= buffer.count }
        return ParsedScript(
            root: root, diagnostics: parser.sink.diagnostics, tokens: tokens,
            nestedTokens: parser.lexer.nestedTokens.sorted { $0.range.start < $1.range.start })
    }
}

private func parseEmpty(_ source: SourceText) -> ParsedScript {
    let range = SourceRange(0, 0)
    let root = ScriptBlockSyntax(
        range: range, source: source, usings: [], requirements: [], attributes: [], parameters: nil,
        parameterRange: nil, dynamicParameters: nil, begin: nil, process: nil,
        end: StatementBlock(range: range, statements: []), clean: nil, isEndNamed: false, helpText: nil)
    return ParsedScript(root: root, diagnostics: [], tokens: [Token(.endOfInput, range)], nestedTokens: [])
}
