// Remove-ChatSite: removes a site that contains no pools.

import ChatModel
import Runtime

final class RemoveChatSiteCommand: ChangingCommand {
    static let name = "Remove-ChatSite"
    static let identity = Parameter<String>.identity(aliases: ["Name"], help: "The site, with or without Site:.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Removes a site that contains no pools.", "The site's policy goes with it.", changes: true, parameters: [identity, passThru],
        output: ["Chat.Site"],
        examples: [
            CommandExample(
                "What would happen", "Remove-ChatSite Dublin -WhatIf", output: "What if: Performing the operation \"Remove-ChatSite\" on target \"Dublin\".\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let name = SiteName(parsing: run[Self.identity] ?? "")
        guard let plan = try changes.make(RemoveSite(name: name), on: name.text, run), run.has(Self.passThru) else { return }
        try run.read { try run.write(ShownSite.face.show(try ShownSite(plan.result, $0))) }
    }
}
