// Remove-FrontEndPool: removes a front-end pool.

import ChatModel
import Runtime

final class RemoveFrontEndPoolCommand: ChangingCommand {
    static let name = "Remove-FrontEndPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a front-end pool.", "A pool goes only when it hosts no chat pool (R31), homes no user and backs up no other pool.", changes: true,
        parameters: [identity, passThru], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample(
                "A pool that still serves a chat pool", "Remove-FrontEndPool fe2010.contoso.com -ErrorAction SilentlyContinue; $Error[0].Exception.Message",
                output: "Host pool fe2010.contoso.com still serves chat pool gc2010.contoso.com; choose another host first.\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.frontEnd(Self.identity) ?? ""
        guard let plan = try changes.make(RemoveFrontEndPool(fqdn: name), on: name.text, run), run.has(Self.passThru) else { return }
        try run.write(FrontEndPoolFace.own.show(plan.result))
    }
}
