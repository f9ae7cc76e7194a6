// Get-Location: where relative paths begin, and the stacks of places.

import Runtime

final class GetLocation: Command {
    static let name = "Get-Location"
    static let aliases = ["gl", "pwd"]
    static let provider = Parameter<[String]>("PSProvider", byName: true, sets: ["Location"], help: "The current place of a provider.")
    static let drive = Parameter<[String]>("PSDrive", byName: true, sets: ["Location"], help: "The current place in a drive.")
    static let stack = Parameter<Bool>("Stack", sets: ["Stack"], help: "The stack of places in use.")
    static let stackName = Parameter<[String]>("StackName", byName: true, sets: ["Stack"], help: "Stacks of places by name.")
    static let declaration = CommandDeclaration(
        synopsis: "Says where you are.", description: "Writes the current location, or the places on a stack.",
        parameters: [provider, drive, stack, stackName], defaultSet: "Location", outputTypes: ["System.Management.Automation.PathInfo"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("The root", "Set-Location /; (Get-Location).Path", output: "/\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let history = session.locations
        if run.has(Self.stack) || run.isBound(Self.stackName) {
            for name in run[Self.stackName] ?? [history.current] {
                let key = history.key(name)
                if history.stacks[key] == nil, key != "default", key != history.current {
                    try run.writeError(
                        "Argument", "There is no location stack with the name '\(name)'.", type: "PSArgumentException", category: .invalidArgument,
                        target: .text(name))
                    continue
                }
                try run.write(.object(PathStackObject(key, history.stacks[key] ?? [])))
            }
            return
        }
        for name in run[Self.drive] ?? [] {
            guard let drive = session.drives.drive(name) else {
                try run.writeError(ItemPath.driveNotFound(name).record)
                continue
            }
            try run.write(.object(PathInfo(drive.name == "/" ? session.location : drive.name + ":/" + drive.current)))
        }
        if run.isBound(Self.drive) { return }
        for name in run[Self.provider] ?? [] {
            guard let provider = session.drives.provider(name) else {
                try run.writeError(
                    "ProviderNotFound", "Cannot find a provider with the name '\(name)'.", type: "ProviderNotFoundException", category: .objectNotFound,
                    target: .text(name))
                continue
            }
            try run.write(.object(PathInfo(provider is FileSystemProvider ? session.location : (session.drives.drives(of: provider).first?.name ?? "") + ":/")))
        }
        if run.isBound(Self.provider) { return }
        try run.write(.object(PathInfo(session.currentPath)))
    }
}
