// Get-FormatData: the views of a session as objects.

import Formatting
import Runtime

final class GetFormatData: Command {
    static let name = "Get-FormatData"
    static let typeName = Parameter<[String]>(
        "TypeName", position: 0, validations: [.notNullOrEmpty], help: "Names of types; wildcards allowed. All if not given.")
    static let version = Parameter<Value>("PowerShellVersion", help: "The version of the shell the views are for; they are the same for all.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets views.", description: "Gets how objects of types are shown: the types, and their views with columns and lines.",
        parameters: [typeName, version], outputTypes: ["System.Management.Automation.ExtendedTypeDefinition"], module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "The columns of a table", "(Get-FormatData System.Version).FormatViewDefinition[0].Control.Headers.Label",
                output: "Major\nMinor\nBuild\nRevision\n")
        ])

    func process(_ run: Invocation) throws {
        let patterns = run[Self.typeName] ?? ["*"]
        // Views of the same types come as one.
        var order: [[String]] = []
        var byTypes: [[String]: [View]] = [:]
        for view in ViewTable.of(run.session).all where view.types.contains(where: { type in patterns.contains { WildcardName.matches(type, $0) } }) {
            if byTypes[view.types] == nil { order.append(view.types) }
            byTypes[view.types, default: []].append(view)
        }
        for types in order { try run.write(ViewObjects.definition(types, byTypes[types] ?? [])) }
    }
}
