// Get-Help: what a command is for and how it is used.

import Runtime

final class GetHelp: Command {
    static let name = "Get-Help"
    static let aliases = ["help"]
    static let topicName = Parameter<String>("Name", position: 0, byName: true, help: "The command; wildcards allowed.")
    static let category = Parameter<[String]>("Category", help: "Only topics of this category: Cmdlet, Function, Alias.")
    static let full = Parameter<Bool>("Full", sets: ["AllUsersView"], help: "Everything.")
    static let detailed = Parameter<Bool>("Detailed", mandatory: true, sets: ["DetailedView"], help: "Parameters and examples too.")
    static let examples = Parameter<Bool>("Examples", mandatory: true, sets: ["Examples"], help: "The examples.")
    static let parameter = Parameter<[String]>("Parameter", mandatory: true, sets: ["Parameters"], help: "The parameters named; wildcards allowed.")

    static let declaration = CommandDeclaration(
        synopsis: "Tells about commands.",
        description: "Shows what a command is for, how it is called and examples whose output is what really happens. Without a name it lists where to begin.",
        parameters: [topicName, category, full, detailed, examples, parameter], defaultSet: "AllUsersView",
        module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("One line", "(Get-Help Get-Unique).Synopsis", output: "Drops repetitions from sorted objects.\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        guard let name = run[Self.topicName] else {
            return try run.write(
                .text(
                    "Get-Help NAME tells about a command; Get-Help NAME -Examples shows examples.\nGet-Command lists the commands: Get-Command *-Chat* those of the chat deployment.\nTest-ClientConnection answers who can reach which pool and why not."
                ))
        }
        let found = try topics(name, run)
        if found.isEmpty {
            if WildcardName.isWildcard(name) { return }
            throw run.failure(
                "HelpNotFound",
                "Get-Help could not find \(name) in a help file in this session. To download updated help topics type: \"Update-Help\". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.",
                type: "Microsoft.PowerShell.Commands.HelpNotFoundException", category: .resourceUnavailable)
        }
        if let patterns = run[Self.parameter] {
            for topic in found {
                let hits = topic.ownParameters.filter { parameter in patterns.contains { WildcardName.matches(parameter.name, $0) } }
                if hits.isEmpty {
                    try run.writeError(
                        "NoParmsFound", "No parameter matches criteria \(patterns.joined(separator: ", ")).",
                        type: "System.Management.Automation.PSArgumentException", category: .invalidArgument)
                }
                for hit in hits {
                    // The view of parameters is there once a topic has been made.
                    _ = topic.object(view: "", session)
                    try run.write(topic.parameterObject(hit, session))
                }
            }
            return
        }
        let view = run.has(Self.full) ? "FullView" : run.has(Self.detailed) ? "DetailedView" : run.has(Self.examples) ? "ExamplesView" : ""
        for topic in found { try run.write(topic.object(view: view, session)) }
    }

    private func topics(_ name: String, _ run: Invocation) throws -> [HelpTopic] {
        let session = run.session
        let categories = run[Self.category]
        func isWanted(_ topic: HelpTopic) -> Bool { categories?.contains { $0.equalsIgnoringCase(topic.category) } ?? true }
        if WildcardName.isWildcard(name) {
            var commands: [CommandInfo] = session.cmdletNames.filter { WildcardName.matches($0, name) }.sorted().compactMap { session.cmdlet(named: $0) }
            commands += session.functions(in: run.scope).values.filter { WildcardName.matches($0.name, name) }.sorted { $0.name < $1.name }.map {
                $0 as CommandInfo
            }
            return commands.map { HelpTopic($0, session) }.filter(isWanted)
        }
        var current = session.findCommand(name, run.scope)
        while let alias = current as? AliasInfo { current = session.findCommand(alias.definition, run.scope) }
        guard let command = try current.map({ try session.readyCommand($0) }), !(command is ApplicationInfo) else { return [] }
        return [HelpTopic(command, session)].filter(isWanted)
    }
}
