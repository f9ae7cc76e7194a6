// Format-Wide: one property of each object, in columns beside each other.

import Formatting
import Runtime

final class FormatWide: Command {
    static let name = "Format-Wide"
    static let aliases = ["fw"]
    static let property = Parameter<Value>("Property", position: 0, help: "The property to show: a name, a block, or a table with expression and formatString.")
    static let autoSize = Parameter<Bool>("AutoSize", help: "As many columns as the longest value allows.")
    static let column = Parameter<Int>("Column", validations: [.range(1, .integer(Int(Int32.max)))], help: "How many columns.")

    static let declaration = CommandDeclaration(
        synopsis: "Shows one property of each object in several columns.",
        description: "Writes one value of each object, usually its name, row by row.",
        parameters: [property, autoSize, column] + FormattingParameters.all, outputTypes: FormattingParameters.outputTypes,
        examples: [
            CommandExample(
                "Two columns", "1..4 | ForEach-Object { [pscustomobject]@{ Name = \"room$_\" } } | Format-Wide -Column 2",
                output: "\nroom1                                   room2\nroom3                                   room4\n\n")
        ])

    private var formatting: FormattingRun?

    func begin(_ run: Invocation) throws {
        var options = try FormattingParameters.options(.wide, run)
        if run.has(Self.autoSize), run.isBound(Self.column) {
            let failure = run.failure(
                "FormatCannotSpecifyAutosizeAndColumns", "Found invalid data while decoding.", type: "System.IO.InvalidDataException",
                category: .invalidArgument)
            failure.record.detailsMessage = "Give -AutoSize or -Column, not both."
            throw failure
        }
        if let property = run[Self.property], !property.isNull { options.properties = [try FieldRequests.read(property, FieldRequests.wide, run)] }
        options.isAutoSized = run.has(Self.autoSize)
        options.columns = run[Self.column] ?? 0
        formatting = FormattingRun(options, run)
    }
    func process(_ run: Invocation) throws { try formatting?.process(run) }
    func end(_ run: Invocation) throws { try formatting?.end() }
}
