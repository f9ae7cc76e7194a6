// A store and its transactions read through the same connection; these lines hand each question on.
import ChatModel

/// Anything that reads through a connection.
protocol ReadingThrough: DeploymentReading, DeploymentStreaming {
    var reading: SQLiteReading { get }
}

extension ReadingThrough {
    public func deployment() throws -> Deployment { try reading.deployment() }
    public func site(_ name: SiteName) throws -> Site? { try reading.site(name) }
    public func sites() throws -> [Site] { try reading.sites() }
    public func sipDomain(_ name: SipDomainName) throws -> SipDomain? { try reading.sipDomain(name) }
    public func defaultSipDomain() throws -> SipDomain? { try reading.defaultSipDomain() }
    public func sipDomainCount() throws -> Int { try reading.sipDomainCount() }
    public func frontEndPool(_ fqdn: Fqdn) throws -> FrontEndPool? { try reading.frontEndPool(fqdn) }
    public func frontEndPool(withComputer fqdn: Fqdn) throws -> FrontEndPool? { try reading.frontEndPool(withComputer: fqdn) }
    public func frontEndPools() throws -> [FrontEndPool] { try reading.frontEndPools() }
    public func chatPool(_ fqdn: Fqdn) throws -> ChatPool? { try reading.chatPool(fqdn) }
    public func chatPool(lookedUpAt address: SipAddress) throws -> ChatPool? { try reading.chatPool(lookedUpAt: address) }
    public func chatPools() throws -> [ChatPool] { try reading.chatPools() }
    public func chatServer(_ fqdn: Fqdn) throws -> ChatServer? { try reading.chatServer(fqdn) }
    public func chatServers(of pool: Fqdn) throws -> [ChatServer] { try reading.chatServers(of: pool) }
    public func user(at address: SipAddress) throws -> ChatUser? { try reading.user(at: address) }
    public func users(named identity: UserIdentity, limit: Int) throws -> [ChatUser] { try reading.users(named: identity, limit: limit) }
    public func policy(_ identity: PolicyIdentity) throws -> ChatPolicy? { try reading.policy(identity) }
    public func policies() throws -> [ChatPolicy] { try reading.policies() }
    public func client(_ name: ClientName) throws -> ChatClient? { try reading.client(name) }
    public func endpoint(at address: SipAddress) throws -> ChatEndpoint? { try reading.endpoint(at: address) }
    public func endpoints(of pool: Fqdn) throws -> [ChatEndpoint] { try reading.endpoints(of: pool) }
    public func userCount(homedOn pool: Fqdn) throws -> Int { try reading.userCount(homedOn: pool) }
    public func userCount(assigned policy: PolicyName) throws -> Int { try reading.userCount(assigned: policy) }
    public func addressCount(in domain: SipDomainName) throws -> Int { try reading.addressCount(in: domain) }
    public func connectedUserCount() throws -> Int64 { try reading.connectedUserCount() }
    public func unmigratedRoomCount(in pool: Fqdn) throws -> Int { try reading.unmigratedRoomCount(in: pool) }
    public func forEachUser(_ selection: UserSelection, _ body: (ChatUser) throws -> StreamStep) throws { try reading.forEachUser(selection, body) }
    public func forEachClient(of user: SipAddress?, _ body: (ChatClient) throws -> StreamStep) throws { try reading.forEachClient(of: user, body) }
    public func forEachEndpoint(of pool: Fqdn?, _ body: (ChatEndpoint) throws -> StreamStep) throws { try reading.forEachEndpoint(of: pool, body) }
    public func forEachSipDomain(_ body: (SipDomain) throws -> StreamStep) throws { try reading.forEachSipDomain(body) }
    public func forEachChange(_ selection: ChangeSelection, _ body: (ChangeEntry) throws -> StreamStep) throws { try reading.forEachChange(selection, body) }
    public func userCount(_ selection: UserSelection) throws -> Int { try reading.userCount(selection) }
}
