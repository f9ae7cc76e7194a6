// `script:name` on the drives of variables, functions and aliases.

import Runtime

enum ScopedName {
    /// The name alone and the scope that stands before it; nil for a name without one.
    static func parts(_ name: String, _ scope: Scope) -> (String, Scope)? {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let qualifier = name[..<colon].lowercased()
        guard ["global", "script", "local", "private"].contains(qualifier), let own = scope.scope(named: qualifier) else { return nil }
        return (String(name[name.index(after: colon)...]), own)
    }
}
