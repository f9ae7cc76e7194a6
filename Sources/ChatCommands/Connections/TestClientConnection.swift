// Test-ClientConnection: whether a client of a user reaches a chat pool, and why not; for one, or the whole matrix.

import ChatModel
import ChatStore
import Runtime

final class TestClientConnectionCommand: Command {
    static let name = "Test-ClientConnection"
    static let user = Parameter<[String]>(
        "User", aliases: ["Identity", "SipAddress"], position: 0, pipeline: true, byName: true, help: "Users by any form of identity; all unless given.")
    static let client = Parameter<String>(
        "Client", position: 1, help: "The name of a client, or a kind, GroupChat or Lync2013, to assume such a client; all clients of the user unless given.")
    static let pool = Parameter<[String]>("Pool", aliases: ["PoolFqdn"], position: 2, help: "Chat pools; all unless given.")
    static let lookupUri = Parameter<String>("LookupUri", help: "The address that an assumed Group Chat client is configured with.")
    static let allReasons = Parameter<Bool>.flag("AllReasons", help: "Gives every reason in Reasons, not only the first.")

    static let declaration = chatDeclaration(
        name, "Tells whether clients reach chat pools, and why not.",
        "Decides for one user, client and pool, or for all where they are not given: the whole matrix. The Group Chat client reaches the one pool, of any generation, that it is configured for. The Lync 2013 client reaches 2013 pools, for a user who is homed on a 2013 pool and enabled by policy. A user without a client of a kind is taken to have one without configuration.",
        parameters: [user, client, pool, lookupUri, allReasons], output: ["Chat.ClientConnection"],
        examples: [
            CommandExample(
                "Why not", "(Test-ClientConnection bob@contoso.com Lync2013 pc2013.contoso.com).Message",
                output:
                    "sip:bob@contoso.com must be homed on Lync Server 2013 to use Persistent Chat in the Lync 2013 client; home pool fe2010.contoso.com is Lync Server 2010.\n"
            ),
            CommandExample(
                "Every reason", "(Test-ClientConnection bob@contoso.com Lync2013 pc2013.contoso.com -AllReasons).Reasons",
                output: "HomePoolNot2013\nPolicyDisabled\n"),
            CommandExample(
                "Who reaches what", "Test-ClientConnection | Where-Object Outcome -eq Connected | ForEach-Object { $_.Client + ' -> ' + $_.Pool }",
                output: "ann-legacy -> gcr2.contoso.com\ncara-lync -> pc2013.contoso.com\n"),
        ])

    private var matrix: ConnectionMatrix?
    /// The stored client that was named.
    private var storedClient: ChatClient?
    private var isRefused = false

    func begin(_ run: Invocation) throws {
        let wanted = run.filled(Self.client)
        let kind = wanted.flatMap { ClientKind(code: $0) }
        if let wanted, kind == nil {
            storedClient = try run.readOrReport { try $0.existingClient(ClientName(wanted)) }
            isRefused = storedClient == nil
        }
        let pools = run[Self.pool].map { $0.map { ServiceIdentity(parsing: $0).fqdn } }
        let address = run.filled(Self.lookupUri).map { SipAddress($0) }
        matrix = try run.read { store in
            try ConnectionMatrix(
                store, pools: try pools?.flatMap { try expanded($0, store) }, kind: kind ?? (address == nil ? nil : .groupChat), address: address,
                wantsAllReasons: run.has(Self.allReasons))
        }
    }

    /// The pools that a name or pattern means.
    private func expanded(_ name: Fqdn, _ store: any DeploymentStore) throws -> [Fqdn] {
        guard isPattern(name.text) else { return [name] }
        let pattern = NamePattern(name.text)
        return try store.chatPools().map(\.fqdn).filter { pattern.matches($0.text) }
    }

    func process(_ run: Invocation) throws {
        guard let matrix, !isRefused else { return }
        let write = { (connection: ClientConnection) in try run.write(.object(connection)) }
        try run.read { store in
            guard let names = run[Self.user] else {
                if let storedClient { return try matrix.decide(storedClient, write) }
                return try matrix.decideForAll(write)
            }
            for name in names { try decide(name, matrix, store, run, write) }
        }
    }

    private func decide(_ name: String, _ matrix: ConnectionMatrix, _ store: any DeploymentStore, _ run: Invocation, _ write: (ClientConnection) throws -> Void)
        throws
    {
        // An account there is not is a reason of its own (P1), not an error.
        let user: ChatUser?
        if let piped = run.input.shownUser, piped.identity == name {
            user = piped
        } else {
            do { user = try store.existingUser(UserIdentity(parsing: name)) } catch let refusal as Refusal where refusal.rule == "P1" { user = nil }
        }
        if let storedClient {
            do { try checkClient(storedClient, belongsTo: user?.sipAddress, named: user?.label ?? name) } catch { return try run.writeError(error.record) }
            return try matrix.decide(storedClient, write)
        }
        try matrix.decide(user, named: name, write)
    }
}
