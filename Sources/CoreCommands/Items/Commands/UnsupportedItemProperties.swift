// New-, Remove-, Rename-, Copy- and Move-ItemProperty: no provider here has properties that come and go.

import Runtime

/// What the five commands share: they say that it cannot be done.
private enum FixedProperties {
    static func refuse(_ run: Invocation, _ what: String) throws {
        try run.writeError(
            "NotSupported", "Properties of items cannot be \(what): the providers of this shell have a fixed set of them.", type: "PSNotSupportedException",
            category: .notImplemented)
    }
    static let about = "Not supported: the providers of this shell have a fixed set of properties."
    static func name() -> Parameter<[String]> { Parameter("Name", aliases: ["PSProperty"], position: 1, mandatory: true, byName: true, help: "The property.") }
    static let example = CommandExample("It says so", "New-ItemProperty / -Name Colour -Value blue -ErrorAction SilentlyContinue; $?", output: "False\n")
}

final class NewItemProperty: Command {
    static let name = "New-ItemProperty"
    static let items = ItemParameters(pipeline: false)
    static let propertyName = FixedProperties.name()
    static let propertyType = Parameter<String>("PropertyType", aliases: ["Type"], byName: true, help: "Its type.")
    static let value = Parameter<Value>("Value", byName: true, help: "Its value.")
    static let declaration = CommandDeclaration(
        synopsis: FixedProperties.about, parameters: items.all + [propertyName, propertyType, value], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [FixedProperties.example])
    func process(_ run: Invocation) throws { try FixedProperties.refuse(run, "added") }
}

final class RemoveItemProperty: Command {
    static let name = "Remove-ItemProperty"
    static let aliases = ["rp"]
    static let items = ItemParameters()
    static let propertyName = FixedProperties.name()
    static let declaration = CommandDeclaration(
        synopsis: FixedProperties.about, parameters: items.all + [propertyName], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [FixedProperties.example])
    func process(_ run: Invocation) throws { try FixedProperties.refuse(run, "removed") }
}

final class RenameItemProperty: Command {
    static let name = "Rename-ItemProperty"
    static let aliases = ["rnp"]
    static let items = ItemParameters()
    static let propertyName = FixedProperties.name()
    static let newName = Parameter<String>("NewName", position: 2, mandatory: true, byName: true, help: "Its new name.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes it.")
    static let declaration = CommandDeclaration(
        synopsis: FixedProperties.about, parameters: items.all + [propertyName, newName, passThru], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [FixedProperties.example])
    func process(_ run: Invocation) throws { try FixedProperties.refuse(run, "renamed") }
}

final class CopyItemProperty: Command {
    static let name = "Copy-ItemProperty"
    static let items = ItemParameters()
    static let destination = Parameter<String>("Destination", position: 1, mandatory: true, byName: true, help: "The other item.")
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 2, mandatory: true, byName: true, help: "The property.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes it.")
    static let declaration = CommandDeclaration(
        synopsis: FixedProperties.about, parameters: items.all + [destination, propertyName, passThru], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [FixedProperties.example])
    func process(_ run: Invocation) throws { try FixedProperties.refuse(run, "copied") }
}

final class MoveItemProperty: Command {
    static let name = "Move-ItemProperty"
    static let aliases = ["mp"]
    static let items = ItemParameters()
    static let destination = Parameter<String>("Destination", position: 1, mandatory: true, byName: true, help: "The other item.")
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 2, mandatory: true, byName: true, help: "The property.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes it.")
    static let declaration = CommandDeclaration(
        synopsis: FixedProperties.about, parameters: items.all + [destination, propertyName, passThru], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [FixedProperties.example])
    func process(_ run: Invocation) throws { try FixedProperties.refuse(run, "moved") }
}
