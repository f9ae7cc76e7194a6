// Disable-ChatUser: disables accounts and erases their settings and policies.

import ChatModel
import Runtime

final class DisableChatUserCommand: ChangingCommand {
    static let name = "Disable-ChatUser"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The user, by any form of identity.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Disables accounts and erases their settings and policies.", "To block sign-in and keep everything, use Set-ChatUser -Enabled $false (R40).",
        changes: true,
        parameters: [identity, passThru], output: ["Chat.User"],
        examples: [
            CommandExample("A user", "(Disable-ChatUser cara@contoso.com -PassThru).PrincipalState", output: "SipDisabled\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        guard let plan = try changes.make(DisableUser(user), on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
