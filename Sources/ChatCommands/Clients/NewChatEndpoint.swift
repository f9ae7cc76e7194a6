// New-ChatEndpoint: creates an endpoint of a 2013 chat pool.

import ChatModel
import Runtime

final class NewChatEndpointCommand: ChangingCommand {
    static let name = "New-ChatEndpoint"
    static let identity = Parameter<String>.identity(aliases: ["SipAddress"], help: "The SIP address; no user may have it (R104).")
    static let pool = Parameter<String>.text("Pool", aliases: ["PersistentChatPoolFqdn"], position: 1, mandatory: true, help: "A 2013 chat pool (R103).")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see.")

    static let declaration = chatDeclaration(
        name, "Creates an endpoint of a 2013 chat pool.", "Legacy clients that are configured with its address reach the pool.", changes: true,
        parameters: [identity, pool, displayName], output: ["Chat.Endpoint"],
        examples: [
            CommandExample(
                "A friendly address", "(New-ChatEndpoint sip:chat@contoso.com -Pool pc2013.contoso.com).SipAddress", output: "sip:chat@contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let address = run[Self.identity] ?? ""
        let change = NewEndpoint(sipAddress: SipAddress(address), pool: run.chatPool(Self.pool) ?? "", displayName: run[Self.displayName] ?? "")
        if let plan = try changes.make(change, on: address, run) { try run.write(EndpointFace.own.show(plan.result)) }
    }
}
