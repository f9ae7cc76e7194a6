// Remove-ChatServer: removes a server from its chat pool.

import ChatModel
import Runtime

final class RemoveChatServerCommand: ChangingCommand {
    static let name = "Remove-ChatServer"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn"], help: "The server.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a server from its chat pool.", "The server of a single-computer pool goes only with its pool.", changes: true,
        parameters: [identity, passThru],
        output: ["Chat.Server"],
        examples: [
            CommandExample("A server", "Remove-ChatServer pc2.contoso.com; (Get-ChatServer -Pool pc2013.contoso.com).Fqdn", output: "pc1.contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard let plan = try changes.make(RemoveChatServer(fqdn: Fqdn(name)), on: name, run), run.has(Self.passThru) else { return }
        try run.write(ChatServerFace.own.show(plan.result))
    }
}
