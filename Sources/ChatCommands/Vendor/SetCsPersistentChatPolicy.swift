// Set-CsPersistentChatPolicy: changes a policy; without -Identity the global one.

import ChatModel
import Runtime

final class SetCsPersistentChatPolicyCommand: ChangingCommand {
    static let name = "Set-CsPersistentChatPolicy"
    static let identity = Parameter<String>("Identity", position: 0, sets: ["Identity"], help: "The policy; the global one unless given.")
    static let instance = Parameter<Value>(
        "Instance", mandatory: true, pipeline: true, sets: ["Instance"], help: "A policy as Get-CsPersistentChatPolicy gave it.")
    static let enable = Parameter<Bool>("EnablePersistentChat", type: .bool, help: "Whether users of the Lync 2013 client get chat rooms.")
    static let about = Parameter<String>("Description", allowsEmptyString: true, help: "What the policy is for.")
    static let force = Parameter<Bool>.force
    static let tenant = Parameter<String>.tenant

    static let declaration = chatDeclaration(
        name, "Changes a policy; without -Identity the global one.", "The same as Set-ChatPolicy.", changes: true,
        parameters: [identity, instance, enable, about, force, tenant], defaultSet: "Identity",
        examples: [
            CommandExample(
                "The global policy", "Set-CsPersistentChatPolicy -EnablePersistentChat $true; (Get-CsPersistentChatPolicy global).EnablePersistentChat",
                output: "True\n"),
            CommandExample(
                "Several at once", "Get-CsPersistentChatPolicy | Set-CsPersistentChatPolicy -Description new; (Get-CsPersistentChatPolicy).Description",
                output: "new\nnew\n"),
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        var change: SetPolicy
        if let instance = run[Self.instance]?.box(Shown<ChatPolicy>.self)?.subject {
            change = SetPolicy(instance.scope)
            change.enablePersistentChat = .set(instance.enablePersistentChat)
            change.description = .set(instance.description)
        } else if run.isBound(Self.instance) {
            return try run.writeError(
                "InstanceInvalid", "-Instance must be a policy as Get-CsPersistentChatPolicy gives it.", type: "System.ArgumentException",
                category: .invalidArgument, target: run[Self.instance] ?? .null)
        } else {
            guard let identity = run.filled(Self.identity) == nil ? .global : try run.policy(Self.identity) else { return }
            change = SetPolicy(identity)
        }
        if run.isBound(Self.enable) { change.enablePersistentChat = run.alteration(Self.enable) }
        if run.isBound(Self.about) { change.description = run.alteration(Self.about) }
        try changes.make(change, on: change.identity.text, run)
    }
}
