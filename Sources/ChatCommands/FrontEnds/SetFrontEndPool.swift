// Set-FrontEndPool: changes a front-end pool.

import ChatModel
import Runtime

final class SetFrontEndPoolCommand: ChangingCommand {
    static let name = "Set-FrontEndPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The pool.")
    static let site = Parameter<String>.text("Site", help: "The site the pool is in.")
    static let computers = Parameter<[String]>("Computers", byName: true, help: "The front ends, all of them.")
    static let backupPool = Parameter<String>.clearable("BackupPool", help: "Another pool of the same generation; $null for none.")
    static let userStore = Parameter<String>.clearable("UserStore", help: "The SQL instance that holds the user store; $null for none.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes a front-end pool.", "Generation and edition stay as they are.", changes: true,
        parameters: [identity, site, computers, backupPool, userStore, passThru], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample("Another site", "(Set-FrontEndPool fe2013.contoso.com -Site Dublin -PassThru).Site", output: "Dublin\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.frontEnd(Self.identity) ?? ""
        var change = SetFrontEndPool(fqdn: name)
        change.site = run.alteration(Self.site) { SiteName(parsing: $0) }
        change.computers = run.alteration(Self.computers) { $0.map { Fqdn($0) } }
        change.backupPool = run.clearing(Self.backupPool) { ServiceIdentity(parsing: $0).fqdn }
        change.userStore = run.clearing(Self.userStore) { SqlInstance($0) }
        guard let plan = try changes.make(change, on: name.text, run), run.has(Self.passThru) else { return }
        try run.write(FrontEndPoolFace.own.show(plan.result))
    }
}
