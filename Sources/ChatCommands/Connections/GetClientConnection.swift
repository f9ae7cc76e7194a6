// Get-ClientConnection: the connections that stand between clients and chat pools.

import ChatModel
import ChatStore
import Runtime

final class GetClientConnectionCommand: Command {
    static let name = "Get-ClientConnection"
    static let user = Parameter<[String]>(
        "User", aliases: ["Identity", "SipAddress"], position: 0, pipeline: true, byName: true, help: "Users by any form of identity; all unless given.")
    static let pool = Parameter<[String]>("Pool", aliases: ["PoolFqdn"], position: 1, help: "Chat pools; all unless given.")

    static let declaration = chatDeclaration(
        name, "Gets the connections that clients have.",
        "For each client that is stored, the pools it reaches now. Test-ClientConnection says why the others are not among them.",
        parameters: [user, pool], output: ["Chat.ClientConnection"],
        examples: [
            CommandExample("Who is connected to a pool", "(Get-ClientConnection -Pool gcr2.contoso.com).User", output: "sip:ann@contoso.com\n")
        ])

    private var matrix: ConnectionMatrix?

    func begin(_ run: Invocation) throws {
        let pools = run[Self.pool].map { $0.map { ServiceIdentity(parsing: $0).fqdn } }
        for pool in pools ?? [] where try run.readOrReport({ try $0.existingChatPool(pool) }) == nil { return }
        matrix = try run.read { try ConnectionMatrix($0, pools: pools, kind: nil, address: nil, wantsAllReasons: false, isStoredOnly: true) }
    }

    func process(_ run: Invocation) throws {
        guard let matrix else { return }
        let write = { (connection: ClientConnection) in
            if connection.reason == .connected { try run.write(.object(connection)) }
        }
        guard let names = run[Self.user] else {
            return try run.read { store in
                try store.forEachClient(of: nil) { client in
                    try matrix.decide(client, write)
                    return .next
                }
            }
        }
        for name in names {
            guard let user = try run.readOrReport({ try $0.existingUser(UserIdentity(parsing: name)) }) else { continue }
            try run.read { _ in try matrix.decide(user, named: name, write) }
        }
    }
}
