// Get-ChatSite: the sites of the deployment.

import ChatModel
import Runtime

final class GetChatSiteCommand: Command {
    static let name = "Get-ChatSite"
    static let identity = Parameter<[String]>.identities(aliases: ["Name"], help: "Names of sites, with or without Site:; wildcards allowed.")

    static let declaration = chatDeclaration(
        name, "Gets the sites of the deployment.",
        "A site is the place of front-end pools and a scope of policies. The site of a user's home pool is the one whose policy counts for the user.",
        parameters: [identity], output: ["Chat.Site"],
        examples: [
            CommandExample("All sites", "Get-ChatSite | ForEach-Object Name", output: "Redmond\nDublin\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            try run.writeWanted(
                run[Self.identity], of: store, all: { try store.sites() }, name: { $0.name.text }, bare: { SiteName(parsing: $0).text },
                find: { try store.existingSite(SiteName($0)) }, show: { ShownSite.face.show(try ShownSite($0, store)) })
        }
    }
}
