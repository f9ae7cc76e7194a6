// Resolve-Path: the full paths that a path or pattern means.

import Runtime

final class ResolvePath: Command {
    static let name = "Resolve-Path"
    static let aliases = ["rvpa"]
    static let items = ItemParameters()
    static let relative = Parameter<Bool>("Relative", help: "Paths relative to the current location, as text.")
    static let relativeBase = Parameter<String>("RelativeBasePath", help: "The place that the path begins at, and with -Relative the one it is relative to.")
    static let declaration = CommandDeclaration(
        synopsis: "Resolves paths and patterns to what exists.", description: "Writes a path object, or text with -Relative, for each item.",
        parameters: [items.path, items.literalPath, relative, relativeBase, items.force], defaultSet: "Path",
        outputTypes: ["System.Management.Automation.PathInfo", "System.String"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("The root", "(Resolve-Path /).Path", output: "/\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let selection = Self.items.selection(run)
        let saved = session.place
        defer { session.go(to: saved) }
        var base = session.location
        do {
            if let text = run[Self.relativeBase] {
                session.go(to: try session.place(of: text, isLiteral: true, run))
                base = session.location
            }
        } catch let failure as ShellError where !failure.endsScript { return try run.writeError(failure.record) }
        for item in try selection.items() {
            if run.has(Self.relative), item.isFileSystem {
                try run.write(.text(RelativePath.text(item.path, from: base)))
            } else {
                try run.write(.object(PathInfo(item.shown)))
            }
        }
    }
}
