// Add-Member: more members on one object.

import Runtime
import TypeSystem

final class AddMember: Command {
    static let name = "Add-Member"
    static let memberTypes = TypeInfo.enumeration(
        "System.Management.Automation.PSMemberTypes",
        EnumerationInfo(
            [
                ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16), ("Properties", 31),
                ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256), ("Methods", 448), ("ParameterizedProperty", 512),
                ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096), ("InferredProperty", 8192), ("All", 16383),
            ], isFlags: true))
    static let inputObject = Parameter<Value>("InputObject", mandatory: true, pipeline: true, help: "The object that gets the member.")
    static let typeName = Parameter<String>(
        "TypeName", places: [ParameterPlace(set: "TypeNameSet", isMandatory: true), ParameterPlace()], validations: [.notNullOrEmpty],
        help: "A type name put in front of the object's own.")
    static let memberType = Parameter<Value>(
        "MemberType", aliases: ["Type"], position: 0, mandatory: true, sets: ["MemberSet"], type: memberTypes, help: "What kind of member.")
    static let memberName = Parameter<String>("Name", position: 1, mandatory: true, sets: ["MemberSet"], help: "The member's name.")
    static let value = Parameter<Value>(
        "Value", position: 2, sets: ["MemberSet"], help: "Its value: for a script property or method a block, for an alias the other name.")
    static let secondValue = Parameter<Value>(
        "SecondValue", position: 3, sets: ["MemberSet"], help: "The block that sets a script property, or the type of an alias.")
    static let noteName = Parameter<String>(
        "NotePropertyName", position: 0, mandatory: true, sets: ["NotePropertySingleMemberSet"],
        validations: [
            .notNullOrEmpty,
            .pattern(
                "^(?!(AliasProperty|CodeMethod|CodeProperty|NoteProperty|MemberSet|Method|Methods|ParameterizedProperty|Property|PropertySet|ScriptMethod|ScriptProperty)$)",
                caseSensitive: false, message: "'{0}' is a kind of member: give a -Name as well, or another name."),
        ], help: "The name of a note; not that of a kind of member.")
    static let noteValue = Parameter<Value>(
        "NotePropertyValue", position: 1, mandatory: true, sets: ["NotePropertySingleMemberSet"], allowsNull: true, help: "The value of the note.")
    static let noteMembers = Parameter<Value>(
        "NotePropertyMembers", position: 0, mandatory: true, sets: ["NotePropertyMultiMemberSet"], type: .iDictionary, validations: [.notNullOrEmpty],
        help: "A table of notes.")
    static let force = Parameter<Bool>(
        "Force", sets: ["MemberSet", "NotePropertySingleMemberSet", "NotePropertyMultiMemberSet"], help: "Replaces a member of the name.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the object.")

    static let declaration = CommandDeclaration(
        synopsis: "Adds members to an object.", description: "Adds notes, aliases, script properties, script methods or a type name to one object.",
        parameters: [inputObject, typeName, memberType, memberName, value, secondValue, noteName, noteValue, noteMembers, force, passThru],
        defaultSet: "TypeNameSet",
        examples: [CommandExample("A note", "$room = [pscustomobject]@{Name = 'lobby'}\n$room | Add-Member Seats 3\n$room.Seats", output: "3\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        var target = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        var isDone = true
        if let table = run.raw(Self.noteMembers).asTable {
            for (key, value) in table.table.pairs where try !add(AddedMember(try key.toText(session), .note(value)), to: &target, run) { isDone = false }
        } else if let name = run[Self.noteName] {
            isDone = try add(AddedMember(name, .note(run[Self.noteValue] ?? .null)), to: &target, run)
        } else if let name = run[Self.memberName], let kind = run[Self.memberType]?.asEnumeration {
            isDone = try add(AddedMember(name, try content(kind.name, run)), to: &target, run)
        }
        if let typeName = run[Self.typeName] {
            let list = try session.property(of: target, "pstypenames")
            list.asList?.elements.insert(.text(typeName), at: 0)
        }
        if run.has(Self.passThru), isDone { try run.write(target) }
    }

    private func content(_ kind: String, _ run: Invocation) throws -> AddedMember.Content {
        let session = run.session
        let value = run[Self.value] ?? .null, second = run[Self.secondValue] ?? .null
        if kind.contains(",") || ["All", "Properties", "Methods"].contains(kind) {
            throw run.failure(
                "WrongMemberCount", "One kind of member must be given, but there are several: \(kind).", type: "System.InvalidOperationException",
                category: .invalidOperation)
        }
        try checkValues(kind, run)
        if !run.isBound(Self.value), kind == "NoteProperty" {
            throw run.failure(
                "InvalidOperation", "A value must be given for a member of kind \(kind).", type: "PSInvalidOperationException", category: .invalidOperation)
        }
        func block(_ value: Value) throws -> ScriptBlock {
            guard let block = value.asScriptBlock else {
                throw run.failure(
                    "WrongValueType", "A script block is needed for a member of kind \(kind), but \(value.type.displayName) was given.",
                    type: "System.InvalidOperationException", category: .invalidOperation)
            }
            return block
        }
        switch kind {
        case "NoteProperty": return .note(value)
        case "AliasProperty": return .alias(try value.toText(session), second.isNull ? nil : try session.convert(second, to: .type).asType?.value)
        case "ScriptProperty":
            return .scriptProperty(get: value.isNull ? try session.scriptBlock("") : try block(value), set: second.isNull ? nil : try block(second))
        case "ScriptMethod": return .scriptMethod(try block(value))
        case "PropertySet": return .propertySet(try (session.elements(of: value) ?? [value]).map { try $0.toText(session) })
        case "MemberSet": return .memberSet(try DetachedMember.members(value, session))
        default:
            throw run.failure(
                "CannotAddMemberType", "Members of kind \(kind) cannot be added; use NoteProperty, AliasProperty, ScriptProperty, ScriptMethod or PropertySet.",
                type: "System.InvalidOperationException", category: .invalidArgument)
        }
    }

    /// Each kind says which of the two values it takes and which may be null.
    private func checkValues(_ kind: String, _ run: Invocation) throws {
        func refuse(_ id: String, _ message: String) -> ShellError {
            run.failure(id, message, type: "System.InvalidOperationException", category: .invalidOperation)
        }
        let hasFirst = run.isBound(Self.value), isFirstNull = run[Self.value]?.isNull ?? true
        let hasSecond = run.isBound(Self.secondValue), isSecondNull = run[Self.secondValue]?.isNull ?? true
        if ["MemberSet", "PropertySet", "ScriptMethod", "CodeMethod", "NoteProperty"].contains(kind), hasSecond {
            throw refuse("Value2ShouldNotBeSpecified", "A member of kind \(kind) takes no second value.")
        }
        if ["AliasProperty", "PropertySet", "ScriptMethod", "CodeMethod"].contains(kind), hasFirst, isFirstNull {
            throw refuse("Value1ShouldNotBeNull", "The value of a member of kind \(kind) must not be null.")
        }
        if kind == "AliasProperty", hasSecond, isSecondNull {
            throw refuse("Value2ShouldNotBeNull", "The second value of a member of kind \(kind) must name a type, but is null.")
        }
        if ["ScriptProperty", "CodeProperty"].contains(kind), hasFirst || hasSecond, isFirstNull, isSecondNull {
            throw refuse("Value1AndValue2AreNotBothNull", "One of the two values of a member of kind \(kind) must not be null.")
        }
    }

    /// False if the object has a member of the name already.
    private func add(_ member: AddedMember, to target: inout Value, _ run: Invocation) throws -> Bool {
        let session = run.session
        let exists = try session.hasProperty(target, member.name)
        if exists, !run.has(Self.force) {
            try run.writeError(
                "MemberAlreadyExists",
                "Cannot add a member with the name \"\(member.name)\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.",
                type: "System.InvalidOperationException", category: .invalidOperation, target: target)
            return false
        }
        // What type data says of a name counts before what an object says.
        if exists, session.typeNames(of: target).contains(where: { session.types.typeData[$0.lowercased()]?.member(member.name) != nil }) { return true }
        // A member that takes another's place stands last.
        if exists { target.asRecord?.remove(member.name) }
        target = session.add(member, to: target)
        return true
    }
}
