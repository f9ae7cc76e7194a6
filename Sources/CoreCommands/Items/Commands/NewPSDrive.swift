// New-PSDrive: a short name for a folder.

import Runtime

final class NewPSDrive: Command {
    static let name = "New-PSDrive"
    static let aliases = ["ndr"]
    static let driveName = Parameter<String>("Name", position: 0, mandatory: true, byName: true, help: "The name of the drive.")
    static let provider = Parameter<String>("PSProvider", position: 1, mandatory: true, byName: true, help: "The provider: FileSystem.")
    static let root = Parameter<String>("Root", position: 2, mandatory: true, byName: true, allowsEmptyString: true, help: "The folder it begins at.")
    static let about = Parameter<String>("Description", byName: true, help: "What it is for.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a drive.", description: "A short name for a folder: P: for /srv/pool.", parameters: [driveName, provider, root, about, scope],
        supportsShouldProcess: true, outputTypes: ["System.Management.Automation.PSDriveInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A folder", "$null = New-PSDrive P FileSystem /usr; Test-Path P:/bin", output: "True\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let name = run[Self.driveName] ?? "", providerName = run[Self.provider] ?? "", text = run[Self.root] ?? ""
        guard let provider = session.drives.provider(providerName) else {
            return try run.writeError(
                "ProviderNotFound", "Cannot find a provider with the name '\(providerName)'.", type: "ProviderNotFoundException", category: .objectNotFound,
                target: .text(providerName))
        }
        if name.contains(where: { ":/\\.~*?[".contains($0) }) || name.isEmpty {
            return try run.writeError(
                "Argument", "The name of a drive must be without : / \\ . and wildcards, but is '\(name)'.", type: "PSArgumentException",
                category: .invalidArgument, target: .text(name))
        }
        if let scope = run[Self.scope], !["global", "local", "script", "private"].contains(scope.lowercased()), Int(scope) == nil {
            return try run.writeError(
                "NewDriveError", "The scope '\(scope)' is not known; use Global, Local, Script or a number.", type: "PSArgumentException",
                category: .invalidArgument, target: .text(scope))
        }
        guard try run.shouldProcess("Name: \(name) Provider: \(provider.name) Root: \(text)", "New Drive") else { return }
        if session.drives.drive(name) != nil {
            return try run.writeError(
                "DriveAlreadyExists", "A drive with the name '\(name)' already exists.", type: "SessionStateException", category: .resourceExists,
                target: .text(name))
        }
        var root = text
        if provider is FileSystemProvider {
            root = session.fullPath(text)
            guard FileStatus(root)?.isDirectory == true else {
                return try run.writeError(
                    "DriveRootError", "The folder '\(root)' for the root of the drive does not exist.", type: "System.IO.IOException", category: .readError,
                    target: .text(text))
            }
        }
        let drive = Drive(name, provider, root: root, about: run[Self.about] ?? "")
        session.drives.add(drive, session)
        try run.write(.object(drive))
    }
}
