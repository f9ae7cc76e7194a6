// Get-FrontEndPool: the pools that users are homed on and chat pools are hosted by.

import ChatModel
import Runtime

final class GetFrontEndPoolCommand: Command {
    static let name = "Get-FrontEndPool"
    static let identity = Parameter<[String]>.identities(aliases: ["Fqdn", "PoolFqdn"], help: "Names of pools, with or without Registrar:; wildcards allowed.")
    static let generation = Parameter<Generation>("Generation", validations: [Generation.validation], help: "Only pools of this generation: R2, 2010 or 2013.")
    static let site = Parameter<String>("Site", help: "Only pools of this site.")

    static let declaration = chatDeclaration(
        name, "Gets front-end pools.", "Users are homed on front-end pools, and chat pools are hosted by front-end pools of their own generation.",
        parameters: [identity, generation, site], output: ["Chat.FrontEndPool"],
        examples: [
            CommandExample("Pools of a generation", "(Get-FrontEndPool -Generation 2010).Fqdn", output: "fe2010.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let generation = run[Self.generation]
        let site = run[Self.site].map { SiteName(parsing: $0) }
        try run.read { store in
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.frontEndPools() }, name: { $0.fqdn.text }, bare: { ServiceIdentity(parsing: $0).fqdn.text },
                find: { try store.existingFrontEndPool(Fqdn($0)) },
                where: { (generation == nil || $0.generation == generation) && (site == nil || $0.site == site) }, show: { FrontEndPoolFace.own.show($0) })
        }
    }
}
