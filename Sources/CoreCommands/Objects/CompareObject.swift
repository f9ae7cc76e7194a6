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

    func begin(_ run: Invocation) throws {
        keys = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression"], takesWildcards: false, run)
    }

    func process(_ run: Invocation) throws { right += run[Self.difference] ?? [] }

    /// An object with the values that count.
    private struct Entry {
        let item: Value
        let keys: [Value]
    }

    /// Both sides are walked together; what finds no partner waits as long as the window allows.
    func end(_ run: Invocation) throws {
        let left = run[Self.reference] ?? []
        let window = run[Self.syncWindow] ?? Int.max
        let hidesDifferent = run.has(Self.excludeDifferent)
        let showsEqual = run.has(Self.includeEqual) || hidesDifferent && !run.isBound(Self.includeEqual)
        var waitingLeft = KeyedList<Entry>(ignoreCase: !run.has(Self.caseSensitive)), waitingRight = waitingLeft
        func take(_ entry: Entry, from waiting: inout KeyedList<Entry>) throws -> Entry? {
            try run.session.checkCancelled()
            return try waiting.place(of: entry.keys) { try isSame($0.keys, entry.keys, run) }.flatMap { waiting.remove(at: $0) }
        }
        func show(_ entry: Entry, _ side: String) throws { if side == "==" ? showsEqual : !hidesDifferent { try write(entry.item, side, run) } }
        func wait(_ entry: Entry, in waiting: inout KeyedList<Entry>, _ side: String) throws {
            if window == 0 { return try show(entry, side) }
            while waiting.count >= window, let first = waiting.removeFirst() { try show(first, side) }
            waiting.append(entry, entry.keys)
        }
        for i in 0..<max(left.count, right.count) {
            var mine = i < left.count ? Entry(item: left[i], keys: try values(left[i], run)) : nil
            var theirs = i < right.count ? Entry(item: right[i], keys: try values(right[i], run)) : nil
            if let mine, let theirs, try isSame(mine.keys, theirs.keys, run) {
                try show(mine, "==")
                continue
            }
            if let entry = theirs, let partner = try take(entry, from: &waitingLeft) {
                try show(partner, "==")
                theirs = nil
            }
            if let entry = mine, try take(entry, from: &waitingRight) != nil {
                try show(entry, "==")
                mine = nil
            }
            if let theirs { try wait(theirs, in: &waitingRight, "=>") }
            if let mine { try wait(mine, in: &waitingLeft, "<=") }
        }
        for entry in waitingRight.all { try show(entry, "=>") }
        for entry in waitingLeft.all { try show(entry, "<=") }
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
            if x.asRecord != nil || y.asRecord != nil || x.asTable != nil || y.asTable != nil {
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
