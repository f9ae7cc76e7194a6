// Enable-ChatUser: enables accounts and homes them on a pool.

import ChatModel
import Runtime

final class EnableChatUserCommand: ChangingCommand {
    static let name = "Enable-ChatUser"
    static let identity = Parameter<String>.identity(help: "The account, by any form of identity.")
    static let homePool = Parameter<String>.text(
        "HomePool", aliases: ["RegistrarPool"], help: "The front-end pool to home the user on; a blocked account keeps its own.")
    static let sipAddress = Parameter<String>.text("SipAddress", help: "sip:name@domain; a blocked account keeps its own.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Enables accounts and homes them on a pool.", "An account that is enabled already is left alone, with a warning.", changes: true,
        parameters: [identity, homePool, sipAddress, passThru], output: ["Chat.User"],
        examples: [
            CommandExample(
                "An account that was never enabled",
                "$null = New-ChatUser -DisplayName 'Eve Lund'; (Enable-ChatUser 'Eve Lund' -HomePool fe2013.contoso.com -SipAddress sip:eve@contoso.com -PassThru).Enabled",
                output: "True\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        let change = EnableUser(user, homePool: run.frontEnd(Self.homePool), sipAddress: run.filled(Self.sipAddress).map { SipAddress($0) })
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
