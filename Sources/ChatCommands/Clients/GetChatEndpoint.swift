// Get-ChatEndpoint: gets the endpoints of 2013 chat pools.

import ChatModel
import ChatStore
import Runtime

final class GetChatEndpointCommand: Command {
    static let name = "Get-ChatEndpoint"
    static let identity = Parameter<[String]>.identities(aliases: ["SipAddress"], help: "SIP addresses of endpoints; wildcards allowed.")
    static let pool = Parameter<String>("Pool", aliases: ["PersistentChatPoolFqdn"], help: "Only endpoints of this chat pool.")

    static let declaration = chatDeclaration(
        name, "Gets the endpoints of 2013 chat pools.", "An endpoint is the address through which a legacy client reaches a 2013 pool.",
        parameters: [identity, pool], output: ["Chat.Endpoint"],
        examples: [
            CommandExample(
                "The endpoint a pool got by itself", "(Get-ChatEndpoint -Pool pc2013.contoso.com | Where-Object Automatic).SipAddress",
                output: "sip:GC-1-PersistentChatService-1@contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let pool = run.chatPool(Self.pool)
        if let pool, try run.readOrReport({ try $0.existingChatPool(pool) }) == nil { return }
        try run.read { store in
            for name in run[Self.identity] ?? ["*"] {
                guard isPattern(name) else {
                    guard let endpoint = try run.readOrReport({ try $0.existingEndpoint(SipAddress(name)) }) else { continue }
                    if pool == nil || endpoint.pool == pool { try run.write(EndpointFace.own.show(endpoint)) }
                    continue
                }
                let pattern = NamePattern(name)
                try store.forEachEndpoint(of: pool) { endpoint in
                    if pattern.matches(endpoint.sipAddress.text) { try run.write(EndpointFace.own.show(endpoint)) }
                    return .next
                }
            }
        }
    }
}
