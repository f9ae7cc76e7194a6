// New-ChatPool: creates a chat pool.

import ChatModel
import Runtime

final class NewChatPoolCommand: ChangingCommand {
    static let name = "New-ChatPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The fully qualified name of the pool.")
    static let generation = Parameter<Generation>.choice("Generation", mandatory: true, help: "R2, 2010 or 2013; never changes.")
    static let hostPool = Parameter<String>.text(
        "HostPool", aliases: ["Registrar"], help: "The front-end pool of the same generation that hosts it; the only one of the generation unless given.")
    static let fileStore = Parameter<String>.text(
        "FileStore", mandatory: true, help: "The folder of uploaded files; \\\\server\\share for a pool of several computers.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name that tells pools apart in clients.")
    static let kind = Parameter<PoolKind>.choice("Kind", help: "SingleComputer or MultipleComputers; decided by the servers unless given, never changes.")
    static let servers = Parameter<[String]>(
        "Servers", byName: true, help: "The servers, at most 8; the first four become active. The pool's own name unless given.")
    static let mtlsPort = Parameter<Int>("MtlsPort", byName: true, help: "The port of SIP over MTLS to the front ends; 5041 unless given.")
    static let databases = DatabaseParameters()
    static let complianceEnabled = Parameter<Bool>.truth("ComplianceEnabled", help: "Whether messages are kept for compliance.")
    static let defaultFor = Parameter<String>.text(
        "DefaultForSites", aliases: ["DefaultForSite"], help: "All, None, or one site whose clients create rooms here; 2013 pools only.")
    static let lookupUser = Parameter<String>.text(
        "LookupUser", help: "Legacy pools: the SIP address that clients look the pool up at; sip:ocschat@<default SIP domain> unless given.")
    static let trustedPool = Parameter<String>.text("TrustedApplicationPool", help: "Legacy pools: how the pool appears in the topology.")

    static let declaration = chatDeclaration(
        name, "Creates a chat pool.",
        "Pools of all three generations may stand side by side, each hosted by a front-end pool of its own generation (R1 to R4). A legacy pool gets a lookup user, a 2013 pool an endpoint. The pool is stopped until Start-ChatPool starts it.",
        changes: true,
        parameters: [identity, generation, hostPool, fileStore, displayName, kind, servers, mtlsPort] + databases.all + [
            complianceEnabled, defaultFor, lookupUser, trustedPool,
        ],
        output: ["Chat.Pool"],
        examples: [
            CommandExample(
                "A second 2013 pool",
                "(New-ChatPool rooms2.contoso.com -Generation 2013 -HostPool fe2013.contoso.com -FileStore \\\\files\\chat2).ServiceState",
                output: "Stopped\n"),
            CommandExample(
                "A host of the wrong generation",
                "New-ChatPool rooms2.contoso.com -Generation 2013 -HostPool fe2010.contoso.com -FileStore \\\\files\\chat2 -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId",
                output: "R1,New-ChatPool\n"),
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.chatPool(Self.identity) ?? ""
        var change = NewChatPool(
            fqdn: name, generation: run[Self.generation] ?? .lync2013, hostPool: run.frontEnd(Self.hostPool), fileStore: run[Self.fileStore] ?? "")
        change.fileStoreExists = run.session.fileStoreExists(change.fileStore)
        change.displayName = run[Self.displayName] ?? ""
        change.kind = run[Self.kind]
        change.servers = (run[Self.servers] ?? []).flatMap { $0.split(separator: ";") }.map { Fqdn(String($0)) }
        run.alteration(Self.mtlsPort) { Int64($0) }.apply(to: &change.mtlsPort)
        Self.databases.placement(Self.databases.content, run).apply(to: &change.contentDatabase)
        Self.databases.placement(Self.databases.compliance, run).apply(to: &change.complianceDatabase)
        change.complianceEnabled = run.has(Self.complianceEnabled)
        change.defaultSites = defaultSites(run.filled(Self.defaultFor))
        change.lookupUser = run.filled(Self.lookupUser).map { SipAddress($0) }
        change.trustedApplicationPool = run.frontEnd(Self.trustedPool)
        guard let plan = try changes.make(change, on: name.text, run) else { return }
        try run.read { try run.write(ShownChatPool.face.show(try ShownChatPool(plan.result, $0))) }
    }

    private func defaultSites(_ text: String?) -> DefaultSites {
        guard let text, !text.equalsIgnoringCase("None") else { return .none }
        return text.equalsIgnoringCase("All") ? .all : .site(SiteName(parsing: text))
    }
}
