// Get-CsSite: lists sites.

import ChatModel
import Runtime

final class GetCsSiteCommand: Command {
    static let name = "Get-CsSite"
    static let identity = Parameter<String>("Identity", position: 0, sets: ["Identity"], help: "The bare name of a site.")
    static let filter = Parameter<String>("Filter", sets: ["Filter"], help: "Wildcards over the names of sites.")

    static let declaration = chatDeclaration(
        name, "Lists sites.", "Sites with all their pools and services.", parameters: [identity, filter], defaultSet: "Identity",
        output: ["Microsoft.Rtc.Management.Deploy.Internal.Site"],
        examples: [
            CommandExample("A site", "(Get-CsSite Redmond).Identity", output: "Site:Redmond\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            try run.writeWanted(
                [run.filled(Self.identity) ?? run.filled(Self.filter) ?? "*"], of: store, all: { try store.sites() }, name: { $0.name.text },
                bare: { SiteName(parsing: $0).text },
                find: { try store.existingSite(SiteName($0)) }, show: { VendorSiteFace.own.show(try VendorSite($0, store)) })
        }
    }
}
