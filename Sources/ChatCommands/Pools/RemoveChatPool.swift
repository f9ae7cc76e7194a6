// Remove-ChatPool: removes a chat pool.

import ChatModel
import Runtime

final class RemoveChatPoolCommand: ChangingCommand {
    static let name = "Remove-ChatPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let force = Parameter<Bool>.flag("Force", help: "Gives content up that has not been migrated (R9).")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a chat pool.",
        "Its servers, endpoints and lookup user go with it. A legacy pool whose content has not been migrated stays, unless -Force gives the content up (R9).",
        changes: true, parameters: [identity, force, passThru], output: ["Chat.Pool"],
        examples: [
            CommandExample("A pool", "Remove-ChatPool gc2010.contoso.com; (Get-ChatPool).Generation", output: "R2\n2013\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.chatPool(Self.identity) ?? ""
        let shown = run.has(Self.passThru) ? try run.read { store in try store.chatPool(name).map { try ShownChatPool($0, store) } } : nil
        guard try changes.make(RemoveChatPool(fqdn: name, force: run.has(Self.force)), on: name.text, run) != nil, let shown else { return }
        try run.write(ShownChatPool.face.show(shown))
    }
}
