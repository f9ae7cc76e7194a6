// Import-Clixml: the objects that Export-Clixml has written.

import Runtime
import Scalars

final class ImportClixml: Command {
    static let name = "Import-Clixml"
    static let path = Parameter<[String]>("Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["ByPath"], help: "The files.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["ByLiteralPath"], help: "The files, without wildcards.")
    static let includeTotalCount = Parameter<Bool>("IncludeTotalCount", help: "Says first how many objects there are, as far as that is known.")
    static let skip = Parameter<Value>("Skip", type: .uint64, help: "How many objects are left out at the beginning.")
    static let first = Parameter<Value>("First", type: .uint64, help: "How many objects are given at most.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads objects from files that Export-Clixml has written.",
        description: "Plain values and tables come back as they were, others as objects with the same properties whose type names begin with Deserialized.",
        parameters: [path, literalPath, includeTotalCount, skip, first], defaultSet: "ByPath",
        examples: [
            CommandExample(
                "The first only", "$f = Join-Path ([IO.Path]::GetTempPath()) 'n.xml'; 1..3 | Export-Clixml $f; Import-Clixml $f -First 1", output: "1\n")
        ])

    func process(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        func number(_ parameter: Parameter<Value>) -> UInt64? {
            if case .ulong(let count)? = run[parameter]?.unwrapped { count } else { nil }
        }
        for pattern in literal ?? run[Self.path] ?? [] {
            let item = try OutputPath.file(pattern, isLiteral: literal != nil, run)
            let bytes: [UInt8]
            do { bytes = try FileAccess.read(item.path) } catch {
                throw error.code == 2
                    ? run.failure(
                        "FileOpenFailure", "Could not find file '\(item.path)'.", type: "System.IO.FileNotFoundException", category: .openError,
                        target: .text(item.path)) : OutputPath.failure(error, run)
            }
            if run.has(Self.includeTotalCount) { try run.write(.object(UnknownCount.make())) }
            let skipped = number(Self.skip) ?? 0, limit = number(Self.first) ?? .max
            if limit == 0 { continue }
            var place: UInt64 = 0
            for value in try CliXml.objects(TextEncoding.utf8.text(of: bytes), run) {
                if place >= skipped, place - skipped < limit { try run.write(value) }
                place += 1
            }
        }
    }
}

/// A count that is not known: 0 as a number, words as text.
enum UnknownCount {
    static func make() -> ExtendedObject {
        let members = ExtendedMembers()
        members.members.append(AddedMember("Accuracy", .note(.double(0))))
        members.members.append(AddedMember("TotalCount", .note(.text("Unknown total count"))))
        return ExtendedObject(.ulong(0), members)
    }
}

enum CliXml {
    /// - Throws: `XmlException` for what is not CLIXML.
    static func objects(_ text: String, _ run: Invocation) throws -> [Value] {
        do { return try CliXmlReader(run.session).objects(of: text) } catch let fault as CliXmlFault {
            throw run.failure("System.Xml.XmlException", fault.message, type: "System.Xml.XmlException", category: .notSpecified)
        }
    }
}
