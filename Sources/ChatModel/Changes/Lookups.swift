// Look-ups that must find something, and the plain checks of names and numbers that no rule is about.

extension DeploymentReading {
    public func existingSite(_ name: SiteName) throws -> Site {
        if let site = try site(name) { return site }
        throw Refusal(Message(.siteNotFound, ["site": .name(name)]), .objectNotFound, target: ObjectReference(.site, name))
    }

    public func existingSipDomain(_ name: SipDomainName) throws -> SipDomain {
        if let domain = try sipDomain(name) { return domain }
        throw Refusal(Message(.sipDomainNotFound, ["domain": .name(name)]), .objectNotFound, target: ObjectReference(.sipDomain, name))
    }

    /// The default SIP domain, which new addresses get.
    func defaultDomain(for target: ObjectReference) throws -> SipDomainName {
        if let domain = try defaultSipDomain() { return domain.name }
        throw Refusal(Message(.noSipDomain), .invalidOperation, target: target)
    }

    /// A front-end pool. A chat pool's name is refused as such, since users are often homed by mistake on one.
    public func existingFrontEndPool(_ fqdn: Fqdn) throws -> FrontEndPool {
        if let pool = try frontEndPool(fqdn) { return pool }
        let target = ObjectReference(.frontEndPool, fqdn)
        if let chatPool = try chatPool(fqdn) {
            throw Refusal(
                Message(.notAFrontEndPool, ["pool": .name(fqdn), "host": .name(chatPool.hostPool)]), .invalidArgument, target: target,
                others: [chatPool.reference])
        }
        throw Refusal(Message(.frontEndPoolNotFound, ["pool": .name(fqdn)]), .objectNotFound, target: target)
    }

    /// A chat pool (P3).
    public func existingChatPool(_ fqdn: Fqdn) throws -> ChatPool {
        if let pool = try chatPool(fqdn) { return pool }
        throw Refusal(Message(.chatPoolNotFound, ["pool": .name(fqdn)]), rule: "P3", .objectNotFound, target: ObjectReference(.chatPool, fqdn))
    }

    public func existingChatServer(_ fqdn: Fqdn) throws -> ChatServer {
        if let server = try chatServer(fqdn) { return server }
        throw Refusal(Message(.chatServerNotFound, ["server": .name(fqdn)]), .objectNotFound, target: ObjectReference(.chatServer, fqdn))
    }

    /// The one user whom an identity names (P1).
    public func existingUser(_ identity: UserIdentity) throws -> ChatUser {
        let found: [ChatUser] =
            if case .address(let address) = identity { try user(at: address).map { [$0] } ?? [] } else { try users(named: identity, limit: 2) }
        guard let user = found.first else { throw userNotFound(identity.text) }
        guard found.count == 1 else {
            throw Refusal(Message(.userAmbiguous, ["user": .text(identity.text)]), .invalidArgument, target: ObjectReference(.user, identity.text))
        }
        return user
    }

    public func existingPolicy(_ identity: PolicyIdentity) throws -> ChatPolicy {
        if let policy = try policy(identity) { return policy }
        throw Refusal(Message(.policyNotFound, ["id": .text(identity.text)]), .objectNotFound, target: ObjectReference(.policy, identity.text))
    }

    public func existingClient(_ name: ClientName) throws -> ChatClient {
        if let client = try client(name) { return client }
        throw Refusal(Message(.clientNotFound, ["client": .name(name)]), .objectNotFound, target: ObjectReference(.client, name))
    }

    public func existingEndpoint(_ address: SipAddress) throws -> ChatEndpoint {
        if let endpoint = try endpoint(at: address) { return endpoint }
        throw Refusal(Message(.endpointNotFound, ["endpoint": .name(address)]), .objectNotFound, target: ObjectReference(.endpoint, address))
    }

    /// R33: a new SIP address must be valid, in a known domain, and free.
    func checkNewSipAddress(_ address: SipAddress) throws {
        try checkSipAddress(address, isInKnownDomain: try sipDomain(address.domain) != nil)
        try checkSipAddressIsFree(address, owner: try owner(of: address))
    }
}

/// P1: the refusal of a user there is not.
public func userNotFound(_ name: String) -> Refusal {
    Refusal(Message(.userNotFound, ["user": .text(name)]), rule: "P1", .objectNotFound, target: ObjectReference(.user, name))
}

/// The refusal of an empty name.
func emptyName(of kind: ObjectKind) -> Message {
    Message(.nameInvalid, ["kind": .kind(kind), "valid": .text("1 to 256 characters"), "given": .text("")])
}

/// Names have 1 to 256 characters and no control characters.
func checkName(_ name: some CaselessName, of kind: ObjectKind) throws(Refusal) {
    guard name.text.isEmpty || name.text.unicodeScalars.count > 256 || name.text.utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return }
    throw Refusal(
        Message(.nameInvalid, ["kind": .kind(kind), "valid": .text("1 to 256 characters without control characters"), "given": .name(name)]),
        .invalidArgument, target: ObjectReference(kind, name))
}

/// Pools and servers have well-formed fully qualified names.
func checkFqdn(_ fqdn: Fqdn, of kind: ObjectKind) throws(Refusal) {
    guard !fqdn.isWellFormed else { return }
    throw Refusal(
        Message(.nameInvalid, ["kind": .kind(kind), "valid": .text("a fully qualified domain name"), "given": .name(fqdn)]), .invalidArgument,
        target: ObjectReference(kind, fqdn))
}

/// A number lies within a range.
func checkRange(_ number: Int64, _ range: ClosedRange<Int64>, property: String, of target: ObjectReference) throws(Refusal) {
    guard !range.contains(number) else { return }
    throw Refusal(
        Message(
            .numberOutOfRange,
            [
                "property": .text(property), "from": .number(range.lowerBound), "to": .number(range.upperBound), "given": .number(number),
            ]), .invalidArgument, target: target)
}
