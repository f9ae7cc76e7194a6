// ConvertFrom-CliXml: objects from CLIXML text.

import Runtime

final class ConvertFromCliXml: Command {
    static let name = "ConvertFrom-CliXml"
    static let inputObject = Parameter<String>("InputObject", position: 0, mandatory: true, pipeline: true, help: "The text.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes objects of CLIXML.", description: "One object comes as it is, several as one array.", parameters: [inputObject],
        implementingType: "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
        examples: [CommandExample("There and back", "(ConvertTo-CliXml ([timespan]'1:30') | ConvertFrom-CliXml).TotalMinutes", output: "90\n")])

    func process(_ run: Invocation) throws {
        let objects = try CliXml.objects(run.input.asString ?? run[Self.inputObject] ?? "", run)
        if objects.isEmpty { return }
        try run.write(objects.count == 1 ? objects[0] : .array(objects))
    }
}
