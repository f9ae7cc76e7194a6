// Get-CsPersistentChatPolicy: lists Persistent Chat policies.

import ChatModel
import ChatStore
import Runtime

final class GetCsPersistentChatPolicyCommand: Command {
    static let name = "Get-CsPersistentChatPolicy"
    static let identity = Parameter<String>(
        "Identity", position: 0, sets: ["Identity"], help: "global, site:<name>, tag:<name> or the bare name of a per-user policy.")
    static let filter = Parameter<String>("Filter", sets: ["Filter"], help: "Wildcards over identities: site:*, tag:*.")
    static let localStore = Parameter<Bool>.localStore
    static let tenant = Parameter<String>.tenant

    static let declaration = chatDeclaration(
        name, "Lists Persistent Chat policies.", "The same policies as those of Get-ChatPolicy.", parameters: [identity, filter, localStore, tenant],
        defaultSet: "Identity",
        output: ["Microsoft.Rtc.Management.WritableConfig.Policy.PersistentChat.PersistentChatPolicy"],
        examples: [
            CommandExample("Per-user policies", "(Get-CsPersistentChatPolicy -Filter tag:*).Identity", output: "Tag:ChatOn\n")
        ])

    func process(_ run: Invocation) throws {
        if let text = run.filled(Self.identity) {
            guard let policy = try run.readOrReport({ try $0.existingPolicy(try policyIdentity(reading: text)) }) else { return }
            return try run.write(PolicyFace.vendor.show(policy))
        }
        let pattern = NamePattern(run.filled(Self.filter) ?? "*")
        try run.read { store in
            for policy in try store.policies() where pattern.matches(policy.identity) { try run.write(PolicyFace.vendor.show(policy)) }
        }
    }
}
