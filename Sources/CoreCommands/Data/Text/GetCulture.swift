// Get-Culture: how numbers and dates are written.

import Runtime
import Scalars
import TypeSystem

final class GetCulture: Command {
    static let name = "Get-Culture"
    static let noUserOverrides = Parameter<Bool>("NoUserOverrides", sets: ["CurrentCulture", "Name"], help: "As the culture comes; nothing here changes one.")
    static let cultureName = Parameter<[String]>("Name", position: 0, pipeline: true, sets: ["Name"], help: "Cultures by name, such as de-DE.")
    static let listAvailable = Parameter<Bool>("ListAvailable", sets: ["ListAvailable"], help: "All cultures there are.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the culture of the session, or others by name.", description: "Writes the current culture unless others are asked for.",
        parameters: [noUserOverrides, cultureName, listAvailable], defaultSet: "CurrentCulture", outputTypes: ["System.Globalization.CultureInfo"],
        examples: [CommandExample("A decimal comma", "(Get-Culture de-DE).Name", output: "de-DE\n")])
    static let known = ["", "de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "ru-RU"]

    func process(_ run: Invocation) throws {
        if run.has(Self.listAvailable) {
            for name in Self.known { if let culture = NumberCulture.named(name) { try run.write(.object(CultureObject(culture))) } }
            return
        }
        guard let names = run[Self.cultureName] else { return try run.write(.object(CultureObject(run.session.culture))) }
        guard let type = run.session.findType("System.Globalization.CultureInfo") else { return }
        for name in names {
            guard Self.isWellFormed(name) else {
                throw run.failure(
                    "ParameterArgumentValidationError", "Cannot validate argument on parameter 'Name'. '\(name)' is not the name of a culture, such as de-DE.",
                    type: "ParameterBindingValidationException", category: .invalidData, target: .text(name))
            }
            try run.write(run.session.convert(.text(name), to: type))
        }
    }

    /// A language of two or three letters, with script and region behind it; nothing for the invariant culture.
    static func isWellFormed(_ name: String) -> Bool {
        name.isEmpty || (2...3).contains(name.prefix { $0 != "-" }.count) && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}
