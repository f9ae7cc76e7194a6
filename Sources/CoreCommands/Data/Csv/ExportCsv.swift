// Export-Csv: objects into a CSV file.

import Glibc
import Runtime

final class ExportCsv: Command {
    static let name = "Export-Csv"
    static let aliases = ["epcsv"]
    static let csv = CsvParameters(inputPosition: nil)
    static let path = Parameter<String>("Path", position: 0, validations: [.notNullOrEmpty], help: "The file.")
    static let literalPath = Parameter<String>("LiteralPath", aliases: ["PSPath", "LP"], validations: [.notNullOrEmpty], help: "The file, without wildcards.")
    static let force = Parameter<Bool>("Force", help: "Writes over a read-only file; with -Append, takes objects that lack columns.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Leaves a file that is there.")
    static let encoding = EncodingArgument.parameter()
    static let append = Parameter<Bool>("Append", help: "Rows go after those that are there, under their columns.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes objects into a CSV file.", description: "The columns are the properties of the first object, or with -Append those of the file.",
        parameters: [csv.inputObject, path, literalPath, force, noClobber, encoding, append] + csv.all, defaultSet: "Delimiter", supportsShouldProcess: true,
        examples: [
            CommandExample(
                "There and back",
                "$f = Join-Path ([IO.Path]::GetTempPath()) 'rooms.csv'; [pscustomobject]@{Room = 'lobby'} | Export-Csv $f; (Import-Csv $f).Room",
                output: "lobby\n")
        ])

    private var format: CsvFormat?
    private var file: OutputFile?
    private var writer: CsvRowWriter?
    private var target = ""
    private var isOff = false
    private var encodes: TextEncoding = .utf8
    private var wasReadOnly: mode_t?

    func begin(_ run: Invocation) throws {
        format = try Self.csv.format(run)
        if run.isBound(Self.path) == run.isBound(Self.literalPath) {
            throw run.failure(
                "CannotSpecifyPathAndLiteralPath", "You must specify either the -Path or -LiteralPath parameters, but not both.",
                type: "System.InvalidOperationException", category: .invalidData)
        }
        let text = run[Self.literalPath] ?? run[Self.path] ?? ""
        let item = try OutputPath.file(text, isLiteral: run.isBound(Self.literalPath), run)
        target = item.path
        guard try run.shouldProcess(target, "Export-Csv") else {
            isOff = true
            return
        }
        try open(run)
    }

    private func open(_ run: Invocation) throws {
        let status = FileStatus(target)
        if status != nil, run.has(Self.noClobber), !run.has(Self.append) {
            throw run.failure(
                "NoClobber", "The file '\(target)' already exists.", type: "System.IO.IOException", category: .resourceExists, target: .text(target))
        }
        if let status, status.isReadOnly, run.has(Self.force) {
            wasReadOnly = status.link.st_mode & 0o7777
            chmod(target, status.link.st_mode & 0o7777 | 0o200)
        }
        encodes = run.encoding(Self.encoding) ?? .utf8
        var continues = false
        if run.has(Self.append), let status, status.size > 0 {
            continues = true
            try readColumns(run)
        }
        do {
            let made = try OutputFile(target, append: run.has(Self.append), run.session)
            if !continues { made.write(encodes.mark) }
            file = made
        } catch { throw OutputPath.failure(error, run) }
    }

    /// The columns and the encoding of the file that rows are added to.
    private func readColumns(_ run: Invocation) throws {
        let bytes: [UInt8]
        do { bytes = try FileAccess.read(target) } catch { throw OutputPath.failure(error, run) }
        if let marked = bytes.withUnsafeBufferPointer({ TextEncoding.marked($0)?.encoding }) { encodes = marked }
        guard let format else { return }
        var reader = CsvReader(Array(encodes.text(of: bytes).utf8), delimiter: format.delimiter)
        guard let header = try reader.header(keepsComments: true) else { return }
        writer = CsvRowWriter(format, names: header.names, run.session)
    }

    func process(_ run: Invocation) throws {
        guard !isOff, let file, let format else { return }
        let item = run.input.isMissing ? run[Self.csv.inputObject] ?? .null : run.input
        if item.isNull { return }
        let session = run.session
        if let writer {
            if run.has(Self.append), !run.has(Self.force) { try checkColumns(item, writer, run) }
        } else {
            let names = try CsvRowWriter.names(of: item, session)
            if names.isEmpty { return }
            writer = CsvRowWriter(format, names: names, session)
            if !run.has(Self.csv.noHeader) {
                if run.has(Self.csv.includeType) { write(Array((CsvParameters.typeLine(item, session) + "\n").utf8), file) }
                var line: [UInt8] = []
                format.header(names, into: &line)
                write(line + [10], file)
            }
        }
        guard let writer else { return }
        if encodes.form == .utf8 {
            try file.fill { buffer in
                try writer.append(item, into: &buffer)
                buffer.append(10)
            }
        } else {
            var line: [UInt8] = []
            try writer.append(item, into: &line)
            write(line + [10], file)
        }
    }

    private func write(_ line: [UInt8], _ file: OutputFile) {
        file.write(encodes.form == .utf8 ? line : encodes.encode(String(decoding: line, as: UTF8.self)))
    }

    private func checkColumns(_ item: Value, _ writer: CsvRowWriter, _ run: Invocation) throws {
        let own = try CsvRowWriter.names(of: item, run.session)
        for name in writer.names where !own.contains(where: { $0.equalsIgnoringCase(name) }) {
            throw run.failure(
                "CannotAppendCsvWithMismatchedPropertyNames",
                "Cannot append CSV content to '\(target)': the object has no property for the column '\(name)'. Give -Force to leave it empty.",
                type: "System.InvalidOperationException", category: .invalidData, target: .text(name))
        }
    }

    func end(_ run: Invocation) throws {
        do { try file?.close() } catch { throw OutputPath.failure(error, run) }
        if let wasReadOnly { chmod(target, wasReadOnly) }
    }
}
