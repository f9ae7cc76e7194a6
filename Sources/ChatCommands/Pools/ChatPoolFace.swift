// Chat pools and their servers as scripts see them.

import ChatModel
import Runtime

/// A chat pool with its servers, the state of its service, and the sites whose default it is.
struct ShownChatPool: Sendable {
    let pool: ChatPool
    let servers: [ChatServer]
    let state: RunState
    let defaultForSites: [SiteName]

    init(_ pool: ChatPool, _ reading: some DeploymentReading) throws {
        self.pool = pool
        servers = try reading.chatServers(of: pool.fqdn)
        state = serviceState(of: servers, host: try reading.frontEndPool(pool.hostPool)?.state ?? .stopped)
        defaultForSites = try reading.sites().filter { $0.defaultChatPool == pool.fqdn }.map(\.name)
    }

    static let face = Face<ShownChatPool>("Chat.Pool", identity: { $0.pool.fqdn.text }, properties)

    private static let properties: [ShownProperty<ShownChatPool>] =
        [
            .text("Identity") { $0.pool.service.text }, .text("Fqdn") { $0.pool.fqdn.text }, .text("Generation") { $0.pool.generation.code },
            .text("HostPool") { $0.pool.hostPool.text }, .text("ServiceState") { $0.state.rawValue },
            .list("Servers") { $0.servers.map(\.fqdn.text) }, .list("ActiveServers") { $0.servers.filter(\.isActive).map(\.fqdn.text) },
        ] + storedProperties({ $0.pool }, except: ["Fqdn", "Generation", "HostPool"]) + [.list("DefaultForSites") { $0.defaultForSites.map(\.text) }]
}

enum ChatServerFace {
    static let own = Face<ChatServer>("Chat.Server", identity: \.identity, [.text("Identity") { $0.identity }] + storedProperties { $0 })
}

extension Invocation {
    /// The chat pool that a parameter names by any of its forms.
    func chatPool(_ parameter: Parameter<String>) -> Fqdn? { filled(parameter).map { ServiceIdentity(parsing: $0).fqdn } }
}
