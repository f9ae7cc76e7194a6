// New-ChatClient: creates a client of a user.

import ChatModel
import Runtime

final class NewChatClientCommand: ChangingCommand {
    static let name = "New-ChatClient"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The name of the client.")
    static let user = Parameter<String>.text("User", position: 1, mandatory: true, help: "Who works with it, by any form of identity.")
    static let kind = Parameter<ClientKind>.choice(
        "Kind", mandatory: true, help: "GroupChat for the legacy client, Lync2013 for the client with rooms built in.")
    static let configuration = ConfigurationParameters()

    static let declaration = chatDeclaration(
        name, "Creates a client of a user.", "Only the legacy Group Chat client takes a configuration: the address of one pool at a time, of any generation.",
        changes: true,
        parameters: [identity, user, kind] + configuration.all, output: ["Chat.Client"],
        examples: [
            CommandExample(
                "A legacy client for the 2010 pool", "(New-ChatClient bob-2010 -User bob@contoso.com -Kind GroupChat -LookupUri sip:gc2010@contoso.com).Port",
                output: "5061\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        let change = NewClient(
            name: ClientName(name), kind: run[Self.kind] ?? .groupChat, user: UserIdentity(parsing: run[Self.user] ?? ""),
            configuration: Self.configuration.configuration(run))
        if let plan = try changes.make(change, on: name, run) { try run.write(ClientFace.own.show(plan.result)) }
    }
}
