// Look-ups in an SQLite store.
import ChatModel

/// What can be read through one connection, in a transaction or outside.
final class SQLiteReading {
    let tables: Tables
    /// What has been looked up in the current transaction; nobody else can change it meanwhile.
    var memo: TransactionMemo?
    private let connection: Connection
    private let namedByPrincipal: Query
    private let namedByLogon: Query
    private let connectedUsers: Query
    private let changes: Query

    init(_ connection: Connection) {
        self.connection = connection
        tables = Tables(connection)
        namedByPrincipal = Query(
            connection,
            """
            SELECT id FROM chat_user WHERE sip_address = 'sip:' || ?1 AND user_principal_name = ?1
            UNION SELECT id FROM chat_user WHERE user_principal_name = ?1 AND \(Schema.unusualPrincipalName) LIMIT ?2
            """)
        namedByLogon = Query(
            connection,
            """
            SELECT id FROM chat_user WHERE sip_address IN (SELECT 'sip:' || ?1 || '@' || name FROM sip_domain) AND sam_account_name = ?1
            UNION SELECT id FROM chat_user WHERE sam_account_name = ?1 AND \(Schema.unusualLogonName) LIMIT ?2
            """)
        namedByDistinguishedName = Query(
            connection,
            """
            SELECT id FROM chat_user WHERE display_name = ?3 AND identity = ?1
            UNION SELECT id FROM chat_user WHERE identity = ?1 AND \(Schema.unusualDistinguishedName) LIMIT ?2
            """)
        connectedUsers = Query(
            connection,
            """
            SELECT coalesce(sum(connected_users), 0) FROM chat_server JOIN chat_pool ON chat_pool.fqdn = chat_server.pool WHERE generation = '2013'
            """)
        changes = Query(
            connection,
            """
            SELECT e.change, e.number, s.command, s.author, s.at, e.action, e.kind, e.identity, e.property, e.old, e.new
            FROM change_entry e JOIN change_set s ON s.id = e.change
            WHERE (e.change, e.number) > (?1, ?2) AND e.change <= ?3
              AND (?4 IS NULL OR e.kind = ?4) AND (?5 IS NULL OR e.identity = ?5 COLLATE NOCASE) AND (?6 IS NULL OR s.command = ?6 COLLATE NOCASE)
            ORDER BY e.change, e.number LIMIT 256
            """)
        lastChange = Query(connection, "SELECT max(id) FROM change_set")
    }
    private let namedByDistinguishedName: Query
    private let lastChange: Query
}

/// What is few and often asked for while many users are changed in one transaction.
final class TransactionMemo {
    let frontEndPools = Remembered<Fqdn, FrontEndPool>()
    let policies = Remembered<PolicyIdentity, ChatPolicy>()
    let sipDomains = Remembered<SipDomainName, SipDomain>()
}

/// What was found under each key that was asked for; also that nothing was.
final class Remembered<Key: Hashable, Entity> {
    private var known: [Key: Entity?] = [:]

    func find(_ key: Key, _ find: () throws -> Entity?) throws -> Entity? {
        if let found = known[key] { return found }
        let found = try find()
        known[key] = .some(found)
        return found
    }
}

extension SQLiteReading: DeploymentReading {
    func deployment() throws -> Deployment { try tables.deployment.all().first ?? Deployment() }

    func site(_ name: SiteName) throws -> Site? { try tables.sites.find(name.text) }
    func sites() throws -> [Site] { try tables.sites.all() }
    func sipDomain(_ name: SipDomainName) throws -> SipDomain? {
        try memo.map { try $0.sipDomains.find(name) { try tables.sipDomains.find(name.text) } } ?? tables.sipDomains.find(name.text)
    }
    func defaultSipDomain() throws -> SipDomain? { try tables.sipDomains.all(where: "is_default = 1", limit: 1).first }
    func sipDomainCount() throws -> Int { try tables.sipDomains.count() }

    func frontEndPool(_ fqdn: Fqdn) throws -> FrontEndPool? {
        try memo.map { try $0.frontEndPools.find(fqdn) { try tables.frontEndPools.find(fqdn.text) } } ?? tables.frontEndPools.find(fqdn.text)
    }
    func frontEndPool(withComputer fqdn: Fqdn) throws -> FrontEndPool? {
        try tables.frontEndPools.first(where: "fqdn = (SELECT pool FROM front_end_computer WHERE fqdn = ?)", .text(fqdn.text))
    }
    func frontEndPools() throws -> [FrontEndPool] { try tables.frontEndPools.all() }

    func chatPool(_ fqdn: Fqdn) throws -> ChatPool? { try tables.chatPools.find(fqdn.text) }
    func chatPool(lookedUpAt address: SipAddress) throws -> ChatPool? { try tables.chatPools.first(where: "lookup_user = ?", .text(address.text)) }
    func chatPools() throws -> [ChatPool] { try tables.chatPools.all() }
    func chatServer(_ fqdn: Fqdn) throws -> ChatServer? { try tables.chatServers.find(fqdn.text) }
    func chatServers(of pool: Fqdn) throws -> [ChatServer] { try tables.chatServers.all(where: "pool = ?", .text(pool.text)) }

    func user(at address: SipAddress) throws -> ChatUser? { try tables.users.first(where: "sip_address = ?", .text(address.text)) }

    func users(named identity: UserIdentity, limit: Int) throws -> [ChatUser] {
        let most = ColumnValue.integer(Int64(limit))
        switch identity {
        case .address(let address): return try user(at: address).map { [$0] } ?? []
        case .displayName(let name): return try tables.users.all(where: "display_name = ?", .text(name), limit: limit)
        case .principalName(let name): return try users(try namedByPrincipal.all(.text(name), most) { $0.integer(0) })
        case .distinguishedName(let name):
            let commonName = DistinguishedName(name).commonName ?? ""
            return try users(try namedByDistinguishedName.all(.text(name), most, .text(commonName)) { $0.integer(0) })
        case .logon(let domain, let name):
            let found = try users(try namedByLogon.all(.text(name), .integer(-1)) { $0.integer(0) })
            return Array(found.filter { SipDomainName(String($0.distinguishedName.shortDomain ?? "")) == SipDomainName(domain) }.prefix(limit))
        }
    }

    private func users(_ ids: [Int64]) throws -> [ChatUser] {
        try ids.compactMap { try tables.users.first(where: "id = ?", .integer($0)) }
    }

    func policy(_ identity: PolicyIdentity) throws -> ChatPolicy? {
        try memo.map { try $0.policies.find(identity) { try tables.policies.find(identity.text) } } ?? tables.policies.find(identity.text)
    }
    func policies() throws -> [ChatPolicy] { try tables.policies.all() }
    func client(_ name: ClientName) throws -> ChatClient? { try tables.clients.find(name.text) }
    func endpoint(at address: SipAddress) throws -> ChatEndpoint? { try tables.endpoints.find(address.text) }
    func endpoints(of pool: Fqdn) throws -> [ChatEndpoint] { try tables.endpoints.all(where: "pool = ?", .text(pool.text)) }

    func userCount(homedOn pool: Fqdn) throws -> Int { try tables.users.count(where: "home_pool = ?", .text(pool.text)) }
    func userCount(assigned policy: PolicyName) throws -> Int { try tables.users.count(where: "policy = ?", .text(policy.text)) }
    func addressCount(in domain: SipDomainName) throws -> Int {
        let condition = "substr(sip_address, instr(sip_address, '@') + 1) = ? COLLATE NOCASE"
        return try tables.users.count(where: condition, .text(domain.text)) + tables.endpoints.count(where: condition, .text(domain.text))
    }
    func connectedUserCount() throws -> Int64 { try connectedUsers.first { $0.integer(0) } ?? 0 }

    /// Version 1 of the store holds no rooms.
    func unmigratedRoomCount(in pool: Fqdn) throws -> Int { 0 }
}

extension SQLiteReading: DeploymentStreaming {
    func forEachUser(_ selection: UserSelection, _ body: (ChatUser) throws -> StreamStep) throws {
        let (condition, values) = selection.condition
        try tables.users.stream(where: condition, values) { user in
            selection.fitsBeyondLike(user) ? try body(user) : .next
        }
    }

    func userCount(_ selection: UserSelection) throws -> Int {
        let (condition, values) = selection.condition
        guard selection.likeIsExact else {
            var count = 0
            try forEachUser(selection) { _ in
                count += 1
                return .next
            }
            return count
        }
        return try tables.users.count(where: condition, values)
    }

    func forEachClient(of user: SipAddress?, _ body: (ChatClient) throws -> StreamStep) throws {
        try tables.clients.stream(where: user == nil ? "1" : "user = ?", user.map { [.text($0.text)] } ?? [], body)
    }

    func forEachEndpoint(of pool: Fqdn?, _ body: (ChatEndpoint) throws -> StreamStep) throws {
        try tables.endpoints.stream(where: pool == nil ? "1" : "pool = ?", pool.map { [.text($0.text)] } ?? [], body)
    }

    func forEachSipDomain(_ body: (SipDomain) throws -> StreamStep) throws { try tables.sipDomains.stream(where: "1", [], body) }

    func forEachChange(_ selection: ChangeSelection, _ body: (ChangeEntry) throws -> StreamStep) throws {
        let last = try lastChange.first { $0.integer(0) } ?? 0
        let filter = [selection.kind?.rawValue, selection.identity, selection.command].map { $0.map { ColumnValue.text($0) } ?? .none }
        var reached: (change: Int64, number: Int64) = (selection.after, .max)
        while true {
            let page = try changes.all([.integer(reached.change), .integer(reached.number), .integer(last)] + filter) { row in
                reached = (row.integer(0), row.integer(1))
                return ChangeEntry(
                    change: row.integer(0),
                    origin: ChangeOrigin(command: row.text(2), author: row.optionalText(3), time: row.isNull(4) ? nil : row.integer(4)),
                    action: try row.choice(5), kind: row.text(6), identity: row.text(7), property: row.optionalText(8), old: row.optionalText(9),
                    new: row.optionalText(10))
            }
            for entry in page where try body(entry) == .stop { return }
            if page.count < 256 { return }
        }
    }
}
