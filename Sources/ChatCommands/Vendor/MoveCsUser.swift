// Move-CsUser: moves users between 2010 and 2013 pools.

import ChatModel
import Runtime

final class MoveCsUserCommand: ChangingCommand {
    static let name = "Move-CsUser"
    static let identity = Parameter<String>.identity(sets: ["Identity"], help: "The user, by any form of identity.")
    static let target = Parameter<String>("Target", position: 1, mandatory: true, help: "The front-end pool to home the user on.")
    static let userList = Parameter<String>("UserList", mandatory: true, sets: ["Users"], help: "A text file of addresses, separated by commas or lines.")
    static let force = Parameter<Bool>.flag("Force", help: "Leaves contacts and meetings behind (R38).")
    static let ignoreStore = Parameter<Bool>.flag("IgnoreBackendStoreException", help: "Accepted; there are no back-end stores to fail.")
    static let conferences = Parameter<Bool>.flag("MoveConferenceData", help: "Accepted; meetings are not kept here.")
    static let proxyPool = Parameter<String>("ProxyPool", help: "Accepted; no pool has to mediate.")
    static let report = Parameter<String>("Report", help: "Accepted; Get-ChatChange keeps what was done.")
    static let credential = Parameter<Value>.credential
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Moves users between 2010 and 2013 pools.",
        "The same as Move-ChatUser, for users homed on 2010 or 2013; users of 2007 R2 move with Move-CsLegacyUser (R35).", changes: true,
        parameters: [identity, target, userList, force, ignoreStore, conferences, proxyPool, report, credential, domainController, passThru],
        defaultSet: "Identity",
        output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample(
                "All users of a pool",
                "Get-CsUser -Filter {RegistrarPool -eq \"fe2010.contoso.com\"} | Move-CsUser -Target fe2013.contoso.com; (Get-CsUser bob@contoso.com).RegistrarPool",
                output: "fe2013.contoso.com\n"),
            CommandExample(
                "A user of 2007 R2", "Move-CsUser ann@contoso.com -Target fe2013.contoso.com -ErrorAction SilentlyContinue; $Error[0].Exception.Message",
                output: "sip:ann@contoso.com is homed on Office Communications Server 2007 R2; use Move-CsLegacyUser.\n"),
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let target = run.frontEnd(Self.target) ?? ""
        guard let list = run.filled(Self.userList) else { return try move(run.user(Self.identity), target, run) }
        let text = try ScriptReader.text(of: run.session.fullPath(list))
        for name in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let name = name.split(separator: " ").joined(separator: " ")
            if !name.isEmpty { try move(UserIdentity(parsing: name), target, run) }
        }
    }

    private func move(_ user: UserIdentity, _ target: Fqdn, _ run: Invocation) throws {
        let change = MoveUser(user, target: target, tool: .moveCsUser, force: run.has(Self.force))
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }
}
