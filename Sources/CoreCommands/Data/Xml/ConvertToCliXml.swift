// ConvertTo-CliXml: objects as text with their types.

import Runtime

final class ConvertToCliXml: Command {
    static let name = "ConvertTo-CliXml"
    static let inputObject = Parameter<Value>("InputObject", position: 0, mandatory: true, pipeline: true, type: .psObject, help: "The objects.")
    static let depth = Parameter<Int>("Depth", validations: [.range(.int(1), .int(.max))], help: "How many levels of objects are written out; 2 if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into CLIXML.", description: "The text keeps the types; ConvertFrom-CliXml gives the objects back.",
        parameters: [inputObject, depth], outputTypes: ["System.String"], implementingType: "Microsoft.PowerShell.Commands.ConvertToClixmlCommand",
        examples: [
            CommandExample(
                "A number", "ConvertTo-CliXml 5",
                output: "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n  <I32>5</I32>\n</Objs>\n")
        ])

    private var writer: CliXmlWriter?

    func begin(_ run: Invocation) throws { writer = CliXmlWriter(depth: run[Self.depth] ?? 2, run) }
    func process(_ run: Invocation) throws { try writer?.add(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input) }
    func end(_ run: Invocation) throws { if let text = writer?.finish() { try run.write(.text(text)) } }
}
