// Add-Type: names an assembly whose types a script wants. All types that the shell knows are there already.

import Runtime

final class AddType: Command {
    static let name = "Add-Type"
    static let assemblyName = Parameter<[String]>("AssemblyName", aliases: ["AN"], mandatory: true, sets: ["FromAssemblyName"], help: "The assemblies.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes sure that the types of an assembly are there.",
        description:
            "The types that the shell knows need no loading; the command tells whether an assembly is one of theirs. Source text in other languages is not compiled.",
        parameters: [assemblyName], defaultSet: "FromAssemblyName", module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("An assembly", "Add-Type -AssemblyName System.Web; [System.Web.HttpUtility]::UrlEncode('a b')", output: "a+b\n")])

    /// What begins the names of the assemblies that come with the reference shell.
    private static let families = [
        "system", "microsoft.csharp", "microsoft.visualbasic", "microsoft.win32", "microsoft.powershell", "mscorlib", "netstandard", "windowsbase",
    ]
    /// These stand only on Windows.
    private static let elsewhere = [
        "system.windows.forms", "system.speech", "system.web.extensions", "system.messaging", "system.serviceprocess",
    ]

    func process(_ run: Invocation) throws {
        for given in run[Self.assemblyName] ?? [] {
            let name = given.prefix { $0 != "," }.lowercased()
            let isKnown = Self.families.contains { name == $0 || name.hasPrefix($0 + ".") } && !Self.elsewhere.contains(name)
            guard isKnown else {
                throw run.failure(
                    "ASSEMBLY_NOT_FOUND", "Cannot add type. The assembly '\(given)' could not be found.", type: "System.Exception", category: .objectNotFound,
                    target: .text(given))
            }
        }
    }
}
