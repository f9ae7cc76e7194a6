// Comment-based help: which comments belong to a function or a script.

import Diagnostics

extension Parser {
    /// Comments directly before the function, or first or last in its body; for a script first or last in the file.
    func helpText(open: Token?, closing: SourceRange, before start: Int32?) -> String? { nil }
}
