// Add-ChatServer: adds a server to a chat pool.

import ChatModel
import Runtime

final class AddChatServerCommand: ChangingCommand {
    static let name = "Add-ChatServer"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn"], help: "The fully qualified name of the server.")
    static let pool = Parameter<String>.text("Pool", aliases: ["PoolFqdn"], position: 1, mandatory: true, help: "The chat pool, one of several computers.")
    static let active = Parameter<Bool>.truth("Active", help: "Whether it takes connections; while fewer than four do, $true unless given.")
    static let dataCenter = Parameter<String>.text("DataCenter", help: "Where it stands.")

    static let declaration = chatDeclaration(
        name, "Adds a server to a chat pool.", "At most 8 servers, of which 4 are active (R21); a single-computer pool never gets a second one (R20).",
        changes: true,
        parameters: [identity, pool, active, dataCenter], output: ["Chat.Server"],
        examples: [
            CommandExample("A third server", "(Add-ChatServer pc3.contoso.com -Pool pc2013.contoso.com).Active", output: "True\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        let change = AddChatServer(
            fqdn: Fqdn(name), pool: run.chatPool(Self.pool) ?? "", isActive: run.isBound(Self.active) ? run[Self.active] : nil,
            dataCenter: run[Self.dataCenter] ?? "")
        if let plan = try changes.make(change, on: name, run) { try run.write(ChatServerFace.own.show(plan.result)) }
    }
}
