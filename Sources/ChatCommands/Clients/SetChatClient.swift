// Set-ChatClient: changes the manual configuration of a Group Chat client.

import ChatModel
import Runtime

final class SetChatClientCommand: ChangingCommand {
    static let name = "Set-ChatClient"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The client.")
    static let configuration = ConfigurationParameters()
    static let reset = Parameter<Bool>.flag("Reset", help: "Erases the whole configuration first.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes the manual configuration of a Group Chat client.",
        "One address, so one pool at a time: to reach another pool, change the address and sign in again.",
        changes: true, parameters: [identity] + configuration.all + [reset, passThru], output: ["Chat.Client"],
        examples: [
            CommandExample(
                "Another pool", "(Set-ChatClient ann-legacy -LookupUri sip:gc2010@contoso.com -PassThru).LookupUri", output: "sip:gc2010@contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        var change = SetClient(name: ClientName(name))
        if run.has(Self.reset) { change.configuration = .set(nil) }
        Self.configuration.apply(to: &change, run)
        guard let plan = try changes.make(change, on: name, run), run.has(Self.passThru) else { return }
        try run.write(ClientFace.own.show(plan.result))
    }
}
