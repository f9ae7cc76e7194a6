// Write-Output: objects into the pipeline.

import Runtime

final class WriteOutput: Command {
    static let name = "Write-Output"
    static let aliases = ["echo"]
    static let inputObject = Parameter<Value>(
        "InputObject", position: 0, mandatory: true, pipeline: true, remaining: true, allowsNull: true, allowsEmptyString: true, allowsEmptyCollection: true,
        help: "What to write.")
    static let noEnumerate = Parameter<Bool>("NoEnumerate", help: "A collection is written as one object.")

    static let declaration = CommandDeclaration(
        synopsis: "Writes objects to the pipeline.", description: "Writes what it is given; collections element by element unless -NoEnumerate is on.",
        parameters: [inputObject, noEnumerate],
        examples: [CommandExample("Two words", "Write-Output 'pool' 'room'", output: "pool\nroom\n")])

    func process(_ run: Invocation) throws {
        let value = run.input.isMissing ? run.raw(Self.inputObject) : run.raw(Self.inputObject).isMissing ? run.input : run.raw(Self.inputObject)
        if value.isMissing { return }
        if run.has(Self.noEnumerate) { return try run.write(value) }
        try run.writeEnumerated(value.unwrapped.isNull ? .null : value)
    }
}
