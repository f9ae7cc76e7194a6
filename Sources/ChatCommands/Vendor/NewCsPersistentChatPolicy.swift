// New-CsPersistentChatPolicy: creates a site or per-user policy.

import ChatModel
import Runtime

final class NewCsPersistentChatPolicyCommand: ChangingCommand {
    static let name = "New-CsPersistentChatPolicy"
    static let identity = Parameter<String>("Identity", position: 0, mandatory: true, help: "site:<name>, or the name of a per-user policy.")
    static let enable = Parameter<Bool>("EnablePersistentChat", type: .bool, help: "Whether users of the Lync 2013 client get chat rooms; $false unless given.")
    static let about = Parameter<String>("Description", allowsEmptyString: true, help: "What the policy is for.")
    static let inMemory = Parameter<Bool>.flag(
        "InMemory", help: "Makes the policy without storing it; Set-CsPersistentChatPolicy -Instance stores what it says.")
    static let force = Parameter<Bool>.force
    static let tenant = Parameter<String>.tenant

    static let declaration = chatDeclaration(
        name, "Creates a site or per-user policy.", "The same as New-ChatPolicy.", changes: true,
        parameters: [identity, enable, about, inMemory, force, tenant],
        output: ["Microsoft.Rtc.Management.WritableConfig.Policy.PersistentChat.PersistentChatPolicy"],
        examples: [
            CommandExample("For a site", "(New-CsPersistentChatPolicy site:Redmond -EnablePersistentChat $true).Identity", output: "Site:Redmond\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        guard let identity = try run.policy(Self.identity) else { return }
        let change = NewPolicy(identity, enablePersistentChat: run.has(Self.enable), description: run[Self.about] ?? "")
        if run.has(Self.inMemory) {
            if let plan = try run.readOrReport({ try change.plan($0) }) { try run.write(PolicyFace.vendor.show(plan.result)) }
            return
        }
        if let plan = try changes.make(change, on: identity.text, run) { try run.write(PolicyFace.vendor.show(plan.result)) }
    }
}
