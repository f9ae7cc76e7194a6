// Test-ChatPool: whether chat pools keep the rules and serve anybody.

import ChatModel
import Runtime

/// A chat pool and what was found about it.
struct TestedChatPool: Sendable {
    let pool: ChatPool
    let state: RunState
    let findings: [Finding]

    static let face = Face<TestedChatPool>(
        "Chat.PoolTest", identity: { $0.pool.fqdn.text },
        [
            .text("Pool") { $0.pool.fqdn.text }, .text("Generation") { $0.pool.generation.code }, .text("HostPool") { $0.pool.hostPool.text },
            .text("ServiceState") { $0.state.rawValue }, .text("Result") { $0.findings.isEmpty ? "Success" : "Failure" },
            .list("Rules") { $0.findings.compactMap(\.rule?.rawValue) }, .list("Diagnosis") { $0.findings.map(\.text) },
            .list("WayOut") { $0.findings.compactMap(\.wayOut) },
        ])
}

final class TestChatPoolCommand: Command {
    static let name = "Test-ChatPool"
    static let identity = Parameter<[String]>.identities(aliases: ["Fqdn", "PoolFqdn"], help: "Names of pools; wildcards allowed.")

    static let declaration = chatDeclaration(
        name, "Tells whether chat pools keep the rules and can be reached.",
        "Looks at the host and its generation, the servers, the file store and the databases, and at whether the service runs with an active server.",
        parameters: [identity], output: ["Chat.PoolTest"],
        examples: [
            CommandExample(
                "A pool that is stopped", "Stop-ChatPool gc2010.contoso.com; (Test-ChatPool gc2010.contoso.com).Diagnosis",
                output: "Chat pool gc2010.contoso.com is not running.\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.chatPools() }, name: { $0.fqdn.text }, bare: { ServiceIdentity(parsing: $0).fqdn.text },
                find: { try store.existingChatPool(Fqdn($0)) },
                show: { pool in
                    let findings = try store.findings(about: pool, fileStoreExists: run.session.fileStoreExists(pool.fileStore))
                    return TestedChatPool.face.show(TestedChatPool(pool: pool, state: try ShownChatPool(pool, store).state, findings: findings))
                })
        }
    }
}
