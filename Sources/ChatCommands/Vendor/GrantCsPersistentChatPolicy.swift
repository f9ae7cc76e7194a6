// Grant-CsPersistentChatPolicy: grants a per-user policy, or takes it away.

import ChatModel
import Runtime

final class GrantCsPersistentChatPolicyCommand: ChangingCommand {
    static let name = "Grant-CsPersistentChatPolicy"
    static let identity = Parameter<String>.identity(help: "The user, by any form of identity.")
    static let policyName = Parameter<String>(
        "PolicyName", position: 1, allowsNull: true, allowsEmptyString: true,
        help: "The name of a per-user policy without tag:; $Null takes the user's own policy away.")
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Grants a per-user policy, or takes it away.", "The same as Grant-ChatPolicy.", changes: true,
        parameters: [identity, policyName, domainController, passThru],
        output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample(
                "To users of a pool",
                "Get-CsUser -Filter {RegistrarPool -eq \"fe2010.contoso.com\"} | Grant-CsPersistentChatPolicy -PolicyName ChatOn; (Get-CsUser bob@contoso.com).PersistentChatPolicy",
                output: "ChatOn\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        guard let plan = try changes.make(GrantPolicy(run.filled(Self.policyName).map { PolicyName($0) }, to: user), on: user.text, run), run.has(Self.passThru)
        else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }
}
