// Join-Path: parts become one path.

import Runtime

final class JoinPath: Command {
    static let name = "Join-Path"
    static let path = Parameter<[String]>("Path", aliases: ["PSPath"], position: 0, mandatory: true, pipeline: true, byName: true, help: "The beginning.")
    static let childPath = Parameter<[String]>(
        "ChildPath", position: 1, mandatory: true, byName: true, allowsNull: true, allowsEmptyString: true, allowsEmptyCollection: true, help: "What follows.")
    static let additional = Parameter<[String]>(
        "AdditionalChildPath", position: 2, byName: true, remaining: true, allowsNull: true, allowsEmptyString: true, allowsEmptyCollection: true,
        help: "What follows after that.")
    static let resolve = Parameter<Bool>("Resolve", help: "Only paths that exist, as full paths; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Joins the parts of a path.", description: "Puts one separator between the parts, whatever they end and begin with.",
        parameters: [path, childPath, additional, resolve], outputTypes: ["System.String"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("Three parts", "Join-Path srv pool room.txt", output: "srv/pool/room.txt\n")])

    func process(_ run: Invocation) throws {
        let rest = (run[Self.childPath] ?? [""]) + (run[Self.additional] ?? [])
        for start in run[Self.path] ?? [] {
            do {
                var joined = try JoinPath.root(start, run.session)
                for part in rest.isEmpty ? [""] : rest { joined = JoinPath.join(joined, part) }
                if run.has(Self.resolve) {
                    let selection = ItemSelection(patterns: [joined], isLiteral: false, filter: nil, include: [], exclude: [], force: false, run: run)
                    for item in try selection.resolved(joined) { try run.write(.text(item.shown)) }
                } else {
                    try run.write(.text(joined))
                }
            } catch let failure as ShellError where !failure.endsScript {
                try run.writeError(failure.record)
            }
        }
    }

    static func join(_ start: String, _ part: String) -> String {
        let child = part.map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" }
        if start.isEmpty { return String(child) }
        return (start.hasSuffix("/") ? start : start + "/") + child
    }

    /// The drive's own spelling of its name.
    /// - Throws: `DriveNotFound`.
    static func root(_ text: String, _ session: Session) throws -> String {
        let plain = String(text.map { $0 == "\\" ? "/" : $0 })
        guard let (name, isProvider, rest) = ItemPath.qualifier(plain), !isProvider else { return plain }
        guard let drive = session.drives.drive(name) else { throw ItemPath.driveNotFound(name) }
        return drive.name + ":/" + rest.drop { $0 == "/" }
    }
}
