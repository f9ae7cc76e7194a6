// Set-Item: the value of a variable, function, alias or environment variable.

import Runtime

final class SetItem: Command {
    static let name = "Set-Item"
    static let aliases = ["si"]
    static let items = ItemParameters(pipeline: false)
    static let value = Parameter<Value>("Value", position: 1, pipeline: true, byName: true, help: "The new value.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the item.")
    static let options = Parameter<String>("Options", help: "For functions and aliases: None, ReadOnly, Constant or AllScope.")
    static let declaration = CommandDeclaration(
        synopsis: "Sets the value of an item.",
        description: "For items that have a value: variables, functions, aliases, the environment. Items that are not there are made.",
        parameters: items.all + [value, passThru, options], defaultSet: "Path", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("A variable", "Set-Item variable:room lobby; $room", output: "lobby\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run)
        for text in selection.patterns {
            do {
                let isPattern = !selection.isLiteral && Globbing.isPattern(text)
                for item in isPattern ? try selection.resolved(text) : [try ItemPath.read(text, run.session)] { try set(item, selection, run) }
            } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "NotSupported" { try run.writeError(failure.record) }
        }
    }

    private func set(_ item: ItemPath, _ selection: ItemSelection, _ run: Invocation) throws {
        guard let flat = item.flat else {
            throw run.failure("NotSupported", "Files have no value; use Set-Content.", type: "PSNotSupportedException", category: .notImplemented)
        }
        let value = run[Self.value] ?? .null
        guard try run.shouldProcess("Item: \(item.path) Value: \(value.toText(run.session))", "Set Item") else { return }
        try flat.set(item.path, value, force: selection.force, run.session, run.scope)
        if let options = run[Self.options] {
            let wanted: VariableOptions =
                switch options.lowercased() {
                case "readonly": .readOnly
                case "constant": .constant
                case "allscope": .allScope
                default: []
                }
            let object = flat.item(item.path, run.session, run.scope)?.object
            (object as? AliasInfo)?.options = wanted
            (object as? FunctionInfo)?.options = wanted
        }
        if run.has(Self.passThru) { try run.write(item.object(run)) }
    }
}
