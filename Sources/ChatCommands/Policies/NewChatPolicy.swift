// New-ChatPolicy: creates a Persistent Chat policy.

import ChatModel
import Runtime

final class NewChatPolicyCommand: ChangingCommand {
    static let name = "New-ChatPolicy"
    static let identity = Parameter<String>.identity(help: "Site:<name>, or the name of a per-user policy.")
    static let enable = Parameter<Bool>.truth("EnablePersistentChat", help: "Whether users of the Lync 2013 client get chat rooms; $false unless given.")
    static let about = Parameter<String>.text("Description", help: "What the policy is for.")

    static let declaration = chatDeclaration(
        name, "Creates a Persistent Chat policy.",
        "For one site, or for the users it is granted to; there is one global policy already and none for single pools (R44, R52).", changes: true,
        parameters: [identity, enable, about], output: ["Chat.Policy"],
        examples: [
            CommandExample("A per-user policy", "(New-ChatPolicy Sales -EnablePersistentChat $true).Identity", output: "Tag:Sales\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        guard let identity = try run.policy(Self.identity) else { return }
        let change = NewPolicy(identity, enablePersistentChat: run.has(Self.enable), description: run[Self.about] ?? "")
        if let plan = try changes.make(change, on: identity.text, run) { try run.write(PolicyFace.own.show(plan.result)) }
    }
}
