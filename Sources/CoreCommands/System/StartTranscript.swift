// Start-Transcript: from now on what the session shows goes into a file too.

import Glibc
import Runtime
import Scalars

final class StartTranscript: Command {
    static let name = "Start-Transcript"
    static let path = Parameter<String>("Path", position: 0, sets: ["ByPath"], help: "The file; left out, a new one in the home folder.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], position: 0, sets: ["ByLiteralPath"], help: "The file, taken as it is.")
    static let outputDirectory = Parameter<String>("OutputDirectory", position: 0, sets: ["ByOutputDirectory"], help: "A folder for a new file.")
    static let append = Parameter<Bool>("Append", help: "Writes behind what the file holds.")
    static let force = Parameter<Bool>("Force", help: "Writes read-only files too.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Refuses to overwrite a file.")
    static let includeHeader = Parameter<Bool>("IncludeInvocationHeader", help: "Each line typed at the prompt is preceded by its time.")
    static let minimal = Parameter<Bool>("UseMinimalHeader", help: "A short heading.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes what the session shows into a file.", description: "Several transcripts may be under way; Stop-Transcript ends the one begun last.",
        parameters: [path, append, force, noClobber, includeHeader, minimal, literalPath, outputDirectory], defaultSet: "ByPath", supportsShouldProcess: true,
        outputTypes: ["System.String"], module: "Microsoft.PowerShell.Host",
        examples: [
            CommandExample(
                "A line in a file",
                "$null = Start-Transcript ./session.txt -UseMinimalHeader; Write-Host 'lobby'; $null = Stop-Transcript; (Get-Content session.txt) -contains 'lobby'",
                output: "lobby\nTrue\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let target = try place(run)
        guard try run.shouldProcess(target, "Start-Transcript") else { return }
        var status = stat()
        let exists = stat(target, &status) == 0
        if run.has(Self.noClobber), !run.has(Self.append), exists {
            throw run.failure(
                "NoClobber", "File \(target) already exists and NoClobber was specified.", type: "System.UnauthorizedAccessException",
                category: .resourceExists,
                target: .text(target))
        }
        if run.has(Self.force), exists, status.st_mode & S_IWUSR == 0 { chmod(target, (status.st_mode & 0o7777) | S_IWUSR) }
        let file: TranscriptFile
        do { file = try TranscriptFile(target, append: run.has(Self.append)) } catch {
            throw run.failure(
                "CannotStartTranscription", "Transcription cannot be started due to the error: \(error.message)", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        for line in try header(run) { file.writeLine(line) }
        let host = session.transcripts ?? TranscriptHost(session.host)
        host.files.append(file)
        session.replaceHost(host)
        try run.write(.text("Transcript started, output file is \(target)"))
    }

    private func place(_ run: Invocation) throws -> String {
        let session = run.session
        if let given = run[Self.path] ?? run[Self.literalPath] { return session.fullPath(given) }
        if run[Self.outputDirectory] == nil, let known = session.variable("Transcript", in: session.global), !known.isNull {
            return session.fullPath(try known.toText(session))
        }
        let folder = run[Self.outputDirectory].map { session.fullPath($0) } ?? session.environment["HOME"] ?? "/tmp"
        for part in folder.split(separator: "/").indices {
            _ = mkdir("/" + folder.split(separator: "/")[...part].joined(separator: "/"), 0o777)
        }
        let mark = String((0..<8).map { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement() ?? "a" })
        return "\(folder)/PowerShell_transcript.\(machine).\(mark).\(try moment(session)).txt"
    }

    private var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        return gethostname(&name, 255) == 0 ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "localhost"
    }
    private func moment(_ session: Session) throws -> String { try TranscriptTime.text(session) }

    private func header(_ run: Invocation) throws -> [String] {
        let session = run.session
        var lines = ["**********************", "PowerShell transcript start", "Start time: \(try moment(session))"]
        if !run.has(Self.minimal) {
            let user = session.environment["USER"] ?? "root"
            lines += [
                "Username: \(machine)\\\(user)", "RunAs User: \(machine)\\\(user)", "Configuration Name: ", "Machine: \(machine)",
                "Host Application: \(CommandLine.arguments.joined(separator: " "))", "Process ID: \(getpid())",
            ]
            if let table = session.variable("PSVersionTable", in: session.global)?.asTable {
                for (key, value) in table.table.pairs {
                    let parts = try session.elements(of: value) ?? [value]
                    lines.append("\(try key.toText(session)): \(try parts.map { try $0.toText(session) }.joined(separator: ", "))")
                }
            }
        }
        return lines + ["**********************"]
    }
}

enum TranscriptTime {
    static func text(_ session: Session) throws -> String {
        try session.localNow.formatted("yyyyMMddHHmmss", culture: .invariant)
    }
}
