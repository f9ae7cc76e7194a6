// Get-CsPool: lists pools.

import ChatModel
import ChatStore
import Runtime

final class GetCsPoolCommand: Command {
    static let name = "Get-CsPool"
    static let identity = Parameter<String>("Identity", position: 0, sets: ["Identity"], help: "The fully qualified name of a pool.")
    static let filter = Parameter<String>("Filter", sets: ["Filter"], help: "Wildcards over the names of pools.")
    static let site = Parameter<String>("Site", help: "Only pools of the site of this display name.")

    static let declaration = chatDeclaration(
        name, "Lists pools.", "Front-end pools, chat pools and trusted application pools, each with its services and computers.",
        parameters: [identity, filter, site], defaultSet: "Identity",
        output: ["Microsoft.Rtc.Management.Deploy.Internal.Cluster"],
        examples: [
            CommandExample(
                "The services of a pool", "(Get-CsPool fe2013.contoso.com).Services", output: "Registrar:fe2013.contoso.com\nUserServer:fe2013.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let wanted = run.filled(Self.identity).map { ServiceIdentity(parsing: $0).fqdn }
        let pattern = run.filled(Self.filter).map { NamePattern($0) }
        try run.read { store in
            var site: SiteName?
            if let name = run.filled(Self.site) {
                site = try store.sites().first { $0.displayName.equalsIgnoringCase(name) }?.name ?? SiteName(name)
            }
            var count = 0
            for cluster in try Topology(store).clusters
            where (wanted == nil || cluster.fqdn == wanted) && pattern?.matches(cluster.fqdn.text) != false && (site == nil || cluster.site == site) {
                try run.write(Cluster.face.show(cluster))
                count += 1
            }
            if count == 0, let wanted {
                try run.writeError(
                    "PoolNotFound", "There is no pool \(wanted.text).", type: "System.ArgumentException", category: .objectNotFound, target: .text(wanted.text))
            }
        }
    }
}
