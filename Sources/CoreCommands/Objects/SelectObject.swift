// Select-Object: some properties of objects, some objects of many.

import Runtime

final class SelectObject: Command {
    static let name = "Select-Object"
    static let aliases = ["select"]
    private static let ranged = ["DefaultParameter", "SkipLastParameter"]
    private static let nonNegative: [Validation] = [.range(0, .int(.max))]
    static let property = Parameter<[Value]>(
        "Property", position: 0, sets: ranged, help: "Properties to keep: names, wildcards, blocks, or tables with Name and Expression.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to select from.")
    static let excludeProperty = Parameter<[String]>("ExcludeProperty", sets: ranged, help: "Properties to leave out; wildcards allowed.")
    static let expandProperty = Parameter<String>(
        "ExpandProperty", sets: ranged, help: "A property whose value is written in place of the object, element by element.")
    static let unique = Parameter<Bool>("Unique", help: "Each distinct object once.")
    static let caseInsensitive = Parameter<Bool>("CaseInsensitive", help: "With -Unique: text that differs only in case counts as equal.")
    static let last = Parameter<Int>("Last", sets: ["DefaultParameter"], validations: nonNegative, help: "How many objects from the end.")
    static let first = Parameter<Int>(
        "First", sets: ["DefaultParameter"], validations: nonNegative,
        help: "How many objects from the beginning; what comes before in the pipeline is stopped then.")
    static let skip = Parameter<Int>("Skip", sets: ranged, validations: nonNegative, help: "How many objects to leave out before selecting.")
    static let skipLast = Parameter<Int>("SkipLast", sets: ["SkipLastParameter"], validations: nonNegative, help: "How many objects to leave out at the end.")
    static let wait = Parameter<Bool>(
        "Wait", sets: ["DefaultParameter", "IndexParameter"], help: "Lets the pipeline run to its end although enough has been selected.")
    static let index = Parameter<[Int]>("Index", sets: ["IndexParameter"], validations: nonNegative, help: "Places of the objects to select, from 0.")
    static let skipIndex = Parameter<[Int]>(
        "SkipIndex", sets: ["SkipIndexParameter"], validations: nonNegative, help: "Places of the objects to leave out, from 0.")

    static let declaration = CommandDeclaration(
        synopsis: "Selects objects, or properties of objects.",
        description:
            "With -Property makes new objects with the properties named, calculated ones among them. With -First, -Last, -Skip and -Index selects some of the objects; with -Unique each distinct one once.",
        parameters: [inputObject, property, excludeProperty, expandProperty, unique, caseInsensitive, last, first, skip, skipLast, wait, index, skipIndex],
        defaultSet: "DefaultParameter",
        examples: [
            CommandExample("The first two", "1..5 | Select-Object -First 2", output: "1\n2\n"),
            CommandExample("Expanding a property", "[pscustomobject]@{Name = 'lobby'; Seats = 3} | Select-Object -ExpandProperty Name", output: "lobby\n"),
        ])

    private var properties: [PropertyExpression] = []
    private var excluded: [String] = []
    private var seen: KeyedList<Value>?
    private var seenShape: Shape?
    private var count = 0
    private var taken = 0
    private var held: [Value] = []
    private var heldStart = 0
    private var indices: Set<Int> = []

    func begin(_ run: Invocation) throws {
        properties = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression", "label"], run)
        excluded = run[Self.excludeProperty] ?? []
        if !excluded.isEmpty, properties.isEmpty, !run.isBound(Self.expandProperty) {
            properties = [PropertyExpression(label: "*", block: nil, name: "*", options: [:], hasOwnLabel: false)]
        }
        indices = Set(run[Self.index] ?? run[Self.skipIndex] ?? [])
    }

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if item.isNull { return }
        defer { count += 1 }
        if run.isBound(Self.index) {
            if indices.contains(count) { try emit(item, run) }
            if !run.has(Self.wait), count >= indices.max() ?? -1 { try run.stopUpstream() }
            return
        }
        if run.isBound(Self.skipIndex) {
            if !indices.contains(count) { try emit(item, run) }
            return
        }
        let skip = run[Self.skip] ?? 0
        if let skipLast = run[Self.skipLast] {
            if count < skip { return }
            held.append(item)
            if held.count - heldStart > skipLast {
                try emit(held[heldStart], run)
                heldStart += 1
            }
            return
        }
        if let last = run[Self.last] {
            if let first = run[Self.first], taken < first, count >= skip {
                taken += 1
                return try emit(item, run)
            }
            held.append(item)
            if held.count > (last + skip) * 2 + 64 { held.removeFirst(held.count - last - skip) }
            return
        }
        if count < skip { return }
        if let first = run[Self.first] {
            if taken >= first { return try stop(run) }
            taken += 1
            try emit(item, run)
            if taken >= first { try stop(run) }
            return
        }
        try emit(item, run)
    }

    private func stop(_ run: Invocation) throws { if !run.has(Self.wait) { try run.stopUpstream() } }

    func end(_ run: Invocation) throws {
        guard let last = run[Self.last] else { return }
        let skip = run.isBound(Self.first) ? 0 : run[Self.skip] ?? 0
        let available = held.dropLast(min(skip, held.count))
        for item in available.suffix(last) { try emit(item, run) }
    }

    // MARK: One object

    private func emit(_ item: Value, _ run: Invocation) throws {
        if let name = run[Self.expandProperty] { return try expand(item, name, run) }
        try write(properties.isEmpty ? item : .object(try selected(item, run)), run)
    }

    private func write(_ value: Value, _ run: Invocation) throws {
        if run.has(Self.unique) {
            // A record is what its values are, if all have them in the same order.
            var values = [value]
            if let record = value.asRecord {
                if seenShape == nil { seenShape = record.shape }
                if record.shape === seenShape, !record.shape.hasActiveMembers { values = [.null] + (0..<record.count).map { record[$0] } }
            }
            try run.session.checkCancelled()
            var known = seen ?? KeyedList(ignoreCase: run.has(Self.caseInsensitive))
            seen = nil
            defer { seen = known }
            if try known.place(of: values, { try isSame($0, value, run) }) != nil { return }
            known.append(value, values)
        }
        try run.write(value)
    }

    private func isSame(_ a: Value, _ b: Value, _ run: Invocation) throws -> Bool {
        let session = run.session
        let ignoreCase = run.has(Self.caseInsensitive)
        guard let x = a.asRecord, let y = b.asRecord else {
            return try session.areEqual(a, b, ignoreCase: ignoreCase)
        }
        guard x.count == y.count else { return false }
        for i in 0..<x.count where try !session.areEqual(x[i], y[x.shape.names[i].string] ?? .null, ignoreCase: ignoreCase) { return false }
        return true
    }

    private func isExcluded(_ name: String) -> Bool { excluded.contains { WildcardName.matches(name, $0) } }

    private func selected(_ item: Value, _ run: Invocation) throws -> Record {
        let session = run.session
        let record = Record(shape: session.emptyShape, values: [])
        for property in properties {
            if property.isWildcard, let pattern = property.name {
                if let table = item.asTable, !isOrdered(item) {
                    for (key, value) in table.table.pairs {
                        let name = try key.toText(session)
                        if WildcardName.matches(name, pattern), !isExcluded(name), record[name] == nil { record.set(Text(name), value) }
                    }
                    continue
                }
                for name in try session.propertyNames(of: item) where WildcardName.matches(name, pattern) && !isExcluded(name) && record[name] == nil {
                    record.set(Text(name), try session.property(of: item, name, run.scope))
                }
                continue
            }
            if isExcluded(property.label) { continue }
            // The name of a set stands for the properties in it.
            if !property.hasOwnLabel, let name = property.name, case .propertySet(let names)? = session.content(of: item, name) {
                for name in names where record[name] == nil { record.set(Text(name), try session.property(of: item, name, run.scope)) }
                continue
            }
            if record[property.label] != nil {
                try run.writeError(
                    "AlreadyExistingUserSpecifiedPropertyNoExpand",
                    "The property cannot be processed because the property \"\(property.label)\" already exists.",
                    type: "System.Management.Automation.PSArgumentException", category: .invalidOperation, target: item)
                continue
            }
            var value = try isOrdered(item) && property.block == nil ? ownOnly(property.name ?? "", item, run) ?? .null : property.value(of: item, run)
            if value.isAbsent { value = .null }
            record.set(Text(try spelled(property, item, session)), value)
        }
        let origin = session.typeNames(of: item).first ?? "System.Object"
        record.setTypeNames(["Selected." + origin])
        return record
    }

    /// The entries of an ordered dictionary are no properties here, as those of a hashtable are.
    private func isOrdered(_ item: Value) -> Bool { item.asTable.map { $0.type.code == .orderedDictionary } ?? false }
    private func ownOnly(_ name: String, _ item: Value, _ run: Invocation) throws -> Value? {
        guard case .property(let property)? = run.session.types.member(of: item.unwrapped.type, name) else { return nil }
        return try property.get(item.unwrapped, run.session)
    }

    /// A plain name takes the spelling the object has.
    private func spelled(_ property: PropertyExpression, _ item: Value, _ session: Session) throws -> String {
        guard let name = property.name, !property.hasOwnLabel else { return property.label }
        if let record = item.asRecord, let index = record.shape.index(of: name) { return record.shape.names[index].string }
        if let adapter = item.object?.adapter { return adapter.adaptedNames.first { $0.equalsIgnoringCase(name) } ?? property.label }
        if case .property(let found)? = session.types.member(of: item.unwrapped.type, name) { return found.name }
        return property.label
    }

    private func expand(_ item: Value, _ name: String, _ run: Invocation) throws {
        let session = run.session
        var names = [name]
        if WildcardName.isWildcard(name) { names = try session.propertyNames(of: item).filter { WildcardName.matches($0, name) } }
        guard names.count == 1, try isOrdered(item) ? ownOnly(names[0], item, run) != nil : session.hasProperty(item, names[0]) else {
            return try run.writeError(
                "ExpandPropertyNotFound", "Property \"\(name)\" cannot be found.", type: "System.Management.Automation.PSArgumentException",
                category: .invalidArgument, target: item)
        }
        let value = try session.property(of: item, names[0], run.scope)
        for element in try session.elements(of: value) ?? [value] {
            var output = element
            for property in properties {
                guard let record = (element.asRecord ?? nil) else {
                    output = session.add(AddedMember(property.label, .note(try property.value(of: item, run))), to: output)
                    continue
                }
                record.set(Text(property.label), try property.value(of: item, run))
            }
            try write(output, run)
        }
    }
}
