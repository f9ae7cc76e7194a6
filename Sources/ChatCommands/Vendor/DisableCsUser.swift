// Disable-CsUser: removes accounts from Lync with all settings and policies.

import ChatModel
import Runtime

final class DisableCsUserCommand: ChangingCommand {
    static let name = "Disable-CsUser"
    static let identity = Parameter<String>.identity(help: "The user, by any form of identity.")
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes accounts from Lync with all settings and policies.", "The same as Disable-ChatUser; compare Set-CsUser -Enabled $False (R40).",
        changes: true,
        parameters: [identity, domainController, passThru], output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample("A user", "(Disable-CsUser cara@contoso.com -PassThru).Enabled", output: "False\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        guard let plan = try changes.make(DisableUser(user), on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }
}
