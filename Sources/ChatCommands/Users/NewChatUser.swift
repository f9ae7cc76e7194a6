// New-ChatUser: creates users.

import ChatModel
import Runtime

final class NewChatUserCommand: ChangingCommand {
    static let name = "New-ChatUser"
    static let sipAddress = Parameter<String>(
        "SipAddress", aliases: ["Identity"], position: 0, pipeline: true, byName: true, allowsEmptyString: true,
        help: "sip:name@domain; none for an account that is not enabled yet.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see; the name part of the address unless given.")
    static let homePool = Parameter<String>.text("HomePool", aliases: ["RegistrarPool"], help: "The front-end pool to home the user on.")
    static let policyName = Parameter<String>.text("PolicyName", aliases: ["Policy", "PersistentChatPolicy"], help: "A per-user policy.")
    static let enabled = Parameter<Bool>.truth("Enabled", help: "Whether the user may sign in; $true unless given.")
    static let logon = Parameter<String>.text("SamAccountName", help: "The logon name; the name part of the address unless given.")
    static let principal = Parameter<String>.text("UserPrincipalName", help: "The principal name; the address without sip: unless given.")
    static let distinguished = Parameter<String>.text("DistinguishedName", help: "The distinguished name; CN=<display name>,CN=Users,DC=... unless given.")
    static let replicated = Parameter<Bool>.truth("IsReplicated", help: "Whether user replication has reached the pools; $true unless given.")

    static let declaration = chatDeclaration(
        name, "Creates users.", "All users of one pipeline are created together, or none of them.", changes: true,
        parameters: [sipAddress, displayName, homePool, policyName, enabled, logon, principal, distinguished, replicated], output: ["Chat.User"],
        examples: [
            CommandExample(
                "A user on 2013", "(New-ChatUser sip:dan@contoso.com -DisplayName 'Dan Park' -HomePool fe2013.contoso.com).HomeGeneration", output: "2013\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let address = run.filled(Self.sipAddress).map { SipAddress($0) }
        var change = NewUser(sipAddress: address, homePool: run.frontEnd(Self.homePool), displayName: run.filled(Self.displayName))
        change.policy = run.filled(Self.policyName).map { PolicyName($0) }
        if run.isBound(Self.enabled), !run.has(Self.enabled) { change.enablement = .blocked }
        change.samAccountName = run.filled(Self.logon)
        change.userPrincipalName = run.filled(Self.principal)
        change.distinguishedName = run.filled(Self.distinguished).map { DistinguishedName($0) }
        if run.isBound(Self.replicated) { change.isReplicated = run.has(Self.replicated) }
        guard let plan = try changes.make(change, on: address?.text ?? change.displayName, run) else { return }
        try run.write(try ShownUser.show(plan.result, run))
    }
}
