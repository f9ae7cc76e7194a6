// Clear-ItemProperty: clears a property of items.

import Runtime
import TypeSystem

final class ClearItemProperty: Command {
    static let name = "Clear-ItemProperty"
    static let aliases = ["clp"]
    static let items = ItemParameters()
    static let propertyName = Parameter<String>("Name", position: 1, mandatory: true, byName: true, help: "The property.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes what was cleared.")
    static let declaration = CommandDeclaration(
        synopsis: "Clears a property of items.", description: "For files only Attributes can be cleared.", parameters: items.all + [propertyName, passThru],
        defaultSet: "Path", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [
            CommandExample(
                "The attributes",
                "$f = New-TemporaryFile; Set-ItemProperty $f IsReadOnly $true; Clear-ItemProperty $f Attributes; (Get-Item $f).IsReadOnly; Remove-Item $f",
                output: "False\n")
        ])

    func process(_ run: Invocation) throws {
        let name = run[Self.propertyName] ?? ""
        for item in try Self.items.selection(run).items() {
            guard name.equalsIgnoringCase("Attributes"), item.isFileSystem else {
                throw run.failure(
                    "Argument", "The property '\(name)' cannot be cleared; only Attributes can.", type: "PSArgumentException", category: .invalidArgument,
                    target: .text(name))
            }
            guard try run.shouldProcess("Item: \(item.path) Property: \(name)", "Clear Property File") else { continue }
            let object = item.object(run)
            try run.session.setProperty(of: object, "Attributes", .object(EnumerationObject(SystemTypes.fileAttributes, 128)))
            if run.has(Self.passThru) { try run.write(ItemPropertyRecord.record(object, [name], run)) }
        }
    }
}
