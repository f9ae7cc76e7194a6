// Add-Content: writes after the content of files and other items.

import Runtime

final class AddContent: Command {
    static let name = "Add-Content"
    static let content = ContentParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Writes at the end of a file or another item.",
        description: "A line for each object after what is there. A file that begins with a byte order mark is continued in its encoding.",
        parameters: content.all, defaultSet: "Path",
        supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [
            CommandExample(
                "Two lines", "$f = Join-Path ([IO.Path]::GetTempPath()) 'log.txt'; Set-Content $f a; Add-Content $f b; Get-Content $f", output: "a\nb\n")
        ])
    private let writer = ContentWriter(AddContent.content, append: true)
    func process(_ run: Invocation) throws { try writer.process(run) }
    func end(_ run: Invocation) throws { try writer.end(run) }
}
