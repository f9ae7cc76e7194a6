// Get-Member: what an object offers.

import Runtime
import TypeSystem

/// One line of what `Get-Member` writes.
public final class MemberDefinitionObject: Box, @unchecked Sendable {
    public let typeName: String
    public let name: String
    public let memberType: String
    public let definition: String
    init(typeName: String, name: String, memberType: String, definition: String) {
        self.typeName = typeName; self.name = name; self.memberType = memberType; self.definition = definition
    }
    public override var type: TypeInfo { MemberDefinitionObject.typeInfo }
    public static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.MemberDefinition", base: .object)
    public override func describe(_ session: Session) throws -> String { definition }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> MemberDefinitionObject? { value.object as? MemberDefinitionObject }
        return MemberTable(properties: [
            Property("TypeName", .string, get: { t, _ in .text(own(t)?.typeName ?? "") }),
            Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
            Property(
                "MemberType", AddMember.memberTypes,
                get: { t, session in try session.convert(.text(own(t)?.memberType ?? "Property"), to: AddMember.memberTypes) }),
            Property("Definition", .string, get: { t, _ in .text(own(t)?.definition ?? "") }),
        ])
    }
}

final class GetMember: Command {
    static let name = "Get-Member"
    static let aliases = ["gm"]
    static let memberName = Parameter<[String]>("Name", position: 0, validations: [.notNullOrEmpty], help: "Names to look for; wildcards allowed.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The object to look at.")
    static let memberType = Parameter<Value>("MemberType", aliases: ["Type"], type: AddMember.memberTypes, help: "Kinds of members to show.")
    static let view = Parameter<Value>(
        "View",
        type: .enumeration(
            "System.Management.Automation.PSMemberViewTypes", EnumerationInfo([("Extended", 1), ("Adapted", 2), ("Base", 4), ("All", 7)], isFlags: true)),
        help: "Which members: those added (Extended) or those of the type (Adapted, Base).")
    static let isStatic = Parameter<Bool>("Static", help: "The type's own members in place of the object's.")
    static let force = Parameter<Bool>("Force", help: "Hidden members too.")

    static let declaration = CommandDeclaration(
        synopsis: "Shows the members of objects.", description: "Lists properties and methods of each distinct type among the objects.",
        parameters: [memberName, inputObject, memberType, view, isStatic, force], outputTypes: ["Microsoft.PowerShell.Commands.MemberDefinition"],
        examples: [
            CommandExample(
                "A custom object's properties", "[pscustomobject]@{Seats = 3} | Get-Member -MemberType NoteProperty | ForEach-Object Definition",
                output: "int Seats=3\n")
        ])

    private var seen: Set<String> = []
    private var hadInput = false

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if item.isNull { return }
        hadInput = true
        let session = run.session
        let typeName = run.has(Self.isStatic) ? (item.asType?.value ?? item.unwrapped.type).fullName : session.typeNames(of: item).first ?? "System.Object"
        guard seen.insert(typeName).inserted else { return }
        var all = run.has(Self.isStatic) ? statics(item, session) : try members(item, run)
        let view = run[Self.view]?.asEnumeration?.rawValue ?? 3
        if !run.has(Self.isStatic), view & 3 != 3 {
            // What type data and scripts have added is extended; everything else the type's own.
            all = all.filter { shown in isAdded(shown, item) == (view & 1 != 0) }
        }
        let wanted = run[Self.memberType]?.asEnumeration?.rawValue ?? 16383
        let patterns = run[Self.memberName] ?? ["*"]
        let info = AddMember.memberTypes.enumeration
        let ordered = all.filter { (info?.value(of: $0.kind) ?? 0) & wanted != 0 }.sorted { ($0.rank, $0.name.lowercased()) < ($1.rank, $1.name.lowercased()) }
        for pattern in patterns {
            for member in ordered where WildcardName.matches(member.name, pattern) {
                try run.write(.object(MemberDefinitionObject(typeName: typeName, name: member.name, memberType: member.kind, definition: member.definition)))
            }
        }
    }

    func end(_ run: Invocation) throws {
        if !hadInput {
            try run.writeError(
                "NoObjectInGetMember", "You must specify an object for the Get-Member cmdlet.", type: "System.InvalidOperationException", category: .closeError)
        }
    }

    /// What the aliases of the shell's own types stand for.
    private static let targets = [
        "Handles": "Handlecount", "Name": "ProcessName", "NPM": "NonpagedSystemMemorySize64", "PM": "PagedMemorySize64", "SI": "SessionId",
        "VM": "VirtualMemorySize64", "WS": "WorkingSet64", "Target": "LinkTarget",
    ]

    private struct Shown {
        let name: String
        let kind: String
        let definition: String
        /// Kinds come in alphabetic order.
        var rank: String { kind }
    }

    private func statics(_ item: Value, _ session: Session) -> [Shown] {
        let type = item.asType?.value ?? item.unwrapped.type
        let table = session.types.table(of: type)
        if let own = type.scriptClass {
            let hidden = own.hiddenNames
            let constructors = Method("new", table.constructors.isEmpty ? [Overload(returns: type) { _, _, _ in .null }] : table.constructors)
            let shared = [
                ("Equals", "static bool Equals(System.Object objA, System.Object objB)"),
                ("ReferenceEquals", "static bool ReferenceEquals(System.Object objA, System.Object objB)"),
                ("new", constructors.definitions(of: type).joined(separator: ", ")),
            ].map { Shown(name: $0.0, kind: "Method", definition: $0.1) }
            let methods = table.staticMethods.filter { !hidden.contains($0.name.lowercased()) }.map {
                Shown(name: $0.name, kind: "Method", definition: $0.definitions(of: nil).joined(separator: ", "))
            }
            return table.staticProperties.filter { !hidden.contains($0.name.lowercased()) }.map {
                Shown(name: $0.name, kind: "Property", definition: "static \($0.type.displayName) \($0.name) {get;\($0.set == nil ? "" : "set;")}")
            } + (shared + methods).sorted { $0.name.lowercased() < $1.name.lowercased() }
        }
        return table.staticProperties.map {
            Shown(name: $0.name, kind: "Property", definition: "static \($0.type.displayName) \($0.name) {get;\($0.set == nil ? "" : "set;")}")
        }
            + table.staticMethods.map { method in
                Shown(name: method.name, kind: "Method", definition: method.definitions(of: nil).joined(separator: ", "))
            }
    }

    private func members(_ item: Value, _ run: Invocation) throws -> [Shown] {
        let session = run.session
        var result: [Shown] = []
        let hidden = run.has(Self.force) ? [] : item.unwrapped.type.hiddenMembers
        for name in try session.propertyNames(of: item, showingHidden: run.has(Self.force)) {
            let kind = session.memberType(of: item, name)
            let definition: String
            switch kind {
            case "NoteProperty":
                let value = try session.property(of: item, name)
                definition = "\(value.isNull ? "object" : value.unwrapped.type.displayName) \(name)=\(value.isNull ? "null" : try value.toText(session))"
            case "ScriptProperty":
                definition = scriptDefinition(item, name, session)
            case "AliasProperty":
                var target = item.object is EntryObject ? "Key" : GetMember.targets[name] ?? ""
                if case .alias(let other, _)? = member(item, name, session)?.content { target = other }
                definition = "\(name) = \(target)"
            default:
                if let adapter = item.object?.adapter {
                    definition = try adapter.adaptedDefinition(name)
                    break
                }
                guard case .property(let property)? = session.types.member(of: item.unwrapped.type, name) else { continue }
                definition = "\(property.type.displayName) \(name) {get;\(property.set == nil ? "" : "set;")}"
            }
            result.append(Shown(name: name, kind: kind, definition: definition))
        }
        var names: Set<String> = []
        for table in session.types.tables(of: item.unwrapped.type) {
            for method in table.methods
            where names.insert(method.name).inserted && !hidden.contains(method.name.lowercased())
                && (run.has(Self.force) || !method.name.hasPrefix("get_") && !method.name.hasPrefix("set_"))
            {
                result.append(Shown(name: method.name, kind: "Method", definition: method.definitions(of: item.unwrapped.type).joined(separator: ", ")))
            }
        }
        result += scriptMethods(item, session)
        return result
    }

    private func isAdded(_ shown: Shown, _ item: Value) -> Bool {
        switch shown.kind {
        case "Property", "Method", "ParameterizedProperty", "Event": false
        default: true
        }
    }

    private func member(_ item: Value, _ name: String, _ session: Session) -> AddedMember? {
        if let box = item.asRecord?[name]?.object as? AddedMemberBox { return box.member }
        return item.rawObject?.extensions?.member(name)
    }

    private func scriptDefinition(_ item: Value, _ name: String, _ session: Session) -> String {
        guard case .scriptProperty(let get, let set)? = member(item, name, session)?.content else { return "System.Object \(name) {get=;}" }
        return "System.Object \(name) {get=\(get.body);" + (set.map { "set=\($0.body);" } ?? "") + "}"
    }

    private func scriptMethods(_ item: Value, _ session: Session) -> [Shown] {
        var found: [AddedMember] = item.rawObject?.extensions?.members ?? []
        if !session.types.typeData.isEmpty {
            for name in session.typeNames(of: item) { found += session.types.typeData[name.lowercased()]?.members ?? [] }
        }
        if let record = item.asRecord { for i in 0..<record.count { if let box = record[i].object as? AddedMemberBox { found.append(box.member) } } }
        return found.compactMap { member in
            if case .scriptMethod = member.content { return Shown(name: member.name, kind: "ScriptMethod", definition: "System.Object \(member.name)();") }
            return nil
        }
    }
}
