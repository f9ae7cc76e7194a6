// Selections as SQL conditions.
import ChatModel

extension UserSelection {
    /// The condition and the values for its places. Conditions on indexed columns come first; those that no index should serve carry a `+`.
    var condition: (String, [ColumnValue]) {
        var terms: [String] = []
        var values: [ColumnValue] = []
        switch home {
        case .any: break
        case .unassigned: terms.append("home_pool IS NULL")
        case .pool(let pool):
            terms.append("home_pool = ?")
            values.append(.text(pool.text))
        case .generation(let generation):
            terms.append("+home_pool IN (SELECT fqdn FROM front_end_pool WHERE generation = ?)")
            values.append(.text(generation.code))
        }
        switch policy {
        case .any: break
        case .unassigned: terms.append("policy IS NULL")
        case .named(let name):
            terms.append("policy = ?")
            values.append(.text(name.text))
        }
        switch enablement {
        case nil: break
        case .never: terms.append("enabled IS NULL")
        case .enabled: terms.append("enabled = 1")
        case .blocked: terms.append("enabled = 0")
        }
        for (column, pattern) in [("display_name", displayName), ("sip_address", sipAddress)] {
            guard let pattern else { continue }
            terms.append("+\(column) LIKE ? ESCAPE '\\'")
            values.append(.text(pattern.likePattern))
        }
        return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), values)
    }

    /// Whether the condition decides by itself.
    var likeIsExact: Bool { displayName?.likeIsExact != false && sipAddress?.likeIsExact != false }

    /// What the condition leaves open: character classes of patterns.
    func fitsBeyondLike(_ user: ChatUser) -> Bool {
        if let displayName, !displayName.likeIsExact, !displayName.matches(user.displayName) { return false }
        if let sipAddress, !sipAddress.likeIsExact, !sipAddress.matches(user.sipAddress?.text ?? "") { return false }
        return true
    }
}
