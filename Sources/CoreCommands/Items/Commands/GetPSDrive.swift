// Get-PSDrive, New-PSDrive, Remove-PSDrive: the drives of the session.

import Runtime

final class GetPSDrive: Command {
    static let name = "Get-PSDrive"
    static let aliases = ["gdr"]
    static let driveName = Parameter<[String]>("Name", position: 0, byName: true, sets: ["Name"], validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let literalName = Parameter<[String]>("LiteralName", position: 0, mandatory: true, byName: true, sets: ["LiteralName"], help: "Names without wildcards.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let provider = Parameter<[String]>("PSProvider", byName: true, help: "Only drives of these providers.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the drives of the session.", description: "All of them, or those with a name or provider.", parameters: [driveName, literalName, scope, provider], defaultSet: "Name", outputTypes: ["System.Management.Automation.PSDriveInfo"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("The environment", "(Get-PSDrive env).Name", output: "Env\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        let providers = run[Self.provider]
        func isWanted(_ drive: Drive) -> Bool { providers.map { list in list.contains { WildcardName.matches(drive.provider.name, $0) } } ?? true }
        func missing(_ name: String) throws {
            try run.writeError("GetLocationNoMatchingDrive", "Cannot find drive. A drive with the name '\(name)' does not exist.", type: "DriveNotFoundException", category: .objectNotFound, target: .text(name))
        }
        if let names = run[Self.literalName] {
            for name in names { if let drive = drives.drive(name), isWanted(drive) { try run.write(.object(drive)) } }
            return
        }
        guard let names = run[Self.driveName] else {
            let found = drives.all.filter(isWanted)
            if found.isEmpty, let name = providers?.first, !WildcardName.isWildcard(name) { return try missing(name) }
            for drive in found { try run.write(.object(drive)) }
            return
        }
        for name in names {
            let found = drives.all.filter { WildcardName.matches($0.name, name) && isWanted($0) }
            if found.isEmpty, !WildcardName.isWildcard(name) { try missing(name) }
            for drive in found { try run.write(.object(drive)) }
        }
    }
}

final class NewPSDrive: Command {
    static let name = "New-PSDrive"
    static let aliases = ["ndr"]
    static let driveName = Parameter<String>("Name", position: 0, mandatory: true, byName: true, help: "The name of the drive.")
    static let provider = Parameter<String>("PSProvider", position: 1, mandatory: true, byName: true, help: "The provider: FileSystem.")
    static let root = Parameter<String>("Root", position: 2, mandatory: true, byName: true, allowsEmptyString: true, help: "The folder it begins at.")
    static let about = Parameter<String>("Description", byName: true, help: "What it is for.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a drive.", description: "A short name for a folder: P: for /srv/pool.", parameters: [driveName, provider, root, about, scope], supportsShouldProcess: true, outputTypes: ["System.Management.Automation.PSDriveInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A folder", "$null = New-PSDrive P FileSystem /usr; Test-Path P:/bin", output: "True\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let name = run[Self.driveName] ?? "", providerName = run[Self.provider] ?? "", text = run[Self.root] ?? ""
        guard let provider = session.drives.provider(providerName) else {
            return try run.writeError("ProviderNotFound", "Cannot find a provider with the name '\(providerName)'.", type: "ProviderNotFoundException", category: .objectNotFound, target: .text(providerName))
        }
        if name.contains(where: { ":/\\.~*?[".contains($0) }) || name.isEmpty {
            return try run.writeError("Argument", "The name of a drive must be without : / \\ . and wildcards, but is '\(name)'.", type: "PSArgumentException", category: .invalidArgument, target: .text(name))
        }
        if let scope = run[Self.scope], !["global", "local", "script", "private"].contains(scope.lowercased()), Int(scope) == nil {
            return try run.writeError("NewDriveError", "The scope '\(scope)' is not known; use Global, Local, Script or a number.", type: "PSArgumentException", category: .invalidArgument, target: .text(scope))
        }
        guard try run.shouldProcess("Name: \(name) Provider: \(provider.name) Root: \(text)", "New Drive") else { return }
        if session.drives.drive(name) != nil {
            return try run.writeError("DriveAlreadyExists", "A drive with the name '\(name)' already exists.", type: "SessionStateException", category: .resourceExists, target: .text(name))
        }
        var root = text
        if provider is FileSystemProvider {
            root = session.fullPath(text)
            guard FileStatus(root)?.isDirectory == true else {
                return try run.writeError("DriveRootError", "The folder '\(root)' for the root of the drive does not exist.", type: "System.IO.IOException", category: .readError, target: .text(text))
            }
        }
        let drive = Drive(name, provider, root: root, about: run[Self.about] ?? "")
        session.drives.add(drive)
        try run.write(.object(drive))
    }
}

final class RemovePSDrive: Command {
    static let name = "Remove-PSDrive"
    static let aliases = ["rdr"]
    static let driveName = Parameter<[String]>("Name", position: 0, mandatory: true, byName: true, sets: ["Name"], allowsNull: true, allowsEmptyCollection: true, help: "Names; wildcards allowed.")
    static let literalName = Parameter<[String]>("LiteralName", position: 0, mandatory: true, byName: true, sets: ["LiteralName"], help: "Names without wildcards.")
    static let provider = Parameter<[String]>("PSProvider", byName: true, help: "Only drives of these providers.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let force = Parameter<Bool>("Force", help: "Also the drive one is in.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes drives.", description: "What a drive led to stays.", parameters: [driveName, literalName, provider, scope, force], defaultSet: "Name", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A drive", "$null = New-PSDrive P FileSystem /usr; Remove-PSDrive P; @(Get-PSDrive P*).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        for name in run[Self.literalName] ?? run[Self.driveName] ?? [] {
            let found = drives.all.filter { run.isBound(Self.literalName) ? $0.name.equalsIgnoringCase(name) : WildcardName.matches($0.name, name) }
            if found.isEmpty, !WildcardName.isWildcard(name) { try run.writeError(ItemPath.driveNotFound(name).record) }
            for drive in found {
                guard try run.shouldProcess("Name: \(drive.name) Provider: \(drive.provider.name) Root: \(drive.root)", "Remove Drive") else { continue }
                if ItemPath.currentDrive(run.session) === drive, !run.has(Self.force) {
                    try run.writeError("InvalidOperation", "The drive '\(drive.name)' cannot be removed because it is in use.", type: "PSInvalidOperationException", category: .invalidOperation, target: .text(drive.name))
                    continue
                }
                drives.remove(drive)
            }
        }
    }
}

final class GetPSProvider: Command {
    static let name = "Get-PSProvider"
    static let provider = Parameter<[String]>("PSProvider", position: 0, byName: true, validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the providers of the session.", description: "What drives can lead to.", parameters: [provider], outputTypes: ["System.Management.Automation.ProviderInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("One", "(Get-PSProvider FileSystem).Name", output: "FileSystem\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        for name in run[Self.provider] ?? ["*"] {
            let found = drives.providers.filter { WildcardName.matches($0.name, name) }
            if found.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError("ProviderNotFound", "Cannot find a provider with the name '\(name)'.", type: "ProviderNotFoundException", category: .objectNotFound, target: .text(name))
            }
            for provider in found { try run.write(.object(drives.providerInfo(provider))) }
        }
    }
}
