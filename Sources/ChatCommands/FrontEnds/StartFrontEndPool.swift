// Start-FrontEndPool: starts the front ends of a pool.

import ChatModel
import Runtime

final class StartFrontEndPoolCommand: ChangingCommand {
    static let name = "Start-FrontEndPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Starts the front ends of a pool.", "Its users can sign in again, and the chat pools it hosts can be reached.", changes: true,
        parameters: [identity, passThru], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample("A pool", "(Start-FrontEndPool fe2013.contoso.com -PassThru).State", output: "Running\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws { try setFrontEndPoolState(.running, run, run.frontEnd(Self.identity) ?? "", passThru: run.has(Self.passThru)) }
}
