// Update-TypeData and Remove-TypeData: members for every object of a type.

import Runtime

final class UpdateTypeData: Command {
    static let name = "Update-TypeData"
    static let typeName = Parameter<String>("TypeName", position: 0, mandatory: true, pipeline: true, byName: true, help: "The type, by name or as a type.")
    static let memberType = Parameter<Value>("MemberType", type: AddMember.memberTypes, help: "What kind of member.")
    static let memberName = Parameter<String>("MemberName", validations: [.notNullOrEmpty], help: "The member's name.")
    static let value = Parameter<Value>("Value", help: "Its value: for a script property or method a block, for an alias the other name.")
    static let secondValue = Parameter<Value>("SecondValue", help: "The block that sets a script property.")
    static let displaySet = Parameter<[String]>(
        "DefaultDisplayPropertySet", validations: [.notNullOrEmpty], help: "The properties shown unless others are asked for.")
    static let displayProperty = Parameter<String>("DefaultDisplayProperty", help: "The property Format-Wide shows.")
    static let keySet = Parameter<[String]>("DefaultKeyPropertySet", help: "The properties that tell objects apart.")
    static let depth = Parameter<Int>("SerializationDepth", help: "How deep the type is written to CLIXML.")
    static let force = Parameter<Bool>("Force", help: "Replaces a member of the name.")
    static let declaration = CommandDeclaration(
        synopsis: "Adds members to a type.", description: "Every object of the type, made before or after, has the member from then on.",
        parameters: [typeName, memberType, memberName, value, secondValue, displaySet, displayProperty, keySet, depth, force], supportsShouldProcess: true,
        examples: [
            CommandExample(
                "A property of text",
                "Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Shout -Value { $this.ToUpper() }\n'room'.Shout",
                output: "ROOM\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let given = run[Self.typeName] ?? ""
        let name = session.findType(given)?.fullName ?? given
        if let member = run[Self.memberName] {
            let kind = run[Self.memberType]?.asEnumeration?.name ?? "NoteProperty"
            if session.types.typeData[name.lowercased()]?.member(member) != nil, !run.has(Self.force) {
                return try run.writeError(
                    "TypesXmlError", "Error in TypeData \"\(name)\": The member \(member) is already present.", type: "System.InvalidOperationException",
                    category: .invalidOperation)
            }
            let content = try content(kind, run)
            session.types.addTypeData(name) { members in
                members.remove(member)
                members.members.append(AddedMember(member, content))
            }
        }
        if let property = run[Self.displayProperty] { session.types.addTypeData(name) { $0.defaultDisplayProperty = property } }
        if let set = run[Self.displaySet] { session.types.addTypeData(name) { $0.defaultDisplay = set } }
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
        case "PropertySet": return .propertySet(try (run.session.elements(of: value) ?? [value]).map { try $0.toText(run.session) })
        default: return .note(value)
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
        let given = run[Self.typeName] ?? ""
        run.session.types.removeTypeData(run.session.findType(given)?.fullName ?? given)
    }
}
