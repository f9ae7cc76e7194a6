// Pop-Location: goes back to the place on top of a stack.

import Runtime

final class PopLocation: Command {
    static let name = "Pop-Location"
    static let aliases = ["popd"]
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the place.")
    static let stackName = Parameter<String>("StackName", byName: true, help: "The stack; the one in use if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Goes to the place on top of a stack.", description: "And takes it from the stack. An empty stack leaves everything as it is.",
        parameters: [passThru, stackName], outputTypes: ["System.Management.Automation.PathInfo"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("There and back", "Push-Location /usr; Pop-Location; (Get-Location -Stack).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let key = session.locations.key(run[Self.stackName])
        guard let place = session.locations.stacks[key]?.popLast() else {
            if let name = run[Self.stackName], session.locations.stacks[key] == nil, !name.isEmpty {
                throw run.failure(
                    "Argument", "There is no location stack with the name '\(name)'.", type: "PSArgumentException", category: .invalidArgument,
                    target: .text(name))
            }
            return
        }
        session.go(to: place)
        if run.has(Self.passThru) { try run.write(.object(PathInfo(session.currentPath))) }
    }
}
