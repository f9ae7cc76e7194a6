// New-Guid: a random GUID, the empty one, or one from text.

import Runtime
import Scalars
import TypeSystem

final class NewGuid: Command {
    static let name = "New-Guid"
    static let empty = Parameter<Bool>("Empty", sets: ["Empty"], help: "The GUID of zeros.")
    static let inputObject = Parameter<String>("InputObject", position: 0, pipeline: true, sets: ["InputObject"], help: "The text of a GUID.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a GUID.", description: "A new random one unless something else is asked for.", parameters: [empty, inputObject], defaultSet: "Default",
        outputTypes: ["System.Guid"],
        examples: [CommandExample("The empty one", "(New-Guid -Empty).ToString()", output: "00000000-0000-0000-0000-000000000000\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.empty) { return try run.write(.object(GuidObject(.empty))) }
        if let text = run[Self.inputObject] {
            let parsed: NetGuid
            do { parsed = try NetGuid.parse(text) } catch {
                try run.writeError(
                    "StringNotRecognizedAsGuid", "Unrecognized Guid format.", type: error.exceptionType, category: .invalidArgument,
                    target: .text(text))
                return try run.write(.null)
            }
            return try run.write(.object(GuidObject(parsed)))
        }
        var source = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8(truncatingIfNeeded: source.next()) }
        if let made = NetGuid(randomBytes: bytes) { try run.write(.object(GuidObject(made))) }
    }
}
