// Push-Location: puts the current place on a stack.

import Runtime

final class PushLocation: Command {
    static let name = "Push-Location"
    static let aliases = ["pushd"]
    static let path = Parameter<String>("Path", position: 0, pipeline: true, byName: true, sets: ["Path"], help: "Where to go; nowhere if not given.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], byName: true, sets: ["LiteralPath"], help: "Where to go, without wildcards.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the place.")
    static let stackName = Parameter<String>("StackName", byName: true, help: "The stack; the one in use if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Puts the current place on a stack and goes to another.", description: "Pop-Location comes back.",
        parameters: [path, literalPath, passThru, stackName], defaultSet: "Path", outputTypes: ["System.Management.Automation.PathInfo"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("There and back", "Push-Location /usr; Pop-Location; (Get-Location -Stack).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        session.locations.stacks[session.locations.key(run[Self.stackName]), default: []].append(session.place)
        if let text = run[Self.literalPath] ?? run[Self.path] {
            do { session.go(to: try session.place(of: text, isLiteral: run.isBound(Self.literalPath), run)) } catch let failure as ShellError
                where !failure.endsScript
            { return try run.writeError(failure.record) }
        }
        if run.has(Self.passThru) { try run.write(.object(PathInfo(session.currentPath))) }
    }
}
