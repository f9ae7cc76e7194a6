// Import-Csv: CSV files as objects.

import Runtime

final class ImportCsv: Command {
    static let name = "Import-Csv"
    static let aliases = ["ipcsv"]
    static let path = Parameter<[String]>(
        "Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["DelimiterPath", "CulturePath"], validations: [.notNullOrEmpty],
        help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["DelimiterLiteralPath", "CultureLiteralPath"],
        validations: [.notNullOrEmpty], help: "The files, without wildcards.")
    static let delimiter = Parameter<Value>(
        "Delimiter", position: 1, sets: ["DelimiterPath", "DelimiterLiteralPath"], type: .char, help: "What stands between fields; a comma if not given.")
    static let useCulture = Parameter<Bool>(
        "UseCulture", mandatory: true, sets: ["CulturePath", "CultureLiteralPath"], help: "The list separator of the current culture stands between fields.")
    static let header = Parameter<[String]>(
        "Header", validations: [.notNullOrEmpty], help: "The names of the columns; the first row is then a row like any other.")
    static let encoding = EncodingArgument.parameter()
    static let declaration = CommandDeclaration(
        synopsis: "Reads objects from CSV files.",
        description: "Each row becomes an object whose properties are the columns, all text. Columns that a row does not have are null.",
        parameters: [delimiter, path, literalPath, useCulture, header, encoding],
        defaultSet: "DelimiterPath",
        examples: [
            CommandExample(
                "A file", "$f = Join-Path ([IO.Path]::GetTempPath()) 'u.csv'; 'Login,Room', 'ann,lobby' | Set-Content $f; (Import-Csv $f).Room",
                output: "lobby\n")
        ])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let delimiter = CsvDelimiter.bytes(run.raw(Self.delimiter), useCulture: run.has(Self.useCulture), run.session)
        for path in try OutputPath.filesToRead(literal ?? run[Self.path] ?? [], isLiteral: literal != nil, run) {
            do { try read(InputFile(path), delimiter, run) } catch let error as FileFailure { throw OutputPath.failure(error, run) }
        }
    }

    private func read(_ file: InputFile, _ delimiter: [UInt8], _ run: Invocation) throws {
        HalfReadFiles.of(run.session).add(file)
        defer { HalfReadFiles.of(run.session).remove(file) }
        var reader = CsvReader(try (run.encoding(Self.encoding) ?? .utf8).beginning(of: file), file, delimiter: delimiter)
        try CsvRows.write(&reader, header: run[Self.header], keepsComments: false, run)
    }
}

/// Rows of one text as output.
enum CsvRows {
    static func write(_ reader: inout CsvReader, header given: [String]?, keepsComments: Bool, _ run: Invocation) throws {
        var header: CsvHeader
        if let given {
            header = CsvHeader(names: given, typeName: try reader.typeLine(keepsComments: keepsComments).typeName)
        } else {
            guard let read = try reader.header(keepsComments: keepsComments) else { return }
            header = read
        }
        if header.hasMadeNames { try run.writeWarning(CsvHeader.madeNames) }
        let shape = try header.shape(run)
        let session = run.session
        while let record = try reader.nextRecord(shape) {
            try run.write(.object(record))
            try session.checkCancelled()
        }
    }
}
