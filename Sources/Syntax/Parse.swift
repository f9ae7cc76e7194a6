// The one way into this target: text in, tree and diagnostics out. Never throws, never hangs.

import Diagnostics

/// What reading a text gives: always a tree, and what is wrong with the text.
public struct ParsedScript: Sendable {
    public let root: ScriptBlockSyntax
    public let diagnostics: [Diagnostic]
    public let tokens: [Token]

    /// True where the only thing wrong is that the text is not finished: a prompt asks for another line.
    public var isIncomplete: Bool { !diagnostics.isEmpty && diagnostics.contains { $0.isIncompleteInput } }
}
