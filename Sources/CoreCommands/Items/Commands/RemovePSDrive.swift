// Remove-PSDrive: a drive goes, what it led to stays.

import Runtime

final class RemovePSDrive: Command {
    static let name = "Remove-PSDrive"
    static let aliases = ["rdr"]
    static let driveName = Parameter<[String]>(
        "Name", position: 0, mandatory: true, byName: true, sets: ["Name"], allowsNull: true, allowsEmptyCollection: true, help: "Names; wildcards allowed.")
    static let literalName = Parameter<[String]>(
        "LiteralName", position: 0, mandatory: true, byName: true, sets: ["LiteralName"], help: "Names without wildcards.")
    static let provider = Parameter<[String]>("PSProvider", byName: true, help: "Only drives of these providers.")
    static let scope = Parameter<String>("Scope", byName: true, help: "Drives are the same in every scope.")
    static let force = Parameter<Bool>("Force", help: "Also the drive one is in.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes drives.", description: "What a drive led to stays.", parameters: [driveName, literalName, provider, scope, force],
        defaultSet: "Name", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A drive", "$null = New-PSDrive P FileSystem /usr; Remove-PSDrive P; @(Get-PSDrive P*).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        for name in run[Self.literalName] ?? run[Self.driveName] ?? [] {
            let found = drives.all.filter { run.isBound(Self.literalName) ? $0.name.equalsIgnoringCase(name) : WildcardName.matches($0.name, name) }
            if found.isEmpty, !WildcardName.isWildcard(name) { try run.writeError(ItemPath.driveNotFound(name).record) }
            for drive in found {
                guard try run.shouldProcess("Name: \(drive.name) Provider: \(drive.provider.name) Root: \(drive.root)", "Remove Drive") else { continue }
                if ItemPath.currentDrive(run.session) === drive, !run.has(Self.force) {
                    try run.writeError(
                        "InvalidOperation", "The drive '\(drive.name)' cannot be removed because it is in use.", type: "PSInvalidOperationException",
                        category: .invalidOperation, target: .text(drive.name))
                    continue
                }
                drives.remove(drive, run.session)
            }
        }
    }
}
