// New-ChatSite: creates a site.

import ChatModel
import Runtime

final class NewChatSiteCommand: ChangingCommand {
    static let name = "New-ChatSite"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The name of the site, with or without Site:.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see; the name itself unless given.")
    static let about = Parameter<String>.text("Description", help: "What the site is.")
    static let type = Parameter<SiteType>.choice("SiteType", help: "CentralSite or RemoteSite.")

    static let declaration = chatDeclaration(
        name, "Creates a site.", "Front-end pools belong to sites; create the site first.", changes: true, parameters: [identity, displayName, about, type],
        output: ["Chat.Site"],
        examples: [
            CommandExample("A site", "(New-ChatSite Lisbon -Description 'Iberia').Identity", output: "Site:Lisbon\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = SiteName(parsing: run[Self.identity] ?? "")
        let change = NewSite(
            name: name, displayName: run.filled(Self.displayName), description: run[Self.about] ?? "", type: run[Self.type] ?? .central)
        guard let plan = try changes.make(change, on: name.text, run) else { return }
        try run.read { try run.write(ShownSite.face.show(try ShownSite(plan.result, $0))) }
    }
}
