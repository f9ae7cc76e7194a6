// Measure-Command: how long a block takes.

import Glibc
import Runtime
import Scalars

final class MeasureCommand: Command {
    static let name = "Measure-Command"
    static let expression = Parameter<ScriptBlock>(
        "Expression", position: 0, mandatory: true, help: "What to measure; it runs where the command stands, once for each object as $_.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects the block sees as $_.")
    static let declaration = CommandDeclaration(
        synopsis: "Measures how long a script block takes.",
        description: "Runs the block, leaves out what it writes, and gives the time that passed. Errors are shown as usual.",
        parameters: [expression, inputObject],
        outputTypes: ["System.TimeSpan"],
        examples: [CommandExample("The type of the result", "(Measure-Command { 1..1000 | Measure-Object }).GetType().Name", output: "TimeSpan\n")])

    private var ticks: Int64 = 0

    func process(_ run: Invocation) throws {
        guard let block = run[Self.expression] else { return }
        let start = Self.now()
        defer { ticks += Self.now() - start }
        try run.run(block, item: run.input.isMissing ? run[Self.inputObject] : run.input, into: NullSink())
    }

    func end(_ run: Invocation) throws { try run.write(.object(SpanObject(TimeSpan(ticks: ticks)))) }

    /// A clock that nobody sets, in units of 100 ns.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * TimeSpan.ticksPerSecond + Int64(time.tv_nsec) / 100
    }
}
