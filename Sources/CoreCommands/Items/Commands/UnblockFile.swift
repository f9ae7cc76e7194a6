// Unblock-File: takes the mark of the internet from files.

import CPosix
import Runtime

final class UnblockFile: Command {
    static let name = "Unblock-File"
    static let path = Parameter<[String]>("Path", position: 0, mandatory: true, sets: ["ByPath"], help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The files, without wildcards.")
    static let declaration = CommandDeclaration(
        synopsis: "Takes from files the mark that they came from the internet.",
        description: "Programs note where a file came from in its extended attributes; the note goes, the file stays as it is.",
        parameters: [path, literalPath], defaultSet: "ByPath", supportsShouldProcess: true, module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("A file", "Set-Content got.txt x; Unblock-File got.txt; Get-Content got.txt", output: "x\n")])

    /// What browsers and their like write.
    private static let marks = ["user.xdg.origin.url", "user.xdg.referrer.url", "user.com.apple.quarantine"]

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let selection = ItemSelection(
            patterns: literal ?? run[Self.path] ?? [], isLiteral: literal != nil, filter: nil, include: [], exclude: [], force: true, run: run)
        for item in try selection.items() where item.isFileSystem {
            guard try run.shouldProcess(item.path) else { continue }
            // A file without the mark is as it should be.
            for mark in UnblockFile.marks { _ = posix_remove_attribute(item.path, mark) }
        }
    }
}
