// Get-ItemPropertyValue: the values of properties of items.

import Runtime

final class GetItemPropertyValue: Command {
    static let name = "Get-ItemPropertyValue"
    static let aliases = ["gpv"]
    static let items = ItemParameters(mandatory: false)
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 1, mandatory: true, help: "The properties.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the values of properties of items.", description: "The values alone, one after the other.",
        parameters: items.withoutForce + [propertyName], defaultSet: "Path", module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A name", "Get-ItemPropertyValue /usr Name", output: "usr\n")])

    func process(_ run: Invocation) throws {
        var selection = Self.items.selection(run, hasForce: false)
        if selection.patterns.isEmpty {
            selection = ItemSelection(patterns: ["."], isLiteral: true, filter: nil, include: [], exclude: [], force: false, run: run)
        }
        for item in try selection.items() {
            let object = item.object(run)
            for name in run[Self.propertyName] ?? [] {
                guard try run.session.hasProperty(object, name) else {
                    try run.writeError(
                        "System.Management.Automation.PSArgumentException", "Property \(name) does not exist at path \(item.path).",
                        type: "PSArgumentException", category: .invalidArgument, target: .text(name))
                    continue
                }
                try run.write(try run.session.property(of: object, name))
            }
        }
    }
}
