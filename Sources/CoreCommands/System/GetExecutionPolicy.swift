// Get-ExecutionPolicy: which scripts may run. On Linux all may.

import Runtime

final class GetExecutionPolicy: Command {
    static let name = "Get-ExecutionPolicy"
    static let policies = TypeInfo.enumeration(
        "Microsoft.PowerShell.ExecutionPolicy",
        EnumerationInfo([("Unrestricted", 0), ("RemoteSigned", 1), ("AllSigned", 2), ("Restricted", 3), ("Bypass", 4), ("Undefined", 5)]))
    static let scopes = TypeInfo.enumeration(
        "Microsoft.PowerShell.ExecutionPolicyScope", EnumerationInfo(names: ["Process", "CurrentUser", "LocalMachine", "UserPolicy", "MachinePolicy"]))
    static let scope = Parameter<Value>("Scope", position: 0, byName: true, sets: ["Scope"], type: scopes, help: "Where the policy holds.")
    static let list = Parameter<Bool>("List", sets: ["List"], help: "The policy of each scope.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets which scripts may run.", description: "On Linux every script may run, in every scope.", parameters: [scope, list], defaultSet: "Scope",
        outputTypes: ["Microsoft.PowerShell.ExecutionPolicy"], module: "Microsoft.PowerShell.Security",
        examples: [CommandExample("The policy", "\"$(Get-ExecutionPolicy)\"", output: "Unrestricted\n")])

    func process(_ run: Invocation) throws {
        let policy = Value.object(EnumerationObject(Self.policies, 0))
        if !run.has(Self.list) { return try run.write(policy) }
        for number: Int64 in [4, 3, 0, 1, 2] {
            try run.write(run.session.record([("Scope", .object(EnumerationObject(Self.scopes, number))), ("ExecutionPolicy", policy)]))
        }
    }
}
