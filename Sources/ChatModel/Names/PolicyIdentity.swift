// Where a policy applies: the whole deployment, one site, or the users it is granted to.

/// The identity of a policy: its scope and, except for the global one, a name (domain.md 2.10).
public enum PolicyIdentity: Hashable, Sendable, CustomStringConvertible {
    case global
    case site(SiteName)
    case tag(PolicyName)

    /// What a written identity means.
    public enum Reading: Hashable, Sendable {
        case policy(PolicyIdentity)
        /// A service was named; there are no policies at that scope (R44, R52).
        case serviceScope(String)
        case empty
    }

    /// Reads `global`, `site:<name>`, `tag:<name>` and a bare name (per-user), in any case; `service:...` and `<Role>:<fqdn>` name a service.
    public static func read(_ text: String) -> Reading {
        let text = text[...]
        if equalIgnoringCase(text, "global") { return .policy(.global) }
        if let name = remainder(of: text, after: "site:") { return name.isEmpty ? .empty : .policy(.site(SiteName(String(name)))) }
        if let name = remainder(of: text, after: "tag:") { return name.isEmpty ? .empty : .policy(.tag(PolicyName(String(name)))) }
        for prefix in ["service:", "persistentchatserver:", "registrar:"] where remainder(of: text, after: prefix) != nil {
            return .serviceScope(String(text))
        }
        return text.isEmpty ? .empty : .policy(.tag(PolicyName(String(text))))
    }

    /// `Global`, `Site:<name>` or `Tag:<name>`.
    public var text: String {
        switch self {
        case .global: "Global"
        case .site(let name): "Site:\(name.text)"
        case .tag(let name): "Tag:\(name.text)"
        }
    }

    public var description: String { text }
}
