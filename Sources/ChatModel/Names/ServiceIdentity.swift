// The forms in which a command may name the service of a pool: role and name, with or without `service:`, or the bare name.

/// A pool as the identity of one of its services names it.
public struct ServiceIdentity: Hashable, Sendable {
    /// `PersistentChatServer`, `Registrar`, ...; nil when only the pool was named.
    public let role: String?
    public let fqdn: Fqdn

    public init(role: String?, fqdn: Fqdn) {
        self.role = role
        self.fqdn = fqdn
    }

    /// Reads `<fqdn>`, `<Role>:<fqdn>`, `service:<fqdn>` and `service:<Role>:<fqdn>` (conflict C16: all forms that name one pool).
    public init(parsing identity: String) {
        let name = remainder(of: identity[...], after: "service:") ?? identity[...]
        if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
            self.init(role: String(name[..<colon]), fqdn: Fqdn(String(name[name.utf8.index(after: colon)...])))
        } else {
            self.init(role: nil, fqdn: Fqdn(String(name)))
        }
    }

    /// `<Role>:<fqdn>`, or the name alone.
    public var text: String { role.map { "\($0):\(fqdn.text)" } ?? fqdn.text }
}
