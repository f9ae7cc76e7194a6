// Remove-ChatClient: removes a client.

import ChatModel
import Runtime

final class RemoveChatClientCommand: ChangingCommand {
    static let name = "Remove-ChatClient"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The client.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a client.", "Its user stays.", changes: true, parameters: [identity, passThru], output: ["Chat.Client"],
        examples: [
            CommandExample("A client", "Remove-ChatClient ann-lync; (Get-ChatClient -User ann@contoso.com).Name", output: "ann-legacy\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run[Self.identity] ?? ""
        guard let plan = try changes.make(RemoveClient(name: ClientName(name)), on: name, run), run.has(Self.passThru) else { return }
        try run.write(ClientFace.own.show(plan.result))
    }
}
