// Set-ChatUser: changes users.

import ChatModel
import Runtime

final class SetChatUserCommand: ChangingCommand {
    static let name = "Set-ChatUser"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The user, by any form of identity.")
    static let newAddress = Parameter<String>.text("NewSipAddress", help: "Another SIP address; the lookup address of a legacy pool follows.")
    static let enabled = Parameter<Bool>.truth("Enabled", help: "$false blocks sign-in and keeps all settings (R40).")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see.")
    static let logon = Parameter<String>.text("SamAccountName", help: "The logon name.")
    static let principal = Parameter<String>.text("UserPrincipalName", help: "The principal name.")
    static let replicated = Parameter<Bool>.truth("IsReplicated", help: "Whether user replication has reached the pools.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes users.", "Home pools change with Move-ChatUser, policies with Grant-ChatPolicy.", changes: true,
        parameters: [identity, newAddress, enabled, displayName, logon, principal, replicated, passThru], output: ["Chat.User"],
        examples: [
            CommandExample("Blocking sign-in", "(Set-ChatUser ann@contoso.com -Enabled $false -PassThru).Enabled", output: "False\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        var change = SetUser(user)
        change.sipAddress = run.alteration(Self.newAddress) { SipAddress($0) }
        change.isEnabled = run.alteration(Self.enabled)
        change.displayName = run.alteration(Self.displayName)
        change.samAccountName = run.alteration(Self.logon)
        change.userPrincipalName = run.alteration(Self.principal)
        change.isReplicated = run.alteration(Self.replicated)
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
