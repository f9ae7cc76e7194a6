// Move-CsLegacyUser: moves users of 2007 R2 to another pool.

import ChatModel
import Runtime

final class MoveCsLegacyUserCommand: ChangingCommand {
    static let name = "Move-CsLegacyUser"
    static let identity = Parameter<String>.identity(help: "The user, by any form of identity.")
    static let target = Parameter<String>("Target", position: 1, mandatory: true, help: "The front-end pool to home the user on.")
    static let exclusions: [Parameter<Bool>] = ["ArchivingPolicy", "ConferencingPolicy", "DialPlan", "ExternalAccessPolicy", "PresencePolicy", "VoicePolicy"]
        .map {
            Parameter<Bool>.flag("Exclude\($0)", help: "Accepted; no chat depends on it, and it is not carried over.")
        }
    static let ignoreStore = Parameter<Bool>.flag("IgnoreBackendStoreException", help: "Accepted; there are no back-end stores to fail.")
    static let force = Parameter<Bool>.flag("Force", help: "Leaves contacts and meetings behind (R38).")
    static let credential = Parameter<Value>.credential
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Moves users of 2007 R2 to another pool.",
        "The same as Move-ChatUser, for users homed on 2007 R2; others move with Move-CsUser (R35). Names with blanks at their ends are refused (R37).",
        changes: true, parameters: [identity, target] + exclusions + [ignoreStore, force, credential, domainController, passThru],
        output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample("A user", "(Move-CsLegacyUser ann@contoso.com -Target fe2013.contoso.com -PassThru).RegistrarPool", output: "fe2013.contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        let change = MoveUser(user, target: run.frontEnd(Self.target) ?? "", tool: .moveCsLegacyUser, force: run.has(Self.force))
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }
}
