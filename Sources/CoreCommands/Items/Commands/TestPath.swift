// Test-Path: whether something is there.

import Runtime
import Scalars

final class TestPath: Command {
    static let name = "Test-Path"
    static let kinds = TypeInfo.enumeration("Microsoft.PowerShell.Commands.TestPathType", EnumerationInfo(names: ["Any", "Container", "Leaf"]))
    static let items = ItemParameters(allowsEmpty: true)
    static let pathType = Parameter<Value>("PathType", aliases: ["Type"], type: kinds, help: "What it must be: Any, Container or Leaf.")
    static let isValid = Parameter<Bool>("IsValid", help: "Only whether the path is well formed.")
    static let olderThan = Parameter<DateTime>("OlderThan", help: "Only what was written before.")
    static let newerThan = Parameter<DateTime>("NewerThan", help: "Only what was written after.")

    static let declaration = CommandDeclaration(
        synopsis: "Says whether a path leads to something.", description: "Writes true or false for each path.",
        parameters: items.withoutForce + [pathType, isValid, olderThan, newerThan], defaultSet: "Path", outputTypes: ["System.Boolean"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("The root", "Test-Path /", output: "True\n")])

    func process(_ run: Invocation) throws {
        let selection = Self.items.selection(run, hasForce: false)
        let raw = run.isBound(Self.items.literalPath) ? run.raw(Self.items.literalPath) : run.raw(Self.items.path)
        if raw.isNull {
            return try run.writeError(
                "NullPathNotPermitted", "The path must be text, but is null.", type: "System.ArgumentNullException", category: .invalidArgument)
        }
        for text in selection.patterns { try run.write(.bool(run.has(Self.isValid) ? isWellFormed(text, run) : test(text, selection, run))) }
    }

    private func isWellFormed(_ text: String, _ run: Invocation) -> Bool {
        if text.isEmpty || text.utf8.contains(0) { return false }
        // A drive that is not there makes a path that cannot be.
        return (try? ItemPath.read(text, run.session)) != nil
    }

    private func test(_ text: String, _ selection: ItemSelection, _ run: Invocation) throws -> Bool {
        if text.trimmedSpaces.isEmpty { return false }
        // What cannot be resolved is not there; why does not matter here.
        guard let found = try? selection.resolved(text) else { return false }
        let kind = run[Self.pathType]?.asEnumeration?.name ?? "Any"
        return found.contains { item in
            if kind == "Container", !item.isContainer(run) { return false }
            if kind == "Leaf", item.isContainer(run) { return false }
            guard run.isBound(Self.olderThan) || run.isBound(Self.newerThan) else { return true }
            guard item.isFileSystem, let written = FileStatus(item.path)?.modified else { return false }
            func utc(_ date: DateTime) -> DateTime { date.toUniversalTime(run.session.zone) }
            if let limit = run[Self.olderThan], written >= utc(limit) { return false }
            if let limit = run[Self.newerThan], written <= utc(limit) { return false }
            return true
        }
    }
}
