// Set-CsUser: changes account attributes.

import ChatModel
import Runtime

final class SetCsUserCommand: ChangingCommand {
    static let name = "Set-CsUser"
    static let identity = Parameter<String>.identity(help: "The user, by any form of identity.")
    static let enabled = Parameter<Bool>("Enabled", aliases: ["CsEnabled"], type: .bool, help: "$False blocks sign-in and keeps all settings (R40).")
    static let archiving = Parameter<String>(
        "ExchangeArchivingPolicy",
        validations: [.set(["Uninitialized", "UseLyncArchivingPolicy", "ArchivingToExchange", "NoArchiving"], ignoreCase: true, message: nil)],
        help: "Accepted; no chat depends on it, and it is not kept.")
    static let sipAddress = Parameter<String>("SipAddress", help: "Another SIP address (R33).")
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes account attributes.", "The same as Set-ChatUser. Per-user policies are granted with Grant-CsPersistentChatPolicy.", changes: true,
        parameters: [identity, enabled, archiving, sipAddress, domainController, passThru], output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample(
                "Another address", "(Set-CsUser bob@contoso.com -SipAddress sip:bobby@contoso.com -PassThru).SipAddress", output: "sip:bobby@contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        var change = SetUser(user)
        change.isEnabled = run.alteration(Self.enabled)
        change.sipAddress = run.alteration(Self.sipAddress) { SipAddress($0) }
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }
}
