// Set-PSDebug: checks for the whole session.

import Runtime

final class SetPSDebug: Command {
    static let name = "Set-PSDebug"
    static let strict = Parameter<Bool>("Strict", sets: ["on"], help: "Reading a variable that was never set is an error, everywhere.")
    static let off = Parameter<Bool>("Off", sets: ["off"], help: "No checks.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes slips in scripts errors.", description: "-Strict is Set-StrictMode -Version 1 for the whole session.",
        parameters: [strict, off], defaultSet: "on", module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("An unset variable", "Set-PSDebug -Strict\ntry { $nothing } catch { 'caught' }\nSet-PSDebug -Off", output: "caught\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.off) {
            run.session.global.setStrictMode(0)
            return
        }
        if run.has(Self.strict) { run.session.global.setStrictMode(1) }
    }
}
