// Get-ItemProperty, Get-ItemPropertyValue, Set-ItemProperty, Clear-ItemProperty: properties of files as data.

import Runtime

enum ItemPropertyText {
    /// A custom object with some properties of an item and what says where it came from.
    static func record(_ item: Value, _ names: [String], _ run: Invocation) throws -> Value {
        let session = run.session
        let made = Record(shape: session.emptyShape, values: [])
        for name in names {
            for found in try session.propertyNames(of: item) where WildcardName.matches(found, name) && made[found] == nil { made.set(Text(found), try session.property(of: item, found)) }
        }
        for note in ["PSPath", "PSParentPath", "PSChildName", "UnixStat", "PSDrive", "PSProvider"] where made[note] == nil { made.set(Text(note), try session.property(of: item, note)) }
        return .object(made)
    }
}

final class GetItemProperty: Command {
    static let name = "Get-ItemProperty"
    static let aliases = ["gp"]
    static let items = ItemParameters()
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 1, help: "The properties; the item itself if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets properties of items.", description: "An object with the properties asked for, or the item with all of them.", parameters: items.withoutForce + [propertyName], defaultSet: "Path", module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A name", "(Get-ItemProperty /usr Name).Name", output: "usr\n")])

    func process(_ run: Invocation) throws {
        for item in try Self.items.selection(run, hasForce: false).items() {
            let object = item.object(run)
            try run.write(run[Self.propertyName].map { try ItemPropertyText.record(object, $0, run) } ?? object)
        }
    }
}

final class GetItemPropertyValue: Command {
    static let name = "Get-ItemPropertyValue"
    static let aliases = ["gpv"]
    static let items = ItemParameters(mandatory: false)
    static let propertyName = Parameter<[String]>("Name", aliases: ["PSProperty"], position: 1, mandatory: true, help: "The properties.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the values of properties of items.", description: "The values alone, one after the other.", parameters: items.withoutForce + [propertyName], defaultSet: "Path", module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A name", "Get-ItemPropertyValue /usr Name", output: "usr\n")])

    func process(_ run: Invocation) throws {
        var selection = Self.items.selection(run, hasForce: false)
        if selection.patterns.isEmpty { selection = ItemSelection(patterns: ["."], isLiteral: true, filter: nil, include: [], exclude: [], force: false, run: run) }
        for item in try selection.items() {
            let object = item.object(run)
            for name in run[Self.propertyName] ?? [] {
                guard try run.session.hasProperty(object, name) else {
                    try run.writeError("System.Management.Automation.PSArgumentException", "Property \(name) does not exist at path \(item.path).", type: "PSArgumentException", category: .invalidArgument, target: .text(name))
                    continue
                }
                try run.write(try run.session.property(of: object, name))
            }
        }
    }
}

final class SetItemProperty: Command {
    static let name = "Set-ItemProperty"
    static let aliases = ["sp"]
    static let items = ItemParameters(pathSets: ["propertyValuePathSet", "propertyPSObjectPathSet"], literalSets: ["propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet"], pipeline: false)
    private static let valueSets = ["propertyValuePathSet", "propertyValueLiteralPathSet"], objectSets = ["propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet"]
    static let propertyName = Parameter<String>("Name", aliases: ["PSProperty"], position: 1, mandatory: true, byName: true, sets: valueSets, help: "The property.")
    static let value = Parameter<Value>("Value", position: 2, mandatory: true, byName: true, sets: valueSets, allowsNull: true, help: "Its new value.")
    static let inputObject = Parameter<Value>("InputObject", mandatory: true, pipeline: true, byName: true, sets: objectSets, help: "An object whose properties are set.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes what was set.")
    static let declaration = CommandDeclaration(
        synopsis: "Sets properties of items.", description: "Such as IsReadOnly, LastWriteTime or Attributes of files.", parameters: items.all + [propertyName, value, inputObject, passThru], defaultSet: "propertyValuePathSet", supportsShouldProcess: true,
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A date", "$f = New-TemporaryFile; Set-ItemProperty $f LastWriteTime 2020-01-02; (Get-Item $f).LastWriteTime.Year; Remove-Item $f", output: "2020\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        for item in try Self.items.selection(run).items() {
            let object = item.object(run)
            var pairs: [(String, Value)] = []
            if let name = run[Self.propertyName] { pairs = [(name, run[Self.value] ?? .null)] } else if let source = run[Self.inputObject] {
                for name in try session.propertyNames(of: source) { pairs.append((name, try session.property(of: source, name))) }
            }
            for (name, value) in pairs {
                guard try run.shouldProcess("Item: \(item.path) Property: \(name)", "Set Property File") else { return }
                try set(object, name, value, run)
            }
            if run.has(Self.passThru) { try run.write(ItemPropertyText.record(object, pairs.map(\.0), run)) }
        }
    }

    private func set(_ object: Value, _ name: String, _ value: Value, _ run: Invocation) throws {
        do { try run.session.setProperty(of: object, name, value) } catch let failure as ShellError where !failure.endsScript {
            switch failure.record.errorId {
            case "PropertyAssignmentException": throw run.failure("ReadOnlyProperty", "The property '\(name)' of the item cannot be set.", type: "SetValueException", category: .invalidOperation)
            case "ExceptionWhenSetting": throw run.failure("CatchFromBaseAdapterSetValue", failure.record.message, type: "SetValueInvocationException", category: .notSpecified)
            case "PropertyNotFound": throw run.failure("System.Management.Automation.PSArgumentException", "The item has no property '\(name)'.", type: "PSArgumentException", category: .invalidArgument)
            default: throw failure
            }
        }
    }
}

final class ClearItemProperty: Command {
    static let name = "Clear-ItemProperty"
    static let aliases = ["clp"]
    static let items = ItemParameters()
    static let propertyName = Parameter<String>("Name", position: 1, mandatory: true, byName: true, help: "The property.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes what was cleared.")
    static let declaration = CommandDeclaration(
        synopsis: "Clears a property of items.", description: "For files only Attributes can be cleared.", parameters: items.all + [propertyName, passThru], defaultSet: "Path", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("The attributes", "$f = New-TemporaryFile; Set-ItemProperty $f IsReadOnly $true; Clear-ItemProperty $f Attributes; (Get-Item $f).IsReadOnly; Remove-Item $f", output: "False\n")])

    func process(_ run: Invocation) throws {
        let name = run[Self.propertyName] ?? ""
        for item in try Self.items.selection(run).items() {
            guard name.equalsIgnoringCase("Attributes"), item.isFileSystem else {
                throw run.failure("Argument", "The property '\(name)' cannot be cleared; only Attributes can.", type: "PSArgumentException", category: .invalidArgument, target: .text(name))
            }
            guard try run.shouldProcess("Item: \(item.path) Property: \(name)", "Clear Property File") else { continue }
            let object = item.object(run)
            try run.session.setProperty(of: object, "Attributes", .object(EnumerationObject(FileObject.attributesType, 128)))
            if run.has(Self.passThru) { try run.write(ItemPropertyText.record(object, [name], run)) }
        }
    }
}
