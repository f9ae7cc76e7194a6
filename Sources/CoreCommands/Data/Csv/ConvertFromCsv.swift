// ConvertFrom-Csv: lines of CSV as objects.

import Runtime

final class ConvertFromCsv: Command {
    static let name = "ConvertFrom-Csv"
    static let inputObject = Parameter<[Value]>(
        "InputObject", position: 0, mandatory: true, pipeline: true, byName: true, type: TypeInfo.object.arrayType(), allowsEmptyString: true,
        help: "The lines; a text may hold several.")
    static let delimiter = Parameter<Value>(
        "Delimiter", position: 1, sets: ["Delimiter"], type: .char, help: "What stands between fields; a comma if not given.")
    static let useCulture = Parameter<Bool>(
        "UseCulture", mandatory: true, sets: ["UseCulture"], help: "The list separator of the current culture stands between fields.")
    static let header = Parameter<[String]>(
        "Header", validations: [.notNullOrEmpty], help: "The names of the columns; the first line is then a row like any other.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns lines of CSV into objects.",
        description: "Each row becomes an object whose properties are the columns, all text. The first line names the columns unless -Header does.",
        parameters: [inputObject, delimiter, useCulture, header], defaultSet: "Delimiter",
        examples: [CommandExample("One row", "('Login,Room', 'ann,lobby' | ConvertFrom-Csv).Room", output: "lobby\n")])

    private var shape: Shape?
    private var typeName: String?

    func process(_ run: Invocation) throws {
        let session = run.session
        let delimiter = CsvDelimiter.bytes(run.raw(Self.delimiter), useCulture: run.has(Self.useCulture), session)
        for line in run[Self.inputObject] ?? [] {
            var reader = CsvReader(Array(try line.toText(session).utf8), delimiter: delimiter)
            let (name, fields) = try reader.typeLine(keepsComments: false)
            if let name, typeName == nil { typeName = name }
            if shape == nil {
                var header: CsvHeader
                if let given = run[Self.header] {
                    header = CsvHeader(names: given)
                } else if let fields {
                    header = CsvHeader(names: fields)
                } else {
                    guard let read = try reader.header() else { continue }
                    header = read
                }
                header.typeName = typeName
                if header.hasMadeNames { try run.writeWarning(CsvHeader.madeNames) }
                shape = try header.shape(run)
            }
            guard let shape else { continue }
            while let record = try reader.nextRecord(shape) { try run.write(.object(record)) }
        }
    }
}
