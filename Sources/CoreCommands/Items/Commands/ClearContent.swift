// Clear-Content: files and other items without their content.

import Glibc
import Runtime

final class ClearContent: Command {
    static let name = "Clear-Content"
    static let aliases = ["clc"]
    static let items = ItemParameters(pipeline: false)
    static let declaration = CommandDeclaration(
        synopsis: "Empties files and other items.", description: "The items stay, their content goes.", parameters: items.all, defaultSet: "Path",
        supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [
            CommandExample(
                "A file", "$f = Join-Path ([IO.Path]::GetTempPath()) 'log.txt'; Set-Content $f a; Clear-Content $f; (Get-Item $f).Length", output: "0\n")
        ])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        for item in try selection.items() {
            guard try run.shouldProcess(item.isFileSystem ? "Item: \(item.path)" : "Item: \(item.path)", "Clear Content") else { continue }
            if let flat = item.flat {
                do { try flat.set(item.path, .null, force: selection.force, run.session, run.scope) } catch let failure as ShellError {
                    try run.writeError(failure.record)
                }
                continue
            }
            if item.isContainer(run) {
                try run.writeError(
                    "ClearDirectoryContent", "'\(item.path)' is a directory and has no content to clear.", type: "System.NotSupportedException",
                    category: .invalidOperation, target: .text(item.path))
                continue
            }
            do { try FileAccess.write([], to: item.path) } catch {
                try run.writeError(
                    "ClearContentUnauthorizedAccessError", error.message, type: error.exceptionType, category: error.category, target: .text(item.path))
            }
        }
    }
}
