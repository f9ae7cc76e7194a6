// Format-List: the properties of each object below each other.

import Formatting
import Runtime

final class FormatList: Command {
    static let name = "Format-List"
    static let aliases = ["fl"]
    static let property = Parameter<[Value]>(
        "Property", position: 0, allowsNull: true, help: "The lines: names, wildcards, blocks, or tables with label, expression and formatString.")

    static let declaration = CommandDeclaration(
        synopsis: "Shows objects as lists of their properties.",
        description: "Writes a line for each property: its name, a colon, its value. Without -Property those of the object's view, or all of them.",
        parameters: [property] + FormattingParameters.all, outputTypes: FormattingParameters.outputTypes,
        examples: [
            CommandExample("All properties", "[pscustomobject]@{ Room = 'lobby'; Seats = 12 } | Format-List", output: "\nRoom  : lobby\nSeats : 12\n\n"),
            CommandExample(
                "By wildcard", "[pscustomobject]@{ Room = 'lobby'; Seats = 12; Site = 'east' } | Format-List S*", output: "\nSeats : 12\nSite  : east\n\n"),
        ])

    private var formatting: FormattingRun?

    func begin(_ run: Invocation) throws {
        var options = try FormattingParameters.options(.list, run)
        options.properties = try FieldRequests.read(run[Self.property] ?? [], FieldRequests.list, run)
        formatting = FormattingRun(options, run)
    }
    func process(_ run: Invocation) throws { try formatting?.process(run) }
    func end(_ run: Invocation) throws { try formatting?.end() }
}
