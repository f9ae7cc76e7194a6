// Get-ChatPolicy: gets Persistent Chat policies.

import ChatModel
import Runtime

final class GetChatPolicyCommand: Command {
    static let name = "Get-ChatPolicy"
    static let identity = Parameter<[String]>.identities(
        help: "Global, Site:<name>, Tag:<name> or the bare name of a per-user policy; wildcards over the full identity allowed.")

    static let declaration = chatDeclaration(
        name, "Gets Persistent Chat policies.", "A user's own policy counts before that of the home pool's site, and that before the global one (R45).",
        parameters: [identity],
        output: ["Chat.Policy"],
        examples: [
            CommandExample(
                "All policies", "Get-ChatPolicy | ForEach-Object { \"$($_.Identity) $($_.EnablePersistentChat)\" }", output: "Global False\nTag:ChatOn True\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.policies() }, name: { $0.identity },
                bare: { isPattern($0) && !$0.contains(":") && $0 != "*" ? "Tag:" + $0 : $0 },
                find: { try store.existingPolicy(try policyIdentity(reading: $0)) }, show: { PolicyFace.own.show($0) })
        }
    }
}
