// Get-PSProvider: what drives can lead to.

import Runtime

final class GetPSProvider: Command {
    static let name = "Get-PSProvider"
    static let provider = Parameter<[String]>("PSProvider", position: 0, byName: true, validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the providers of the session.", description: "What drives can lead to.", parameters: [provider],
        outputTypes: ["System.Management.Automation.ProviderInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("One", "(Get-PSProvider FileSystem).Name", output: "FileSystem\n")])

    func process(_ run: Invocation) throws {
        let drives = run.session.drives
        for name in run[Self.provider] ?? ["*"] {
            let found = drives.providers.filter { WildcardName.matches($0.name, name) }
            if found.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "ProviderNotFound", "Cannot find a provider with the name '\(name)'.", type: "ProviderNotFoundException", category: .objectNotFound,
                    target: .text(name))
            }
            for provider in found { try run.write(.object(drives.providerInfo(provider))) }
        }
    }
}
