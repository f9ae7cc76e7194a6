// What the planning of changes needs to know of the deployment: look-ups by key and counts, never everything in memory.

/// Read access to a deployment. Look-ups give nil for what does not exist; whatever the store cannot do is thrown.
///
/// Lists are only of what is few by nature: sites, pools, policies, the servers of one pool.
public protocol DeploymentReading {
    func deployment() throws -> Deployment

    func site(_ name: SiteName) throws -> Site?
    func sites() throws -> [Site]
    func sipDomain(_ name: SipDomainName) throws -> SipDomain?
    func defaultSipDomain() throws -> SipDomain?
    func sipDomainCount() throws -> Int

    func frontEndPool(_ fqdn: Fqdn) throws -> FrontEndPool?
    /// The front-end pool that has a computer of this name.
    func frontEndPool(withComputer fqdn: Fqdn) throws -> FrontEndPool?
    func frontEndPools() throws -> [FrontEndPool]

    func chatPool(_ fqdn: Fqdn) throws -> ChatPool?
    /// The legacy pool whose lookup user has this address.
    func chatPool(lookedUpAt address: SipAddress) throws -> ChatPool?
    func chatPools() throws -> [ChatPool]
    func chatServer(_ fqdn: Fqdn) throws -> ChatServer?
    /// At most 8 (R21), in the order in which they were added.
    func chatServers(of pool: Fqdn) throws -> [ChatServer]

    func user(at address: SipAddress) throws -> ChatUser?
    /// Users whom an identity names, at most `limit` of them.
    func users(named identity: UserIdentity, limit: Int) throws -> [ChatUser]

    func policy(_ identity: PolicyIdentity) throws -> ChatPolicy?
    func policies() throws -> [ChatPolicy]
    func client(_ name: ClientName) throws -> ChatClient?
    func endpoint(at address: SipAddress) throws -> ChatEndpoint?
    func endpoints(of pool: Fqdn) throws -> [ChatEndpoint]

    func userCount(homedOn pool: Fqdn) throws -> Int
    func userCount(assigned policy: PolicyName) throws -> Int
    /// SIP addresses of users and endpoints that end in the domain.
    func addressCount(in domain: SipDomainName) throws -> Int
    /// Users connected to all 2013 pools together (R152).
    func connectedUserCount() throws -> Int64
    /// Rooms of a legacy pool that no migration has brought over (R9).
    func unmigratedRoomCount(in pool: Fqdn) throws -> Int
}

extension DeploymentReading {
    /// Who answers at a SIP address.
    public func owner(of address: SipAddress) throws -> AddressOwner? {
        if let user = try user(at: address) {
            guard let pool = try chatPool(lookedUpAt: address) else { return .user(user) }
            return .lookupUser(user, pool: pool.fqdn)
        }
        return try endpoint(at: address).map { .endpoint($0) }
    }

    /// Who bears a name of the topology (R17).
    public func topologyOwner(of fqdn: Fqdn) throws -> ObjectReference? {
        if let pool = try frontEndPool(fqdn) { return pool.reference }
        if let pool = try frontEndPool(withComputer: fqdn) { return pool.reference }
        if let pool = try chatPool(fqdn) { return pool.reference }
        return try chatServer(fqdn)?.reference
    }
}
