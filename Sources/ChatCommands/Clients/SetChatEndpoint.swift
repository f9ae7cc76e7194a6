// Set-ChatEndpoint: changes the name of an endpoint.

import ChatModel
import Runtime

final class SetChatEndpointCommand: ChangingCommand {
    static let name = "Set-ChatEndpoint"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The SIP address of the endpoint.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes the name of an endpoint.", "Its address and pool never change: remove it and create another.", changes: true,
        parameters: [identity, displayName, passThru],
        output: ["Chat.Endpoint"],
        examples: [
            CommandExample("A name", "(Set-ChatEndpoint sip:pc2013@contoso.com -DisplayName Rooms -PassThru).DisplayName", output: "Rooms\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let address = run[Self.identity] ?? ""
        var change = SetEndpoint(sipAddress: SipAddress(address))
        change.displayName = run.alteration(Self.displayName)
        guard let plan = try changes.make(change, on: address, run), run.has(Self.passThru) else { return }
        try run.write(EndpointFace.own.show(plan.result))
    }
}
