// Move-ChatUser: moves users to another front-end pool.

import ChatModel
import Runtime

final class MoveChatUserCommand: ChangingCommand {
    static let name = "Move-ChatUser"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The user, by any form of identity.")
    static let target = Parameter<String>.text(
        "Target", aliases: ["TargetPool"], position: 1, mandatory: true, help: "The front-end pool to home the user on, of any generation.")
    static let force = Parameter<Bool>.flag("Force", help: "Leaves contacts and meetings behind (R38).")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Moves users to another front-end pool.",
        "From any generation to any other, back-moves included. Nothing changes in rooms, memberships or messages (R42). All users of one pipeline move together, or none of them.",
        changes: true, parameters: [identity, target, force, passThru], output: ["Chat.User"],
        examples: [
            CommandExample(
                "All users of a pool",
                "Get-ChatUser -HomePool fe2010.contoso.com | Move-ChatUser -Target fe2013.contoso.com; @(Get-ChatUser -HomeGeneration 2010).Count",
                output: "0\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        let change = MoveUser(user, target: run.frontEnd(Self.target) ?? "", force: run.has(Self.force))
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
