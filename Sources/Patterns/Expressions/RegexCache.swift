// Expressions used lately, so that a pattern in a loop is compiled once.

/// A bounded store of compiled expressions. Belongs to one thread at a time.
public final class RegexCache {
    private struct Key: Hashable {
        let pattern: String
        let options: RegexOptions

        // Canonically equivalent patterns are different patterns.
        static func == (a: Key, b: Key) -> Bool { a.options == b.options && a.pattern.utf8.elementsEqual(b.pattern.utf8) }
    }

    private var entries: [Key: RegularExpression] = [:]
    private var order: [Key] = []
    private let capacity: Int
    private var last: RegularExpression?

    /// Holds at most so many expressions.
    public init(capacity: Int = 64) {
        self.capacity = max(1, capacity)
    }

    /// The expression, compiled or from the store. Throws as `RegularExpression.init`.
    public func expression(_ pattern: String, options: RegexOptions = []) throws(RegexError) -> RegularExpression {
        if let last, last.options == options, last.pattern.utf8.elementsEqual(pattern.utf8) { return last }
        let key = Key(pattern: pattern, options: options)
        if let found = entries[key] {
            last = found
            return found
        }
        let compiled = try RegularExpression(pattern, options: options)
        if order.count >= capacity { entries.removeValue(forKey: order.removeFirst()) }
        entries[key] = compiled
        order.append(key)
        last = compiled
        return compiled
    }
}
