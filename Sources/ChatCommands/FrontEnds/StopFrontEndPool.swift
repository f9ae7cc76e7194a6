// Stop-FrontEndPool: stops the front ends of a pool.

import ChatModel
import Runtime

final class StopFrontEndPoolCommand: ChangingCommand {
    static let name = "Stop-FrontEndPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Stops the front ends of a pool.", "While they are stopped, its users cannot sign in, and the chat pools it hosts cannot be reached.",
        changes: true,
        parameters: [identity, passThru], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample("A pool", "(Stop-FrontEndPool fe2013.contoso.com -PassThru).State", output: "Stopped\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws { try setFrontEndPoolState(.stopped, run, run.frontEnd(Self.identity) ?? "", passThru: run.has(Self.passThru)) }
}
