// Wildcards in paths: which files and items a pattern means.

import Patterns
import Runtime
import Scalars

enum Globbing {
    static func isPattern(_ text: String) -> Bool { WildcardPattern.containsWildcards(text) }

    /// The text a pattern without wildcards means: backticks before special characters go.
    static func literal(_ text: String) -> String { text.contains("`") ? WildcardPattern.unescape(text) : text }

    /// Full paths that match, in the order of listing. Names that begin with a dot only with `force`.
    static func files(_ pattern: String, force: Bool, _ session: Session) throws -> [String] {
        var text = pattern.contains("\\") ? String(pattern.map { $0 == "\\" ? "/" : $0 }) : pattern
        if text == "~" || text.hasPrefix("~/") { text = (session.environment["HOME"] ?? "/") + text.dropFirst() }
        var found = [text.hasPrefix("/") ? "/" : session.location]
        let mustBeFolder = text.hasSuffix("/")
        for part in text.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                found = found.map { PathText.parent($0).isEmpty ? "/" : PathText.parent($0) }
                continue
            }
            let name = String(part)
            if !isPattern(name) {
                let plain = literal(name)
                found = found.map { PathText.join($0, plain) }.filter { FileStatus($0) != nil }
                continue
            }
            let wildcard = try self.pattern(name)
            var next: [String] = []
            for folder in found {
                // A folder that cannot be read has no matches to offer.
                guard let names = try? Folder.sortedNames(folder) else { continue }
                for candidate in names where (force || !candidate.hasPrefix(".")) && wildcard.matches(candidate) {
                    next.append(PathText.join(folder, candidate))
                }
            }
            found = next
        }
        return mustBeFolder ? found.filter { FileStatus($0)?.isDirectory == true } : found
    }

    /// - Throws: `WildcardPatternException` for a pattern that cannot be read.
    static func pattern(_ text: String) throws -> WildcardPattern {
        do { return try WildcardPattern(text, ignoreCase: true) } catch {
            throw ShellError("RuntimeException", error.message, type: "WildcardPatternException", category: .invalidArgument, target: .text(text))
        }
    }
}
