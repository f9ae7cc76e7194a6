// ConvertTo-Csv: objects as lines of CSV.

import Runtime

final class ConvertToCsv: Command {
    static let name = "ConvertTo-Csv"
    static let csv = CsvParameters(inputPosition: 0)
    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into lines of CSV.",
        description:
            "The columns are the properties of the first object; a line with their names comes first. Fields are quoted unless -UseQuotes or -QuoteFields says otherwise.",
        parameters: [csv.inputObject] + csv.all, defaultSet: "Delimiter", outputTypes: ["System.String"],
        examples: [CommandExample("One row", "[pscustomobject]@{Login = 'ann'; Seats = 3} | ConvertTo-Csv", output: "\"Login\",\"Seats\"\n\"ann\",\"3\"\n")])

    private var format: CsvFormat?
    private var writer: CsvRowWriter?
    private var line: [UInt8] = []

    func begin(_ run: Invocation) throws { format = try Self.csv.format(run) }

    func process(_ run: Invocation) throws {
        let item = run.input.isMissing ? run[Self.csv.inputObject] ?? .null : run.input
        if item.isNull { return }
        if writer == nil, let format {
            let names = try CsvRowWriter.names(of: item, run.session)
            if names.isEmpty { return }
            let made = CsvRowWriter(format, names: names, run.session)
            writer = made
            if !run.has(Self.csv.noHeader) {
                if run.has(Self.csv.includeType) { try run.write(.text(CsvParameters.typeLine(item, run.session))) }
                try emit(run) { format.header(names, into: &$0) }
            }
        }
        guard let writer else { return }
        try emit(run) { try writer.append(item, into: &$0) }
    }

    private func emit(_ run: Invocation, _ body: (inout [UInt8]) throws -> Void) throws {
        line.removeAll(keepingCapacity: true)
        try body(&line)
        if !line.isEmpty { try run.write(.text(String(decoding: line, as: UTF8.self))) }
    }
}
