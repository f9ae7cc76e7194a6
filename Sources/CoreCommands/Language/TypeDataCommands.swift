// Update-TypeData, Get-TypeData and Remove-TypeData: members for every object of a type.

import Runtime
import TypeSystem
import XmlDocuments

final class UpdateTypeData: Command {
    static let name = "Update-TypeData"
    private static let sets = ["DynamicTypeSet"]
    static let appendPath = Parameter<[String]>(
        "AppendPath", aliases: ["PSPath", "Path"], position: 0, pipeline: true, byName: true, sets: ["FileSet"],
        help: "Files of type data; what they say counts after what is there.")
    static let prependPath = Parameter<[String]>("PrependPath", sets: ["FileSet"], help: "Files of type data; what they say counts before what is there.")
    static let typeName = Parameter<String>(
        "TypeName", mandatory: true, pipeline: true, byName: true, sets: sets, validations: [.notNullOrEmpty],
        transformation: { value, _ in value.asType.map { .text($0.value.fullName) } ?? value }, help: "The type, by name or as a type.")
    static let memberType = Parameter<Value>("MemberType", sets: sets, type: AddMember.memberTypes, help: "What kind of member.")
    static let memberName = Parameter<String>("MemberName", sets: sets, validations: [.notNullOrEmpty], help: "The member's name.")
    static let value = Parameter<Value>("Value", sets: sets, help: "Its value: for a script property or method a block, for an alias the other name.")
    static let secondValue = Parameter<Value>("SecondValue", sets: sets, help: "The block that sets a script property, or the type of an alias.")
    static let displaySet = Parameter<[String]>(
        "DefaultDisplayPropertySet", sets: sets, validations: [.notNullOrEmpty], help: "The properties shown unless others are asked for.")
    static let displayProperty = Parameter<String>(
        "DefaultDisplayProperty", sets: sets, validations: [.notNullOrEmpty], help: "The property Format-Wide shows.")
    static let keySet = Parameter<[String]>(
        "DefaultKeyPropertySet", sets: sets, validations: [.notNullOrEmpty], help: "The properties that tell objects apart.")
    static let depth = Parameter<Int>(
        "SerializationDepth", sets: sets, validations: [.range(.int(0), .int(.max))], help: "To what level objects of the type are written to CLIXML.")
    static let method = Parameter<String>(
        "SerializationMethod", sets: sets, validations: [.set(["AllPublicProperties", "String", "SpecificProperties"], ignoreCase: true, message: nil)],
        help: "What of an object is written to CLIXML: all its properties, its text, or the properties of -PropertySerializationSet.")
    static let specific = Parameter<[String]>(
        "PropertySerializationSet", sets: sets, validations: [.notNullOrEmpty], help: "The properties that are written to CLIXML.")
    static let inherits = Parameter<Value>(
        "InheritPropertySerializationSet", sets: sets, type: .bool, help: "Whether the properties that a base type names are written too.")
    static let textSource = Parameter<String>(
        "StringSerializationSource", sets: sets, validations: [.notNullOrEmpty], help: "The property that is an object's text in CLIXML.")
    static let target = Parameter<Value>(
        "TargetTypeForDeserialization", sets: sets, type: .type, help: "The type that objects read from CLIXML are made into.")
    static let typeData = Parameter<[Value]>(
        "TypeData", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["TypeDataSet"], type: TypeDataRecord.type.arrayType(),
        help: "Type data, as Get-TypeData gives it.")
    static let force = Parameter<Bool>("Force", sets: ["DynamicTypeSet", "TypeDataSet"], help: "Replaces what is there.")
    static let declaration = CommandDeclaration(
        synopsis: "Adds members to a type.", description: "Every object of the type, made before or after, has the member from then on.",
        parameters: [
            appendPath, prependPath, typeName, memberType, memberName, value, secondValue, displaySet, displayProperty, keySet, depth, method, specific,
            inherits, textSource, target, typeData, force,
        ], defaultSet: "FileSet", supportsShouldProcess: true,
        examples: [
            CommandExample(
                "A property of text",
                "Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Shout -Value { $this.ToUpper() }\n'room'.Shout",
                output: "ROOM\n")
        ])

    func process(_ run: Invocation) throws {
        switch run.parameterSet {
        case "DynamicTypeSet": try update(run)
        case "TypeDataSet":
            for value in run[Self.typeData] ?? [] { if let record = value.object as? TypeDataRecord { try adopt(record, run) } }
        default: try readFiles(run)
        }
    }

    // MARK: One type

    private func update(_ run: Invocation) throws {
        let session = run.session
        let given = run[Self.typeName] ?? ""
        let name = session.findType(given)?.fullName ?? given
        let kind = run[Self.memberType]?.asEnumeration?.name
        if run.isBound(Self.memberName), kind == nil {
            throw run.failure(
                "MemberTypeIsMissing", "-MemberType must say what kind of member '\(run[Self.memberName] ?? "")' is.",
                type: "System.InvalidOperationException", category: .invalidOperation)
        }
        if kind != nil, !run.isBound(Self.memberName) {
            throw run.failure(
                "MemberNameIsMissing", "-MemberName must name the member.", type: "System.InvalidOperationException", category: .invalidOperation)
        }
        if let kind, !run.isBound(Self.value) {
            throw run.failure(
                "ValueShouldBeSpecified", "-Value must be given for a member of kind \(kind).", type: "System.InvalidOperationException",
                category: .invalidOperation)
        }
        let serialization = [
            ("SerializationDepth", run.raw(Self.depth)), ("SerializationMethod", run.raw(Self.method)), ("PropertySerializationSet", run.raw(Self.specific)),
            ("InheritPropertySerializationSet", run.raw(Self.inherits)), ("StringSerializationSource", run.raw(Self.textSource)),
            ("TargetTypeForDeserialization", run.raw(Self.target)),
        ].filter { !$0.1.isMissing }
        let isDisplayed = run.isBound(Self.displaySet) || run.isBound(Self.displayProperty) || run.isBound(Self.keySet)
        if kind == nil, serialization.isEmpty, !isDisplayed {
            return try run.writeError(
                "TypeDataEmpty", "No member is specified for the update on type \"\(name)\".", type: "System.InvalidOperationException",
                category: .invalidOperation, target: .text(name))
        }
        guard try run.shouldProcess(name, "Update TypeData") else { return }
        if let kind, let member = run[Self.memberName] {
            guard try add(AddedMember(member, try content(kind, run)), to: name, run) else { return }
        }
        session.types.addTypeData(name) { data in
            if let property = run[Self.displayProperty] { data.defaultDisplayProperty = property }
            if let set = run[Self.displaySet] { data.defaultDisplay = set }
            if let set = run[Self.keySet] { data.defaultKeys = set }
            for (key, value) in serialization { data.serialization[key] = value }
        }
    }

    /// False if a member of the name is there and stays.
    private func add(_ member: AddedMember, to name: String, force: Bool? = nil, _ run: Invocation) throws -> Bool {
        let types = run.session.types
        if types.typeData[name.lowercased()]?.member(member.name) != nil, !(force ?? run.has(Self.force)) {
            try run.writeError(
                "TypesDynamicUpdateException", "Error in TypeData \"\(name)\": The member \(member.name) is already present.", type: "RuntimeException",
                category: .invalidOperation, target: .text(name))
            return false
        }
        types.addTypeData(name) { data in
            data.remove(member.name)
            data.members.append(member)
        }
        return true
    }

    private func content(_ kind: String, _ run: Invocation) throws -> AddedMember.Content {
        let value = run[Self.value] ?? .null
        func block() throws -> ScriptBlock {
            guard let block = value.asScriptBlock else {
                throw run.failure(
                    "UpdateTypeDataError", "A script block is needed for a member of kind \(kind), but \(value.type.displayName) was given.",
                    type: "System.InvalidOperationException", category: .invalidOperation)
            }
            return block
        }
        switch kind {
        case "ScriptProperty": return .scriptProperty(get: try block(), set: run[Self.secondValue]?.asScriptBlock)
        case "ScriptMethod": return .scriptMethod(try block())
        case "AliasProperty": return .alias(try value.toText(run.session), run[Self.secondValue]?.asType?.value)
        case "NoteProperty": return .note(value)
        default:
            throw run.failure(
                "CannotUpdateMemberType", "Members of kind \(kind) cannot be added; use NoteProperty, AliasProperty, ScriptProperty or ScriptMethod.",
                type: "System.InvalidOperationException", category: .invalidOperation)
        }
    }

    private func adopt(_ record: TypeDataRecord, _ run: Invocation) throws {
        guard try run.shouldProcess(record.name, "Update TypeData") else { return }
        for member in record.data.members where try !add(member, to: record.name, run) { return }
        run.session.types.addTypeData(record.name) { data in
            data.defaultDisplay = record.data.defaultDisplay ?? data.defaultDisplay
            data.defaultDisplayProperty = record.data.defaultDisplayProperty ?? data.defaultDisplayProperty
            data.defaultKeys = record.data.defaultKeys ?? data.defaultKeys
            data.serialization.merge(record.data.serialization) { $1 }
        }
    }

    // MARK: Files

    private func readFiles(_ run: Invocation) throws {
        for (paths, isFirst) in [(run[Self.prependPath] ?? [], true), (run[Self.appendPath] ?? [], false)] {
            for path in try OutputPath.filesToRead(paths, isLiteral: false, run) where try run.shouldProcess(path, "Update TypeData") {
                let tree = XmlTree()
                do {
                    try tree.load(XmlNodeObject.decoded(FileAccess.read(path)))
                } catch let error as XmlError {
                    try run.writeError(
                        "TypesXmlUpdateException", "The file '\(path)' could not be read as type data: \(error.message)", type: "RuntimeException",
                        category: .invalidData, target: .text(path))
                    continue
                } catch let error as FileFailure { throw OutputPath.failure(error, run) }
                for type in tree.document.documentElement?.children ?? [] where type.localName == "Type" { try read(type, isFirst: isFirst, path, run) }
            }
        }
    }

    private func read(_ node: XmlNode, isFirst: Bool, _ path: String, _ run: Invocation) throws {
        let session = run.session
        let name = TypeDataFile.text("Name", of: node)
        for member in TypeDataFile.child("Members", of: node)?.children ?? [] where member.kind == .element {
            if member.localName == "MemberSet", TypeDataFile.text("Name", of: member) == "PSStandardMembers" {
                for inner in TypeDataFile.child("Members", of: member)?.children ?? [] { TypeDataFile.readStandard(inner, of: name, session) }
                continue
            }
            guard let made = try TypeDataFile.member(member, session) else {
                try run.writeError(
                    "TypesXmlUpdateException", "The file '\(path)' adds a member of kind \(member.localName) to \(name), which cannot be done.",
                    type: "RuntimeException", category: .invalidData, target: .text(path))
                continue
            }
            _ = try add(made, to: name, force: isFirst ? true : nil, run)
        }
    }
}

/// Members as files of type data write them.
enum TypeDataFile {
    static func child(_ name: String, of node: XmlNode) -> XmlNode? { node.children.first { $0.localName == name } }
    static func text(_ name: String, of node: XmlNode) -> String { child(name, of: node)?.innerText.trimmedSpaces ?? "" }

    static func member(_ node: XmlNode, _ session: Session) throws -> AddedMember? {
        func block(_ name: String) throws -> ScriptBlock? {
            guard let code = child(name, of: node)?.innerText else { return nil }
            return try session.scriptBlock(code)
        }
        let name = text("Name", of: node)
        switch node.localName {
        case "NoteProperty":
            let value: Value = .text(text("Value", of: node))
            let type = session.findType(text("TypeName", of: node))
            return AddedMember(name, .note(try type.map { try session.convert(value, to: $0) } ?? value))
        case "AliasProperty": return AddedMember(name, .alias(text("ReferencedMemberName", of: node), session.findType(text("TypeName", of: node))))
        case "ScriptProperty":
            guard let get = try block("GetScriptBlock") else { return nil }
            return AddedMember(name, .scriptProperty(get: get, set: try block("SetScriptBlock")))
        case "ScriptMethod": return try block("Script").map { AddedMember(name, .scriptMethod($0)) }
        case "PropertySet": return AddedMember(name, .propertySet(names(of: node)))
        default: return nil
        }
    }

    private static func names(of set: XmlNode) -> [String] {
        (child("ReferencedProperties", of: set)?.children ?? []).filter { $0.localName == "Name" }.map { $0.innerText.trimmedSpaces }
    }

    /// One of the settings of a type that a file writes as members of a set.
    static func readStandard(_ node: XmlNode, of typeName: String, _ session: Session) {
        let name = text("Name", of: node)
        session.types.addTypeData(typeName) { data in
            switch name {
            case "DefaultDisplayPropertySet": data.defaultDisplay = names(of: node)
            case "DefaultKeyPropertySet": data.defaultKeys = names(of: node)
            case "DefaultDisplayProperty": data.defaultDisplayProperty = text("Value", of: node)
            case "PropertySerializationSet": data.serialization[name] = .strings(names(of: node))
            default: data.serialization[name] = .text(text("Value", of: node))
            }
        }
    }
}

/// What is known about a type beyond the type itself.
final class TypeDataRecord: Box, @unchecked Sendable {
    let name: String
    let data: ExtendedMembers
    init(_ name: String, _ data: ExtendedMembers) {
        self.name = name
        self.data = data
    }
    override var type: TypeInfo { TypeDataRecord.type }
    static let type = TypeInfo("System.Management.Automation.Runspaces.TypeData", base: .object)

    private static func own(_ value: Value) -> TypeDataRecord? { value.object as? TypeDataRecord }
    private static func set(_ name: String, _ get: @escaping @Sendable (ExtendedMembers) -> [String]?) -> Property {
        Property(
            name, .object,
            get: { t, session in
                guard let names = own(t).flatMap({ get($0.data) }) else { return .null }
                return session.record([("ReferencedProperties", .strings(names))], typeName: "System.Management.Automation.Runspaces.PropertySetData")
            })
    }
    private static func setting(_ name: String, _ type: TypeInfo) -> Property {
        Property(name, type, get: { t, session in try own(t)?.data.serialization[name].map { try session.convert($0, to: type) } ?? .null })
    }

    static let known = KnownType(type) {
        MemberTable(properties: [
            Property("TypeName", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
            Property(
                "Members", .object,
                get: { t, session in
                    let members = TableObject()
                    for member in own(t)?.data.members ?? [] {
                        members[member.name] = session.record([("Name", .text(member.name))], typeName: "System.Management.Automation.Runspaces.TypeMemberData")
                    }
                    return .object(members)
                }),
            Property("DefaultDisplayProperty", .string, get: { t, _ in own(t)?.data.defaultDisplayProperty.map { .text($0) } ?? .null }),
            set("DefaultDisplayPropertySet") { $0.defaultDisplay }, set("DefaultKeyPropertySet") { $0.defaultKeys },
            setting("SerializationDepth", .uint32), setting("SerializationMethod", .string),
            set("PropertySerializationSet") { $0.serialization["PropertySerializationSet"]?.asArray?.elements.compactMap(\.asString) },
            setting("InheritPropertySerializationSet", .bool), setting("StringSerializationSource", .string),
            setting("TargetTypeForDeserialization", .type),
        ])
    }
}

final class GetTypeData: Command {
    static let name = "Get-TypeData"
    static let typeName = Parameter<[String]>(
        "TypeName", position: 0, pipeline: true, validations: [.notNullOrEmpty], help: "Names of types; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets what the shell adds to types.", description: "For each type the members that Update-TypeData or the shell itself has added.",
        parameters: [typeName], outputTypes: ["System.Management.Automation.PSObject"],
        examples: [CommandExample("A date's", "(Get-TypeData System.DateTime).Members.Keys", output: "DateTime\n")])

    func process(_ run: Invocation) throws {
        let types = run.session.types
        var all: [String: TypeDataRecord] = [:]
        for type in types.allTypes {
            // Nodes of XML have their text from the shell.
            let own = types.table(of: type).properties.filter { $0.memberType != "Property" }
            let isNode = type.fullName == "System.Xml.XmlNode" || type.fullName == "System.Xml.XmlNodeList"
            if own.isEmpty, !isNode { continue }
            let data = ExtendedMembers()
            data.members = own.map { AddedMember($0.name, .codeProperty($0)) }
            if isNode { data.members.append(AddedMember("ToString", .memberSet([]))) }
            all[type.fullName.lowercased()] = TypeDataRecord(type.fullName, data)
        }
        for (key, data) in types.typeData {
            let known = all[key]
            data.members.forEach { member in known?.data.members.removeAll { $0.name.equalsIgnoringCase(member.name) } }
            let merged = data.copy()
            merged.defaultDisplay = data.defaultDisplay
            merged.defaultDisplayProperty = data.defaultDisplayProperty
            merged.defaultKeys = data.defaultKeys
            merged.serialization = data.serialization
            merged.members += known?.data.members ?? []
            all[key] = TypeDataRecord(known?.name ?? types.typeDataName(key), merged)
        }
        for pattern in run[Self.typeName] ?? ["*"] {
            let wanted = WildcardName.isWildcard(pattern) ? pattern : run.session.findType(pattern)?.fullName ?? pattern
            for record in all.values.sorted(by: { $0.name < $1.name }) where WildcardName.matches(record.name, wanted) { try run.write(.object(record)) }
        }
    }
}

final class RemoveTypeData: Command {
    static let name = "Remove-TypeData"
    static let typeName = Parameter<String>(
        "TypeName", position: 0, mandatory: true, pipeline: true, byName: true, validations: [.notNullOrEmpty], help: "The type.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes members added to a type.", description: "Takes back what Update-TypeData has added.", parameters: [typeName],
        supportsShouldProcess: true,
        examples: [
            CommandExample(
                "Taken back",
                "Update-TypeData -TypeName System.Int32 -MemberName Half -MemberType ScriptProperty -Value { $this / 2 }\nRemove-TypeData System.Int32\n$null -eq (4).Half",
                output: "True\n")
        ])
    func process(_ run: Invocation) throws {
        let given = run[Self.typeName] ?? "", session = run.session
        let name = session.findType(given)?.fullName ?? given
        guard try run.shouldProcess(name, "Remove TypeData") else { return }
        guard session.types.typeData[name.lowercased()] != nil else {
            return try run.writeError(
                "TypesDynamicRemoveException", "Error in TypeData \"\(name)\": nothing has been added to the type.", type: "RuntimeException",
                category: .invalidOperation, target: .text(name))
        }
        session.types.removeTypeData(name)
    }
}
