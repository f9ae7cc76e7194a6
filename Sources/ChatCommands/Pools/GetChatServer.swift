// Get-ChatServer: gets the servers of chat pools.

import ChatModel
import Runtime

final class GetChatServerCommand: Command {
    static let name = "Get-ChatServer"
    static let identity = Parameter<[String]>.identities(aliases: ["Fqdn"], help: "Names of servers; wildcards allowed.")
    static let pool = Parameter<String>("Pool", help: "Only servers of this chat pool.")

    static let declaration = chatDeclaration(
        name, "Gets the servers of chat pools.", "An inactive server keeps the sessions it has and takes no new ones.", parameters: [identity, pool],
        output: ["Chat.Server"],
        examples: [
            CommandExample("The servers of a pool", "(Get-ChatServer -Pool pc2013.contoso.com).Fqdn", output: "pc1.contoso.com\npc2.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let pool = run.chatPool(Self.pool)
        try run.read { store in
            if let pool, try run.readOrReport({ try $0.existingChatPool(pool) }) == nil { return }
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.chatPools().flatMap { try store.chatServers(of: $0.fqdn) } }, name: { $0.fqdn.text },
                find: { try store.existingChatServer(Fqdn($0)) }, where: { pool == nil || $0.pool == pool }, show: { ChatServerFace.own.show($0) })
        }
    }
}
