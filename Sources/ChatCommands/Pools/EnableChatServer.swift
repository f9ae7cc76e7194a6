// Enable-ChatServer: makes a server of a chat pool active.

import ChatModel
import Runtime

final class EnableChatServerCommand: ChangingCommand {
    static let name = "Enable-ChatServer"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn"], help: "The server.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Makes a server of a chat pool active.", "At most four servers of a pool are active (R21).", changes: true, parameters: [identity, passThru],
        output: ["Chat.Server"],
        examples: [
            CommandExample("A server", "(Enable-ChatServer pc2.contoso.com -PassThru).Active", output: "True\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard let plan = try changes.make(SetChatServerActive(fqdn: Fqdn(name), isActive: true), on: name, run), run.has(Self.passThru) else { return }
        try run.write(ChatServerFace.own.show(plan.result))
    }
}
