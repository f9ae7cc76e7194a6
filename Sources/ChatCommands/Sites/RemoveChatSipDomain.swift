// Remove-ChatSipDomain: removes a SIP domain that no address ends in.

import ChatModel
import Runtime

final class RemoveChatSipDomainCommand: ChangingCommand {
    static let name = "Remove-ChatSipDomain"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The SIP domain.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a SIP domain that no address ends in.", "The default goes last.", changes: true, parameters: [identity, passThru],
        output: ["Chat.SipDomain"],
        examples: [
            CommandExample(
                "A domain that is used", "Remove-ChatSipDomain contoso.com -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId",
                output: "SipDomainInUse,Remove-ChatSipDomain\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard let plan = try changes.make(RemoveSipDomain(name: SipDomainName(name)), on: name, run), run.has(Self.passThru) else { return }
        try run.write(SipDomainFace.own.show(plan.result))
    }
}
