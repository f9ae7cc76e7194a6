// Measure-Object: how many, how much, how long.

import Runtime

/// What `Measure-Object` writes about numbers, or about text.
public final class MeasureInfoObject: Box, @unchecked Sendable {
    public enum Kind { case generic, objects, text }
    public let kindOfMeasure: Kind
    public let values: [(String, Value)]
    init(_ kind: Kind, _ values: [(String, Value)]) { kindOfMeasure = kind; self.values = values }
    public override var type: TypeInfo {
        switch kindOfMeasure {
        case .generic: MeasureInfoObject.generic
        case .objects: MeasureInfoObject.objects
        case .text: MeasureInfoObject.text
        }
    }
    static let base = TypeInfo("Microsoft.PowerShell.Commands.MeasureInfo", base: .object)
    public static let generic = TypeInfo("Microsoft.PowerShell.Commands.GenericMeasureInfo", base: base)
    public static let objects = TypeInfo("Microsoft.PowerShell.Commands.GenericObjectMeasureInfo", base: base)
    public static let text = TypeInfo("Microsoft.PowerShell.Commands.TextMeasureInfo", base: base)

    private static func table(_ names: [String]) -> MemberTable {
        MemberTable(
            properties: names.map { name in
                Property(name, .object, get: { t, _ in (t.object as? MeasureInfoObject)?.values.first { $0.0 == name }?.1 ?? .null })
            })
    }
    static let known = [
        KnownType(generic) { table(["Count", "Average", "Sum", "Maximum", "Minimum", "StandardDeviation", "Property"]) },
        KnownType(objects) { table(["Count", "Average", "Sum", "Maximum", "Minimum", "StandardDeviation", "Property"]) },
        KnownType(text) { table(["Lines", "Words", "Characters", "Property"]) },
    ]
}

final class MeasureObject: Command {
    static let name = "Measure-Object"
    static let aliases = ["measure"]
    static let property = Parameter<[Value]>(
        "Property", position: 0, validations: [.notNullOrEmpty], help: "The properties to measure; without it the objects themselves.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to measure.")
    static let deviation = Parameter<Bool>("StandardDeviation", sets: ["GenericMeasure"], help: "The standard deviation of the sample.")
    static let sum = Parameter<Bool>("Sum", sets: ["GenericMeasure"], help: "The sum.")
    static let allStats = Parameter<Bool>("AllStats", sets: ["GenericMeasure"], help: "All of them.")
    static let average = Parameter<Bool>("Average", sets: ["GenericMeasure"], help: "The mean.")
    static let maximum = Parameter<Bool>("Maximum", sets: ["GenericMeasure"], help: "The largest value.")
    static let minimum = Parameter<Bool>("Minimum", sets: ["GenericMeasure"], help: "The smallest value.")
    static let line = Parameter<Bool>("Line", sets: ["TextMeasure"], help: "Counts lines.")
    static let word = Parameter<Bool>("Word", sets: ["TextMeasure"], help: "Counts words.")
    static let character = Parameter<Bool>("Character", sets: ["TextMeasure"], help: "Counts characters.")
    static let ignoreWhiteSpace = Parameter<Bool>("IgnoreWhiteSpace", sets: ["TextMeasure"], help: "White space does not count as characters.")

    static let declaration = CommandDeclaration(
        synopsis: "Counts objects and sums up their values.",
        description: "Counts the objects; with switches also gives sum, mean, extremes and deviation of numbers, or lines, words and characters of text.",
        parameters: [property, inputObject, deviation, sum, allStats, average, maximum, minimum, line, word, character, ignoreWhiteSpace],
        defaultSet: "GenericMeasure",
        outputTypes: [
            "Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.TextMeasureInfo",
            "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo",
        ],
        examples: [CommandExample("A sum", "(1..4 | Measure-Object -Sum).Sum", output: "10\n")])

    private struct Tally {
        var count = 0
        /// Something that is not a number was among them: no sums.
        var hasOthers = false
        var sum = 0.0
        var squares = 0.0
        var mean = 0.0
        var largest: Value = .missing
        var smallest: Value = .missing
        var lines = 0, words = 0, characters = 0
    }
    private var names: [String] = []
    private var order: [String] = []
    private var tallies: [String: Tally] = [:]
    private var total = Tally()
    private var blocks: [PropertyExpression] = []

    private func wants(_ one: Parameter<Bool>, _ run: Invocation) -> Bool { run.has(one) || run.has(Self.allStats) }
    private func isText(_ run: Invocation) -> Bool { run.has(Self.line) || run.has(Self.word) || run.has(Self.character) }

    /// What is asked for, read once rather than for each object.
    private var countsText = false, wantsSums = false, wantsMaximum = false, wantsMinimum = false

    func begin(_ run: Invocation) throws {
        blocks = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression"], run)
        countsText = isText(run)
        wantsSums = wants(Self.sum, run) || wants(Self.average, run) || wants(Self.deviation, run)
        wantsMaximum = wants(Self.maximum, run)
        wantsMinimum = wants(Self.minimum, run)
    }

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if item.isNull { return }
        if blocks.isEmpty { return try add(item, to: &total, run) }
        for property in blocks {
            if property.block != nil {
                try count(property.label, try property.value(of: item, run), run)
                continue
            }
            guard let name = property.name else { continue }
            let found =
                property.isWildcard
                ? try run.session.propertyNames(of: item).filter { WildcardName.matches($0, name) } : try run.session.hasProperty(item, name) ? [name] : []
            for one in found { try count(one, try run.session.property(of: item, one, run.scope), run) }
        }
    }

    private func count(_ name: String, _ value: Value, _ run: Invocation) throws {
        if value.isNull { return }
        if tallies[name] == nil { order.append(name) }
        var tally = tallies[name] ?? Tally()
        try add(value, to: &tally, run)
        tallies[name] = tally
    }

    private func add(_ value: Value, to tally: inout Tally, _ run: Invocation) throws {
        tally.count += 1
        if countsText { return measure(try value.toText(run.session), &tally, run) }
        if wantsSums {
            guard let number = try number(value, run) else {
                tally.hasOthers = true
                return try run.writeError(
                    "NonNumericInputObject", "Input object \"\(try value.toText(run.session))\" is not numeric.",
                    type: "System.Management.Automation.PSInvalidCastException", category: .invalidType, target: value)
            }
            tally.sum += number
            let delta = number - tally.mean
            tally.mean += delta / Double(tally.count)
            tally.squares += delta * (number - tally.mean)
        }
        if wantsMaximum, try tally.largest.isMissing || order(value, tally.largest, run) > 0 { tally.largest = value }
        if wantsMinimum, try tally.smallest.isMissing || order(value, tally.smallest, run) < 0 { tally.smallest = value }
    }

    private func number(_ value: Value, _ run: Invocation) throws -> Double? {
        if case .int(let number) = value { return Double(number) }
        if value.asString != nil || value.isNumber || value.asEnumeration != nil { return run.session.converted(value, to: .double)?.asDouble }
        if case .bool(let flag) = value.unwrapped { return flag ? 1 : 0 }
        return nil
    }

    private func order(_ a: Value, _ b: Value, _ run: Invocation) throws -> Int {
        if let x = try number(a, run), let y = try number(b, run) { return x < y ? -1 : x > y ? 1 : 0 }
        return (try? run.session.compare(a, b)) ?? 0
    }

    private func measure(_ text: String, _ tally: inout Tally, _ run: Invocation) {
        tally.lines += text.isEmpty ? 0 : text.utf8.split(separator: 10, omittingEmptySubsequences: false).count
        tally.words += text.split { $0.isWhitespace }.count
        tally.characters += run.has(Self.ignoreWhiteSpace) ? text.unicodeScalars.filter { !$0.properties.isWhitespace }.count : text.utf16.count
    }

    func end(_ run: Invocation) throws {
        if blocks.isEmpty { return try write(total, nil, run) }
        for name in order { if let tally = tallies[name] { try write(tally, name, run) } }
        for property in blocks where !property.isWildcard && property.block == nil && !order.contains(where: { $0.equalsIgnoringCase(property.label) }) {
            if run.session.strictModeVersion(run.scope) > 0 {
                try run.writeError(
                    "GenericMeasurePropertyNotFound", "The property \"\(property.label)\" cannot be found in the input for any objects.",
                    type: "System.Management.Automation.PSArgumentException", category: .invalidArgument)
            }
        }
    }

    private func write(_ tally: Tally, _ property: String?, _ run: Invocation) throws {
        let name: Value = property.map { .text($0) } ?? .null
        if isText(run) {
            func shown(_ one: Parameter<Bool>, _ count: Int) -> Value { run.has(one) ? .int(Int32(count)) : .null }
            return try run.write(
                .object(
                    MeasureInfoObject(
                        .text,
                        [
                            ("Lines", shown(Self.line, tally.lines)), ("Words", shown(Self.word, tally.words)),
                            ("Characters", shown(Self.character, tally.characters)), ("Property", name),
                        ])))
        }
        let isNumeric = [tally.largest, tally.smallest].allSatisfy { $0.isMissing || (try? number($0, run)) ?? nil != nil }
        func extreme(_ value: Value) throws -> Value { value.isMissing ? .null : isNumeric ? .double(try number(value, run) ?? 0) : value }
        let deviation: Value =
            wants(Self.deviation, run) ? (tally.count < 2 ? .double(0) : .double((tally.squares / Double(tally.count - 1)).squareRoot())) : .null
        try run.write(
            .object(
                MeasureInfoObject(
                    isNumeric ? .generic : .objects,
                    [
                        ("Count", .int(Int32(tally.count))),
                        ("Average", wants(Self.average, run) && tally.count > 0 && !tally.hasOthers ? .double(tally.sum / Double(tally.count)) : .null),
                        ("Sum", wants(Self.sum, run) && !tally.hasOthers ? .double(tally.sum) : .null),
                        ("Maximum", try extreme(tally.largest)), ("Minimum", try extreme(tally.smallest)), ("StandardDeviation", deviation), ("Property", name),
                    ])))
    }
}
