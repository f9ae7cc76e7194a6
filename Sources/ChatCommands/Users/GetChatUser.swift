// Get-ChatUser: users, streamed from the store.

import ChatModel
import Runtime

final class GetChatUserCommand: Command {
    static let name = "Get-ChatUser"
    static let identity = Parameter<[String]>(
        "Identity", aliases: ["SipAddress"], position: 0, pipeline: true, byName: true, sets: ["Identity"],
        help: "Users by SIP address, principal name, domain\\logon, distinguished or display name; wildcards in addresses and display names.")
    static let filter = Parameter<Value>(
        "Filter", sets: ["Filter"],
        help:
            "Comparisons of properties joined by -and, -or and -not, as a block or a text: { HomePool -eq 'fe.contoso.com' }. Any other block sees the user as $_."
    )
    static let homePool = Parameter<String>(
        "HomePool", aliases: ["RegistrarPool"], allowsNull: true, allowsEmptyString: true, help: "Only users homed on this pool; $null for those homed on none."
    )
    static let generation = Parameter<Generation>(
        "HomeGeneration", aliases: ["Generation"], validations: [Generation.validation], help: "Only users homed on this generation: R2, 2010 or 2013.")
    static let policyName = Parameter<String>(
        "PolicyName", aliases: ["Policy"], allowsNull: true, allowsEmptyString: true, help: "Only users with this policy of their own; $null for those without."
    )
    static let enabled = Parameter<Bool>("Enabled", type: .bool, help: "Only users who may, or may not, sign in.")
    static let resultSize = Parameter<Int>("ResultSize", validations: [.range(0, .int(.max))], help: "At most so many.")

    static let declaration = chatDeclaration(
        name, "Gets users.", "Users stream from the store one by one, however many there are. Conditions that are given must all hold.",
        parameters: [identity, filter, homePool, generation, policyName, enabled, resultSize], defaultSet: "Identity", output: ["Chat.User"],
        examples: [
            CommandExample("One user", "(Get-ChatUser ann@contoso.com).HomePool", output: "fer2.contoso.com\n"),
            CommandExample("A filter", "(Get-ChatUser -Filter { HomePool -like '*2013*' -and Enabled -eq $true }).DisplayName", output: "Cara Diaz\n"),
        ])

    private var homes: HomeGenerations?

    func process(_ run: Invocation) throws {
        let homes = try self.homes ?? run.read { try HomeGenerations($0) }
        self.homes = homes
        let show = { (user: ChatUser) in ShownUser.face.show(homes.shown(user)) }
        if let names = run[Self.identity] {
            let wanted = wanted(run)
            for name in names {
                try run.writeUsers(named: name, show: show) { user in
                    (wanted.home == nil || wanted.home == user.homePool?.text.lowercased() ?? "")
                        && (wanted.generation == nil || wanted.generation == homes.shown(user).homeGeneration)
                        && (wanted.policy == nil || wanted.policy == user.policy?.text.lowercased() ?? "")
                        && (wanted.enabled == nil || wanted.enabled == (user.enablement == .enabled))
                }
            }
            return
        }
        var query = UserQuery()
        if run.isBound(Self.filter), let filter = run[Self.filter] { try query.take(filter: filter, run) }
        let wanted = wanted(run)
        if let home = wanted.home { query.selection.home = home.isEmpty ? .unassigned : .pool(Fqdn(home)) }
        if let generation = wanted.generation, wanted.home == nil { query.selection.home = .generation(generation) }
        if let policy = wanted.policy { query.selection.policy = policy.isEmpty ? .unassigned : .named(PolicyName(policy)) }
        if wanted.enabled == true { query.selection.enablement = .enabled }
        query.limit = run[Self.resultSize]
        try query.run(run, show: show) { user in
            (wanted.generation == nil || wanted.generation == homes.shown(user).homeGeneration)
                && (wanted.enabled == nil || wanted.enabled == (user.enablement == .enabled))
        }
    }

    /// What the other parameters ask for, in lower case; empty text for none.
    private func wanted(_ run: Invocation) -> (home: String?, generation: Generation?, policy: String?, enabled: Bool?) {
        let home = run.isBound(Self.homePool) ? ServiceIdentity(parsing: run[Self.homePool] ?? "").fqdn.text.lowercased() : nil
        var policy = run.isBound(Self.policyName) ? (run[Self.policyName] ?? "").lowercased() : nil
        if let text = policy, text.hasPrefix("tag:") { policy = String(text.dropFirst(4)) }
        return (home, run[Self.generation], policy, run.isBound(Self.enabled) ? run[Self.enabled] : nil)
    }
}
