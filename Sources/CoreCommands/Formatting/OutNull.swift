// Out-Null: throws everything away.

import Runtime

final class OutNull: Command {
    static let name = "Out-Null"
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to throw away.")
    static let declaration = CommandDeclaration(
        synopsis: "Throws objects away.",
        description: "Takes what comes and writes nothing.",
        parameters: [inputObject], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Only the second stays", "'a' | Out-Null; 'b'", output: "b\n")])
    func process(_ run: Invocation) throws {}
}
