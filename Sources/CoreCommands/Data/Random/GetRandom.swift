// Get-Random: random numbers, and random choices; repeatable from a seed.

import Runtime

final class GetRandom: Command {
    static let name = "Get-Random"
    static let random = RandomParameters()
    static let setSeed = Parameter<Int>("SetSeed", validations: [.notNull], help: "Begins a row of numbers that is the same each time.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets random numbers, or some of the objects given.",
        description:
            "Without objects a whole number from -Minimum to below -Maximum, or a real one if one of them is. With objects as many as -Count says, or all with -Shuffle.",
        parameters: random.all + [setSeed], defaultSet: "RandomNumberParameterSet", outputTypes: ["System.Int32", "System.Int64", "System.Double"],
        examples: [CommandExample("The same each time", "Get-Random -SetSeed 42 -Minimum 10 -Maximum 20 -Count 3", output: "11\n14\n16\n")])
    private var choice: RandomChoice?

    func begin(_ run: Invocation) throws {
        let source = run.session.attachment(RandomSource.self) { RandomSource() }
        if let seed = run[Self.setSeed] { source.seed(Int32(truncatingIfNeeded: seed)) }
        choice = RandomChoice(Self.random, source)
    }
    func process(_ run: Invocation) throws { try choice?.process(run) }
    func end(_ run: Invocation) throws { try choice?.end(run) }
}
