// Sort-Object: in the order of the objects or of their properties, linguistically for text.

import Runtime

/// The order of objects by several keys, each ascending or descending.
struct SortOrder {
    let keys: [PropertyExpression]
    let descending: Bool
    let ignoreCase: Bool
    let run: Invocation

    /// The values an object is ordered by.
    func values(of item: Value) throws -> [Value] {
        if keys.isEmpty { return [item] }
        return try keys.map { key in
            let value = try key.key(of: item, run)
            if value.isNull, let name = key.name, try !run.session.hasProperty(item, name) { return .missing }
            return value
        }
    }

    private func isDescending(_ index: Int) -> Bool {
        guard index < keys.count else { return descending }
        if let own = keys[index].flag("descending", run.session) { return own }
        if let own = keys[index].flag("ascending", run.session) { return !own }
        return descending
    }

    func compare(_ a: [Value], _ b: [Value]) -> Int {
        for i in a.indices {
            // An object without the property is last either way.
            if a[i].isMissing != b[i].isMissing { return a[i].isMissing ? 1 : -1 }
            let order = one(a[i], b[i])
            if order != 0 { return isDescending(i) ? -order : order }
        }
        return 0
    }

    /// Values of types that do not compare are ordered by their text.
    private func one(_ a: Value, _ b: Value) -> Int {
        if case .int(let x) = a, case .int(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
        let session = run.session
        if a.isNull || b.isNull { return a.isNull ? (b.isNull ? 0 : -1) : 1 }
        if let order = try? session.compare(a, b, ignoreCase: ignoreCase) { return order }
        let x = (try? a.toText(session)) ?? "", y = (try? b.toText(session)) ?? ""
        return (try? session.compare(.text(x), .text(y), ignoreCase: ignoreCase)) ?? 0
    }
}

final class SortObject: Command {
    static let name = "Sort-Object"
    static let aliases: [String] = []
    static let property = Parameter<[Value]>(
        "Property", position: 0, help: "What to order by: names, blocks, or tables with Expression and Descending or Ascending.")
    static let stable = Parameter<Bool>("Stable", sets: ["Default"], help: "Objects that compare as equal keep their order.")
    static let descending = Parameter<Bool>("Descending", help: "The largest first.")
    static let unique = Parameter<Bool>("Unique", help: "One object for each distinct value.")
    static let top = Parameter<Int>(
        "Top", mandatory: true, sets: ["Top"], validations: [.range(1, .int(.max))], help: "How many objects from the beginning of the order.")
    static let bottom = Parameter<Int>(
        "Bottom", mandatory: true, sets: ["Bottom"], validations: [.range(1, .int(.max))], help: "How many objects from the end of the order.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to sort.")
    static let culture = Parameter<String>("Culture", help: "The culture whose order counts; the root order serves all.")
    static let caseSensitive = Parameter<Bool>("CaseSensitive", help: "Upper and lower case differ, lower first.")

    static let declaration = CommandDeclaration(
        synopsis: "Sorts objects.",
        description:
            "Sorts by the objects themselves or by properties and expressions. With -Stable objects that compare as equal keep their order. Text is ordered as people order it, not by code points.",
        parameters: [property, stable, descending, unique, top, bottom, inputObject, culture, caseSensitive], defaultSet: "Default",
        examples: [
            CommandExample("Numbers", "3, 1, 2 | Sort-Object", output: "1\n2\n3\n"),
            CommandExample("By an expression, largest first", "'room', 'lobby', 'hq' | Sort-Object { $_.Length } -Descending", output: "lobby\nroom\nhq\n"),
        ])

    private var items: [Value] = []

    func process(_ run: Invocation) throws {
        if !run.input.isMissing {
            if !run.input.isNull { items.append(run.input) }
        } else if let given = run[Self.inputObject] {
            items += try run.session.elements(of: given) ?? [given]
        }
    }

    func end(_ run: Invocation) throws {
        let keys = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression", "ascending", "descending", "label"], run)
        let order = SortOrder(keys: keys, descending: run.has(Self.descending), ignoreCase: !run.has(Self.caseSensitive), run: run)
        var sorted = try ranked(order, run)
        if run.has(Self.unique) {
            var kept: [(key: [Value], item: Value)] = []
            for entry in sorted where kept.isEmpty || order.compare(kept[kept.count - 1].key, entry.key) != 0 { kept.append(entry) }
            sorted = kept
        }
        if let top = run[Self.top] { sorted = Array(sorted.prefix(top)) }
        if let bottom = run[Self.bottom] { sorted = Array(sorted.suffix(bottom)) }
        for entry in sorted { try run.write(entry.item) }
    }

    /// The keys are computed once for each object, and places are sorted. Without -Stable equal objects may change places,
    /// in the way they do in the reference.
    private func ranked(_ order: SortOrder, _ run: Invocation) throws -> [(key: [Value], item: Value)] {
        let entries = try items.map { (key: try order.values(of: $0), item: $0) }
        var places = Array(entries.indices)
        let keepsOrder = run.has(Self.stable) || run.isBound(Self.top) || run.isBound(Self.bottom)
        func sort(_ precedes: (Int, Int) -> Bool) {
            if keepsOrder {
                places.sort { precedes($0, $1) || ($0 < $1 && !precedes($1, $0)) }
            } else {
                IntrospectiveSort.sort(&places, precedes)
            }
        }
        if order.keys.count <= 1, let numbers = integers(entries) {
            let down = order.compare([.int(0)], [.int(1)]) > 0
            sort { down ? numbers[$0] > numbers[$1] : numbers[$0] < numbers[$1] }
        } else {
            sort { order.compare(entries[$0].key, entries[$1].key) < 0 }
        }
        return places.map { entries[$0] }
    }

    /// The keys as integers, if all of them are.
    private func integers(_ entries: [(key: [Value], item: Value)]) -> [Int64]? {
        var numbers: [Int64] = []
        numbers.reserveCapacity(entries.count)
        for entry in entries {
            switch entry.key[0] {
            case .int(let number): numbers.append(Int64(number))
            case .long(let number): numbers.append(number)
            default: return nil
            }
        }
        return numbers
    }
}
