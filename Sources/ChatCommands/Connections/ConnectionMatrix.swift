// Decisions for one user, client and pool, or for all of them: streams users, keeps pools, policies and a limited number of clients.

import ChatModel
import ChatStore
import Runtime

/// Which users, clients and pools to decide about.
struct ConnectionMatrix {
    /// As many clients as are kept in memory; beyond, each user's are looked up.
    private static let keptClients = 100_000

    private let store: any DeploymentStore
    private let setting: ConnectionSetting
    private let pools: [(facts: PoolFacts?, name: String?)]
    /// The clients of users, by address; nil if they are too many.
    private let clientsByUser: [SipAddress: [ConnectingClient]]?
    /// A client assumed for every user, in place of those that are stored.
    private let assumed: [ConnectingClient]?
    /// What stands for a kind of client that a user has none of.
    private let defaults: [ConnectingClient]

    /// - Parameters:
    ///   - wantedPools: Pools by name; nil for all.
    ///   - kind: Assumes a client of this kind for every user.
    ///   - address: The address that an assumed legacy client is configured with.
    ///   - isStoredOnly: Leaves out kinds of clients that a user has none of.
    init(
        _ store: any DeploymentStore, pools wantedPools: [Fqdn]?, kind: ClientKind?, address: SipAddress?, wantsAllReasons: Bool, isStoredOnly: Bool = false
    ) throws {
        self.store = store
        let picture = try ConnectionPicture(store)
        setting = ConnectionSetting(picture, wantsAllReasons: wantsAllReasons)
        pools = wantedPools?.map { name in (picture.facts(ofPool: name), name.text) } ?? picture.poolFacts.map { ($0, nil) }
        if let kind {
            let target: LookupTarget = try kind == .groupChat ? address.map { try picture.target(at: $0, store) } ?? .notConfigured : .notConfigured
            assumed = [ConnectingClient(kind.code, ClientFacts(kind: kind, target: target), address: address)]
            clientsByUser = nil
        } else {
            assumed = nil
            clientsByUser = try Self.clients(store, picture)
        }
        defaults = isStoredOnly ? [] : ClientKind.allCases.map { ConnectingClient($0.code, ClientFacts(kind: $0), address: nil) }
    }

    private static func clients(_ store: any DeploymentStore, _ picture: ConnectionPicture) throws -> [SipAddress: [ConnectingClient]]? {
        var clients: [SipAddress: [ConnectingClient]] = [:]
        var count = 0
        try store.forEachClient(of: nil) { client in
            count += 1
            if count > keptClients { return .stop }
            clients[client.user, default: []].append(try connecting(client, store, picture))
            return .next
        }
        return count > keptClients ? nil : clients
    }

    private static func connecting(_ client: ChatClient, _ store: any DeploymentStore, _ picture: ConnectionPicture) throws -> ConnectingClient {
        ConnectingClient(client.name.text, try picture.facts(of: client, store), address: client.configuration?.lookupUri)
    }

    /// The clients to decide about for a user: those stored, and for each kind there is none of, one without configuration.
    private func clients(of user: ChatUser?) throws -> [ConnectingClient] {
        if let assumed { return assumed }
        guard let address = user?.sipAddress else { return defaults }
        let stored: [ConnectingClient]
        if let clientsByUser {
            stored = clientsByUser[address] ?? []
        } else {
            var found: [ConnectingClient] = []
            try store.forEachClient(of: address) { client in
                found.append(try Self.connecting(client, store, setting.picture))
                return .next
            }
            stored = found
        }
        if stored.isEmpty { return defaults }
        return stored + defaults.filter { one in !stored.contains { $0.facts.kind == one.facts.kind } }
    }

    /// Decides for one user.
    func decide(_ user: ChatUser?, named name: String, _ body: (ClientConnection) throws -> Void) throws {
        try decide(user, named: name, clients: try clients(of: user), body)
    }

    /// Decides for one stored client.
    func decide(_ client: ChatClient, _ body: (ClientConnection) throws -> Void) throws {
        let user = try store.user(at: client.user)
        try decide(user, named: client.user.text, clients: [try Self.connecting(client, store, setting.picture)], body)
    }

    private func decide(_ user: ChatUser?, named name: String, clients: [ConnectingClient], _ body: (ClientConnection) throws -> Void) throws {
        let user = ConnectingUser(user, named: name, setting.picture)
        for client in clients {
            for pool in pools { try body(ClientConnection(setting, user, client, pool.facts, unknownPool: pool.name)) }
        }
    }

    /// Decides for every user, as the store gives them; lookup users of legacy pools are no people and are left out.
    func decideForAll(_ body: (ClientConnection) throws -> Void) throws {
        let lookupUsers = Set(setting.picture.pools.compactMap(\.lookupUser))
        try store.forEachUser(UserSelection()) { user in
            if let address = user.sipAddress, !lookupUsers.isEmpty, lookupUsers.contains(address) { return .next }
            try decide(user, named: user.label, body)
            return .next
        }
    }
}
