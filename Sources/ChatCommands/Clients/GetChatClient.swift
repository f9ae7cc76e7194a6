// Get-ChatClient: gets client programs.

import ChatModel
import ChatStore
import Runtime

final class GetChatClientCommand: Command {
    static let name = "Get-ChatClient"
    static let identity = Parameter<[String]>.identities(aliases: ["Name"], help: "Names of clients; wildcards allowed.")
    static let user = Parameter<String>("User", help: "Only clients of this user, by any form of identity.")
    static let kind = Parameter<ClientKind>("Kind", validations: [ClientKind.validation], help: "Only clients of this kind: GroupChat or Lync2013.")

    static let declaration = chatDeclaration(
        name, "Gets client programs.",
        "A Group Chat client is configured by hand for one pool; a Lync 2013 client gets everything from the home pool of its user.",
        parameters: [identity, user, kind], output: ["Chat.Client"],
        examples: [
            CommandExample("The clients of a user", "(Get-ChatClient -User ann@contoso.com).Name", output: "ann-legacy\nann-lync\n")
        ])

    func process(_ run: Invocation) throws {
        let kind = run[Self.kind]
        var address: SipAddress?
        if let user = run.filled(Self.user) {
            guard let found = try run.readOrReport({ try $0.existingUser(UserIdentity(parsing: user)) }) else { return }
            address = found.sipAddress ?? ""
        }
        try run.read { store in
            for name in run[Self.identity] ?? ["*"] {
                guard isPattern(name) else {
                    guard let client = try run.readOrReport({ try $0.existingClient(ClientName(name)) }) else { continue }
                    if (kind == nil || client.kind == kind) && (address == nil || client.user == address) { try run.write(ClientFace.own.show(client)) }
                    continue
                }
                let pattern = NamePattern(name)
                try store.forEachClient(of: address) { client in
                    if kind == nil || client.kind == kind, pattern.matches(client.name.text) { try run.write(ClientFace.own.show(client)) }
                    return .next
                }
            }
        }
    }
}
