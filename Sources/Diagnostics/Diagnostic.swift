// What a reader of source text has to say about it: a stable id, where, and a sentence.

public struct Diagnostic: Sendable {
    /// Stable id as the reference shell has it, such as `MissingEndCurlyBrace`.
    public let id: String
    public let range: SourceRange
    public let message: String
    /// True where more input would complete what is there; the prompt then asks for another line.
    public let isIncompleteInput: Bool

    public init(id: String, range: SourceRange, message: String, isIncompleteInput: Bool = false) {
        self.id = id
        self.range = range
        self.message = message
        self.isIncompleteInput = isIncompleteInput
    }
}
