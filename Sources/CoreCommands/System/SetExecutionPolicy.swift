// Set-ExecutionPolicy: as everywhere but on Windows it can only refuse.

import Runtime

final class SetExecutionPolicy: Command {
    static let name = "Set-ExecutionPolicy"
    static let settable = TypeInfo.enumeration(
        "Microsoft.PowerShell.ExecutionPolicy",
        EnumerationInfo([("Unrestricted", 0), ("RemoteSigned", 1), ("AllSigned", 2), ("Restricted", 3), ("Default", 3), ("Bypass", 4), ("Undefined", 5)]))
    static let policy = Parameter<Value>("ExecutionPolicy", position: 0, mandatory: true, pipeline: true, type: settable, help: "Which scripts may run.")
    static let scope = Parameter<Value>("Scope", position: 1, byName: true, type: GetExecutionPolicy.scopes, help: "Where the policy would hold.")
    static let force = Parameter<Bool>("Force", help: "Asks no questions.")
    static let declaration = CommandDeclaration(
        synopsis: "Says that there is no policy to set.",
        description: "On Linux every script may run; scripts that want to set the policy learn that the platform has none.",
        parameters: [policy, scope, force], supportsShouldProcess: true, module: "Microsoft.PowerShell.Security",
        examples: [
            CommandExample(
                "What a script sees", "try { Set-ExecutionPolicy RemoteSigned -Scope Process } catch { $_.Exception.GetType().Name }",
                output: "PlatformNotSupportedException\n")
        ])

    func process(_ run: Invocation) throws {
        throw run.failure(
            "System.PlatformNotSupportedException", "Operation is not supported on this platform.", type: "System.PlatformNotSupportedException",
            category: .notImplemented)
    }
}
