// Start-ChatPool: starts the services of a chat pool.

import ChatModel
import Runtime

final class StartChatPoolCommand: ChangingCommand {
    static let name = "Start-ChatPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Starts the services of a chat pool.", "Clients reach the pool once its host pool runs too and at least one of its servers is active.",
        changes: true,
        parameters: [identity, passThru], output: ["Chat.Pool"],
        examples: [
            CommandExample("All pools", "(Get-ChatPool | Start-ChatPool -PassThru).ServiceState", output: "Running\nRunning\nRunning\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws { try setChatPoolState(.running, run, run.chatPool(Self.identity) ?? "", passThru: run.has(Self.passThru)) }
}
