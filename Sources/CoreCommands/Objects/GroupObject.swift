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
    /// Where records have the one property that is asked for.
    private var place: PropertyPlace?
    private var keepsMembers = true

    func begin(_ run: Invocation) throws {
        if run.has(Self.asString), !run.has(Self.asHashTable) {
            throw run.failure("ArgumentException", "-AsString needs -AsHashTable.", type: "System.ArgumentException", category: .invalidArgument)
        }
        keys = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression"], takesWildcards: false, run)
        if keys.count == 1, keys[0].block == nil { place = PropertyPlace(Text(keys[0].name ?? "")) }
        keepsMembers = !run.has(Self.noElement)
        index = HashTable(run.has(Self.caseSensitive) ? .ordinal : .ignoringCase)
    }

    func process(_ run: Invocation) throws {
        if !run.input.isMissing { return try add(run.input, run) }
        if let given = run[Self.inputObject] { for item in try run.session.elements(of: given) ?? [given] { try add(item, run) } }
    }

    private func add(_ item: Value, _ run: Invocation) throws {
        if keys.isEmpty, item.isNull { return }
        if keys.count > 1 {
            let values = try keys.map { try $0.key(of: item, run) }
            for (i, value) in values.enumerated() { note(value, at: i) }
            return try put(item, .text(try values.map { try $0.toText(run.session) }.joined(separator: "\u{1}")), values, run)
        }
        let value = keys.isEmpty ? item : try place?.value(in: item) ?? keys[0].key(of: item, run)
        note(value, at: 0)
        // Collections have no order, so that all count as equal. Numbers and the text of numbers are equal whatever their type is.
        let isText = value.isNumber || value.asRecord != nil
        try put(item, value.asArray != nil ? .text("\u{2}") : isText ? .text(try value.toText(run.session)) : value.unwrapped, [value], run)
    }

    private func note(_ value: Value, at place: Int) {
        let type = value.isNull ? nil : value.unwrapped.type
        if place == types.count { types.append(type) } else if types[place] !== type { hasSeveralTypes = true }
    }

    private func put(_ item: Value, _ key: Value, _ values: @autoclosure () -> [Value], _ run: Invocation) throws {
        let group: GroupInfoObject
        if let place = index[key]?.asInt64 {
            group = groups[Int(place)]
        } else {
            let values = values()
            group = GroupInfoObject(
                values: values, name: try values.map { try $0.toText(run.session) }.joined(separator: ", "), keepsMembers: keepsMembers)
            index.set(key, .int(Int32(groups.count)))
            groups.append(group)
        }
        group.count += 1
        if keepsMembers { group.members.append(item) }
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
        let order = SortOrder(width: groups.first?.values.count ?? 1, ignoreCase: !run.has(Self.caseSensitive), run.session)
        if hasSeveralTypes {
            for group in groups { try run.write(.object(group)) }
            return
        }
        let values = groups.flatMap(\.values)
        let sorted = groups.indices.sorted { a, b in
            let result = order.compare(a, b, values)
            return result != 0 ? result < 0 : a < b
        }
        for place in sorted { try run.write(.object(groups[place])) }
    }
}
