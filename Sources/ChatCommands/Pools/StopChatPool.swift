// Stop-ChatPool: stops the services of a chat pool.

import ChatModel
import Runtime

final class StopChatPoolCommand: ChangingCommand {
    static let name = "Stop-ChatPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Stops the services of a chat pool.", "All its sessions end.", changes: true, parameters: [identity, passThru], output: ["Chat.Pool"],
        examples: [
            CommandExample("A pool", "(Stop-ChatPool pc2013.contoso.com -PassThru).ServiceState", output: "Stopped\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws { try setChatPoolState(.stopped, run, run.chatPool(Self.identity) ?? "", passThru: run.has(Self.passThru)) }
}
