// Stop-Transcript: ends the transcript begun last.

import Runtime

final class StopTranscript: Command {
    static let name = "Stop-Transcript"
    static let declaration = CommandDeclaration(
        synopsis: "Ends a transcript.", description: "The file of the transcript begun last gets its end and is closed.", parameters: [],
        supportsShouldProcess: true,
        outputTypes: ["System.String"], module: "Microsoft.PowerShell.Host",
        examples: [CommandExample("Without a transcript", "try { Stop-Transcript } catch { 'nothing to stop' }", output: "nothing to stop\n")])

    func process(_ run: Invocation) throws {
        guard try run.shouldProcess("", "Stop-Transcript") else { return }
        let session = run.session
        // What still waits for its widths belongs into the transcript.
        try session.screen?.finish()
        guard let host = session.transcripts, let file = host.files.popLast() else {
            throw run.failure(
                "InvalidOperation", "An error occurred stopping transcription: The host is not currently transcribing.", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        for line in ["**********************", "PowerShell transcript end", "End time: \(try TranscriptTime.text(session))", "**********************"] {
            file.writeLine(line)
        }
        if host.files.isEmpty { session.replaceHost(host.inner) }
        try run.write(.text("Transcript stopped, output file is \(file.path)"))
    }
}
