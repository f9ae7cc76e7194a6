// Format-Custom: the structure of objects, with what stands inside their properties.

import Formatting
import Runtime

final class FormatCustom: Command {
    static let name = "Format-Custom"
    static let aliases = ["fc"]
    static let property = Parameter<[Value]>(
        "Property", position: 0, allowsNull: true, help: "The properties: names, wildcards, blocks, or tables with expression and depth.")
    static let depth = Parameter<Int>("Depth", validations: [.range(1, .integer(Int(Int32.max)))], help: "How deep to look into properties; 5 unless given.")

    static let declaration = CommandDeclaration(
        synopsis: "Shows the structure of objects.",
        description: "Uses the object's custom view if there is one. Otherwise writes a class in braces, with its properties and theirs inside.",
        parameters: [property, depth] + FormattingParameters.all, outputTypes: FormattingParameters.outputTypes,
        examples: [
            CommandExample("A record", "[pscustomobject]@{ Room = 'lobby' } | Format-Custom", output: "\nclass PSCustomObject\n{\n  Room = lobby\n}\n\n\n")
        ])

    private var formatting: FormattingRun?

    func begin(_ run: Invocation) throws {
        var options = try FormattingParameters.options(.custom, run)
        options.properties = try FieldRequests.read(run[Self.property] ?? [], FieldRequests.custom, run)
        if let depth = run[Self.depth] { options.depth = depth }
        formatting = FormattingRun(options, run)
    }
    func process(_ run: Invocation) throws { try formatting?.process(run) }
    func end(_ run: Invocation) throws { try formatting?.end() }
}
