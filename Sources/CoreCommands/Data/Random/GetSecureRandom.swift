// Get-SecureRandom: random numbers and choices that nobody can foretell.

import Runtime

final class GetSecureRandom: Command {
    static let name = "Get-SecureRandom"
    static let random = RandomParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Gets random numbers from the system, or some of the objects given.", description: "As Get-Random, always from the system's own source.",
        parameters: random.all, defaultSet: "RandomNumberParameterSet",
        outputTypes: ["System.Int32", "System.Int64", "System.Double"],
        examples: [CommandExample("The only possibility", "Get-SecureRandom -Minimum 5 -Maximum 6", output: "5\n")])
    private let choice = RandomChoice(GetSecureRandom.random, RandomSource())
    func process(_ run: Invocation) throws { try choice.process(run) }
    func end(_ run: Invocation) throws { try choice.end(run) }
}
