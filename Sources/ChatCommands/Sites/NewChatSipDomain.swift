// New-ChatSipDomain: creates a SIP domain.

import ChatModel
import Runtime

final class NewChatSipDomainCommand: ChangingCommand {
    static let name = "New-ChatSipDomain"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The SIP domain, such as contoso.com.")
    static let isDefault = Parameter<Bool>.flag("Default", aliases: ["IsDefault"], help: "Makes it the default; the first one is the default anyway.")

    static let declaration = chatDeclaration(
        name, "Creates a SIP domain.", "The first one becomes the default, which new lookup users and endpoints are named in.", changes: true,
        parameters: [identity, isDefault], output: ["Chat.SipDomain"],
        examples: [
            CommandExample("Another domain", "(New-ChatSipDomain fabrikam.com).IsDefault", output: "False\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        let change = NewSipDomain(name: SipDomainName(name), isDefault: run.has(Self.isDefault))
        if let plan = try changes.make(change, on: name, run) { try run.write(SipDomainFace.own.show(plan.result)) }
    }
}
