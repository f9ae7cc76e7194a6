// Set-ChatSite: changes a site.

import ChatModel
import Runtime

final class SetChatSiteCommand: ChangingCommand {
    static let name = "Set-ChatSite"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The site, with or without Site:.")
    static let displayName = Parameter<String>.text("DisplayName", help: "The name people see.")
    static let about = Parameter<String>.text("Description", help: "What the site is.")
    static let type = Parameter<SiteType>.choice("SiteType", help: "CentralSite or RemoteSite.")
    static let defaultPool = Parameter<String>.clearable(
        "DefaultPersistentChatPool", aliases: ["DefaultChatPool"],
        help: "The 2013 chat pool in which Lync 2013 clients of the site create rooms; $null for none.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Changes a site.", "Changes what is given and leaves the rest as it is.", changes: true,
        parameters: [identity, displayName, about, type, defaultPool, passThru], output: ["Chat.Site"],
        examples: [
            CommandExample("A description", "(Set-ChatSite Dublin -Description 'Branch' -PassThru).Description", output: "Branch\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = SiteName(parsing: run[Self.identity] ?? "")
        var change = SetSite(name: name)
        change.displayName = run.alteration(Self.displayName)
        change.description = run.alteration(Self.about)
        change.type = run.alteration(Self.type)
        change.defaultChatPool = run.clearing(Self.defaultPool) { ServiceIdentity(parsing: $0).fqdn }
        guard let plan = try changes.make(change, on: name.text, run), run.has(Self.passThru) else { return }
        try run.read { try run.write(ShownSite.face.show(try ShownSite(plan.result, $0))) }
    }
}
