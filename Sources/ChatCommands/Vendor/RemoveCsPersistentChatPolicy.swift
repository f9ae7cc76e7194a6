// Remove-CsPersistentChatPolicy: removes a policy; the global one is reset.

import ChatModel
import Runtime

final class RemoveCsPersistentChatPolicyCommand: ChangingCommand {
    static let name = "Remove-CsPersistentChatPolicy"
    static let identity = Parameter<String>("Identity", position: 0, mandatory: true, pipeline: false, byName: true, help: "The policy.")
    static let force = Parameter<Bool>.flag("Force", help: "Removes a policy that is assigned without asking (R49).")
    static let tenant = Parameter<String>.tenant

    static let declaration = chatDeclaration(
        name, "Removes a policy; the global one is reset.", "The same as Remove-ChatPolicy.", changes: true, parameters: [identity, force, tenant],
        examples: [
            CommandExample(
                "The global policy", "Remove-CsPersistentChatPolicy global", output: "WARNING: the global policy cannot be removed; its values were reset.\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        guard let identity = try run.policy(Self.identity) else { return }
        try changes.make(RemovePolicy(identity, force: run.has(Self.force)), on: identity.text, run)
    }
}
