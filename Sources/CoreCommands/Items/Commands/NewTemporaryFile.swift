// New-TemporaryFile: an empty file with a name of its own.

import Glibc
import Runtime

final class NewTemporaryFile: Command {
    static let name = "New-TemporaryFile"
    static let declaration = CommandDeclaration(
        synopsis: "Makes an empty file in the folder for temporary files.", description: "With a name that no other file has, ending in .tmp.",
        supportsShouldProcess: true, outputTypes: ["System.IO.FileInfo"],
        examples: [CommandExample("Its extension", "$f = New-TemporaryFile; $f.Extension; Remove-Item $f", output: ".tmp\n")])

    func process(_ run: Invocation) throws {
        let folder = run.session.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        guard try run.shouldProcess(folder, "New-TemporaryFile") else { return }
        var template = Array(PathText.join(folder, "tmpXXXXXX.tmp").utf8CString)
        let descriptor = mkstemps(&template, 4)
        guard descriptor >= 0 else {
            let failure = FileFailure(path: folder, code: errno)
            return try run.writeError("NewTemporaryFileWriteError", failure.message, type: failure.exceptionType, category: .writeError, target: .text(folder))
        }
        close(descriptor)
        try run.write(FileMembers.object(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)))
    }
}
