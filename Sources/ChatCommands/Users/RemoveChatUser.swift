// Remove-ChatUser: deletes users.

import ChatModel
import Runtime

final class RemoveChatUserCommand: ChangingCommand {
    static let name = "Remove-ChatUser"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The user, by any form of identity.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Deletes users.", "What they did in rooms stays there. Without its lookup user a legacy pool is no longer found by clients.", changes: true,
        parameters: [identity, passThru],
        output: ["Chat.User"],
        examples: [
            CommandExample(
                "A user", "Remove-ChatUser bob@contoso.com; Get-ChatUser bob@contoso.com -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId",
                output: "P1,Get-ChatUser\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        guard let plan = try changes.make(RemoveUser(user), on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
