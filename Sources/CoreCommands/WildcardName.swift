// Names with wildcards, as `-Name r*` takes them.

import Patterns
import Runtime

enum WildcardName {
    static func isWildcard(_ text: String) -> Bool { WildcardPattern.containsWildcards(text) }

    /// Without case; a pattern that cannot be read matches only itself.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let wildcard = try? WildcardPattern(pattern, ignoreCase: true) else { return text.equalsIgnoringCase(pattern) }
        return wildcard.matches(text)
    }
}
