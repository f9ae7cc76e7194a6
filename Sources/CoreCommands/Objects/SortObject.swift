// Sort-Object: in the order of the objects or of their properties, linguistically for text.

import Runtime

/// The order of objects by several keys, each ascending or descending. The keys of all objects lie in one array, those of an
/// object side by side.
struct SortOrder {
    /// How many keys an object has.
    let width: Int
    let ignoreCase: Bool
    let session: Session
    private let descending: [Bool]

    init(keys: [PropertyExpression], descending: Bool, ignoreCase: Bool, _ session: Session) {
        width = max(1, keys.count)
        self.ignoreCase = ignoreCase
        self.session = session
        self.descending =
            keys.isEmpty
            ? [descending]
            : keys.map { key in key.flag("descending", session) ?? key.flag("ascending", session).map { !$0 } ?? descending }
    }

    /// Objects by their own values, smallest first.
    init(width: Int, ignoreCase: Bool, _ session: Session) {
        self.width = width
        self.ignoreCase = ignoreCase
        self.session = session
        descending = Array(repeating: false, count: width)
    }

    /// Negative if the object in place `a` comes before that in place `b`. A missing value stands for an object without the property.
    func compare(_ a: Int, _ b: Int, _ keys: [Value]) -> Int {
        for i in 0..<width {
            let x = keys[a * width + i], y = keys[b * width + i]
            // An object without the property is last either way.
            if x.isMissing != y.isMissing { return x.isMissing ? 1 : -1 }
            let order = one(x, y)
            if order != 0 { return descending[i] ? -order : order }
        }
        return 0
    }

    var isDescending: Bool { descending[0] }

    /// Values of types that do not compare are ordered by their text.
    private func one(_ a: Value, _ b: Value) -> Int {
        if case .int(let x) = a, case .int(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
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
        let order = SortOrder(keys: keys, descending: run.has(Self.descending), ignoreCase: !run.has(Self.caseSensitive), run.session)
        let values = try values(keys, run)
        var places = ranked(order, values, run)[...]
        if run.has(Self.unique) {
            var kept: [Int] = []
            for place in places where kept.isEmpty || order.compare(kept[kept.count - 1], place, values) != 0 { kept.append(place) }
            places = kept[...]
        }
        if let top = run[Self.top] { places = places.prefix(top) }
        if let bottom = run[Self.bottom] { places = places.suffix(bottom) }
        for place in places { try run.write(items[place]) }
    }

    /// The values the objects are ordered by, computed once for each.
    private func values(_ keys: [PropertyExpression], _ run: Invocation) throws -> [Value] {
        if keys.isEmpty { return items }
        var values: [Value] = []
        values.reserveCapacity(items.count * keys.count)
        var seen = keys.map { PropertyPlace(Text($0.block == nil ? $0.name ?? "" : "")) }
        for item in items {
            for (i, key) in keys.enumerated() {
                if key.block == nil, let value = seen[i].value(in: item) {
                    values.append(value)
                    continue
                }
                let value = try key.key(of: item, run)
                if value.isNull, let name = key.name, try !run.session.hasProperty(item, name) { values.append(.missing) } else { values.append(value) }
            }
        }
        return values
    }

    /// Without -Stable equal objects may change places, in the way they do in the reference.
    private func ranked(_ order: SortOrder, _ values: [Value], _ run: Invocation) -> [Int] {
        var places = Array(items.indices)
        let keepsOrder = run.has(Self.stable) || run.isBound(Self.top) || run.isBound(Self.bottom)
        func sort(_ compare: (Int, Int) -> Int) {
            if keepsOrder {
                places.sort {
                    let result = compare($0, $1)
                    return result != 0 ? result < 0 : $0 < $1
                }
            } else {
                IntrospectiveSort.sort(&places, compare)
            }
        }
        if order.width == 1, let numbers = integers(values) {
            numbers.withUnsafeBufferPointer { numbers in
                func compare(_ x: Int64, _ y: Int64) -> Int { x < y ? -1 : x > y ? 1 : 0 }
                if order.isDescending { sort { compare(numbers[$1], numbers[$0]) } } else { sort { compare(numbers[$0], numbers[$1]) } }
            }
        } else {
            sort { order.compare($0, $1, values) }
        }
        return places
    }

    /// The keys as integers, if all of them are.
    private func integers(_ values: [Value]) -> [Int64]? {
        var numbers: [Int64] = []
        numbers.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .int(let number): numbers.append(Int64(number))
            case .long(let number): numbers.append(number)
            default: return nil
            }
        }
        return numbers
    }
}
