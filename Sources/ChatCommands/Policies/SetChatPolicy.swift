// Set-ChatPolicy: changes a Persistent Chat policy.

import ChatModel
import Runtime

final class SetChatPolicyCommand: ChangingCommand {
    static let name = "Set-ChatPolicy"
    static let identity = Parameter<String>.identity(mandatory: false, help: "The policy; the global one unless given.")
    static let enable = Parameter<Bool>.truth("EnablePersistentChat", help: "Whether users of the Lync 2013 client get chat rooms.")
    static let about = Parameter<String>.text("Description", help: "What the policy is for.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes a Persistent Chat policy.", "Without -Identity changes the global policy.", changes: true,
        parameters: [identity, enable, about, passThru], output: ["Chat.Policy"],
        examples: [
            CommandExample(
                "Chat rooms for everybody on 2013", "(Set-ChatPolicy Global -EnablePersistentChat $true -PassThru).EnablePersistentChat", output: "True\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        guard let identity = run.isBound(Self.identity) ? try run.policy(Self.identity) : .global else { return }
        var change = SetPolicy(identity)
        change.enablePersistentChat = run.alteration(Self.enable)
        change.description = run.alteration(Self.about)
        guard let plan = try changes.make(change, on: identity.text, run), run.has(Self.passThru) else { return }
        try run.write(PolicyFace.own.show(plan.result))
    }
}
