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
            // Items in memory are their content: they can be set or removed, not emptied.
            if item.flat != nil {
                try run.writeError(
                    "NotSupported", "Items of the provider \(item.drive.provider.name) have no content that can be cleared.",
                    type: "PSNotSupportedException", category: .notImplemented, target: .text(item.path))
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
