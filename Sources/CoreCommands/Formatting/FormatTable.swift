// Format-Table: objects as rows of a table.

import Formatting
import Runtime

final class FormatTable: Command {
    static let name = "Format-Table"
    static let aliases = ["ft"]
    static let property = Parameter<[Value]>(
        "Property", position: 0, allowsNull: true,
        help: "The columns: names, wildcards, blocks, or tables with label, expression, width, alignment and formatString.")
    static let autoSize = Parameter<Bool>("AutoSize", help: "Takes the widths of the columns from all rows.")
    static let repeatHeader = Parameter<Bool>("RepeatHeader", help: "Shows the header again on every screen.")
    static let hideTableHeaders = Parameter<Bool>("HideTableHeaders", help: "Leaves the header out.")
    static let wrap = Parameter<Bool>("Wrap", help: "Continues long values on further lines instead of cutting them.")

    static let declaration = CommandDeclaration(
        synopsis: "Shows objects as a table.",
        description:
            "Makes a row of each object. The columns are the properties asked for, those of the object's view, or its first properties. Columns that do not fit the width are cut, the last ones left out.",
        parameters: [property, autoSize, repeatHeader, hideTableHeaders, wrap] + FormattingParameters.all, outputTypes: FormattingParameters.outputTypes,
        examples: [
            CommandExample(
                "Chosen columns", "[pscustomobject]@{ Room = 'lobby'; Seats = 12; Site = 'east' } | Format-Table Room, Seats",
                output: "\nRoom  Seats\n----  -----\nlobby    12\n\n"),
            CommandExample(
                "A calculated column",
                "'a', 'bcd' | ForEach-Object { [pscustomobject]@{ Word = $_ } } | Format-Table Word, @{ label = 'Letters'; expression = { $_.Word.Length } }",
                output: "\nWord Letters\n---- -------\na          1\nbcd        3\n\n"),
        ])

    private var formatting: FormattingRun?

    func begin(_ run: Invocation) throws {
        var options = try FormattingParameters.options(.table, run)
        options.properties = try FieldRequests.read(run[Self.property] ?? [], FieldRequests.table, run)
        options.isAutoSized = run.has(Self.autoSize)
        options.wraps = run.has(Self.wrap)
        options.hidesHeaders = run.has(Self.hideTableHeaders)
        options.repeatsHeaders = run.has(Self.repeatHeader)
        formatting = FormattingRun(options, run)
    }
    func process(_ run: Invocation) throws { try formatting?.process(run) }
    func end(_ run: Invocation) throws { try formatting?.end() }
}
