// Grant-ChatPolicy: grants a per-user policy to users.

import ChatModel
import Runtime

final class GrantChatPolicyCommand: ChangingCommand {
    static let name = "Grant-ChatPolicy"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress", "User"], help: "The user, by any form of identity.")
    static let policyName = Parameter<String>(
        "PolicyName", aliases: ["Policy"], position: 1, mandatory: true, byName: true, allowsNull: true, allowsEmptyString: true,
        help: "The bare name of a per-user policy; $null takes the user's own policy away.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Grants a per-user policy to users.", "Only per-user policies can be granted (R50).", changes: true,
        parameters: [identity, policyName, passThru], output: ["Chat.User"],
        examples: [
            CommandExample(
                "To everybody on a pool",
                "(Get-ChatUser -HomePool fe2010.contoso.com | Grant-ChatPolicy -PolicyName ChatOn -PassThru | Where-Object DisplayName -eq 'Bob Hall').Policy",
                output: "ChatOn\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        guard let plan = try changes.make(GrantPolicy(run.filled(Self.policyName).map(bareName), to: user), on: user.text, run), run.has(Self.passThru) else {
            return
        }
        try run.write(try ShownUser.show(plan.result, run))
    }

    /// Tag: in front of the name is taken as such.
    private func bareName(_ text: String) -> PolicyName {
        if case .policy(.tag(let name)) = PolicyIdentity.read(text) { return name }
        return PolicyName(text)
    }
}
