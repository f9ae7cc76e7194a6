// New-FrontEndPool: creates a front-end pool.

import ChatModel
import Runtime

final class NewFrontEndPoolCommand: ChangingCommand {
    static let name = "New-FrontEndPool"
    static let identity = Parameter<String>.identity(aliases: ["Fqdn", "PoolFqdn"], help: "The fully qualified name of the pool.")
    static let generation = Parameter<Generation>.choice("Generation", mandatory: true, help: "R2, 2010 or 2013; never changes.")
    static let site = Parameter<String>.text("Site", mandatory: true, help: "The site the pool is in.")
    static let edition = Parameter<Edition>.choice("Edition", help: "Enterprise, or Standard for one server that is the pool itself.")
    static let computers = Parameter<[String]>("Computers", byName: true, help: "The front ends: 1 to 12; the pool's own name unless given.")
    static let backupPool = Parameter<String>.text("BackupPool", help: "Another pool of the same generation.")
    static let userStore = Parameter<String>.text("UserStore", help: "The SQL instance that holds the user store.")

    static let declaration = chatDeclaration(
        name, "Creates a front-end pool.",
        "The pool runs at once. Pools of all three generations may stand side by side; with the third of them comes a warning, because that is no supported topology (R11).",
        changes: true, parameters: [identity, generation, site, edition, computers, backupPool, userStore], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample("A Lync Server 2013 pool", "(New-FrontEndPool fe2.contoso.com -Generation 2013 -Site Redmond).State", output: "Running\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = run.frontEnd(Self.identity) ?? ""
        let change = NewFrontEndPool(
            fqdn: name, generation: run[Self.generation] ?? .lync2013, edition: run[Self.edition] ?? .enterprise, site: SiteName(parsing: run[Self.site] ?? ""),
            computers: (run[Self.computers] ?? []).flatMap { $0.split(separator: ";") }.map { Fqdn(String($0)) }, backupPool: run.frontEnd(Self.backupPool),
            userStore: run.filled(Self.userStore).map { SqlInstance($0) })
        if let plan = try changes.make(change, on: name.text, run) { try run.write(FrontEndPoolFace.own.show(plan.result)) }
    }
}
