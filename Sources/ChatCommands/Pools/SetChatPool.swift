// Set-ChatPool: changes a chat pool.

import ChatModel
import Runtime

final class SetChatPoolCommand: ChangingCommand {
    static let name = "Set-ChatPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let hostPool = Parameter<String>.text("HostPool", aliases: ["Registrar"], help: "Another front-end pool of the same generation.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name that tells pools apart in clients.")
    static let mtlsPort = Parameter<Int>("MtlsPort", byName: true, help: "The port of SIP over MTLS to the front ends.")
    static let fileStore = Parameter<String>.text("FileStore", help: "The folder of uploaded files; \\\\server\\share for a pool of several computers.")
    static let databases = DatabaseParameters()
    static let complianceEnabled = Parameter<Bool>.truth("ComplianceEnabled", help: "Whether messages are kept for compliance.")
    static let lookupUser = Parameter<String>.clearable(
        "LookupUser", help: "Legacy pools: the account behind the address that clients look the pool up at; $null for none.")
    static let trustedPool = Parameter<String>.clearable(
        "TrustedApplicationPool", help: "Legacy pools: how the pool appears in the topology; $null for not at all.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes a chat pool.", "Generation and kind stay as they are, and content stays in the pool (R7).", changes: true,
        parameters: [identity, hostPool, displayName, mtlsPort, fileStore] + databases.all + [complianceEnabled, lookupUser, trustedPool, passThru],
        output: ["Chat.Pool"],
        examples: [
            CommandExample("A name for clients", "(Set-ChatPool pc2013.contoso.com -DisplayName Rooms -PassThru).DisplayName", output: "Rooms\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.chatPool(Self.identity) ?? ""
        var change = SetChatPool(fqdn: name)
        change.hostPool = run.alteration(Self.hostPool) { ServiceIdentity(parsing: $0).fqdn }
        change.displayName = run.alteration(Self.displayName)
        change.mtlsPort = run.alteration(Self.mtlsPort) { Int64($0) }
        change.fileStore = run.alteration(Self.fileStore)
        if let path = change.fileStore.new { change.fileStoreExists = run.session.fileStoreExists(path) }
        let old = try run.read { try $0.chatPool(name) }
        change.contentDatabase = Self.databases.placement(Self.databases.content, from: old?.contentDatabase ?? DatabasePlacement(), run)
        change.complianceDatabase = Self.databases.placement(Self.databases.compliance, from: old?.complianceDatabase ?? DatabasePlacement(), run)
        change.complianceEnabled = run.alteration(Self.complianceEnabled)
        change.lookupUser = run.clearing(Self.lookupUser) { SipAddress($0) }
        change.trustedApplicationPool = run.clearing(Self.trustedPool) { ServiceIdentity(parsing: $0).fqdn }
        guard let plan = try changes.make(change, on: name.text, run), run.has(Self.passThru) else { return }
        try run.read { try run.write(ShownChatPool.face.show(try ShownChatPool(plan.result, $0))) }
    }
}
