// Get-ChatSipDomain: gets the SIP domains of the deployment.

import ChatModel
import ChatStore
import Runtime

final class GetChatSipDomainCommand: Command {
    static let name = "Get-ChatSipDomain"
    static let identity = Parameter<[String]>.identities(aliases: ["Name"], help: "SIP domains; wildcards allowed.")

    static let declaration = chatDeclaration(
        name, "Gets the SIP domains of the deployment.", "Every SIP address ends in one of them.", parameters: [identity], output: ["Chat.SipDomain"],
        examples: [
            CommandExample("The default SIP domain", "(Get-ChatSipDomain | Where-Object IsDefault).Name", output: "contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            for name in run[Self.identity] ?? ["*"] {
                guard isPattern(name) else {
                    if let domain = try run.readOrReport({ try $0.existingSipDomain(SipDomainName(name)) }) { try run.write(SipDomainFace.own.show(domain)) }
                    continue
                }
                let pattern = NamePattern(name)
                try store.forEachSipDomain { domain in
                    if pattern.matches(domain.name.text) { try run.write(SipDomainFace.own.show(domain)) }
                    return .next
                }
            }
        }
    }
}
