// Set-ChatSipDomain: makes a SIP domain the default.

import ChatModel
import Runtime

final class SetChatSipDomainCommand: ChangingCommand {
    static let name = "Set-ChatSipDomain"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The SIP domain.")
    static let isDefault = Parameter<Bool>(
        "Default", aliases: ["IsDefault"], mandatory: true, help: "Makes it the default; the former default is one no longer.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Makes a SIP domain the default.", "Exactly one SIP domain is the default.", changes: true, parameters: [identity, isDefault, passThru],
        output: ["Chat.SipDomain"],
        examples: [
            CommandExample("The default", "(Set-ChatSipDomain contoso.com -Default -PassThru).IsDefault", output: "True\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard run.has(Self.isDefault), let plan = try changes.make(SetDefaultSipDomain(name: SipDomainName(name)), on: name, run), run.has(Self.passThru) else {
            return
        }
        try run.write(SipDomainFace.own.show(plan.result))
    }
}
