// Get-PSDrive: the drives of the session.

import Runtime

final class GetPSDrive: Command {
    static let name = "Get-PSDrive"
    static let aliases = ["gdr"]
    static let driveName = Parameter<[String]>(
        "Name", position: 0, byName: true, sets: ["Name"], validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let literalName = Parameter<[String]>(
        "LiteralName", position: 0, mandatory: true, byName: true, sets: ["LiteralName"], help: "Names without wildcards.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let provider = Parameter<[String]>("PSProvider", byName: true, help: "Only drives of these providers.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the drives of the session.", description: "All of them, or those with a name or provider.",
        parameters: [driveName, literalName, scope, provider], defaultSet: "Name", outputTypes: ["System.Management.Automation.PSDriveInfo"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("The environment", "(Get-PSDrive env).Name", output: "Env\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        let providers = run[Self.provider]
        func isWanted(_ drive: Drive) -> Bool { providers.map { list in list.contains { WildcardName.matches(drive.provider.name, $0) } } ?? true }
        func missing(_ name: String) throws {
            try run.writeError(
                "GetLocationNoMatchingDrive", "Cannot find drive. A drive with the name '\(name)' does not exist.", type: "DriveNotFoundException",
                category: .objectNotFound, target: .text(name))
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
