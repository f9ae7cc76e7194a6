// Remove-ChatEndpoint: removes an endpoint.

import ChatModel
import Runtime

final class RemoveChatEndpointCommand: ChangingCommand {
    static let name = "Remove-ChatEndpoint"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The SIP address of the endpoint.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes an endpoint.", "Legacy clients configured with its address can no longer connect. The last endpoint of a pool stays (R107).",
        changes: true,
        parameters: [identity, passThru], output: ["Chat.Endpoint"],
        examples: [
            CommandExample("An endpoint", "Remove-ChatEndpoint sip:pc2013@contoso.com; @(Get-ChatEndpoint -Pool pc2013.contoso.com).Count", output: "1\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let address = run[Self.identity] ?? ""
        guard let plan = try changes.make(RemoveEndpoint(sipAddress: SipAddress(address)), on: address, run), run.has(Self.passThru) else { return }
        try run.write(EndpointFace.own.show(plan.result))
    }
}
