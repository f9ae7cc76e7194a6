// Get-UICulture: the culture of messages.

import Runtime
import TypeSystem

final class GetUICulture: Command {
    static let name = "Get-UICulture"
    static let declaration = CommandDeclaration(
        synopsis: "Gets the culture of messages.", description: "The same as that of numbers and dates.", outputTypes: ["System.Globalization.CultureInfo"],
        examples: [CommandExample("Its type", "(Get-UICulture).GetType().Name", output: "CultureInfo\n")])
    func process(_ run: Invocation) throws { try run.write(.object(CultureObject(run.session.culture))) }
}
