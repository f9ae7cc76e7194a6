// Set-Content: writes over the content of files and other items.

import Runtime

final class SetContent: Command {
    static let name = "Set-Content"
    static let content = ContentParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Writes the content of a file or another item, in place of what was there.",
        description: "A line for each object. Files are made if they are not there; text is UTF-8 unless -Encoding says otherwise.", parameters: content.all,
        defaultSet: "Path",
        supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A function from text", "Set-Content function:hello \"'hi'\"; hello", output: "hi\n")])
    private let writer = ContentWriter(SetContent.content, append: false)
    func process(_ run: Invocation) throws { try writer.process(run) }
    func end(_ run: Invocation) throws { try writer.end(run) }
}
