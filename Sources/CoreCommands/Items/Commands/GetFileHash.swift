// Get-FileHash: digests of files and streams.

import Runtime

final class GetFileHash: Command {
    static let name = "Get-FileHash"
    /// By its name alone: streams come from the type tables.
    private static let streamType = TypeInfo("System.IO.Stream", base: .object, isAbstract: true)
    static let path = Parameter<[String]>(
        "Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["Path"], help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], position: 0, mandatory: true, byName: true, sets: ["LiteralPath"], help: "The files, without wildcards.")
    static let inputStream = Parameter<Value>("InputStream", position: 0, mandatory: true, sets: ["StreamParameterSet"], type: streamType, help: "A stream.")
    static let algorithm = Parameter<String>(
        "Algorithm", position: 1, validations: [.set(DigestAlgorithm.allCases.map(\.rawValue), ignoreCase: true, message: nil)],
        help: "SHA1, SHA256, SHA384, SHA512 or MD5; SHA256 if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Computes digests of files.", description: "An object with the digest in hexadecimal for each file.",
        parameters: [path, literalPath, inputStream, algorithm], defaultSet: "Path", outputTypes: ["Microsoft.PowerShell.Commands.FileHashInfo"],
        examples: [
            CommandExample("An empty file", "$f = New-TemporaryFile; (Get-FileHash $f MD5).Hash; Remove-Item $f", output: "D41D8CD98F00B204E9800998ECF8427E\n")
        ])

    func process(_ run: Invocation) throws {
        let algorithm = DigestAlgorithm.allCases.first { $0.rawValue.equalsIgnoringCase(run[Self.algorithm] ?? "SHA256") } ?? .sha256
        if let stream = run[Self.inputStream] {
            let array = try run.session.call(stream, "ToArray", [], run.scope)
            let bytes = try (run.session.elements(of: array) ?? []).compactMap { value -> UInt8? in
                if case .byte(let byte) = value.unwrapped { byte } else { nil }
            }
            return try emit(bytes, "", algorithm, run)
        }
        let literal = run[Self.literalPath]
        let selection = ItemSelection(
            patterns: literal ?? run[Self.path] ?? [], isLiteral: literal != nil, filter: nil, include: [], exclude: [], force: false, run: run)
        for text in selection.patterns {
            let found: [ItemPath]
            do { found = try selection.resolved(text) } catch let failure as ShellError where !failure.endsScript {
                if failure.record.errorId != "PathNotFound" {
                    try run.writeError(failure.record)
                } else {
                    try run.writeError(
                        "FileNotFound", "Cannot find path '\(run.session.fullPath(text))' because it does not exist.", type: "ItemNotFoundException",
                        category: .objectNotFound, target: .text(text))
                }
                continue
            }
            for item in found where item.isFileSystem {
                do { try emit(FileAccess.read(item.path), item.path, algorithm, run) } catch let failure as FileFailure {
                    try run.writeError(
                        failure.category == .permissionDenied ? "UnauthorizedAccessError" : "FileReadError",
                        "The file '\(item.path)' cannot be read: \(failure.message)", type: failure.exceptionType, category: .readError,
                        target: .text(item.path))
                }
            }
        }
    }

    private func emit(_ bytes: [UInt8], _ path: String, _ algorithm: DigestAlgorithm, _ run: Invocation) throws {
        let digits = algorithm.digest(bytes).map { ByteRow.hex(UInt64($0), 2) }.joined()
        try run.write(
            run.session.record(
                [("Algorithm", .text(algorithm.rawValue)), ("Hash", .text(digits)), ("Path", .text(path))],
                typeName: "Microsoft.PowerShell.Commands.FileHashInfo"))
    }
}
