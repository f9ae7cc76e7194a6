// Disable-ChatServer: takes a server off the active list of its chat pool.

import ChatModel
import Runtime

final class DisableChatServerCommand: ChangingCommand {
    static let name = "Disable-ChatServer"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn"], help: "The server.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Takes a server off the active list of its chat pool.", "It keeps the sessions it has and takes no new ones.", changes: true,
        parameters: [identity, passThru],
        output: ["Chat.Server"],
        examples: [
            CommandExample("A server", "(Disable-ChatServer pc2.contoso.com -PassThru).Active", output: "False\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard let plan = try changes.make(SetChatServerActive(fqdn: Fqdn(name), isActive: false), on: name, run), run.has(Self.passThru) else { return }
        try run.write(ChatServerFace.own.show(plan.result))
    }
}
