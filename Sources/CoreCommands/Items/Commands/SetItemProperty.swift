// Set-ItemProperty: sets properties of items.

import Runtime

final class SetItemProperty: Command {
    static let name = "Set-ItemProperty"
    static let aliases = ["sp"]
    static let items = ItemParameters(
        pathSets: ["propertyValuePathSet", "propertyPSObjectPathSet"], literalSets: ["propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet"],
        pipeline: false)
    private static let valueSets = ["propertyValuePathSet", "propertyValueLiteralPathSet"],
        objectSets = ["propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet"]
    static let propertyName = Parameter<String>(
        "Name", aliases: ["PSProperty"], position: 1, mandatory: true, byName: true, sets: valueSets, help: "The property.")
    static let value = Parameter<Value>("Value", position: 2, mandatory: true, byName: true, sets: valueSets, allowsNull: true, help: "Its new value.")
    static let inputObject = Parameter<Value>(
        "InputObject", mandatory: true, pipeline: true, byName: true, sets: objectSets, help: "An object whose properties are set.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes what was set.")
    static let declaration = CommandDeclaration(
        synopsis: "Sets properties of items.", description: "Such as IsReadOnly, LastWriteTime or Attributes of files.",
        parameters: items.all + [propertyName, value, inputObject, passThru], defaultSet: "propertyValuePathSet", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [
            CommandExample(
                "A date", "$f = New-TemporaryFile; Set-ItemProperty $f LastWriteTime 2020-01-02; (Get-Item $f).LastWriteTime.Year; Remove-Item $f",
                output: "2020\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        for item in try Self.items.selection(run).items() {
            let object = item.object(run)
            var pairs: [(String, Value)] = []
            if let name = run[Self.propertyName] {
                pairs = [(name, run[Self.value] ?? .null)]
            } else if let source = run[Self.inputObject] {
                for name in try session.propertyNames(of: source) { pairs.append((name, try session.property(of: source, name))) }
            }
            for (name, value) in pairs {
                guard try run.shouldProcess("Item: \(item.path) Property: \(name)", "Set Property File") else { return }
                try set(object, name, value, run)
            }
            if run.has(Self.passThru) { try run.write(ItemPropertyRecord.record(object, pairs.map(\.0), run)) }
        }
    }

    private func set(_ object: Value, _ name: String, _ value: Value, _ run: Invocation) throws {
        do { try run.session.setProperty(of: object, name, value) } catch let failure as ShellError where !failure.endsScript {
            switch failure.record.errorId {
            case "PropertyAssignmentException":
                throw run.failure(
                    "ReadOnlyProperty", "The property '\(name)' of the item cannot be set.", type: "SetValueException", category: .invalidOperation)
            case "ExceptionWhenSetting":
                throw run.failure("CatchFromBaseAdapterSetValue", failure.record.message, type: "SetValueInvocationException", category: .notSpecified)
            case "PropertyNotFound":
                throw run.failure(
                    "System.Management.Automation.PSArgumentException", "The item has no property '\(name)'.", type: "PSArgumentException",
                    category: .invalidArgument)
            default: throw failure
            }
        }
    }
}
