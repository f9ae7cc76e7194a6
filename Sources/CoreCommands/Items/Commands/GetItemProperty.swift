// Get-ItemProperty: properties of items.

import Runtime

final class GetItemProperty: Command {
    static let name = "Get-ItemProperty"
    static let aliases = ["gp"]
    static let items = ItemParameters()
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 1, help: "The properties; the item itself if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets properties of items.", description: "An object with the properties asked for, or the item with all of them.",
        parameters: items.withoutForce + [propertyName], defaultSet: "Path", module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A name", "(Get-ItemProperty /usr Name).Name", output: "usr\n")])

    func process(_ run: Invocation) throws {
        for item in try Self.items.selection(run, hasForce: false).items() {
            let object = item.object(run)
            try run.write(run[Self.propertyName].map { try ItemPropertyRecord.record(object, $0, run) } ?? object)
        }
    }
}
