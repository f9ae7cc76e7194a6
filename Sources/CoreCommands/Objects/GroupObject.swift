// Group-Object: objects with equal values together.

import Runtime

/// One group: what `Group-Object` writes.
public final class GroupInfoObject: Box, @unchecked Sendable {
    public let values: [Value]
    public internal(set) var members: [Value] = []
    public let name: String
    public internal(set) var count = 0
    let keepsMembers: Bool
    init(values: [Value], name: String, keepsMembers: Bool) { self.values = values; self.name = name; self.keepsMembers = keepsMembers }
    public override var type: TypeInfo { keepsMembers ? GroupInfoObject.typeInfo : GroupInfoObject.noElement }
    public static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.GroupInfo", base: .object)
    public static let noElement = TypeInfo("Microsoft.PowerShell.Commands.GroupInfoNoElement", base: typeInfo)

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> GroupInfoObject? { value.object as? GroupInfoObject }
        return MemberTable(properties: [
            Property("Values", .arrayList, get: { t, _ in .object(ListObject(own(t)?.values ?? [], type: .arrayList)) }),
            Property("Count", .int32, get: { t, _ in .int(Int32(own(t)?.count ?? 0)) }),
            Property("Group", Intrinsics.collectionType, get: { t, _ in .object(ListObject(own(t)?.members ?? [], type: Intrinsics.collectionType)) }),
            Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
        ])
    }
}

final class GroupObject: Command {
    static let name = "Group-Object"
    static let aliases = ["group"]
    static let property = Parameter<[Value]>("Property", position: 0, help: "What to group by: names, blocks, or tables with Expression.")
    static let noElement = Parameter<Bool>("NoElement", help: "Only counts and names, without the objects.")
    static let asHashTable = Parameter<Bool>("AsHashTable", aliases: ["AHT"], sets: ["HashTable"], help: "One table of the groups in place of group objects.")
    static let asString = Parameter<Bool>("AsString", sets: ["HashTable"], help: "With -AsHashTable: keys are text.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to group.")
    static let culture = Parameter<String>("Culture", help: "The culture whose order counts; the root order serves all.")
    static let caseSensitive = Parameter<Bool>("CaseSensitive", help: "Upper and lower case make different groups.")

    static let declaration = CommandDeclaration(
        synopsis: "Groups objects that have the same value.",
        description:
            "Puts objects together that are equal, or whose properties are. The groups come in the order of their values, those of values of several types as they came.",
        parameters: [noElement, asHashTable, asString, inputObject, property, culture, caseSensitive],
        outputTypes: ["System.Collections.Hashtable", "Microsoft.PowerShell.Commands.GroupInfo"],
        examples: [CommandExample("By length", "'a', 'b', 'cc' | Group-Object Length | ForEach-Object { \"$($_.Name): $($_.Count)\" }", output: "1: 2\n2: 1\n")]
    )

    private var keys: [PropertyExpression] = []
    private var groups: [GroupInfoObject] = []
    private var index = HashTable(.ignoringCase)
    /// The types of the first object's values; groups of values of several types stay as they came.
    private var types: [TypeInfo?] = []
    private var hasSeveralTypes = false

    func begin(_ run: Invocation) throws {
        if run.has(Self.asString), !run.has(Self.asHashTable) {
            throw run.failure("ArgumentException", "-AsString needs -AsHashTable.", type: "System.ArgumentException", category: .invalidArgument)
        }
        keys = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression"], takesWildcards: false, run)
        index = HashTable(run.has(Self.caseSensitive) ? .ordinal : .ignoringCase)
    }

    func process(_ run: Invocation) throws {
        if !run.input.isMissing { return try add(run.input, run) }
        if let given = run[Self.inputObject] { for item in try run.session.elements(of: given) ?? [given] { try add(item, run) } }
    }

    private func add(_ item: Value, _ run: Invocation) throws {
        let session = run.session
        if keys.isEmpty, item.isNull { return }
        let values = keys.isEmpty ? [item] : try keys.map { try $0.key(of: item, run) }
        let ownTypes = values.map { $0.isNull ? nil : $0.unwrapped.type }
        if types.isEmpty { types = ownTypes }
        for (own, first) in zip(ownTypes, types) where own !== first { hasSeveralTypes = true }
        let key: Value
        // Numbers and the text of numbers are equal whatever their type is.
        if values.count == 1, values[0].asArray != nil {
            // Collections have no order, so that all count as equal.
            key = .text("\u{2}")
        } else if values.count == 1, !values[0].isNumber, values[0].asRecord == nil, values[0].asArray == nil {
            key = values[0].unwrapped
        } else {
            key = .text(try values.map { try $0.toText(session) }.joined(separator: "\u{1}"))
        }
        let group: GroupInfoObject
        if let place = index[key]?.asInt64 {
            group = groups[Int(place)]
        } else {
            group = GroupInfoObject(
                values: values, name: try values.map { try $0.toText(session) }.joined(separator: ", "), keepsMembers: !run.has(Self.noElement))
            index.set(key, .int(Int32(groups.count)))
            groups.append(group)
        }
        group.count += 1
        if !run.has(Self.noElement) { group.members.append(item) }
    }

    func end(_ run: Invocation) throws {
        if run.has(Self.asHashTable) {
            if groups.contains(where: { $0.values.count > 1 }), !run.has(Self.asString) {
                throw run.failure(
                    "ArgumentException", "-AsHashTable by several properties needs -AsString.", type: "System.ArgumentException", category: .invalidArgument)
            }
            let table = TableObject(HashTable(run.has(Self.caseSensitive) ? .ordinal : .ignoringCase))
            for group in groups {
                let key: Value = run.has(Self.asString) || group.values.count > 1 ? .text(group.name) : group.values[0]
                if key.isNull { continue }
                table.table.set(key.unwrapped, .object(ListObject(group.members, type: Intrinsics.collectionType)))
            }
            if !groups.isEmpty { try run.write(.object(table)) }
            return
        }
        let order = SortOrder(keys: [], descending: false, ignoreCase: !run.has(Self.caseSensitive), run: run)
        if hasSeveralTypes {
            for group in groups { try run.write(.object(group)) }
            return
        }
        let sorted = groups.indices.sorted { a, b in
            let result = order.compare(groups[a].values, groups[b].values)
            return result != 0 ? result < 0 : a < b
        }
        for place in sorted { try run.write(.object(groups[place])) }
    }
}
