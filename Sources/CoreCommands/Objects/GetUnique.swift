// Get-Unique: neighbours that are equal, once.

import Runtime

final class GetUnique: Command {
    static let name = "Get-Unique"
    static let aliases = ["gu"]
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "Sorted objects.")
    static let asString = Parameter<Bool>("AsString", sets: ["AsString"], help: "Compares the objects' text.")
    static let onType = Parameter<Bool>("OnType", sets: ["UniqueByType"], help: "One object of each type.")
    static let caseInsensitive = Parameter<Bool>("CaseInsensitive", help: "Upper and lower case do not differ.")

    static let declaration = CommandDeclaration(
        synopsis: "Drops repetitions from sorted objects.", description: "Compares each object with the one before and writes it if they differ.",
        parameters: [inputObject, asString, onType, caseInsensitive], defaultSet: "AsString",
        examples: [CommandExample("Numbers", "1, 1, 2, 3, 3 | Get-Unique", output: "1\n2\n3\n")])

    private var last: Value?

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if let last, !last.isNull, try isSame(last, item, run) { return }
        last = item
        try run.write(item)
    }

    private func isSame(_ a: Value, _ b: Value, _ run: Invocation) throws -> Bool {
        let session = run.session, ignoreCase = run.has(Self.caseInsensitive)
        if run.has(Self.onType) { return session.typeNames(of: a) == session.typeNames(of: b) }
        if run.has(Self.asString) { return try session.areEqual(.text(a.toText(session)), .text(b.toText(session)), ignoreCase: ignoreCase) }
        // Custom objects have no order of their own: only -AsString tells them apart.
        if a.asRecord != nil, b.asRecord != nil { return true }
        return try session.areEqual(a, b, ignoreCase: ignoreCase)
    }
}
