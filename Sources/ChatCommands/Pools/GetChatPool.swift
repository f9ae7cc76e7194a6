// Get-ChatPool: the chat pools of all generations.

import ChatModel
import Runtime

final class GetChatPoolCommand: Command {
    static let name = "Get-ChatPool"
    static let identity = Parameter<[String]>.identities(
        aliases: ["Fqdn", "PoolFqdn"], help: "Names of pools, bare or as PersistentChatServer:<fqdn>, service:<fqdn>; wildcards allowed.")
    static let generation = Parameter<Generation>("Generation", validations: [Generation.validation], help: "Only pools of this generation: R2, 2010 or 2013.")
    static let hostPool = Parameter<String>("HostPool", help: "Only pools that this front-end pool hosts.")

    static let declaration = chatDeclaration(
        name, "Gets chat pools.", "Group Chat pools of 2007 R2 and 2010 and Persistent Chat pools of 2013, with their servers and the state of their service.",
        parameters: [identity, generation, hostPool], output: ["Chat.Pool"],
        examples: [
            CommandExample(
                "The generations that stand side by side", "Get-ChatPool | ForEach-Object { $_.Generation + ' on ' + $_.HostPool }",
                output: "R2 on fer2.contoso.com\n2010 on fe2010.contoso.com\n2013 on fe2013.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let generation = run[Self.generation]
        let host = run.frontEnd(Self.hostPool)
        try run.read { store in
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.chatPools() }, name: { $0.fqdn.text }, bare: { ServiceIdentity(parsing: $0).fqdn.text },
                find: { try store.existingChatPool(Fqdn($0)) },
                where: { (generation == nil || $0.generation == generation) && (host == nil || $0.hostPool == host) },
                show: { ShownChatPool.face.show(try ShownChatPool($0, store)) })
        }
    }
}
