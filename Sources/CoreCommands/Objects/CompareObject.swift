// Compare-Object: what only one of two collections has.

import Runtime

final class CompareObject: Command {
    static let name = "Compare-Object"
    static let aliases: [String] = []
    static let reference = Parameter<[Value]>(
        "ReferenceObject", position: 0, mandatory: true, allowsEmptyCollection: true, help: "The objects to compare with.")
    static let difference = Parameter<[Value]>(
        "DifferenceObject", position: 1, mandatory: true, pipeline: true, allowsEmptyCollection: true, help: "The objects to compare.")
    static let syncWindow = Parameter<Int>("SyncWindow", validations: [.range(0, .int(.max))], help: "How far apart equal objects may stand.")
    static let property = Parameter<[Value]>("Property", help: "The properties to compare.")
    static let excludeDifferent = Parameter<Bool>("ExcludeDifferent", help: "Only what both have.")
    static let includeEqual = Parameter<Bool>("IncludeEqual", help: "Also what both have.")
    static let passThru = Parameter<Bool>("PassThru", help: "The objects themselves, with a note SideIndicator.")
    static let culture = Parameter<String>("Culture", help: "The culture whose order counts; the root order serves all.")
    static let caseSensitive = Parameter<Bool>("CaseSensitive", help: "Upper and lower case differ.")

    static let declaration = CommandDeclaration(
        synopsis: "Compares two collections.",
        description: "Writes what stands only on the left (<=) or only on the right (=>), and with -IncludeEqual what stands in both (==).",
        parameters: [reference, difference, syncWindow, property, excludeDifferent, includeEqual, passThru, culture, caseSensitive],
        examples: [
            CommandExample("Two lists", "Compare-Object 1, 2 2, 3 | ForEach-Object { \"$($_.InputObject) $($_.SideIndicator)\" }", output: "3 =>\n1 <=\n")
        ])

    private var right: [Value] = []
    private var keys: [PropertyExpression] = []

    func begin(_ run: Invocation) throws { keys = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression"], run) }

    func process(_ run: Invocation) throws { right += run[Self.difference] ?? [] }

    func end(_ run: Invocation) throws {
        let left = run[Self.reference] ?? []
        let window = run[Self.syncWindow] ?? Int.max
        let leftKeys = try left.map { try values($0, run) }, rightKeys = try right.map { try values($0, run) }
        var leftTaken = [Bool](repeating: false, count: left.count), rightTaken = [Bool](repeating: false, count: right.count)
        var equal: [Int] = []
        for i in left.indices {
            let from = window == Int.max ? 0 : max(0, i - window), to = window == Int.max ? right.count : min(right.count, i + window + 1)
            for j in stride(from: from, to: to, by: 1) where !rightTaken[j] {
                if try isSame(leftKeys[i], rightKeys[j], run) {
                    leftTaken[i] = true
                    rightTaken[j] = true
                    equal.append(i)
                    break
                }
            }
        }
        let showsEqual = run.has(Self.includeEqual) || run.has(Self.excludeDifferent)
        if showsEqual { for i in equal { try write(left[i], "==", run) } }
        if run.has(Self.excludeDifferent) { return }
        for j in right.indices where !rightTaken[j] { try write(right[j], "=>", run) }
        for i in left.indices where !leftTaken[i] { try write(left[i], "<=", run) }
    }

    private func values(_ item: Value, _ run: Invocation) throws -> [Value] {
        if !keys.isEmpty { return try keys.map { try $0.value(of: item, run) } }
        return [item]
    }

    private func isSame(_ a: [Value], _ b: [Value], _ run: Invocation) throws -> Bool {
        let session = run.session, ignoreCase = !run.has(Self.caseSensitive)
        for i in a.indices {
            let x = a[i], y = b[i]
            if x.isNull || y.isNull {
                if x.isNull != y.isNull { return false }
                continue
            }
            // Objects that do not compare are compared by their text.
            if x.asRecord != nil || y.asRecord != nil {
                if try !session.areEqual(.text(x.toText(session)), .text(y.toText(session)), ignoreCase: ignoreCase) { return false }
            } else if try !session.areEqual(x, y, ignoreCase: ignoreCase) {
                return false
            }
        }
        return true
    }

    private func write(_ item: Value, _ side: String, _ run: Invocation) throws {
        let session = run.session
        if run.has(Self.passThru) { return try run.write(session.add(AddedMember("SideIndicator", .note(.text(side))), to: item)) }
        let record = Record(shape: session.emptyShape, values: [])
        if keys.isEmpty {
            record.set(Text("InputObject"), item)
        } else {
            for key in keys { record.set(Text(key.label), try key.value(of: item, run)) }
        }
        record.set(Text("SideIndicator"), .text(side))
        try run.write(.object(record))
    }
}
