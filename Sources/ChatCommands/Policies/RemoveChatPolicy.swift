// Remove-ChatPolicy: removes a Persistent Chat policy.

import ChatModel
import Runtime

final class RemoveChatPolicyCommand: ChangingCommand {
    static let name = "Remove-ChatPolicy"
    static let identity = Parameter<String>.identity(help: "The policy.")
    static let force = Parameter<Bool>.flag("Force", help: "Removes a policy that is assigned without asking (R49).")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a Persistent Chat policy.",
        "The global policy is reset instead (R48). A per-user policy that is assigned is asked about; its holders fall back to their site's or the global one (R49).",
        changes: true, parameters: [identity, force, passThru], output: ["Chat.Policy"],
        examples: [
            CommandExample("A policy that is assigned", "Remove-ChatPolicy ChatOn -Force; (Get-ChatPolicy).Identity", output: "Global\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        guard let identity = try run.policy(Self.identity) else { return }
        guard let plan = try changes.make(RemovePolicy(identity, force: run.has(Self.force)), on: identity.text, run), run.has(Self.passThru) else { return }
        try run.write(PolicyFace.own.show(plan.result))
    }
}
